//! An instrument that comes in from a file: what is sound comes in whole, what only lacks texts comes in as a draft that
//! says so, and everything else is refused with its place.

mod support;

use proptest::prelude::*;
use screening::answers::import::{Sheet, SheetRow, Sheets};
use screening::instrument::edit::{
    Difference, Draft, Lack, Part, PartChange, Reshape, TextPlace, differences,
};
use screening::instrument::taking_in::{FaultPlace, TakenIn, of_files, of_sheets};
use screening::instrument::xlsform::{Table, Wanted, tables};
use screening::instrument::{Form, Instrument, Why, sheet};
use std::collections::BTreeSet;

const WANTED: Wanted<'static> = Wanted { group: "users", language: "da", file: "fil" };

/// The rows of an instrument's sheet.
fn rows(instrument: &Instrument) -> Vec<Vec<String>> {
    let mut bytes = Vec::new();
    sheet::write(instrument, &mut bytes).expect("written");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&bytes["\u{feff}".len()..]);
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| cells(record.expect("a row"))).collect()
}

/// As a spreadsheet's own file has them.
fn saved(rows: &[Vec<String>]) -> Sheets {
    let row = |(line, cells): (u64, &Vec<String>)| SheetRow {
        line,
        cells: cells.iter().map(|cell| cell.as_str().into()).collect(),
    };
    let rows = (1..).zip(rows).map(row).collect();
    Sheets { sheets: vec![Sheet { name: "redskab".to_owned(), rows, ..Sheet::default() }], encoding: None }
}

fn taken(rows: &[Vec<String>]) -> TakenIn {
    of_sheets(&saved(rows), WANTED).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn faults(rows: &[Vec<String>]) -> Vec<(u64, String, Why)> {
    let faults = of_sheets(&saved(rows), WANTED).expect_err("faults");
    let told = faults.into_iter().map(|fault| match fault.place {
        FaultPlace::Cell(None, row, column) => (row, column, fault.why),
        other => panic!("{other:?}"),
    });
    told.collect()
}

/// The place of the row that is about this, counted as a spreadsheet does.
fn row(rows: &[Vec<String>], of: [&str; 3]) -> usize {
    let plain = |cell: &str| cell.trim_start_matches('\'').to_owned();
    let found = rows.iter().position(|row| (0..3).all(|at| plain(&row[at]) == of[at]));
    1 + found.unwrap_or_else(|| panic!("no row {of:?}"))
}

#[test]
fn what_was_taken_out_comes_back() {
    for instrument in [support::recovery(), support::odd()] {
        let read = taken(&rows(&instrument));
        assert_eq!(read.left_out, []);
        assert_eq!(differences(&instrument, read.draft.written()), []);
        assert_eq!(read.draft.checked().unwrap(), instrument);
    }
}

/// A translator gets half of it done: the sheet of an unfinished draft comes back as it went.
#[test]
fn an_unfinished_draft_goes_out_and_comes_back() {
    let mut draft = Draft::copy_of(&support::recovery(), "vores".to_owned());
    let none = BTreeSet::new();
    for change in [
        Reshape::AddLanguage("ar".to_owned()),
        Reshape::AddFocusPoint,
        Reshape::AddIndicator("3".into()),
        Reshape::AddGroup("Pårørende".to_owned(), "da".to_owned()),
    ] {
        draft.reshape(&change, &none).unwrap();
    }
    let mut change = PartChange::default();
    // A hole among the labels stays where it is.
    change.texts.insert((TextPlace::Label(1), "da".to_owned()), String::new());
    change.texts.insert((TextPlace::Label(3), "ar".to_owned()), "إلى حد كبير".to_owned());
    draft.write(&Part::Scale, &change, None).unwrap();
    assert!(draft.lacks().len() > 100);
    let back = taken(&rows(draft.written())).draft;
    assert_eq!(differences(draft.written(), back.written()), []);
    assert_eq!(back.lacks(), draft.lacks());
    assert_eq!(back.text(&TextPlace::Label(3), "ar"), "إلى حد كبير");
}

#[test]
fn a_text_that_is_missing_is_a_lack_and_no_fault() {
    let mut rows = rows(&support::recovery());
    let at = row(&rows, ["indicator", "2.2", "items.users"]) - 1;
    rows[at][5].clear();
    let read = taken(&rows).draft;
    let place = TextPlace::Item("2.2".into(), "users".into());
    assert_eq!(read.lacks(), [Lack::Missing(place, "nb".to_owned())]);
    // In no language: the row may as well be gone.
    rows.remove(at);
    assert_eq!(taken(&rows).draft.lacks().len(), 3);
}

/// Each fault with the row that a spreadsheet shows, the head of its column, and why.
#[test]
fn what_does_not_hold_together_is_told_by_row_and_column() {
    let sound = rows(&support::recovery());
    let told = |of: [&str; 3], column: usize, cell: &str| {
        let mut rows = sound.clone();
        let at = row(&rows, of);
        cell.clone_into(&mut rows[at - 1][column]);
        let found = faults(&rows);
        assert!(found.iter().any(|fault| fault.0 == at as u64), "{of:?} in row {at}: {found:?}");
        found.into_iter().find(|fault| fault.0 == at as u64).map(|(_, column, why)| (column, why)).unwrap()
    };
    let structure = |why| ("structure".to_owned(), why);
    assert_eq!(told(["scale", "", "max"], 3, "12"), structure(Why::Steps(12)));
    assert_eq!(told(["scale", "", "agree_from"], 3, "9"), structure(Why::OffScale(1, 5)));
    assert_eq!(told(["scale", "", "min"], 3, "en"), structure(Why::Number(0, 255)));
    assert_eq!(told(["group", "users", "service_users"], 3, "måske"), structure(Why::YesNo));
    assert_eq!(
        told(["group", "users", "order"], 3, "2 3 4 5 6 7 8"),
        structure(Why::OrderLacks(vec!["1".to_owned()]))
    );
    assert_eq!(
        told(["group", "users", "order"], 3, "1 2 3 4 5 6 7 8 9"),
        structure(Why::NoPoint("9".to_owned()))
    );
    assert_eq!(
        told(["group", "leaders", "disclosure"], 3, "open"),
        structure(Why::OneOf(vec!["protected".to_owned(), "in-role".to_owned()]))
    );
    assert_eq!(told(["indicator", "2.2", "value"], 3, "mod"), structure(Why::NoValue("mod".to_owned())));
    assert_eq!(
        told(["indicator", "2.2", "groups"], 3, "staff users gaester"),
        structure(Why::NoGroup("gaester".to_owned()))
    );
    assert_eq!(told(["indicator", "2.2", "wording"], 3, "0"), structure(Why::Number(1, i64::from(u32::MAX))));
    assert_eq!(told(["focus_point", "2", "title"], 3, "Mødet"), structure(Why::NotStructure));
    assert_eq!(told(["group", "users", "disclosure"], 4, "Ja"), ("da".to_owned(), Why::NotAText));
    let (column, why) = told(["group", "users", "disclosure"], 0, "gruppe");
    assert!(
        column == "part" && matches!(&why, Why::Unknown(known) if known.contains(&"group".to_owned())),
        "{why:?}"
    );
    let (column, why) = told(["group", "users", "disclosure"], 2, "visning");
    assert!(
        column == "field" && matches!(&why, Why::Unknown(known) if known.contains(&"order".to_owned())),
        "{why:?}"
    );
    // An indicator that is nowhere is told where it begins.
    let mut lost = sound.clone();
    let at = row(&lost, ["indicator", "2.2", "focus_point"]) - 1;
    "99".clone_into(&mut lost[at][3]);
    let begins = row(&lost, ["indicator", "2.2", "title"]) as u64;
    assert_eq!(faults(&lost), [(begins, "structure".to_owned(), Why::InNoPoint("2.2".to_owned()))]);
    let (column, why) = told(["indicator", "2.2", "items.users"], 2, "items.gaester");
    assert!(column == "da" && matches!(why, Why::Unknown(_)), "{column} {why:?}");
}

#[test]
fn ids_and_rows_that_are_there_twice() {
    let mut twice = rows(&support::recovery());
    let first = row(&twice, ["indicator", "1.1", "title"]) as u64;
    for row in &mut twice {
        if row[0] == "indicator" && row[1] == "'2.2" {
            "'1.1".clone_into(&mut row[1]);
        }
    }
    let found = faults(&twice);
    assert!(found.iter().any(|fault| fault.2 == Why::Repeated(first) && fault.1 == "field"), "{found:?}");
    // An indicator with the id of a focus point.
    let mut same = rows(&support::recovery());
    for row in &mut same {
        if row[0] == "indicator" && row[1] == "'2.2" {
            "2".clone_into(&mut row[1]);
        }
    }
    let found = faults(&same);
    assert!(found.iter().any(|fault| fault.2 == Why::IdTaken("2".to_owned())), "{found:?}");
}

#[test]
fn languages_that_do_not_fit_the_columns() {
    let mut rows = rows(&support::recovery());
    "sv".clone_into(&mut rows[0][6]);
    let found = faults(&rows);
    assert!(found.iter().any(|fault| fault.2 == Why::NoTexts("en".to_owned())), "{found:?}");
    assert!(found.iter().any(|fault| fault.2 == Why::NotNamed("sv".to_owned())), "{found:?}");
    let at = row(&rows, ["instrument", "", "languages"]) - 1;
    "da nb sv".clone_into(&mut rows[at][3]);
    assert_eq!(taken(&rows).draft.written().languages, ["da", "nb", "sv"]);
}

/// Two hundred indicators in five languages come in; too many are told once.
#[test]
fn large_is_no_hindrance_and_too_large_is_told() {
    let mut large = rows(&support::odd());
    let languages = large[0].len() - 4;
    let point = large.iter().find(|row| row[0] == "focus_point").map(|row| row[1].clone()).unwrap();
    let mut add = |from: usize, to: usize| {
        for number in from..to {
            let mut row = vec!["indicator".to_owned(), format!("ny-{number}"), "focus_point".to_owned()];
            row.push(point.clone());
            row.resize(4 + languages, String::new());
            large.push(row);
        }
        large.clone()
    };
    let two_hundred = taken(&add(0, 200)).draft;
    assert!(two_hundred.written().indicators().count() >= 200);
    assert!(two_hundred.lacks().len() >= 200, "each lacks its statements");
    let found = faults(&add(200, 600));
    assert!(found.iter().any(|fault| matches!(fault.2, Why::TooMany(500))), "{found:?}");
}

/// In a file of text a row may have several lines; the row that is told is the one that a spreadsheet shows.
#[test]
fn rows_of_a_text_file_are_counted_as_a_spreadsheet_does() {
    let mut rows = rows(&support::recovery());
    let long = row(&rows, ["focus_point", "1", "intro.users"]) - 1;
    rows[long][4] = "En linje.\nTo linjer.\nTre linjer.".to_owned();
    let wrong = row(&rows, ["indicator", "2.2", "wording"]);
    "to".clone_into(&mut rows[wrong - 1][3]);
    let mut line = 1;
    let lines: Vec<SheetRow> = rows
        .iter()
        .enumerate()
        .map(|(at, cells)| {
            // An empty line in between, which a reader leaves out.
            line += u64::from(at == 3);
            let begins = line;
            line += 1 + cells.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
            SheetRow { line: begins, cells: cells.iter().map(|cell| cell.as_str().into()).collect() }
        })
        .collect();
    let sheet = Sheet { rows: lines, text: true, ..Sheet::default() };
    let faults = of_sheets(&Sheets { sheets: vec![sheet], encoding: None }, WANTED).unwrap_err();
    let place = FaultPlace::Cell(None, wrong as u64 + 1, "structure".to_owned());
    assert_eq!((faults.len(), &faults[0].place), (1, &place));
}

#[test]
fn a_file_of_another_program_is_known_as_that() {
    for rows in [
        vec![vec!["Respondent".to_owned(), "Svar".to_owned()], vec!["1".to_owned(), "4".to_owned()]],
        vec![vec!["response_id".to_owned(), "group".to_owned(), "1.1".to_owned()]],
        Vec::new(),
    ] {
        let faults = of_sheets(&saved(&rows), WANTED).unwrap_err();
        assert_eq!((faults.len(), &faults[0].why), (1, &Why::NotAnInstrument));
    }
    // Ours, and the heads were translated.
    let mut ours = rows(&support::recovery());
    "felt".clone_into(&mut ours[0][2]);
    assert_eq!(faults(&ours), [(1, "part".to_owned(), Why::Heads)]);
}

/// A form's questions become a draft; a translation that is half done is no hindrance.
#[test]
fn a_form_becomes_a_draft() {
    let mut form = tables(&support::recovery(), &"users".into(), Form::Short, &["da", "nb"]);
    let asked = form[0].rows.iter().position(|row| row[0] == "select_one scale").unwrap();
    form[0].rows[asked][3].clear();
    let sheets = |form: &[Table]| {
        let all = form.iter().map(|table| {
            let mut sheets = saved(&table.rows).sheets;
            table.name.clone_into(&mut sheets[0].name);
            sheets.remove(0)
        });
        Sheets { sheets: all.collect(), encoding: None }
    };
    let read = of_sheets(&sheets(&form), WANTED).unwrap_or_else(|faults| panic!("{faults:?}"));
    let lack = Lack::Missing(TextPlace::Item("2.2".into(), "users".into()), "nb".to_owned());
    assert_eq!(read.draft.lacks(), [lack]);
    assert_eq!(read.draft.written().indicators().count(), 16);
    // A fault in a form is told by its sheet.
    form[0].rows[asked][0] = "select_one andre".to_owned();
    let faults = of_sheets(&sheets(&form), WANTED).unwrap_err();
    let place = FaultPlace::Cell(Some("survey".to_owned()), asked as u64 + 1, "type".to_owned());
    assert_eq!((&faults[0].place, &faults[0].why), (&place, &Why::NoList("andre".to_owned())));
}

#[test]
fn a_folder_comes_in_by_its_files() {
    let mut bytes = Vec::new();
    sheet::write(&support::recovery(), &mut bytes).unwrap();
    let mut files = sheet::read(&bytes).unwrap().files;
    let read = of_files(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(read.draft.checked().unwrap(), support::recovery());
    files[0].1 = files[0].1.replace("agree_from = 4", "agree_from = 44");
    let line = 1 + files[0].1.lines().position(|line| line == "agree_from = 44").unwrap() as u64;
    let faults = of_files(&files).unwrap_err();
    let place = FaultPlace::Line("instrument.toml".to_owned(), line);
    assert_eq!((&faults[0].place, &faults[0].why), (&place, &Why::OffScale(1, 5)));
    files[0].1 = "id = \"a".to_owned();
    assert_eq!(of_files(&files).unwrap_err()[0].why, Why::Unreadable);
    assert_eq!(of_files(&files[1..]).unwrap_err()[0].why, Why::NotAnInstrument);
}

/// In a draft's place it keeps the draft's id and number, and each wording goes by what people said of it.
#[test]
fn what_comes_into_a_draft_keeps_its_number() {
    let before = support::recovery();
    let draft = Draft::after(&before);
    let mut rows = rows(&before);
    let at = row(&rows, ["indicator", "2.2", "items.users"]) - 1;
    rows[at][4] = "De ansatte tror på det, jeg siger.".to_owned();
    let raised = row(&rows, ["indicator", "2.1", "wording"]) - 1;
    rows[raised][3] = "7".to_owned();
    let read = taken(&rows).draft;
    assert_eq!(read.changed_statements(&before), ["2.2".into()]);
    let versions = std::slice::from_ref(&before);
    let said = |other: &[&str]| {
        let other = other.iter().map(|id| (*id).into()).collect();
        let next = draft.replaced_by(&read, versions, &other).checked().unwrap();
        assert_eq!((next.id.as_str(), next.version), (before.id.as_str(), before.version + 1));
        next.indicator(&"2.2".into()).unwrap().1.wording
    };
    let then = before.indicator(&"2.2".into()).unwrap().1.wording;
    assert_eq!((said(&[]), said(&["2.2", "2.1"])), (then, then + 1));
    // What is the same sentence is the same wording, whatever the file says.
    let next = draft.replaced_by(&read, versions, &["2.1".into()].into()).checked().unwrap();
    let told = differences(&before, &next);
    assert!(told.len() == 1 && matches!(told[0], Difference::Text(..)), "{told:?}");

    // One that had been dropped and comes back is compared with nothing from before.
    let mut without = Draft::after(&before);
    let drop = Reshape::Drop(Part::Indicator("3.4".into()));
    without.reshape(&drop, &BTreeSet::new()).unwrap();
    let second = without.checked().unwrap();
    let third = Draft::after(&second).replaced_by(&read, &[before.clone(), second], &BTreeSet::new());
    let (_, back) = third.written().indicator(&"3.4".into()).unwrap();
    assert_eq!(back.wording, before.indicator(&"3.4".into()).unwrap().1.wording + 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is typed into whatever cells: it comes in and is a draft like any other, or is refused with a place within
    /// the sheet.
    #[test]
    fn nothing_is_half_taken_in(changes in prop::collection::vec(
        (0_usize..400, 0_usize..6, prop_oneof!["", " ", "[a-z]{1,6}", "[0-9]{1,3}", "\\{[a-z]{2,5}\\}", "\u{200f}أ", "a.b", "'x"]),
        0..6,
    )) {
        let mut rows = rows(&support::odd());
        let count = rows.len();
        for (at, column, cell) in changes {
            if let Some(there) = rows[at % count].get_mut(column) {
                *there = cell;
            }
        }
        match of_sheets(&saved(&rows), WANTED) {
            Ok(read) => {
                if let Err(lacks) = read.draft.checked() {
                    prop_assert!(!lacks.iter().any(|lack| matches!(lack, Lack::Field(_))), "{:?}", lacks);
                }
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    if let FaultPlace::Cell(_, row, _) = fault.place {
                        prop_assert!((1..=rows.len() as u64).contains(&row), "{:?}", row);
                    }
                }
            }
        }
    }
}
