//! Which words may be printed, and what was looked at.

use crate::sample::instrument;
use screening::comment::{
    Comment, Consent, Criterion, Decision, LeftOut, Reading, SecondLook, opens, quote, run_kept, unread,
};
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating, coverage};
use screening::instrument::Disclosure;
use screening::settings::GroupSize;

fn comment(consent: Consent, decision: Decision, second: SecondLook) -> Comment {
    Comment {
        group: "users".into(),
        focus_point: None,
        text: " Det er rart. ".to_owned(),
        consent,
        decision,
        reading: Reading { second, ..Reading::default() },
    }
}

fn printed(consent: Consent, decision: Decision) -> Option<String> {
    quote(&comment(consent, decision, SecondLook::NotNeeded), "[rettet]").map(|quote| quote.text)
}

#[test]
fn a_writer_s_choice_is_kept() {
    let rewritten = || Decision::Rewritten("Det er godt.".to_owned());
    assert_eq!(printed(Consent::Verbatim, Decision::Approved).as_deref(), Some("Det er rart."));
    assert_eq!(printed(Consent::Verbatim, rewritten()).as_deref(), Some("Det er godt. [rettet]"));
    assert_eq!(printed(Consent::Paraphrase, rewritten()).as_deref(), Some("Det er godt. [rettet]"));
    assert_eq!(printed(Consent::Paraphrase, Decision::Approved), None);
    assert_eq!(printed(Consent::NotToBeUsed, Decision::Approved), None);
    assert_eq!(printed(Consent::NotToBeUsed, rewritten()), None);
    assert_eq!(printed(Consent::Verbatim, Decision::Waiting), None);
    assert_eq!(printed(Consent::Verbatim, Decision::LeftOut(Criterion::AnotherPerson)), None);
}

#[test]
fn a_second_reader_is_asked_before_anything_is_quoted() {
    let printed = |second| quote(&comment(Consent::Verbatim, Decision::Approved, second), "").is_some();
    assert!(printed(SecondLook::NotNeeded) && printed(SecondLook::Yes));
    assert!(!printed(SecondLook::Waiting) && !printed(SecondLook::No("Naboen kan kendes.".to_owned())));
    let waits = |decision, second| comment(Consent::Verbatim, decision, second).waits();
    assert!(waits(Decision::Approved, SecondLook::Waiting));
    assert!(waits(Decision::Approved, SecondLook::No("Se igen.".to_owned())));
    assert!(!waits(Decision::Approved, SecondLook::Yes));
    assert!(
        !waits(Decision::LeftOut(Criterion::SaysNothing), SecondLook::Waiting),
        "what is not quoted needs no yes"
    );
    assert!(!comment(Consent::NotToBeUsed, Decision::Waiting, SecondLook::Waiting).waits());
}

#[test]
fn what_is_left_out_is_counted_by_its_reason() {
    let left = |consent, criterion| comment(consent, Decision::LeftOut(criterion), SecondLook::NotNeeded);
    let counted = LeftOut::of(&[
        left(Consent::Verbatim, Criterion::AnotherPerson),
        left(Consent::Paraphrase, Criterion::AnotherPerson),
        left(Consent::Verbatim, Criterion::SaysNothing),
        left(Consent::NotToBeUsed, Criterion::NotStated),
        comment(Consent::NotToBeUsed, Decision::Waiting, SecondLook::NotNeeded),
        comment(Consent::Verbatim, Decision::Approved, SecondLook::NotNeeded),
    ]);
    let expected = [(Criterion::AnotherPerson, 2), (Criterion::SaysNothing, 1)];
    assert_eq!(counted.by_criterion.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(counted.by_writer, 2, "the writer's no counts as the writer's, whatever was pressed");
}

#[test]
fn what_nobody_decided_about_is_unread_before_a_release_and_after() {
    let one = |consent, decision| comment(consent, decision, SecondLook::NotNeeded);
    let left = |criterion| one(Consent::Verbatim, Decision::LeftOut(criterion));
    let comments = [
        one(Consent::Verbatim, Decision::Waiting),
        comment(Consent::Paraphrase, Decision::Rewritten("Andre ord.".to_owned()), SecondLook::Waiting),
        left(Criterion::NotStated),
        left(Criterion::SaysNothing),
        one(Consent::NotToBeUsed, Decision::Waiting),
        one(Consent::Verbatim, Decision::Approved),
    ];
    assert_eq!(unread(&comments), 3);
    let counted = LeftOut::of(&comments);
    assert_eq!((counted.by_readers(), counted.by_nobody(), counted.by_writer), (1, 1, 1));
}

#[test]
fn other_words_are_other_words() {
    let original = "Jeg føler mig set, når Bente kommer om aftenen og spørger, hvordan det går.";
    for same in [
        original,
        "jeg føler mig set når bente kommer om aftenen og spørger hvordan det går",
        "Nogen spørger, hvordan det går, og kommer om aftenen og spørger, hvordan det går.",
    ] {
        assert!(run_kept(original, same).is_some(), "{same}");
    }
    for other in
        ["Det er rart, når en ansat om aftenen viser interesse.", "Jeg føler mig set om aftenen.", ""]
    {
        assert_eq!(run_kept(original, other), None, "{other}");
    }
    assert_eq!(run_kept("Godt.", "Der er meget, der er godt."), None, "one word is nobody's own");
    assert_eq!(run_kept("Godt.", "godt"), Some("godt".to_owned()));
    assert_eq!(run_kept("Det er godt.", "Jeg synes, det er godt her."), Some("det er godt".to_owned()));
    assert_eq!(run_kept("🙂", "🙂 🙂"), None);
}

#[test]
fn comments_open_at_five_in_their_group_and_leaders_always() {
    let five = GroupSize::default();
    assert!(!opens(Disclosure::Protected, 4, five));
    assert!(opens(Disclosure::Protected, 5, five));
    assert!(opens(Disclosure::InRole, 1, five));
}

#[test]
fn coverage_counts_what_was_looked_at() {
    let seen = |kind, indicators: &[&str]| Evidence {
        kind,
        title: "Husorden".to_owned(),
        document_kind: String::new(),
        date: "2026".to_owned(),
        text: "…".to_owned(),
        indicators: indicators.iter().map(|id| (*id).into()).collect(),
    };
    let rated = |indicator: &str, rating| IndicatorRating {
        indicator: indicator.into(),
        rating,
        after_picture: false,
    };
    let counted = coverage(
        &[seen(EvidenceKind::Document, &["4.1", "4.3"]), seen(EvidenceKind::Observation, &["4.1"])],
        &[rated("4.1", Rating::Step(3)), rated("4.3", Rating::Insufficient)],
        &instrument(),
    );
    assert_eq!((counted.documents, counted.observations), (1, 1));
    assert_eq!((counted.indicators, counted.of), (2, 32));
    assert_eq!((counted.rated, counted.insufficient, counted.after_picture), (1, 1, 0));
}
