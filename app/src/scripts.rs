//! The loader of the islands.

use crate::state::AssetNames;
use leptos::prelude::*;

/// The loader of the islands.
#[component]
pub fn Scripts(
    /// Addresses of built files.
    assets: AssetNames,
) -> impl IntoView {
    view! { <script type="module" src=assets("answer.js")></script> }
}
