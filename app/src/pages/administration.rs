//! The administrator's page: is everything as it should be? The second step at sign-in, and mail.

use crate::components::form::{Hidden, ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration_accounts::ACCOUNTS;
use crate::pages::administration_health::{HEALTH, counted};
use crate::pages::administration_log::LOG;
use crate::pages::administration_new::PLACES;
use crate::pages::administration_protection::PROTECTION;
use crate::pages::administration_statement::STATEMENT;
use crate::pages::desk::when::date;
use crate::pages::second_step::SECOND_STEP;
use crate::words::{Words, fill};
use axum::response::Response;
use leptos::prelude::*;
use std::collections::BTreeSet;
use workflow::mailing::{About, UnsentMail};
use workflow::ports::Encryption;
use workflow::{Account, Role};

/// Its address.
pub const ADMINISTRATION: &str = "/administration";

/// Keys of form memory: which word a trial mail ended in, and the server's own.
pub const TRIAL: &str = "trial";
/// What the server said to a trial mail.
pub const SAID: &str = "said";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let unsent = workflow.unsent_mail(&page.actor).await?;
    let steps = Steps {
        required: workflow.second_step_required(&page.actor).await?,
        with: workflow.second_steps(&page.actor).await?,
        running: workflow.accounts(&page.actor).await?.into_iter().filter_map(runs_something).collect(),
        own: workflow.second_step(&page.actor).await?.on,
    };
    let concerns = workflow.health(&page.actor, page.state.machine.as_ref()).await?.concerns().len();
    let words = &page.words.desk.administration;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        view! {
            <h1>{words.title.as_str()}</h1>
            <ProblemSummary page=shown.clone() />
            <SavedNotice page=shown.clone() />
            {standing(&shown, concerns)}
            <ul>
                <li><a href=HEALTH>{shown.words.desk.health.link.as_str()}</a></li>
                <li><a href=ACCOUNTS>{shown.words.desk.accounts.link.as_str()}</a></li>
                <li><a href=PLACES>{shown.words.desk.keeping.places_link.as_str()}</a></li>
                <li><a href=PROTECTION>{shown.words.desk.controller.link.as_str()}</a></li>
                <li><a href=STATEMENT>{shown.words.desk.statement.link.as_str()}</a></li>
                <li><a href=LOG>{shown.words.desk.log.link.as_str()}</a></li>
            </ul>
            <SecondSteps page=shown.clone() steps />
            <h2 id="mail">{words.mail.as_str()}</h2>
            <Mail page=shown.clone() />
            <Unsent page=shown.clone() unsent />
        }
    }))
}

/// Whether all is well, with how many things to look at where it is not.
fn standing(page: &Page, concerns: usize) -> AnyView {
    if concerns == 0 {
        return view! { <p>{page.words.desk.health.well.as_str()}</p> }.into_any();
    }
    view! { <p class="notice"><a href=HEALTH>{counted(page.words, concerns)}</a></p> }.into_any()
}

/// Who signs in by two steps, and whether they must.
struct Steps {
    required: bool,
    with: BTreeSet<String>,
    running: BTreeSet<String>,
    /// Who asks does.
    own: bool,
}

/// The id of an open account that administers or facilitates.
fn runs_something((account, disabled): (Account, bool)) -> Option<String> {
    let facilitates = account.roles.iter().any(|(_, role)| *role == Role::Facilitator);
    (!disabled && (account.administrator || facilitates)).then_some(account.id)
}

/// Whether the second step is required, and how many have it.
#[component]
fn SecondSteps(page: Page, steps: Steps) -> impl IntoView {
    let words = &page.words.desk.second_step;
    let (state, way) = if steps.required {
        (&words.admin_required, &words.admin_recommend)
    } else {
        (&words.admin_recommended, &words.admin_require)
    };
    let with = steps.with.intersection(&steps.running).count();
    let without = steps.running.len() - with;
    let (with, of) = (with.to_string(), steps.running.len().to_string());
    let affected = (without > 0 && (steps.required || steps.own)).then(|| {
        let without = u64::try_from(without).unwrap_or_default();
        view! { <p>{page.words.counted(without, &words.admin_one_without, &words.admin_without)}</p> }
    });
    // Who asks it of others would be the first to be held back.
    let choice = if steps.required || steps.own {
        view! {
            <form method="post" action="/api/require-second-step">
                <Hidden name="required" value=if steps.required { "" } else { "on" } />
                <p><button class="button quiet" type="submit">{way.as_str()}</button></p>
            </form>
        }
        .into_any()
    } else {
        view! { <p>{words.admin_own_first.as_str()}" "<a href=SECOND_STEP>{words.begin_title.as_str()}</a></p> }
            .into_any()
    };
    view! {
        <h2 id="to-trin">{words.admin_title.as_str()}</h2>
        <p>{state.as_str()}" "{fill(&words.admin_count, &[("with", &with), ("of", &of)])}</p>
        {affected}
        {choice}
    }
    .into_any()
}

/// How mail is set up, and a button that tries it.
#[component]
fn Mail(page: Page) -> impl IntoView {
    let words = &page.words.desk.administration;
    let Some(server) = page.state.mailer.as_ref().map(|mailer| mailer.server()) else {
        return view! { <p>{words.mail_off.as_str()}</p> }.into_any();
    };
    let encryption = match server.encryption {
        Encryption::Tls => &words.tls,
        Encryption::StartTls => &words.start_tls,
        Encryption::None => &words.no_tls,
    };
    let on = fill(
        &words.mail_on,
        &[("encryption", encryption.as_str()), ("port", &server.port.to_string()), ("host", &server.host)],
    );
    let user = server.user.map(|user| view! { " "{fill(&words.mail_user, &[("user", &user)])} });
    let email = page.actor.account().map(|account| account.email.clone()).unwrap_or_default();
    view! {
        <p>{on}{user}<br />{fill(&words.mail_from, &[("from", &server.from)])}</p>
        <Trial page=page.clone() />
        <form method="post" action="/api/try-mail">
            <p>{fill(&words.trial_to, &[("email", &email)])}</p>
            <p><button class="button quiet" type="submit">{words.trial.as_str()}</button></p>
        </form>
    }
    .into_any()
}

/// What came of the trial, once.
#[component]
fn Trial(page: Page) -> impl IntoView {
    let words = &page.words.desk.administration;
    let ended = match page.memory.value(TRIAL, "").as_str() {
        "taken" => &words.trial_taken,
        "later" => &words.trial_later,
        "refused" => &words.trial_refused,
        _ => return ().into_any(),
    };
    let said = page.memory.value(SAID, "");
    let said = (!said.is_empty()).then(|| {
        view! { <br />{words.server_said.as_str()}" "{quoted(page.words, said)} }
    });
    view! { <p class="notice" role="status">{ended.as_str()}{said}</p> }.into_any()
}

/// A server's own words, which are mostly English.
pub(super) fn quoted(words: &Words, said: String) -> AnyView {
    let quoted = words.sentences().quoted("{}");
    let (opens, closes) = quoted.split_once("{}").unwrap_or_default();
    view! { {opens.to_owned()}<span lang="en">{said}</span>{closes.to_owned()} }.into_any()
}

/// Mails that wait or were given up.
#[component]
fn Unsent(page: Page, unsent: Vec<UnsentMail>) -> impl IntoView {
    let words = &page.words.desk.administration;
    if page.state.mailer.is_none() && unsent.is_empty() {
        return ().into_any();
    }
    if unsent.is_empty() {
        return view! { <h2>{words.unsent.as_str()}</h2><p>{words.unsent_none.as_str()}</p> }.into_any();
    }
    let rows = unsent
        .into_iter()
        .map(|mail| {
            let about = match About::parse(&mail.about) {
                Some(About::Password { .. }) => words.about_password.as_str(),
                _ => words.about_reminder.as_str(),
            };
            let state = match (mail.given_up, mail.tries) {
                (true, _) => words.given_up.clone(),
                (false, 0) => words.waiting_first.clone(),
                (false, tries) => fill(&words.waiting, &[("tries", &tries.to_string())]),
            };
            let said =
                (!mail.answer.is_empty()).then(|| view! { <br />{quoted(page.words, mail.answer.clone())} });
            view! {
                <tr>
                    <th scope="row">{mail.email.clone()}</th>
                    <td>{about}</td>
                    <td>{date(page.language, mail.queued_at)}</td>
                    <td>{state}{said}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h2 id="unsent">{words.unsent.as_str()}</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="unsent">
            <table>
                <caption>{words.unsent_caption.as_str()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.to.as_str()}</th>
                        <th scope="col">{words.about.as_str()}</th>
                        <th scope="col">{words.since.as_str()}</th>
                        <th scope="col">{words.state.as_str()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
