//! Handing over: the meeting, its checklist, and when those who took part hear back.

use super::ReportRecord;
use super::release::{Released, ReleasedVersion};
use crate::fields::{LONGEST_LINE, Problems, one_line};
use crate::preparing::day_in_denmark;
use crate::{Actor, Result, Workflow};
use jiff::civil::Date;
use screening::schedule::participants_hear_by;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is ticked off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandOverItem {
    /// Management is invited.
    Management,
    /// Two users from the hearings are invited.
    Users,
    /// The staff's representative is invited.
    Staff,
    /// The report is sent out two days before.
    Sent,
    /// The users begin, and have been asked whether they want somebody to practise with.
    UsersBegin,
    /// It is agreed when management answers, and who writes.
    AnswerAgreed,
    /// The page to those who took part is out.
    Participants,
}

impl HandOverItem {
    /// In order.
    pub const ALL: [Self; 7] = [
        Self::Management,
        Self::Users,
        Self::Staff,
        Self::Sent,
        Self::UsersBegin,
        Self::AnswerAgreed,
        Self::Participants,
    ];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Users => "users",
            Self::Staff => "staff",
            Self::Sent => "sent",
            Self::UsersBegin => "users-begin",
            Self::AnswerAgreed => "answer-agreed",
            Self::Participants => "participants",
        }
    }
}

/// The meeting and what is done for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandOver {
    /// When and where the meeting is.
    pub meeting: String,
    /// What is done.
    pub done: BTreeSet<HandOverItem>,
}

impl HandOver {
    /// This as it stands now, with what somebody changed from `before` to `after`; what they left alone stays.
    fn merged(self, before: &Self, after: &Self) -> Self {
        let ticked: BTreeSet<HandOverItem> = after.done.difference(&before.done).copied().collect();
        let unticked: BTreeSet<HandOverItem> = before.done.difference(&after.done).copied().collect();
        let done = self.done.union(&ticked).filter(|item| !unticked.contains(item)).copied().collect();
        let meeting = if after.meeting == before.meeting { self.meeting } else { after.meeting.clone() };
        Self { meeting, done }
    }
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct HandOverView {
    /// The record.
    pub record: ReportRecord,
    /// The newest released report; `None`: there is none yet.
    pub released: Option<Released>,
    /// Every released version.
    pub versions: Vec<ReleasedVersion>,
    /// The last day for the page to those who took part.
    pub participants_by: Option<Date>,
    /// That day is over, and the page is not ticked off.
    pub late: bool,
}

impl Workflow {
    /// Where handing over stands.
    pub async fn hand_over(&self, actor: &Actor, screening: &str) -> Result<HandOverView> {
        let (screening, _) = self.opened_picture(actor, screening).await?;
        let (record, _) = self.store.report_record(&screening.id).await?;
        let versions = self.store.released_versions(&screening.id).await?;
        let first = versions.first().map(|first| day_in_denmark(first.released_at));
        let participants_by = first.map(participants_hear_by);
        let today = self.today();
        let out = record.hand_over.done.contains(&HandOverItem::Participants);
        Ok(HandOverView {
            late: !out && participants_by.is_some_and(|last| last < today),
            record,
            released: self.store.released(&screening.id).await?,
            versions,
            participants_by,
        })
    }

    /// Keeps what somebody changed from `before`, as their form was drawn, to `after`; two who tick at once lose
    /// nothing.
    ///
    /// # Errors
    ///
    /// Field `meeting`: too long.
    pub async fn save_hand_over(
        &self,
        actor: &Actor,
        screening: &str,
        before: &HandOver,
        after: HandOver,
    ) -> Result<()> {
        let (screening, _) = self.opened_picture(actor, screening).await?;
        let after = HandOver { meeting: one_line(&after.meeting), ..after };
        let mut problems = Problems::default();
        problems.optional("meeting", &after.meeting, LONGEST_LINE);
        problems.none()?;
        let noting = self.noting(actor, &screening, "handing over", "");
        self.amend_record(&*noting, &screening, |mut record| {
            record.hand_over = record.hand_over.merged(before, &after);
            Ok(record)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_tick_at_once_lose_nothing() {
        let with = |done: &[HandOverItem], meeting: &str| HandOver {
            meeting: meeting.to_owned(),
            done: done.iter().copied().collect(),
        };
        use HandOverItem::{Management, Sent, Staff, Users};
        let before = with(&[Management, Sent], "");
        let now = with(&[Management, Sent, Staff], "Tirsdag kl. 10");
        let after = with(&[Management, Users], "");
        assert_eq!(now.merged(&before, &after), with(&[Management, Users, Staff], "Tirsdag kl. 10"));
    }
}
