//! Words of a screening that is stopped.

use crate::words::words;

words! {
    /// Stopping a screening, and its page once it is.
    StoppingWords {
        title, link, lead, what_happens, nobody_answers, codes_gone, sent_gone, told_why, stays, answers_gone, picture_stays,
        reason, reason_hint, submit, back, not_now, mark, see, rail, next, about_next, nothing_more, stopped_on, deleted,
        deleted_open, deleted_closed, left, left_open, left_closed, tell_text, tell_file, anew, anew_text, anew_lead,
        anew_along, says, list, delete_one, delete_many, delete_none
    }
}
