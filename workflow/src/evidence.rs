//! The log of documents and observations.

use crate::fields::{LONGEST_LINE, Problems, lines, one_line};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::evidence::{Evidence, EvidenceKind};
use screening::id::IndicatorId;
use std::collections::BTreeSet;

/// Longest excerpt or account of what was seen, in characters.
pub const LONGEST_EVIDENCE: usize = 5000;

/// Evidence as somebody wrote it.
#[derive(Clone, Debug)]
pub struct Written {
    /// The evidence.
    pub evidence: Evidence,
    /// The writer was asked about what looks like a name, a CPR number or an e-mail address, and keeps it.
    pub sure: bool,
}

impl From<Evidence> for Written {
    /// Evidence of which nothing is asked.
    fn from(evidence: Evidence) -> Self {
        Self { evidence, sure: true }
    }
}

impl Workflow {
    /// Adds a document or an observation; at least one indicator, a title and a text. The same a second time, as by
    /// a double click, is kept once.
    pub async fn add_evidence(
        &self,
        actor: &Actor,
        screening: &str,
        written: impl Into<Written> + Send,
    ) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let evidence = checked(written.into(), &screening)?;
        let id = self.fresh_id();
        let noting = self.noting(actor, &screening, "evidence added", &*id);
        noting.add_evidence(&screening.id, &id, self.clock.now(), &evidence).await?;
        Ok(())
    }

    /// Evidence with ids, oldest first.
    pub async fn evidence(&self, actor: &Actor, screening: &str) -> Result<Vec<(String, Evidence)>> {
        let screening = self.facilitated(actor, screening).await?;
        Ok(self.store.evidence(&screening.id).await?)
    }

    /// One of them, with its revision.
    pub async fn one_evidence(&self, actor: &Actor, screening: &str, id: &str) -> Result<(Evidence, u64)> {
        let screening = self.facilitated(actor, screening).await?;
        // The revision first: text that was changed in between is not replaced unseen.
        let revision = self.store.evidence_revision(&screening.id, id).await?.ok_or(Error::NotFound)?;
        let evidence = self.store.evidence(&screening.id).await?;
        let (_, one) = evidence.into_iter().find(|(known, _)| known == id).ok_or(Error::NotFound)?;
        Ok((one, revision))
    }

    /// Changes one that nobody has changed since revision `before` ([`Problem::Changed`]). Where nothing is left
    /// about an indicator, its ratings go.
    pub async fn edit_evidence(
        &self,
        actor: &Actor,
        screening: &str,
        id: &str,
        before: u64,
        written: impl Into<Written> + Send,
    ) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let kept = self.store.evidence(&screening.id).await?;
        if !kept.iter().any(|(known, _)| known == id) {
            return Err(Error::NotFound);
        }
        let evidence = checked(written.into(), &screening)?;
        let unrated = unrated(kept, id, &evidence.indicators);
        let noting = self.noting(actor, &screening, "evidence edited", id);
        if !noting.edit_evidence(&screening.id, id, before, &evidence, &unrated).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Removes one with its files. A rating rests on what is written: where nothing is left about an indicator, its ratings go
    /// too.
    pub async fn remove_evidence(&self, actor: &Actor, screening: &str, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let unrated = unrated(self.store.evidence(&screening.id).await?, id, &[]);
        let noting = self.noting(actor, &screening, "evidence removed", id);
        if !noting.remove_evidence(&screening.id, id, &unrated).await? {
            return Err(Error::NotFound);
        }
        self.tidy_attachments().await;
        Ok(())
    }
}

/// The indicators that one piece of evidence spoke about, and that nothing speaks about once it is only about `now`.
fn unrated(evidence: Vec<(String, Evidence)>, id: &str, now: &[IndicatorId]) -> Vec<IndicatorId> {
    let (gone, left): (Vec<_>, Vec<_>) = evidence.into_iter().partition(|(known, _)| known == id);
    let (gone, mut left) = (indicators(&gone), indicators(&left));
    left.extend(now.iter().cloned());
    gone.difference(&left).cloned().collect()
}

/// Every indicator that something is written about.
pub(crate) fn indicators(evidence: &[(String, Evidence)]) -> BTreeSet<IndicatorId> {
    evidence.iter().flat_map(|(_, evidence)| evidence.indicators.iter().cloned()).collect()
}

/// The evidence as it is kept, its indicators once each in the instrument's order; or what is wrong by field:
/// `title`, `document_kind`, `date`, `text`, `indicators`.
fn checked(written: Written, screening: &Screening) -> Result<Evidence> {
    let Written { evidence, sure } = written;
    let instrument = &screening.instrument;
    let kind_of_document = match evidence.kind {
        EvidenceKind::Document => one_line(&evidence.document_kind),
        EvidenceKind::Observation => String::new(),
    };
    let known = instrument.indicators().map(|indicator| &indicator.id);
    let kept = Evidence {
        kind: evidence.kind,
        title: one_line(&evidence.title),
        document_kind: kind_of_document,
        date: one_line(&evidence.date),
        text: lines(&evidence.text),
        indicators: known.filter(|id| evidence.indicators.contains(id)).cloned().collect(),
    };
    let mut problems = Problems::default();
    problems.required("title", &kept.title, LONGEST_LINE);
    problems.optional("document_kind", &kept.document_kind, LONGEST_LINE);
    problems.optional("date", &kept.date, LONGEST_LINE);
    problems.required("text", &kept.text, LONGEST_EVIDENCE);
    problems.unless(!evidence.indicators.is_empty(), "indicators", Problem::Empty);
    let unknown = evidence.indicators.iter().any(|id| instrument.indicator(id).is_none());
    problems.unless(!unknown, "indicators", Problem::NotAChoice);
    screening.ask_who(&mut problems, "title", &kept.title, sure);
    screening.ask_who(&mut problems, "text", &kept.text, sure);
    problems.none()?;
    Ok(kept)
}
