//! Words by which a statement of an instrument is looked at again; all lower case.

/// Lists of words.
pub trait StatementWords {
    /// *and*, *or*.
    fn joining(&self) -> &'static [&'static str];
    /// *both*, before an *and* that belongs to it.
    fn both(&self) -> &'static [&'static str];
    /// *still*, behind an *and* that tells of one thing.
    fn going_on(&self) -> &'static [&'static str];
    /// The word before an *and* in a fixed phrase of taking part; empty where there is none.
    fn taking_part(&self) -> &'static str;
    /// Who may be named together in one idea.
    fn together(&self) -> &'static [&'static str];
    /// What stands before one of those.
    fn articles(&self) -> &'static [&'static str];
    /// *here*: what it is about is the place.
    fn here(&self) -> &'static [&'static str];
    /// *not*, *never*, *without*.
    fn negations(&self) -> &'static [&'static str];
    /// *only*, behind a *not* that denies nothing.
    fn only(&self) -> &'static [&'static str];
    /// *say*, before a *no* that is said.
    fn saying(&self) -> &'static [&'static str];
    /// *must*, which demands where it is said of a person at the beginning.
    fn must(&self) -> &'static [&'static str];
    /// *me*, *us*: whom something is done to.
    fn objects(&self) -> &'static [&'static str];
    /// *should*.
    fn ought(&self) -> &'static [&'static str];
    /// The past of the commonest verbs.
    fn past(&self) -> &'static [&'static str];
    /// *I*, *we* and their forms.
    fn first_person(&self) -> &'static [&'static str];
}
