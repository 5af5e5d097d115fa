//! What became of a draft, in the report: the fact check, a hearing that is not in it, changes, management's answer.

use crate::case::{Case, full, section, sound_report};
use proptest::prelude::*;
use screening::language;
use screening::report::{
    Block, Process, Report, SectionKind, answer_lines, is_answer, plain_text, told, with_answer,
};

fn done(process: &Process) -> Report {
    told(Case::new(full()).report(), process, language::of("da"))
}

#[test]
fn how_it_was_done_says_what_was_done_with_the_draft() {
    let report = done(&Process {
        fact_check: Some("4. januar 2027".to_owned()),
        second_hearing_missing: true,
        changes: vec![(2, "12. januar 2027".to_owned(), "Antallet af ansatte er rettet".to_owned())],
    });
    sound_report(&report);
    let said = section(&report, SectionKind::Method);
    assert_eq!(
        said[said.len() - 3..],
        [
            "Høring 2 er ikke med i rapporten.",
            "Ledelsen har set udkastet igennem den 4. januar 2027 for at rette det, der ikke passer.",
            "Ændret i version 2 (12. januar 2027): Antallet af ansatte er rettet.",
        ]
    );
    assert_eq!(done(&Process::default()), Case::new(full()).report());
}

fn answered(answer: &str) -> Report {
    with_answer(
        Case::new(full()).report(),
        answer,
        "Version 2 · 14. januar 2027".to_owned(),
        language::of("da"),
    )
}

fn answer_of(report: &Report) -> Vec<String> {
    report.sentences().filter(|one| is_answer(&one.key)).map(|one| one.text.clone()).collect()
}

#[test]
fn an_answer_takes_the_place_of_the_lines_and_changes_nothing_else() {
    let before = Case::new(full()).report();
    let report = answered("Vi begynder i maj.\n\n  Og <b>tak</b>.");
    assert_eq!(answer_of(&report), ["Vi begynder i maj.", "  Og <b>tak</b>."]);
    let lines = |report: &Report| {
        let blocks = report.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter(|block| matches!(block, Block::Lines(_, 1..))).count()
    };
    assert_eq!((lines(&before), lines(&report)), (1, 0));
    for (old, new) in before.sections.iter().zip(&report.sections) {
        if old.kind != SectionKind::Questions {
            assert_eq!(old, new);
        }
    }
    // Answered anew, the earlier answer is gone.
    let again = with_answer(report, "Vi begynder i juni.", "Version 3".to_owned(), language::of("da"));
    assert_eq!(answer_of(&again), ["Vi begynder i juni."]);
    assert!(!plain_text(&again).contains("maj") && plain_text(&again).contains("Ledelsens svar"));
}

#[test]
fn an_answer_s_lines_are_counted_as_they_are_printed() {
    assert_eq!(answer_lines(""), 0);
    assert_eq!(answer_lines("Én.\n\nTo."), 2);
    assert_eq!(answer_lines(&"å".repeat(96)), 2);
}

proptest! {
    #[test]
    fn an_answer_is_printed_as_it_came(lines in prop::collection::vec("[ -~æøåÆØÅ]{0,40}", 0..10)) {
        let expected: Vec<String> = lines.iter().filter(|line| !line.trim().is_empty()).cloned().collect();
        prop_assert_eq!(answer_of(&answered(&lines.join("\n"))), expected);
    }
}
