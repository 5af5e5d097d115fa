//! The report where there is little to say, and where there is much; edits.

use crate::case::{Case, full, heading, held, line, section, sound};
use crate::sample::{Sample, instrument, odd};
use screening::comment::Quote;
use screening::evidence::Coverage;
use screening::hearing::LineKind;
use screening::report::{Block, Report, SectionKind, apply_edits, plain_text};
use std::collections::BTreeMap;

#[test]
fn everything_hidden_reads_well_without_a_figure() {
    let mut sample = Sample::new(instrument()).group("leaders", 3, Some(3)).group("users", 4, Some(9));
    for point in 1..=8 {
        sample = sample.few(&point.to_string(), "users").row(&point.to_string(), "leaders", 3, 4.4);
    }
    let report = sound(&Case::new(sample));
    let text = plain_text(&report);
    assert!(text.contains("Der er for få svar til at vise tal."));
    assert!(!text.contains("4,4") && !text.contains("n ="));
    assert!(!report.sections.iter().flat_map(|s| &s.blocks).any(|block| matches!(block, Block::Chart(_))));
    assert_eq!(heading(&report, SectionKind::SeenDifferently), None);
    assert_eq!(heading(&report, SectionKind::Beginnings), None);
    assert!(text.contains("Et første skridt er at holde en høring"));
    assert!(text.contains("Brugere: 4 af 9 har svaret"));
}

#[test]
fn an_odd_instrument_without_users_reads_well() {
    let sample = Sample::new(odd())
        .group("board", 2, Some(2))
        .group("crew", 12, None)
        .group("guests", 9, Some(40))
        .group("peers", 3, Some(8))
        .row("1", "board", 2, 9.5)
        .row("1", "crew", 12, 8.4)
        .row("1", "guests", 9, 3.1)
        .few("1", "peers")
        .row("2", "board", 2, 9.0)
        .row("2", "crew", 12, 5.0)
        .row("2", "guests", 9, 9.4)
        .few("2", "peers");
    let report = sound(&Case::new(sample));
    let text = plain_text(&report);
    assert!(!text.contains("står stærkt") && !text.to_lowercase().contains("bruger"), "{text}");
    assert!(text.contains("Svarene fra folk på gulvet ligger lavest om »Læring«: 5,0 (n\u{a0}=\u{a0}12)."));
    assert!(text.contains("over 8,75 (n\u{a0}=\u{a0}9)"));
    assert!(text.contains("Der er for få svar fra NAV-ansatte til at vise deres tal."));
    assert!(text.contains("Folk på gulvet: 12 har svaret. Vi ved ikke, hvor mange der blev inviteret."));
}

#[test]
fn a_group_is_named_with_its_article() {
    let danish = screening::language::of("da");
    let definite = ["Deltagere", "Fagfolk", "Politikere", "Pårørende"].map(|group| danish.definite(group));
    assert_eq!(definite, ["deltagerne", "fagfolkene", "politikerne", "de pårørende"]);
}

#[test]
fn an_open_link_is_told_with_what_nobody_can_promise() {
    let sample = Sample::new(instrument()).group("users", 22, None).group("staff", 14, Some(20));
    let mut case = Case::new(sample);
    case.open_links = vec!["users".into()];
    let text = plain_text(&sound(&case));
    assert!(text.contains("Brugere: 22 har svaret. Gruppen kunne svare gennem et åbent link."), "{text}");
    assert_eq!(text.matches("kan ikke love, at hver kun har svaret én gang").count(), 1);
    assert!(text.contains("Medarbejdere: 14 af 20 har svaret"));
}

#[test]
fn no_answers_at_all_still_makes_a_report() {
    let report = sound(&Case::new(Sample::new(instrument())));
    assert!(report.sections.len() >= 4);
    assert!(plain_text(&report).contains("Ledelsens svar"));
}

#[test]
fn edits_keep_the_original_and_an_empty_one_takes_the_sentence_out() {
    let draft = sound(&Case::new(full()));
    let key = "in-short.lowest.users".to_owned();
    let edits = BTreeMap::from([
        (key.clone(), "Brugerne vil gerne bestemme mere.".to_owned()),
        ("picture.close".to_owned(), " ".to_owned()),
        ("gone".to_owned(), "Intet.".to_owned()),
    ]);
    let edited = apply_edits(draft.clone(), &edits, "[rettet]");
    let changed = edited.sentences().find(|sentence| sentence.key == key).unwrap();
    assert_eq!(changed.text, "Brugerne vil gerne bestemme mere.");
    assert_eq!(
        changed.original.as_deref(),
        draft.sentences().find(|s| s.key == key).map(|s| s.text.as_str())
    );
    assert!(edited.sentences().any(|sentence| sentence.key == "picture.close" && sentence.text.is_empty()));
    let printed = edited.pruned();
    assert!(!printed.sentences().any(|sentence| sentence.key == "picture.close"));
    assert_eq!(printed.sentences().count(), draft.sentences().count() - 1);
    let same: BTreeMap<String, String> = draft.sentences().map(|s| (s.key.clone(), s.text.clone())).collect();
    assert_eq!(apply_edits(draft.clone(), &same, "[rettet]"), draft);
}

#[test]
fn a_changed_quote_is_marked() {
    let mut case = Case::new(full());
    case.quotes = vec![Quote { group: "users".into(), focus_point: None, text: "Ord.".to_owned() }];
    let edits = BTreeMap::from([("words.1".to_owned(), "Andre ord.".to_owned())]);
    let edited = apply_edits(case.report(), &edits, "[rettet]");
    assert_eq!(section(&edited, SectionKind::Words), ["Andre ord. [rettet]"]);
}

#[test]
fn a_report_is_the_same_after_json() {
    let report = sound(&Case::new(full()));
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}

#[test]
fn what_lies_highest_is_not_called_good_and_not_said_twice() {
    let mut sample = Sample::new(instrument()).group("users", 22, Some(31)).group("staff", 14, Some(20));
    for (point, users, staff) in [("2", 1.9, 2.2), ("5", 1.7, 2.1), ("7", 1.2, 1.9)] {
        sample = sample.row(point, "users", 22, users).row(point, "staff", 14, staff);
    }
    let report = sound(&Case::new(sample));
    assert_eq!(
        section(&report, SectionKind::Strengths),
        [
            "»Mødet mellem mennesker«: brugere 1,9 (n\u{a0}=\u{a0}22), medarbejdere 2,2 (n\u{a0}=\u{a0}14).",
            "»Håb og udvikling«: brugere 1,7 (n\u{a0}=\u{a0}22), medarbejdere 2,1 (n\u{a0}=\u{a0}14).",
        ]
    );
    let page = plain_text(&report.participants_page().unwrap().report);
    assert!(page.contains("Det ligger højest") && !page.contains("godt"), "{page}");
}

#[test]
fn groups_of_which_few_answered_are_told_of_in_one_sentence() {
    let sample = Sample::new(instrument()).group("users", 6, Some(14)).group("staff", 14, Some(20)).group(
        "leaders",
        1,
        Some(3),
    );
    let method = section(&sound(&Case::new(sample)), SectionKind::Method);
    let low = "Under halvdelen af brugerne og under halvdelen af lederne har svaret. De andre kan se anderledes på det.";
    assert_eq!(method.iter().filter(|text| text.contains("nder halvdelen")).collect::<Vec<_>>(), [low]);
}

#[test]
fn the_foot_of_a_report_without_anybody_is_a_sentence() {
    let report = sound(&Case::new(Sample::new(instrument())));
    assert!(report.footer.starts_with("Brugere og medarbejdere vises kun"), "{}", report.footer);
}

/// Everything there is room for, each as long as it may be.
#[test]
fn a_full_report_has_the_length_of_four_pages() {
    let mut sample = full();
    for (point, mean) in [(1, 4.9), (4, 4.8), (5, 4.7), (8, 4.6)] {
        sample = sample.edit(&format!("{point}.2"), "users", 22, mean, |row| row.agreement = Some(0.9));
    }
    let mut case = Case::new(sample);
    let long =
        "Det er et sted, hvor jeg kan være mig selv, og det betyder meget for mig, også når det er svært. ";
    case.quotes = (0..12)
        .map(|place| Quote {
            group: "users".into(),
            focus_point: Some((place % 8 + 1).to_string().into()),
            text: format!("{}Nummer {place}.", long.repeat(if place < 4 { 2 } else { 1 })),
        })
        .collect();
    let minutes = [LineKind::Proposal, LineKind::Agreed, LineKind::Disagreed, LineKind::New]
        .into_iter()
        .flat_map(|kind| {
            ["7", "3", "4", "6", "2"].map(|point| line(point, kind, Some("users"), &long.repeat(2)))
        })
        .collect();
    case.first = Some(held(6, 4, false, minutes));
    case.second = case.first.clone();
    case.coverage = Coverage {
        documents: 4,
        observations: 3,
        indicators: 9,
        of: 32,
        rated: 7,
        insufficient: 2,
        after_picture: 1,
    };
    let report = sound(&case);
    if let Ok(folder) = std::env::var("PLOTS") {
        std::fs::write(format!("{folder}/report.txt"), plain_text(&report)).unwrap();
        std::fs::write(format!("{folder}/report.json"), serde_json::to_string(&report).unwrap()).unwrap();
    }
    // Two plots with their tables and the lines for an answer fill two pages; two more hold about 1,100 words.
    let proper = screening::report::Report { for_participants: Vec::new(), ..report };
    let words: usize = proper.sentences().map(|sentence| sentence.text.split_whitespace().count()).sum();
    assert!(words <= 1_000, "{words} words");
}
