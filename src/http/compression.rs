//! Pages are compressed as they are made; files carry their own compressed forms.
//!
//! A compressed page tells its length. That gives nothing away here: no page holds a token or another secret that
//! is worth guessing letter by letter, and cookies are `SameSite`, so that nobody else's page can ask for ours.

use axum::http::{StatusCode, header};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::Predicate;

/// HTML that was asked for and found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pages;

impl Predicate for Pages {
    fn should_compress<B>(&self, response: &axum::http::Response<B>) -> bool
    where
        B: axum::body::HttpBody,
    {
        let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        response.status() == StatusCode::OK && content_type.is_some_and(|name| name.starts_with("text/html"))
    }
}

/// Brotli or gzip, whichever the browser prefers, at the level that costs least.
pub(super) fn layer() -> CompressionLayer<Pages> {
    CompressionLayer::new().no_deflate().no_zstd().quality(CompressionLevel::Fastest).compress_when(Pages)
}
