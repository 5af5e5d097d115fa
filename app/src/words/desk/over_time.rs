//! Words of several screenings in a row.

use crate::words::words;

words! {
    /// Several screenings in a row.
    OverTimeWords {
        title, link, not_yet, which, others, steps, gaps, nothing, see_indicators, too_little,
    }
}
