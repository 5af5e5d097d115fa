//! Which error becomes which page or status, in one place.

use crate::pages::message::Said;
use crate::speaking;
use crate::words;
use axum::Extension;
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode};
use leptos::prelude::use_context;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use leptos_axum::ResponseOptions;
use serde::{Deserialize, Serialize};

/// Says inside the program that an answer refuses somebody signed in; it is taken off before the answer leaves.
pub const REFUSED: HeaderName = HeaderName::from_static("x-refused");

/// Why a page could not be shown.
#[derive(Debug)]
pub struct PageError(pub workflow::Error);

impl From<workflow::Error> for PageError {
    fn from(error: workflow::Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        use workflow::Error;
        let (status, said) = match self.0 {
            Error::NotSignedIn => return Redirect::to("/log-ind").into_response(),
            // Somebody else's things look like things that do not exist; only the audit log is told.
            Error::Forbidden => {
                let refused = [(REFUSED, HeaderValue::from_static("1"))];
                return (StatusCode::NOT_FOUND, refused, Extension(Said::NotFound)).into_response();
            }
            Error::NotFound => (StatusCode::NOT_FOUND, Said::NotFound),
            Error::Invalid(_) => (StatusCode::CONFLICT, Said::Refused(None)),
            Error::Refused(problem) => (StatusCode::CONFLICT, Said::Refused(Some(problem))),
            Error::Unavailable(error) => {
                tracing::error!(%error, "a page failed");
                (StatusCode::SERVICE_UNAVAILABLE, Said::Unavailable)
            }
        };
        // Its page is drawn further out, where the styles and the reader's language are known.
        (status, Extension(said)).into_response()
    }
}

/// What a server function answers to a script. A form without scripts never sees it: see [`crate::actions`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub enum AppError {
    /// Something typed does not hold, in words.
    Invalid(String),
    /// Not signed in, not allowed, or no such thing.
    Gone,
    /// The program could not; try again.
    Unavailable,
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let kind = error_kind(&error);
        // The text stays out of the log: it may hold what was typed.
        tracing::warn!(kind, "a form could not be read");
        if let (Some(response), true) = (use_context::<ResponseOptions>(), kind != OTHER) {
            response.set_status(UNREADABLE);
        }
        let language = use_context::<Parts>().map_or("", |parts| speaking::language(&parts.headers));
        Self::Invalid(words::of(language).errors.unreadable_form.clone())
    }
}

/// The status of a form that can't be read, which no page of ours posts.
pub const UNREADABLE: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Not the form's fault.
const OTHER: &str = "other";

fn error_kind(error: &ServerFnErrorErr) -> &'static str {
    match error {
        ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => "arguments",
        ServerFnErrorErr::Deserialization(_) => "deserialization",
        _ => OTHER,
    }
}
