//! A sheet read back: rows become the files of an instrument's folder, and those are checked like any other.

use super::cells::{Numbered, rows, rows_of};
use super::parts::{PARTS, Place, Table, place};
use super::toml_file::{Tables, TomlFile, key, quoted};
use super::written::{text_file, value};
use super::{Fault, HEADS, Row};
use crate::answers::import::Sheet;
use crate::instrument::edit::Draft;
use crate::instrument::load::limits::MOST_FAULTS;
use crate::instrument::load::{self, load, load_draft};
use crate::instrument::{Instrument, Why};
use std::collections::HashMap;

/// The column of structure, and the name of its file while it is checked.
const STRUCTURE: &str = HEADS[3];

/// What a sheet holds.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The instrument, checked.
    pub instrument: Instrument,
    /// Name and text of each file of its folder.
    pub files: Vec<(String, String)>,
}

/// Reads a sheet: UTF-8 with or without a byte-order mark; semicolon, comma or tab between cells, whichever the heads
/// have. Rows may stand in any order; groups, values, focus points and indicators come in the order of their rows.
///
/// # Errors
///
/// Every fault with its row and column, [`MOST_FAULTS`] at most; those of the sheet itself before those of the
/// instrument in it.
pub fn read(bytes: &[u8]) -> Result<Folder, Vec<Fault>> {
    let (languages, rows) = rows(bytes).map_err(|fault| vec![fault])?;
    folder(languages, &rows)
}

/// Reads a sheet that came out of any spreadsheet's file as a draft, which may lack texts. Where a fault is told, its row
/// is the one that a spreadsheet shows.
///
/// # Errors
///
/// As [`read`], but for what a draft lacks.
pub fn read_draft(sheet: &Sheet) -> Result<Draft, Vec<Fault>> {
    let (languages, rows) = rows_of(sheet).map_err(|fault| vec![fault])?;
    gathered(languages, &rows).drafted()
}

/// The folder that rows make.
pub(super) fn folder(languages: Vec<String>, rows: &[Numbered]) -> Result<Folder, Vec<Fault>> {
    gathered(languages, rows).checked()
}

/// What the rows say.
pub(super) fn gathered(languages: Vec<String>, rows: &[Numbered]) -> Gathered {
    let mut gathered = Gathered {
        structure: Tables::new(),
        texts: languages.iter().map(|_| Tables::new()).collect(),
        languages,
        points: HashMap::new(),
        words: HashMap::new(),
        fields: HashMap::new(),
        labels: Vec::new(),
        faults: Vec::new(),
    };
    gathered.all(rows);
    gathered
}

/// A label of the scale: its language, row and number, and what it says.
type Label = (String, usize, usize, String);
/// How a folder is read.
type Load = fn((&str, &str), &[(&str, &str, &str)]) -> Result<Instrument, Vec<load::Fault>>;

/// What the rows say, table by table.
pub(super) struct Gathered {
    pub(super) structure: Tables<Table>,
    texts: Vec<Tables<Vec<String>>>,
    languages: Vec<String>,
    /// Focus point of each indicator.
    pub(super) points: HashMap<String, String>,
    /// Words to choose from, by name and number.
    words: HashMap<(String, usize), String>,
    /// The row of each text by its field, as a fault names it: one that is not there has no line.
    fields: HashMap<String, usize>,
    /// The scale's labels: language, row, number, text.
    labels: Vec<Label>,
    faults: Vec<Fault>,
}

impl Gathered {
    pub(super) fn fault(&mut self, row: usize, column: &str, message: impl Into<String>, why: Why) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { row, column: column.to_owned(), message: message.into(), why });
        }
    }

    fn all(&mut self, rows: &[Numbered]) {
        let mut seen = HashMap::new();
        let mut places = Vec::new();
        for (number, row) in rows {
            if let Some(before) = seen.insert((&row.part, &row.id, &row.field), *number) {
                let why = Why::Repeated(before as u64);
                self.fault(
                    *number,
                    HEADS[2],
                    format!("is what row {before} is about already: keep one"),
                    why,
                );
                continue;
            }
            match place(&row.part, &row.id, &row.field) {
                Ok(place) => places.push((*number, row, place)),
                Err("") => {
                    self.fault(
                        *number,
                        HEADS[0],
                        format!("is not known: write one of {PARTS}"),
                        listed(PARTS),
                    );
                }
                Err(fields) => {
                    self.fault(
                        *number,
                        HEADS[2],
                        format!("is not known here: write one of {fields}"),
                        listed(fields),
                    );
                }
            }
        }
        for (number, row, place) in &places {
            self.begin(*number, row);
            if let Place::Choice(name, word) = place {
                self.words.insert((name.clone(), *word), row.structure.clone());
            }
        }
        for (number, row, place) in places {
            self.put(number, row, place);
        }
    }

    /// Notes that there is such a group, value, focus point or indicator, in the order of the rows.
    fn begin(&mut self, number: usize, row: &Row) {
        let id = row.id.clone();
        let table = match row.part.as_str() {
            "group" => Table::Group(id),
            "value" => Table::Value(id),
            "focus_point" => Table::FocusPoint(id),
            "indicator" => Table::Indicator(id),
            _ => return,
        };
        self.structure.of(table, number);
    }

    fn put(&mut self, number: usize, row: &Row, place: Place) {
        let is_structure = matches!(place, Place::Structure(..) | Place::Belongs | Place::Choice(..));
        if let Place::Listed(_, name, place) = &place
            && name == "labels"
        {
            let labels = self.languages.iter().zip(&row.texts).filter(|(_, text)| !text.trim().is_empty());
            self.labels.extend(labels.map(|(code, text)| (code.clone(), number, *place, text.clone())));
        }
        if is_structure && let Some(at) = row.texts.iter().position(|text| !text.trim().is_empty()) {
            let column = self.languages[at].clone();
            self.fault(
                number,
                &column,
                "must be empty: what stands in this row is not a text",
                Why::NotAText,
            );
        }
        if !is_structure && !row.structure.is_empty() {
            self.fault(
                number,
                STRUCTURE,
                "must be empty: what stands in this row is a text of each language",
                Why::NotStructure,
            );
        }
        let texts = self.texts.iter_mut().zip(&row.texts).filter(|(_, text)| !text.is_empty());
        match place {
            Place::Structure(..) | Place::Choice(..) if row.structure.is_empty() => {}
            Place::Structure(table, name, kind) => {
                self.structure.of(table, number).set(&key(&[name]), &value(&row.structure, kind), number);
            }
            Place::Belongs => {
                self.points.insert(row.id.clone(), row.structure.clone());
            }
            Place::Choice(name, word) => {
                let names = self.structure.of(Table::Names, number);
                names.list(&key(&[name]), word, quoted(&row.structure), number);
            }
            Place::Text(table, path) => {
                self.fields.insert(key(&[&table[..], &path[..]].concat()), number);
                texts.for_each(|(tables, text)| {
                    tables.of(table.clone(), number).set(&key(&path), &quoted(text), number);
                });
            }
            Place::Listed(table, name, place) => texts.for_each(|(tables, text)| {
                tables.of(table.clone(), number).list(
                    &key(std::slice::from_ref(&name)),
                    place,
                    quoted(text),
                    number,
                );
            }),
            Place::Form(name, word, form) => match self.words.get(&(name.clone(), word)) {
                Some(word) => texts.for_each(|(tables, text)| {
                    let table = vec!["names".to_owned(), name.clone(), word.clone()];
                    tables.of(table, number).set(&key(std::slice::from_ref(&form)), &quoted(text), number);
                }),
                None => self.fault(
                    number,
                    HEADS[2],
                    format!("is of a word that no row words.{word} has"),
                    Why::NoSuchWord,
                ),
            },
        }
    }

    /// The files, once they hold together.
    fn checked(self) -> Result<Folder, Vec<Fault>> {
        self.made(load).map(|(folder, _)| folder)
    }

    /// What the rows hold as a draft, which may lack texts.
    pub(super) fn drafted(self) -> Result<Draft, Vec<Fault>> {
        let (Folder { mut instrument, .. }, labels) = self.made(load_draft)?;
        let steps = instrument.scale.steps();
        for (language, row, number, _) in &labels {
            if *number == 0 || *number > steps {
                let why = Why::Labels(steps, *number);
                let message = format!("is a label of step {number} of {steps}: remove it");
                return Err(vec![Fault { row: *row, column: language.clone(), message, why }]);
            }
        }
        // A step whose label is missing is missing there, and not at the end.
        for (language, texts) in &mut instrument.texts {
            texts.scale.labels = vec![String::new(); steps];
            for (_, _, number, label) in labels.iter().filter(|label| label.0 == *language) {
                texts.scale.labels[number - 1].clone_from(label);
            }
        }
        Ok(Draft::written_as(instrument))
    }

    /// The folder as it is read, and each label with its language, row and number.
    fn made(mut self, load: Load) -> Result<(Folder, Vec<Label>), Vec<Fault>> {
        let structure = self.structure_file();
        if !self.faults.is_empty() {
            self.faults.sort();
            return Err(self.faults);
        }
        let texts: Vec<TomlFile> = self.texts.iter().map(text_file).collect();
        let sources = self.languages.iter().zip(&texts);
        let sources: Vec<_> = sources
            .map(|(language, file)| (language.as_str(), language.as_str(), file.text.as_str()))
            .collect();
        let instrument = load((STRUCTURE, &structure.text), &sources).map_err(|faults| {
            let of_column = |column: &str| self.languages.iter().position(|language| language == column);
            let mut faults: Vec<Fault> = faults
                .into_iter()
                .map(|fault| {
                    let file = of_column(&fault.file).map_or(&structure, |at| &texts[at]);
                    let message = format!("{}: {}", fault.field, fault.message);
                    let row = self.fields.get(&fault.field).copied();
                    Fault {
                        row: row.unwrap_or_else(|| file.row(fault.line)),
                        column: fault.file,
                        message,
                        why: fault.why,
                    }
                })
                .collect();
            faults.sort();
            faults
        })?;
        let named = self.languages.iter().map(|language| format!("{language}.toml"));
        let files = std::iter::once(("instrument.toml".to_owned(), structure.text));
        let files = files.chain(named.zip(texts.into_iter().map(|file| file.text))).collect();
        Ok((Folder { instrument, files }, self.labels))
    }
}

/// One of these, named with commas between them.
fn listed(known: &str) -> Why {
    Why::Unknown(known.split(", ").map(str::to_owned).collect())
}
