//! A focus point from every chair and in every language, side by side: so that drift is seen.

use super::{Shown, Which, lang, language_name, part_name, reading, shown};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::chairs::Mark;
use crate::words::fill;
use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use screening::id::FocusPointId;
use screening::instrument::edit::{Part, TextPlace};
use screening::instrument::{FocusPoint, Indicator, Instrument};
use workflow::Error;

/// The page.
pub async fn get(
    page: Page,
    Path((key, point)): Path<(String, String)>,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let this = shown(&page, &key, &which).await?;
    let id = FocusPointId::from(point);
    let point = this.instrument.focus_point(&id).cloned().ok_or(PageError(Error::NotFound))?;
    let language = reading(&page, &this.instrument);
    let name = part_name(page.words, &this.instrument, &language, &Part::FocusPoint(id));
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &name.clone(), move || {
        let instrument = &this.instrument;
        let intros: Vec<Row> = instrument
            .groups
            .iter()
            .map(|group| Row::of(&shown, instrument, &TextPlace::Intro(point.id.clone(), group.id.clone())))
            .collect();
        let indicators: Vec<AnyView> =
            point.indicators.iter().map(|one| indicator(&shown, instrument, one)).collect();
        view! {
            <p class="where">
                <a href=this.address("")>{instrument.texts(&language).title.clone()}</a>
            </p>
            <h1 lang=lang(&shown, &language)>{name.clone()}</h1>
            <p class="lead">{shown.words.desk.instruments.beside_lead.as_str()}</p>
            <details class="box">
                <summary>{shown.words.desk.instruments.intros.as_str()}</summary>
                {rows(&shown, instrument, intros)}
            </details>
            {indicators}
            {neighbours(&shown, &this, &point, &language)}
        }
        .into_any()
    }))
}

/// One text in every language.
struct Row {
    name: AnyView,
    texts: Vec<String>,
    long: bool,
}

impl Row {
    fn of(page: &Page, instrument: &Instrument, place: &TextPlace) -> Self {
        let language = reading(page, instrument);
        let group = match place {
            TextPlace::Item(_, group) | TextPlace::Intro(_, group) => Some(group.clone()),
            _ => None,
        };
        let name = match group {
            Some(group) => {
                let name = instrument.texts(&language).group(&group).to_owned();
                view! {
                    <span class="chair-name">
                        <Mark instrument=instrument.clone() group />
                        <span lang=lang(page, &language)>{name}</span>
                    </span>
                }
                .into_any()
            }
            None => super::place_name(page.words, instrument, &language, place).into_any(),
        };
        let text =
            |code: &String| instrument.texts.get(code).map(|texts| place.text(texts)).unwrap_or_default();
        Self { name, texts: instrument.languages.iter().map(text).collect(), long: place.is_list() }
    }
}

/// A row a text: its languages beside each other, below each other on a phone.
fn rows(page: &Page, instrument: &Instrument, rows: Vec<Row>) -> AnyView {
    let drawn = rows.into_iter().filter(|row| row.texts.iter().any(|text| !text.is_empty())).map(|row| {
        let Row { name, texts, long } = row;
        let cells = texts
            .into_iter()
            .zip(&instrument.languages)
            .map(|(text, code)| {
                let missing = text.is_empty();
                let text = if missing {
                    view! { <p class="quiet">{page.words.desk.instruments.no_text.as_str()}</p> }.into_any()
                } else if long {
                    let lines = text.lines().map(|line| view! { <li>{line.to_owned()}</li> }).collect_view();
                    view! { <ul lang=code.clone() dir="auto">{lines}</ul> }.into_any()
                } else {
                    view! { <p lang=code.clone() dir="auto">{text}</p> }.into_any()
                };
                view! {
                    <div>
                        <p class="tag">{language_name(code)}</p>
                        {text}
                    </div>
                }
            })
            .collect_view();
        view! {
            <p class="row-name">{name}</p>
            <div class="languages">{cells}</div>
        }
    });
    drawn.collect_view().into_any()
}

fn indicator(page: &Page, instrument: &Instrument, indicator: &Indicator) -> AnyView {
    let words = &page.words.desk.instruments;
    let id = &indicator.id;
    let language = reading(page, instrument);
    let name = part_name(page.words, instrument, &language, &Part::Indicator(id.clone()));
    let row = |place: TextPlace| Row::of(page, instrument, &place);
    let statements =
        instrument.groups.iter().map(|group| row(TextPlace::Item(id.clone(), group.id.clone()))).collect();
    let mut more = vec![row(TextPlace::Documents(id.clone())), row(TextPlace::Observations(id.clone()))];
    more.extend((1..=5).map(|rating| row(TextPlace::Anchor(id.clone(), rating))));
    more.push(row(TextPlace::Dialogue(id.clone())));
    let value = indicator.value.as_ref().map(|value| {
        let texts = instrument.texts(&language);
        texts.values.get(value).cloned().unwrap_or_else(|| value.to_string())
    });
    let number = indicator.wording.to_string();
    let facts = [value, (indicator.wording > 1).then(|| fill(&words.wording, &[("number", &number)]))];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <section class="side-by-side" id=format!("indikator-{id}")>
            <h2 lang=lang(page, &language)>{name}</h2>
            {(!facts.is_empty()).then(|| view! { <p class="quiet">{facts}</p> })}
            {rows(page, instrument, statements)}
            <details>
                <summary>{words.more_texts.as_str()}</summary>
                {rows(page, instrument, more)}
            </details>
        </section>
    }
    .into_any()
}

/// The focus points before and after.
fn neighbours(page: &Page, this: &Shown, point: &FocusPoint, language: &str) -> AnyView {
    let points = &this.instrument.focus_points;
    let place = points.iter().position(|one| one.id == point.id).unwrap_or_default();
    let link = |place: Option<usize>| {
        let point = points.get(place?)?;
        let name = part_name(page.words, &this.instrument, language, &Part::FocusPoint(point.id.clone()));
        let href = this.address(&format!("punkt/{}", point.id));
        Some(view! { <li><a href=href lang=lang(page, language)>{name}</a></li> })
    };
    let links = [link(place.checked_sub(1)), link(Some(place + 1))];
    view! {
        <nav aria-label=page.words.desk.instruments.neighbours.clone()>
            <ul class="ways">{links.into_iter().flatten().collect_view()}</ul>
        </nav>
    }
    .into_any()
}
