//! An instrument in the making, row by row of a form, and the place of each of its texts in the form.

use super::choices::Choice;
use super::heads::{Form, FormRow};
use super::write::referring;
use super::{CHOICES, Remark, SURVEY};
use crate::instrument::Why;
use crate::instrument::edit::Draft;
use crate::instrument::sheet::{Folder, Making, Unfit};
use std::collections::BTreeMap;

/// Where in the form something stands.
#[derive(Clone)]
pub(super) struct Place {
    sheet: &'static str,
    row: u64,
    /// The column of a name or number.
    column: String,
    /// The columns of the texts; `column` where there are none.
    texts: Vec<String>,
}

impl Place {
    /// The sheet's heads.
    pub(super) fn of(sheet: &'static str, form: &Form<'_>) -> Self {
        Self { sheet, row: form.begins(), column: form.head(0), texts: Vec::new() }
    }
}

/// An instrument in the making, which knows the place in the form that each of its rows comes from.
pub(super) struct Drafting<'a> {
    pub(super) making: Making<'a>,
    pub(super) places: Vec<Place>,
    /// The row of each id.
    pub(super) taken: BTreeMap<String, u64>,
    pub(super) faults: Vec<Remark>,
    pub(super) labels: Vec<Option<usize>>,
    pub(super) hints: Vec<Option<usize>>,
    pub(super) choice_labels: Vec<Option<usize>>,
    pub(super) names: Option<usize>,
    pub(super) own_ids: Option<usize>,
}

impl Drafting<'_> {
    pub(super) fn set(&mut self, place: &Place, of: [&str; 3], structure: &str) {
        self.places.push(place.clone());
        self.making.row(self.places.len(), of, structure, Vec::new());
    }

    pub(super) fn say(&mut self, place: &Place, of: [&str; 3], texts: &[String]) {
        self.places.push(place.clone());
        self.making.row(self.places.len(), of, "", texts.to_vec());
    }

    pub(super) fn choice(&mut self, choice: &Choice<'_>, field: &str) {
        let texts: Vec<String> = choice.labels.iter().map(|label| referring(label)).collect();
        self.say(&self.choice_place(choice), ["scale", "", field], &texts);
    }

    pub(super) fn place(&self, row: FormRow<'_>) -> Place {
        Self::placed(SURVEY, row, self.names, &self.labels)
    }

    pub(super) fn choice_place(&self, choice: &Choice<'_>) -> Place {
        Self::placed(CHOICES, choice.row, None, &self.choice_labels)
    }

    fn placed(sheet: &'static str, row: FormRow<'_>, names: Option<usize>, texts: &[Option<usize>]) -> Place {
        let head = |column: usize| row.head(column);
        let column = names.map_or_else(|| "name".to_owned(), head);
        let texts = texts.iter().map(|text| text.map_or_else(|| "label".to_owned(), head)).collect();
        Place { sheet, row: row.line(), column, texts }
    }

    pub(super) fn texts(&self, row: FormRow<'_>) -> Vec<String> {
        Self::under(row, &self.labels)
    }

    pub(super) fn hints(&self, row: FormRow<'_>) -> Vec<String> {
        Self::under(row, &self.hints)
    }

    fn under(row: FormRow<'_>, columns: &[Option<usize>]) -> Vec<String> {
        columns
            .iter()
            .map(|column| column.map(|column| referring(row.cell(column))).unwrap_or_default())
            .collect()
    }

    /// The id of a page or question: our own column's, else its name as far as an instrument takes it.
    pub(super) fn id(&mut self, row: FormRow<'_>, what: &str) -> String {
        let of = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let name = of(self.names);
        let id = match of(self.own_ids) {
            "" => name
                .chars()
                .map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' })
                .collect::<String>()
                .trim_start_matches(['.', '-', '_'])
                .to_owned(),
            own => own.to_owned(),
        };
        let column = self.names.unwrap_or_default();
        if id.is_empty() {
            let message = format!("is missing: write a name for this {what}, letters and digits");
            self.faults.push(row.remark(column, message, Why::Nameless));
            return format!("row-{}", row.line());
        }
        if let Some(before) = self.taken.insert(id.clone(), row.line()) {
            self.taken.insert(id.clone(), before);
            let message = format!("{id:?} is the name in row {before} already: choose another");
            self.faults.push(row.remark(column, message, Why::NameTaken(id, before)));
            return format!("row-{}", row.line());
        }
        id
    }

    pub(super) fn checked(self) -> Result<Folder, Vec<Remark>> {
        self.made(|making| making.checked())
    }

    /// The same as a draft, which may lack texts.
    pub(super) fn drafted(self) -> Result<Draft, Vec<Remark>> {
        self.made(|making| making.drafted())
    }

    fn made<T>(self, make: impl FnOnce(Making<'_>) -> Result<T, Vec<Unfit>>) -> Result<T, Vec<Remark>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let places = self.places;
        make(self.making).map_err(|faults| {
            let told = faults.into_iter().map(|(row, language, message, why)| {
                let place = row.checked_sub(1).and_then(|row| places.get(row)).or(places.first());
                let text = |place: &Place| {
                    language.and_then(|language| place.texts.get(language)).unwrap_or(&place.column).clone()
                };
                Remark {
                    sheet: place.map_or(SURVEY, |place| place.sheet).to_owned(),
                    row: place.map_or(1, |place| place.row),
                    column: place.map(text).unwrap_or_default(),
                    message,
                    why: Box::new(why),
                }
            });
            let mut told: Vec<Remark> = told.collect();
            told.sort();
            told.dedup();
            told
        })
    }
}
