//! An instrument that comes in from a file: chosen, looked through, and taken in as a draft of its own. Nothing is stored
//! before the end. One that is to take a draft's place is in [`super::replace`].

use super::list::back;
use super::{address, lang, language_name, reading};
use crate::actions::taking_in::gone;
use crate::components::form::{Hidden, ProblemSummary, Select, TextField, field_id};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::session;
use crate::uploads::InstrumentUpload;
use crate::words::{self, fill, instrument_fault};
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::answers::import::LONGEST_FILE;
use screening::instrument::Instrument;
use screening::instrument::edit::Draft;
use workflow::Error;

/// What a file that is to be an instrument of its own is kept under.
pub const NEW: &str = "ny";
/// The page where a file is chosen.
pub const START: &str = "hent-ind";
/// The page where it is looked through.
pub const LOOK: &str = "hent-ind/gennemsyn";

/// Most remarks that are listed.
const MOST: usize = 50;

/// The file on its way.
pub(super) fn waiting(page: &Page, jar: &CookieJar, key: &str) -> Option<InstrumentUpload> {
    let session = session::token(jar, session::SESSION)?;
    page.state.instrument_uploads.get(&session, key, page.state.workflow.clock.now())
}

/// Where a file is chosen that is to be an instrument of its own.
pub async fn get(page: Page) -> Result<Response, PageError> {
    if page.state.workflow.facilitated_organisations(&page.actor).await?.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    let words = &page.words.desk.instrument_take_in;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let kinds = [&words.kind_sheet, &words.kind_form, &words.kind_folder];
        view! {
            {back(&shown)}
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            {file_form(&shown, address("hent-ind/fil", ""))}
            <h2>{words.kinds.as_str()}</h2>
            <ul>{kinds.map(|kind| view! { <li>{kind.as_str()}</li> }).collect_view()}</ul>
        }
        .into_any()
    }))
}

/// The form by which a file is chosen.
pub(super) fn file_form(page: &Page, action: String) -> AnyView {
    let words = &page.words.desk.instrument_take_in;
    let id = field_id("file");
    let problem = page.memory.problem("file").map(|problem| words::problem(page.words, problem));
    let described = match &problem {
        Some(_) => format!("{id}-hint {id}-problem"),
        None => format!("{id}-hint"),
    };
    let wrong = problem.is_some();
    let hint = fill(&words.file_hint, &[("most", &(LONGEST_FILE >> 20).to_string())]);
    view! {
        <form method="post" action=action enctype="multipart/form-data">
            <div class="field" class:wrong=wrong>
                <label for=id.clone()>{words.file.as_str()}</label>
                <p class="hint" id=format!("{id}-hint")>{hint}</p>
                {problem.map(|text| view! { <p class="problem" id=format!("{id}-problem")>{text}</p> })}
                <input
                    id=id.clone()
                    name="file"
                    type="file"
                    accept=".csv,.txt,.xlsx,.ods,.zip"
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
            </div>
            <button class="button" type="submit">{words.read.as_str()}</button>
        </form>
    }
    .into_any()
}

/// What is in a file that is to be an instrument of its own.
pub async fn look(page: Page, jar: CookieJar) -> Result<Response, PageError> {
    let organisations = page.state.workflow.facilitated_organisations(&page.actor).await?;
    if organisations.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    let Some(upload) = waiting(&page, &jar, NEW) else { return Ok(gone(&page.state, jar, NEW)) };
    let words = &page.words.desk.instrument_take_in;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.look_title, move || {
        let read = upload.read.draft.shown();
        let title = read.texts(&reading(&shown, &read)).title.clone();
        let places: Vec<_> = organisations.into_iter().map(|one| (one.id, one.name)).collect();
        let only = places.first().filter(|_| places.len() == 1).map(|(id, _)| id.clone());
        let place = match only {
            Some(id) => view! { <Hidden name="organisation" value=id /> }.into_any(),
            None => view! {
                <Select
                    page=shown.clone()
                    name="organisation"
                    label=shown.words.desk.create.organisation.as_str()
                    choices=places
                />
            }
            .into_any(),
        };
        let copy = &shown.words.desk.instruments;
        view! {
            <p class="where"><a href=address(START, "")>{words.title.as_str()}</a></p>
            <h1>{words.look_title.as_str()}</h1>
            <p class="lead">{fill(&words.look_lead, &[("file", &upload.name)])}</p>
            <ProblemSummary page=shown.clone() />
            {facts(&shown, &read, &upload.read.draft)}
            {left_out(&shown, &upload)}
            <form method="post" action="/api/take-in-instrument">
                {place}
                <TextField
                    page=shown.clone()
                    name="title"
                    label=copy.copy_title.as_str()
                    hint=copy.copy_title_hint.as_str()
                    value=title
                />
                <button class="button" type="submit">{words.take_in.as_str()}</button>
            </form>
            <p><a href=address(START, "")>{words.other_file.as_str()}</a></p>
        }
        .into_any()
    }))
}

/// What it holds, in what languages, of whom, and how much is missing.
fn facts(page: &Page, read: &Instrument, draft: &Draft) -> AnyView {
    let (words, all) = (&page.words.desk.instrument_take_in, &page.words.desk.instruments);
    let holds = fill(
        &all.holds,
        &[
            ("points", &read.focus_points.len().to_string()),
            ("indicators", &read.indicators().count().to_string()),
            ("groups", &read.groups.len().to_string()),
        ],
    );
    let language = reading(page, read);
    let texts = read.texts(&language);
    let groups: Vec<&str> = read.groups.iter().map(|group| texts.group(&group.id)).collect();
    let languages: Vec<String> = read.languages.iter().map(|code| language_name(code)).collect();
    let lacking = match draft.checked().err().map_or(0, |lacks| lacks.len()) {
        0 => words.lacking_none.clone(),
        number => page.words.counted(number as u64, &words.lacking_one, &words.lacking),
    };
    view! {
        <dl class="facts">
            <dt>{words.contents.as_str()}</dt>
            <dd>{holds} <br /> <span class="quiet">{lacking}</span></dd>
            <dt>{all.languages.as_str()}</dt>
            <dd>{languages.join(", ")}</dd>
            <dt>{all.groups.as_str()}</dt>
            <dd lang=lang(page, &language)>{groups.join(", ")}</dd>
        </dl>
    }
    .into_any()
}

/// What is in the file and not in the draft.
pub(super) fn left_out(page: &Page, upload: &InstrumentUpload) -> Option<AnyView> {
    let words = &page.words.desk.instrument_take_in;
    let all = &upload.read.left_out;
    let lines = all.iter().take(MOST).map(|one| view! { <li>{instrument_fault(page.words, one)}</li> });
    let lines = lines.collect_view();
    let more = all.len().saturating_sub(MOST);
    let more =
        (more > 0).then(|| view! { <p>{fill(&words.left_out_more, &[("number", &more.to_string())])}</p> });
    (!all.is_empty()).then(|| {
        view! {
            <div class="box">
                <h2>{words.left_out.as_str()}</h2>
                <ul>{lines}</ul>
                {more}
            </div>
        }
        .into_any()
    })
}
