//! Ways in beside the first codes: extra codes, open links, posters.

use super::course::Course;
use super::frame::SmallForm;
use crate::components::form::{Select, TextField};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::instrument::Group;
use screening::invitation::link_address;
use screening::settings::State;
use workflow::MOST_EXTRA;
use workflow::screenings::Screening;

/// The form for extra codes, once the first are made. Its answer is the sheet itself: the codes are shown once.
#[component]
pub fn ExtraCodes(
    /// The request.
    page: Page,
    /// Where the screening stands.
    course: Course,
    /// The screening.
    screening: Screening,
) -> impl IntoView {
    let may = screening.state == State::Open || (screening.state == State::Prepared && screening.codes_made);
    let words = &page.words.desk.codes;
    let texts = screening.instrument.texts(page.language);
    let groups = screening.instrument.groups.iter();
    let groups =
        groups.map(|group| (group.id.to_string(), texts.group(&group.id).to_owned())).collect::<Vec<_>>();
    let units = screening.settings.units.clone();
    let hint = fill(&words.extra_count_hint, &[("most", &MOST_EXTRA.to_string())]);
    may.then(move || {
        let units = (!units.is_empty()).then(|| {
            let choices = std::iter::once((String::new(), words.whole_place.clone()))
                .chain(units.into_iter().map(|unit| (unit.clone(), unit)))
                .collect::<Vec<_>>();
            view! { <Select page=page.clone() name="unit" label=words.unit.as_str() choices=choices /> }
        });
        view! {
            <h2>{words.extra_title.as_str()}</h2>
            <p>{words.extra_lead.as_str()}</p>
            <form method="post" action=course.address("koder/flere")>
                <Select page=page.clone() name="group" label=words.group.as_str() choices=groups />
                {units}
                <TextField
                    page=page.clone()
                    name="count"
                    label=words.extra_count.as_str()
                    hint=hint
                    kind="number"
                    class="short"
                />
                <button class="button quiet" type="submit">{words.extra_make.as_str()}</button>
            </form>
        }
    })
    .into_any()
}

/// For each group its open link, on or off, and its poster.
#[component]
pub fn LinksAndPosters(
    /// The request.
    page: Page,
    /// Where the screening stands.
    course: Course,
    /// The screening.
    screening: Screening,
) -> impl IntoView {
    let may = matches!(screening.state, State::Prepared | State::Open);
    let words = &page.words.desk.codes;
    let groups = screening
        .instrument
        .groups
        .iter()
        .map(|group| one_group(&page, &course, &screening, group))
        .collect_view();
    may.then(|| {
        view! {
            <h2>{words.links_title.as_str()}</h2>
            <p>{words.links_lead.as_str()}</p>
            <p>{words.links_cost.as_str()}</p>
            <ul class="cards">{groups}</ul>
        }
    })
    .into_any()
}

fn one_group(page: &Page, course: &Course, screening: &Screening, group: &Group) -> AnyView {
    let words = &page.words.desk.codes;
    let name = screening.instrument.texts(page.language).group(&group.id).to_owned();
    let settings = &screening.settings;
    let on = settings.open_link(&group.id);
    let about = match on {
        Some(link) => {
            let address = link_address(&page.state.public_url, &link.name);
            let text = if screening.state == State::Open { &words.link_on } else { &words.link_on_soon };
            view! {
                <p>{text.as_str()}</p>
                <p class="link-address"><a href=address.clone()>{address.clone()}</a></p>
            }
            .into_any()
        }
        None if settings.open_links.contains_key(&group.id) => {
            view! { <p>{words.link_was_on.as_str()}</p> }.into_any()
        }
        None if group.service_users => view! { <p>{words.link_users.as_str()}</p> }.into_any(),
        None => view! { <p>{words.link_off.as_str()}</p> }.into_any(),
    };
    let values = vec![
        ("screening", screening.id.clone()),
        ("group", group.id.to_string()),
        ("on", if on.is_some() { String::new() } else { "on".to_owned() }),
    ];
    let switch = if on.is_some() { &words.switch_off } else { &words.switch_on };
    let poster = course.address(&format!("plakat/{}/plakat.pdf", group.id));
    let poster_name =
        fill(&words.poster, &[("group", &screening::language::of(page.language).inside(&name))]);
    view! {
        <li>
            <h3 class="card-title">{name.clone()}</h3>
            {about}
            <SmallForm action="/api/switch-open-link" values label=switch.as_str() about=name.clone() />
            <p><a href=poster>{poster_name}</a></p>
        </li>
    }
    .into_any()
}
