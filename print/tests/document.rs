//! The report as a Word document, as its readers meet it: somebody who sees it, and somebody who hears it.

#[path = "support/sample.rs"]
mod sample;

use print::{PdfOptions, PrintError, docx};
use sample::{chart, hostile, report, section, sentence, sentences, table};
use screening::report::{Block, Report, SectionKind};
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn written(report: &Report) -> Vec<u8> {
    docx(report, PdfOptions { date: jiff::civil::date(2026, 11, 21) }).expect("a document")
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// The paragraphs of a part by style, words only. Reads every part strictly: what isn't XML fails here.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut paragraphs, mut style, mut words) = (Vec::new(), String::new(), String::new());
    loop {
        use quick_xml::events::Event;
        match reader.read_event().expect("XML") {
            Event::Empty(element) if element.name().as_ref() == "w:pStyle" => {
                let value = element.try_get_attribute("w:val").expect("an attribute").expect("a style");
                style = value.value.into_owned();
            }
            Event::Empty(element) if element.name().as_ref() == "w:br" => words.push('\n'),
            Event::Text(text) => words.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => words.push_str(match name.as_ref() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("{other:?}"),
            }),
            Event::End(element) if element.name().as_ref() == "w:p" => {
                paragraphs.push((std::mem::take(&mut style), std::mem::take(&mut words)));
            }
            Event::Eof => return paragraphs,
            _ => {}
        }
    }
}

fn styled(file: &[u8], wanted: &str) -> Vec<String> {
    let of = paragraphs(&part(file, "word/document.xml")).into_iter();
    of.filter(|(style, _)| style == wanted).map(|(_, words)| words).collect()
}

#[test]
fn headings_lists_and_quotes_are_what_they_are_called() {
    let report = report();
    let file = written(&report);
    let headings: Vec<&str> = report.sections.iter().map(|section| section.heading.as_str()).collect();
    assert_eq!(styled(&file, "Heading1"), headings);
    assert_eq!(styled(&file, "Title"), [report.title.as_str()]);
    for block in report.sections.iter().flat_map(|section| &section.blocks) {
        let (style, words) = match block {
            Block::List(all) => ("ListBullet", all),
            Block::Steps(all) => ("ListNumber", all),
            _ => continue,
        };
        let there = styled(&file, style);
        assert!(words.iter().all(|sentence| there.contains(&sentence.text)), "{style}: {there:?}");
    }
    // Two lists of steps each begin at one.
    let steps = || Block::Steps(sentences(&["Først.", "Så."]));
    let two = Report {
        sections: vec![section(SectionKind::Beginnings, "Begynd", vec![steps(), steps()])],
        ..report
    };
    assert_eq!(part(&written(&two), "word/numbering.xml").matches("w:startOverride").count(), 2);
}

#[test]
fn a_screen_reader_finds_language_title_what_a_plot_shows_and_the_headers_of_a_table() {
    let report = report();
    let file = written(&report);
    let document = part(&file, "word/document.xml");
    assert!(part(&file, "word/styles.xml").contains(r#"<w:lang w:val="da-DK""#));
    assert!(part(&file, "docProps/core.xml").contains("<dc:language>da-DK</dc:language>"));
    assert!(part(&file, "docProps/core.xml").contains(&format!("<dc:title>{}", report.title)));
    let plots = report.sections.iter().flat_map(|section| &section.blocks);
    let plots: Vec<_> =
        plots.filter_map(|block| if let Block::Chart(plot) = block { Some(plot) } else { None }).collect();
    assert!(!plots.is_empty());
    for plot in &plots {
        assert!(document.contains(&format!(r#"descr="{}""#, plot.description)), "{}", plot.title);
    }
    assert_eq!(document.matches("<w:tbl>").count(), document.matches("<w:tblHeader/>").count());
    assert_eq!(document.matches("<w:tblHeader/>").count(), document.matches("<w:tblCaption").count());
    assert!(document.matches("<w:tbl>").count() >= plots.len());
    let mut silent = chart();
    silent.description = String::new();
    let silent = Report {
        sections: vec![section(SectionKind::Picture, "Billedet", vec![Block::Chart(silent)])],
        ..report
    };
    let error = docx(&silent, PdfOptions { date: jiff::civil::date(2026, 11, 21) }).expect_err("no document");
    assert!(matches!(error, PrintError::MissingAlternative { .. }), "{error}");
}

#[test]
fn a_drawing_holds_its_words_as_lines_and_reads_no_file() {
    let mut drawn = chart();
    drawn.svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" font-family="IBM Plex Sans">Å</text><image href="/etc/hostname" width="9" height="9"/></svg>"#.to_owned();
    let report = Report {
        sections: vec![section(SectionKind::Picture, "Billedet", vec![Block::Chart(drawn)])],
        ..report()
    };
    let file = written(&report);
    let svg = part(&file, "word/media/plot-1.svg");
    assert!(svg.contains("<path") && !svg.contains("<text") && !svg.contains("<image"), "{svg}");
    let mut png = Vec::new();
    let mut archive = ZipArchive::new(Cursor::new(&file)).expect("an archive");
    archive.by_name("word/media/plot-1.png").expect("a picture").read_to_end(&mut png).expect("bytes");
    assert!(png.starts_with(b"\x89PNG"));
}

#[test]
fn whatever_somebody_wrote_is_words() {
    let odd = "</w:t><w:p/> & \"citat\" \u{0}\u{8}\u{1b}\u{fffe} 👩‍🚒 שלום";
    let report = Report {
        title: odd.to_owned(),
        kicker: odd.to_owned(),
        footer: odd.to_owned(),
        sections: vec![section(
            SectionKind::InShort,
            odd,
            vec![
                Block::Paragraph(vec![sentence("Første.\n\nAndet\nover to linjer.")]),
                Block::List(sentences(&[odd])),
                Block::Table(table(odd, &[&[odd, "n"], &[odd, "3"], &["kort"]])),
                Block::Quotes(vec![(sentence(odd), odd.to_owned())]),
            ],
        )],
        ..report()
    };
    let file = written(&report);
    let kept = "</w:t><w:p/> & \"citat\"  👩‍🚒 שלום";
    assert_eq!(styled(&file, "Title"), [kept]);
    assert_eq!(styled(&file, "Normal"), ["Første.", "Andet\nover to linjer."]);
    assert!(styled(&file, "Footer").is_empty());
    let foot = paragraphs(&part(&file, "word/footer1.xml"));
    assert!(foot[0].1.trim_start().starts_with(kept) && foot[0].1.ends_with("side 1 af 1"), "{foot:?}");
    for name in ["word/styles.xml", "word/settings.xml", "word/numbering.xml", "docProps/core.xml"] {
        paragraphs(&part(&file, name));
    }
    written(&hostile());
    assert_eq!(file, written(&report), "the same report, the same bytes");
}

/// A typeface that Word, LibreOffice and a Mac all have, or one of its very widths: the same pages everywhere.
#[test]
fn it_is_set_in_a_typeface_that_is_everywhere() {
    let styles = part(&written(&report()), "word/styles.xml");
    let faces: Vec<&str> =
        styles.split("w:ascii=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!faces.is_empty() && faces.iter().all(|face| *face == "Arial"), "{faces:?}");
}

#[test]
fn lines_to_write_on_stay_with_their_label() {
    let lines = Block::Lines("Ledelsens svar".to_owned(), 10);
    let report =
        Report { sections: vec![section(SectionKind::Questions, "Spørgsmål", vec![lines])], ..report() };
    let file = written(&report);
    assert_eq!(styled(&file, "WriteLine").len(), 10);
    let document = part(&file, "word/document.xml");
    assert_eq!(
        document.matches(r#"<w:pStyle w:val="WriteLine"/><w:keepNext/>"#).count(),
        9,
        "all but the last"
    );
}

#[test]
fn what_is_agreed_stands_behind_its_name() {
    let facts = Block::Facts(vec![("Hvem".to_owned(), "To brugere & lederen".to_owned())]);
    let report = Report { sections: vec![section(SectionKind::InShort, "Mål", vec![facts])], ..report() };
    assert_eq!(styled(&written(&report), "Normal"), ["Hvem: To brugere & lederen"]);
}
