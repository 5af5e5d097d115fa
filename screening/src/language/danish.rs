//! Danish, the language of thought: written by hand.

mod chart;
mod export;
mod findings;
mod hearing;
mod invitation;
mod letter;
mod method;
mod names;
mod numbers;
mod onward;
mod package;
mod promise;
mod report;
mod rights;
mod signals;
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
