//! Words of changing one's own password.

use crate::words::words;

words! {
    /// One's own password.
    OwnPasswordWords { heading, title, lead, old, lost }
}
