//! How the answers to one indicator spread, a group at a time, where that is shown.

use super::frame::Measures;
use super::svg::{Anchor, Svg, Type, width as text_width, wrap};
use super::{Chart, Drawing, PlotRow, Table, Width, perspective};
use crate::figures::{Standing, standing};
use crate::id::{GroupId, IndicatorId};
use crate::picture::{Kind, PublishedRow};

impl Drawing<'_> {
    /// Bars for each group whose distribution is shown; `None` where none is.
    pub fn distribution(&self, indicator: &IndicatorId, width: Width) -> Option<Chart> {
        let row = PlotRow::new(Kind::Indicator, indicator.as_str());
        let groups: Vec<(&GroupId, &PublishedRow, &[u64])> = self
            .instrument
            .groups
            .iter()
            .filter_map(|group| {
                match standing(self.published, self.instrument, row.kind, &row.code, &group.id) {
                    Standing::Shown(published, ..) => {
                        Some((&group.id, published, published.distribution.as_deref()?))
                    }
                    _ => None,
                }
            })
            .collect();
        if groups.is_empty() {
            return None;
        }
        let title = self.language.distribution_title(&self.row_header(&row));
        let about = self.language.distribution_description();
        let table = self.distribution_table(&groups, &title);
        let narrow = match width {
            Width::Narrow => String::new(),
            _ => self.draw_bars(&groups, Width::Narrow, &title, about),
        };
        Some(Chart {
            svg: self.draw_bars(&groups, width, &title, about),
            narrow,
            description: format!("{about} {}", super::in_words(&table)),
            title,
            table,
        })
    }

    /// The scale's words, or its numbers where it has none.
    fn step_labels(&self) -> Vec<String> {
        let scale = self.instrument.scale;
        let labels = &self.instrument.texts(self.language.code()).scale.labels;
        if labels.len() == scale.steps() {
            labels.clone()
        } else {
            (scale.min..=scale.max).map(|step| step.to_string()).collect()
        }
    }

    fn draw_bars(
        &self,
        groups: &[(&GroupId, &PublishedRow, &[u64])],
        width: Width,
        title: &str,
        about: &str,
    ) -> String {
        let measures = Measures::of(width);
        let labels = self.step_labels();
        let widest = labels.iter().map(|label| text_width(label, measures.small)).fold(0.0, f64::max);
        let room = widest.min(measures.width * 0.42);
        let left = room + 12.0;
        let count_room = 4.0 * measures.small;
        let line = measures.line(measures.small);
        let most = groups.iter().flat_map(|(_, _, counts)| *counts).copied().max().unwrap_or(0).max(1);

        let mut svg = Svg::default();
        let mut y = 0.0;
        for (group, row, counts) in groups {
            let looks = perspective(self.instrument, group);
            y += measures.line(measures.legend);
            svg.begin(looks);
            svg.mark(looks, false, (1.2 * measures.mark, y - measures.legend * 0.35), measures.mark);
            svg.end();
            let n = row.n.map_or_else(String::new, |n| format!(" · n = {n}"));
            let head = format!("{}{n}", self.group_name(group));
            svg.text(3.6 * measures.mark, y, Anchor::Start, Type::bold(measures.legend), &head);
            y += 0.5 * measures.legend;
            for (label, count) in labels.iter().zip(*counts) {
                let lines = wrap(label, measures.small, room);
                let height = line * lines.len() as f64 + 4.0;
                for (place, words) in lines.iter().enumerate() {
                    svg.text(
                        room,
                        y + line * (place as f64 + 0.8) + 2.0,
                        Anchor::End,
                        Type::soft(measures.small),
                        words,
                    );
                }
                let length = (measures.width - left - count_room) * (*count as f64 / most as f64);
                if *count > 0 {
                    svg.begin(looks);
                    svg.bar(left, y + 3.0, length, height - 6.0);
                    svg.end();
                }
                svg.text(
                    left + length + 6.0,
                    y + height / 2.0 + 0.35 * measures.small,
                    Anchor::Start,
                    Type::ink(measures.small),
                    &count.to_string(),
                );
                y += height;
            }
            y += measures.pad * 1.5;
        }
        svg.finish(&super::id(self.prefix, width), (measures.width, y), title, about)
    }

    fn distribution_table(&self, groups: &[(&GroupId, &PublishedRow, &[u64])], title: &str) -> Table {
        let columns = std::iter::once(self.language.answer_column().to_owned())
            .chain(groups.iter().map(|(group, ..)| self.group_name(group)))
            .collect();
        let mut rows: Vec<Vec<String>> = self
            .step_labels()
            .into_iter()
            .enumerate()
            .map(|(step, label)| {
                let counts = groups
                    .iter()
                    .map(|(_, _, counts)| counts.get(step).map_or_else(String::new, u64::to_string));
                std::iter::once(label).chain(counts).collect()
            })
            .collect();
        for (place, name) in self.language.unscored().into_iter().enumerate() {
            let hidden = self.language.under(self.published.min_group_size.k());
            let counts = groups.iter().map(|(_, row, _)| {
                let count = [row.dont_know, row.not_applicable, row.blank][place];
                count.map_or_else(|| hidden.clone(), |count| count.to_string())
            });
            rows.push(std::iter::once(name.to_owned()).chain(counts).collect());
        }
        Table { caption: title.to_owned(), columns, rows }
    }
}
