//! What became of the draft: the fact check, a hearing that is not in it, what a version changed, and management's
//! answer.

use super::reading::sentence;
use super::{Block, Report, SectionKind};
use crate::language::Language;

/// Empty lines for management's answer, and most that it may fill.
pub const ANSWER_LINES: u8 = 10;
/// Letters that fit on one printed line of the answer, about.
const LETTERS_A_LINE: usize = 95;
/// What the keys of the answer's lines begin with.
const ANSWER: &str = "questions.answer";

/// What was done with a draft, as far as a reader must know.
#[derive(Clone, Debug, Default)]
pub struct Process {
    /// When the leader looked through it for facts, as written.
    pub fact_check: Option<String>,
    /// The first hearing is in it and the second is not.
    pub second_hearing_missing: bool,
    /// What later versions changed: version, date as written, and what.
    pub changes: Vec<(u32, String, String)>,
}

/// The draft with what was done with it, in *Sådan har vi gjort*.
pub fn told(mut report: Report, process: &Process, language: &dyn Language) -> Report {
    let counts = || vec![language.basis_counts().to_owned()];
    let mut said = Vec::new();
    if process.second_hearing_missing {
        said.push(sentence("method.no-second", language.second_hearing_missing().to_owned(), counts()));
    }
    if let Some(date) = &process.fact_check {
        said.push(sentence("method.fact-check", language.fact_checked(date), counts()));
    }
    for (version, date, what) in &process.changes {
        let text = language.changed(*version, date, what);
        said.push(sentence(format!("method.changed.{version}"), text, counts()));
    }
    let method = report.sections.iter_mut().find(|section| section.kind == SectionKind::Method);
    if let Some(method) = method.filter(|_| !said.is_empty()) {
        method.blocks.push(Block::Paragraph(said));
    }
    report
}

/// Whether a sentence is management's: it is printed as it came.
pub fn is_answer(key: &str) -> bool {
    key.starts_with(ANSWER)
}

/// Lines that an answer fills when it is printed, about.
pub fn answer_lines(answer: &str) -> usize {
    answer.lines().map(|line| line.trim().chars().count().div_ceil(LETTERS_A_LINE)).sum()
}

/// The answer as it came, each of its lines one; lines to write on where there is none.
pub(super) fn answer_blocks(label: &str, answer: &str) -> Vec<Block> {
    let lines: Vec<&str> = answer.lines().filter(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        return vec![Block::Lines(label.to_owned(), ANSWER_LINES)];
    }
    let said = (1..).zip(lines).map(|(place, line): (u32, &str)| {
        Block::Paragraph(vec![sentence(format!("{ANSWER}.{place}"), line.to_owned(), Vec::new())])
    });
    std::iter::once(Block::Lines(label.to_owned(), 0)).chain(said).collect()
}

/// A released report with management's answer, and nothing else changed but its version.
pub fn with_answer(mut report: Report, answer: &str, version: String, language: &dyn Language) -> Report {
    report.version = version;
    if let Some(section) = report.sections.iter_mut().find(|section| section.kind == SectionKind::Questions) {
        section.blocks.retain(|block| {
            !matches!(block, Block::Lines(..)) && !block.sentences().iter().any(|one| is_answer(&one.key))
        });
        section.blocks.extend(answer_blocks(language.management_answer(), answer));
    }
    report
}
