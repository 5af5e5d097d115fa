//! A form as an instrument's draft: one group that is asked, a focus point a page, an indicator a question.

use super::choices::{lists, steps};
use super::drafting::{Drafting, Place};
use super::heads::Form;
use super::names::{language_code, plain};
use super::questions::{Asked, asked, no_sheet};
use super::write::referring;
use super::{CHOICES, OWN_IDS, Remark, SETTINGS, SURVEY};
use crate::answers::import::Sheets;
use crate::instrument::sheet::{Folder, Making};
use crate::instrument::{Why, edit};
use std::collections::BTreeMap;

/// What a form does not say itself.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Id of the group that is asked; it is protected.
    pub group: &'a str,
    /// Code of the language of labels that name none.
    pub language: &'a str,
    /// Name of the file, for a form without an id.
    pub file: &'a str,
}

/// An instrument's draft.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The instrument with its files, checked.
    pub folder: Folder,
    /// What is in the form and not in the draft, or was guessed.
    pub left_out: Vec<Remark>,
}

/// A form taken in to be edited on.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What it asks.
    pub draft: edit::Draft,
    /// What is in the form and not in the draft, or was guessed.
    pub left_out: Vec<Remark>,
}

/// The group whose answers lead.
const USERS: &str = "users";

/// Reads a form's select-one questions: those on the list of choices that most of them have, which becomes the scale. A
/// page (a group of questions) becomes a focus point, its notes the introduction, a question in words outside the pages
/// the open question. *Don't know* and *not relevant* are known by the names `DK` and `NA` or by their words; answers
/// from two thirds of the scale on count as agreement.
///
/// # Errors
/// Every fault with sheet, row and column: those of the form, else those of the instrument that it makes.
pub fn read(sheets: &Sheets, wanted: Wanted<'_>) -> Result<Draft, Vec<Remark>> {
    made(sheets, wanted, |drafting| drafting.checked()).map(|(folder, left_out)| Draft { folder, left_out })
}

/// Reads a form as a draft that is edited on, which may lack texts: of a form that says things in one language only.
///
/// # Errors
/// As [`read`], but for what a draft lacks.
pub fn read_draft(sheets: &Sheets, wanted: Wanted<'_>) -> Result<Taken, Vec<Remark>> {
    made(sheets, wanted, |drafting| drafting.drafted()).map(|(draft, left_out)| Taken { draft, left_out })
}

fn made<T>(
    sheets: &Sheets,
    wanted: Wanted<'_>,
    finish: impl FnOnce(Drafting<'_>) -> Result<T, Vec<Remark>>,
) -> Result<(T, Vec<Remark>), Vec<Remark>> {
    let survey = Form::of(sheets, SURVEY).ok_or_else(|| vec![no_sheet(SURVEY)])?;
    let choices = Form::of(sheets, CHOICES).ok_or_else(|| vec![no_sheet(CHOICES)])?;
    let settings = Form::of(sheets, SETTINGS);
    let setting =
        |name: &str| settings.as_ref().and_then(|it| it.rows().next()).map_or("", |row| row.under(&[name]));
    let own = language_code(setting("default_language")).unwrap_or_else(|| wanted.language.to_owned());
    let one = |remark| vec![remark];
    let labels = by_language(survey.languages("label").map_err(one)?, &own);
    if labels.is_empty() {
        let message = "has no column label: write what is asked there";
        return Err(vec![survey.about(message, Why::NoColumn("label".to_owned()))]);
    }
    let hints = by_language(survey.languages("hint").map_err(one)?, &own);
    let of_choices = by_language(choices.languages("label").map_err(one)?, &own);
    let mut languages: Vec<String> = labels.keys().cloned().collect();
    languages.sort_by_key(|code| (*code != own, labels[code]));

    let columns = |of: &BTreeMap<String, usize>| -> Vec<Option<usize>> {
        languages.iter().map(|code| of.get(code).copied()).collect()
    };
    let choice_labels = columns(&of_choices);
    let lists = lists(&choices, &choice_labels);
    let Asked { pages, open, scale, mut left_out } = asked(&survey, &lists)?;
    let steps = steps(&choices, &lists[scale]).map_err(one)?;
    let mut draft = Drafting {
        making: Making::new(&languages),
        places: Vec::new(),
        taken: BTreeMap::new(),
        faults: Vec::new(),
        labels: columns(&labels),
        hints: columns(&hints),
        choice_labels,
        names: survey.column(&["name"]),
        own_ids: survey.column(&[OWN_IDS]),
    };

    let top = Place::of(SURVEY, &survey);
    let form_id = Some(setting("form_id")).filter(|id| !id.is_empty()).unwrap_or(wanted.file);
    let id = plain(form_id, '-').trim_matches('-').to_lowercase();
    let title = Some(setting("form_title")).filter(|title| !title.is_empty()).unwrap_or(form_id);
    let version = setting("version").parse::<u32>().unwrap_or(1).max(1);
    draft.set(&top, ["instrument", "", "id"], &id);
    draft.set(&top, ["instrument", "", "version"], &version.to_string());
    draft.set(&top, ["instrument", "", "languages"], &languages.join(" "));
    draft.say(&top, ["instrument", "", "title"], &vec![referring(title); languages.len()]);

    let last = steps.steps.last().map_or_else(|| Place::of(CHOICES, &choices), |it| draft.choice_place(it));
    let count = u8::try_from(steps.steps.len()).unwrap_or(u8::MAX);
    // From two thirds of the way on: the upper two of five, from 7 of 0 to 10.
    let agree_from = u16::from(steps.min) + (2 * u16::from(count.saturating_sub(1))).div_ceil(3);
    draft.set(&last, ["scale", "", "min"], &steps.min.to_string());
    draft.set(
        &last,
        ["scale", "", "max"],
        &(u16::from(steps.min) + u16::from(count)).saturating_sub(1).to_string(),
    );
    draft.set(&last, ["scale", "", "agree_from"], &agree_from.to_string());
    for (number, step) in steps.steps.iter().enumerate() {
        draft.choice(step, &format!("labels.{}", number + 1));
    }
    for (choice, field) in [(steps.dont_know, "dont_know"), (steps.not_applicable, "not_applicable")] {
        if let Some(choice) = choice {
            draft.choice(choice, field);
        }
    }
    if steps.by_order
        && let Some(first) = steps.steps.first()
    {
        let column = choices.column(&["name", "value"]).unwrap_or_default();
        let message = "the choices have no numbers: this one is taken for the lowest step; if it is the highest, \
                       turn labels around in the draft";
        left_out.push(first.row.remark(column, message, Why::ByOrder));
    }

    let group = wanted.group;
    draft.set(&top, ["group", group, "disclosure"], "protected");
    draft.set(&top, ["group", group, "service_users"], if group == USERS { "yes" } else { "no" });
    draft.say(&top, ["group", group, "name"], &vec![group.to_owned(); languages.len()]);
    if let Some(row) = open {
        let texts = draft.texts(row);
        draft.say(&draft.place(row), ["group", group, "open_question"], &texts);
    }

    let mut help = None;
    for page in &pages {
        let (point, place, title) = match page.begins {
            Some(row) => (draft.id(row, "begin_group"), draft.place(row), draft.texts(row)),
            None => ("questions".to_owned(), top.clone(), vec![title.to_owned(); languages.len()]),
        };
        draft.say(&place, ["focus_point", &point, "title"], &title);
        draft.set(&place, ["focus_point", &point, "involvement"], "no");
        let intro: Vec<Vec<String>> = page.notes.iter().map(|row| draft.texts(*row)).collect();
        if let Some(row) = page.notes.first() {
            let together = (0..languages.len()).map(|language| {
                let said = intro.iter().map(|texts| texts[language].as_str()).filter(|text| !text.is_empty());
                said.collect::<Vec<_>>().join("\n")
            });
            let together: Vec<String> = together.collect();
            draft.say(&draft.place(*row), ["focus_point", &point, &format!("intro.{group}")], &together);
            let hint = draft.hints(*row);
            if help.is_none() && hint.iter().any(|text| !text.is_empty()) {
                help = Some((draft.place(*row), hint));
            }
        }
        for row in &page.questions {
            let (id, place) = (draft.id(*row, "select_one"), draft.place(*row));
            let texts = draft.texts(*row);
            draft.set(&place, ["indicator", &id, "focus_point"], &point);
            draft.set(&place, ["indicator", &id, "groups"], group);
            draft.say(&place, ["indicator", &id, &format!("items.{group}")], &texts);
        }
    }
    if let Some((place, texts)) = help {
        draft.say(&place, ["scale", "", "help"], &texts);
    }
    Ok((finish(draft)?, left_out))
}

/// The columns of a kind by language; the one without a language is the form's own, where that has none.
fn by_language(found: Vec<(Option<String>, usize)>, own: &str) -> BTreeMap<String, usize> {
    let mut columns = BTreeMap::new();
    let (named, plain): (Vec<_>, Vec<_>) = found.into_iter().partition(|(code, _)| code.is_some());
    for (code, column) in named.into_iter().chain(plain) {
        columns.entry(code.unwrap_or_else(|| own.to_owned())).or_insert(column);
    }
    columns
}
