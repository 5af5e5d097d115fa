//! Words of the drafts for whoever answers for data protection.

use crate::words::words;

words! {
    /// The record of processing and the impact assessment.
    ProtectionPageWords { title, link, lead, basis, settings, one_left, left, document, in_language }
}
