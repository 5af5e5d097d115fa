//! Files that are laid beside a document or an observation: which kinds, judged by what is in them, and their names.
//!
//! A file is kept and handed on, never opened by the program or shown in a page. So it is enough that it is what it
//! says; what may be inside a PDF or an office file is not cleaned.

mod archive;
mod name;
mod picture;

pub use name::clean_name;

use serde::{Deserialize, Serialize};

/// Longest file, in bytes.
pub const LONGEST_ATTACHMENT: usize = 5 << 20;
/// Most bytes of all files of a screening.
pub const MOST_ATTACHED: u64 = 50 << 20;

/// A kind of file that may be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachmentKind {
    /// Portable Document Format.
    Pdf,
    /// A picture.
    Png,
    /// A photograph.
    Jpeg,
    /// A text document of Word.
    Docx,
    /// A workbook of Excel.
    Xlsx,
    /// A text document of LibreOffice.
    Odt,
    /// Plain text in UTF-8.
    Txt,
}

impl AttachmentKind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Pdf, Self::Png, Self::Jpeg, Self::Docx, Self::Xlsx, Self::Odt, Self::Txt];

    /// The ending of its files' names, and how it is stored.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Txt => "txt",
        }
    }

    /// From its stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.extension() == text)
    }
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentFault {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`LONGEST_ATTACHMENT`].
    TooLong,
    /// The screening's files would be more than [`MOST_ATTACHED`] together.
    NoRoom,
    /// It is none of the kinds, whatever its name says.
    Kind,
    /// It begins as one of the kinds and does not hold together as one, or holds something beside it.
    Broken,
    /// An office file that brings a program along.
    Macros,
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// What it is.
    pub kind: AttachmentKind,
    /// Its content; of a picture without what tells where, when and by whom it was taken.
    pub bytes: Vec<u8>,
}

/// What a file is by its content.
///
/// # Errors
/// Empty, too long, none of the kinds, or one that does not hold together.
pub fn inspected(bytes: Vec<u8>) -> Result<Inspected, AttachmentFault> {
    if bytes.is_empty() {
        return Err(AttachmentFault::Empty);
    }
    if bytes.len() > LONGEST_ATTACHMENT {
        return Err(AttachmentFault::TooLong);
    }
    let broken = AttachmentFault::Broken;
    if bytes.starts_with(b"%PDF-") {
        let end = &bytes[bytes.len().saturating_sub(1024)..];
        let whole = end.windows(5).any(|window| window == b"%%EOF");
        return if whole { Ok(Inspected { kind: AttachmentKind::Pdf, bytes }) } else { Err(broken) };
    }
    if bytes.starts_with(picture::PNG) {
        let bytes = picture::bare_png(&bytes).ok_or(broken)?;
        return Ok(Inspected { kind: AttachmentKind::Png, bytes });
    }
    if bytes.starts_with(picture::JPEG) {
        let bytes = picture::bare_jpeg(&bytes).ok_or(broken)?;
        return Ok(Inspected { kind: AttachmentKind::Jpeg, bytes });
    }
    if bytes.starts_with(archive::LOCAL) {
        return archive::kind(&bytes).map(|kind| Inspected { kind, bytes });
    }
    if is_text(&bytes) {
        Ok(Inspected { kind: AttachmentKind::Txt, bytes })
    } else {
        Err(AttachmentFault::Kind)
    }
}

/// Words and line breaks in UTF-8, and no mark-up: a web page or a drawn picture is text too, and none of the kinds.
fn is_text(bytes: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(bytes) else { return false };
    let plain = |letter: char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    let text = text.trim_start_matches('\u{feff}');
    text.chars().all(plain) && !text.trim_start().starts_with('<')
}
