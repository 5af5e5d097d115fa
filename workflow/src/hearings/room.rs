//! Counting heads while a hearing is held, and what is done below half.

use super::{HearingPlan, attendance};
use crate::fields::Problems;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::{Attendance, Below, Moment, Sitting, counted, decided};

impl Workflow {
    /// Keeps who is in the room at a moment, instead of an earlier count at that moment.
    pub async fn count_room(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        moment: Moment,
        present: Attendance,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let mut problems = Problems::default();
        attendance("present", &present, &screening.instrument, &mut problems);
        problems.none()?;
        let noting = self.noting(actor, &screening, "room counted", sitting.to_string());
        self.amend(&*noting, &screening, sitting, &proposed, |plan| {
            let plan = not_approved(plan)?;
            let before = plan.counts.iter().find(|count| count.moment == moment).and_then(|c| c.below);
            let counts = counted(&plan.counts, moment, present.clone(), &screening.instrument);
            let after = counts.iter().find(|count| count.moment == moment).and_then(|count| count.below);
            // A conversation that became a hearing after all.
            let again = before == Some(Below::Conversation) && after != before;
            let conversation = if again {
                said_so(&HearingPlan { counts: counts.clone(), ..plan.clone() })
            } else {
                plan.conversation
            };
            Ok(HearingPlan { counts, present: present.clone(), conversation, ..plan })
        })
        .await?;
        Ok(())
    }

    /// Keeps what is done about a count below half.
    pub async fn decide_below(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        moment: Moment,
        below: Below,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let noting = self.noting(actor, &screening, "below half decided", sitting.to_string());
        self.amend(&*noting, &screening, sitting, &proposed, |plan| {
            let plan = not_approved(plan)?;
            let counts = decided(&plan.counts, moment, below);
            let conversation = said_so(&HearingPlan { counts: counts.clone(), ..plan.clone() });
            Ok(HearingPlan { counts, conversation, ..plan })
        })
        .await?;
        Ok(())
    }
}

/// Whether it is held as a conversation by what was decided at any count.
fn said_so(plan: &HearingPlan) -> bool {
    plan.counts.iter().any(|count| count.below == Some(Below::Conversation))
}

/// The plan, where its minutes may still be written.
pub(super) fn not_approved(plan: HearingPlan) -> Result<HearingPlan> {
    if plan.approved { Err(Error::Refused(Problem::WrongState)) } else { Ok(plan) }
}
