//! Words of the administrator's page and of one's own account.

use crate::words::words;

words! {
    /// The administrator's page.
    AdministrationWords {
        title, mail, mail_off, mail_on, mail_user, mail_from, tls, start_tls, no_tls, trial, trial_to, trial_taken,
        trial_later, trial_refused, server_said, unsent, unsent_none, unsent_caption, to, about, since, state, waiting,
        waiting_first, given_up, about_reminder, about_password
    }
    /// The installation's accounts.
    AccountsWords {
        title, lead, link, administrator, facilitator, leader, disabled, make_link, fresh, fresh_how, back,
        last_month, not_lately, no_password
    }
    /// A forgotten password.
    PasswordWords {
        forgotten, lead, email, ask, ask_administrator, on_its_way, to_sign_in, gone_title, gone, choose, choose_lead,
        new, again, hint, save, first, first_lead, first_save, name
    }
    /// One's own account.
    AccountWords {
        title, name, email, reminders, reminders_on, reminders_off, reminders_no_mail, switch_on, switch_off,
        sessions, began, seen, here, end, end_others, at, device, device_unknown
    }
}
