//! Every page, file, upload and form × everyone × own and other organisation, over the wire, in every state of a
//! screening. The program's own lists say who may ask; a route that is in none of them fails, as does one whose path
//! can't be filled here.

use super::demonstrated::{Demonstrated, EVERYONE, Who};
use super::server::Reply;
use app::routes::{ACTIONS, ROUTES};
use app::{Access, Route, UPLOADS};
use pejling::http::{
    ACCOUNT_RECORDS, ATTACHMENTS, DOWNLOADS, HAND_OUTS, INSTRUMENT_SHEETS, INVITATIONS, LOG_FILES, PLANS,
    PROTECTION_DRAFTS, REPORT_FILES,
};
use std::collections::BTreeSet;
use std::path::Path;
use workflow::Actor;

/// Pages with nothing to show here, so that nobody gets 200: a link, a code or a token that nobody has, a shared tablet where this browser is none, a file that was
/// not sent, codes that were shown once, more of them where none are left to make, a screening where one facilitates none,
/// what is told after six months, the paper of a screening that was stopped, a provider that is not set up, a code that is
/// asked of nobody, instruments where one facilitates nowhere, a file of one that was not sent, a booklet that nobody types, a page that says that something failed.
const NOTHING_HERE: [&str; 30] = [
    "/til/{link}",
    "/tablet",
    "/tablet/slut",
    "/tablet/er-du-her",
    "/tablet/forladt",
    "/stem/{code}",
    "/svar/i-brug",
    "/svar/kvittering",
    "/svar/stoppet",
    "/svar/emne/{number}/{statement}",
    "/screeninger/{id}/hent-ind/kolonner",
    "/screeninger/{id}/hent-ind/gennemsyn",
    "/screeninger/{id}/haefter/side/{number}",
    "/screeninger/{id}/haefter/forskelle",
    "/screeninger/ny",
    "/screeninger/{id}/koder",
    "/screeninger/{id}/koder/flere",
    "/screeninger/{id}/stoppet.pdf",
    "/rapporter/{id}/i-sagde-seks.pdf",
    "/findes-ikke",
    "/ny-adgangskode/{token}",
    "/foerste-gang/{token}",
    "/log-ind/kode",
    "/redskaber",
    "/redskaber/hent-ind",
    "/redskaber/hent-ind/gennemsyn",
    "/redskaber/{key}/udkast/hent-ind/gennemsyn",
    "/log-ind/hos",
    "/log-ind/retur",
    "/fejl",
];

/// Forms that find nothing here for anybody: no mail server is set up, nobody kept a mapping, nobody has a second step, and
/// the account that is tried has no role at these places.
const FIND_NOTHING: [&str; 5] = [
    "/api/try-mail",
    "/api/forget-mapping",
    "/api/begin-second-step",
    "/api/take-off-second-step",
    "/api/take-role",
];

/// Says to whoever may not what it says where a colleague dropped it meanwhile: what was typed stays on the page.
const SAYS_GONE: &str = "/api/write-instrument";

/// These end what the others are tried on: last.
const ENDING: [&str; 6] = [
    "/api/end-closing",
    "/api/stop-screening",
    "/api/end-practice",
    "/api/start-tablet",
    "/api/end-sessions",
    "/api/sign-out",
];

/// Files and pages: everything that is a [`Route`].
pub(crate) fn routes() -> Vec<&'static Route> {
    let files = [
        ACCOUNT_RECORDS,
        ATTACHMENTS,
        DOWNLOADS,
        HAND_OUTS,
        INSTRUMENT_SHEETS,
        INVITATIONS,
        LOG_FILES,
        PLANS,
        PROTECTION_DRAFTS,
        REPORT_FILES,
    ];
    ROUTES.iter().chain(files.into_iter().flatten()).collect()
}

fn may(access: Access, who: Who) -> bool {
    match access {
        Access::Anyone => true,
        Access::Respondent => who == Who::Respondent,
        Access::Account => !matches!(who, Who::Visitor | Who::Respondent),
        Access::Facilitator => who == Who::Facilitator,
        Access::Reader => matches!(who, Who::Facilitator | Who::Leader),
        Access::Administrator => who == Who::Administrator,
    }
}

/// A page or file that is none: to sign in, for who has no account; as if it did not exist, for who has another; of a
/// questionnaire, to where one begins.
fn refused(access: Access, who: Who, reply: &Reply) -> bool {
    let to = reply.header("location").unwrap_or_default();
    match (access, who) {
        (Access::Respondent, _) => reply.status == 410 || (reply.status == 303 && to.starts_with("/svar")),
        (_, Who::Visitor | Who::Respondent) => reply.status == 303 && to == "/log-ind",
        _ => reply.status == 404,
    }
}

/// It was shown, or is a page that leads each to their own.
fn shown(access: Access, reply: &Reply) -> bool {
    let leads_on = access == Access::Account && reply.header("location").is_some_and(|to| to != "/log-ind");
    reply.status == 200 || (reply.status == 303 && leads_on)
}

/// A screening and what belongs to it.
pub(crate) struct Parts {
    id: String,
    organisation: String,
    evidence: String,
    attachment: String,
    comment: String,
    goal: String,
    instrument: String,
    account: String,
}

impl Parts {
    pub(crate) async fn of(world: &Demonstrated, id: &str) -> Self {
        let (flow, actor) = (&world.server.workflow, &world.facilitator);
        // What a screening's state does not have is not there.
        let _ = flow.switch_attachments(actor, id, true).await;
        let evidence = flow.evidence(actor, id).await.unwrap_or_default();
        let evidence = evidence.first().map_or_else(|| "none".to_owned(), |(id, _)| id.clone());
        let _ = flow.add_attachment(actor, id, &evidence, "a.txt", b"Ro og tid.".to_vec()).await;
        let files = flow.attachments(actor, id).await.map(|all| all.files).unwrap_or_default();
        let comments = flow.comments(actor, id).await.unwrap_or_default();
        let comment = comments.into_iter().flat_map(|group| group.comments.unwrap_or_default()).next();
        let goals = flow.plan(actor, id).await.map(|plan| plan.goals).unwrap_or_default();
        let or_none = |found: Option<String>| found.unwrap_or_else(|| "none".to_owned());
        let screening = flow.screening(actor, id).await.expect("a screening");
        let (place, source) = (&screening.organisation.id, &screening.instrument);
        // One of their own, with a version and the draft of the next.
        let instrument = flow.copy_instrument(actor, place, source, "da", "Vores ord").await.expect("a copy");
        let own = flow.own_instrument(actor, &instrument).await.expect("their own");
        let seen = own.draft.map_or(0, |draft| draft.revision);
        flow.publish_instrument(actor, &instrument, seen).await.expect("a version");
        flow.begin_instrument_draft(actor, &instrument).await.expect("a draft");
        let accounts = flow.accounts(&Actor::CommandLine).await.expect("accounts");
        let account = accounts.into_iter().find(|(one, _)| one.email == "l@elsewhere.example");
        Self {
            id: id.to_owned(),
            account: or_none(account.map(|(one, _)| one.id)),
            instrument,
            organisation: screening.organisation.id,
            attachment: or_none(files.into_iter().next().map(|file| file.id)),
            comment: or_none(comment.map(|(id, _)| id)),
            goal: or_none(goals.into_iter().next().map(|goal| goal.id)),
            evidence,
        }
    }

    /// A path about it.
    pub(crate) fn path(&self, path: &str) -> String {
        let kind = match path {
            document if document.contains("dokumenter/ny/") => "dokument",
            part if part.contains("/fjern/") => "punkt",
            _ => "none",
        };
        let id = if path.starts_with("/administration/konti/") { &self.account } else { &self.id };
        let mut path = path.to_owned();
        for (name, value) in [
            ("id", id.as_str()),
            ("key", &self.instrument),
            ("evidence", &self.evidence),
            ("attachment", &self.attachment),
            ("goal", &self.goal),
            ("kind", kind),
            ("number", "1"),
            ("statement", "1"),
            ("indicator", "1.1"),
            ("part", "1"),
            ("point", "1"),
            ("letter", "hoering-1"),
            ("place", "0"),
            ("proposal", "eget"),
            ("version", "1"),
            ("group", "users"),
            ("value", "person-orientation"),
            ("name", "place"),
            ("language", "nb"),
            ("code", "BDFGH"),
            ("link", "k7qm2-xrt9w"),
            ("token", "00"),
            ("chapter", "forbered"),
        ] {
            path = path.replace(&format!("{{{name}}}"), value);
        }
        assert!(!path.contains('{'), "{path}: say here what stands in its place");
        path
    }

    /// What a form about it may hold: as much as is read before who asks.
    fn form(&self, action: &str) -> String {
        let Self { id, organisation, evidence, attachment, comment, goal, .. } = self;
        let of_account = ["account", "administrator", "role"].iter().any(|word| action.contains(word));
        let account = if of_account { format!("&account={}", self.account) } else { String::new() };
        let of_own = action.ends_with("-instrument") || action.ends_with("-instrument-draft");
        let shipped = !of_own || action == "/api/copy-instrument";
        let instrument = if shipped { "recovery-orientering" } else { &self.instrument };
        let more = match action {
            "/api/reshape-instrument" => "what=add",
            "/api/give-role" | "/api/take-role" => "role=leader",
            "/api/answer/page" => "page=1&go=next",
            "/api/write-minute-line" => {
                "focus_point=1&key=0123456789abcdef0123456789abcdef&kind[row-1]=agreed&text[row-1]=Nyt"
            }
            "/api/record-talk" => {
                "talk=fact-check&date[row-fact-check]=2026-11-02&role[fact-check-users]=on&account[row-fact-check]=Ja"
            }
            "/api/start-tablet" => "language=da&minutes=5",
            "/api/save-readiness" => "stage=planning",
            "/api/save-evidence" => {
                "kind=document&indicator=1.1&title[row-document]=Nyt&text[row-document]=Nyt\
                 &date[row-document]=3.11.2026&document_kind[row-document]=Referat"
            }
            "/api/choose-small-way" => "ways[group-users]=cards",
            "/api/create-screening" => "name=Et+navn&language=da&min_group_size=5&invited[group-users.]=8",
            "/api/decide-below" => "moment=start&below=waited",
            "/api/save-schedule" => "start=2027-01-04",
            "/api/make-password-link" => "email=l%40elsewhere.example",
            "/api/write-goal" => "part=1&seen=1&typed[statement]=Nyt",
            "/api/change-goal" => "change=tick&seen=1",
            "/api/save-told" => "telling=seks&seen=0",
            _ => {
                "indicator=1.1&focus_point=1&page=/&rating=3&kind=document&part=1&moment=start&change=add\
                 &name=Et+navn&decision=approve&verdict=yes&date=2026-11-02"
            }
        };
        format!(
            "screening={id}&organisation={organisation}&number=1&comment={comment}&goal={goal}&evidence={evidence}\
             &attachment={attachment}&line=&group=users&instrument={instrument}{account}&{more}"
        )
    }
}

/// The screening in each state: reported, closed, collecting, a practice.
async fn states(world: &Demonstrated) -> Vec<Parts> {
    let mut states = Vec::new();
    for id in [&world.reported, &world.closed, &world.open, &world.practice] {
        states.push(Parts::of(world, id).await);
    }
    states
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_and_file_is_opened_to_whom_it_belongs_and_to_nobody_else() {
    let world = Demonstrated::new().await;
    let states = states(&world).await;
    let mut wrong = Vec::new();
    for route in routes() {
        let of_one = route.path.contains("{id}");
        for who in EVERYONE {
            let (may, mut seen) = (may(route.access, who), Vec::new());
            for parts in &states {
                let path = parts.path(route.path);
                let reply = match route.method {
                    "get" => world.get(who, &path).await,
                    _ => world.post_page(who, &path).await,
                };
                if !may && !refused(route.access, who, &reply) {
                    wrong.push(format!("{who:?} {path}: {} {:?}", reply.status, reply.header("location")));
                }
                seen.push((reply.status, shown(route.access, &reply)));
                if !of_one || (may && shown(route.access, &reply)) {
                    break;
                }
            }
            if may && !NOTHING_HERE.contains(&route.path) && !seen.iter().any(|(_, shown)| *shown) {
                wrong.push(format!("{who:?} is not shown {}: {seen:?}", route.path));
            }
        }
    }
    for (route, parts) in UPLOADS.iter().flat_map(|route| states.iter().map(move |parts| (route, parts))) {
        for who in EVERYONE.into_iter().filter(|who| !may(route.access, *who)) {
            let reply = world.upload(who, &parts.path(route.path)).await;
            if !refused(route.access, who, &reply) {
                wrong.push(format!("{who:?} {}: {}", route.path, reply.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_is_taken_from_whom_it_belongs_to_and_from_nobody_else() {
    let world = Demonstrated::new().await;
    let states = states(&world).await;
    let before = world.rows().await;
    let mut wrong = Vec::new();
    for (path, access) in ACTIONS {
        for who in EVERYONE.into_iter().filter(|who| !may(*access, *who)) {
            for parts in &states {
                let reply = world.post(who, path, &parts.form(path)).await;
                // Without a questionnaire one is led to where it begins.
                let begins = *access == Access::Respondent && reply.status == 200 && reply.body == "null";
                let gone = *path == SAYS_GONE && reply.status == 409;
                if reply.status != 404 && !begins && !gone {
                    wrong.push(format!("{who:?} {path}: {} {}", reply.status, reply.body));
                }
            }
        }
    }
    let after = world.rows().await;
    let changed: Vec<&String> =
        before.keys().filter(|table| before.get(*table) != after.get(*table)).collect();
    assert!(changed.is_empty(), "changed by those who may not: {changed:?}");

    let mut actions: Vec<_> = ACTIONS.iter().filter(|(_, access)| *access != Access::Anyone).collect();
    actions.sort_by_key(|(path, _)| ENDING.iter().position(|ending| ending == path).map_or(0, |at| at + 1));
    for (path, access) in actions {
        let who = EVERYONE.into_iter().find(|who| may(*access, *who)).expect("somebody who may");
        let mut seen = BTreeSet::new();
        for parts in &states {
            let reply = world.post(who, path, &parts.form(path)).await;
            seen.insert(reply.status);
            if reply.status != 404 {
                break;
            }
        }
        let nowhere = seen == BTreeSet::from([404]) && !FIND_NOTHING.contains(path);
        if nowhere || seen.iter().any(|status| *status >= 500) {
            wrong.push(format!("{who:?} may, and is refused {path}: {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_route_of_the_program_is_in_a_list() {
    let listed: BTreeSet<&str> = routes().into_iter().chain(UPLOADS).map(|route| route.path).collect();
    // Files of the program itself, and what a machine asks: the last on an address of its own.
    let others = ["/assets/{file}", "/worker.js", "/health/live", "/health/ready", "/metrics"];
    let mut without = Vec::new();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http")).expect("a folder")
    {
        let source = std::fs::read_to_string(entry.expect("a file").path()).expect("its text");
        // A file's own tests come after its routes.
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        for rest in source.split(".route(").skip(1) {
            let path = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            without.extend(
                path.filter(|path| !listed.contains(path) && !others.contains(path)).map(str::to_owned),
            );
        }
    }
    assert!(without.is_empty(), "routes that say nowhere who may ask: {without:?}");
}
