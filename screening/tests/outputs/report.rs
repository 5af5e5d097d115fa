//! What the report says, and what it never says.

use crate::case::{Case, full, heading, held, line, section, sound};
use crate::sample::{Sample, instrument, odd};
use screening::comment::Quote;
use screening::hearing::LineKind;
use screening::report::{Block, SectionKind, plain_text};

#[test]
fn in_short_names_strengths_the_users_lowest_and_a_first_step() {
    let report = sound(&Case::new(full()));
    assert_eq!(
        section(&report, SectionKind::InShort),
        [
            "»Mødet mellem mennesker« står stærkt. Brugernes gennemsnit er 4,2 (n\u{a0}=\u{a0}22).",
            "Derefter ligger det højest hos jer om »Håb og udvikling«: brugere 3,9 (n\u{a0}=\u{a0}22).",
            "Brugernes svar ligger lavest om »Indflydelse på stedet«: 2,4 (n\u{a0}=\u{a0}21).",
            "»Min egen plan« er værd at tale om. Brugernes gennemsnit er 2,8 (n\u{a0}=\u{a0}22).",
            "Et første skridt kan være at tale sammen om »Indflydelse på stedet«.",
        ]
    );
    assert_eq!(heading(&report, SectionKind::Strengths), Some("Det står stærkt"));
}

#[test]
fn without_a_strength_nothing_stands_strong() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .row("2", "users", 22, 3.9)
        .row("5", "users", 22, 3.6)
        .row("7", "users", 22, 3.2);
    let report = sound(&Case::new(sample));
    let text = plain_text(&report);
    assert!(!text.contains("står stærkt"));
    assert_eq!(heading(&report, SectionKind::Strengths), Some("Det ligger højest hos jer"));
    assert_eq!(
        section(&report, SectionKind::InShort)[..2],
        [
            "Det ligger højest hos jer om »Mødet mellem mennesker«: brugere 3,9 (n\u{a0}=\u{a0}22), og om »Håb og udvikling«: \
             brugere 3,6 (n\u{a0}=\u{a0}22).",
            "Brugernes svar ligger lavest om »Indflydelse på stedet«: 3,2 (n\u{a0}=\u{a0}22).",
        ]
    );
}

#[test]
fn the_lowest_is_named_where_everything_is_high_too() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .row("2", "users", 22, 4.6)
        .row("5", "users", 22, 4.2)
        .row("7", "users", 22, 4.2);
    let report = sound(&Case::new(sample));
    assert!(section(&report, SectionKind::InShort).contains(
        &"Brugernes svar ligger lavest om »Håb og udvikling« og »Indflydelse på stedet«: 4,2 (n\u{a0}=\u{a0}22). Også det er højt."
            .to_owned()
    ));
}

#[test]
fn an_indicator_s_figures_are_not_lent_to_its_focus_point() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .few("7", "users")
        .row("2", "users", 22, 3.4)
        .row("7.1", "users", 22, 2.2);
    let report = sound(&Case::new(sample));
    let with_figure: Vec<String> = report
        .sentences()
        .map(|sentence| sentence.text.clone())
        .filter(|text| text.contains("2,2"))
        .collect();
    assert!(!with_figure.is_empty());
    assert!(with_figure.iter().all(|text| text.contains("»Indikator 7.1«")), "{with_figure:?}");
    assert!(
        plain_text(&report)
            .contains("Der er for få svar fra brugerne til at vise tal om »Indflydelse på stedet«.")
    );
}

#[test]
fn differences_are_clear_only_where_the_interval_says_so() {
    let report = sound(&Case::new(full()));
    let said = section(&report, SectionKind::SeenDifferently);
    let plan = said.iter().find(|text| text.starts_with("»Min egen plan«")).map(String::as_str);

    assert_eq!(
        plan,
        Some(
            "»Min egen plan«: brugere 2,8 (n\u{a0}=\u{a0}22), medarbejdere 3,7 (n\u{a0}=\u{a0}14), ledere 4,2 (n\u{a0}=\u{a0}3). Forskellen mellem \
             medarbejdere og brugere er tydelig."
        )
    );
    assert_eq!(said.iter().filter(|text| text.contains("tydelig")).count(), 1);
    let charts = report.sections.iter().filter(|section| section.kind == SectionKind::SeenDifferently);
    assert!(charts.flat_map(|section| &section.blocks).any(|block| matches!(block, Block::Chart(_))));
}

#[test]
fn hearings_give_the_places_to_begin() {
    let mut case = Case::new(full());
    case.first = Some(held(
        6,
        4,
        false,
        vec![
            line("7", LineKind::Proposal, Some("users"), "Et husmøde hver måned"),
            line("3", LineKind::Proposal, None, "Skriv planen med brugerens egne ord"),
            line("3", LineKind::Proposal, None, "Gem planen ét sted"),
            line("2", LineKind::Agreed, Some("users"), "De ansatte lytter"),
            line("3", LineKind::Disagreed, Some("staff"), "Om planen bliver læst"),
        ],
    ));
    case.second = Some(held(6, 4, false, vec![line("3", LineKind::Confirmed, Some("users"), "Ja")]));
    let report = sound(&case);
    assert_eq!(heading(&report, SectionKind::Beginnings), Some("Tre steder at begynde"));
    let steps = section(&report, SectionKind::Beginnings);
    assert!(steps[0].starts_with("Min egen plan. Høringen foreslår: Skriv planen med brugerens egne ord. Også foreslået: Gem planen ét sted."));
    assert!(steps[1].starts_with("Indflydelse på stedet. Høringen foreslår: Et husmøde hver måned."));
    assert_eq!(steps.len(), 3);
    assert!(steps.iter().all(|step| step.contains("Første skridt: ")));
    let short = section(&report, SectionKind::InShort);
    assert_eq!(
        short.last().map(String::as_str),
        Some("Høringen foreslår at begynde med »Min egen plan«: Skriv planen med brugerens egne ord.")
    );
    assert!(section(&report, SectionKind::Strengths).contains(
        &"Om »Mødet mellem mennesker« var der enighed på høringen (brugere): De ansatte lytter.".to_owned()
    ));
    assert!(
        plain_text(&report)
            .contains("Høring 1 (2. februar 2027): 6 af 11 i rummet brugte stedet, altså mindst halvdelen.")
    );
}

#[test]
fn a_conversation_is_called_one() {
    let mut case = Case::new(full());
    case.first = Some(held(3, 6, true, Vec::new()));
    let text = plain_text(&sound(&case));
    assert!(text.contains("3 af 10 i rummet brugte stedet. Det er under halvdelen, og den er derfor holdt som samtale, ikke høring."));
    let none = plain_text(&sound(&Case::new(full())));
    assert!(none.contains("Der er ikke holdt høring om svarene endnu."));
}

#[test]
fn only_users_are_quoted_six_at_most_and_spread_over_the_focus_points() {
    let mut case = Case::new(full());
    let quote = |group: &str, point: Option<&str>, text: String| Quote {
        group: group.into(),
        focus_point: point.map(Into::into),
        text,
    };
    case.quotes = (0..8).map(|place| quote("users", Some("2"), format!("Ord {place}."))).collect();
    case.quotes.push(quote("users", Some("7"), "Vi vil høres.".to_owned()));
    case.quotes.push(quote("staff", Some("7"), "Vi har travlt.".to_owned()));
    case.quotes.push(quote("users", None, "x".repeat(900)));
    let report = sound(&case);
    let words = section(&report, SectionKind::Words);
    assert_eq!(words.len(), 6);
    assert_eq!(words[..2], ["Ord 0.", "Vi vil høres."]);
    assert!(!plain_text(&report).contains("travlt"));
    assert_eq!(heading(&report, SectionKind::Words), Some("Brugernes ord"));
}

#[test]
fn involvement_draws_on_what_is_flagged_and_nothing_flagged_is_no_section() {
    let report = sound(&Case::new(full()));
    let said = section(&report, SectionKind::Involvement);
    assert_eq!(
        said[0],
        "»Indflydelse på stedet«: brugere 2,4 (n\u{a0}=\u{a0}21), medarbejdere 2,9 (n\u{a0}=\u{a0}14), ledere 3,6 (n\u{a0}=\u{a0}3). Det peger på, at \
         der er meget at hente ved at give brugerne mere at sige."
    );
    assert_eq!(
        said[1],
        "Værdien »Personinvolvering«, som går på tværs: brugere 2,7 (n\u{a0}=\u{a0}22), medarbejdere 3,4 (n\u{a0}=\u{a0}14)."
    );
    let sample = Sample::new(odd()).group("crew", 12, None).row("1", "crew", 12, 6.0);
    assert_eq!(heading(&sound(&Case::new(sample)), SectionKind::Involvement), None);
}
