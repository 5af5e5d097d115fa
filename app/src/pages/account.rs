//! One's own account: how one signs in, what one is reminded of, and where one is signed in.

use crate::components::form::{Hidden, SavedNotice};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration_protection::of_account;
use crate::pages::desk::frame::SmallForm;
use crate::pages::desk::when::{date, time_of_day};
use crate::pages::own_password::OWN_PASSWORD;
use crate::pages::second_step::SECOND_STEP;
use crate::session;
use crate::words::fill;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use workflow::second_step::SecondStepView;
use workflow::sessions::SessionView;

/// Its address.
pub const ACCOUNT: &str = "/konto";

/// The page.
pub async fn get(page: Page, jar: CookieJar) -> Result<Response, PageError> {
    let account = page.actor.account()?.clone();
    let reminded = page.state.workflow.reminded(&page.actor).await?;
    let here = session::token(&jar, session::SESSION);
    let sessions = page.state.workflow.sessions(&page.actor, here.as_ref()).await?;
    let step = page.state.workflow.second_step(&page.actor).await?;
    let facts = page.state.workflow.controller_facts().await?;
    let words = &page.words.desk.account;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        view! {
            <h1>{words.title.as_str()}</h1>
            <SavedNotice page=shown.clone() />
            <dl class="facts">
                <dt>{words.name.as_str()}</dt>
                <dd>{account.name.clone()}</dd>
                <dt>{words.email.as_str()}</dt>
                <dd>{account.email.clone()}</dd>
            </dl>
            <h2 id="adgangskode">{shown.words.desk.own_password.heading.as_str()}</h2>
            <p><a href=OWN_PASSWORD>{shown.words.desk.own_password.title.as_str()}</a></p>
            <Steps page=shown.clone() step />
            <Reminders page=shown.clone() reminded />
            <Sessions page=shown.clone() sessions />
            {of_account(&shown, &facts)}
        }
    }))
}

/// Whether one signs in by two steps, and the way there.
#[component]
fn Steps(page: Page, step: SecondStepView) -> impl IntoView {
    let words = &page.words.desk.second_step;
    let (state, way) = if step.on { (&words.on, &words.change) } else { (&words.off, &words.begin_title) };
    view! {
        <h2 id="to-trin">{words.title.as_str()}</h2>
        <p>{state.as_str()}" "<a href=SECOND_STEP>{way.as_str()}</a></p>
    }
    .into_any()
}

#[component]
fn Reminders(page: Page, reminded: bool) -> impl IntoView {
    let words = &page.words.desk.account;
    let facilitates = page
        .actor
        .account()
        .is_ok_and(|account| account.roles.iter().any(|(_, role)| *role == workflow::Role::Facilitator));
    if !facilitates {
        return ().into_any();
    }
    let (state, label) = if reminded {
        (&words.reminders_on, &words.switch_off)
    } else {
        (&words.reminders_off, &words.switch_on)
    };
    let none = page.state.mailer.is_none().then(|| view! { <p>{words.reminders_no_mail.as_str()}</p> });
    view! {
        <h2 id="paamindelser">{words.reminders.as_str()}</h2>
        {none}
        <p>{state.as_str()}</p>
        <form method="post" action="/api/remind-me">
            <Hidden name="on" value=if reminded { "" } else { "on" } />
            <p><button class="button quiet" type="submit">{label.as_str()}</button></p>
        </form>
    }
    .into_any()
}

/// Where one is signed in.
#[component]
fn Sessions(page: Page, sessions: Vec<SessionView>) -> impl IntoView {
    let words = &page.words.desk.account;
    let when = |at: i64| {
        fill(&words.at, &[("date", &date(page.language, at)), ("time", &time_of_day(page.words, at))])
    };
    let several = sessions.len() > 1;
    let rows = sessions
        .into_iter()
        .map(|session| {
            let began = when(session.started_at);
            let device = match (session.device.browser, session.device.system) {
                (Some(browser), Some(system)) => {
                    fill(&words.device, &[("browser", browser), ("system", system)])
                }
                (Some(one), None) | (None, Some(one)) => one.to_owned(),
                (None, None) => words.device_unknown.clone(),
            };
            let end = if session.here {
                view! { <p class="tag">{words.here.as_str()}</p> }.into_any()
            } else {
                view! {
                    <SmallForm
                        action="/api/end-sessions"
                        values=vec![("key", session.key.clone())]
                        label=words.end.as_str()
                        about=format!("{device}, {began}")
                    />
                }
                .into_any()
            };
            view! {
                <li>
                    <p class="card-title">{device}</p>
                    <dl class="facts stacked">
                        <dt>{words.began.as_str()}</dt>
                        <dd>{began}</dd>
                        <dt>{words.seen.as_str()}</dt>
                        <dd>{date(page.language, session.seen_at)}</dd>
                    </dl>
                    {end}
                </li>
            }
        })
        .collect_view();
    let all = several.then(|| {
        view! {
            <SmallForm
                action="/api/end-sessions"
                values=Vec::new()
                label=words.end_others.as_str()
            />
        }
    });
    view! {
        <h2 id="logget-ind">{words.sessions.as_str()}</h2>
        <ul class="cards">{rows}</ul>
        {all}
    }
    .into_any()
}
