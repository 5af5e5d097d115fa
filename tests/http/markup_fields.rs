//! What is typed in a field, how it is known again, and what a page says of a field that does not take it.

use super::markup_reader::{Field, Form, Kind, Piece, value};
use app::components::form::field_id;
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of fields, each with the number that stands in its text.
#[derive(Default)]
pub(crate) struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    fn of(&mut self, kind: String) -> usize {
        let next = self.0.len() + 1;
        *self.0.entry(kind).or_insert(next)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (&String, &usize)> {
        self.0.iter()
    }

    /// The numbers in these words, in small letters too: an e-mail is kept so.
    pub(crate) fn among(&self, words: &str) -> BTreeSet<usize> {
        let numbers = words.match_indices(['Q', 'q']);
        let numbers = numbers.filter_map(|(at, _)| words.get(at + 1..at + 4)?.parse().ok());
        numbers.filter(|number: &usize| (1..=self.0.len()).contains(number)).collect()
    }

    pub(crate) fn is_in(&self, words: &str) -> bool {
        !self.among(words).is_empty()
    }
}

/// A spreadsheet's formula; the end of an attribute, of a text area, of a title; an element; a template's, Typst's and
/// XML's own signs. Short enough for a name.
fn hostile(field: &Field, number: usize) -> String {
    let after = match field.name.as_str() {
        "people" => "; bruger",
        "options" => "\nNoget andet",
        _ => "",
    };
    match field.kind {
        Kind::Address => format!("javascript:Q{number:03}Q//\"'><xss onload=x>"),
        Kind::Email => format!("=1+1Q{number:03}Q\"'><xss/onload=x>&lt;@kommune.example"),
        _ => format!(
            "=1+1Q{number:03}Q\"'></textarea></title><xss onload=x>{{{{7*7}}}}#read(\"/x\")$[*@]]>&lt;\\{after}"
        ),
    }
}

/// Fields of one kind that are filled in a form: a report has a hundred sentences.
const ALIKE: usize = 3;

/// A form's fields with hostile text in those that take words.
pub(crate) fn filled(form: &Form, numbers: &mut Numbers) -> Vec<Field> {
    let mut times = BTreeMap::<String, usize>::new();
    let fill = |field: &Field| {
        let kind = kind_of(form, field);
        let often = times.entry(kind.clone()).or_default();
        *often += 1;
        let fills = takes_words(field) && *often <= ALIKE;
        let value = if fills { hostile(field, numbers.of(kind)) } else { field.value.clone() };
        Field { value, ..field.clone() }
    };
    form.fields.iter().map(fill).collect()
}

/// A path without its ids and numbers.
pub(crate) fn shape(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let part = |part: &str| match part {
        part if part.len() == 32 && part.bytes().all(|b| b.is_ascii_hexdigit()) => "{id}".to_owned(),
        part if part.starts_with(|c: char| c.is_ascii_digit()) => "{n}".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A field for words; what somebody said stands in the report as they said it.
pub(crate) fn takes_words(field: &Field) -> bool {
    let written = matches!(field.kind, Kind::Text | Kind::Address | Kind::Email);
    written && !field.name.starts_with("text[row-words")
}

/// A line that takes one of a few things and no other words, whatever form it stands in.
pub(crate) fn refuses_words(kind: &str) -> bool {
    let (_, name) = kind.split_once(' ').unwrap_or_default();
    // A code, or who signs in; an address on another host.
    let ways_in = ["code", "words", "email", "address"].contains(&name);
    // Numbers with a comma; the forms of a word, which are those of a language.
    let numbers = ["strength", "others_floor", "talk", "gap", "dont_know", "word_high", "forms"];
    let of_instrument = name.strip_prefix("set ").or(name.strip_prefix("text "));
    ways_in || of_instrument.is_some_and(|name| numbers.iter().any(|number| name.starts_with(number)))
}

/// A field of every form of its kind, whichever row, group or language it stands in.
pub(crate) fn kind_of(form: &Form, field: &Field) -> String {
    let (name, row) = field.name.split_once('[').unwrap_or((&field.name, ""));
    let within = row.split([':', ']', '-']).next().unwrap_or_default();
    let within = if ["text", "set"].contains(&name) { within } else { "" };
    format!("{} {name} {within}", shape(&form.action)).trim_end().to_owned()
}

/// The fields, by their ids, that a page says are wrong; `None` where it says nothing of the kind.
pub(crate) fn problems(read: &[Piece]) -> Option<BTreeSet<String>> {
    let begins = read
        .iter()
        .position(|piece| matches!(piece, Piece::Open(_, at) if value(at, "class") == Some("problems")))?;
    let links =
        read[begins..].iter().take_while(|piece| !matches!(piece, Piece::Close(name) if name == "div"));
    let ids = links.filter_map(|piece| match piece {
        Piece::Open(tag, at) if tag == "a" => value(at, "href")?.strip_prefix('#').map(str::to_owned),
        _ => None,
    });
    Some(ids.collect())
}

/// Another value in each field that was not taken; a choice or a number where none of them is. Whether there was anything to mend.
pub(crate) fn mended(
    fields: &mut [Field],
    was: &[Field],
    problems: &BTreeSet<String>,
    (mend, today): (usize, &str),
) -> bool {
    let mut any = false;
    for (field, was) in fields.iter_mut().zip(was) {
        if problems.contains(&field_id(&field.name)) {
            match field.kind {
                Kind::Unticked => field.kind = Kind::Fixed,
                Kind::Fixed => continue,
                _ => {
                    let others = [was.value.as_str(), today, "5"];
                    others[mend.min(others.len() - 1)].clone_into(&mut field.value);
                }
            }
            any = true;
        }
    }
    if !any {
        for field in fields.iter_mut() {
            match field.kind {
                Kind::Unticked => field.kind = Kind::Fixed,
                Kind::Other if field.value.is_empty() => "5".clone_into(&mut field.value),
                _ => continue,
            }
            any = true;
        }
    }
    any
}
