//! What the texts of *Kort fortalt* are called on the desk.

use crate::page::Page;

/// What a text is called where its section has one of its kind.
pub fn text_name(page: &Page, key: &str) -> Option<&'static str> {
    let words = &page.words.desk.releasing;
    let name = match key.strip_prefix("in-short.")? {
        "strength.1" => &words.strength,
        "strength.2" => &words.strength_two,
        "highest" => &words.highest,
        "concern" => &words.concern,
        "first-step" => &words.first_step,
        "no-figures" => &words.no_figures,
        lowest if lowest.starts_with("lowest.") => &words.lowest,
        _ => return None,
    };
    Some(name)
}
