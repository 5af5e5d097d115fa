//! Where a line may not break.

/// A text in which a telephone number, and a day with its month, each stay on one line.
pub fn unbroken(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| signs.get(place)).copied().unwrap_or(' ');
    let together = |place: usize| {
        let (before, next) = (at(place.checked_sub(1)), at(Some(place + 1)));
        let number = before.is_ascii_digit() && next.is_ascii_digit();
        let day = before == '.' && at(place.checked_sub(2)).is_ascii_digit() && next.is_lowercase();
        number || day
    };
    let space =
        |(place, sign): (usize, &char)| if *sign == ' ' && together(place) { '\u{a0}' } else { *sign };
    signs.iter().enumerate().map(space).collect()
}
