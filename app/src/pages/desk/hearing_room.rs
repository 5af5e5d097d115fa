//! In the room: one page for whoever counts and writes, with a keyboard on the lap. Everything that two people change at
//! once is read anew by `browser/hearing`; without scripts a link does it.

use super::frame;
use super::hearing::{Loaded, address, load};
use super::hearing_count::{CountRoom, Standing};
use super::hearing_line::Uses;
use super::hearing_minutes::{Beside, Minutes, minuted_themes};
use super::hearing_sittings::OtherSittings;
use super::hearing_vote::Vote;
use crate::components::form::{ProblemSummary, SavedNotice, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::session::encode;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The page.
pub async fn get(page: Page, Path((id, number)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let words = &page.words.desk.room;
    let title = format!("{} · {}", words.title, loaded.name(&page));
    let Some(hearing) = loaded.hearing.clone() else {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(frame::render_empty(&page, &loaded.course, &title, text));
    };
    let fresh = minuted_themes(&hearing).iter().map(|_| fresh_id(&page)).collect();
    let beside = Beside { first: hearing.first.clone(), uses: uses(&page, &loaded).await?, fresh };
    let vote = page.state.workflow.hearing_vote(&page.actor, &id, loaded.sitting).await?;
    let options = hearing.vote_options(loaded.screening.instrument.texts(page.language)).join("\n");
    let approved = hearing.plan.approved;
    let shown = page.clone();
    let course = loaded.course.clone();
    let heading = title.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let minutes = &shown.words.desk.minutes;
        let plan = hearing.plan.clone();
        let stage = address(&id, loaded.sitting, "skaerm/0");
        let record = address(&id, loaded.sitting, "referat");
        let back = address(&id, loaded.sitting, "");
        let here = address(&id, loaded.sitting, "rum");
        let count = if plan.approved {
            view! { <p>{words.closed.as_str()}</p> }.into_any()
        } else {
            view! { <CountRoom page=shown.clone() loaded=loaded.clone() plan=plan.clone() /> }.into_any()
        };
        view! {
            <h1>{heading}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <ul class="ways">
                <li><a href=back>{words.back.as_str()}</a></li>
                <li>
                    <a href=stage target="storskaerm">
                        {shown.words.desk.hearing.to_stage.as_str()}
                    </a>
                </li>
                <li><a href=record>{shown.words.desk.hearing.to_record.as_str()}</a></li>
                <li class="without-script"><a href=here>{words.refresh.as_str()}</a></li>
            </ul>
            <OtherSittings page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() at="rum" />
            <Standing page=shown.clone() loaded=loaded.clone() plan=plan />
            {count}
            <h2 id="referat">{minutes.record.as_str()}</h2>
            <div
                id="ord"
                hidden
                data-account=shown.actor.audit_name().to_owned()
                data-waiting=minutes.waiting.as_str()
                data-not-sent=minutes.not_sent.as_str()
                data-signed-out=minutes.signed_out.as_str()
                data-refused=minutes.refused.as_str()
                data-take-back=minutes.take_back.as_str()
                data-not-saved=minutes.not_saved.as_str()
            ></div>
            <Minutes page=shown.clone() loaded=loaded.clone() hearing=hearing.clone() beside=beside.clone() />
            <Vote page=shown.clone() loaded=loaded.clone() vote=vote suggested=options approved=approved />
            <script type="module" src=(shown.state.assets)("hearing.js")></script>
        }
    }))
}

/// An id for a line, so that a form sent twice is one line.
fn fresh_id(page: &Page) -> String {
    let mut bytes = [0; 16];
    page.state.workflow.random.fill(&mut bytes);
    encode(&bytes)
}

/// Where the report's draft uses lines of the minutes.
pub(super) async fn uses(page: &Page, loaded: &Loaded) -> Result<Uses, PageError> {
    let report = page.state.workflow.draft_report(&page.actor, &loaded.screening.id).await?;
    let mut uses = Uses::new();
    for (section, sentence) in report.placed_sentences() {
        let anchor = field_id(&format!("sentence-{}", sentence.key));
        let href = loaded.course.address(&format!("rapport#{anchor}"));
        for line in &sentence.lines {
            uses.entry(line.clone()).or_default().push((section.heading.clone(), href.clone()));
        }
    }
    Ok(uses)
}
