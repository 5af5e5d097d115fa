//! A QR as a drawing.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// Modules of quiet zone on each side, as the standard asks.
const QUIET: usize = 4;

/// The QR of a text as SVG: black on white whatever surrounds it, with its quiet zone. `None` where the text is too
/// long to be one.
pub fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
            }
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"120\" height=\"120\" \
         focusable=\"false\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn a_text_that_is_too_long_is_no_qr() {
        assert!(
            svg("https://pejling.example.dk/#ABCD-EFGH-JKLM2").is_some_and(|svg| svg.starts_with("<svg"))
        );
        assert_eq!(svg(&"å".repeat(4000)), None);
    }
}
