//! Three easy words that continue a questionnaire on another device.
//!
//! The lists are written for this program, one a language: common words of 4 to 8 letters, none that is sad,
//! rude or about alcohol, illness or weapons, and no two where one is the other with an ending. To add a
//! language: a list of at least 2,048 words in `words/`, and its line in [`list`].

use crate::ports::Randomness;
use std::sync::LazyLock;

type List = LazyLock<Vec<&'static str>>;

static DANISH: List = LazyLock::new(|| include_str!("words/da.txt").lines().collect());
static BOKMAL: List = LazyLock::new(|| include_str!("words/nb.txt").lines().collect());
static ENGLISH: List = LazyLock::new(|| include_str!("words/en.txt").lines().collect());

/// How many words.
const COUNT: usize = 3;

/// The languages that have a list.
const LANGUAGES: [&str; 3] = ["da", "nb", "en"];

/// The words to choose from in a language; Danish where there is no list.
fn list(language: &str) -> &'static [&'static str] {
    match language {
        "nb" => &BOKMAL,
        "en" => &ENGLISH,
        _ => &DANISH,
    }
}

/// Three words of a list.
#[derive(Clone, PartialEq, Eq)]
pub struct Words([&'static str; COUNT]);

/// Never the words: they would end in a log.
impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words(…)")
    }
}

impl Words {
    /// Three words, each as likely as any other.
    pub fn random(language: &str, random: &dyn Randomness) -> Self {
        let list = list(language);
        Self(std::array::from_fn(|_| list[below(list.len(), random)]))
    }

    /// Words as typed: any case, any space, comma or dash between them, *aa* for *å*, *ae* for *æ*, *oe* for *ø*,
    /// and one slip a word where only one word of the list is meant. `None` where they can't be three of a list.
    /// Whoever goes on elsewhere may read another language there: the list that holds most of them as they stand is
    /// meant, and this language's where another has no more.
    pub fn parse(language: &str, typed: &str) -> Option<Self> {
        let typed: Vec<&str> =
            typed.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let typed = <[&str; COUNT]>::try_from(typed).ok()?;
        let mut best: Option<(usize, Self)> = None;
        for list in std::iter::once(language).chain(LANGUAGES).map(list) {
            let Some((exact, words)) = Self::of_list(list, typed) else { continue };
            if exact == COUNT {
                return Some(words);
            }
            if best.as_ref().is_none_or(|(most, _)| exact > *most) {
                best = Some((exact, words));
            }
        }
        best.map(|(_, words)| words)
    }

    /// The words of a list that are meant, and how many stand there as they were typed.
    fn of_list(list: &[&'static str], typed: [&str; COUNT]) -> Option<(usize, Self)> {
        let [first, second, third] = typed.map(|word| nearest(list, word));
        let words = [first?, second?, third?];
        let exact = words.iter().zip(typed).filter(|(word, typed)| plain(word) == plain(typed)).count();
        Some((exact, Self(words)))
    }

    /// As people see them.
    pub fn shown(&self) -> String {
        self.0.join(" ")
    }

    /// As they are hashed: the same however they were typed.
    pub(crate) fn canonical(&self) -> String {
        self.0.map(plain).join(" ")
    }
}

/// A number below `count`, each as likely: numbers of the uneven rest are drawn again.
fn below(count: usize, random: &dyn Randomness) -> usize {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let rest = u32::MAX - u32::MAX % count;
    loop {
        let drawn = u32::from_be_bytes(crate::sealing::random(random));
        if drawn < rest {
            return (drawn % count) as usize;
        }
    }
}

/// Lower case, with the Danish letters for their Swedish and German sisters.
fn danish(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| {
            if letter == 'ä' {
                'æ'
            } else if letter == 'ö' {
                'ø'
            } else {
                letter
            }
        })
        .collect()
}

/// Lower case, without the letters that a foreign keyboard lacks.
fn plain(word: &str) -> String {
    danish(word).replace('å', "aa").replace('æ', "ae").replace('ø', "oe")
}

/// The word itself, or the only one that is a slip away.
fn nearest(list: &[&'static str], typed: &str) -> Option<&'static str> {
    let (typed, typed_plain) = (danish(typed), plain(typed));
    if let Some(word) = list.iter().find(|word| **word == typed) {
        return Some(word);
    }
    if let Some(word) = list.iter().find(|word| plain(word) == typed_plain) {
        return Some(word);
    }
    let mut near = list.iter().filter(|word| one_slip(&typed, word) || one_slip(&typed_plain, &plain(word)));
    near.next().filter(|_| near.next().is_none()).copied()
}

/// Whether one letter was missed, added or changed, or two neighbours swapped.
fn one_slip(typed: &str, word: &str) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let start = typed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[start..], &word[start..]);
    match (typed, word) {
        ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c && rest == other => true,
        ([_, rest @ ..], [_, other @ ..]) if rest == other => true,
        (_, [_, other @ ..]) if typed == other => true,
        ([_, rest @ ..], _) if rest == word => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A counter in place of chance.
    struct Counter(AtomicU32);

    impl Randomness for Counter {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes()[..buffer.len()]);
        }
    }

    /// Every list with its language's own letters.
    fn lists() -> [(&'static str, &'static [&'static str], &'static str); 3] {
        [("da", list("da"), "æøå"), ("nb", list("nb"), "æøå"), ("en", list("en"), "")]
    }

    #[test]
    fn at_least_2048_easy_words_that_differ_on_every_keyboard() {
        for (language, list, letters) in lists() {
            let words: BTreeSet<String> = list.iter().map(|word| plain(word)).collect();
            assert!(words.len() >= 2048, "{language}: {}", words.len());
            assert_eq!(words.len(), list.len(), "{language}");
            for word in list {
                let length = word.chars().count();
                assert!((4..=8).contains(&length), "{word}");
                assert!(word.chars().all(|c| c.is_ascii_lowercase() || letters.contains(c)), "{word}");
            }
        }
    }

    #[test]
    fn each_language_has_its_own_words_and_danish_is_there_for_others() {
        assert_eq!(list("sv"), list("da"));
        for (language, typed, meant) in [
            ("nb", "jordbær blåbær sjøhest", "jordbær blåbær sjøhest"),
            ("en", "apple-PEBBLE seashel", "apple pebble seashell"),
            // Drawn in Bokmål, typed where the page is in English or Danish.
            ("en", "jordbær blåbær sjohest", "jordbær blåbær sjøhest"),
            ("da", "apple pebble seashell", "apple pebble seashell"),
        ] {
            assert_eq!(Words::parse(language, typed).map(|words| words.shown()).as_deref(), Some(meant));
        }
    }

    #[test]
    fn every_word_can_be_drawn_and_typed_back() {
        for (language, list, _) in lists() {
            let random = Counter(0.into());
            let mut drawn = BTreeSet::new();
            for _ in 0..list.len() {
                let words = Words::random(language, &random);
                drawn.extend(words.0);
                assert_eq!(Words::parse(language, &words.shown()), Some(words));
            }
            assert_eq!(drawn.len(), list.len());
        }
    }

    #[test]
    fn typing_is_forgiving() {
        let words = Words::parse("da", "åkande bjørn sæbe");
        assert_eq!(words.as_ref().map(Words::shown).as_deref(), Some("åkande bjørn sæbe"));
        for typed in [
            "  Åkande,  BJØRN\nSæbe. ",
            "aakande bjoern saebe",
            "åkande-bjørn-sæbe",
            "åkanda bjrøn sæbe",
            "åkande björn säbe",
        ] {
            assert_eq!(Words::parse("da", typed), words, "{typed}");
        }
        assert_eq!(words.map(|words| words.canonical()).as_deref(), Some("aakande bjoern saebe"));
    }

    #[test]
    fn what_cant_be_three_words_is_none() {
        for typed in
            ["", "åkande", "åkande bjørn", "åkande bjørn sæbe sæbe", "åkande bjørn qqqqq", "<b> 1 2 3"]
        {
            assert_eq!(Words::parse("da", typed), None, "{typed}");
        }
    }

    #[test]
    fn a_slip_is_one_letter() {
        for typed in ["lmpe", "laampe", "lumpe", "lapme", "lampee", "ampe"] {
            assert!(one_slip(typed, "lampe"), "{typed}");
        }
        for typed in ["lamp3er", "empla", "lupme", "la"] {
            assert!(!one_slip(typed, "lampe"), "{typed}");
        }
    }

    #[test]
    fn a_log_never_shows_them() {
        let words = Words::parse("da", "åkande bjørn sæbe");
        assert_eq!(format!("{words:?}"), "Some(Words(…))");
    }
}
