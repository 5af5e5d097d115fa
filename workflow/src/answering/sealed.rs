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

/// Name of the page that says who typed a booklet.
const TYPISTS: &str = "typists";
/// In front of the names of the pages that a second person typed of a booklet.
const SECOND: &str = "second ";

/// Ends a sealed code that no slip gave.
const NO_SLIP: char = '*';
/// Ends a sealed code that somebody typed from a booklet.
const ON_PAPER: char = '#';

/// How a code came to whoever answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// On a slip.
    BySlip,
    /// Made for this browser at an open link: it is shown here or nowhere.
    Here,
    /// On a booklet that was answered on paper and is typed now.
    OnPaper,
}

/// Who typed a booklet, and how far it has come; sealed like the answers, and gone with them.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Typists {
    /// Ids of the accounts that typed it first.
    pub(super) first: Vec<String>,
    /// All of it was typed once.
    pub(super) first_done: bool,
    /// Ids of the accounts that typed it again.
    pub(super) second: Vec<String>,
    /// All of it was typed twice.
    pub(super) second_done: bool,
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
    /// Who types it from a booklet.
    Typists(Typists),
    /// A page as the second person typed it from a booklet.
    Second(Box<DraftPage>),
}

impl DraftPage {
    fn name(&self) -> String {
        match self {
            Self::Code(..) => CODE.to_owned(),
            Self::Words(_) => WORDS.to_owned(),
            Self::Topic(focus_point, _) => topic_name(focus_point),
            Self::Last(_) => LAST.to_owned(),
            Self::Typists(_) => TYPISTS.to_owned(),
            Self::Second(page) => format!("{SECOND}{}", page.name()),
        }
    }
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
    /// Typed from a booklet: by whom.
    pub(super) typists: Option<Typists>,
    /// What the second person typed from a booklet.
    pub(super) second: Draft,
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
        let name = page.name();
        let place = Place::Page(&self.id, &name);
        let mut within = page;
        while let DraftPage::Second(page) = within {
            within = page;
        }
        let sealed = match within {
            DraftPage::Code(code, given) => {
                let mark = match given {
                    Given::BySlip => String::new(),
                    Given::Here => NO_SLIP.to_string(),
                    Given::OnPaper => ON_PAPER.to_string(),
                };
                seal::seal_value(&self.key, place, &format!("{code}{mark}"), random)
            }
            DraftPage::Words(text) => seal::seal_value(&self.key, place, text, random),
            DraftPage::Topic(_, topic) => seal::seal_value(&self.key, place, topic, random),
            DraftPage::Last(last) => seal::seal_value(&self.key, place, last, random),
            DraftPage::Typists(typists) => seal::seal_value(&self.key, place, typists, random),
            // What is within was looked for above.
            DraftPage::Second(_) => Err(seal::Unopened),
        };
        Ok((name, sealed.map_err(fault)?))
    }

    fn open<T: serde::de::DeserializeOwned>(&self, page: &SealedPage) -> PortResult<T> {
        seal::open_value(&self.key, Place::Page(&self.id, &page.0), &page.1).map_err(fault)
    }

    /// Whether the draft is typed from a booklet.
    pub(super) fn on_paper(&self, pages: &[SealedPage]) -> PortResult<bool> {
        let code = pages.iter().find(|page| page.0 == CODE);
        let code = code.map(|page| self.open::<String>(page)).transpose()?;
        Ok(code.is_some_and(|code| code.ends_with(ON_PAPER)))
    }

    /// All pages, opened.
    pub(super) fn open_all(self, stored: DraftKeys, pages: &[SealedPage]) -> PortResult<Opened> {
        let (mut draft, mut second) = (Draft::default(), Draft::default());
        let (mut code, mut on_paper, mut typists) = (None, false, None);
        let mut turns = BTreeMap::new();
        for page in pages {
            match page.0.as_str() {
                CODE => {
                    let text: String = self.open(page)?;
                    let without_slip = text.strip_suffix(NO_SLIP);
                    on_paper = text.ends_with(ON_PAPER);
                    code = AccessCode::from_canonical(text.trim_end_matches([NO_SLIP, ON_PAPER]));
                    draft.own_code = code.as_ref().filter(|_| without_slip.is_some()).map(AccessCode::shown);
                }
                WORDS => draft.words = Some(self.open(page)?),
                TYPISTS => typists = Some(self.open(page)?),
                name => {
                    let (draft, name) = match name.strip_prefix(SECOND) {
                        Some(name) => (&mut second, name),
                        None => (&mut draft, name),
                    };
                    turns.insert(page.0.clone(), self.open_typed(page, name, draft)?);
                }
            }
        }
        draft.turn = turns.values().flat_map(Turns::values).copied().max().unwrap_or_default();
        let code = code.ok_or(seal::Unopened).map_err(fault)?;
        let typists = on_paper.then(|| typists.unwrap_or_default());
        Ok(Opened { stored, key: self, code, draft, typists, second, turns })
    }

    /// A page that somebody filled in, opened into a draft by its name: in which turns its fields were set.
    fn open_typed(&self, page: &SealedPage, name: &str, draft: &mut Draft) -> PortResult<Turns> {
        if name == LAST {
            let last: LastPage = self.open(page)?;
            draft.open_answer = last.open_answer;
            draft.consent = last.consent;
            draft.help = last.help;
            return Ok(last.turns);
        }
        let topic: TopicPage = self.open(page)?;
        draft.answers.extend(topic.answers);
        draft.notes.extend(topic.notes);
        if let Some(id) = name.strip_prefix(FOCUS_POINT).filter(|_| !topic.comment.is_empty()) {
            draft.comments.insert(FocusPointId::from(id), topic.comment);
        }
        Ok(topic.turns)
    }
}

impl Opened {
    /// When the fields of a focus point's page were set.
    pub(super) fn topic_turns(&self, focus_point: &FocusPointId) -> Turns {
        self.turns.get(&topic_name(focus_point)).cloned().unwrap_or_default()
    }

    /// The same draft for the second person who types a booklet: what they typed is in the place of what the first did, and
    /// the other way round.
    pub(super) fn turned(mut self) -> Self {
        std::mem::swap(&mut self.draft, &mut self.second);
        self.turns.clear();
        self
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
