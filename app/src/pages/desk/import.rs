//! Answers from another program: its facilitator has a file, little time, and fears to do it wrong. The file is chosen
//! here, its columns are looked through on [`super::import_columns`], and what comes of it on
//! [`super::import_preview`]; nothing is stored before the end of the last.

use super::course::Course;
use super::frame::{self, SmallForm};
use crate::components::form::{ProblemSummary, Select, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::session;
use crate::uploads::Upload;
use crate::words::{self, fill};
use axum::extract::Path;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::answers::import::{LONGEST_FILE, MOST_LINES};
use screening::settings::State;
use workflow::importing::SavedMapping;
use workflow::screenings::Screening;

/// The pages' paths under a screening's.
pub const START: &str = "hent-ind";
/// The columns.
pub const COLUMNS: &str = "hent-ind/kolonner";
/// What comes of it.
pub const PREVIEW: &str = "hent-ind/gennemsyn";
/// The choice of group that says: a column of the file says it.
pub const IN_COLUMN: &str = "column";
/// The choice of a word that nobody has given a meaning.
pub const UNKNOWN: &str = "?";
/// The choice of a unit that is none.
pub const NO_UNIT: &str = "-";
/// Before a group's id: how many of it were taken in, as handed over to [`get`].
pub const IMPORTED: &str = "imported-";

/// A column's key in a posted field; it begins with a letter, as [`frame::row_key`]'s.
pub fn column_key(column: usize) -> String {
    format!("column-{column}")
}

/// The file that is on its way, if it still is.
pub fn upload(page: &Page, jar: &CookieJar, screening: &str) -> Option<Upload> {
    let session = session::token(jar, session::SESSION)?;
    page.state.uploads.get(&session, screening, page.state.workflow.clock.now())
}

/// The form.
pub async fn get(page: Page, Path(id): Path<String>, jar: CookieJar) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.import;
    if screening.state != State::Open {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_open));
    }
    let saved = page.state.workflow.saved_mappings(&page.actor, &id).await?;
    let upload = upload(&page, &jar, &id);
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let steps = [&words.step_file, &words.step_columns, &words.step_preview];
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            {imported(&shown, &here, &screening)}
            {upload.map(|upload| on_its_way(&shown, &here, &upload))}
            <ol>{steps.into_iter().map(|step| view! { <li>{step.as_str()}</li> }).collect_view()}</ol>
            {form(&shown, &here, &screening)}
            <h2>{words.never_title.as_str()}</h2>
            <p>{words.never.as_str()}</p>
            <p>{words.memory.as_str()}</p>
            {mappings(&shown, &here, saved)}
            <details>
                <summary>{words.own_form_title.as_str()}</summary>
                <p>{words.own_form.as_str()}</p>
            </details>
        }
    }))
}

/// What was just taken in.
fn imported(page: &Page, course: &Course, screening: &Screening) -> Option<AnyView> {
    let words = &page.words.desk.import;
    let texts = screening.instrument.texts(page.language);
    let number = |id: &str| page.memory.values.get(&format!("{IMPORTED}{id}"))?.parse::<u64>().ok();
    let groups: Vec<(String, u64)> = screening
        .instrument
        .groups
        .iter()
        .filter_map(|group| Some((texts.group(&group.id).to_owned(), number(group.id.as_str())?)))
        .collect();
    let total = groups.iter().map(|(_, n)| n).sum::<u64>();
    let groups = groups.iter().map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join(", ");
    (total > 0).then(|| {
        view! {
            <div class="notice" role="status">
                <p>{fill(&page.words.counted(total, &words.imported_one, &words.imported), &[("groups", &groups)])}</p>
                <p>{words.after_import.as_str()}</p>
                <p><a href=course.address("indsaml")>{words.to_collect.as_str()}</a></p>
            </div>
        }
        .into_any()
    })
}

/// A file that was read before: go on, or forget it.
fn on_its_way(page: &Page, course: &Course, upload: &Upload) -> AnyView {
    let words = &page.words.desk.import;
    let values = vec![("screening", course.id.clone())];
    view! {
        <div class="box">
            <p>{fill(&words.waiting, &[("file", &upload.name)])}</p>
            <div class="row-buttons">
                <a class="button small" href=course.address(COLUMNS)>{words.go_on.as_str()}</a>
                <SmallForm action="/api/forget-file" values label=words.forget_file.as_str() />
            </div>
        </div>
    }
    .into_any()
}

fn form(page: &Page, course: &Course, screening: &Screening) -> AnyView {
    let words = &page.words.desk.import;
    let texts = screening.instrument.texts(page.language);
    let mut groups = vec![(IN_COLUMN.to_owned(), words.in_column.clone())];
    let named = screening.instrument.groups.iter();
    groups.extend(named.map(|group| {
        let name = page.words.sentences().inside(texts.group(&group.id));
        let all = fill(&words.all_are, &[("group", name.as_str())]);
        (group.id.to_string(), all)
    }));
    let hint = fill(
        &words.file_hint,
        &[("size", &(LONGEST_FILE >> 20).to_string()), ("lines", &page.words.sentences().count(MOST_LINES))],
    );
    let id = field_id("file");
    let problem = page.memory.problem("file").map(|problem| words::problem(page.words, problem));
    let described = match &problem {
        Some(_) => format!("{id}-hint {id}-problem"),
        None => format!("{id}-hint"),
    };
    let wrong = problem.is_some();
    view! {
        <form method="post" action=course.address("hent-ind/fil") enctype="multipart/form-data">
            <Select
                page=page.clone()
                name="group"
                label=words.group.as_str()
                hint=words.group_hint.as_str()
                choices=groups
            />
            <div class="field" class:wrong=wrong>
                <label for=id.clone()>{words.file.as_str()}</label>
                <p class="hint" id=format!("{id}-hint")>{hint}</p>
                {problem.map(|text| view! { <p class="problem" id=format!("{id}-problem")>{text}</p> })}
                <input
                    id=id.clone()
                    name="file"
                    type="file"
                    accept=".csv,.txt,.tsv,.xlsx,.ods"
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
            </div>
            <button class="button" type="submit">{words.read.as_str()}</button>
        </form>
    }
    .into_any()
}

fn mappings(page: &Page, course: &Course, saved: Vec<SavedMapping>) -> Option<AnyView> {
    let words = &page.words.desk.import;
    let row = |mapping: SavedMapping| {
        let values = vec![("screening", course.id.clone()), ("name", mapping.name.clone())];
        let used = mapping.mapping.indicators().count();
        let about = mapping.name.clone();
        view! {
            <tr>
                <th scope="row">{mapping.name}</th>
                <td>{used}</td>
                <td><SmallForm action="/api/forget-mapping" values label=words.forget.as_str() about /></td>
            </tr>
        }
    };
    (!saved.is_empty()).then(|| {
        let rows = saved.into_iter().map(row).collect_view();
        view! {
            <h2>{words.saved_title.as_str()}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-label=words.saved_caption.as_str()>
                <table>
                    <caption>{words.saved_caption.as_str()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.name_short.as_str()}</th>
                            <th scope="col">{words.columns_short.as_str()}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}
