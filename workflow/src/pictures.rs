//! The picture for its facilitator: published figures and signals.

use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::picture::{Picture, Published};
use screening::settings::State;
use screening::signals::{Signal, signals};

/// What the picture pages show.
#[derive(Clone, Debug)]
pub struct PictureView {
    /// The screening (its `picture` is `None`).
    pub screening: Screening,
    /// The figures as published.
    pub published: Published,
    /// The signals.
    pub signals: Vec<Signal>,
}

impl Workflow {
    /// The picture of a closed screening; notes the first time it is opened (ratings after that are marked).
    pub async fn picture(&self, actor: &Actor, id: &str) -> Result<PictureView> {
        let (screening, picture) = self.seen_picture(actor, id).await?;
        let signals = self.signals(&screening, &picture).await?;
        let published = picture.published(&screening.instrument);
        Ok(PictureView { screening, published, signals })
    }

    /// As [`Workflow::seen_picture`], of a screening that goes on: [`Problem::Stopped`] where it was stopped.
    pub(crate) async fn opened_picture(&self, actor: &Actor, id: &str) -> Result<(Screening, Picture)> {
        self.going(actor, id).await?;
        self.seen_picture(actor, id).await
    }

    /// A closed screening and its picture apart, noted as opened: whoever is shown a figure, a signal or a draft
    /// made from it has seen the picture.
    pub(crate) async fn seen_picture(&self, actor: &Actor, id: &str) -> Result<(Screening, Picture)> {
        let mut screening = self.facilitated(actor, id).await?;
        let picture = screening.picture.take().filter(|_| screening.state == State::Closed);
        let picture = picture.ok_or(Error::Refused(Problem::WrongState))?;
        if !screening.picture_opened {
            self.noting(actor, &screening, "picture opened", "")
                .note_picture_opened(id, self.clock.now())
                .await?;
            screening.picture_opened = true;
        }
        Ok((screening, picture))
    }

    /// What the picture and the settled ratings say.
    pub(crate) async fn signals(&self, screening: &Screening, picture: &Picture) -> Result<Vec<Signal>> {
        let ratings = self.store.ratings(&screening.id).await?.settled();
        Ok(signals(picture, &screening.instrument, &ratings))
    }
}
