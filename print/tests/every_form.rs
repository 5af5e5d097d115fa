//! Every form of the report in the hand of whoever gets it: where there is little to say, where there is much, where it
//! is odd. `PEJLING_FORMS=<folder>` keeps the files there, to be looked at page by page.

#![expect(clippy::unwrap_used, reason = "a test says where it fails")]

#[path = "../../screening/tests/outputs/case.rs"]
#[allow(dead_code, reason = "the report's own tests use the rest")]
mod case;
#[path = "support/paper.rs"]
#[allow(dead_code, reason = "the plan's forms use the rest")]
mod paper;
#[path = "../../screening/tests/outputs/sample.rs"]
#[allow(dead_code, reason = "the report's own tests use the rest")]
mod sample;

use case::{Case, full, held, line};
use paper::{ODD, heights, kept, lines_of_pages, looked_at, options, pages, text_of};
use print::{docx, paper_pdf, pdf, slide_pdf};
use sample::{Sample, instrument, odd};
use screening::comment::Quote;
use screening::evidence::Coverage;
use screening::hearing::{LineKind, Paper};
use screening::language;
use screening::picture::Kind;
use screening::report::{Report, SectionKind, Slide, appendix, apply_edits, cleaned, own_key, with_answer};
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
    slide: Slide,
}

fn given(name: &'static str, case: Case, edits: &[(String, String)]) -> Given {
    let case = with_indicators(case);
    let edits: BTreeMap<String, String> = edits.iter().cloned().collect();
    let report = apply_edits(case.report(), &edits, "[rettet, så ingen kan genkendes]").pruned();
    let slide =
        case.with_sources(|sources| report.slide().drawn_large(sources.published, sources.instrument));
    Given { name, report, appendix: case.with_sources(appendix), slide }
}

/// The four indicators of each focus point, about as its own figure.
fn with_indicators(mut case: Case) -> Case {
    for row in case.sample.picture.rows.clone() {
        if row.kind != Kind::FocusPoint {
            continue;
        }
        for (within, away) in (1..).zip([-0.3, 0.2, 0.0, 0.1]) {
            let code = format!("{}.{within}", row.code);
            if case.sample.picture.rows.iter().any(|there| there.code == code && there.group == row.group) {
                continue;
            }
            case.sample = match (row.n, row.mean) {
                (Some(n), Some(mean)) => case.sample.row(&code, row.group.as_str(), n, mean + away),
                _ => case.sample.few(&code, row.group.as_str()),
            };
        }
    }
    case
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
        given("usual", usual(), &[]),
        given("no-hearings", Case::new(full()), &[]),
        given("conversation", conversation, &[]),
        given("no-users", level(&[("leaders", 3, 3.9), ("staff", 14, 3.2)]), &[]),
        given("few-users", level(&[("leaders", 3, 3.9), ("staff", 14, 3.2), ("users", 4, 2.0)]), &[]),
        given("all-hidden", level(&[("leaders", 3, 4.2), ("staff", 3, 3.0), ("users", 4, 2.0)]), &[]),
        given("nobody", level(&[]), &[]),
        given("bad", level(&[("leaders", 2, 2.0), ("staff", 14, 1.7), ("users", 22, 1.2)]), &[]),
        given("one-leader", level(&[("leaders", 1, 4.0), ("staff", 14, 3.2), ("users", 22, 2.9)]), &[]),
        given("odd-instrument", Case::new(Sample::new(odd()).group("crew", 12, None)), &[]),
        given("fullest", fullest(), &[]),
        given("long", usual(), &long),
        given("pasted", usual(), &pasted),
        given("odd-words", odd_names, &odd_words),
    ]
}

/// Every form as a file with its ending.
fn forms(given: &Given) -> Vec<(&'static str, Vec<u8>)> {
    let paper = Paper { report: given.appendix.clone(), size: APPENDIX_SIZE, ..Paper::default() };
    let participants = given.report.participants_page().unwrap();
    vec![
        ("report.pdf", pdf(&given.report, options()).unwrap()),
        ("report.docx", docx(&given.report, options()).unwrap()),
        ("slide.pdf", slide_pdf(&given.slide, options()).unwrap()),
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

/// What is too long for one sheet in type that can be read goes on over it, and is known to.
#[test]
fn a_page_that_is_too_long_is_known_to_be() {
    assert_eq!(of("usual").report.participants_over(), 0);
    let thanks = ("participants.thanks".to_owned(), "Vi siger tak for hjælpen, hver og en. ".repeat(50));
    let long = given("long-page", usual(), &[thanks]);
    let page = long.report.participants_page().unwrap();
    assert!(pages(&paper_pdf(&page, options()).unwrap()) > 1);
    let words = long.report.participants_over();
    assert!((50..400).contains(&words), "{words}");
}

/// The plot of a slide is drawn for a room: no word of it is smaller than twelve points on the page.
#[test]
fn the_plot_of_a_slide_is_read_from_the_back() {
    let plot = of("usual").slide.chart.unwrap();
    let width: f64 =
        plot.svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    // Three fifths of the slide's 306 millimetres less the gutter; a point is 0.353 of them.
    let point = 0.6 * 295.0 / width / 0.353;
    let labels = plot.svg.split(r#"class="plot-ink""#).skip(1);
    let sizes =
        labels.filter_map(|rest| rest.split("font-size=\"").nth(1)?.split('"').next()?.parse::<f64>().ok());
    let smallest = sizes.fold(f64::MAX, f64::min) * point;
    assert!((12.0..40.0).contains(&smallest), "{smallest} points");
}

#[test]
fn without_figures_there_is_no_empty_plot_or_table() {
    let hidden = of("all-hidden");
    let appendix = Paper { report: hidden.appendix, size: APPENDIX_SIZE, ..Paper::default() };
    let source = |bytes: Vec<u8>| bytes.into_iter().map(char::from).collect::<String>();
    let report = source(pdf(&hidden.report, options()).unwrap());
    assert!(!report.contains("/S/Figure") && !report.contains("/S/Table"));
    assert!(!source(paper_pdf(&appendix, options()).unwrap()).contains("/S/Figure"));
    // Nobody has a figure in the values alone.
    let headings: Vec<String> =
        of("no-users").appendix.sections.into_iter().map(|section| section.heading).collect();
    assert!(headings.contains(&"1 Retning og ledelse".to_owned()), "{headings:?}");
    assert!(!headings.contains(&"Værdierne på tværs".to_owned()), "{headings:?}");
}

/// A word wider than its column is broken, and does not run into the plot beside it.
#[test]
fn a_long_word_stays_in_its_column() {
    let slide = slide_pdf(&of("odd-words").slide, options()).unwrap();
    assert_eq!(pages(&slide), 1);
    let Some(text) = text_of(&slide) else { return };
    assert!(!text.contains("Speciallægepraksisplanlægningsstabiliseringsperioden"), "{text}");
}

#[test]
fn managements_answer_stands_under_its_label() {
    let (report, danish) = (of("usual").report, language::of("da"));
    let answered =
        with_answer(report, "Taknemmelige hilsner.\nOg en linje til.", "Version 2".to_owned(), danish);
    let Some([label, first]) = heights(&pdf(&answered, options()).unwrap(), ["Ledelsens", "Taknemmelige"])
    else {
        return;
    };
    assert!(first - label > 14.0, "{label} and {first} points down the page");
}
