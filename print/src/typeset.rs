//! From a desk with a template on it to a PDF/UA-1, whatever is printed.

use crate::PrintError;
use crate::world::{Desk, fonts_are_whole};
use serde_json::{Value, json};
use typst::comemo;
use typst::diag::{FileError, SourceDiagnostic};
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfStandard, PdfStandards, Timestamp};

/// Exports that a piece of work is remembered for. What is the same in every report stays warm; what somebody wrote
/// is forgotten as soon as another report is printed.
const REMEMBERED_EXPORTS: usize = 1;

/// What is printed doesn't say itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdfOptions {
    /// The day it counts as made: the day of release, or of the draft. Given, never read from a clock, so that the
    /// same report is the same bytes.
    pub date: jiff::civil::Date,
}

/// `da`, or `nb` and `NO` of `nb-NO`, as the typesetter wants them.
pub(crate) fn language(code: &str) -> Result<Value, PrintError> {
    let (language, region) = match code.split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (code, None),
    };
    let letters = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    if letters(language, 2..=3) && region.is_none_or(|region| letters(region, 2..=2)) {
        Ok(json!({ "code": language.to_lowercase(), "region": region.map(str::to_uppercase) }))
    } else {
        Err(PrintError::Language(code.to_owned()))
    }
}

/// The template on the desk as a PDF that conforms to PDF/UA-1.
pub(crate) fn print(desk: &Desk, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    if !fonts_are_whole() {
        return Err(PrintError::Fonts);
    }
    let printed = export(desk, options);
    comemo::evict(REMEMBERED_EXPORTS);
    printed
}

fn export(desk: &Desk, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    let document = typst::compile(desk).output.map_err(|errors| PrintError::Typeset(messages(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PrintError::Export(error.message().to_string()))?;
    let date = options.date;
    let timestamp = i32::from(date.year());
    let timestamp = u8::try_from(date.month())
        .ok()
        .zip(u8::try_from(date.day()).ok())
        .and_then(|(month, day)| Datetime::from_ymd_hms(timestamp, month, day, 0, 0, 0))
        .map(Timestamp::new_utc);
    let options = typst_pdf::PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Pejling".to_owned())),
        timestamp,
        standards,
        ..typst_pdf::PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| PrintError::Export(messages(&errors)))
}

/// A file that could not be laid on the desk.
pub(crate) fn refused(error: &FileError) -> PrintError {
    PrintError::Typeset(error.to_string())
}

/// The typesetter's own words, one line each.
pub(crate) fn messages(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}
