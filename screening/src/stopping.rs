//! A screening that is stopped before its report is released: what stands is the story of it.

use crate::hearing::Paper;
use crate::instrument::Instrument;
use crate::language::{Language, StoppedFacts};
use crate::promise::crisis_line;
use crate::report::{Block, Report, Section, SectionKind, Sentence};
use crate::settings::Settings;
use jiff::civil::Date;

/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// Type of the page for those who took part, points: large enough for a wall, small enough for one sheet.
const SIZE: f64 = 13.0;

/// That a screening was stopped, beside its state. It is never begun again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The day.
    pub on: Date,
    /// Why, in the facilitator's own words; shown to those who took part.
    pub reason: String,
    /// The picture had been made, and stays for the facilitator.
    pub picture: bool,
}

impl Stopped {
    /// What its words are made of.
    pub fn facts<'a>(
        &'a self,
        settings: &'a Settings,
        instrument: &'a Instrument,
        language: &'static dyn Language,
    ) -> StoppedFacts<'a> {
        StoppedFacts {
            place: instrument.place(language),
            day: language.date(self.on.year(), self.on.month(), self.on.day()),
            reason: &self.reason,
            picture: self.picture,
            contact: settings.contact.trim(),
            crisis_line: crisis_line(settings),
        }
    }

    /// The page for those who took part, where there is no report to make one of.
    pub fn participants_page(
        &self,
        organisation: &str,
        name: &str,
        settings: &Settings,
        instrument: &Instrument,
        language: &'static dyn Language,
    ) -> Paper {
        let passages = language.stopped_page(&self.facts(settings, instrument, language));
        let sections = passages.into_iter().map(|passage| {
            let lines = passage.paragraphs.into_iter();
            let sentence = |text| Sentence { text, ..Sentence::default() };
            let blocks = lines.map(|line| Block::Paragraph(vec![sentence(line)])).collect();
            Section { kind: SectionKind::Participants, heading: passage.heading, blocks }
        });
        let report = Report {
            language: language.code().to_owned(),
            kicker: language.participants_kicker().to_owned(),
            title: organisation.to_owned(),
            footer: format!("{organisation} · {name}"),
            version: String::new(),
            page_of: language.page_of().to_owned(),
            sections: sections.collect(),
            for_participants: Vec::new(),
        };
        Paper { report, size: SIZE, ..Paper::default() }
    }
}
