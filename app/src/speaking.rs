//! Which language somebody is spoken to in: the one chosen in this browser, or else Danish.
//!
//! A questionnaire, and what a room looks at, has a language of its own: [`crate::page::Page::asking`] and
//! [`crate::page::Page::speaking`].

use crate::tablet::Tablet;
use crate::words;
use axum_extra::extract::cookie::CookieJar;
use http::HeaderMap;

/// Cookie of the language that was chosen.
pub const LANGUAGE: &str = "language";

/// The code of one of our languages.
pub fn known(code: &str) -> Option<&'static str> {
    words::all().iter().map(|words| words.language).find(|known| *known == code)
}

/// The language that was chosen in this browser; a shared tablet speaks the one it was started in.
pub fn chosen(jar: &CookieJar) -> Option<&'static str> {
    if let Some(tablet) = Tablet::held(jar) {
        return Some(tablet.language);
    }
    known(jar.get(LANGUAGE)?.value())
}

/// The language for whoever sends these headers. What a browser asks for is not heeded: many a phone in Denmark is set to
/// English by whoever sold it.
pub fn language(headers: &HeaderMap) -> &'static str {
    chosen(&CookieJar::from_headers(headers)).unwrap_or(words::of("").language)
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGE, language};
    use http::{HeaderMap, HeaderValue, header};

    #[test]
    fn danish_is_spoken_until_another_language_is_chosen() {
        assert_eq!(language(&HeaderMap::new()), "da");
        for (cookie, spoken) in [("nb", "nb"), ("en", "en"), ("da", "da"), ("sv", "da"), ("", "da")] {
            let cookie = HeaderValue::from_str(&format!("{LANGUAGE}={cookie}")).unwrap();
            let headers = HeaderMap::from_iter([
                (header::COOKIE, cookie),
                (header::ACCEPT_LANGUAGE, HeaderValue::from_static("en")),
            ]);
            assert_eq!(language(&headers), spoken, "{spoken}");
        }
    }
}
