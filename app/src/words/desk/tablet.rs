//! Words of a shared tablet, where a facilitator starts it.

use crate::words::words;

words! {
    /// Starting a shared tablet.
    TabletWords {
        title, link, lead, signs_out, one_each, sweeps, ends, browser, group, language, minutes, minutes_hint, start, in_use,
        end_text, end, not_open
    }
}
