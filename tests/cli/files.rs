//! What needs no database: scores, reports, instruments, wrong use.

use super::{folder, run};
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

/// The indicators of the shipped instrument, in its order.
fn indicators() -> Vec<String> {
    (1..=8).flat_map(|point| (1..=4).map(move |number| format!("{point}.{number}"))).collect()
}

/// A file with a row a person, in which some indicators are answered.
fn file(rows: &[(&str, &[(&str, &str)])]) -> String {
    let mut text = format!("response_id,group,{}\n", indicators().join(","));
    for (number, (group, given)) in rows.iter().enumerate() {
        let cells = indicators().into_iter().map(|indicator| {
            given.iter().find(|(known, _)| *known == indicator).map_or("", |(_, answer)| *answer)
        });
        text.push_str(&format!("{number},{group},{}\n", cells.collect::<Vec<_>>().join(",")));
    }
    text
}

const SCORE: [&str; 5] = ["score", "--instrument", "recovery-orientering", "--responses", "-"];

/// The cells of the all-units row of a kind, code and group, by column.
fn row(csv: &str, kind: &str, code: &str, group: &str) -> Vec<String> {
    csv.lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .find(|cells| cells[..4] == [kind, code, group, ""])
        .unwrap_or_else(|| panic!("no {kind} {code} {group} in\n{csv}"))
}

/// Ten users on 2.1: 3 3 4 4 4 4 5 5 5 5. Sum 42, mean 4.2. Squares about the mean 2 × 1.44 + 4 × 0.04 + 4 × 0.64
/// = 5.6, over 9 and the root: 0.788811. Eight of ten agree; Wilson's interval of 8/10 is 0.4902 to 0.9433.
/// t(0.975, 9) = 2.262157, so the interval is 4.2 ± 2.262157 × 0.788811 / √10 = 3.635714 to 4.764286.
#[test]
fn score_gives_the_figures_worked_by_hand() {
    let answers = ["3", "3", "4", "4", "4", "4", "5", "5", "5", "5"];
    let given: Vec<[(&str, &str); 1]> = answers.iter().map(|answer| [("2.1", *answer)]).collect();
    let mut rows: Vec<(&str, &[(&str, &str)])> = given.iter().map(|one| ("users", one.as_slice())).collect();
    rows.push(("leaders", &[("2.1", "5")]));
    let (code, out, errors) = run(&SCORE, &file(&rows));
    assert_eq!((code, errors.as_str()), (0, ""));
    assert_eq!(
        out.lines().next().unwrap(),
        "kind,code,group,unit,other_group,n,mean,sd,ci_low,ci_high,agree,agree_low,agree_high,dk,na,blank,alpha,shown"
    );
    let users = row(&out, "indicator", "2.1", "users");
    assert_eq!((users[5].as_str(), users[6].as_str(), users[10].as_str()), ("10", "4.2", "0.8"));
    let near = |cell: usize, value: f64| {
        let found: f64 = users[cell].parse().unwrap();
        assert!((found - value).abs() < 1e-4, "column {cell}: {found} instead of {value}");
    };
    near(7, 0.788_811);
    near(8, 3.635_714);
    near(9, 4.764_286);
    near(11, 0.4902);
    near(12, 0.9433);
    assert_eq!(users[17], "yes");
    // One leader stands in role: mean, and nothing that tells more.
    assert_eq!(
        row(&out, "indicator", "2.1", "leaders")[5..],
        ["1", "5", "", "", "", "", "", "", "", "", "", "", "mean"]
    );
    // Nobody answered 2.2: no figure at all.
    assert_eq!(
        row(&out, "indicator", "2.2", "users")[5..],
        ["", "", "", "", "", "", "", "", "", "", "", "", "few"]
    );
    assert_eq!(row(&out, "group", "", "users")[5], "10");
}

#[test]
fn score_writes_json_with_the_same_figures() {
    let given = [("2.1", "4")];
    let rows = [("users", given.as_slice()); 10];
    let (code, out, _) =
        run(&[SCORE.as_slice(), &["--format", "json", "--invited", "users=40"]].concat(), &file(&rows));
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let users =
        json["rows"].as_array().unwrap().iter().find(|row| row["code"] == "2.1" && row["group"] == "users");
    assert_eq!(users.unwrap()["distribution"], serde_json::json!([0, 0, 0, 10, 0]));
    let group =
        json["rows"].as_array().unwrap().iter().find(|row| row["kind"] == "group" && row["group"] == "users");
    assert_eq!((&group.unwrap()["invited"], &group.unwrap()["response_rate"]), (&40.into(), &0.25.into()));
}

#[test]
fn a_broken_file_is_refused_with_line_and_column_and_prints_nothing() {
    for (answer, said) in [("6", "line 3"), ("04", "line 3"), ("ja", "line 3")] {
        let text = file(&[("users", &[("2.1", "4")]), ("users", &[("2.1", answer)])]);
        let (code, out, errors) = run(&SCORE, &text);
        assert_eq!((code, out.as_str()), (1, ""), "{answer}");
        assert!(errors.contains(said) && errors.contains("column 2.1"), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
    }
    let (code, _, errors) = run(&SCORE, "");
    assert_eq!(code, 1);
    assert!(errors.contains("standard input"), "{errors}");
}

#[test]
fn wrong_use_ends_with_two() {
    let with = |more: &[&str]| run(&[SCORE.as_slice(), more].concat(), &file(&[])).0;
    assert_eq!(with(&["--min-group-size", "4"]), 2);
    assert_eq!(with(&["--min-group-size", "5"]), 0);
    assert_eq!(with(&["--invited", "neighbours=4"]), 2);
    assert_eq!(with(&["--invited", "users=4,users=5"]), 2);
    assert_eq!(with(&["--short", "neighbours"]), 2);
    assert_eq!(with(&["--colour", "blue"]), 2);
    assert_eq!(run(&["bake"], "").0, 2);
    assert_eq!(run(&["serve", "--public-url", "pejling.example.dk"], "").0, 2);
    assert_eq!(
        run(
            &["report", "--instrument", "x", "--responses", "-", "--organisation", "x", "--out", "a.txt"],
            ""
        )
        .0,
        2
    );
    assert_eq!(run(&["--help"], "").0, 0);
}

#[test]
fn more_answers_than_invited_is_a_warning() {
    let rows = [("users", [("2.1", "4")].as_slice()); 10];
    let (code, out, errors) = run(&[SCORE.as_slice(), &["--invited", "users=9"]].concat(), &file(&rows));
    assert_eq!(code, 0);
    assert!(errors.contains("warning") && errors.contains("users") && errors.contains('9'), "{errors}");
    assert!(!out.is_empty());
}

#[test]
fn the_short_form_asks_only_its_own() {
    let short = [SCORE.as_slice(), &["--short", "users"]].concat();
    assert_eq!(run(&short, &file(&[("users", &[("2.2", "4")])])).0, 0);
    let (code, _, errors) = run(&short, &file(&[("users", &[("2.1", "4")])]));
    assert_eq!(code, 1);
    assert!(errors.contains("column 2.1"), "{errors}");
}

#[test]
fn an_instrument_is_checked_and_its_faults_are_told() {
    let odd = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments/odd");
    let (code, out, errors) = run(&["instrument", "check", odd], "");
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(out.contains("odd-scale") && out.contains("4 groups"), "{out}");
    let folder = folder("instrument");
    for name in ["instrument.toml", "da.toml"] {
        fs::copy(Path::new(odd).join(name), folder.join(name)).unwrap();
    }
    let structure = fs::read_to_string(folder.join("instrument.toml")).unwrap();
    fs::write(folder.join("instrument.toml"), structure.replace("max = 10", "max = 11")).unwrap();
    let (code, out, errors) = run(&["instrument", "check", folder.to_str().unwrap()], "");
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(errors.contains("instrument.toml:8") && errors.contains("scale"), "{errors}");
    assert_eq!(run(&["instrument", "check", "/findes/ikke"], "").0, 1);
}

#[test]
fn a_report_is_written_as_pdf_as_html_and_as_a_word_document_with_the_same_figures() {
    let folder = folder("report");
    let given: Vec<(String, String)> =
        indicators().into_iter().zip((0..).map(|number: u32| (number % 3 + 3).to_string())).collect();
    let answers = folder.join("answers.csv");
    let asked = asked_of_users();
    let users: Vec<(&str, &str)> = given
        .iter()
        .filter(|(indicator, _)| asked.contains(indicator))
        .map(|(indicator, answer)| (indicator.as_str(), answer.as_str()))
        .collect();
    fs::write(&answers, file(&[("users", users.as_slice()); 12])).unwrap();
    let write = |name: &str| {
        let out = folder.join(name);
        let arguments = [
            "report",
            "--instrument",
            "recovery-orientering",
            "--responses",
            answers.to_str().unwrap(),
            "--organisation",
            "Bostedet Åkanden",
            "--invited",
            "users=30",
            "--out",
            out.to_str().unwrap(),
        ];
        let (code, _, errors) = run(&arguments, "");
        (code, errors, fs::read(&out).unwrap_or_default())
    };
    let (code, errors, pdf) = write("report.pdf");
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(pdf.starts_with(b"%PDF-"));
    let (code, errors, html) = write("report.html");
    assert_eq!((code, errors.as_str()), (0, ""));
    let html = String::from_utf8(html).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("Bostedet Åkanden"));
    let (code, errors, docx) = write("report.docx");
    assert_eq!((code, errors.as_str()), (0, ""));

    let on_the_page = figures(&html.split_once("<main").unwrap().1.replace("&nbsp;", "\u{a0}"));
    assert!(on_the_page.len() > 5, "{on_the_page:?}");
    assert_eq!(figures(&document(&docx)), on_the_page);
    // Where the program that reads a PDF is installed.
    if let Some(printed) = printed(&folder.join("report.pdf")) {
        assert_eq!(figures(&printed), on_the_page);
    }
}

/// Every number with a decimal, and every n, of a text: the tags of a page aside.
fn figures(text: &str) -> BTreeSet<String> {
    let mut said = String::new();
    let mut outside = true;
    for letter in text.chars() {
        match letter {
            '<' => outside = false,
            '>' => {
                outside = true;
                said.push(' ');
            }
            '\u{a0}' if outside => said.push(' '),
            letter if outside => said.push(letter),
            _ => {}
        }
    }
    let words: Vec<&str> = said
        .split(|sign: char| sign.is_whitespace() || "();:–".contains(sign))
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let decimal = |word: &&str| number(word) && word.trim_end_matches([',', '.']).contains(',');
    let mut found: BTreeSet<String> = words
        .iter()
        .copied()
        .filter(decimal)
        .map(|word| word.trim_end_matches([',', '.']).to_owned())
        .collect();
    found.extend(
        words
            .windows(3)
            .filter(|words| words[0] == "n" && words[1] == "=")
            .map(|words| format!("n = {}", words[2].trim_end_matches(|sign: char| !sign.is_ascii_digit()))),
    );
    found
}

/// The words of a Word document.
fn document(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words of a PDF.
fn printed(pdf: &Path) -> Option<String> {
    let output =
        std::process::Command::new("pdftotext").args(["-raw", "-nopgbrk"]).arg(pdf).arg("-").output();
    String::from_utf8(output.ok()?.stdout).ok()
}

/// What the shipped instrument asks users, from the file itself.
fn asked_of_users() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/instruments/recovery-orientering/instrument.toml");
    let instrument: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let points = instrument["focus_points"].as_array().unwrap();
    points
        .iter()
        .flat_map(|point| point["indicators"].as_array().unwrap())
        .filter(|indicator| {
            let groups = indicator.get("groups").and_then(toml::Value::as_array);
            groups.is_none_or(|groups| groups.iter().any(|group| group.as_str() == Some("users")))
        })
        .map(|indicator| indicator["id"].as_str().unwrap().to_owned())
        .collect()
}

/// As the instruments' own README has it: a sheet, edited, and a folder again.
#[test]
fn an_instrument_goes_to_a_spreadsheet_and_back() {
    let folder = folder("sheet");
    let sheet = folder.join("sheet.csv");
    let csv = sheet.to_str().unwrap();
    let (code, out, errors) = run(&["instrument", "export", "recovery-orientering", "--csv", csv], "");
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(out.contains("32 indicators"), "{out}");
    let text = fs::read_to_string(&sheet).unwrap();

    let own = text
        .replace("\"recovery-orientering\"", "\"vores-egen\"")
        .replace("Jeg kan vælge mellem", "Her kan jeg vælge mellem");
    fs::write(&sheet, own).unwrap();
    let into = folder.to_str().unwrap();
    let import = ["instrument", "import", "--csv", csv, "--into", into];
    let (code, out, errors) = run(&import, "");
    assert_eq!((code, errors.as_str()), (0, ""), "{out}");
    let own = folder.join("vores-egen");
    assert!(
        fs::read_to_string(own.join("da.toml"))
            .unwrap()
            .contains("Her kan jeg vælge mellem flere slags hjælp.")
    );
    assert_eq!(run(&["instrument", "check", own.to_str().unwrap()], "").0, 0);
    // What is there already is not written over, in either direction.
    for again in [&import[..], &["instrument", "export", "recovery-orientering", "--csv", csv]] {
        let (code, _, errors) = run(again, "");
        assert_eq!((code, errors.lines().count()), (1, 1), "{errors}");
    }

    let row = 1 + text.lines().position(|line| line.contains("\"agree_from\"")).unwrap();
    fs::write(&sheet, text.replace("\"agree_from\";\"4\"", "\"agree_from\";\"9\"")).unwrap();
    let (code, _, errors) = run(&import, "");
    assert_eq!(code, 1);
    assert!(errors.contains(&format!("{csv}: row {row}, column structure: scale.agree_from: ")), "{errors}");
}
