//! Before the close nobody, in any role, is shown anything but counts: two screenings that differ in every answer,
//! comment, order and time give everyone the same, letter by letter.
//!
//! Pages, downloads and forms are read from the program's own lists, so that a new one is tried too.

use crate::files::Disk;
use crate::people::{ACCOUNTS, Manner, PASSWORD, SMALL, World};
use crate::server::Server;
use crate::support::fakes::{Seeded, StandingMachine};
use app::routes::{ACTIONS, ROUTES};
use pejling::http::{DOWNLOADS, REPORT_FILES};
use screening::hearing::HearingNumber;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};
use std::num::NonZeroU32;
use std::sync::Arc;
use workflow::answering::Token;
use workflow::{Actor, Error};

/// What everyone was told, by who asked for what.
type Told = BTreeMap<String, String>;

/// Forms that end a state or a session, or send: tried by themselves or elsewhere.
const NOT_HERE: [&str; 4] = ["/api/begin-closing", "/api/end-closing", "/api/sign-out", "/api/answer/send"];

/// The page of one's own account says when one signed in, which is another minute in the other program.
/// Those of the log, which has no line of who answers (`disk.rs`), are when accounts did what.
const OWN_TIMES: [&str; 3] = ["/konto", "/administration/log", "/administration/log/kontrol"];

#[tokio::test(flavor = "multi_thread")]
async fn before_the_close_everyone_is_told_counts_alone() {
    let (talkative, silent) = (Tried::new(Manner::Talkative).await, Tried::new(Manner::Silent).await);
    assert_ne!(talkative.world.senders[0].answers, silent.world.senders[0].answers);

    for state in ["open", "closing"] {
        if state == "closing" {
            for tried in [&talkative, &silent] {
                let id = &tried.world.screening;
                tried.world.workflow.begin_closing(&Actor::CommandLine, id).await.unwrap();
            }
        }
        let (one, other) = (talkative.told().await, silent.told().await);
        let differing: Vec<&String> = one.keys().filter(|key| one.get(*key) != other.get(*key)).collect();
        assert_eq!(differing, [""; 0], "told apart while {state}");
        assert_eq!(one.len(), other.len());
        let written = one.iter().find(|(_, said)| talkative.holds_a_comment(said));
        assert!(written.is_none(), "a comment while {state}: {written:?}");
        let counts = &one["maja@kommune.dk counts"];
        for count in ["\"leaders\"), submitted: 1", "\"staff\"), submitted: 2", "\"users\"), submitted: 8"] {
            assert!(counts.contains(count), "counts are what one is told: {counts}");
        }
    }

    // The comparison sees what it should: once closed, they are told apart.
    let (one, other) = (talkative.closed().await, silent.closed().await);
    assert_ne!(one["facilitator picture"], other["facilitator picture"]);
    assert_ne!(one["facilitator comments"], other["facilitator comments"]);
}

/// A screening behind a running server, and everyone who may ask.
struct Tried {
    world: World,
    server: Server,
    /// Who, with the cookie they have.
    cookies: Vec<(String, String)>,
    actors: Vec<(String, Actor)>,
    _disk: Disk,
}

impl Tried {
    async fn new(manner: Manner) -> Self {
        let disk = Disk::sqlite();
        let mut world = World::collected(&disk.address(), SMALL, manner).await;
        // What is drawn from here on is the same for both, as is the time.
        world.workflow.random = Arc::new(Seeded::new(12));
        let slower = 26 * i64::try_from(world.senders.len()).unwrap();
        world.clock.pass(if manner == Manner::Silent { 0 } else { slower });
        let workflow = world.workflow.clone();
        let server = Server::with(|program| {
            program.workflow = workflow;
            // When it began and what room the disk has is the machine's, and another in the other program.
            program.machine = Arc::new(StandingMachine);
            // Everything there is to ask comes from one address here.
            program.limits.requests_a_second = NonZeroU32::new(10_000).unwrap();
        })
        .await;
        let mut cookies = vec![("nobody".to_owned(), "other=1".to_owned())];
        let mut actors =
            vec![("nobody".to_owned(), Actor::Visitor), ("command line".to_owned(), Actor::CommandLine)];
        for email in ACCOUNTS {
            let token = world.workflow.sign_in(email, PASSWORD).await.unwrap();
            cookies.push((email.to_owned(), format!("session={}", hex(&token))));
            actors.push((email.to_owned(), world.workflow.actor(Some(&token)).await.unwrap()));
        }
        // Someone who writes still, and someone of the users who has sent.
        let sent = world.senders.iter().find(|person| person.group == "users").unwrap();
        for (who, person) in [("writes", &world.unfinished[0]), ("has sent", sent)] {
            cookies.push((who.to_owned(), format!("answer={}", hex(&person.token))));
        }
        Self { world, server, cookies, actors, _disk: disk }
    }

    async fn told(&self) -> Told {
        let mut told = Told::new();
        for (who, actor) in &self.actors {
            self.use_cases(who, actor, &mut told).await;
        }
        for (who, cookie) in &self.cookies {
            self.pages(who, cookie, &mut told).await;
        }
        told
    }

    /// Ends closing, and asks again as the first facilitator.
    async fn closed(&self) -> Told {
        let id = &self.world.screening;
        self.world.workflow.end_closing(&Actor::CommandLine, id).await.unwrap();
        let facilitator = self.actors.iter().find(|(who, _)| who == ACCOUNTS[0]).map(|(_, actor)| actor);
        let mut told = Told::new();
        self.use_cases("facilitator", facilitator.unwrap(), &mut told).await;
        told
    }

    /// Every use case that gives something.
    async fn use_cases(&self, who: &str, actor: &Actor, told: &mut Told) {
        let (flow, id) = (&self.world.workflow, &*self.world.screening);
        let first = HearingNumber::First;
        let mut tell = |what: &str, said: String| told.insert(format!("{who} {what}"), said);
        tell("screening", said(flow.screening(actor, id).await));
        tell("screenings", said(flow.screenings(actor).await));
        tell("counts", said(flow.counts(actor, id).await));
        tell("codes", said(flow.make_codes(actor, id).await));
        tell("picture", said(flow.picture(actor, id).await));
        tell("comments", said(flow.comments(actor, id).await));
        tell("quotes", said(flow.quotes(actor, id).await));
        tell("evidence", said(flow.evidence(actor, id).await));
        tell("ratings", said(flow.ratings(actor, id).await));
        tell("hearing", said(flow.hearing(actor, id, first).await));
        tell("draft report", said(flow.draft_report(actor, id).await));
        tell("report", said(flow.release_report(actor, id).await));
        tell("released", said(flow.released_report(actor, id).await));
        tell("reports", said(flow.released_reports(actor).await));
        tell("organisations", said(flow.facilitated_organisations(actor).await));
        tell("accounts", said(flow.accounts(actor).await));
        tell("receipt", said(flow.receipt(id, &"users".into()).await));
    }

    /// Every page, download and form of the program.
    async fn pages(&self, who: &str, cookie: &str, told: &mut Told) {
        let cookie = format!("Cookie: {cookie}");
        let routes = ROUTES.iter().filter(|route| !OWN_TIMES.contains(&route.path));
        for route in routes.chain(DOWNLOADS).chain(REPORT_FILES) {
            let path = self.filled(route.path);
            let reply = match route.method {
                "get" => self.server.get_with(&path, &cookie).await,
                _ => self.server.post(&path, "", &cookie).await,
            };
            told.insert(format!("{who} {} {}", route.method, route.path), self.same(&reply));
        }
        let form = format!(
            "screening={id}&organisation={organisation}&number=1&indicator=1.1&focus_point=1&comment=00&decision=approve\
             &evidence=1&line=1&sentence=1&page=1&rating=3&code=0000-0000-016JD&words=en+to+tre",
            id = self.world.screening,
            organisation = self.world.organisation,
        );
        for (path, _) in ACTIONS.iter().filter(|(path, _)| !NOT_HERE.contains(path)) {
            let reply = self.server.post(path, &form, &cookie).await;
            told.insert(format!("{who} post {path}"), self.same(&reply));
        }
    }

    fn filled(&self, path: &str) -> String {
        let path = path.replace("{id}", &self.world.screening).replace("{indicator}", "1.1");
        path.replace("{number}", "1")
            .replace("{focus_point}", "1")
            .replace("{place}", "0")
            .replace("{code}", "BDFGH")
            .replace("{version}", "1")
    }

    /// A reply without what differs by the server's port alone.
    fn same(&self, reply: &crate::server::Reply) -> String {
        let address = self.server.address.to_string();
        let location = reply.header("location").unwrap_or_default();
        format!("{} {location}\n{}", reply.status, reply.body).replace(&address, "here")
    }

    fn holds_a_comment(&self, said: &str) -> bool {
        self.world.senders.iter().flat_map(|person| &person.comments).any(|comment| said.contains(comment))
    }
}

/// All that a use case gives.
fn said<T: Debug>(answer: Result<T, Error>) -> String {
    assert!(!matches!(answer, Err(Error::Unavailable(_))), "{answer:?}");
    format!("{answer:?}")
}

fn hex(token: &Token) -> String {
    token.0.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}
