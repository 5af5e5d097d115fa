//! One instrument: what it asks, of whom, its versions, where it is in use, and a copy of one's own.

use super::list::{back, version};
use super::{DRAFT, Shown, Which, address, lang, language_name, part_name, reading, shown};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::course;
use crate::words::{self, fill};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::instrument::edit::Part;
use screening::instrument::{Form, Instrument};
use workflow::instruments::InstrumentUse;
use workflow::screenings::Organisation;

/// The page; of what is only a draft, the draft's.
pub async fn get(
    page: Page,
    Path(key): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let this = shown(&page, &key, &which).await?;
    if this.draft && page.memory.problems.is_empty() && page.memory.notice.is_none() {
        return Ok(Redirect::to(&address(&key, DRAFT)).into_response());
    }
    let workflow = &page.state.workflow;
    let organisations = workflow.facilitated_organisations(&page.actor).await?;
    let uses = workflow.instrument_uses(&page.actor).await?;
    let language = reading(&page, &this.instrument);
    let title = this.instrument.texts(&language).title.clone();
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &title.clone(), move || {
        let words = &shown.words.desk.instruments;
        let instrument = &this.instrument;
        let languages =
            instrument.languages.iter().map(|code| language_name(code)).collect::<Vec<_>>().join(", ");
        let of_us = this.own.as_ref().map(|own| format!("{} · ", own.organisation.name)).unwrap_or_default();
        let [csv, folder] = ["redskab.csv", "redskab.zip"].map(|file| this.address(file));
        view! {
            {back(&shown)}
            <p class="tag">{format!("{of_us}{}", version(&shown, instrument))}</p>
            <h1>{title.clone()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {versions(&shown, &this)}
            <dl class="facts">
                <dt>{words.languages.as_str()}</dt>
                <dd>{languages}</dd>
                <dt>{words.groups.as_str()}</dt>
                <dd>{groups(&shown, &this, &language)}</dd>
                <dt>{words.in_use.as_str()}</dt>
                <dd>{in_use(&shown, instrument, &uses)}</dd>
                <dt>{words.take_along.as_str()}</dt>
                <dd>
                    <a href=csv download>{words.csv.as_str()}</a>
                    <br />
                    <span class="quiet">{words.csv_hint.as_str()}</span>
                    <br />
                    <a href=folder download>{words.folder.as_str()}</a>
                    <br />
                    <span class="quiet">{words.folder_hint.as_str()}</span>
                </dd>
            </dl>
            <h2>{words.holds_title.as_str()}</h2>
            <p>{words.side_by_side.as_str()}</p>
            {contents(&shown, &this, &language)}
            {copy(&shown, &this, &title, organisations)}
        }
        .into_any()
    }))
}

/// The other versions, and the draft.
fn versions(page: &Page, this: &Shown) -> Option<AnyView> {
    let own = this.own.as_ref()?;
    let words = &page.words.desk.instruments;
    let others = own.versions.iter().rev().filter(|one| one.version != this.instrument.version).map(|one| {
        let href = format!("{}?udgave={}", address(&this.key, ""), one.version);
        view! { <li><a href=href>{version(page, one)}</a></li> }
    });
    let others = others.collect_view();
    let all = usize::from(own.origin.is_some()) + own.versions.len() + usize::from(own.draft.is_some());
    let several = (all > 1).then(|| {
        let href = address(&this.key, "aendringer");
        view! { <li><a href=href>{words.see_changes.as_str()}</a></li> }
    });
    let draft = match &own.draft {
        Some(_) => view! {
            <p>
                <a class="button" href=address(&this.key, DRAFT)>
                    {words.go_on.as_str()}
                </a>
            </p>
        }
        .into_any(),
        None => view! {
            <form method="post" action="/api/begin-instrument-draft">
                <Hidden name="instrument" value=this.key.clone() />
                <p>{words.begin_hint.as_str()}</p>
                <button class="button" type="submit">
                    {words.begin.as_str()}
                </button>
            </form>
        }
        .into_any(),
    };
    Some(
        view! {
            {draft}
            <ul class="ways">{others}{several}</ul>
        }
        .into_any(),
    )
}

/// Each group with its number of statements, and the way to what it is asked.
fn groups(page: &Page, this: &Shown, language: &str) -> AnyView {
    let instrument = &this.instrument;
    let texts = instrument.texts(language);
    let asked = instrument.groups.iter().map(|group| {
        let count = |form| instrument.questionnaire(&group.id, form).iter().map(|(_, all)| all.len()).sum();
        let (long, short): (usize, usize) = (count(Form::Long), count(Form::Short));
        let words = &page.words.desk.instruments;
        let numbers = [("long", long.to_string()), ("short", short.to_string())];
        let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
        let said = if short > 0 && short < long { &words.statements_short } else { &words.statements };
        let href = this.address(&format!("gruppe/{}", group.id));
        view! {
            <li>
                <a href=href lang=lang(page, language)>{texts.group(&group.id).to_owned()}</a>
                {format!(": {}", fill(said, &numbers))}
            </li>
        }
    });
    view! { <ul>{asked.collect_view()}</ul> }.into_any()
}

/// The screenings that keep a copy.
fn in_use(page: &Page, instrument: &Instrument, uses: &[InstrumentUse]) -> AnyView {
    let words = &page.words.desk.instruments;
    let found: Vec<AnyView> = uses
        .iter()
        .filter(|one| one.instrument == instrument.id)
        .map(|one| {
            let number = one.version.to_string();
            let said = fill(&words.version, &[("number", &number)]);
            let name = format!("{} · {}", one.organisation, one.name);
            view! { <li><a href=course::address(&one.screening, "")>{name}</a>{format!(" ({said})")}</li> }
                .into_any()
        })
        .collect();
    if found.is_empty() {
        return words.not_used.clone().into_any();
    }
    view! {
        <ul>{found}</ul>
        <p class="quiet">{words.frozen.as_str()}</p>
    }
    .into_any()
}

fn contents(page: &Page, this: &Shown, language: &str) -> AnyView {
    let instrument = &this.instrument;
    let points = instrument.focus_points.iter().map(|point| {
        let name = part_name(page.words, instrument, language, &Part::FocusPoint(point.id.clone()));
        let indicators = point.indicators.iter().map(|indicator| {
            let name = part_name(page.words, instrument, language, &Part::Indicator(indicator.id.clone()));
            view! { <li>{name}</li> }
        });
        let indicators = indicators.collect_view();
        let href = this.address(&format!("punkt/{}", point.id));
        view! {
            <li>
                <h3 lang=lang(page, language)>
                    <a href=href>{name}</a>
                </h3>
                <ul class="bare" lang=lang(page, language)>{indicators}</ul>
            </li>
        }
    });
    view! { <ul class="cards">{points.collect_view()}</ul> }.into_any()
}

/// A copy of one's own.
fn copy(page: &Page, this: &Shown, title: &str, organisations: Vec<Organisation>) -> AnyView {
    let words = &page.words.desk.instruments;
    let places: Vec<_> = organisations.into_iter().map(|one| (one.id, one.name)).collect();
    let only = places.first().filter(|_| places.len() == 1).map(|(id, _)| id.clone());
    let place = match only {
        Some(id) => view! { <Hidden name="organisation" value=id /> }.into_any(),
        None => view! {
            <Select
                page=page.clone()
                name="organisation"
                label=page.words.desk.create.organisation.as_str()
                choices=places
            />
        }
        .into_any(),
    };
    view! {
        <h2>{words.copy.as_str()}</h2>
        <p>{words.copy_lead.as_str()}</p>
        <form method="post" action="/api/copy-instrument">
            <Hidden name="instrument" value=this.key.clone() />
            <Hidden name="version" value=this.instrument.version.to_string() />
            {place}
            <TextField
                page=page.clone()
                name="title"
                label=words.copy_title.as_str()
                hint=words.copy_title_hint.as_str()
                value=words::fill(&words.copy_of, &[("title", title)])
            />
            <button class="button" type="submit">
                {words.copy_submit.as_str()}
            </button>
        </form>
    }
    .into_any()
}
