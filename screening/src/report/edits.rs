//! The facilitator's changes over the draft, and the report as plain text.

use super::{Block, Report, Section, Sentence};
use std::collections::BTreeMap;

/// Lays edits over a draft by sentence key; the draft's own text is kept as the original. An empty edit takes the
/// sentence out (it stays in the data, with no text). An edit of a sentence that the draft no longer has is let go.
/// A quote that is changed, and not taken out, gets `mark`. A sentence of the facilitator's own ([`super::own_key`])
/// stands at the end of its section.
pub fn apply_edits(mut report: Report, edits: &BTreeMap<String, String>, mark: &str) -> Report {
    for section in report.all_sections_mut() {
        for block in &mut section.blocks {
            let quotes = matches!(block, Block::Quotes(_));
            for sentence in block.sentences_mut() {
                let Some(edit) = edits.get(&sentence.key).map(|edit| edit.trim()) else { continue };
                if edit == sentence.text {
                    continue;
                }
                let marked = quotes && !edit.is_empty() && !edit.ends_with(mark);
                let text = if marked { format!("{edit} {mark}") } else { edit.to_owned() };
                let draft = std::mem::replace(&mut sentence.text, text);
                sentence.original.get_or_insert(draft);
            }
        }
    }
    super::own::place(&mut report, edits);
    report
}

/// The report as text alone, a blank line between paragraphs.
pub fn plain_text(report: &Report) -> String {
    let words = crate::language::of(&report.language);
    let mut text = vec![report.kicker.clone(), report.title.clone()];
    for Section { heading, blocks, .. } in &report.sections {
        text.push(heading.clone());
        for block in blocks {
            match block {
                Block::Paragraph(sentences) => {
                    text.push(
                        sentences
                            .iter()
                            .map(|s| s.text.as_str())
                            .filter(|t| !t.is_empty())
                            .collect::<Vec<_>>()
                            .join(" "),
                    );
                }
                Block::List(sentences) => text.extend(sentences.iter().map(|one| format!("– {}", one.text))),
                Block::Steps(sentences) => {
                    text.extend((1..).zip(sentences).map(|(place, one)| format!("{place}. {}", one.text)));
                }
                Block::Facts(facts) => {
                    text.extend(facts.iter().map(|(name, told)| format!("{name}: {told}")));
                }
                Block::Chart(chart) => text.push(format!("{}. {}", chart.title, chart.description)),
                Block::Table(table) => {
                    text.push(table.caption.clone());
                    text.push(table.columns.join(" | "));
                    text.extend(table.rows.iter().map(|row| row.join(" | ")));
                }
                Block::Quotes(quotes) => {
                    text.extend(
                        quotes
                            .iter()
                            .map(|(quote, whose)| format!("{} ({whose})", words.quoted(&quote.text))),
                    );
                }
                Block::Lines(label, _) => text.push(label.clone()),
            }
        }
    }
    text.push(report.footer.clone());
    text.push(report.version.clone());
    text.retain(|part| !part.is_empty());
    text.join("\n\n")
}

impl Report {
    /// The report as it is printed: sentences without text are gone, and blocks and sections that held only them.
    pub fn pruned(mut self) -> Self {
        for section in self.all_sections_mut() {
            for block in &mut section.blocks {
                match block {
                    Block::Paragraph(sentences) | Block::List(sentences) | Block::Steps(sentences) => {
                        sentences.retain(|sentence| !sentence.text.is_empty());
                    }
                    Block::Quotes(quotes) => quotes.retain(|(sentence, _)| !sentence.text.is_empty()),
                    Block::Facts(_) | Block::Chart(_) | Block::Table(_) | Block::Lines(..) => {}
                }
            }
            section.blocks.retain(|block| !block.is_empty());
        }
        self.sections.retain(|section| !section.blocks.is_empty());
        self.for_participants.retain(|section| !section.blocks.is_empty());
        self
    }

    /// Every sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.all_sections().flat_map(|section| &section.blocks).flat_map(Block::sentences)
    }
}

impl Block {
    /// Whether it would print nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Paragraph(sentences) | Self::List(sentences) | Self::Steps(sentences) => {
                sentences.is_empty()
            }
            Self::Quotes(quotes) => quotes.is_empty(),
            Self::Facts(facts) => facts.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Chart(_) | Self::Lines(..) => false,
        }
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> Vec<&Sentence> {
        match self {
            Self::Paragraph(sentences) | Self::List(sentences) | Self::Steps(sentences) => {
                sentences.iter().collect()
            }
            Self::Quotes(quotes) => quotes.iter().map(|(sentence, _)| sentence).collect(),
            Self::Facts(_) | Self::Chart(_) | Self::Table(_) | Self::Lines(..) => Vec::new(),
        }
    }

    pub(super) fn sentences_mut(&mut self) -> Vec<&mut Sentence> {
        match self {
            Self::Paragraph(sentences) | Self::List(sentences) | Self::Steps(sentences) => {
                sentences.iter_mut().collect()
            }
            Self::Quotes(quotes) => quotes.iter_mut().map(|(sentence, _)| sentence).collect(),
            Self::Facts(_) | Self::Chart(_) | Self::Table(_) | Self::Lines(..) => Vec::new(),
        }
    }
}
