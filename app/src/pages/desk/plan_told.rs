//! *I sagde – vi gør*: a line of the minutes or the report, and what is done about it, for a poster after three and six
//! months.

use super::course::Course;
use super::frame;
use super::plan::PLAN;
use super::plan_read::day;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextArea, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::{HearingNumber, LineKind};
use screening::language;
use screening::plan::{MOST_TOLD, Telling};
use screening::report::SectionKind;
use workflow::Problem;
use workflow::plans::StoredTold;

/// Page of it within a screening.
pub const TOLD: &str = "udvikling/i-sagde";

/// Empty pairs that stand below those that are written.
const EMPTY: usize = 2;

/// Something that was said, to choose from.
#[derive(Clone)]
struct Line {
    key: String,
    text: String,
}

/// The page, a form for each time.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.told;
    let plan = page.state.workflow.plan(&page.actor, &id).await?;
    let heard = heard(&page, &id).await?;
    let reported = reported(&page, &id).await?;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let forms = plan.told.iter().map(|(telling, date, stored)| {
            let by = fill(&words.by, &[("day", &day(&shown, *date))]);
            let heading = language::of(shown.language).telling(*telling);
            view! {
                <section aria-labelledby=telling.id()>
                    <h2 id=telling.id()>{heading}</h2>
                    <p>{by}</p>
                    {form(&shown, &here, *telling, stored, [&heard, &reported])}
                    {poster(&shown, &here, *telling, stored)}
                </section>
            }
        });
        view! {
            <p class="where"><a href=here.address(PLAN)>{shown.words.desk.plan.title.as_str()}</a></p>
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {forms.collect_view()}
        }
    }))
}

/// Lines of the minutes that ask for something.
async fn heard(page: &Page, id: &str) -> Result<Vec<Line>, PageError> {
    let mut lines = Vec::new();
    for number in [HearingNumber::First, HearingNumber::Second] {
        let hearing = page.state.workflow.hearing(&page.actor, id, number).await?;
        let asks =
            |kind| matches!(kind, LineKind::New | LineKind::Proposal | LineKind::Added | LineKind::Corrected);
        let found = hearing.minutes.into_iter().filter(|(_, line)| asks(line.kind));
        lines.extend(found.map(|(key, line)| Line { key, text: line.text }));
    }
    Ok(lines)
}

/// Sentences of the released report about what users say and where to begin.
async fn reported(page: &Page, id: &str) -> Result<Vec<Line>, PageError> {
    let report = page.state.workflow.released_report(&page.actor, id).await?.report;
    let told =
        |kind| matches!(kind, SectionKind::Words | SectionKind::Beginnings | SectionKind::SeenDifferently);
    let sentences =
        report.placed_sentences().filter(|(section, one)| told(section.kind) && !one.text.is_empty());
    Ok(sentences.map(|(_, one)| Line { key: one.key.replace('.', "-"), text: one.text.clone() }).collect())
}

fn form(page: &Page, course: &Course, telling: Telling, stored: &StoredTold, lines: [&[Line]; 2]) -> AnyView {
    let words = &page.words.desk.told;
    let name = |what: &str, place: usize| format!("told[{}-{what}-{place}]", telling.id());
    let typed = |place: &usize| {
        ["said", "done"].iter().any(|what| !page.memory.value(&name(what, *place), "").trim().is_empty())
    };
    let last_typed = (0..MOST_TOLD).rev().find(typed);
    let rows = (stored.told.len() + EMPTY).max(last_typed.map_or(0, |last| last + 1)).min(MOST_TOLD);
    let pairs = (0..rows).map(|place| {
        let kept = stored.told.get(place);
        let field = |what: &str| name(what, place);
        view! {
            <fieldset class="pair">
                <legend>{fill(&words.pair, &[("place", &(place + 1).to_string())])}</legend>
                <TextArea
                    page=page.clone()
                    name=field("said")
                    label=words.said.as_str()
                    hint=if place == 0 { words.said_hint.as_str() } else { "" }
                    value=kept.map(|one| one.said.clone()).unwrap_or_default()
                    rows=4
                />
                <TextArea
                    page=page.clone()
                    name=field("done")
                    label=words.done.as_str()
                    hint=if place == 0 { words.done_hint.as_str() } else { "" }
                    value=kept.map(|one| one.done.clone()).unwrap_or_default()
                    rows=4
                />
            </fieldset>
        }
    });
    let [heard, reported] = lines;
    let pick = (stored.told.len() < MOST_TOLD && !(heard.is_empty() && reported.is_empty())).then(|| {
        view! {
            <details class="fold">
                <summary>{words.pick.as_str()}</summary>
                <p>{words.pick_lead.as_str()}</p>
                {choices(telling, &words.from_hearing, heard)}
                {choices(telling, &words.from_report, reported)}
            </details>
        }
    });
    // Typed text that could not be saved stands in the form; above it what stands there now.
    let changed = page.memory.problems.iter().any(|one| one.problem == Problem::Changed);
    let meanwhile = (changed && page.memory.values.contains_key(&name("said", 0))).then(|| {
        let pairs = stored.told.iter().map(|one| {
            view! { <dt>{frame::in_lines(&one.said)}</dt><dd>{frame::in_lines(&one.done)}</dd> }
        });
        view! {
            <details class="box" open=true>
                <summary>{page.words.desk.plan.written_now.as_str()}</summary>
                <dl class="facts">{pairs.collect_view()}</dl>
            </details>
        }
    });
    view! {
        {meanwhile}
        <form method="post" action="/api/save-told">
            <Hidden name="screening" value=course.id.clone() />
            <Hidden name="telling" value=telling.id() />
            <Hidden name="seen" value=stored.revision.to_string() />
            {pairs.collect_view()}
            {pick}
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

/// Boxes to tick: what is ticked is said with the next save.
fn choices(telling: Telling, heading: &'static str, lines: &[Line]) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let boxes = lines.iter().map(|line| {
            let name = format!("pick[{}-{}]", telling.id(), line.key);
            let id = field_id(&name);
            view! {
                <div class="choice">
                    <input type="checkbox" id=id.clone() name=name value=line.text.clone() />
                    <label for=id>{line.text.clone()}</label>
                </div>
            }
        });
        view! {
            <fieldset class="field">
                <legend>{heading}</legend>
                {boxes.collect_view()}
            </fieldset>
        }
        .into_any()
    })
}

fn poster(page: &Page, course: &Course, telling: Telling, stored: &StoredTold) -> AnyView {
    let words = &page.words.desk.told;
    let waiting = stored.told.iter().filter(|one| one.done.is_empty()).count();
    let note = (waiting > 0).then(|| {
        let text = fill(&words.waiting, &[("count", &waiting.to_string())]);
        view! { <p class="quiet">{text}</p> }
    });
    let link = if stored.told.len() > waiting {
        let href = format!("/rapporter/{}/i-sagde-{}.pdf", course.id, telling.id());
        let about = language::of(page.language).telling(telling);
        let name = format!("{}: {about}", words.poster);
        view! { <p><a href=href aria-label=name>{words.poster.as_str()}</a></p> }.into_any()
    } else {
        view! { <p class="quiet">{words.no_poster.as_str()}</p> }.into_any()
    };
    view! {
        {note}
        {link}
    }
    .into_any()
}
