//! Documents and observations, written first and rated after.

use crate::id::IndicatorId;
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
