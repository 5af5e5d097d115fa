//! Material to print: an easy first page, then a page a theme.

use super::chairs::Chairs;
use super::hearing::{Loaded, load};
use super::hearing_agenda::{Timetable, theme_title};
use super::hearing_minutes::said;
use crate::components::plot::Plot;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::chart::{Drawing, PlotRow, Width};
use screening::figures;
use screening::hearing::{HearingNumber, MinuteLine, Theme};
use screening::picture::Kind;
use workflow::pictures::PictureView;

/// The sheets.
pub async fn get(page: Page, Path((id, number)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let name = screening::language::of(page.language).hearing_name(loaded.number);
    let words = &page.words.desk.material;
    let title = format!("{} · {name}", words.title);
    let Some(hearing) = loaded.hearing.clone() else {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(super::frame::render_empty(&page, &loaded.course, &title, text));
    };
    let picture = page.state.workflow.picture(&page.actor, &id).await?;
    let earlier = match loaded.number {
        HearingNumber::First => Vec::new(),
        HearingNumber::Second => {
            let first = page.state.workflow.hearing(&page.actor, &id, HearingNumber::First).await?;
            first.minutes.into_iter().map(|(_, line)| line).collect()
        }
    };
    let shown = page.clone();
    Ok(page.render(Frame::Sheet, &title, move || {
        let themes = hearing.plan.themes.clone();
        let pages = themes
            .iter()
            .enumerate()
            .map(|(place, theme)| {
                let where_in = fill(
                    &words.theme_of,
                    &[
                        ("hearing", name),
                        ("theme", &(place + 1).to_string()),
                        ("of", &themes.len().to_string()),
                    ],
                );
                match loaded.number {
                    HearingNumber::First => first_theme(&shown, &loaded, &picture, theme, where_in),
                    HearingNumber::Second => second_theme(&shown, &loaded, &earlier, theme, where_in),
                }
            })
            .collect::<Vec<_>>();
        let back = super::hearing::address(&loaded.screening.id, loaded.number, "");
        view! {
            <p class="no-print narrow">
                <a href=back>{words.back.as_str()}</a>
                " "
                {words.print.as_str()}
            </p>
            <FirstPage page=shown.clone() loaded=loaded.clone() themes=themes.clone() />
            {pages}
        }
    }))
}

/// What a hearing is, in easy language, with the card for everyone and the time.
#[component]
fn FirstPage(page: Page, loaded: Loaded, themes: Vec<Theme>) -> impl IntoView {
    let words = &page.words.desk.material;
    let language = screening::language::of(page.language);
    let plan = loaded.hearing.as_ref().map(|hearing| hearing.plan.clone()).unwrap_or_default();
    let when: Vec<String> =
        [plan.date, plan.place].into_iter().filter(|text| !text.trim().is_empty()).collect();
    let heading = if plan.conversation {
        language.conversation().to_owned()
    } else {
        language.hearing_name(loaded.number).to_owned()
    };
    let what = match loaded.number {
        HearingNumber::First => &words.what_one,
        HearingNumber::Second => &words.what_two,
    };
    view! {
        <article class="sheet">
            <p class="where">{format!("{} · {}", loaded.course.organisation, loaded.course.name)}</p>
            <h1>{heading}</h1>
            <p class="lead">{when.join(" · ")}</p>
            <p>{what.as_str()}</p>
            <p>{words.about_place.as_str()}</p>
            <h2>{words.card.as_str()}</h2>
            <ul class="easy">
                <li>{words.card_say.as_str()}</li>
                <li>{words.card_silent.as_str()}</li>
                <li>{words.card_written.as_str()}</li>
                <li>{words.card_leave.as_str()}</li>
            </ul>
            <h2>{words.numbers.as_str()}</h2>
            <ul class="easy">
                <li>{words.numbers_scale.as_str()}</li>
                <li>{words.numbers_n.as_str()}</li>
                <li>{words.numbers_marks.as_str()}</li>
            </ul>
            <h2>{words.today.as_str()}</h2>
            <Timetable page=page.clone() loaded=loaded.clone() themes />
        </article>
    }
    .into_any()
}

/// A theme of the first hearing: three statements, one plot, one question.
fn first_theme(
    page: &Page,
    loaded: &Loaded,
    picture: &PictureView,
    theme: &Theme,
    where_in: String,
) -> AnyView {
    let words = &page.words.desk.material;
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let texts = instrument.texts(page.language);
    let point = instrument.focus_point(&theme.focus_point);
    let indicator = theme
        .indicator
        .clone()
        .or_else(|| point.and_then(|point| point.indicators.first()).map(|indicator| indicator.id.clone()));
    let prefix = format!("theme-{}", theme.focus_point);
    let drawing = Drawing { published: &picture.published, instrument, language, prefix: &prefix };
    let mut rows = vec![PlotRow::new(Kind::FocusPoint, theme.focus_point.as_str())];
    rows.extend(indicator.iter().map(|indicator| PlotRow::new(Kind::Indicator, indicator.as_str())));
    let any = figures::any(&picture.published, instrument);
    let plot = any
        .then(|| drawing.dot_plot(&rows, Width::Print))
        .map(|chart| view! { <Plot chart fold=page.words.common.table.as_str() /> });
    let published = any.then(|| picture.published.clone());
    let chairs = indicator.clone().map(|indicator| {
        view! { <Chairs instrument=instrument.clone() published indicator language /> }
    });
    let question = indicator
        .as_ref()
        .and_then(|indicator| texts.indicators.get(indicator))
        .and_then(|texts| texts.dialogue.clone())
        .unwrap_or_else(|| words.question.clone());
    view! {
        <article class="sheet">
            <p class="where">{where_in}</p>
            <h2 class="sheet-title">{theme_title(page, loaded, theme)}</h2>
            {chairs}
            {plot}
            <p class="ask">{question}</p>
            <p class="quiet">{words.users_first.as_str()}</p>
            <div class="write-lines" aria-hidden="true"></div>
        </article>
    }
    .into_any()
}

/// A theme of the second hearing: what was said, and three questions.
fn second_theme(
    page: &Page,
    loaded: &Loaded,
    earlier: &[MinuteLine],
    theme: &Theme,
    where_in: String,
) -> AnyView {
    let words = &page.words.desk.material;
    let lines = earlier
        .iter()
        .filter(|line| line.focus_point == theme.focus_point)
        .map(|line| view! { <li>{said(page, loaded, line)}</li> })
        .collect::<Vec<_>>();
    let none = lines.is_empty().then(|| view! { <p>{words.nothing_said.as_str()}</p> });
    view! {
        <article class="sheet">
            <p class="where">{where_in}</p>
            <h2 class="sheet-title">{theme_title(page, loaded, theme)}</h2>
            <h3>{words.you_said.as_str()}</h3>
            {none}
            <ul class="easy">{lines}</ul>
            <p class="ask">{words.is_this_it.as_str()}</p>
            <ul class="easy">
                <li>{words.what_to_correct.as_str()}</li>
                <li>{words.what_is_missing.as_str()}</li>
                <li>{words.what_first.as_str()}</li>
            </ul>
            <div class="write-lines" aria-hidden="true"></div>
        </article>
    }
    .into_any()
}
