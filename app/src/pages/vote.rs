//! A phone in the room: the code on the screen, a few choices, one vote. No name, no account.

use crate::components::form::{Hidden, ProblemSummary, TextField, field_id};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::session;
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::hearing::MOST_CHOICES;
use workflow::Error;
use workflow::hearings::PhoneVote;

/// Cookie of a phone that votes.
pub const PHONE: &str = "phone";

/// The address of a vote.
pub fn address(code: &str) -> String {
    format!("/stem/{code}")
}

/// Where the code is typed.
pub async fn start(page: Page) -> Response {
    let words = &page.words.desk.vote;
    let shown = page.clone();
    page.render(Frame::Answering, &words.phone_title, move || {
        view! {
            <h1>{words.phone_title.as_str()}</h1>
            <p class="lead">{words.phone_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <form method="post" action="/api/enter-vote">
                <TextField page=shown.clone() name="code" label=words.code.as_str() class="code" />
                <button class="button" type="submit">{words.go.as_str()}</button>
            </form>
        }
    })
}

/// The choices. A phone that has no token is given one here, so that it votes once.
pub async fn get(page: Page, jar: CookieJar, Path(code): Path<String>) -> Result<Response, PageError> {
    let held = session::token(&jar, PHONE);
    let vote = match page.state.workflow.phone_vote(&code, held.as_ref()).await {
        Ok(vote) => vote,
        Err(Error::NotFound) => {
            let words = &page.words.desk.vote;
            return Ok(page.render(Frame::Answering, &words.phone_title, move || {
                view! {
                    <h1>{words.phone_title.as_str()}</h1>
                    <p class="notice">{words.unknown.as_str()}</p>
                    <p><a class="button" href="/stem">{words.go.as_str()}</a></p>
                }
            }));
        }
        Err(other) => return Err(other.into()),
    };
    let fresh = held.is_none().then(|| {
        let mut bytes = [0; 32];
        page.state.workflow.random.fill(&mut bytes);
        session::cookie(&page.state, PHONE, session::encode(&bytes))
    });
    let shown = page.clone();
    let response = page
        .render(Frame::Answering, &page.words.desk.vote.phone_title, move || choices(&shown, &code, &vote));
    Ok(match fresh {
        Some(cookie) => (jar.add(cookie), response).into_response(),
        None => response,
    })
}

fn choices(page: &Page, code: &str, vote: &PhoneVote) -> AnyView {
    let words = &page.words.desk.vote;
    if vote.voted || !vote.open {
        let text = if vote.voted { &words.thanks } else { &words.closed };
        return view! {
            <p class="where">{vote.organisation.clone()}</p>
            <h1>{words.title.as_str()}</h1>
            <p class="notice" role="status">{text.as_str()}</p>
        }
        .into_any();
    }
    let legend = fill(&words.choose, &[("most", &MOST_CHOICES.to_string())]);
    let options = vote
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let name = format!("choices[row-{place}]");
            let id = field_id(&name);
            view! {
                <div class="choice">
                    <input type="checkbox" id=id.clone() name=name value="on" />
                    <label for=id>{option.clone()}</label>
                </div>
            }
        })
        .collect_view();
    let side = |value: &'static str, label: &str| {
        let id = field_id(&format!("uses-{value}"));
        view! {
            <div class="choice">
                <input type="radio" id=id.clone() name="uses" value=value required />
                <label for=id>{label.to_owned()}</label>
            </div>
        }
    };
    view! {
        <p class="where">{vote.organisation.clone()}</p>
        <h1>{words.title.as_str()}</h1>
        <p>{words.no_name.as_str()}</p>
        <ProblemSummary page=page.clone() />
        <form method="post" action="/api/cast-vote">
            <Hidden name="code" value=code.to_owned() />
            <fieldset class="field" id=field_id("choices")>
                <legend>{legend}</legend>
                {options}
            </fieldset>
            <fieldset class="field" id=field_id("uses")>
                <legend>{words.uses.as_str()}</legend>
                {side("yes", &words.yes)}
                {side("no", &words.no)}
            </fieldset>
            <button class="button" type="submit">{words.cast.as_str()}</button>
        </form>
    }
    .into_any()
}
