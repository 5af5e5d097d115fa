//! What comes of a file: how many of each group, and every cell that can't be read, before anything is stored.

use super::course::Course;
use super::frame;
use super::import::{COLUMNS, START};
use super::import_columns::{label, short};
use crate::actions::upload::gone;
use crate::components::form::{Hidden, ProblemSummary};
use crate::error::PageError;
use crate::page::Page;
use crate::uploads::Upload;
use crate::words::{self, fill};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::answers::import::{Role, Table};
use workflow::Error;
use workflow::importing::{Offered, Preview, PreviewedGroup};
use workflow::screenings::Screening;

/// Most columns that are named as left out; a file may have hundreds.
const MOST_NAMED: usize = 12;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>, jar: CookieJar) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let screening = workflow.importable(&page.actor, &id).await?;
    let Some(upload) = super::import::upload(&page, &jar, &id) else {
        return Ok(gone(&page.state, jar, &id));
    };
    let course = Course::of(&page, &screening).await?;
    let table = upload.table().cloned().unwrap_or_default();
    let mapping = upload.offered.mapping();
    let preview = match workflow.preview_import(&page.actor, &id, &table, mapping, &upload.file.digest).await
    {
        Ok(preview) => preview,
        // The columns are not all told yet.
        Err(Error::Invalid(_)) => return Ok(Redirect::to(&course.address(COLUMNS)).into_response()),
        Err(other) => return Err(other.into()),
    };
    let words = &page.words.desk.import;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.preview_title, move || {
        let checked = &preview.checked;
        let rows = checked.taken.len() as u64;
        let lead = match (checked.refused_count as u64, rows) {
            (0, 0) => words.nothing.clone(),
            (0, rows) => shown.words.counted(rows, &words.ready_one, &words.ready),
            (refused, _) => shown.words.counted(refused, &words.not_ready_one, &words.not_ready),
        };
        let ready = checked.refused_count == 0 && rows > 0;
        view! {
            <p class="where"><a href=here.address(START)>{words.title.as_str()}</a></p>
            <h1>{words.preview_title.as_str()}</h1>
            <p class="lead">{lead}</p>
            <ProblemSummary page=shown.clone() />
            {notes(&shown, &screening, &upload, &table, &preview)}
            {groups(&shown, &screening, &preview.groups)}
            {refused(&shown, &screening, &table, &preview)}
            {ready.then(|| take_in(&shown, &here, &preview))}
            <div class="row-buttons">
                <a class="button quiet small" href=here.address(COLUMNS)>{words.to_columns.as_str()}</a>
                <a class="button quiet small" href=here.address(START)>{words.other_file.as_str()}</a>
            </div>
        }
    }))
}

/// What to know before it is done.
fn notes(page: &Page, screening: &Screening, upload: &Upload, table: &Table, preview: &Preview) -> AnyView {
    let words = &page.words.desk.import;
    let texts = screening.instrument.texts(page.language);
    let mut warnings = Vec::new();
    if preview.before {
        warnings.push(words.before.clone());
    } else if preview.files > 0 {
        warnings.push(words.files_before.clone());
    }
    let exceeding = preview.groups.iter().filter(|group| group.exceeds());
    warnings.extend(exceeding.map(|group| fill(&words.exceeds, &[("group", texts.group(&group.group))])));
    let mut notes = Vec::new();
    match &upload.offered {
        Offered::OwnForm(_) => notes.push(words.is_own_form.clone()),
        Offered::Saved(saved) => notes.push(fill(&words.used_saved, &[("name", &saved.name)])),
        Offered::Guessed(_) => {}
    }
    if preview.checked.blank > 0 {
        notes.push(page.words.counted(preview.checked.blank as u64, &words.blank_row, &words.blank_rows));
    }
    let roles = &upload.offered.mapping().roles;
    let left: Vec<String> = (0..table.heads.len())
        .filter(|column| roles.get(*column) == Some(&Role::LeaveOut))
        .map(|column| short(&table.column(column)))
        .collect();
    match left.len().checked_sub(MOST_NAMED) {
        _ if left.is_empty() => {}
        None | Some(0) => notes.push(fill(&words.never_kept, &[("columns", &left.join(", "))])),
        Some(more) => {
            let named = left[..MOST_NAMED].join(", ");
            let values = [("columns", named.as_str()), ("number", &more.to_string())];
            notes.push(fill(&words.never_kept_many, &values));
        }
    }
    let warnings = warnings.into_iter().map(|text| view! { <p class="notice">{text}</p> }).collect_view();
    let notes = notes.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    view! { {warnings}{notes} }.into_any()
}

fn groups(page: &Page, screening: &Screening, groups: &[PreviewedGroup]) -> Option<AnyView> {
    let words = &page.words.desk.import;
    let collect = &page.words.desk.collect;
    let texts = screening.instrument.texts(page.language);
    let language = page.words.sentences();
    let row = |group: &PreviewedGroup| {
        let invited = group.invited.map_or_else(|| collect.unknown.clone(), |number| language.count(number));
        view! {
            <tr>
                <th scope="row">{texts.group(&group.group).to_owned()}</th>
                <td>{language.count(group.rows)}</td>
                <td>{language.count(group.submitted)}</td>
                <td>{invited}</td>
            </tr>
        }
    };
    (!groups.is_empty()).then(|| {
        view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=words.groups_caption.as_str()>
                <table>
                    <caption>{words.groups_caption.as_str()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{collect.group.as_str()}</th>
                            <th scope="col">{words.in_file.as_str()}</th>
                            <th scope="col">{words.submitted_before.as_str()}</th>
                            <th scope="col">{collect.invited.as_str()}</th>
                        </tr>
                    </thead>
                    <tbody>{groups.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

/// The cells that can't be read, each with its mend.
fn refused(page: &Page, screening: &Screening, table: &Table, preview: &Preview) -> Option<AnyView> {
    let words = &page.words.desk.import;
    let checked = &preview.checked;
    let rows = checked.refused.iter().map(|cell| {
        let found = if cell.found.trim().is_empty() { words.empty_cell.clone() } else { short(&cell.found) };
        view! {
            <tr>
                <th scope="row">{cell.line}</th>
                <td>{label(table, cell.column)}</td>
                <td>{found}</td>
                <td>{words::expected(page.words, screening, &cell.expected)}</td>
            </tr>
        }
    });
    (checked.refused_count > 0).then(|| {
        let (shown, number) = (checked.refused.len(), checked.refused_count);
        let caption = if shown < number {
            fill(
                &words.refused_first,
                &[("shown", &shown.to_string()), ("number", &page.words.sentences().count(number as u64))],
            )
        } else {
            words.refused_caption.clone()
        };
        view! {
            <h2>{words.refused_title.as_str()}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-label=caption.clone()>
                <table class="refused">
                    <caption>{caption.clone()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.row.as_str()}</th>
                            <th scope="col">{words.column.as_str()}</th>
                            <th scope="col">{words.found.as_str()}</th>
                            <th scope="col">{words.expected.as_str()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn take_in(page: &Page, course: &Course, preview: &Preview) -> AnyView {
    let words = &page.words.desk.import;
    let rows = preview.checked.taken.len() as u64;
    let problem = page.memory.problem("again").map(|problem| words::problem(page.words, problem));
    let again = preview.before.then(|| {
        view! {
            {problem.map(|text| view! { <p class="problem">{text}</p> })}
            <div class="field choice">
                <input type="checkbox" id="field-again" name="again" value="again" />
                <label for="field-again">{words.again.as_str()}</label>
            </div>
        }
    });
    view! {
        <form method="post" action="/api/import-answers">
            <Hidden name="screening" value=course.id.clone() />
            <p>{words.no_way_back.as_str()}</p>
            {again}
            <p><button class="button" type="submit">{page.words.counted(rows, &words.take_in_one, &words.take_in)}</button></p>
        </form>
    }
    .into_any()
}
