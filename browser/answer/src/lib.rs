//! The islands of those who answer.
//!
//! Every page works without them: an island only adds to a form that the server already understands. Each island
//! renders on the server too (feature `ssr`) and wakes up in the browser (feature `hydrate`); its words come as
//! properties, so that no language is in the bundle.
//!
//! To add an island: a file with one `#[island]` and a `pub use` below. The loader finds it by its name.

pub mod code_from_address;
pub mod save_state;

pub use code_from_address::CodeFromAddress;
pub use save_state::SaveState;

/// Makes the page ready for its islands. The loader calls it once, before it wakes them.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
