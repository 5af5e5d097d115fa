//! One comment: what was written, what its writer allows, what was decided, and what this reader may do.

use super::frame::{self, SmallForm, numbered, row_field};
use crate::components::form::{Hidden, TextArea, field_id};
use crate::page::Page;
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::comment::{Comment, Consent, Criterion, Decision, SecondLook};
use workflow::Problem;
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
struct Shown {
    desk: Desk,
    key: String,
    comment: Comment,
    about: String,
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

    /// The names and numbers that every form of a comment carries.
    fn hidden(&self) -> AnyView {
        view! {
            <Hidden name="screening" value=self.desk.screening.id.clone() />
            <Hidden name="comment" value=self.key.clone() />
            <Hidden name="revision" value=self.comment.reading.revision.to_string() />
        }
        .into_any()
    }

    fn button(&self, name: &'static str, value: &'static str, label: &str, class: &'static str) -> AnyView {
        let heard = format!("{label}: {}", self.about);
        let label = label.to_owned();
        view! {
            <button class=class type="submit" name=name value=value aria-label=heard>
                {label}
            </button>
        }
        .into_any()
    }

    /// What the form last posted was to do, where it was about this comment.
    fn tried(&self) -> String {
        let memory = &self.desk.page.memory;
        if memory.value("comment", "") == self.key { memory.value("decision", "") } else { String::new() }
    }

    /// Approve, write anew, leave out.
    fn first(&self) -> AnyView {
        let words = &self.desk.page.words.desk.comments;
        let field = row_field("text", &self.key);
        let asked = matches!(self.desk.page.memory.problem(&field), Some(Problem::MayTellWho(_)));
        let returned = matches!(self.comment.reading.second, SecondLook::No(_));
        let may = self.comment.consent == Consent::Verbatim;
        let approve = (may && (returned || self.comment.decision != Decision::Approved)).then(|| {
            let again = asked && self.tried() == "approve";
            let label = if again { &words.approve_anyway } else { &words.approve };
            view! {
                <form method="post" action="/api/decide-comment">
                    {self.hidden()}
                    {again.then(|| view! { <Hidden name="sure" value="on" /> })}
                    {self.button("decision", "approve", label, "button small")}
                </form>
            }
        });
        view! {
            {approve}
            {self.write_anew(asked)}
            {self.leave_out()}
        }
        .into_any()
    }

    fn write_anew(&self, asked: bool) -> AnyView {
        let page = &self.desk.page;
        let words = &page.words.desk.comments;
        let name = row_field("text", &self.key);
        // Whose words may only be used as others begins with an empty field.
        let start = match (&self.comment.decision, self.comment.consent) {
            (Decision::Rewritten(text), _) => text.clone(),
            (_, Consent::Verbatim) => self.comment.text.clone(),
            _ => String::new(),
        };
        let hint = if self.comment.consent == Consent::Verbatim {
            words.rewrite_hint.clone()
        } else {
            format!("{} {}", words.rewrite_hint_other, words.rewrite_hint)
        };
        let typed = page.memory.values.contains_key(&name) && self.tried() == "rewrite";
        let open = typed || page.memory.problem(&name).is_some();
        let keep = (asked && self.tried() == "rewrite").then(|| {
            let id = field_id(&format!("sure-{}", self.key));
            view! {
                <div class="choice field">
                    <input type="checkbox" id=id.clone() name="sure" value="on" />
                    <label for=id>{page.words.common.keep_text.as_str()}</label>
                </div>
            }
        });
        view! {
            <details class="fold" open=open>
                <summary>{words.rewrite.as_str()}</summary>
                <form method="post" action="/api/decide-comment">
                    {self.hidden()}
                    <TextArea
                        page=page.clone()
                        name=name
                        label=fill(&words.rewrite_label, &[("about", &self.about)])
                        hint=hint
                        value=start
                        rows=3
                    />
                    {keep}
                    {self.button("decision", "rewrite", &words.save_rewrite, "button small")}
                </form>
            </details>
        }
        .into_any()
    }

    fn leave_out(&self) -> AnyView {
        let page = &self.desk.page;
        let words = &page.words.desk.comments;
        let language = screening::language::of(page.language);
        let name = row_field("criterion", &self.key);
        let problem = page.memory.problem(&name).map(|problem| words::problem(page.words, problem));
        let wrong = problem.is_some();
        let current = match self.comment.decision {
            Decision::LeftOut(criterion) => Some(criterion),
            _ => None,
        };
        let choices = Criterion::TO_CHOOSE.map(|criterion| {
            let id = field_id(&format!("{name}-{}", criterion.name()));
            view! {
                <div class="choice">
                    <input
                        type="radio"
                        id=id.clone()
                        name=name.clone()
                        value=criterion.name()
                        checked=current == Some(criterion)
                    />
                    <label for=id>{language.criterion(criterion)}</label>
                </div>
            }
            .into_any()
        });
        view! {
            <details class="fold" open=wrong>
                <summary>{words.leave_out.as_str()}</summary>
                <form method="post" action="/api/decide-comment">
                    {self.hidden()}
                    <fieldset class="field" class:wrong=wrong id=field_id(&name)>
                        <legend>{words.leave_out_why.as_str()}</legend>
                        {problem.map(|text| view! { <p class="problem">{text}</p> })}
                        {choices.into_iter().collect::<Vec<_>>()}
                    </fieldset>
                    {self.button("decision", "leave-out", &words.leave_out, "button quiet small")}
                </form>
            </details>
        }
        .into_any()
    }

    /// Yes, or no and why.
    fn second(&self) -> AnyView {
        let page = &self.desk.page;
        let words = &page.words.desk.comments;
        if !self.comment.waits_for_second() || self.comment.reading.second != SecondLook::Waiting {
            return ().into_any();
        }
        let name = row_field("remark", &self.key);
        let open = page.memory.problem(&name).is_some();
        view! {
            <form method="post" action="/api/look-again">
                {self.hidden()}
                {self.button("verdict", "yes", &words.say_yes, "button small")}
            </form>
            <details class="fold" open=open>
                <summary>{words.say_no.as_str()}</summary>
                <form method="post" action="/api/look-again">
                    {self.hidden()}
                    <TextArea
                        page=page.clone()
                        name=name
                        label=words.remark.as_str()
                        hint=words.remark_hint.as_str()
                        rows=2
                    />
                    {self.button("verdict", "no", &words.save_no, "button quiet small")}
                </form>
            </details>
        }
        .into_any()
    }

    /// The mark *bekymrende*, and what it leads to.
    fn worry(&self) -> AnyView {
        let words = &self.desk.page.words.desk.comments;
        let marked = self.comment.reading.worrying;
        let mut values =
            vec![("screening", self.desk.screening.id.clone()), ("comment", self.key.clone())];
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
