//! A sheet read back: rows become the files of an instrument's folder, and those are checked like any other.

use super::cells::{Numbered, rows};
use super::parts::{Kind, PARTS, Place, Table, place};
use super::toml_file::{Keys, Tables, TomlFile, key, quoted};
use super::{Fault, HEADS, Row};
use crate::instrument::Instrument;
use crate::instrument::load::limits::MOST_FAULTS;
use crate::instrument::load::load;
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

/// The folder that rows make.
fn folder(languages: Vec<String>, rows: &[Numbered]) -> Result<Folder, Vec<Fault>> {
    let mut gathered = Gathered {
        structure: Tables::new(),
        texts: languages.iter().map(|_| Tables::new()).collect(),
        languages,
        points: HashMap::new(),
        words: HashMap::new(),
        fields: HashMap::new(),
        faults: Vec::new(),
    };
    gathered.all(rows);
    gathered.checked()
}

/// An instrument made row by row of something else than a sheet.
pub(crate) struct Making<'a> {
    languages: &'a [String],
    rows: Vec<Numbered>,
}

impl<'a> Making<'a> {
    /// In these languages.
    pub(crate) fn new(languages: &'a [String]) -> Self {
        Self { languages, rows: Vec::new() }
    }

    /// A row as a sheet would have it, with its number: part, id and field; structure, or a text a language.
    pub(crate) fn row(&mut self, number: usize, of: [&str; 3], structure: &str, mut texts: Vec<String>) {
        let [part, id, field] = of.map(str::to_owned);
        texts.resize(self.languages.len(), String::new());
        self.rows.push((number, Row { part, id, field, structure: structure.to_owned(), texts }));
    }

    /// The folder; else each fault by the number of its row, the place of its language where it is about a text, and
    /// what is wrong.
    pub(crate) fn checked(self) -> Result<Folder, Vec<(usize, Option<usize>, String)>> {
        folder(self.languages.to_vec(), &self.rows).map_err(|faults| {
            let language = |column: &str| self.languages.iter().position(|language| language == column);
            faults.into_iter().map(|fault| (fault.row, language(&fault.column), fault.message)).collect()
        })
    }
}

/// What the rows say, table by table.
struct Gathered {
    structure: Tables<Table>,
    texts: Vec<Tables<Vec<String>>>,
    languages: Vec<String>,
    /// Focus point of each indicator.
    points: HashMap<String, String>,
    /// Words to choose from, by name and number.
    words: HashMap<(String, usize), String>,
    /// The row of each text by its field, as a fault names it: one that is not there has no line.
    fields: HashMap<String, usize>,
    faults: Vec<Fault>,
}

impl Gathered {
    fn fault(&mut self, row: usize, column: &str, message: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { row, column: column.to_owned(), message: message.into() });
        }
    }

    fn all(&mut self, rows: &[Numbered]) {
        let mut seen = HashMap::new();
        let mut places = Vec::new();
        for (number, row) in rows {
            if let Some(before) = seen.insert((&row.part, &row.id, &row.field), *number) {
                self.fault(*number, HEADS[2], format!("is what row {before} is about already: keep one"));
                continue;
            }
            match place(&row.part, &row.id, &row.field) {
                Ok(place) => places.push((*number, row, place)),
                Err("") => self.fault(*number, HEADS[0], format!("is not known: write one of {PARTS}")),
                Err(fields) => {
                    self.fault(*number, HEADS[2], format!("is not known here: write one of {fields}"))
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
        if is_structure && let Some(at) = row.texts.iter().position(|text| !text.trim().is_empty()) {
            let column = self.languages[at].clone();
            self.fault(number, &column, "must be empty: what stands in this row is not a text");
        }
        if !is_structure && !row.structure.is_empty() {
            self.fault(
                number,
                STRUCTURE,
                "must be empty: what stands in this row is a text of each language",
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
                None => self.fault(number, HEADS[2], format!("is of a word that no row words.{word} has")),
            },
        }
    }

    /// The files, once they hold together.
    fn checked(mut self) -> Result<Folder, Vec<Fault>> {
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
                    Fault { row: row.unwrap_or_else(|| file.row(fault.line)), column: fault.file, message }
                })
                .collect();
            faults.sort();
            faults
        })?;
        let named = self.languages.iter().map(|language| format!("{language}.toml"));
        let files = std::iter::once(("instrument.toml".to_owned(), structure.text));
        let files = files.chain(named.zip(texts.into_iter().map(|file| file.text))).collect();
        Ok(Folder { instrument, files })
    }

    fn structure_file(&mut self) -> TomlFile {
        let mut file = TomlFile::default();
        let mut inside: HashMap<&str, Vec<(&str, &Keys)>> = HashMap::new();
        let mut lost = Vec::new();
        let points: Vec<&str> = self
            .structure
            .iter()
            .filter_map(|(table, _)| if let Table::FocusPoint(id) = table { Some(id.as_str()) } else { None })
            .collect();
        for (table, keys) in self.structure.iter() {
            let Table::Indicator(id) = table else { continue };
            match self.points.get(id).filter(|point| points.contains(&point.as_str())) {
                Some(point) => inside.entry(point).or_default().push((id, keys)),
                None => lost.push((keys.row, id.clone())),
            }
        }
        let tables =
            |wanted: fn(&Table) -> bool| self.structure.iter().filter(move |(table, _)| wanted(table));
        for (_, keys) in tables(|table| matches!(table, Table::Root)) {
            file.table(&[], keys);
        }
        for (_, keys) in tables(|table| matches!(table, Table::Scale)) {
            file.table(&["[scale]"], keys);
        }
        for (table, keys) in self.structure.iter() {
            match table {
                Table::Group(id) => file.table(&["[[groups]]", &with_id(id)], keys),
                Table::Value(id) => file.table(&["[[values]]", &with_id(id)], keys),
                _ => {}
            }
        }
        for (table, keys) in self.structure.iter() {
            let Table::FocusPoint(id) = table else { continue };
            file.table(&["[[focus_points]]", &with_id(id)], keys);
            for (id, keys) in inside.get(id.as_str()).into_iter().flatten() {
                file.table(&["[[focus_points.indicators]]", &with_id(id)], keys);
            }
        }
        for (table, keys) in self.structure.iter() {
            match table {
                Table::Names => file.table(&["[names]"], keys),
                Table::Signals => file.table(&["[signals]"], keys),
                _ => {}
            }
        }
        for (row, id) in lost {
            let message =
                format!("indicator {id} is in no focus point: write a row focus_point with the id of one");
            self.fault(row, STRUCTURE, message);
        }
        file
    }
}

fn with_id(id: &str) -> String {
    format!("id = {}", quoted(id))
}

fn text_file(tables: &Tables<Vec<String>>) -> TomlFile {
    let mut file = TomlFile::default();
    // Keys without a table must come first.
    for (_, keys) in tables.iter().filter(|(path, _)| path.is_empty()) {
        file.table(&[], keys);
    }
    for (path, keys) in tables.iter().filter(|(path, _)| !path.is_empty()) {
        file.table(&[&format!("[{}]", key(path))], keys);
    }
    file
}

/// A cell of structure as TOML writes it; what does not fit its kind becomes a text, which the check refuses.
fn value(cell: &str, kind: Kind) -> String {
    match (kind, cell) {
        (Kind::Flag, "yes" | "true") => "true".to_owned(),
        (Kind::Flag, "no" | "false") => "false".to_owned(),
        (Kind::Number, number) if number.parse::<u32>().is_ok_and(|read| read.to_string() == number) => {
            number.to_owned()
        }
        (Kind::Share, share) => match share.replace(',', ".").parse::<f64>() {
            Ok(share) if share.is_finite() => format!("{share:?}"),
            _ => quoted(cell),
        },
        (Kind::Ids, ids) => {
            let ids: Vec<String> = ids.split_whitespace().map(quoted).collect();
            format!("[{}]", ids.join(", "))
        }
        _ => quoted(cell),
    }
}
