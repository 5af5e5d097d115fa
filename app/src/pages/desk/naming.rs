//! What place and people are called: a choice for each name that the instrument offers words for.

use crate::components::form::Select;
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::instrument::Instrument;

/// Name of the field of a name's word. Its key begins with a letter whatever the instrument calls its names.
pub fn name_field(name: &str) -> String {
    format!("names[{}]", name_key(name))
}

/// A name's key in the posted fields.
pub fn name_key(name: &str) -> String {
    format!("name-{name}")
}

/// The label of a name.
pub fn name_label(page: &Page, name: &str) -> String {
    let words = &page.words.desk.naming;
    match name {
        "place" => words.place.clone(),
        "users" => words.users.clone(),
        other => fill(&words.other, &[("name", other)]),
    }
}

/// The choices; nothing where the instrument offers none.
#[component]
pub fn NameFields(
    /// The request.
    page: Page,
    /// What it offers, in the words chosen so far.
    instrument: Instrument,
) -> impl IntoView {
    let words = &page.words.desk.naming;
    if instrument.names.is_empty() {
        return ().into_any();
    }
    let fields = instrument.names.iter().map(|(name, offered)| {
        let hint = match name.as_str() {
            "place" => words.place_hint.as_str(),
            "users" => words.users_hint.as_str(),
            _ => "",
        };
        let choices = offered.iter().map(|word| (word.clone(), word.clone())).collect::<Vec<_>>();
        view! {
            <Select
                page=page.clone()
                name=name_field(name)
                label=name_label(&page, name)
                hint=hint
                choices
                value=instrument.chosen.get(name).cloned().unwrap_or_default()
            />
        }
    });
    let fields = fields.collect_view();
    view! {
        <h2 id="ordene">{words.title.as_str()}</h2>
        <p>{words.lead.as_str()}</p>
        {fields}
    }
    .into_any()
}
