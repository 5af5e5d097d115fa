//! Is what was chosen saved? What is shown; [`crate::saver`] does it.
#![expect(missing_docs, reason = "the structs that the island macro makes have none")]

use crate::saver::{Saver, State};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

/// Saves the form it stands in, as choices are made, and says so. Without scripts it is an empty line, and the form's
/// buttons save.
#[island]
pub fn SaveState(
    /// Shown while the page is on its way, such as "Gemmer …".
    saving: String,
    /// Shown when everything chosen so far is saved, such as "Gemt".
    saved: String,
    /// Shown when a text waits for its writer's answer about a name in it, and all else is saved.
    held: String,
    /// Shown when it could not be saved, such as "Ikke gemt".
    failed: String,
    /// The button that tries again, such as "Prøv igen".
    retry: String,
    /// Shown when it can't be saved any more: sent, closed, or open elsewhere.
    ended: String,
    /// The link that tells why.
    ended_link: String,
) -> impl IntoView {
    let state = RwSignal::new(State::Untouched);
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let form = place.closest("form").ok().flatten();
        if let Some(Ok(form)) = form.map(|form| form.dyn_into::<HtmlFormElement>()) {
            Saver::start(form, place.unchecked_into(), state);
        }
    });
    // What is hidden is shown by the styles, by the state that the saver writes on the element: it weighs less than
    // attributes that follow a signal.
    view! {
        <div class="save-state" node_ref=place>
            <p role="status" aria-live="polite">
                {move || match state.get() {
                    State::Untouched => String::new(),
                    State::Saving => saving.clone(),
                    State::Saved => saved.clone(),
                    State::Held => held.clone(),
                    State::Failed => failed.clone(),
                    State::Told(mend) => mend,
                    State::Ended => ended.clone(),
                }}
            </p>
            <button type="button" class="link" hidden=true>
                {retry}
            </button>
            <a href="/svar" hidden=true>
                {ended_link}
            </a>
        </div>
    }
}
