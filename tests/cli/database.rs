//! What needs a database: accounts, a screening, the demonstration, the self-check.

use super::{folder, run};

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
    let link = ["user", "link", "maja@kommune.example", "--public-url", "https://pejling.kommune.example"];
    let (code, printed, _) = with(&link, "");
    let token = printed.strip_prefix("https://pejling.kommune.example/ny-adgangskode/").map(str::trim_end);
    assert_eq!((code, token.map(str::len)), (0, Some(64)), "{printed}");
    assert_eq!(with(&["user", "second-step-off", "maja@kommune.example"], "").0, 1, "there is none");
    let lines = || with(&["audit", "check"], "").1.lines().next().map(str::to_owned);
    let before = lines();
    assert_eq!(with(&["user", "second-step", "required"], "").0, 0);
    assert_ne!(lines(), before, "the log tells of it");
    assert_eq!(with(&["user", "second-step", "recommended"], "").0, 0);
    assert_eq!(with(&["user", "second-step", "perhaps"], "").0, 2);
    let role = ["--organisation", "Bostedet Åkanden", "--role", "facilitator"];
    assert_eq!(with(&[&["user", "take-role", "maja@kommune.example"], role.as_slice()].concat(), "").0, 0);
    assert_eq!(with(&["user", "list"], "").1, "maja@kommune.example\tMaja Holm\n");
    assert_eq!(with(&["user", "disable", "maja@kommune.example"], "").0, 0);
    assert_eq!(with(&link, "").0, 1, "a disabled account chooses no password");
    assert!(with(&["user", "list"], "").1.contains("disabled"));
    assert_eq!(with(&["user", "disable", "findes@kommune.example"], "").0, 1);
    assert_eq!(with(&["user", "enable", "maja@kommune.example"], "").0, 0);
    assert_eq!(with(&link, "").0, 0, "open again");
    let (code, record, _) = with(&["user", "export", "maja@kommune.example"], "");
    assert!(code == 0 && record.contains("Maja Holm") && !record.contains("argon2"), "{record}");
    assert_eq!(with(&["user", "erase", "maja@kommune.example"], "").0, 0);
    assert_eq!(with(&["user", "list"], "").1, "");
    assert_eq!(with(&["user", "export", "maja@kommune.example"], "").0, 1);
    let (code, whole, errors) = with(&["audit", "check"], "");
    assert!(code == 0 && whole.starts_with("whole: ") && whole.contains("\nnewest: "), "{whole}{errors}");
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
    assert!(errors.contains("close it with") && errors.contains(&id), "{errors}");
    assert_eq!(with(&["screening", "open", &id]).0, 1);
    assert_eq!(with(&["screening", "close", &id, "--now"]).0, 0);
    assert!(with(&["screening", "list"]).1.contains("\tclosed\t"));
    let (code, csv, errors) = with(&["screening", "export", &id]);
    assert_eq!(code, 0, "{errors}");
    assert!(csv.starts_with("kind,code,group,unit,"), "{csv}");
    let (code, json, _) = with(&["screening", "export", &id, "--format", "json"]);
    assert_eq!(code, 0);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    let (code, excel, _) = with(&["screening", "export", &id, "--excel"]);
    assert_eq!(code, 0);
    assert!(
        excel.starts_with("\u{feff}kind;code;group;unit;") && excel.contains(";yes;;Ledere;\r\n"),
        "{excel}"
    );
    assert_eq!(with(&["screening", "export", &id, "--excel", "--format", "json"]).0, 2);
    for format in ["xlsx", "package"] {
        let out = folder("export").join(format);
        let to = ["screening", "export", &id, "--format", format, "--out", &out.to_string_lossy()];
        let (code, out_text, errors) = with(&to);
        assert_eq!((code, out_text.as_str()), (0, ""), "{errors}");
        assert!(std::fs::read(&out).unwrap().starts_with(b"PK"), "both are archives");
    }
    let (code, _, errors) =
        with(&["screening", "export", &id, "--out", &folder("nowhere").join("x/y").to_string_lossy()]);
    assert_eq!(code, 1);
    assert!(errors.contains("--out"), "{errors}");
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
    // One of the closed ones is the time before at a place of them.
    assert_eq!(list.matches("\tclosed\t").count(), 3, "{list}");
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

#[test]
fn nobody_is_served_in_the_clear_by_mistake() {
    let url = database("clear");
    for flags in [["--public-url", "http://pejling.example.dk"], ["--listen", "0.0.0.0:0"]] {
        let arguments =
            [&["serve", "--database", url.as_str(), "--listen", "127.0.0.1:0"][..3], &flags].concat();
        let (code, _, errors) = run(&arguments, "");
        assert_eq!(code, 2, "{flags:?}: {errors}");
        assert!(errors.contains("--insecure-http") && errors.contains("https"), "{flags:?}: {errors}");
    }
}

#[test]
fn mail_is_set_up_whole_or_not_at_all() {
    let url = database("mail");
    let served = |flags: &[&str]| {
        let (code, _, errors) = run(&[&["serve", "--database", url.as_str()], flags].concat(), "");
        (code, errors)
    };
    let server = ["--mail-host", "smtp.kommune.example", "--mail-from", "pejling@kommune.example"];
    let user = ["--mail-user", "pejling"];
    for (flags, named) in [
        (server[..2].to_vec(), "--mail-from"),
        (server[2..].to_vec(), "--mail-host"),
        (vec!["--mail-host", "smtp.kommune.example:25"], "write its name alone"),
        (vec!["--mail-from", "nobody"], "write an address"),
        ([server.as_slice(), &user].concat(), "PEJLING_MAIL_PASSWORD"),
        ([server.as_slice(), &user, &["--mail-tls", "none"]].concat(), "use tls or starttls"),
    ] {
        let (code, errors) = served(&flags);
        assert_eq!(code, 2, "{flags:?}: {errors}");
        assert!(errors.contains(named), "{flags:?}: {errors}");
    }
}

#[test]
fn an_address_with_a_password_stands_in_a_file() {
    let place = folder("address-file");
    let file = place.join("address");
    std::fs::write(&file, format!("sqlite://{}\n", place.join("pejling.db").display())).expect("a file");
    let name = file.display().to_string();
    assert_eq!(run(&["organisation", "add", "Broen", "--database-file", &name], "").0, 0);
    assert_eq!(run(&["organisation", "list", "--database-file", &name], "").1, "Broen\n");
    let both = ["organisation", "list", "--database-file", &name, "--database", "sqlite://x.db"];
    assert_eq!(run(&both, "").0, 2);
    std::fs::write(&file, "mysql://pejling:hemmelig@x/y").expect("a file");
    let (code, _, errors) = run(&["organisation", "list", "--database-file", &name], "");
    assert!(code == 1 && errors.contains("--database-file") && !errors.contains("hemmelig"), "{errors}");
}
