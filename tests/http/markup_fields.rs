//! What is typed in a field, how it is known again, and what a page says of a field that does not take it.

use super::markup_reader::{Field, Form, Kind, Piece, value};
use std::collections::BTreeSet;

/// A spreadsheet's formula; the end of an attribute, of a text area, of a title; an element; a template's, Typst's and
/// XML's own signs. Short enough for a name.
pub(crate) fn hostile(kind: Kind, number: usize) -> String {
    match kind {
        Kind::Address => format!("javascript:Q{number:03}Q//\"'><xss onload=x>"),
        Kind::Email => format!("=1+1Q{number:03}Q\"'><xss/onload=x>&lt;@kommune.example"),
        _ => format!(
            "=1+1Q{number:03}Q\"'></textarea></title><xss onload=x>{{{{7*7}}}}#read(\"/x\")$[*@]]>&lt;\\"
        ),
    }
}

/// A path without its ids and numbers.
pub(crate) fn template(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let part = |part: &str| match part {
        part if part.len() == 32 && part.bytes().all(|b| b.is_ascii_hexdigit()) => "{id}".to_owned(),
        part if part.starts_with(|c: char| c.is_ascii_digit()) => "{n}".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

pub(crate) fn has_words(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Address | Kind::Email)
}

/// A field of every form of its kind, whichever row it stands in.
pub(crate) fn kind_of(form: &Form, name: &str) -> String {
    let (name, row) = name.split_once('[').unwrap_or((name, ""));
    let row = if row.starts_with("row-")
        || row.starts_with("group-")
        || row.starts_with(|c: char| c.is_ascii_digit())
    {
        "…"
    } else {
        row.trim_end_matches(']')
    };
    format!("{} {name} {row}", template(&form.action)).trim_end().to_owned()
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

/// Another value in the place of one that was not taken.
pub(crate) fn mended(field: &mut Field, was: &Field, mend: usize) {
    match field.kind {
        Kind::Unticked => field.kind = Kind::Fixed,
        Kind::Fixed => {}
        _ => {
            let others = [was.value.as_str(), "5", "2026-12-01", "nogen@kommune.example", "0"];
            field.value = others[mend.min(others.len() - 1)].to_owned();
        }
    }
}
