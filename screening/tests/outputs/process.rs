//! What became of a draft, in the report: the fact check, a hearing that is not in it, changes, management's answer.

use crate::case::{Case, full, section, sound_report};
use proptest::prelude::*;
use screening::language;
use screening::report::{
    Block, Change, Changed, Process, Report, SectionKind, answer_lines, answer_told, apply_edits,
    changed_since, is_answer, plain_text, seen_texts, told, with_answer,
};
use std::collections::BTreeSet;

fn done(process: &Process) -> Report {
    told(Case::new(full()).report(), process, language::of("da"))
}

#[test]
fn how_it_was_done_says_what_was_done_with_the_draft() {
    let report = done(&Process {
        fact_check: Some("4. januar 2027".to_owned()),
        changed_since: 2,
        second_hearing_missing: true,
        changes: vec![
            (2, "12. januar 2027".to_owned(), Change::Said("Antallet af ansatte er rettet".to_owned())),
            (3, "14. januar 2027".to_owned(), Change::Answer { again: false }),
            (4, "15. januar 2027".to_owned(), Change::Answer { again: true }),
        ],
    });
    sound_report(&report);
    let said = section(&report, SectionKind::Method);
    assert_eq!(
        said[said.len() - 5..],
        [
            "Høring 2 er ikke med i rapporten.",
            "Ledelsen har set udkastet igennem den 4. januar 2027 for at rette det, der ikke passer. Derefter er to \
             tekster ændret.",
            "Ændret i version 2 (12. januar 2027): Antallet af ansatte er rettet.",
            "Version 3 (14. januar 2027): Ledelsens svar er kommet til.",
            "Version 4 (15. januar 2027): Ledelsens svar er skrevet om.",
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
fn whoever_reads_it_is_told_that_an_answer_came() {
    let before = done(&Process { fact_check: Some("4. januar 2027".to_owned()), ..Process::default() });
    let report = answer_told(before.clone(), 2, "14. januar 2027", false, language::of("da"));
    let came = "Version 2 (14. januar 2027): Ledelsens svar er kommet til.";
    let (old, new) = (section(&before, SectionKind::Method), section(&report, SectionKind::Method));
    assert_eq!((new.last().map(String::as_str), new.len()), (Some(came), old.len() + 1));
    let easy = |report: &Report| {
        let sentences = report.sentences().filter(|one| one.key == "participants.answer");
        sentences.map(|one| one.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(easy(&before), ["De, der leder stedet, svarer senest den 15. januar 2027."]);
    let answered = ["De, der leder stedet, har svaret. Svaret står i rapporten."];
    assert_eq!(easy(&report), answered);
    // A draft after the answer says the same.
    let case = Case { management_answer: "Vi begynder i maj.", ..Case::new(full()) };
    assert_eq!(easy(&case.report()), answered);
}

fn seen(report: &Report) -> BTreeSet<String> {
    seen_texts(report).map(|one| one.text.clone()).collect()
}

#[test]
fn what_has_changed_since_somebody_looked_is_known_by_its_text() {
    let before = Case::new(full()).report();
    let looked = seen(&before);
    let since = |report: &Report| changed_since(report, &looked, str::to_owned);
    assert_eq!(since(&before), Changed::default());
    let edited =
        |key: &str, text: &str| apply_edits(before.clone(), &[(key.to_owned(), text.to_owned())].into(), "");
    let key = "in-short.first-step";
    let changed = since(&edited(key, "Begynd i maj."));
    assert_eq!((changed.keys.as_slice(), changed.gone, changed.count()), (&[key.to_owned()][..], 1, 1));
    let gone = since(&edited(key, ""));
    assert_eq!((gone.keys.len(), gone.gone, gone.count()), (0, 1, 1), "taken out");
    let added = since(&edited("own.in-short.1", "Vi spørger igen i maj."));
    assert_eq!((added.keys.len(), added.gone, added.count()), (1, 0, 1), "added");
    // That somebody looked, and that management answered, is no change to what was looked at.
    let process = Process {
        fact_check: Some("4. januar 2027".to_owned()),
        changed_since: 1,
        second_hearing_missing: true,
        ..Process::default()
    };
    let later = with_answer(done(&process), "Ja.", "Version 2".to_owned(), language::of("da"));
    let later = answer_told(later, 2, "14. januar 2027", false, language::of("da"));
    assert_eq!(since(&later), Changed::default());
}

#[test]
fn comments_that_nobody_read_are_counted_in_the_method() {
    let said = |unread| section(&Case { unread, ..Case::new(full()) }.report(), SectionKind::Method);
    assert!(said(11).contains(&"11 kommentarer nåede vi ikke at læse. De er ikke med.".to_owned()));
    assert!(said(1).contains(&"Én kommentar nåede vi ikke at læse. Den er ikke med.".to_owned()));
    assert!(!said(0).iter().any(|text| text.contains("kommentar")));
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
