//! The program as whoever holds the command line meets it: output, exit codes, one line that says the mend.

#![expect(clippy::unwrap_used, reason = "a test stops where its own preparation fails")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A new folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the program with this on its standard input.
fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PEJLING_")) {
        command.env_remove(name);
    }
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

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
fn a_report_is_written_as_pdf_and_as_html() {
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
    assert_eq!((code, docx.len()), (1, 0));
    assert!(errors.contains("not in this version"), "{errors}");
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

/// A new database's address.
fn database(name: &str) -> String {
    format!("sqlite://{}", folder(name).join("pejling.db").display())
}

#[test]
fn organisations_and_accounts_are_added_without_the_web() {
    let url = database("accounts");
    let at = ["--database", url.as_str()];
    let with = |arguments: &[&str], input: &str| run(&[arguments, at.as_slice()].concat(), input);
    assert_eq!(with(&["organisation", "add", "Bostedet Åkanden"], "").0, 0);
    let (code, _, errors) = with(&["organisation", "add", "Bostedet Åkanden"], "");
    assert_eq!(code, 1);
    assert!(errors.contains("there already"), "{errors}");
    assert_eq!(with(&["organisation", "list"], ""), (0, "Bostedet Åkanden\n".to_owned(), String::new()));
    let add = [
        "user",
        "add",
        "maja@kommune.example",
        "--name",
        "Maja Holm",
        "--organisation",
        "Bostedet Åkanden",
        "--role",
        "facilitator",
    ];
    let (code, _, errors) = with(&add, "kort\n");
    assert_eq!(code, 1);
    assert!(errors.contains("password") && errors.contains("12"), "{errors}");
    assert!(!errors.contains("kort"), "a password is never repeated: {errors}");
    assert_eq!(with(&add, "et langt kodeord\n").0, 0);
    assert_eq!(
        with(
            &["user", "add", "x@kommune.example", "--name", "X", "--organisation", "Nej", "--role", "leader"],
            ""
        )
        .0,
        1
    );
    assert_eq!(with(&["user", "add", "x@kommune.example", "--name", "X", "--role", "leader"], "").0, 2);
    let (_, list, _) = with(&["user", "list"], "");
    assert_eq!(list, "maja@kommune.example\tMaja Holm\tfacilitator: Bostedet Åkanden\n");
    assert_eq!(with(&["user", "disable", "maja@kommune.example"], "").0, 0);
    assert!(with(&["user", "list"], "").1.contains("disabled"));
    assert_eq!(with(&["user", "disable", "findes@kommune.example"], "").0, 1);
}

#[test]
fn a_screening_runs_from_the_command_line() {
    let url = database("screening");
    let at = ["--database", url.as_str()];
    let with = |arguments: &[&str]| run(&[arguments, at.as_slice()].concat(), "");
    let create = [
        "screening",
        "create",
        "--organisation",
        "Bostedet Åkanden",
        "--instrument",
        "recovery-orientering",
        "--invite",
        "leaders=1,users=3",
        "--unit",
        "Gården",
        "--unit",
        "Haven, øst",
        "--open",
    ];
    let (code, out, errors) = with(&create);
    assert_eq!(code, 0, "{errors}");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "group,unit,code");
    assert_eq!(lines.len(), 1 + 2 * (1 + 3), "a code for each person of each unit:\n{out}");
    assert_eq!(lines.iter().filter(|line| line.starts_with("users,\"Haven, øst\",")).count(), 3, "{out}");
    assert!(errors.contains("is open"), "{errors}");
    let (_, list, _) = with(&["screening", "list"]);
    let id = list.split('\t').next().unwrap().to_owned();
    assert!(list.contains("\topen\tBostedet Åkanden\t"), "{list}");
    let (code, _, errors) = with(&["screening", "export", &id]);
    assert_eq!(code, 1, "nothing is shown before the close: {errors}");
    assert_eq!(with(&["screening", "open", &id]).0, 1);
    assert_eq!(with(&["screening", "close", &id, "--now"]).0, 0);
    assert!(with(&["screening", "list"]).1.contains("\tclosed\t"));
    let (code, csv, errors) = with(&["screening", "export", &id]);
    assert_eq!(code, 0, "{errors}");
    assert!(csv.starts_with("kind,code,group,unit,"), "{csv}");
    let (code, json, _) = with(&["screening", "export", &id, "--format", "json"]);
    assert_eq!(code, 0);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    let (code, _, errors) = with(&["screening", "export", &id, "--format", "xlsx"]);
    assert_eq!(code, 1);
    assert!(errors.contains("not in this version"), "{errors}");
    assert_eq!(with(&["screening", "close", "findes-ikke"]).0, 1);
}

#[test]
fn the_demonstration_fills_an_empty_database_and_no_other() {
    let url = database("demo");
    let at = ["--database", url.as_str()];
    let (code, first, errors) = run(&[["demo"].as_slice(), &at].concat(), "");
    assert_eq!(code, 0, "{errors}");
    for place in ["Bostedet Egelunden", "Værestedet Lanternen", "Bostøtten Havnegade", "Søndervang Kommune"]
    {
        assert!(first.contains(place), "{first}");
    }
    let (_, list, _) = run(&[["screening", "list"].as_slice(), &at].concat(), "");
    assert_eq!(list.matches("\tclosed\t").count(), 2, "{list}");
    assert_eq!(list.matches("\topen\t").count(), 1, "{list}");
    // A second time nothing happens, and the same is printed.
    let (code, second, _) = run(&[["demo"].as_slice(), &at].concat(), "");
    assert_eq!((code, second), (0, first));
    assert_eq!(run(&[["screening", "list"].as_slice(), &at].concat(), "").1, list);

    let other = database("no-demo");
    let at = ["--database", other.as_str()];
    assert_eq!(run(&[["organisation", "add", "Bostedet Åkanden"].as_slice(), &at].concat(), "").0, 0);
    let (code, out, errors) = run(&[["demo"].as_slice(), &at].concat(), "");
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(errors.contains("something else"), "{errors}");
}

#[test]
fn doctor_says_what_holds_and_makes_nothing() {
    let folder = folder("doctor");
    let file = folder.join("pejling.db");
    let url = format!("sqlite://{}", file.display());
    let (code, out, _) = run(&["doctor", "--database", &url], "");
    assert_eq!(code, 1);
    assert!(out.contains("FAILED  database") && out.contains("ok      instruments"), "{out}");
    assert!(!file.exists());
}
