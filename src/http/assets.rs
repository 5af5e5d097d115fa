//! Styles, fonts and browser code, from inside the program.
//!
//! `cargo xtask` builds them into `target/site/assets`, named by their content and compressed there; the release program
//! carries them, a debug one reads them as they are on disk now.

use app::AssetNames;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/target/site/assets"]
#[allow_missing = true]
struct Files;

/// The program has no styles, fonts or browser code in it.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the styles and browser code are not built: run `cargo xtask build`")]
pub struct NotBuilt;

/// Whether the assets are there; a server without them still works, but plainly.
pub fn check() -> Result<(), NotBuilt> {
    if manifest().is_empty() { Err(NotBuilt) } else { Ok(()) }
}

/// How pages find the address of an asset: `main.css` is at `/assets/main.<hash>.css`.
pub fn names() -> AssetNames {
    |name| {
        let manifest = manifest();
        // What was not built is asked for under its plain name, and not found.
        format!("/assets/{}", manifest.get(name).map_or(name, String::as_str))
    }
}

/// The text of an asset by its logical name, for a document that needs nothing beside it; empty where it is not built.
pub fn text(name: &str) -> String {
    let file = manifest().get(name).and_then(|file| Files::get(file));
    file.map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
}

type Manifest = BTreeMap<String, String>;

/// File names with their hash by logical name. A debug program looks again each time, so that a rebuilt style shows.
fn manifest() -> Cow<'static, Manifest> {
    static MANIFEST: OnceLock<Manifest> = OnceLock::new();
    if cfg!(debug_assertions) {
        Cow::Owned(read_manifest())
    } else {
        Cow::Borrowed(MANIFEST.get_or_init(read_manifest))
    }
}

fn read_manifest() -> Manifest {
    let file = Files::get("manifest.json");
    file.and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
}

/// `GET /assets/{file}`, and the worker at the root, whose scope is every page: forms post to other folders.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(serve)).route("/worker.js", get(worker))
}

/// Under one name for good, and asked for again each time: a browser compares it with the one it has.
async fn worker() -> Response {
    let script = text("worker.js");
    if script.is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    ([(header::CONTENT_TYPE, HeaderValue::from_static(content_type("worker.js")))], script).into_response()
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    // Only names of the manifest are looked up, so no path leads out of the folder.
    if !manifest().values().any(|known| *known == file) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let found = [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(encoding, _)| accepts(accepted, encoding))
        .find_map(|(encoding, ending)| Some((Some(encoding), Files::get(&format!("{file}{ending}"))?)))
        .or_else(|| Some((None, Files::get(&file)?)));
    let Some((encoding, content)) = found else { return StatusCode::NOT_FOUND.into_response() };
    let body = match content.data {
        Cow::Borrowed(bytes) => Body::from(Bytes::from_static(bytes)),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    let mut response = Response::new(body);
    let fields = response.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&file)));
    // The name changes with the content, so what was fetched once never needs asking for again.
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(encoding) = encoding {
        fields.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether an `Accept-Encoding` names this encoding without refusing it (`br;q=0`).
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts
            .filter_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
            .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight == 0.0));
        named && !refused
    })
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{accepts, content_type};

    #[test]
    fn the_browsers_offer_is_read_as_the_standard_says() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("BR;q=0.5", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("gzip, br; q=0.000", "br"));
        assert!(!accepts("", "gzip"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn what_is_text_says_so_with_its_charset() {
        for file in ["main.1f.css", "answer.1f.js", "mark.1f.svg"] {
            assert!(content_type(file).ends_with("; charset=utf-8"), "{file}");
        }
    }

    #[test]
    fn wasm_is_compiled_while_it_arrives_only_under_its_own_type() {
        assert_eq!(content_type("answer.12ab.wasm"), "application/wasm");
        assert_eq!(content_type("answer.12ab.js"), "text/javascript; charset=utf-8");
    }
}
