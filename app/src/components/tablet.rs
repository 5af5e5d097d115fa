//! What every page has on a shared tablet: the way out, and the question whether somebody is still there.

use crate::page::Page;
use crate::tablet::{ASKS, DONE, LEFT, STILL, Tablet};
use crate::words::fill;
use leptos::prelude::*;

/// The button that leaves the tablet to the next person.
#[component]
pub fn Leave(
    /// Words on it.
    #[prop(into)]
    label: String,
    /// Its class.
    #[prop(default = "button")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <form method="post" action="/api/answer/leave" class="inline-form">
            <button class=class type="submit">{label}</button>
        </form>
    }
    .into_any()
}

/// The way out, while somebody is answering.
pub(crate) fn way_out(page: &Page) -> Option<AnyView> {
    let answering = page.tablet.is_some() && page.token.is_some();
    let out = answering && !page.path.starts_with("/tablet") && page.path != "/svar/kvittering";
    out.then(|| view! { <a href=DONE>{page.words.answer.tablet.done.as_str()}</a> }.into_any())
}

/// Without scripts, a page that nobody leaves leads on by itself.
pub(crate) fn leads_on(page: &Page) -> Option<AnyView> {
    let (idle, asks) = page.tablet.as_ref()?.patience(&page.path)?;
    let content = match (idle, asks) {
        (0, seconds) | (seconds, 0) => format!("{seconds};url={LEFT}"),
        (seconds, _) => format!("{seconds};url={STILL}"),
    };
    Some(view! { <noscript><meta http-equiv="refresh" content=content /></noscript> }.into_any())
}

/// What the script shows after a while without a touch.
pub(crate) fn still_here(page: &Page) -> Option<AnyView> {
    let tablet: &Tablet = page.tablet.as_ref()?;
    let (idle, asks) = tablet.patience(&page.path).filter(|_| page.path != STILL)?;
    let words = &page.words.answer.tablet;
    let text = fill(&words.still_text, &[("seconds", &ASKS.to_string())]);
    Some(
        view! {
            <div
                class="still"
                role="alertdialog"
                aria-labelledby="still-title"
                aria-describedby="still-text"
                data-idle=idle.to_string()
                data-asks=asks.to_string()
                data-left=LEFT
                hidden
            >
                <div class="box">
                    <h2 id="still-title">{words.still_title.as_str()}</h2>
                    <p id="still-text">{text}</p>
                    <p class="still-left" aria-hidden="true"></p>
                    <button type="button" class="button">{words.still_here.as_str()}</button>
                </div>
            </div>
        }
        .into_any(),
    )
}
