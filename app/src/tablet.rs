//! A shared tablet, as its browser knows it: one cookie says what it may begin, in which language, and how long it
//! waits for somebody who has left. Every other cookie is of the last person, and is swept.

use crate::session;
use crate::speaking;
use crate::state::AppState;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use http::{HeaderName, HeaderValue, header};
use workflow::answering::Token;

/// Cookie of a tablet.
const TABLET: &str = "tablet";
/// Seconds that it lasts: longer than the browser's session, since a tablet is switched off at night.
const LASTS: u64 = 90 * 24 * 60 * 60;
/// What the browser is told to forget beside the cookies.
const STORED: &str = "\"cache\", \"storage\"";

/// Between two people.
pub const START: &str = "/tablet";
/// Where somebody says that they are done.
pub const DONE: &str = "/tablet/slut";
/// Where somebody without scripts is asked whether they are there.
pub const STILL: &str = "/tablet/er-du-her";
/// Where everything of the last person is swept.
pub const LEFT: &str = "/tablet/forladt";

/// Seconds in which somebody may say that they are there.
pub const ASKS: u32 = 60;

/// What a tablet holds.
#[derive(Clone)]
pub struct Tablet {
    /// What it may begin with.
    pub token: Token,
    /// The language it speaks.
    pub language: &'static str,
    /// Minutes without a touch until it asks.
    pub minutes: u8,
}

impl Tablet {
    /// The one that this browser is.
    pub fn held(jar: &CookieJar) -> Option<Self> {
        let mut parts = jar.get(TABLET)?.value().split('.');
        let token = session::decode(parts.next()?)?;
        let language = speaking::known(parts.next()?)?;
        Some(Self { token, language, minutes: parts.next()?.parse().ok()? })
    }

    /// The cookie that makes a browser one.
    pub fn cookie(&self, state: &AppState) -> Cookie<'static> {
        let value = format!("{}.{}.{}", session::encode(&self.token.0), self.language, self.minutes);
        session::lasting(session::cookie(state, TABLET, value), LASTS)
    }

    /// Seconds on this page until it asks whether somebody is there, and that it waits then; `None`: nobody is missed
    /// here.
    pub fn patience(&self, path: &str) -> Option<(u32, u32)> {
        match path {
            START | LEFT => None,
            // Nothing is to be done there any more.
            "/svar/kvittering" => Some((ASKS, 0)),
            STILL => Some((0, ASKS)),
            _ => Some((60 * u32::from(self.minutes), ASKS)),
        }
    }
}

/// Ends every cookie but the tablet's.
pub fn swept(state: &AppState, jar: &CookieJar) -> Vec<Cookie<'static>> {
    let others = jar.iter().filter(|cookie| cookie.name() != TABLET);
    others.map(|cookie| session::ended(state, cookie.name().to_owned())).collect()
}

/// Ends a tablet with everything else in its browser.
pub fn ended(state: &AppState, jar: &CookieJar) -> Vec<Cookie<'static>> {
    jar.iter().map(|cookie| session::ended(state, cookie.name().to_owned())).collect()
}

/// The header that tells a browser to forget what pages stored.
pub fn forget() -> (HeaderName, HeaderValue) {
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static(STORED))
}

/// An answer that leaves nothing in the browser.
pub fn sweeping(cookies: Vec<Cookie<'static>>, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    if cookies.is_empty() {
        return response;
    }
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    let (name, value) = forget();
    response.headers_mut().insert(name, value);
    response
}
