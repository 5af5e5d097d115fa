//! Pages to read: rights, how it works, accessibility. Those who want to check what they are promised come here.

use super::answer::{beside_own, promise};
use super::desk::frame::in_lines;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::{Info, fill};
use axum::response::Response;
use leptos::prelude::*;
use screening::promise::{Passage, Promise};
use screening::retention::Times;
use screening::settings::{LegalFacts, Settings};

/// *Dine rettigheder.*
pub async fn rights(page: Page) -> Result<Response, PageError> {
    passages(page, |words| &words.rights_title, |promise| promise.rights()).await
}

/// *Sådan virker det.*
pub async fn how(page: Page) -> Result<Response, PageError> {
    passages(page, |words| &words.how_title, |promise| promise.how_it_works()).await
}

/// The accessibility statement: what holds for the program, and what the installation says of itself.
pub async fn accessibility(page: Page) -> Result<Response, PageError> {
    let (page, _) = beside_own(page).await;
    let words = &page.words.answer.info;
    let own = page.state.workflow.accessibility_statement().await?;
    let back = page.token.is_some().then(|| page.words.answer.helper.back.clone());
    let said = &page.words.desk.statement;
    Ok(page.render(Frame::Answering, &words.accessibility_title, move || {
        let answers = (!own.body.is_empty()).then(|| fill(&said.answers, &[("body", &own.body)]));
        let contact = (!own.contact.is_empty()).then_some(own.contact);
        let responsible = (answers.is_some() || contact.is_some()).then(|| {
            view! {
                <h2>{said.responsible.as_str()}</h2>
                {answers.map(|text| view! { <p>{text}</p> })}
                {contact.map(|text| view! { <p>{in_lines(&text)}</p> })}
            }
        });
        let known = (!own.limits.is_empty()).then(|| {
            view! {
                <h2>{said.known.as_str()}</h2>
                <p>{in_lines(&own.limits)}</p>
            }
        });
        let official = (!own.address.is_empty())
            .then(|| view! { <p><a href=own.address rel="noreferrer">{said.official.as_str()}</a></p> });
        view! {
            <h1>{words.accessibility_title.clone()}</h1>
            <p>{words.accessibility.clone()}</p>
            {responsible}
            {known}
            {official}
            {back.map(to_questionnaire)}
        }
        .into_any()
    }))
}

/// With the settings of this browser's questionnaire, or else with the installation's facts: what holds everywhere.
async fn passages(
    page: Page,
    title: impl Fn(&'static Info) -> &'static String,
    of: impl Fn(&Promise<'_>) -> Vec<Passage>,
) -> Result<Response, PageError> {
    let (page, own) = beside_own(page).await;
    let (workflow, words) = (&page.state.workflow, &page.words.answer.info);
    let title = title(words);
    let times = workflow.times_told(own.as_ref().map(|own| own.screening.as_str())).await?;
    let legal = workflow.controller_facts().await?;
    let general = if legal.controller.is_empty() { &words.general } else { &words.general_own };
    let general = own.is_none().then(|| general.clone());
    let passages = match &own {
        Some(questionnaire) => of(&promise(questionnaire, page.language).keeping(times)),
        None => everywhere(&page, legal, times, of),
    };
    let heading = title.clone();
    let back = own.as_ref().is_some_and(|own| !own.sent).then(|| page.words.answer.helper.back.clone());
    Ok(page.render(Frame::Answering, title, move || {
        view! {
            <h1>{heading}</h1>
            {general.map(|text| view! { <p class="lead">{text}</p> })}
            {passages
                .into_iter()
                .map(|passage| {
                    view! {
                        <h2>{passage.heading}</h2>
                        {passage.paragraphs.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                    }
                })
                .collect_view()}
            {back.map(to_questionnaire)}
        }
    }))
}

/// Who came here in the middle of answering finds back.
fn to_questionnaire(words: String) -> impl IntoView {
    view! { <p><a class="button" href="/svar">{words}</a></p> }
}

fn everywhere(
    page: &Page,
    legal: LegalFacts,
    times: Times,
    of: impl Fn(&Promise<'_>) -> Vec<Passage>,
) -> Vec<Passage> {
    let Some(instrument) = page.state.instruments.first() else { return Vec::new() };
    let group = instrument.groups.iter().find(|group| group.service_users).or(instrument.groups.first());
    let settings = Settings { legal, ..Settings::default() };
    let language = screening::language::of(page.language);
    let promise = |group| Promise::new(&settings, instrument, group, language).keeping(times);
    group.map(|group| of(&promise(&group.id))).unwrap_or_default()
}
