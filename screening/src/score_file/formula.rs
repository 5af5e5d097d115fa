//! Text that a spreadsheet would take for a formula, and text that it would take for a date.
//!
//! A file of figures is opened in a spreadsheet, and people choose names of units and write instruments. A cell that
//! begins with `=`, `+`, `-` or `@` is a formula there, also after blanks, and in some languages in full width too.

use std::borrow::Cow;

/// `text` with an apostrophe before whatever would begin a formula: at its start, and after a sign that some
/// spreadsheet splits cells at, since a comma file may be opened as a semicolon file. Numbers, also below nought,
/// stand as they are.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if is_number(text) {
        return Cow::Borrowed(text);
    }
    let mut written = String::new();
    let mut cell = String::new();
    // A letter beyond the end closes the last cell.
    for letter in text.chars().map(Some).chain([None]) {
        cell.extend(letter);
        if letter.is_none_or(|letter| matches!(letter, ';' | ',' | '\t' | '\r' | '\n')) {
            // A break at the very start is for a spreadsheet to swallow, and the formula comes after it.
            if begins_formula(&cell) || (written.is_empty() && cell.starts_with(['\t', '\r', '\n'])) {
                written.push('\'');
            }
            written.push_str(&cell);
            cell.clear();
        }
    }
    if written.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(written) }
}

/// `text` with a no-break space behind it where a spreadsheet would make a date or another number of it, such as an
/// indicator's id `1.10`; with the space it stays text.
pub(super) fn kept_as_text(text: &str) -> Cow<'_, str> {
    let sign = |letter: char| matches!(letter, '.' | ',' | '-' | '/' | ':' | ' ');
    let looks_like_a_date = text.starts_with(|first: char| first.is_ascii_digit())
        && text.contains(sign)
        && text.chars().all(|letter| letter.is_ascii_digit() || sign(letter));
    if looks_like_a_date { Cow::Owned(format!("{text}\u{a0}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet would take the cell for a formula.
pub(crate) fn begins_formula(cell: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '"' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    cell.trim_start_matches(unseen)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'])
}

/// Digits with at most one decimal sign among them, and a minus before them: nothing a formula could hide in.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_formula_gets_an_apostrophe() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+45 70 20 12 01", "'+45 70 20 12 01"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1+1", "'  =1+1"),
            ("\u{a0}=1+1", "'\u{a0}=1+1"),
            ("\u{feff}\u{200b}=1+1", "'\u{feff}\u{200b}=1+1"),
            ("\t=1+1", "'\t'=1+1"),
            ("\rNord", "'\rNord"),
            ("＝1+1", "'＝1+1"),
            ("－1", "'－1"),
            ("\"=1+1", "'\"=1+1"),
            ("Nord;=1+1", "Nord;'=1+1"),
            ("Nord, @øst", "Nord,' @øst"),
            ("Nord\n-øst", "Nord\n'-øst"),
        ] {
            assert_eq!(harmless(text), written, "{text:?}");
        }
    }

    #[test]
    fn numbers_and_other_text_stand_as_written() {
        for text in [
            "",
            "-0.3",
            "-3",
            "-0,3",
            "4.2",
            "Nord, øst",
            "a=b",
            "1-2",
            ">4.5",
            "<-1.5",
            "'Nord'",
            "Bo–Ud",
            "–",
        ] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn what_looks_like_a_date_stays_text() {
        for text in ["1.1", "1.10", "1-2", "3/4", "10.30.1"] {
            assert_eq!(kept_as_text(text), format!("{text}\u{a0}"));
        }
        for text in ["1", "a.1", "meals-warm", "1a", "", "Nord 1", "-0.3"] {
            assert_eq!(kept_as_text(text), text);
        }
    }
}
