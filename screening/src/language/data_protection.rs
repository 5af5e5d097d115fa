//! Sentences of the drafts for whoever answers for data protection.

use crate::data_protection::{ProtectionDraft, ProtectionFacts, ProtectionPart};

/// The record of processing and the impact assessment.
pub trait ProtectionWords {
    /// Title of a draft.
    fn protection_title(&self, draft: ProtectionDraft) -> &'static str;
    /// Its parts, in order.
    fn protection_parts(&self, draft: ProtectionDraft, facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart>;
    /// Begins what the controller fills in.
    fn to_fill_in(&self) -> &'static str;
    /// Every place that screens itself, spoken of as one.
    fn each_place(&self) -> &'static str;
    /// So many months, in years where there are several whole ones.
    fn so_long(&self, months: u32) -> String;
}
