//! Editing a draft: sentence by sentence, so that two who write at once lose nothing.

use crate::audit::hex;
use crate::fields::{Problems, lines};
use crate::screenings::Screening;
use crate::{Actor, Error, FieldProblem, Problem, Result, Workflow};
use screening::report::{
    Origin, Report, SectionKind, Sentence, cleaned, is_answer, is_own, own_key, own_place, section_of,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Longest text of one sentence of the report, in characters.
pub const LONGEST_SENTENCE: usize = 2000;
/// How often a place for an added sentence is looked for where somebody else was faster each time.
const TRIES: usize = 20;

/// What a facilitator made of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceEdit {
    /// The text; empty: taken out.
    pub text: String,
    /// Account of who wrote it; empty where nobody knows.
    pub by: String,
    /// When, seconds since 1970; 0 where nobody knows.
    pub at: i64,
}

/// A sentence as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedSentence {
    /// Its key.
    pub key: String,
    /// What stands in its field.
    pub text: String,
    /// [`fingerprint`] of the text that the field was drawn with.
    pub seen: String,
}

/// What goes back to the draft's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reset {
    /// One sentence.
    Sentence(String),
    /// Every sentence of a section; what was added stays.
    Section(SectionKind),
}

/// Sixteen digits by which a text is known again: what a form was drawn with, without the text itself.
pub fn fingerprint(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    hex(&Sha256::digest(text.trim().as_bytes())[..8])
}

/// A draft with its edits, as a change to it needs them.
struct Editing {
    screening: Screening,
    drafted: Report,
    shown: Report,
    edits: BTreeMap<String, SentenceEdit>,
    by: String,
}

impl Editing {
    fn drafted(&self, key: &str) -> Option<&Sentence> {
        self.drafted.sentences().find(|sentence| sentence.key == key)
    }
    fn shown(&self, key: &str) -> Option<&Sentence> {
        self.shown.sentences().find(|sentence| sentence.key == key)
    }
    fn kept(&self, key: &str) -> Option<&str> {
        self.edits.get(key).map(|edit| edit.text.as_str())
    }
}

impl Workflow {
    /// Changes a sentence whatever stands there; the draft's own text, or `None`, goes back to it; an empty text leaves
    /// it out.
    pub async fn edit_sentence(
        &self,
        actor: &Actor,
        screening: &str,
        sentence: &str,
        text: Option<&str>,
    ) -> Result<()> {
        let editing = self.editing_report(actor, screening).await?;
        if editing.drafted(sentence).is_none() || is_answer(sentence) {
            return Err(Error::field("sentence", Problem::NotAChoice));
        }
        let text = text.map(lines);
        let mut problems = Problems::default();
        problems.optional("text", text.as_deref().unwrap_or_default(), LONGEST_SENTENCE);
        problems.none()?;
        let kept = self.keep_sentence(actor, &editing, sentence, text.as_deref()).await?;
        if kept { Ok(()) } else { Err(Error::Refused(Problem::Changed)) }
    }

    /// Changes every sentence that was typed in, and adds sentences at the end of sections. What somebody else changed
    /// since the form was drawn is left as it stands, and told at its field ([`Problem::SentenceChanged`]); everything
    /// else is kept. A sentence that is gone since is added to its section, so that nothing typed is lost.
    ///
    /// # Errors
    ///
    /// Fields `text.<key>` and `add.<section>`.
    pub async fn save_sentences(
        &self,
        actor: &Actor,
        screening: &str,
        typed: Vec<TypedSentence>,
        added: Vec<(SectionKind, String)>,
    ) -> Result<()> {
        let editing = self.editing_report(actor, screening).await?;
        let mut problems = Vec::new();
        let mut added = added;
        for one in typed.into_iter().filter(|one| !is_answer(&one.key)) {
            if fingerprint(&one.text) == one.seen {
                continue;
            }
            let text = cleaned(&one.text);
            let field = format!("text.{}", one.key);
            let Some(shown) = editing.shown(&one.key) else {
                added.extend(section_of(&one.key).map(|section| (section, text)));
                continue;
            };
            if text == shown.text {
                continue;
            }
            if text.chars().count() > LONGEST_SENTENCE {
                problems.push(FieldProblem { field, problem: Problem::TooLong(LONGEST_SENTENCE) });
            } else if fingerprint(&shown.text) != one.seen
                || !self.keep_sentence(actor, &editing, &one.key, Some(&text)).await?
            {
                problems.push(FieldProblem { field, problem: Problem::SentenceChanged });
            }
        }
        for (section, text) in added {
            let text = cleaned(&text);
            if text.chars().count() > LONGEST_SENTENCE {
                let field = format!("add.{}", section.id());
                problems.push(FieldProblem { field, problem: Problem::TooLong(LONGEST_SENTENCE) });
            } else if !text.is_empty() {
                self.add_sentence(actor, &editing, section, &text).await?;
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
    }

    /// Goes back to the draft's own text, where what stands there is what was seen ([`fingerprint`] by key).
    ///
    /// # Errors
    ///
    /// Fields `text.<key>`: [`Problem::SentenceChanged`].
    pub async fn reset_sentences(
        &self,
        actor: &Actor,
        screening: &str,
        reset: &Reset,
        seen: &BTreeMap<String, String>,
    ) -> Result<()> {
        let editing = self.editing_report(actor, screening).await?;
        let meant = |section: SectionKind, sentence: &Sentence| match reset {
            Reset::Sentence(key) => sentence.key == *key,
            Reset::Section(kind) => section == *kind,
        };
        let mut problems = Vec::new();
        for (section, sentence) in editing.shown.placed_sentences() {
            if !meant(section.kind, sentence) || sentence.origin() != Origin::Edited {
                continue;
            }
            if seen.get(&sentence.key) != Some(&fingerprint(&sentence.text))
                || !self.keep_sentence(actor, &editing, &sentence.key, None).await?
            {
                let field = format!("text.{}", sentence.key);
                problems.push(FieldProblem { field, problem: Problem::SentenceChanged });
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
    }

    async fn editing_report(&self, actor: &Actor, screening: &str) -> Result<Editing> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let drafted = self.plain_draft(&screening, &picture, None).await?;
        let (shown, edits) = self.with_edits(&screening, drafted.clone()).await?;
        let by = actor.account().map(|account| account.id.clone()).unwrap_or_default();
        Ok(Editing { screening, drafted, shown, edits, by })
    }

    /// Keeps one; false where somebody else was faster. The text of an added sentence that was taken out stays, empty,
    /// so that its number is not given anew.
    async fn keep_sentence(
        &self,
        actor: &Actor,
        editing: &Editing,
        key: &str,
        text: Option<&str>,
    ) -> Result<bool> {
        let own = editing.drafted(key).filter(|_| !is_own(key)).map(|sentence| sentence.text.as_str());
        let edit = text.filter(|text| own != Some(*text)).map(|text| SentenceEdit {
            text: text.to_owned(),
            by: editing.by.clone(),
            at: self.clock.now(),
        });
        let before = editing.kept(key);
        if before.is_none() && edit.is_none() {
            return Ok(true);
        }
        let noting = self.noting(actor, &editing.screening, "report edited", key);
        Ok(noting.save_edit(&editing.screening.id, key, before, edit.as_ref()).await?)
    }

    /// Adds a sentence; the same a second time, as by a double click, is there once.
    async fn add_sentence(
        &self,
        actor: &Actor,
        editing: &Editing,
        section: SectionKind,
        text: &str,
    ) -> Result<()> {
        let edit = SentenceEdit { text: text.to_owned(), by: editing.by.clone(), at: self.clock.now() };
        for _ in 0..TRIES {
            let edits = self.store.edits(&editing.screening.id).await?;
            let own = edits.iter().filter_map(|(key, edit)| Some((own_place(key)?, edit)));
            let here: Vec<_> = own.filter(|((kind, _), _)| *kind == section).collect();
            if here.iter().any(|(_, edit)| edit.text == text) {
                return Ok(());
            }
            let number = here.iter().map(|((_, number), _)| *number).max().unwrap_or_default() + 1;
            let key = own_key(section, number);
            let noting = self.noting(actor, &editing.screening, "report sentence added", &*key);
            if noting.save_edit(&editing.screening.id, &key, None, Some(&edit)).await? {
                return Ok(());
            }
        }
        Err(Error::Refused(Problem::Changed))
    }
}
