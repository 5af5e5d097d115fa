//! Mark-up typed in every field, followed to every page and file: nowhere is it more than text. Fields are found on the
//! pages themselves, so that a new one is tried too; a form that nobody comes upon here, or a field that takes no such text,
//! has to be named below.

use super::demonstrated::{Demonstrated, Who};
use super::markup_fields::{has_words, hostile, kind_of, mended, problems, template};
use super::markup_files::judged;
use super::markup_reader::{Form, Kind, Piece, forms, pieces, value};
use super::network::{Browser, By};
use super::server::Reply;
use app::components::form::field_id;
use app::routes::ACTIONS;
use pejling::printing::PdfPrinter;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use workflow::Actor;

/// Pages of one kind that are read in a walk.
const OF_A_KIND: usize = 2;
/// How often a form is mended where a field does not take its text.
const MENDS: usize = 4;

/// Their text is tried at the end, since they end what others are tried on.
const ENDING: [&str; 3] = ["/api/release-report", "/api/stop-screening", "/api/erase-account"];

/// Forms without a field for words, or whose pages are not come upon here: what they take is tried elsewhere.
const NOT_MET: &[&str] = &[
    "/api/answer/begin-link",
    "/api/answer/pause",
    "/api/answer/send",
    "/api/take-in-instrument",
    "/api/replace-instrument-draft",
    "/api/begin-instrument-draft",
    "/api/start-practice",
    "/api/remove-note",
    "/api/delete-pilot",
    "/api/choose-small-way",
    "/api/open-screening",
    "/api/end-closing",
    "/api/choose-sheet",
    "/api/map-columns",
    "/api/import-answers",
    "/api/forget-file",
    "/api/forget-mapping",
    "/api/remove-evidence",
    "/api/remove-attachment",
    "/api/rate",
    "/api/settle-rating",
    "/api/end-second-assessor",
    "/api/look-again",
    "/api/decide-below",
    "/api/remove-minute-line",
    "/api/approve-minutes",
    "/api/remove-sitting",
    "/api/close-vote",
    "/api/cast-vote",
    "/api/take-leave-back",
    "/api/make-tally",
    "/api/set-up",
    "/api/forgot-password",
    "/api/set-password",
    "/api/give-code",
    "/api/begin-second-step",
    "/api/change-second-step",
    "/api/take-off-second-step",
    "/api/try-mail",
];

/// Fields for words that take none of these: a day, a number, a code, words that must be those of something.
const TAKE_NO_WORDS: &[&str] = &[];

/// Fields whose text no page and no file shows again.
const SHOWN_TO_NOBODY: &[&str] = &[];

#[derive(Default)]
struct Walk {
    /// Fields by their form, each with its number.
    fields: BTreeMap<String, (usize, Kind)>,
    /// Forms that a page had.
    met: BTreeSet<String>,
    posted: BTreeSet<String>,
    /// Fields that took the text.
    taken: BTreeSet<String>,
    shown: BTreeSet<usize>,
    files: BTreeSet<String>,
    wrong: BTreeSet<String>,
    ending: bool,
}

impl Walk {
    /// Reads the pages that links lead to from these, and posts their forms where `fills`; reads files where not.
    async fn walk(&mut self, browser: &mut Browser, who: &str, start: &[String], fills: bool) {
        let (mut waiting, mut kinds) = (VecDeque::from(start.to_vec()), BTreeMap::<String, usize>::new());
        let mut seen = BTreeSet::new();
        while let Some(path) = waiting.pop_front() {
            let kind = template(&path);
            let file = kind.rsplit('/').next().is_some_and(|last| last.contains('.'));
            let often = kinds.entry(kind.clone()).or_default();
            if *often >= OF_A_KIND || !seen.insert(path.clone()) || kind.starts_with("/assets/") {
                continue;
            }
            if file && (fills || !self.files.insert(kind)) {
                continue;
            }
            *often += 1;
            let reply = browser.get(&path).await;
            let read = self.judge(&format!("{who} {path}"), &reply);
            for piece in &read {
                if let Piece::Open(tag, at) = piece
                    && tag == "a"
                    && let Some(to) = value(at, "href").filter(|to| to.starts_with('/'))
                {
                    waiting.push_back(to.split('#').next().unwrap_or_default().to_owned());
                }
            }
            if let Some(to) = reply.header("location").filter(|to| to.starts_with('/')) {
                waiting.push_back(to.to_owned());
            }
            for form in forms(&read) {
                self.met.insert(form.action.clone());
                if fills && ENDING.contains(&form.action.as_str()) == self.ending && !form.has_file {
                    waiting.extend(self.fill(browser, who, &form).await);
                }
            }
        }
    }

    /// Posts a form once in each of its ways; where it led.
    async fn fill(&mut self, browser: &mut Browser, who: &str, form: &Form) -> Vec<String> {
        let words = form.fields.iter().filter(|field| has_words(field.kind));
        let names: BTreeSet<String> = words.map(|field| kind_of(form, &field.name)).collect();
        let mut led = Vec::new();
        let ways: BTreeMap<_, _> =
            form.buttons.iter().map(|way| (way.as_ref().map(|(name, _)| name), way)).collect();
        for (way, button) in ways {
            let key = format!("{who} {way:?} {names:?}");
            // What takes something back would take the text too.
            let takes_back = way.is_some_and(|way| way.starts_with("reset"));
            if names.is_empty() || takes_back || !self.posted.insert(key) {
                continue;
            }
            let mut fields = form.fields.clone();
            for field in fields.iter_mut().filter(|field| has_words(field.kind)) {
                let next = self.fields.len() + 1;
                let (number, _) =
                    *self.fields.entry(kind_of(form, &field.name)).or_insert((next, field.kind));
                field.value = hostile(field.kind, number);
                field.value += match field.name.as_str() {
                    "people" => "; bruger",
                    "options" => "\nNoget andet",
                    _ => "",
                };
            }
            for mend in 0..=MENDS {
                let sent = fields.iter().filter(|field| field.kind != Kind::Unticked);
                let sent = sent.map(|field| (field.name.as_str(), field.value.as_str()));
                let sent: Vec<_> =
                    sent.chain(button.iter().map(|(name, value)| (name.as_str(), value.as_str()))).collect();
                let request = browser.form(&form.action, sent, By::Button);
                let reply = browser.ask(&request).await.expect("an answer");
                let to = reply.header("location").unwrap_or_default().to_owned();
                let after = if to.is_empty() { reply } else { browser.get(&to).await };
                let read = self.judge(&format!("{who} {} {way:?} to {to}", form.action), &after);
                let Some(problems) = problems(&read) else {
                    if after.status == 200 {
                        let took =
                            fields.iter().filter(|field| has_words(field.kind) && field.value.contains('Q'));
                        self.taken.extend(took.map(|field| kind_of(form, &field.name)));
                        led.push(to.split('#').next().unwrap_or_default().to_owned());
                    }
                    break;
                };
                let wrong = fields.iter_mut().zip(&form.fields);
                let wrong = wrong.filter(|(field, _)| problems.contains(&field_id(&field.name)));
                if wrong.map(|(field, was)| mended(field, was, mend)).count() == 0 {
                    break;
                }
            }
        }
        led
    }

    /// The parts of a page, once nothing in it is what somebody typed; a file is judged as its kind.
    fn judge(&mut self, of: &str, reply: &Reply) -> Vec<Piece> {
        let kind = reply.header("content-type").unwrap_or_default();
        let mut wrong = Vec::new();
        if reply.status >= 500 {
            wrong.push(format!("status {}", reply.status));
        }
        if !kind.starts_with("text/html") {
            let (faults, words) = judged(kind, &reply.bytes);
            wrong.extend(faults);
            self.note(&words);
            self.wrong.extend(wrong.into_iter().map(|what| format!("{of}: {what}")));
            return Vec::new();
        }
        let read = pieces(&reply.body);
        for piece in &read {
            match piece {
                Piece::Text(text) => self.note(text),
                Piece::Open(tag, attributes) => {
                    let inline = tag == "script" && value(attributes, "src").is_none();
                    if tag == "xss" || inline || attributes.iter().any(|(name, _)| name.starts_with("on")) {
                        wrong.push(format!("<{tag} {attributes:?}>"));
                    }
                    for (name, value) in attributes {
                        let leads =
                            ["href", "src", "action", "formaction", "xlink:href"].contains(&name.as_str());
                        if leads && value.trim().to_lowercase().starts_with("javascript:") {
                            wrong.push(format!("<{tag} {name}={value}>"));
                        }
                        self.note(value);
                    }
                }
                Piece::Close(_) => {}
            }
        }
        self.wrong.extend(wrong.into_iter().map(|what| format!("{of}: {what}")));
        read
    }

    /// Which fields' texts these words have.
    fn note(&mut self, words: &str) {
        let numbers = words.match_indices('Q').filter_map(|(at, _)| words.get(at + 1..at + 4)?.parse().ok());
        self.shown.extend(numbers.filter(|number: &usize| (1..=self.fields.len()).contains(number)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_anybody_types_is_text_wherever_it_is_shown() {
    let world = Demonstrated::printing(Arc::new(PdfPrinter::new(2))).await;
    let (mut walk, line) = (Walk::default(), Actor::CommandLine);
    let of = |id: &str| [format!("/screeninger/{id}"), format!("/screeninger/{id}/indsaml")];
    let mut desk = vec!["/screeninger/ny".to_owned(), "/redskaber".to_owned()];
    for id in [&world.closed, &world.open, &world.reported] {
        desk.extend(of(id));
    }
    desk.push(format!("/rapporter/{}", world.reported));
    desk.extend(["/screeninger".to_owned(), "/konto".to_owned()]);
    let office = ["/administration", "/konto", "/", "/sletning"].map(str::to_owned);
    let reading = [format!("/rapporter/{}", world.reported), "/screeninger".to_owned(), "/konto".to_owned()];
    let anybody = ["/", "/log-ind", "/glemt-adgangskode", "/stem", "/fortsaet", "/was"].map(str::to_owned);
    let mut phone = world.browser(Who::Respondent);
    let mut people = [
        (world.browser(Who::Facilitator), "facilitator", desk.as_slice()),
        (world.browser(Who::Leader), "leader", &reading),
        (world.browser(Who::Administrator), "administrator", &office),
        (world.browser(Who::Visitor), "visitor", &anybody),
    ];

    walk.walk(&mut phone, "respondent", &["/svar".to_owned(), "/svar/sidste".to_owned()], true).await;
    phone.post("/api/answer/send", &[]).await;
    for (browser, who, start) in &mut people {
        walk.walk(browser, who, start, true).await;
    }
    world.server.workflow.begin_closing(&line, &world.open).await.expect("closing");
    world.server.workflow.end_closing(&line, &world.open).await.expect("closed");
    let closed = of(&world.open);
    walk.walk(&mut people[0].0, "facilitator", &closed, true).await;
    walk.ending = true;
    walk.walk(&mut people[0].0, "facilitator", &desk, true).await;
    for (browser, who, start) in &mut people {
        walk.walk(browser, who, start, false).await;
    }

    let forms = ACTIONS.iter().map(|(path, _)| *path);
    let unmet: BTreeSet<&str> = forms.filter(|path| !walk.met.contains(*path)).collect();
    let kinds = || walk.fields.iter().map(|(kind, (number, _))| (kind.as_str(), number));
    let untaken = kinds().filter(|(kind, _)| !walk.taken.contains(*kind)).map(|(kind, _)| kind).collect();
    let unshown = kinds().filter(|(_, number)| !walk.shown.contains(number)).map(|(kind, _)| kind).collect();
    assert_eq!(walk.wrong, BTreeSet::new());
    let expected = [NOT_MET, TAKE_NO_WORDS, SHOWN_TO_NOBODY].map(|names| names.iter().copied().collect());
    assert_eq!([unmet, untaken, unshown], expected);
    for ending in [".pdf", ".docx", ".xlsx", ".csv", ".json", ".zip", ".ics"] {
        assert!(walk.files.iter().any(|file| file.ends_with(ending)), "no {ending} among {:?}", walk.files);
    }
}
