//! Backup, restore and move as whoever types them meets them; what each refuses, and that nothing is left of it then.

use super::{folder, postgres::Server, run};
use std::fs;
use std::path::Path;
use std::process::Command;

fn at(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// A database with a place and an open screening in it.
fn filled(file: &Path) -> String {
    let url = at(file);
    let create = ["screening", "create", "--organisation", "Bostedet Åkanden", "--instrument"];
    let more = ["recovery-orientering", "--invite", "leaders=1,users=6", "--open", "--database", &url];
    let (code, _, errors) = run(&[create.as_slice(), &more].concat(), "");
    assert_eq!(code, 0, "{errors}");
    url
}

/// Runs statements past the program.
fn change(file: &Path, sql: &str) {
    let done = Command::new("python3")
        .args([
            "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()",
        ])
        .arg(file)
        .arg(sql)
        .status()
        .unwrap();
    assert!(done.success());
}

/// One line, nothing on standard output, exit code 1; the line.
fn refused(arguments: &[&str]) -> String {
    let (code, out, errors) = run(arguments, "");
    assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}: {errors}");
    // A slow machine may say so too.
    let own: Vec<&str> = errors.lines().filter(|line| line.starts_with("pejling: ")).collect();
    let [line] = own[..] else { panic!("{errors}") };
    line.to_owned()
}

#[test]
fn a_backup_comes_back_as_it_was() {
    let place = folder("backup");
    let url = filled(&place.join("pejling.db"));
    let backup = place.join("one.backup").display().to_string();
    let (code, made, errors) = run(&["backup", &backup, "--database", &url], "");
    assert_eq!(code, 0, "{errors}");
    assert!(made.lines().any(|line| line.starts_with("access_code ") && line.contains(" 7 ")), "{made}");
    assert!(
        made.contains("read again and found equal") && errors.contains("delete this one when"),
        "{errors}"
    );
    assert!(refused(&["backup", &backup, "--database", &url]).contains("goes over no file"));

    let copy = at(&place.join("copy.db"));
    let (code, back, errors) = run(&["restore", &backup, "--database", &copy], "");
    assert_eq!((code, back), (0, made), "{errors}");
    let list = |url: &str| run(&["screening", "list", "--database", url], "").1;
    assert_eq!(list(&copy), list(&url));
    let (code, whole, _) = run(&["audit", "check", "--database", &copy], "");
    assert!(code == 0 && whole.starts_with("whole: "), "{whole}");
    assert!(refused(&["restore", &backup, "--database", &copy]).contains("holds something already"));
    let left: Vec<_> = fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("unfinished")), "{left:?}");
}

#[test]
fn what_is_no_whole_backup_of_ours_is_refused_and_makes_nothing() {
    let place = folder("no-backup");
    let (database, backup) = (place.join("pejling.db"), place.join("one.backup"));
    let url = filled(&database);
    assert_eq!(run(&["backup", &backup.display().to_string(), "--database", &url], "").0, 0);
    let into = place.join("new.db");
    let tried = |file: &Path| {
        let line = refused(&["restore", &file.display().to_string(), "--database", &at(&into)]);
        assert!(!into.exists(), "{line}");
        line
    };
    let copied = |name: &str| {
        let file = place.join(name);
        fs::copy(&backup, &file).unwrap();
        file
    };
    let short = copied("short");
    let whole = fs::metadata(&short).unwrap().len();
    fs::OpenOptions::new().write(true).open(&short).unwrap().set_len(whole - 4096).unwrap();
    assert!(tried(&short).contains(&format!("cut short: {} of {whole} bytes", whole - 4096)));
    let damaged = copied("damaged");
    let mut bytes = fs::read(&damaged).unwrap();
    let name = "Bostedet Åkanden".as_bytes();
    let places: Vec<usize> =
        (0..bytes.len() - name.len()).filter(|at| bytes[*at..].starts_with(name)).collect();
    places.iter().for_each(|at| bytes[*at] = b'K');
    fs::write(&damaged, bytes).unwrap();
    assert!(tried(&damaged).contains("damaged"));
    let changed = copied("changed");
    change(&changed, "UPDATE access_code SET state = 'new', token_hash = NULL; DELETE FROM audit_ends");
    assert!(tried(&changed).contains("is not as it was written"));
    let newer = copied("newer");
    change(&newer, "INSERT INTO _sqlx_migrations VALUES (9000, 'later', 0, 1, x'00', 0)");
    assert!(tried(&newer).contains("newer release (step 9000"));
    let other = place.join("other");
    change(&other, "CREATE TABLE customer (id INTEGER PRIMARY KEY)");
    assert!(tried(&other).contains("is no backup"));
    let text = place.join("text");
    fs::write(&text, "backup").unwrap();
    assert!(tried(&text).contains("is no backup"));
    assert!(tried(&database).contains("is a database and no backup"));
    assert!(tried(&place.join("nowhere")).contains("No such file"));
    // The program's own database is not made of another's either.
    assert!(refused(&["user", "list", "--database", &at(&other)]).contains("another program's tables"));
}

#[test]
fn everything_moves_to_postgres_and_back() {
    let (place, server) = (folder("move"), Server::start());
    let url = filled(&place.join("pejling.db"));
    let (code, there, errors) = run(&["move", "--from", &url, "--to", &server.address()], "");
    assert_eq!(code, 0, "{errors}");
    let back = at(&place.join("back.db"));
    let (code, again, errors) = run(&["move", "--from", &server.address(), "--to", &back], "");
    assert_eq!(code, 0, "{errors}");
    // The log has one line more: that it was moved.
    let content = |out: &str| -> Vec<String> {
        let log = |line: &&str| !line.starts_with("audit") && !line.contains(", read again");
        out.lines().filter(log).map(str::to_owned).collect()
    };
    assert_eq!(content(&again), content(&there));
    assert!(content(&there).len() > 30, "{there}");
    let list = |url: &str| run(&["screening", "list", "--database", url], "").1;
    assert_eq!(list(&back), list(&url));
    assert!(
        refused(&["move", "--from", &url, "--to", &server.address()]).contains("holds something already")
    );
    assert!(refused(&["move", "--from", &at(&place.join("none.db")), "--to", &url]).contains("is not there"));
    assert_eq!(run(&["move", "--from", &url], "").0, 2);

    // A backup of the server is one of the same kind.
    let backup = place.join("server.backup").display().to_string();
    assert_eq!(run(&["backup", &backup, "--database", &server.address()], "").0, 0);
    let copy = at(&place.join("copy.db"));
    assert_eq!(run(&["restore", &backup, "--database", &copy], "").0, 0);
    assert_eq!(list(&copy), list(&url));
}

#[test]
fn a_backup_that_the_disk_has_no_room_for_leaves_nothing() {
    let place = folder("no-room-for-it");
    let url = filled(&place.join("pejling.db"));
    let file = place.join("one.backup");
    // Files may grow to a few hundred kilobytes: less than a backup, more than what lies beside a database.
    let small = "trap '' XFSZ; ulimit -f 150; exec \"$@\"";
    let done = Command::new("sh")
        .args(["-c", small, "sh", env!("CARGO_BIN_EXE_pejling"), "backup"])
        .arg(&file)
        .args(["--database", &url])
        .output()
        .unwrap();
    let errors = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1), "{errors}");
    assert!(errors.contains("one.backup: ") && errors.contains("disk"), "{errors}");
    let left: Vec<_> = fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["pejling.db"]);
    assert_eq!(
        run(&["backup", &file.display().to_string(), "--database", &url], "").0,
        0,
        "with room it is made"
    );
}
