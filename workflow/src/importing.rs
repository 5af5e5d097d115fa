//! Answers that were collected elsewhere: read, mapped, looked through, and taken in all at once or not at all.
//!
//! What was read never lies in the database until it is taken in; whoever calls keeps it in memory in between.

mod file;

pub use file::{Imported, Importing, Offered, Preview, PreviewedGroup, ReadFile, SavedMapping};

use crate::answering::{LONGEST_TEXT, NewComment, NewResponse};
use crate::fields::{LONGEST_NAME, Problems, one_line};
use crate::ports::{Bytes32, Spreadsheets};
use crate::screenings::Screening;
use crate::sealing::keys::file_digest;
use crate::sealing::{fault, random};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::answers::import::{
    Checked, FileFault, FileProblem, Mapping, Role, Rules, Table, Taken, check, own_form, propose,
};
use screening::comment::Consent;
use screening::id::GroupId;
use screening::settings::State;
use std::collections::BTreeMap;

impl Workflow {
    /// A screening that files may be taken into.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where it is not open.
    pub async fn importable(&self, actor: &Actor, id: &str) -> Result<Screening> {
        let screening = self.facilitated(actor, id).await?;
        if screening.state != State::Open {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok(Screening { picture: None, ..screening })
    }

    /// Reads a file's tables; nothing is kept.
    ///
    /// # Errors
    ///
    /// [`Problem::File`] at the field `file` where it can't be read; [`Problem::WrongState`] as
    /// [`Workflow::importable`].
    pub async fn read_import(
        &self,
        actor: &Actor,
        id: &str,
        reader: &dyn Spreadsheets,
        file: Vec<u8>,
    ) -> Result<ReadFile> {
        self.importable(actor, id).await?;
        let refused = |fault| Error::field("file", Problem::File(fault));
        if file.is_empty() {
            return Err(refused(FileFault::file(FileProblem::Empty)));
        }
        let salt = self.store.salt(random(&*self.random)).await?;
        let digest = file_digest(&file, id, &salt).map_err(fault)?;
        let sheets = reader.read(file).await?.map_err(refused)?;
        let encoding = sheets.encoding;
        let (mut tables, mut first) = (Vec::new(), None);
        for sheet in sheets.sheets {
            match Table::of(sheet) {
                Ok(table) => tables.push(table),
                Err(fault) => {
                    // A sheet that holds no table stands in nobody's way beside one that does.
                    if first.as_ref().is_none_or(|first: &FileFault| first.why == FileProblem::Empty) {
                        first = Some(fault);
                    }
                }
            }
        }
        if tables.is_empty() {
            return Err(refused(first.unwrap_or_else(|| FileFault::file(FileProblem::Empty))));
        }
        Ok(ReadFile { tables, encoding, digest })
    }

    /// The mapping to begin with for a table: the contract's own form, one saved for the same columns, or a guess for
    /// rows of this group (`None`: a column says it).
    pub async fn offer_mapping(
        &self,
        actor: &Actor,
        id: &str,
        table: &Table,
        only: Option<&GroupId>,
    ) -> Result<Offered> {
        let screening = self.importable(actor, id).await?;
        let (instrument, settings) = (&screening.instrument, &screening.settings);
        if let Some(mapping) = own_form(table, instrument) {
            return Ok(Offered::OwnForm(mapping));
        }
        let saved = self.store.mappings(&screening.organisation.id).await?;
        let fits =
            |saved: &SavedMapping| saved.instrument == instrument.id && saved.mapping.heads == table.heads;
        Ok(match saved.into_iter().find(fits) {
            Some(mut saved) => {
                // Who answered is of this file; what the columns are is of all like it.
                let said = saved.mapping.column(&Role::Group).is_some();
                saved.mapping.group = only.filter(|_| !said).cloned();
                Offered::Saved(saved)
            }
            None => Offered::Guessed(propose(table, instrument, &settings.forms, &settings.units, only)),
        })
    }

    /// Keeps a mapping under a name for the organisation, for the next file with the same columns.
    ///
    /// # Errors
    ///
    /// [`Problem::Mapping`] where it does not fit the table; `name` as any name.
    pub async fn save_mapping(
        &self,
        actor: &Actor,
        id: &str,
        table: &Table,
        name: &str,
        mapping: &Mapping,
    ) -> Result<()> {
        let screening = self.importable(actor, id).await?;
        let name = one_line(name);
        let mut problems = Problems::default();
        problems.required("name", &name, LONGEST_NAME);
        for fault in mapping.faults(table, &screening.instrument) {
            problems.add("mapping", Problem::Mapping(fault));
        }
        problems.none()?;
        let instrument = screening.instrument.id.clone();
        let saved = SavedMapping { name, instrument, mapping: mapping.clone() };
        self.noting(actor, &screening, "import mapping saved", "")
            .save_mapping(&screening.organisation.id, &saved)
            .await?;
        Ok(())
    }

    /// The names of the organisation's mappings.
    pub async fn saved_mappings(&self, actor: &Actor, id: &str) -> Result<Vec<SavedMapping>> {
        let screening = self.facilitated(actor, id).await?;
        Ok(self.store.mappings(&screening.organisation.id).await?)
    }

    /// Forgets a mapping.
    pub async fn forget_mapping(&self, actor: &Actor, id: &str, name: &str) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        let noting = self.noting(actor, &screening, "import mapping forgotten", "");
        if !noting.forget_mapping(&screening.organisation.id, name).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }

    /// What a mapping makes of a table; nothing is kept.
    ///
    /// # Errors
    ///
    /// [`Problem::Mapping`] where the mapping does not fit; [`Problem::WrongState`].
    pub async fn preview_import(
        &self,
        actor: &Actor,
        id: &str,
        table: &Table,
        mapping: &Mapping,
        digest: &Bytes32,
    ) -> Result<Preview> {
        let screening = self.importable(actor, id).await?;
        let checked = checked(&screening, table, mapping)?;
        let submitted = self.store.submitted(id).await?;
        let groups = checked.counts(&screening.instrument).into_iter().map(|(group, rows)| PreviewedGroup {
            rows,
            submitted: submitted.get(&group).copied().unwrap_or_default(),
            invited: screening.settings.known_invited().group(&group),
            group,
        });
        let groups = groups.collect();
        let files = self.store.imported_files(id).await?;
        Ok(Preview { groups, before: files.contains(digest), files: files.len(), checked })
    }

    /// Takes in every row of a table, or nothing. Gives how many of each group.
    ///
    /// # Errors
    ///
    /// [`Problem::CellsRefused`], [`Problem::NothingToImport`]; [`Problem::ImportedBefore`] unless `again`;
    /// [`Problem::WrongState`] where the screening is not open any more.
    pub async fn import_answers(
        &self,
        actor: &Actor,
        id: &str,
        table: &Table,
        mapping: &Mapping,
        digest: &Bytes32,
        again: bool,
    ) -> Result<Vec<(GroupId, u64)>> {
        let screening = self.importable(actor, id).await?;
        let checked = checked(&screening, table, mapping)?;
        if checked.refused_count > 0 {
            return Err(Error::Refused(Problem::CellsRefused(checked.refused_count)));
        }
        if checked.taken.is_empty() {
            return Err(Error::Refused(Problem::NothingToImport));
        }
        let counts = checked.counts(&screening.instrument);
        let counters = counters(&checked.taken);
        let (responses, comments) = self.rows(checked.taken);
        let importing = Importing { responses, comments, counters, digest: *digest, again };
        let detail = counts.iter().map(|(group, n)| format!("{group} {n}")).collect::<Vec<_>>().join(", ");
        let noting = self.noting(actor, &screening, "answers imported", detail);
        match noting.import_file(id, &importing).await? {
            Imported::Stored => {}
            Imported::Before => return Err(Error::field("again", Problem::ImportedBefore)),
            Imported::NotOpen => return Err(Error::Refused(Problem::WrongState)),
        }
        Ok(counts)
    }

    /// Responses and comments under random keys, each in the order of its own.
    fn rows(&self, taken: Vec<Taken>) -> (Vec<NewResponse>, Vec<(GroupId, NewComment)>) {
        let (mut responses, mut comments) = (Vec::with_capacity(taken.len()), Vec::new());
        for Taken { group, unit, answers, text, .. } in taken {
            // Nobody chose in Pejling what may be done with the words, so the careful choice holds.
            let comment = |text| {
                let key = random(&*self.random);
                (group.clone(), NewComment { key, focus_point: None, text, consent: Consent::Paraphrase })
            };
            comments.extend(text.map(comment));
            let key = random(&*self.random);
            responses.push(NewResponse {
                key,
                group,
                unit,
                answers,
                comments: Vec::new(),
                notes: Vec::new(),
            });
        }
        responses.sort_by_key(|response| response.key);
        comments.sort_by_key(|(_, comment)| comment.key);
        (responses, comments)
    }
}

/// What the screening's rules make of a table.
fn checked(screening: &Screening, table: &Table, mapping: &Mapping) -> Result<Checked> {
    let rules = Rules {
        instrument: &screening.instrument,
        forms: &screening.settings.forms,
        units: &screening.settings.units,
        longest_text: LONGEST_TEXT,
    };
    check(table, mapping, rules).map_err(|faults| {
        let problem =
            |fault| crate::FieldProblem { field: "mapping".to_owned(), problem: Problem::Mapping(fault) };
        Error::Invalid(faults.into_iter().map(problem).collect())
    })
}

/// What is counted beside the responses: submitted always, channel and help where the file says them. No day and no
/// language: the file's are not asked for.
fn counters(rows: &[Taken]) -> Vec<(GroupId, &'static str, String, u64)> {
    let mut counts: BTreeMap<(&GroupId, &'static str, &'static str), u64> = BTreeMap::new();
    for row in rows {
        let kinds = [("submitted", Some("")), ("channel", row.channel), ("help", row.helped)];
        for (kind, value) in kinds {
            if let Some(value) = value {
                *counts.entry((&row.group, kind, value)).or_default() += 1;
            }
        }
    }
    counts.into_iter().map(|((group, kind, value), n)| (group.clone(), kind, value.to_owned(), n)).collect()
}
