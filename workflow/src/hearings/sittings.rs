//! A hearing held several times: which sittings it has, one more, one fewer, and what is read across them.

use super::plan::{SittingLine, StoredPlan, pairs, with_counts};
use super::{HearingPlan, StoredLine};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::{Attendance, Hearing, HearingNumber, MinuteLine, Sitting, settled};

impl Workflow {
    /// Holds a hearing once more, in another room or on another day. The sitting is named, so that asking twice adds
    /// one.
    pub async fn add_sitting(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, _) = self.prepared_hearing(actor, screening).await?;
        let plan = HearingPlan::default();
        if !sitting.is_first() {
            self.noting(actor, &screening, "sitting added", sitting.to_string())
                .save_hearing(&screening.id, sitting, 0, &plan)
                .await?;
        }
        Ok(())
    }

    /// Takes a sitting back that was not held: nobody was counted and nothing was minuted in it. The first stays.
    pub async fn remove_sitting(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, _) = self.prepared_hearing(actor, screening).await?;
        let StoredPlan { plan, version } =
            self.store.hearing(&screening.id, sitting).await?.ok_or(Error::NotFound)?;
        let held = plan.approved || plan.present != Attendance::default();
        let noting = self.noting(actor, &screening, "sitting removed", sitting.to_string());
        if sitting.is_first() || held || !noting.remove_sitting(&screening.id, sitting, version).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok(())
    }

    /// How far each sitting of a hearing is, and whether anything is minuted. Nothing of it is made from the picture, which
    /// stays unopened.
    pub async fn hearing_progress(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
    ) -> Result<Vec<(SittingLine, bool)>> {
        let screening = self.going(actor, screening).await?;
        let mut all = Vec::new();
        for line in self.sitting_lines(&screening.id, number).await? {
            let minuted = !self.store.minutes(&screening.id, line.sitting).await?.is_empty();
            all.push((line, minuted));
        }
        Ok(all)
    }

    /// Every sitting of a hearing in its order; the first is always there.
    pub(super) async fn sittings(&self, screening: &str, number: HearingNumber) -> Result<Vec<Sitting>> {
        let mut sittings = self.store.sittings(screening, number).await?;
        let first = Sitting::from(number);
        if !sittings.contains(&first) {
            sittings.insert(0, first);
        }
        Ok(sittings)
    }

    /// What a page of one sitting says of all of them.
    pub(super) async fn sitting_lines(
        &self,
        screening: &str,
        number: HearingNumber,
    ) -> Result<Vec<SittingLine>> {
        let mut all = Vec::new();
        for sitting in self.sittings(screening, number).await? {
            let stored = self.store.hearing(screening, sitting).await?;
            let HearingPlan { date, place, approved, .. } =
                stored.map_or_else(HearingPlan::default, |stored| stored.plan);
            all.push(SittingLine { sitting, date, place, approved });
        }
        Ok(all)
    }

    /// The lines of all sittings of a hearing, sitting by sitting.
    pub(super) async fn all_lines(&self, screening: &str, number: HearingNumber) -> Result<Vec<StoredLine>> {
        let mut lines = Vec::new();
        for sitting in self.sittings(screening, number).await? {
            lines.extend(self.store.minutes(screening, sitting).await?);
        }
        Ok(lines)
    }

    /// A hearing as planned, held and minuted: every sitting whose minutes are approved, the others as
    /// [`Hearing::again`] of the first of them. The first hearing's lines stand as the second left them.
    pub(crate) async fn held(&self, screening: &Screening, number: HearingNumber) -> Result<Option<Hearing>> {
        let later = match number {
            HearingNumber::First => pairs(self.all_lines(&screening.id, HearingNumber::Second).await?),
            HearingNumber::Second => Vec::new(),
        };
        let sittings = self.sittings(&screening.id, number).await?;
        let themes = match self.store.hearing(&screening.id, HearingNumber::First.into()).await? {
            Some(first) => first.plan.themes,
            None => Vec::new(),
        };
        let mut held: Vec<Hearing> = Vec::new();
        for sitting in &sittings {
            let stored = self.store.hearing(&screening.id, *sitting).await?;
            let Some(StoredPlan { plan, .. }) = stored.filter(|stored| stored.plan.approved) else {
                continue;
            };
            let lines = pairs(self.store.minutes(&screening.id, *sitting).await?);
            let letter = (sittings.len() > 1).then(|| sitting.letter());
            let plan = HearingPlan { themes: themes.clone(), ..with_counts(plan) };
            held.push(hearing_of(plan, *sitting, letter, settled(&lines, &later)));
        }
        let mut held = held.into_iter();
        Ok(held.next().map(|first| Hearing { again: held.collect(), ..first }))
    }
}

/// A sitting as `screening` reads it, with its lines' ids.
pub(super) fn hearing_of(
    plan: HearingPlan,
    sitting: Sitting,
    letter: Option<char>,
    lines: Vec<(String, MinuteLine)>,
) -> Hearing {
    Hearing {
        date: plan.date,
        place: plan.place,
        invited: plan.invited,
        present: plan.present,
        counts: plan.counts,
        conversation: plan.conversation,
        themes: plan.themes,
        approved: plan.approved,
        line_ids: lines.iter().map(|(id, _)| format!("{sitting}/{id}")).collect(),
        minutes: lines.into_iter().map(|(_, line)| line).collect(),
        letter,
        again: Vec::new(),
    }
}
