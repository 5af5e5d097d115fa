//! The report as PDF/UA-1: four quiet pages of A4 that a screen reader can follow as well as an eye.

use crate::layout::{Column, caption, columns, paragraphs, table_caption};
use crate::letters::{printable, printable_data};
use crate::typeset::{language, print, refused};
use crate::world::{Desk, fonts, place};
use crate::{PdfOptions, PrintError};
use screening::chart::Table;
use screening::hearing::Paper;
use screening::report::{Block, Report};
use serde_json::{Value, json};
use std::sync::LazyLock;
use typst::diag::FileError;
use typst::foundations::Bytes;
use typst::syntax::Source;

/// Parsed once: it is the same for every report.
static TEMPLATE: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("report.typ")?, include_str!("report.typ").to_owned())));

/// The poster's, laid beside the same data.
static POSTER: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("told.typ")?, include_str!("told.typ").to_owned())));

/// The report as a PDF that conforms to PDF/UA-1, tagged, with headings, text alternatives and table headers.
///
/// Takes some tens of milliseconds of one core: call it where blocking is allowed.
///
/// # Errors
/// When a plot lacks its text alternative or isn't SVG, or the language isn't a code.
pub fn pdf(report: &Report, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    print(&desk(&TEMPLATE, report, &[], REPORT_SIZE)?, options)
}

/// What a hearing hands out, or a plan, as a PDF that conforms to PDF/UA-1, laid out as a report is; a poster is one page in
/// the largest type that has room.
///
/// # Errors
/// As [`pdf`].
pub fn paper_pdf(paper: &Paper, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    let template = if paper.poster { &POSTER } else { &TEMPLATE };
    print(&desk(template, &paper.report, &paper.new_pages, paper.size)?, options)
}

/// Type of a report, points.
const REPORT_SIZE: f64 = 10.4;

/// The template with the report laid beside it as data, drawings as files of their own.
fn desk(
    template: &LazyLock<Result<Source, FileError>>,
    report: &Report,
    new_pages: &[usize],
    size: f64,
) -> Result<Desk, PrintError> {
    let mut desk = Desk::new(template.as_ref().map_err(refused)?.clone());
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
                let mut numbers = table(&chart.table);
                numbers["caption"] = table_caption(chart).into();
                data["chart"] = json!({
                    "file": name,
                    "caption": caption(chart, &section.heading),
                    "description": chart.description,
                    "table": numbers,
                });
            }
            match block {
                Block::Paragraph(sentences) => data["paragraph"] = paragraphs(sentences).into(),
                Block::Table(numbers) => data["table"] = table(numbers),
                _ => {}
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
        "new_pages": new_pages,
        "size": size,
    });
    printable_data(&mut data, fonts());
    data["language"] = language(&report.language)?;
    desk.lay("report.json", Bytes::new(serde_json::to_vec(&data)?)).map_err(|error| refused(&error))?;
    Ok(desk)
}

/// A table with what each of its columns holds.
fn table(table: &Table) -> Value {
    let kinds = columns(table).into_iter().map(|column| match column {
        Column::Header | Column::Words => "words",
        Column::Short => "short",
        Column::Numbers => "numbers",
    });
    json!({
        "caption": table.caption,
        "columns": table.columns,
        "rows": table.rows,
        "kinds": kinds.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::messages;
    use screening::chart::Chart;
    use screening::report::{Section, SectionKind, Sentence};

    #[test]
    fn the_typesetter_has_nothing_to_remark() {
        let sentence = || Sentence {
            key: "k".to_owned(),
            text: "Planen er min egen.".to_owned(),
            original: None,
            basis: Vec::new(),
            lines: Vec::new(),
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
                    Block::Facts(vec![("Hvem".to_owned(), "Lederen".to_owned())]),
                    Block::Chart(chart),
                    Block::Table(table),
                    Block::Quotes(vec![(sentence(), "En bruger".to_owned())]),
                    Block::Lines("Svar".to_owned(), 3),
                ],
            }],
            for_participants: Vec::new(),
        };
        let desk = desk(&TEMPLATE, &report, &[], REPORT_SIZE).expect("a desk");
        let set = typst::compile(&desk);
        let document = set.output.expect("pages");
        typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default()).expect("a PDF");
        assert_eq!(messages(&set.warnings), "");
    }
}
