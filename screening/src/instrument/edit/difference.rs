//! What has changed from one version to another, text by text.

use super::parts::{of, parts};
use super::{Part, TextPlace, setting};
use crate::id::{FocusPointId, GroupId};
use crate::instrument::{Indicator, Instrument};
use std::collections::BTreeMap;

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
    /// A setting of a part: its key, what it was, what it is.
    Set(Part, &'static str, String, String),
    /// The languages, the default first: those there were, those there are.
    Languages(Vec<String>, Vec<String>),
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
            Self::Set(part, ..) => part.clone(),
            Self::Order | Self::Languages(..) => Part::Whole,
            Self::Text(place, ..) => place.part(),
        }
    }
}

/// All that is otherwise in `now`, in its order, what is gone last; of a part or a language that is new
/// or gone no text is told.
pub fn differences(then: &Instrument, now: &Instrument) -> Vec<Difference> {
    let (before, after) = (parts(then), parts(now));
    let mut found = Vec::new();
    let ids = |instrument: &Instrument, others: &[Part]| {
        parts(instrument).into_iter().filter(|part| others.contains(part)).collect::<Vec<_>>()
    };
    if ids(then, &after) != ids(now, &before) || orders(then, now) != orders(now, then) {
        found.push(Difference::Order);
    }
    if then.languages != now.languages {
        found.push(Difference::Languages(then.languages.clone(), now.languages.clone()));
    }
    for part in &after {
        if !before.contains(part) {
            found.push(Difference::Added(part.clone()));
            continue;
        }
        let was = setting::of(then, part).into_iter().map(|(_, value)| value);
        let set = setting::of(now, part).into_iter().zip(was).filter(|((key, is), was)| {
            // An order is one for all groups; it follows what is new or gone.
            *key != "order" && is != was
        });
        found.extend(set.map(|((key, is), was)| Difference::Set(part.clone(), key, was, is)));
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

/// The order in which each group that both have meets what both have.
fn orders<'a>(
    instrument: &'a Instrument,
    other: &Instrument,
) -> BTreeMap<&'a GroupId, Vec<&'a FocusPointId>> {
    let both = instrument.groups.iter().filter(|group| other.group(&group.id).is_some());
    let known = |id: &&FocusPointId| other.focus_point(id).is_some();
    both.map(|group| (&group.id, group.order.iter().filter(known).collect())).collect()
}

fn shape(indicator: &Indicator) -> impl PartialEq + '_ {
    (&indicator.value, &indicator.groups, &indicator.short, &indicator.reverse)
}

fn texts(then: &Instrument, now: &Instrument, part: &Part, found: &mut Vec<Difference>) {
    let mut places = of(now, part);
    places.extend(of(then, part));
    places.sort();
    places.dedup();
    let languages: Vec<&String> = now.languages.iter().filter(|code| then.languages.contains(code)).collect();
    for place in &places {
        for language in languages.iter().copied() {
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
