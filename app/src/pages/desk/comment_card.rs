//! One comment: what was written, what its writer allows, what was decided, and what this reader may do.

use super::frame::{self, SmallForm, numbered};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::comment::{Comment, Consent, Decision, SecondLook};
use workflow::screenings::Screening;
use workflow::second_reading::Readers;

/// Who sits at the desk, and what of.
#[derive(Clone)]
pub struct Desk {
    /// The request.
    pub page: Page,
    /// The screening.
    pub screening: Screening,
    /// The second reader's name, where one is named.
    second: Option<String>,
    /// This is the second reader.
    is_second: bool,
}

impl Desk {
    /// The desk of whoever asks.
    pub fn of(page: &Page, screening: &Screening, readers: &Readers) -> Self {
        let own = page.actor.account().ok().map(|account| &account.id);
        let name = |id: &String| {
            let known = readers.colleagues.iter().find(|one| one.id == *id);
            known.map_or_else(|| page.words.desk.comments.somebody.clone(), |one| one.name.clone())
        };
        Self {
            page: page.clone(),
            screening: screening.clone(),
            second: readers.second.as_ref().map(name),
            is_second: own.is_some() && readers.second.as_ref() == own,
        }
    }

    /// Whether a comment waits for the one who sits here.
    pub fn waits_for_me(&self, comment: &Comment) -> bool {
        let unseen = comment.decision.lets_quote() && comment.reading.second == SecondLook::Waiting;
        comment.waits() && unseen == self.is_second
    }
}

/// The card.
#[component]
pub fn Card(
    /// Who reads.
    desk: Desk,
    /// The comment's key.
    key: String,
    /// The comment.
    comment: Comment,
    /// Which it is, for those who hear a button out of its row.
    about: String,
) -> impl IntoView {
    Shown { desk, key, comment, about }.view()
}

/// A card's parts.
pub(super) struct Shown {
    pub(super) desk: Desk,
    pub(super) key: String,
    pub(super) comment: Comment,
    pub(super) about: String,
}

impl Shown {
    fn view(&self) -> AnyView {
        let (page, comment) = (&self.desk.page, &self.comment);
        let words = &page.words.desk.comments;
        let original = if comment.text.is_empty() {
            view! { <p class="quiet">{words.deleted.as_str()}</p> }.into_any()
        } else {
            view! { <blockquote><p>{frame::in_lines(&comment.text)}</p></blockquote> }.into_any()
        };
        let rewritten = match &comment.decision {
            Decision::Rewritten(text) => {
                let mark = screening::language::of(page.language).rewritten();
                Some(view! { <p>{words.now_reads.as_str()} " " {frame::in_lines(text)} " " {mark}</p> })
            }
            _ => None,
        };
        let consent = screening::language::of(page.language).consent(comment.consent);
        let usable = comment.consent != Consent::NotToBeUsed && !comment.text.is_empty();
        let forms = usable.then(|| if self.desk.is_second { self.second() } else { self.first() });
        view! {
            <li class="box" id=format!("kommentar-{}", self.key)>
                <p class="tag">{self.tag()}</p>
                {original}
                {rewritten}
                <p class="quiet">{fill(&words.consent, &[("consent", consent)])}</p>
                {self.second_look()}
                {forms}
                {self.worry()}
            </li>
        }
        .into_any()
    }

    /// What it was written under, what was decided, and whether it worries.
    fn tag(&self) -> String {
        let words = &self.desk.page.words.desk.comments;
        let language = screening::language::of(self.desk.page.language);
        let texts = self.desk.screening.instrument.texts(self.desk.page.language);
        let under = match &self.comment.focus_point {
            Some(point) => numbered(point.as_str(), texts.focus_point(point)),
            None => words.open_question.clone(),
        };
        let decision = match &self.comment.decision {
            Decision::Waiting if self.comment.waits() => words.waiting.clone(),
            Decision::Waiting => String::new(),
            Decision::Approved => words.approved.clone(),
            Decision::Rewritten(_) => words.rewritten.clone(),
            Decision::LeftOut(criterion) => {
                format!("{}: {}", words.left_out, language.inside(language.criterion(*criterion)))
            }
        };
        let worrying = if self.comment.reading.worrying { words.worrying.clone() } else { String::new() };
        let parts = [under, decision, worrying];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What the second reader said.
    fn second_look(&self) -> Option<AnyView> {
        let words = &self.desk.page.words.desk.comments;
        let name = self.desk.second.as_ref()?;
        if !self.comment.decision.lets_quote() {
            return None;
        }
        let said = |text: &str| fill(text, &[("name", name)]);
        Some(match &self.comment.reading.second {
            SecondLook::NotNeeded => return None,
            SecondLook::Waiting => view! { <p class="quiet">{said(&words.second_waits)}</p> }.into_any(),
            SecondLook::Yes => view! { <p class="quiet">{said(&words.second_yes)}</p> }.into_any(),
            SecondLook::No(remark) => {
                view! { <p>{said(&words.second_no)} " " {frame::in_lines(remark)}</p> }.into_any()
            }
        })
    }

    /// The mark *bekymrende*, and what it leads to.
    fn worry(&self) -> AnyView {
        let words = &self.desk.page.words.desk.comments;
        let marked = self.comment.reading.worrying;
        let mut values = vec![("screening", self.desk.screening.id.clone()), ("comment", self.key.clone())];
        if !marked {
            values.push(("mark", "on".to_owned()));
        }
        let label = if marked { &words.unmark } else { &words.mark };
        let to = super::course::address(&self.desk.screening.id, "kommentarer/bekymring");
        view! {
            {marked.then(|| view! { <p><a href=to>{words.what_to_do.as_str()}</a></p> })}
            <SmallForm
                action="/api/mark-worrying"
                values
                label=label.as_str()
                about=self.about.clone()
                class="link"
            />
        }
        .into_any()
    }
}
