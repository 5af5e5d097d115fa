//! A hearing held several times: the way to its other sittings, one more, one fewer.

use super::frame::SmallForm;
use super::hearing::{Loaded, address};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{Attendance, Sitting};
use workflow::hearings::{HearingView, SittingLine};

/// The sittings of the hearing by letter, where there are several.
#[component]
pub fn OtherSittings(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan and its sittings.
    hearing: HearingView,
    /// The page of each that it leads to.
    #[prop(default = "")]
    at: &'static str,
) -> impl IntoView {
    let words = &page.words.desk.sittings;
    let links = hearing
        .sittings
        .iter()
        .map(|line| {
            let SittingLine { sitting, date, place, .. } = line;
            let name = fill(&words.one, &[("letter", &sitting.letter().to_string())]);
            let when: Vec<&str> =
                [date.trim(), place.trim()].into_iter().filter(|text| !text.is_empty()).collect();
            let said = if when.is_empty() { name } else { format!("{name} · {}", when.join(" · ")) };
            if *sitting == loaded.sitting {
                view! { <li><strong aria-current="page">{said}</strong></li> }.into_any()
            } else {
                let href = address(&loaded.screening.id, *sitting, at);
                view! { <li><a href=href>{said}</a></li> }.into_any()
            }
        })
        .collect_view();
    (hearing.sittings.len() > 1)
        .then(|| {
            view! {
                <nav aria-label=words.all.as_str()>
                    <ul class="ways">{links}</ul>
                </nav>
            }
        })
        .into_any()
}

/// One sitting more, and this one back where it was not held.
#[component]
pub fn Sittings(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan and its sittings.
    hearing: HearingView,
) -> impl IntoView {
    let words = &page.words.desk.sittings;
    let values =
        |sitting: Sitting| vec![("screening", loaded.screening.id.clone()), ("number", sitting.to_string())];
    let named = |text: &str, sitting: Sitting| fill(text, &[("letter", &sitting.letter().to_string())]);
    let last = hearing.sittings.last().map_or(0, |line| line.sitting.place());
    let add = Sitting::new(loaded.number, last + 1).map(|next| {
        view! {
            <SmallForm
                action="/api/add-sitting"
                values=values(next)
                label=named(&words.add, next)
                class="button quiet"
            />
        }
    });
    let unheld =
        hearing.minutes.is_empty() && !hearing.plan.approved && hearing.plan.present == Attendance::default();
    let remove = (!loaded.sitting.is_first() && unheld).then(|| {
        view! {
            <SmallForm
                action="/api/remove-sitting"
                values=values(loaded.sitting)
                label=named(&words.remove, loaded.sitting)
                class="link"
            />
        }
    });
    let several = hearing.sittings.len() > 1;
    view! {
        <details class="fold box" id="samlinger" open=several>
            <summary>{words.title.as_str()}</summary>
            <p>{words.lead.as_str()}</p>
            {add}
            {remove}
        </details>
    }
    .into_any()
}
