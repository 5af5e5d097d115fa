//! What every plot on the scale shares: measures, legend, axis, rows with their labels.

use super::svg::{Anchor, Svg, Type, width, wrap};
use super::{Drawing, PlotRow, Width};
use crate::figures::{Standing, standing};
use crate::id::GroupId;
use crate::instrument::Scale;

/// Measures of a drawing in its own units; at 320 px and on a wide screen about a pixel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    pub(super) width: f64,
    /// Where the scale begins and ends.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where labels begin, and how wide they may be.
    pub(super) label_left: f64,
    pub(super) label_room: f64,
    /// Labels stand above their row.
    pub(super) above: bool,
    pub(super) label: f64,
    pub(super) small: f64,
    pub(super) legend: f64,
    /// A circle's radius.
    pub(super) mark: f64,
    /// From one perspective to the next within a row.
    pub(super) step: f64,
    /// Air above and below a row.
    pub(super) pad: f64,
}

impl Measures {
    pub(super) fn of(width: Width) -> Self {
        match width {
            Width::Wide => Self {
                width: 860.0,
                left: 310.0,
                right: 796.0,
                label_left: 34.0,
                label_room: 262.0,
                above: false,
                label: 16.0,
                small: 12.5,
                legend: 15.0,
                mark: 6.2,
                step: 11.0,
                pad: 9.0,
            },
            Width::Print => Self {
                width: 640.0,
                left: 234.0,
                right: 594.0,
                label_left: 25.0,
                label_room: 204.0,
                above: false,
                label: 12.5,
                small: 10.0,
                legend: 12.0,
                mark: 4.8,
                step: 8.5,
                pad: 5.0,
            },
            // As high as it is wide, about: on the slide four of these are a millimetre.
            Width::Slide => Self {
                width: 700.0,
                left: 292.0,
                right: 652.0,
                label_left: 26.0,
                label_room: 250.0,
                above: false,
                label: 19.5,
                small: 14.5,
                legend: 18.0,
                mark: 8.0,
                step: 14.0,
                pad: 6.0,
            },
            // 860 of these are about 90 hundredths of the screen's width.
            Width::Stage => Self {
                width: 860.0,
                left: 20.0,
                right: 840.0,
                label_left: 0.0,
                label_room: 856.0,
                above: true,
                label: 24.0,
                small: 23.0,
                legend: 24.0,
                mark: 11.0,
                step: 22.0,
                pad: 6.0,
            },
            Width::Narrow => Self {
                width: 320.0,
                left: 28.0,
                right: 292.0,
                label_left: 0.0,
                label_room: 318.0,
                above: true,
                label: 15.5,
                small: 13.0,
                legend: 14.5,
                mark: 6.4,
                step: 13.0,
                pad: 9.0,
            },
        }
    }

    /// x of a value in scale points, kept within the scale.
    pub(super) fn x(&self, scale: Scale, value: f64) -> f64 {
        self.left + scale.level(value).clamp(0.0, 1.0) * (self.right - self.left)
    }

    pub(super) fn line(&self, size: f64) -> f64 {
        size * 1.3
    }
}

/// Groups that are asked about at least one of the rows, in the instrument's order.
pub(super) fn groups(drawing: &Drawing<'_>, rows: &[PlotRow]) -> Vec<GroupId> {
    let asked = |group: &GroupId| {
        rows.iter().any(|row| {
            standing(drawing.published, drawing.instrument, row.kind, &row.code, group) != Standing::NotAsked
        })
    };
    drawing.instrument.groups.iter().map(|group| group.id.clone()).filter(asked).collect()
}

/// Marks with names and numbers, then notes, one a line. Returns where the next thing begins.
pub(super) fn legend(
    drawing: &Drawing<'_>,
    svg: &mut Svg,
    measures: &Measures,
    groups: &[GroupId],
    notes: &[&str],
) -> f64 {
    let line = measures.legend * 1.6;
    let (mut x, mut y) = (0.0, line * 0.7);
    let gap = measures.legend * 0.55;
    for group in groups {
        let answered = drawing.answered(group).map_or_else(String::new, |answered| format!(" · {answered}"));
        let words = format!("{}{answered}", drawing.group_name(group));
        let room = 2.0 * measures.mark + gap + width(&words, measures.legend);
        if x > 0.0 && x + room > measures.width {
            x = 0.0;
            y += line;
        }
        let looks = drawing.looks(group);
        svg.begin(looks);
        svg.mark(looks, false, (x + 1.2 * measures.mark, y - measures.legend * 0.35), measures.mark);
        svg.end();
        let lines = wrap(&words, measures.legend, measures.width - x - 2.4 * measures.mark - gap);
        for (place, words) in lines.iter().enumerate() {
            y += if place > 0 { line * 0.8 } else { 0.0 };
            svg.text(x + 2.4 * measures.mark + gap, y, Anchor::Start, Type::ink(measures.legend), words);
        }
        x += room + 1.8 * measures.legend;
    }
    y += if notes.is_empty() { 0.0 } else { 0.35 * measures.small };
    for words in notes.iter().flat_map(|note| wrap(note, measures.small, measures.width)) {
        y += measures.line(measures.small) * 1.1;
        svg.text(0.0, y, Anchor::Start, Type::soft(measures.small), &words);
    }
    y + line * 0.6
}

/// The scale's words above its steps: all of them where they fit, else numbers below the words of both ends.
/// Returns where the rows begin.
pub(super) fn axis(drawing: &Drawing<'_>, svg: &mut Svg, measures: &Measures, top: f64) -> f64 {
    let scale = drawing.instrument.scale;
    let labels = &drawing.instrument.texts(drawing.language.code()).scale.labels;
    let room = (measures.right - measures.left) / scale.range() - 6.0;
    let line = measures.line(measures.small);
    let face = Type::soft(measures.small);
    let broken: Vec<Vec<String>> = labels.iter().map(|label| wrap(label, measures.small, room)).collect();
    // The outermost words stand half outside the scale: there must be room for that too.
    let overhang = [broken.first(), broken.last()].into_iter().flatten().flatten();
    let overhang = overhang.map(|words| width(words, measures.small) / 2.0).fold(0.0, f64::max);
    let fits = labels.len() == scale.steps()
        && overhang <= measures.left.min(measures.width - measures.right)
        && broken.iter().zip(labels).all(|(lines, label)| {
            lines.len() <= 2 && label.split_whitespace().all(|word| width(word, measures.small) <= room)
        });
    if fits {
        let most = broken.iter().map(Vec::len).max().unwrap_or(1);
        for (step, lines) in (scale.min..=scale.max).zip(&broken) {
            let first = most - lines.len();
            for (place, words) in lines.iter().enumerate() {
                let y = top + line * (first + place + 1) as f64;
                svg.text(measures.x(scale, f64::from(step)), y, Anchor::Middle, face, words);
            }
        }
        return top + line * most as f64 + 8.0;
    }
    let mut y = top;
    // The words begin and end where the outermost numbers do.
    let edge = width("0", measures.small) / 2.0;
    let ends = labels.first().zip(labels.last()).filter(|(first, _)| **first != scale.min.to_string());
    if let Some((first, last)) = ends {
        y += line;
        if width(first, measures.small) + width(last, measures.small) + 10.0 <= measures.right - measures.left
        {
            svg.text(measures.left - edge, y, Anchor::Start, face, first);
        } else {
            svg.text(measures.left.min(measures.label_left), y, Anchor::Start, face, first);
            y += line;
        }
        svg.text(measures.right + edge, y, Anchor::End, face, last);
    }
    y += line;
    for step in scale.min..=scale.max {
        svg.text(measures.x(scale, f64::from(step)), y, Anchor::Middle, face, &step.to_string());
    }
    y + 8.0
}

/// The label of a row with its notes, broken into lines.
pub(super) struct Label {
    number: Option<String>,
    title: Vec<String>,
    notes: Vec<String>,
}

impl Label {
    pub(super) fn of(drawing: &Drawing<'_>, measures: &Measures, row: &PlotRow, notes: &[String]) -> Self {
        let number = drawing.row_number(row).map(str::to_owned);
        let indent = if measures.above { number_room(number.as_deref(), measures) } else { 0.0 };
        let title = wrap(&drawing.row_title(row), measures.label, measures.label_room - indent);
        let notes = notes.iter().flat_map(|note| wrap(note, measures.small, measures.label_room)).collect();
        Self { number, title, notes }
    }

    pub(super) fn height(&self, measures: &Measures) -> f64 {
        measures.line(measures.label) * self.title.len() as f64
            + measures.line(measures.small) * self.notes.len() as f64
    }

    pub(super) fn draw(&self, svg: &mut Svg, measures: &Measures, top: f64) {
        let indent = if measures.above { number_room(self.number.as_deref(), measures) } else { 0.0 };
        let mut y = top - 0.25 * measures.label;
        let face = if measures.above { Type::bold(measures.label) } else { Type::ink(measures.label) };
        for (place, words) in self.title.iter().enumerate() {
            y += measures.line(measures.label);
            if let Some(number) = self.number.as_deref().filter(|_| place == 0) {
                svg.text(0.0, y, Anchor::Start, Type::soft(measures.label * 0.88), number);
            }
            svg.text(measures.label_left + indent, y, Anchor::Start, face, words);
        }
        for words in &self.notes {
            y += measures.line(measures.small);
            svg.text(measures.label_left, y, Anchor::Start, Type::soft(measures.small), words);
        }
    }
}

fn number_room(number: Option<&str>, measures: &Measures) -> f64 {
    number.map_or(0.0, |number| width(number, measures.label * 0.88) + 0.5 * measures.label)
}
