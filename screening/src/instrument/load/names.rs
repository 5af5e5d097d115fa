//! What texts name in braces: every name is offered, and every word of it has the form.

use super::source::Source;
use crate::instrument::names::placeholders;
use crate::instrument::{Forms, Why};
use std::collections::BTreeMap;
use std::ops::Range;

/// What the texts of a language may name.
#[derive(Debug)]
pub(super) struct Names {
    /// Words to choose from, by name.
    pub(super) words: BTreeMap<String, Vec<String>>,
    /// Their forms in this language.
    pub(super) forms: Forms,
}

/// Checks what a text names. The structure and the forms themselves name nothing.
pub(super) fn check(source: &Source<'_>, place: &Range<usize>, field: impl Fn() -> String, text: &str) {
    let Some(names) = source.names.get() else { return };
    for placeholder in placeholders(text) {
        let written = placeholder.written;
        let Some((name, _)) = placeholder.meant(names.words.keys()) else {
            let known: Vec<String> = names.words.keys().map(|name| format!("{{{name}}}")).collect();
            let mend = if known.is_empty() {
                "offer its words under [names] in instrument.toml, or write the word".to_owned()
            } else {
                format!("write one of {}, or offer its words under [names]", known.join(", "))
            };
            source.fault(
                place,
                field(),
                format!("names {{{written}}}, which is not known: {mend}"),
                Why::UnknownName(written.to_owned()),
            );
            continue;
        };
        let forms = names.forms.get(name);
        for word in names.words.get(name).into_iter().flatten() {
            if placeholder.said(word, forms.and_then(|words| words.get(word))).is_none() {
                let form = placeholder.form().unwrap_or_default();
                let message = format!(
                    "names {{{written}}}, a form that {word:?} lacks: write {form} = \"…\" under [names.{name}.{word:?}]"
                );
                source.fault(place, field(), message, Why::NoForm(written.to_owned(), word.clone()));
            }
        }
    }
}
