//! Words of the language check, as a list before the release.

use crate::words::words;

words! {
    /// The texts that the language check stops at.
    MarkingWords { title, lead }
}
