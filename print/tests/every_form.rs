//! Every form of the report in the hand of whoever gets it: where there is little to say, where there is much, where it
//! is odd. `PEJLING_FORMS=<folder>` keeps the files there, to be looked at page by page.

#![expect(clippy::unwrap_used, reason = "a test says where it fails")]

#[path = "../../screening/tests/outputs/case.rs"]
#[allow(dead_code, reason = "the report's own tests use the rest")]
mod case;
#[path = "support/paper.rs"]
mod paper;
#[path = "../../screening/tests/outputs/sample.rs"]
#[allow(dead_code, reason = "the report's own tests use the rest")]
mod sample;

use case::{Case, full, held, line};
use jiff::civil::{Date, date};
use paper::{kept, lines_of_pages, looked_at, options, pages, text_of};
use print::{docx, paper_pdf, pdf, slide_pdf};
use sample::{Sample, instrument, odd};
use screening::comment::Quote;
use screening::evidence::Coverage;
use screening::hearing::{LineKind, Paper};
use screening::language;
use screening::plan::{
    Decision, DevelopmentPlan, FollowUp, Goal, MOST_TOLD, Milestone, Telling, Told, plan_paper, told_paper,
};
use screening::report::{Report, SectionKind, appendix, apply_edits, cleaned, own_key};
use std::collections::BTreeMap;

/// Type of the appendix, points: as the program prints it.
const APPENDIX_SIZE: f64 = 9.6;

/// A screening with everything: both hearings, quotes, documents.
fn usual() -> Case {
    let mut case = Case::new(full());
    let said = [
        ("2", LineKind::Agreed, "users", "Man kan komme til de ansatte, og de bliver siddende."),
        ("3", LineKind::Disagreed, "staff", "Vi laver planen sammen, men vi skriver den bagefter."),
        (
            "3",
            LineKind::Proposal,
            "users",
            "Skriv planen i rummet, mens vi taler. Begynd med det, der går godt.",
        ),
        ("7", LineKind::Proposal, "users", "En tavle med det, vi foreslår, og det, I svarer."),
        ("6", LineKind::New, "users", "Ingen har spurgt os, om vi vil have et job."),
    ];
    let said = said.map(|(point, kind, role, text)| line(point, kind, Some(role), text));
    case.first = Some(held(6, 4, false, said.to_vec()));
    case.second =
        Some(held(5, 3, false, vec![line("3", LineKind::Confirmed, Some("users"), "Planen først.")]));
    case.quotes = ["Godt sted.", "De spørger, hvad jeg vil, og så skriver de det, de plejer."]
        .map(|text| Quote { group: "users".into(), focus_point: Some("3".into()), text: text.to_owned() })
        .to_vec();
    case.coverage =
        Coverage { documents: 4, observations: 3, indicators: 9, of: 32, rated: 7, ..case.coverage };
    case
}

/// So many answered, and every group the same mean on every focus point.
fn level(groups: &[(&str, u64, f64)]) -> Case {
    let mut sample = Sample::new(instrument());
    for group in
        ["leaders", "staff", "users"].iter().filter(|id| groups.iter().all(|(known, ..)| known != *id))
    {
        sample = sample.group(group, 0, Some(9));
    }
    for (group, n, _) in groups {
        sample = sample.group(group, *n, Some(n + 4));
    }
    for point in 1..=8 {
        for (group, n, mean) in groups {
            let code = point.to_string();
            let mean = mean + f64::from(point) * 0.06;
            sample = if *group == "leaders" || *n >= 5 {
                sample.row(&code, group, *n, mean)
            } else {
                sample.few(&code, group)
            };
        }
    }
    Case::new(sample)
}

/// What a word processor puts on the clipboard.
const PASTED: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p.MsoNormal {mso-style-parent:\"\"; \
    margin:0cm}</style></head><body><p class=MsoNormal style='mso-margin-top-alt:auto'><b>Vi taler\u{a0}om \u{201c}planen\u{201d}</b><o:p></o:p></p>\
    <p class=MsoListParagraph>\u{f0b7}\tDen er sva\u{ad}er at for\u{ad}st\u{e5}<o:p>&nbsp;</o:p></p><p>\u{2022}\tOg den ligger\u{200b} p\u{e5} kontoret \u{2026}</p></body></html>";

/// Letters that no typeface of ours has, letters that run the other way, and a word longer than a line.
const ODD: &str = "Glad 🎉👩\u{200d}🚒 i dag, \u{202e}baglæns\u{202c}, مرحبا שלום, a\u{30a}bent, \
    Speciallægepraksisplanlægningsstabiliseringsperioden og www.eksempel.dk/en/meget/lang/adresse/som/ingen/skriver/af/men/nogen/saetter/ind?og=den&er=lang";

/// As many strengths, lowest and differences as there is room for.
fn fullest() -> Case {
    let mut case = usual();
    case.sample.picture.rows.clear();
    for (point, users, staff) in [
        ("1", 4.5, 4.5),
        ("2", 4.5, 4.5),
        ("3", 4.5, 4.4),
        ("4", 3.0, 4.3),
        ("5", 3.0, 4.3),
        ("6", 2.0, 2.1),
        ("7", 2.0, 2.2),
        ("8", 2.0, 2.1),
    ] {
        case.sample = case.sample.row(point, "users", 22, users).row(point, "staff", 14, staff);
    }
    case
}

struct Given {
    name: &'static str,
    report: Report,
    appendix: Report,
}

fn given(name: &'static str, case: &Case, edits: &[(String, String)]) -> Given {
    let edits: BTreeMap<String, String> = edits.iter().cloned().collect();
    let report = apply_edits(case.report(), &edits, "[rettet, så ingen kan genkendes]").pruned();
    Given { name, report, appendix: case.with_sources(appendix) }
}

fn cases() -> Vec<Given> {
    let words = "Vi taler sammen om planen, og det er ikke altid let at finde tid til det i en travl uge. ";
    // Three thousand words, as long a text at a time as there is room for.
    let long: Vec<(String, String)> = (1..=9)
        .map(|number| (own_key(SectionKind::SeenDifferently, number), words.repeat(22).trim_end().to_owned()))
        .collect();
    let pasted = [SectionKind::InShort, SectionKind::Method].map(|kind| (own_key(kind, 1), cleaned(PASTED)));
    let odd_words =
        [SectionKind::InShort, SectionKind::Strengths].map(|kind| (own_key(kind, 1), cleaned(ODD)));
    let mut odd_names = usual();
    odd_names.quotes[0].text = ODD.to_owned();
    let mut conversation = usual();
    conversation.first = Some(held(2, 6, true, Vec::new()));
    conversation.second = None;
    vec![
        given("usual", &usual(), &[]),
        given("no-hearings", &Case::new(full()), &[]),
        given("conversation", &conversation, &[]),
        given("no-users", &level(&[("leaders", 3, 3.9), ("staff", 14, 3.2)]), &[]),
        given("few-users", &level(&[("leaders", 3, 3.9), ("staff", 14, 3.2), ("users", 4, 2.0)]), &[]),
        given("all-hidden", &level(&[("leaders", 3, 4.2), ("staff", 3, 3.0), ("users", 4, 2.0)]), &[]),
        given("nobody", &level(&[]), &[]),
        given("bad", &level(&[("leaders", 2, 2.0), ("staff", 14, 1.7), ("users", 22, 1.2)]), &[]),
        given("one-leader", &level(&[("leaders", 1, 4.0), ("staff", 14, 3.2), ("users", 22, 2.9)]), &[]),
        given("odd-instrument", &Case::new(Sample::new(odd()).group("crew", 12, None)), &[]),
        given("fullest", &fullest(), &[]),
        given("long", &usual(), &long),
        given("pasted", &usual(), &pasted),
        given("odd-words", &odd_names, &odd_words),
    ]
}

/// Every form as a file with its ending.
fn forms(given: &Given) -> Vec<(&'static str, Vec<u8>)> {
    let paper = Paper { report: given.appendix.clone(), new_pages: Vec::new(), size: APPENDIX_SIZE };
    let participants = given.report.participants_page().unwrap();
    vec![
        ("report.pdf", pdf(&given.report, options()).unwrap()),
        ("report.docx", docx(&given.report, options()).unwrap()),
        ("slide.pdf", slide_pdf(&given.report.slide(), options()).unwrap()),
        ("participants.pdf", paper_pdf(&participants, options()).unwrap()),
        ("appendix.pdf", paper_pdf(&paper, options()).unwrap()),
    ]
}

/// All of it takes minutes, so that it is made only for somebody who looks.
#[test]
fn every_form_of_every_case_is_there_to_be_looked_at() {
    for given in cases().into_iter().filter(|_| looked_at()) {
        for (form, bytes) in forms(&given) {
            kept(&format!("{}-{form}", given.name), &bytes);
        }
    }
}

fn of(name: &str) -> Given {
    cases().into_iter().find(|given| given.name == name).unwrap()
}

/// At most four pages; no heading is the last line of one.
#[test]
fn a_report_keeps_to_its_pages_and_a_heading_to_its_text() {
    for given in [of("usual"), of("bad"), of("pasted")] {
        let bytes = pdf(&given.report, options()).unwrap();
        assert!(pages(&bytes) <= 4, "{}: {} pages", given.name, pages(&bytes));
        let headings: Vec<&str> =
            given.report.sections.iter().map(|section| section.heading.as_str()).collect();
        let Some(pages) = lines_of_pages(&given.report, &bytes) else { return };
        for (number, lines) in (1..).zip(&pages) {
            let last = lines.last().map(String::as_str).unwrap_or_default();
            assert!(!headings.contains(&last), "{}: »{last}« ends page {number}", given.name);
        }
    }
}

/// Those who took part get one sheet, also where every part of it is as long as it may be.
#[test]
fn the_page_for_those_who_took_part_is_one_sheet() {
    for given in [of("usual"), of("fullest")] {
        let page = given.report.participants_page().unwrap();
        assert_eq!(pages(&paper_pdf(&page, options()).unwrap()), 1, "{}", given.name);
    }
}

#[test]
fn without_figures_there_is_no_empty_plot_or_table() {
    let hidden = of("all-hidden");
    let appendix = Paper { report: hidden.appendix, new_pages: Vec::new(), size: APPENDIX_SIZE };
    let source = |bytes: Vec<u8>| bytes.into_iter().map(char::from).collect::<String>();
    let report = source(pdf(&hidden.report, options()).unwrap());
    assert!(!report.contains("/S/Figure") && !report.contains("/S/Table"));
    assert!(!source(paper_pdf(&appendix, options()).unwrap()).contains("/S/Figure"));
}

/// A word wider than its column is broken, and does not run into the plot beside it.
#[test]
fn a_long_word_stays_in_its_column() {
    let slide = slide_pdf(&of("odd-words").report.slide(), options()).unwrap();
    assert_eq!(pages(&slide), 1);
    let Some(text) = text_of(&slide) else { return };
    assert!(!text.contains("Speciallægepraksisplanlægningsstabiliseringsperioden"), "{text}");
}

fn today() -> Date {
    date(2026, 11, 21)
}

fn goal(statement: &str, ends: Option<Date>) -> Goal {
    let begins = Some(date(2026, 8, 3));
    Goal {
        statement: statement.to_owned(),
        why: "Ved begge høringer sagde brugerne, at forslag forsvinder.".to_owned(),
        activity: "Vi hænger en tavle op i gangen.\nForslag kommer på sedler.".to_owned(),
        begins,
        ends,
        place: 1,
        who: "To fra brugerrådet og lederen".to_owned(),
        user_along: Some(true),
        wanted: Some(8),
        now: Some(3),
        success: "Der hænger svar ved alle sedler.".to_owned(),
        ..Goal::default()
    }
}

fn looked(month: i8, day: i8, now: u8, decision: Decision, reason: &str) -> FollowUp {
    FollowUp {
        date: date(2026, month, day),
        now,
        well: "Tavlen hænger i gangen.".to_owned(),
        differently: "Vi svarer hver mandag.".to_owned(),
        decision,
        reason: reason.to_owned(),
    }
}

fn goals() -> Vec<Goal> {
    let past = Milestone { number: 1, text: "Tavlen hænger".to_owned(), due: date(2026, 8, 14), done: None };
    let late = Goal { milestones: vec![past], ..goal("Alle forslag får et svar", Some(date(2026, 10, 1))) };
    let stopped = Goal {
        follow_ups: vec![
            looked(8, 17, 4, Decision::GoOn, ""),
            looked(9, 14, 3, Decision::Stop, "Huset lukker for ombygning. Vi tager det op igen til foråret."),
        ],
        ..goal("Åbent værksted om aftenen", Some(date(2027, 2, 1)))
    };
    let wordy = Goal {
        why: "Det er et sted, hvor jeg kan være mig selv, og det betyder meget. ".repeat(14),
        who: ODD.to_owned(),
        follow_ups: (1..=9).map(|day| looked(9, day * 3, 4, Decision::GoOn, "")).collect(),
        ..goal(
            &"Et mål, som er skrevet meget langt, fordi alt skulle med. ".repeat(3),
            Some(date(2027, 3, 1)),
        )
    };
    vec![goal("Et mål uden slutdato", None), late, wordy, stopped]
}

#[test]
fn a_plan_in_every_state_is_printed() {
    let (instrument, danish) = (instrument(), language::of("da"));
    for (name, goals) in [("plan", goals()), ("plan-empty", Vec::new())] {
        let plan = DevelopmentPlan {
            organisation: "Bostedet Egelunden",
            strengths: &[],
            goals: &goals,
            instrument: &instrument,
            today: today(),
        };
        let bytes = paper_pdf(&plan_paper(&plan, danish), options()).unwrap();
        kept(&format!("{name}.pdf"), &bytes);
        assert!(pages(&bytes) >= goals.len().max(1));
    }
}

#[test]
fn a_poster_fills_one_page() {
    let short = ("Der skal være en dato på svaret", "Der hænger en tavle i gangen i Gårdhuset.");
    let long = "De fleste af os kender vores plan. Vi kan bare ikke kende os selv i den, og det er derfor svært at bruge den. ";
    let told = |said: &str, done: &str| Told { said: said.to_owned(), done: done.to_owned() };
    for (name, told) in [
        ("poster-one", vec![told(short.0, short.1)]),
        ("poster-six", vec![told(short.0, short.1); MOST_TOLD]),
        ("poster-long", vec![told(long, &long.repeat(2)); MOST_TOLD]),
        ("poster-odd", vec![told(ODD, ODD)]),
    ] {
        let paper =
            told_paper("Bostedet Egelunden", Telling::ThreeMonths, &told, today(), language::of("da"));
        let bytes = paper_pdf(&paper, options()).unwrap();
        kept(&format!("{name}.pdf"), &bytes);
        assert_eq!(pages(&bytes), 1, "{name}");
    }
}
