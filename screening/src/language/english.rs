//! English: written by hand, and not word for word after the Danish. British spelling.

mod agenda;
mod chart;
mod comparison;
mod data_protection;
mod export;
mod findings;
mod forms;
mod hearing;
mod instrument;
mod invitation;
mod items;
mod letter;
mod mail;
mod method;
mod names;
mod numbers;
mod onward;
mod package;
mod pilot;
mod plan;
mod process;
mod promise;
mod report;
mod rights;
mod signals;
mod statement;
mod stopping;
mod watched;
mod wording;

use super::Language;

/// English.
#[derive(Clone, Copy, Debug)]
pub struct English;

impl Language for English {
    fn code(&self) -> &'static str {
        "en"
    }
}
