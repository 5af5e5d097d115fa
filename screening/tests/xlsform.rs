//! An instrument as an XLSForm: what a form asks, what a draft takes of a form, and where a fault is.

mod support;

use screening::answers::import::{Sheet, SheetRow, Sheets};
use screening::id::GroupId;
use screening::instrument::xlsform::{Draft, Remark, Table, Wanted, read, tables};
use screening::instrument::{Disclosure, Form, Instrument};

/// Sheets as a spreadsheet's reader gives them.
fn sheets(tables: &[Table]) -> Sheets {
    let sheet = |table: &Table| Sheet {
        name: table.name.to_owned(),
        rows: (1..)
            .zip(&table.rows)
            .map(|(line, cells)| SheetRow {
                line,
                cells: cells.iter().map(|cell| cell.as_str().into()).collect(),
            })
            .collect(),
        ..Sheet::default()
    };
    Sheets { sheets: tables.iter().map(sheet).collect(), encoding: None }
}

const WANTED: Wanted<'static> = Wanted { group: "users", language: "da", file: "skema" };

/// A form typed row by row, with `|` between cells.
fn typed(survey: &str, choices: &str) -> Sheets {
    let table = |name: &'static str, text: &str| Table {
        name,
        rows: text.lines().map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).collect(),
    };
    sheets(&[table("survey", survey), table("choices", choices)])
}

fn draft(survey: &str, choices: &str) -> Draft {
    read(&typed(survey, choices), WANTED).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn faults(survey: &str, choices: &str) -> Vec<String> {
    read(&typed(survey, choices), WANTED).expect_err("faults").iter().map(Remark::to_string).collect()
}

const CHOICES: &str = "list_name|name|label
grad|1|Slet ikke
grad|2|Lidt
grad|3|Meget
grad|DK|Ved ikke
grad|NA|Ikke relevant for mig";

const SURVEY: &str = "type|name|label
begin_group|moedet|Mødet
note|om|Om at mødes.
select_one grad|lytter|De ansatte lytter til mig.
select_one grad|taler|De ansatte taler ordentligt til mig.
end_group||
text|mere|Hvad vil du ellers sige?";

#[test]
fn a_form_asks_a_group_in_every_language_and_requires_nothing() {
    let instrument = support::recovery();
    let [survey, choices, settings] = tables(&instrument, &"users".into(), Form::Short, &["da", "nb", "en"]);
    assert_eq!(
        survey.rows[0].join(","),
        "type,name,label::Dansk (da),label::Bokmål (nb),label::English (en),hint::Dansk (da),hint::Bokmål (nb),\
         hint::English (en),required,appearance,indicator"
    );
    let questions: Vec<_> = survey.rows.iter().filter(|row| row[0] == "select_one scale").collect();
    assert_eq!(questions.len(), 16, "the short form");
    // The users' order begins with focus point 2.
    assert_eq!(questions[0][1], "q2_2");
    assert_eq!(questions[0][2], "Når jeg siger noget, bliver jeg taget alvorligt.");
    assert!(questions.iter().all(|row| row[8] == "no"), "nothing is required");
    let pages: Vec<_> = survey.rows.iter().filter(|row| row[0] == "begin_group").collect();
    assert!(pages.len() == 8 && pages.iter().all(|row| row[9] == "field-list"));
    assert_eq!(survey.rows.iter().filter(|row| row[0] == "text").count(), 1, "the open question alone");
    let names: Vec<_> = choices.rows.iter().skip(1).map(|row| row[1].as_str()).collect();
    assert_eq!(names, ["1", "2", "3", "4", "5", "DK", "NA"]);
    assert_eq!(choices.rows[7][2], "Ikke relevant for mig", "in the users' own words");
    assert_eq!(settings.rows[1][1], "recovery-orientering-users-short");

    let [long, ..] = tables(&instrument, &"users".into(), Form::Long, &["da"]);
    assert_eq!(long.rows.iter().filter(|row| row[0] == "select_one scale").count(), 27);
    assert_eq!(long.rows.iter().filter(|row| row[0] == "text").count(), 9, "and a field on each page");
}

/// What a draft has of the instrument that the form was made of.
fn assert_asks_the_same(instrument: &Instrument, group: &GroupId) {
    let languages: Vec<&str> = instrument.languages.iter().map(String::as_str).collect();
    let form = tables(instrument, group, Form::Long, &languages);
    let wanted = Wanted { group: group.as_str(), ..WANTED };
    let Draft { folder, left_out } =
        read(&sheets(&form), wanted).unwrap_or_else(|faults| panic!("{} {group}: {faults:?}", instrument.id));
    assert_eq!(left_out, [], "{} {group}", instrument.id);
    let draft = folder.instrument;
    assert_eq!(draft.languages, instrument.languages);
    assert_eq!((draft.scale.min, draft.scale.max), (instrument.scale.min, instrument.scale.max));
    let asked = |instrument: &Instrument, group: &GroupId| -> Vec<Vec<String>> {
        let texts = |language: &String| {
            let texts = instrument.texts(language);
            let of_points =
                instrument.questionnaire(group, Form::Long).into_iter().flat_map(|(point, indicators)| {
                    let items = indicators.into_iter().map(|indicator| {
                        format!("{} {}", indicator.id, texts.item(&indicator.id, group).unwrap_or_default())
                    });
                    let intro = texts.focus_points[&point.id].intro.get(group).cloned();
                    std::iter::once(format!("{} {} {intro:?}", point.id, texts.focus_point(&point.id)))
                        .chain(items.collect::<Vec<_>>())
                        .collect::<Vec<_>>()
                });
            let own = texts.scale.by_group.get(group).cloned().unwrap_or_default();
            let scale = texts.scale.labels.iter().cloned().chain([
                own.dont_know.unwrap_or_else(|| texts.scale.dont_know.clone()),
                own.not_applicable.unwrap_or_else(|| texts.scale.not_applicable.clone()),
                own.help.unwrap_or_else(|| texts.scale.help.clone()),
                texts.open_question.get(group).cloned().unwrap_or_default(),
            ]);
            of_points.chain(scale).collect()
        };
        instrument.languages.iter().map(texts).collect()
    };
    assert_eq!(asked(&draft, group), asked(instrument, group), "{} {group}", instrument.id);
}

#[test]
fn a_draft_of_a_form_asks_what_the_form_asks() {
    let instrument = support::recovery();
    for group in &instrument.groups {
        assert_asks_the_same(&instrument, &group.id);
    }
}

#[test]
fn a_form_of_somebody_else_becomes_a_draft() {
    let Draft { folder, left_out } = draft(SURVEY, CHOICES);
    assert_eq!(left_out, []);
    let instrument = folder.instrument;
    assert_eq!((instrument.id.as_str(), instrument.version), ("skema", 1));
    assert_eq!((instrument.scale.min, instrument.scale.max, instrument.scale.agree_from), (1, 3, 3));
    let users = &instrument.groups[0];
    assert!(users.service_users && users.disclosure == Disclosure::Protected);
    let ids: Vec<_> = instrument.indicators().map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(ids, ["lytter", "taler"]);
    let texts = instrument.texts("da");
    assert_eq!(texts.scale.labels, ["Slet ikke", "Lidt", "Meget"]);
    assert_eq!(
        (texts.scale.dont_know.as_str(), texts.scale.not_applicable.as_str()),
        ("Ved ikke", "Ikke relevant for mig")
    );
    assert_eq!(texts.focus_points["moedet"].intro["users"], "Om at mødes.");
    assert_eq!(texts.open_question["users"], "Hvad vil du ellers sige?");
}

/// From two thirds of the scale on: worked by hand for the scales in use.
#[test]
fn agreement_begins_at_two_thirds_of_the_scale() {
    for (min, max, agree_from) in [(0, 1, 1), (1, 3, 3), (1, 4, 3), (1, 5, 4), (1, 7, 5), (0, 10, 7)] {
        let steps: String = (min..=max).map(|step| format!("\ngrad|{step}|Trin {step}")).collect();
        let scale = draft(SURVEY, &format!("list_name|name|label{steps}")).folder.instrument.scale;
        assert_eq!((scale.min, scale.max, scale.agree_from), (min, max, agree_from));
    }
}

#[test]
fn choices_are_known_by_number_word_and_order() {
    let labels = |choices: &str| draft(SURVEY, choices).folder.instrument.texts("da").scale.labels.clone();
    // Highest first, and the two beside the scale known by their words alone.
    let falling =
        "list_name|name|label\ngrad|3|Høj\ngrad|2|Midt\ngrad|1|Lav\ngrad|8|Ved ikke\ngrad|9|Ikke relevant";
    assert_eq!(labels(falling), ["Lav", "Midt", "Høj"]);
    let words = "list_name|name|label\ngrad|lav|Lav\ngrad|hoej|Høj\ngrad|dont_know|Aner det ikke";
    let by_order = draft(SURVEY, words);
    assert_eq!(by_order.folder.instrument.texts("da").scale.labels, ["Lav", "Høj"]);
    assert_eq!(by_order.folder.instrument.texts("da").scale.dont_know, "Aner det ikke");
    assert_eq!(by_order.left_out.len(), 1);
    assert!(by_order.left_out[0].to_string().starts_with("sheet choices, row 2, column name: "));
}

#[test]
fn what_an_instrument_has_no_place_for_is_left_out_and_told() {
    let survey = SURVEY.replace(
        "end_group||",
        "select_one koen|koen|Hvem er du?\ninteger|alder|Hvor gammel er du?\nselect_multiple grad|flere|Flere\nend_group||",
    );
    let Draft { folder, left_out } = draft(&survey, &format!("{CHOICES}\nkoen|m|Mand\nkoen|k|Kvinde"));
    assert_eq!(folder.instrument.indicators().count(), 2);
    let told: Vec<String> = left_out.iter().map(Remark::to_string).collect();
    assert_eq!(
        told,
        [
            "sheet survey, row 6, column type: is left out: its choices are not those of grad, which most have",
            "sheet survey, row 7, column type: is left out: an instrument has no question of the kind integer",
            "sheet survey, row 8, column type: is left out: an instrument has no question of the kind select_multiple",
        ]
    );
}

#[test]
fn a_fault_names_sheet_row_column_and_mend() {
    let there = |survey: &str, choices: &str, said: &str| {
        let told = faults(survey, choices);
        assert!(told.iter().any(|fault| fault.starts_with(said)), "{told:?}");
    };
    let with = |before: &str, after: &str| SURVEY.replacen(before, after, 1);
    there(
        &with("|taler|", "|lytter|"),
        CHOICES,
        "sheet survey, row 5, column name: \"lytter\" is the name in row 4",
    );
    there(&with("|taler|", "||"), CHOICES, "sheet survey, row 5, column name: is missing: write a name");
    there(&with("|taler|", "|group|"), CHOICES, "sheet survey, row 5, column name: ");
    there(&with("De ansatte lytter til mig.", ""), CHOICES, "sheet survey, row 4, column label: ");
    there(&with("|Mødet", "|"), CHOICES, "sheet survey, row 2, column label: ");
    there(
        &with("select_one grad|taler", "select_one hvad|taler"),
        CHOICES,
        "sheet survey, row 5, column type: asks with the list hvad",
    );
    there(
        &with("end_group||", ""),
        CHOICES,
        "sheet survey, row 2, column type: opens a group that is never closed",
    );
    there(
        &with("text|mere", "end_group||\ntext|mere"),
        CHOICES,
        "sheet survey, row 7, column type: closes a group",
    );
    there(
        "type|name|label\nnote|a|b",
        CHOICES,
        "sheet survey, row 1, column type: asks nothing by select_one",
    );
    there("kind|name|label\nnote|a|b", CHOICES, "sheet survey, row 1, column kind: has no column type");
    there(
        &with("|label", "|label::Suomi"),
        CHOICES,
        "sheet survey, row 1, column label::Suomi: names a language without its code",
    );
    there(
        SURVEY,
        &CHOICES.replace("grad|2|", "grad|7|"),
        "sheet choices, row 2, column name: the steps of a scale",
    );
    there(SURVEY, &CHOICES.replace("|Lidt", "|"), "sheet choices, row ");
    there(SURVEY, "", "sheet choices, row 1, column list_name: there is no sheet choices");
    // A translation that is not there.
    let two = "type|name|label::Dansk (da)|label::English (en)\nselect_one grad|q|Ja|";
    let both = "list_name|name|label::da|label::en\ngrad|1|Nej|No\ngrad|2|Ja|Yes";
    there(two, both, "sheet survey, row 2, column label::English (en): ");
    // Twelve steps.
    let steps: String = (1..=12).map(|step| format!("\ngrad|{step}|Trin {step}")).collect();
    there(
        SURVEY,
        &format!("list_name|name|label{steps}"),
        "sheet choices, row 13, column name: scale.max: must give a scale of 2 to 11",
    );
}

#[test]
fn a_reference_to_another_answer_is_told_where_it_stands() {
    let told = faults(&SURVEY.replace("lytter til mig", "lytter til ${navn}"), CHOICES);
    assert!(told[0].starts_with("sheet survey, row 4, column label: "), "{told:?}");
}
