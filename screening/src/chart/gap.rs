//! Two groups' means a row, with the line between them.

use super::frame::{Label, Measures, axis, legend};
use super::svg::Svg;
use super::{Chart, Drawing, PlotRow, Table, Width};
use crate::figures::standing;
use crate::id::GroupId;
use crate::picture::{Figure, Kind};
use crate::signals::{Signal, SignalKind};

/// A row of a gap plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapRow {
    /// Focus point or indicator.
    pub row: PlotRow,
    /// One side.
    pub one: GroupId,
    /// The other.
    pub other: GroupId,
    /// *Tydelig forskel*.
    pub clear: bool,
}

impl GapRow {
    /// The row of a signal, where it is a gap.
    pub fn of(signal: &Signal) -> Option<Self> {
        let other = signal.other_group.clone().filter(|_| signal.kind == SignalKind::SeenDifferently)?;
        Some(Self { row: (&signal.subject).into(), one: signal.group.clone(), other, clear: signal.clear })
    }
}

/// A row that has both its figures.
struct Drawn<'a> {
    gap: &'a GapRow,
    sides: [(&'a GroupId, Figure, u64); 2],
}

impl Drawing<'_> {
    /// The rows whose two means are both shown; `None` where there is no such row.
    pub fn gap_plot(&self, rows: &[GapRow], width: Width) -> Option<Chart> {
        let drawn: Vec<Drawn<'_>> = rows.iter().filter_map(|gap| self.drawn(gap)).collect();
        let kind = drawn.first()?.gap.row.kind;
        let title = self.language.gap_title();
        let about = self.language.plot_description(self.instrument.scale.min, self.instrument.scale.max);
        let table = self.gap_table(&drawn, kind, title);
        let narrow = match width {
            Width::Narrow => String::new(),
            _ => self.draw_gaps(&drawn, Width::Narrow, title, &about),
        };
        Some(Chart {
            svg: self.draw_gaps(&drawn, width, title, &about),
            narrow,
            title: title.to_owned(),
            description: format!("{about} {}", super::in_words(&table)),
            table,
        })
    }

    fn drawn<'r>(&self, gap: &'r GapRow) -> Option<Drawn<'r>> {
        let side = |group: &'r GroupId| {
            let row = &gap.row;
            let (figure, n) = standing(self.published, self.instrument, row.kind, &row.code, group).mean()?;
            Some((group, figure, n))
        };
        Some(Drawn { gap, sides: [side(&gap.one)?, side(&gap.other)?] })
    }

    fn draw_gaps(&self, rows: &[Drawn<'_>], width: Width, title: &str, about: &str) -> String {
        let measures = Measures::of(width);
        let scale = self.instrument.scale;
        let mut svg = Svg::default();
        let groups: Vec<GroupId> = self
            .instrument
            .groups
            .iter()
            .map(|group| group.id.clone())
            .filter(|id| rows.iter().any(|row| row.sides.iter().any(|(side, ..)| **side == *id)))
            .collect();
        let bound = rows.iter().flat_map(|row| row.sides).any(|(_, figure, _)| !figure.is_value());
        let notes: &[&str] = if bound { &[self.language.hollow_note()] } else { &[] };
        let top = legend(self, &mut svg, &measures, &groups, notes);
        let first = axis(self, &mut svg, &measures, top);

        let mut y = first;
        let mut places = Vec::new();
        for row in rows {
            let clear = row.gap.clear.then(|| self.language.clear_gap().to_owned());
            let label = Label::of(self, &measures, &row.gap.row, clear.as_slice());
            let marks = 3.0 * measures.mark;
            let height = if measures.above {
                label.height(&measures) + marks + 2.0 * measures.pad
            } else {
                label.height(&measures).max(marks) + 2.0 * measures.pad
            };
            places.push((row, label, y, height, marks));
            y += height;
        }
        for (place, (row, label, top, height, marks)) in places.iter().enumerate() {
            let marks_top = if measures.above {
                top + height - measures.pad - marks
            } else {
                top + (height - marks) / 2.0
            };
            for step in scale.min..=scale.max {
                let x = measures.x(scale, f64::from(step));
                svg.rule((x, marks_top), (x, marks_top + marks));
            }
            if place > 0 {
                svg.rule((0.0, *top), (measures.width, *top));
            }
            let label_top = if measures.above {
                top + measures.pad
            } else {
                top + (height - label.height(&measures)) / 2.0
            };
            label.draw(&mut svg, &measures, label_top);
            self.draw_pair(&mut svg, &measures, row, marks_top + marks / 2.0);
        }
        svg.finish(&super::id(self.prefix, width), (measures.width, y + 4.0), title, about)
    }

    fn draw_pair(&self, svg: &mut Svg, measures: &Measures, row: &Drawn<'_>, y: f64) {
        let x = |figure: Figure| measures.x(self.instrument.scale, figure.number());
        let [(_, one, _), (_, other, _)] = row.sides;
        svg.tie((x(one), y), (x(other), y));
        for (group, figure, _) in row.sides {
            let looks = self.looks(group);
            svg.begin(looks);
            svg.mark(looks, !figure.is_value(), (x(figure), y), measures.mark);
            svg.end();
        }
    }

    fn gap_table(&self, rows: &[Drawn<'_>], kind: Kind, title: &str) -> Table {
        let columns = [
            self.language.row_kind(kind),
            self.language.one_side(),
            self.language.other_side(),
            self.language.gap_column(),
        ];
        let rows = rows.iter().map(|row| {
            let side = |(group, figure, n): (&GroupId, Figure, u64)| {
                format!("{} {}", self.language.inside(&self.group_name(group)), self.language.mean(figure, n))
            };
            let gap = self.published.rows.iter().find(|published| {
                published.kind == Kind::Gap
                    && published.code == row.gap.row.code
                    && published.shown.is_shown()
                    && published.other_group.as_ref().is_some_and(|other| {
                        (published.group == row.gap.one && *other == row.gap.other)
                            || (published.group == row.gap.other && *other == row.gap.one)
                    })
            });
            // The difference is given without a sign: both means stand beside it.
            let size = gap.and_then(|gap| gap.mean).map(|figure| match figure {
                Figure::Value(value) => self.language.number(value.abs(), 1),
                Figure::Over(bound) | Figure::Under(bound) => self.language.figure(Figure::Over(bound.abs())),
            });
            let parts: Vec<String> =
                size.into_iter().chain(row.gap.clear.then(|| self.language.clear_gap().to_owned())).collect();
            vec![self.row_header(&row.gap.row), side(row.sides[0]), side(row.sides[1]), parts.join(", ")]
        });
        Table {
            caption: title.to_owned(),
            rows: rows.collect(),
            columns: columns.map(str::to_owned).to_vec(),
        }
    }
}
