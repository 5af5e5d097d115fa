//! The forms of a part: of the whole, and of an indicator. Those with settings are in [`super::settings`].

use super::fields::Fields;
use super::{language_name, reading};
use crate::components::form::{Select, field_id};
use crate::page::Page;
use crate::pages::desk::settings_fields::group_key;
use crate::words;
use leptos::prelude::*;
use screening::id::{GroupId, IndicatorId};
use screening::instrument::Instrument;
use screening::instrument::edit::{Draft, Part, TextPlace, meaning_field};

/// Title and hard words.
pub(super) fn whole_fields(fields: &Fields<'_>) -> AnyView {
    let words = &fields.page.words.desk.instrument_edit;
    view! {
        {fields.text(&TextPlace::Title)}
        <p class="hint">{words.explain_hint.as_str()}</p>
        {fields.text(&TextPlace::Explain)}
    }
    .into_any()
}

/// Statements from every chair, prompts, who is asked.
pub(super) fn indicator_fields(fields: &Fields<'_>, id: &IndicatorId) -> AnyView {
    let (page, written) = (fields.page, fields.draft.written());
    let words = &page.words.desk.instrument_edit;
    let language = reading(page, written);
    let texts = fields.typed.texts(&language);
    let Some((_, indicator)) = written.indicator(id) else { return ().into_any() };
    let places = fields.draft.places(&Part::Indicator(id.clone()));
    let of = |wanted: fn(&TextPlace) -> bool| {
        places.iter().filter(|place| wanted(place)).map(|place| fields.text(place)).collect_view()
    };
    let mut values = vec![(String::new(), words.no_value.clone())];
    values.extend(written.values.iter().map(|value| {
        let name = texts.values.get(&value.id).cloned().unwrap_or_else(|| value.id.to_string());
        (value.id.to_string(), name)
    }));
    let chosen = indicator.value.as_ref().map(ToString::to_string).unwrap_or_default();
    let has_values = values.len() > 1;
    let checks = |field: &str, on: &[GroupId]| {
        written
            .groups
            .iter()
            .map(|group| {
                let name = format!("{field}[{}]", group_key(group.id.as_str()));
                let checked = if page.memory.values.is_empty() {
                    on.contains(&group.id)
                } else {
                    page.memory.values.contains_key(&name)
                };
                let label = texts.group(&group.id).to_owned();
                view! {
                    <label class="choice">
                        <input type="checkbox" name=name value="on" checked=checked />
                        <span>{label}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        {of(|place| matches!(place, TextPlace::IndicatorTitle(_)))}
        <p class="hint">{words.items_hint.as_str()}</p>
        {of(|place| matches!(place, TextPlace::Item(..)))}
        <details class="box">
            <summary>{words.of_prompts.as_str()}</summary>
            <p class="hint">{words.list_hint.as_str()}</p>
            {of(|place| matches!(place, TextPlace::Documents(_) | TextPlace::Observations(_)))}
            {of(|place| matches!(place, TextPlace::Anchor(..) | TextPlace::Dialogue(_)))}
        </details>
        <details class="box">
            <summary>{words.of_shape.as_str()}</summary>
            {has_values
                .then(|| {
                    view! {
                        <Select
                            page=page.clone()
                            name="value"
                            label=words.value.as_str()
                            choices=values
                            value=chosen
                        />
                    }
                })}
            <fieldset class="field">
                <legend>{words.short.as_str()}</legend>
                {checks("short", &indicator.short)}
            </fieldset>
            <fieldset class="field">
                <legend>{words.reverse.as_str()}</legend>
                <p class="hint">{words.reverse_hint.as_str()}</p>
                {checks("reverse", &indicator.reverse)}
            </fieldset>
        </details>
    }
    .into_any()
}

/// *Betyder sætningen noget andet nu?* Asked where a group's statement reads otherwise than in the version before, with
/// both beside each other.
pub(super) fn meaning(
    fields: &Fields<'_>,
    id: &IndicatorId,
    group: &GroupId,
    before: &Instrument,
) -> AnyView {
    let (page, words) = (fields.page, &fields.page.words.desk.instrument_edit);
    let of_group = |draft: &Draft| {
        let changed = draft.statements_changed(id, before).into_iter();
        changed.into_iter().find(|(one, _)| one == group).map(|(_, reworded)| reworded).unwrap_or_default()
    };
    let name = meaning_field(group);
    let reworded = of_group(fields.typed_draft);
    let question = (!reworded.is_empty()).then(|| {
        let wording = |instrument: &Instrument| instrument.indicator(id).map_or(1, |(_, one)| one.wording);
        let settled =
            match (of_group(fields.draft).is_empty(), wording(fields.draft.written()) > wording(before)) {
                (true, _) => "",
                (false, true) => "yes",
                (false, false) => "no",
            };
        let chosen = page.memory.value(&name, settled);
        let problem = page.memory.problem(&name).map(|problem| words::problem(page.words, problem));
        let wrong = problem.is_some();
        let choices = [("no", &words.means_same), ("yes", &words.means_other)].map(|(value, label)| {
            let checked = chosen == value;
            view! {
                <label class="choice">
                    <input type="radio" name=name.clone() value=value checked=checked />
                    <span>{label.as_str()}</span>
                </label>
            }
        });
        let both = reworded.iter().map(|one| was_and_is(page, &one.language, &one.was, &one.is));
        view! {
            <fieldset class="field" class:wrong=wrong id=field_id(&name)>
                <legend>{words.means.as_str()}</legend>
                {both.collect_view()}
                <p class="hint">{words.means_hint.as_str()}</p>
                {problem.map(|text| view! { <p class="problem">{text}</p> })}
                {choices.collect_view()}
            </fieldset>
        }
    });
    view! { <div id=format!("{}-asked", field_id(&name)) data-live>{question}</div> }.into_any()
}

/// A text as it was, and beside it as it is.
pub(super) fn was_and_is(page: &Page, code: &str, was: &str, is: &str) -> AnyView {
    let words = &page.words.desk.instruments;
    let side = |tag: &str, text: &str| {
        let tag = format!("{tag} · {}", language_name(code));
        let text = if text.is_empty() { words.no_text.clone() } else { text.to_owned() };
        view! { <div><p class="tag">{tag}</p><p lang=code.to_owned() dir="auto" class="kept-lines">{text}</p></div> }
    };
    view! { <div class="languages">{side(&words.before, was)}{side(&words.after, is)}</div> }.into_any()
}
