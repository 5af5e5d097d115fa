//! A released report, to read, to take along and to answer. Its leader has ten minutes before a meeting.

use crate::components::form::{ProblemSummary, SavedNotice};
use crate::components::reply::ReplyForm;
use crate::components::report::ReportView;
use crate::components::report_files::ReportFiles;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::when::date;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The report.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let released = workflow.released_report(&page.actor, &id).await?;
    let reply = workflow.management_answer(&page.actor, &id).await?;
    let page_words = &page.words.desk;
    let words = &page_words.leader;
    let table = page.words.common.table.as_str();
    let line = fill(
        &words.released,
        &[("version", &released.version.to_string()), ("date", &date(page.language, released.released_at))],
    );
    let title = released.report.title.clone();
    let shown = page.clone();
    Ok(page.render(Frame::Sheet, &title, move || {
        let (review, answering) = (&shown.words.desk.review, &shown.words.desk.reply);
        let to_answer = reply.may_write.then(|| view! { <p><a href="#svar">{words.answer.as_str()}</a></p> });
        let form = reply.may_write.then(|| {
            let given = reply.answer.as_ref();
            view! {
                <section id="svar" class="no-print narrow" aria-labelledby="svar-titel">
                    <h2 id="svar-titel">{answering.title.as_str()}</h2>
                    <p>{answering.lead.as_str()}</p>
                    {given.map(|_| view! { <p>{answering.done.as_str()}</p> })}
                    <ReplyForm
                        page=shown.clone()
                        screening=id.clone()
                        version=released.version
                        answer=given.map(|answer| answer.text.clone()).unwrap_or_default()
                        desk=false
                    />
                </section>
            }
        });
        view! {
            <div class="no-print narrow">
                <p class="where"><a href="/rapporter">{words.title.as_str()}</a></p>
                <SavedNotice page=shown.clone() />
                <ProblemSummary page=shown.clone() />
                <p>{line}</p>
                <p><a class="button" href=format!("/rapporter/{id}/rapport.pdf")>{words.pdf.as_str()}</a></p>
                <ReportFiles
                    page=shown.clone()
                    base=format!("/rapporter/{id}")
                    report=released.report.clone()
                    figures=true
                />
                <p><a href=format!("/rapporter/{id}/plan")>{page_words.plan.read_plan.as_str()}</a></p>
                <p><a href=super::leave::address(&id)>{page_words.leave.link.as_str()}</a></p>
                {to_answer}
            </div>
            <ReportView report=released.report.clone() fold=table />
            {form}
            <div class="no-print narrow quiet checksum">
                <p>{fill(&review.checksum, &[("checksum", &released.checksum)])}</p>
                <p>
                    {review.checksum_how.as_str()} " "
                    <a href=format!("/rapporter/{id}/rapport.json")>{review.json.as_str()}</a>
                </p>
            </div>
        }
        .into_any()
    }))
}
