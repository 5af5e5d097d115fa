//! An instrument that comes in from a file: read, looked through, and taken in as a draft or in the place of one.

use super::StoredDraft;
use super::writing::seen_draft;
use crate::ports::{InstrumentFile, Spreadsheets};
use crate::{Actor, Error, FieldProblem, Permission, Problem, Result, Workflow};
use screening::answers::import::{FileFault, FileProblem};
use screening::id::IndicatorId;
use screening::instrument::edit::{Draft, Part, PartChange, TextPlace};
use screening::instrument::taking_in::{TakenIn, of_files, of_sheets};
use screening::instrument::xlsform::Wanted;
use std::collections::BTreeSet;

/// The group that a form asks, until somebody says otherwise.
const ASKED: &str = "users";
/// Most faults of a file that are told.
const MOST_TOLD: usize = 50;

/// How a file is read that does not say it itself.
#[derive(Clone, Copy, Debug)]
pub struct ReadAs<'a> {
    /// The language of a form's texts that name none.
    pub language: &'a str,
    /// What the group that a form asks is called in that language.
    pub asked: &'a str,
    /// The file's name.
    pub file: &'a str,
}

impl Workflow {
    /// Reads an instrument's sheet, folder or form for an organisation; nothing is kept.
    ///
    /// # Errors
    ///
    /// [`Problem::File`] and [`Problem::InstrumentFile`] at the field `file`, one a fault.
    pub async fn read_instrument(
        &self,
        actor: &Actor,
        organisation: &str,
        reader: &dyn Spreadsheets,
        how: ReadAs<'_>,
        file: Vec<u8>,
    ) -> Result<TakenIn> {
        actor.may(Permission::Facilitate, organisation)?;
        let unreadable = |fault| Error::field("file", Problem::File(fault));
        if file.is_empty() {
            return Err(unreadable(FileFault::file(FileProblem::Empty)));
        }
        let read = match reader.read_instrument(file).await?.map_err(unreadable)? {
            InstrumentFile::Files(files) => of_files(&files),
            InstrumentFile::Sheets(sheets) => {
                let stem = how.file.rsplit_once('.').map_or(how.file, |(stem, _)| stem);
                let wanted = Wanted { group: ASKED, language: how.language, file: stem };
                of_sheets(&sheets, wanted).map(|taken| called(taken, how))
            }
        };
        read.map_err(|faults| {
            let told = faults.into_iter().take(MOST_TOLD).map(|fault| FieldProblem {
                field: "file".to_owned(),
                problem: Problem::InstrumentFile(Box::new(fault)),
            });
            Error::Invalid(told.collect())
        })
    }

    /// Takes what was read into an organisation as a draft of its own, with a title in one of its languages; gives its id.
    ///
    /// # Errors
    ///
    /// Fields `title`, and `organisation` where it has [`MOST_OWN`](super::MOST_OWN).
    pub async fn take_in_instrument(
        &self,
        actor: &Actor,
        organisation: &str,
        read: &Draft,
        language: &str,
        title: &str,
    ) -> Result<String> {
        let of = (read.written(), None);
        self.add_own(actor, organisation, of, (language, title), "instrument taken in").await
    }

    /// Puts what was read in the place of a draft as it was seen; see [`Draft::replaced_by`].
    ///
    /// # Errors
    ///
    /// [`Problem::Changed`] where somebody wrote in it meanwhile; [`NotThere`](screening::instrument::edit::EditProblem::NotThere) where it is gone.
    pub async fn replace_instrument_draft(
        &self,
        actor: &Actor,
        id: &str,
        seen: i64,
        read: &Draft,
        means_other: &BTreeSet<IndicatorId>,
    ) -> Result<()> {
        let own = self.own_instrument(actor, id).await?;
        let StoredDraft { draft, .. } = seen_draft(&own, seen)?;
        let next = draft.replaced_by(read, &own.versions, means_other);
        let noting = self.noting_own(actor, &own, "instrument draft replaced");
        if !noting.save_instrument_draft(id, seen, &next).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }
}

/// With the name of the group that a form asks: it says none.
fn called(taken: TakenIn, how: ReadAs<'_>) -> TakenIn {
    let group = Part::Group(ASKED.into());
    let of_form = |draft: &Draft, code: &str| draft.text(&TextPlace::GroupName(ASKED.into()), code) == ASKED;
    let mut named = PartChange::default();
    for code in &taken.draft.written().languages {
        if of_form(&taken.draft, code) {
            let name = if code == how.language { how.asked } else { "" };
            named.texts.insert((TextPlace::GroupName(ASKED.into()), code.clone()), name.to_owned());
        }
    }
    let mut draft = taken.draft.clone();
    match draft.write(&group, &named, None) {
        Ok(()) => TakenIn { draft, ..taken },
        Err(_) => taken,
    }
}
