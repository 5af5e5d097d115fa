//! `pejling serve`: the web.

mod jobs;

use super::installation::with_store;
use super::mail::MailArguments;
use super::sign_on::SignOnArguments;
use super::{Database, Misuse};
use crate::backups::{self, Schedule};
use crate::config::{Cidr, PublicUrl};
use crate::http::{self, LONGEST_HEADERS, Limits, Program, assets, metrics_router, router};
use crate::instruments;
use crate::machine::Process;
use crate::mail::SmtpMailer;
use crate::sign_on::OpenId;
use anyhow::{Context, Result, anyhow};
use clap::Args;
use std::io::{Write, stdout};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;
use workflow::ports::{Mailer, Provider};
use workflow::setting_up::setup_address;

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
    /// Address and port of GET /metrics, for Prometheus; not one that visitors reach
    #[arg(long, value_name = "ADDRESS:PORT", env = "PEJLING_METRICS_LISTEN")]
    metrics_listen: Option<SocketAddr>,
    #[command(flatten)]
    backups: BackupArguments,
    #[command(flatten)]
    mail: MailArguments,
    #[command(flatten)]
    sign_on: SignOnArguments,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Backups: one a day; without a folder none is made")]
struct BackupArguments {
    /// Folder that backups are written into; it is there already
    #[arg(long, value_name = "FOLDER", env = "PEJLING_BACKUP_FOLDER")]
    backup_folder: Option<PathBuf>,
    /// From which hour of the day on, 0 to 23, in Denmark
    #[arg(long, value_name = "HOUR", env = "PEJLING_BACKUP_HOUR", default_value = "3",
          value_parser = clap::value_parser!(i8).range(0..=23))]
    backup_hour: i8,
    /// Days after which one is deleted, 1 to 365; what is deleted from the database stays in them as long
    #[arg(long, value_name = "DAYS", env = "PEJLING_BACKUP_KEEP_DAYS", default_value = "30",
          value_parser = clap::value_parser!(u16).range(1..=365))]
    backup_keep_days: u16,
}

impl BackupArguments {
    /// The schedule; none where there is no folder.
    fn schedule(&self) -> Result<Option<Schedule>> {
        let Some(folder) = self.backup_folder.clone() else { return Ok(None) };
        let schedule = Schedule { folder, hour: self.backup_hour, keep_days: self.backup_keep_days };
        schedule.check().map_err(|error| {
            anyhow!(
                "--backup-folder {}: {error}: make the folder, and let the program write there",
                schedule.folder.display()
            )
        })?;
        Ok(Some(schedule))
    }
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
    let schedule = arguments.backups.schedule()?;
    let database = arguments.database.address()?;
    with_store(&arguments.database, async |store, workflow| {
        let listener = bound("--listen", arguments.listen).await?;
        let metrics = match arguments.metrics_listen {
            Some(address) => Some(bound("--metrics-listen", address).await?),
            None => None,
        };
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
            machine: Arc::new(Process::new(database.clone(), schedule.clone())),
            mailer: mailer.clone(),
            provider,
        };
        // In the midst of a closing it stops before or after: each is one transaction. A mail under way may be sent and not
        // noted: it has the same number when it is sent again. A backup that is not finished goes.
        let mut jobs = JoinSet::new();
        jobs.spawn(jobs::end_due_closings(workflow.clone()));
        jobs.spawn(jobs::open_and_close_by_date(workflow.clone()));
        jobs.spawn(jobs::delete_what_is_due(workflow.clone()));
        if let Some(mailer) = mailer.clone() {
            jobs.spawn(jobs::send_mails(workflow.clone(), mailer, public_url.origin().to_owned()));
        }
        if let Some(schedule) = schedule.clone() {
            jobs.spawn(backups::keep(store.clone(), workflow.clone(), schedule));
        }
        if let Some(listener) = metrics {
            tracing::info!(address = %listener.local_addr()?, "metrics");
            let told = metrics_router(store.clone());
            jobs.spawn(http::serve(listener, told, LONGEST_HEADERS, std::future::pending()));
        }
        let setup = workflow.offer_setup().await?;
        tracing::info!(%address, public = public_url.origin(), %database, "listening");
        // On the console alone: what is logged may be read by others, and kept.
        if let Some(token) = setup {
            let link = setup_address(public_url.origin(), &token);
            writeln!(
                stdout(),
                "Nobody has an account yet. Make the first administrator's here, within a day:\n{link}"
            )?;
        }
        let served = serve(listener, program).await;
        jobs.shutdown().await;
        served
    })
}

/// A listener at an address, or what to do where there can be none.
async fn bound(flag: &str, address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|error| anyhow!("{flag} {address}: {error}: choose another address or port"))
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
