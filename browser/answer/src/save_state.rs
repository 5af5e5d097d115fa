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
    let retries = RwSignal::new(0_u32);
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let form = place.get().and_then(|place| place.closest("form").ok().flatten());
        if let Some(Ok(form)) = form.map(|form| form.dyn_into::<HtmlFormElement>()) {
            Saver::start(form, state, retries);
        }
    });
    view! {
        <div
            class="save-state"
            class:told=move || matches!(state.get(), State::Failed | State::Told(_) | State::Ended)
            node_ref=place
        >
            <p role="status" aria-live="polite">
                {move || match state.get() {
                    State::Untouched => String::new(),
                    State::Saving => saving.clone(),
                    State::Saved => saved.clone(),
                    State::Failed => failed.clone(),
                    State::Told(mend) => mend,
                    State::Ended => ended.clone(),
                }}
            </p>
            <button
                type="button"
                class="link"
                hidden=move || state.get() != State::Failed
                on:click=move |_| retries.update(|times| *times += 1)
            >
                {retry}
            </button>
            <a href="/svar" hidden=move || state.get() != State::Ended>
                {ended_link}
            </a>
        </div>
    }
}
