//! What a group is asked, as it meets it: in its own order, with the scale in its own words.

use super::{Which, lang, language_name, reading, shown, speaks};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use serde::Deserialize;
use workflow::Error;

/// In which language and form.
#[derive(Debug, Default, Deserialize)]
pub struct How {
    /// Language code.
    #[serde(default, rename = "sprog")]
    language: String,
    /// The short form, where it says so.
    #[serde(default, rename = "skema")]
    form: String,
}

/// What the short form is called in addresses.
const SHORT: &str = "kort";

/// The page.
pub async fn get(
    page: Page,
    Path((key, group)): Path<(String, String)>,
    Query(which): Query<Which>,
    Query(how): Query<How>,
) -> Result<Response, PageError> {
    let this = shown(&page, &key, &which).await?;
    let group = GroupId::from(group);
    if this.instrument.group(&group).is_none() {
        return Err(PageError(Error::NotFound));
    }
    let known = this.instrument.languages.iter().find(|code| **code == how.language);
    let language = known.cloned().unwrap_or_else(|| reading(&page, &this.instrument));
    let form = if how.form == SHORT { Form::Short } else { Form::Long };
    let name = this.instrument.texts(&language).group(&group).to_owned();
    let words = &page.words.desk.instruments;
    let title = fill(&words.asked, &[("group", &name)]);
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &title.clone(), move || {
        let instrument = &this.instrument;
        let here = this.address(&format!("gruppe/{group}"));
        let and = if here.contains('?') { '&' } else { '?' };
        let to = |code: &str, form: Form| {
            let short = if form == Form::Short { format!("&skema={SHORT}") } else { String::new() };
            format!("{here}{and}sprog={code}{short}")
        };
        let languages = instrument.languages.iter().map(|code| {
            let name = language_name(code);
            let current = (*code == language).then_some("page");
            view! { <li><a href=to(code, form) aria-current=current>{name}</a></li> }
        });
        let languages = (instrument.languages.len() > 1)
            .then(|| view! { <ul class="ways">{languages.collect_view()}</ul> });
        let has_short = instrument.indicators().any(|indicator| indicator.short.contains(&group));
        let forms = has_short.then(|| {
            let one = |which: Form, name: &str| {
                let count: usize =
                    instrument.questionnaire(&group, which).iter().map(|(_, all)| all.len()).sum();
                let name = fill(name, &[("statements", &count.to_string())]);
                let current = (which == form).then_some("page");
                view! { <li><a href=to(&language, which) aria-current=current>{name}</a></li> }
            };
            let prepare = &shown.words.desk.prepare;
            let forms = [one(Form::Long, &prepare.long_form), one(Form::Short, &prepare.short_form)];
            view! { <ul class="ways">{forms.collect_view()}</ul> }
        });
        let unspoken =
            (!speaks(&language)).then(|| view! { <p class="notice">{words.unspoken.as_str()}</p> });
        view! {
            <p class="where">
                <a href=this.address("")>{instrument.texts(&reading(&shown, instrument)).title.clone()}</a>
            </p>
            <h1>{title.clone()}</h1>
            {languages}
            {forms}
            {unspoken}
            <div lang=lang(&shown, &language) dir="auto" class="as-asked">
                {questionnaire(&shown, instrument, &group, form, &language)}
            </div>
        }
        .into_any()
    }))
}

fn questionnaire(
    page: &Page,
    instrument: &Instrument,
    group: &GroupId,
    form: Form,
    language: &str,
) -> AnyView {
    let words = &page.words.desk.instruments;
    let texts = instrument.texts(language);
    let asked = instrument.questionnaire(group, form);
    if asked.is_empty() {
        return view! { <p>{words.asked_nothing.as_str()}</p> }.into_any();
    }
    let points = asked.into_iter().map(|(point, indicators)| {
        let intro = texts.focus_points.get(&point.id).and_then(|it| it.intro.get(group)).cloned();
        let statements: Vec<AnyView> = indicators
            .iter()
            .filter_map(|indicator| texts.item(&indicator.id, group))
            .enumerate()
            .map(|(place, text)| statement(instrument, group, language, Some(place + 1), text))
            .collect();
        view! {
            <section>
                <h2>{texts.focus_point(&point.id).to_owned()}</h2>
                {intro.map(|intro| view! { <p class="quiet">{intro}</p> })}
                {statements}
            </section>
        }
    });
    let points = points.collect_view();
    let open = texts.open_question.get(group).map(|question| {
        view! {
            <section>
                <h2>{page.speaking(language).words.desk.prepare.preview_last.as_str()}</h2>
                <p>{question.clone()}</p>
            </section>
        }
    });
    view! {
        {points}
        {open}
    }
    .into_any()
}

/// A statement with its scale; nothing can be chosen.
pub(super) fn statement(
    instrument: &Instrument,
    group: &GroupId,
    language: &str,
    number: Option<usize>,
    text: &str,
) -> AnyView {
    let texts = instrument.texts(language);
    let beside = texts.scale.apart(group).into_iter().filter(|word| !word.is_empty()).map(str::to_owned);
    // A step of a draft that has no words yet is shown by its number.
    let steps = (instrument.scale.min..).zip(&texts.scale.labels);
    let labels = steps.map(|(step, label)| if label.is_empty() { step.to_string() } else { label.clone() });
    let labels = labels.map(|label| view! { <li>{label}</li> }).collect_view();
    view! {
        <div class="asked">
            <p class="asked-statement">
                {number.map(|number| view! { <span class="number">{number}" "</span> })}
                {text.to_owned()}
            </p>
            <ul class="asked-steps">{labels}</ul>
            <ul class="asked-steps quiet">{beside.map(|word| view! { <li>{word}</li> }).collect_view()}</ul>
        </div>
    }
    .into_any()
}
