//! The fields of a screening's settings that creating and preparing share.

use crate::components::form::{Select, TextArea, TextField, field_id};
use crate::page::Page;
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::instrument::{Disclosure, Form, Group, Instrument};
use screening::settings::{GroupSize, Settings};

/// A group's key in the posted fields. It begins with a letter whatever the instrument calls its groups.
pub fn group_key(group: &str) -> String {
    format!("group-{group}")
}

/// Name of the field of a number invited; the unit by its place in the list, `None`: without a unit.
pub fn invited_field(group: &str, unit: Option<usize>) -> String {
    let unit = unit.map(|unit| unit.to_string()).unwrap_or_default();
    format!("invited[{}.{unit}]", group_key(group))
}

/// Name of the field of a group's form.
pub fn form_field(group: &str) -> String {
    format!("forms[{}]", group_key(group))
}

/// Name of the field of whether a group answers jointly.
pub fn joint_field(group: &str) -> String {
    format!("joint[{}]", group_key(group))
}

/// Whether a group answers jointly, in the value of its field.
pub fn joint_value(joint: bool) -> &'static str {
    if joint { "one" } else { "each" }
}

/// A form in the value of its field.
pub fn form_value(form: Form) -> &'static str {
    match form {
        Form::Short => "short",
        Form::Long => "long",
    }
}

/// Name, units, smallest group.
#[component]
pub fn PlaceFields(
    /// The request.
    page: Page,
    /// The screening's name.
    #[prop(into)]
    name: String,
    /// The settings as they stand.
    settings: Settings,
) -> impl IntoView {
    let words = &page.words.desk.prepare;
    let units = settings.units.join("\n");
    let smallest = settings.min_group_size.k().to_string();
    let smallest_hint = fill(&words.smallest_hint, &[("least", &GroupSize::LEAST.to_string())]);
    view! {
        <TextField
            page=page.clone()
            name="name"
            label=words.name.as_str()
            hint=words.name_hint.as_str()
            value=name
        />
        <TextArea
            page=page.clone()
            name="units"
            label=words.units.as_str()
            hint=words.units_hint.as_str()
            value=units
            rows=3
        />
        <TextField
            page=page.clone()
            name="min_group_size"
            label=words.smallest.as_str()
            hint=smallest_hint
            value=smallest
            kind="number"
            class="short"
        />
    }
    .into_any()
}

/// For each group: how many are invited, in each unit, and the short or the long form.
#[component]
pub fn GroupFields(
    /// The request.
    page: Page,
    /// Which groups there are.
    instrument: Instrument,
    /// The settings as they stand.
    settings: Settings,
    /// Units that have fields.
    units: Vec<String>,
) -> impl IntoView {
    let words = &page.words.desk.prepare;
    let texts = instrument.texts(page.language).clone();
    let wrong = page.memory.problem("invited").is_some();
    let problem = page.memory.problem("invited").map(|problem| words::problem(page.words, problem));
    let groups = instrument
        .groups
        .iter()
        .map(|group| {
            let numbers = number_fields(&page, group, &settings, &units);
            let asked = |form| -> usize {
                instrument.questionnaire(&group.id, form).iter().map(|(_, items)| items.len()).sum()
            };
            let choices = [Form::Long, Form::Short]
                .into_iter()
                .map(|form| (form, asked(form)))
                .filter(|(_, statements)| *statements > 0)
                .map(|(form, statements)| {
                    let text = match form {
                        Form::Long => &words.long_form,
                        Form::Short => &words.short_form,
                    };
                    let text = fill(text, &[("statements", &statements.to_string())]);
                    (form_value(form).to_owned(), text)
                })
                .collect::<Vec<_>>();
            let form = settings.form(&group.id);
            let joint = joint_choice(&page, group, &settings);
            view! {
                <fieldset class="group-fields">
                    <legend>{texts.group(&group.id).to_owned()}</legend>
                    {numbers}
                    <Select
                        page=page.clone()
                        name=form_field(group.id.as_str())
                        label=words.form.as_str()
                        choices=choices
                        value=form_value(form)
                    />
                    {joint}
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <div id=field_id("invited") class:wrong=wrong>
            {problem.map(|text| view! { <p class="problem">{text}</p> })}
            <p class="hint">{words.invited_hint.as_str()}</p>
            {groups}
        </div>
    }
    .into_any()
}

/// One joint answer, or one each: asked where more than one of a group in role are invited.
fn joint_choice(page: &Page, group: &Group, settings: &Settings) -> Option<AnyView> {
    let words = &page.words.desk.prepare;
    let several = settings.invited.group(&group.id).is_some_and(|invited| invited > 1);
    (group.disclosure == Disclosure::InRole && several).then(|| {
        let choices = [(true, &words.joint_one), (false, &words.joint_each)]
            .map(|(joint, text)| (joint_value(joint).to_owned(), text.clone()))
            .to_vec();
        view! {
            <Select
                page=page.clone()
                name=joint_field(group.id.as_str())
                label=words.joint.as_str()
                hint=words.joint_hint.as_str()
                choices
                value=joint_value(settings.joint.contains(&group.id))
            />
        }
        .into_any()
    })
}

/// How many of a group are invited, in each unit.
pub fn number_fields(page: &Page, group: &Group, settings: &Settings, units: &[String]) -> AnyView {
    let words = &page.words.desk.prepare;
    let number = |unit: &str| {
        settings.invited.unit(&group.id, unit).map(|number| number.to_string()).unwrap_or_default()
    };
    // A group in role has no rows by unit, so its people are counted for the whole place.
    let by_unit = group.disclosure == Disclosure::Protected && !units.is_empty();
    let mut numbers = Vec::new();
    if by_unit {
        for (place, unit) in units.iter().enumerate() {
            numbers.push((Some(place), fill(&words.invited_unit, &[("unit", unit)]), number(unit)));
        }
        numbers.push((None, words.invited_no_unit.clone(), number("")));
    } else {
        numbers.push((None, words.invited.clone(), number("")));
    }
    let numbers = numbers
        .into_iter()
        .map(|(unit, label, value)| {
            view! {
                <TextField
                    page=page.clone()
                    name=invited_field(group.id.as_str(), unit)
                    label=label
                    value=value
                    kind="number"
                    class="short"
                />
            }
        })
        .collect_view();
    view! { <div class="row-fields">{numbers}</div> }.into_any()
}
