//! Words of what place and people are called.

use crate::words::words;

words! {
    /// What place and people are called.
    Naming {
        title, lead, place, place_hint, users, users_hint, other,
    }
}
