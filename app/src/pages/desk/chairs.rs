//! One indicator from each chair: the statement put to a group, with the group's own figures.

use super::frame::in_lines;
use leptos::prelude::*;
use screening::hearing::Chair;
use screening::id::GroupId;
use screening::instrument::Instrument;

/// The statements side by side, each with what may be said of it.
#[component]
pub fn Chairs(
    /// The groups' marks.
    instrument: Instrument,
    /// The chairs.
    chairs: Vec<Chair>,
) -> impl IntoView {
    let chairs = chairs
        .into_iter()
        .map(|chair| {
            view! {
                <div class="chair">
                    <p class="chair-name">
                        <Mark instrument=instrument.clone() group=chair.group.clone() />
                        {chair.name}
                    </p>
                    <blockquote>
                        <p>{chair.statement}</p>
                    </blockquote>
                    <p class="chair-figure">{in_lines(&chair.figure)}</p>
                </div>
            }
        })
        .collect_view();
    view! { <div class="chairs">{chairs}</div> }.into_any()
}

/// A group's mark, as in every plot; its name stands beside it.
#[component]
pub fn Mark(
    /// Whose groups.
    instrument: Instrument,
    /// The group.
    group: GroupId,
) -> impl IntoView {
    view! { <span class="chair-mark" inner_html=screening::chart::mark(&instrument, &group)></span> }
        .into_any()
}
