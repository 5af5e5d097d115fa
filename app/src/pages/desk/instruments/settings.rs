//! The fields of a part that has more than texts: the scale, a group, a value, words to choose, thresholds, a focus point.

use super::fields::Fields;
use crate::components::form::{TextArea, TextField, field_id};
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::instrument::edit::{Part, TextPlace, setting_field};

/// Its fields, in an order in which one thinks of them.
pub(super) fn setting_fields(fields: &Fields<'_>, part: &Part) -> AnyView {
    let shape = &fields.page.words.desk.instrument_shape;
    let edit = &fields.page.words.desk.instrument_edit;
    let of = Of { fields, part };
    let places = fields.draft.places(part);
    let texts = |wanted: fn(&TextPlace) -> bool| {
        places.iter().filter(|place| wanted(place)).map(|place| fields.text(place)).collect_view().into_any()
    };
    let all: fn(&TextPlace) -> bool = |_| true;
    match part {
        Part::Scale => view! {
            <p class="hint">{shape.scale_hint.as_str()}</p>
            {["min", "max", "agree_from"].map(|key| of.line(key, "", "number")).collect_view()}
            {texts(all)}
        }
        .into_any(),
        Part::Group(_) => {
            let name: fn(&TextPlace) -> bool = |place| matches!(place, TextPlace::GroupName(_));
            let open: fn(&TextPlace) -> bool = |place| matches!(place, TextPlace::OpenQuestion(_));
            let own: fn(&TextPlace) -> bool = |place| matches!(place, TextPlace::Scale(..));
            let shown = [("protected", &shape.protected), ("in-role", &shape.in_role)];
            view! {
                {texts(name)}
                {of.choice("disclosure", &shape.disclosure_hint, &shown)}
                {of.yes_or_no("service_users", &shape.service_users_hint)}
                {of.line("order", &edit.orders_hint, "text")}
                {of.line("minutes", &shape.minutes_hint, "number")}
                {texts(open)}
                {texts(own)}
            }
            .into_any()
        }
        Part::Value(_) | Part::FocusPoint(_) => view! {
            {texts(all)}
            {of.yes_or_no("involvement", &shape.involvement_hint)}
        }
        .into_any(),
        Part::Name(name) => {
            let used = fields.draft.forms_in_use(name);
            let used = (!used.is_empty()).then(|| {
                let used: Vec<String> = used.iter().map(|form| format!("{{{form}}}")).collect();
                let list = fields.page.words.sentences().list(&used);
                view! { <p class="hint">{fill(&shape.forms_used, &[("forms", &list)])}</p> }
            });
            let id = setting_field("words");
            view! {
                <TextArea
                    page=fields.page.clone()
                    name=id
                    label=shape.words.as_str()
                    hint=shape.words_hint.as_str()
                    value=fields.draft.setting(part, "words")
                    rows=5
                />
                <p class="hint">{shape.forms_hint.as_str()}</p>
                {used}
                {texts(all)}
            }
            .into_any()
        }
        Part::Signals => view! {
            <p>{shape.signals_lead.as_str()}</p>
            <p class="hint">{shape.signals_hint.as_str()}</p>
            {fields.draft.settings(part).into_iter().map(|key| of.line(key, "", "text")).collect_view()}
        }
        .into_any(),
        Part::Whole | Part::Indicator(_) => texts(all),
    }
}

/// The settings of a part.
struct Of<'a> {
    fields: &'a Fields<'a>,
    part: &'a Part,
}

impl Of<'_> {
    /// A setting that is typed on a line.
    fn line(&self, key: &'static str, hint: &str, kind: &'static str) -> AnyView {
        let label = self.fields.page.words.desk.instrument_shape.setting(key);
        let class = if key == "order" { "" } else { "short" };
        view! {
            <TextField
                page=self.fields.page.clone()
                name=setting_field(key)
                label=label
                hint=hint
                value=self.fields.draft.setting(self.part, key)
                kind=kind
                class=class
            />
        }
        .into_any()
    }

    fn yes_or_no(&self, key: &'static str, hint: &str) -> AnyView {
        let shape = &self.fields.page.words.desk.instrument_shape;
        self.choice(key, hint, &[("yes", &shape.yes), ("no", &shape.no)])
    }

    /// A setting that is one of two.
    fn choice(&self, key: &'static str, hint: &str, choices: &[(&'static str, &String)]) -> AnyView {
        let page = self.fields.page;
        let name = setting_field(key);
        let chosen = page.memory.value(&name, &self.fields.draft.setting(self.part, key));
        let problem = page.memory.problem(&name).map(|problem| words::problem(page.words, problem));
        let wrong = problem.is_some();
        let legend = page.words.desk.instrument_shape.setting(key).to_owned();
        let hint = hint.to_owned();
        let boxes = choices.iter().map(|(value, label)| {
            let checked = chosen == *value;
            view! {
                <label class="choice">
                    <input type="radio" name=name.clone() value=*value checked=checked />
                    <span>{label.as_str()}</span>
                </label>
            }
        });
        let boxes = boxes.collect_view();
        view! {
            <fieldset class="field" class:wrong=wrong id=field_id(&name)>
                <legend>{legend}</legend>
                <p class="hint">{hint}</p>
                {problem.map(|text| view! { <p class="problem">{text}</p> })}
                {boxes}
            </fieldset>
        }
        .into_any()
    }
}
