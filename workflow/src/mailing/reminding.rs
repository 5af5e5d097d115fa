//! Who is reminded of what, and when.

use super::About;
use crate::access::Role;
use crate::preparing::day_in_denmark;
use crate::reports::HandOverItem;
use crate::{Result, Workflow};
use screening::reminder::{Reminder, Standing, due};

/// Seconds after which what was sent or given up is forgotten: longer than anything is due.
const REMEMBERED: i64 = 90 * 24 * 60 * 60;

impl Workflow {
    /// Lets a mail wait for each facilitator of each place where something is due, once; gives how many. The program
    /// itself calls this, where mail is set up.
    pub async fn queue_reminders(&self) -> Result<usize> {
        let now = self.clock.now();
        self.store.forget_mail(now - REMEMBERED).await?;
        let mut facilitators = Vec::new();
        for (account, disabled) in self.store.accounts().await? {
            if !disabled && self.store.reminded(&account.id).await? {
                facilitators.push(account);
            }
        }
        let mut queued = 0;
        for summary in self.store.screenings(None).await? {
            if summary.practice.is_some() || summary.released_version.is_none() {
                continue;
            }
            for reminder in self.due_reminders(&summary.id).await? {
                let about = About::Reminder { screening: summary.id.clone(), key: reminder.key() }.stored();
                let role = (summary.organisation.id.clone(), Role::Facilitator);
                for account in facilitators.iter().filter(|one| one.roles.contains(&role)) {
                    let id = self.fresh_id();
                    queued += usize::from(self.store.queue_mail(&id, &account.id, &about, now).await?);
                }
            }
        }
        Ok(queued)
    }

    /// What is due today in a screening; nothing where no report is released.
    pub(super) async fn due_reminders(&self, screening: &str) -> Result<Vec<Reminder>> {
        let versions = self.store.released_versions(screening).await?;
        let Some(first) = versions.first() else { return Ok(Vec::new()) };
        let (record, _) = self.store.report_record(screening).await?;
        let goals = self.store.goals(screening).await?;
        let standing = Standing {
            released: day_in_denmark(first.released_at),
            participants_told: record.hand_over.done.contains(&HandOverItem::Participants),
            goals: goals.into_iter().map(|stored| (stored.id, stored.goal)).collect(),
        };
        Ok(due(&standing, self.today()))
    }
}
