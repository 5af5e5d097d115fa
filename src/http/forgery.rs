//! Forms come from our own pages alone: `Sec-Fetch-Site` and `Origin` say where from, beside `SameSite` cookies.
//!
//! A proxy must keep `Host` and `Origin`; the public address is trusted besides, in case one changes `Host`.

use crate::config::PublicUrl;
use tower_http::csrf::CsrfLayer;

pub(super) fn layer(public_url: &PublicUrl) -> CsrfLayer {
    // `PublicUrl` writes an origin as browsers do, so that it is never refused here; where it were, nothing more
    // than the page's own host would be trusted.
    CsrfLayer::new().add_trusted_origin(public_url.origin()).unwrap_or_default()
}
