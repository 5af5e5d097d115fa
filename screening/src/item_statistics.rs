//! How each statement of a screening did, for whoever mends the instrument: who could not answer it, who all answered it
//! alike, and whether it goes along with the others of its focus point.
//!
//! Made of the figures of a file ([`crate::export::Export`]) alone, so nothing is here that may not be shown. Shares of
//! *don't know* and *not relevant* are of those who submitted, shares of the lowest and highest step of those who scored
//! the statement, in whole per cent. Limits and their sources are beside [`Advice`]; sentences in
//! [`crate::language::ItemWords`].

use crate::chart::Table;
use crate::export::Export;
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Disclosure, Group};
use crate::language::Language;
use crate::picture::{Figure, Kind, PublishedRow};
use crate::pilot::Notes;
use crate::score_file::harmless;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What may be looked at in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Many said *don't know*: from the instrument's own threshold on (a quarter).
    DontKnow,
    /// Many said *not relevant*: from the same share on.
    NotRelevant,
    /// Nearly all chose the highest step: it tells nothing of differences. From 80 per cent on (Streiner, Norman and
    /// Cairney, *Health Measurement Scales*, 5th ed., ch. 5: endorsed by fewer than 20 or more than 80 per cent).
    Highest,
    /// Nearly all chose the lowest step; the same limit.
    Lowest,
    /// It hardly goes along with the others: a correlation under 0.20 (the same book, ch. 5: discard or rewrite).
    Apart,
    /// It goes against the others: a correlation under 0. Is it understood the other way round?
    Against,
}

/// Share, 0 to 1, from which on an end of the scale is nearly everyone's.
const NEARLY_ALL: f64 = 0.8;
/// Correlation below which a statement hardly goes along with the others.
const LOW: f64 = 0.2;

/// A statement as one group answered it; a figure that is absent does not exist or is not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its indicator.
    pub id: IndicatorId,
    /// Persons who scored it.
    pub n: Option<u64>,
    /// Who said *don't know*, per cent of those who submitted.
    pub dont_know: Option<u8>,
    /// Who said *not relevant*, per cent of those who submitted.
    pub not_relevant: Option<u8>,
    /// Who chose the lowest step, per cent of those who scored it.
    pub lowest: Option<u8>,
    /// Who chose the highest step, per cent of those who scored it.
    pub highest: Option<u8>,
    /// Mean, scale points.
    pub mean: Option<Figure>,
    /// Standard deviation, scale points.
    pub sd: Option<f64>,
    /// Correlation with the sum of the other statements of its focus point.
    pub item_rest: Option<f64>,
    /// What may be looked at.
    pub advice: Vec<Advice>,
}

/// A group's statements in the instrument's order; those that are not shown at all are left out.
pub fn items(export: &Export<'_>, group: &GroupId) -> Vec<Item> {
    let submitted = export.figures.groups.iter().find(|count| count.group == *group);
    let submitted = submitted.map_or(0, |count| count.submitted);
    let threshold = export.instrument.signals.dont_know;
    let rows = export.instrument.indicators();
    rows.filter_map(|indicator| export.figures.row(Kind::Indicator, indicator.id.as_str(), group))
        .filter(|row| row.shown.is_shown())
        .map(|row| item(row, submitted, threshold))
        .collect()
}

/// The groups of whose statements there is more to say than a mean: the others are in no page and no file of statements.
/// What only those in role would have is not shown alone.
pub fn told<'a>(export: &'a Export<'_>) -> Vec<&'a Group> {
    let more = |group: &&Group| items(export, &group.id).iter().any(|item| item.highest.is_some());
    let groups: Vec<&Group> = export.instrument.groups.iter().filter(more).collect();
    let protected = groups.iter().any(|group| group.disclosure == Disclosure::Protected);
    if protected { groups } else { Vec::new() }
}

fn item(row: &PublishedRow, submitted: u64, threshold: f64) -> Item {
    let share = |count: u64, of: u64| (of > 0).then(|| count as f64 / of as f64);
    let dont_know = row.dont_know.and_then(|count| share(count, submitted));
    let not_relevant = row.not_applicable.and_then(|count| share(count, submitted));
    let step = |end: fn(&[u64]) -> Option<&u64>| share(*end(row.distribution.as_ref()?)?, row.n?);
    let (lowest, highest) = (step(|steps| steps.first()), step(|steps| steps.last()));
    let from = |share: Option<f64>, limit: f64| share.is_some_and(|share| share >= limit);
    let advice = [
        (Advice::DontKnow, from(dont_know, threshold)),
        (Advice::NotRelevant, from(not_relevant, threshold)),
        (Advice::Highest, from(highest, NEARLY_ALL)),
        (Advice::Lowest, from(lowest, NEARLY_ALL)),
        (Advice::Against, row.item_rest.is_some_and(|correlation| correlation < 0.0)),
        (Advice::Apart, row.item_rest.is_some_and(|correlation| (0.0..LOW).contains(&correlation))),
    ];
    let per_cent = |share: Option<f64>| share.map(|share| (100.0 * share).round() as u8);
    Item {
        id: row.code.as_str().into(),
        n: row.n,
        dont_know: per_cent(dont_know),
        not_relevant: per_cent(not_relevant),
        lowest: per_cent(lowest),
        highest: per_cent(highest),
        mean: row.mean,
        sd: row.sd,
        item_rest: row.item_rest,
        advice: advice.into_iter().filter(|(_, holds)| *holds).map(|(advice, _)| advice).collect(),
    }
}

/// What is said of a statement, a sentence each.
pub fn advised(item: &Item, language: &dyn Language) -> Vec<String> {
    let per_cent = |share: Option<u8>| language.per_cent(share.unwrap_or_default());
    let said = |advice: &Advice| match advice {
        Advice::DontKnow => language.many_dont_know(&per_cent(item.dont_know)),
        Advice::NotRelevant => language.many_not_relevant(&per_cent(item.not_relevant)),
        Advice::Highest => language.nearly_all_highest(&per_cent(item.highest)),
        Advice::Lowest => language.nearly_all_lowest(&per_cent(item.lowest)),
        Advice::Apart => language.stands_apart().to_owned(),
        Advice::Against => language.goes_against().to_owned(),
    };
    item.advice.iter().map(said).collect()
}

/// A group's statements as a table in a language.
pub fn table(export: &Export<'_>, group: &GroupId, language: &dyn Language) -> Table {
    let texts = export.instrument.texts(language.code());
    let columns = language.item_columns().map(str::to_owned).to_vec();
    let rows = items(export, group).into_iter().map(|item| {
        let per_cent = |share: Option<u8>| share.map(|share| language.per_cent(share)).unwrap_or_default();
        vec![
            format!("{} {}", item.id, texts.item(&item.id, group).unwrap_or_default()),
            item.n.map(|n| language.count(n)).unwrap_or_default(),
            per_cent(item.dont_know),
            per_cent(item.not_relevant),
            per_cent(item.lowest),
            per_cent(item.highest),
            item.mean.map(|mean| language.figure(mean)).unwrap_or_default(),
            item.sd.map(|sd| language.number(sd, 1)).unwrap_or_default(),
            item.item_rest.map(|correlation| language.number(correlation, 2)).unwrap_or_default(),
        ]
    });
    Table { caption: texts.group(group).to_owned(), columns, rows: rows.collect() }
}

/// The statements of the groups that there is something to say of ([`told`]) as CSV for a spreadsheet in the language's own habits: byte-order mark, semicolons, CRLF;
/// then the advice, and in a pilot the notes, one a line of their cell.
///
/// # Errors
/// What writing gives.
pub fn write_csv(
    export: &Export<'_>,
    language: &dyn Language,
    notes: Option<&Notes>,
    mut out: impl Write,
) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(out);
    let [statement, figures @ ..] = language.item_columns();
    let heads = [language.item_group(), statement];
    let heads = heads.into_iter().chain(figures).chain([language.item_advice()]);
    writer.write_record(heads.chain(notes.map(|_| language.item_notes())))?;
    let told = told(export);
    for group in &export.instrument.groups {
        let Table { caption, rows, .. } = table(export, &group.id, language);
        let items = items(export, &group.id);
        let figured = rows.into_iter().zip(&items).filter(|_| told.contains(&group));
        let of = |notes: &Notes, id: &IndicatorId| {
            notes.get(&(group.id.clone(), id.clone())).map(|notes| notes.join("\n")).unwrap_or_default()
        };
        let mut figures: BTreeMap<IndicatorId, Vec<String>> = BTreeMap::new();
        for (row, item) in figured {
            figures.insert(item.id.clone(), [row, vec![advised(item, language).join(" ")]].concat());
        }
        for indicator in export.instrument.indicators() {
            let written = notes.map(|notes| of(notes, &indicator.id));
            let row = match figures.remove(&indicator.id) {
                Some(row) => row,
                // Too few scored it, and yet it has notes.
                None if written.as_ref().is_some_and(|written| !written.is_empty()) => {
                    let mut row = vec![String::new(); language.item_columns().len() + 1];
                    row[0] = heading(export, group, &indicator.id, language);
                    row
                }
                None => continue,
            };
            let cells = std::iter::once(caption.clone()).chain(row).chain(written);
            writer.write_record(cells.map(|cell| harmless(&cell).into_owned()))?;
        }
    }
    writer.flush()
}

/// *2.2 Når jeg siger noget, bliver jeg taget alvorligt.*
fn heading(export: &Export<'_>, group: &Group, id: &IndicatorId, language: &dyn Language) -> String {
    let texts = export.instrument.texts(language.code());
    format!("{id} {}", texts.item(id, &group.id).unwrap_or_default())
}
