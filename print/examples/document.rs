//! Writes the report of the tests as a Word document to the file named, for looking at.
#[path = "../tests/support/sample.rs"]
mod sample;
fn main() {
    let day = jiff::civil::date(2026, 11, 21);
    let bytes = print::docx(&sample::report(), print::PdfOptions { date: day }).expect("a document");
    std::fs::write(std::env::args().nth(1).expect("a file"), bytes).expect("written");
    if let Some(slide) = std::env::args().nth(2) {
        let pdf =
            print::slide_pdf(&sample::report().slide(), print::PdfOptions { date: day }).expect("a slide");
        std::fs::write(slide, pdf).expect("written");
    }
}
