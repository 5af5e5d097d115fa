//! Larger text and clearer colours: the reader's choice, kept in cookies for the browser's session.

use axum_extra::extract::cookie::CookieJar;

/// What the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Larger text.
    pub large_text: bool,
    /// Clearer colours.
    pub clear_colours: bool,
}

/// Cookie of larger text.
pub const LARGE_TEXT: &str = "large-text";
/// Cookie of clearer colours.
pub const CLEAR_COLOURS: &str = "clear-colours";

impl Preferences {
    /// From the cookies.
    pub fn read(jar: &CookieJar) -> Self {
        let on = |name| jar.get(name).is_some_and(|cookie| cookie.value() == "on");
        Self { large_text: on(LARGE_TEXT), clear_colours: on(CLEAR_COLOURS) }
    }

    /// Classes of the page's root element.
    pub fn classes(self) -> String {
        let mut classes = Vec::new();
        if self.large_text {
            classes.push("large-text");
        }
        if self.clear_colours {
            classes.push("clear-colours");
        }
        classes.join(" ")
    }
}
