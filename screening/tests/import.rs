//! Files of other programs: what is taken, and what each refusal says.

mod support;

use proptest::prelude::*;
use screening::answers::Answer;
use screening::answers::import::{
    Checked, Expected, FileProblem, MOST_SHOWN, Mapping, MappingFault, Meaning, Merged, Role, Rules, Sheet,
    SheetRow, Table, check, key, own_form, propose,
};
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use std::collections::BTreeMap;
use support::{long, recovery, small};

fn sheet(lines: &[&str]) -> Sheet {
    let row = |(place, line): (usize, &&str)| SheetRow {
        line: place as u64 + 1,
        cells: line.split('|').map(Into::into).collect(),
    };
    Sheet { rows: lines.iter().enumerate().map(row).collect(), ..Sheet::default() }
}

fn table(lines: &[&str]) -> Table {
    Table::of(sheet(lines)).expect("a table")
}

fn short_users() -> BTreeMap<GroupId, Form> {
    BTreeMap::from([("users".into(), Form::Short)])
}

fn checked(table: &Table, mapping: &Mapping, instrument: &Instrument, units: &[String]) -> Checked {
    let forms = if instrument.id == "recovery-orientering" { short_users() } else { long() };
    let rules = Rules { instrument, forms: &forms, units, longest_text: 2000 };
    check(table, mapping, rules).expect("a mapping that fits")
}

#[test]
fn what_a_person_says_of_a_word_holds_before_what_is_plain() {
    let table = table(&["1.3|1.4", "Enig|5", "Uenig|1", "5|?"]);
    let users = Some(GroupId::from("users"));
    let meanings = [("enig", "5"), ("uenig", "1"), ("5", "1"), ("1", "5"), ("?", "DK")];
    let answers = meanings
        .into_iter()
        .map(|(word, text)| (key(word), Meaning::try_from(text.to_owned()).expect("a meaning")));
    let mapping = Mapping {
        heads: table.heads.clone(),
        roles: vec![Role::Indicator("1.3".into()), Role::Indicator("1.4".into())],
        group: users,
        answers: answers.collect(),
        ..Mapping::default()
    };
    let checked = checked(&table, &mapping, &recovery(), &[]);
    assert_eq!(checked.refused, []);
    let answers: Vec<Vec<Answer>> =
        checked.taken.iter().map(|row| row.answers.0.values().copied().collect()).collect();
    use Answer::{DontKnow, Step};
    assert_eq!(answers, [[Step(5), Step(1)], [Step(1), Step(5)], [Step(1), DontKnow]]);
}

#[test]
fn every_cell_that_cannot_be_taken_is_told_with_its_place() {
    let table = table(&[
        "Nr|Gruppe|Afdeling|1.1|1.3|Skriv",
        "1|Brugere|Vest|2|meget|kort",
        "1|Katte|Nord|||lang",
        "3|Medarbejdere||2|2|",
        "||||Ubesvaret|",
    ]);
    let units = ["Nord".to_owned()];
    let mut mapping = propose(&table, &recovery(), &short_users(), &units, None).mapping;
    mapping.roles = vec![
        Role::ResponseId,
        Role::Group,
        Role::Unit,
        Role::Indicator("1.1".into()),
        Role::Indicator("1.3".into()),
        Role::OpenQuestion,
    ];
    let forms = short_users();
    let rules = Rules { instrument: &recovery(), forms: &forms, units: &units, longest_text: 3 };
    let checked = check(&table, &mapping, rules).expect("a mapping that fits");
    let told: Vec<_> = checked
        .refused
        .iter()
        .map(|cell| (cell.line, cell.column, cell.found.as_str(), &cell.expected))
        .collect();
    assert_eq!(
        told,
        [
            (2, 2, "Vest", &Expected::Unit),
            (2, 3, "2", &Expected::NotAsked("users".into())),
            (2, 4, "meget", &Expected::Answer),
            (2, 5, "kort", &Expected::Shorter(3)),
            (3, 0, "1", &Expected::OtherId(2)),
            (3, 1, "Katte", &Expected::Group),
            (3, 5, "lang", &Expected::Shorter(3)),
        ]
    );
    assert_eq!((checked.taken.len(), checked.blank, checked.refused_count), (1, 1, 7));
}

#[test]
fn the_first_refusals_are_told_and_the_rest_counted() {
    let lines: Vec<String> = (0..200).map(|_| "nej".to_owned()).collect();
    let lines: Vec<&str> = ["1.3"].into_iter().chain(lines.iter().map(String::as_str)).collect();
    let mut table = table(&lines);
    table.heads = vec!["1.3".into()];
    let mapping = Mapping {
        heads: table.heads.clone(),
        roles: vec![Role::Indicator("1.3".into())],
        group: Some("users".into()),
        ..Mapping::default()
    };
    let checked = checked(&table, &mapping, &recovery(), &[]);
    assert_eq!((checked.refused.len(), checked.refused_count, checked.taken.len()), (MOST_SHOWN, 200, 0));
}

#[test]
fn the_contracts_own_form_is_known_at_once_and_read_word_for_word() {
    let good = table(&[
        "response_id|group|unit|channel|helped|p1|p2|p3|p4|q1",
        "a|people|Nord|paper|helped|1|5|DK|NA|",
        "b|crew||||||||",
    ]);
    let mapping = own_form(&good, &small()).expect("the own form");
    let units = ["Nord".to_owned()];
    let taken = checked(&good, &mapping, &small(), &units);
    assert_eq!(taken.refused, []);
    // In this form a response without any answer counts.
    assert_eq!((taken.taken.len(), taken.blank), (2, 0));
    assert_eq!((taken.taken[0].channel, taken.taken[0].helped), (Some("paper"), Some("helped")));
    assert_eq!(taken.taken[0].unit.as_deref(), Some("Nord"));

    let bad = table(&[
        "response_id|group|unit|channel|helped|p1|p2|p3|p4|q1",
        "a|People|nord|Web|ja| 1|04|dk|4.0|ved ikke",
        "|crew||||||||",
    ]);
    let refused = checked(&bad, &mapping, &small(), &units).refused;
    let places: Vec<_> = refused.iter().map(|cell| (cell.line, cell.column)).collect();
    assert_eq!(places, [(2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (2, 6), (2, 7), (2, 8), (2, 9), (3, 0)]);

    for heads in [
        "response_id|group|p1|p2|p3|p4",
        "response_id|group|p1|p2|p3|p4|q1|q2",
        "group|p1|p2|p3|p4|q1",
        "response_id|group|p1|p1|p2|p3|p4|q1",
    ] {
        assert_eq!(own_form(&table(&[heads, "a|people|1"]), &small()), None, "{heads}");
    }
}

#[test]
fn a_mapping_that_contradicts_itself_is_told_by_column() {
    let table = table(&["a|b|c", "1|2|3"]);
    let mapping = |roles: [Role; 3], group: Option<&str>| Mapping {
        heads: table.heads.clone(),
        roles: roles.into(),
        group: group.map(Into::into),
        ..Mapping::default()
    };
    let item = |id: &str| Role::Indicator(id.into());
    let out = Role::LeaveOut;
    for (mapping, fault) in [
        (mapping([item("p1"), item("p1"), out.clone()], Some("crew")), MappingFault::Twice(0, 1)),
        (mapping([item("p1"), item("x"), out.clone()], Some("crew")), MappingFault::Unknown(1)),
        (mapping([item("p1"), out.clone(), out.clone()], None), MappingFault::NoGroup),
        (mapping([item("p1"), out.clone(), out.clone()], Some("cats")), MappingFault::NoGroup),
        (mapping([item("p1"), Role::Group, out.clone()], Some("crew")), MappingFault::GroupTwice(1)),
        (mapping([out.clone(), out.clone(), out.clone()], Some("crew")), MappingFault::NoAnswers),
        (Mapping::default(), MappingFault::OtherColumns),
    ] {
        assert_eq!(mapping.faults(&table, &small()), [fault]);
    }
    let mut off = mapping([item("p1"), out.clone(), out], Some("crew"));
    off.answers.insert("god".into(), Meaning::Answer(Answer::Step(9)));
    assert_eq!(off.faults(&table, &small()), [MappingFault::OffScale("god".into())]);
}

#[test]
fn the_head_is_found_below_a_title_and_a_date() {
    let table = table(&["Rapport fra SurveyXact||", "12.11.2026||", "Id|1.3|1.4", "1|4|5"]);
    assert_eq!(table.heads, ["Id", "1.3", "1.4"]);
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4]);
}

#[test]
fn columns_without_a_name_or_with_the_same_go_by_their_letter() {
    let table = table(&["Svar|Svar||Andet", "1|2|3|4"]);
    let names: Vec<String> = (0..4).map(|column| table.column(column)).collect();
    assert_eq!(names, ["Svar (A)", "Svar (B)", "C", "Andet"]);
}

#[test]
fn what_is_no_table_says_why() {
    let why = |sheet: Sheet| Table::of(sheet).expect_err("no table").why;
    assert_eq!(why(Sheet::default()), FileProblem::Empty);
    assert_eq!(why(sheet(&["  | "])), FileProblem::Empty);
    assert_eq!(why(sheet(&["Id|1.3"])), FileProblem::OnlyHead);
    let merged = |line, last_line| Merged { line, last_line, column: 2 };
    let with = |merged| Sheet {
        merged: vec![merged],
        name: "Svar".into(),
        ..sheet(&["T||", "Id|1.3|1.4", "1|4|5", "2|4|5"])
    };
    assert!(Table::of(with(merged(1, 1))).is_ok(), "a title may be merged");
    assert!(Table::of(with(merged(2, 2))).is_ok(), "a head that spans columns leaves some without a name");
    let fault = Table::of(with(merged(3, 4))).expect_err("merged answers");
    assert_eq!((fault.sheet.as_deref(), fault.line, fault.column), (Some("Svar"), Some(3), Some(2)));
    assert_eq!(why(with(merged(2, 3))), FileProblem::Merged);
    let ragged = Sheet { text: true, ..sheet(&["Id|1.3", "1|4|5"]) };
    assert_eq!(why(ragged), FileProblem::RowLength(2, 3));
}

#[test]
fn a_mapping_comes_back_as_it_was_written() {
    let table = table(&["Id|Gruppe|1.3", "1|Brugere|Super"]);
    let mut mapping = propose(&table, &recovery(), &short_users(), &[], None).mapping;
    mapping.answers.insert("super".into(), Meaning::Answer(Answer::Step(5)));
    mapping.answers.insert("7".into(), Meaning::Refused);
    mapping.groups.insert("beboer".into(), "users".into());
    let text = toml::to_string(&mapping).expect("text");
    assert_eq!(toml::from_str::<Mapping>(&text).expect("a mapping"), mapping, "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever stands in a file: what is taken is on the scale and asked, and every row is taken, refused or blank.
    #[test]
    fn nothing_off_the_scale_gets_in(cells in prop::collection::vec(prop::collection::vec("[0-9A-Za-zæøå ,.#=-]{0,6}", 5), 1..12)) {
        let heads = "Gruppe|p1|p2|p3|q1";
        let lines: Vec<String> = cells.iter().map(|row| row.join("|")).collect();
        let lines: Vec<&str> = [heads].into_iter().chain(lines.iter().map(String::as_str)).collect();
        let Ok(table) = Table::of(sheet(&lines)) else { return Ok(()) };
        let instrument = small();
        let forms = BTreeMap::from([("people".into(), Form::Short)]);
        let only = GroupId::from("people");
        let mut mapping = propose(&table, &instrument, &forms, &[], Some(&only)).mapping;
        mapping.roles = vec![Role::LeaveOut, Role::Indicator("p1".into()), Role::Indicator("p2".into()), Role::Indicator("p3".into()), Role::Indicator("q1".into())];
        mapping.roles.resize(table.heads.len(), Role::LeaveOut);
        let rules = Rules { instrument: &instrument, forms: &forms, units: &[], longest_text: 2000 };
        let checked = check(&table, &mapping, rules).expect("a mapping that fits");
        for row in &checked.taken {
            for (id, answer) in &row.answers.0 {
                prop_assert!(["p1", "p2", "q1"].contains(&id.as_str()));
                prop_assert!(!matches!(answer, Answer::Step(step) if !(1..=5).contains(step)));
            }
        }
        let refused: std::collections::BTreeSet<u64> = checked.refused.iter().map(|cell| cell.line).collect();
        prop_assert_eq!(checked.taken.len() + checked.blank + refused.len(), table.rows.len());
    }
}
