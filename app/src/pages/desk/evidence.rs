//! Documents and observations: what was looked at, indicator by indicator, what has nothing yet, and who rates.

use super::course::Course;
use super::evidence_files::switch;
use super::evidence_form::kind_path;
use super::frame::{self, SmallForm, numbered};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind, Seen, about, coverage};
use screening::id::IndicatorId;
use workflow::ratings::Assessment;
use workflow::screenings::Screening;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let evidence: Vec<Evidence> =
        page.state.workflow.evidence(&page.actor, &id).await?.into_iter().map(|(_, one)| one).collect();
    let ratings = page.state.workflow.ratings(&page.actor, &id).await?;
    let assessment = page.state.workflow.assessment(&page.actor, &id).await?;
    let files = page.state.workflow.attachments(&page.actor, &id).await?;
    let words = &page.words.desk.evidence;
    let log = Log { page: page.clone(), course: course.clone(), screening, evidence, assessment };
    Ok(frame::render(&page, &course, &words.title, move || {
        let reach = coverage(&log.evidence, &ratings, &log.screening.instrument);
        let count = |number: usize, one: &str, many: &str| match number {
            1 => one.to_owned(),
            number => fill(many, &[("count", &number.to_string())]),
        };
        let values = [
            ("indicators", reach.indicators.to_string()),
            ("of", reach.of.to_string()),
            ("documents", count(reach.documents, &words.one_document, &words.many_documents)),
            ("observations", count(reach.observations, &words.one_observation, &words.many_observations)),
        ];
        let said = if reach.indicators == 0 {
            words.coverage_none.clone()
        } else {
            fill(&words.coverage, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        };
        let rated = (reach.indicators > 0).then(|| match reach.rated {
            0 => words.none_rated.clone(),
            1 => words.one_rated.clone(),
            rated => fill(&words.many_rated, &[("count", &rated.to_string())]),
        });
        let thin = (reach.insufficient > 0)
            .then(|| fill(&words.coverage_thin, &[("count", &reach.insufficient.to_string())]));
        let write = |kind, text: &'static str| {
            let href = log.course.address(&format!("dokumenter/ny/{}", kind_path(kind)));
            view! { <a class="button" href=href>{text}</a> }
        };
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=log.page.clone() />
            <ProblemSummary page=log.page.clone() />
            <p class="notice">{words.never_people.as_str()}</p>
            <p class="row-buttons">
                {write(EvidenceKind::Document, &words.write_document)}
                {write(EvidenceKind::Observation, &words.write_observation)}
            </p>
            <p>{said} {rated.map(|text| format!(" {text}"))} {thin.map(|text| format!(" {text}"))}</p>
            {log.to_agree()}
            {log.points()}
            {log.assessors()}
            {switch(&log.page, &log.screening.id, &files)}
        }
    }))
}

/// What the page is made from.
struct Log {
    page: Page,
    course: Course,
    screening: Screening,
    evidence: Vec<Evidence>,
    assessment: Assessment,
}

impl Log {
    fn address(&self, indicator: &IndicatorId) -> String {
        self.course.address(&format!("dokumenter/{indicator}"))
    }

    fn title(&self, indicator: &IndicatorId) -> String {
        let texts = self.screening.instrument.texts(self.page.language);
        numbered(indicator.as_str(), texts.indicator(indicator))
    }

    /// What both have rated, apart.
    fn to_agree(&self) -> Option<AnyView> {
        let words = &self.page.words.desk.evidence;
        let apart = self.assessment.seen.iter().filter(|(_, seen)| matches!(seen, Seen::Apart(_)));
        let links: Vec<_> =
            apart.map(|(id, _)| view! { <li><a href=self.address(id)>{self.title(id)}</a></li> }).collect();
        (!links.is_empty()).then(|| {
            view! {
                <section class="box">
                    <h2 class="card-title">{words.to_agree.as_str()}</h2>
                    <ul class="columns">{links}</ul>
                </section>
            }
            .into_any()
        })
    }

    /// A table a focus point.
    fn points(&self) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let texts = self.screening.instrument.texts(self.page.language);
        let points = self.screening.instrument.focus_points.iter().map(|point| {
            let title = numbered(point.id.as_str(), texts.focus_point(&point.id));
            let rows = point
                .indicators
                .iter()
                .map(|indicator| {
                    view! {
                        <tr>
                            <th scope="row">
                                <a href=self.address(&indicator.id)>{self.title(&indicator.id)}</a>
                            </th>
                            <td>{self.looked_at(&indicator.id)}</td>
                            <td>{self.rating(&indicator.id)}</td>
                        </tr>
                    }
                })
                .collect_view();
            view! {
                <div class="table-scroll" tabindex="0" role="group" aria-label=title.clone()>
                    <table class="evidence-table">
                        <caption><h2>{title.clone()}</h2></caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.indicator.as_str()}</th>
                                <th scope="col">{words.seen.as_str()}</th>
                                <th scope="col">{words.rating.as_str()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        });
        points.collect::<Vec<_>>().into_any()
    }

    /// *2 dokumenter, 1 iagttagelse*, or *intet endnu*.
    fn looked_at(&self, indicator: &IndicatorId) -> String {
        let words = &self.page.words.desk.evidence;
        let count = |kind| about(&self.evidence, indicator).filter(|one| one.kind == kind).count();
        let said = |number: usize, one: &String, many: &String| match number {
            0 => None,
            1 => Some(one.clone()),
            number => Some(fill(many, &[("count", &number.to_string())])),
        };
        let parts = [
            said(count(EvidenceKind::Document), &words.one_document, &words.many_documents),
            said(count(EvidenceKind::Observation), &words.one_observation, &words.many_observations),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { words.nothing.clone() } else { parts.join(", ") }
    }

    /// The rating, as far as this person may see it.
    fn rating(&self, indicator: &IndicatorId) -> String {
        let words = &self.page.words.desk.evidence;
        let written = about(&self.evidence, indicator).next().is_some();
        match self.assessment.of(indicator) {
            Seen::Holds { rating, .. } => screening::language::of(self.page.language).rating(rating.rating),
            Seen::Apart(_) => words.agree_on_it.clone(),
            Seen::Own(_) => words.own_given.clone(),
            Seen::Nothing if written => words.not_rated.clone(),
            Seen::Nothing => String::new(),
        }
    }

    /// One assesses, or two; how far the two agree.
    fn assessors(&self) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let agreement = self.assessment.agreement.map(|agreement| {
            view! { <p>{screening::language::of(self.page.language).agreement(&agreement)}</p> }
        });
        let choice = match &self.assessment.assessors {
            Some(two) => {
                let names = [
                    ("first", self.assessment.name(&two.first)),
                    ("second", self.assessment.name(&two.second)),
                ];
                view! {
                    <p>{fill(&words.two_assess, &names)}</p>
                    {agreement}
                    <details class="fold">
                        <summary>{words.end_two.as_str()}</summary>
                        <p>{words.end_two_lead.as_str()}</p>
                        <SmallForm
                            action="/api/end-second-assessor"
                            values=vec![("screening", self.screening.id.clone())]
                            label=words.end_two_button.as_str()
                        />
                    </details>
                }
                .into_any()
            }
            None => {
                view! { <p>{words.one_assesses.as_str()}</p> {agreement} {self.name_second()} }.into_any()
            }
        };
        view! { <section class="box"><h2 class="card-title">{words.who_rates.as_str()}</h2>{choice}</section> }
            .into_any()
    }

    fn name_second(&self) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let own = self.page.actor.account().map_or("", |account| &account.id);
        let others = self.assessment.colleagues.iter().filter(|one| one.id != own);
        let choices: Vec<_> = others.map(|one| (one.id.clone(), one.name.clone())).collect();
        if choices.is_empty() {
            return view! { <p class="quiet">{words.no_second.as_str()}</p> }.into_any();
        }
        view! {
            <form method="post" action="/api/name-second-assessor" class="inline-form">
                <Hidden name="screening" value=self.screening.id.clone() />
                <Select page=self.page.clone() name="second" label=words.second_label.as_str() choices />
                <button class="button quiet small" type="submit">{words.name_second.as_str()}</button>
            </form>
        }
        .into_any()
    }
}
