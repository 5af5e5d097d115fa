//! Adding, moving and dropping focus points and indicators.

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
            Part::Whole => return Err(EditProblem::NotThere),
            Part::FocusPoint(id) => {
                let place = points.iter().position(|point| point.id == *id).ok_or(EditProblem::NotThere)?;
                let listed: Vec<FocusPointId> = points.iter().map(|point| point.id.clone()).collect();
                if let Some(other) = neighbour(place, down, points.len()) {
                    points.swap(place, other);
                }
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
            Part::Whole => Err(EditProblem::NotThere),
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

    /// The places of an indicator: of its focus point, and within that.
    fn find(&self, id: &IndicatorId) -> Option<(usize, usize)> {
        self.0.focus_points.iter().enumerate().find_map(|(at, point)| {
            let place = point.indicators.iter().position(|indicator| indicator.id == *id)?;
            Some((at, place))
        })
    }
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
