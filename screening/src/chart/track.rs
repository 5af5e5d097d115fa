//! One row on the scale in large type: the marks alone, for a screen that is read from across a room. Names and
//! numbers stand beside it, with the statements.

use super::frame::{Measures, groups};
use super::svg::{Anchor, Svg, Type, width};
use super::{Chart, Drawing, PlotRow, Width};
use crate::figures::Standing;
use crate::instrument::Disclosure;
use crate::picture::Figure;

impl Drawing<'_> {
    /// The means of every group on one row, each on a line of its own so that none hides another; `None` where no
    /// figure may stand. Without intervals: from across a room a line more is a line too many.
    pub fn track(&self, row: &PlotRow) -> Option<Chart> {
        let rows = std::slice::from_ref(row);
        // As the statements stand beside it: service users first, those in role last.
        let mut groups = groups(self, rows);
        groups.sort_by_key(|id| {
            let group = self.instrument.group(id);
            let in_role = group.is_some_and(|group| group.disclosure == Disclosure::InRole);
            (group.is_none_or(|group| !group.service_users), in_role)
        });
        let shown: Vec<(_, Figure)> = groups
            .iter()
            .filter_map(|group| match self.standing(row, group) {
                Standing::Shown(_, mean, _) => Some((group, mean)),
                _ => None,
            })
            .collect();
        if shown.is_empty() {
            return None;
        }
        let measures = Measures::of(Width::Stage);
        let scale = self.instrument.scale;
        let names: Vec<String> =
            groups.iter().map(|group| self.language.inside(&self.group_name(group))).collect();
        let title = self.language.plot_title(row.kind, &self.language.list(&names));
        let about = self.language.plot_description(scale.min, scale.max);
        let mut svg = Svg::default();
        let top = self.ends(&mut svg, &measures);
        let height = 2.0 * measures.mark + measures.step * (shown.len() - 1) as f64 + 2.0 * measures.pad;
        for step in scale.min..=scale.max {
            let x = measures.x(scale, f64::from(step));
            svg.rule((x, top), (x, top + height));
        }
        for (place, (group, mean)) in shown.iter().enumerate() {
            let y = top + measures.pad + measures.mark + measures.step * place as f64;
            svg.rule((measures.left, y), (measures.right, y));
            svg.begin(self.looks(group));
            self.draw_figure(&mut svg, &measures, group, *mean, y);
            svg.end();
        }
        let table = self.dot_table(rows, &title);
        let id = super::id(self.prefix, Width::Stage);
        Some(Chart {
            svg: svg.finish(&id, (measures.width, top + height + 4.0), &title, &about),
            narrow: String::new(),
            description: format!("{about} {}", super::in_words(&table)),
            title,
            table,
        })
    }

    /// The ends of the scale with their words, in one line. Returns where the track begins.
    fn ends(&self, svg: &mut Svg, measures: &Measures) -> f64 {
        let scale = self.instrument.scale;
        let labels = &self.instrument.texts(self.language.code()).scale.labels;
        let (low, high) = (scale.min.to_string(), scale.max.to_string());
        let with = |number: &str, label: Option<&String>| label.filter(|words| *words != number).cloned();
        let (first, last) = match (with(&low, labels.first()), with(&high, labels.last())) {
            (Some(first), Some(last)) => (format!("{low} {first}"), format!("{last} {high}")),
            _ => (low.clone(), high.clone()),
        };
        let room = measures.right - measures.left - measures.small;
        let fits = width(&first, measures.small) + width(&last, measures.small) <= room;
        let (first, last) = if fits { (first, last) } else { (low, high) };
        // The number stands over its end.
        let edge = width("0", measures.small) / 2.0;
        let face = Type::ink(measures.small);
        svg.text(measures.left - edge, measures.small, Anchor::Start, face, &first);
        svg.text(measures.right + edge, measures.small, Anchor::End, face, &last);
        measures.line(measures.small)
    }
}
