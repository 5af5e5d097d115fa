//! Can the page be heard?

use crate::{for_each, listen};
use leptos::prelude::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlButtonElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// What is read, in the order in which it stands: headings, what a page says, statements, what one answered.
const READ: &str = "main h1, main h2, main p:not(.problem, .where, [role=status]), main li, main legend";

/// Reads the page aloud with a voice of the device itself, so that no word leaves it. Where the device has no voice of
/// its own in the page's language, the button stays hidden.
///
/// It wakes every button with `data-stop`, what it says while it reads. No island: see [`crate::ask_first`].
pub(crate) fn wake() {
    let language =
        document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    for_each("button[data-stop]", |button| {
        if let (Ok(button), Ok(speech)) =
            (button.dyn_into::<HtmlButtonElement>(), window().speech_synthesis())
        {
            let stop = button.get_attribute("data-stop").unwrap_or_default();
            let words = [button.text_content().unwrap_or_default(), stop];
            Reader::start(button, speech, words, language.clone());
        }
    });
}

struct Reader {
    button: HtmlButtonElement,
    speech: SpeechSynthesis,
    /// What the button says: to start, to stop.
    words: [String; 2],
    language: String,
    reading: Cell<bool>,
}

impl Reader {
    fn start(button: HtmlButtonElement, speech: SpeechSynthesis, words: [String; 2], language: String) {
        // Otherwise a page that was left goes on being read.
        speech.cancel();
        let reader = Rc::new(Self { button, speech, words, language, reading: Cell::new(false) });
        let look = {
            let reader = Rc::clone(&reader);
            move || reader.button.set_hidden(reader.own_voice().is_none())
        };
        look();
        // Browsers fetch their list of voices late.
        let late = Closure::<dyn FnMut()>::new(look);
        reader.speech.set_onvoiceschanged(Some(late.as_ref().unchecked_ref()));
        late.forget();
        let own = Rc::clone(&reader);
        listen(&reader.button, "click", move |_| own.press());
    }

    fn press(self: &Rc<Self>) {
        self.speech.cancel();
        let begins = !self.reading.get() && self.read().is_some();
        self.is_reading(begins);
    }

    fn is_reading(&self, reading: bool) {
        self.reading.set(reading);
        self.button.set_text_content(Some(&self.words[usize::from(reading)]));
    }

    /// Puts everything on the page in the voice's queue, a piece at a time: browsers stop in the middle of long ones.
    fn read(self: &Rc<Self>) -> Option<()> {
        let voice = self.own_voice()?;
        let mut last = None;
        for_each(READ, |piece| {
            let text = piece.text_content().unwrap_or_default();
            if let Ok(piece) = SpeechSynthesisUtterance::new_with_text(&text) {
                piece.set_voice(Some(&voice));
                piece.set_lang(&self.language);
                self.speech.speak(&piece);
                last = Some(piece);
            }
        });
        let own = Rc::clone(self);
        let done = Closure::once_into_js(move || own.is_reading(false));
        last?.set_onend(Some(done.unchecked_ref()));
        Some(())
    }

    /// A voice of the device itself in the page's language.
    fn own_voice(&self) -> Option<SpeechSynthesisVoice> {
        let voices = self.speech.get_voices();
        let mut voices = voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
        voices.find(|voice| voice.local_service() && voice.lang().starts_with(&self.language))
    }
}
