//! Scores as a file: what stands in it, character by character.

mod support;

use screening::disclosure::disclose;
use screening::export::Export;
use screening::language::of;
use screening::picture::Picture;
use screening::settings::GroupSize;
use support::{invited, response, score, small};

/// Ten people on q1: seven 5, two 4, one 1; six in »Nord, øst«. One leader with 2. Nobody of the crew.
fn found() -> Picture {
    let small = small();
    let mut responses = Vec::new();
    for (place, q1) in ["5", "5", "5", "5", "5", "5", "5", "4", "4", "1"].iter().enumerate() {
        let unit = if place < 6 { "Nord, øst" } else { "" };
        responses.push(response(&small, "people", unit, &format!("- - - - {q1}")));
    }
    responses.push(response(&small, "chiefs", "", "- - - - 2"));
    disclose(&score(&small, &responses, &invited(&[("people", 40)])), &small, GroupSize::default())
}

fn csv(write: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<String> {
    let mut file = Vec::new();
    write(&mut file).expect("a file");
    let file = String::from_utf8(file).expect("UTF-8");
    assert!(file.ends_with('\n') && !file.contains('\r'));
    file.lines().map(str::to_owned).collect()
}

#[test]
fn full_precision_as_csv() {
    let lines = csv(|file| found().write_csv(file));
    assert_eq!(
        lines[0],
        "kind,code,group,unit,other_group,n,mean,sd,ci_low,ci_high,agree,agree_low,agree_high,dk,na,blank,alpha,shown"
    );
    assert_eq!(
        lines[1..5],
        [
            "group,,chiefs,,,1,,,,,,,,,,,,yes",
            "group,,people,,,10,,,,,,,,,,,,yes",
            "group,,people,\"Nord, øst\",,6,,,,,,,,,,,,yes",
            "group,,crew,,,0,,,,,,,,,,,,yes",
        ]
    );
    assert!(lines.contains(&"indicator,q1,chiefs,,,1,2,,,,,,,,,,,mean".to_owned()));
    assert!(lines.contains(&"indicator,p1,people,,,,,,,,,,,,,,,few".to_owned()));
    // Mean 44/10; sd: squares 7·0.36 + 2·0.16 + 11.56 = 14.4 over 9 = 1.6; nine of ten agree.
    let own = lines.iter().find(|line| line.starts_with("indicator,q1,people,")).expect("the row");
    let cells: Vec<&str> = own.split(',').collect();
    assert_eq!((cells[5], cells[6], cells[10], cells[17]), ("10", "4.4", "0.9", "yes"));
    assert!((cells[7].parse::<f64>().expect("sd") - 1.6_f64.sqrt()).abs() < 1e-12);
    assert_eq!(cells[13..17], ["", "", "", ""], "counts under k");
    // Four are outside the unit, who could be found: it is hidden.
    assert!(lines.contains(&"focus_point,q,people,\"Nord, øst\",,,,,,,,,,,,,,derived".to_owned()));
    let gap = lines.iter().find(|line| line.starts_with("gap,q1,chiefs,,people,")).expect("the gap");
    let cells: Vec<&str> = gap.split(',').collect();
    assert!((cells[6].parse::<f64>().expect("a difference") + 2.4).abs() < 1e-12);
    assert_eq!((cells[5], cells[8], cells[17]), ("", "", "mean"));
}

#[test]
fn the_same_as_json_with_what_csv_has_no_room_for() {
    let mut file = Vec::new();
    found().write_json(&mut file).expect("a file");
    let text = String::from_utf8(file).expect("UTF-8");
    assert!(text.contains("\"mean\": 2,") && !text.contains(".0,"), "whole numbers stand without .0");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let rows = json["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), csv(|file| found().write_csv(file)).len() - 1);
    let row = |kind: &str, code: &str, group: &str| {
        let own =
            |row: &&serde_json::Value| row["kind"] == kind && row["group"] == group && row["unit"].is_null();
        rows.iter()
            .filter(own)
            .find(|row| row["code"].as_str().unwrap_or("") == code)
            .expect("the row")
            .clone()
    };
    let people = row("group", "", "people");
    assert_eq!((&people["invited"], &people["response_rate"]), (&40.into(), &0.25.into()));
    assert!(row("group", "", "chiefs")["invited"].is_null());
    assert_eq!(row("indicator", "q1", "people")["distribution"], serde_json::json!([1, 0, 0, 2, 7]));
    assert!(row("indicator", "q1", "chiefs").get("distribution").is_none());
    assert!(row("focus_point", "q", "people").get("distribution").is_none());
    assert_eq!(json["equal_voice"], serde_json::json!({}), "the crew is not shown");
}

#[test]
fn published_as_csv_has_bounds_and_no_formulas() {
    let small = small();
    let mut responses: Vec<_> = (0..6).map(|_| response(&small, "people", "=1+1", "- - - - 5")).collect();
    responses.extend((0..10).map(|_| response(&small, "crew", "", "- - - - 2")));
    let published =
        disclose(&score(&small, &responses, &invited(&[])), &small, GroupSize::default()).published(&small);
    let lines = csv(|file| published.write_csv(file));
    for line in [
        "indicator,q1,people,,,6,>4.5,,,,,,,,,,,mean",
        "focus_point,q,people,'=1+1,,6,>4.5,,,,,,,,,,,mean",
        "gap,q1,people,,crew,,>2.5,,,,,,,,,,,mean",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line}");
    }
    // Ten alike: Wilson 0 to 27.8 %.
    assert!(lines.contains(&"indicator,q1,crew,,,10,2,0,2,2,0,0,0.28,,,,,yes".to_owned()), "{lines:#?}");
}

#[test]
fn for_danish_excel_the_same_rows_with_comma_semicolon_and_names() {
    let small = small();
    let mut responses: Vec<_> = (0..6).map(|_| response(&small, "people", "1-2", "- - - - 5")).collect();
    responses
        .extend((0..10).map(|number| response(&small, "crew", "", ["- - - - 2", "- - - - 3"][number % 2])));
    responses.push(response(&small, "chiefs", "", "- - - - 2"));
    let published =
        disclose(&score(&small, &responses, &invited(&[])), &small, GroupSize::default()).published(&small);
    let (mut excel, mut machine) = (Vec::new(), Vec::new());
    published.write_excel_csv(&small, of("da"), &mut excel).expect("a file");
    published.write_csv(&mut machine).expect("a file");
    let excel = String::from_utf8(excel).expect("UTF-8");
    let machine = String::from_utf8(machine).expect("UTF-8");
    let lines: Vec<&str> = excel.strip_prefix('\u{feff}').expect("a byte-order mark").split("\r\n").collect();
    let heads = machine.lines().next().expect("heads").replace(',', ";");
    assert_eq!(lines[0], format!("{heads};title;group_title;other_group_title"));
    assert_eq!((lines.len(), lines.last()), (machine.lines().count() + 1, Some(&"")));
    // Mean 2.5; sd sqrt(10·0.25/9) = 0.527; t(9) = 2.2622: half 0.377.
    assert!(
        lines.contains(&"indicator;q1;crew;;;10;2,5;0,5;2,1;2,9;0;0;0,28;;;;;yes;c;Ansatte;"),
        "{lines:#?}"
    );
    assert!(lines.contains(&"indicator;q1;people;;;6;>4,5;;;;;;;;;;;mean;c;Brugere;"), "{lines:#?}");
    assert!(
        lines.contains(&"focus_point;q;people;1-2\u{a0};;6;>4,5;;;;;;;;;;;mean;Q;Brugere;"),
        "{lines:#?}"
    );
    // 2 - 2.5, and nobody took the minus for a formula.
    assert!(lines.contains(&"gap;q1;chiefs;;crew;;-0,5;;;;;;;;;;;mean;c;Ledere;Ansatte"), "{lines:#?}");
}

#[test]
fn a_file_holds_no_figure_that_only_leaders_would_have() {
    let small = small();
    let mut responses: Vec<_> = (0..3).map(|_| response(&small, "chiefs", "", "2 2 2 2 2")).collect();
    responses.extend((0..6).map(|_| response(&small, "people", "", "- - - - 3")));
    let numbers = invited(&[("chiefs", 3), ("people", 7)]);
    let published =
        disclose(&score(&small, &responses, &numbers), &small, GroupSize::default()).published(&small);
    let export = Export::new(&published, &small, of("da"), ("Stedet", "Efterår"), (2026, 11, 21));
    let lines = csv(|file| export.figures.write_csv(file));
    for line in [
        "group,,chiefs,,,3,,,,,,,,,,,,yes",
        "indicator,p1,chiefs,,,,,,,,,,,,,,,derived",
        "focus_point,p,chiefs,,,,,,,,,,,,,,,derived",
        "value,v,chiefs,,,,,,,,,,,,,,,derived",
        "indicator,q1,chiefs,,,3,2,,,,,,,,,,,mean",
        "indicator,q1,people,,,6,3,,,,,,,,,,,mean",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line}\n{lines:#?}");
    }
    let people = export.figures.groups.iter().find(|count| count.group.as_str() == "people").expect("people");
    assert_eq!(people.response_rate, Some(0.86), "6 of 7 in whole per cent");
}
