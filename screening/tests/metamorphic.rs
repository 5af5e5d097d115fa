//! How figures follow the answers, on any instrument the contract allows: what a change of one thing changes, and what
//! it leaves.

mod support;

use proptest::prelude::*;
use screening::answers::{Answer, Response};
use screening::instrument::Instrument;
use screening::picture::Interval;
use screening::scoring::{GroupScores, Scores, Summary};
use screening::settings::Invited;
use support::any::{instruments, person, persons, responses};
use support::score;

fn scores(instrument: &Instrument, responses: &[Response]) -> Scores {
    score(instrument, responses, &Invited::default())
}

/// Every step of the answers by another.
fn steps_by(responses: &mut [Response], other: impl Fn(u8) -> u8) {
    for answer in responses.iter_mut().flat_map(|response| response.answers.0.values_mut()) {
        if let Answer::Step(step) = answer {
            *step = other(*step);
        }
    }
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    one.zip(other).map_or(one == other, |(one, other)| (one - other).abs() < 1e-9)
}

/// Whether the second is the first with every mean moved by this.
fn alike(one: &Summary, other: &Summary, mean: impl Fn(f64) -> f64, turned: bool) -> bool {
    let ends = |interval: Option<Interval>| (interval.map(|i| i.low), interval.map(|i| i.high));
    let (low, high) = ends(one.interval);
    let (low, high) = (low.map(&mean), high.map(&mean));
    let (low, high) = if turned { (high, low) } else { (low, high) };
    let (other_low, other_high) = ends(other.interval);
    one.n == other.n
        && near(one.mean.map(&mean), other.mean)
        && near(one.sd, other.sd)
        && near(low, other_low)
        && near(high, other_high)
}

/// Every summary of a group: indicators, focus points, values.
fn summaries(group: &GroupScores) -> impl Iterator<Item = &Summary> {
    let indicators = group.indicators.iter().map(|score| &score.summary);
    let points = group.focus_points.iter().map(|score| &score.summary);
    indicators.chain(points).chain(group.values.iter().map(|score| &score.summary))
}

fn all_alike(one: &Scores, other: &Scores, mean: impl Fn(f64) -> f64, turned: bool) -> bool {
    one.groups.len() == other.groups.len()
        && one.groups.iter().zip(&other.groups).all(|(one, other)| {
            summaries(one).zip(summaries(other)).all(|(one, other)| alike(one, other, &mean, turned))
                && one
                    .focus_points
                    .iter()
                    .zip(&other.focus_points)
                    .all(|(one, other)| near(one.alpha, other.alpha))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Numbering the steps from another number moves means by that, and nothing else.
    #[test]
    fn steps_may_be_numbered_from_anywhere(instrument in instruments(), persons in persons(), by in 1_u8..5) {
        let mut moved = instrument.clone();
        moved.scale.min += by;
        moved.scale.max += by;
        moved.scale.agree_from += by;
        let before = responses(&instrument, &persons);
        let mut after = before.clone();
        steps_by(&mut after, |step| step + by);
        let (before, after) = (scores(&instrument, &before), scores(&moved, &after));
        prop_assert!(all_alike(&before, &after, |mean| mean + f64::from(by), false));
        for (one, other) in before.groups.iter().zip(&after.groups) {
            for (one, other) in one.indicators.iter().zip(&other.indicators) {
                prop_assert_eq!(&one.distribution, &other.distribution);
                prop_assert_eq!((one.agreement, one.agreement_interval), (other.agreement, other.agreement_interval));
                prop_assert_eq!((one.dont_know, one.not_applicable, one.blank), (other.dont_know, other.not_applicable, other.blank));
            }
        }
        for (one, other) in before.gaps.iter().zip(&after.gaps) {
            prop_assert!(near(one.difference, other.difference));
            prop_assert!(near(one.interval.map(|i| i.high), other.interval.map(|i| i.high)));
        }
    }

    /// A group whose wording is reversed and who answers the opposite has the same figures.
    #[test]
    fn a_reversed_wording_answered_the_opposite_way_is_the_same(instrument in instruments(), persons in persons()) {
        let mut reversed = instrument.clone();
        for indicator in reversed.focus_points.iter_mut().flat_map(|point| &mut point.indicators) {
            indicator.reverse = indicator.groups.iter().filter(|group| !indicator.reverse.contains(group)).cloned().collect();
        }
        let before = responses(&instrument, &persons);
        let mut after = before.clone();
        let ends = instrument.scale.min + instrument.scale.max;
        steps_by(&mut after, |step| ends - step);
        prop_assert_eq!(scores(&instrument, &before), scores(&reversed, &after));
    }

    /// Everyone answering the opposite mirrors the figures about the middle of the scale.
    #[test]
    fn the_opposite_answers_mirror_the_figures(instrument in instruments(), persons in persons()) {
        let before = responses(&instrument, &persons);
        let mut after = before.clone();
        let ends = instrument.scale.min + instrument.scale.max;
        steps_by(&mut after, |step| ends - step);
        let (before, after) = (scores(&instrument, &before), scores(&instrument, &after));
        prop_assert!(all_alike(&before, &after, |mean| f64::from(ends) - mean, true));
        for (one, other) in before.groups.iter().zip(&after.groups) {
            for (one, other) in one.indicators.iter().zip(&other.indicators) {
                let mirrored: Vec<u64> = other.distribution.iter().rev().copied().collect();
                prop_assert_eq!(&one.distribution, &mirrored);
            }
        }
        for (one, other) in before.gaps.iter().zip(&after.gaps) {
            prop_assert!(near(one.difference.map(|difference| -difference), other.difference));
        }
    }

    /// One more person changes the figures of their group on what they scored, their unit's, and nothing else.
    #[test]
    fn one_more_person_changes_only_what_they_scored(instrument in instruments(), persons in persons(), more in person()) {
        let one = responses(&instrument, std::slice::from_ref(&more));
        let before = responses(&instrument, &persons);
        let after: Vec<Response> = before.iter().chain(&one).cloned().collect();
        let (before, after) = (scores(&instrument, &before), scores(&instrument, &after));
        let (response, unit) = (&one[0], one[0].unit.as_deref());
        for (old, new) in before.groups.iter().zip(&after.groups) {
            prop_assert_eq!(&old.group, &new.group);
            if old.group != response.group {
                prop_assert_eq!(old, new);
                continue;
            }
            prop_assert_eq!(old.submitted + 1, new.submitted);
            let stepped = |answer: Option<&Answer>| matches!(answer, Some(Answer::Step(_)));
            for (old, new) in old.indicators.iter().zip(&new.indicators) {
                let answer = response.answers.0.get(&old.id);
                prop_assert_eq!(old.summary.n + u64::from(stepped(answer)), new.summary.n);
                if !stepped(answer) {
                    prop_assert_eq!((&old.summary, &old.distribution, old.agreement), (&new.summary, &new.distribution, new.agreement));
                }
                let counts = [answer == Some(&Answer::DontKnow), answer == Some(&Answer::NotApplicable), answer.is_none()].map(u64::from);
                let added = [new.dont_know - old.dont_know, new.not_applicable - old.not_applicable, new.blank - old.blank];
                prop_assert_eq!(added, counts);
            }
            for (old, new) in old.focus_points.iter().zip(&new.focus_points) {
                let asked = instrument.focus_point(&old.id).into_iter().flat_map(|point| &point.indicators);
                let asked: Vec<_> = asked.filter(|indicator| indicator.groups.contains(&response.group)).collect();
                let scored = asked.iter().filter(|indicator| stepped(response.answers.0.get(&indicator.id))).count();
                let counts = 2 * scored >= asked.len();
                prop_assert_eq!(old.summary.n + u64::from(counts), new.summary.n);
                prop_assert!(counts || old.summary == new.summary);
                prop_assert!(scored == asked.len() || old.alpha == new.alpha, "alpha is over complete answers");
                for (name, mean) in &new.units {
                    let same = old.units.get(name).copied().unwrap_or_default() == *mean;
                    prop_assert!(same || (counts && Some(name.as_str()) == unit), "{name}");
                }
            }
        }
        for (old, new) in before.gaps.iter().zip(&after.gaps) {
            prop_assert!(old == new || old.group == response.group || old.other_group == response.group);
        }
    }

    /// A number invited narrows intervals of means, more so the fewer are left out, and touches nothing else.
    #[test]
    fn the_number_invited_only_narrows_intervals(instrument in instruments(), persons in persons(), more in 0_u64..100) {
        let responses = responses(&instrument, &persons);
        let unknown = scores(&instrument, &responses);
        let known = |more: u64| {
            let of = unknown.groups.iter().map(|group| (group.group.as_str(), group.submitted + more));
            score(&instrument, &responses, &support::invited(&of.collect::<Vec<_>>()))
        };
        let (fewer, known) = (known(more), known(more + 1));
        let width = |summary: &Summary| summary.interval.map(|interval| interval.high - interval.low);
        for ((fewer, known), unknown) in fewer.groups.iter().zip(&known.groups).zip(&unknown.groups) {
            for ((fewer, known), unknown) in summaries(fewer).zip(summaries(known)).zip(summaries(unknown)) {
                prop_assert_eq!((known.n, known.mean, known.sd), (unknown.n, unknown.mean, unknown.sd));
                prop_assert_eq!(known.interval.is_some(), unknown.interval.is_some());
                let wider = |one, other| width(one).zip(width(other)).is_none_or(|(one, other)| one <= other + 1e-12);
                prop_assert!(wider(fewer, known) && wider(known, unknown));
            }
        }
        prop_assert_eq!(known.gaps, unknown.gaps);
    }
}
