//! The ports of what is no store: clock, random bytes, files that are read, printing.

use super::PortResult;
use async_trait::async_trait;
use screening::answers::import::{FileFault, Sheets};
use screening::booklet::Booklets;
use screening::cards::ConversationCards;
use screening::hearing::Paper;
use screening::invitation::{Poster, SlipSheets};
use screening::report::{Report, Slide};

/// The clock.
pub trait Clock: Send + Sync {
    /// Seconds since 1970, UTC.
    fn now(&self) -> i64;
    /// Today's date in Denmark as year, month, day.
    fn today(&self) -> (i16, i8, i8);
}

/// Random bytes fit for keys.
pub trait Randomness: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// Reading of files of answers, whatever their kind.
#[async_trait]
pub trait Spreadsheets: Send + Sync {
    /// The sheets of a file, or why it can't be read; in bounded memory whatever the file claims.
    async fn read(&self, file: Vec<u8>) -> PortResult<Result<Sheets, FileFault>>;
    /// An instrument's file: the sheets of a spreadsheet, or the files of its folder where it is that, packed; bounded alike.
    async fn read_instrument(&self, file: Vec<u8>) -> PortResult<Result<InstrumentFile, FileFault>>;
}

/// What an instrument's file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstrumentFile {
    /// Sheets.
    Sheets(Sheets),
    /// Name and text of each file of a folder.
    Files(Vec<(String, String)>),
}

/// Work that takes a processor for a while, and gives a file.
pub type Making = Box<dyn FnOnce() -> PortResult<Vec<u8>> + Send>;

/// Printing of a report, of slips, posters and conversation cards; as many at once as there are places for.
#[async_trait]
pub trait Printer: Send + Sync {
    /// Makes a file that is not printed, such as a workbook, in one of the places.
    async fn make(&self, work: Making) -> PortResult<Vec<u8>>;
    /// The PDF of a report; PDF/UA-1.
    async fn report_pdf(&self, report: &Report, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// A report as a Word document.
    async fn report_docx(&self, report: &Report, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of a slide; PDF/UA-1.
    async fn slide_pdf(&self, slide: &Slide, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of what a hearing hands out; PDF/UA-1.
    async fn paper_pdf(&self, paper: &Paper, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of slips to cut out; PDF/UA-1.
    async fn slips_pdf(&self, slips: &SlipSheets, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of booklets to answer on paper; PDF/UA-1.
    async fn booklets_pdf(&self, booklets: &Booklets, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of a poster; PDF/UA-1.
    async fn poster_pdf(&self, poster: &Poster, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of conversation cards; PDF/UA-1.
    async fn cards_pdf(&self, cards: &ConversationCards, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
}
