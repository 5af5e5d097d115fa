//! The attacker who solves equations. Written from what is published and from who answered what, not from the
//! rules of disclosure: every published figure is a sum over a set of persons, and the attack succeeds where some
//! linear combination of them is the sum or the count over 1 to k - 1 persons of protected groups.
//!
//! The attacker is given more than anyone has: every n, hidden or not, who skipped what, and every answer of the
//! in-role groups. The sums of different indicators and focus points are unknowns apart here; what a focus point
//! and its own items tell about those who skipped one is measured in `skipped`.

use crate::algebra::{Fraction, Span, small_sets};
use crate::random::{World, categories};
use screening::answers::{Answer, Response};
use screening::id::GroupId;
use screening::instrument::{Disclosure, Indicator};
use screening::picture::{Kind, Published, PublishedRow};

/// One round of a screening: its answers, and what was published of them.
pub(crate) type Round<'a> = (&'a World, &'a Published);

/// Whatever an attack on one screening recovers, a line each; none: it has failed.
pub(crate) fn attack(world: &World, published: &Published) -> Vec<String> {
    let mut found = Vec::new();
    for code in codes(world) {
        found.extend(attack_sums(&[(world, published)], &code, &[]));
    }
    found.extend(attack_counts(world, published));
    found
}

/// Every indicator, focus point and value.
pub(crate) fn codes(world: &World) -> Vec<String> {
    let instrument = &world.instrument;
    let indicators = instrument.indicators().map(|indicator| indicator.id.to_string());
    let points = instrument.focus_points.iter().map(|point| point.id.to_string());
    indicators.chain(points).chain(instrument.values.iter().map(|value| value.id.to_string())).collect()
}

/// The items behind a code in a group's questionnaire.
pub(crate) fn items<'a>(world: &'a World, code: &str, group: &GroupId) -> Vec<&'a Indicator> {
    let instrument = &world.instrument;
    let own = instrument.focus_points.iter().flat_map(|point| {
        point.indicators.iter().filter(move |indicator| {
            let value = indicator.value.as_ref().is_some_and(|value| value.as_str() == code);
            indicator.id.as_str() == code || point.id.as_str() == code || value
        })
    });
    own.filter(|indicator| world.asks(group, indicator)).collect()
}

/// The step a person answered an item with, if any.
pub(crate) fn step(response: &Response, indicator: &Indicator) -> Option<u8> {
    match response.answers.0.get(&indicator.id) {
        Some(Answer::Step(step)) => Some(*step),
        _ => None,
    }
}

/// Whether a person has a score on a code: half of its items or more are answered.
pub(crate) fn scored(response: &Response, items: &[&Indicator]) -> bool {
    let answered = items.iter().filter(|item| step(response, item).is_some()).count();
    answered > 0 && 2 * answered >= items.len()
}

/// Persons of one round, group and unit, whose sum is an unknown of its own.
struct Unknown {
    round: usize,
    group: GroupId,
    unit: Option<String>,
    persons: u64,
    protected: bool,
}

fn unknowns(rounds: &[Round<'_>], code: &str) -> Vec<Unknown> {
    let mut unknowns: Vec<Unknown> = Vec::new();
    for (round, (world, _)) in rounds.iter().enumerate() {
        for group in &world.instrument.groups {
            let items = items(world, code, &group.id);
            let own = world.responses.iter().filter(|response| response.group == group.id);
            for response in own.filter(|response| scored(response, &items)) {
                let same = |known: &&mut Unknown| {
                    known.round == round && known.group == group.id && known.unit == response.unit
                };
                match unknowns.iter_mut().find(same) {
                    Some(known) => known.persons += 1,
                    None => unknowns.push(Unknown {
                        round,
                        group: group.id.clone(),
                        unit: response.unit.clone(),
                        persons: 1,
                        protected: group.disclosure == Disclosure::Protected,
                    }),
                }
            }
        }
    }
    unknowns
}

/// Whether a row holds any figure made of its persons' scores.
fn speaks(row: &PublishedRow) -> bool {
    row.mean.is_some()
        || row.sd.is_some()
        || row.interval.is_some()
        || row.agreement.is_some()
        || row.agreement_interval.is_some()
        || row.alpha.is_some()
        || row.distribution.is_some()
}

/// Solves for the sums and the numbers of persons behind one code; `changes` are the groups whose difference
/// between the first round and the second is published too.
pub(crate) fn attack_sums(rounds: &[Round<'_>], code: &str, changes: &[GroupId]) -> Vec<String> {
    let unknowns = unknowns(rounds, code);
    let of = |round: usize, group: &GroupId, unit: Option<&str>, weight: i128| -> Vec<Fraction> {
        let own = |unknown: &Unknown| {
            let here = unit.is_none() || unknown.unit.as_deref() == unit;
            unknown.round == round && unknown.group == *group && here
        };
        let persons: u64 =
            unknowns.iter().filter(|unknown| own(unknown)).map(|unknown| unknown.persons).sum();
        // A mean weighs each person with 1/n; a sum or a count (weight 0) with 1.
        let cell =
            if weight == 0 { Fraction::ONE } else { Fraction::new(weight, i128::from(persons.max(1))) };
        unknowns.iter().map(|unknown| if own(unknown) { cell } else { Fraction::NOUGHT }).collect()
    };
    let both = |one: Vec<Fraction>, other: Vec<Fraction>| -> Vec<Fraction> {
        let pick = |(one, other)| if one == Fraction::NOUGHT { other } else { one };
        one.into_iter().zip(other).map(pick).collect()
    };
    let (mut sums, mut counts) = (Vec::new(), Vec::new());
    for place in (0..unknowns.len()).filter(|place| !unknowns[*place].protected) {
        let known: Vec<Fraction> =
            (0..unknowns.len()).map(|other| Fraction::new(i128::from(other == place), 1)).collect();
        sums.push(known.clone());
        counts.push(known);
    }
    for (round, (world, published)) in rounds.iter().enumerate() {
        for row in published.rows.iter().filter(|row| row.code == code) {
            let unit = row.unit.as_deref();
            match &row.other_group {
                Some(other) if row.mean.is_some() || row.interval.is_some() => {
                    sums.push(both(of(round, &row.group, None, 1), of(round, other, None, -1)));
                }
                Some(_) => {}
                None => {
                    if speaks(row) {
                        sums.push(of(round, &row.group, unit, 0));
                    }
                    if row.n.is_some() {
                        counts.push(of(round, &row.group, unit, 0));
                    }
                }
            }
        }
        for _ in published.equal_voice.iter().filter(|voice| voice.1 == code) {
            let groups = world.instrument.groups.iter().map(|group| of(round, &group.id, None, 1));
            sums.extend(groups.reduce(both));
        }
    }
    sums.extend(changes.iter().map(|group| both(of(1, group, None, 1), of(0, group, None, -1))));
    let (sums, counts) = (Span::of(sums), Span::of(counts));
    let protected: Vec<usize> = (0..unknowns.len()).filter(|place| unknowns[*place].protected).collect();
    let sizes: Vec<u64> = protected.iter().map(|place| unknowns[*place].persons).collect();
    let most = rounds.iter().map(|(world, _)| world.size.k() - 1).min().unwrap_or_default();
    let mut found = Vec::new();
    for set in small_sets(&sizes, most) {
        let chosen: Vec<usize> = set.iter().map(|place| protected[*place]).collect();
        let row: Vec<Fraction> =
            (0..unknowns.len()).map(|place| Fraction::new(i128::from(chosen.contains(&place)), 1)).collect();
        let name = || {
            let names = chosen.iter().map(|place| &unknowns[*place]);
            let names: Vec<String> = names
                .map(|u| format!("{} {} ({})", u.group, u.unit.as_deref().unwrap_or("-"), u.persons))
                .collect();
            format!("{code}: {}", names.join(" + "))
        };
        if sums.gives(row.clone()) {
            found.push(format!("sum of {}", name()));
        }
        if counts.gives(row) {
            found.push(format!("count of {}", name()));
        }
    }
    found
}

/// Solves for how many said *don't know*, *not relevant* or nothing, and in rows that are not shown for how many
/// chose each step. That so many gave no scored answer at all is not protected, nor is how a shown row spreads.
fn attack_counts(world: &World, published: &Published) -> Vec<String> {
    let mut found = Vec::new();
    for group in world.protected() {
        for indicator in world.instrument.indicators().filter(|indicator| world.asks(&group.id, indicator)) {
            let row = published.row(Kind::Indicator, indicator.id.as_str(), &group.id);
            let row = row.expect("a row for every indicator a group is asked");
            let persons = categories(world, &group.id, indicator);
            let steps = persons.len() - 3;
            let cells = |weigh: &dyn Fn(usize) -> i128| -> Vec<Fraction> {
                (0..persons.len()).map(|place| Fraction::new(weigh(place), 1)).collect()
            };
            let mut known = vec![cells(&|_| 1)];
            if row.n.is_some() {
                known.push(cells(&|place| i128::from(place < steps)));
            }
            if row.mean.is_some() {
                known.push(cells(&|place| if place < steps { place as i128 } else { 0 }));
            }
            if row.agreement.is_some() {
                let from = usize::from(world.instrument.scale.agree_from - world.instrument.scale.min);
                known.push(cells(&|place| i128::from((from..steps).contains(&place))));
            }
            for place in (0..steps).filter(|_| row.distribution.is_some()) {
                known.push(cells(&|other| i128::from(other == place)));
            }
            for (place, count) in [row.dont_know, row.not_applicable, row.blank].into_iter().enumerate() {
                if count.is_some() {
                    known.push(cells(&|other| i128::from(other == steps + place)));
                }
            }
            let span = Span::of(known);
            let skips: Vec<Vec<usize>> = [&[0][..], &[1], &[2], &[0, 1], &[0, 2], &[1, 2]]
                .map(|set| set.iter().map(|place| steps + place).collect())
                .to_vec();
            let hidden = (0..steps).filter(|_| !row.shown.is_shown()).map(|place| vec![place]);
            for set in skips.into_iter().chain(hidden) {
                let size: u64 = set.iter().map(|place| persons[*place]).sum();
                let target = cells(&|place| i128::from(set.contains(&place)));
                if (1..world.size.k()).contains(&size) && span.gives(target) {
                    found.push(format!("{}: {size} of {} in {set:?}", indicator.id, group.id));
                }
            }
        }
    }
    found
}
