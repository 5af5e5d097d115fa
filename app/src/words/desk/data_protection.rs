//! Words of the drafts for whoever answers for data protection.

use crate::words::words;

words! {
    /// The record of processing and the impact assessment.
    ProtectionPageWords { title, link, lead, basis, settings, one_left, left, document, in_language }
    /// The controller's facts of the installation, and where they are shown.
    ControllerWords { title, link, lead, inherited, save, drafts, drafts_lead, of_account, whose, none, rights }
}
