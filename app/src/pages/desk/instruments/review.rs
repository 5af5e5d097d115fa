//! What to look at before a draft is published: what is missing, statements with advice, translations that are missing or
//! behind; each with the way to where it is written.

use super::forms::was_and_is;
use super::list::to_draft;
use super::shape::LANGUAGE;
use super::{
    DRAFT, address, fields, lacks, lang, language_name, part_address, part_name, place_name, reading,
};
use crate::components::form::field_id;
use crate::error::PageError;
use crate::page::{Frame, Page};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::instrument::edit::{Behind, Draft, Hinted, Part, TextPlace, field};

/// What the page is called in addresses.
pub(super) const REVIEW: &str = "udkast/gennemgang";

/// The page; where there is no draft, the instrument's.
pub async fn get(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let Some(draft) = own.draft.as_ref().map(|stored| stored.draft.clone()) else {
        return Ok(Redirect::to(&address(&key, "")).into_response());
    };
    let words = &page.words.desk.instrument_review;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let read = draft.shown();
        let language = reading(&shown, &read);
        let here = Here { page: &shown, key: &key, read: &read, language: &language };
        let lacking = draft.checked().err().unwrap_or_default();
        let behind = own.before().map(|before| draft.behind(before)).unwrap_or_default();
        view! {
            {to_draft(&shown, &key, &draft)}
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            {lacks::list(&shown, &key, &draft, &lacking)}
            <h2>{words.hints.as_str()}</h2>
            <p>{words.hints_lead.as_str()}</p>
            {here.hints(&draft)}
            {(read.languages.len() > 1).then(|| here.translations(&draft, &behind))}
            <p>
                <a class="button" href=format!("{}#udgiv", address(&key, DRAFT))>
                    {words.on.as_str()}
                </a>
            </p>
        }
        .into_any()
    }))
}

struct Here<'a> {
    page: &'a Page,
    key: &'a str,
    read: &'a Instrument,
    language: &'a str,
}

impl Here<'_> {
    /// A text by its part, what it is and its language, which leads to its field.
    fn link(&self, place: &TextPlace, code: &str) -> AnyView {
        let part = place.part();
        let what = place_name(self.page.words, self.read, self.language, place);
        let name = match (&part, place) {
            (Part::Whole, _) => what,
            // Under a group's heading its statements need no second name.
            (part, TextPlace::Item(..)) => part_name(self.page.words, self.read, self.language, part),
            (part, _) => format!("{}: {what}", part_name(self.page.words, self.read, self.language, part)),
        };
        let name = format!("{name} · {}", language_name(code));
        let href = format!("{}#{}", part_address(self.key, &part), field_id(&field(place, code)));
        view! { <a href=href>{name}</a> }.into_any()
    }

    /// The statements with advice, those of a group together.
    fn hints(&self, draft: &Draft) -> AnyView {
        let words = &self.page.words.desk.instrument_review;
        let groups = self.read.groups.iter().filter_map(|group| {
            let found = draft.hinted(&group.id);
            let lines = found.iter().map(|Hinted { place, language, text, hints }| {
                view! {
                    <li>
                        {self.link(place, language)}
                        <p lang=lang(self.page, language) dir="auto">{text.clone()}</p>
                        {fields::hint_list(self.page, hints)}
                    </li>
                }
            });
            let lines = lines.collect_view();
            let name = format!("{} ({})", self.read.texts(self.language).group(&group.id), found.len());
            (!found.is_empty()).then(|| {
                view! {
                    <h3 lang=lang(self.page, self.language)>{name}</h3>
                    <ul class="to-review">{lines}</ul>
                }
            })
        });
        let groups: Vec<_> = groups.collect();
        if groups.is_empty() {
            return view! { <p class="notice">{words.hints_none.as_str()}</p> }.into_any();
        }
        groups.collect_view().into_any()
    }

    /// Translations that are missing, as a number and the way to them, and those that are behind, each with its text.
    fn translations(&self, draft: &Draft, behind: &[Behind]) -> AnyView {
        let words = &self.page.words.desk.instrument_review;
        let shape = &self.page.words.desk.instrument_shape;
        let unsaid = self.read.languages.iter().map(|code| {
            let number = draft.unsaid(code).len();
            let said = match number {
                0 => shape.unsaid_none.clone(),
                number => self.page.words.counted(number as u64, &shape.unsaid_one, &shape.unsaid),
            };
            let name = language_name(code);
            let name = if number == 0 {
                name.into_any()
            } else {
                let href = address(self.key, &format!("{DRAFT}/{LANGUAGE}/{code}"));
                view! { <a href=href>{name}</a> }.into_any()
            };
            view! { <li>{name}{format!(": {said}")}</li> }
        });
        let unsaid = unsaid.collect_view();
        let lines = behind.iter().map(|Behind { place, language, was, is, text }| {
            view! {
                <li>
                    {self.link(place, language)}
                    <p lang=language.clone() dir="auto">{text.clone()}</p>
                    {was_and_is(self.page, &self.read.languages[0], was, is)}
                </li>
            }
        });
        let lines = lines.collect_view();
        let behind = if behind.is_empty() {
            view! { <p class="notice">{words.behind_none.as_str()}</p> }.into_any()
        } else {
            view! {
                <p>{words.behind_lead.as_str()}</p>
                <ul class="to-review">{lines}</ul>
            }
            .into_any()
        };
        view! {
            <h2>{words.translations.as_str()}</h2>
            <ul>{unsaid}</ul>
            <h3>{words.behind.as_str()}</h3>
            {behind}
        }
        .into_any()
    }
}
