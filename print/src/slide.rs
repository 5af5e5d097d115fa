//! One slide for a committee, as a PDF of one page in the shape of a screen.

use crate::letters::{printable, printable_data};
use crate::typeset::{language, print, refused};
use crate::world::{Desk, fonts, place};
use crate::{PdfOptions, PrintError};
use screening::report::Slide;
use serde_json::json;
use std::sync::LazyLock;
use typst::diag::FileError;
use typst::foundations::Bytes;
use typst::syntax::Source;

static TEMPLATE: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("slide.typ")?, include_str!("slide.typ").to_owned())));

/// Letters that fill the room for words in the largest type, alone and beside a plot.
const ROOM: f64 = 1_050.0;
const ROOM_BESIDE: f64 = 460.0;
/// Largest and smallest type, points.
const LARGEST: f64 = 18.0;
const SMALLEST: f64 = 9.0;

/// The slide as a PDF that conforms to PDF/UA-1. Much to say is set smaller, and what is still too long goes on over
/// the page: nothing is left out.
///
/// # Errors
/// As [`crate::pdf`].
pub fn slide_pdf(slide: &Slide, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    let mut desk = Desk::new(TEMPLATE.as_ref().map_err(refused)?.clone());
    let plot = match &slide.chart {
        Some(chart) if chart.description.trim().is_empty() => {
            return Err(PrintError::MissingAlternative { title: chart.title.clone() });
        }
        Some(chart) => {
            let drawing = Bytes::from_string(printable(&chart.svg, fonts()));
            desk.lay("chart-0.svg", drawing).map_err(|error| refused(&error))?;
            json!({ "file": "chart-0.svg", "title": chart.title, "description": chart.description })
        }
        None => json!(null),
    };
    let letters: usize = slide.points.iter().map(|point| point.chars().count()).sum();
    let room = if slide.chart.is_some() { ROOM_BESIDE } else { ROOM };
    // Twice the letters need half the area each.
    let size = (LARGEST * (room / letters.max(1) as f64).sqrt()).clamp(SMALLEST, LARGEST);
    let mut data = json!({
        "size": size,
        "kicker": slide.kicker,
        "title": slide.title,
        "heading": slide.heading,
        "points": slide.points,
        "foot": slide.foot,
        "plot": plot,
    });
    printable_data(&mut data, fonts());
    data["language"] = language(&slide.language)?;
    desk.lay("slide.json", Bytes::new(serde_json::to_vec(&data)?)).map_err(|error| refused(&error))?;
    print(&desk, options)
}
