//! The twelve weeks as dates: shown on the overview with what comes next, changed on a page of their own.

use super::course::{Course, Step};
use super::frame;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextField};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use leptos::prelude::*;
use screening::schedule::{Milestone, Schedule, Stretch};

/// Page of the dates within a screening.
pub const DATES: &str = "tidsplan";

/// The page: every date in a field.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let words = &page.words.desk.dates;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let order = schedule.out_of_order().map(|milestone| {
            let text = fill(&words.out_of_order, &[("what", milestone_words(&shown, milestone))]);
            view! { <p class="notice">{text}</p> }
        });
        let stretches = Stretch::ALL.map(|stretch| fields(&shown, &schedule, stretch));
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {order}
            <form method="post" action="/api/save-schedule">
                <Hidden name="screening" value=here.id.clone() />
                <TextField
                    page=shown.clone()
                    name="start"
                    label=words.start.as_str()
                    hint=words.start_hint.as_str()
                    value=schedule.start().to_string()
                    kind="date"
                    class="date"
                />
                {stretches.collect_view()}
                <button class="button" type="submit">{words.save.as_str()}</button>
            </form>
            <p><a href=here.address("")>{words.back.as_str()}</a></p>
        }
    }))
}

/// The fields of one stretch.
fn fields(page: &Page, schedule: &Schedule, stretch: Stretch) -> AnyView {
    let fields = Milestone::ALL
        .into_iter()
        .filter(|milestone| milestone.stretch() == stretch)
        .map(|milestone| {
            view! {
                <TextField
                    page=page.clone()
                    name=date_field(milestone)
                    label=milestone_words(page, milestone)
                    value=schedule.date(milestone).to_string()
                    kind="date"
                    class="date"
                />
            }
        })
        .collect_view();
    view! {
        <h2>{stretch_words(page, stretch)}</h2>
        {fields}
    }
    .into_any()
}

/// Name of the field of a date.
pub fn date_field(milestone: Milestone) -> String {
    format!("dates[{}]", milestone.id())
}

/// The dates on the overview: what comes next first, the rest folded away behind it by stretches.
#[component]
pub fn Dates(
    /// The request.
    page: Page,
    /// Where the screening stands.
    course: Course,
    /// Its dates.
    schedule: Schedule,
) -> impl IntoView {
    let words = &page.words.desk.dates;
    let today = today(&page);
    let next = match course.now {
        Step::Prepare | Step::Collect | Step::Close => schedule.next(today),
        Step::HearingOne => schedule.next_from(Milestone::LeaderTalk, today),
        Step::HearingTwo => schedule.next_from(Milestone::HearingTwo, today),
        Step::Report => schedule.next_from(Milestone::Report, today),
        Step::HandOver | Step::Develop | Step::Again => schedule.next_from(Milestone::HandOver, today),
    };
    let soon = next.map(|milestone| {
        let values = [
            ("what", milestone_words(&page, milestone)),
            ("when", &written(&page, schedule.date(milestone))),
        ];
        view! { <p class="half">{fill(&words.next, &values)}</p> }
    });
    let rows = schedule
        .dates()
        .map(|(milestone, date)| {
            let now = (next == Some(milestone)).then_some("date");
            let past = date < today;
            view! {
                <tr class:quiet=past class:now=now.is_some() aria-current=now>
                    <td>{short(&page, date)}</td>
                    <th scope="row">{milestone_words(&page, milestone)}</th>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h2>{words.title.as_str()}</h2>
        {soon}
        <div class="table-scroll" tabindex="0" role="group" aria-label=words.title.as_str()>
            <table class="dates">
                <caption>{words.caption.as_str()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.when.as_str()}</th>
                        <th scope="col">{words.what.as_str()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p><a href=course.address(DATES)>{words.change.as_str()}</a></p>
    }
    .into_any()
}

/// Today, where the places are.
pub fn today(page: &Page) -> Date {
    let (year, month, day) = page.state.workflow.clock.today();
    Date::new(year, month, day).unwrap_or_default()
}

/// A day in full: *onsdag den 7. oktober 2026*.
pub fn written(page: &Page, date: Date) -> String {
    let weekday = date.weekday().to_monday_zero_offset().unsigned_abs();
    screening::language::of(page.language).day(weekday, date.year(), date.month(), date.day())
}

/// A day in a table: *ons 7. oktober 2026*.
fn short(page: &Page, date: Date) -> String {
    let whole = written(page, date);
    let (weekday, rest) = whole.split_once(' ').unwrap_or(("", &whole));
    let rest = rest.strip_prefix("den ").unwrap_or(rest);
    format!("{} {rest}", weekday.chars().take(3).collect::<String>())
}

/// What a milestone is called.
pub fn milestone_words(page: &Page, milestone: Milestone) -> &'static str {
    let words = &page.words.desk.dates;
    match milestone {
        Milestone::PlanningGroup => &words.planning_group,
        Milestone::Agreements => &words.agreements,
        Milestone::Invite => &words.invite,
        Milestone::Open => &words.open,
        Milestone::Remind => &words.remind,
        Milestone::InviteHearings => &words.invite_hearings,
        Milestone::Close => &words.close,
        Milestone::LeaderTalk => &words.leader_talk,
        Milestone::HearingOne => &words.hearing_one,
        Milestone::Minutes => &words.minutes,
        Milestone::HearingTwo => &words.hearing_two,
        Milestone::Report => &words.report,
        Milestone::HandOver => &words.hand_over,
        Milestone::HearBack => &words.hear_back,
    }
}

fn stretch_words(page: &Page, stretch: Stretch) -> &'static str {
    let words = &page.words.desk.dates;
    match stretch {
        Stretch::Prepare => &words.weeks_prepare,
        Stretch::Collect => &words.weeks_collect,
        Stretch::HearingOne => &words.weeks_hearing_one,
        Stretch::HearingTwo => &words.weeks_hearing_two,
        Stretch::Report => &words.weeks_report,
    }
}
