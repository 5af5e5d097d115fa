//! What in a text looks like it tells who somebody is: a CPR number, an e-mail address, a name.
//!
//! It only ever leads to a question, never to a refusal: a text about *Lanternen* or *Livslinien* is no mistake. So it
//! looks for what is likely and stays quiet about the rest; it finds no one who is not named.

mod letters;
mod names;

/// What a piece of text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Six and four digits, the first four a day and a month.
    CivilNumber,
    /// An e-mail address.
    Email,
    /// A person's name.
    Name,
}

/// A piece of text that may tell who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spotted {
    /// What it looks like.
    pub likeness: Likeness,
    /// The piece, as it was written.
    pub text: String,
}

/// Everything in a text that may tell who somebody is, in the order in which it stands, each once.
pub fn spotted(text: &str) -> Vec<Spotted> {
    let mut found: Vec<Spotted> = Vec::new();
    let mut add = |likeness, text: String| {
        if !found.iter().any(|known| known.text == text) {
            found.push(Spotted { likeness, text });
        }
    };
    let words: Vec<Word<'_>> = words(text);
    let mut place = 0;
    while let Some(word) = words.get(place) {
        place += 1;
        if is_email(word.text) {
            add(Likeness::Email, word.text.to_owned());
        } else if let Some(number) = civil_number(word.text, words.get(place).map(|next| next.text)) {
            add(Likeness::CivilNumber, number);
        } else if word.begins_a_name() {
            let first = place - 1;
            while words.get(place).is_some_and(Word::goes_on_a_name) {
                place += 1;
            }
            let whole: Vec<&str> = words[first..place].iter().map(|word| word.text).collect();
            add(Likeness::Name, whole.join(" "));
        }
    }
    found
}

/// A word with what stands around it.
struct Word<'a> {
    /// Without the punctuation around it.
    text: &'a str,
    /// It begins a sentence, so that a capital says nothing.
    begins: bool,
    /// Nothing but a space stands between it and the word before.
    joined: bool,
}

impl Word<'_> {
    fn is_capitalised(&self) -> bool {
        let mut rest = self.text.chars();
        rest.next().is_some_and(letters::is_upper)
            && rest.clone().next().is_some()
            && rest.all(|letter| letters::is_lower(letter) || matches!(letter, '-' | '\''))
    }

    /// A surname after a first name: joined to it, and capitalised though it begins nothing.
    fn goes_on_a_name(&self) -> bool {
        self.joined && self.stands_out()
    }

    /// A known first name; at the beginning of a sentence nothing else is one.
    fn begins_a_name(&self) -> bool {
        let genitive = self.text.strip_suffix('s').is_some_and(names::is_first_name);
        genitive || names::is_first_name(self.text) || self.stands_out()
    }

    /// A capital where none is needed.
    fn stands_out(&self) -> bool {
        !self.begins && self.is_capitalised() && !names::is_other(self.text)
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    // What stands between the last word and here.
    let (mut begins, mut joined) = (true, false);
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        // A sign inside a word, as in `karen@sted.dk`, is part of it; at its end it is not.
        let goes_on =
            start.is_some() && !sign.is_ascii_whitespace() && !matches!(sign, ',' | ';' | '!' | '?');
        if letters::is_of_a_word(sign) || goes_on {
            start.get_or_insert(at);
            continue;
        }
        if let Some(first) = start.take() {
            let whole = &text[first..at];
            let word = whole.trim_end_matches(|sign| !letters::is_of_a_word(sign));
            words.push(Word { text: word, begins, joined });
            joined = word.len() == whole.len();
            begins = whole.ends_with(['.', ':', '…']);
        }
        begins |= !matches!(sign, ' ' | ',' | ';');
        joined &= sign == ' ';
    }
    words
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    !name.is_empty() && host.split_once('.').is_some_and(|(one, other)| !one.is_empty() && !other.is_empty())
}

/// A CPR number in one word (`010203-1234`, `0102031234`), or in this word and the next (`010203 1234`).
fn civil_number(word: &str, next: Option<&str>) -> Option<String> {
    let whole = |text: &[u8]| {
        let number = |tens: u8, ones: u8| (tens - b'0') * 10 + ones - b'0';
        text.len() == 10
            && text.iter().all(u8::is_ascii_digit)
            && (1..=31).contains(&number(text[0], text[1]))
            && (1..=12).contains(&number(text[2], text[3]))
    };
    let both = |one: &str, other: &str| one.len() == 6 && whole(&[one.as_bytes(), other.as_bytes()].concat());
    if whole(word.as_bytes()) || word.split_once('-').is_some_and(|(date, last)| both(date, last)) {
        return Some(word.to_owned());
    }
    next.filter(|next| both(word, next)).map(|next| [word, " ", next].concat())
}
