//! A form's questions, as far as an instrument can ask them: its pages with the select-one questions on each.

use super::choices::{Lists, alike};
use super::heads::{Form, FormRow};
use super::{OWN_IDS, Remark, SURVEY};
use crate::instrument::Why;

/// A page: the innermost group around its questions.
pub(super) struct Page<'a> {
    /// Its first row; `None` for questions in no group.
    pub(super) begins: Option<FormRow<'a>>,
    pub(super) notes: Vec<FormRow<'a>>,
    pub(super) questions: Vec<FormRow<'a>>,
}

/// What a form asks.
pub(super) struct Asked<'a> {
    pub(super) pages: Vec<Page<'a>>,
    /// The first question in no group, or in one of its own, that is answered in words.
    pub(super) open: Option<FormRow<'a>>,
    /// The list of most of the questions.
    pub(super) scale: &'a str,
    /// What is asked there and not in the instrument.
    pub(super) left_out: Vec<Remark>,
}

/// What a row of the sheet is.
enum Kind<'a> {
    Begin,
    End,
    SelectOne(&'a str),
    Note,
    Words,
    /// What a form notes by itself, or what nobody is asked.
    Silent,
    Other,
}

/// What every device may be told to note beside the answers.
const SILENT: [&str; 14] = [
    "start",
    "end",
    "today",
    "deviceid",
    "phonenumber",
    "username",
    "email",
    "audit",
    "calculate",
    "hidden",
    "simserial",
    "subscriberid",
    "background-audio",
    "xml-external",
];

fn kind(text: &str) -> Kind<'_> {
    let mut words = text.split_whitespace();
    match (words.next().unwrap_or_default(), words.next(), words.next()) {
        ("begin_group" | "begin_repeat", ..) | ("begin", Some("group" | "repeat"), _) => Kind::Begin,
        ("end_group" | "end_repeat", ..) | ("end", Some("group" | "repeat"), _) => Kind::End,
        ("select_one" | "select1", Some(list), _) | ("select", Some("one"), Some(list)) => {
            Kind::SelectOne(list)
        }
        ("note", ..) => Kind::Note,
        ("text", ..) => Kind::Words,
        (silent, ..) if SILENT.contains(&silent) || silent.is_empty() || silent.starts_with('#') => {
            Kind::Silent
        }
        _ => Kind::Other,
    }
}

/// Reads the sheet `survey`.
///
/// # Errors
/// No question on a list of choices; groups that are not closed, or closed and not open; a list that is nowhere.
pub(super) fn asked<'a>(form: &'a Form<'a>, lists: &Lists<'a>) -> Result<Asked<'a>, Vec<Remark>> {
    let Some(types) = form.column(&["type"]) else {
        return Err(vec![form.about(
            "has no column type: write the heads type, name and label in its first row",
            Why::NoColumn("type".to_owned()),
        )]);
    };
    let mut faults = Vec::new();
    let mut left_out = Vec::new();
    let mut pages = vec![Page { begins: None, notes: Vec::new(), questions: Vec::new() }];
    let mut inside = vec![0_usize];
    let mut words = Vec::new();
    for row in form.rows() {
        if matches!(row.under(&["disabled"]).to_lowercase().as_str(), "yes" | "true" | "1") {
            continue;
        }
        let page = inside.last().copied().unwrap_or_default();
        match kind(row.cell(types)) {
            Kind::Begin => {
                inside.push(pages.len());
                pages.push(Page { begins: Some(row), notes: Vec::new(), questions: Vec::new() });
            }
            Kind::End if inside.len() > 1 => {
                inside.pop();
            }
            Kind::End => faults.push(row.remark(
                types,
                "closes a group that is not open: remove the row",
                Why::ClosesNothing,
            )),
            Kind::SelectOne(list) if lists.contains_key(list) => pages[page].questions.push(row),
            Kind::SelectOne(list) => faults.push(row.remark(
                types,
                format!("asks with the list {list}, which the sheet choices does not have: add its choices"),
                Why::NoList(list.to_owned()),
            )),
            Kind::Note => pages[page].notes.push(row),
            Kind::Words => words.push((page, row)),
            Kind::Silent => {}
            Kind::Other => left_out.push(not_asked(row, types)),
        }
    }
    for page in inside.into_iter().skip(1) {
        let row = pages[page].begins.into_iter();
        faults.extend(row.map(|row| {
            row.remark(types, "opens a group that is never closed: add end_group", Why::NeverClosed)
        }));
    }
    let lists_asked: Vec<&str> =
        pages.iter().flat_map(|page| &page.questions).filter_map(|row| list_of(*row, types)).collect();
    let number = |list: &str| lists_asked.iter().filter(|other| alike(&lists[list], &lists[**other])).count();
    let most = lists_asked.iter().map(|list| number(list)).max();
    let Some(scale) = lists_asked.iter().copied().find(|list| Some(number(list)) == most) else {
        faults.push(
            form.about(
                "asks nothing by select_one: an instrument is made of those questions",
                Why::NoChoices,
            ),
        );
        return Err(faults);
    };
    for page in &mut pages {
        page.questions.retain(|row| {
            let same = list_of(*row, types).is_some_and(|list| alike(&lists[scale], &lists[list]));
            if !same {
                let message = format!("is left out: its choices are not those of {scale}, which most have");
                left_out.push(row.remark(types, message, Why::OtherChoices(scale.to_owned())));
            }
            same
        });
    }
    // Words are asked for below each page anyway; a question of its own is the open one at the end.
    let mut own = words.iter().filter(|(page, _)| pages[*page].questions.is_empty() || *page == 0);
    let open = own.next().map(|(_, row)| *row);
    left_out.extend(own.map(|(_, row)| not_asked(*row, types)));
    if form.column(&[OWN_IDS]).is_none() {
        let below = words.iter().filter(|(page, _)| !pages[*page].questions.is_empty() && *page != 0);
        left_out.extend(below.map(|(_, row)| {
            let message = "is left out: each page ends with a field for words anyway";
            row.remark(types, message, Why::WordsAnyway)
        }));
    }
    for row in pages.iter().flat_map(|page| &page.questions) {
        for condition in ["relevant", "relevance", "choice_filter"] {
            let Some(column) = form.column(&[condition]) else { continue };
            if !row.cell(column).is_empty() {
                let message = "is left out: an instrument asks everyone in the group";
                left_out.push(row.remark(column, message, Why::Condition));
            }
        }
    }
    pages.retain(|page| !page.questions.is_empty());
    left_out.sort();
    if faults.is_empty() { Ok(Asked { pages, open, scale, left_out }) } else { Err(faults) }
}

fn list_of(row: FormRow<'_>, types: usize) -> Option<&str> {
    match kind(row.cell(types)) {
        Kind::SelectOne(list) => Some(list),
        _ => None,
    }
}

fn not_asked(row: FormRow<'_>, types: usize) -> Remark {
    let kind = row.cell(types).split_whitespace().next().unwrap_or_default();
    let message = format!("is left out: an instrument has no question of the kind {kind}");
    row.remark(types, message, Why::OtherKind(kind.to_owned()))
}

/// That there is no such sheet.
pub(super) fn no_sheet(name: &str) -> Remark {
    Remark {
        sheet: name.to_owned(),
        row: 1,
        column: if name == SURVEY { "type" } else { "list_name" }.to_owned(),
        message: format!("there is no sheet {name} with anything in it: is the file an XLSForm?"),
        why: Box::new(Why::NoSheet(name.to_owned())),
    }
}
