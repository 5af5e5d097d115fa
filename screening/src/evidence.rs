//! Documents and observations, written first and rated after.

mod agreement;
mod ratings;

pub use agreement::{Agreement, LEAST_FOR_KAPPA, agreement, kappa};
pub use ratings::{Assessors, Given, Ratings, Seen, Settlement};

use crate::id::IndicatorId;
use crate::instrument::Instrument;
use serde::{Deserialize, Serialize};

/// What kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A document of the organisation.
    Document,
    /// Something seen.
    Observation,
}

/// A document or an observation against one or more indicators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Document or observation.
    pub kind: EvidenceKind,
    /// Title of the document; where it was seen.
    pub title: String,
    /// Kind of document; empty for an observation.
    pub document_kind: String,
    /// Date of the document, or when it was seen, as written.
    pub date: String,
    /// The excerpt, or what was seen.
    pub text: String,
    /// The indicators it speaks about.
    pub indicators: Vec<IndicatorId>,
}

/// An assessor's rating of an indicator over all its evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// 1 to 5 on the indicator's written anchors.
    Step(u8),
    /// *For lidt viden.*
    Insufficient,
}

/// A settled rating of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorRating {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The rating.
    pub rating: Rating,
    /// Given after the picture was opened.
    pub after_picture: bool,
}

/// How far documents and observations reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Documents looked at.
    pub documents: usize,
    /// Observations made.
    pub observations: usize,
    /// Indicators with a document or an observation.
    pub indicators: usize,
    /// Indicators of the instrument.
    pub of: usize,
    /// Indicators with a settled rating 1 to 5.
    pub rated: usize,
    /// Indicators rated *for lidt viden*.
    pub insufficient: usize,
    /// Ratings given after the picture was opened.
    pub after_picture: usize,
}

/// Counts what was looked at, over the instrument's indicators.
pub fn coverage(evidence: &[Evidence], ratings: &[IndicatorRating], instrument: &Instrument) -> Coverage {
    let count = |kind| evidence.iter().filter(|one| one.kind == kind).count();
    let rated = |wanted: fn(Rating) -> bool| ratings.iter().filter(|settled| wanted(settled.rating)).count();
    Coverage {
        documents: count(EvidenceKind::Document),
        observations: count(EvidenceKind::Observation),
        indicators: instrument.indicators().filter(|i| about(evidence, &i.id).next().is_some()).count(),
        of: instrument.indicators().count(),
        rated: rated(|rating| matches!(rating, Rating::Step(_))),
        insufficient: rated(|rating| rating == Rating::Insufficient),
        after_picture: ratings.iter().filter(|settled| settled.after_picture).count(),
    }
}

/// The evidence that speaks about an indicator.
pub fn about<'a>(
    evidence: &'a [Evidence],
    indicator: &'a IndicatorId,
) -> impl Iterator<Item = &'a Evidence> + 'a {
    evidence.iter().filter(move |one| one.indicators.contains(indicator))
}
