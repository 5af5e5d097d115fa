//! One hearing before it is held: when and where, who is invited, the agenda; and the ways to what is used in the room.

use super::course::Course;
use super::frame;
use super::hearing_agenda::Agenda;
use super::hearing_people::{Names, People};
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::HearingNumber;
use workflow::Error;
use workflow::hearings::HearingView;
use workflow::screenings::Screening;

/// A hearing as its pages need it.
#[derive(Clone)]
pub struct Loaded {
    /// The screening.
    pub screening: Screening,
    /// Where it stands.
    pub course: Course,
    /// First or second.
    pub number: HearingNumber,
    /// The hearing; `None` before the close.
    pub hearing: Option<HearingView>,
}

/// Loads a hearing from the numbers of its address.
pub async fn load(page: &Page, id: &str, number: &str) -> Result<Loaded, PageError> {
    let number = number.parse::<u8>().ok().and_then(|number| HearingNumber::try_from(number).ok());
    let number = number.ok_or(PageError(Error::NotFound))?;
    let screening = page.state.workflow.screening(&page.actor, id).await?;
    let course = Course::of(page, &screening).await?;
    let hearing =
        if course.closed { Some(page.state.workflow.hearing(&page.actor, id, number).await?) } else { None };
    Ok(Loaded { screening, course, number, hearing })
}

/// The address of a hearing, or of a page of it.
pub fn address(screening: &str, number: HearingNumber, page: &str) -> String {
    let number = u8::from(number);
    let at = if page.is_empty() { format!("hoering/{number}") } else { format!("hoering/{number}/{page}") };
    super::course::address(screening, &at)
}

/// The page.
pub async fn get(page: Page, Path((id, number)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let title = screening::language::of(page.language).hearing_name(loaded.number);
    let Some(hearing) = loaded.hearing.clone() else {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(frame::render_empty(&page, &loaded.course, title, text));
    };
    let shown = page.clone();
    let course = loaded.course.clone();
    let sheets = page.state.workflow.hearing_material(&page.actor, &id, loaded.number).await?;
    Ok(frame::render(&page, &course, title, move || {
        let words = &shown.words.desk.hearing;
        let lead = lead(shown.words, loaded.number);
        let material = address(&id, loaded.number, "materiale");
        let record = address(&id, loaded.number, "referat");
        let room = address(&id, loaded.number, "rum");
        let stage = address(&id, loaded.number, "skaerm/0");
        view! {
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p>
                <a class="button" href=room>{words.to_room.as_str()}</a>
            </p>
            <ul class="ways">
                <li><a href=stage>{words.to_stage.as_str()}</a></li>
                <li><a href=material>{words.to_material.as_str()}</a></li>
                <li><a href=address(&id, loaded.number, "invitation.pdf")>{words.to_invitation.as_str()}</a></li>
                <li><a href=address(&id, loaded.number, "kort.pdf")>{words.to_card.as_str()}</a></li>
                <li><a href=record>{words.to_record.as_str()}</a></li>
            </ul>
            <h2>{words.people.as_str()}</h2>
            <People page=shown.clone() loaded=loaded.clone() plan=hearing.plan.clone() />
            <Names page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() />
            <h2 id="dagsorden">{words.agenda.as_str()}</h2>
            <Agenda page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() sheets=sheets.themes.clone() />
        }
    }))
}

fn lead(words: &'static Words, number: HearingNumber) -> &'static str {
    match number {
        HearingNumber::First => &words.desk.hearing.lead_one,
        HearingNumber::Second => &words.desk.hearing.lead_two,
    }
}
