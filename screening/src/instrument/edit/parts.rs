//! The parts of an instrument, and the texts of each in the order in which they are edited.

use super::{Part, ScaleWord, TextPlace};
use crate::instrument::Instrument;

/// Ratings go from 1 to 5 whatever the answers' scale.
const RATINGS: [u8; 5] = [1, 2, 3, 4, 5];

/// The texts of a part, in the order in which they are edited; anchors of 2 and 4 only where somebody wrote one.
pub(super) fn of(instrument: &Instrument, part: &Part) -> Vec<TextPlace> {
    use TextPlace::{
        Anchor, Dialogue, Documents, Explain, Forms, GroupName, IndicatorTitle, Intro, Item, Label,
        Observations, OpenQuestion, PointTitle, Scale, Title, ValueName,
    };
    let groups = || instrument.groups.iter().map(|group| group.id.clone());
    let words = [ScaleWord::DontKnow, ScaleWord::NotApplicable, ScaleWord::Help];
    match part {
        Part::Whole => {
            vec![Title, Explain]
        }
        Part::Scale => {
            let labels = (0..instrument.scale.steps()).map(Label);
            labels.chain(words.map(|word| Scale(word, None))).collect()
        }
        Part::Group(id) => {
            let own = words.map(|word| Scale(word, Some(id.clone())));
            [GroupName(id.clone()), OpenQuestion(id.clone())].into_iter().chain(own).collect()
        }
        Part::Value(id) => vec![ValueName(id.clone())],
        Part::Name(name) => {
            let words = instrument.names.get(name).into_iter().flatten();
            words.map(|word| Forms(name.clone(), word.clone())).collect()
        }
        Part::Signals => Vec::new(),
        Part::FocusPoint(id) => {
            let intros = groups().map(|group| Intro(id.clone(), group));
            std::iter::once(PointTitle(id.clone())).chain(intros).collect()
        }
        Part::Indicator(id) => {
            let written = |rating: u8| {
                rating % 2 == 1
                    || instrument.texts.values().any(|texts| {
                        texts.indicators.get(id).is_some_and(|it| it.anchors.contains_key(&rating))
                    })
            };
            let mut places = vec![IndicatorTitle(id.clone())];
            places.extend(groups().map(|group| Item(id.clone(), group)));
            places.extend([Documents(id.clone()), Observations(id.clone())]);
            let ratings = RATINGS.into_iter().filter(|rating| written(*rating));
            places.extend(ratings.map(|rating| Anchor(id.clone(), rating)));
            places.push(Dialogue(id.clone()));
            places
        }
    }
}

/// Every part of an instrument, in its order.
pub(super) fn parts(instrument: &Instrument) -> Vec<Part> {
    let mut parts = vec![Part::Whole, Part::Scale];
    parts.extend(instrument.groups.iter().map(|group| Part::Group(group.id.clone())));
    parts.extend(instrument.values.iter().map(|value| Part::Value(value.id.clone())));
    parts.extend(instrument.names.keys().cloned().map(Part::Name));
    parts.push(Part::Signals);
    for point in &instrument.focus_points {
        parts.push(Part::FocusPoint(point.id.clone()));
        parts.extend(point.indicators.iter().map(|indicator| Part::Indicator(indicator.id.clone())));
    }
    parts
}
