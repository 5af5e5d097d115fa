//! What is printed or opened elsewhere: report, slide, slips, posters and conversation cards as PDF, the report as a
//! Word document, the figures as a workbook, files packed as one.
//!
//! An output takes data that is already right (`screening::report::Report`, `screening::export::Export`) and computes
//! no figure. To add one: a module with its function here, and for a PDF a template beside it that reads its words as
//! data.
//!
//! Three rules keep a PDF safe and calm. Nothing anybody wrote is ever part of the markup: words reach the template
//! as a file of data and are set as text. The typesetter has no file system, no packages, no clock and no fonts but
//! ours, so the same report gives the same bytes everywhere. And the PDF conforms to PDF/UA-1 or isn't made.

mod booklets;
mod document;
mod invitation;
mod layout;
mod letters;
mod pack;
mod report;
mod slide;
mod typeset;
mod workbook;
mod world;

pub use booklets::booklets_pdf;
pub use document::docx;
pub use invitation::{cards_pdf, poster_pdf, slips_pdf};
pub use pack::{PackError, packed};
pub use report::{paper_pdf, pdf};
pub use slide::slide_pdf;
pub use typeset::PdfOptions;
pub use workbook::{WorkbookError, xlsform, xlsx};

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// A plot has no words for those who can't see it.
    #[error("the plot “{title}” has no text alternative")]
    MissingAlternative {
        /// The plot's title, empty where that is missing too.
        title: String,
    },
    /// The program was built with a font file that isn't a font.
    #[error("the fonts in this program can't be read")]
    Fonts,
    /// The report's language isn't a language code such as `da`.
    #[error("“{0}” is not a language code")]
    Language(String),
    /// The report could not be handed to the typesetter.
    #[error("the report could not be written as data")]
    Data(#[from] serde_json::Error),
    /// The typesetter refused: a drawing that isn't SVG, or a mistake in the template.
    #[error("the report could not be set: {0}")]
    Typeset(String),
    /// The parts of a document could not be put together.
    #[error("the report could not be packed")]
    Pack(#[from] PackError),
    /// The pages were made but can't be a PDF that everyone can read (PDF/UA-1).
    #[error("the report could not be written as PDF/UA-1: {0}")]
    Export(String),
}
