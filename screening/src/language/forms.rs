//! Words of the report's other forms: the page for those who took part, the appendix, the paragraph for a committee.

/// Sentences in easy language, and headings.
pub trait FormWords {
    /// Line above the title of the page for those who took part.
    fn participants_kicker(&self) -> &'static str;
    /// Heading: thank you.
    fn thanks_heading(&self) -> &'static str;
    /// Thank you for taking part.
    fn thanks(&self) -> &'static str;
    /// Nobody of any group answered.
    fn nobody_answered(&self) -> &'static str;
    /// How many of a group answered.
    fn took_part(&self, group: &str, submitted: u64, invited: Option<u64>) -> String;
    /// How many were at a hearing, and how many of them use the place.
    fn were_at(&self, first: bool, users: u32, all: u32) -> String;
    /// Nobody can see what one answered.
    fn nobody_sees(&self) -> &'static str;
    /// Heading over what stands strong.
    fn strong_heading(&self) -> &'static str;
    /// Before the focus points that stand strong.
    fn strong_lead(&self) -> &'static str;
    /// Heading over what lies highest, where nothing stands strong.
    fn highest_lead(&self) -> &'static str;
    /// Heading over what lies highest, where no rule says that it goes well.
    fn highest_heading_easy(&self) -> &'static str;
    /// Heading over what to talk about.
    fn talk_heading(&self) -> &'static str;
    /// Before a group's lowest.
    fn lowest_lead(&self, group: &str) -> String;
    /// Before what is seen differently.
    fn differently_lead(&self) -> &'static str;
    /// Too few answered for any figure.
    fn too_few(&self) -> &'static str;
    /// Heading over where to begin.
    fn begin_heading(&self) -> &'static str;
    /// Before the places to begin.
    fn begin_lead(&self) -> &'static str;
    /// Heading over what happens now.
    fn next_heading(&self) -> &'static str;
    /// When management answers; empty: not known.
    fn management_answers(&self, answer_by: &str) -> String;
    /// What happens now, a sentence each.
    fn next(&self) -> [&'static str; 3];

    /// Line above the title of the appendix.
    fn appendix_kicker(&self) -> &'static str;
    /// How the appendix is read.
    fn appendix_guide(&self, figures: bool) -> &'static str;
    /// Heading over the values.
    fn values_heading(&self) -> &'static str;
    /// Caption of the table of statements.
    fn statements_caption(&self) -> &'static str;
    /// Header of the indicators' column.
    fn indicator_column(&self) -> &'static str;
    /// Where a group is not asked.
    fn not_asked_cell(&self) -> &'static str;

    /// The first sentence of the paragraph for a committee.
    fn committee_lead(&self, organisation: &str, kicker: &str) -> String;
}
