//! Drafts for whoever answers for data protection: the record of processing activities (GDPR, article 30) and the impact
//! assessment (article 35), filled in from the settings. What the settings don't say stands as to be filled in: a legal
//! basis is the controller's, and nobody here guesses it.

use crate::chart::Table;
use crate::instrument::Instrument;
use crate::language::{Language, capital};
use crate::pilot;
use crate::report::{Block, Report, Section, SectionKind, Sentence};
use crate::retention::Times;
use crate::settings::{LegalFacts, Settings};

/// Which draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProtectionDraft {
    /// The record of processing activities, article 30.
    Record,
    /// The impact assessment, article 35.
    ImpactAssessment,
}

impl ProtectionDraft {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Record, Self::ImpactAssessment];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Record => "fortegnelse",
            Self::ImpactAssessment => "konsekvensanalyse",
        }
    }
}

/// What the drafts are filled in from.
#[derive(Clone, Debug)]
pub struct ProtectionFacts<'a> {
    /// The organisation.
    pub organisation: &'a str,
    /// What the law wants; empty: not filled in.
    pub legal: &'a LegalFacts,
    /// Who answers: the groups' names.
    pub groups: Vec<&'a str>,
    /// The smallest group shown, and from which number everything of it is.
    pub smallest: u64,
    /// See `smallest`.
    pub full: u64,
    /// Whether there are units.
    pub units: bool,
    /// Whether there is or was an open link.
    pub open_link: bool,
    /// For how long what is kept.
    pub times: Times,
    /// Who plans it, by role; empty: not written.
    pub planning_group: &'a str,
    /// What was discussed with staff's representatives; empty: not written.
    pub staff_representatives: &'a str,
}

/// A part of a draft: lines, then a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectionPart {
    /// Heading.
    pub heading: String,
    /// Sentences, a paragraph each.
    pub lines: Vec<String>,
    /// The names of the columns, and the rows.
    pub table: Option<(Vec<String>, Vec<Vec<String>>)>,
}

/// What a draft is of.
#[derive(Clone, Copy, Debug)]
pub enum Drafted<'a> {
    /// A screening, or a pilot, at this organisation.
    Screening(&'a str),
    /// Every screening of an installation, by its controller's name; empty: not written.
    Installation(&'a str),
}

/// A draft, laid out as a report is, so that what writes reports writes it too.
pub fn protection_draft(
    draft: ProtectionDraft,
    of: Drafted<'_>,
    settings: &Settings,
    instrument: &Instrument,
    times: Times,
    language: &'static dyn Language,
) -> Report {
    let (organisation, kicker) = match of {
        Drafted::Screening(organisation) => (organisation, organisation),
        Drafted::Installation(controller) => {
            (language.each_place(), controller.lines().next().unwrap_or_default())
        }
    };
    let everywhere = matches!(of, Drafted::Installation(_));
    let texts = instrument.texts(language.code());
    let facts = ProtectionFacts {
        organisation,
        legal: &settings.legal,
        groups: instrument.groups.iter().map(|group| texts.group(&group.id)).collect(),
        smallest: settings.min_group_size.k(),
        full: settings.min_group_size.d(),
        units: everywhere || !settings.units.is_empty(),
        open_link: everywhere || !settings.open_links.is_empty(),
        times,
        planning_group: settings.preparation.planning_group.trim(),
        staff_representatives: settings.preparation.staff_representatives.trim(),
    };
    let mut parts = language.protection_parts(draft, &facts);
    let words = &language.pilot().protection;
    let groups: Vec<String> = facts.groups.iter().map(|group| language.inside(group)).collect();
    let who = language.list(&groups);
    match draft {
        ProtectionDraft::Record if settings.pilot => {
            pilot::record(&mut parts, words, &who, &language.so_long(times.log));
        }
        ProtectionDraft::ImpactAssessment if settings.pilot || everywhere => {
            if settings.pilot {
                pilot::processing(&mut parts, words, &capital(&who));
            }
            pilot::risk(&mut parts, words, &language.number_word(facts.smallest));
        }
        _ => {}
    }
    let sections = parts.into_iter().map(section).collect();
    Report {
        language: language.code().to_owned(),
        kicker: kicker.to_owned(),
        title: language.protection_title(draft).to_owned(),
        footer: kicker.to_owned(),
        version: String::new(),
        page_of: language.page_of().to_owned(),
        sections,
        for_participants: Vec::new(),
    }
}

fn section(part: ProtectionPart) -> Section {
    let paragraph = |line: String| Block::Paragraph(vec![Sentence { text: line, ..Sentence::default() }]);
    let table = part
        .table
        .map(|(columns, rows)| Block::Table(Table { caption: part.heading.clone(), columns, rows }));
    let blocks = part.lines.into_iter().map(paragraph).chain(table).collect();
    Section { kind: SectionKind::InShort, heading: part.heading, blocks }
}

/// How many places of a draft are still to be filled in.
pub fn to_fill_in(report: &Report, language: &dyn Language) -> usize {
    let mark = language.to_fill_in();
    let tables = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| table.rows.iter().flatten()).filter(|cell| cell.starts_with(mark)).count()
}
