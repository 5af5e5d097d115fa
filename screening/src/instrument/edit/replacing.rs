//! What was written elsewhere, in the place of a draft.

use super::Draft;
use crate::id::IndicatorId;
use crate::instrument::Instrument;
use std::collections::BTreeSet;

impl Draft {
    /// The indicators of which a statement reads otherwise than in the version before.
    pub fn changed_statements(&self, before: &Instrument) -> Vec<IndicatorId> {
        let all = self.written().indicators().map(|indicator| &indicator.id);
        all.filter(|id| !self.statements_changed(id, before).is_empty()).cloned().collect()
    }

    /// What another draft holds, as what becomes of this one: it keeps id and number. `versions` are those before, oldest
    /// first, `means_other` the indicators of which a changed statement means something else now: theirs alone get the
    /// next wording number. One that had been dropped comes back as something else.
    #[must_use]
    pub fn replaced_by(
        &self,
        other: &Self,
        versions: &[Instrument],
        means_other: &BTreeSet<IndicatorId>,
    ) -> Self {
        let mut next = other.clone();
        next.0.id.clone_from(&self.0.id);
        next.0.version = self.0.version;
        let Some(before) = versions.last() else { return next };
        let changed = next.changed_statements(before);
        for indicator in next.0.focus_points.iter_mut().flat_map(|point| &mut point.indicators) {
            let id = &indicator.id;
            let wording = |version: &Instrument| version.indicator(id).map(|(_, then)| then.wording);
            let other_now = changed.contains(id) && means_other.contains(id);
            indicator.wording = match wording(before) {
                Some(then) => then.saturating_add(u32::from(other_now)),
                None => match versions.iter().filter_map(wording).max() {
                    Some(highest) => highest.saturating_add(1),
                    None => indicator.wording,
                },
            };
        }
        next
    }
}
