//! The words of a report as WordprocessingML: `word/document.xml` and the numbering that its steps need.

use super::drawing::{Drawing, inline};
use super::text;
use crate::PrintError;
use crate::layout::{Column, caption, columns, paragraphs, table_caption};
use screening::chart::{Chart, Table};
use screening::report::{Block, Report, Sentence};

/// Width of the text on A4, twentieths of a point: 166 mm.
const TEXT_WIDTH: usize = 9411;
/// Width that a digit takes in a cell, and what a cell needs beside its digits, twentieths of a point.
const DIGIT: usize = 116;
const CELL_SPACE: usize = 160;
/// The header of a row is a bit wider than a column of words.
const HEADER_SHARE: usize = 13;
const WORDS_SHARE: usize = 10;

/// A report's body while it is written.
#[derive(Default)]
pub(super) struct Body {
    xml: String,
    drawings: Vec<Drawing>,
    /// Numbered lists so far: each begins at one.
    steps: usize,
}

impl Body {
    /// The whole report, in its order.
    pub(super) fn of(report: &Report) -> Result<Self, PrintError> {
        let mut body = Self::default();
        body.paragraph("Subtitle", &report.kicker);
        body.paragraph("Title", &report.title);
        for section in &report.sections {
            body.paragraph("Heading1", &section.heading);
            for block in &section.blocks {
                body.block(block, &section.heading)?;
            }
        }
        Ok(body)
    }

    /// The drawings, in the order of their numbers.
    pub(super) fn drawings(&self) -> &[Drawing] {
        &self.drawings
    }

    /// `word/document.xml`: A4 with the margins of the printed report.
    pub(super) fn document(&self) -> String {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1418" w:left="1247" w:header="567" w:footer="680" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
            self.xml
        )
    }

    /// `word/numbering.xml`: bullets, and a numbering for each list of steps.
    pub(super) fn numbering(&self) -> String {
        let step = |number: usize| {
            format!(
                r#"<w:num w:numId="{}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#,
                number + 1
            )
        };
        include_str!("numbering.xml").replace("{steps}", &(1..=self.steps).map(step).collect::<String>())
    }

    fn block(&mut self, block: &Block, heading: &str) -> Result<(), PrintError> {
        match block {
            Block::Paragraph(sentences) => self.paragraphs("Normal", sentences),
            Block::List(sentences) => {
                sentences.iter().for_each(|one| self.paragraph("ListBullet", &one.text))
            }
            Block::Steps(sentences) => {
                self.steps += 1;
                let numbered =
                    format!(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>"#, self.steps + 1);
                sentences.iter().for_each(|one| self.styled("ListNumber", &numbered, &run(&one.text)));
            }
            Block::Facts(facts) => {
                let bold = |name: &str| {
                    format!(
                        r#"<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">{}: </w:t></w:r>"#,
                        text(name)
                    )
                };
                facts.iter().for_each(|(name, told)| self.styled("Normal", "", &(bold(name) + &run(told))));
            }
            Block::Chart(chart) => self.chart(chart, heading)?,
            Block::Table(table) => self.table(&table.caption, table),
            Block::Quotes(quotes) => {
                for (sentence, whose) in quotes {
                    self.paragraphs("Quote", std::slice::from_ref(sentence));
                    self.paragraph("Attribution", whose);
                }
            }
            Block::Lines(label, count) => {
                self.paragraph("WriteLabel", label);
                // They stay on one page, the label above them.
                for left in (0..*count).rev() {
                    let keep = if left > 0 { "<w:keepNext/>" } else { "" };
                    self.styled("WriteLine", keep, "");
                }
            }
        }
        Ok(())
    }

    fn paragraphs(&mut self, style: &str, sentences: &[Sentence]) {
        paragraphs(sentences).iter().for_each(|paragraph| self.paragraph(style, paragraph));
    }

    /// A paragraph, or nothing where there are no words.
    fn paragraph(&mut self, style: &str, words: &str) {
        if !words.trim().is_empty() {
            self.styled(style, "", &run(words));
        }
    }

    fn styled(&mut self, style: &str, properties: &str, runs: &str) {
        self.xml
            .push_str(&format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>"#));
    }

    /// The drawing with its alternative, and its numbers as a table.
    fn chart(&mut self, chart: &Chart, heading: &str) -> Result<(), PrintError> {
        let caption = caption(chart, heading).trim();
        // In one paragraph with its picture: LibreOffice leaves a heading behind where two have to follow it.
        let above = if caption.is_empty() { String::new() } else { run(caption) + "<w:r><w:br/></w:r>" };
        let drawing = Drawing::of(chart)?;
        let picture = inline(&drawing, chart, self.drawings.len() + 1);
        self.drawings.push(drawing);
        self.styled("Figure", "", &format!("{above}<w:r>{picture}</w:r>"));
        self.table(table_caption(chart), &chart.table);
        Ok(())
    }

    /// A table whose first row is its header on every page, described for those who can't see it.
    fn table(&mut self, caption: &str, table: &Table) {
        if table.columns.is_empty() || table.rows.is_empty() {
            return;
        }
        self.paragraph("Caption", caption);
        let kinds = columns(table);
        let widths = widths(table, &kinds);
        let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        let row = |cells: &[String], style: &str, properties: &str| {
            let cells: String = kinds
                .iter()
                .zip(&widths)
                .enumerate()
                .map(|(place, (kind, width))| {
                    cell(cells.get(place).map_or("", String::as_str), style, *kind, *width)
                })
                .collect();
            format!("<w:tr>{properties}{cells}</w:tr>")
        };
        // No row is told to stay whole: LibreOffice then loses rows where a table goes on over the page.
        let rows: String = table.rows.iter().map(|cells| row(cells, "Cell", "")).collect();
        let head = row(&table.columns, "CellHead", "<w:trPr><w:tblHeader/></w:trPr>");
        let about = text(&table.caption);
        self.xml.push_str(&format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{about}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>"#
        ));
    }
}

/// A run of words; a line that ends in what somebody wrote ends here too.
pub(super) fn run(words: &str) -> String {
    let lines = words.split('\n').map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, text(line)));
    format!("<w:r>{}</w:r>", lines.collect::<Vec<_>>().join("<w:br/>"))
}

fn cell(words: &str, style: &str, kind: Column, width: usize) -> String {
    let side = if kind == Column::Numbers { r#"<w:jc w:val="right"/>"# } else { "" };
    format!(
        r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{side}</w:pPr>{}</w:p></w:tc>"#,
        run(words)
    )
}

/// Width of each column: what is short takes what it needs, the rest is shared.
fn widths(table: &Table, kinds: &[Column]) -> Vec<usize> {
    let needed = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(place));
        let longest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        let head = table.columns.get(place).into_iter().flat_map(|head| head.split_whitespace());
        let word = head.map(|word| word.chars().count()).max().unwrap_or(0);
        longest.max(word) * DIGIT + CELL_SPACE
    };
    let share = |kind: &Column| match kind {
        Column::Header => HEADER_SHARE,
        Column::Words => WORDS_SHARE,
        Column::Short | Column::Numbers => 0,
    };
    let shares: usize = kinds.iter().map(share).sum();
    let taken: usize = (0..kinds.len()).filter(|place| share(&kinds[*place]) == 0).map(needed).sum();
    // The words keep at least a third of the paper, whatever the numbers would like.
    let taken_at_most = taken.clamp(1, TEXT_WIDTH * 2 / 3);
    kinds
        .iter()
        .enumerate()
        .map(|(place, kind)| match share(kind) {
            0 => needed(place) * taken_at_most / taken.max(1),
            own => (TEXT_WIDTH - taken.min(taken_at_most)) * own / shares.max(1),
        })
        .collect()
}
