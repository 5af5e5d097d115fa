//! Instruments that are hard: large, in many languages, from right to left, on the longest scale; and broken ones, as a
//! folder, as a sheet and as a form. Each is read as it is meant, or refused where the fault is.

use screening::answers::import::{Sheet, SheetRow, Sheets};
use screening::instrument::load::load;
use screening::instrument::xlsform::{Table, Wanted, read as read_form, tables};
use screening::instrument::{Form, Instrument, sheet};

/// An instrument's folder: structure, and (language, text) a file.
struct Folder {
    structure: String,
    texts: Vec<(String, String)>,
}

/// So many focus points of so many indicators, asked of staff and users, each text in each language.
fn folder(points: usize, indicators: usize, languages: &[(&str, &str)], max: u8) -> Folder {
    let codes: Vec<String> = languages.iter().map(|(code, _)| format!("{code:?}")).collect();
    let mut structure = format!(
        "id = \"hard\"\nversion = 1\nlanguages = [{}]\n\n[scale]\nmin = 0\nmax = {max}\nagree_from = 1\n\n\
         [[groups]]\nid = \"staff\"\ndisclosure = \"protected\"\n\n\
         [[groups]]\nid = \"users\"\ndisclosure = \"protected\"\nservice_users = true\n",
        codes.join(", ")
    );
    for point in 1..=points {
        structure += &format!("\n[[focus_points]]\nid = \"{point}\"\n");
        for indicator in 1..=indicators {
            structure += &format!("\n[[focus_points.indicators]]\nid = \"{point}.{indicator}\"\n");
        }
    }
    let texts = languages.iter().map(|(code, word)| {
        let labels: Vec<String> = (0..=max).map(|step| format!("\"{word} {step}\"")).collect();
        let mut text = format!(
            "title = \"{word}\"\n[scale]\nlabels = [{}]\ndont_know = \"{word} ?\"\nnot_applicable = \"{word} –\"\n\
             [groups]\nstaff = \"{word} S\"\nusers = \"{word} U\"\n",
            labels.join(", ")
        );
        for point in 1..=points {
            text += &format!("[focus_points.\"{point}\"]\ntitle = \"{word} {point}.\"\n");
            for indicator in 1..=indicators {
                text += &format!(
                    "[indicators.\"{point}.{indicator}\"]\nitems.staff = \"{word} s {point} {indicator}.\"\n\
                     items.users = \"{word} u {point} {indicator}.\"\n"
                );
            }
        }
        ((*code).to_owned(), text)
    });
    Folder { texts: texts.collect(), structure }
}

impl Folder {
    fn read(&self) -> Result<Instrument, Vec<String>> {
        let texts: Vec<(&str, &str, &str)> =
            self.texts.iter().map(|(code, text)| (code.as_str(), code.as_str(), text.as_str())).collect();
        let read = load(("instrument.toml", &self.structure), &texts);
        read.map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    fn sound(&self) -> Instrument {
        self.read().unwrap_or_else(|faults| panic!("{faults:?}"))
    }
}

fn sheet_of(instrument: &Instrument) -> String {
    let mut bytes = Vec::new();
    sheet::write(instrument, &mut bytes).expect("written");
    String::from_utf8(bytes).expect("UTF-8")
}

fn sheet_faults(sheet: &str) -> Vec<String> {
    sheet::read(sheet.as_bytes()).expect_err("faults").iter().map(ToString::to_string).collect()
}

/// The number of the row that holds this.
fn row(sheet: &str, text: &str) -> usize {
    1 + sheet.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text}"))
}

/// By a sheet and by a form, and nothing of what users are asked is lost.
fn assert_goes_round(instrument: &Instrument) {
    let back = sheet::read(sheet_of(instrument).as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(&back.instrument, instrument);
    let languages: Vec<&str> = instrument.languages.iter().map(String::as_str).collect();
    let group = "users".into();
    let form = tables(instrument, &group, Form::Long, &languages);
    let wanted = Wanted { group: "users", language: "da", file: "form" };
    let draft = read_form(&sheets(&form), wanted).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(draft.left_out, []);
    let draft = draft.folder.instrument;
    assert_eq!(draft.scale.steps(), instrument.scale.steps());
    for language in &instrument.languages {
        let (ours, theirs) = (instrument.texts(language), draft.texts(language));
        assert_eq!(ours.scale.labels, theirs.scale.labels);
        let asked = |it: &Instrument| it.indicators().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(asked(&draft), asked(instrument));
        for indicator in instrument.indicators() {
            assert_eq!(theirs.item(&indicator.id, &group), ours.item(&indicator.id, &group));
        }
    }
}

fn sheets(tables: &[Table]) -> Sheets {
    let rows = |table: &Table| {
        let cells = |row: &Vec<String>| row.iter().map(|cell| cell.as_str().into()).collect();
        (1..).zip(&table.rows).map(|(line, row)| SheetRow { line, cells: cells(row) }).collect()
    };
    let sheet = |table: &Table| Sheet { name: table.name.to_owned(), rows: rows(table), ..Sheet::default() };
    Sheets { sheets: tables.iter().map(sheet).collect(), encoding: None }
}

/// Arabic, with the marks that turn a line around, and a Latin word within it.
const ARABIC: &str = "\u{200f}«أستطيع أن أختار» Recovery \u{202b}نعم\u{202c}";

#[test]
fn two_hundred_indicators() {
    let instrument = folder(20, 10, &[("da", "Vi spørger")], 4).sound();
    assert_eq!(instrument.indicators().count(), 200);
    assert_goes_round(&instrument);
    let too_many = folder(51, 10, &[("da", "Vi spørger")], 4).read().expect_err("a fault");
    assert!(
        too_many.iter().any(|fault| fault.contains("at most 500 indicators together, not 510")),
        "{too_many:?}"
    );
}

#[test]
fn five_languages_and_text_from_right_to_left() {
    let languages =
        [("da", "Dansk"), ("kl", "Kalaallisut"), ("ar", ARABIC), ("uk", "Українська"), ("so", "Soomaali")];
    let instrument = folder(2, 3, &languages, 4).sound();
    assert_goes_round(&instrument);
    assert_eq!(
        instrument.texts("ar").item(&"1.2".into(), &"users".into()),
        Some(format!("{ARABIC} u 1 2.").as_str())
    );
    // The one language that lacks a text is named, as a folder and as a sheet.
    let mut broken = folder(2, 3, &languages, 4);
    let at = format!("items.users = \"{ARABIC} u 2 3.\"\n");
    assert!(broken.texts[2].1.contains(&at));
    broken.texts[2].1 = broken.texts[2].1.replace(&at, "");
    let faults = broken.read().expect_err("a fault");
    assert!(
        faults.len() == 1 && faults[0].starts_with("ar:") && faults[0].contains("items.users: is missing"),
        "{faults:?}"
    );
    let sheet = sheet_of(&instrument).replace(&format!("\"{ARABIC} u 2 3.\""), "\"\"");
    let row = row(&sheet, "Dansk u 2 3.");
    let told = sheet_faults(&sheet);
    assert!(told.len() == 1 && told[0].starts_with(&format!("row {row}, column ar: ")), "{told:?}");
}

#[test]
fn a_scale_of_eleven_steps_and_of_twelve() {
    assert_goes_round(&folder(1, 2, &[("da", "Trin")], 10).sound());
    let twelve = folder(1, 2, &[("da", "Trin")], 11).read().expect_err("a fault");
    assert!(
        twelve[0].starts_with("instrument.toml:7: scale.max: must give a scale of 2 to 11"),
        "{twelve:?}"
    );
    let sheet = sheet_of(&folder(1, 2, &[("da", "Trin")], 10).sound());
    let row = row(&sheet, "\"max\"");
    let told = sheet_faults(&sheet.replace("\"max\";\"10\"", "\"max\";\"11\""));
    assert!(told[0].starts_with(&format!("row {row}, column structure: scale.max: must give")), "{told:?}");
}

#[test]
fn an_id_that_is_taken() {
    let mut twice = folder(2, 2, &[("da", "Vi")], 4);
    twice.structure = twice.structure.replace("id = \"2.2\"", "id = \"1.1\"");
    let faults = twice.read().expect_err("a fault");
    assert!(
        faults[0].starts_with("instrument.toml:")
            && faults[0].contains("\"1.1\" is the id of something else already"),
        "{faults:?}"
    );
    // In a sheet an id's rows stand apart: the second is told of the first.
    let sheet = sheet_of(&folder(2, 2, &[("da", "Vi")], 4).sound()).replace("\"'2.2\"", "\"'1.1\"");
    let told = sheet_faults(&sheet);
    assert!(
        told.iter().all(|fault| fault.contains("column field: is what row") && fault.contains("keep one")),
        "{told:?}"
    );
    // A group as another one.
    let mut groups = folder(1, 1, &[("da", "Vi")], 4);
    groups.structure = groups.structure.replace("id = \"users\"", "id = \"staff\"");
    assert!(groups.read().expect_err("a fault")[0].contains("\"staff\" is another group's id already"));
}

#[test]
fn a_group_that_is_never_asked() {
    let mut folder = folder(1, 2, &[("da", "Vi")], 4);
    folder.structure = folder.structure.replace("id = \"1.1\"", "id = \"1.1\"\ngroups = [\"staff\"]");
    folder.structure = folder.structure.replace("id = \"1.2\"", "id = \"1.2\"\ngroups = [\"staff\"]");
    for indicator in [1, 2] {
        let text = &mut folder.texts[0].1;
        *text = text.replace(&format!("items.users = \"Vi u 1 {indicator}.\"\n"), "");
    }
    let faults = folder.read().expect_err("a fault");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("no indicator asks \"users\": ask it somewhere, or remove it"), "{faults:?}");

    let sheet = sheet_of(&self::folder(1, 2, &[("da", "Vi")], 4).sound());
    let unasked = sheet.replace("\"groups\";\"staff users\"", "\"groups\";\"staff\"");
    let unasked: Vec<&str> = unasked.lines().filter(|line| !line.contains("items.users")).collect();
    let told = sheet_faults(&unasked.join("\n"));
    let row = row(&unasked.join("\n"), "\"users\";\"disclosure\"");
    assert!(
        told.len() == 1
            && told[0].starts_with(&format!("row {row}, column structure: "))
            && told[0].contains("no indicator asks"),
        "{told:?}"
    );
}

#[test]
fn an_order_that_leaves_a_focus_point_out() {
    let mut folder = folder(3, 1, &[("da", "Vi")], 4);
    folder.structure =
        folder.structure.replace("service_users = true", "service_users = true\norder = [\"3\", \"1\"]");
    let faults = folder.read().expect_err("a fault");
    assert_eq!(
        faults,
        ["instrument.toml:18: groups.\"users\".order: must hold every focus point once: add 2"]
    );
    let sheet = sheet_of(&self::folder(3, 1, &[("da", "Vi")], 4).sound());
    let row = row(&sheet, "\"users\";\"order\"");
    let told = sheet_faults(&sheet.replace("\"users\";\"order\";\"'1 2 3\"", "\"users\";\"order\";\"3 1\""));
    assert_eq!(
        told,
        [format!(
            "row {row}, column structure: groups.\"users\".order: must hold every focus point once: add 2"
        )]
    );
}
