//! The audit log, for the administrator who is asked who did what, and whether anybody changed the answer.

use crate::components::form::Select;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use crate::pages::desk::when::{date, time_of_day};
use crate::words::fill;
use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use workflow::audit::{AuditLine, AuditPage, Fault, Kind, Who};
use workflow::screenings::Organisation;

/// Its address.
pub const LOG: &str = "/administration/log";
/// Where the chain is gone over.
pub const CHECK: &str = "/administration/log/kontrol";
/// The same lines as a file.
pub const LOG_FILE: &str = "/administration/log.csv";

/// Lines on a page.
const ON_A_PAGE: u32 = 50;

/// Characters of an id.
const ID: usize = 32;
/// How many of them are shown.
const SHOWN: usize = 8;

/// What is asked for; nothing is everything.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// An organisation's id.
    pub place: String,
    /// A [`Kind`] by its id.
    pub kind: String,
    /// Lines with a smaller number.
    pub below: String,
}

impl Asked {
    /// The organisation, if one is asked for.
    pub fn place(&self) -> Option<&str> {
        (!self.place.is_empty()).then_some(self.place.as_str())
    }

    /// The kind, if one is asked for.
    pub fn kind(&self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == self.kind)
    }

    /// The same choice at another address; ids and numbers need no escaping, and nothing else is let through.
    fn at(&self, address: &str, below: Option<i64>) -> String {
        let place: String = self.place.chars().filter(char::is_ascii_alphanumeric).collect();
        let kind = self.kind().map_or("", Kind::id);
        let below = below.map(|number| format!("&below={number}")).unwrap_or_default();
        format!("{address}?place={place}&kind={kind}{below}")
    }
}

/// The page.
pub async fn get(page: Page, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let below = asked.below.parse().ok();
    let found = workflow.audit_log(&page.actor, asked.place(), asked.kind(), below, ON_A_PAGE).await?;
    let places = workflow.organisations(&page.actor).await?;
    let words = &page.words.desk.log;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let older = found.older.map(|below| asked.at(LOG, Some(below)));
        let newest = below.is_some().then(|| asked.at(LOG, None));
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <Choice page=shown.clone() asked=asked.clone() places />
            <Lines page=shown.clone() found />
            <p>
                {newest.map(|href| view! { <a href=href>{words.newest.as_str()}</a>" " })}
                {older.map(|href| view! { <a href=href>{words.older.as_str()}</a> })}
            </p>
            <ul>
                <li><a href=asked.at(LOG_FILE, None)>{words.file.as_str()}</a></li>
                <li><a href=CHECK>{words.check.as_str()}</a></li>
                <li><a href=ADMINISTRATION>{shown.words.desk.accounts.back.as_str()}</a></li>
            </ul>
        }
    }))
}

/// Goes over the chain, and says what came of it.
pub async fn check(page: Page) -> Result<Response, PageError> {
    let check = page.state.workflow.check_audit(&page.actor).await?;
    let words = &page.words.desk.log;
    Ok(page.render(Frame::Desk, &words.check_title, move || {
        let number = |number: i64| number.to_string();
        let (class, said) = match check.fault {
            None => ("notice", fill(&words.whole, &[("lines", &number(check.lines))])),
            Some(Fault::Missing(line)) => ("problems", fill(&words.missing, &[("line", &number(line))])),
            Some(Fault::Changed(line)) => ("problems", fill(&words.changed, &[("line", &number(line))])),
            Some(Fault::Unchained(lines)) => {
                ("problems", fill(&words.unchained, &[("lines", &number(lines))]))
            }
        };
        let gone = (check.gone > 0)
            .then(|| view! { <p>{fill(&words.gone, &[("lines", &number(check.gone))])}</p> });
        let hash: String = check.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        view! {
            <h1>{words.check_title.as_str()}</h1>
            <p class="lead">{words.check_lead.as_str()}</p>
            <p class=class role="status">{said}</p>
            {gone}
            <p>{fill(&words.head, &[("line", &number(check.head))])}<br /><span class="link-address">{hash}</span></p>
            <p><a href=LOG>{words.title.as_str()}</a></p>
        }
    }))
}

/// By organisation and kind.
#[component]
fn Choice(page: Page, asked: Asked, places: Vec<Organisation>) -> impl IntoView {
    let words = &page.words.desk.log;
    let kinds = Kind::ALL.map(|kind| {
        let name = match kind {
            Kind::SignIn => &words.kind_sign_in,
            Kind::Refused => &words.kind_refused,
            Kind::Accounts => &words.kind_accounts,
            Kind::Screening => &words.kind_screening,
        };
        (kind.id().to_owned(), name.clone())
    });
    let every = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let places = places.into_iter().map(|place| (place.id, place.name));
    view! {
        <form method="get" action=LOG class="inline-form">
            <Select
                page=page.clone()
                name="place"
                label=words.place.as_str()
                choices=every(&words.every_place).chain(places).collect()
                value=asked.place.clone()
            />
            <Select
                page=page.clone()
                name="kind"
                label=words.kind.as_str()
                choices=every(&words.every_kind).chain(kinds).collect()
                value=asked.kind.clone()
            />
            <button class="button quiet" type="submit">{words.show.as_str()}</button>
        </form>
    }
    .into_any()
}

/// Ids and checksums as far as an eye tells them apart; the file has them whole.
fn shortened(detail: &str) -> String {
    let short = |part: &str| match part.get(..SHOWN) {
        Some(first) if part.len() >= ID && part.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            format!("{first}…")
        }
        _ => part.to_owned(),
    };
    detail.split(' ').map(short).collect::<Vec<_>>().join(" ")
}

#[component]
fn Lines(page: Page, found: AuditPage) -> impl IntoView {
    let words = &page.words.desk.log;
    if found.lines.is_empty() {
        return view! { <p>{words.none.as_str()}</p> }.into_any();
    }
    let rows = found.lines.into_iter().map(|line| row(&page, line)).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="log-lines">
            <table class="log">
                <caption id="log-lines">{words.caption.as_str()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.when.as_str()}</th>
                        <th scope="col">{words.who.as_str()}</th>
                        <th scope="col">{words.what.as_str()}</th>
                        <th scope="col">{words.place.as_str()}</th>
                        <th scope="col">{words.detail.as_str()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(page: &Page, line: AuditLine) -> AnyView {
    let words = &page.words.desk.log;
    let at = [("date", &*date(page.language, line.at)), ("time", &*time_of_day(page.words, line.at))];
    let when = fill(&page.words.desk.account.at, &at);
    let who = match line.who {
        Who::Visitor => words.visitor.clone(),
        Who::CommandLine => words.command_line.clone(),
        Who::Account(name) => name,
        Who::Erased(_) => words.erased.clone(),
    };
    // An event of an older version of the program has no words here: it stands as it is stored.
    let what = words.events.get(&line.event).cloned().unwrap_or(line.event);
    let place = [line.organisation, line.screening].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <tr>
            <td>{when}</td>
            <td>{who}</td>
            <th scope="row">{what}</th>
            <td>{place}</td>
            <td>{shortened(&line.detail)}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn an_id_is_shown_by_its_beginning() {
        assert_eq!(shortened("f88809e9fdc8d4658f6532af3601d07d facilitator"), "f88809e9… facilitator");
        for told in ["", "44 submitted", "Ea Lund", "/screeninger/{id}/koder", "åååååååååååååååååååå"]
        {
            assert_eq!(shortened(told), told);
        }
    }
}
