//! Form memory: what was typed and did not hold, until its page is shown again.
//!
//! It is kept in this process only and never on disk, since what someone wrote in a questionnaire must not lie
//! there in the clear; bound to a random cookie, gone when shown, or after ten minutes. Two programs behind one
//! proxy need it to send the same browser to the same program.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use workflow::{FieldProblem, Problem};

/// Seconds that form memory lasts.
const LASTS: i64 = 600;
/// Most bytes remembered in all; the oldest goes first.
const MOST: usize = 64 * 1024 * 1024;
/// About what an entry costs beside its texts, in bytes.
const EACH: usize = 512;

/// What one browser posted.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The page it belongs to.
    pub page: String,
    /// Values as typed, by field.
    pub values: BTreeMap<String, String>,
    /// What did not hold, by field; an empty field: the whole form.
    pub problems: Vec<FieldProblem>,
    /// Key of a message that all went well, shown once.
    pub notice: Option<Notice>,
}

/// What went well, said once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What was typed is kept.
    Saved,
}

impl Memory {
    /// What was typed in a field, or else this.
    pub fn value(&self, field: &str, otherwise: &str) -> String {
        self.values.get(field).cloned().unwrap_or_else(|| otherwise.to_owned())
    }

    /// About how many bytes it holds.
    fn size(&self) -> usize {
        let values: usize = self.values.iter().map(|(field, value)| field.len() + value.len()).sum();
        EACH + self.page.len() + values
    }

    /// What is wrong with a field.
    pub fn problem(&self, field: &str) -> Option<&Problem> {
        self.problems.iter().find(|p| p.field == field).map(|p| &p.problem)
    }
}

/// All form memory of this process.
#[derive(Clone, Default)]
pub struct FormMemory(Arc<Mutex<HashMap<String, (i64, Memory)>>>);

impl FormMemory {
    /// Keeps it under a ticket.
    pub fn keep(&self, ticket: &str, now: i64, memory: Memory) {
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.retain(|_, (kept, _)| now - *kept < LASTS);
        let mut held = memory.size() + all.values().map(|(_, memory)| memory.size()).sum::<usize>();
        while held > MOST
            && let Some(oldest) = all.iter().min_by_key(|(_, (kept, _))| *kept).map(|(key, _)| key.clone())
        {
            held -= all.remove(&oldest).map_or(0, |(_, memory)| memory.size());
        }
        all.insert(ticket.to_owned(), (now, memory));
    }

    /// Takes what belongs to this page; what belongs to another stays.
    pub fn take(&self, ticket: &str, page: &str, now: i64) -> Option<Memory> {
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (kept, memory) = all.get(ticket)?;
        if memory.page != page || now - kept >= LASTS {
            return None;
        }
        all.remove(ticket).map(|(_, memory)| memory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_type_at_once_stays_within_bounds_and_the_newest_is_kept() {
        let forms = FormMemory::default();
        let long = Memory {
            page: "/svar/emne/1".to_owned(),
            values: [("comment".to_owned(), "å".repeat(100_000))].into(),
            ..Memory::default()
        };
        for ticket in 0..1_000 {
            forms.keep(&ticket.to_string(), ticket, long.clone());
        }
        let held: usize =
            forms.0.lock().unwrap().values().map(|(_, memory)| memory.values["comment"].len()).sum();
        assert!(held <= 64 * 1024 * 1024, "{held}");
        assert!(forms.take("999", "/svar/emne/1", 999).is_some());
        assert!(forms.take("600", "/svar/emne/1", 999).is_none());
    }
}
