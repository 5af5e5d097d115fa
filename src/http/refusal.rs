//! What is refused before a page could answer, in words instead of a bare status.

use super::assets;
use app::pages::message::{self, Said};
use app::speaking;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;

/// Gives a bare error of a layer (no type, or plain text) its page; what already has words keeps them.
pub(super) async fn in_words(request: Request, next: Next) -> Response {
    // Health is read by machines.
    let for_people = !request.uri().path().starts_with("/health/");
    let language = speaking::language(request.headers());
    let response = next.run(request).await;
    let status = response.status();
    if !for_people || !(status.is_client_error() || status.is_server_error()) || has_words(&response) {
        return response;
    }
    let said = response.extensions().get::<Said>().cloned().unwrap_or_else(|| Said::of(status));
    let mut page = (status, message::standalone(assets::names(), language, &said)).into_response();
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// A panic is a mistake in the program: the log has it, the person gets a sentence.
pub(super) fn after_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    // What the panic says may hold what was typed; the standard hook has written where it was.
    tracing::error!("a request ended in a panic");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Refuses for some seconds.
pub(super) fn wait(seconds: u64) -> Response {
    let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn has_words(response: &Response) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_some_and(|name| !name.starts_with("text/plain"))
}
