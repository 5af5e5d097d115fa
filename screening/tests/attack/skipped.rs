//! What a focus point or value tells, together with its own items, about the persons who skipped some of them.
//!
//! In full precision their sum follows exactly: with m items, a person with m' of them scored weighs each with 1/m'
//! in the mean, and with 1/m in the mean of the items' means. `scoring.md` answers that by rounding, not by hiding,
//! so this measures how far rounding reaches: how many sums over 1 to k - 1 such persons can be pinned to one
//! number by an attacker who even knows who skipped what.

use crate::random::Dice;
use crate::random::{World, screenings, world};
use crate::solve::{items, scored, step};
use crate::support::{self, recovery};
use screening::answers::{Answer, Answers, Response};
use screening::id::GroupId;
use screening::instrument::Indicator;
use screening::picture::{Figure, Kind, Published, PublishedRow};
use screening::settings::{GroupSize, Invited};

/// Where a number lies, both ends among it.
type Window = (f64, f64);

const NOISE: f64 = 1e-9;

fn both(one: Window, other: Window) -> Window {
    (one.0.max(other.0), one.1.min(other.1))
}

fn rounded(tenths: f64) -> Window {
    (tenths - 0.05, tenths + 0.05)
}

/// All that is known of the mean of a row: its own figure, the middle of its interval, and the differences from
/// in-role groups, whose means the attacker knows.
fn mean(world: &World, published: &Published, row: &PublishedRow) -> Option<Window> {
    let scale = world.instrument.scale;
    let mut window = match row.mean? {
        Figure::Value(value) => rounded(value),
        Figure::Over(bound) => (bound, f64::from(scale.max)),
        Figure::Under(bound) => (f64::from(scale.min), bound),
    };
    if let Some(interval) = row.interval {
        window = both(window, rounded(f64::midpoint(interval.low, interval.high)));
    }
    for gap in published.rows.iter().filter(|gap| gap.kind == Kind::Gap && gap.code == row.code) {
        let (Some(Figure::Value(difference)), Some(other)) = (gap.mean, &gap.other_group) else { continue };
        let (own, known, sign) =
            if gap.group == row.group { (&gap.group, other, 1.0) } else { (other, &gap.group, -1.0) };
        if *own != row.group || world.protected().any(|group| group.id == *known) {
            continue;
        }
        if let Some(known) = true_mean(world, &row.code, known) {
            let (low, high) = rounded(difference * sign);
            window = both(window, (low + known, high + known));
        }
    }
    Some(window)
}

/// A person's scored steps on some items, reversed where the wording is.
fn steps(world: &World, response: &Response, items: &[&Indicator]) -> Vec<u8> {
    let scale = world.instrument.scale;
    let turned = |item: &&&Indicator| {
        let step = step(response, item)?;
        Some(if item.reverse.contains(&response.group) { scale.min + scale.max - step } else { step })
    };
    items.iter().filter_map(|item| turned(&item)).collect()
}

fn true_mean(world: &World, code: &str, group: &GroupId) -> Option<f64> {
    let items = items(world, code, group);
    let own = world.responses.iter().filter(|response| response.group == *group && scored(response, &items));
    let scores: Vec<f64> = own
        .map(|response| steps(world, response, &items))
        .map(|steps| steps.iter().map(|step| f64::from(*step)).sum::<f64>() / steps.len() as f64)
        .collect();
    (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}

/// The whole-number sums that the row of an indicator leaves.
fn sum(world: &World, published: &Published, row: &PublishedRow) -> Option<Window> {
    if let Some(distribution) = &row.distribution {
        let least = u64::from(world.instrument.scale.min);
        let exact: u64 = (least..).zip(distribution).map(|(step, persons)| step * persons).sum();
        return Some((exact as f64, exact as f64));
    }
    let (low, high) = mean(world, published, row)?;
    let n = row.n? as f64;
    Some(((low * n - NOISE).ceil(), (high * n + NOISE).floor()))
}

/// Persons of a group who skipped equally many items of a code, and how many sums of their answers are possible
/// after all that is published; `None` where the code does not tell anything of 1 to k - 1 such persons alone.
fn possible_sums(world: &World, published: &Published, code: &str, group: &GroupId) -> Option<(u64, u64)> {
    let items = items(world, code, group);
    let own = world.responses.iter().filter(|response| response.group == *group);
    let answered: Vec<usize> = own.map(|response| steps(world, response, &items).len()).collect();
    let skipping: Vec<usize> =
        answered.iter().copied().filter(|count| (1..items.len()).contains(count)).collect();
    let counted = *skipping.first()?;
    let alike = skipping.iter().all(|count| *count == counted) && 2 * counted >= items.len();
    if !alike || skipping.len() as u64 >= world.size.k() {
        return None;
    }
    let row =
        [Kind::FocusPoint, Kind::Value].into_iter().find_map(|kind| published.row(kind, code, group))?;
    let of_items: Option<Vec<Window>> = items
        .iter()
        .map(|item| sum(world, published, published.row(Kind::Indicator, item.id.as_str(), group)?))
        .collect();
    let of_items = of_items?.into_iter().fold((0.0, 0.0), |all, one| (all.0 + one.0, all.1 + one.1));
    let (m, n) = (items.len() as f64, row.n? as f64);
    let (low, high) = mean(world, published, row)?;
    // m times the sum of scores less the sum of the items is (m - m')/m' times the sum of the skippers' answers.
    let factor = counted as f64 / (m - counted as f64);
    let (low, high) = (factor * (m * n * low - of_items.1), factor * (m * n * high - of_items.0));
    let scale = world.instrument.scale;
    let answers = (skipping.len() * counted) as f64;
    let (low, high) = both((low, high), (answers * f64::from(scale.min), answers * f64::from(scale.max)));
    let possible = (high + NOISE).floor() - (low - NOISE).ceil() + 1.0;
    assert!(possible >= 1.0, "the truth is always possible: {code} {group}");
    Some((row.n?, possible as u64))
}

/// The sets of one screening that could be told apart in full precision: persons in the row, and sums left.
fn sets(world: &World) -> Vec<(u64, u64)> {
    let published = world.published();
    let points = world.instrument.focus_points.iter().map(|point| point.id.to_string());
    let values = world.instrument.values.iter().map(|value| value.id.to_string());
    let codes: Vec<String> = points.chain(values).collect();
    let mut sets = Vec::new();
    for group in world.protected() {
        sets.extend(codes.iter().filter_map(|code| possible_sums(world, &published, code, &group.id)));
    }
    sets
}

fn print(name: &str, sets: &[(u64, u64)]) {
    let pinned = sets.iter().filter(|(_, possible)| *possible == 1).count();
    let share = 100.0 * pinned as f64 / sets.len().max(1) as f64;
    let of = sets.len();
    println!("{name}: {of} sets of 1 to k - 1 who skipped an item, one sum left for {pinned} ({share:.1} %)");
}

#[test]
fn how_far_rounding_hides_those_who_skipped_an_item() {
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for seed in 0..screenings(2000) {
        let world = world(seed);
        let (large, small): (Vec<_>, Vec<_>) =
            sets(&world).into_iter().partition(|(n, _)| *n >= world.size.d());
        few.extend(small);
        many.extend(large);
    }
    print("random, k to d - 1 persons", &few);
    print("random, d persons and more", &many);
    let instrument = recovery();
    for (persons, skip) in [(7, 8), (14, 5), (22, 5), (40, 3)] {
        for (form, forms) in [("short", instrument.default_forms()), ("long", support::long())] {
            let mut found = Vec::new();
            for seed in 0..screenings(25) {
                let mut dice = Dice::new(seed);
                let mut person = || {
                    let answers = instrument.indicators().filter_map(|own| {
                        let step = 1 + dice.pick(1, 2) as u8 + dice.pick(0, 2) as u8;
                        let answer = if dice.chance(skip) { Answer::DontKnow } else { Answer::Step(step) };
                        let forms = forms.get("users").copied().unwrap_or_default();
                        own.asks(&"users".into(), forms).then(|| (own.id.clone(), answer))
                    });
                    Response { group: "users".into(), unit: None, answers: Answers(answers.collect()) }
                };
                let responses = (0..persons).map(|_| person()).collect();
                let (instrument, forms) = (instrument.clone(), forms.clone());
                let (size, invited) = (GroupSize::default(), Invited::default());
                found.extend(sets(&World { instrument, forms, invited, size, responses }));
            }
            print(&format!("ours, {form} form, {persons} users of whom {skip} % skip an item"), &found);
        }
    }
}
