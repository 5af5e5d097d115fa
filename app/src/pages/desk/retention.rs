//! What is deleted when, of a screening; and of all of them, for whoever runs the installation. Its user answers for it to
//! a data-protection officer.

use super::course::Course;
use super::dates::written;
use super::frame;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use leptos::prelude::*;
use screening::retention::{Due, Kept, LOG_MONTHS};
use workflow::retaining::RetentionView;

/// The page within a screening.
pub const RETENTION: &str = "sletning";
/// The page of all screenings.
pub const ALL: &str = "/sletning";

/// Name of the field of how long a part is kept.
pub fn months_field(kept: Kept) -> String {
    format!("months[{}]", kept.id())
}

/// The page of a screening.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let view = page.state.workflow.retention(&page.actor, &id).await?;
    let log = page.state.workflow.log_months().await?;
    let words = &page.words.desk.retention;
    let shown = page.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        if let Some(day) = view.pilot {
            return of_pilot(&shown, &view, day, log);
        }
        let rows = view.due.iter().map(|(kept, due)| {
            let (name, note) = part(&shown, *kept);
            view! {
                <tr>
                    <th scope="row">{name}<br /><span class="quiet">{note}</span></th>
                    <td>{when(&shown, &view, *kept, *due)}</td>
                </tr>
            }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <h2>{words.by_itself.as_str()}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-label=words.caption.as_str()>
                <table>
                    <caption>{words.caption.as_str()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.what.as_str()}</th>
                            <th scope="col">{words.when.as_str()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {on_the_way(&shown, log)}
            {form(&shown, &view)}
        }
        .into_any()
    }))
}

/// A pilot goes whole, and there is nothing to choose.
fn of_pilot(page: &Page, view: &RetentionView, day: Date, log: u32) -> AnyView {
    let words = &page.words.desk.retention;
    view! {
        <h1>{words.title.as_str()}</h1>
        <p class="lead">{words.lead.as_str()}</p>
        <dl class="facts stacked">
            <dt>{words.pilot.as_str()}</dt>
            <dd>{pilot_goes(page, view, day)}</dd>
        </dl>
        {on_the_way(page, log)}
    }
    .into_any()
}

/// When a pilot goes, in words.
fn pilot_goes(page: &Page, view: &RetentionView, day: Date) -> String {
    match over(page, view, day) {
        Some(over) => over,
        None => fill(&page.words.desk.retention.pilot_on, &[("day", &written(page, day))]),
    }
}

/// What is said of a day that is past, while what should have gone is there.
fn over(page: &Page, view: &RetentionView, day: Date) -> Option<String> {
    let words = &page.words.desk.retention;
    let said = if view.demonstration { &words.over_demonstration } else { &words.over };
    (day <= view.today).then(|| fill(said, &[("day", &written(page, day))]))
}

/// Fewer months, and the day of filing.
fn form(page: &Page, view: &RetentionView) -> AnyView {
    let words = &page.words.desk.retention;
    let months = Kept::ALL.map(|kept| {
        let label = match kept {
            Kept::Answers => &words.months_answers,
            Kept::Evidence => &words.months_evidence,
            Kept::Report => &words.months_report,
        };
        view! {
            <TextField
                page=page.clone()
                name=months_field(kept)
                label=label.as_str()
                hint=fill(&words.months_hint, &[("most", &kept.most().to_string())])
                value=view.retention.months(kept).to_string()
                kind="number"
                class="short"
            />
        }
    });
    let filed = view.retention.filed.map(|day| day.to_string()).unwrap_or_default();
    let filed = if view.released {
        view! {
            <TextField
                page=page.clone()
                name="filed"
                label=words.filed.as_str()
                hint=words.filed_hint.as_str()
                value=filed
                kind="date"
                class="date"
            />
        }
        .into_any()
    } else {
        view! { <p>{words.filed_not_yet.as_str()}</p> }.into_any()
    };
    view! {
        <h2>{words.shorter.as_str()}</h2>
        <p>{words.shorter_lead.as_str()}</p>
        <form method="post" action="/api/save-retention">
            <Hidden name="screening" value=view.id.clone() />
            <Hidden name="seen" value=view.seen.to_string() />
            {months.into_iter().collect_view()}
            {filed}
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

/// The page of all screenings.
pub async fn all(page: Page) -> Result<Response, PageError> {
    let views = page.state.workflow.retentions(&page.actor).await?;
    let log = page.state.workflow.log_months().await?;
    let words = &page.words.desk.retention;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.all_title, move || {
        let cards = views.iter().map(|view| {
            let parts = view.due.iter().map(|(kept, due)| {
                view! {
                    <dt>{part(&shown, *kept).0}</dt>
                    <dd>{when(&shown, view, *kept, *due)}</dd>
                }
            });
            let pilot = view.pilot.map(|day| {
                view! {
                    <dt>{words.pilot.as_str()}</dt>
                    <dd>{pilot_goes(&shown, view, day)}</dd>
                }
            });
            view! {
                <li>
                    <h2 class="card-title">{format!("{} · {}", view.organisation.name, view.name)}</h2>
                    <dl class="facts stacked">{parts.collect_view()}{pilot}</dl>
                </li>
            }
        });
        let cards = match views.is_empty() {
            true => view! { <p>{words.all_none.as_str()}</p> }.into_any(),
            false => view! { <ul class="cards">{cards.collect_view()}</ul> }.into_any(),
        };
        view! {
            <h1>{words.all_title.as_str()}</h1>
            <p class="lead">{words.all_lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() names=vec![("log".to_owned(), words.log_months.clone())] />
            {cards}
            {on_the_way(&shown, log)}
            {log_form(&shown, log)}
        }
        .into_any()
    }))
}

/// What goes by what is done, and the log.
fn on_the_way(page: &Page, log: u32) -> AnyView {
    let words = &page.words.desk.retention;
    view! {
        <h2>{words.at_once_title.as_str()}</h2>
        <ul>
            <li>{words.at_once_codes.as_str()}</li>
            <li>{words.at_once_names.as_str()}</li>
            <li>{words.at_once_comments.as_str()}</li>
            <li>{fill(&words.log, &[("time", &time(page, log))])}</li>
        </ul>
    }
    .into_any()
}

/// Fewer months for the log.
fn log_form(page: &Page, log: u32) -> AnyView {
    let words = &page.words.desk.retention;
    view! {
        <h2>{words.log_shorter.as_str()}</h2>
        <form method="post" action="/api/save-log-months">
            <TextField
                page=page.clone()
                name="log"
                label=words.log_months.as_str()
                hint=fill(&words.months_hint, &[("most", &LOG_MONTHS.to_string())])
                value=log.to_string()
                kind="number"
                class="short"
            />
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

/// A part in words, and what of it stays.
fn part(page: &Page, kept: Kept) -> (&'static str, &'static str) {
    let words = &page.words.desk.retention;
    match kept {
        Kept::Answers => (&words.answers, &words.answers_note),
        Kept::Evidence => (&words.evidence, &words.evidence_note),
        Kept::Report => (&words.report, &words.report_note),
    }
}

/// When it goes, in words.
fn when(page: &Page, view: &RetentionView, kept: Kept, due: Due) -> String {
    let words = &page.words.desk.retention;
    match due {
        Due::On(day) => match over(page, view, day) {
            Some(over) => over,
            None => fill(&words.on, &[("day", &written(page, day))]),
        },
        Due::Gone(day) => fill(&words.gone, &[("day", &written(page, day))]),
        Due::AfterNext(day) => fill(&words.after_next, &[("day", &written(page, day))]),
        Due::AfterRelease | Due::AfterFiling => {
            let after = if kept == Kept::Report { &words.after_filing } else { &words.after_release };
            fill(after, &[("time", &time(page, view.retention.months(kept)))])
        }
    }
}

/// So many months, in years where there are several whole ones.
pub fn time(page: &Page, months: u32) -> String {
    let words = &page.words.desk.retention;
    match months {
        1 => words.one_month.clone(),
        24.. if months.is_multiple_of(12) => fill(&words.years, &[("count", &(months / 12).to_string())]),
        _ => fill(&words.many_months, &[("count", &months.to_string())]),
    }
}
