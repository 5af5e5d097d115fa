//! Both hearings: plan, participants, agenda, material, minutes. They need a closed screening.

use crate::{Actor, Result, Workflow};
use screening::hearing::{Attendance, HearingNumber, MinuteLine, Theme};
use serde::{Deserialize, Serialize};

/// A hearing as planned and held, without its minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HearingPlan {
    /// When, as written on the invitation.
    pub date: String,
    /// Where.
    pub place: String,
    /// Invited.
    pub invited: Attendance,
    /// In the room, latest count.
    pub present: Attendance,
    /// Held as *samtale, ikke høring*.
    pub conversation: bool,
    /// The agenda; of the second hearing, as the first's.
    pub themes: Vec<Theme>,
    /// The minutes are done.
    pub approved: bool,
}

/// Everything a hearing's page shows.
#[derive(Clone, Debug)]
pub struct HearingView {
    /// The plan; the proposed agenda where nothing was saved.
    pub plan: HearingPlan,
    /// Lines with ids.
    pub minutes: Vec<(String, MinuteLine)>,
    /// Themes proposed from the signals.
    pub proposed: Vec<Theme>,
}

impl Workflow {
    /// A hearing of a closed screening.
    pub async fn hearing(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
    ) -> Result<HearingView> {
        todo!()
    }
    /// Keeps the plan; at most four themes, one a focus point.
    pub async fn save_hearing(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        plan: HearingPlan,
    ) -> Result<()> {
        todo!()
    }
    /// Adds a line; a role with fewer than three in the room is kept as *deltager*.
    pub async fn add_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        line: MinuteLine,
    ) -> Result<()> {
        todo!()
    }
    /// Removes a line while the minutes are not approved.
    pub async fn remove_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        line: &str,
    ) -> Result<()> {
        todo!()
    }
}
