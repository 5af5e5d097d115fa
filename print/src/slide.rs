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

/// The slide as a PDF that conforms to PDF/UA-1. Much to say is set smaller, as long as it can be read from the back of
/// a room; what is still too long goes on over the page: nothing is left out.
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
    let mut data = json!({
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
