//! The appendix, a document of its own: every figure that may be shown and every statement behind it.

use super::findings::{drawing, section};
use super::reading::{Reading, sentence};
use super::{Block, Report, ReportSources, Section, SectionKind, method};
use crate::chart::{PlotRow, Table, Width, indicator_rows, value_rows};
use crate::instrument::FocusPoint;

/// The appendix of the same sources as the report's, with `heading` of its version.
pub fn appendix(sources: &ReportSources<'_>) -> Report {
    let reading = Reading::new(sources);
    let language = sources.language;
    let guide = |text: &str| Block::Paragraph(vec![sentence("appendix.guide", text.to_owned(), Vec::new())]);
    let mut sections = vec![Section {
        kind: SectionKind::Appendix,
        heading: language.section(SectionKind::Appendix).to_owned(),
        blocks: vec![guide(language.appendix_guide(reading.figures))],
    }];
    for point in &sources.instrument.focus_points {
        sections.extend(of_point(&reading, point));
    }
    let values = value_rows(sources.instrument);
    if let Some(plot) = plot(&reading, "appendix-values", &values) {
        sections.extend(section(SectionKind::Appendix, language.values_heading(), vec![plot]));
    }
    let texts = sources.instrument.texts(language.code());
    Report {
        language: language.code().to_owned(),
        kicker: [language.appendix_kicker(), texts.title.as_str(), sources.season.trim()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        title: sources.organisation.to_owned(),
        footer: method::footer(&reading),
        version: language.version(sources.version, sources.date),
        page_of: language.page_of().to_owned(),
        sections,
        for_participants: Vec::new(),
    }
}

/// The plot of these rows with its table, where any group has a figure in them or had too few for one.
fn plot(reading: &Reading<'_>, prefix: &str, rows: &[PlotRow]) -> Option<Block> {
    if !reading.figures {
        return None;
    }
    let plot = drawing(reading, prefix).dot_plot(rows, Width::Print);
    (plot.table.columns.len() > 1).then_some(Block::Chart(plot))
}

/// A focus point: its indicators' figures, and what each group was asked.
fn of_point(reading: &Reading<'_>, point: &FocusPoint) -> Option<Section> {
    let instrument = reading.sources.instrument;
    let rows = indicator_rows(instrument, &point.id);
    let prefix = format!("appendix-{}", point.id);
    let plot = plot(reading, &prefix, &rows);
    let words = reading.language;
    let groups = &instrument.groups;
    let statements = Table {
        caption: words.statements_caption().to_owned(),
        columns: std::iter::once(words.indicator_column().to_owned())
            .chain(groups.iter().map(|group| reading.name(&group.id).to_owned()))
            .collect(),
        rows: point
            .indicators
            .iter()
            .map(|indicator| {
                let asked = groups.iter().map(|group| {
                    let item = reading.texts.item(&indicator.id, &group.id);
                    item.unwrap_or(words.not_asked_cell()).to_owned()
                });
                let name = format!("{} {}", indicator.id, reading.texts.indicator(&indicator.id));
                std::iter::once(name).chain(asked).collect()
            })
            .collect(),
    };
    let heading = format!("{} {}", point.id, reading.texts.focus_point(&point.id));
    let blocks = plot.into_iter().chain([Block::Table(statements)]).collect();
    section(SectionKind::Appendix, &heading, blocks)
}
