//! The screen that the room looks at: one theme at a time, in type that is read at five metres.
//!
//! A room of a dozen people sits up to five metres from a screen about 1.4 metres wide. Letters are easy to read from an
//! angle of 15 minutes of arc, three times what a keen eye needs; at five metres that is capitals of 22 millimetres. A
//! capital of IBM Plex Sans is 0.7 of its size, so that everything the room reads is at least 2.2 hundredths of the
//! screen's width (`style/stage.css`; the browser test measures it). What the facilitator alone needs is smaller.

use super::chairs::Chairs;
use super::hearing::{Loaded, address, load};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::{fill, minutes};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::{HearingNumber, Material, SlotKind, ThemePage, half, timetable};
use workflow::Error;

/// One of its pages: 0 is the welcome, then the themes, then what was said.
pub async fn get(
    page: Page,
    Path((id, number, place)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let page = page.speaking(&loaded.screening.settings.language);
    let language = screening::language::of(page.language);
    let name = loaded.name(&page);
    if loaded.hearing.is_none() {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(super::frame::render_empty(&page, &loaded.course, &name, text));
    }
    let sheets = page.state.workflow.hearing_material(&page.actor, &id, loaded.sitting, None).await?;
    let last = sheets.themes.len() + 1;
    let place = place.parse::<usize>().ok().filter(|place| *place <= last);
    let place = place.ok_or(PageError(Error::NotFound))?;
    // What comes first is asked last.
    let vote = if place == last {
        page.state.workflow.hearing_vote(&page.actor, &id, loaded.sitting).await?
    } else {
        None
    };
    let words = &page.words.desk.stage;
    let theme = place.checked_sub(1).and_then(|theme| sheets.themes.get(theme)).cloned();
    let heading = match (&theme, place) {
        (Some(theme), _) => theme.title.clone(),
        (None, 0) => words.welcome.clone(),
        (None, _) => words.closing.clone(),
    };
    let title = format!("{heading} · {name}");
    let shown = page.clone();
    Ok(page.render(Frame::Stage, &title, move || {
        let kicker = match &theme {
            Some(theme) if loaded.course.practice => {
                format!("{name} · {} · {}", language.inside(&theme.heading), loaded.course.organisation)
            }
            Some(theme) => format!("{name} · {}", language.inside(&theme.heading)),
            None => format!("{name} · {}", loaded.course.organisation),
        };
        let body = match theme {
            Some(theme) => of_theme(&shown, &loaded, &theme),
            None if place == 0 => lines(&sheets.card),
            None => lines(sheets.easy.last().map_or(&[], |(_, paragraphs)| paragraphs)),
        };
        view! {
            <p class="where">{kicker}</p>
            <h1>{heading}</h1>
            {body}
            {vote.map(|vote| view! { <div id="stemmer" data-live="">{super::hearing_vote::standing(&shown, &vote)}</div> })}
            {foot(&shown, &loaded, &sheets, place)}
            <script type="module" src=(shown.state.assets)("hearing.js")></script>
        }
    }))
}

fn lines(lines: &[String]) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect::<Vec<_>>();
    view! { <ul class="stage-lines">{lines}</ul> }.into_any()
}

/// The first hearing looks at figures and a question, the second at what was said.
fn of_theme(page: &Page, loaded: &Loaded, theme: &ThemePage) -> AnyView {
    let material = &page.words.desk.material;
    if loaded.number == HearingNumber::Second {
        let said = if theme.minutes.is_empty() {
            view! { <p>{material.nothing_said.as_str()}</p> }.into_any()
        } else {
            lines(&theme.minutes)
        };
        return view! {
            {said}
            <p class="ask">{material.is_this_it.as_str()}</p>
        }
        .into_any();
    }
    let chairs = (!theme.chairs.is_empty()).then(|| {
        let instrument = loaded.screening.instrument.clone();
        view! { <Chairs instrument=instrument chairs=theme.chairs.clone() /> }
    });
    let track = theme.track.clone().map(|track| view! { <div class="track" inner_html=track.svg></div> });
    let question = theme.question.clone().unwrap_or_else(|| material.question.clone());
    view! {
        {chairs}
        {track}
        <p class="ask">{question}</p>
    }
    .into_any()
}

/// Who is in the room, the time, and the way on.
fn foot(page: &Page, loaded: &Loaded, sheets: &Material, place: usize) -> AnyView {
    let words = &page.words.desk.stage;
    let language = screening::language::of(page.language);
    let themes = sheets.themes.len();
    let plan = loaded.hearing.as_ref().map(|hearing| hearing.plan.clone()).unwrap_or_default();
    let present = half(&plan.present, &loaded.screening.instrument);
    let room = if plan.conversation {
        language.conversation().to_owned()
    } else if present.total > 0 {
        language.half(present)
    } else {
        words.not_counted.clone()
    };
    let here = match place {
        0 => SlotKind::Welcome,
        place if place <= themes => SlotKind::Theme(place - 1),
        _ => SlotKind::Closing,
    };
    let length = timetable(themes).into_iter().find(|slot| slot.kind == here).map(|slot| slot.minutes);
    let clock = length.map(|length| {
        let said = fill(&words.clock, &[("minutes", &minutes(page.words, length))]);
        view! {
            <p
                class="clock"
                role="timer"
                data-minutes=length.to_string()
                data-left=words.left.as_str()
                data-over=words.over.as_str()
            >
                {said}
            </p>
            <button
                type="button"
                class="link for-facilitator"
                hidden
                id="ur"
                data-start=words.start.as_str()
                data-stop=words.stop.as_str()
            ></button>
        }
    });
    let at = |place: usize| address(&loaded.screening.id, loaded.sitting, &format!("skaerm/{place}"));
    let previous = place.checked_sub(1).map(|place| {
        view! { <a rel="prev" href=at(place)>{words.previous.as_str()}</a> }
    });
    let next =
        (place <= themes).then(|| view! { <a rel="next" href=at(place + 1)>{words.next.as_str()}</a> });
    let room_page = address(&loaded.screening.id, loaded.sitting, "rum");
    view! {
        <div class="stage-foot">
            <p id="i-rummet" class="stage-half" data-live="">{room}</p>
            {clock}
        </div>
        <nav class="for-facilitator" aria-label=words.title.as_str()>
            {previous}
            {next}
            <a href=room_page>{words.leave.as_str()}</a>
            <span class="with-script" hidden>{words.keys.as_str()}</span>
        </nav>
    }
    .into_any()
}
