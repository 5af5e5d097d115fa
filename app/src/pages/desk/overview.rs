//! One screening: where it stands, what is missing before the step can be left, and the next step as one button.

use super::course::{Course, Step, advised, missing};
use super::frame;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The overview.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let missing = missing(&page, &course, &screening).await?;
    let words = &page.words.desk.overview;
    let advised =
        if course.now == Step::Prepare { advised(page.words, &screening.settings) } else { Vec::new() };
    let (next, href) = course.next(page.words, Some(&screening));
    let title = course.organisation.clone();
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let released = here.released.map(|version| {
            let text = fill(&words.released, &[("version", &version.to_string())]);
            view! { <p class="notice">{text}</p> }
        });
        let about = match here.now {
            Step::Prepare => &words.about_prepare,
            Step::Collect => &words.about_collect,
            Step::Close => &words.about_close,
            Step::HearingOne => &words.about_hearing_one,
            Step::HearingTwo => &words.about_hearing_two,
            Step::Report => &words.about_report,
            Step::HandOver | Step::Develop | Step::Again => &words.about_hand_over,
        };
        let missing = (!missing.is_empty()).then(|| {
            view! {
                <h3>{words.missing.as_str()}</h3>
                <ul>
                    {missing
                        .into_iter()
                        .map(|(text, href)| view! { <li><a href=href>{text}</a></li> })
                        .collect_view()}
                </ul>
            }
        });
        let advised = (!advised.is_empty()).then(|| {
            let fields = advised.into_iter().map(|label| view! { <li>{label}</li> }).collect_view();
            view! {
                <h3>{words.advised.as_str()}</h3>
                <p>{words.advised_lead.as_str()}</p>
                <ul>{fields}</ul>
                <p><a href=here.address("forbered")>{words.to_fields.as_str()}</a></p>
            }
        });
        view! {
            <p class="where">{here.name.clone()}</p>
            <h1>{here.organisation.clone()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {released}
            <section class="box next-step" aria-labelledby="next">
                <p class="tag">{words.next.as_str()}</p>
                <h2 id="next">{here.now.name(shown.words)}</h2>
                <p>{about.as_str()}</p>
                {missing}
                {advised}
                <p><a class="button" href=href>{next}</a></p>
            </section>
            <h2>{words.always.as_str()}</h2>
            <ul>
                <li><a href=here.address("forbered")>{words.see_settings.as_str()}</a></li>
                <li><a href=here.address("dokumenter")>{words.see_evidence.as_str()}</a></li>
                {here
                    .closed
                    .then(|| {
                        view! {
                            <li><a href=here.address("billede")>{words.see_picture.as_str()}</a></li>
                            <li><a href=here.address("kommentarer")>{words.see_comments.as_str()}</a></li>
                        }
                    })}
            </ul>
        }
    }))
}
