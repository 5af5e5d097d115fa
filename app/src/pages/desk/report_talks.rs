//! What is done with a draft before its release: read through by another facilitator, checked for facts with the
//! leader, talked over.

use super::frame::{SmallForm, row_field};
use super::report_edit::Desk;
use crate::components::form::{Aside, Hidden, TextArea, TextField, described_by, field_id};
use crate::page::Page;
use crate::words::{self, fill};
use jiff::civil::Date;
use leptos::prelude::*;
use workflow::reports::{Talk, TalkKind, TookPart};

/// The section.
#[component]
pub fn ReadingThrough(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let words = &desk.page.words.desk.review;
    let read = desk.report.record.read.iter().map(|read| {
        let values = [("name", desk.name(&read.by)), ("date", written(&desk.page, read.date))];
        let text =
            values.iter().fold(words.read_by.clone(), |text, (name, value)| fill(&text, &[(name, value)]));
        view! { <li>{text}</li> }
    });
    let read = read.collect::<Vec<_>>();
    let read = (!read.is_empty()).then(|| view! { <ul>{read}</ul> });
    let values = vec![("screening", desk.screening.clone())];
    view! {
        <section id="gennemlaesning" class="edit-section" aria-labelledby="gennemlaesning-titel">
            <h2 id="gennemlaesning-titel">{words.read_title.as_str()}</h2>
            <p>{words.read_text.as_str()}</p>
            {read}
            <SmallForm action="/api/read-draft-through" values label=words.read_button.as_str() />
            {TalkKind::ALL.map(|kind| talk(&desk, kind)).collect_view()}
        </section>
    }
    .into_any()
}

/// A date as it is written.
pub fn written(page: &Page, date: Date) -> String {
    screening::language::of(page.language).date(date.year(), date.month(), date.day())
}

/// The name of a role.
fn role_words(page: &Page, role: TookPart) -> &'static str {
    let words = &page.words.desk.review;
    match role {
        TookPart::Management => &words.management,
        TookPart::Facilitators => &words.facilitators,
        TookPart::Users => &words.users,
        TookPart::Staff => &words.staff,
        TookPart::Outside => &words.outside,
    }
}

fn talk(desk: &Desk, kind: TalkKind) -> AnyView {
    let page = &desk.page;
    let words = &page.words.desk.review;
    let (title, text, account) = match kind {
        TalkKind::FactCheck => (&words.fact_title, &words.fact_text, &words.fact_account),
        TalkKind::BeforeRelease => (&words.talk_title, &words.talk_text, &words.account),
    };
    let held = desk.report.record.talk(kind);
    let row = kind.id();
    let open =
        held.is_none() || page.memory.problems.iter().any(|one| one.field.ends_with(&format!("[row-{row}]")));
    let form = form(desk, kind, held, account);
    let form = if open {
        form
    } else {
        view! {
            <details class="fold">
                <summary>{page.words.desk.minutes.edit.as_str()}</summary>
                {form}
            </details>
        }
        .into_any()
    };
    let said = held.map(|talk| {
        let present: Vec<String> =
            talk.present.iter().map(|role| role_words(page, *role).to_lowercase()).collect();
        let present = screening::language::of(page.language).list(&present);
        let values = [("date", written(page, talk.date)), ("present", present)];
        let text =
            values.iter().fold(words.held.clone(), |text, (name, value)| fill(&text, &[(name, value)]));
        view! {
            <p class="notice">{text}</p>
            <p>{super::frame::in_lines(&talk.account)}</p>
        }
    });
    view! {
        <h3 id=format!("samtale-{row}")>{title.as_str()}</h3>
        <p>{text.as_str()}</p>
        {said}
        {form}
    }
    .into_any()
}

fn form(desk: &Desk, kind: TalkKind, held: Option<&Talk>, account: &'static str) -> AnyView {
    let page = &desk.page;
    let words = &page.words.desk.review;
    let row = kind.id();
    let present = row_field("present", row);
    let problem = page.memory.problem(&present).map(|problem| words::problem(page.words, problem));
    let id = field_id(&present);
    let wrong = problem.is_some();
    let described = described_by(&id, false, wrong);
    let typed = page.memory.values.contains_key(&row_field("date", row));
    let roles = TookPart::ALL.map(|role| {
        let name = format!("{}[{}]", "role", role_key(kind, role));
        let id = field_id(&name);
        let checked = if typed {
            page.memory.values.contains_key(&name)
        } else {
            held.is_some_and(|talk| talk.present.contains(&role))
        };
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name=name value="on" checked=checked />
                <label for=id>{role_words(page, role)}</label>
            </div>
        }
    });
    view! {
        <form method="post" action="/api/record-talk">
            <Hidden name="screening" value=desk.screening.clone() />
            <Hidden name="talk" value=row />
            <Hidden name="seen" value=desk.report.record.talk_seen(kind) />
            <TextField
                page=page.clone()
                name=row_field("date", row)
                label=words.date.as_str()
                value=held.map(|talk| talk.date.to_string()).unwrap_or_default()
                kind="date"
                class="date"
            />
            <fieldset class="field" class:wrong=wrong id=id.clone() aria-describedby=described>
                <legend>{words.present.as_str()}</legend>
                <Aside id=id.clone() hint=String::new() problem />
                {roles.collect_view()}
            </fieldset>
            <TextArea
                page=page.clone()
                name=row_field("account", row)
                label=account
                value=held.map(|talk| talk.account.clone()).unwrap_or_default()
                rows=3
            />
            <button class="button quiet" type="submit">{words.save_talk.as_str()}</button>
        </form>
    }
    .into_any()
}

/// The key of a role's box in the form of a talk.
pub fn role_key(kind: TalkKind, role: TookPart) -> String {
    format!("{}-{}", kind.id(), role.id())
}
