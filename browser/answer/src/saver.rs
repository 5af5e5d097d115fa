//! Saving a form as choices are made, over a network that delays, loses and comes back.
//!
//! It posts the form's own fields to the form's own address with `Accept: application/json`. One request is on its
//! way at a time; what changed meanwhile goes in the next. Each carries a *turn*, a count higher than any before it in
//! this browser, so that one that arrives late changes nothing; and each field that was touched loses its unseen
//! neighbour, which says what the page showed there.

use crate::ASKED;
use crate::answered::{Answered, post};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement,
    SubmitEvent, UrlSearchParams,
};

/// After a choice: long enough for a slip of the finger to be corrected within one request.
const AFTER_CHOICE: Duration = Duration::from_millis(250);
/// After a key: one pause in writing.
const AFTER_KEY: Duration = Duration::from_millis(1500);
/// After a save that was lost: until it is tried again by itself.
const AFTER_LOSS: Duration = Duration::from_secs(5);
/// Where the browser keeps the count of its saves. It says nothing else.
const TURN: &str = "turn";

/// What is known about what was chosen.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing was chosen yet.
    Untouched,
    /// On its way, or about to be.
    Saving,
    /// All of it is saved.
    Saved,
    /// All but a text whose writer is being asked about it.
    Held,
    /// Lost on the way; it is tried again.
    Failed,
    /// Something does not hold; the rest is saved.
    Told(String),
    /// Nothing more can be saved here.
    Ended,
}

/// One form's saving, for as long as the page lives.
pub(crate) struct Saver {
    form: HtmlFormElement,
    /// Where the state is shown.
    place: Element,
    state: RwSignal<State>,
    waiting: Cell<Option<TimeoutHandle>>,
    on_its_way: Cell<bool>,
    /// Something was touched that no request on its way or answered holds.
    unsaved: Cell<bool>,
    /// A press on a button of the form that waits until all is saved: where the network is away, the page stays, and
    /// with it what was chosen.
    held: RefCell<Option<HtmlElement>>,
    /// The form is on its way by its button.
    leaving: Cell<bool>,
    turn: Cell<u64>,
}

impl Saver {
    pub(crate) fn start(form: HtmlFormElement, place: Element, state: RwSignal<State>) {
        let saver = Rc::new(Self {
            form,
            place,
            state,
            waiting: Cell::new(None),
            on_its_way: Cell::new(false),
            unsaved: Cell::new(false),
            held: RefCell::new(None),
            leaving: Cell::new(false),
            turn: Cell::new(0),
        });
        let form: &EventTarget = saver.form.as_ref();
        saver.listen(form, "change", |saver, event| saver.touch(event, AFTER_CHOICE));
        saver.listen(form, "input", |saver, event| {
            // A choice is followed by its own `change` at once; only writing has pauses to wait for.
            if !is_choice(event) {
                saver.touch(event, AFTER_KEY);
            }
        });
        saver.listen(form, "submit", |saver, event| saver.on_submit(event));
        saver.listen(&window(), "online", |saver, _| saver.save());
        // A page that is hidden may never be shown again: phones end it without a word.
        saver.listen(&window(), "pagehide", |saver, _| saver.save_in_passing());
        saver.listen(&document(), "visibilitychange", |saver, _| {
            if document().hidden() {
                saver.save_in_passing();
            }
        });
        saver.listen(&window(), "pageshow", |saver, _| saver.leaving.set(false));
        if saver.differs_from_what_came() {
            // Chosen before this script arrived, or filled in again by the browser.
            saver.save_after(AFTER_CHOICE);
        }
        if let Ok(Some(retry)) = saver.place.query_selector("button") {
            saver.listen(&retry, "click", |saver, _| {
                saver.show(State::Saving);
                saver.save();
            });
        }
    }

    fn show(&self, state: State) {
        let name = match state {
            State::Untouched | State::Saving | State::Saved => "calm",
            State::Failed => "failed",
            State::Held => "held",
            State::Told(_) => "told",
            State::Ended => "ended",
        };
        let _ = self.place.set_attribute("data-state", name);
        self.state.set(state);
    }

    /// Listens for as long as the page lives.
    fn listen(self: &Rc<Self>, to: &EventTarget, event: &str, act: fn(&Rc<Self>, &Event)) {
        let saver = Rc::clone(self);
        crate::listen(to, event, move |event| act(&saver, &event));
    }

    fn differs_from_what_came(&self) -> bool {
        let Ok(fields) = self.form.query_selector_all("input[type=radio], textarea") else { return false };
        (0..fields.length()).filter_map(|at| fields.get(at)).any(|field| {
            match field.dyn_ref::<HtmlInputElement>() {
                Some(choice) => choice.checked() != choice.default_checked(),
                None => field
                    .dyn_ref::<HtmlTextAreaElement>()
                    .is_some_and(|text| text.default_value().is_ok_and(|came| text.value() != came)),
            }
        })
    }

    fn touch(self: &Rc<Self>, event: &Event, pause: Duration) {
        let name = event.target().and_then(|field| {
            let field = field.dyn_into::<Element>().ok()?;
            field.get_attribute("name")
        });
        let shown = name.and_then(|name| self.find(&format!("[data-shown=\"{name}\"]")));
        if let Some(shown) = shown {
            shown.remove();
        }
        self.save_after(pause);
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.form.query_selector(selector).ok().flatten()
    }

    fn save_after(self: &Rc<Self>, pause: Duration) {
        self.unsaved.set(true);
        // Said at once: a page that is left now would lose what was just chosen.
        self.show(State::Saving);
        self.wait(pause);
    }

    fn wait(self: &Rc<Self>, pause: Duration) {
        self.stop_waiting();
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

    /// Saves what is unsaved, now or after the request on its way.
    fn save(self: &Rc<Self>) {
        if !self.unsaved.get() || self.on_its_way.get() {
            return;
        }
        self.stop_waiting();
        self.unsaved.set(false);
        self.on_its_way.set(true);
        let saver = Rc::clone(self);
        let fields = self.fields();
        spawn_local(async move {
            let answered = post(&saver.form, fields).await;
            saver.on_its_way.set(false);
            saver.answered(answered);
        });
    }

    fn answered(self: &Rc<Self>, answered: Answered) {
        match answered {
            Answered::Saved if self.unsaved.get() => {
                if self.held.borrow().is_some() || self.waiting.get().is_none() {
                    self.save();
                }
                return;
            }
            Answered::Saved if self.asked_about().is_some() => self.show(State::Held),
            Answered::Saved => self.show(State::Saved),
            Answered::Lost => {
                self.unsaved.set(true);
                self.held.take();
                self.show(State::Failed);
                self.wait(AFTER_LOSS);
                return;
            }
            Answered::Told(mend) => self.show(State::Told(mend)),
            Answered::Ended => self.show(State::Ended),
        }
        // The form is sent by its button now; where something does not hold, the next page tells.
        if let Some(button) = self.held.take() {
            self.unsaved.set(false);
            // Not `requestSubmit`: phones from before 2022 don't have it.
            button.click();
        }
    }

    fn on_submit(self: &Rc<Self>, event: &Event) {
        if let Some(asked) = self.asked_about() {
            // The question stands beside it; what is written there has not left the device.
            event.prevent_default();
            let _ = asked.focus();
            return;
        }
        let unsaved = self.unsaved.get() || self.on_its_way.get();
        let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        // A second press goes through: nobody is kept waiting by a slow network twice.
        if unsaved && self.held.borrow().is_none() && button.is_some() {
            event.prevent_default();
            self.held.replace(button);
            self.show(State::Saving);
            self.save();
            return;
        }
        self.stop_waiting();
        self.leaving.set(true);
        self.take_turn();
    }

    /// Saves without waiting for an answer: the page may be gone by then. Twice does no harm.
    fn save_in_passing(&self) {
        if self.leaving.get() || !(self.unsaved.get() || self.on_its_way.get()) {
            return;
        }
        if let (Some(address), Some(fields)) = (self.form.get_attribute("action"), self.fields()) {
            let navigator = window().navigator();
            let _ = navigator.send_beacon_with_opt_url_search_params(&address, Some(&fields));
        }
    }

    /// The form's fields as its button would send them, in a turn of their own.
    fn fields(&self) -> Option<UrlSearchParams> {
        self.take_turn();
        let fields = web_sys::FormData::new_with_form(&self.form).ok()?;
        if let Some(asked) = self.asked_about() {
            // What is not posted stays as it was; the rest is saved.
            fields.delete(&asked.get_attribute("name").unwrap_or_default());
        }
        // A form in the browser is a sequence of names and values, which is what the constructor takes.
        UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()
    }

    /// The first text field whose writer is being asked whether a name may stay.
    fn asked_about(&self) -> Option<HtmlElement> {
        self.find(&format!("[{ASKED}]")).and_then(|field| field.dyn_into().ok())
    }

    /// Counts one save more, above what the page knows, what this tab counted, and what other tabs did.
    fn take_turn(&self) {
        let Some(field) = self.find("[name=turn]") else { return };
        let counts = window().local_storage().ok().flatten();
        let number = |text: Option<String>| text.and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
        let elsewhere = number(counts.as_ref().and_then(|counts| counts.get_item(TURN).ok().flatten()));
        let highest = number(field.get_attribute("data-highest"));
        let turn = self.turn.get().max(elsewhere).max(highest).saturating_add(1);
        self.turn.set(turn);
        let text = turn.to_string();
        if let Some(counts) = counts {
            let _ = counts.set_item(TURN, &text);
        }
        let _ = field.set_attribute("value", &text);
    }
}

/// Whether the event comes from a field one chooses in, not one that is written in.
fn is_choice(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"))
}
