//! Mails to those who work with the program: reminders, and the way to a new password. Never about those who answer.
//!
//! A mail waits in the store as an account and what it is about. The program's own clock hands it to the server outside
//! any request; several programs on one database send it once. To add a mail: a variant of [`About`], its words in
//! `screening::language`, and a use case that lets it wait.

mod reminding;
mod sending;

use crate::ports::{Delivery, Mail, Mailer};
use crate::{Actor, Permission, Result, Workflow};
use screening::language;

/// What a waiting mail is about, as it is stored in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Something is due in a screening; the key of a [`screening::reminder::Reminder`].
    Reminder {
        /// The screening.
        screening: String,
        /// Its key.
        key: String,
    },
    /// A new password was asked for.
    Password {
        /// Which stretch of some minutes it was asked in: one mail for each.
        stretch: i64,
    },
}

impl About {
    /// As stored.
    pub fn stored(&self) -> String {
        match self {
            Self::Reminder { screening, key } => format!("reminder {screening} {key}"),
            Self::Password { stretch } => format!("password {stretch}"),
        }
    }

    /// From its stored form.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once(' ')?;
        match kind {
            "reminder" => {
                let (screening, key) = rest.split_once(' ')?;
                Some(Self::Reminder { screening: screening.to_owned(), key: key.to_owned() })
            }
            "password" => Some(Self::Password { stretch: rest.parse().ok()? }),
            _ => None,
        }
    }
}

/// A mail that waits, taken to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedMail {
    /// Random id.
    pub id: String,
    /// Whom it is to.
    pub account: String,
    /// [`About::stored`].
    pub about: String,
    /// Which try this is, from 1.
    pub tries: i64,
}

/// A mail that is not sent, as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsentMail {
    /// Whom it is to.
    pub email: String,
    /// [`About::stored`].
    pub about: String,
    /// Since when it waits, seconds since 1970.
    pub queued_at: i64,
    /// How often it was tried.
    pub tries: i64,
    /// It is not tried again.
    pub given_up: bool,
    /// What the server said last; empty: it was not tried yet.
    pub answer: String,
}

impl Workflow {
    /// What waits to be sent or was given up (administrators).
    pub async fn unsent_mail(&self, actor: &Actor) -> Result<Vec<UnsentMail>> {
        actor.may(Permission::Administer, "")?;
        Ok(self.store.unsent_mail().await?)
    }

    /// Sends an administrator a mail at once, and gives what the server said.
    pub async fn send_trial_mail(&self, actor: &Actor, mailer: &dyn Mailer) -> Result<Delivery> {
        let account = actor.account()?;
        actor.may(Permission::Administer, "")?;
        let words = language::of("da").trial_mail();
        let mail = Mail {
            id: self.fresh_id(),
            name: account.name.clone(),
            email: account.email.clone(),
            subject: words.subject,
            text: words.text,
        };
        let delivery = mailer.deliver(&mail).await;
        self.audit_installation(actor, None, "mail tried", "").await?;
        Ok(delivery)
    }

    /// Whether one is reminded by mail oneself.
    pub async fn reminded(&self, actor: &Actor) -> Result<bool> {
        Ok(self.store.reminded(&actor.account()?.id).await?)
    }

    /// Switches one's own reminders by mail on or off.
    pub async fn set_reminded(&self, actor: &Actor, on: bool) -> Result<()> {
        let (account, event) = (actor.account()?, if on { "reminders on" } else { "reminders off" });
        self.noting_installation(actor, None, event, "").set_reminded(&account.id, on).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::About;

    #[test]
    fn what_a_mail_is_about_comes_back_from_its_line() {
        let reminder = About::Reminder { screening: "s1".into(), key: "follow-up m1 2026-09-21".into() };
        for about in [reminder, About::Password { stretch: 2_992_104 }] {
            assert_eq!(About::parse(&about.stored()), Some(about));
        }
        for other in ["", "password", "password x", "reminder s1", "letter s1 x"] {
            assert_eq!(About::parse(other), None, "{other}");
        }
    }
}
