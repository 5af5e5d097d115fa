//! Material to print: an easy first page, a page a theme, and what the facilitator does.

use super::chairs::Chairs;
use super::hearing::load;
use crate::components::plot::Plot;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::minutes;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::{HearingNumber, Material, ThemePage};
use screening::instrument::Instrument;

/// The sheets.
pub async fn get(page: Page, Path((id, number)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let page = page.speaking(&loaded.screening.settings.language);
    let language = screening::language::of(page.language);
    let words = &page.words.desk.material;
    let title = format!("{} · {}", words.title, loaded.name(&page));
    if loaded.hearing.is_none() {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(super::frame::render_empty(&page, &loaded.course, &title, text));
    }
    let sheets = page.state.workflow.hearing_material(&page.actor, &id, loaded.sitting, None).await?;
    let shown = page.clone();
    Ok(page.render(Frame::Sheet, &title, move || {
        let instrument = &loaded.screening.instrument;
        let themes = sheets
            .themes
            .iter()
            .map(|theme| theme_sheet(&shown, instrument, loaded.number, theme))
            .collect::<Vec<_>>();
        let back = super::hearing::address(&loaded.screening.id, loaded.sitting, "");
        let conversation =
            loaded.hearing.as_ref().is_some_and(|hearing| hearing.plan.conversation).then(|| {
                view! { <p class="notice">{language.conversation()}</p> }
            });
        let place = loaded.hearing.as_ref().map(|hearing| hearing.plan.place.clone()).unwrap_or_default();
        view! {
            <p class="no-print narrow">
                <a href=back>{words.back.as_str()}</a>
                " "
                {words.print.as_str()}
                " "
                <a href=super::hearing::address(&id, loaded.sitting, "materiale.pdf")>{words.pdf.as_str()}</a>
            </p>
            {first_sheet(&shown, &sheets, place, conversation.into_any())}
            {themes}
            {script_sheet(&shown, &sheets)}
        }
    }))
}

/// What a hearing is, in easy language, with the card for everyone and the time.
fn first_sheet(page: &Page, sheets: &Material, place: String, conversation: AnyView) -> AnyView {
    let words = &page.words.desk.material;
    let easy = sheets
        .easy
        .iter()
        .map(|(heading, paragraphs)| {
            let paragraphs = paragraphs.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
            view! {
                <h2>{heading.clone()}</h2>
                {paragraphs}
            }
        })
        .collect_view();
    let card = sheets.card.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    let columns = &page.words.desk.agenda;
    let agenda = sheets
        .agenda
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{line.what.clone()}</th>
                    <td>{line.time.clone()}</td>
                    <td>{minutes(page.words, line.minutes)}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    let agenda = (!agenda.is_empty()).then(|| {
        view! {
            <h2>{words.today.as_str()}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-label=columns.timetable.as_str()>
                <table>
                    <caption>{columns.timetable.as_str()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{columns.what.as_str()}</th>
                            <th scope="col">{columns.from.as_str()}</th>
                            <th scope="col">{columns.how_long.as_str()}</th>
                        </tr>
                    </thead>
                    <tbody>{agenda}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <article class="sheet easy">
            <p class="where">{sheets.kicker.clone()}</p>
            <h1>{sheets.title.clone()}</h1>
            {(!place.trim().is_empty()).then(|| view! { <p class="lead">{place}</p> })}
            {conversation}
            {easy}
            <h2>{words.card.as_str()}</h2>
            <ul>{card}</ul>
            {agenda}
        </article>
    }
    .into_any()
}

/// A theme: what was asked, one plot, one question; at the second hearing what was said, and three questions.
fn theme_sheet(page: &Page, instrument: &Instrument, number: HearingNumber, theme: &ThemePage) -> AnyView {
    let words = &page.words.desk.material;
    let list =
        |lines: &[String]| lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect::<Vec<_>>();
    let chairs = (!theme.chairs.is_empty()).then(|| {
        view! { <Chairs instrument=instrument.clone() chairs=theme.chairs.clone() /> }
    });
    let chart = theme.chart.clone().map(|chart| {
        view! { <Plot chart fold=page.words.common.table.as_str() /> }
    });
    let why = theme.why.clone().map(|why| view! { <p class="quiet">{why}</p> });
    let asked = match number {
        HearingNumber::First => {
            let question = theme.question.clone().unwrap_or_else(|| words.question.clone());
            view! {
                <p class="ask">{question}</p>
                <p class="quiet">{words.users_first.as_str()}</p>
            }
            .into_any()
        }
        HearingNumber::Second => {
            let said = if theme.minutes.is_empty() {
                view! { <p>{words.nothing_said.as_str()}</p> }.into_any()
            } else {
                view! { <ul class="easy">{list(&theme.minutes)}</ul> }.into_any()
            };
            view! {
                <h3>{words.you_said.as_str()}</h3>
                {said}
                <p class="ask">{words.is_this_it.as_str()}</p>
                <ul class="easy">
                    <li>{words.what_to_correct.as_str()}</li>
                    <li>{words.what_is_missing.as_str()}</li>
                    <li>{words.what_first.as_str()}</li>
                </ul>
            }
            .into_any()
        }
    };
    let evidence = (!theme.evidence.is_empty()).then(|| {
        view! {
            <h3>{words.evidence.as_str()}</h3>
            <ul>{list(&theme.evidence)}</ul>
        }
    });
    let quotes = theme
        .quotes
        .iter()
        .map(|(text, whose)| {
            view! {
                <figure class="quote">
                    <blockquote>
                        <p>{text.clone()}</p>
                    </blockquote>
                    <figcaption>{whose.clone()}</figcaption>
                </figure>
            }
        })
        .collect::<Vec<_>>();
    let quotes = (!quotes.is_empty()).then(|| {
        view! {
            <h3>{words.quotes.as_str()}</h3>
            {quotes}
        }
    });
    // The second hearing looks at what was said, not at the figures once more.
    let figures = (number == HearingNumber::First).then_some((chairs, chart, why));
    view! {
        <article class="sheet">
            <p class="where">{theme.heading.clone()}</p>
            <h2 class="sheet-title">{theme.title.clone()}</h2>
            {figures}
            {asked}
            {evidence}
            {quotes}
        </article>
    }
    .into_any()
}

/// For the facilitator alone.
fn script_sheet(page: &Page, sheets: &Material) -> AnyView {
    let steps = sheets.script.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_view();
    view! {
        <article class="sheet">
            <h2 class="sheet-title">{page.words.desk.material.script.as_str()}</h2>
            <ol>{steps}</ol>
        </article>
    }
    .into_any()
}
