//! Reading the audit log, and going over its chain (administrators and the command line).

use super::{EVENTS, Kind, line_hash};
use crate::ports::{Bytes32, LogFilter, LogLine};
use crate::{Actor, Permission, Result, Workflow};
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

/// Some lines, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPage {
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// Where there are older ones: the number below which they are asked for.
    pub older: Option<i64>,
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
        organisation: Option<&str>,
        kind: Option<Kind>,
        below: Option<i64>,
        most: u32,
    ) -> Result<AuditPage> {
        actor.may(Permission::Administer, "")?;
        let filter = filter(organisation, kind);
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
        let screenings = screenings.into_iter().map(|summary| (summary.id, summary.name)).collect();
        let names = Names { accounts, places, screenings };
        Ok(AuditPage { lines: found.into_iter().map(|line| names.of(line)).collect(), older })
    }

    /// Every line as it is stored, oldest first, for a file: ids alone.
    pub async fn export_audit_log(
        &self,
        actor: &Actor,
        organisation: Option<&str>,
        kind: Option<Kind>,
    ) -> Result<Vec<LogLine>> {
        actor.may(Permission::Administer, "")?;
        let filter = filter(organisation, kind);
        let lets_through = |line: &LogLine| {
            let entry = &line.entry;
            (filter.organisation.is_none() || entry.organisation == filter.organisation)
                && (filter.events.is_empty() || filter.events.contains(&entry.event.as_str()))
        };
        let (mut lines, mut above) = (Vec::new(), 0);
        loop {
            let some = self.store.log_chain(above, AT_ONCE).await?;
            let Some(last) = some.last() else { break };
            above = last.number;
            lines.extend(some.into_iter().filter(lets_through));
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

fn filter(organisation: Option<&str>, kind: Option<Kind>) -> LogFilter {
    let of = |kind| EVENTS.iter().filter(move |(_, of)| *of == kind).map(|(event, _)| *event);
    LogFilter {
        organisation: organisation.map(str::to_owned),
        events: kind.map(|kind| of(kind).collect()).unwrap_or_default(),
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
