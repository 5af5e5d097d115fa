//! The report's other forms say what the report says, and nothing else.

use crate::case::{Case, full, held, line, section};
use crate::sample::{Sample, instrument};
use screening::hearing::LineKind;
use screening::language;
use screening::readability::lix;
use screening::report::{Block, Report, SectionKind, appendix, plain_text};

fn page(case: &Case) -> String {
    plain_text(&case.report().participants_page().expect("a page").report)
}

#[test]
fn the_page_for_those_who_took_part_names_their_highest_their_lowest_and_where_to_begin() {
    let mut case = Case::new(full());
    let proposal = line("7", LineKind::Proposal, Some("users"), "Et husmøde hver måned.");
    case.first = Some(held(6, 4, false, vec![proposal]));
    let text = page(&case);
    for said in [
        "Brugere: 22 af 31 har svaret.",
        "Vi var 11 til det første møde. 6 af os bruger stedet.",
        "Her siger svarene, at det går godt:",
        "»Mødet mellem mennesker«",
        "Brugernes svar ligger lavest her:",
        "»Indflydelse på stedet«",
        "De, der leder stedet, svarer senest den 15. januar 2027.",
    ] {
        assert!(text.contains(said), "{said} is not in\n{text}");
    }
    // A mean never stands without its n; here neither does.
    assert!(!text.contains("n\u{a0}=") && !text.contains("2,4") && !text.contains("4,2"), "{text}");
}

#[test]
fn the_page_for_those_who_took_part_is_easy_to_read() {
    let mut cases = vec![Case::new(full()), Case::new(Sample::new(instrument()).group("users", 3, Some(9)))];
    cases.push(Case::new(full()));
    cases[2].first = Some(held(6, 4, false, Vec::new()));
    for case in &cases {
        let text = page(case);
        assert!(lix(&text) <= 20.0, "LIX {:.1}\n{text}", lix(&text));
    }
}

#[test]
fn nobody_is_called_good_or_low_where_too_few_answered() {
    let text = page(&Case::new(Sample::new(instrument()).group("users", 3, Some(9))));
    assert!(text.contains("Vi er for få til at vise tal."), "{text}");
    assert!(!text.contains("lavest") && !text.contains("højest") && !text.contains("går godt"), "{text}");
}

#[test]
fn whoever_is_missing_is_named_before_the_figures_of_the_others() {
    let others = || {
        let groups = Sample::new(instrument()).group("staff", 14, Some(18)).group("leaders", 3, Some(3));
        (1..=8).fold(groups, |sample, point| sample.row(&point.to_string(), "staff", 14, 3.2))
    };
    for (submitted, said) in
        [(0, "Ingen af brugerne har svaret."), (4, "Der er for få svar fra brugerne til at vise deres tal.")]
    {
        let case = Case::new(others().group("users", submitted, Some(9)));
        assert_eq!(section(&case.report(), SectionKind::InShort)[0], said);
        assert!(page(&case).contains(said), "{}", page(&case));
    }
    assert!(!page(&Case::new(full())).contains("Ingen af brugerne"));
}

#[test]
fn nobody_is_thanked_where_nobody_answered() {
    let text = page(&Case::new(Sample::new(instrument()).group("users", 0, Some(9))));
    assert!(text.contains("Der kom ingen svar denne gang.") && !text.contains("har svaret. Nu"), "{text}");
    assert!(!text.contains("hvad lige du har svaret"), "{text}");
}

#[test]
fn what_is_edited_on_the_page_stays_with_the_report() {
    let case = Case::new(full());
    let edits = [("participants.thanks".to_owned(), "Tusind tak.".to_owned())].into_iter().collect();
    let edited = screening::report::apply_edits(case.report(), &edits, "");
    let page = edited.participants_page().expect("a page").report;
    assert!(plain_text(&page).contains("Tusind tak."));
    assert!(!plain_text(&edited).contains("Tusind tak."), "it is no part of the report itself");
}

#[test]
fn the_appendix_has_every_statement_and_the_figures_of_the_picture() {
    let sample = full().row("7.1", "users", 20, 2.1).few("7.2", "users");
    let case = Case::new(sample);
    let text = case.with_sources(|sources| plain_text(&appendix(sources)));
    for indicator in case.sample.instrument.indicators() {
        assert!(text.contains(indicator.id.as_str()), "{} is not there", indicator.id);
        for (group, statement) in &case.sample.instrument.texts("da").indicators[&indicator.id].items {
            assert!(text.contains(statement.as_str()), "{group} {}: {statement}", indicator.id);
        }
    }
    assert!(text.contains("2,1"), "{text}");
    assert!(text.contains(language::of("da").few()), "{text}");
}

#[test]
fn slide_and_paragraph_say_what_the_report_says_in_short() {
    let report: Report = Case::new(full()).report();
    let slide = report.slide();
    assert_eq!(slide.points, section(&report, SectionKind::InShort));
    let picture = report.sections.iter().find(|section| section.kind == SectionKind::Picture);
    let plot = picture.expect("a picture").blocks.iter().find_map(|block| match block {
        Block::Chart(chart) => Some(chart.clone()),
        _ => None,
    });
    assert_eq!(slide.chart, plot);
    let paragraph = report.paragraph();
    assert!(slide.points.iter().all(|point| paragraph.contains(point.as_str())), "{paragraph}");
    assert!(paragraph.contains("22 af 31"), "{paragraph}");
    // Without a figure there is no empty frame.
    let few = Case::new(Sample::new(instrument()).group("users", 3, Some(9))).report();
    assert!(few.slide().chart.is_none() && !few.slide().points.is_empty());
}
