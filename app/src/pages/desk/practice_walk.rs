//! The walk through a practice: a situation a page, what one would do, and what may come of it. What was chosen stands
//! in the address and nowhere else.

use super::course::{Course, address as within};
use super::frame;
use crate::error::PageError;
use crate::handbook::chapters;
use crate::page::Page;
use crate::pages::handbook;
use crate::practice::{Shows, Situation, Trail, situations};
use crate::words::fill;
use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::HearingNumber;
use serde::Deserialize;
use workflow::Error;
use workflow::screenings::Screening;

/// Address of the walk through a practice.
pub fn address(id: &str) -> String {
    within(id, "oevelse")
}

/// Where one is: the situation's number (none: the beginning; past the last: the summary), and what was chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Walk {
    trin: String,
    valg: String,
}

/// The page.
pub async fn get(
    page: Page,
    Path(id): Path<String>,
    Query(walk): Query<Walk>,
) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    if screening.practice.is_none() {
        return Err(PageError(Error::NotFound));
    }
    let course = Course::of(&page, &screening).await?;
    let all = situations(page.language);
    let here = Here { page: page.clone(), id: id.clone(), all, trail: Trail::read(&walk.valg, all) };
    let number = walk.trin.parse::<usize>().unwrap_or(0);
    let shown = match number.checked_sub(1).and_then(|place| all.get(place)) {
        Some(situation) => beside(&page, &screening, situation.shows).await?,
        None => Vec::new(),
    };
    let words = &page.words.desk.practice;
    let title = match number {
        0 => words.walk_title.clone(),
        number => all.get(number - 1).map_or_else(|| words.summary_title.clone(), |one| one.title.clone()),
    };
    Ok(frame::render(&page, &course, &title, move || match number {
        0 => beginning(&here),
        number if number <= all.len() => situation(&here, number - 1, shown),
        _ => summary(&here),
    }))
}

/// What every page of the walk needs.
struct Here {
    page: Page,
    id: String,
    all: &'static [Situation],
    trail: Trail,
}

impl Here {
    /// Address of a situation by its place, with what was chosen.
    fn at(&self, place: usize, trail: &Trail) -> String {
        format!("{}?trin={}&valg={}", address(&self.id), place + 1, trail.written())
    }
}

/// What of the practice's own screening stands beside a situation: a heading, then lines.
async fn beside(page: &Page, screening: &Screening, shows: Option<Shows>) -> Result<Vec<String>, PageError> {
    let words = &page.words.desk.practice;
    let workflow = &page.state.workflow;
    let texts = screening.instrument.texts(page.language);
    let language = screening::language::of(page.language);
    Ok(match shows {
        None => Vec::new(),
        Some(Shows::Counts) => workflow
            .counts(&page.actor, &screening.id)
            .await?
            .iter()
            .map(|count| {
                let counted = language.counted(count.submitted, count.invited);
                fill(&words.counted, &[("group", texts.group(&count.group)), ("counted", &counted)])
            })
            .collect(),
        Some(Shows::Agenda) => {
            let material =
                workflow.hearing_material(&page.actor, &screening.id, HearingNumber::First, None).await?;
            let line = |theme: screening::hearing::ThemePage| match theme.why {
                Some(why) => format!("{}. {why}", theme.title),
                None => theme.title,
            };
            material.themes.into_iter().map(line).collect()
        }
    })
}

fn beginning(here: &Here) -> AnyView {
    let words = &here.page.words.desk.practice;
    let list = here.all.iter().enumerate().map(|(place, one)| {
        view! { <li><a href=here.at(place, &here.trail)>{one.title.as_str()}</a></li> }
    });
    view! {
        <h1>{words.walk_title.as_str()}</h1>
        <p class="lead">{words.walk_lead.as_str()}</p>
        <p><a class="button" href=here.at(0, &here.trail)>{words.begin.as_str()}</a></p>
        <h2>{words.all.as_str()}</h2>
        <ol>{list.collect_view()}</ol>
    }
    .into_any()
}

fn situation(here: &Here, place: usize, shown: Vec<String>) -> AnyView {
    let words = &here.page.words.desk.practice;
    let one = &here.all[place];
    let about = fill(
        &words.situation,
        &[
            ("number", &(place + 1).to_string()),
            ("count", &here.all.len().to_string()),
            ("step", one.step.step().name(here.page.words)),
        ],
    );
    let told = one.situation.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view();
    let shown = (!shown.is_empty()).then(|| {
        let lines = shown.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class="box">{lines.collect_view()}</ul> }
    });
    let link = one.link.as_ref().map(|link| {
        view! { <p><a href=within(&here.id, &link.page)>{link.text.as_str()}</a></p> }
    });
    let below = match here.trail.choice(place) {
        None => choices(here, place),
        Some(chosen) => told_of(here, place, chosen),
    };
    view! {
        <p class="tag">{about}</p>
        <h1>{one.title.as_str()}</h1>
        {told}
        {shown}
        {link}
        {below}
    }
    .into_any()
}

/// What one may do.
fn choices(here: &Here, place: usize) -> AnyView {
    let words = &here.page.words.desk.practice;
    let choices = here.all[place].choices.iter().enumerate().map(|(number, choice)| {
        let href = here.at(place, &here.trail.with(place, Some(number)));
        view! { <li><a href=href>{choice.text.as_str()}</a></li> }
    });
    view! {
        <h2>{words.what_now.as_str()}</h2>
        <ul class="cards">{choices.collect_view()}</ul>
    }
    .into_any()
}

/// What may come of it: of what was chosen first, then of the rest.
fn told_of(here: &Here, place: usize, chosen: usize) -> AnyView {
    let words = &here.page.words.desk.practice;
    let one = &here.all[place];
    let mark = |ours: bool| ours.then(|| view! { <p class="tag">{words.we_would.as_str()}</p> });
    let others = one.choices.iter().enumerate().filter(|(number, _)| *number != chosen).map(|(_, choice)| {
        view! {
            <li>
                {mark(choice.ours)}
                <h3 class="card-title">{choice.text.as_str()}</h3>
                <p>{choice.comment.as_str()}</p>
            </li>
        }
    });
    let others = others.collect_view();
    let own = &one.choices[chosen];
    let last = place + 1 == here.all.len();
    let next = if last { &words.to_summary } else { &words.next };
    view! {
        <section class="box">
            <p class="tag">{words.you_chose.as_str()}</p>
            <h2 class="card-title">{own.text.as_str()}</h2>
            {mark(own.ours)}
            <p>{own.comment.as_str()}</p>
        </section>
        <p><a class="button" href=here.at(place + 1, &here.trail)>{next.as_str()}</a></p>
        <h2>{words.other_choices.as_str()}</h2>
        <ul class="cards">{others}</ul>
        <h2>{words.source.as_str()}</h2>
        <p>{one.source.as_str()}</p>
        <h2>{words.ours.as_str()}</h2>
        <p>{one.ours.as_str()}</p>
        <ul class="ways">
            <li>{chapter(here, one)}</li>
            <li><a href=here.at(place, &here.trail.with(place, None))>{words.again.as_str()}</a></li>
        </ul>
    }
    .into_any()
}

/// The way to the handbook's chapter about a situation.
fn chapter(here: &Here, one: &Situation) -> Option<AnyView> {
    let chapter = chapters(here.page.language).iter().find(|chapter| chapter.id == one.chapter)?;
    let name = fill(&here.page.words.desk.practice.chapter, &[("title", &chapter.title)]);
    Some(view! { <a href=handbook::address(&chapter.id)>{name}</a> }.into_any())
}

fn summary(here: &Here) -> AnyView {
    let words = &here.page.words.desk.practice;
    let rows = here.all.iter().enumerate().map(|(place, one)| {
        let chosen = here.trail.choice(place).map(|number| &one.choices[number]);
        let text = chosen.map_or(words.not_chosen.as_str(), |choice| choice.text.as_str());
        let ours = chosen.is_none_or(|choice| !choice.ours).then(|| {
            let ours: Vec<String> =
                one.choices.iter().filter(|choice| choice.ours).map(|choice| choice.text.clone()).collect();
            view! { <p>{format!("{}: {}.", words.we_would, ours.join(". "))}</p> }
        });
        view! {
            <li>
                <h2 class="card-title"><a href=here.at(place, &here.trail)>{one.title.as_str()}</a></h2>
                <p>{format!("{}: {text}.", words.you_chose)}</p>
                {ours}
                <p>{chapter(here, one)}</p>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h1>{words.summary_title.as_str()}</h1>
        <p class="lead">{words.summary_lead.as_str()}</p>
        <ol class="cards">{rows}</ol>
        <ul class="ways">
            <li><a class="button" href=within(&here.id, "hoering/1")>{words.hold_it.as_str()}</a></li>
            <li><a href=address(&here.id)>{words.from_start.as_str()}</a></li>
            <li><a href=super::practice::PRACTICE>{words.own.as_str()}</a></li>
            <li><a href="/screeninger">{words.own_screenings.as_str()}</a></li>
        </ul>
    }
    .into_any()
}
