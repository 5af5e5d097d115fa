//! Mails that the program sends to those who work with it: never anything about those who answer.

#[cfg(not(target_arch = "wasm32"))]
use crate::reminder::Reminder;

/// A mail as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailText {
    /// Its subject, one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// Mails.
pub trait MailWords {
    /// That something is due at a place: `link` leads to it, `switch_off` to where reminders are switched off.
    #[cfg(not(target_arch = "wasm32"))]
    fn reminder_mail(&self, reminder: &Reminder, place: &str, link: &str, switch_off: &str) -> MailText;
    /// The way to a new password, for so many minutes.
    fn password_mail(&self, link: &str, minutes: i64) -> MailText;
    /// That mails arrive.
    fn trial_mail(&self) -> MailText;
}
