//! Words of the desk, one section a page.

use super::words;
use serde::Deserialize;

/// Pages of the desk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// The list of screenings.
    pub list: List,
}

words! {
    /// The list of screenings.
    List { title, empty, new }
}
