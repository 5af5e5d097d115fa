//! Words that stand in an instrument's own files, when a program makes them.

/// What a form of another program says in our name.
pub trait InstrumentWords {
    /// What the language calls itself, e.g. *Dansk*.
    fn own_name(&self) -> &'static str;
    /// What is asked at the field for words about a focus point.
    fn comment_question(&self) -> &'static str;
}
