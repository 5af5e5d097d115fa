//! LIX, Björnsson's readability index (*Läsbarhet*, 1968).

/// Highest index of what is written for everyone (the project's own limit for easy language).
pub const EASY: u32 = 20;

/// Words per sentence and per cent of words over six letters, added; 0 without words.
///
/// A sentence ends at a full stop, question mark, exclamation mark, colon or line break. A full stop within a
/// number or a date (*2.6*, *21. november*) ends none.
pub fn lix(text: &str) -> f64 {
    let words = words(text);
    if words.is_empty() {
        return 0.0;
    }
    let count = words.len() as f64;
    let long = words.iter().filter(|word| is_long(word)).count() as f64;
    count / sentences(text) as f64 + 100.0 * long / count
}

/// The words of a text; a hyphen or apostrophe within one does not part it, a number is a word.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '\'' | '’'))
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect()
}

/// Whether a word has more than six letters.
pub fn is_long(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphanumeric()).count() > 6
}

/// Sentences of a text that has words: stretches with a word in them, between one end and the next.
fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut open = false;
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let ends = match letter {
            '!' | '?' | ':' | '\n' => true,
            '.' if before.is_ascii_digit() => {
                let mut rest = letters.clone().skip_while(|next| next.is_whitespace());
                rest.next().is_none_or(|next| next.is_uppercase())
                    && !letters.peek().is_some_and(char::is_ascii_digit)
            }
            '.' => true,
            _ => false,
        };
        if ends && open {
            count += 1;
            open = false;
        }
        open |= letter.is_alphanumeric();
        before = letter;
    }
    (count + usize::from(open)).max(1)
}
