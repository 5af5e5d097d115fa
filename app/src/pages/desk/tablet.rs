//! A shared tablet. Its user stands with it in their hands, and wants to hand it to the next person in a minute.

use super::course::Course;
use super::frame::{self, SmallForm};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select, TextField};
use crate::error::PageError;
use crate::page::Page;
use crate::words;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::settings::State;
use workflow::tablets::USUAL_MINUTES;

/// The page within a screening.
pub const TABLET: &str = "tablet";

/// What starting means, the form, and the tablets that are in use.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let tablets = page.state.workflow.tablets(&page.actor, &id).await?;
    let words = &page.words.desk.tablet;
    if screening.state != State::Open {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_open));
    }
    let texts = screening.instrument.texts(page.language);
    let groups = screening.instrument.groups.iter();
    let groups: Vec<_> =
        groups.map(|group| (group.id.to_string(), texts.group(&group.id).to_owned())).collect();
    let usual_group = screening.instrument.groups.iter().find(|group| group.service_users);
    let usual_group = usual_group.map(|group| group.id.to_string()).unwrap_or_default();
    let named = |code: &String| (code.clone(), words::of(code).common.own_name.clone());
    let languages: Vec<_> = screening.instrument.languages.iter().map(named).collect();
    let usual = screening.settings.language.clone();
    let in_use: Vec<String> = tablets.iter().map(|group| texts.group(group).to_owned()).collect();
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let language = match languages.as_slice() {
            [(only, _)] => view! { <Hidden name="language" value=only.clone() /> }.into_any(),
            _ => view! {
                <Select page=shown.clone() name="language" label=words.language.as_str() choices=languages value=usual />
            }
            .into_any(),
        };
        let in_use = (!in_use.is_empty()).then(|| {
            let values = vec![("screening", here.id.clone())];
            view! {
                <h2>{words.in_use.as_str()}</h2>
                <ul>{in_use.into_iter().map(|group| view! { <li>{group}</li> }).collect_view()}</ul>
                <p>{words.end_text.as_str()}</p>
                <SmallForm action="/api/end-tablets" values label=words.end.as_str() />
            }
            .into_any()
        });
        let means = [&words.signs_out, &words.one_each, &words.sweeps, &words.ends, &words.browser];
        view! {
            <h1>{words.title.as_str()}</h1>
            <SavedNotice page=shown.clone() />
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <ul>{means.into_iter().map(|line| view! { <li>{line.as_str()}</li> }).collect_view()}</ul>
            <form method="post" action="/api/start-tablet" data-once="">
                <Hidden name="screening" value=here.id.clone() />
                <Select page=shown.clone() name="group" label=words.group.as_str() choices=groups value=usual_group />
                {language}
                <TextField
                    page=shown.clone()
                    name="minutes"
                    label=words.minutes.as_str()
                    hint=words.minutes_hint.as_str()
                    value=USUAL_MINUTES.to_string()
                    kind="number"
                    class="short"
                />
                <button class="button" type="submit">{words.start.as_str()}</button>
            </form>
            {in_use}
        }
        .into_any()
    }))
}
