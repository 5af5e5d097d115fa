//! What each column of a file is, and what its words mean: proposed, and looked through by a person.

use super::course::Course;
use super::frame;
use super::import::{IN_COLUMN, NO_UNIT, START, UNKNOWN, column_key};
use crate::actions::upload::gone;
use crate::components::form::{Hidden, ProblemSummary, Select, TextField};
use crate::error::PageError;
use crate::page::Page;
use crate::uploads::Upload;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::answers::import::{Encoding, Mapping, Role, Table, letters};
use workflow::importing::Offered;
use workflow::screenings::Screening;

/// Things that stand in a column, shown beside it.
const EXAMPLES: usize = 3;
/// Longest example or name of a column, in characters.
const LONGEST: usize = 90;

/// The form.
pub async fn get(page: Page, Path(id): Path<String>, jar: CookieJar) -> Result<Response, PageError> {
    let screening = page.state.workflow.importable(&page.actor, &id).await?;
    let Some(upload) = super::import::upload(&page, &jar, &id) else {
        return Ok(gone(&page.state, jar, &id));
    };
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.import;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.columns_title, move || {
        let table = upload.table().cloned().unwrap_or_default();
        let rows = shown.words.counted(table.rows.len() as u64, &words.row_one, &words.row_many);
        let columns = shown.words.counted(table.heads.len() as u64, &words.column_one, &words.column_many);
        let lead =
            fill(&words.columns_lead, &[("rows", &rows), ("columns", &columns), ("file", &upload.name)]);
        view! {
            <p class="where"><a href=here.address(START)>{words.title.as_str()}</a></p>
            <h1>{words.columns_title.as_str()}</h1>
            <p class="lead">{lead}</p>
            <ProblemSummary page=shown.clone() />
            {notes(&shown, &upload)}
            {sheets(&shown, &here, &upload)}
            {form(&shown, &here, &screening, &upload, &table)}
        }
    }))
}

/// What to know of how it was read.
fn notes(page: &Page, upload: &Upload) -> Vec<AnyView> {
    let words = &page.words.desk.import;
    let mut notes = Vec::new();
    match &upload.offered {
        Offered::Saved(saved) => notes.push(fill(&words.used_saved, &[("name", &saved.name)])),
        Offered::OwnForm(_) => notes.push(words.is_own_form.clone()),
        Offered::Guessed(proposal) if proposal.by_order => notes.push(words.by_order.clone()),
        Offered::Guessed(_) => {}
    }
    if upload.file.encoding == Some(Encoding::Windows1252) {
        notes.push(words.windows_1252.clone());
    }
    notes.into_iter().map(|note| view! { <p class="notice">{note}</p> }.into_any()).collect()
}

/// Another sheet of the file.
fn sheets(page: &Page, course: &Course, upload: &Upload) -> Option<AnyView> {
    let words = &page.words.desk.import;
    let tables = &upload.file.tables;
    let choices =
        tables.iter().enumerate().map(|(n, table)| (n.to_string(), table.sheet.clone())).collect::<Vec<_>>();
    (tables.len() > 1).then(|| {
        view! {
            <form method="post" action="/api/choose-sheet" class="inline-form">
                <Hidden name="screening" value=course.id.clone() />
                <Select
                    page=page.clone()
                    name="sheet"
                    label=words.sheet.as_str()
                    choices
                    value=upload.sheet.to_string()
                />
                <button class="button quiet small" type="submit">{words.choose_sheet.as_str()}</button>
            </form>
        }
        .into_any()
    })
}

fn form(page: &Page, course: &Course, screening: &Screening, upload: &Upload, table: &Table) -> AnyView {
    let words = &page.words.desk.import;
    let mapping = upload.offered.mapping();
    let texts = screening.instrument.texts(page.language);
    let mut groups = vec![(IN_COLUMN.to_owned(), words.in_column.clone())];
    groups.extend(screening.instrument.groups.iter().map(|group| {
        let name = page.words.sentences().inside(texts.group(&group.id));
        let all = fill(&words.all_are, &[("group", name.as_str())]);
        (group.id.to_string(), all)
    }));
    let group = mapping.group.as_ref().map_or(IN_COLUMN, |group| group.as_str()).to_owned();
    let roles = choices(page, screening, mapping);
    let (used, left): (Vec<usize>, Vec<usize>) =
        (0..table.heads.len()).partition(|column| mapping.roles.get(*column) != Some(&Role::LeaveOut));
    let used = used.into_iter().map(|c| column(page, table, mapping, &roles, c)).collect_view();
    let left_out = page.words.counted(left.len() as u64, &words.left_out_one, &words.left_out);
    // Where nothing was recognised, everything must be said.
    let open = mapping.indicators().next().is_none() || !page.memory.problems.is_empty();
    let left = left.into_iter().map(|c| column(page, table, mapping, &roles, c)).collect_view();
    let name = match &upload.offered {
        Offered::Saved(saved) => saved.name.clone(),
        _ => upload.name.rsplit_once('.').map_or(upload.name.as_str(), |(stem, _)| stem).to_owned(),
    };
    view! {
        <form method="post" action="/api/map-columns">
            <Hidden name="screening" value=course.id.clone() />
            <Select page=page.clone() name="group" label=words.group.as_str() choices=groups value=group />
            <h2>{words.used_title.as_str()}</h2>
            <div class="import-columns">{used}</div>
            <details open=open>
                <summary>{left_out}</summary>
                <p>{words.left_out_hint.as_str()}</p>
                <p>{words.open_hint.as_str()}</p>
                <div class="import-columns">{left}</div>
            </details>
            {super::import_words::all(page, screening, table, mapping)}
            <TextField
                page=page.clone()
                name="name"
                label=words.name.as_str()
                hint=words.name_hint.as_str()
                value=name
            />
            <div class="row-buttons">
                <button class="button" type="submit">{words.to_preview.as_str()}</button>
                <a class="button quiet" href=course.address(START)>{words.other_file.as_str()}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What a column may be.
fn choices(page: &Page, screening: &Screening, mapping: &Mapping) -> Vec<(String, String)> {
    let words = &page.words.desk.import;
    let texts = screening.instrument.texts(page.language);
    let mut choices = vec![
        (String::from(Role::LeaveOut), words.role_leave_out.clone()),
        (Role::ResponseId.into(), words.role_response_id.clone()),
        (Role::Group.into(), words.role_group.clone()),
    ];
    if !screening.settings.units.is_empty() {
        choices.push((Role::Unit.into(), words.role_unit.clone()));
    }
    choices.push((Role::OpenQuestion.into(), words.role_open.clone()));
    for (role, name) in [(Role::Channel, &words.role_channel), (Role::Helped, &words.role_helped)] {
        // Words of the contract's own form: only a file that has them knows them.
        if mapping.column(&role).is_some() {
            choices.push((role.into(), name.clone()));
        }
    }
    let asked = |id| {
        let form = |group| screening.settings.form(group);
        let asks =
            |group| screening.instrument.indicator(id).is_some_and(|(_, i)| i.asks(group, form(group)));
        match &mapping.group {
            Some(group) => asks(group) || mapping.column(&Role::Indicator(id.clone())).is_some(),
            None => true,
        }
    };
    choices.extend(screening.instrument.indicators().filter(|indicator| asked(&indicator.id)).map(
        |indicator| {
            let id = &indicator.id;
            let statement = mapping.group.as_ref().and_then(|group| texts.item(id, group));
            let name = frame::numbered(id.as_str(), statement.unwrap_or_else(|| texts.indicator(id)));
            (Role::Indicator(id.clone()).into(), short(&name))
        },
    ));
    choices
}

/// One column with what it is. What stands in one that is left out is not shown: it may be a name.
fn column(page: &Page, table: &Table, mapping: &Mapping, roles: &[(String, String)], at: usize) -> AnyView {
    let words = &page.words.desk.import;
    let role = mapping.roles.get(at).cloned().unwrap_or_default();
    let examples = table.different(at, EXAMPLES).into_iter().map(short).collect::<Vec<_>>().join(" · ");
    let hint = match role {
        Role::Indicator(_) | Role::Group | Role::Unit | Role::Channel | Role::Helped
            if !examples.is_empty() =>
        {
            fill(&words.stands, &[("examples", &examples)])
        }
        _ => String::new(),
    };
    view! {
        <Select
            page=page.clone()
            name=format!("columns[{}]", column_key(at))
            label=label(table, at)
            hint
            choices=roles.to_vec()
            value=String::from(role)
        />
    }
    .into_any()
}

/// A column by its letter, as spreadsheets show it, and its name.
pub(super) fn label(table: &Table, column: usize) -> String {
    let (letter, name) = (letters(column + 1), table.column(column));
    if name == letter { letter } else { format!("{letter} · {}", short(&name)) }
}

/// Not the whole of a long text.
pub(super) fn short(text: &str) -> String {
    let short: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() { format!("{short}…") } else { short }
}

/// The choice for a word that says nothing yet, and for a unit that is none.
pub(super) fn unit_choices(page: &Page, screening: &Screening) -> Vec<(String, String)> {
    let words = &page.words.desk.import;
    let mut choices =
        vec![(UNKNOWN.to_owned(), words.refused.clone()), (NO_UNIT.to_owned(), words.no_unit.clone())];
    choices.extend(screening.settings.units.iter().map(|unit| (unit.clone(), unit.clone())));
    choices
}
