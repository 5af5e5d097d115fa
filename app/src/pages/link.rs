//! An open link. Its user came by a poster or a mail, has no slip, and wants to know what this is before beginning.

use crate::components::form::{Hidden, ProblemSummary};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::answer::stopped;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::settings::State;
use workflow::open_links::Invitation;
use workflow::stopping::StoppedNotice;

/// Where an open link leads.
pub fn address(name: &str) -> String {
    format!("/til/{name}")
}

/// The page.
pub async fn get(page: Page, Path(name): Path<String>) -> Result<Response, PageError> {
    let invitation = page.state.workflow.open_link(&name, page.token.as_ref()).await?;
    let page = page.among(&invitation.instrument.languages, &invitation.settings.language);
    if let Some(stopped) = invitation.stopped {
        let Invitation { organisation, instrument, settings, .. } = invitation;
        return Ok(stopped::told(&page, &StoppedNotice { organisation, instrument, settings, stopped }));
    }
    let words = &page.words.answer.link;
    let texts = invitation.instrument.texts(page.language);
    let group = fill(&words.group, &[("group", texts.group(&invitation.group))]);
    let shown = page.clone();
    Ok(page.render(Frame::Answering, &words.title, move || {
        let form = |button: &str, class: &'static str, anew: bool| {
            view! {
                <form method="post" action="/api/answer/begin-link">
                    <Hidden name="link" value=name.clone() />
                    {anew.then(|| view! { <Hidden name="anew" value="on" /> })}
                    <button class=class type="submit">{button.to_owned()}</button>
                </form>
            }
        };
        let ways = match invitation.state {
            State::Open | State::Closing if invitation.begun => {
                let anew = (invitation.state == State::Open).then(|| {
                    view! {
                        <p>{words.someone_else.clone()}</p>
                        {form(&words.anew, "button quiet", true)}
                    }
                });
                view! {
                    <p>{words.begun.clone()}</p>
                    <p><a class="button" href="/svar">{shown.words.answer.before.go_on.clone()}</a></p>
                    {anew}
                }
                .into_any()
            }
            State::Open => view! {
                <p>{words.code.clone()}</p>
                {form(&shown.words.answer.start.begin, "button", false)}
                <p>{words.slip.clone()} " " <a href="/">{words.to_start.clone()}</a></p>
            }
            .into_any(),
            State::Prepared => view! { <p class="notice">{words.not_open.clone()}</p> }.into_any(),
            State::Closing => {
                view! { <p class="notice">{shown.words.problems.closing.clone()}</p> }.into_any()
            }
            State::Closed => view! { <p class="notice">{shown.words.problems.closed.clone()}</p> }.into_any(),
        };
        view! {
            <p class="where">{invitation.organisation}</p>
            <h1>{words.title.clone()}</h1>
            <p class="lead">{group}</p>
            <ProblemSummary page=shown.clone() />
            {ways}
        }
    }))
}
