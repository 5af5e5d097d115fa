//! An instrument as a sheet: nothing is lost on the way there and back, a spreadsheet has nothing to change, and each
//! fault names its row and column.

mod support;

use proptest::prelude::*;
use screening::instrument::load::load;
use screening::instrument::sheet::{Fault, read, write};
use screening::instrument::{GroupScaleTexts, Instrument};

fn written(instrument: &Instrument) -> String {
    let mut bytes = Vec::new();
    write(instrument, &mut bytes).expect("written");
    String::from_utf8(bytes).expect("UTF-8")
}

fn faults(sheet: &str) -> Vec<String> {
    read(sheet.as_bytes()).expect_err("faults").iter().map(Fault::to_string).collect()
}

/// There and back by the sheet, and by the folder that it becomes.
fn assert_kept(instrument: &Instrument) {
    let sheet = written(instrument);
    let folder = read(sheet.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(&folder.instrument, instrument);
    assert_eq!(written(&folder.instrument), sheet);
    let (structure, texts) = folder.files.split_first().expect("files");
    let texts: Vec<(&str, &str, &str)> = texts
        .iter()
        .map(|(name, text)| (name.strip_suffix(".toml").expect("TOML"), name.as_str(), text.as_str()))
        .collect();
    let loaded = load((&structure.0, &structure.1), &texts).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(&loaded, instrument);
}

/// The odd instrument with something of everything the files know.
fn with_everything(texts: &[String]) -> Instrument {
    let mut instrument = support::odd();
    instrument.languages.push("en".to_owned());
    instrument.signals.strength = 0.8;
    instrument.groups[0].minutes = Some(12);
    instrument.names = [("place".to_owned(), vec!["stedet".to_owned(), "bo.støtten 2".to_owned()])].into();
    let mut words = texts.iter().cycle().cloned();
    let mut word = || words.next().expect("a word");
    let danish = instrument.texts.get_mut("da").expect("Danish");
    let group = instrument.groups[1].id.clone();
    danish.scale.by_group = [(group, GroupScaleTexts { help: Some(word()), ..Default::default() })].into();
    danish.explain = [("svært ord".to_owned(), word()), ("1.1".to_owned(), word())].into();
    let forms = [("bestemt form".to_owned(), word()), ("i.flertal".to_owned(), word())].into();
    danish.names = [("place".to_owned(), [("bo.støtten 2".to_owned(), forms)].into())].into();
    for indicator in danish.indicators.values_mut() {
        indicator.title = Some(word());
        indicator.documents = vec![format!("1{}", word()), format!("2{}", word())];
        indicator.anchors = [(1, word()), (3, word()), (5, word())].into();
        indicator.items.values_mut().for_each(|item| *item = word());
    }
    let mut english = danish.clone();
    english.explain.clear();
    english.indicators.values_mut().for_each(|indicator| indicator.documents.truncate(1));
    instrument.texts.insert("en".to_owned(), english);
    instrument.in_words(&Default::default())
}

#[test]
fn nothing_is_lost_of_any_instrument() {
    assert_kept(&support::recovery());
    assert_kept(&support::odd());
    assert_kept(&support::small());
    assert_kept(&with_everything(&[
        "Ét ord".to_owned(),
        "=1+1".to_owned(),
        "'2.2' \"nej\";\n- og ja\\".to_owned(),
    ]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// A brace is followed by a space: with a letter it would name a word that the instrument doesn't offer, and be
    /// refused.
    #[test]
    fn nothing_is_lost_of_any_text(texts in prop::collection::vec("\\PC{0,12}[^\\s][\\x00-\\x7f\u{a0}-\u{ff}\u{2028}]{0,6}", 1..9)) {
        let texts: Vec<String> =
            texts.iter().map(|text| text.replace('{', "{ ").replace("\r\n", "\n")).collect();
        assert_kept(&with_everything(&texts));
    }

    #[test]
    fn whatever_the_bytes_it_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    /// A cell changed, a row lost or doubled: each fault names a row and a column that are there.
    #[test]
    fn a_fault_names_a_row_and_a_column_of_the_sheet(at in any::<prop::sample::Index>(), cell in 0..5_usize, text in "[a-z0-9.=' ]{0,6}", how in 0..3) {
        let sheet = written(&support::odd());
        let mut rows: Vec<String> = sheet.lines().map(str::to_owned).collect();
        let at = 1 + at.index(rows.len() - 1);
        match how {
            0 => { rows.remove(at); }
            1 => rows.insert(at, rows[at].clone()),
            _ => {
                let mut cells: Vec<String> = rows[at].split(';').map(str::to_owned).collect();
                if let Some(cell) = cells.get_mut(cell) {
                    *cell = format!("\"{text}\"");
                }
                rows[at] = cells.join(";");
            }
        }
        let columns = ["part", "id", "field", "structure", "da"];
        for fault in read(rows.join("\n").as_bytes()).err().into_iter().flatten() {
            prop_assert!((1..=rows.len()).contains(&fault.row), "{}", fault);
            prop_assert!(columns.contains(&fault.column.as_str()), "{}", fault);
        }
    }
}

#[test]
fn a_spreadsheet_has_nothing_to_change() {
    let sheet = written(&support::recovery());
    assert!(
        sheet.starts_with("\u{feff}\"part\";\"id\";\"field\";\"structure\";\"da\";\"nb\";\"en\"\r\n"),
        "{sheet:.70}"
    );
    assert!(sheet.contains(
        "\"indicator\";\"'2.2\";\"items.users\";\"\";\"Når jeg siger noget, bliver jeg taget alvorligt.\""
    ));
    let with_a_formula = with_everything(&["=HYPERLINK(\"http://x\")".to_owned()]);
    assert!(written(&with_a_formula).contains("\"'=HYPERLINK"));
}

#[test]
fn as_other_programs_save_it() {
    let sheet = written(&support::odd());
    let instrument = support::odd();
    // Commas, no mark, empty rows behind, quotes only where they are needed.
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&sheet.as_bytes()[3..]);
    let mut writer = csv::Writer::from_writer(Vec::new());
    reader.records().for_each(|record| writer.write_record(&record.unwrap()).unwrap());
    writer.write_record(["", "", "", "", ""]).unwrap();
    let commas = writer.into_inner().unwrap();
    assert_eq!(read(&commas).unwrap().instrument, instrument);
    // An id that was kept as text in a spreadsheet by hand, and a decimal comma.
    let plain =
        written(&support::small()).replace("\"'", "\"") + "\"signal\";\"\";\"strength\";\"0,8\";\"\"\r\n";
    let read = read(plain.as_bytes()).unwrap().instrument;
    assert_eq!(read.signals.strength.to_bits(), 0.8_f64.to_bits());
}

#[test]
fn what_is_wrong_is_named_by_row_and_column() {
    let head = "part;id;field;structure;da\n";
    assert_eq!(
        faults(""),
        ["row 1, column part: the heads must be part, id, field, structure, then a language each"]
    );
    assert_eq!(
        faults(&format!("{head}goup;users;name;;Brugere\n")),
        [
            "row 2, column part: is not known: write one of instrument, scale, group, value, focus_point, indicator, \
          explain, name, signal"
        ]
    );
    assert_eq!(
        faults(&format!("{head}group;users;nam;;Brugere\n")),
        [
            "row 2, column field: is not known here: write one of disclosure, service_users, order, minutes, name, \
          open_question"
        ]
    );
    assert_eq!(
        faults(&format!("{head}group;users;name;;Brugere\n;;;;\ngroup;users;name;;Beboere\n")),
        ["row 4, column field: is what row 2 is about already: keep one"]
    );
    assert_eq!(
        faults(&format!("{head}group;users;name;Brugere;\ngroup;users;disclosure;;protected\n")),
        [
            "row 2, column structure: must be empty: what stands in this row is a text of each language",
            "row 3, column da: must be empty: what stands in this row is not a text",
        ]
    );
    assert_eq!(
        faults(&format!("{head}indicator;1.1;items.users;;Ja.\n")),
        [
            "row 2, column structure: indicator 1.1 is in no focus point: write a row focus_point with the id of one"
        ]
    );
    assert_eq!(
        faults(&format!("{head}group;users;name;;Brugere;mere\n")),
        ["row 2, column da: there are more cells behind it than heads: remove them"]
    );
    assert!(read(b"part;id\n\xe6\xf8").unwrap_err()[0].to_string().contains("save it as CSV UTF-8"));
    // What the instrument itself lacks is told where it belongs.
    let sheet = written(&support::odd());
    let row = 1 + sheet.lines().position(|line| line.contains("\"agree_from\"")).unwrap();
    let wrong = sheet.replacen("\"agree_from\";\"7\"", "\"agree_from\";\"høj\"", 1);
    assert_eq!(
        faults(&wrong),
        [format!("row {row}, column structure: scale.agree_from: must be a whole number from 0 to 255")]
    );
    let row = 1 + sheet.lines().position(|line| line.contains("\"items.")).unwrap();
    let lines: Vec<&str> = sheet.lines().collect();
    let emptied = lines[row - 1].rsplit_once(';').unwrap().0.to_owned() + ";\"\"";
    let told = faults(&sheet.replace(lines[row - 1], &emptied));
    assert!(
        told.len() == 1 && told[0].contains("is missing: write the statement put to this group"),
        "{told:?}"
    );
}
