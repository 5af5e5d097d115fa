//! What should come first, on the desk: opening a vote, its code, its sums; or dots counted by hand.

use super::frame::SmallForm;
use super::hearing::Loaded;
use crate::components::form::{Hidden, TextArea, TextField};
use crate::components::plot::DataTable;
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::chart::Table;
use screening::hearing::{MOST_OPTIONS, Priorities, Votes};
use workflow::hearings::VoteView;

/// The vote's part of the room's page.
#[component]
pub fn Vote(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// The vote, if there is one.
    vote: Option<VoteView>,
    /// Options to begin with, one a line.
    suggested: String,
    /// The minutes are approved: nothing is voted any more.
    approved: bool,
) -> impl IntoView {
    let words = &page.words.desk.vote;
    let values = || vec![("screening", loaded.screening.id.clone()), ("number", loaded.sitting.to_string())];
    let open = vote.as_ref().is_some_and(|vote| vote.open);
    let options = vote.as_ref().map_or(suggested, |vote| vote.options.join("\n"));
    let shown = vote.clone().map(|vote| standing(&page, &vote));
    let close = open.then(|| {
        view! { <SmallForm action="/api/close-vote" values=values() label=words.close.as_str() class="button" /> }
    });
    let begin = (!open && !approved).then(|| {
        let label = if vote.is_some() { &words.again } else { &words.open };
        let hint = fill(&words.options_hint, &[("most", &MOST_OPTIONS.to_string())]);
        view! {
            <form method="post" action="/api/open-vote">
                {values()
                    .into_iter()
                    .map(|(name, value)| view! { <Hidden name=name value=value /> })
                    .collect_view()}
                <TextArea
                    page=page.clone()
                    name="options"
                    label=words.options.as_str()
                    hint=hint
                    value=options.clone()
                    rows=4
                />
                <p class="hint">{words.opening.as_str()}</p>
                <button class="button quiet" type="submit">{label.as_str()}</button>
            </form>
        }
    });
    let dots = (!open && !approved).then(|| dots(&page, values(), &options));
    view! {
        <h2 id="afstemning">{words.title.as_str()}</h2>
        <div id="stemmer" data-live="">{shown}</div>
        {close}
        {begin}
        {dots}
    }
    .into_any()
}

/// The code while it is open, the sums after.
pub fn standing(page: &Page, vote: &VoteView) -> AnyView {
    let words = &page.words.desk.vote;
    match &vote.result {
        None => {
            let address = format!("{}/stem", screening::invitation::typed(&page.state.public_url));
            let code = fill(&words.screen_code, &[("address", &address), ("code", &vote.code)]);
            let count = fill(&words.voted, &[("count", &vote.voters.to_string())]);
            view! {
                <p class="half">{code}</p>
                <p role="status">{count}</p>
            }
            .into_any()
        }
        Some(result) => {
            let together = together(page, vote);
            view! { {sums(page, &vote.options, result)}{together} }.into_any()
        }
    }
}

/// What came of it in all sittings together, where there are several.
pub fn together(page: &Page, vote: &VoteView) -> Option<AnyView> {
    let words = &page.words.desk.sittings;
    let sums = match vote.together.as_ref()? {
        Priorities::Few => view! { <p>{words.few_together.as_str()}</p> }.into_any(),
        result => sums(page, &vote.options, result),
    };
    Some(view! { <h3>{words.together.as_str()}</h3>{sums} }.into_any())
}

/// What came of it, most first.
pub fn sums(page: &Page, options: &[String], result: &Priorities) -> AnyView {
    let words = &page.words.desk.vote;
    let (caption, columns, sides): (String, Vec<&str>, Vec<&Votes>) = match result {
        Priorities::Few => return view! { <p>{words.few.as_str()}</p> }.into_any(),
        Priorities::Together(everyone) => (
            fill(&words.together, &[("count", &everyone.voters.to_string())]),
            vec![&words.option, &words.everyone],
            vec![everyone],
        ),
        Priorities::Apart { users, everyone } => (
            fill(
                &words.apart,
                &[("count", &users.voters.to_string()), ("all", &everyone.voters.to_string())],
            ),
            vec![&words.option, &words.users, &words.everyone],
            vec![users, everyone],
        ),
    };
    let of = |votes: &Votes, place: usize| votes.options.get(place).copied().unwrap_or_default();
    let mut places: Vec<usize> = (0..options.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(sides.last().map(|votes| of(votes, *place))));
    let rows = places
        .into_iter()
        .map(|place| {
            let sums = sides.iter().map(|votes| of(votes, place).to_string());
            std::iter::once(options[place].clone()).chain(sums).collect()
        })
        .collect();
    let columns = columns.into_iter().map(str::to_owned).collect();
    view! { <DataTable table=Table { caption, columns, rows } /> }.into_any()
}

fn dots(page: &Page, values: Vec<(&'static str, String)>, options: &str) -> AnyView {
    let words = &page.words.desk.vote;
    let side = |side: &'static str, legend: &'static str| {
        let fields = std::iter::once((format!("{side}[voters]"), words.voters.clone()))
            .chain(
                options
                    .lines()
                    .enumerate()
                    .map(|(place, option)| (format!("{side}[row-{place}]"), option.to_owned())),
            )
            .map(|(name, label)| {
                view! { <TextField page=page.clone() name=name label=label kind="number" class="short" /> }
            })
            .collect_view();
        view! {
            <fieldset class="box">
                <legend>{legend}</legend>
                {fields}
            </fieldset>
        }
    };
    let open =
        page.memory.values.keys().any(|name| name.starts_with("users[") || name.starts_with("others["));
    view! {
        <details class="fold box" open=open>
            <summary>{words.dots.as_str()}</summary>
            <form method="post" action="/api/count-dots">
                {values.into_iter().map(|(name, value)| view! { <Hidden name=name value=value /> }).collect_view()}
                <Hidden name="options" value=options.to_owned() />
                <div class="pair">
                    {side("users", &words.users_side)}
                    {side("others", &words.others_side)}
                </div>
                <button class="button quiet" type="submit">{words.dots_save.as_str()}</button>
            </form>
        </details>
    }
    .into_any()
}
