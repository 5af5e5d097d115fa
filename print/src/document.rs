//! The report as a Word document (Office Open XML): real heading styles, its language, text alternatives, header rows
//! that repeat. Word and LibreOffice open it, and what somebody writes in it stays in its style.
//!
//! The parts that never change are files in `document/`; this puts them together with the words ([`body`]) and the
//! drawings ([`drawing`]).

mod body;
mod drawing;

use crate::pack::packed;
use crate::typeset::language;
use crate::{PdfOptions, PrintError};
use body::Body;
use drawing::Drawing;
use quick_xml::escape::escape;
use screening::report::Report;

/// The report as a Word document. The same report gives the same bytes.
///
/// # Errors
/// When a plot lacks its text alternative or isn't SVG, or the language isn't a code.
pub fn docx(report: &Report, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    let report = report.clone().pruned();
    let code = word_language(&report.language)?;
    let body = Body::of(&report)?;
    let in_language = |part: &str| part.replace("{language}", &code);
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), include_bytes!("document/content-types.xml").to_vec()),
        ("_rels/.rels".to_owned(), include_bytes!("document/relationships.xml").to_vec()),
        ("docProps/core.xml".to_owned(), core(&report, &code, options).into_bytes()),
        ("word/document.xml".to_owned(), body.document().into_bytes()),
        ("word/styles.xml".to_owned(), in_language(include_str!("document/styles.xml")).into_bytes()),
        ("word/settings.xml".to_owned(), in_language(include_str!("document/settings.xml")).into_bytes()),
        ("word/numbering.xml".to_owned(), body.numbering().into_bytes()),
        ("word/footer1.xml".to_owned(), footer(&report).into_bytes()),
        ("word/_rels/document.xml.rels".to_owned(), relationships(body.drawings()).into_bytes()),
    ];
    for (number, drawing) in (1..).zip(body.drawings()) {
        parts.push((format!("word/media/plot-{number}.png"), drawing.png.clone()));
        parts.push((format!("word/media/plot-{number}.svg"), drawing.svg.clone().into_bytes()));
    }
    Ok(packed(&parts)?)
}

/// `da` as Word writes it, with a country: what its spelling looks for.
fn word_language(code: &str) -> Result<String, PrintError> {
    language(code)?;
    Ok(match code {
        "da" => "da-DK".to_owned(),
        "nb" => "nb-NO".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.to_owned(),
    })
}

fn core(report: &Report, language: &str, options: PdfOptions) -> String {
    let title = text(&format!("{} · {}", report.title, report.kicker));
    let day = format!("{}T00:00:00Z", options.date);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>Pejling</dc:creator><dc:language>{language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>"#
    )
}

/// The foot of every page: who answered, which version, page n of m.
fn footer(report: &Report) -> String {
    let said = [report.footer.as_str(), report.version.as_str()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut runs = body::run(&format!("{said} · "));
    // `side {page} af {pages}`: the two fields stand where the words have them.
    let mut rest = report.page_of.as_str();
    while let Some(start) = rest.find('{') {
        runs.push_str(&body::run(&rest[..start]));
        let (field, after) = rest[start + 1..].split_once('}').unwrap_or((&rest[start + 1..], ""));
        runs.push_str(match field {
            "page" => r#"<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#,
            "pages" => r#"<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#,
            _ => "",
        });
        rest = after;
    }
    runs.push_str(&body::run(rest));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>"#
    )
}

fn relationships(drawings: &[Drawing]) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut relations: String = ["styles", "numbering", "settings"]
        .map(|part| format!(r#"<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="{part}.xml"/>"#))
        .concat();
    relations
        .push_str(&format!(r#"<Relationship Id="footer" Type="{OFFICE}/footer" Target="footer1.xml"/>"#));
    for number in 1..=drawings.len() {
        for kind in ["png", "svg"] {
            relations.push_str(&format!(
                r#"<Relationship Id="{kind}{number}" Type="{OFFICE}/image" Target="media/plot-{number}.{kind}"/>"#
            ));
        }
    }
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    )
}

/// What anybody wrote, as XML can hold it: its signs escaped, control characters gone.
fn text(words: &str) -> String {
    let allowed = |letter: &char| match letter {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    };
    escape(words.chars().filter(allowed).collect::<String>()).into_owned()
}
