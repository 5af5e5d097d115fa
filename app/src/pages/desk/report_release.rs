//! The release: what it would go without, what it does, and the versions that are out.

use super::course::Course;
use super::lacks;
use super::report_changed::{changed, look_anchor, since};
use super::report_edit::Desk;
use super::report_wording::{MARKED_ANCHOR, marked};
use crate::components::form::{Agree, Hidden, TextArea};
use crate::components::report::ReportView;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::when::date;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::HearingNumber;
use workflow::reports::{Lack, ReleasedVersion, TalkKind};

/// The section.
#[component]
pub fn Release(
    /// The page.
    desk: Desk,
    /// The screening's course.
    course: Course,
) -> impl IntoView {
    let (words, review) = (&desk.page.words.desk.report, &desk.page.words.desk.review);
    let again = !desk.report.versions.is_empty();
    let button = if again { &words.release_again } else { &words.release };
    let changes = again.then(|| {
        view! {
            <TextArea
                page=desk.page.clone()
                name="changes"
                label=review.changes.as_str()
                hint=review.changes_hint.as_str()
                rows=2
            />
        }
    });
    let form = view! {
        <form method="post" action="/api/release-report">
            <Hidden name="screening" value=desk.screening.clone() />
            {changes}
            {deletes(&desk, &course)}
            <button class="button" type="submit">{button.as_str()}</button>
        </form>
    };
    let versions = versions(&desk.page, &desk.screening, &desk.report.versions);
    view! {
        <section id="udgiv" class="edit-section" aria-labelledby="udgiv-titel">
            <h2 id="udgiv-titel">{words.release_title.as_str()}</h2>
            {lacking(&desk, &course)}
            <p>{words.release_text.as_str()}</p>
            <ul>
                <li>{words.release_leaders.as_str()}</li>
                <li>{words.release_frozen.as_str()}</li>
                <li>{words.release_originals.as_str()}</li>
            </ul>
            {form}
            {versions}
        </section>
    }
    .into_any()
}

/// The comments that a release now would delete unread, and the yes to that.
fn deletes(desk: &Desk, course: &Course) -> Option<AnyView> {
    let words = &desk.page.words.desk.releasing;
    let unread = unread(desk)?;
    let said = desk.page.words.counted(unread as u64, &words.unread_one, &words.unread_many);
    Some(
        view! {
            <p>
                {said} " " <a href=course.address("kommentarer")>{words.read_them.as_str()}</a>
            </p>
            <Agree page=desk.page.clone() name="unread" value=unread.to_string() label=yes(&desk.page, unread) />
        }
        .into_any(),
    )
}

/// How many comments wait to be read, where any does.
fn unread(desk: &Desk) -> Option<usize> {
    desk.report.lacks.iter().find_map(|lack| match lack {
        Lack::Comments(count) => Some(*count),
        _ => None,
    })
}

/// What one says yes to.
fn yes(page: &Page, unread: usize) -> String {
    let words = &page.words.desk.releasing;
    page.words.counted(unread as u64, &words.delete_one, &words.delete_many)
}

/// What the fields of the release are called where one of them does not hold.
pub fn field_names(desk: &Desk) -> Vec<(String, String)> {
    let changes = ("changes".to_owned(), desk.page.words.desk.review.changes.clone());
    let unread = unread(desk).map(|unread| ("unread".to_owned(), yes(&desk.page, unread)));
    std::iter::once(changes).chain(unread).collect()
}

/// What a release now would go without, each with where it is mended.
fn lacking(desk: &Desk, course: &Course) -> AnyView {
    let words = &desk.page.words.desk.review;
    let counted = |text: &str, count: usize| fill(text, &[("count", &count.to_string())]);
    let here = |anchor: &str| format!("#{anchor}");
    let waiting: lacks::Waiting = desk
        .report
        .lacks
        .iter()
        .map(|lack| match lack {
            Lack::Pages => (words.lack_pages.clone(), here("main")),
            Lack::Comments(count) => (counted(&words.lack_comments, *count), course.address("kommentarer")),
            Lack::Hearing(HearingNumber::First) => {
                (words.lack_hearing_one.clone(), course.address("hoering/1/rum"))
            }
            Lack::Hearing(HearingNumber::Second) => {
                (words.lack_hearing_two.clone(), course.address("hoering/2/rum"))
            }
            Lack::SecondReader => (words.lack_reader.clone(), here("gennemlaesning")),
            Lack::Talk(kind) => {
                let text = match kind {
                    TalkKind::FactCheck => &words.lack_fact_check,
                    TalkKind::BeforeRelease => &words.lack_talk,
                };
                (text.clone(), here(&format!("samtale-{}", kind.id())))
            }
            Lack::Changed(look, count) => (since(&desk.page, *look, *count), here(&look_anchor(*look))),
            Lack::Notes(count) => {
                let first = desk.report.notes.iter().find(|note| !note.settled);
                let anchor = first.map(|note| format!("bemaerkning-{}", note.id)).unwrap_or_default();
                (counted(&words.lack_notes, *count), here(&anchor))
            }
            Lack::Wording(count) => (counted(&words.lack_wording, *count), here(MARKED_ANCHOR)),
        })
        .collect();
    if waiting.is_empty() {
        return view! { <p class="notice">{words.lacks_none.as_str()}</p> }.into_any();
    }
    let advises =
        (!desk.report.lacks.contains(&Lack::Pages)).then(|| view! { <p>{words.lacks_lead.as_str()}</p> });
    view! {
        <h3>{words.lacks_title.as_str()}</h3>
        {lacks::list(waiting)}
        {advises}
        {changed(desk)}
        {marked(desk)}
    }
    .into_any()
}

/// The versions that are out, with what each changed and its checksum.
pub fn versions(page: &Page, screening: &str, versions: &[ReleasedVersion]) -> Option<AnyView> {
    let words = &page.words.desk.review;
    let rows = versions.iter().rev().map(|version| {
        let values =
            [("version", version.version.to_string()), ("date", date(page.language, version.released_at))];
        let name =
            values.iter().fold(words.version.clone(), |text, (name, value)| fill(&text, &[(name, value)]));
        let href = super::course::address(screening, &format!("rapport/version/{}", version.version));
        let changed = match version.changes.as_str() {
            "" if version.version > 1 => words.version_answer.clone(),
            changes => changes.to_owned(),
        };
        view! {
            <li>
                <p><a href=href>{name}</a> " " {changed}</p>
                <p class="quiet checksum">{fill(&words.checksum, &[("checksum", &version.checksum)])}</p>
            </li>
        }
    });
    (!versions.is_empty()).then(|| {
        view! {
            <h3>{words.versions_title.as_str()}</h3>
            <p>{words.versions_lead.as_str()}</p>
            <ul class="versions">{rows.collect_view()}</ul>
            <p class="quiet">
                {words.checksum_how.as_str()} " "
                <a href=format!("/rapporter/{screening}/rapport.json")>{words.json.as_str()}</a>
            </p>
        }
        .into_any()
    })
}

/// One released version, for facilitators.
pub async fn version(page: Page, Path((id, version)): Path<(String, String)>) -> Result<Response, PageError> {
    let version = version.parse().map_err(|_| PageError(workflow::Error::NotFound))?;
    let released = page.state.workflow.released_version(&page.actor, &id, version).await?;
    let words = page.words;
    let title = fill(
        &words.desk.review.version,
        &[("version", &version.to_string()), ("date", &date(page.language, released.released_at))],
    );
    let pdf = super::course::address(&id, &format!("rapport/version/{version}/rapport.pdf"));
    Ok(page.render(Frame::Sheet, &title.clone(), move || {
        view! {
            <div class="no-print narrow">
                <p class="where">
                    <a href=format!("{}#udgiv", super::course::address(&id, "rapport"))>
                        {words.desk.report.title.as_str()}
                    </a>
                </p>
                <p>{title.clone()} " " {released.changes.clone()}</p>
                <p class="quiet checksum">
                    {fill(&words.desk.review.checksum, &[("checksum", &released.checksum)])}
                </p>
                <p><a class="button" href=pdf>{words.desk.leader.pdf.as_str()}</a></p>
            </div>
            <ReportView report=released.report.clone() fold=words.common.table.as_str() />
        }
    }))
}
