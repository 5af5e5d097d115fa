//! How one group's answers to one indicator spread, where that is shown.

use super::frame::Measures;
use super::svg::{Anchor, Svg, Type, width as text_width, wrap};
use super::{Chart, Drawing, PlotRow, Table, Width, perspective};
use crate::figures::{Standing, standing};
use crate::id::{GroupId, IndicatorId};
use crate::picture::{Kind, PublishedRow};

impl Drawing<'_> {
    /// Bars of one group, a column wide; `None` where its distribution is not shown. The groups of an indicator
    /// stand beside each other: the longest bar of all is the largest share of a group's answers.
    pub fn spread(&self, indicator: &IndicatorId, group: &GroupId) -> Option<Chart> {
        let (row, counts) = self.counts(indicator, group)?;
        let widest = self
            .instrument
            .groups
            .iter()
            .filter_map(|other| self.counts(indicator, &other.id))
            .map(|(_, counts)| largest_share(counts))
            .fold(0.0, f64::max);
        let code = PlotRow::new(Kind::Indicator, indicator.as_str());
        let title = self.language.distribution_title(&self.group_name(group), &self.row_header(&code));
        let about = self.language.distribution_description();
        let table = self.spread_table(group, row, counts, &title);
        let svg = self.draw_bars(group, counts, widest, (&title, about));
        let description = format!("{about} {}", super::in_words(&table));
        Some(Chart { svg, narrow: String::new(), description, title, table })
    }

    /// The group's row with its distribution, as far as it may stand.
    pub(super) fn counts(&self, indicator: &IndicatorId, group: &GroupId) -> Option<(&PublishedRow, &[u64])> {
        match standing(self.published, self.instrument, Kind::Indicator, indicator.as_str(), group) {
            Standing::Shown(row, ..) => Some((row, row.distribution.as_deref()?)),
            _ => None,
        }
    }

    /// The scale's words, or its numbers where it has none.
    pub(super) fn step_labels(&self) -> Vec<String> {
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
        group: &GroupId,
        counts: &[u64],
        widest: f64,
        (title, about): (&str, &str),
    ) -> String {
        let measures = Measures::of(Width::Narrow);
        let labels = self.step_labels();
        let longest = labels.iter().map(|label| text_width(label, measures.small)).fold(0.0, f64::max);
        let room = longest.min(measures.width * 0.42);
        let left = room + 12.0;
        let count_room = 3.4 * measures.small;
        let line = measures.line(measures.small);
        let all = counts.iter().sum::<u64>().max(1) as f64;
        let scale = if widest > 0.0 { (measures.width - left - count_room) / widest } else { 0.0 };

        let mut svg = Svg::default();
        let mut y = 0.0;
        for (label, count) in labels.iter().zip(counts) {
            let lines = wrap(label, measures.small, room);
            let height = line * lines.len() as f64 + 4.0;
            for (place, words) in lines.iter().enumerate() {
                let baseline = y + line * (place as f64 + 0.8) + 2.0;
                svg.text(0.0, baseline, Anchor::Start, Type::soft(measures.small), words);
            }
            let length = *count as f64 / all * scale;
            if *count > 0 {
                svg.begin(perspective(self.instrument, group));
                svg.bar(left, y + 3.0, length, height - 6.0);
                svg.end();
            }
            let middle = y + height / 2.0 + 0.35 * measures.small;
            let face = Type::ink(measures.small);
            svg.text(left + length + 6.0, middle, Anchor::Start, face, &self.language.count(*count));
            y += height;
        }
        svg.finish(&super::id(self.prefix, Width::Wide), (measures.width, y), title, about)
    }

    fn spread_table(&self, group: &GroupId, row: &PublishedRow, counts: &[u64], title: &str) -> Table {
        let columns = vec![self.language.answer_column().to_owned(), self.group_name(group)];
        let steps =
            self.step_labels().into_iter().zip(counts.iter().map(|count| self.language.count(*count)));
        let unscored = self.unscored(row);
        let rows = steps.chain(unscored).map(|(label, count)| vec![label, count]).collect();
        Table { caption: title.to_owned(), columns, rows }
    }

    /// *Ved ikke*, *Ikke relevant* and *Sprunget over* with their counts, or that they are few.
    pub fn unscored(&self, row: &PublishedRow) -> Vec<(String, String)> {
        let counts = [row.dont_know, row.not_applicable, row.blank];
        let hidden = self.language.under(self.published.min_group_size.k());
        let count =
            |count: Option<u64>| count.map_or_else(|| hidden.clone(), |count| self.language.count(count));
        self.language.unscored().into_iter().map(str::to_owned).zip(counts.map(count)).collect()
    }
}

fn largest_share(counts: &[u64]) -> f64 {
    let all = counts.iter().sum::<u64>().max(1) as f64;
    counts.iter().copied().max().unwrap_or(0) as f64 / all
}
