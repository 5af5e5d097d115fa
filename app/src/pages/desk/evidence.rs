//! Documents and observations: what was looked at, indicator by indicator, and what has nothing yet.

use super::course::Course;
use super::frame::{self, numbered};
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, about, coverage};
use screening::id::IndicatorId;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let evidence: Vec<Evidence> =
        page.state.workflow.evidence(&page.actor, &id).await?.into_iter().map(|(_, one)| one).collect();
    let ratings = page.state.workflow.ratings(&page.actor, &id).await?;
    let words = &page.words.desk.evidence;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let instrument = &screening.instrument;
        let texts = instrument.texts(shown.language);
        let reach = coverage(&evidence, &ratings, instrument);
        let said = fill(
            &words.coverage,
            &[
                ("indicators", &reach.indicators.to_string()),
                ("of", &reach.of.to_string()),
                ("documents", &reach.documents.to_string()),
                ("observations", &reach.observations.to_string()),
                ("rated", &reach.rated.to_string()),
                ("insufficient", &reach.insufficient.to_string()),
            ],
        );
        let points = instrument
            .focus_points
            .iter()
            .map(|point| {
                let title = numbered(point.id.as_str(), texts.focus_point(&point.id));
                let rows = point
                    .indicators
                    .iter()
                    .map(|indicator| {
                        let href = here.address(&format!("dokumenter/{}", indicator.id));
                        let title = numbered(indicator.id.as_str(), texts.indicator(&indicator.id));
                        let seen = seen(&shown, &evidence, &indicator.id);
                        let rating = rating(&shown, &ratings, &indicator.id);
                        view! {
                            <tr>
                                <th scope="row"><a href=href>{title}</a></th>
                                <td>{seen}</td>
                                <td>{rating}</td>
                            </tr>
                        }
                    })
                    .collect_view();
                view! {
                    <h2>{title.clone()}</h2>
                    <div class="table-scroll" tabindex="0" role="group" aria-label=title.clone()>
                        <table class="evidence-table">
                            <caption>{words.caption.as_str()}</caption>
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
            })
            .collect_view();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p class="notice">{words.never_people.as_str()}</p>
            <p>{said}</p>
            {points}
        }
    }))
}

/// *2 dokumenter, 1 iagttagelse*, or *intet endnu*.
fn seen(page: &Page, evidence: &[Evidence], indicator: &IndicatorId) -> String {
    let words = &page.words.desk.evidence;
    let count = |kind| about(evidence, indicator).filter(|one| one.kind == kind).count();
    let (documents, observations) = (count(EvidenceKind::Document), count(EvidenceKind::Observation));
    let mut parts = Vec::new();
    match documents {
        0 => {}
        1 => parts.push(words.one_document.clone()),
        many => parts.push(fill(&words.many_documents, &[("count", &many.to_string())])),
    }
    match observations {
        0 => {}
        1 => parts.push(words.one_observation.clone()),
        many => parts.push(fill(&words.many_observations, &[("count", &many.to_string())])),
    }
    if parts.is_empty() { words.nothing.clone() } else { parts.join(", ") }
}

fn rating(page: &Page, ratings: &[IndicatorRating], indicator: &IndicatorId) -> String {
    let words = &page.words.desk.evidence;
    let settled = ratings.iter().find(|settled| settled.indicator == *indicator);
    settled.map_or_else(
        || words.not_rated.clone(),
        |settled| screening::language::of(page.language).rating(settled.rating),
    )
}
