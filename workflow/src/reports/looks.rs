//! Whether those who looked through a draft saw what it says now.

use super::editing::fingerprint;
use super::record::{ReportRecord, TalkKind, Texts};
use crate::preparing::day_in_denmark;
use crate::screenings::Screening;
use crate::{Result, Workflow};
use jiff::civil::Date;
use screening::picture::Picture;
use screening::report::{Changed, Report, changed_since, seen_texts};

/// Somebody looking through a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Another facilitator read it through.
    ReadThrough,
    /// A talk about it.
    Talk(TalkKind),
}

impl Look {
    /// In the order in which they are done.
    pub const ALL: [Self; 3] =
        [Self::ReadThrough, Self::Talk(TalkKind::FactCheck), Self::Talk(TalkKind::BeforeRelease)];
}

impl ReportRecord {
    /// What of a draft has changed since a look; `None` where nobody has looked, or nobody knows what was seen. One's
    /// own reading (`me`) is none: of the others' the one that the fewest changes came after counts.
    pub fn changed_after(&self, look: Look, me: &str, report: &Report) -> Option<Changed> {
        let since = |seen: &Texts| changed_since(report, seen, fingerprint);
        match look {
            Look::Talk(kind) => {
                self.talked_over.get(kind.id()).filter(|_| self.talk(kind).is_some()).map(since)
            }
            Look::ReadThrough => {
                let others = self.read.iter().filter(|read| read.by != me);
                others.filter_map(|read| read.texts.as_ref()).map(since).min_by_key(Changed::count)
            }
        }
    }
}

impl Workflow {
    /// What a draft says, without what was written after a day: who looked at it that day has not seen that.
    pub(super) async fn texts_until(
        &self,
        screening: &Screening,
        picture: &Picture,
        day: Date,
    ) -> Result<Texts> {
        let drafted = self.plain_draft(screening, picture, None).await?;
        let (report, edits) = self.with_edits(screening, drafted).await?;
        let later = |key: &str| edits.get(key).is_some_and(|edit| day_in_denmark(edit.at) > day);
        let seen = seen_texts(&report).filter(|sentence| !later(&sentence.key));
        Ok(seen.map(|sentence| fingerprint(&sentence.text)).collect())
    }
}
