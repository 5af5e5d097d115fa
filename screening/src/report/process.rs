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
/// Key of the sentence about a hearing that is not in it.
const NO_SECOND: &str = "method.no-second";
/// Key of the sentence about the fact check.
const FACT_CHECK: &str = "method.fact-check";
/// What the keys of the sentences about versions begin with.
const CHANGED: &str = "method.changed.";
/// Key of the sentence that says to those who took part when management answers, or that it has.
pub(super) const TOLD_OF_ANSWER: &str = "participants.answer";

/// What was done with a draft, as far as a reader must know.
#[derive(Clone, Debug, Default)]
pub struct Process {
    /// When the leader looked through it for facts, as written.
    pub fact_check: Option<String>,
    /// Texts that were changed after that.
    pub changed_since: usize,
    /// The first hearing is in it and the second is not.
    pub second_hearing_missing: bool,
    /// What later versions changed: version, date as written, and what.
    pub changes: Vec<(u32, String, Change)>,
}

/// What a version after the first changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What its writer says.
    Said(String),
    /// Management's answer came.
    Answer {
        /// In the place of an earlier one.
        again: bool,
    },
}

/// The draft with what was done with it, in *Sådan har vi gjort*.
pub fn told(mut report: Report, process: &Process, language: &dyn Language) -> Report {
    let counts = || vec![language.basis_counts().to_owned()];
    let mut said = Vec::new();
    if process.second_hearing_missing {
        said.push(sentence(NO_SECOND, language.second_hearing_missing().to_owned(), counts()));
    }
    if let Some(date) = &process.fact_check {
        let mut text = language.fact_checked(date);
        if process.changed_since > 0 {
            text = format!("{text} {}", language.changed_since(process.changed_since));
        }
        said.push(sentence(FACT_CHECK, text, counts()));
    }
    for (version, date, what) in &process.changes {
        let text = match what {
            Change::Said(what) => language.changed(*version, date, what),
            Change::Answer { again } => language.answer_came(*version, date, *again),
        };
        said.push(sentence(format!("{CHANGED}{version}"), text, counts()));
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

/// Whether a sentence tells what became of the draft or its report: it changes by that alone.
pub(super) fn is_process(key: &str) -> bool {
    is_answer(key)
        || [NO_SECOND, FACT_CHECK].contains(&key)
        || key.starts_with(CHANGED)
        || key == TOLD_OF_ANSWER
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

/// A released report that says which version brought management's answer, and to those who took part that it has come.
pub fn answer_told(
    mut report: Report,
    version: u32,
    date: &str,
    again: bool,
    language: &dyn Language,
) -> Report {
    let came = language.answer_came(version, date, again);
    let came = sentence(format!("{CHANGED}{version}"), came, Vec::new());
    if let Some(method) = report.sections.iter_mut().find(|section| section.kind == SectionKind::Method) {
        let told = method.blocks.iter_mut().find_map(|block| match block {
            Block::Paragraph(said) if said.iter().any(|one| is_process(&one.key)) => Some(said),
            _ => None,
        });
        match told {
            Some(said) => said.push(came),
            None => method.blocks.push(Block::Paragraph(vec![came])),
        }
    }
    for block in report.for_participants.iter_mut().flat_map(|section| &mut section.blocks) {
        for sentence in block.sentences_mut().into_iter().filter(|one| one.key == TOLD_OF_ANSWER) {
            language.management_answered().clone_into(&mut sentence.text);
        }
    }
    report
}
