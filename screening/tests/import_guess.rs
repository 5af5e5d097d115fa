//! Files of other programs: what is guessed of their columns, and what their words mean.

mod support;

use screening::answers::Answer;
use screening::answers::import::{
    Checked, Mapping, Role, Rules, Sheet, SheetRow, Table, Words, check, known_group, propose,
};
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use std::collections::BTreeMap;
use support::{odd, recovery};

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
    let forms = short_users();
    let rules = Rules { instrument, forms: &forms, units, longest_text: 2000 };
    check(table, mapping, rules).expect("a mapping that fits")
}

fn roles(mapping: &Mapping) -> Vec<String> {
    mapping.roles.iter().cloned().map(String::from).collect()
}

/// Heads as each program writes them, for the same three statements to the users.
#[test]
fn the_columns_of_every_program_are_known_by_id_or_statement() {
    let users = GroupId::from("users");
    let asked = ["indicator 1.3", "indicator 1.4", "indicator 2.2"];
    for heads in [
        ["1.3", "1.4", "2.2"],
        ["Q1_3", "Q1_4", "Q2_2"],
        ["s_1_3", "s_1_4", "s_2_2"],
        ["Q1[1_3]", "Q1[1_4]", "Q2[2_2]"],
        ["1.3 Lederen taler om os med respekt.", "1.4", "2.2 - alvorligt"],
        [
            "Hvor enig er du? [Lederen taler om os med respekt.]",
            "1.4",
            "Når jeg siger noget, bliver jeg taget alvorligt",
        ],
        [
            "LEDEREN taler om os, med respekt",
            "Jeg kan få hjælp til at komme videre når jeg er klar",
            "At blive taget alvorligt",
        ],
    ] {
        let heads = format!("Navn|{}|E-mail", heads.join("|"));
        let table = table(&[&heads, "Bente|4|I høj grad|Ved ikke|bente@example.dk"]);
        let proposal = propose(&table, &recovery(), &short_users(), &[], Some(&users));
        assert_eq!(roles(&proposal.mapping)[1..4], asked, "{heads}");
        assert_eq!(
            (&proposal.mapping.roles[0], &proposal.mapping.roles[4]),
            (&Role::LeaveOut, &Role::LeaveOut)
        );
        assert!(!proposal.by_order);
    }
}

/// The users' order begins with focus point 2 and ends with 1.
#[test]
fn without_a_name_the_order_is_a_guess_that_says_so() {
    let users = GroupId::from("users");
    let heads = (1..=16).map(|n| format!("var{n}x")).collect::<Vec<_>>().join("|");
    let table = table(&[&format!("Dato|{heads}"), &format!("1.2.2026|{}", ["3"; 16].join("|"))]);
    let proposal = propose(&table, &recovery(), &short_users(), &[], Some(&users));
    assert!(proposal.by_order);
    let roles = roles(&proposal.mapping);
    assert_eq!(
        (roles[0].as_str(), roles[1].as_str(), roles[16].as_str()),
        ("leave-out", "indicator 2.2", "indicator 1.4")
    );
}

#[test]
fn group_unit_and_number_are_found_and_free_text_is_left_out() {
    let table =
        table(&["Id|Hvem er du?|Hvor?|1.3|Andet?", "7|Bruger|nord|4|Bente er sød", "8|Medarbejder|Syd|5|"]);
    let units = ["Nord".to_owned(), "Syd".to_owned()];
    let proposal = propose(&table, &recovery(), &short_users(), &units, None);
    assert_eq!(roles(&proposal.mapping), ["response_id", "group", "unit", "indicator 1.3", "leave-out"]);
    let checked = checked(&table, &proposal.mapping, &recovery(), &units);
    assert_eq!(checked.refused, []);
    let rows: Vec<_> = checked.taken.iter().map(|row| (row.group.as_str(), row.unit.as_deref())).collect();
    assert_eq!(rows, [("users", Some("Nord")), ("staff", Some("Syd"))]);
    assert_eq!(checked.counts(&recovery()), [("staff".into(), 1), ("users".into(), 1)]);
}

#[test]
fn a_word_means_what_a_person_would_say_it_means() {
    let words = Words::of(&recovery());
    for (cell, meaning) in [
        ("4", Some(Answer::Step(4))),
        ("4,0", Some(Answer::Step(4))),
        ("4.0", Some(Answer::Step(4))),
        (" I høj grad ", Some(Answer::Step(4))),
        ("i HØJ grad.", Some(Answer::Step(4))),
        ("4 - I høj grad", Some(Answer::Step(4))),
        ("4: I høj grad", Some(Answer::Step(4))),
        ("I høj grad (4)", Some(Answer::Step(4))),
        ("A4", Some(Answer::Step(4))),
        ("I meget lille grad", Some(Answer::Step(1))),
        ("Ved ikke", Some(Answer::DontKnow)),
        ("DK", Some(Answer::DontKnow)),
        ("9 - Ved ikke", Some(Answer::DontKnow)),
        ("Ikke relevant for mig", Some(Answer::NotApplicable)),
        ("N/A", Some(Answer::NotApplicable)),
        ("", Some(Answer::Blank)),
        ("Ubesvaret", Some(Answer::Blank)),
        // Another scale's words, another end's number, codes off the scale, dates of Excel: nobody guesses.
        ("4 - I mindre grad", None),
        ("4 - Enig", None),
        ("6", None),
        ("0", None),
        ("-1", None),
        ("99", None),
        ("4,5", None),
        ("A6", None),
        ("A0", None),
        ("46026", None),
        ("#REF!", None),
        ("=A1+1", None),
        ("Jeg ved det ikke helt", None),
    ] {
        assert_eq!(words.recognise(cell), meaning, "{cell:?}");
    }
    // On a scale from 0 to 10 the first choice is 0.
    assert_eq!(Words::of(&odd()).recognise("A1"), Some(Answer::Step(0)));
    assert_eq!(Words::of(&odd()).recognise("10"), Some(Answer::Step(10)));
}

#[test]
fn a_group_goes_by_its_name_or_one_of_them() {
    for (word, group) in [
        ("users", Some("users")),
        ("Brugere", Some("users")),
        ("bruger", Some("users")),
        ("Medarbejder", Some("staff")),
        ("Leder", Some("leaders")),
        ("Pårørende", None),
        ("b", None),
        ("", None),
    ] {
        assert_eq!(known_group(&recovery(), word), group.map(GroupId::from), "{word:?}");
    }
}
