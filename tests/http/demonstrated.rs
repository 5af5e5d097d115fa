//! The demonstration behind a running server, with everyone who may come by, and people of another place.

use super::fakes::NoPrinter;
use super::network::Browser;
use super::server::{Reply, Server, exchange, new_database};
use pejling::demonstration::{Demonstration, fill};
use pejling::store::db::Db;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::OnceCell;
use workflow::{Actor, Role};

const PASSWORD: &str = "et langt kodeord";

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// Nobody who is signed in.
    Visitor,
    /// Somebody in the middle of a questionnaire, without an account.
    Respondent,
    /// A facilitator of the demonstration's places.
    Facilitator,
    /// A leader of them.
    Leader,
    /// Whoever runs the installation.
    Administrator,
    /// A facilitator of another place.
    ElsewhereFacilitator,
    /// A leader of another place.
    ElsewhereLeader,
}

/// Everyone.
pub(crate) const EVERYONE: [Who; 7] = [
    Who::Visitor,
    Who::Respondent,
    Who::Facilitator,
    Who::Leader,
    Who::Administrator,
    Who::ElsewhereFacilitator,
    Who::ElsewhereLeader,
];

/// The demonstration behind a server.
pub(crate) struct Demonstrated {
    pub(crate) server: Server,
    /// The demonstration's facilitator, who has all of its places.
    pub(crate) facilitator: Actor,
    /// Screenings: reported, closed, collecting, a practice.
    pub(crate) reported: String,
    pub(crate) closed: String,
    pub(crate) open: String,
    pub(crate) practice: String,
    cookies: BTreeMap<Who, String>,
}

impl Demonstrated {
    pub(crate) async fn new() -> Self {
        // Filling takes seconds: once for all tests.
        static FILLED: OnceCell<(PathBuf, Demonstration)> = OnceCell::const_new();
        let (filled, demonstration) = FILLED
            .get_or_init(|| async {
                let (file, server) = (new_database(), Server::with(|_| {}).await);
                let mut flow = server.workflow.clone();
                flow.printer = Arc::new(NoPrinter);
                let demonstration = fill(&flow).await.expect("the demonstration");
                let Db::Sqlite { write, .. } = &server.store.db else {
                    panic!("the test's database is a file")
                };
                let copy = format!("VACUUM INTO '{}'", file.display());
                sqlx::query(sqlx::AssertSqlSafe(copy)).execute(write).await.expect("a copy");
                (file, demonstration)
            })
            .await;
        let file = new_database();
        std::fs::copy(filled, &file).expect("a copy of the database");
        let server = Server::over(file, |program| {
            program.workflow.printer = Arc::new(NoPrinter);
            // Everything there is to ask comes from one address here.
            program.limits.requests_a_second = NonZeroU32::new(10_000).expect("not 0");
        })
        .await;
        let (flow, line) = (&server.workflow, Actor::CommandLine);
        let elsewhere = flow.add_organisation(&line, "Et andet sted").await.expect("a place");
        for (email, role) in
            [("f@elsewhere.example", Role::Facilitator), ("l@elsewhere.example", Role::Leader)]
        {
            flow.add_account(&line, email, email, PASSWORD, false).await.expect("an account");
            flow.add_role(&line, email, &elsewhere.id, role).await.expect("a role");
        }
        let mut cookies = BTreeMap::new();
        let of = |role: &str| {
            let found = demonstration.accounts.iter().find(|(_, _, known)| known == role);
            found.map(|(email, _, _)| email.clone()).expect("somebody in that role")
        };
        for (who, email, password) in [
            (Who::Facilitator, of("facilitator"), &*demonstration.password),
            (Who::Leader, of("leader"), &*demonstration.password),
            (Who::Administrator, of("administrator"), &*demonstration.password),
            (Who::ElsewhereFacilitator, "f@elsewhere.example".to_owned(), PASSWORD),
            (Who::ElsewhereLeader, "l@elsewhere.example".to_owned(), PASSWORD),
        ] {
            let token = flow.sign_in(&email, password).await.expect("signed in");
            cookies.insert(who, format!("session={}", app::session::encode(&token.0)));
            if who == Who::Facilitator {
                let actor = flow.actor(Some(&token)).await.expect("somebody");
                let places = flow.facilitated_organisations(&actor).await.expect("places");
                let invented =
                    workflow::practising::Inventor::practice(&pejling::demonstration::PracticeInventor);
                flow.start_practice(&actor, &places[0].id, invented.expect("a practice"))
                    .await
                    .expect("a practice");
                cookies.insert(Who::Visitor, "other=1".to_owned());
            }
        }
        let mut phone = Browser::new(server.address);
        let code = demonstration.codes.iter().find(|code| code.group.as_str() == "users").expect("a code");
        phone.post("/api/answer/begin", &[("code", &code.code.to_string())]).await;
        cookies
            .insert(Who::Respondent, format!("answer={}", phone.cookie("answer").expect("a questionnaire")));

        let all = flow.screenings(&line).await.expect("screenings");
        let place = |words: &str| {
            let found = demonstration.screenings.iter().find(|(_, state)| state.contains(words));
            let (name, _) = found.expect("a place in that state");
            all.iter()
                .find(|one| one.organisation.name == *name && one.practice.is_none())
                .expect("its screening")
                .id
                .clone()
        };
        let (reported, closed, open) = (place("released"), place("closed"), place("collecting"));
        let maja = of("facilitator");
        let token = flow.sign_in(&maja, &demonstration.password).await.expect("signed in");
        let facilitator = flow.actor(Some(&token)).await.expect("somebody");
        let practices = flow.practices(&facilitator).await.expect("practices");
        let practice = practices.first().expect("the one begun above").id.clone();
        Self { server, facilitator, reported, closed, open, practice, cookies }
    }

    /// The browser of one of them at this server, or another over the same database.
    pub(crate) fn browser_at(&self, who: Who, address: SocketAddr) -> Browser {
        let (name, value) = self.cookies[&who].split_once('=').expect("a cookie");
        Browser::new(address).with_cookie(name, value)
    }

    /// Asks for a page.
    pub(crate) async fn get(&self, who: Who, path: &str) -> Reply {
        self.server.get_with(path, &format!("Accept: text/html\r\nCookie: {}", self.cookies[&who])).await
    }

    /// Posts nothing to a page, as a browser without scripts does.
    pub(crate) async fn post_page(&self, who: Who, path: &str) -> Reply {
        let cookie = &self.cookies[&who];
        self.server.post(path, "", &format!("Sec-Fetch-Site: same-origin\r\nCookie: {cookie}")).await
    }

    /// Posts a form as a page's script does, so that a refusal shows in the status.
    pub(crate) async fn post(&self, who: Who, path: &str, form: &str) -> Reply {
        let cookie = &self.cookies[&who];
        let headers = format!("Accept: application/json\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}");
        self.server.post(path, form, &headers).await
    }

    /// Posts a file that is not there.
    pub(crate) async fn upload(&self, who: Who, path: &str) -> Reply {
        let (host, cookie, body) = (self.server.address, &self.cookies[&who], "--x--\r\n");
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\n\
             Cookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        );
        exchange(host, &request).await.expect("an answer")
    }

    /// Every row of every table, but for what asking itself leaves: sessions that were used, and the audit log.
    pub(crate) async fn rows(&self) -> BTreeMap<String, Vec<String>> {
        let Db::Sqlite { write, .. } = &self.server.store.db else { panic!("the test's database is a file") };
        let tables: Vec<(String,)> = sqlx::query_as(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
        )
        .fetch_all(write)
        .await
        .expect("tables");
        let mut rows = BTreeMap::new();
        for (table,) in
            tables.into_iter().filter(|(table,)| !["session", "audit", "audit_ends"].contains(&&**table))
        {
            let columns: Vec<(String,)> = sqlx::query_as("SELECT name FROM pragma_table_info($1)")
                .bind(&table)
                .fetch_all(write)
                .await
                .expect("columns");
            let columns: Vec<String> = columns.iter().map(|(name,)| format!("quote(\"{name}\")")).collect();
            let ask = format!("SELECT {} FROM \"{table}\" ORDER BY 1", columns.join(" || ',' || "));
            let all: Vec<(String,)> =
                sqlx::query_as(sqlx::AssertSqlSafe(ask)).fetch_all(write).await.expect("rows");
            rows.insert(table, all.into_iter().map(|(row,)| row).collect());
        }
        rows
    }
}
