//! Words of a hearing that is held several times.

use crate::words::words;

words! {
    /// The sittings of a hearing.
    SittingWords { title, lead, add, remove, one, all, together, few_together }
}
