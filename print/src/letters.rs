//! Words as our fonts can show them: a letter without a drawing would stop the whole report.
//!
//! PDF/UA-1 forbids empty glyphs, rightly, since nobody could read them. People write emoji and other scripts all
//! the same, and a report can't be lost to one. So a run of letters that the fonts lack becomes one visible sign that
//! something stood there.

use serde_json::Value;
use typst::text::Font;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Stands where something stood that can't be printed, the first of them that the font has.
const STAND_INS: [char; 2] = ['\u{fffd}', '?'];

/// A longer run without a space may be broken anywhere, or it would run off the paper.
const LONGEST_WORD: usize = 60;

/// Where a longer run may be broken: after this many characters, and so on.
const STRETCH: usize = 20;

/// Every text in `value`, made printable in `fonts`.
pub(crate) fn printable_data(value: &mut Value, fonts: &[Font]) {
    match value {
        Value::String(text) => *text = breakable(&kept_together(&printable(text, fonts))),
        Value::Array(values) => values.iter_mut().for_each(|value| printable_data(value, fonts)),
        Value::Object(values) => values.values_mut().for_each(|value| printable_data(value, fonts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `text` with composed letters (é as one), plain line ends, and only what every one of `fonts` can draw.
pub(crate) fn printable(text: &str, fonts: &[Font]) -> String {
    let composed = if is_nfc(text) { text.to_owned() } else { text.nfc().collect() };
    let mut printed = String::with_capacity(composed.len());
    let mut replacing = false;
    for letter in composed.replace("\r\n", "\n").chars() {
        match letter {
            '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => printed.push('\n'),
            // No-break spaces of other widths are still no-break.
            '\u{202f}' | '\u{2007}' => printed.push('\u{a0}'),
            _ if invisible(letter) => continue,
            _ if drawn(letter, fonts) => printed.push(letter),
            _ if letter.is_whitespace() => printed.push(' '),
            '\u{ad}' => continue,
            '\u{2010}' | '\u{2011}' | '\u{2012}' => printed.push('-'),
            _ => {
                if !replacing {
                    printed.extend(STAND_INS.into_iter().find(|sign| drawn(*sign, fonts)));
                }
                replacing = true;
                continue;
            }
        }
        replacing = false;
    }
    printed
}

/// `text` where a line never ends inside *n = 22* or *95 %*.
fn kept_together(text: &str) -> String {
    let mut parts = text.split("n = ");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let word = kept.ends_with(char::is_alphanumeric);
        let counts = !word && part.starts_with(|letter: char| letter.is_ascii_digit());
        kept.push_str(if counts { "n\u{a0}=\u{a0}" } else { "n = " });
        kept.push_str(part);
    }
    let mut parts = kept.split(" %");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push(if whole.ends_with(|letter: char| letter.is_ascii_digit()) { '\u{a0}' } else { ' ' });
        whole.push('%');
        whole.push_str(part);
    }
    whole
}

/// `text` with places to break inside words longer than any language has; the places are invisible.
fn breakable(text: &str) -> String {
    if text.split(char::is_whitespace).all(|word| word.chars().nth(LONGEST_WORD).is_none()) {
        return text.to_owned();
    }
    let mut broken = String::with_capacity(text.len() + text.len() / STRETCH);
    for word in text.split_inclusive(char::is_whitespace) {
        let long = word.trim_end().chars().nth(LONGEST_WORD).is_some();
        for (place, letter) in word.chars().enumerate() {
            if long && place > 0 && place % STRETCH == 0 {
                broken.push('\u{200b}');
            }
            broken.push(letter);
        }
    }
    broken
}

fn drawn(letter: char, fonts: &[Font]) -> bool {
    !letter.is_control() && fonts.iter().all(|font| font.info().coverage.contains(letter.into()))
}

/// Letters that only steer how others are drawn or ordered, and control characters.
fn invisible(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter,
            '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::fonts;

    #[test]
    fn danish_text_stands_as_written() {
        let text =
            "Årets æblegrød – »ikke så ringe«, sagde hun: 4,2 · n = 22 (95 %) “ja” ’ ”nej”…\nÉn linje til";
        assert_eq!(printable(text, fonts()), text);
    }

    #[test]
    fn names_from_elsewhere_stand_as_written() {
        for name in ["Łukasz Świątek", "Gülşah Yıldız", "Žižková", "Олена", "Ελένη", "Nguyễn"]
        {
            assert_eq!(printable(name, fonts()), name);
        }
    }

    #[test]
    fn a_letter_in_two_parts_becomes_one() {
        assert_eq!(printable("a\u{30a}ben e\u{301}n", fonts()), "åben én");
    }

    #[test]
    fn what_cannot_be_drawn_leaves_one_sign() {
        let printed = printable("Glad 👩‍🚒🎉 i dag", fonts());
        assert!(printed.starts_with("Glad ") && printed.ends_with(" i dag"), "{printed}");
        assert_eq!(printed.chars().count(), "Glad x i dag".chars().count());
    }

    #[test]
    fn invisible_letters_and_line_ends_of_other_systems_go() {
        assert_eq!(printable("\u{feff}en\u{200d}\r\nto\rtre\tfire\u{7}", fonts()), "en\nto\ntre fire");
    }

    #[test]
    fn a_number_stays_with_its_n_and_its_percent() {
        assert_eq!(kept_together("usikkerhed (95 %), hvor % er"), "usikkerhed (95\u{a0}%), hvor % er");
        assert_eq!(
            kept_together("(4,0, n = 22) og en = 3, n = få"),
            "(4,0, n\u{a0}=\u{a0}22) og en = 3, n = få"
        );
    }

    #[test]
    fn only_words_that_no_language_has_may_break() {
        let word = "brugerinddragelsesmuligheder";
        assert_eq!(breakable(word), word);
        let long = format!("se {} her", "x".repeat(120));
        let broken = breakable(&long);
        assert_eq!(broken.replace('\u{200b}', ""), long);
        assert!(broken.split(['\u{200b}', ' ']).all(|part| part.len() <= STRETCH));
    }
}
