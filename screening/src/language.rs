//! Sentences of the domain in each language: one trait, a file a language; a missing one does not compile.
//!
//! To add a sentence: a method on the trait of its part, and the sentence in every language; what all of them share is in
//! `sentence` and in [`Numbers`]. To add a language: a folder beside [`danish`](Danish), and a line in [`LANGUAGES`].
//! Group names, titles and statements are the instrument's; sentences take them as they are written there.

mod bokmal;
mod chart;
mod comparison;
mod danish;
mod data_protection;
mod english;
mod export;
mod forms;
mod hearing;
mod instrument;
mod invitation;
mod items;
mod letter;
mod mail;
mod names;
mod numbers;
mod pilot;
mod plan;
mod process;
mod promise;
mod report;
mod sentence;
mod signals;
mod statement;
mod stopping;
mod unbroken;
mod wording;

pub use bokmal::Bokmal;
pub use chart::ChartWords;
pub use comparison::ComparisonWords;
pub use danish::Danish;
pub use data_protection::ProtectionWords;
pub use english::English;
pub use export::{Column, Described, ExportWords, MethodFacts, Subject};
pub use forms::FormWords;
pub use hearing::{EasyFacts, HearingWords, PaperWords};
pub use instrument::InstrumentWords;
pub use invitation::InvitationWords;
pub use items::ItemWords;
pub use letter::{LetterFacts, LetterWords};
pub use mail::{MailText, MailWords};
pub use names::Names;
pub use numbers::Numbers;
pub use pilot::{PilotProtection, PilotWords};
pub use plan::{PlanTexts, PlanWords};
pub use process::ProcessWords;
pub use promise::{Chair, PromiseFacts, PromiseWords};
pub use report::{Answered, Level, ReportWords};
pub(crate) use sentence::{capital, full_stop};
pub use signals::{Mean, RuleFacts, SignalWords};
pub use statement::StatementWords;
pub use stopping::{StoppedFacts, StoppingWords};
pub use unbroken::unbroken;
pub use wording::WordingWords;

/// Everything the domain says, in one language.
pub trait Language:
    Numbers
    + Names
    + SignalWords
    + ChartWords
    + HearingWords
    + PromiseWords
    + InstrumentWords
    + InvitationWords
    + ItemWords
    + LetterWords
    + MailWords
    + ReportWords
    + ProcessWords
    + ComparisonWords
    + FormWords
    + ExportWords
    + PlanWords
    + StoppingWords
    + WordingWords
    + StatementWords
    + ProtectionWords
    + Send
    + Sync
{
    /// Its code, e.g. `da`.
    fn code(&self) -> &'static str;
}

/// Every language there is, Danish first.
pub const LANGUAGES: [&dyn Language; 3] = [&Danish, &Bokmal, &English];

/// The language with this code; Danish where there is none.
pub fn of(code: &str) -> &'static dyn Language {
    LANGUAGES.into_iter().find(|language| language.code() == code).unwrap_or(&Danish)
}
