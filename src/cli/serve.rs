//! `pejling serve`: the web.

use super::installation::with_database;
use super::mail::MailArguments;
use super::sign_on::SignOnArguments;
use super::{Database, Misuse};
use crate::config::{Cidr, PublicUrl};
use crate::http::{self, LONGEST_HEADERS, Limits, Program, assets, router};
use crate::instruments;
use crate::mail::SmtpMailer;
use crate::sign_on::OpenId;
use anyhow::{Context, Result, anyhow};
use clap::Args;
use std::io::{Write, stdout};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};
use workflow::Workflow;
use workflow::ports::{Mailer, Provider};
use workflow::setting_up::setup_address;

/// How often closings that are due are ended.
const CLOSINGS_EVERY: Duration = Duration::from_secs(30);

/// How often mails that wait are sent.
const MAILS_EVERY: Duration = Duration::from_secs(5);

/// How many of those times go by between looking for what is due: it is due on a day.
const REMINDERS_EVERY: u32 = 120;
/// How often what time deletes is asked for; it is done once a day.
const DELETIONS_EVERY: Duration = Duration::from_secs(3600);

/// How long requests under way may take once the program is told to stop.
const DRAIN: Duration = Duration::from_secs(20);

#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// Address and port to listen on
    #[arg(long, value_name = "ADDRESS:PORT", env = "PEJLING_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    #[command(flatten)]
    database: Database,
    /// Where people find the program, e.g. https://pejling.example.dk; goes into QR codes and cookies
    #[arg(long, value_name = "URL", env = "PEJLING_PUBLIC_URL")]
    public_url: Option<PublicUrl>,
    /// Lets the public address be http on another host than this machine: codes, answers and passwords then cross the
    /// network in the clear
    #[arg(long, env = "PEJLING_INSECURE_HTTP")]
    insecure_http: bool,
    /// Address or range of a proxy whose X-Forwarded-For is believed; several with commas
    #[arg(long, value_name = "CIDR", env = "PEJLING_TRUSTED_PROXY", value_delimiter = ',')]
    trusted_proxy: Vec<Cidr>,
    /// Requests a second that one address may make in the long run; ten times as many at once, and five times as many tries
    /// of codes in ten minutes
    #[arg(long, value_name = "N", env = "PEJLING_REQUESTS_A_SECOND", default_value = "100")]
    requests_a_second: NonZeroU32,
    #[command(flatten)]
    mail: MailArguments,
    #[command(flatten)]
    sign_on: SignOnArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let instruments = Arc::new(instruments::shipped()?);
    if let Err(error) = assets::check() {
        tracing::warn!("{error}");
    }
    let mailer = match arguments.mail.settings()? {
        Some(settings) => {
            Some(Arc::new(SmtpMailer::new(&settings).context("--mail-host")?) as Arc<dyn Mailer>)
        }
        None => None,
    };
    with_database(&arguments.database, async |workflow| {
        let listen = arguments.listen;
        let listener = TcpListener::bind(listen)
            .await
            .map_err(|error| anyhow!("--listen {listen}: {error}: choose another address or port"))?;
        let address = listener.local_addr().context("--listen")?;
        let public_url = match &arguments.public_url {
            Some(url) => url.clone(),
            None => format!("http://{address}").parse().map_err(|error: String| anyhow!(error))?,
        };
        if !public_url.secure() && !public_url.local() {
            if !arguments.insecure_http {
                return Err(Misuse(format!(
                    "--public-url: people would find the program at {} without encryption: put a proxy with TLS in \
                     front and give its https address, or say --insecure-http",
                    public_url.origin()
                ))
                .into());
            }
            tracing::warn!(
                public = public_url.origin(),
                "passwords and answers cross the network in the clear"
            );
        }
        let provider = match arguments.sign_on.settings(&public_url)? {
            Some(settings) => Some(Arc::new(OpenId::new(settings)?) as Arc<dyn Provider>),
            None => None,
        };
        let program = Program {
            workflow: workflow.clone(),
            instruments: Arc::clone(&instruments),
            public_url: public_url.clone(),
            trusted_proxies: Arc::new(arguments.trusted_proxy.clone()),
            limits: Limits { requests_a_second: arguments.requests_a_second },
            mailer: mailer.clone(),
            provider,
        };
        let closings = tokio::spawn(end_due_closings(workflow.clone()));
        let mails = mailer
            .clone()
            .map(|mailer| tokio::spawn(send_mails(workflow.clone(), mailer, public_url.origin().to_owned())));
        let deletions = tokio::spawn(delete_what_is_due(workflow.clone()));
        let database = arguments.database.address()?;
        tracing::info!(%address, public = public_url.origin(), %database, "listening");
        // On the console alone: what is logged may be read by others, and kept.
        if let Some(token) = workflow.offer_setup().await? {
            let link = setup_address(public_url.origin(), &token);
            writeln!(
                stdout(),
                "Nobody has an account yet. Make the first administrator's here, within a day:\n{link}"
            )?;
        }
        let served = serve(listener, program).await;
        // In the midst of a closing it stops before or after: each is one transaction.
        closings.abort();
        // A mail under way may be sent and not noted: it has the same number when it is sent again.
        if let Some(mails) = mails {
            mails.abort();
        }
        deletions.abort();
        served
    })
}

/// Answers until the program is told to stop, then finishes what is under way.
async fn serve(listener: TcpListener, program: Program) -> Result<()> {
    let (stop, mut stopped) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        tracing::info!("stopping: requests under way are finished first");
        // Nobody waits any more only where serving has ended by itself.
        let _ = stop.send(true);
    });
    let mut draining = stopped.clone();
    let mut serving = Box::pin(http::serve(listener, router(program), LONGEST_HEADERS, async move {
        let _ = stopped.changed().await;
    }));
    tokio::select! {
        () = &mut serving => return Ok(()),
        _ = draining.changed() => {}
    }
    if timeout(DRAIN, serving).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
    Ok(())
}

/// Ends every closing that is due, again and again.
async fn end_due_closings(workflow: Workflow) {
    let mut ticks = interval(CLOSINGS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match workflow.end_due_closings().await {
            Ok(0) => {}
            Ok(ended) => tracing::info!(ended, "screenings closed"),
            Err(error) => tracing::error!(%error, "closings that are due could not be ended"),
        }
    }
}

/// Sends what waits, again and again, and looks now and then who is to be reminded.
async fn send_mails(workflow: Workflow, mailer: Arc<dyn Mailer>, site: String) {
    let mut ticks = interval(MAILS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut until_reminders = 0;
    loop {
        ticks.tick().await;
        if until_reminders == 0 {
            until_reminders = REMINDERS_EVERY;
            if let Err(error) = workflow.queue_reminders().await {
                tracing::error!(%error, "reminders could not be made");
            }
        }
        until_reminders -= 1;
        match workflow.send_mail(mailer.as_ref(), &site).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "mails sent"),
            Err(error) => tracing::error!(%error, "mails could not be sent"),
        }
    }
}

/// Deletes what has been kept long enough, once a day, and at the start.
async fn delete_what_is_due(workflow: Workflow) {
    let mut ticks = interval(DELETIONS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match workflow.delete_what_is_due().await {
            Ok(0) => {}
            Ok(parts) => tracing::info!(parts, "kept long enough and deleted"),
            Err(error) => tracing::error!(%error, "what is due could not be deleted"),
        }
    }
}
