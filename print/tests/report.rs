//! The report as its readers meet it: somebody who sees it, somebody who hears it, and somebody who wrote in it.

#[path = "support/sample.rs"]
mod sample;

use print::{PdfOptions, PrintError, pdf};
use sample::{chart, hostile, report, section, sentence, sentences};
use screening::report::{Block, Report, SectionKind};
use std::io::Write;
use std::process::{Command, Stdio};

fn options() -> PdfOptions {
    PdfOptions { date: jiff::civil::date(2026, 11, 21) }
}

fn printed(report: &Report) -> Vec<u8> {
    pdf(report, options()).expect("a PDF")
}

/// The file's own text, where structure and metadata stand uncompressed.
fn source(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// What `program` says of the PDF, or nothing where it isn't installed.
fn read_by(program: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let bytes = bytes.to_owned();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().expect("an ending");
    writer.join().expect("a writer").expect("a written file");
    assert!(output.status.success(), "{program} can't read the PDF");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// Letters only: where a line ends is the paper's business.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '\u{200b}' | '\u{ad}'))
        .collect()
}

/// The text in the order of the pages without what stands at their feet.
fn body(report: &Report, bytes: &[u8]) -> Option<String> {
    let all = letters(&read_by("pdftotext", &["-raw", "-", "-"], bytes)?);
    let pages = source(bytes).matches("/Type/Page/").count();
    let mut body = all.clone();
    for page in 1..=pages {
        let number =
            report.page_of.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string());
        let foot = letters(&format!("{} {} · {number}", report.footer, report.version));
        assert!(all.contains(&foot), "no foot on page {page} of {pages}: {foot}\n{all}");
        body = body.replace(&foot, "");
    }
    Some(body)
}

fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph(all) | Block::List(all) | Block::Steps(all) => {
            all.iter().map(|sentence| sentence.text.as_str()).collect()
        }
        Block::Chart(chart) => chart.table.rows.iter().flatten().map(String::as_str).collect(),
        Block::Table(table) => {
            table.columns.iter().chain(table.rows.iter().flatten()).map(String::as_str).collect()
        }
        Block::Quotes(all) => all.iter().flat_map(|(words, whose)| [words.text.as_str(), whose]).collect(),
        Block::Facts(facts) => facts.iter().flat_map(|(name, told)| [name.as_str(), told]).collect(),
        Block::Lines(label, _) => vec![label],
    }
}

#[test]
fn every_word_of_the_report_can_be_read_and_copied() {
    let report = report();
    let bytes = printed(&report);
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let Some(body) = body(&report, &bytes) else { return };
    for text in report
        .sections
        .iter()
        .flat_map(|section| {
            std::iter::once(section.heading.as_str()).chain(section.blocks.iter().flat_map(texts))
        })
        .chain([report.kicker.as_str(), &report.title])
    {
        assert!(body.contains(&letters(text)), "not on paper: {text}");
    }
}

#[test]
fn a_typical_report_is_at_most_four_pages() {
    assert!(source(&printed(&report())).matches("/Type/Page/").count() <= 4);
}

#[test]
fn a_screen_reader_finds_language_title_headings_lists_tables_and_what_the_plot_shows() {
    let report = report();
    let source = source(&printed(&report));
    for needed in [
        "/MarkInfo<</Marked true",
        "/StructTreeRoot",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/Lang(da)",
        "/DisplayDocTitle true",
        "/S/Figure",
        "/Alt",
        "/S/BlockQuote",
        "/S/Table",
        "/S/L/",
        "/Scope/Row",
        "/Scope/Column",
    ] {
        assert!(source.contains(needed), "no {needed}");
    }
    assert_eq!(source.matches("/S/H1").count(), report.sections.len(), "a heading each section");
    assert!(
        source.contains("Bostedet Egelunden · Recovery-orientering".replace('·', "\u{c2}\u{b7}").as_str())
    );
    assert!(!source.contains("dc:creator") && !source.contains("/Author"), "nobody is named as its author");
}

#[test]
fn words_are_only_ever_words() {
    let report = hostile();
    let bytes = printed(&report);
    let Some(body) = body(&report, &bytes) else { return };
    let trap = [sample::HOSTILE[0], sample::HOSTILE[1]];
    assert!(body.starts_with(&letters(&format!("{}{}", trap[1], trap[0]))), "{body}");
    for section in &report.sections {
        assert!(body.contains(&letters(&section.heading)));
        for text in section.blocks.iter().flat_map(texts).filter(|text| !text.contains('🎉')) {
            assert!(body.contains(&letters(text)), "not on paper: {text}\n{body}");
        }
    }
    assert!(body.contains("åbent"), "a letter in two parts is one letter");
}

#[test]
fn letters_no_font_has_do_not_stop_the_report() {
    let mut report = report();
    report.title = "Huset 🏠 привіт 你好 \u{200f}\u{0}".to_owned();
    report.sections.truncate(1);
    report.sections[0].blocks = vec![Block::Quotes(vec![(sentence("💚"), "🙂".to_owned())])];
    printed(&report);
}

#[test]
fn an_empty_report_still_has_its_first_page() {
    let mut report = report();
    report.sections = vec![section(
        SectionKind::Words,
        "Brugernes ord",
        vec![
            Block::Paragraph(Vec::new()),
            Block::List(Vec::new()),
            Block::Steps(Vec::new()),
            Block::Quotes(Vec::new()),
            Block::Table(screening::chart::Table::default()),
            Block::Lines(String::new(), 0),
        ],
    )];
    assert_eq!(source(&printed(&report)).matches("/Type/Page/").count(), 1);
}

#[test]
fn an_answer_in_several_paragraphs_stays_so() {
    let mut report = report();
    report.sections = vec![section(
        SectionKind::Questions,
        "Ledelsens svar",
        vec![Block::Paragraph(sentences(&["Vi siger ja.\r\n\r\nOg vi begynder i januar.\nMed planen."]))],
    )];
    let bytes = printed(&report);
    let Some(text) = read_by("pdftotext", &["-raw", "-", "-"], &bytes) else { return };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    for line in ["Vi siger ja.", "Og vi begynder i januar.", "Med planen."] {
        assert!(lines.contains(&line), "{lines:?}");
    }
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let first = printed(&report());
    printed(&hostile());
    assert!(first == printed(&report()));
    let another_day = pdf(&report(), PdfOptions { date: jiff::civil::date(2027, 1, 15) }).expect("a PDF");
    assert!(source(&another_day).contains("20270115") && !source(&first).contains("20270115"));
}

#[test]
fn a_plot_without_words_is_refused() {
    for description in ["", " \n"] {
        let mut silent = chart();
        silent.description = description.to_owned();
        let mut report = report();
        report.sections = vec![section(SectionKind::Picture, "Billedet", vec![Block::Chart(silent)])];
        let error = pdf(&report, options()).expect_err("no PDF");
        assert!(
            matches!(error, PrintError::MissingAlternative { ref title } if title == &chart().title),
            "{error}"
        );
    }
}

#[test]
fn a_drawing_reads_no_other_file() {
    for svg in [
        "not a drawing",
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="report.json" width="9" height="9"/></svg>"#,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="../../etc/hostname" width="9" height="9"/></svg>"#,
    ] {
        let mut wrong = chart();
        wrong.svg = svg.to_owned();
        let mut report = report();
        report.sections = vec![section(SectionKind::Picture, "Billedet", vec![Block::Chart(wrong)])];
        let error = pdf(&report, options()).expect_err("no PDF");
        assert!(matches!(error, PrintError::Typeset(_)), "{error}");
    }
}

#[test]
fn the_language_is_a_code() {
    let mut report = report();
    report.sections.truncate(1);
    for (code, written) in [("nb", "/Lang(nb)"), ("nb-NO", "/Lang(nb-NO)"), ("en", "/Lang(en)")] {
        report.language = code.to_owned();
        assert!(source(&printed(&report)).contains(written), "{code}");
    }
    for code in ["", "dansk", "d", "da-", "../da", "da\")"] {
        report.language = code.to_owned();
        assert!(matches!(pdf(&report, options()), Err(PrintError::Language(_))), "{code}");
    }
}

/// Whoever answers by hand has all the lines on one page, the label above them.
#[test]
fn lines_to_write_on_are_not_parted_by_a_page() {
    // It leaves room for a label and some lines, not for ten.
    let filling =
        Block::Paragraph(vec![sentence(&"Ti linjer skal der være plads til under det her. ".repeat(60))]);
    let lines = Block::Lines("Ledelsen svarer".to_owned(), 10);
    let report = Report {
        sections: vec![section(SectionKind::Questions, "Spørgsmål", vec![filling, lines])],
        ..report()
    };
    let bytes = printed(&report);
    assert_eq!(source(&bytes).matches("/Type/Page/").count(), 2);
    let Some(second) = read_by("pdftotext", &["-f", "2", "-raw", "-", "-"], &bytes) else { return };
    assert!(second.starts_with("Ledelsen svarer"), "{second}");
}
