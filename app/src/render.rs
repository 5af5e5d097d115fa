//! From a view to the text of a page, in one go: nothing streams, so no inline script is needed.

use leptos::prelude::*;
use std::sync::Arc;

/// Renders a whole document.
pub fn render_page<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    format!("<!DOCTYPE html>{html}")
}
