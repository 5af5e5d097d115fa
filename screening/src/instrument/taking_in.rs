//! An instrument that comes in from a file, to be edited on: its own sheet, saved by whatever program; a form's
//! select-one questions; its folder. It becomes a [`Draft`] as a whole, or each fault is told where it stands.

use super::edit::Draft;
use super::xlsform::{self, Wanted};
use super::{Why, load, sheet};
use crate::answers::import::{Sheet, Sheets};

/// The sheet by which a form is known.
const SURVEY: &str = "survey";
/// The first head by which an instrument's sheet is known.
const PART: &str = "part";
/// The file of a folder's structure.
const STRUCTURE: &str = "instrument.toml";

/// Where in a file something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultPlace {
    /// The file as a whole.
    Whole,
    /// A cell: the sheet's name where there are several, the row as a spreadsheet counts it, the head of the column.
    Cell(Option<String>, u64, String),
    /// A line of one of the files of a folder.
    Line(String, u64),
}

/// A fault in a file that was to be taken in, or what is left out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentFault {
    /// Where it is.
    pub place: FaultPlace,
    /// What is wrong.
    pub why: Why,
}

/// What came out of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenIn {
    /// What it holds.
    pub draft: Draft,
    /// What is in the file and not in the draft, or was guessed.
    pub left_out: Vec<InstrumentFault>,
}

/// Takes a spreadsheet's sheets: those of a form, or the instrument's own.
///
/// # Errors
///
/// Every fault with its place; [`Why::NotAnInstrument`] for a file of something else.
pub fn of_sheets(sheets: &Sheets, wanted: Wanted<'_>) -> Result<TakenIn, Vec<InstrumentFault>> {
    let named = |sheet: &&Sheet| sheet.name.trim().eq_ignore_ascii_case(SURVEY);
    if sheets.sheets.iter().any(|sheet| named(&sheet)) {
        let cell = |remark: xlsform::Remark| InstrumentFault {
            place: FaultPlace::Cell(Some(remark.sheet), remark.row, remark.column),
            why: *remark.why,
        };
        return match xlsform::read_draft(sheets, wanted) {
            Ok(taken) => {
                let left_out = taken.left_out.into_iter().map(cell).collect();
                Ok(TakenIn { draft: taken.draft, left_out })
            }
            Err(faults) => Err(faults.into_iter().map(cell).collect()),
        };
    }
    let own = |sheet: &&Sheet| {
        let first = sheet.rows.first().and_then(|row| row.cells.first());
        first.is_some_and(|head| head.trim() == PART)
    };
    let Some(found) = sheets.sheets.iter().find(own) else {
        return Err(vec![InstrumentFault { place: FaultPlace::Whole, why: Why::NotAnInstrument }]);
    };
    let name = Some(&found.name).filter(|_| sheets.sheets.len() > 1).cloned();
    match sheet::read_draft(found) {
        Ok(draft) => Ok(TakenIn { draft, left_out: Vec::new() }),
        Err(faults) => Err(faults
            .into_iter()
            .map(|fault| InstrumentFault {
                place: FaultPlace::Cell(name.clone(), fault.row as u64, fault.column),
                why: fault.why,
            })
            .collect()),
    }
}

/// Takes the files of a folder, each with its name.
///
/// # Errors
///
/// As [`of_sheets`], by file and line.
pub fn of_files(files: &[(String, String)]) -> Result<TakenIn, Vec<InstrumentFault>> {
    let Some((_, structure)) = files.iter().find(|(name, _)| name == STRUCTURE) else {
        return Err(vec![InstrumentFault { place: FaultPlace::Whole, why: Why::NotAnInstrument }]);
    };
    let texts: Vec<(&str, &str, &str)> = files
        .iter()
        .filter(|(name, _)| name != STRUCTURE)
        .map(|(name, text)| (name.strip_suffix(".toml").unwrap_or(name), name.as_str(), text.as_str()))
        .collect();
    match load::load_draft((STRUCTURE, structure), &texts) {
        Ok(mut instrument) => {
            let steps = instrument.scale.steps();
            instrument.texts.values_mut().for_each(|texts| texts.scale.labels.resize(steps, String::new()));
            Ok(TakenIn { draft: Draft::written_as(instrument), left_out: Vec::new() })
        }
        Err(faults) => Err(faults
            .into_iter()
            .map(|fault| InstrumentFault {
                place: FaultPlace::Line(fault.file, fault.line as u64),
                why: fault.why,
            })
            .collect()),
    }
}
