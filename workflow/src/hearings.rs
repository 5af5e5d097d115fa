//! Both hearings: plan, participants, agenda, material, minutes. They need a closed screening. A use case is of one
//! sitting; a hearing's number alone means its first, which is the only one of most.
//!
//! Two people work on a hearing at once. So each use case changes its own part of what stands there now, and tries
//! again where somebody else was faster.

mod material;
mod minutes;
mod names;
mod plan;
mod room;
mod sittings;
mod votes;

use crate::ports::Store;
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use plan::{approved, attendance, checked, grounded, pairs, with_counts};
use screening::hearing::{AgendaChange, HearingNumber, Sitting, Theme, changed_agenda, proposed_agenda};
use screening::id::FocusPointId;

pub use material::HandOut;
pub use minutes::{LONGEST_MINUTE_LINE, MOST_MINUTE_LINES};
pub use names::MOST_PEOPLE;
pub use plan::{HearingPlan, HearingView, MOST_IN_THE_ROOM, SittingLine, StoredLine, StoredPlan};
pub use votes::{Cast, PhoneVote, StoredVote, VoteView, no_votes};

/// How often a change is tried anew where somebody else was faster each time.
const TRIES: usize = 20;

impl Workflow {
    /// A hearing of a closed screening. Nothing saved yet: the proposed agenda, and of the second hearing the
    /// first's.
    pub async fn hearing(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
    ) -> Result<HearingView> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let StoredPlan { plan, .. } = self.planned(&screening, sitting, &proposed).await?;
        let lines = self.store.minutes(&screening.id, sitting).await?;
        let versions = lines.iter().map(|line| (line.id.clone(), line.version)).collect();
        let people = self.store.people(&screening.id, sitting).await?;
        let sittings = self.sitting_lines(&screening.id, sitting.number).await?;
        let (first, second) = match sitting.number {
            HearingNumber::First => (Vec::new(), Vec::new()),
            HearingNumber::Second => (
                pairs(self.all_lines(&screening.id, HearingNumber::First).await?),
                pairs(self.all_lines(&screening.id, HearingNumber::Second).await?),
            ),
        };
        Ok(HearingView { plan, minutes: pairs(lines), versions, proposed, people, sittings, first, second })
    }

    /// Keeps the whole plan; at most four themes, one a focus point. They are the first hearing's, kept with its first
    /// sitting, whatever the plan of another says.
    pub async fn save_hearing(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        plan: HearingPlan,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let signals = self.signals(&screening, &picture).await?;
        let proposed = proposed_agenda(&signals, &screening.instrument);
        let mut plan = checked(plan, &screening.instrument)?;
        plan.themes = if keeps_themes(sitting) {
            plan.themes.into_iter().map(|theme| grounded(theme, &proposed, &signals)).collect()
        } else {
            self.first_themes(&screening, &proposed).await?
        };
        let plan = if plan.approved { approved(plan, &screening.instrument) } else { plan };
        let noting = self.noting(actor, &screening, "hearing saved", sitting.to_string());
        self.amend(&*noting, &screening, sitting, &proposed, |_| Ok(plan.clone())).await?;
        Ok(())
    }

    /// Keeps when and where, who is invited, and whether it is planned as a conversation.
    pub async fn plan_hearing(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        planned: HearingPlan,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let HearingPlan { date, place, invited, conversation, .. } = planned;
        let asked = HearingPlan { date, place, invited, conversation, ..HearingPlan::default() };
        let HearingPlan { date, place, invited, conversation, .. } = checked(asked, &screening.instrument)?;
        let noting = self.noting(actor, &screening, "hearing planned", sitting.to_string());
        self.amend(&*noting, &screening, sitting, &proposed, |plan| {
            Ok(HearingPlan {
                date: date.clone(),
                place: place.clone(),
                invited: invited.clone(),
                conversation,
                ..plan
            })
        })
        .await?;
        Ok(())
    }

    /// Changes the agenda, which is the same at both hearings and at each of their sittings.
    pub async fn change_agenda(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        change: AgendaChange,
        point: &FocusPointId,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        if change != AgendaChange::Proposed && screening.instrument.focus_point(point).is_none() {
            return Err(Error::field("focus_point", Problem::NotAChoice));
        }
        let noting = self.noting(actor, &screening, "agenda changed", sitting.to_string());
        self.amend(&*noting, &screening, HearingNumber::First.into(), &proposed, |plan| {
            let themes = changed_agenda(&plan.themes, change, point, &proposed);
            Ok(HearingPlan { themes: themes.ok_or(Error::Refused(Problem::Changed))?, ..plan })
        })
        .await?;
        Ok(())
    }

    /// Approves the minutes, or opens them again. Whoever was invited by name is forgotten when they are approved,
    /// and minutes and report then say what it was, whatever was ticked.
    pub async fn approve_minutes(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        approve: bool,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let event = if approve { "minutes approved" } else { "minutes opened again" };
        let noting = self.noting(actor, &screening, event, sitting.to_string());
        self.amend(&*noting, &screening, sitting, &proposed, |plan| {
            Ok(if approve {
                approved(plan, &screening.instrument)
            } else {
                HearingPlan { approved: false, ..plan }
            })
        })
        .await?;
        if approve && let Err(error) = self.store.tidy().await {
            // The names are out of the table; the program tries the files again every minute.
            tracing::warn!(%error, "deleted names are still in the files");
        }
        Ok(())
    }

    /// A closed screening, and the agenda that its signals propose.
    async fn prepared_hearing(&self, actor: &Actor, screening: &str) -> Result<(Screening, Vec<Theme>)> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let signals = self.signals(&screening, &picture).await?;
        let proposed = proposed_agenda(&signals, &screening.instrument);
        Ok((screening, proposed))
    }

    /// The plan as it stands, saved or not.
    async fn planned(
        &self,
        screening: &Screening,
        sitting: Sitting,
        proposed: &[Theme],
    ) -> Result<StoredPlan> {
        let saved = self.store.hearing(&screening.id, sitting).await?;
        if saved.is_none() && !sitting.is_first() {
            return Err(Error::NotFound);
        }
        let StoredPlan { plan, version } =
            saved.unwrap_or(StoredPlan { plan: HearingPlan::default(), version: 0 });
        let themes = match (keeps_themes(sitting), version) {
            (true, 1..) => plan.themes.clone(),
            (true, _) => proposed.to_vec(),
            (false, _) => self.first_themes(screening, proposed).await?,
        };
        Ok(StoredPlan { plan: HearingPlan { themes, ..with_counts(plan) }, version })
    }

    /// Changes the plan as it stands, and keeps it in this store; again where somebody else did meanwhile.
    async fn amend(
        &self,
        store: &dyn Store,
        screening: &Screening,
        sitting: Sitting,
        proposed: &[Theme],
        change: impl Fn(HearingPlan) -> Result<HearingPlan> + Send + Sync,
    ) -> Result<HearingPlan> {
        for _ in 0..TRIES {
            let StoredPlan { plan, version } = self.planned(screening, sitting, proposed).await?;
            let plan = change(plan)?;
            if store.save_hearing(&screening.id, sitting, version, &plan).await? {
                return Ok(plan);
            }
        }
        Err(Error::Refused(Problem::Changed))
    }

    async fn first_themes(&self, screening: &Screening, proposed: &[Theme]) -> Result<Vec<Theme>> {
        let first = self.store.hearing(&screening.id, HearingNumber::First.into()).await?;
        Ok(first.map_or_else(|| proposed.to_vec(), |stored| stored.plan.themes))
    }
}

/// Whether the agenda is kept with this sitting: the first hearing's first.
fn keeps_themes(sitting: Sitting) -> bool {
    sitting == Sitting::from(HearingNumber::First)
}
