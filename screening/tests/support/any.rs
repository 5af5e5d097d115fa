//! Any instrument that the contract allows, and any answers to it.

use super::small;
use proptest::prelude::*;
use screening::answers::{Answer, Answers, Response};
use screening::instrument::{Disclosure, Form, Instrument};

/// A person's group, unit and answers by number; made to fit an instrument by [`responses`].
pub(crate) type Person = (usize, usize, Vec<u8>);

/// A person of any group and unit. Both are drawn unevenly, so that every size around k and d occurs.
pub(crate) fn person() -> impl Strategy<Value = Person> {
    let group = prop_oneof![2 => Just(0_usize), 6 => Just(1), 4 => Just(2), 1 => Just(3)];
    let unit = prop_oneof![2 => Just(0_usize), 5 => Just(1), 4 => Just(2), 3 => Just(3), 1 => Just(4)];
    (group, unit, prop::collection::vec(0_u8..200, 7))
}

pub(crate) fn persons() -> impl Strategy<Value = Vec<Person>> {
    prop::collection::vec(person(), 0..90)
}

/// The responses of these persons in the long form: four of five answers are steps.
pub(crate) fn responses(instrument: &Instrument, persons: &[Person]) -> Vec<Response> {
    let steps = instrument.scale.steps();
    let one = |(group, unit, numbers): &Person| {
        let group = &instrument.groups[group % instrument.groups.len()];
        let answer = |number: u8| match usize::from(number) {
            number if number < 160 => {
                Answer::Step(instrument.scale.min + u8::try_from(number % steps).expect("a step"))
            }
            160..170 => Answer::DontKnow,
            170..180 => Answer::NotApplicable,
            _ => Answer::Blank,
        };
        let asked = instrument
            .indicators()
            .zip(numbers)
            .filter(|(indicator, _)| indicator.asks(&group.id, Form::Long));
        let answers = asked.map(|(indicator, number)| (indicator.id.clone(), answer(*number)));
        Response {
            group: group.id.clone(),
            unit: [None, Some("Nord"), Some("Øst"), Some("syd"), Some("Vest")][*unit].map(str::to_owned),
            answers: Answers(answers.filter(|(_, answer)| *answer != Answer::Blank).collect()),
        }
    };
    persons.iter().map(one).collect()
}

/// The small instrument on any scale, with any of its groups asked, reversed, in role or using the service.
pub(crate) fn instruments() -> impl Strategy<Value = Instrument> {
    let scale = (2_u8..=11, 0_u8..4, 1_u8..11);
    let indicator = (1_u8..8, 0_u8..8, prop::option::of(Just(())));
    let group = (any::<bool>(), any::<bool>());
    (scale, prop::collection::vec(indicator, 5), prop::collection::vec(group, 3)).prop_map(
        |((steps, min, agree), indicators, groups)| {
            let mut instrument = small();
            instrument.scale.min = min;
            instrument.scale.max = min + steps - 1;
            instrument.scale.agree_from = min + 1 + agree % (steps - 1);
            let ids: Vec<_> = instrument.groups.iter().map(|group| group.id.clone()).collect();
            let of = |bits: u8| ids.iter().enumerate().filter(move |(place, _)| (bits >> place) & 1 == 1);
            let all = instrument.focus_points.iter_mut().flat_map(|point| &mut point.indicators);
            for (indicator, (asked, reversed, valued)) in all.zip(indicators) {
                indicator.groups = of(asked).map(|(_, id)| id.clone()).collect();
                indicator.reverse = of(asked & reversed).map(|(_, id)| id.clone()).collect();
                indicator.value = valued.map(|()| "v".into());
            }
            for (group, (in_role, users)) in instrument.groups.iter_mut().zip(groups) {
                group.disclosure = if in_role { Disclosure::InRole } else { Disclosure::Protected };
                group.service_users = users;
            }
            instrument
        },
    )
}
