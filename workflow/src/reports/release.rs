//! Release: a version is frozen with its date, its checksum and its PDF, and read by those who may.

use super::length::{MOST_PAGES, pages};
use crate::audit::hex;
use crate::fields::{Problems, lines};
use crate::ports::StoreError;
use crate::screenings::{Organisation, Screening};
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use screening::report::{Block, Report, Sentence};
use screening::retention::Kept;
use sha2::{Digest, Sha256};

/// Longest account of what a version changed, in characters.
pub const LONGEST_CHANGES: usize = 400;

/// A released report, frozen.
#[derive(Clone, Debug)]
pub struct Released {
    /// Version, the first is 1.
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
    /// SHA-256 of [`Released::canonical`], hex.
    pub checksum: String,
    /// What this version changed; empty: it is the first, or brought management's answer and nothing else.
    pub changes: String,
    /// The report.
    pub report: Report,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// A released version without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedVersion {
    /// Version, the first is 1.
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
    /// Its checksum.
    pub checksum: String,
    /// See [`Released::changes`].
    pub changes: String,
}

/// A line of the leader's list.
#[derive(Clone, Debug)]
pub struct ReleasedSummary {
    /// The screening.
    pub screening: String,
    /// Its name.
    pub screening_name: String,
    /// The organisation.
    pub organisation: Organisation,
    /// Version.
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
}

impl Released {
    /// The report's canonical form, of which the checksum is made: its JSON in UTF-8 without spaces between the parts,
    /// fields in the order of [`Report`], plots with their drawings.
    pub fn canonical(&self) -> Result<Vec<u8>> {
        canonical(&self.report)
    }
}

fn canonical(report: &Report) -> Result<Vec<u8>> {
    Ok(serde_json::to_vec(report).map_err(|error| StoreError(Box::new(error)))?)
}

impl Workflow {
    /// Freezes the draft as the first version; see [`Workflow::release_again`].
    pub async fn release_report(&self, actor: &Actor, screening: &str) -> Result<u32> {
        self.release_again(actor, screening, "", 0).await
    }

    /// Freezes the draft as the next version, with its PDF; originals of comments are deleted, and a comment that nobody
    /// decided about is left out for good: whoever releases says yes to so many (`unread`). Needs a closed screening, at
    /// most [`MOST_PAGES`] pages, no pilot, and from the second version on what was changed, which the report says too.
    ///
    /// # Errors
    ///
    /// Field `changes`: empty or too long; field `unread`: more than that wait to be read; [`Problem::TooManyPages`].
    pub async fn release_again(
        &self,
        actor: &Actor,
        screening: &str,
        changes: &str,
        unread: usize,
    ) -> Result<u32> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        // A pilot tells nothing of the place.
        if screening.settings.pilot {
            return Err(Error::Refused(Problem::WrongState));
        }
        let (retention, _) = self.store.retention(&screening.id).await?;
        if retention.gone.contains_key(&Kept::Evidence) {
            return Err(Error::Refused(Problem::EvidenceDeleted));
        }
        let version = self.store.released(&screening.id).await?.map_or(1, |newest| newest.version + 1);
        let changes = if version == 1 { String::new() } else { lines(changes) };
        let mut problems = Problems::default();
        problems.unless(version == 1 || !changes.is_empty(), "changes", Problem::Empty);
        problems.optional("changes", &changes, LONGEST_CHANGES);
        let waiting = self.waiting_comments(&screening, &picture).await?;
        problems.unless(waiting <= unread, "unread", Problem::NotAgreed);
        problems.none()?;
        let report = frozen(self.edited_report(&screening, &picture, Some((version, &changes))).await?);
        let released = self.printed(version, changes, report).await?;
        let pages = pages(&released.pdf);
        if pages > MOST_PAGES {
            return Err(Error::Refused(Problem::TooManyPages(pages)));
        }
        self.publish(actor, &screening, &released).await?;
        if let Err(error) = self.store.tidy().await {
            // The report is out; the program tries again every minute.
            tracing::warn!(%error, "deleted comments are still in the files");
        }
        Ok(version)
    }

    /// A version as it will be kept.
    pub(super) async fn printed(&self, version: u32, changes: String, report: Report) -> Result<Released> {
        Ok(Released {
            version,
            released_at: self.clock.now(),
            checksum: hex(&Sha256::digest(canonical(&report)?)),
            changes,
            pdf: self.printer.report_pdf(&report, self.clock.today()).await?,
            report,
        })
    }

    /// Keeps a version, unless somebody else released one meanwhile.
    pub(super) async fn publish(
        &self,
        actor: &Actor,
        screening: &Screening,
        released: &Released,
    ) -> Result<()> {
        let detail = format!("version {}, sha256 {}", released.version, released.checksum);
        let noting = self.noting(actor, screening, "report released", detail);
        if !noting.release(&screening.id, released).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// The newest released report, for leaders and facilitators of the organisation. To a leader a screening
    /// without one does not exist.
    pub async fn released_report(&self, actor: &Actor, screening: &str) -> Result<Released> {
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        match self.store.released(&screening.id).await? {
            Some(released) => Ok(released),
            None => {
                actor.may(Permission::Facilitate, &screening.organisation.id)?;
                Err(Error::NotFound)
            }
        }
    }

    /// One released version, for facilitators: leaders read the newest.
    pub async fn released_version(&self, actor: &Actor, screening: &str, version: u32) -> Result<Released> {
        let screening = self.facilitated(actor, screening).await?;
        self.store.released_version(&screening.id, version).await?.ok_or(Error::NotFound)
    }

    /// Released reports the actor may read, newest first.
    pub async fn released_reports(&self, actor: &Actor) -> Result<Vec<ReleasedSummary>> {
        if *actor == Actor::Visitor {
            return Err(Error::NotSignedIn);
        }
        let organisations = self.store.organisations().await?;
        let readable = organisations
            .into_iter()
            .map(|organisation| organisation.id)
            .filter(|id| actor.may(Permission::ReadReleased, id).is_ok())
            .collect::<Vec<_>>();
        Ok(self.store.released_in(&readable).await?)
    }
}

/// The report as others read it: what was taken out is gone, and neither the draft's own words nor what a
/// sentence rests on goes with it.
fn frozen(report: Report) -> Report {
    let mut report = report.pruned();
    let strip = |sentence: &mut Sentence| {
        sentence.original = None;
        sentence.basis.clear();
        sentence.lines.clear();
    };
    for block in report.all_sections_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Paragraph(sentences) | Block::List(sentences) | Block::Steps(sentences) => {
                sentences.iter_mut().for_each(strip);
            }
            Block::Quotes(quotes) => quotes.iter_mut().for_each(|(sentence, _)| strip(sentence)),
            Block::Facts(_) | Block::Chart(_) | Block::Table(_) | Block::Lines(..) => {}
        }
    }
    report
}
