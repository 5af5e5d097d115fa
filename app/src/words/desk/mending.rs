//! Words of how each statement did.

use crate::words::words;

words! {
    /// How each statement did.
    StatementWords {
        title, link, not_yet, lead, shares, together, hidden, no_advice, every, nothing, file,
    }
}
