//! `open → closing → closed`, and the picture made once.

use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::answers::Response;
use screening::disclosure::disclose;
use screening::id::GroupId;
use screening::picture::Picture;
use screening::scoring::Scorer;
use screening::settings::{GroupSize, State};
use std::collections::BTreeMap;

/// A unit that is dropped from the responses of a group at the close: fewer than k of them name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dropped {
    /// The group.
    pub group: GroupId,
    /// The unit.
    pub unit: String,
}

/// Whether a close was the one that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Closed now.
    Now,
    /// Closed before; nothing was done.
    Before,
    /// Somebody sent a questionnaire meanwhile: the picture is made again; nothing was done.
    Changed,
}

impl Workflow {
    /// Starts closing: begun questionnaires may be sent for `settings.closing_minutes`, none begun.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where it is not open.
    pub async fn begin_closing(&self, actor: &Actor, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        let ends_at = self.closing_ends_at(&screening);
        let noting = self.noting(actor, &screening, "closing begun", "");
        if !noting.change_state(id, State::Open, State::Closing, Some(ends_at)).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok(())
    }

    /// When closing that begins now would end.
    pub(crate) fn closing_ends_at(&self, screening: &Screening) -> i64 {
        self.clock.now() + 60 * i64::from(screening.settings.closing_minutes)
    }

    /// Ends closing now: score, disclose, store the picture, purge drafts and codes, rewrite in key order. Closed
    /// already: nothing to do.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where closing has not begun.
    pub async fn end_closing(&self, actor: &Actor, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        match screening.state {
            State::Closed => {}
            State::Closing => {
                self.close(actor, &screening).await?;
            }
            State::Prepared | State::Open => return Err(Error::Refused(Problem::WrongState)),
        }
        Ok(self.store.tidy().await?)
    }

    /// Ends every closing that is due; called every minute by the program. Gives how many were closed. One that
    /// fails is logged, tried again the next time, and keeps no other from ending.
    pub async fn end_due_closings(&self) -> Result<usize> {
        let mut closed = 0;
        for id in self.store.closing_due(self.clock.now()).await? {
            let Some(screening) = self.store.screening(&id).await? else { continue };
            match self.close(&Actor::CommandLine, &screening).await {
                Ok(Closed::Now) => closed += 1,
                Ok(Closed::Before | Closed::Changed) => {}
                Err(error) => tracing::error!(screening = id, %error, "closing could not be ended"),
            }
        }
        // Also what an earlier close could not finish, because the program ended in between.
        self.store.tidy().await?;
        Ok(closed)
    }

    pub(crate) async fn close(&self, actor: &Actor, screening: &Screening) -> Result<Closed> {
        loop {
            let responses = self.store.responses(&screening.id).await?;
            let picture = picture(screening, &responses);
            let dropped = dropped(&responses, screening.settings.min_group_size);
            let submitted = format!("{} submitted", responses.len());
            let noting = self.noting(actor, screening, "closed", submitted);
            match noting.close(&screening.id, &picture, &dropped, responses.len()).await? {
                closed @ (Closed::Now | Closed::Before) => return Ok(closed),
                // Ends: only questionnaires begun before closing can still arrive.
                Closed::Changed => {}
            }
        }
    }
}

/// The figures as they may be shown.
fn picture(screening: &Screening, responses: &[Response]) -> Picture {
    let settings = &screening.settings;
    let mut scorer = Scorer::new(&screening.instrument, &settings.forms);
    for response in responses {
        scorer.add(response);
    }
    disclose(&scorer.finish(&settings.known_invited()), &screening.instrument, settings.min_group_size)
}

/// Units that fewer than k responses of a group name.
fn dropped(responses: &[Response], size: GroupSize) -> Vec<Dropped> {
    let mut counts: BTreeMap<Dropped, u64> = BTreeMap::new();
    for response in responses {
        if let Some(unit) = &response.unit {
            let place = Dropped { group: response.group.clone(), unit: unit.clone() };
            *counts.entry(place).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, n)| *n < size.k()).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_dropped_where_fewer_than_k_of_the_group_name_it() {
        let response = |group: &str, unit: Option<&str>| Response {
            group: GroupId::from(group),
            unit: unit.map(str::to_owned),
            answers: screening::answers::Answers::default(),
        };
        let mut responses = vec![response("users", None), response("staff", Some("Nord"))];
        responses.extend(vec![response("users", Some("Nord")); 5]);
        responses.extend(vec![response("users", Some("Syd")); 4]);
        let place = |group: &str, unit: &str| Dropped { group: group.into(), unit: unit.to_owned() };
        assert_eq!(
            dropped(&responses, GroupSize::default()),
            [place("staff", "Nord"), place("users", "Syd")]
        );
    }
}
