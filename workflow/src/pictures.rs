//! The picture for its facilitator: published figures and signals.

use crate::{Actor, Result, Workflow};
use screening::picture::Published;
use screening::signals::Signal;

/// What the picture pages show.
#[derive(Clone, Debug)]
pub struct PictureView {
    /// The screening (its `picture` is `None`).
    pub screening: crate::screenings::Screening,
    /// The figures as published.
    pub published: Published,
    /// The signals.
    pub signals: Vec<Signal>,
}

impl Workflow {
    /// The picture of a closed screening; notes the first time it is opened (ratings after that are marked).
    pub async fn picture(&self, actor: &Actor, id: &str) -> Result<PictureView> {
        todo!()
    }
}
