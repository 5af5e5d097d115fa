//! Rows × perspectives: a mark a mean, a line its interval.

use super::frame::{Label, Measures, axis, groups, legend};
use super::svg::Svg;
use super::{Chart, Drawing, PlotRow, Table, Width};
use crate::figures::{Standing, standing};
use crate::id::GroupId;
use crate::picture::{Figure, PublishedRow};

impl Drawing<'_> {
    /// The means of every group on each row, with intervals where they are shown; what can't be shown is said in the
    /// row. The narrow drawing comes with it.
    pub fn dot_plot(&self, rows: &[PlotRow], width: Width) -> Chart {
        let names: Vec<String> =
            groups(self, rows).iter().map(|group| self.language.inside(&self.group_name(group))).collect();
        let kind = rows.first().map_or(crate::picture::Kind::FocusPoint, |row| row.kind);
        let scale = self.instrument.scale;
        let title = self.language.plot_title(kind, &self.language.list(&names));
        let about = self.language.plot_description(scale.min, scale.max);
        let table = self.dot_table(rows, &title);
        let narrow = match width {
            Width::Narrow => String::new(),
            _ => self.draw_dots(rows, Width::Narrow, &title, &about),
        };
        Chart {
            svg: self.draw_dots(rows, width, &title, &about),
            narrow,
            description: format!("{about} {}", super::in_words(&table)),
            title,
            table,
        }
    }

    pub(super) fn standing(&self, row: &PlotRow, group: &GroupId) -> Standing<'_> {
        standing(self.published, self.instrument, row.kind, &row.code, group)
    }

    fn draw_dots(&self, rows: &[PlotRow], width: Width, title: &str, about: &str) -> String {
        let measures = Measures::of(width);
        let groups = groups(self, rows);
        let mut svg = Svg::default();
        let top = legend(self, &mut svg, &measures, &groups, &self.dot_notes(rows, &groups));
        let first = axis(self, &mut svg, &measures, top);

        let spread = measures.step * groups.len().saturating_sub(1) as f64 + 2.0 * measures.mark;
        let mut places = Vec::new();
        let mut y = first;
        for row in rows {
            let label = Label::of(self, &measures, row, &self.row_notes(row, &groups));
            let (above, beside) =
                if measures.above { (label.height(&measures), 0.0) } else { (0.0, label.height(&measures)) };
            let height = above + spread.max(beside) + 2.0 * measures.pad;
            places.push((row, label, y, above, height));
            y += height;
        }
        let scale = self.instrument.scale;
        for step in scale.min..=scale.max {
            let x = measures.x(scale, f64::from(step));
            if measures.above {
                // Lines only beside the marks, so that they don't run through the labels.
                for (_, _, top, above, height) in &places {
                    svg.rule((x, top + measures.pad + above), (x, top + height - 0.3 * measures.pad));
                }
            } else {
                svg.rule((x, first), (x, y));
            }
        }
        for (place, (row, label, top, above, height)) in places.iter().enumerate() {
            if place > 0 {
                svg.rule((0.0, *top), (measures.width, *top));
            }
            let label_top = if measures.above {
                top + measures.pad
            } else {
                top + (height - label.height(&measures)) / 2.0
            };
            label.draw(&mut svg, &measures, label_top);
            let middle = top + above + (height - above) / 2.0;
            for (order, group) in groups.iter().enumerate() {
                let offset = (order as f64 - groups.len().saturating_sub(1) as f64 / 2.0) * measures.step;
                if let Standing::Shown(row, mean, _) = self.standing(row, group) {
                    self.draw_mean(&mut svg, &measures, group, (row, mean), middle + offset);
                }
            }
        }
        let id = super::id(self.prefix, width);
        svg.finish(&id, (measures.width, y + 4.0), title, about)
    }

    fn draw_mean(
        &self,
        svg: &mut Svg,
        measures: &Measures,
        group: &GroupId,
        figure: (&PublishedRow, Figure),
        y: f64,
    ) {
        let scale = self.instrument.scale;
        let looks = self.looks(group);
        let (row, mean) = figure;
        svg.begin(looks);
        if let Some(interval) = row.interval {
            let (low, high) = (measures.x(scale, interval.low), measures.x(scale, interval.high));
            let mut line = |from: f64, to: f64| {
                if from < to {
                    svg.stroke((from, y), (to, y), 0.4 * measures.mark, true);
                }
            };
            match mean {
                // Nothing runs through an outline.
                Figure::Value(value) if looks.hollow => {
                    let x = measures.x(scale, value);
                    line(low, high.min(x - measures.mark));
                    line(low.max(x + measures.mark), high);
                }
                _ => line(low, high),
            }
            for (cut, x) in
                [(interval.low < f64::from(scale.min), low), (interval.high > f64::from(scale.max), high)]
            {
                if cut {
                    cut_mark(svg, measures, (x, y));
                }
            }
        }
        self.draw_figure(svg, measures, group, mean, y);
        svg.end();
    }

    /// The mark of a mean, or the bound it lies beyond with an arrow.
    pub(super) fn draw_figure(
        &self,
        svg: &mut Svg,
        measures: &Measures,
        group: &GroupId,
        mean: Figure,
        y: f64,
    ) {
        let scale = self.instrument.scale;
        let looks = self.looks(group);
        // Of two rounds the outline is the earlier one; a bound has its arrow.
        let outline = self.rounds.is_none();
        match mean {
            Figure::Value(value) => svg.mark(looks, false, (measures.x(scale, value), y), measures.mark),
            Figure::Over(bound) => {
                arrow(svg, measures, (measures.x(scale, bound), y), measures.right);
                svg.mark(looks, outline, (measures.x(scale, bound), y), measures.mark * 0.85);
            }
            Figure::Under(bound) => {
                arrow(svg, measures, (measures.x(scale, bound), y), measures.left);
                svg.mark(looks, outline, (measures.x(scale, bound), y), measures.mark * 0.85);
            }
        }
    }

    /// What the drawing needs explained, and nothing that isn't in it.
    fn dot_notes(&self, rows: &[PlotRow], groups: &[GroupId]) -> Vec<&'static str> {
        let scale = self.instrument.scale;
        let (mut interval, mut cut, mut bound) = (false, false, false);
        for (row, group) in rows.iter().flat_map(|row| groups.iter().map(move |group| (row, group))) {
            if let Standing::Shown(row, mean, _) = self.standing(row, group) {
                interval |= row.interval.is_some();
                cut |= row
                    .interval
                    .is_some_and(|i| i.low < f64::from(scale.min) || i.high > f64::from(scale.max));
                bound |= !mean.is_value();
            }
        }
        let notes = [
            (interval, self.language.interval_note()),
            (cut, self.language.cut_note()),
            (bound, self.language.bound_note()),
        ];
        notes.into_iter().filter_map(|(needed, note)| needed.then_some(note)).collect()
    }

    /// Which groups have no figure in a row, and why.
    fn row_notes(&self, row: &PlotRow, groups: &[GroupId]) -> Vec<String> {
        let reasons = [
            (Standing::Few, self.language.few()),
            (Standing::Alone, self.language.alone()),
            (Standing::NotAsked, self.language.not_asked()),
        ];
        reasons
            .into_iter()
            .filter_map(|(why, reason)| {
                let names: Vec<String> = groups
                    .iter()
                    .filter(|group| self.standing(row, group) == why)
                    .map(|group| self.language.inside(&self.group_name(group)))
                    .collect();
                (!names.is_empty()).then(|| self.language.row_note(&self.language.list(&names), reason))
            })
            .collect()
    }

    pub(super) fn dot_table(&self, rows: &[PlotRow], title: &str) -> Table {
        let groups = groups(self, rows);
        let kind = rows.first().map_or(crate::picture::Kind::FocusPoint, |row| row.kind);
        let columns = std::iter::once(self.language.row_kind(kind).to_owned())
            .chain(groups.iter().map(|group| self.group_name(group)))
            .collect();
        let rows = rows
            .iter()
            .map(|row| {
                std::iter::once(self.row_header(row))
                    .chain(groups.iter().map(|group| self.cell(self.standing(row, group))))
                    .collect()
            })
            .collect();
        Table { caption: self.language.table_caption(title), columns, rows }
    }

    /// A mean with n and interval, or why there is none.
    fn cell(&self, standing: Standing<'_>) -> String {
        match standing {
            Standing::Shown(row, mean, n) => match row.interval {
                Some(interval) => {
                    let (mean, n) = (self.language.figure(mean), self.language.scored(n));
                    format!("{mean} ({n}; {})", self.language.interval(interval))
                }
                None => self.language.mean(mean, n),
            },
            Standing::Few => self.language.few().to_owned(),
            Standing::Alone => self.language.alone().to_owned(),
            Standing::NotAsked => self.language.not_asked().to_owned(),
        }
    }
}

/// Two slanted strokes where an interval goes on beyond the scale.
fn cut_mark(svg: &mut Svg, measures: &Measures, (x, y): (f64, f64)) {
    let reach = 0.7 * measures.mark;
    for shift in [-0.35, 0.35] {
        let x = x + shift * measures.mark;
        svg.stroke((x - 0.3 * reach, y + reach), (x + 0.3 * reach, y - reach), 1.5, false);
    }
}

/// From a bound towards the end of the scale: the mean is somewhere there.
fn arrow(svg: &mut Svg, measures: &Measures, (x, y): (f64, f64), end: f64) {
    let towards = (end - x).signum();
    let head = 0.75 * measures.mark;
    svg.stroke((x + towards * measures.mark, y), (end, y), 2.0, false);
    svg.stroke((end - towards * head, y - head * 0.8), (end, y), 2.0, false);
    svg.stroke((end - towards * head, y + head * 0.8), (end, y), 2.0, false);
}
