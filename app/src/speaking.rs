//! Which language somebody is spoken to in: the one chosen in this browser, or else the first of ours that the browser
//! asks for, or else Danish.
//!
//! A questionnaire, and what a room looks at, has a language of its own: [`crate::page::Page::asking`] and
//! [`crate::page::Page::speaking`].

use crate::words;
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderMap, header};

/// Cookie of the language that was chosen.
pub const LANGUAGE: &str = "language";

/// The code of one of our languages.
pub fn known(code: &str) -> Option<&'static str> {
    words::all().iter().map(|words| words.language).find(|known| *known == code)
}

/// The language that was chosen in this browser.
pub fn chosen(jar: &CookieJar) -> Option<&'static str> {
    known(jar.get(LANGUAGE)?.value())
}

/// The language for whoever sends these headers.
pub fn language(headers: &HeaderMap) -> &'static str {
    chosen(&CookieJar::from_headers(headers)).or_else(|| asked_for(headers)).unwrap_or(words::of("").language)
}

/// The first of our languages that the browser asks for.
fn asked_for(headers: &HeaderMap) -> Option<&'static str> {
    let wishes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(&str, f64)> = wishes.split(',').filter_map(wish).collect();
    wishes.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    wishes.into_iter().find_map(|(language, _)| ours(language))
}

/// A language as a browser writes it (`en-GB;q=0.8`) and how much it is wanted.
fn wish(text: &str) -> Option<(&str, f64)> {
    let (range, weight) = text.split_once(';').unwrap_or((text, "q=1"));
    let weight: f64 = weight.trim().strip_prefix("q=")?.parse().ok()?;
    (weight > 0.0).then_some((range.trim(), weight))
}

/// Whoever reads any Norwegian reads Bokmål.
fn ours(range: &str) -> Option<&'static str> {
    let language = range.split('-').next().unwrap_or_default().to_ascii_lowercase();
    known(if matches!(language.as_str(), "no" | "nn") { "nb" } else { &language })
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGE, language};
    use http::{HeaderMap, HeaderValue, header};

    fn asked(wishes: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(wishes))])
    }

    #[test]
    fn a_browser_is_spoken_to_in_the_first_of_our_languages_that_it_asks_for() {
        for (wishes, spoken) in [
            ("da", "da"),
            ("da-DK,en;q=0.7", "da"),
            ("en-US,en;q=0.9,da;q=0.8", "en"),
            ("de,en;q=0.3,da;q=0.5", "da"),
            ("nn-NO,no;q=0.9", "nb"),
            ("NB", "nb"),
            ("sv, en ; q=0.2", "en"),
            ("en;q=0,nb;q=0.1", "nb"),
            ("de,*;q=0.5", "da"),
            ("en;q=loud", "da"),
            ("", "da"),
        ] {
            assert_eq!(language(&asked(wishes)), spoken, "{wishes}");
        }
        assert_eq!(language(&HeaderMap::new()), "da");
    }

    #[test]
    fn what_was_chosen_in_a_browser_comes_first() {
        for (cookie, spoken) in [("nb", "nb"), ("da", "da"), ("sv", "en"), ("", "en")] {
            let mut headers = asked("en");
            let cookie = HeaderValue::from_str(&format!("{LANGUAGE}={cookie}")).unwrap();
            headers.insert(header::COOKIE, cookie);
            assert_eq!(language(&headers), spoken, "{cookie:?}");
        }
    }
}
