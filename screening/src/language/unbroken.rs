//! Where a line may not break.

use super::{English, Numbers};

/// A text in which a telephone number, and a day with its month, each stay on one line.
pub fn unbroken(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| signs.get(place)).copied().unwrap_or(' ');
    let together = |place: usize| {
        let (before, next) = (at(place.checked_sub(1)), at(Some(place + 1)));
        let number = before.is_ascii_digit() && next.is_ascii_digit();
        let day = before == '.' && at(place.checked_sub(2)).is_ascii_digit() && next.is_lowercase();
        number || day || (before.is_ascii_digit() && begins_a_month(&signs[place + 1..]))
    };
    let space =
        |(place, sign): (usize, &char)| if *sign == ' ' && together(place) { '\u{a0}' } else { *sign };
    signs.iter().enumerate().map(space).collect()
}

/// An English month has no full stop before it.
fn begins_a_month(signs: &[char]) -> bool {
    let word: String = signs.iter().take_while(|sign| sign.is_alphabetic()).collect();
    English.months().contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_english_day_stays_with_its_month() {
        assert_eq!(unbroken("by 1 March 2027, or 5 people"), "by 1\u{a0}March 2027, or 5 people");
    }
}
