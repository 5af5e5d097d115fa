//! A text in a cell, so that a spreadsheet leaves it as it is.

use crate::score_file::begins_formula;
use std::borrow::Cow;

/// The text with an apostrophe before it where a spreadsheet would make something else of it: a formula, a date, or
/// a number that is written differently. [`given_back`] is its inverse.
pub(super) fn kept(text: &str) -> Cow<'_, str> {
    if stays(text) { Cow::Borrowed(text) } else { Cow::Owned(format!("'{text}")) }
}

/// What was written, from what stands in the cell.
pub(super) fn given_back(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| !stays(text)).unwrap_or(cell)
}

fn stays(text: &str) -> bool {
    let unsafe_start = text.starts_with(|first: char| first == '\'' || first.is_control());
    let number = text.starts_with(|first: char| first.is_ascii_digit()) && !is_plain_number(text);
    !unsafe_start && !number && !begins_formula(text)
}

/// A whole number that every spreadsheet writes as it read it.
fn is_plain_number(text: &str) -> bool {
    text.len() < 16 && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_kept() {
        for text in
            ["1.1", "2-3", "007", "1E5", "0.75", "12 minutter", "=1+1", "-1", "@hej", "'nej'", "\thej"]
        {
            assert_eq!(kept(text), format!("'{text}"));
            assert_eq!(given_back(&kept(text)), text);
        }
        for text in ["", "5", "0", "leaders staff", "Jeg kan sige nej.", "I »nogen« grad"] {
            assert_eq!(kept(text), text);
            assert_eq!(given_back(text), text);
        }
        // Typed by hand, as one quotes a word.
        assert_eq!(given_back("'Stedet' er her."), "'Stedet' er her.");
    }
}
