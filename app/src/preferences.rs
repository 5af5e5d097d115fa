//! How the reader wants the pages: a choice kept in cookies for the browser's session.
//!
//! To add one: a line in [`Preference::ALL`] and [`Preference::name`], its two words in `shell.rs`, and what it changes,
//! by the class of that name or by [`Preferences::has`].

use axum_extra::extract::cookie::CookieJar;

/// Something that a reader may switch on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Larger text.
    LargeText,
    /// More space between lines, words and letters.
    RoomyText,
    /// Clearer colours.
    ClearColours,
    /// One statement at a time.
    OneAtATime,
}

impl Preference {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::LargeText, Self::RoomyText, Self::ClearColours, Self::OneAtATime];

    /// Name of its cookie, and of its class on the page's root element.
    pub fn name(self) -> &'static str {
        match self {
            Self::LargeText => "large-text",
            Self::RoomyText => "roomy-text",
            Self::ClearColours => "clear-colours",
            Self::OneAtATime => "one-at-a-time",
        }
    }
}

/// What the reader switched on.
#[derive(Clone, Debug, Default)]
pub struct Preferences(Vec<Preference>);

impl Preferences {
    /// From the cookies.
    pub fn read(jar: &CookieJar) -> Self {
        let on = |one: &Preference| jar.get(one.name()).is_some_and(|cookie| cookie.value() == "on");
        Self(Preference::ALL.into_iter().filter(on).collect())
    }

    /// Whether it is switched on.
    pub fn has(&self, one: Preference) -> bool {
        self.0.contains(&one)
    }

    /// Classes of the page's root element.
    pub fn classes(&self) -> String {
        self.0.iter().map(|one| one.name()).collect::<Vec<_>>().join(" ")
    }
}
