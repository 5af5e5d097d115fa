//! Handing what waits to the server.

use super::{About, QueuedMail};
use crate::access::{Account, Role};
use crate::password_links::MAILED_LINK_LASTS;
use crate::ports::{Delivery, Mail, Mailer, Outcome};
use crate::{Result, Workflow};
use screening::language::{self, MailText};
use screening::reminder::Reminder;

/// Seconds in which nobody else takes a mail that is being sent: longer than a try may take.
const CLAIMED: i64 = 10 * 60;

/// Seconds between one try and the next: after a minute, at last after twelve hours; two days in all.
const WAITS: [i64; 9] = [60, 300, 1800, 7200, 14_400, 28_800, 28_800, 43_200, 43_200];

/// Most mails in one go; the rest waits for the next.
const AT_ONCE: usize = 200;

/// Longest answer of a server that is kept, in characters.
const LONGEST_ANSWER: usize = 300;

impl Workflow {
    /// Hands everything that is due to the server; gives how many mails it took. `site` is the program's own address.
    /// The program itself calls this, where mail is set up.
    pub async fn send_mail(&self, mailer: &dyn Mailer, site: &str) -> Result<usize> {
        let mut taken = 0;
        for _ in 0..AT_ONCE {
            let now = self.clock.now();
            let Some(queued) = self.store.claim_mail(now, now + CLAIMED).await? else { break };
            let Some(mail) = self.written(&queued, site).await? else {
                self.store.settle_mail(&queued, &Outcome::Done, "", self.clock.now()).await?;
                continue;
            };
            let (outcome, answer) = match mailer.deliver(&mail).await {
                Delivery::Taken => {
                    taken += 1;
                    (Outcome::Done, String::new())
                }
                Delivery::Refused(answer) => (Outcome::GivenUp, answer),
                Delivery::Later(answer) => (self.again(queued.tries), answer),
            };
            let answer: String = answer.chars().take(LONGEST_ANSWER).collect();
            self.store.settle_mail(&queued, &outcome, &answer, self.clock.now()).await?;
        }
        Ok(taken)
    }

    /// When it is tried again after so many tries.
    fn again(&self, tries: i64) -> Outcome {
        let wait = usize::try_from(tries - 1).ok().and_then(|place| WAITS.get(place));
        wait.map_or(Outcome::GivenUp, |wait| Outcome::Later(self.clock.now() + wait))
    }

    /// The words of a mail; none where nobody needs it any more.
    async fn written(&self, queued: &QueuedMail, site: &str) -> Result<Option<Mail>> {
        let accounts = self.store.accounts().await?;
        let account = accounts.into_iter().find(|(one, disabled)| one.id == queued.account && !disabled);
        let Some((account, about)) = account.map(|(one, _)| one).zip(About::parse(&queued.about)) else {
            return Ok(None);
        };
        let words = match about {
            About::Reminder { screening, key } => {
                self.reminder_words(&account, &screening, &key, site).await?
            }
            About::Password { stretch } => {
                let link = self.mailed_link(&account.id, stretch, site).await?;
                link.map(|link| language::of("da").password_mail(&link, MAILED_LINK_LASTS / 60))
            }
        };
        Ok(words.map(|MailText { subject, text }| Mail {
            id: queued.id.clone(),
            name: account.name,
            email: account.email,
            subject,
            text,
        }))
    }

    /// The words of a reminder, where what it is about is still due and its reader still wants it.
    async fn reminder_words(
        &self,
        account: &Account,
        screening: &str,
        key: &str,
        site: &str,
    ) -> Result<Option<MailText>> {
        let Some(screening) = self.store.screening(screening).await? else { return Ok(None) };
        let role = (screening.organisation.id.clone(), Role::Facilitator);
        if !account.roles.contains(&role) || !self.store.reminded(&account.id).await? {
            return Ok(None);
        }
        let due = self.due_reminders(&screening.id).await?;
        let Some(reminder) = due.into_iter().find(|one| one.key() == key) else { return Ok(None) };
        let at = match &reminder {
            Reminder::FollowUp { goal, .. } => format!("udvikling/maal/{goal}/opfoelgning"),
            Reminder::Told(..) => "udvikling/i-sagde".to_owned(),
            Reminder::Participants(_) => "overlevering".to_owned(),
        };
        let link = format!("{site}/screeninger/{}/{at}", screening.id);
        let words = language::of(&screening.settings.language);
        Ok(Some(words.reminder_mail(
            &reminder,
            &screening.organisation.name,
            &link,
            &format!("{site}/konto"),
        )))
    }
}
