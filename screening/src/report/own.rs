//! Sentences that a facilitator adds at the end of a section, and where each sentence comes from.

use super::{Block, Report, Section, SectionKind, Sentence};
use std::collections::BTreeMap;

/// What the keys of added sentences begin with.
const OWN: &str = "own";

/// Who wrote a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The draft, by rule.
    Draft,
    /// The draft; a facilitator changed it.
    Edited,
    /// A facilitator added it: it rests on nothing here.
    Own,
}

impl Sentence {
    /// Who wrote it.
    pub fn origin(&self) -> Origin {
        match &self.original {
            _ if is_own(&self.key) => Origin::Own,
            Some(_) => Origin::Edited,
            None => Origin::Draft,
        }
    }
}

/// The key of an added sentence of a section, by its number there.
pub fn own_key(section: SectionKind, number: u32) -> String {
    format!("{OWN}.{}.{number}", section.id())
}

/// Section and number of an added sentence.
pub fn own_place(key: &str) -> Option<(SectionKind, u32)> {
    let (section, number) = key.strip_prefix(OWN)?.strip_prefix('.')?.split_once('.')?;
    Some((SectionKind::named(section)?, number.parse().ok()?))
}

/// Whether a key is an added sentence's.
pub fn is_own(key: &str) -> bool {
    own_place(key).is_some()
}

/// The section that a sentence's key belongs to, whether the draft has the sentence or not.
pub fn section_of(key: &str) -> Option<SectionKind> {
    if let Some((section, _)) = own_place(key) {
        return Some(section);
    }
    match key.split('.').next()? {
        "differences" => Some(SectionKind::SeenDifferently),
        named => SectionKind::named(named),
    }
}

/// Puts the added sentences at the end of their sections, in the order of their numbers; those of a section that the
/// draft has no more stand in its last, so that nothing is lost. One without text is gone.
pub(super) fn place(report: &mut Report, edits: &BTreeMap<String, String>) {
    let mut own: Vec<((SectionKind, u32), Sentence)> = edits
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .filter_map(|(key, text)| {
            let sentence = Sentence { key: key.clone(), text: text.trim().to_owned(), ..Sentence::default() };
            Some((own_place(key)?, sentence))
        })
        .collect();
    own.sort_by_key(|(place, _)| *place);
    for ((kind, _), sentence) in own {
        let sections = match kind {
            SectionKind::Participants => &mut report.for_participants,
            _ => &mut report.sections,
        };
        // The page for those who took part is edited as one section: what is added to it stands at its end.
        let known = sections.iter().rposition(|section| section.kind == kind);
        let place = known.or(sections.len().checked_sub(1));
        if let Some(section) = place.and_then(|place| sections.get_mut(place)) {
            append(section, sentence);
        }
    }
}

/// At the end of a section's last list or among its own sentences, before the lines that are left to write on.
fn append(section: &mut Section, sentence: Sentence) {
    let end = section.blocks.iter().position(|block| matches!(block, Block::Lines(..)));
    let end = end.unwrap_or(section.blocks.len());
    let last = end.checked_sub(1).and_then(|last| section.blocks.get_mut(last));
    match last {
        Some(Block::List(sentences)) => sentences.push(sentence),
        Some(Block::Paragraph(sentences)) if sentences.iter().all(|one| is_own(&one.key)) => {
            sentences.push(sentence);
        }
        _ => section.blocks.insert(end, Block::Paragraph(vec![sentence])),
    }
}
