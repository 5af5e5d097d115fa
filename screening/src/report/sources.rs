//! What a report is built from, and the order of its sections.

use super::reading::Reading;
use super::{Report, findings, method, onward, opening, participants, since_last, voices};
use crate::comment::Quote;
use crate::comparison::Earlier;
use crate::evidence::Coverage;
use crate::hearing::{Hearing, HearingNumber};
use crate::id::GroupId;
use crate::instrument::Instrument;
use crate::language::Language;
use crate::picture::Published;
use crate::preparation::Circumstance;
use crate::signals::Signal;

/// Everything a report is built from. From a file of answers: no quotes, no hearings, no coverage.
#[derive(Clone, Copy)]
pub struct ReportSources<'a> {
    /// The instrument, frozen.
    pub instrument: &'a Instrument,
    /// Language of the report.
    pub language: &'static dyn Language,
    /// The figures as published.
    pub published: &'a Published,
    /// The signals of the same picture.
    pub signals: &'a [Signal],
    /// The screening before this one, where it was started from one.
    pub earlier: Option<&'a Earlier>,
    /// Comments that may be quoted, in an order that tells nothing.
    pub quotes: &'a [Quote],
    /// Comments read and left out.
    pub left_out: usize,
    /// Comments that nobody has read.
    pub unread: usize,
    /// The first hearing, where it is planned or held.
    pub first_hearing: Option<&'a Hearing>,
    /// The second.
    pub second_hearing: Option<&'a Hearing>,
    /// What documents and observations cover.
    pub coverage: Coverage,
    /// Groups that could answer through an open link.
    pub open_links: &'a [GroupId],
    /// How it was prepared, as far as a reader must know.
    pub circumstances: &'a [Circumstance],
    /// Name of the organisation.
    pub organisation: &'a str,
    /// When, in words, e.g. *efterår 2026*; may be empty.
    pub season: &'a str,
    /// When management answers, a date or free words; may be empty.
    pub answer_by: &'a str,
    /// Management's answer, printed unedited; empty: lines to write on.
    pub management_answer: &'a str,
    /// The released version; `None`: a draft.
    pub version: Option<u32>,
    /// The date of the report, as written.
    pub date: &'a str,
}

impl<'a> ReportSources<'a> {
    /// The sittings of both hearings that were held: somebody was in the room.
    pub(super) fn held(&self) -> impl Iterator<Item = (HearingNumber, &'a Hearing)> + use<'a> {
        [(HearingNumber::First, self.first_hearing), (HearingNumber::Second, self.second_hearing)]
            .into_iter()
            .filter_map(|(number, hearing)| Some((number, hearing?)))
            .flat_map(|(number, hearing)| hearing.sittings().map(move |sitting| (number, sitting)))
            .filter(|(_, sitting)| sitting.was_held())
    }
}

/// The draft report: the same sources give the same draft, with the same keys.
pub fn draft(sources: &ReportSources<'_>) -> Report {
    let reading = Reading::new(sources);
    let language = sources.language;
    let texts = sources.instrument.texts(language.code());
    let beginnings = onward::beginnings(&reading);
    let sections = [
        Some(opening::in_short(&reading, &beginnings)),
        sources.earlier.and_then(|earlier| since_last::since_last(&reading, earlier)),
        findings::strengths(&reading),
        findings::picture(&reading),
        findings::seen_differently(&reading),
        voices::words(&reading),
        voices::involvement(&reading, &beginnings),
        onward::beginnings_section(&reading, &beginnings),
        Some(onward::questions(&reading, &beginnings)),
        Some(method::method(&reading)),
    ];
    let kicker: Vec<&str> =
        [texts.title.as_str(), sources.season.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    Report {
        language: language.code().to_owned(),
        kicker: kicker.join(" · "),
        title: sources.organisation.to_owned(),
        footer: method::footer(&reading),
        version: language.version(sources.version, sources.date),
        page_of: language.page_of().to_owned(),
        sections: sections.into_iter().flatten().collect(),
        for_participants: participants::page(&reading, &beginnings),
    }
}
