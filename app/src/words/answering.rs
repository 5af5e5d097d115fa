//! Words of those who answer, one section a page.

use super::words;
use serde::Deserialize;

/// Pages of those who answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The start page.
    pub start: Start,
}

words! {
    /// The start page.
    Start { title, lead, code, code_hint, begin, continue_link, continue_text, staff_link }
}
