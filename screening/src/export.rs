//! The figures of a screening as files to keep: what every file of them is made from.
//!
//! CSV and JSON are written in [`crate::score_file`], the data package in [`crate::data_package`], the workbook by
//! `print`. To add a file: a writer that takes an [`Export`]; a figure it may hold stands there already.

use crate::figures::{Standing, standing};
use crate::id::GroupId;
use crate::instrument::Instrument;
use crate::language::Language;
use crate::picture::{GroupCount, Kind, Published, PublishedRow, Shown};

/// What a file of figures is made from.
#[derive(Clone)]
pub struct Export<'a> {
    /// The instrument, frozen.
    pub instrument: &'a Instrument,
    /// Language of the screening.
    pub language: &'static dyn Language,
    /// The figures as published, without those that would stand alone: such a row is [`Shown::Derived`].
    pub figures: Published,
    /// Name of the organisation.
    pub organisation: &'a str,
    /// Name of the screening.
    pub screening: &'a str,
    /// Groups that could answer through an open link.
    pub open_links: Vec<GroupId>,
    /// The day on which it is made (year, month, day): given, never read from a clock, so that the same day gives
    /// the same bytes.
    pub made_on: (i16, i8, i8),
}

impl<'a> Export<'a> {
    /// Everything that may stand in a file, from the figures as published.
    pub fn new(
        published: &Published,
        instrument: &'a Instrument,
        language: &'static dyn Language,
        (organisation, screening): (&'a str, &'a str),
        made_on: (i16, i8, i8),
    ) -> Self {
        let figures = in_company(published, instrument);
        Self { instrument, language, figures, organisation, screening, open_links: Vec::new(), made_on }
    }
}

/// The figures without those that only groups in role would have; shares in whole per cent.
fn in_company(published: &Published, instrument: &Instrument) -> Published {
    let alone = |kind: Kind, code: &str, group: &GroupId| {
        matches!(standing(published, instrument, kind, code, group), Standing::Alone)
    };
    let row_alone = |row: &PublishedRow| match (row.kind, &row.other_group) {
        (Kind::Group, _) => false,
        (Kind::Gap, Some(other)) => [Kind::Indicator, Kind::FocusPoint]
            .into_iter()
            .any(|kind| alone(kind, &row.code, &row.group) || alone(kind, &row.code, other)),
        (kind, _) => row.unit.is_none() && alone(kind, &row.code, &row.group),
    };
    let rows = published.rows.iter().map(|row| if row_alone(row) { emptied(row) } else { row.clone() });
    let whole = |count: &GroupCount| GroupCount {
        response_rate: count.response_rate.map(|rate| (rate * 100.0).round() / 100.0),
        ..count.clone()
    };
    let voice_alone =
        |kind: Kind, code: &str| instrument.groups.iter().any(|group| alone(kind, code, &group.id));
    Published {
        min_group_size: published.min_group_size,
        groups: published.groups.iter().map(whole).collect(),
        rows: rows.collect(),
        equal_voice: published
            .equal_voice
            .iter()
            .filter(|(kind, code, _)| !voice_alone(*kind, code))
            .cloned()
            .collect(),
    }
}

/// The row with its name and nothing else.
fn emptied(row: &PublishedRow) -> PublishedRow {
    PublishedRow {
        kind: row.kind,
        code: row.code.clone(),
        group: row.group.clone(),
        unit: row.unit.clone(),
        other_group: row.other_group.clone(),
        n: None,
        mean: None,
        sd: None,
        interval: None,
        agreement: None,
        agreement_interval: None,
        dont_know: None,
        not_applicable: None,
        blank: None,
        alpha: None,
        item_rest: None,
        distribution: None,
        shown: Shown::Derived,
    }
}
