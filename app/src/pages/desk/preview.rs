//! What each group is told and asked, as text, in the language it is told and asked in.

use crate::page::Page;
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::instrument::Group;
use screening::promise::Promise;
use workflow::screenings::Screening;

/// A fold a group.
#[component]
pub fn Preview(
    /// The request.
    page: Page,
    /// The screening.
    screening: Screening,
) -> impl IntoView {
    screening
        .instrument
        .groups
        .iter()
        .map(|group| questionnaire(&page, &screening, group))
        .collect_view()
        .into_any()
}

fn questionnaire(page: &Page, screening: &Screening, group: &Group) -> AnyView {
    let words = &page.words.desk.prepare;
    let asked = page.speaking(&screening.settings.language);
    let texts = screening.instrument.texts(asked.language);
    let promise =
        Promise::new(&screening.settings, &screening.instrument, &group.id, asked.words.sentences());
    let summary = fill(
        &words.preview_group,
        &[
            ("group", screening.instrument.texts(page.language).group(&group.id)),
            ("statements", &promise.statements().to_string()),
            ("minutes", &words::minutes(page.words, promise.minutes())),
        ],
    );
    let told = promise.before_you_start().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let beside = promise.leader_promise().into_iter().chain(promise.contact());
    let beside = beside.map(|text| view! { <p>{text}</p> }).collect_view();
    let points = screening
        .instrument
        .questionnaire(&group.id, screening.settings.form(&group.id))
        .into_iter()
        .map(|(point, indicators)| {
            let intro = texts.focus_points.get(&point.id).and_then(|texts| texts.intro.get(&group.id));
            let statements = indicators
                .iter()
                .filter_map(|indicator| texts.item(&indicator.id, &group.id))
                .map(|statement| view! { <li>{statement.to_owned()}</li> })
                .collect_view();
            view! {
                <h4>{texts.focus_point(&point.id).to_owned()}</h4>
                {intro.map(|intro| view! { <p class="quiet">{intro.clone()}</p> })}
                <ul>{statements}</ul>
            }
        })
        .collect_view();
    let open = texts.open_question.get(&group.id).map(|question| {
        view! { <h4>{asked.words.desk.prepare.preview_last.as_str()}</h4><p>{question.clone()}</p> }
    });
    view! {
        <details class="preview">
            <summary>{summary}</summary>
            <h3>{words.preview_told.as_str()}</h3>
            <div lang=asked.language>
                <ol>{told}</ol>
                {beside}
            </div>
            <h3>{words.preview_asked.as_str()}</h3>
            <div lang=asked.language>
                {points}
                {open}
            </div>
        </details>
    }
    .into_any()
}
