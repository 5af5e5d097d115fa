//! What a reader may do with a comment: the first decides, the second says yes or no.

use super::comment_card::Shown;
use super::frame::row_field;
use crate::components::form::{Hidden, TextArea, field_id};
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::comment::{Consent, Criterion, Decision, SecondLook};
use workflow::Problem;

impl Shown {
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
    pub(super) fn first(&self) -> AnyView {
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
    pub(super) fn second(&self) -> AnyView {
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
}
