//! Writing an own instrument: copy, edit, publish.

use super::{MOST_OWN, OwnInstrument, StoredDraft};
use crate::fields::{LONGEST_NAME, Problems, one_line};
use crate::ports::Store;
use crate::reports::fingerprint;
use crate::{Actor, Error, FieldProblem, Permission, Problem, Result, Workflow};
use screening::instrument::Instrument;
use screening::instrument::edit::{Draft, EditProblem, Part, PartChange, Reshape, plain_word, taken};

/// Tries of a save that another one of another part came before.
const TRIES: usize = 5;

/// By what a form knows the part again that it was drawn with.
pub fn part_seen(draft: &Draft, part: &Part) -> String {
    fingerprint(&draft.state(part))
}

impl Workflow {
    /// Copies an instrument into an organisation as a draft, with a title in one of its languages; gives its id.
    ///
    /// # Errors
    ///
    /// Fields `title`, and `organisation` where it has [`MOST_OWN`].
    pub async fn copy_instrument(
        &self,
        actor: &Actor,
        organisation: &str,
        source: &Instrument,
        language: &str,
        title: &str,
    ) -> Result<String> {
        let origin = Some(source);
        self.add_own(actor, organisation, (source, origin), (language, title), "instrument copied").await
    }

    /// Adds what was copied or read to an organisation as a draft, with where it came from if that is known.
    pub(super) async fn add_own(
        &self,
        actor: &Actor,
        organisation: &str,
        (source, origin): (&Instrument, Option<&Instrument>),
        (language, title): (&str, &str),
        event: &str,
    ) -> Result<String> {
        actor.may(Permission::Facilitate, organisation)?;
        let title = one_line(title);
        let mut problems = Problems::default();
        problems.required("title", &title, LONGEST_NAME);
        let known = self.store.own_instruments(organisation).await?;
        problems.unless(known.len() < MOST_OWN, "organisation", Problem::TooMany(MOST_OWN));
        problems.none()?;
        let id = self.fresh_id();
        let mut draft = Draft::copy_of(source, file_id(&title, &id));
        let languages = &source.languages;
        let spoken = languages.iter().find(|code| *code == language).or(languages.first());
        draft.entitle(spoken.map(String::as_str).unwrap_or_default(), &title);
        let noting = self.noting_installation(actor, Some(organisation), event, &*id);
        noting.add_own_instrument(&id, organisation, &draft, origin).await?;
        Ok(id)
    }

    /// Begins a draft of the next version, or goes on with the one there is.
    pub async fn begin_instrument_draft(&self, actor: &Actor, id: &str) -> Result<()> {
        let own = self.own_instrument(actor, id).await?;
        let Some(newest) = own.newest().filter(|_| own.draft.is_none()) else { return Ok(()) };
        // Whoever pressed a moment before has begun it.
        let noting = self.noting_own(actor, &own, "instrument draft begun");
        noting.save_instrument_draft(id, 0, &Draft::after(newest)).await?;
        Ok(())
    }

    /// Writes one part of a draft as it was seen ([`part_seen`]). Two may write in two parts at once.
    ///
    /// # Errors
    ///
    /// The fields of [`screening::instrument::edit::EditFault`]; [`EditProblem::ChangedMeanwhile`] where somebody else
    /// wrote in the same part, [`EditProblem::NotThere`] where draft or part are gone.
    pub async fn write_instrument(
        &self,
        actor: &Actor,
        id: &str,
        part: &Part,
        seen: &str,
        change: &PartChange,
    ) -> Result<()> {
        for _ in 0..TRIES {
            let own = self.own_instrument(actor, id).await?;
            let StoredDraft { revision, mut draft } = drafted(&own)?;
            if !draft.has(part) {
                return Err(refused(EditProblem::NotThere));
            }
            if part_seen(&draft, part) != seen {
                return Err(refused(EditProblem::ChangedMeanwhile));
            }
            draft.write(part, change, own.newest()).map_err(|faults| {
                let problems = faults.into_iter().map(|fault| FieldProblem {
                    field: fault.field,
                    problem: match fault.problem {
                        EditProblem::TooLong(most) => Problem::TooLong(most),
                        EditProblem::NotANumber(low, high) => Problem::NotANumber(low.into(), high.into()),
                        EditProblem::NotAChoice => Problem::NotAChoice,
                        other => Problem::Edit(other),
                    },
                });
                Error::Invalid(problems.collect())
            })?;
            let noting = self.noting_own(actor, &own, "instrument draft written");
            if noting.save_instrument_draft(id, revision, &draft).await? {
                return Ok(());
            }
        }
        Err(Error::Refused(Problem::Changed))
    }

    /// Adds, moves or drops a part or a language of a draft as it was seen; gives the part to be shown then.
    ///
    /// # Errors
    ///
    /// [`Problem::Changed`] where somebody wrote in it meanwhile; as many parts as there may be.
    pub async fn reshape_instrument(
        &self,
        actor: &Actor,
        id: &str,
        seen: i64,
        change: &Reshape,
    ) -> Result<Part> {
        let own = self.own_instrument(actor, id).await?;
        let StoredDraft { mut draft, .. } = seen_draft(&own, seen)?;
        let part = draft.reshape(change, &taken(&own.versions)).map_err(refused)?;
        let noting = self.noting_own(actor, &own, "instrument draft written");
        if !noting.save_instrument_draft(id, seen, &draft).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(part)
    }

    /// Makes a version of a draft as it was seen, which never changes from then on; gives its number.
    ///
    /// # Errors
    ///
    /// [`EditProblem::Unfinished`] with how much is missing; [`Problem::Changed`].
    pub async fn publish_instrument(&self, actor: &Actor, id: &str, seen: i64) -> Result<u32> {
        let own = self.own_instrument(actor, id).await?;
        let StoredDraft { draft, .. } = seen_draft(&own, seen)?;
        let version =
            draft.checked().map_err(|lacks| refused(EditProblem::Unfinished(lacks.len().max(1))))?;
        let noting = self.noting_own(actor, &own, "instrument published");
        if !noting.publish_instrument(id, seen, &version).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(version.version)
    }

    /// Drops a draft as it was seen; an instrument without a version goes with it.
    pub async fn drop_instrument_draft(&self, actor: &Actor, id: &str, seen: i64) -> Result<()> {
        let own = self.own_instrument(actor, id).await?;
        seen_draft(&own, seen)?;
        let noting = self.noting_own(actor, &own, "instrument draft dropped");
        if !noting.drop_instrument_draft(id, seen).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// The store for one deed with an instrument; see [`Workflow::noting`].
    pub(super) fn noting_own(&self, actor: &Actor, own: &OwnInstrument, event: &str) -> Box<dyn Store> {
        self.noting_installation(actor, Some(&own.organisation.id), event, &*own.id)
    }
}

fn refused(problem: EditProblem) -> Error {
    Error::Refused(Problem::Edit(problem))
}

fn drafted(own: &OwnInstrument) -> Result<StoredDraft> {
    own.draft.clone().ok_or_else(|| refused(EditProblem::NotThere))
}

pub(super) fn seen_draft(own: &OwnInstrument, seen: i64) -> Result<StoredDraft> {
    let draft = drafted(own)?;
    if draft.revision == seen { Ok(draft) } else { Err(Error::Refused(Problem::Changed)) }
}

/// The id that an instrument's files have: part of it is random, so that two organisations' instruments are never taken
/// for the same.
fn file_id(title: &str, id: &str) -> String {
    let word = plain_word(title).unwrap_or_else(|| "instrument".to_owned());
    format!("{word}-{}", &id[..8])
}
