//! A draft between its pages: opened with its key, sealed again, nothing in between kept anywhere.

use super::merging::Turns;
use super::{CodeState, Draft, DraftKeys, Help, SealedPage, Token};
use crate::code::AccessCode;
use crate::ports::{Bytes32, PortResult, Randomness};
use crate::sealing::seal::{self, Key, Place};
use crate::sealing::{fault, keys};
use crate::{Result, Workflow};
use screening::answers::Answer;
use screening::comment::Consent;
use screening::id::{FocusPointId, IndicatorId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name of the page that holds the code: the words' key needs it, and nobody else has it.
const CODE: &str = "code";
/// Name of the page that holds the three words.
const WORDS: &str = "words";
/// Name of the last page.
const LAST: &str = "last";
/// In front of a focus point's id, the name of its page.
const FOCUS_POINT: &str = "focus-point ";

/// Ends a sealed code that no slip gave.
const NO_SLIP: char = '*';

/// How a code came to whoever answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// On a slip.
    BySlip,
    /// Made for this browser at an open link: it is shown here or nowhere.
    Here,
}

/// What is kept of a focus point's page.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct TopicPage {
    /// Answers; blank ones are left out.
    pub(super) answers: BTreeMap<IndicatorId, Answer>,
    /// What was written.
    pub(super) comment: String,
    /// What was written at statements, in a pilot.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) notes: BTreeMap<IndicatorId, String>,
    /// When its fields were set.
    #[serde(default)]
    pub(super) turns: Turns,
}

/// What is kept of the last page.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct LastPage {
    /// What was written to the open question.
    pub(super) open_answer: String,
    /// May the words be used.
    pub(super) consent: Option<Consent>,
    /// Who helps.
    pub(super) help: Help,
    /// When its fields were set.
    #[serde(default)]
    pub(super) turns: Turns,
}

/// A page of a draft.
pub(super) enum DraftPage {
    /// The code, in its canonical form, and whether a slip gave it.
    Code(String, Given),
    /// The three words.
    Words(String),
    /// A focus point.
    Topic(FocusPointId, TopicPage),
    /// The last page.
    Last(LastPage),
}

/// A draft's key, with what it seals and opens.
pub(super) struct DraftKey {
    /// The draft.
    pub(super) id: Bytes32,
    key: Key,
}

/// A draft, opened.
pub(super) struct Opened {
    /// Its keys as stored, read before its pages.
    pub(super) stored: DraftKeys,
    /// Its key.
    pub(super) key: DraftKey,
    /// The code it was begun with.
    pub(super) code: AccessCode,
    /// What is in it.
    pub(super) draft: Draft,
    /// When the fields of each page were set, by the page's name.
    turns: BTreeMap<String, Turns>,
}

impl DraftKey {
    /// A new key for a new draft.
    pub(super) fn random(random: &dyn Randomness) -> Self {
        Self { id: crate::sealing::random(random), key: Key(crate::sealing::random(random)) }
    }

    /// The key wrapped under a token.
    pub(super) fn under_token(&self, token: &Token, random: &dyn Randomness) -> PortResult<Vec<u8>> {
        let outer = keys::token_key(token, &self.id).map_err(fault)?;
        seal::seal(&outer, Place::KeyUnderToken(&self.id), &self.key.0, random).map_err(fault)
    }

    /// The key wrapped under the key that code and words give.
    pub(super) fn under_words(&self, outer: &Key, random: &dyn Randomness) -> PortResult<Vec<u8>> {
        seal::seal(outer, Place::KeyUnderWords(&self.id), &self.key.0, random).map_err(fault)
    }

    /// Opened with the token.
    fn with_token(stored: &DraftKeys, token: &Token) -> PortResult<Self> {
        let outer = keys::token_key(token, &stored.id).map_err(fault)?;
        let key =
            seal::open(&outer, Place::KeyUnderToken(&stored.id), &stored.key_under_token).map_err(fault)?;
        Ok(Self { id: stored.id, key: Key(key.try_into().map_err(|_| fault(seal::Unopened))?) })
    }

    /// Opened with the key that code and words give; `None`: they are the wrong ones.
    pub(super) fn with_words(draft: Bytes32, outer: &Key, under_words: &[u8]) -> Option<Self> {
        let key = seal::open(outer, Place::KeyUnderWords(&draft), under_words).ok()?;
        Some(Self { id: draft, key: Key(key.try_into().ok()?) })
    }

    /// A page, sealed.
    pub(super) fn seal(&self, page: &DraftPage, random: &dyn Randomness) -> PortResult<SealedPage> {
        let name = match page {
            DraftPage::Code(..) => CODE.to_owned(),
            DraftPage::Words(_) => WORDS.to_owned(),
            DraftPage::Topic(focus_point, _) => topic_name(focus_point),
            DraftPage::Last(_) => LAST.to_owned(),
        };
        let place = Place::Page(&self.id, &name);
        let sealed = match page {
            DraftPage::Code(code, Given::BySlip) => seal::seal_value(&self.key, place, code, random),
            DraftPage::Code(code, Given::Here) => {
                seal::seal_value(&self.key, place, &format!("{code}{NO_SLIP}"), random)
            }
            DraftPage::Words(text) => seal::seal_value(&self.key, place, text, random),
            DraftPage::Topic(_, topic) => seal::seal_value(&self.key, place, topic, random),
            DraftPage::Last(last) => seal::seal_value(&self.key, place, last, random),
        };
        Ok((name, sealed.map_err(fault)?))
    }

    fn open<T: serde::de::DeserializeOwned>(&self, page: &SealedPage) -> PortResult<T> {
        seal::open_value(&self.key, Place::Page(&self.id, &page.0), &page.1).map_err(fault)
    }

    /// All pages, opened.
    fn open_all(self, stored: DraftKeys, pages: &[SealedPage]) -> PortResult<Opened> {
        let mut draft = Draft::default();
        let mut code = None;
        let mut turns = BTreeMap::new();
        for page in pages {
            match page.0.as_str() {
                CODE => {
                    let text: String = self.open(page)?;
                    let without_slip = text.strip_suffix(NO_SLIP);
                    code = AccessCode::from_canonical(without_slip.unwrap_or(&text));
                    draft.own_code = code.as_ref().filter(|_| without_slip.is_some()).map(AccessCode::shown);
                }
                WORDS => draft.words = Some(self.open(page)?),
                LAST => {
                    let last: LastPage = self.open(page)?;
                    draft.open_answer = last.open_answer;
                    draft.consent = last.consent;
                    draft.help = last.help;
                    turns.insert(LAST.to_owned(), last.turns);
                }
                name => {
                    let topic: TopicPage = self.open(page)?;
                    draft.answers.extend(topic.answers);
                    draft.notes.extend(topic.notes);
                    turns.insert(name.to_owned(), topic.turns);
                    if let Some(id) = name.strip_prefix(FOCUS_POINT).filter(|_| !topic.comment.is_empty()) {
                        draft.comments.insert(FocusPointId::from(id), topic.comment);
                    }
                }
            }
        }
        draft.turn = turns.values().flat_map(Turns::values).copied().max().unwrap_or_default();
        let code = code.ok_or(seal::Unopened).map_err(fault)?;
        Ok(Opened { stored, key: self, code, draft, turns })
    }
}

impl Opened {
    /// When the fields of a focus point's page were set.
    pub(super) fn topic_turns(&self, focus_point: &FocusPointId) -> Turns {
        self.turns.get(&topic_name(focus_point)).cloned().unwrap_or_default()
    }

    /// When the fields of the last page were set.
    pub(super) fn last_turns(&self) -> Turns {
        self.turns.get(LAST).cloned().unwrap_or_default()
    }
}

/// Name of a focus point's page.
fn topic_name(focus_point: &FocusPointId) -> String {
    format!("{FOCUS_POINT}{focus_point}")
}

impl Workflow {
    /// The draft behind a token; `None` where it is gone (sent, begun anew, purged).
    pub(super) async fn opened(&self, code: &CodeState, token: &Token) -> Result<Option<Opened>> {
        let Some(stored) = self.store.draft(&code.lookup_key).await? else { return Ok(None) };
        let pages = self.store.pages(&stored.id).await?;
        let key = match DraftKey::with_token(&stored, token) {
            Ok(key) => key,
            // Moved to another browser between the two looks.
            Err(_) if !self.holds(code, token).await? => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if pages.is_empty() {
            // A draft is stored with its first page: without any it has ended since it was found.
            return Ok(None);
        }
        Ok(Some(key.open_all(stored, &pages)?))
    }

    /// Whether the token is still the one that this code's questionnaire is held with.
    pub(super) async fn holds(&self, code: &CodeState, token: &Token) -> Result<bool> {
        let held = self.store.code_by_token(&keys::token_hash(token)).await?;
        Ok(held.is_some_and(|held| held.lookup_key == code.lookup_key && !held.spent))
    }
}
