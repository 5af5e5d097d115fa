//! One group's two rounds side by side, as a plot has two groups: what it draws is then and now.

use super::{Earlier, PublishedChange};
use crate::chart::{Perspective, PlotRow, perspective};
use crate::id::GroupId;
use crate::instrument::{Disclosure, Group, Instrument};
use crate::language::Language;
use crate::picture::{GroupCount, Kind, Published, PublishedRow};

/// What a plot of two rounds is drawn from.
#[derive(Clone, Debug)]
pub struct TwoRounds {
    /// The later instrument, with then and now in place of its groups.
    pub instrument: Instrument,
    /// The group's figures, then and now, where the change can be shown.
    pub published: Published,
    /// How the group looks in every plot.
    pub looks: Perspective,
    /// The focus points that can be drawn.
    pub rows: Vec<PlotRow>,
}

impl Earlier {
    /// A group's focus points then and now; `None` where no change of it can be shown.
    pub fn two_rounds(
        &self,
        later: &Published,
        instrument: &Instrument,
        group: &GroupId,
        language: &dyn Language,
    ) -> Option<TwoRounds> {
        let ids = ["then", "now"].map(GroupId::from);
        let own = |change: &&PublishedChange| change.group == *group && change.kind == Kind::FocusPoint;
        let changes: Vec<&PublishedChange> =
            self.changes.iter().filter(own).filter(|change| self.sides(later, change).is_some()).collect();
        let first = changes.first()?;
        let mut drawn = instrument.clone();
        let known = instrument.group(&first.group)?;
        drawn.groups = ids
            .iter()
            .map(|id| Group { id: id.clone(), disclosure: Disclosure::Protected, ..known.clone() })
            .collect();
        for texts in drawn.texts.values_mut() {
            let name = texts.group(group).to_owned();
            for (id, when) in ids.iter().zip(language.then_and_now()) {
                texts.groups.insert(id.clone(), format!("{name} {}", language.inside(when)));
            }
        }
        let rounds = [&self.published, later];
        let of = |change: &PublishedChange| {
            let rows = rounds.map(|round| round.row(change.kind, &change.code, group));
            let renamed = |(id, row): (&GroupId, Option<&PublishedRow>)| {
                Some(PublishedRow { group: id.clone(), ..row?.clone() })
            };
            ids.iter().zip(rows).filter_map(renamed).collect::<Vec<_>>()
        };
        let count = |(id, round): (&GroupId, &Published)| {
            let count = round.groups.iter().find(|count| count.group == *group)?;
            Some(GroupCount { group: id.clone(), ..count.clone() })
        };
        let published = Published {
            min_group_size: later.min_group_size,
            groups: ids.iter().zip(rounds).filter_map(count).collect(),
            rows: changes.iter().flat_map(|change| of(change)).collect(),
            equal_voice: Vec::new(),
        };
        let rows = changes.iter().map(|change| PlotRow::new(change.kind, &change.code)).collect();
        Some(TwoRounds { instrument: drawn, published, looks: perspective(instrument, group), rows })
    }
}
