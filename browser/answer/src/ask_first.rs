//! Does a text say who somebody is?

use crate::personal::{Likeness, spotted};
use crate::{ASKED, for_each, listen};
use leptos::prelude::{TimeoutHandle, document, set_timeout_with_handle};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlTextAreaElement};

/// One pause in writing: nobody is asked in the middle of a word.
const PAUSE: Duration = Duration::from_millis(900);

/// Asks, before a text is saved, whether what looks like a name, a CPR number or an e-mail address should stay. It looks
/// on the device: until the person has answered, the text does not leave it; the page's other answers do.
///
/// It wakes every element with `data-asks-about`, the id of a text field, and the three questions in `data-name`,
/// `data-civil-number` and `data-email`, each with a place for `{found}`; in it stand a hidden box with a paragraph and
/// two buttons. No island: nothing of it changes but a sentence, and an island of its own weighs five times as much.
pub(crate) fn wake() {
    for_each("[data-asks-about]", |place| {
        let given = |name: &str| place.get_attribute(name).unwrap_or_default();
        let text = document().get_element_by_id(&given("data-asks-about"));
        if let Some(text) = text.and_then(|text| text.dyn_into().ok()) {
            Asker::start(text, &place, ["data-name", "data-civil-number", "data-email"].map(given));
        }
    });
}

/// One text field and the question beside it.
struct Asker {
    text: HtmlTextAreaElement,
    place: Element,
    /// About a name, a civil number, an address.
    questions: [String; 3],
    /// What the writer wants to keep.
    kept: RefCell<Vec<String>>,
    waiting: Cell<Option<TimeoutHandle>>,
}

impl Asker {
    fn start(text: HtmlTextAreaElement, place: &Element, questions: [String; 3]) {
        let place = place.clone();
        let asker =
            Rc::new(Self { text, place, questions, kept: RefCell::default(), waiting: Cell::default() });
        asker.mark();
        let own = Rc::clone(&asker);
        // The field hears of it before the form does: the mark is there before anything is saved.
        listen(&asker.text, "input", move |_| {
            own.mark();
            if let Some(before) = own.waiting.take() {
                before.clear();
            }
            let later = Rc::clone(&own);
            own.waiting.set(set_timeout_with_handle(move || later.ask(), PAUSE).ok());
        });
        let own = Rc::clone(&asker);
        listen(&asker.place, "click", move |event| own.answer(&event));
    }

    fn first_found(&self) -> Option<(Likeness, String)> {
        let kept = self.kept.borrow();
        let found = spotted(&self.text.value()).into_iter().find(|one| !kept.contains(&one.text));
        found.map(|one| (one.likeness, one.text))
    }

    fn mark(&self) {
        let _ = match self.first_found() {
            Some(_) => self.text.set_attribute(ASKED, ""),
            None => self.text.remove_attribute(ASKED),
        };
    }

    fn ask(&self) {
        let found = self.first_found();
        let child = |selector| self.place.query_selector(selector).ok().flatten();
        if let Some((likeness, text)) = &found
            && let Some(sentence) = child("p")
        {
            let question = match likeness {
                Likeness::Name => 0,
                Likeness::CivilNumber => 1,
                Likeness::Email => 2,
            };
            // The text stands where `{found}` does.
            let mut parts = self.questions[question].split(['{', '}']);
            let (before, after) = (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default());
            sentence.set_text_content(Some(&[before, text, after].concat()));
        }
        if let Some(shown) = child("div").and_then(|shown| shown.dyn_into::<HtmlElement>().ok()) {
            shown.set_hidden(found.is_none());
        }
    }

    /// A press on one of the two buttons: the first goes back to the text, the second keeps it as it is.
    fn answer(&self, event: &Event) {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if pressed.is_none_or(|pressed| pressed.tag_name() != "BUTTON") {
            return;
        }
        let keep =
            event.target().is_some_and(|target| target.unchecked_into::<Element>().class_name() == "link");
        if keep {
            self.kept.borrow_mut().extend(spotted(&self.text.value()).into_iter().map(|one| one.text));
            self.mark();
            self.ask();
            // The form saves what is now free to be saved.
            let bubbling = EventInit::new();
            bubbling.set_bubbles(true);
            if let Ok(changed) = Event::new_with_event_init_dict("change", &bubbling) {
                let _ = self.text.dispatch_event(&changed);
            }
        }
        let _ = self.text.focus();
    }
}
