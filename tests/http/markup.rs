//! Mark-up typed in every field, followed to every page and file: nowhere is it more than text. Pages and files are those of
//! the program's own lists, fields are found on the pages, so that a new one is tried too; each form is posted once.

use super::demonstrated::{Demonstrated, Who};
use super::markup_fields::{Numbers, filled, kind_of, mended, problems, refuses_words, shape, takes_words};
use super::markup_files::judged;
use super::markup_reader::{Field, Form, Kind, Piece, forms, pieces, value};
use super::matrix::{Parts, routes};
use super::network::{Browser, By};
use super::server::{Reply, Server};
use app::Access;
use app::components::form::field_id;
use pejling::printing::PdfPrinter;
use screening::hearing::HearingNumber;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;
use workflow::Actor;

/// How often a form is mended where a field does not take its text.
const MENDS: usize = 3;
/// Fields of a form that is posted by one of its buttons alone.
const MANY: usize = 40;

/// These end what others are tried on, or take back what was typed.
const ENDING: [&str; 8] = [
    "/api/sign-out",
    "/api/end-sessions",
    "/api/stop-screening",
    "/api/end-closing",
    "/api/erase-account",
    "/api/close-account",
    "/api/drop-instrument-draft",
    "/api/end-practice",
];

/// What is typed here comes through to a page or a file: fields that the walk has to come upon, in a screening's course.
const COMES_THROUGH: [&str; 26] = [
    "/api/answer/last open_answer",
    "/api/save-settings name",
    "/api/save-settings units",
    "/api/save-settings leader_promise",
    "/api/save-settings contact",
    "/api/save-settings crisis_line",
    "/api/save-settings legal",
    "/api/save-readiness grounds",
    "/api/save-readiness planning_group",
    "/api/save-evidence title",
    "/api/save-evidence text row",
    "/api/decide-comment text row",
    "/api/plan-hearing place",
    "/api/invite-people people",
    "/api/write-minute-line text row",
    "/api/open-vote options",
    "/api/edit-sentences text row",
    "/api/record-talk account",
    "/api/release-report changes",
    "/api/answer-report answer",
    "/api/write-goal typed",
    "/api/save-told told",
    "/api/write-instrument text item",
    "/api/invite-account name",
    "/api/add-organisation name",
    "/api/write-statement contact",
];

/// On how many kinds of pages and files it is shown, at least.
const PLACES: usize = 80;

#[derive(Default)]
struct Walk {
    /// Kinds of fields, each with the number in its text.
    fields: Numbers,
    /// Forms that were posted, by their fields.
    posted: BTreeSet<String>,
    /// Kinds of fields that took the text.
    taken: BTreeSet<String>,
    /// Pages and files that showed the text of a field.
    shown: BTreeMap<usize, BTreeSet<String>>,
    /// Kinds of files that were read.
    files: BTreeSet<String>,
    wrong: BTreeSet<String>,
    /// As a field for a day has it.
    today: String,
}

impl Walk {
    /// Reads a page, and posts those of its forms that nobody posted yet.
    async fn page(&mut self, browser: &mut Browser, path: &str, fills: bool) {
        let (path, reply) = followed(browser, path).await;
        let read = self.judge(&path, &reply);
        if !fills || reply.status != 200 {
            return;
        }
        for form in forms(&read).iter().filter(|form| !form.has_file) {
            if !ENDING.contains(&form.action.as_str()) {
                self.fill(browser, form).await;
            }
        }
    }

    /// Posts a form once for each name of its buttons.
    async fn fill(&mut self, browser: &mut Browser, form: &Form) {
        let kinds: BTreeSet<String> =
            form.fields.iter().filter(|field| takes_words(field)).map(|field| kind_of(form, field)).collect();
        let ways: BTreeMap<_, _> =
            form.buttons.iter().map(|way| (way.as_ref().map(|(name, _)| name), way)).collect();
        // A form of a whole report costs a second.
        let most = if form.fields.len() > MANY { 1 } else { ways.len() };
        for (way, button) in ways.into_iter().take(most) {
            // What takes something back would take the text too.
            let takes_back = way.is_some_and(|way| way.starts_with("reset"));
            if kinds.is_empty() || takes_back || !self.posted.insert(format!("{way:?} {kinds:?}")) {
                continue;
            }
            let mut fields = filled(form, &mut self.fields);
            for mend in 0..=MENDS {
                let sent = fields.iter().filter(|field| field.kind != Kind::Unticked);
                let sent = sent.map(|field| (field.name.as_str(), field.value.as_str()));
                let sent: Vec<_> =
                    sent.chain(button.iter().map(|(name, value)| (name.as_str(), value.as_str()))).collect();
                let request = browser.form(&form.action, sent, By::Button);
                let reply = browser.ask(&request).await.expect("an answer");
                let to = reply.header("location").unwrap_or_default().to_owned();
                let (to, after) = if to.is_empty() { (to, reply) } else { followed(browser, &to).await };
                let read = self.judge(&format!("{} to {to}", form.action), &after);
                let Some(problems) = problems(&read) else {
                    let took = |field: &&Field| takes_words(field) && self.fields.is_in(&field.value);
                    if after.status == 200 {
                        self.taken.extend(fields.iter().filter(took).map(|field| kind_of(form, field)));
                    }
                    break;
                };
                // What is asked only now gets its first choice.
                let mut more = false;
                for asked in forms(&read).into_iter().filter(|again| again.action == form.action) {
                    for field in asked.fields {
                        let new = fields.iter().all(|known| known.name != field.name);
                        if new && problems.contains(&field_id(&field.name)) {
                            fields.push(Field { kind: Kind::Fixed, ..field });
                            more = true;
                        }
                    }
                }
                if !more && !mended(&mut fields, &form.fields, &problems, (mend, &self.today)) {
                    break;
                }
            }
        }
    }

    /// The parts of a page, once nothing in it is what somebody typed; a file is judged as its kind.
    fn judge(&mut self, of: &str, reply: &Reply) -> Vec<Piece> {
        let kind = reply.header("content-type").unwrap_or_default();
        let (mut wrong, mut words, mut read) = (Vec::new(), String::new(), Vec::new());
        // The page that says that something failed has that status itself.
        if reply.status >= 500 && of != "/fejl" {
            wrong.push(format!("status {}", reply.status));
        }
        if kind.starts_with("text/html") {
            read = pieces(&reply.body);
        } else {
            (wrong, words) = judged(kind, &reply.bytes);
        }
        for piece in &read {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Open(tag, attributes) => {
                    let inline = tag == "script" && value(attributes, "src").is_none();
                    if tag == "xss" || inline || attributes.iter().any(|(name, _)| name.starts_with("on")) {
                        wrong.push(format!("<{tag} {attributes:?}>"));
                    }
                    for (name, value) in attributes {
                        let leads = ["href", "src", "action", "formaction", "xlink:href"];
                        let script = value.trim().to_lowercase().starts_with("javascript:");
                        if leads.contains(&name.as_str()) && script {
                            wrong.push(format!("<{tag} {name}={value}>"));
                        }
                        words = words + " " + value;
                    }
                }
                Piece::Close(_) => {}
            }
        }
        for number in self.fields.among(&words) {
            self.shown.entry(number).or_default().insert(shape(of));
        }
        self.wrong.extend(wrong.into_iter().map(|what| format!("{of}: {what}")));
        read
    }
}

/// Asks, and goes where it leads, once.
async fn followed(browser: &mut Browser, path: &str) -> (String, Reply) {
    let reply = browser.get(path).await;
    match reply.header("location").map(str::to_owned) {
        Some(to) => (to.clone(), browser.get(&to).await),
        None => (path.to_owned(), reply),
    }
}

/// Paths about this screening that are for such people: pages, or files.
fn paths(access: Access, parts: &Parts, of_one: bool, files: bool) -> Vec<String> {
    let all = routes().into_iter().filter(|route| route.access == access && route.method == "get");
    let all = all.filter(|route| route.path.contains("{id}") == of_one && route.path.contains('.') == files);
    all.map(|route| parts.path(route.path)).collect()
}

/// The browsers of those who may ask for pages.
struct People {
    visitor: Browser,
    phone: Browser,
    desk: Browser,
    leader: Browser,
    office: Browser,
}

impl People {
    fn of(world: &Demonstrated, address: SocketAddr) -> Self {
        let [visitor, phone, desk, leader, office] =
            [Who::Visitor, Who::Respondent, Who::Facilitator, Who::Leader, Who::Administrator]
                .map(|who| world.browser_at(who, address));
        Self { visitor, phone, desk, leader, office }
    }

    /// Whose pages these are.
    fn browser(&mut self, access: Access) -> &mut Browser {
        match access {
            Access::Anyone => &mut self.visitor,
            Access::Respondent => &mut self.phone,
            Access::Account | Access::Facilitator => &mut self.desk,
            Access::Reader => &mut self.leader,
            Access::Administrator => &mut self.office,
        }
    }
}

impl Walk {
    /// Every page of these about this screening, or about none.
    async fn pages(&mut self, people: &mut People, access: Access, parts: &Parts, of_one: bool, fills: bool) {
        for path in paths(access, parts, of_one, false) {
            self.page(people.browser(access), &path, fills).await;
        }
    }

    /// A file of each kind.
    async fn files(&mut self, people: &mut People, parts: &Parts) {
        use Access::{Account, Administrator, Facilitator, Reader};
        for (access, of_one) in [Facilitator, Reader, Account, Administrator]
            .into_iter()
            .flat_map(|who| [(who, true), (who, false)])
        {
            for path in paths(access, parts, of_one, true) {
                let kind = path.rsplit('/').next().unwrap_or_default().to_owned();
                if !self.files.contains(&kind) {
                    let reply = people.browser(access).get(&path).await;
                    if reply.status == 200 {
                        self.judge(&path, &reply);
                        self.files.insert(kind);
                    }
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_anybody_types_is_text_wherever_it_is_shown() {
    use Access::{Account, Administrator, Anyone, Facilitator, Reader, Respondent};
    let world = Demonstrated::new().await;
    let (flow, line) = (&world.server.workflow, Actor::CommandLine);
    let (year, month, day) = flow.clock.today();
    let today = format!("{year}-{month:02}-{day:02}");
    let mut walk = Walk { today, ..Walk::default() };
    let mut people = People::of(&world, world.server.address);
    let reported = Parts::of(&world, &world.reported).await;
    for access in [Anyone, Respondent, Account] {
        walk.pages(&mut people, access, &reported, false, true).await;
    }
    people.phone.post("/api/answer/send", &[]).await;

    // One that is prepared, one that collects, and closes.
    let like = flow.screening(&world.facilitator, &world.open).await.expect("a screening");
    let place = &like.organisation.id;
    let made = flow.create_screening(&line, place, "Ny", like.instrument, like.settings).await;
    for id in [&made.expect("a new one"), &world.open] {
        let parts = Parts::of(&world, id).await;
        walk.pages(&mut people, Facilitator, &parts, true, true).await;
    }
    flow.begin_closing(&line, &world.open).await.expect("closing");
    flow.end_closing(&line, &world.open).await.expect("closed");
    let closed = Parts::of(&world, &world.open).await;
    for parts in [&closed, &reported] {
        walk.pages(&mut people, Facilitator, parts, true, true).await;
    }
    for (access, of_one) in
        [(Facilitator, false), (Reader, true), (Administrator, false), (Administrator, true)]
    {
        walk.pages(&mut people, access, &reported, of_one, true).await;
    }

    // Once more, as it is shown now; then what is printed.
    walk.pages(&mut people, Facilitator, &closed, true, false).await;
    walk.pages(&mut people, Anyone, &closed, false, false).await;
    let vote =
        flow.hearing_vote(&world.facilitator, &world.open, HearingNumber::First).await.expect("a hearing");
    let code = vote.map(|vote| vote.code).expect("a vote");
    walk.page(&mut people.visitor, &format!("/stem/{code}"), false).await;
    let printing = Server::over(world.server.file.clone(), |program| {
        program.workflow.printer = Arc::new(PdfPrinter::new(2));
    })
    .await;
    let mut people = People::of(&world, printing.address);
    for parts in [&closed, &reported] {
        walk.files(&mut people, parts).await;
    }

    assert_eq!(walk.wrong, BTreeSet::new());
    let out = |kind: &&String| !walk.taken.contains(*kind) && !refuses_words(kind);
    let kept_out: Vec<&String> = walk.fields.all().map(|(kind, _)| kind).filter(out).collect();
    assert!(kept_out.is_empty(), "they took no words: name them as such: {kept_out:?}");
    let hidden = walk.fields.all().filter(|(_, number)| !walk.shown.contains_key(number));
    let hidden: Vec<&String> = hidden.map(|(kind, _)| kind).collect();
    assert!(hidden.is_empty(), "taken, and shown nowhere: {hidden:?}");
    let missed: Vec<_> = COMES_THROUGH.iter().filter(|kind| !walk.taken.contains(**kind)).collect();
    assert!(missed.is_empty(), "nobody came upon {missed:?}");
    let places: BTreeSet<&String> = walk.shown.values().flatten().collect();
    assert!(places.len() >= PLACES, "shown on {} kinds of pages and files: {places:#?}", places.len());
    for ending in [".pdf", ".docx", ".xlsx", ".csv", ".json", ".zip", ".ics"] {
        assert!(walk.files.iter().any(|file| file.ends_with(ending)), "no {ending} among {:?}", walk.files);
    }
}
