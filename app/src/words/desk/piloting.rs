//! Words of a pilot.

use crate::words::words;

words! {
    /// A pilot.
    PilotWords {
        choose, choose_hint, tag, mark, next, step, about, about_collect, notes_lead, notes_shut, no_notes, remove, remove_hint, worry,
        delete_title, delete_text, delete_agree, delete,
    }
}
