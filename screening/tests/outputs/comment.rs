//! Which words may be printed, and what was looked at.

use crate::sample::instrument;
use screening::comment::{Comment, Consent, Decision, opens, quote};
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating, coverage};
use screening::instrument::Disclosure;
use screening::settings::GroupSize;

fn printed(consent: Consent, decision: Decision) -> Option<String> {
    let comment = Comment {
        group: "users".into(),
        focus_point: None,
        text: " Det er rart. ".to_owned(),
        consent,
        decision,
    };
    quote(&comment, "[rettet]").map(|quote| quote.text)
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
    assert_eq!(printed(Consent::Verbatim, Decision::LeftOut), None);
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
