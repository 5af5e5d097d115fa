//! Words of what a release deletes, what has changed since somebody looked, and what the draft's texts are called.

use crate::words::words;

words! {
    /// Before a release.
    ReleasingWords {
        unread_one, unread_many, read_them, delete_one, delete_many, texts_one,
        texts_many, since_read, since_fact_check, since_talk, changed_title, changed_lead,
        gone, strength, strength_two, highest, lowest, concern, first_step, no_figures,
    }
}
