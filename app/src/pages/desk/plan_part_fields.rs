//! Fields of a goal's second, third and fourth part.

use super::evidence_form::keep_it;
use crate::components::form::{Select, TextArea, TextField};
use crate::page::Page;
use crate::words::{Words, fill};
use jiff::civil::Date;
use leptos::prelude::*;
use screening::language;
use screening::plan::{Goal, MOST_OPEN, Question, STEPS};

/// Name of a field on a goal's forms.
pub fn typed(field: &str) -> String {
    format!("typed[{field}]")
}

fn area(page: &Page, field: &str, label: &'static str, hint: &'static str, value: String) -> AnyView {
    view! { <TextArea page=page.clone() name=typed(field) label=label hint=hint value rows=2 /> }.into_any()
}

/// A choice of a step from 1 to 10; none chosen is empty.
pub fn steps(
    page: &Page,
    field: &str,
    label: &'static str,
    hint: &'static str,
    chosen: Option<u8>,
) -> AnyView {
    let [low, high] = STEPS;
    let none = std::iter::once((String::new(), page.words.desk.goal.choose.clone()));
    let choices = none.chain((low..=high).map(|step| (step.to_string(), step.to_string()))).collect();
    let value = chosen.map(|step| step.to_string()).unwrap_or_default();
    view! { <Select page=page.clone() name=typed(field) label=label hint=hint choices value /> }.into_any()
}

/// Second part: when, in which order, and who.
pub fn people(page: &Page, goal: &Goal, today: Date) -> AnyView {
    let words = &page.words.desk.goal;
    let places = (1..=MOST_OPEN).map(|place| {
        let place = place.to_string();
        let name = fill(&words.places, &[("place", &place)]);
        (place, name)
    });
    let user = [("", &words.choose), ("yes", &words.yes), ("no", &words.no)];
    let user = user.map(|(value, name)| (value.to_owned(), name.clone())).to_vec();
    let along = goal.user_along.map(|along| if along { "yes" } else { "no" }).unwrap_or_default();
    view! {
        <TextField
            page=page.clone()
            name=typed("begins")
            label=words.begins.as_str()
            value=goal.begins.unwrap_or(today).to_string()
            kind="date"
            class="date"
        />
        <TextField
            page=page.clone()
            name=typed("ends")
            label=words.ends.as_str()
            hint=words.ends_hint.as_str()
            value=goal.ends.map(|ends| ends.to_string()).unwrap_or_default()
            kind="date"
            class="date"
        />
        {area(page, "who", &words.who, &words.who_hint, goal.who.clone())}
        {keep_it(page, "sure", &[typed("who")])}
        <Select
            page=page.clone()
            name=typed("user_along")
            label=words.user.as_str()
            hint=words.user_hint.as_str()
            choices=user
            value=along
        />
        <Select
            page=page.clone()
            name=typed("place")
            label=words.place.as_str()
            hint=words.place_hint.as_str()
            choices=places.collect()
            value=goal.place.to_string()
        />
    }
    .into_any()
}

fn question_hint(words: &'static Words, question: Question) -> &'static str {
    let words = &words.desk.goal;
    match question {
        Question::What => &words.question_what_hint,
        Question::Noticed => &words.question_noticed_hint,
        Question::Agreed => &words.question_agreed_hint,
        Question::Managed => &words.question_managed_hint,
        Question::When => &words.question_when_hint,
    }
}

/// Third part: the five questions.
pub fn questions(page: &Page, goal: &Goal) -> AnyView {
    let language = language::of(page.language);
    let fields = Question::ALL.map(|question| {
        let answer = goal.questions.get(&question).cloned().unwrap_or_default();
        let hint = question_hint(page.words, question);
        area(page, question.id(), language.question(question), hint, answer)
    });
    view! {
        <p class="lead">{page.words.desk.goal.questions_lead.as_str()}</p>
        {fields.collect_view()}
    }
    .into_any()
}

/// Fourth part: the scale in four steps, and how one sees whether it moves.
pub fn position(page: &Page, goal: &Goal) -> AnyView {
    let words = &page.words.desk.goal;
    let texts = [
        ("holds", &words.holds, words.holds_hint.as_str(), &goal.holds),
        ("next_step", &words.next_step, &words.next_step_hint, &goal.next_step),
        ("success", &words.success, &words.success_hint, &goal.success),
        ("no_success", &words.no_success, &words.no_success_hint, &goal.no_success),
        ("cost", &words.cost, &words.cost_hint, &goal.cost),
        ("gain", &words.gain, "", &goal.gain),
    ];
    let texts = texts.map(|(field, label, hint, value)| area(page, field, label, hint, value.clone()));
    view! {
        <p class="lead">{words.position_lead.as_str()}</p>
        {steps(page, "wanted", &words.wanted, "", goal.wanted)}
        {steps(page, "now", &words.now, &words.now_hint, goal.now)}
        {texts.collect_view()}
    }
    .into_any()
}
