//! The same screening as nobody outside may tell it from itself: other answers, other units, other counts where they
//! are hidden.

use crate::random::{Dice, World, categories};
use screening::answers::{Answer, Response};
use screening::id::GroupId;
use std::collections::BTreeMap;

/// Other answers to the same questionnaires, of these groups alone; with `skips`, others skipped too.
pub(crate) fn other_answers(world: &World, seed: u64, skips: bool, of: impl Fn(&GroupId) -> bool) -> World {
    let mut dice = Dice::new(!seed);
    let mut other = world.clone();
    let scale = world.instrument.scale;
    for response in other.responses.iter_mut().filter(|response| of(&response.group)) {
        let asked = world.instrument.indicators().filter(|own| world.asks(&response.group, own));
        let mut answers = BTreeMap::new();
        for indicator in asked {
            let old = response.answers.0.get(&indicator.id).copied().unwrap_or_default();
            let answer = match dice.pick(0, 9) {
                _ if !skips && !matches!(old, Answer::Step(_)) => old,
                0 if skips => Answer::DontKnow,
                1 if skips => Answer::NotApplicable,
                2 if skips => Answer::Blank,
                _ => {
                    Answer::Step(u8::try_from(dice.pick(scale.min.into(), scale.max.into())).expect("a step"))
                }
            };
            answers.insert(indicator.id.clone(), answer);
        }
        response.answers.0 = answers;
    }
    other
}

/// Protected groups with fewer than k answer otherwise; `None` where there is none.
pub(crate) fn small_groups_answer_otherwise(world: &World, seed: u64) -> Option<World> {
    let small: Vec<&GroupId> = world
        .protected()
        .map(|group| &group.id)
        .filter(|group| (1..world.size.k() as usize).contains(&world.submitted(group)))
        .collect();
    (!small.is_empty()).then(|| other_answers(world, seed, true, |group| small.contains(&group)))
}

/// Whoever is in a unit under k, or in none, is in another of these.
pub(crate) fn hidden_units_change_places(world: &World) -> World {
    let mut other = world.clone();
    for group in world.protected() {
        let size = |response: &Response| {
            let same = |one: &&Response| one.group == group.id && one.unit == response.unit;
            world.responses.iter().filter(same).count()
        };
        // Everyone in a unit under k, and everyone without one: their units go round by one place.
        let hidden = |response: &Response| {
            response.group == group.id
                && (response.unit.is_none() || (size(response) as u64) < world.size.k())
        };
        let places: Vec<usize> =
            (0..world.responses.len()).filter(|place| hidden(&world.responses[*place])).collect();
        for (place, from) in places.iter().zip(places.iter().cycle().skip(1)) {
            other.responses[*place].unit = world.responses[*from].unit.clone();
        }
    }
    other
}

/// Of counts under k, one *don't know* more or less is a *not relevant*.
pub(crate) fn one_of_a_small_count_answers_otherwise(world: &World) -> World {
    let mut other = world.clone();
    for group in world.protected() {
        for indicator in world.instrument.indicators().filter(|own| world.asks(&group.id, own)) {
            let persons = categories(world, &group.id, indicator);
            let [dont_know, not_applicable] =
                [persons.len() - 3, persons.len() - 2].map(|place| persons[place]);
            let small = dont_know >= 1 && dont_know < world.size.k() && not_applicable + 1 < world.size.k();
            let own = other.responses.iter_mut().filter(|response| response.group == group.id);
            let mut answers = own.filter_map(|response| response.answers.0.get_mut(&indicator.id));
            if let Some(answer) = answers.find(|answer| **answer == Answer::DontKnow).filter(|_| small) {
                *answer = Answer::NotApplicable;
            }
        }
    }
    other
}
