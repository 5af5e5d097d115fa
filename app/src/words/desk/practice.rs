//! Words of the practice.

use crate::words::words;

words! {
    /// The practice.
    PracticeWords {
        link, title, lead, what, not_counted, minutes, start, go_on, own, delete, delete_sure, delete_text, mark, back, walk_title,
        walk_lead, begin, all, situation, what_now, you_chose, we_would, other_choices, source, ours, again, next,
        to_summary, chapter, counted, summary_title, summary_lead, not_chosen, from_start,
        hold_it, own_screenings,
    }
}
