//! Danish, the language of thought: written by hand.

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
mod wording;

use super::Language;

/// Danish.
#[derive(Clone, Copy, Debug)]
pub struct Danish;

impl Language for Danish {
    fn code(&self) -> &'static str {
        "da"
    }
}
