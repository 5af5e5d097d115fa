//! A pilot after its close: the notes at each statement, and its deletion. That it is one is [`Settings::pilot`], chosen when
//! it is made; what that changes elsewhere is in `docs/decisions/0016`.
//!
//! [`Settings::pilot`]: screening::settings::Settings::pilot

use crate::comments::submitted;
use crate::fields::Problems;
use crate::preparing::day_in_denmark;
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use jiff::civil::Date;
use screening::comment;
use screening::id::GroupId;
use screening::pilot::{Note, Notes, deleted_from};
use screening::settings::State;

/// The notes of one group, or that they stay shut.
#[derive(Clone, Debug)]
pub struct GroupNotes {
    /// The group.
    pub group: GroupId,
    /// Notes with ids, in the order of their random keys; `None`: fewer than k of a protected group submitted.
    pub notes: Option<Vec<(String, Note)>>,
}

/// The notes that are open, as a file has them.
pub fn opened(groups: &[GroupNotes]) -> Notes {
    let mut notes = Notes::new();
    for (_, note) in groups.iter().filter_map(|group| group.notes.as_ref()).flatten() {
        let at = (note.group.clone(), note.indicator.clone());
        notes.entry(at).or_default().push(note.text.clone());
    }
    notes
}

/// Whether a note with this id is open.
fn is_open(groups: &[GroupNotes], note: &str) -> bool {
    groups.iter().filter_map(|group| group.notes.as_ref()).flatten().any(|(id, _)| id == note)
}

/// The day from which on a pilot is deleted, where nobody did so before.
pub fn deleted_on(screening: &Screening) -> Date {
    deleted_from(day_in_denmark(screening.created_at))
}

impl Workflow {
    /// The notes of a closed pilot by group, opened as comments are.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where it is no pilot, or not closed.
    pub async fn notes(&self, actor: &Actor, id: &str) -> Result<Vec<GroupNotes>> {
        let screening = self.facilitated(actor, id).await?;
        self.opened_notes(&screening).await
    }

    /// Deletes a note, because it tells who somebody is.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is none with this id, or it stays shut.
    pub async fn remove_note(&self, actor: &Actor, id: &str, note: &str) -> Result<()> {
        let screening = self.going(actor, id).await?;
        let groups = self.opened_notes(&screening).await?;
        let noting = self.noting(actor, &screening, "pilot note removed", "");
        if !is_open(&groups, note) || !noting.remove_note(id, note).await? {
            return Err(Error::NotFound);
        }
        self.tidied().await;
        Ok(())
    }

    /// Deletes a pilot with all that was answered and written in it. `sure`: they said yes to that.
    ///
    /// # Errors
    ///
    /// Field `deletes`. [`Problem::WrongState`] where it is none, or people are answering.
    pub async fn delete_pilot(&self, actor: &Actor, id: &str, sure: bool) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        if !screening.settings.pilot || !matches!(screening.state, State::Prepared | State::Closed) {
            return Err(Error::Refused(Problem::WrongState));
        }
        let mut problems = Problems::default();
        problems.unless(sure, "deletes", Problem::NotAgreed);
        problems.none()?;
        self.deleted_pilot(actor, &screening).await?;
        self.tidied().await;
        Ok(())
    }

    /// Deletes every pilot that was made a year ago. Gives how many went.
    pub(crate) async fn delete_old_pilots(&self, today: Date) -> Result<usize> {
        let mut gone = 0;
        for summary in self.store.screenings(None).await?.iter().filter(|one| one.pilot) {
            let Some(screening) = self.store.screening(&summary.id).await? else { continue };
            if deleted_on(&screening) <= today {
                self.deleted_pilot(&Actor::CommandLine, &screening).await?;
                gone += 1;
            }
        }
        Ok(gone)
    }

    async fn deleted_pilot(&self, actor: &Actor, screening: &Screening) -> Result<()> {
        Ok(self.noting(actor, screening, "pilot deleted", "").delete_pilot(&screening.id).await?)
    }

    /// What was deleted goes out of the files; where that fails, the program tries again every minute.
    async fn tidied(&self) {
        if let Err(error) = self.store.tidy().await {
            tracing::warn!(%error, "deleted notes are still in the files");
        }
    }

    async fn opened_notes(&self, screening: &Screening) -> Result<Vec<GroupNotes>> {
        if screening.state != State::Closed || !screening.settings.pilot {
            return Err(Error::Refused(Problem::WrongState));
        }
        let notes = self.store.notes(&screening.id).await?;
        let size = screening.settings.min_group_size;
        let groups = screening.instrument.groups.iter().map(|group| {
            let open = comment::opens(group.disclosure, submitted(screening, &group.id), size);
            let own = || notes.iter().filter(|(_, note)| note.group == group.id).cloned().collect();
            GroupNotes { group: group.id.clone(), notes: open.then(own) }
        });
        Ok(groups.collect())
    }
}
