//! Advice about one statement: it never blocks. The limits are those of `instruments/README.md`; the words of each
//! language are in [`StatementWords`](crate::language::StatementWords).

use crate::language::{self, Language};
use crate::readability::{is_long, words};

/// Most words of a statement to those who use the place, and to others.
pub const MOST_WORDS: [usize; 2] = [14, 22];
/// Most words of more than six letters, of those.
pub const MOST_LONG_WORDS: [usize; 2] = [2, 6];

/// *The staff must* stands within so many words of the beginning; further on it tells what somebody knows or chooses.
const MUST_WITHIN: usize = 3;

/// What to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// So many words; at most so many.
    TooLong(usize, usize),
    /// These words have more than six letters; at most so many may.
    LongWords(Vec<String>, usize),
    /// This word joins two ideas.
    TwoIdeas(String),
    /// Two words say no.
    DoubleNegation(String, String),
    /// This word says what ought to be, not what is.
    Ought(String),
    /// This word tells of the past.
    Past(String),
    /// Those who use the place are not spoken for: no word of the first person, nor of here.
    NotFirstPerson,
}

/// What to look at again in a statement, in the words it is read in. `uses` where it is put to those who use the place;
/// nothing is known of other languages than the program's own but their length.
pub fn hints(statement: &str, code: &str, uses: bool) -> Vec<Hint> {
    let all = words(statement);
    if all.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let limit = |limits: [usize; 2]| if uses { limits[0] } else { limits[1] };
    let most = limit(MOST_WORDS);
    if all.len() > most {
        found.push(Hint::TooLong(all.len(), most));
    }
    if let Some(language) = language::LANGUAGES.into_iter().find(|language| language.code() == code) {
        let long: Vec<String> =
            all.iter().filter(|word| is_long(word)).map(|word| (*word).to_owned()).collect();
        if long.len() > limit(MOST_LONG_WORDS) {
            found.push(Hint::LongWords(long, limit(MOST_LONG_WORDS)));
        }
        of_words(&all, language, uses, &mut found);
    }
    found
}

fn of_words(all: &[&str], language: &dyn Language, uses: bool, found: &mut Vec<Hint>) {
    let lower: Vec<String> = all.iter().map(|word| word.to_lowercase().replace('’', "'")).collect();
    let is = |word: &str, list: &[&str]| list.contains(&word);
    if let Some(at) = (0..all.len()).find(|at| joins_ideas(&lower, all, *at, language)) {
        found.push(Hint::TwoIdeas(all[at].to_owned()));
    }
    let negations: Vec<usize> = (0..all.len())
        .filter(|at| {
            let only = lower.get(at + 1).is_some_and(|next| is(next, language.only()));
            let said = at.checked_sub(1).is_some_and(|before| is(&lower[before], language.saying()));
            is(&lower[*at], language.negations()) && !only && !said
        })
        .collect();
    if let [first, second, ..] = negations[..] {
        found.push(Hint::DoubleNegation(all[first].to_owned(), all[second].to_owned()));
    }
    let word = |list: &[&str]| lower.iter().position(|word| is(word, list)).map(|at| all[at].to_owned());
    let demands = |at: &usize| is(&lower[*at], language.must()) && is(&lower[at - 1], language.together());
    let must = (1..all.len().min(MUST_WITHIN)).find(demands).map(|at| all[at].to_owned());
    found.extend(word(language.ought()).or(must).map(Hint::Ought));
    found.extend(word(language.past()).map(Hint::Past));
    if uses && word(language.first_person()).is_none() && word(language.here()).is_none() {
        found.push(Hint::NotFirstPerson);
    }
}

/// Whether the word here joins two ideas: not two who do one thing together, not *both … and*, not *and still*.
fn joins_ideas(lower: &[String], all: &[&str], at: usize, language: &dyn Language) -> bool {
    if !language.joining().contains(&lower[at].as_str()) || at == 0 || at + 1 == lower.len() {
        return false;
    }
    let person = |place: usize| {
        let acronym = all[place].chars().count() > 1 && all[place].chars().all(char::is_uppercase);
        acronym || language.together().contains(&lower[place].as_str())
    };
    // *The staff and me* are two; *helps me and listens* is two things done to one.
    let object = language.objects().contains(&lower[at - 1].as_str());
    let with_article = language.articles().contains(&lower[at + 1].as_str());
    let before = person(at - 1) && !object;
    let beside = before || person(at + 1) || (with_article && at + 2 < lower.len() && person(at + 2));
    let both = lower[..at].iter().any(|word| language.both().contains(&word.as_str()));
    let goes_on = language.going_on().contains(&lower[at + 1].as_str());
    let taking_part = lower[at - 1] == language.taking_part();
    !(beside || both || goes_on || taking_part)
}
