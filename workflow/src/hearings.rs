//! Both hearings: plan, participants, agenda, material, minutes. They need a closed screening.
//!
//! Two people work on a hearing at once. So each use case changes its own part of what stands there now, and tries
//! again where somebody else was faster.

mod material;
mod minutes;
mod names;
mod plan;
mod room;
mod votes;

use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use plan::{approved, attendance, checked, grounded, pairs, with_counts};
use screening::hearing::{
    AgendaChange, Hearing, HearingNumber, Theme, changed_agenda, proposed_agenda, settled,
};
use screening::id::FocusPointId;

pub use material::HandOut;
pub use minutes::{LONGEST_MINUTE_LINE, MOST_MINUTE_LINES};
pub use names::MOST_PEOPLE;
pub use plan::{HearingPlan, HearingView, MOST_IN_THE_ROOM, StoredLine, StoredPlan};
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
        number: HearingNumber,
    ) -> Result<HearingView> {
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let StoredPlan { plan, .. } = self.planned(&screening, number, &proposed).await?;
        let lines = self.store.minutes(&screening.id, number).await?;
        let versions = lines.iter().map(|line| (line.id.clone(), line.version)).collect();
        let people = self.store.people(&screening.id, number).await?;
        Ok(HearingView { plan, minutes: pairs(lines), versions, proposed, people })
    }

    /// Keeps the whole plan; at most four themes, one a focus point. The second hearing's themes are the first's,
    /// whatever the plan says.
    pub async fn save_hearing(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        plan: HearingPlan,
    ) -> Result<()> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let signals = self.signals(&screening, &picture).await?;
        let proposed = proposed_agenda(&signals, &screening.instrument);
        let mut plan = checked(plan, &screening.instrument)?;
        plan.themes = match number {
            HearingNumber::First => {
                plan.themes.into_iter().map(|theme| grounded(theme, &proposed, &signals)).collect()
            }
            HearingNumber::Second => self.first_themes(&screening, &proposed).await?,
        };
        let plan = if plan.approved { approved(plan, &screening.instrument) } else { plan };
        self.amend(&screening, number, &proposed, |_| Ok(plan.clone())).await?;
        self.audit(actor, &screening, "hearing saved", u8::from(number).to_string()).await
    }

    /// Keeps when and where, who is invited, and whether it is planned as a conversation.
    pub async fn plan_hearing(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        planned: HearingPlan,
    ) -> Result<()> {
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let HearingPlan { date, place, invited, conversation, .. } = planned;
        let asked = HearingPlan { date, place, invited, conversation, ..HearingPlan::default() };
        let HearingPlan { date, place, invited, conversation, .. } = checked(asked, &screening.instrument)?;
        self.amend(&screening, number, &proposed, |plan| {
            Ok(HearingPlan {
                date: date.clone(),
                place: place.clone(),
                invited: invited.clone(),
                conversation,
                ..plan
            })
        })
        .await?;
        self.audit(actor, &screening, "hearing planned", u8::from(number).to_string()).await
    }

    /// Changes the first hearing's agenda; the second's is the same.
    pub async fn change_agenda(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        change: AgendaChange,
        point: &FocusPointId,
    ) -> Result<()> {
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        if change != AgendaChange::Proposed && screening.instrument.focus_point(point).is_none() {
            return Err(Error::field("focus_point", Problem::NotAChoice));
        }
        self.amend(&screening, HearingNumber::First, &proposed, |plan| {
            let themes = changed_agenda(&plan.themes, change, point, &proposed);
            Ok(HearingPlan { themes: themes.ok_or(Error::Refused(Problem::Changed))?, ..plan })
        })
        .await?;
        self.audit(actor, &screening, "agenda changed", u8::from(number).to_string()).await
    }

    /// Approves the minutes, or opens them again. Whoever was invited by name is forgotten when they are approved,
    /// and minutes and report then say what it was, whatever was ticked.
    pub async fn approve_minutes(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        approve: bool,
    ) -> Result<()> {
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        self.amend(&screening, number, &proposed, |plan| {
            Ok(if approve {
                approved(plan, &screening.instrument)
            } else {
                HearingPlan { approved: false, ..plan }
            })
        })
        .await?;
        let event = if approve { "minutes approved" } else { "minutes opened again" };
        self.audit(actor, &screening, event, u8::from(number).to_string()).await?;
        if approve && let Err(error) = self.store.tidy().await {
            // The names are out of the table; the program tries the files again every minute.
            tracing::warn!(%error, "deleted names are still in the files");
        }
        Ok(())
    }

    /// A hearing as planned, held and minuted, where something of it was saved. The first hearing's lines stand as the
    /// second left them.
    pub(crate) async fn held(&self, screening: &Screening, number: HearingNumber) -> Result<Option<Hearing>> {
        let Some(StoredPlan { plan, .. }) = self.store.hearing(&screening.id, number).await? else {
            return Ok(None);
        };
        let plan = with_counts(plan);
        let mut minutes = pairs(self.store.minutes(&screening.id, number).await?);
        if number == HearingNumber::First {
            let later = pairs(self.store.minutes(&screening.id, HearingNumber::Second).await?);
            minutes = settled(&minutes, &later);
        }
        let line_ids = minutes.iter().map(|(id, _)| format!("{}/{id}", u8::from(number))).collect();
        Ok(Some(Hearing {
            date: plan.date,
            place: plan.place,
            invited: plan.invited,
            present: plan.present,
            counts: plan.counts,
            conversation: plan.conversation,
            themes: plan.themes,
            approved: plan.approved,
            minutes: minutes.into_iter().map(|(_, line)| line).collect(),
            line_ids,
        }))
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
        number: HearingNumber,
        proposed: &[Theme],
    ) -> Result<StoredPlan> {
        let saved = self.store.hearing(&screening.id, number).await?;
        let StoredPlan { plan, version } =
            saved.unwrap_or(StoredPlan { plan: HearingPlan::default(), version: 0 });
        let themes = match (number, version) {
            (HearingNumber::First, 1..) => plan.themes.clone(),
            (HearingNumber::First, _) => proposed.to_vec(),
            (HearingNumber::Second, _) => self.first_themes(screening, proposed).await?,
        };
        Ok(StoredPlan { plan: HearingPlan { themes, ..with_counts(plan) }, version })
    }

    /// Changes the plan as it stands; again where somebody else did meanwhile.
    async fn amend(
        &self,
        screening: &Screening,
        number: HearingNumber,
        proposed: &[Theme],
        change: impl Fn(HearingPlan) -> Result<HearingPlan> + Send + Sync,
    ) -> Result<HearingPlan> {
        for _ in 0..TRIES {
            let StoredPlan { plan, version } = self.planned(screening, number, proposed).await?;
            let plan = change(plan)?;
            if self.store.save_hearing(&screening.id, number, version, &plan).await? {
                return Ok(plan);
            }
        }
        Err(Error::Refused(Problem::Changed))
    }

    async fn first_themes(&self, screening: &Screening, proposed: &[Theme]) -> Result<Vec<Theme>> {
        let first = self.store.hearing(&screening.id, HearingNumber::First).await?;
        Ok(first.map_or_else(|| proposed.to_vec(), |stored| stored.plan.themes))
    }
}
