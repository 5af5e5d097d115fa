//! The report, built once as data and then shown as page, PDF or DOCX; no output computes a figure.
//!
//! [`draft`] builds it from [`ReportSources`]; [`apply_edits`] lays the facilitator's changes over it, and
//! [`Report::pruned`] takes out what they left empty. To add a section: a kind here, a function in the file of its
//! part, a line in [`draft`], its sentences in [`crate::language::ReportWords`].

mod appendix;
mod committee;
mod edits;
mod findings;
mod method;
mod onward;
mod opening;
mod own;
mod participants;
mod pasted;
mod process;
mod reading;
mod seen;
mod since_last;
mod sources;
mod voices;
mod wording;

pub use appendix::appendix;
pub use committee::Slide;
pub use edits::{apply_edits, plain_text};
pub use own::{Origin, is_own, own_key, own_place, section_of};
pub use pasted::cleaned;
pub use process::{ANSWER_LINES, Change, Process, answer_lines, answer_told, is_answer, told, with_answer};
pub use seen::{Changed, changed_since, seen_texts};
pub use sources::{ReportSources, draft};
pub use wording::{PassageHints, Wordbook, WordingHint, WordingKind, hints_of};

use crate::chart::{Chart, Table};
use serde::{Deserialize, Serialize};

/// Which section, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// *Kort fortalt.*
    InShort,
    /// *Siden sidst.*
    SinceLast,
    /// *Det står stærkt.*
    Strengths,
    /// *Billedet.*
    Picture,
    /// *Set forskelligt.*
    SeenDifferently,
    /// *Brugernes ord.*
    Words,
    /// *Potentialet i brugerinddragelse.*
    Involvement,
    /// *Tre steder at begynde.*
    Beginnings,
    /// *Det beder vi ledelsen svare på.*
    Questions,
    /// *Sådan har vi gjort.*
    Method,
    /// A part of the page for those who took part.
    Participants,
    /// A part of the appendix.
    Appendix,
}

impl SectionKind {
    /// In the order of the report.
    pub const ALL: [Self; 11] = [
        Self::InShort,
        Self::SinceLast,
        Self::Strengths,
        Self::Picture,
        Self::SeenDifferently,
        Self::Words,
        Self::Involvement,
        Self::Beginnings,
        Self::Questions,
        Self::Method,
        Self::Participants,
    ];

    /// Its name in keys, forms and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::InShort => "in-short",
            Self::SinceLast => "since-last",
            Self::Strengths => "strengths",
            Self::Picture => "picture",
            Self::SeenDifferently => "seen-differently",
            Self::Words => "words",
            Self::Involvement => "involvement",
            Self::Beginnings => "beginnings",
            Self::Questions => "questions",
            Self::Method => "method",
            Self::Participants => "participants",
            Self::Appendix => "appendix",
        }
    }

    /// The one with this name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// Where a sentence comes from, for the one who edits it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Basis(pub String);

/// One sentence, or a few that belong together: the unit of editing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Stable over rebuilding the draft from the same sources, e.g. `in-short.strength.2`.
    pub key: String,
    /// What is printed; empty where the facilitator took it out (then nothing is printed).
    pub text: String,
    /// The draft's own text, where the facilitator changed it.
    pub original: Option<String>,
    /// What it rests on, in words.
    pub basis: Vec<Basis>,
    /// The lines of the minutes that it rests on, by their ids; none once a report is released.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph of sentences.
    Paragraph(Vec<Sentence>),
    /// A list, one sentence a bullet.
    List(Vec<Sentence>),
    /// A numbered list.
    Steps(Vec<Sentence>),
    /// What is agreed, each with its name.
    Facts(Vec<(String, String)>),
    /// A plot.
    Chart(Chart),
    /// A table.
    Table(Table),
    /// Quotes: the words and whose.
    Quotes(Vec<(Sentence, String)>),
    /// Empty lines to write on, with a label (*Ledelsens svar*).
    Lines(String, u8),
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Which.
    pub kind: SectionKind,
    /// Its heading.
    pub heading: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A report, draft or released.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Language code of the words.
    pub language: String,
    /// Line above the title, e.g. *Recovery-orientering · efterår 2026*.
    pub kicker: String,
    /// The organisation.
    pub title: String,
    /// One line about who answered, for the foot of every page.
    pub footer: String,
    /// Version and date, for the foot; *Udkast* before release.
    pub version: String,
    /// Word for page *n* of *m*, e.g. `side {page} af {pages}`.
    pub page_of: String,
    /// The sections, in order, empty ones left out.
    pub sections: Vec<Section>,
    /// The page for those who took part, in easy language: made, edited and released with the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub for_participants: Vec<Section>,
}

impl Section {
    /// Words in its sentences; plots and tables aside.
    pub fn words(&self) -> usize {
        let sentences = self.blocks.iter().flat_map(Block::sentences);
        sentences.map(|sentence| crate::readability::words(&sentence.text).len()).sum()
    }
}

impl Report {
    /// The report's sections and then those of the page for those who took part.
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().chain(&self.for_participants)
    }

    /// The sections as they are edited: the page for those who took part is one of them.
    pub fn edited_sections(&self) -> Vec<Section> {
        let kind = SectionKind::Participants;
        let heading = crate::language::of(&self.language).section(kind).to_owned();
        let blocks = self.for_participants.iter().flat_map(|section| section.blocks.clone()).collect();
        let page = (!self.for_participants.is_empty()).then_some(Section { kind, heading, blocks });
        self.sections.iter().cloned().chain(page).collect()
    }

    /// The same, to change.
    pub fn all_sections_mut(&mut self) -> impl Iterator<Item = &mut Section> {
        self.sections.iter_mut().chain(&mut self.for_participants)
    }

    /// Every sentence with the section it stands in.
    pub fn placed_sentences(&self) -> impl Iterator<Item = (&Section, &Sentence)> {
        self.all_sections().flat_map(|section| {
            section.blocks.iter().flat_map(Block::sentences).map(move |sentence| (section, sentence))
        })
    }
}
