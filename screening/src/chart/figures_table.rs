//! Every published figure of one indicator, a group a column: what the plots of its page are drawn from.

use super::{Drawing, PlotRow, Table};
use crate::figures::{Standing, standing};
use crate::id::{GroupId, IndicatorId};
use crate::picture::{Kind, PublishedRow};

impl Drawing<'_> {
    /// Means, intervals, agreement, answers a step and what was not scored. A row that no group has is left out;
    /// where a group has no figure its first cell says why.
    pub fn indicator_table(&self, indicator: &IndicatorId) -> Table {
        let groups: Vec<&GroupId> = self.instrument.groups.iter().map(|group| &group.id).collect();
        let standings: Vec<Standing<'_>> = groups
            .iter()
            .map(|group| {
                standing(self.published, self.instrument, Kind::Indicator, indicator.as_str(), group)
            })
            .collect();
        let mut rows = Vec::new();
        for (place, name) in self.figure_names().into_iter().enumerate() {
            let cells: Vec<Option<String>> = standings
                .iter()
                .map(|standing| match standing {
                    Standing::Shown(row, ..) => self.cells(row).into_iter().nth(place).flatten(),
                    _ => None,
                })
                .collect();
            // The first row stands always: it also says why there is no figure.
            if place == 0 || cells.iter().any(Option::is_some) {
                let cells = cells
                    .into_iter()
                    .zip(&standings)
                    .map(|(cell, standing)| cell.unwrap_or_else(|| self.instead(*standing, place == 0)));
                rows.push(std::iter::once(name).chain(cells).collect());
            }
        }
        let row = PlotRow::new(Kind::Indicator, indicator.as_str());
        Table {
            caption: self.language.figures_caption(&self.row_header(&row)),
            columns: std::iter::once(self.language.figure_column().to_owned())
                .chain(groups.into_iter().map(|group| self.group_name(group)))
                .collect(),
            rows,
        }
    }

    /// Names of the rows, in the order of [`Self::cells`].
    fn figure_names(&self) -> Vec<String> {
        let names = self.language.figure_names(&self.agreement_words());
        let [mean, n, interval, sd, agreement, agreement_interval] = names;
        [mean, n, interval, sd, agreement, agreement_interval]
            .into_iter()
            .chain(self.step_labels())
            .chain(self.language.unscored().map(str::to_owned))
            .collect()
    }

    /// One group's figures as far as its row has them.
    fn cells(&self, row: &PublishedRow) -> Vec<Option<String>> {
        let language = self.language;
        let share = |(low, high)| format!("{low}–{}", language.per_cent(high));
        let steps = self.instrument.scale.steps();
        let counts = (0..steps).map(|step| Some(language.count(*row.distribution.as_ref()?.get(step)?)));
        // The other counts are given, or said to be few, where the distribution is.
        let unscored =
            self.unscored(row).into_iter().map(|(_, count)| row.distribution.is_some().then_some(count));
        [
            row.mean.map(|mean| language.figure(mean)),
            row.n.map(|n| language.count(n)),
            row.interval.map(|interval| language.interval(interval)),
            row.sd.map(|sd| language.number(sd, 1)),
            row.agreement.map(|share| language.per_cent(share)),
            row.agreement_interval.map(share),
        ]
        .into_iter()
        .chain(counts)
        .chain(unscored)
        .collect()
    }

    /// What stands where a group has no such figure.
    fn instead(&self, standing: Standing<'_>, first: bool) -> String {
        match standing {
            Standing::Few if first => self.language.few().to_owned(),
            Standing::Alone if first => self.language.alone().to_owned(),
            Standing::NotAsked if first => self.language.not_asked().to_owned(),
            Standing::NotAsked => String::new(),
            Standing::Shown(..) | Standing::Few | Standing::Alone => self.language.not_shown().to_owned(),
        }
    }

    /// The scale's words that count as agreement.
    pub fn agreement_words(&self) -> String {
        crate::signals::agreement_words(self.instrument, self.language)
    }
}
