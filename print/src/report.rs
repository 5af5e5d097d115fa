//! The report as PDF/UA-1: four quiet pages of A4 that a screen reader can follow as well as an eye.

use crate::PrintError;
use crate::letters::{printable, printable_data};
use crate::world::{Desk, fonts, fonts_are_whole, place};
use screening::report::{Block, Report};
use serde_json::{Value, json};
use std::sync::LazyLock;
use typst::comemo;
use typst::diag::{FileError, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::Source;
use typst_pdf::{PdfStandard, PdfStandards, Timestamp};

/// Parsed once: it is the same for every report.
static TEMPLATE: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("report.typ")?, include_str!("report.typ").to_owned())));

/// Exports that a piece of work is remembered for. What is the same in every report stays warm; what somebody wrote
/// is forgotten as soon as another report is printed.
const REMEMBERED_EXPORTS: usize = 1;

/// What the report itself doesn't say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdfOptions {
    /// The day it counts as made: the day of release, or of the draft. Given, never read from a clock, so that the
    /// same report is the same bytes.
    pub date: jiff::civil::Date,
}

/// The report as a PDF that conforms to PDF/UA-1, tagged, with headings, text alternatives and table headers.
///
/// Takes some tens of milliseconds of one core: call it where blocking is allowed.
///
/// # Errors
/// When a plot lacks its text alternative or isn't SVG, or the language isn't a code.
pub fn pdf(report: &Report, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    if !fonts_are_whole() {
        return Err(PrintError::Fonts);
    }
    let desk = desk(report)?;
    let printed = print(&desk, options);
    comemo::evict(REMEMBERED_EXPORTS);
    printed
}

/// The template with the report laid beside it as data, drawings as files of their own.
fn desk(report: &Report) -> Result<Desk, PrintError> {
    let template = TEMPLATE.as_ref().map_err(refused)?;
    let mut desk = Desk::new(template.clone());
    let mut drawings = 0;
    let mut sections = Vec::with_capacity(report.sections.len());
    // A sentence that was taken out leaves no empty line.
    let report = report.clone().pruned();
    for section in &report.sections {
        let mut blocks = Vec::with_capacity(section.blocks.len());
        for block in &section.blocks {
            let mut data = serde_json::to_value(block)?;
            if let Block::Chart(chart) = block {
                if chart.description.trim().is_empty() {
                    return Err(PrintError::MissingAlternative { title: chart.title.clone() });
                }
                let name = format!("chart-{drawings}.svg");
                drawings += 1;
                desk.lay(&name, Bytes::from_string(printable(&chart.svg, fonts())))
                    .map_err(|error| refused(&error))?;
                // Paper is wide, so the drawing for a narrow screen stays at home.
                data["chart"] = json!({
                    "file": name,
                    "title": chart.title,
                    "description": chart.description,
                    "table": chart.table,
                });
            }
            blocks.push(data);
        }
        sections.push(json!({ "heading": section.heading, "blocks": blocks }));
    }
    let mut data = json!({
        "kicker": report.kicker,
        "title": report.title,
        "footer": report.footer,
        "version": report.version,
        "page_of": report.page_of,
        "sections": sections,
    });
    printable_data(&mut data, fonts());
    data["language"] = language(&report.language)?;
    desk.lay("report.json", Bytes::new(serde_json::to_vec(&data)?)).map_err(|error| refused(&error))?;
    Ok(desk)
}

/// `da`, or `nb` and `NO` of `nb-NO`, as the typesetter wants them.
fn language(code: &str) -> Result<Value, PrintError> {
    let (language, region) = match code.split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (code, None),
    };
    let letters = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    if letters(language, 2..=3) && region.is_none_or(|region| letters(region, 2..=2)) {
        Ok(json!({ "code": language.to_lowercase(), "region": region.map(str::to_uppercase) }))
    } else {
        Err(PrintError::Language(code.to_owned()))
    }
}

fn print(desk: &Desk, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    let document = typst::compile(desk).output.map_err(|errors| PrintError::Typeset(messages(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PrintError::Export(error.message().to_string()))?;
    let date = options.date;
    let timestamp = i32::from(date.year());
    let timestamp = u8::try_from(date.month())
        .ok()
        .zip(u8::try_from(date.day()).ok())
        .and_then(|(month, day)| Datetime::from_ymd_hms(timestamp, month, day, 0, 0, 0))
        .map(Timestamp::new_utc);
    let options = typst_pdf::PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Pejling".to_owned())),
        timestamp,
        standards,
        ..typst_pdf::PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| PrintError::Export(messages(&errors)))
}

fn refused(error: &FileError) -> PrintError {
    PrintError::Typeset(error.to_string())
}

/// The typesetter's own words, one line each.
fn messages(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use screening::chart::{Chart, Table};
    use screening::report::{Section, SectionKind, Sentence};

    #[test]
    fn the_typesetter_has_nothing_to_remark() {
        let sentence = || Sentence {
            key: "k".to_owned(),
            text: "Planen er min egen.".to_owned(),
            original: None,
            basis: Vec::new(),
        };
        let table = Table {
            caption: "Svar".to_owned(),
            columns: vec!["Emne".to_owned(), "Brugere".to_owned()],
            rows: vec![vec!["Planen".to_owned(), "2,8".to_owned()]],
        };
        let chart = Chart {
            svg: r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20" font-family="IBM Plex Sans, sans-serif" font-weight="600">Å</text></svg>"#.to_owned(),
            title: "Planen".to_owned(),
            description: "Brugere 2,8 af 5.".to_owned(),
            table: table.clone(),
            ..Chart::default()
        };
        let report = Report {
            language: "da".to_owned(),
            kicker: "Efterår 2026".to_owned(),
            title: "Egelunden".to_owned(),
            footer: "22 af 31.".to_owned(),
            version: "Udkast".to_owned(),
            page_of: "side {page} af {pages}".to_owned(),
            sections: vec![Section {
                kind: SectionKind::Picture,
                heading: "Billedet".to_owned(),
                blocks: vec![
                    Block::Paragraph(vec![sentence()]),
                    Block::List(vec![sentence()]),
                    Block::Steps(vec![sentence()]),
                    Block::Chart(chart),
                    Block::Table(table),
                    Block::Quotes(vec![(sentence(), "En bruger".to_owned())]),
                    Block::Lines("Svar".to_owned(), 3),
                ],
            }],
        };
        let desk = desk(&report).expect("a desk");
        let set = typst::compile(&desk);
        let document = set.output.expect("pages");
        typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default()).expect("a PDF");
        assert_eq!(messages(&set.warnings), "");
    }
}
