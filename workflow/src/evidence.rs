//! The log of documents and observations, and the ratings.

use crate::fields::{LONGEST_LINE, Problems, lines, one_line};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating};
use screening::id::IndicatorId;
use screening::instrument::Instrument;
use std::collections::BTreeSet;

/// Longest excerpt or account of what was seen, in characters.
pub const LONGEST_EVIDENCE: usize = 5000;
/// The steps of a rating: those of the written anchors, whatever the instrument's scale.
pub const RATING_STEPS: std::ops::RangeInclusive<u8> = 1..=5;

impl Workflow {
    /// Adds a document or an observation; at least one indicator, a title and a text.
    pub async fn add_evidence(&self, actor: &Actor, screening: &str, evidence: Evidence) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let evidence = checked(evidence, &screening.instrument)?;
        let id = self.fresh_id();
        self.store.add_evidence(&screening.id, &id, self.clock.now(), &evidence).await?;
        self.audit(actor, &screening, "evidence added", id).await
    }

    /// Evidence with ids, oldest first.
    pub async fn evidence(&self, actor: &Actor, screening: &str) -> Result<Vec<(String, Evidence)>> {
        let screening = self.facilitated(actor, screening).await?;
        Ok(self.store.evidence(&screening.id).await?)
    }

    /// Removes one. A rating rests on what is written: where nothing is left about an indicator, its ratings go
    /// too.
    pub async fn remove_evidence(&self, actor: &Actor, screening: &str, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let (gone, left): (Vec<_>, Vec<_>) =
            self.store.evidence(&screening.id).await?.into_iter().partition(|(known, _)| known == id);
        let (gone, left) = (indicators(&gone), indicators(&left));
        let unrated = gone.difference(&left).cloned().collect::<Vec<_>>();
        if !self.store.remove_evidence(&screening.id, id, &unrated).await? {
            return Err(Error::NotFound);
        }
        self.audit(actor, &screening, "evidence removed", id).await
    }

    /// Rates an indicator; refused ([`crate::Problem::NothingWritten`]) where nothing is written about it. A rating
    /// is somebody's: the command line, which is nobody, gives none.
    pub async fn rate(
        &self,
        actor: &Actor,
        screening: &str,
        indicator: &IndicatorId,
        rating: Rating,
    ) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let account = &actor.account()?.id;
        if screening.instrument.indicator(indicator).is_none() {
            return Err(Error::field("indicator", Problem::NotAChoice));
        }
        if matches!(rating, Rating::Step(step) if !RATING_STEPS.contains(&step)) {
            let (first, last) = (u64::from(*RATING_STEPS.start()), u64::from(*RATING_STEPS.end()));
            return Err(Error::field("rating", Problem::NotANumber(first, last)));
        }
        if !indicators(&self.store.evidence(&screening.id).await?).contains(indicator) {
            return Err(Error::Refused(Problem::NothingWritten));
        }
        self.store
            .rate(&screening.id, indicator, account, rating, screening.picture_opened, self.clock.now())
            .await?;
        self.audit(actor, &screening, "indicator rated", indicator.as_str()).await
    }

    /// The settled rating of each indicator that has one.
    pub async fn ratings(&self, actor: &Actor, screening: &str) -> Result<Vec<IndicatorRating>> {
        let screening = self.facilitated(actor, screening).await?;
        Ok(self.store.ratings(&screening.id).await?)
    }
}

fn indicators(evidence: &[(String, Evidence)]) -> BTreeSet<IndicatorId> {
    evidence.iter().flat_map(|(_, evidence)| evidence.indicators.iter().cloned()).collect()
}

/// The evidence as it is kept, its indicators once each in the instrument's order; or what is wrong by field:
/// `title`, `document_kind`, `date`, `text`, `indicators`.
fn checked(evidence: Evidence, instrument: &Instrument) -> Result<Evidence> {
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
    problems.none()?;
    Ok(kept)
}
