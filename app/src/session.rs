//! The cookies: session of an account, token of someone who answers, ticket of form memory.

use crate::state::AppState;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use std::borrow::Cow;
use workflow::answering::Token;

/// Cookie of an account's session.
pub const SESSION: &str = "session";
/// Cookie of someone who answers.
pub const ANSWER: &str = "answer";
/// Cookie of who types a booklet.
pub const TYPING: &str = "typing";
/// What a sign-on under way is known by.
pub const SIGN_ON: &str = "sign-on";
/// Ticket of form memory.
pub const FORM: &str = "form";

/// A cookie that scripts cannot read and other sites cannot send.
pub fn cookie(state: &AppState, name: impl Into<Cow<'static, str>>, value: String) -> Cookie<'static> {
    Cookie::build((name.into(), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.secure())
        .build()
}

/// The same cookie, ended.
pub fn ended(state: &AppState, name: impl Into<Cow<'static, str>>) -> Cookie<'static> {
    let mut cookie = cookie(state, name, String::new());
    cookie.make_removal();
    cookie
}

/// The same cookie, for so many seconds: it outlasts the browser's own session.
pub fn lasting(cookie: Cookie<'static>, seconds: u64) -> Cookie<'static> {
    Cookie::parse(format!("{cookie}; Max-Age={seconds}")).unwrap_or(cookie)
}

/// A token as a cookie's value.
pub fn encode(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The token in a cookie, if it is one.
pub fn token(jar: &CookieJar, name: &str) -> Option<Token> {
    decode(jar.get(name)?.value())
}

/// A token from its written form; see [`encode`].
pub fn decode(text: &str) -> Option<Token> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(Token(bytes))
}
