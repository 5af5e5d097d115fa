//! What lies on the device of someone who answers without network: asked for where they begin, and told on every page.
//! All of it is unseen until the page's script finds that the browser can do it.

use crate::page::Page;
use crate::pages::answer::topics;
use crate::preferences::Preference;
use leptos::prelude::*;
use workflow::answering::Questionnaire;

/// Where an ending without network leads.
pub const KEPT: &str = "/svar/gemt";

/// The pages of a questionnaire in their order, as this reader wants them.
fn pages(page: &Page, questionnaire: &Questionnaire) -> String {
    let one_at_a_time = page.preferences.has(Preference::OneAtATime);
    let mut pages = vec!["/svar".to_owned()];
    for (place, (_, indicators)) in topics(questionnaire).iter().enumerate() {
        let topic = format!("/svar/emne/{}", place + 1);
        if one_at_a_time {
            pages.extend((1..=indicators.len()).map(|statement| format!("{topic}/{statement}")));
        } else {
            pages.push(topic);
        }
    }
    pages.extend(["/svar/sidste", "/svar/se-igennem", KEPT].map(str::to_owned));
    pages.join(" ")
}

/// Asks whose device it is. `seconds`: how long the questionnaire may lie on it.
pub(crate) fn whose(page: &Page, questionnaire: &Questionnaire, seconds: i64) -> Option<AnyView> {
    let token = page.token.as_ref().filter(|_| page.tablet.is_none())?;
    let words = &page.words.answer.on_device;
    // Said by the worker, where no page of ours can be shown.
    let notes = serde_json::json!({
        "away": [words.away_title, words.away_text],
        "full": [words.full_title, words.full_text],
        "wait": [words.wait_title, words.wait_text],
        "back": words.back,
    });
    Some(
        view! {
            <div
                class="box on-device"
                data-id=token.on_device()
                data-pages=pages(page, questionnaire)
                data-seconds=seconds.to_string()
                data-notes=notes.to_string()
                hidden
            >
                <p id="on-device-hint">{words.hint.as_str()}</p>
                <label class="choice">
                    <input type="checkbox" autocomplete="off" aria-describedby="on-device-hint" />
                    <span>{words.not_mine.as_str()}</span>
                </label>
            </div>
        }
        .into_any(),
    )
}

/// The line that says what is on the device, on every page of a questionnaire.
pub(crate) fn state(page: &Page) -> Option<AnyView> {
    // A receipt is the same for whoever is shown it, and nothing lies on the device then.
    let shown = page.path.starts_with("/svar") && page.path != "/svar/kvittering";
    let shown = shown && page.tablet.is_none() && page.token.is_some();
    let words = &page.words.answer.on_device;
    shown.then(|| {
        view! {
            <p
                class="net-state"
                role="status"
                data-storing=words.storing.as_str()
                data-stored=words.stored.as_str()
                data-failed=words.failed.as_str()
                data-waiting=words.waiting.as_str()
                data-forgotten=words.forgotten.as_str()
                hidden
            ></p>
        }
        .into_any()
    })
}
