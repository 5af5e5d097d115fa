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
    let unsafe_start = text.starts_with(|first: char| matches!(first, '\'' | '#') || first.is_control());
    let trimmed = text.trim();
    let number = begins_number(trimmed) && !is_plain_number(text);
    !unsafe_start && !number && !is_truth(trimmed) && !is_month(trimmed) && !begins_formula(text)
}

/// A digit, with at most a bracket, a decimal sign or a currency before it.
fn begins_number(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '.', ',', '$', '€', '£']);
    let rest = text.strip_prefix(['k', 'K']).and_then(|text| text.strip_prefix(['r', 'R']));
    let text = rest.unwrap_or(text).trim_start_matches(['.', ' ', '\u{a0}']);
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// A whole number that every spreadsheet writes as it read it.
fn is_plain_number(text: &str) -> bool {
    text.len() < 16 && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

/// What Danish, Norwegian and English spreadsheets write in capitals, each its own way.
fn is_truth(text: &str) -> bool {
    let text = text.to_lowercase();
    ["sand", "falsk", "sann", "usann", "true", "false"].contains(&text.as_str())
}

/// A month with numbers only, such as *maj 5*, which becomes a date.
fn is_month(text: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "jan", "feb", "mar", "mär", "apr", "maj", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct",
        "nov", "de",
    ];
    let (month, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    let month = month.to_lowercase();
    rest.contains(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || " .,-/:".contains(c))
        && MONTHS.iter().any(|known| month.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_kept() {
        for text in [
            "1.1",
            "2-3",
            "007",
            "1E5",
            "0.75",
            "12 minutter",
            "=1+1",
            "-1",
            "@hej",
            "'nej'",
            "\thej",
            " 5",
            ".5",
            "(5)",
            "kr. 5",
            "€ 5",
            "Sand",
            "true",
            "maj 5",
            "Dec-24",
            "#I/T",
        ] {
            assert_eq!(kept(text), format!("'{text}"));
            assert_eq!(given_back(&kept(text)), text);
        }
        for text in [
            "",
            "5",
            "0",
            "leaders staff",
            "Jeg kan sige nej.",
            "I »nogen« grad",
            "kreds",
            "Marts måned",
            "items.1",
            "Sandt",
            "Trin 5",
            "(nej)",
        ] {
            assert_eq!(kept(text), text);
            assert_eq!(given_back(text), text);
        }
        // Typed by hand, as one quotes a word.
        assert_eq!(given_back("'Stedet' er her."), "'Stedet' er her.");
    }
}
