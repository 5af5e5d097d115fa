//! How the invented people answer: each group stands somewhere on each focus point, each person answers a little
//! higher or lower than others, and each answer varies around both.

use super::dice::Dice;
use super::texts::{Organisation, Texts};
use screening::answers::{Answer, Answers};
use screening::id::{FocusPointId, GroupId, IndicatorId};
use screening::instrument::{Form, Instrument};
use std::collections::BTreeMap;
use workflow::answering::{NewComment, NewResponse};

/// How far persons differ from their group, in scale points.
const PERSONS: f64 = 0.55;
/// How far a person's answers differ from each other.
const ANSWERS: f64 = 0.75;
/// How far the indicators of a focus point differ.
const INDICATORS: f64 = 0.25;
/// Shares of *don't know* where nothing else is said, of *not relevant*, of what is skipped, and of those who stop
/// half-way and send what they have.
const DONT_KNOW: f64 = 0.04;
const NOT_APPLICABLE: f64 = 0.02;
const SKIPPED: f64 = 0.02;
const STOPPED: f64 = 0.06;

/// Of so few that one who stops would leave a group empty, nobody does.
const FEW: u64 = 5;

/// Everything submitted at a place, comments included.
pub(super) fn responses(
    texts: &Texts,
    instrument: &Instrument,
    place: &Organisation,
    dice: &Dice,
) -> Vec<NewResponse> {
    // The same statement is hard or easy for everyone.
    let eased: BTreeMap<&IndicatorId, f64> =
        instrument.indicators().map(|indicator| (&indicator.id, INDICATORS * dice.normal())).collect();
    let mut all = Vec::new();
    for group in &instrument.groups {
        let mut of_group: Vec<NewResponse> = persons(place, &group.id)
            .into_iter()
            .map(|unit| NewResponse {
                key: dice.key(),
                group: group.id.clone(),
                unit,
                answers: person(texts, instrument, place, &group.id, &eased, dice),
                comments: Vec::new(),
                notes: Vec::new(),
            })
            .collect();
        let written =
            texts.comments.iter().filter(|comment| texts.belongs(comment.organisation.as_deref(), place));
        for comment in written.filter(|comment| comment.group == group.id) {
            let writer = dice.below(of_group.len());
            if let Some(response) = of_group.get_mut(writer) {
                response.comments.push(NewComment {
                    key: dice.key(),
                    focus_point: comment.focus_point.clone(),
                    text: comment.text.clone(),
                    consent: comment.consent(),
                });
            }
        }
        all.append(&mut of_group);
    }
    all
}

/// The unit of each person of a group who submitted; a single number is without a unit.
fn persons(place: &Organisation, group: &GroupId) -> Vec<Option<String>> {
    let numbers = place.submitted.get(group).map(Vec::as_slice).unwrap_or_default();
    let mut units = Vec::new();
    for (number, unit) in numbers.iter().zip(units_of(place, numbers)) {
        units.extend((0..*number).map(|_| unit.clone()));
    }
    units
}

/// The units that a list of numbers is about.
pub(super) fn units_of(place: &Organisation, numbers: &[u64]) -> Vec<Option<String>> {
    if numbers.len() == place.units.len() {
        place.units.iter().cloned().map(Some).collect()
    } else {
        vec![None]
    }
}

fn person(
    texts: &Texts,
    instrument: &Instrument,
    place: &Organisation,
    group: &GroupId,
    eased: &BTreeMap<&IndicatorId, f64>,
    dice: &Dice,
) -> Answers {
    let form = if place.short.contains(group) { Form::Short } else { Form::Long };
    let questionnaire = instrument.questionnaire(group, form);
    let moved = |point: &FocusPointId| place.moved.get(point).copied().unwrap_or_default();
    let bent = place.level + PERSONS * dice.normal();
    let few = place.submitted.get(group).is_some_and(|numbers| numbers.iter().sum::<u64>() < FEW);
    let last = if dice.share() < STOPPED && !few { questionnaire.len() / 2 } else { questionnaire.len() };
    let middle = f64::from(instrument.scale.min) + instrument.scale.range() / 2.0;
    let mut answers = BTreeMap::new();
    for (point, indicators) in questionnaire.iter().take(last) {
        let level =
            texts.levels.get(group).and_then(|levels| levels.get(&point.id)).copied().unwrap_or(middle);
        for indicator in indicators {
            let dont_know = texts.dont_know.get(group).and_then(|shares| shares.get(&indicator.id));
            let dont_know = dont_know.copied().unwrap_or(DONT_KNOW);
            let ease = eased.get(&indicator.id).copied().unwrap_or_default();
            let value = level + moved(&point.id) + bent + ease + ANSWERS * dice.normal();
            let drawn = dice.share();
            let answer = if drawn < dont_know {
                Answer::DontKnow
            } else if drawn < dont_know + NOT_APPLICABLE {
                Answer::NotApplicable
            } else if drawn < dont_know + NOT_APPLICABLE + SKIPPED {
                continue;
            } else {
                Answer::Step(step(instrument, value, indicator.reverse.contains(group)))
            };
            answers.insert(indicator.id.clone(), answer);
        }
    }
    Answers(answers)
}

/// The nearest step of the scale, turned round where the statement is.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to the scale first")]
fn step(instrument: &Instrument, value: f64, reversed: bool) -> u8 {
    let (min, max) = (instrument.scale.min, instrument.scale.max);
    let step = value.round().clamp(f64::from(min), f64::from(max)) as u8;
    if reversed { min + max - step } else { step }
}
