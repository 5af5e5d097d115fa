//! One hearing before it is held: when and where, who is invited, the agenda; and the ways to what is used in the room.

use super::course::Course;
use super::frame;
use super::hearing_agenda::Agenda;
use super::hearing_people::{Names, People};
use super::hearing_sittings::{OtherSittings, Sittings};
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::{HearingNumber, Sitting};
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
    /// Which of its sittings.
    pub sitting: Sitting,
    /// The hearing; `None` before the close.
    pub hearing: Option<HearingView>,
}

impl Loaded {
    /// *Høring 1*, with its letter where it is held several times.
    pub fn name(&self, page: &Page) -> String {
        let letter = self.hearing.as_ref().and_then(|hearing| hearing.letter(self.sitting));
        screening::language::of(page.language).sitting_name(self.number, letter)
    }
}

/// Loads a sitting of a hearing from its address.
pub async fn load(page: &Page, id: &str, number: &str) -> Result<Loaded, PageError> {
    let sitting: Sitting = number.parse().map_err(|_| PageError(Error::NotFound))?;
    let screening = page.state.workflow.screening(&page.actor, id).await?;
    let course = Course::of(page, &screening).await?;
    let hearing =
        if course.closed { Some(page.state.workflow.hearing(&page.actor, id, sitting).await?) } else { None };
    Ok(Loaded { screening, course, number: sitting.number, sitting, hearing })
}

/// The address of a hearing, or of a page of it.
pub fn address(screening: &str, sitting: impl Into<Sitting>, page: &str) -> String {
    let sitting = sitting.into();
    let at = if page.is_empty() { format!("hoering/{sitting}") } else { format!("hoering/{sitting}/{page}") };
    super::course::address(screening, &at)
}

/// The page.
pub async fn get(page: Page, Path((id, number)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let title = loaded.name(&page);
    let Some(hearing) = loaded.hearing.clone() else {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(frame::render_empty(&page, &loaded.course, &title, text));
    };
    let shown = page.clone();
    let course = loaded.course.clone();
    let sheets =
        page.state.workflow.hearing_material(&page.actor, &id, loaded.sitting, Some(page.language)).await?;
    let heading = title.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let words = &shown.words.desk.hearing;
        let lead = lead(shown.words, loaded.number);
        let material = address(&id, loaded.sitting, "materiale");
        let record = address(&id, loaded.sitting, "referat");
        let room = address(&id, loaded.sitting, "rum");
        let stage = address(&id, loaded.sitting, "skaerm/0");
        view! {
            <h1>{heading}</h1>
            <OtherSittings page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() />
            <p class="lead">{lead}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p>
                <a class="button" href=room>{words.to_room.as_str()}</a>
            </p>
            <ul class="ways">
                <li><a href=stage>{words.to_stage.as_str()}</a></li>
                <li><a href=material>{words.to_material.as_str()}</a></li>
                <li><a href=address(&id, loaded.sitting, "invitation.pdf")>{words.to_invitation.as_str()}</a></li>
                <li><a href=address(&id, loaded.sitting, "kort.pdf")>{words.to_card.as_str()}</a></li>
                <li><a href=record>{words.to_record.as_str()}</a></li>
            </ul>
            <h2>{words.people.as_str()}</h2>
            <People page=shown.clone() loaded=loaded.clone() plan=hearing.plan.clone() />
            <Names page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() />
            <h2 id="dagsorden">{words.agenda.as_str()}</h2>
            <Agenda page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() sheets=sheets.themes.clone() />
            <Sittings page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() />
        }
    }))
}

fn lead(words: &'static Words, number: HearingNumber) -> &'static str {
    match number {
        HearingNumber::First => &words.desk.hearing.lead_one,
        HearingNumber::Second => &words.desk.hearing.lead_two,
    }
}
