//! How do a page's islands wake up?
//!
//! Leptos's own `HydrationScripts` is an inline script, which the content security policy forbids. Here the tag points at
//! a file of this server that `cargo xtask` builds: the bundle's bindings with a loader at their end.

use crate::state::AssetNames;
use leptos::prelude::*;

/// The script that wakes the islands of those who answer. A page without islands leaves it out.
#[component]
pub fn Scripts(
    /// Addresses of built files.
    assets: AssetNames,
) -> impl IntoView {
    view! { <script type="module" src=assets("answer.js")></script> }
}
