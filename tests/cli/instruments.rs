//! Instruments in other programs: forms there and back, and what editors know of the files.

use super::{folder, run};
use std::fs;

/// What users are asked as a form, and the form as a folder of its own.
#[test]
fn an_instrument_goes_to_a_form_and_back() {
    let folder = folder("form");
    let file = folder.join("form.xlsx");
    let form = file.to_str().unwrap();
    let export = ["instrument", "export", "recovery-orientering", "--xlsform", form, "--group", "users"];
    let (code, out, errors) = run(&export, "");
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(out.contains("32 indicators"), "{out}");
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));

    let into = folder.to_str().unwrap();
    let import = ["instrument", "import", "--xlsform", form, "--into", into];
    let (code, out, errors) = run(&import, "");
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(out.contains("8 focus points, 27 indicators, 1 groups, languages da, nb, en"), "{out}");
    let own = folder.join("recovery-orientering-users");
    let danish = fs::read_to_string(own.join("da.toml")).unwrap();
    assert!(danish.contains("Jeg kan vælge mellem flere slags hjælp."), "{danish}");
    assert_eq!(run(&["instrument", "check", own.to_str().unwrap()], "").0, 0);
    // What is there already is not written over, in either direction.
    for again in [&import[..], &export] {
        let (code, _, errors) = run(again, "");
        assert_eq!((code, errors.lines().count()), (1, 1), "{errors}");
    }
}

#[test]
fn a_form_that_cannot_be_made_says_what_there_is() {
    let folder = folder("no-form");
    let file = folder.join("form.xlsx");
    let of = |more: &[&str]| {
        let begin = ["instrument", "export", "tiltaksevaluering", "--xlsform", file.to_str().unwrap()];
        run(&[&begin[..], more].concat(), "")
    };
    let (code, _, errors) = of(&["--group", "users"]);
    assert!(code == 2 && errors.contains("name one of leaders, professionals"), "{errors}");
    let (code, _, errors) = of(&["--group", "employers", "--short"]);
    assert!(code == 2 && errors.contains("no short form"), "{errors}");
    let (code, _, errors) = of(&["--group", "employers", "--language", "da"]);
    assert!(code == 2 && errors.contains("name some of nb"), "{errors}");
    assert_eq!(of(&[]).0, 2, "a form asks a group");
    assert_eq!(run(&["instrument", "export", "progression"], "").0, 2, "a file");
    assert!(!file.exists());
    // A file that is no form.
    let csv = folder.join("form.csv");
    fs::write(&csv, "a;b\n1;2\n").unwrap();
    let (code, _, errors) = run(&["instrument", "import", "--xlsform", csv.to_str().unwrap()], "");
    assert_eq!((code, errors.lines().count()), (1, 1), "{errors}");
    assert!(
        errors.contains("form.csv: sheet survey, row 1, column type: there is no sheet survey"),
        "{errors}"
    );
}

#[test]
fn editors_are_told_what_may_stand_in_the_files() {
    for (arguments, field) in
        [(&["instrument", "schema"][..], "agree_from"), (&["instrument", "schema", "--texts"], "dont_know")]
    {
        let (code, out, errors) = run(arguments, "");
        assert_eq!((code, errors.as_str()), (0, ""));
        let schema: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(out.contains(field));
    }
}
