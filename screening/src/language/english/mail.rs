//! Mails in English.

use super::English;
use crate::language::sentence::plain_mail;
use crate::language::{MailText, MailWords};
use crate::plan::Telling;
use crate::reminder::Reminder;

/// Under every mail.
const REGARDS: &str = "Kind regards\nPejling";

fn mail(subject: &str, paragraphs: &[&str]) -> MailText {
    plain_mail(subject, paragraphs, REGARDS)
}

impl MailWords for English {
    fn reminder_mail(&self, reminder: &Reminder, place: &str, link: &str, switch_off: &str) -> MailText {
        let (subject, what, at) = match reminder {
            Reminder::FollowUp { .. } => (
                format!("Time to follow up: {place}"),
                "It is time to look at one of the goals in the development plan. Talk with those it concerns: What has gone \
                 well? What will you do differently from here?",
                "Write how far you have come here:",
            ),
            Reminder::Told(telling, _) => (
                format!("You said – we do: {place}"),
                match telling {
                    Telling::ThreeMonths => {
                        "It is three months since the report came. Now those who took part are to hear what you are doing \
                         about what they said. Write it on the poster, and hang it where everyone passes by."
                    }
                    Telling::SixMonths => {
                        "It is half a year since the report came. Now those who took part are to hear what has come of what \
                         they said. Write it on the poster, and hang it where everyone passes by."
                    }
                },
                "Write the poster here:",
            ),
            Reminder::Participants(_) => (
                format!("Those who took part are to hear back: {place}"),
                "It is 14 days since the report came, and the page for those who took part is not ticked off as handed out. \
                 Hand it out now, even if management has not answered yet.",
                "Find the page, and tick it off, here:",
            ),
        };
        mail(
            &subject,
            &[
                "Hello",
                what,
                &format!("{at}\n{link}"),
                &format!(
                    "You get this mail because you are a facilitator for {place}. If you don’t want reminders by mail, switch \
                     them off here:\n{switch_off}"
                ),
            ],
        )
    }

    fn password_mail(&self, link: &str, minutes: i64) -> MailText {
        mail(
            "New password for Pejling",
            &[
                "Hello",
                "Someone, most likely you, has asked for a new password for Pejling.",
                &format!("Choose it here. The link works once and for {minutes} minutes:\n{link}"),
                "If you did not ask for it, you don’t have to do anything. Then your password still holds.",
            ],
        )
    }

    fn trial_mail(&self) -> MailText {
        mail(
            "Trial: Pejling can send mail",
            &[
                "Hello",
                "If you can read this, it works. And so do signs like these: “ ” – ’.",
                "You get this mail because you asked for it yourself on the page “Administration”.",
            ],
        )
    }
}
