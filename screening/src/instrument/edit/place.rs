//! Where a text of an instrument stands, whatever the language.

use super::Part;
use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use crate::instrument::Texts;

/// What stands beside the steps of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScaleWord {
    /// *Don't know*.
    DontKnow,
    /// *Not relevant*.
    NotApplicable,
    /// The help line.
    Help,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextPlace {
    /// The instrument's title.
    Title,
    /// A group's name.
    GroupName(GroupId),
    /// A group's open question.
    OpenQuestion(GroupId),
    /// A value's name.
    ValueName(ValueId),
    /// A step's label; the first is 0.
    Label(usize),
    /// What stands beside the steps, for every group or as one group says it.
    Scale(ScaleWord, Option<GroupId>),
    /// Hard words: one a line, the word, a colon, its sentence.
    Explain,
    /// Forms of a word that may be chosen, by name and word: one a line, the form's name, a colon, the form.
    Forms(String, String),
    /// A focus point's title.
    PointTitle(FocusPointId),
    /// A focus point's introduction to a group.
    Intro(FocusPointId, GroupId),
    /// What an indicator is about, in a few words.
    IndicatorTitle(IndicatorId),
    /// The statement put to a group.
    Item(IndicatorId, GroupId),
    /// Prompts for documents: one a line.
    Documents(IndicatorId),
    /// Prompts for observations: one a line.
    Observations(IndicatorId),
    /// A rating's anchor.
    Anchor(IndicatorId, u8),
    /// A question for dialogue.
    Dialogue(IndicatorId),
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The text, or `None` where there is nothing in it.
fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

impl TextPlace {
    /// The part whose page edits it.
    pub fn part(&self) -> Part {
        match self {
            Self::Title | Self::Explain => Part::Whole,
            Self::Label(_) | Self::Scale(_, None) => Part::Scale,
            Self::GroupName(id) | Self::OpenQuestion(id) | Self::Scale(_, Some(id)) => {
                Part::Group(id.clone())
            }
            Self::ValueName(id) => Part::Value(id.clone()),
            Self::Forms(name, _) => Part::Name(name.clone()),
            Self::PointTitle(id) | Self::Intro(id, _) => Part::FocusPoint(id.clone()),
            Self::IndicatorTitle(id)
            | Self::Item(id, _)
            | Self::Documents(id)
            | Self::Observations(id)
            | Self::Anchor(id, _)
            | Self::Dialogue(id) => Part::Indicator(id.clone()),
        }
    }

    /// A name for its field on the page of its part.
    pub fn key(&self) -> String {
        let word = |word: &ScaleWord| match word {
            ScaleWord::DontKnow => "dont_know",
            ScaleWord::NotApplicable => "not_applicable",
            ScaleWord::Help => "help",
        };
        match self {
            Self::Title | Self::PointTitle(_) | Self::IndicatorTitle(_) => "title".to_owned(),
            Self::GroupName(group) => format!("group:{group}"),
            Self::OpenQuestion(group) => format!("open:{group}"),
            Self::ValueName(value) => format!("value:{value}"),
            Self::Label(step) => format!("label:{step}"),
            Self::Scale(which, None) => format!("scale:{}", word(which)),
            Self::Scale(which, Some(group)) => format!("scale:{}:{group}", word(which)),
            Self::Explain => "explain".to_owned(),
            Self::Forms(_, word) => format!("forms:{}", in_a_key(word)),
            Self::Intro(_, group) => format!("intro:{group}"),
            Self::Item(_, group) => format!("item:{group}"),
            Self::Documents(_) => "documents".to_owned(),
            Self::Observations(_) => "observations".to_owned(),
            Self::Anchor(_, rating) => format!("anchor:{rating}"),
            Self::Dialogue(_) => "dialogue".to_owned(),
        }
    }

    /// Whether it holds a list, one a line.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::Explain | Self::Forms(..) | Self::Documents(_) | Self::Observations(_))
    }

    /// Whether each of its lines has a colon: before it what is meant, after it what is said.
    pub(super) fn is_explained(&self) -> bool {
        matches!(self, Self::Explain | Self::Forms(..))
    }

    /// Whether it holds forms of a word.
    pub(super) fn is_forms(&self) -> bool {
        matches!(self, Self::Forms(..))
    }

    /// The text there; empty where it is missing.
    pub fn text(&self, texts: &Texts) -> String {
        let found = match self {
            Self::Title => Some(texts.title.clone()),
            Self::GroupName(group) => texts.groups.get(group).cloned(),
            Self::OpenQuestion(group) => texts.open_question.get(group).cloned(),
            Self::ValueName(value) => texts.values.get(value).cloned(),
            Self::Label(step) => texts.scale.labels.get(*step).cloned(),
            Self::Scale(word, None) => Some(match word {
                ScaleWord::DontKnow => texts.scale.dont_know.clone(),
                ScaleWord::NotApplicable => texts.scale.not_applicable.clone(),
                ScaleWord::Help => texts.scale.help.clone(),
            }),
            Self::Scale(word, Some(group)) => texts.scale.by_group.get(group).and_then(|own| match word {
                ScaleWord::DontKnow => own.dont_know.clone(),
                ScaleWord::NotApplicable => own.not_applicable.clone(),
                ScaleWord::Help => own.help.clone(),
            }),
            Self::Explain => {
                let words = texts.explain.iter().map(|(word, sentence)| format!("{word}: {sentence}"));
                Some(words.collect::<Vec<_>>().join("\n"))
            }
            Self::Forms(name, word) => texts.names.get(name).and_then(|words| words.get(word)).map(|forms| {
                let lines = forms.iter().map(|(form, said)| format!("{form}: {said}"));
                lines.collect::<Vec<_>>().join("\n")
            }),
            Self::PointTitle(id) => texts.focus_points.get(id).map(|it| it.title.clone()),
            Self::Intro(id, group) => texts.focus_points.get(id).and_then(|it| it.intro.get(group).cloned()),
            Self::IndicatorTitle(id) => texts.indicators.get(id).and_then(|it| it.title.clone()),
            Self::Item(id, group) => texts.indicators.get(id).and_then(|it| it.items.get(group).cloned()),
            Self::Documents(id) => texts.indicators.get(id).map(|it| it.documents.join("\n")),
            Self::Observations(id) => texts.indicators.get(id).map(|it| it.observations.join("\n")),
            Self::Anchor(id, rating) => {
                texts.indicators.get(id).and_then(|it| it.anchors.get(rating).cloned())
            }
            Self::Dialogue(id) => texts.indicators.get(id).and_then(|it| it.dialogue.clone()),
        };
        found.unwrap_or_default()
    }

    /// Writes the text there; an empty one takes it away.
    pub(super) fn write(&self, texts: &mut Texts, text: &str) {
        match self {
            Self::Title => text.clone_into(&mut texts.title),
            Self::GroupName(group) => put(&mut texts.groups, group, text),
            Self::OpenQuestion(group) => put(&mut texts.open_question, group, text),
            Self::ValueName(value) => put(&mut texts.values, value, text),
            Self::Label(step) => {
                if texts.scale.labels.len() <= *step {
                    texts.scale.labels.resize(step + 1, String::new());
                }
                text.clone_into(&mut texts.scale.labels[*step]);
            }
            Self::Scale(word, None) => {
                let scale = &mut texts.scale;
                let own = match word {
                    ScaleWord::DontKnow => &mut scale.dont_know,
                    ScaleWord::NotApplicable => &mut scale.not_applicable,
                    ScaleWord::Help => &mut scale.help,
                };
                text.clone_into(own);
            }
            Self::Scale(word, Some(group)) => {
                let own = texts.scale.by_group.entry(group.clone()).or_default();
                match word {
                    ScaleWord::DontKnow => own.dont_know = some(text),
                    ScaleWord::NotApplicable => own.not_applicable = some(text),
                    ScaleWord::Help => own.help = some(text),
                }
                if own.dont_know.is_none() && own.not_applicable.is_none() && own.help.is_none() {
                    texts.scale.by_group.remove(group);
                }
            }
            Self::Explain => {
                texts.explain = halves(text).collect();
            }
            Self::Forms(name, word) => {
                let words = texts.names.entry(name.clone()).or_default();
                if text.is_empty() {
                    words.remove(word);
                } else {
                    words.insert(word.clone(), halves(text).collect());
                }
                if words.is_empty() {
                    texts.names.remove(name);
                }
            }
            Self::PointTitle(id) => {
                text.clone_into(&mut texts.focus_points.entry(id.clone()).or_default().title);
            }
            Self::Intro(id, group) => {
                put(&mut texts.focus_points.entry(id.clone()).or_default().intro, group, text);
            }
            Self::IndicatorTitle(id)
            | Self::Item(id, _)
            | Self::Documents(id)
            | Self::Observations(id)
            | Self::Anchor(id, _)
            | Self::Dialogue(id) => {
                let own = texts.indicators.entry(id.clone()).or_default();
                let list = || lines(text).map(str::to_owned).collect();
                match self {
                    Self::Item(_, group) => put(&mut own.items, group, text),
                    Self::Documents(_) => own.documents = list(),
                    Self::Observations(_) => own.observations = list(),
                    Self::Anchor(_, rating) => put(&mut own.anchors, rating, text),
                    Self::Dialogue(_) => own.dialogue = some(text),
                    _ => own.title = some(text),
                }
            }
        }
    }
}

/// Of each line what stands before its colon, and what stands after it.
fn halves(text: &str) -> impl Iterator<Item = (String, String)> {
    let halves = lines(text).filter_map(|line| line.split_once(':'));
    halves.map(|(word, said)| (word.trim().to_owned(), said.trim().to_owned()))
}

/// A word as a field's name may hold it: no two words are the same there.
fn in_a_key(word: &str) -> String {
    let letter = |sign: char| match sign {
        sign if sign.is_ascii_alphanumeric() => sign.to_string(),
        sign => format!("-{:x}-", u32::from(sign)),
    };
    word.chars().map(letter).collect()
}

/// Keeps a text under its name; an empty one takes it away.
fn put<K: Ord + Clone>(texts: &mut std::collections::BTreeMap<K, String>, key: &K, text: &str) {
    match some(text) {
        Some(text) => drop(texts.insert(key.clone(), text)),
        None => drop(texts.remove(key)),
    }
}
