//! Where a place says it is on a scale, from day to day: a line of marks, with the value beside each.

use super::svg::{Anchor, Svg, Type, width as text_width};
use super::{Chart, Perspective, Shape, Table};

/// One reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Days after the first day of the plot.
    pub day: u32,
    /// The day as it stands under the mark.
    pub short: String,
    /// The day as it stands in the table.
    pub written: String,
    /// Its value.
    pub value: u8,
    /// What was decided, for the table.
    pub note: String,
}

/// Words of the plot.
#[derive(Clone, Copy, Debug)]
pub struct ReadingWords<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it shows.
    pub about: &'a str,
    /// Columns of the table: day, value, what was decided.
    pub columns: [&'a str; 3],
    /// On the line that is aimed for.
    pub wanted: &'a str,
}

/// A plot over days.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// Oldest first.
    pub readings: &'a [Reading],
    /// Ends of the scale.
    pub scale: [u8; 2],
    /// The value that is aimed for.
    pub wanted: Option<u8>,
    /// Days to the end of the plot, and that day as it stands under it.
    pub ends: (u32, &'a str),
    /// The words.
    pub words: ReadingWords<'a>,
    /// Begins every id.
    pub prefix: &'a str,
}

/// Measures of one drawing.
struct Room {
    width: f64,
    left: f64,
    right: f64,
    step: f64,
    small: f64,
    mark: f64,
}

const WIDE: Room = Room { width: 640.0, left: 34.0, right: 600.0, step: 20.0, small: 12.5, mark: 6.0 };
const NARROW: Room = Room { width: 320.0, left: 26.0, right: 296.0, step: 18.0, small: 14.0, mark: 5.5 };
/// Room above the scale for the words of what is aimed for, and below it for the days.
const ABOVE: f64 = 20.0;
const BELOW: f64 = 26.0;

/// The place itself: no group's mark.
const OWN: Perspective =
    Perspective { shape: Shape::Circle, hollow: false, colour: "#1d5444", class: "plot-own" };

impl Progress<'_> {
    /// Wide and narrow, with the same values as a table.
    pub fn chart(&self) -> Chart {
        let words = self.words;
        let table = Table {
            caption: words.title.to_owned(),
            columns: words.columns.map(str::to_owned).to_vec(),
            rows: self
                .readings
                .iter()
                .map(|one| vec![one.written.clone(), one.value.to_string(), one.note.clone()])
                .collect(),
        };
        let aim = self.wanted.map(|wanted| format!("{}: {wanted}. ", words.wanted)).unwrap_or_default();
        Chart {
            svg: self.draw(&WIDE, self.prefix),
            narrow: self.draw(&NARROW, &format!("{}-narrow", self.prefix)),
            title: words.title.to_owned(),
            description: format!("{} {aim}{}", words.about, super::in_words(&table)),
            table,
        }
    }

    fn draw(&self, room: &Room, id: &str) -> String {
        let [low, high] = self.scale;
        let bottom = ABOVE + f64::from(high.saturating_sub(low)) * room.step;
        let y = |value: u8| bottom - f64::from(value.saturating_sub(low)) * room.step;
        let last = self.readings.iter().map(|one| one.day).max().unwrap_or_default();
        let days = f64::from(last.max(self.ends.0).max(1));
        let x = |day: u32| room.left + f64::from(day) / days * (room.right - room.left);
        let face = Type::soft(room.small);
        let mut svg = Svg::default();
        for value in low..=high {
            svg.rule((room.left - 8.0, y(value)), (room.right + 8.0, y(value)));
            svg.text(room.left - 12.0, y(value) + 4.0, Anchor::End, face, &value.to_string());
        }
        if let Some(wanted) = self.wanted {
            svg.tie((room.left - 8.0, y(wanted)), (room.right + 8.0, y(wanted)));
            let words = format!("{}: {wanted}", self.words.wanted);
            svg.text(room.right + 8.0, y(wanted) - 5.0, Anchor::End, Type::ink(room.small), &words);
        }
        svg.begin(OWN);
        for pair in self.readings.windows(2) {
            svg.stroke((x(pair[0].day), y(pair[0].value)), (x(pair[1].day), y(pair[1].value)), 2.0, true);
        }
        for one in self.readings {
            svg.mark(OWN, false, (x(one.day), y(one.value)), room.mark);
        }
        svg.end();
        let mut before = None;
        for one in self.readings {
            let (at, face, value) = (x(one.day), Type::bold(room.small), one.value.to_string());
            // Under its mark, unless the one before it stands there.
            if before.is_some_and(|before| at - before < 2.0 * room.mark) {
                let beside = at + room.mark + 4.0;
                svg.text(beside, y(one.value) + 0.35 * room.small, Anchor::Start, face, &value);
            } else {
                svg.text(at, y(one.value) + room.mark + room.small, Anchor::Middle, face, &value);
            }
            before = Some(at);
        }
        self.days(&mut svg, room, bottom, x);
        svg.finish(id, (room.width, bottom + BELOW), self.words.title, self.words.about)
    }

    /// The days under the marks, as many as have room, the first and the end always.
    fn days(&self, svg: &mut Svg, room: &Room, bottom: f64, x: impl Fn(u32) -> f64) {
        let face = Type::soft(room.small);
        let baseline = bottom + BELOW - 8.0;
        let half = |label: &str| text_width(label, room.small) / 2.0 + 5.0;
        let (end, end_label) = self.ends;
        // What would run over the edge stands against it.
        let place = |at: f64, label: &str| at.max(half(label)).min(room.width - half(label));
        let free_to = place(x(end), end_label) - half(end_label);
        let mut taken = 0.0;
        for one in self.readings {
            let at = place(x(one.day), &one.short);
            let is_end = one.day >= end;
            if at - half(&one.short) >= taken && (is_end || at + half(&one.short) <= free_to) {
                svg.text(at, baseline, Anchor::Middle, face, &one.short);
                taken = at + half(&one.short);
            }
        }
        if self.readings.iter().all(|one| one.day < end) {
            svg.text(place(x(end), end_label), baseline, Anchor::Middle, face, end_label);
        }
    }
}
