//! Adding, moving and dropping: focus points and indicators here, what stands around them in [`super::around`].

use super::{Draft, EditProblem, Part};
use crate::id::{FocusPointId, IndicatorId};
use crate::instrument::load::limits::{MOST_FOCUS_POINTS, MOST_INDICATORS};
use crate::instrument::{FocusPoint, Indicator, Instrument};
use std::collections::BTreeSet;

/// A change of what there is, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reshape {
    /// A new focus point, last.
    AddFocusPoint,
    /// A new indicator, last in its focus point.
    AddIndicator(FocusPointId),
    /// A new group, last: its name, and the language that this is in.
    AddGroup(String, String),
    /// A new value, last: its name, and the language that this is in.
    AddValue(String, String),
    /// A new name with words that a screening may choose.
    AddName(String),
    /// A new language, last, by its code.
    AddLanguage(String),
    /// This language becomes the first, which is spoken where no other is chosen.
    FirstLanguage(String),
    /// Away with a language and all that is written in it.
    DropLanguage(String),
    /// One place up; the first indicator of a focus point goes to the end of the one before.
    Up(Part),
    /// One place down; the last indicator of a focus point goes to the beginning of the next.
    Down(Part),
    /// Away with it and all its texts; a focus point takes its indicators along.
    Drop(Part),
}

impl Draft {
    /// Does it, and gives the part that is to be seen then. `taken` are ids that versions before had; see
    /// [`taken`](super::taken).
    ///
    /// # Errors
    ///
    /// As many as there may be; a part that is not there.
    pub fn reshape(&mut self, change: &Reshape, taken: &BTreeSet<String>) -> Result<Part, EditProblem> {
        match change {
            Reshape::AddFocusPoint => self.add_point(taken),
            Reshape::AddIndicator(point) => self.add_indicator(point, taken),
            Reshape::AddGroup(name, language) => self.add_group(name, language),
            Reshape::AddValue(name, language) => self.add_value(name, language, taken),
            Reshape::AddName(name) => self.add_name(name),
            Reshape::AddLanguage(code) => self.add_language(code),
            Reshape::FirstLanguage(code) => self.first_language(code),
            Reshape::DropLanguage(code) => self.drop_language(code),
            Reshape::Up(part) => self.moved(part, false),
            Reshape::Down(part) => self.moved(part, true),
            Reshape::Drop(part) => self.dropped(part),
        }
    }

    fn add_point(&mut self, taken: &BTreeSet<String>) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        if instrument.focus_points.len() >= MOST_FOCUS_POINTS {
            return Err(EditProblem::TooManyFocusPoints(MOST_FOCUS_POINTS));
        }
        let known = instrument.focus_points.iter().map(|point| point.id.as_str());
        let highest = known.chain(taken.iter().map(String::as_str)).filter_map(|id| id.parse::<u32>().ok());
        let id = free(highest.max().unwrap_or(0), taken, instrument, |number| number.to_string());
        let id = FocusPointId::from(id);
        instrument.focus_points.push(FocusPoint {
            id: id.clone(),
            involvement: false,
            indicators: Vec::new(),
        });
        for group in &mut instrument.groups {
            group.order.push(id.clone());
        }
        Ok(Part::FocusPoint(id))
    }

    fn add_indicator(&mut self, point: &FocusPointId, taken: &BTreeSet<String>) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        if instrument.indicators().count() >= MOST_INDICATORS {
            return Err(EditProblem::TooManyIndicators(MOST_INDICATORS));
        }
        let prefix = format!("{point}.");
        let known = instrument.indicators().map(|indicator| indicator.id.as_str());
        let highest = known
            .chain(taken.iter().map(String::as_str))
            .filter_map(|id| id.strip_prefix(&prefix)?.parse::<u32>().ok());
        let id = free(highest.max().unwrap_or(0), taken, instrument, |number| format!("{prefix}{number}"));
        let id = IndicatorId::from(id);
        // Everyone is asked as soon as there is a statement for them.
        let groups = instrument.groups.iter().map(|group| group.id.clone()).collect();
        let found = instrument.focus_points.iter_mut().find(|known| known.id == *point);
        found.ok_or(EditProblem::NotThere)?.indicators.push(Indicator {
            id: id.clone(),
            value: None,
            groups,
            short: Vec::new(),
            reverse: Vec::new(),
            wording: 1,
        });
        Ok(Part::Indicator(id))
    }

    fn moved(&mut self, part: &Part, down: bool) -> Result<Part, EditProblem> {
        let points = &mut self.0.focus_points;
        match part {
            Part::Whole | Part::Scale | Part::Name(_) | Part::Signals => return Err(EditProblem::NotThere),
            Part::Group(id) => {
                swapped(&mut self.0.groups, |group| group.id == *id, down)?;
                self.sort_groups();
            }
            Part::Value(id) => swapped(&mut self.0.values, |value| value.id == *id, down)?,
            Part::FocusPoint(id) => {
                let listed: Vec<FocusPointId> = points.iter().map(|point| point.id.clone()).collect();
                swapped(points, |point| point.id == *id, down)?;
                let now: Vec<FocusPointId> = points.iter().map(|point| point.id.clone()).collect();
                // An order of a group's own stays as it is.
                for group in self.0.groups.iter_mut().filter(|group| group.order == listed) {
                    group.order.clone_from(&now);
                }
            }
            Part::Indicator(id) => {
                let (at, place) = self.find(id).ok_or(EditProblem::NotThere)?;
                let points = &mut self.0.focus_points;
                let inside = points[at].indicators.len();
                match (neighbour(place, down, inside), neighbour(at, down, points.len())) {
                    (Some(other), _) => points[at].indicators.swap(place, other),
                    (None, Some(other)) => {
                        let indicator = points[at].indicators.remove(place);
                        let into = &mut points[other].indicators;
                        into.insert(if down { 0 } else { into.len() }, indicator);
                    }
                    (None, None) => {}
                }
            }
        }
        Ok(part.clone())
    }

    fn dropped(&mut self, part: &Part) -> Result<Part, EditProblem> {
        match part {
            Part::Whole | Part::Scale | Part::Signals => Err(EditProblem::NotThere),
            Part::Group(id) => self.drop_group(id),
            Part::Value(id) => self.drop_value(id),
            Part::Name(name) => self.drop_name(name),
            Part::FocusPoint(id) => {
                let instrument = &mut self.0;
                let place = instrument.focus_points.iter().position(|point| point.id == *id);
                let gone = instrument.focus_points.remove(place.ok_or(EditProblem::NotThere)?);
                for group in &mut instrument.groups {
                    group.order.retain(|known| known != id);
                }
                for texts in instrument.texts.values_mut() {
                    texts.focus_points.remove(id);
                    for indicator in &gone.indicators {
                        texts.indicators.remove(&indicator.id);
                    }
                }
                Ok(Part::Whole)
            }
            Part::Indicator(id) => {
                let (at, place) = self.find(id).ok_or(EditProblem::NotThere)?;
                self.0.focus_points[at].indicators.remove(place);
                for texts in self.0.texts.values_mut() {
                    texts.indicators.remove(id);
                }
                Ok(Part::FocusPoint(self.0.focus_points[at].id.clone()))
            }
        }
    }

    /// The groups of each indicator in the instrument's order, as its files list them.
    fn sort_groups(&mut self) {
        let Instrument { groups, focus_points, .. } = &mut self.0;
        for indicator in focus_points.iter_mut().flat_map(|point| &mut point.indicators) {
            for chosen in [&mut indicator.groups, &mut indicator.short, &mut indicator.reverse] {
                chosen.sort_by_key(|id| groups.iter().position(|group| group.id == *id));
            }
        }
    }

    /// The places of an indicator: of its focus point, and within that.
    fn find(&self, id: &IndicatorId) -> Option<(usize, usize)> {
        self.0.focus_points.iter().enumerate().find_map(|(at, point)| {
            let place = point.indicators.iter().position(|indicator| indicator.id == *id)?;
            Some((at, place))
        })
    }
}

/// Changes places with the one before or after it; the first and the last stay.
fn swapped<T>(all: &mut [T], is: impl Fn(&T) -> bool, down: bool) -> Result<(), EditProblem> {
    let place = all.iter().position(is).ok_or(EditProblem::NotThere)?;
    if let Some(other) = neighbour(place, down, all.len()) {
        all.swap(place, other);
    }
    Ok(())
}

fn neighbour(place: usize, down: bool, count: usize) -> Option<usize> {
    if down { Some(place + 1).filter(|other| *other < count) } else { place.checked_sub(1) }
}

/// The first id behind this number that nothing has, or has had.
fn free(
    highest: u32,
    taken: &BTreeSet<String>,
    instrument: &Instrument,
    id: impl Fn(u32) -> String,
) -> String {
    let used = |id: &String| {
        taken.contains(id)
            || instrument.focus_points.iter().any(|point| point.id.as_str() == id)
            || instrument.indicators().any(|indicator| indicator.id.as_str() == id)
            || instrument.values.iter().any(|value| value.id.as_str() == id)
    };
    let mut number = highest;
    loop {
        number = number.wrapping_add(1);
        let id = id(number);
        if !used(&id) {
            return id;
        }
    }
}
