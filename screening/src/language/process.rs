//! Sentences about what became of a draft and its report, and about texts that nobody was in time for.

/// What was done with a draft, in the report.
pub trait ProcessWords {
    /// So many texts were changed after management had looked through the draft.
    fn changed_since(&self, texts: usize) -> String;
    /// A version of this date brought management's answer; `again`: another one than before.
    fn answer_came(&self, version: u32, date: &str, again: bool) -> String;
    /// Comments that nobody has read.
    fn unread(&self, comments: usize) -> String;
    /// To those who took part: management has answered.
    fn management_answered(&self) -> &'static str;
}
