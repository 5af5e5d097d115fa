//! The shape and colour of each perspective, the same in every plot.

use crate::id::GroupId;
use crate::instrument::{Disclosure, Instrument};

/// A shape that is told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// The first group of service users.
    Circle,
    /// The first in-role group.
    Triangle,
    /// The first other group.
    Square,
    /// The next.
    Diamond,
    /// The next.
    Cross,
    /// The next.
    Bar,
}

/// How a group is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Perspective {
    /// Its shape.
    pub shape: Shape,
    /// Only an outline: from the seventh group on.
    pub hollow: bool,
    /// Its colour on white.
    pub colour: &'static str,
    /// Its class, for a style sheet: `perspective-1` …
    pub class: &'static str,
}

/// Shapes after the circle and the triangle, which wait for the groups they belong to.
const OTHERS: [Shape; 6] =
    [Shape::Square, Shape::Diamond, Shape::Cross, Shape::Bar, Shape::Triangle, Shape::Circle];

/// The perspective of a group in an instrument.
pub fn perspective(instrument: &Instrument, group: &GroupId) -> Perspective {
    let mut taken: Vec<(&GroupId, Shape)> = Vec::new();
    let first = |is: fn(&crate::instrument::Group) -> bool| instrument.groups.iter().find(|group| is(group));
    if let Some(users) = first(|group| group.service_users) {
        taken.push((&users.id, Shape::Circle));
    }
    if let Some(in_role) = first(|group| group.disclosure == Disclosure::InRole && !group.service_users) {
        taken.push((&in_role.id, Shape::Triangle));
    }
    for other in &instrument.groups {
        if !taken.iter().any(|(id, _)| **id == other.id) {
            let free = OTHERS.into_iter().find(|shape| !taken.iter().any(|(_, used)| used == shape));
            // More groups than shapes: the shapes come again as outlines.
            let shape = free.unwrap_or_else(|| OTHERS[taken.len() % OTHERS.len()]);
            taken.push((&other.id, shape));
        }
    }
    let place = taken.iter().position(|(id, _)| *id == group);
    let shape = place.map_or(Shape::Square, |place| taken[place].1);
    let (colour, class) = tone(shape);
    Perspective { shape, hollow: place.is_some_and(|place| place >= OTHERS.len()), colour, class }
}

/// Tones apart in hue for the common kinds of colour blindness, and each dark enough to be seen on white.
fn tone(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Circle => ("#b2441a", "perspective-1"),
        Shape::Triangle => ("#5b4a8b", "perspective-2"),
        Shape::Square => ("#2a6a99", "perspective-3"),
        Shape::Diamond => ("#7a6200", "perspective-4"),
        Shape::Cross => ("#8f2a66", "perspective-5"),
        Shape::Bar => ("#3d4845", "perspective-6"),
    }
}
