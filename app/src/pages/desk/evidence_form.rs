//! The form of a document or an observation: to write one about an indicator, to write one about several, to change
//! one.

use super::course::address;
use super::frame::{numbered, row_field};
use crate::components::form::{Hidden, TextArea, TextField, field_id};
use crate::page::Page;
use crate::words;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind};
use screening::id::IndicatorId;
use screening::instrument::FocusPoint;
use workflow::Problem;
use workflow::screenings::Screening;

/// A kind of evidence in the value of its field.
pub fn kind_value(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "document",
        EvidenceKind::Observation => "observation",
    }
}

/// A kind of evidence in the address of its page.
pub fn kind_path(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "dokument",
        EvidenceKind::Observation => "iagttagelse",
    }
}

/// The page that a form stands on: of one that is changed, of an indicator, or of neither.
pub fn page_of(screening: &str, indicator: &str, evidence: &str, kind: EvidenceKind) -> String {
    let page = match (evidence, indicator) {
        ("", "") => format!("dokumenter/ny/{}", kind_path(kind)),
        ("", indicator) => format!("dokumenter/{indicator}"),
        (evidence, _) => format!("dokumenter/ret/{evidence}"),
    };
    address(screening, &page)
}

/// What a form begins with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The indicator that it is about whatever else it is about, and that it goes back to.
    pub indicator: Option<IndicatorId>,
    /// What is changed: id, revision, and how it stands.
    pub evidence: Option<(String, u64, Evidence)>,
}

/// Whether what was typed before belongs to this form.
pub fn typed_here(page: &Page, kind: EvidenceKind) -> bool {
    page.memory.value("kind", "") == kind_value(kind)
}

/// The form.
#[component]
pub fn EvidenceForm(
    /// The request.
    page: Page,
    /// The screening.
    screening: Screening,
    /// Document or observation.
    kind: EvidenceKind,
    /// What it begins with.
    start: Start,
) -> impl IntoView {
    let words = &page.words.desk.evidence;
    let row = kind_value(kind);
    let document = kind == EvidenceKind::Document;
    let (title, title_hint, date, text, text_hint, submit) = if document {
        (
            &words.document_title,
            &words.document_title_hint,
            &words.document_date,
            &words.excerpt,
            &words.excerpt_hint,
            &words.save_document,
        )
    } else {
        (
            &words.where_seen,
            &words.where_seen_hint,
            &words.when_seen,
            &words.what_seen,
            &words.what_seen_hint,
            &words.save_observation,
        )
    };
    let kept = start.evidence.as_ref().map(|(_, _, evidence)| evidence.clone());
    let was = |part: fn(&Evidence) -> &String| kept.as_ref().map(|one| part(one).clone()).unwrap_or_default();
    let changed = start.evidence.as_ref().map(|(id, revision, _)| {
        view! {
            <Hidden name="evidence" value=id.clone() />
            <Hidden name="revision" value=revision.to_string() />
        }
    });
    let indicator = start.indicator.as_ref().map(ToString::to_string).unwrap_or_default();
    let about = About { page: page.clone(), screening: screening.clone(), kind, start };
    view! {
        <form method="post" action="/api/save-evidence">
            <Hidden name="screening" value=screening.id.clone() />
            <Hidden name="indicator" value=indicator />
            <Hidden name="kind" value=row />
            {changed}
            <TextField
                page=page.clone()
                name=row_field("title", row)
                label=title.as_str()
                hint=title_hint.as_str()
                value=was(|one| &one.title)
            />
            {document
                .then(|| {
                    view! {
                        <TextField
                            page=page.clone()
                            name=row_field("document_kind", row)
                            label=words.document_kind.as_str()
                            hint=words.document_kind_hint.as_str()
                            value=was(|one| &one.document_kind)
                        />
                    }
                })}
            <TextField
                page=page.clone()
                name=row_field("date", row)
                label=date.as_str()
                value=was(|one| &one.date)
            />
            <TextArea
                page=page.clone()
                name=row_field("text", row)
                label=text.as_str()
                hint=text_hint.as_str()
                value=was(|one| &one.text)
                rows=6
            />
            {keep_it(&page, &row_field("sure", row), &[row_field("title", row), row_field("text", row)])}
            {about.view()}
            <button class="button" type="submit">{submit.as_str()}</button>
        </form>
    }
    .into_any()
}

/// Where one of these fields was asked about: a box to tick for the text to stay as it is.
pub fn keep_it(page: &Page, name: &str, fields: &[String]) -> Option<AnyView> {
    let asked = fields.iter().any(|field| matches!(page.memory.problem(field), Some(Problem::MayTellWho(_))));
    asked.then(|| {
        let id = field_id(name);
        view! {
            <div class="choice field">
                <input type="checkbox" id=id.clone() name=name.to_owned() value="on" />
                <label for=id>{page.words.common.keep_text.as_str()}</label>
            </div>
        }
        .into_any()
    })
}

/// The choice of what it says something about.
struct About {
    page: Page,
    screening: Screening,
    kind: EvidenceKind,
    start: Start,
}

impl About {
    /// The indicators of the same focus point stand open, the others behind their titles.
    fn view(self) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let row = kind_value(self.kind);
        let fixed = self.start.indicator.clone().filter(|_| self.start.evidence.is_none());
        let legend = if fixed.is_some() { &words.also } else { &words.about };
        let name = row_field("indicators", row);
        let problem = self.page.memory.problem(&name).map(|problem| match problem {
            Problem::Empty => words.about_empty.clone(),
            other => words::problem(self.page.words, other),
        });
        let wrong = problem.is_some();
        let points = self.screening.instrument.focus_points.iter().map(|point| {
            let near = fixed.as_ref().is_some_and(|id| point.indicators.iter().any(|one| one.id == *id));
            let choices: Vec<(bool, AnyView)> = point
                .indicators
                .iter()
                .filter(|one| fixed.as_ref() != Some(&one.id))
                .map(|one| self.choice(&one.id))
                .collect();
            let any = choices.iter().any(|(checked, _)| *checked);
            let choices = choices.into_iter().map(|(_, choice)| choice).collect::<Vec<_>>();
            if near { choices.into_any() } else { self.folded(point, any, choices) }
        });
        // What lies nearest comes first.
        let points = points.collect::<Vec<_>>();
        view! {
            <fieldset class="field" class:wrong=wrong id=field_id(&name)>
                <legend>{legend.as_str()}</legend>
                {problem.map(|text| view! { <p class="problem">{text}</p> })}
                {points}
            </fieldset>
        }
        .into_any()
    }

    fn folded(&self, point: &FocusPoint, open: bool, choices: Vec<AnyView>) -> AnyView {
        let texts = self.screening.instrument.texts(self.page.language);
        let title = numbered(point.id.as_str(), texts.focus_point(&point.id));
        view! {
            <details class="fold" open=open>
                <summary>{title}</summary>
                {choices}
            </details>
        }
        .into_any()
    }

    /// A box to tick, and whether it is.
    fn choice(&self, id: &IndicatorId) -> (bool, AnyView) {
        let row = kind_value(self.kind);
        let name = row_field("also", id.as_str());
        let html = field_id(&format!("{row}-{name}"));
        let kept = self.start.evidence.as_ref().is_some_and(|(_, _, one)| one.indicators.contains(id));
        let checked =
            if typed_here(&self.page, self.kind) { self.page.memory.value(&name, "") == "on" } else { kept };
        let texts = self.screening.instrument.texts(self.page.language);
        let title = numbered(id.as_str(), texts.indicator(id));
        // On the page of an indicator its prompts stand above the form.
        let own = texts.indicators.get(id).filter(|_| self.start.indicator.is_none());
        let prompts = own.map(|texts| match self.kind {
            EvidenceKind::Document => texts.documents.join(" "),
            EvidenceKind::Observation => texts.observations.join(" "),
        });
        let prompts = prompts.filter(|prompts| !prompts.is_empty());
        let view = view! {
            <div class="choice">
                <input type="checkbox" id=html.clone() name=name value="on" checked=checked />
                <label for=html>{title}</label>
            </div>
            {prompts.map(|text| view! { <p class="hint">{text}</p> })}
        };
        (checked, view.into_any())
    }
}
