//! One's own second step: setting it up with an app, its recovery codes, and turning it off. Its user has been told to,
//! and has never heard of TOTP.

use crate::components::form::{ProblemSummary, SavedNotice, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::account::ACCOUNT;
use axum::response::Response;
use leptos::prelude::*;
use screening::qr;
use workflow::second_step::{Offer, SecondStepView};

/// Its address.
pub const SECOND_STEP: &str = "/konto/to-trin";

/// Key of form memory: recovery codes that were just made, with spaces between.
pub const CODES: &str = "codes";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let step = page.state.workflow.second_step(&page.actor).await?;
    let words = &page.words.desk.second_step;
    let shown = page.clone();
    let names = vec![
        ("password".to_owned(), words.password.clone()),
        ("code".to_owned(), if step.on { &words.any_code } else { &words.code }.clone()),
    ];
    Ok(page.render(Frame::Desk, &words.title, move || {
        let held_back = shown.actor.account().is_ok_and(|account| account.held_back);
        let state = match (step.on, held_back) {
            (true, _) => &words.on,
            (false, true) => &words.required_now,
            (false, false) => &words.off,
        };
        let ways = match (step.on, step.offer.clone()) {
            (true, _) => view! { <Running page=shown.clone() step=step.clone() /> }.into_any(),
            (false, Some(offer)) => view! { <Confirm page=shown.clone() offer /> }.into_any(),
            (false, None) => view! { <Begin page=shown.clone() /> }.into_any(),
        };
        view! {
            <h1>{words.title.as_str()}</h1>
            <ProblemSummary page=shown.clone() names />
            <SavedNotice page=shown.clone() />
            <Codes page=shown.clone() />
            <p class="lead">{state.as_str()}</p>
            {ways}
            <p><a href=ACCOUNT>{shown.words.desk.account.title.as_str()}</a></p>
        }
    }))
}

/// Recovery codes that were just made, shown this once.
#[component]
fn Codes(page: Page) -> impl IntoView {
    let words = &page.words.desk.second_step;
    let codes = page.memory.value(CODES, "");
    (!codes.is_empty())
        .then(|| {
            let codes = codes.split(' ').map(|code| view! { <li>{code.to_owned()}</li> }).collect_view();
            view! {
                <div class="box" role="status" id="koder">
                    <h2>{words.codes_title.as_str()}</h2>
                    <p>{words.codes_lead.as_str()}</p>
                    <ul class="recovery-codes">{codes}</ul>
                    <p class="no-print">{words.codes_keep.as_str()}</p>
                </div>
            }
        })
        .into_any()
}

/// The password again, before anything is made.
#[component]
fn Begin(page: Page) -> impl IntoView {
    let words = &page.words.desk.second_step;
    view! {
        <p>{words.lead.as_str()}</p>
        <h2>{words.begin_title.as_str()}</h2>
        <p>{words.app_needed.as_str()}</p>
        <form method="post" action="/api/offer-second-step">
            <Password page=page.clone() />
            <button class="button" type="submit">{words.begin.as_str()}</button>
        </form>
    }
    .into_any()
}

/// The secret for the app, and the code that proves that the app has it.
#[component]
fn Confirm(page: Page, offer: Offer) -> impl IntoView {
    let words = &page.words.desk.second_step;
    let picture = qr::svg(&offer.address).unwrap_or_default();
    let typed: Vec<char> = offer.typed.chars().collect();
    let typed = typed.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    view! {
        <h2 id="app">{words.scan_title.as_str()}</h2>
        <p>{words.scan.as_str()}</p>
        <div class="qr large" role="img" aria-label=words.qr.as_str() inner_html=picture></div>
        <p>{words.type_it.as_str()}<br /><span class="typed-key">{typed}</span></p>
        <form method="post" action="/api/begin-second-step">
            <TextField
                page=page.clone()
                name="code"
                label=words.code.as_str()
                hint=words.code_hint.as_str()
                kind="number"
                autocomplete="one-time-code"
                class="code"
            />
            <button class="button" type="submit">{words.confirm.as_str()}</button>
        </form>
        <details>
            <summary>{words.restart.as_str()}</summary>
            <form method="post" action="/api/offer-second-step">
                <Password page=page.clone() />
                <button class="button quiet" type="submit">{words.restart.as_str()}</button>
            </form>
        </details>
    }
    .into_any()
}

/// It is in force: other recovery codes, or turning it off, with password and code.
#[component]
fn Running(page: Page, step: SecondStepView) -> impl IntoView {
    let words = &page.words.desk.second_step;
    let left = match step.recovery_left {
        0 => words.no_codes_left.clone(),
        left => page.words.counted(left.unsigned_abs(), &words.one_code_left, &words.codes_left),
    };
    let end_lead = if step.required { &words.end_lead_required } else { &words.end_lead };
    view! {
        <p>{left}</p>
        <h2>{words.change_title.as_str()}</h2>
        <p>{words.change_lead.as_str()}" "{end_lead.as_str()}</p>
        <form method="post" action="/api/change-second-step">
            <Password page=page.clone() />
            <TextField
                page=page.clone()
                name="code"
                label=words.any_code.as_str()
                autocomplete="one-time-code"
                class="code"
            />
            <p>
                <button class="button quiet" type="submit" name="what" value="renew">{words.renew.as_str()}</button>
                " "
                <button class="button quiet" type="submit" name="what" value="end">{words.end.as_str()}</button>
            </p>
        </form>
    }
    .into_any()
}

#[component]
fn Password(page: Page) -> impl IntoView {
    view! {
        <TextField
            page=page.clone()
            name="password"
            label=page.words.desk.second_step.password.as_str()
            kind="password"
            autocomplete="current-password"
        />
    }
    .into_any()
}
