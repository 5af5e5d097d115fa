//! The audit log, for the administrator who is asked who did what, and whether anybody changed the answer.

use crate::components::form::{Select, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use crate::pages::desk::retention::time;
use crate::pages::desk::when::{date, time_of_day};
use crate::words::{Words, fill};
use axum::extract::Query;
use axum::response::Response;
use jiff::civil::Date;
use leptos::prelude::*;
use serde::Deserialize;
use workflow::audit::{AuditLine, AuditPage, Fault, Kind, LogChoice, Who};
use workflow::screenings::Organisation;

/// Its address.
pub const LOG: &str = "/administration/log";
/// Where the chain is gone over.
pub const CHECK: &str = "/administration/log/kontrol";
/// The same lines as a file for programs, as they are stored.
pub const LOG_FILE: &str = "/administration/log.csv";
/// The same lines as a file for a spreadsheet, in words.
pub const LOG_SHEET: &str = "/administration/log-excel.csv";

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
    /// A screening's id.
    pub screening: String,
    /// The id of an account that did it.
    pub account: String,
    /// The first day.
    pub from: String,
    /// The last.
    pub to: String,
    /// Lines with a smaller number.
    pub below: String,
}

impl Asked {
    /// What of it the log is asked for; a day that is none is not asked for.
    pub fn choice(&self) -> LogChoice {
        let id = |id: &str| (!id.is_empty()).then(|| id.to_owned());
        LogChoice {
            organisation: id(&self.place),
            kind: Kind::ALL.into_iter().find(|kind| kind.id() == self.kind),
            screening: id(&self.screening),
            account: id(&self.account),
            from: self.from.parse().ok(),
            to: self.to.parse().ok(),
        }
    }

    /// The same choice at another address; ids, days and numbers need no escaping, and nothing else is let through.
    fn at(&self, address: &str, below: Option<i64>) -> String {
        let fields = [
            ("place", &self.place),
            ("kind", &self.kind),
            ("screening", &self.screening),
            ("account", &self.account),
            ("from", &self.from),
            ("to", &self.to),
        ];
        let plain = |text: &str| -> String {
            text.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
        };
        let asked = fields.into_iter().filter(|(_, text)| !text.is_empty());
        let mut parts: Vec<String> = asked.map(|(name, text)| format!("{name}={}", plain(text))).collect();
        parts.extend(below.map(|number| format!("below={number}")));
        if parts.is_empty() { address.to_owned() } else { format!("{address}?{}", parts.join("&")) }
    }
}

/// The page.
pub async fn get(page: Page, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let below = asked.below.parse().ok();
    let choice = asked.choice();
    let found = workflow.audit_log(&page.actor, &choice, below, ON_A_PAGE).await?;
    let months = workflow.log_months().await?;
    let places = workflow.organisations(&page.actor).await?;
    let words = &page.words.desk.log;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let older = found.older.map(|below| asked.at(LOG, Some(below)));
        let newest = below.is_some().then(|| asked.at(LOG, None));
        let lead = fill(&words.lead, &[("time", &time(&shown, months))]);
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{lead}</p>
            {chosen(&shown, &asked, &choice, places, &found)}
            {lines(&shown, found.lines)}
            <p>
                {newest.map(|href| view! { <a href=href>{words.newest.as_str()}</a>" " })}
                {older.map(|href| view! { <a href=href>{words.older.as_str()}</a> })}
            </p>
            <ul>
                <li><a href=asked.at(LOG_SHEET, None)>{words.sheet.as_str()}</a></li>
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

/// By organisation, kind, screening, person and period; folded, so that a phone shows the lines first.
fn chosen(
    page: &Page,
    asked: &Asked,
    choice: &LogChoice,
    places: Vec<Organisation>,
    found: &AuditPage,
) -> AnyView {
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
    let select = |name: &'static str, label: &str, every: &str, known: Vec<(String, String)>, value: &str| {
        let choices = std::iter::once((String::new(), every.to_owned())).chain(known).collect();
        view! { <Select page=page.clone() name=name label=label choices=choices value=value /> }
    };
    let day = |name: &'static str, label: &str, day: Option<Date>| {
        let value = day.map(|day| day.to_string()).unwrap_or_default();
        view! { <TextField page=page.clone() name=name label=label value=value kind="date" class="date" /> }
    };
    let places = places.into_iter().map(|place| (place.id, place.name)).collect();
    view! {
        <details class="fold" open=*choice != LogChoice::default()>
            <summary>{words.choose.as_str()}</summary>
            <form method="get" action=LOG class="inline-form">
                {select("place", &words.place, &words.every_place, places, &asked.place)}
                {select("kind", &words.kind, &words.every_kind, kinds.to_vec(), &asked.kind)}
                {select(
                    "screening",
                    &words.screening,
                    &words.every_screening,
                    found.screenings.clone(),
                    &asked.screening,
                )}
                {select("account", &words.who, &words.everybody, found.accounts.clone(), &asked.account)}
                {day("from", &words.from, choice.from)}
                {day("to", &words.to, choice.to)}
                <button class="button quiet" type="submit">{words.show.as_str()}</button>
                <a href=LOG>{words.show_all.as_str()}</a>
            </form>
        </details>
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

fn lines(page: &Page, lines: Vec<AuditLine>) -> AnyView {
    let words = &page.words.desk.log;
    if lines.is_empty() {
        return view! { <p>{words.none.as_str()}</p> }.into_any();
    }
    let rows = lines.into_iter().map(|line| {
        let told = Told::of(page.words, page.language, line);
        let Told { day, time, who, what, place, screening, detail } = told;
        let detail = shortened(&detail);
        let when = fill(&page.words.desk.account.at, &[("date", &day), ("time", &time)]);
        let where_to = [place, screening, detail].into_iter().filter(|part| !part.is_empty());
        view! {
            <li>
                <p><strong>{format!("{who}: {what}")}</strong></p>
                <p>{where_to.collect::<Vec<_>>().join(" · ")}</p>
                <p class="quiet">{when}</p>
            </li>
        }
    });
    view! { <ol class="log" aria-label=words.caption.as_str()>{rows.collect_view()}</ol> }.into_any()
}

/// A line as it is read, part by part.
#[derive(Debug)]
pub struct Told {
    /// The day.
    pub day: String,
    /// The time of day.
    pub time: String,
    /// Who did it.
    pub who: String,
    /// What.
    pub what: String,
    /// The organisation; may be empty, as may the rest.
    pub place: String,
    /// The screening.
    pub screening: String,
    /// More of it.
    pub detail: String,
}

impl Told {
    /// In the words of a language.
    pub fn of(words: &'static Words, language: &str, line: AuditLine) -> Self {
        let log = &words.desk.log;
        let who = match line.who {
            Who::Visitor => log.visitor.clone(),
            Who::CommandLine => log.command_line.clone(),
            Who::Account(name) => name,
            Who::Erased(_) => log.erased.clone(),
        };
        Self {
            day: date(language, line.at),
            time: time_of_day(words, line.at),
            who,
            // An event of an older version of the program has no words here: it stands as it is stored.
            what: log.events.get(&line.event).cloned().unwrap_or(line.event),
            place: line.organisation.unwrap_or_default(),
            screening: line.screening.unwrap_or_default(),
            detail: log.told(&line.detail),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;
    use crate::words;

    #[test]
    fn what_more_a_line_says_is_in_the_readers_words() {
        let log = &words::of("da").desk.log;
        for (stored, told) in [
            ("44 submitted", "44 sendt"),
            ("opens 2026-12-01, closes by hand", "åbner 2026-12-01, lukker når nogen gør det"),
            ("f88809e9fdc8d4658f6532af3601d07d leader", "f88809e9fdc8d4658f6532af3601d07d leder"),
            ("answers, report", "svar, rapport"),
            ("leaders 3, users 12", "leaders 3, users 12"),
            ("", ""),
        ] {
            assert_eq!(log.told(stored), told);
        }
    }

    #[test]
    fn an_id_is_shown_by_its_beginning() {
        assert_eq!(shortened("f88809e9fdc8d4658f6532af3601d07d facilitator"), "f88809e9… facilitator");
        for told in ["", "44 submitted", "Ea Lund", "/screeninger/{id}/koder", "åååååååååååååååååååå"]
        {
            assert_eq!(shortened(told), told);
        }
    }
}
