//! Letters of the languages we speak. Unicode's own tables would weigh more than everything else that the browser loads
//! for this.

/// A capital of Latin-1: A to Z, À to Þ.
pub(super) fn is_upper(letter: char) -> bool {
    letter.is_ascii_uppercase() || matches!(letter, 'À'..='Þ' if letter != '×')
}

/// A small letter of Latin-1, or any letter beyond it, which has no case here.
pub(super) fn is_lower(letter: char) -> bool {
    letter.is_ascii_lowercase() || (letter >= 'ß' && letter != '÷' && is_of_a_word(letter))
}

/// A letter or a digit; beyond Latin-1 whatever is not a sign of punctuation.
pub(super) fn is_of_a_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || (sign >= 'À' && !matches!(sign, '×' | '÷' | '\u{2000}'..='\u{206f}'))
}

/// The word without its capitals.
pub(super) fn lower(word: &str) -> String {
    let small = |letter: char| match letter {
        'À'..='Þ' if letter != '×' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        letter => letter.to_ascii_lowercase(),
    };
    word.chars().map(small).collect()
}
