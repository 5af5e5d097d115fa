//! Real and drawn answers scored here and by R (`data/sets.R`): every cell of the file of scores and every figure that
//! JSON has beside it, to 1e-9.

mod support;

use screening::answers::read_rows;
use screening::comparison::{Reason, Round};
use screening::picture::{Kind, Picture};
use screening::scoring::Scorer;
use serde_json::Value;
use std::collections::BTreeSet;
use support::real::{Case, cells, file};

/// Real answers, 2 to 11 steps; where they are from stands in `data/README.md`.
const REAL: [&str; 12] = [
    "epi-1",
    "epi-2",
    "verbal-yes-no",
    "verbal",
    "sai-1",
    "sai-2",
    "lead",
    "beliefs",
    "bfi",
    "gratitude-7",
    "gratitude-9",
    "election",
];

/// Drawn answers, one set for each number of steps that the contract allows.
const DRAWN: [&str; 10] = [
    "drawn-2", "drawn-3", "drawn-4", "drawn-5", "drawn-6", "drawn-7", "drawn-8", "drawn-9", "drawn-10",
    "drawn-11",
];

fn figure(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Whether our cell is R's: the same text, or the same number to 1e-9.
fn same(our: &str, r: &str) -> bool {
    our == r || figure(our).zip(figure(r)).is_some_and(|(our, r)| (our - r).abs() < 1e-9)
}

/// Compares each cell of the file of scores; gives how many of them are figures.
fn csv_is_that_of_r(name: &str, picture: &Picture) -> usize {
    let mut ours = Vec::new();
    picture.write_csv(&mut ours).expect("a file");
    let (ours, from_r) =
        (cells(std::str::from_utf8(&ours).expect("UTF-8")), cells(&file(name, "scores.csv")));
    let mut figures = 0;
    for (our, r) in ours.iter().zip(&from_r) {
        let alike = our.len() == r.len() && our.iter().zip(r).all(|(our, r)| same(our, r));
        assert!(alike, "{name}\nours {our:?}\nR    {r:?}");
        // From the sixth column on: n and what follows.
        figures += r[5..].iter().filter(|cell| figure(cell).is_some()).count();
    }
    assert_eq!(ours.len(), from_r.len(), "{name}: as many rows");
    figures
}

/// Compares what JSON has beside the rows, both ways: nothing is missing and nothing is there that R has not.
fn json_is_that_of_r(name: &str, picture: &Picture) -> usize {
    let mut json = Vec::new();
    picture.write_json(&mut json).expect("a file");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let mut ours: Vec<[String; 4]> = Vec::new();
    for row in json["rows"].as_array().expect("rows") {
        let named =
            |what: &str, figure: String| [what.to_owned(), text(row, "code"), text(row, "group"), figure];
        for what in ["invited", "response_rate"] {
            ours.extend(row.get(what).filter(|found| !found.is_null()).map(|f| named(what, f.to_string())));
        }
        if let Some(steps) = row.get("distribution").and_then(Value::as_array) {
            let steps: Vec<String> = steps.iter().map(Value::to_string).collect();
            ours.push(named("distribution", steps.join(" ")));
        }
    }
    for (code, mean) in json["equal_voice"].as_object().expect("means") {
        ours.push(["equal_voice".to_owned(), code.clone(), String::new(), mean.to_string()]);
    }
    let mut from_r = cells(&file(name, "beside.csv"));
    from_r.remove(0);
    for r in &from_r {
        let our = ours.iter().find(|our| our[..3] == r[..3]);
        assert!(our.is_some_and(|our| same(&our[3], &r[3])), "{name}\nours {our:?}\nR    {r:?}");
    }
    assert_eq!(ours.len(), from_r.len(), "{name}: as many figures");
    from_r.len()
}

/// JSON has the same rows as CSV, cell by cell.
fn json_has_the_rows_of_csv(picture: &Picture) {
    let (mut csv, mut json) = (Vec::new(), Vec::new());
    picture.write_csv(&mut csv).expect("a file");
    picture.write_json(&mut json).expect("a file");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let csv = cells(std::str::from_utf8(&csv).expect("UTF-8"));
    let (columns, csv) = csv.split_first().expect("a header");
    let rows = json["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), csv.len());
    for (row, cells) in rows.iter().zip(csv) {
        for (column, cell) in columns.iter().zip(cells) {
            let same = match &row[column] {
                Value::Null => cell.is_empty(),
                Value::String(text) => text == cell,
                number => same(&number.to_string(), cell),
            };
            assert!(same, "{column}: {row} against {cells:?}");
        }
    }
}

fn compare(names: &[&'static str]) -> usize {
    let mut figures = 0;
    for name in names {
        let picture = Case::read(name).picture();
        figures += csv_is_that_of_r(name, &picture) + json_is_that_of_r(name, &picture);
        json_has_the_rows_of_csv(&picture);
    }
    figures
}

#[test]
fn every_figure_of_real_answers_is_that_of_r() {
    let figures = compare(&REAL);
    println!("{figures} figures of {} sets of real answers", REAL.len());
    assert!(figures > 10_000, "{figures} figures");
}

#[test]
fn so_is_every_figure_of_drawn_answers_on_2_to_11_steps() {
    let figures = compare(&DRAWN);
    println!("{figures} figures of {} sets of drawn answers", DRAWN.len());
    assert!(figures > 2_000, "{figures} figures");
    let steps: BTreeSet<usize> = DRAWN.iter().map(|name| Case::read(name).instrument.scale.steps()).collect();
    assert_eq!(steps, (2..=11).collect());
}

#[test]
fn so_it_is_when_parts_are_read_apart_and_merged() {
    for name in ["bfi", "lead", "verbal", "drawn-9"] {
        let case = Case::read(name);
        let scorer = || Scorer::new(&case.instrument, &case.forms);
        let mut parts = [scorer(), scorer(), scorer()];
        read_rows(case.answers.as_bytes(), &case.instrument, &case.forms, |row| {
            parts[usize::try_from(row.line * row.line % 3).expect("a part")].add_row(
                row.group,
                row.unit,
                row.answers,
            );
        })
        .expect("a sound file");
        let [mut one, other, third] = parts;
        one.merge(third);
        one.merge(other);
        csv_is_that_of_r(name, &case.disclosed(&one));
    }
}

#[test]
fn every_change_is_that_of_r() {
    let (mut figures, mut listed) = (0, 0);
    for (earlier, later) in [("sai-1", "sai-2"), ("epi-1", "epi-2")] {
        let (before, now) = (Case::read(earlier), Case::read(later));
        let (earlier, later) = (before.picture(), now.picture());
        let found = screening::comparison::compare(
            Round { picture: &earlier, instrument: &before.instrument },
            Round { picture: &later, instrument: &now.instrument },
        );
        let mut from_r = cells(&file(now.name, "changes.csv"));
        from_r.remove(0);
        let (lists, changes): (Vec<_>, Vec<_>) = from_r.into_iter().partition(|row| !row[7].is_empty());
        let kind = |kind: Kind| if kind == Kind::Indicator { "indicator" } else { "focus_point" };
        assert_eq!(found.changes.len(), changes.len());
        for (our, r) in found.changes.iter().zip(&changes) {
            assert_eq!([kind(our.kind), &our.code, our.group.as_str()], [&r[0], &r[1], &r[2]]);
            assert_eq!(format!("{:?}", our.shown).to_lowercase(), r[6], "{our:?}");
            let ours = [our.difference, our.interval.map(|i| i.low), our.interval.map(|i| i.high)];
            for (our, r) in ours.iter().zip(&r[3..6]) {
                let same = our.map_or(r.is_empty(), |our| figure(r).is_some_and(|r| (our - r).abs() < 1e-9));
                assert!(same, "{our:?} against {r}");
                figures += usize::from(our.is_some());
            }
        }
        let reason = |reason| match reason {
            Reason::New => "new",
            Reason::Gone => "gone",
            Reason::Wording => "wording",
            Reason::Statements => "items",
            other => panic!("{other:?}"),
        };
        let ours: Vec<_> = found
            .not_comparable
            .iter()
            .map(|one| [kind(one.kind), &one.code, one.group.as_str(), reason(one.reason)].map(str::to_owned))
            .collect();
        let lists: Vec<_> = lists.iter().map(|r| [0_usize, 1, 2, 7].map(|place| r[place].clone())).collect();
        assert_eq!(ours, lists);
        listed += lists.len();
    }
    println!("{figures} figures of change, {listed} not comparable");
    assert!(figures > 150 && listed > 50);
}

/// The sets meet every state that a row can have, in every kind of row.
#[test]
fn the_sets_meet_every_rule() {
    let mut met: BTreeSet<(Kind, bool, String)> = BTreeSet::new();
    for name in REAL.iter().chain(&DRAWN) {
        for row in Case::read(name).picture().rows {
            met.insert((row.kind, row.unit.is_some(), format!("{:?}", row.shown)));
        }
    }
    let states = |kind: Kind, unit: bool| -> Vec<String> {
        met.iter().filter(|met| (met.0, met.1) == (kind, unit)).map(|met| met.2.clone()).collect()
    };
    for kind in [Kind::Indicator, Kind::FocusPoint, Kind::Value, Kind::Gap] {
        assert_eq!(states(kind, false), ["Few", "Mean", "Yes"], "{kind:?}");
    }
    assert_eq!(states(Kind::FocusPoint, true), ["Derived", "Few", "Mean"]);
}
