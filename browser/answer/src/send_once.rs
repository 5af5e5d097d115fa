//! Two quick presses are one.

use leptos::html;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// A press that soon after another was not meant.
const SOON: Duration = Duration::from_secs(2);

/// Lets the form it stands in be sent once in a while: the second of two quick presses on *Begynd* would find the code
/// in use, by the first.
#[island]
pub fn SendOnce() -> impl IntoView {
    let place = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        let Some(form) = place.get().and_then(|place| place.closest("form").ok().flatten()) else { return };
        let sent = Rc::new(Cell::new(false));
        let on_submit = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            if sent.replace(true) {
                event.prevent_default();
                return;
            }
            let sent = Rc::clone(&sent);
            set_timeout(move || sent.set(false), SOON);
        });
        let _ = form.add_event_listener_with_callback("submit", on_submit.as_ref().unchecked_ref());
        // The form lives as long as the page.
        on_submit.forget();
    });
    view! { <span hidden=true node_ref=place></span> }
}
