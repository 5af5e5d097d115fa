//! A small place: a group of which so few are invited that full figures can never be shown. The page advises, and
//! records what was chosen; going on as it is stays possible.

use super::course::Course;
use super::frame;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::id::GroupId;
use screening::preparation::{SmallWay, small_groups};
use screening::settings::State;
use workflow::screenings::Screening;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.small;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let language = screening::language::of(shown.language);
        let small = small_groups(&screening.settings, &screening.instrument);
        let size = screening.settings.min_group_size;
        let values =
            [("smallest", &*language.number_word(size.k())), ("full", &*language.number_word(size.d()))];
        let why = fill(&words.why, &values);
        let none = small.is_empty().then(|| view! { <p class="notice">{fill(&words.none, &values)}</p> });
        let ways = [
            (&words.join_another, &words.join_another_text),
            (&words.cards, &words.cards_text),
            (&words.large_only, &words.large_only_text),
            (&words.as_it_is, &words.as_it_is_text),
        ];
        let ways = ways.map(|(name, text)| {
            view! {
                <li>
                    <h2 class="card-title">{name.as_str()}</h2>
                    <p>{fill(text, &values)}</p>
                </li>
            }
        });
        let groups = small
            .into_iter()
            .map(|(group, invited)| one_group(&shown, &here, &screening, &group, invited))
            .collect_view();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {none}
            <p>{why}</p>
            <ul class="cards">{ways.collect_view()}</ul>
            {groups}
            <p><a href=here.address("forbered")>{words.back.as_str()}</a></p>
        }
    }))
}

fn one_group(page: &Page, course: &Course, screening: &Screening, group: &GroupId, invited: u64) -> AnyView {
    let words = &page.words.desk.small;
    let name = screening.instrument.texts(page.language).group(group).to_owned();
    let chosen = screening.settings.preparation.ways.get(group).copied();
    let count = invited.to_string();
    let heading = fill(&words.group, &[("group", &name), ("invited", &count)]);
    let cards = course.address(&format!("samtalekort/{group}/samtalekort.pdf"));
    let choose = if screening.state == State::Prepared {
        let choices = SmallWay::ALL.map(|way| (way.id().to_owned(), way_name(page, way).to_owned()));
        let choices = std::iter::once((String::new(), words.none_chosen.clone())).chain(choices).collect();
        view! {
            <form method="post" action="/api/choose-small-way">
                <Hidden name="screening" value=screening.id.clone() />
                <Hidden name="group" value=group.to_string() />
                <Select
                    page=page.clone()
                    name=way_field(group)
                    label=words.way.as_str()
                    choices=choices
                    value=chosen.map(SmallWay::id).unwrap_or_default()
                />
                <button class="button" type="submit">{words.save.as_str()}</button>
            </form>
        }
        .into_any()
    } else {
        let way = chosen.map_or(words.none_chosen.as_str(), |way| way_name(page, way));
        view! { <p>{format!("{}: {way}", words.way)}</p> }.into_any()
    };
    view! {
        <h2>{heading}</h2>
        {choose}
        <p><a href=cards>{fill(&words.cards_pdf, &[("group", &name)])}</a></p>
    }
    .into_any()
}

/// Name of the field of a group's way.
pub fn way_field(group: &GroupId) -> String {
    format!("ways[{}]", super::settings_fields::group_key(group.as_str()))
}

fn way_name(page: &Page, way: SmallWay) -> &'static str {
    let words = &page.words.desk.small;
    match way {
        SmallWay::JoinAnother => &words.join_another,
        SmallWay::Cards => &words.cards,
        SmallWay::LargeOnly => &words.large_only,
        SmallWay::AsItIs => &words.as_it_is,
    }
}
