//! The islands of those who answer.
//!
//! Every page works without them: an island only adds to a form that the server already understands. Each island
//! renders on the server too (feature `ssr`) and wakes up in the browser (feature `hydrate`); its words come as
//! properties, so that no language is in the bundle.
//!
//! To add an island: a file with one `#[island]` and a `pub use` below. The loader finds it by its name. What only
//! listens, and draws nothing that changes, is no island but a `wake` that finds its elements on the page: it weighs less.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

mod answered;
#[cfg(feature = "hydrate")]
mod ask_first;
pub mod code_from_address;
/// The domain's own rule, without the rest of the domain, which a browser has no use for.
#[path = "../../../screening/src/personal/mod.rs"]
pub mod personal;
#[cfg(feature = "hydrate")]
mod read_aloud;
pub mod save_state;
mod saver;

pub use code_from_address::CodeFromAddress;
pub use save_state::SaveState;

/// On a text field that its writer is being asked about: what is in it is not saved yet.
const ASKED: &str = "data-asked";

/// Hears of an event for as long as the page lives.
fn listen(target: &web_sys::EventTarget, event: &str, act: impl FnMut(web_sys::Event) + 'static) {
    let act = Closure::<dyn FnMut(web_sys::Event)>::new(act);
    let _ = target.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    act.forget();
}

/// Does something with every element that a selector finds, in the page's order.
#[cfg(feature = "hydrate")]
fn for_each(selector: &str, mut act: impl FnMut(web_sys::Element)) {
    let Ok(found) = leptos::prelude::document().query_selector_all(selector) else { return };
    for place in 0..found.length() {
        if let Some(element) = found.item(place) {
            act(element.unchecked_into());
        }
    }
}

/// Makes the page ready for its islands. The loader calls it once, before it wakes them.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    // Before the islands: a text is marked before it can be saved.
    ask_first::wake();
    read_aloud::wake();
    leptos::mount::hydrate_islands();
}
