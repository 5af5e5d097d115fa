//! A file beside a document or an observation, to keep and never to open in a page: whatever is in it, the browser is told
//! that it is bytes, that it may not guess otherwise, and that it has no rights here.

use super::downloads::actor;
use app::error::PageError;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use std::fmt::Write;
use workflow::Workflow;

/// Where a file is fetched, and who may ask for it.
pub const ATTACHMENTS: &[Route] =
    &[Route { method: "get", path: "/screeninger/{id}/bilag/{attachment}", access: Access::Facilitator }];

pub(super) fn routes(workflow: Workflow) -> Router {
    Router::new().route("/screeninger/{id}/bilag/{attachment}", get(attachment)).with_state(workflow)
}

async fn attachment(
    State(workflow): State<Workflow>,
    Path((id, attachment)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let (about, bytes) = workflow.attachment(&actor, &id, &attachment).await?;
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (header::CONTENT_DISPOSITION, disposition(&about.name)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
    ];
    Ok((headers, bytes).into_response())
}

/// To be kept under this name: in ASCII for old programs, and whole for others (RFC 6266, RFC 8187).
fn disposition(name: &str) -> HeaderValue {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || ".-_ ,".contains(letter) { letter } else { '_' })
        .collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        // Writing to a string does not fail.
        let _ = if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            write!(whole, "{}", char::from(byte))
        } else {
            write!(whole, "%{byte:02X}")
        };
    }
    HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_is_told_whole_and_in_ascii_and_ends_no_header() {
        assert_eq!(
            disposition("Nye på stedet.pdf").to_str().unwrap_or_default(),
            "attachment; filename=\"Nye p_ stedet.pdf\"; filename*=UTF-8''Nye%20p%C3%A5%20stedet.pdf"
        );
        assert_eq!(
            disposition("a\"\r\nb").to_str().unwrap_or_default(),
            "attachment; filename=\"a___b\"; filename*=UTF-8''a%22%0D%0Ab"
        );
    }
}
