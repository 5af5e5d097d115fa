//! Is what was chosen saved?
#![expect(missing_docs, reason = "the structs that the island macro makes have none")]

use crate::ASKED;
use leptos::html;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortSignal, FormData, Headers, HtmlElement, HtmlFormElement, RequestInit, RequestRedirect, Response,
};

/// After a choice: long enough for a slip of the finger to be corrected within one request.
const AFTER_CHOICE: Duration = Duration::from_millis(250);
/// After a key: one pause in writing.
const AFTER_KEY: Duration = Duration::from_millis(1500);
/// A save that has not been answered by then has failed.
const PATIENCE_MS: u32 = 15_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Untouched,
    Saving,
    Saved,
    Failed,
}

/// Saves the form it stands in, as choices are made, and says so.
///
/// It posts the form's own fields to the form's own address with `Accept: application/json`; any 2xx is a save, anything
/// else (a redirect to sign in too) is not. One request is on its way at a time; what changed meanwhile goes in the next.
/// Without scripts it is an empty line, and the form's buttons save.
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
        <div class="save-state" node_ref=place>
            <p role="status" aria-live="polite">
                {move || match state.get() {
                    State::Untouched => String::new(),
                    State::Saving => saving.clone(),
                    State::Saved => saved.clone(),
                    State::Failed => failed.clone(),
                }}
            </p>
            <button
                type="button"
                class="save-state-retry"
                hidden=move || state.get() != State::Failed
                on:click=move |_| retries.update(|times| *times += 1)
            >
                {retry}
            </button>
        </div>
    }
}

/// One form's saving, for as long as the page lives.
struct Saver {
    form: HtmlFormElement,
    state: RwSignal<State>,
    waiting: Cell<Option<TimeoutHandle>>,
    on_its_way: Cell<bool>,
    changed_meanwhile: Cell<bool>,
    /// A press on a button of the form that waits for the request on its way, lest the older answers arrive last.
    held: RefCell<Option<Option<HtmlElement>>>,
}

impl Saver {
    fn start(form: HtmlFormElement, state: RwSignal<State>, retries: RwSignal<u32>) {
        let saver = Rc::new(Self {
            form,
            state,
            waiting: Cell::new(None),
            on_its_way: Cell::new(false),
            changed_meanwhile: Cell::new(false),
            held: RefCell::new(None),
        });
        saver.listen("change", |saver, _| saver.save_after(AFTER_CHOICE));
        saver.listen("input", |saver, event| {
            // A choice is followed by its own `change` at once; only writing has pauses to wait for.
            if !is_choice(&event) {
                saver.save_after(AFTER_KEY);
            }
        });
        saver.listen("submit", |saver, event| saver.on_submit(&event));
        let back = Rc::clone(&saver);
        crate::listen(&window(), "online", move |_| {
            if back.state.get_untracked() == State::Failed {
                back.save();
            }
        });
        Effect::new(move |_| {
            if retries.get() > 0 {
                saver.save();
            }
        });
    }

    fn listen(self: &Rc<Self>, event: &str, act: fn(&Rc<Self>, web_sys::Event)) {
        let saver = Rc::clone(self);
        crate::listen(&self.form, event, move |event| act(&saver, event));
    }

    fn save_after(self: &Rc<Self>, pause: Duration) {
        self.stop_waiting();
        // Said at once: a page that is left now would lose what was just chosen.
        self.state.set(State::Saving);
        let saver = Rc::clone(self);
        let save = move || {
            saver.waiting.set(None);
            saver.save();
        };
        self.waiting.set(set_timeout_with_handle(save, pause).ok());
    }

    fn stop_waiting(&self) {
        if let Some(timeout) = self.waiting.take() {
            timeout.clear();
        }
    }

    fn save(self: &Rc<Self>) {
        if self.on_its_way.replace(true) {
            self.changed_meanwhile.set(true);
            return;
        }
        self.state.set(State::Saving);
        let saver = Rc::clone(self);
        spawn_local(async move {
            let saved = post(&saver.form).await.unwrap_or(false);
            saver.on_its_way.set(false);
            if let Some(submitter) = saver.held.take() {
                // The form is sent by its button now, and says itself whether it was saved.
                let _ = match submitter {
                    Some(button) => saver.form.request_submit_with_submitter(Some(&button)),
                    None => saver.form.request_submit(),
                };
            } else if saver.changed_meanwhile.take() {
                saver.save();
            } else if saver.waiting.get().is_none() {
                saver.state.set(if saved { State::Saved } else { State::Failed });
            }
        });
    }

    fn on_submit(&self, event: &web_sys::Event) {
        if let Some(asked) = asked_about(&self.form) {
            // The question stands beside it; what is written there has not left the device.
            event.prevent_default();
            let _ = asked.focus();
            return;
        }
        self.stop_waiting();
        // A second press goes through: nobody is kept waiting by a slow network twice.
        if self.on_its_way.get() && self.held.borrow().is_none() {
            event.prevent_default();
            let submitter = event.dyn_ref::<web_sys::SubmitEvent>().and_then(web_sys::SubmitEvent::submitter);
            self.held.replace(Some(submitter));
        }
    }
}

/// Whether the event comes from a field one chooses in, not one that is written in.
fn is_choice(event: &web_sys::Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"))
}

/// The first text field whose writer is being asked whether a name may stay.
fn asked_about(form: &HtmlFormElement) -> Option<HtmlElement> {
    let field = form.query_selector(&format!("[{ASKED}]")).ok().flatten();
    field.and_then(|field| field.dyn_into().ok())
}

/// Posts the form as its button would; true when the server says that it is saved.
async fn post(form: &HtmlFormElement) -> Result<bool, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    let fields = FormData::new_with_form(form)?;
    if let Some(asked) = asked_about(form) {
        // What is not posted stays as it was; the rest is saved.
        fields.delete(&asked.get_attribute("name").unwrap_or_default());
    }
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers_headers(&headers);
    // A form in the browser is a sequence of names and values, which is what the constructor takes.
    let fields = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields)?;
    request.set_body_opt_url_search_params(Some(&fields));
    request.set_redirect(RequestRedirect::Manual);
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    // Not `form.action()`: a field named `action` would stand in its place.
    let address = form.get_attribute("action").unwrap_or_default();
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &request)).await?;
    Ok(response.unchecked_into::<Response>().ok())
}
