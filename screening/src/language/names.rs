//! Names of states and choices, and what is hidden and why.

use crate::comment::{Consent, Criterion};
use crate::evidence::{Agreement, EvidenceKind, Rating};
use crate::instrument::PlaceWords;
use crate::picture::Shown;
use crate::settings::State;

/// Names that stand on pages and in files alike.
pub trait Names {
    /// What leaders are called who give one answer together.
    fn management(&self) -> &'static str;
    /// What the place is called where nothing else is chosen.
    fn usual_place(&self) -> PlaceWords<'static>;
    /// A state of a screening.
    fn state(&self, state: State) -> &'static str;
    /// Why a row has no figure, or not all of them; `None` where everything is shown.
    fn hidden(&self, shown: Shown) -> Option<&'static str>;
    /// What is hidden in a picture and why, for the one who reads it.
    fn why_hidden(&self, smallest: u64, full: u64) -> Vec<String>;
    /// Of these sentences the one about units.
    fn unit_hidden(&self) -> &'static str;
    /// A document or an observation.
    fn evidence_kind(&self, kind: EvidenceKind) -> &'static str;
    /// A rating: *2 af 5*, *for lidt viden*.
    fn rating(&self, rating: Rating) -> String;
    /// How far two assessors agreed, in sentences.
    fn agreement(&self, agreement: &Agreement) -> String;
    /// What a writer allows.
    fn consent(&self, consent: Consent) -> &'static str;
    /// Why a comment is left out, as one clause.
    fn criterion(&self, criterion: Criterion) -> &'static str;
}
