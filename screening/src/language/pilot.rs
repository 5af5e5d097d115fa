//! What someone who answers a pilot is told otherwise than in a screening, and whoever answers for data protection; see
//! [`crate::pilot`].

/// The sentences that differ.
#[derive(Clone, Copy, Debug)]
pub struct PilotWords {
    /// What it is about.
    pub trying: &'static str,
    /// That one may write a note at each statement.
    pub notes: &'static str,
    /// The same to those who answer together.
    pub notes_together: &'static str,
    /// Who sees what management answered.
    pub seen: &'static str,
    /// The same to those who answer together.
    pub seen_together: &'static str,
    /// What those who answer together do where they don't agree.
    pub disagree: &'static str,
    /// What the answers are used for, and when they go.
    pub used: &'static str,
    /// Thanks, on the receipt.
    pub thanks: &'static str,
    /// That nothing more comes of it.
    pub nothing_more: &'static str,
    /// First line of a slip.
    pub slip: &'static str,
    /// What the answers are used for, among the rights.
    pub purpose: &'static str,
    /// Who gets to see something.
    pub sees: &'static str,
    /// When answers and notes are deleted.
    pub deleted: &'static str,
    /// That nothing is quoted.
    pub not_quoted: &'static str,
    /// That management's figures are shown.
    pub as_management: &'static str,
    /// What the drafts for whoever answers for data protection say.
    pub protection: PilotProtection,
}

/// What the drafts of [`crate::data_protection`] say of a pilot; `{}` is filled in.
#[derive(Clone, Copy, Debug)]
pub struct PilotProtection {
    /// The purpose.
    pub purpose: &'static str,
    /// Categories of people: those who answer are filled in.
    pub people: &'static str,
    /// What else those who answer may write.
    pub notes: &'static str,
    /// Who gets to see something.
    pub recipients: &'static str,
    /// What the program deletes by itself: for how long it keeps the log is filled in.
    pub deleted: &'static str,
    /// The same in one sentence, beside what holds for screenings.
    pub deleted_too: &'static str,
    /// What is done: those who answer are filled in.
    pub processing: &'static str,
    /// A risk.
    pub risk: &'static str,
    /// What is done against it: the smallest group is filled in.
    pub done: &'static str,
}
