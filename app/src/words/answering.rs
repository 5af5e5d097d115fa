//! Words of those who answer, one section a page.

use super::words;
use serde::Deserialize;

/// Pages of those who answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The start page.
    pub start: Start,
    /// A shared tablet.
    pub tablet: Tablet,
    /// What lies on one's own device.
    pub on_device: OnDevice,
    /// An open link.
    pub link: Link,
    /// Before you start.
    pub before: Before,
    /// A focus point.
    pub topic: Topic,
    /// A note at a statement of a pilot.
    pub note: Note,
    /// The helper card.
    pub helper: Helper,
    /// Asking about names before they are saved.
    pub ask: Ask,
    /// The last page.
    pub last: Last,
    /// Look through and send.
    pub look: Look,
    /// The receipt.
    pub receipt: Receipt,
    /// The pause.
    pub pause: Pause,
    /// Going on elsewhere.
    pub resume: Resume,
    /// The code is in use.
    pub in_use: InUse,
    /// The questionnaire is not here any more.
    pub gone: Gone,
    /// No questionnaire in this browser.
    pub none_here: NoneHere,
    /// Pages to read: rights, how it works, accessibility.
    pub info: Info,
}

words! {
    /// The start page.
    Start { title, lead, code, code_name, code_hint, begin, continue_link, continue_text, staff_link }
    /// A shared tablet.
    Tablet {
        group, sweeps, begun_before, go_on_words, staff, without_scripts, off_title, off_text, off_sign_in, half_title, half_text,
        half_go_on, half_leave, done, done_title, done_lead, done_send, done_pause, done_back, leave_title, leave, leave_for_good,
        leave_with_words, still_title, still_text, still_here, before, pause_lead, pause_done, receipt_done, receipt_text
    }
    /// What lies on one's own device.
    OnDevice {
        hint, not_mine, storing, stored, failed, waiting, forgotten, kept_title, kept_lead, by_itself, by_the_page, until, locked,
        deliver, look, away_title, away_text, back, full_title, full_text, wait_title, wait_text
    }
    /// An open link.
    Link { title, group, code, slip, to_start, begun, someone_else, anew, not_open }
    /// Before you start.
    Before { title, begin, go_on, rights, how }
    /// A focus point.
    Topic {
        place, statement_place, what_is, helper, next, back, finish, pause, saving, saved, held, failed, ended, ended_link, retry, clear, comment, comment_label,
        comment_name, comment_hint,         closing
    }
    /// A note at a statement of a pilot.
    Note { question, label }
    /// The helper card.
    Helper { title, lead, read, no_pointing, own_answer, never_tell, who, count, back }
    /// Asking about names before they are saved.
    Ask { name, civil_number, email, change, keep }
    /// The last page.
    Last {
        title, question, consent, consent_hint, verbatim, paraphrase, not_to_be_used, help, help_hint, alone, user,
        staff, relative, interpreter, outside
    }
    /// Look through and send.
    Look { title, summary, skipped, open_answer, nothing_written, change, once, send }
    /// The receipt.
    Receipt { title, close }
    /// The pause.
    Pause { title, lead, write_down, code_too, own_code, make, go_on }
    /// Going on elsewhere.
    Resume { title, lead, code, words, words_hint, submit }
    /// The code is in use.
    InUse { title, lead, with_words, without_words, destroys, restart }
    /// The questionnaire is not here any more.
    Gone { title, text, again }
    /// No questionnaire in this browser: never begun, or it takes no cookies.
    NoneHere { title, text, cookies, again }
    /// Pages to read.
    Info { rights_title, how_title, general, general_own, accessibility_title, accessibility }
}
