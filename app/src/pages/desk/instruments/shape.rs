//! What stands around the statements of a draft: groups, scale, languages, values, words to choose, thresholds.

use super::draft::part_values;
use super::list::to_draft;
use super::remove::drop_link;
use super::{DRAFT, address, lang, language_name, part_address, part_name, reading};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::instrument::edit::{Draft, Part};
use screening::instrument::{Disclosure, Form, Instrument};
use workflow::instruments::StoredDraft;

/// What the page is called in addresses.
pub const SHAPE: &str = "udkast/opbygning";
/// The kind of a language in the values of a form.
pub const LANGUAGE: &str = "sprog";

/// The page; where there is no draft, the instrument's.
pub async fn get(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let Some(StoredDraft { revision, draft }) = own.draft else {
        return Ok(Redirect::to(&address(&key, "")).into_response());
    };
    let words = &page.words.desk.instrument_shape;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let read = draft.shown();
        let language = reading(&shown, &read);
        let here =
            Here { page: &shown, key: &key, revision, draft: &draft, read: &read, language: &language };
        view! {
            {to_draft(&shown, &key, &draft)}
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {here.groups()}
            {here.scale()}
            {here.languages()}
            {here.values()}
            {here.names()}
            <h2>{words.signals.as_str()}</h2>
            <p>{words.signals_lead.as_str()}</p>
            <p>
                <a href=part_address(&key, &Part::Signals)>{words.signals_edit.as_str()}</a>
            </p>
        }
        .into_any()
    }))
}

struct Here<'a> {
    page: &'a Page,
    key: &'a str,
    revision: i64,
    draft: &'a Draft,
    read: &'a Instrument,
    language: &'a str,
}

impl Here<'_> {
    /// A small form that changes what there is.
    fn button(
        &self,
        what: &'static str,
        (kind, id): (&'static str, String),
        label: &str,
        about: &str,
    ) -> AnyView {
        let spoken = format!("{label}: {about}");
        let label = label.to_owned();
        view! {
            <form method="post" action="/api/reshape-instrument" class="inline-form">
                <Hidden name="instrument" value=self.key />
                <Hidden name="seen" value=self.revision.to_string() />
                <Hidden name="what" value=what />
                <Hidden name="kind" value=kind />
                <Hidden name="part" value=id />
                <button class="button quiet small" type="submit" aria-label=spoken>
                    {label}
                </button>
            </form>
        }
        .into_any()
    }

    /// A form that adds one by its name.
    fn add(&self, kind: &'static str, label: &str, hint: &str, submit: &str) -> AnyView {
        let hint = hint.to_owned();
        let submit = submit.to_owned();
        view! {
            <form method="post" action="/api/reshape-instrument" class="box">
                <Hidden name="instrument" value=self.key />
                <Hidden name="seen" value=self.revision.to_string() />
                <Hidden name="what" value="add" />
                <Hidden name="kind" value=kind />
                <TextField page=self.page.clone() name=format!("name[{kind}]") label=label hint=hint />
                <button class="button quiet" type="submit">
                    {submit}
                </button>
            </form>
        }
        .into_any()
    }

    fn moves(&self, part: &Part, name: &str) -> AnyView {
        let words = &self.page.words.desk.instrument_edit;
        let ways = match part {
            Part::Name(_) => ().into_any(),
            part => view! {
                {self.button("up", part_values(part), &words.up, name)}
                {self.button("down", part_values(part), &words.down, name)}
            }
            .into_any(),
        };
        view! {
            <details class="moves">
                <summary aria-label=format!("{}: {name}", words.moves)>{words.moves.as_str()}</summary>
                <div class="row-buttons">{ways}{drop_link(self.page, self.key, part_values(part), name)}</div>
            </details>
        }
        .into_any()
    }

    /// One of a list: the way to its page, what is to be known of it, moving and dropping it.
    fn one(&self, part: &Part, facts: String) -> AnyView {
        let name = part_name(self.page.words, self.read, self.language, part);
        view! {
            <li>
                <a href=part_address(self.key, part) lang=lang(self.page, self.language)>{name.clone()}</a>
                <br />
                <span class="quiet">{facts}</span>
                {self.moves(part, &name)}
            </li>
        }
        .into_any()
    }

    fn groups(&self) -> AnyView {
        let words = &self.page.words.desk.instrument_shape;
        let all = &self.page.words.desk.instruments;
        let rows = self.read.groups.iter().map(|group| {
            let asked = self.read.questionnaire(&group.id, Form::Long);
            let count: usize = asked.iter().map(|(_, indicators)| indicators.len()).sum();
            let statements = fill(&all.statements, &[("long", &count.to_string())]);
            let shown = match group.disclosure {
                Disclosure::InRole => &words.shown_in_role,
                Disclosure::Protected => &words.shown_protected,
            };
            let facts = fill(&words.group_facts, &[("statements", statements.as_str()), ("shown", shown)]);
            self.one(&Part::Group(group.id.clone()), facts)
        });
        let rows = rows.collect_view();
        view! {
            <h2>{words.groups.as_str()}</h2>
            <ul class="draft-indicators">{rows}</ul>
            {self.add("gruppe", &words.group_name, &words.group_name_hint, &words.group_add)}
        }
        .into_any()
    }

    fn scale(&self) -> AnyView {
        let words = &self.page.words.desk.instrument_shape;
        let scale = self.read.scale;
        let [min, max, agree] = [scale.min, scale.max, scale.agree_from].map(|step| step.to_string());
        let said = fill(&words.scale_is, &[("min", min.as_str()), ("max", &max), ("agree", &agree)]);
        let labels = self.read.texts(self.language).scale.labels.join(" · ");
        view! {
            <h2>{words.scale.as_str()}</h2>
            <p>{said}</p>
            <p class="quiet" lang=lang(self.page, self.language)>{labels}</p>
            <p>
                <a href=part_address(self.key, &Part::Scale)>{words.scale_edit.as_str()}</a>
            </p>
        }
        .into_any()
    }

    fn languages(&self) -> AnyView {
        let words = &self.page.words.desk.instrument_shape;
        let edit = &self.page.words.desk.instrument_edit;
        let rows = self.read.languages.iter().enumerate().map(|(place, code)| {
            let name = language_name(code);
            let unsaid = match self.draft.unsaid(code).len() {
                0 => words.unsaid_none.clone(),
                number => self.page.words.counted(number as u64, &words.unsaid_one, &words.unsaid),
            };
            let facts = if place == 0 { format!("{} · {unsaid}", words.language_first) } else { unsaid };
            let of = || (LANGUAGE, code.clone());
            let first = (place > 0).then(|| self.button("first", of(), &words.language_make_first, &name));
            view! {
                <li>
                    <a href=address(self.key, &format!("{DRAFT}/{LANGUAGE}/{code}"))>{name.clone()}</a>
                    <br />
                    <span class="quiet">{facts}</span>
                    <details class="moves">
                        <summary aria-label=format!("{}: {name}", edit.moves)>{edit.moves.as_str()}</summary>
                        <div class="row-buttons">{first}{drop_link(self.page, self.key, of(), &name)}</div>
                    </details>
                </li>
            }
        });
        let rows = rows.collect_view();
        view! {
            <h2>{words.languages.as_str()}</h2>
            <p>{words.languages_hint.as_str()}</p>
            <ul class="draft-indicators">{rows}</ul>
            {self.add(LANGUAGE, &words.language_code, &words.language_code_hint, &words.language_add)}
        }
        .into_any()
    }

    fn values(&self) -> AnyView {
        let words = &self.page.words.desk.instrument_shape;
        let rows = self.read.values.iter().map(|value| {
            let carried = self.read.indicators().filter(|one| one.value.as_ref() == Some(&value.id));
            let ids: Vec<&str> = carried.map(|one| one.id.as_str()).collect();
            self.one(&Part::Value(value.id.clone()), ids.join(", "))
        });
        let rows: Vec<AnyView> = rows.collect();
        let list = (!rows.is_empty()).then(|| view! { <ul class="draft-indicators">{rows}</ul> });
        let none = self.read.values.is_empty().then(|| view! { <p>{words.values_none.as_str()}</p> });
        view! {
            <h2>{words.values.as_str()}</h2>
            {none}
            {list}
            {self.add("vaerdi", &words.value_name, "", &words.value_add)}
        }
        .into_any()
    }

    fn names(&self) -> AnyView {
        let words = &self.page.words.desk.instrument_shape;
        let edit = &self.page.words.desk.instrument_edit;
        let rows = self
            .read
            .names
            .iter()
            .map(|(name, offered)| self.one(&Part::Name(name.clone()), offered.join(", ")));
        let rows: Vec<AnyView> = rows.collect();
        let list = (!rows.is_empty()).then(|| view! { <ul class="draft-indicators">{rows}</ul> });
        let none = self.read.names.is_empty().then(|| view! { <p>{words.names_none.as_str()}</p> });
        view! {
            <h2>{edit.names_title.as_str()}</h2>
            {none}
            {list}
            {self.add("ord", &words.name_name, &words.name_hint, &words.name_add)}
        }
        .into_any()
    }
}
