//! Reading the audit log, and going over its chain (administrators and the command line).

use super::{EVENTS, Kind, line_hash};
use crate::ports::{Bytes32, LogFilter, LogLine};
use crate::screenings::ScreeningSummary;
use crate::{Actor, Permission, Result, Workflow};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// Lines that are gone over at a time.
const AT_ONCE: u32 = 1_000;

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody signed in.
    Visitor,
    /// The command line, or the program itself.
    CommandLine,
    /// An account, by name.
    Account(String),
    /// An account that is erased: its id is all that is left.
    Erased(String),
}

/// A line as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// Its number in the chain.
    pub number: i64,
    /// Seconds since 1970.
    pub at: i64,
    /// Who did it.
    pub who: Who,
    /// Where: the organisation's name.
    pub organisation: Option<String>,
    /// The screening's name; its id where it is deleted.
    pub screening: Option<String>,
    /// What: one of [`EVENTS`].
    pub event: String,
    /// More of it, with accounts by name.
    pub detail: String,
}

/// Which lines are asked for; nothing is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogChoice {
    /// An organisation's id.
    pub organisation: Option<String>,
    /// Which kind of events.
    pub kind: Option<Kind>,
    /// A screening's id.
    pub screening: Option<String>,
    /// The id of an account that did it.
    pub account: Option<String>,
    /// From this day on.
    pub from: Option<Date>,
    /// To this day, with it.
    pub to: Option<Date>,
}

/// Some lines, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPage {
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// Where there are older ones: the number below which they are asked for.
    pub older: Option<i64>,
    /// Accounts that may be chosen, by id and name.
    pub accounts: Vec<(String, String)>,
    /// The same of screenings.
    pub screenings: Vec<(String, String)>,
}

/// What is wrong with the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line with this number is missing.
    Missing(i64),
    /// The line with this number is not what it was, or the one before it is not.
    Changed(i64),
    /// So many lines are in no chain.
    Unchained(i64),
}

/// The chain as it was gone over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditCheck {
    /// How many lines there are.
    pub lines: i64,
    /// Number of the newest.
    pub head: i64,
    /// Its hash: whoever wrote it down knows later that nothing before it was changed.
    pub hash: Bytes32,
    /// How many were deleted by age before the oldest.
    pub gone: i64,
    /// The first thing that is wrong.
    pub fault: Option<Fault>,
}

impl Workflow {
    /// Lines of the audit log below a number, newest first, at most so many.
    pub async fn audit_log(
        &self,
        actor: &Actor,
        choice: &LogChoice,
        below: Option<i64>,
        most: u32,
    ) -> Result<AuditPage> {
        actor.may(Permission::Administer, "")?;
        let filter = filter(choice);
        let mut found =
            self.store.log_lines(&filter, below.unwrap_or(i64::MAX), most.saturating_add(1)).await?;
        let more = found.len() > most as usize;
        found.truncate(most as usize);
        let older = found.last().filter(|_| more).map(|line| line.number);
        let accounts = self.store.accounts().await?;
        let accounts = accounts.into_iter().map(|(account, _)| account).filter(|account| !account.erased());
        let accounts = accounts.map(|account| (account.id, account.name)).collect();
        let places = self.store.organisations().await?;
        let places = places.into_iter().map(|place| (place.id, place.name)).collect();
        let screenings = self.store.screenings(None).await?;
        let named = |one: ScreeningSummary| (one.id, format!("{} · {}", one.organisation.name, one.name));
        let to_choose = screenings.iter().filter(|one| one.practice.is_none()).cloned().map(named).collect();
        let screenings = screenings.into_iter().map(|summary| (summary.id, summary.name)).collect();
        let names = Names { accounts, places, screenings };
        let lines = found.into_iter().map(|line| names.of(line)).collect();
        let mut accounts: Vec<_> = names.accounts.into_iter().collect();
        accounts.sort_by(|one, other| one.1.cmp(&other.1));
        Ok(AuditPage { lines, older, accounts, screenings: to_choose })
    }

    /// The same lines for a file that people read, newest first.
    pub async fn audit_log_to_read(&self, actor: &Actor, choice: &LogChoice) -> Result<Vec<AuditLine>> {
        let page = self.audit_log(actor, choice, None, u32::MAX).await?;
        self.audit_installation(actor, None, "audit log exported", "").await?;
        Ok(page.lines)
    }

    /// Every line as it is stored, oldest first, for a file: ids alone.
    pub async fn export_audit_log(&self, actor: &Actor, choice: &LogChoice) -> Result<Vec<LogLine>> {
        actor.may(Permission::Administer, "")?;
        let filter = filter(choice);
        let (mut lines, mut above) = (Vec::new(), 0);
        loop {
            let some = self.store.log_chain(above, AT_ONCE).await?;
            let Some(last) = some.last() else { break };
            above = last.number;
            lines.extend(some.into_iter().filter(|line| filter.lets_through(&line.entry)));
        }
        self.audit_installation(actor, None, "audit log exported", "").await?;
        Ok(lines)
    }

    /// Goes over the whole chain.
    pub async fn check_audit(&self, actor: &Actor) -> Result<AuditCheck> {
        actor.may(Permission::Administer, "")?;
        let ends = self.store.log_ends().await?;
        let ((head, hash), (gone, mut before)) = (ends.head, ends.anchor);
        let unchained = self.store.unchained().await?;
        let (mut number, mut fault) = (gone, None);
        // What is added meanwhile is for the next time.
        while fault.is_none() && number < head {
            let lines = self.store.log_chain(number, AT_ONCE).await?;
            if lines.is_empty() {
                fault = Some(Fault::Missing(number + 1));
            }
            for line in lines.into_iter().take_while(|line| line.number <= head) {
                if line.number != number + 1 {
                    fault = Some(Fault::Missing(number + 1));
                    break;
                }
                if line.hash != line_hash(line.number, &before, &line.entry) {
                    fault = Some(Fault::Changed(line.number));
                    break;
                }
                (number, before) = (line.number, line.hash);
            }
        }
        // A whole chain with another end.
        if fault.is_none() && before != hash {
            fault = Some(Fault::Changed(head));
        }
        if fault.is_none() && unchained > 0 {
            fault = Some(Fault::Unchained(unchained));
        }
        Ok(AuditCheck { lines: head - gone, head, hash, gone, fault })
    }
}

fn filter(choice: &LogChoice) -> LogFilter {
    let of = |kind| EVENTS.iter().filter(move |(_, of)| *of == kind).map(|(event, _)| *event);
    // Days are those where the places are.
    let begins = |day: Date| {
        let zone = TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC);
        day.to_zoned(zone).ok().map(|start| start.timestamp().as_second())
    };
    LogFilter {
        organisation: choice.organisation.clone(),
        screening: choice.screening.clone(),
        account: choice.account.clone(),
        from: choice.from.and_then(begins),
        before: choice.to.and_then(|day| day.tomorrow().ok()).and_then(begins),
        events: choice.kind.map(|kind| of(kind).collect()).unwrap_or_default(),
    }
}

/// Names by id.
struct Names {
    accounts: BTreeMap<String, String>,
    places: BTreeMap<String, String>,
    screenings: BTreeMap<String, String>,
}

impl Names {
    fn of(&self, line: LogLine) -> AuditLine {
        let LogLine { number, entry, .. } = line;
        let named = |names: &BTreeMap<String, String>, id: Option<String>| {
            id.map(|id| names.get(&id).cloned().unwrap_or(id))
        };
        // Ids of accounts stand between blanks.
        let detail: Vec<&str> = entry.detail.split(' ').map(|part| self.name(part).unwrap_or(part)).collect();
        AuditLine {
            number,
            at: entry.at,
            who: self.who(entry.actor),
            organisation: named(&self.places, entry.organisation),
            screening: named(&self.screenings, entry.screening),
            event: entry.event,
            detail: detail.join(" "),
        }
    }

    /// The name of an account that is not erased.
    fn name(&self, id: &str) -> Option<&str> {
        self.accounts.get(id).map(String::as_str)
    }

    fn who(&self, actor: String) -> Who {
        if actor == Actor::Visitor.audit_name() {
            Who::Visitor
        } else if actor == Actor::CommandLine.audit_name() {
            Who::CommandLine
        } else {
            self.name(&actor).map(|name| Who::Account(name.to_owned())).unwrap_or(Who::Erased(actor))
        }
    }
}
