//! What someone who answers is told: before they start, on the slip, on the receipt, about their rights and how it
//! works. Generated from the settings, so that the promise can't drift from what the program does.

use crate::id::GroupId;
use crate::instrument::{Disclosure, FocusPoint, Indicator, Instrument};
use crate::language::{Chair, Language, PilotWords, PromiseFacts};
use crate::pilot;
use crate::readability::words;
use crate::retention::Times;
use crate::settings::Settings;

/// A heading with its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Heading.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
}

/// What a promise is made of: the settings of the screening and the group of whoever answers, nothing else.
#[derive(Clone, Copy)]
pub struct Promise<'a> {
    settings: &'a Settings,
    instrument: &'a Instrument,
    group: &'a GroupId,
    times: Times,
    pub(crate) language: &'static dyn Language,
}

impl<'a> Promise<'a> {
    /// The promise to a group, in a language.
    pub fn new(
        settings: &'a Settings,
        instrument: &'a Instrument,
        group: &'a GroupId,
        language: &'static dyn Language,
    ) -> Self {
        Self { settings, instrument, group, times: Times::default(), language }
    }

    /// The same, where somebody chose to keep things for a shorter time than is usual.
    pub fn keeping(self, times: Times) -> Self {
        Self { times, ..self }
    }

    /// The ten short lines before one starts.
    pub fn before_you_start(&self) -> Vec<String> {
        let facts = self.facts();
        let lines = self.language.before_you_start(&facts);
        match self.piloted() {
            Some(words) => {
                pilot::before_you_start(lines, words, facts.chair == Chair::InRole, facts.joint.is_some())
            }
            None => lines,
        }
    }

    /// What stands in the address of the group's open link, where one is on.
    pub fn open_link(&self) -> Option<&str> {
        self.settings.open_link(self.group).map(|link| link.name.as_str())
    }

    /// What the leader promises, where something is promised.
    pub fn leader_promise(&self) -> Option<String> {
        self.language.leader_promise(&self.facts())
    }

    /// Whom one may call with a question, where somebody is named.
    pub fn contact(&self) -> Option<String> {
        self.language.contact(&self.facts())
    }

    /// What the receipt says below its heading: it depends on screening and group alone.
    pub fn receipt(&self) -> Vec<String> {
        let lines = self.language.receipt(&self.facts());
        match self.piloted() {
            Some(words) => pilot::receipt(lines, words),
            None => lines,
        }
    }

    /// The two lines of a slip.
    pub fn slip(&self) -> [String; 2] {
        let lines = self.language.slip(&self.facts());
        match self.piloted() {
            Some(words) => pilot::slip(lines, words),
            None => lines,
        }
    }

    /// The lines of a poster.
    pub(crate) fn poster_lines(&self) -> Vec<String> {
        let lines = self.language.poster(&self.facts());
        match self.piloted() {
            Some(words) => pilot::poster(lines, words),
            None => lines,
        }
    }

    /// *Dine rettigheder.*
    pub fn rights(&self) -> Vec<Passage> {
        let passages = self.language.rights(&self.facts());
        match self.piloted() {
            Some(words) => pilot::rights(passages, words),
            None => passages,
        }
    }

    /// The longer page on how it works, with what is not protected.
    pub fn how_it_works(&self) -> Vec<Passage> {
        let facts = self.facts();
        let passages = self.language.how_it_works(&facts);
        match self.piloted() {
            Some(words) => pilot::how_it_works(passages, words, facts.chair == Chair::InRole),
            None => passages,
        }
    }

    /// Beside every text field: when it is read, and whom to call.
    pub fn beside_text(&self) -> String {
        self.language.beside_text(crisis_line(self.settings))
    }

    /// What is said otherwise, where the wording is tried.
    fn piloted(&self) -> Option<&'static PilotWords> {
        self.settings.pilot.then(|| self.language.pilot())
    }

    /// The instrument it is about.
    pub(crate) fn instrument(&self) -> &'a Instrument {
        self.instrument
    }

    /// The group it is to.
    pub(crate) fn group(&self) -> &'a GroupId {
        self.group
    }

    /// What the group is asked, in its own order and form.
    pub(crate) fn questionnaire(&self) -> Vec<(&'a FocusPoint, Vec<&'a Indicator>)> {
        self.instrument.questionnaire(self.group, self.settings.form(self.group))
    }

    /// Statements the group is asked.
    pub fn statements(&self) -> usize {
        self.questionnaire().iter().map(|(_, indicators)| indicators.len()).sum()
    }

    /// Minutes to answer, about: the instrument's own number, else from words and statements.
    pub fn minutes(&self) -> u32 {
        let own = self.instrument.group(self.group).and_then(|group| group.minutes);
        own.unwrap_or_else(|| estimate(self.words(), self.statements()))
    }

    /// Words to read: statements and introductions.
    fn words(&self) -> usize {
        let texts = self.instrument.texts(self.language.code());
        self.questionnaire()
            .iter()
            .map(|(point, indicators)| {
                let intro = texts.focus_points.get(&point.id).and_then(|texts| texts.intro.get(self.group));
                let items = indicators.iter().filter_map(|indicator| texts.item(&indicator.id, self.group));
                items.chain(intro.map(String::as_str)).map(|text| words(text).len()).sum::<usize>()
            })
            .sum()
    }

    pub(crate) fn facts(&self) -> PromiseFacts<'_> {
        let group = self.instrument.group(self.group);
        let chair = match group {
            Some(group) if group.disclosure == Disclosure::InRole => Chair::InRole,
            Some(group) if group.service_users => Chair::ServiceUser,
            _ => Chair::Other,
        };
        PromiseFacts {
            chair,
            place: self.instrument.place(self.language),
            group: self.instrument.texts(self.language.code()).group(self.group),
            statements: self.statements(),
            minutes: self.minutes(),
            smallest: self.settings.min_group_size.k(),
            full: self.settings.min_group_size.d(),
            units: !self.settings.units.is_empty(),
            invited: self.settings.known_invited().group(self.group),
            joint: self.settings.joint.contains(self.group).then(|| {
                let people = self.settings.invited.group(self.group);
                people.unwrap_or_default()
            }),
            reader: self.settings.comment_reader.trim(),
            hear_back: self.settings.hear_back.trim(),
            hearings: self.settings.hearings.trim(),
            crisis_line: crisis_line(self.settings),
            leader_promise: self.settings.leader_promise.trim(),
            contact: self.settings.contact.trim(),
            open_link: self.settings.open_links.contains_key(self.group),
            legal: &self.settings.legal,
            times: self.times,
        }
    }
}

/// Whom to call: as the screening names it, else as is usual where its own language is spoken, whatever language the reader
/// has chosen.
pub(crate) fn crisis_line(settings: &Settings) -> &str {
    match settings.crisis_line.trim() {
        "" => crate::language::of(&settings.language).usual_crisis_line(),
        named => named,
    }
}

/// Words a minute that someone who reads slowly reads.
const WORDS_A_MINUTE: f64 = 100.0;
/// Seconds to think and choose.
const SECONDS_A_STATEMENT: f64 = 12.0;

/// Minutes to read so many words and choose an answer to so many statements, at least 1.
fn estimate(words: usize, statements: usize) -> u32 {
    let minutes = words as f64 / WORDS_A_MINUTE + statements as f64 * SECONDS_A_STATEMENT / 60.0;
    (minutes.ceil() as u32).max(1)
}
