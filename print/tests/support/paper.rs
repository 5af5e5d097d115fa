//! A PDF as somebody who holds it sees it: its pages and their lines.

use print::PdfOptions;
use screening::report::Report;
use std::io::Write;
use std::process::{Command, Stdio};

/// Letters that no typeface of ours has, letters that run the other way, and a word longer than a line.
pub(crate) const ODD: &str = "Glad 🎉👩\u{200d}🚒 i dag, \u{202e}baglæns\u{202c}, مرحبا שלום, a\u{30a}bent, \
    Speciallægepraksisplanlægningsstabiliseringsperioden og www.eksempel.dk/en/meget/lang/adresse/som/ingen/skriver/af/men/nogen/saetter/ind?og=den&er=lang";

/// A day.
pub(crate) fn options() -> PdfOptions {
    PdfOptions { date: jiff::civil::date(2026, 11, 21) }
}

/// How many pages.
pub(crate) fn pages(bytes: &[u8]) -> usize {
    let source: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    source.matches("/Type/Page/").count()
}

/// Whether somebody wants to look.
pub(crate) fn looked_at() -> bool {
    std::env::var_os("PEJLING_FORMS").is_some()
}

/// Keeps a file where `PEJLING_FORMS` says, to be looked at.
pub(crate) fn kept(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("PEJLING_FORMS") {
        std::fs::write(format!("{folder}/{name}"), bytes).expect("a folder that can be written to");
    }
}

/// How far down its page the last of each of these words stands, points; nothing where `pdftotext` isn't installed.
pub(crate) fn heights<const N: usize>(bytes: &[u8], words: [&str; N]) -> Option<[f64; N]> {
    let boxes = read(bytes, "-bbox")?;
    Some(words.map(|word| {
        let marked = format!(">{word}</word>");
        let line = boxes.lines().rfind(|line| line.contains(&marked)).expect("the word");
        let (_, height) = line.split_once("yMin=\"").expect("a height");
        height.split('"').next().and_then(|height| height.parse().ok()).expect("a number")
    }))
}

/// Its text as it lies on the pages, or nothing where `pdftotext` isn't installed.
pub(crate) fn text_of(bytes: &[u8]) -> Option<String> {
    read(bytes, "-layout")
}

fn read(bytes: &[u8], how: &str) -> Option<String> {
    let mut child = Command::new("pdftotext")
        .args([how, "-", "-"])
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
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The lines of each page of a report, without its foot.
pub(crate) fn lines_of_pages(report: &Report, bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let text = text_of(bytes)?;
    // The foot begins with the words of the footer, and is the last thing on a page.
    let foot: String = report.footer.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    let page = |page: &str| {
        let lines = page.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.take_while(|line| !line.starts_with(&foot)).filter(|line| !line.is_empty()).collect()
    };
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(page).collect())
}
