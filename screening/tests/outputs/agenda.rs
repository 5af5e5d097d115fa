//! The proposed agenda: order of kinds, furthest past the threshold, one theme a focus point, at most four.

use crate::sample::{instrument, odd};
use proptest::prelude::*;
use screening::hearing::proposed_agenda;
use screening::signals::{Signal, SignalKind, Subject};

fn signal(kind: SignalKind, point: &str, indicator: Option<&str>, group: &str, excess: f64) -> Signal {
    Signal {
        kind,
        subject: Subject { focus_point: point.into(), indicator: indicator.map(Into::into) },
        group: group.into(),
        other_group: None,
        clear: false,
        rating: None,
        excess,
    }
}

fn gap(point: &str, one: &str, other: &str, excess: f64) -> Signal {
    Signal {
        other_group: Some(other.into()),
        ..signal(SignalKind::SeenDifferently, point, None, one, excess)
    }
}

fn agenda(signals: &[Signal]) -> Vec<(String, Option<String>)> {
    proposed_agenda(signals, &instrument())
        .into_iter()
        .map(|theme| (theme.focus_point.to_string(), theme.indicator.map(|id| id.to_string())))
        .collect()
}

fn points(signals: &[Signal]) -> Vec<String> {
    agenda(signals).into_iter().map(|(point, _)| point).collect()
}

#[test]
fn the_best_strength_comes_first_and_is_the_only_one() {
    let signals = [
        signal(SignalKind::Talk, "7", None, "users", 0.3),
        signal(SignalKind::Strength, "2", None, "users", 0.1),
        signal(SignalKind::Strength, "5", None, "users", 0.2),
    ];
    assert_eq!(points(&signals), ["5", "7"]);
}

#[test]
fn the_kinds_come_in_the_order_of_the_rules() {
    let signals = [
        gap("1", "leaders", "staff", 0.9),
        signal(SignalKind::WordAndDeed, "4", Some("4.1"), "staff", 0.9),
        signal(SignalKind::Unknown, "6", Some("6.3"), "users", 0.1),
        gap("3", "staff", "users", 0.05),
    ];
    assert_eq!(points(&signals), ["3", "6", "4", "1"]);
}

#[test]
fn staff_who_do_not_know_make_no_theme() {
    assert_eq!(points(&[signal(SignalKind::Unknown, "6", Some("6.3"), "staff", 0.4)]), [] as [String; 0]);
}

#[test]
fn the_furthest_past_goes_first_and_ties_follow_the_instrument() {
    let signals = [
        signal(SignalKind::Talk, "8", None, "users", 0.1),
        signal(SignalKind::Talk, "3", None, "users", 0.1 + 1e-15),
        signal(SignalKind::Talk, "7", None, "users", 0.2),
    ];
    assert_eq!(points(&signals), ["7", "3", "8"]);
}

#[test]
fn a_theme_names_the_indicator_that_speaks_loudest_as_the_theme_does() {
    let signals = [
        signal(SignalKind::Strength, "2", None, "users", 0.2),
        signal(SignalKind::Strength, "7", Some("7.1"), "users", 0.1),
        signal(SignalKind::Talk, "7", None, "users", 0.05),
        signal(SignalKind::Talk, "7", Some("7.3"), "users", 0.02),
        signal(SignalKind::Talk, "7", Some("7.4"), "users", 0.03),
    ];
    assert_eq!(agenda(&signals), [("2".to_owned(), None), ("7".to_owned(), Some("7.4".to_owned()))]);
}

#[test]
fn at_most_four_themes_and_one_a_focus_point() {
    let signals: Vec<Signal> = ["1", "2", "3", "4", "5", "5", "6"]
        .iter()
        .zip(1..)
        .map(|(point, place)| signal(SignalKind::Talk, point, None, "users", 0.01 * f64::from(place)))
        .collect();
    assert_eq!(points(&signals), ["6", "5", "4", "3"]);
}

#[test]
fn no_signals_no_agenda() {
    assert_eq!(points(&[]), [] as [String; 0]);
    assert_eq!(proposed_agenda(&[], &odd()), []);
}

fn any_signal() -> impl Strategy<Value = Signal> {
    let kinds = prop::sample::select(vec![
        SignalKind::Strength,
        SignalKind::Talk,
        SignalKind::SeenDifferently,
        SignalKind::Unknown,
        SignalKind::WordAndDeed,
    ]);
    let groups = || prop::sample::select(vec!["leaders", "staff", "users"]);
    (kinds, 1..=8u8, prop::option::of(1..=4u8), groups(), groups(), 0.0..0.5f64).prop_map(
        |(kind, point, within, group, other, excess)| {
            let indicator = within.map(|within| format!("{point}.{within}"));
            let one = signal(kind, &point.to_string(), indicator.as_deref(), group, excess);
            let gap = kind == SignalKind::SeenDifferently;
            Signal { other_group: gap.then(|| other.into()), ..one }
        },
    )
}

proptest! {
    #[test]
    fn the_agenda_keeps_its_promises(signals in prop::collection::vec(any_signal(), 0..30)) {
        let themes = proposed_agenda(&signals, &instrument());
        prop_assert!(themes.len() <= 4);
        let mut seen = std::collections::BTreeSet::new();
        for theme in &themes {
            prop_assert!(seen.insert(theme.focus_point.clone()));
            let signal = theme.signal.as_ref().unwrap();
            prop_assert!(signals.contains(signal));
            prop_assert_eq!(&signal.subject.focus_point, &theme.focus_point);
            if let Some(indicator) = &theme.indicator {
                let within = format!("{}.", theme.focus_point);
                prop_assert!(indicator.as_str().starts_with(&within));
            }
            if signal.subject.indicator.is_some() {
                prop_assert_eq!(&signal.subject.indicator, &theme.indicator);
            }
        }
        let strengths = themes.iter().filter(|t| t.signal.as_ref().unwrap().kind == SignalKind::Strength);
        prop_assert!(strengths.count() <= 1);
        let strongest = signals.iter().filter(|s| s.kind == SignalKind::Strength).map(|s| s.excess).fold(-1.0, f64::max);
        if strongest >= 0.0 {
            let first = themes[0].signal.as_ref().unwrap();
            prop_assert_eq!(first.kind, SignalKind::Strength);
            prop_assert!((first.excess - strongest).abs() < 1e-8);
        }
    }

    #[test]
    fn the_order_of_the_signals_does_not_matter(signals in prop::collection::vec(any_signal(), 0..12)) {
        let mut distinct = signals;
        // Two signals that differ in the group alone are a tie that the instrument's order can't break.
        let mut seen = std::collections::BTreeSet::new();
        distinct.retain(|s| seen.insert((s.kind, s.subject.focus_point.clone(), s.subject.indicator.clone())));
        let mut reversed = distinct.clone();
        reversed.reverse();
        prop_assert_eq!(proposed_agenda(&distinct, &instrument()), proposed_agenda(&reversed, &instrument()));
    }
}
