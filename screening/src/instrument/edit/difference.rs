//! What has changed from one version to another, text by text.

use super::place::{of, parts};
use super::{Part, TextPlace};
use crate::instrument::{Indicator, Instrument};

/// One thing that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A focus point or an indicator that is new.
    Added(Part),
    /// One that is gone.
    Dropped(Part),
    /// The order of focus points and indicators, of the whole or as a group meets them.
    Order,
    /// A text: place, language, what it was, what it is.
    Text(TextPlace, String, String, String),
    /// Who is asked, the short form, the value or what is reversed, of an indicator.
    Shape(Part),
    /// The wording number of an indicator, before and after: it is not compared across.
    Wording(Part, u32, u32),
}

impl Difference {
    /// What it is of.
    pub fn part(&self) -> Part {
        match self {
            Self::Added(part) | Self::Dropped(part) | Self::Shape(part) | Self::Wording(part, ..) => {
                part.clone()
            }
            Self::Order => Part::Whole,
            Self::Text(place, ..) => place.part(),
        }
    }
}

/// All that is otherwise in `now`, in its order, what is gone last; of a part that is new or gone no text is told.
pub fn differences(then: &Instrument, now: &Instrument) -> Vec<Difference> {
    let (before, after) = (parts(then), parts(now));
    let mut found = Vec::new();
    let ids = |instrument: &Instrument, others: &[Part]| {
        parts(instrument).into_iter().filter(|part| others.contains(part)).collect::<Vec<_>>()
    };
    let orders = |instrument: &Instrument| {
        instrument.groups.iter().map(|group| group.order.clone()).collect::<Vec<_>>()
    };
    if ids(then, &after) != ids(now, &before) || (before == after && orders(then) != orders(now)) {
        found.push(Difference::Order);
    }
    for part in &after {
        if !before.contains(part) {
            found.push(Difference::Added(part.clone()));
            continue;
        }
        texts(then, now, part, &mut found);
        if let Part::Indicator(id) = part
            && let (Some((_, was)), Some((_, is))) = (then.indicator(id), now.indicator(id))
        {
            if shape(was) != shape(is) {
                found.push(Difference::Shape(part.clone()));
            }
            if was.wording != is.wording {
                found.push(Difference::Wording(part.clone(), was.wording, is.wording));
            }
        }
    }
    found.extend(before.into_iter().filter(|part| !after.contains(part)).map(Difference::Dropped));
    found
}

fn shape(indicator: &Indicator) -> impl PartialEq + '_ {
    (&indicator.value, &indicator.groups, &indicator.short, &indicator.reverse)
}

fn texts(then: &Instrument, now: &Instrument, part: &Part, found: &mut Vec<Difference>) {
    let mut places = of(now, part);
    places.extend(of(then, part));
    places.sort();
    places.dedup();
    let mut languages = now.languages.clone();
    languages.extend(then.languages.iter().filter(|code| !now.languages.contains(code)).cloned());
    for place in &places {
        for language in &languages {
            let said = |instrument: &Instrument| {
                instrument.written(language).map(|texts| place.text(texts)).unwrap_or_default()
            };
            let (was, is) = (said(then), said(now));
            if was != is {
                found.push(Difference::Text(place.clone(), language.clone(), was, is));
            }
        }
    }
}
