//! Who is invited by name: only what somebody typed, and only until the minutes are approved.

use super::HearingPlan;
use super::room::not_approved;
use crate::fields::one_line;
use crate::{Actor, Error, LONGEST_NAME, Problem, Result, Workflow};
use screening::hearing::{Person, Sitting, attendance, pasted};
use screening::language;

/// Most people on one list.
pub const MOST_PEOPLE: usize = 300;

impl Workflow {
    /// Reads a list of names and roles as it was pasted, instead of an earlier one; an empty list forgets them.
    /// Who is invited is then counted from it.
    pub async fn invite_people(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        list: &str,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, proposed) = self.prepared_hearing(actor, screening).await?;
        let language = language::of(&screening.settings.language);
        let people = pasted(list, &screening.instrument, language).map_err(|unread| {
            let lines = unread.iter().map(|line| line.line).collect();
            Error::field("people", Problem::LinesUnread(lines))
        })?;
        if people.len() > MOST_PEOPLE {
            return Err(Error::field("people", Problem::TooMany(MOST_PEOPLE)));
        }
        let people: Vec<Person> =
            people.into_iter().map(|person| Person { name: one_line(&person.name), ..person }).collect();
        if people.iter().any(|person| person.name.chars().count() > LONGEST_NAME) {
            return Err(Error::field("people", Problem::TooLong(LONGEST_NAME)));
        }
        let invited = attendance(&people);
        self.amend(&*self.store, &screening, sitting, &proposed, |plan| {
            let plan = not_approved(plan)?;
            Ok(if people.is_empty() { plan } else { HearingPlan { invited: invited.clone(), ..plan } })
        })
        .await?;
        self.noting(actor, &screening, "people invited", sitting.to_string())
            .save_people(&screening.id, sitting, &people)
            .await?;
        if people.is_empty()
            && let Err(error) = self.store.tidy().await
        {
            // The names are out of the table; the program tries the files again every minute.
            tracing::warn!(%error, "deleted names are still in the files");
        }
        Ok(())
    }
}
