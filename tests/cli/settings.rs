//! Settings from flags, the environment and a file: which goes before which, and what is said of a wrong one.

use super::{folder, run_with};
use std::fs;
use std::net::TcpListener;

/// Key, a value that will not do, and what is said of it.
const WRONG: [(&str, &str, &str); 20] = [
    ("listen", "3000", "Address and port to listen on"),
    ("database", "mysql://pejling:hemmelig@db/pejling", "write sqlite://FILE or postgres://USER@HOST/NAME"),
    ("public-url", "ftp://x", "such as https://pejling.example.dk"),
    ("trusted-proxy", "10.0.0.0/33", "such as 10.0.0.0/8 or ::1"),
    ("requests-a-second", "0", "Requests a second"),
    ("metrics-listen", "localhost", "Prometheus"),
    ("backup-hour", "24", "0..=23"),
    ("backup-keep-days", "0", "1..=365"),
    ("mail-host", "smtp://x", "write its name alone"),
    ("mail-port", "65536", "65535"),
    ("mail-tls", "perhaps", "tls, starttls, none"),
    ("mail-from", "nobody", "write an address"),
    ("sign-on-issuer", "http://login.example.dk", "write its address as it does itself"),
    ("sign-on-label", "", "at most 40 letters"),
    ("log-format", "xml", "text, json"),
    ("database", "pejling.db", "sqlite://FILE"),
    ("listen", "127.0.0.1:99999", "Address and port"),
    ("public-url", "https://pejling.example.dk/start", "scheme and host alone"),
    ("requests-a-second", "many", "Requests a second"),
    ("backup-hour", "tre", "0 to 23"),
];

#[test]
fn a_wrong_value_is_named_with_its_key_what_is_allowed_and_where_it_was_said() {
    let file = folder("wrong-values").join("pejling.toml");
    let path = file.display().to_string();
    for (key, value, allowed) in WRONG {
        let variable = format!("PEJLING_{}", key.to_uppercase().replace('-', "_"));
        fs::write(&file, format!("# Our own.\n\n{key} = {value:?}\n")).unwrap();
        let flag = format!("--{key}={value}");
        for (arguments, environment, place) in [
            (vec!["serve", flag.as_str()], vec![], "on the command line".to_owned()),
            (vec!["serve"], vec![(variable.as_str(), value)], format!("in the environment, as {variable}")),
            (vec!["serve", "--config", &path], vec![], format!("line 3 of {path}")),
        ] {
            let (code, out, errors) = run_with(&arguments, &environment, "");
            assert_eq!((code, out.as_str()), (2, ""), "{key}: {errors}");
            assert_eq!(errors.lines().count(), 1, "{errors}");
            assert!(errors.starts_with(&format!("pejling: --{key}: ")), "{errors}");
            assert!(errors.contains(allowed) && errors.contains(&place), "{allowed:?}, {place:?}: {errors}");
            assert!(!errors.contains("hemmelig"), "{errors}");
        }
    }
}

#[test]
fn a_wrong_file_is_named_with_its_line() {
    let file = folder("wrong-file").join("pejling.toml");
    let path = file.display().to_string();
    for (text, said) in [
        (
            "\nlisen = \"127.0.0.1:3000\"\n",
            "line 2 of FILE: lisen: there is no such setting; there are listen, ",
        ),
        ("listen = \"a\"\nlisten = \"b\"\n", "FILE: line 2: duplicate key"),
        ("listen = 127.0.0.1\n", "FILE: line 1: "),
        ("[mail]\nhost = \"smtp.example.dk\"\n", "mail: there is no such setting"),
        ("insecure-http = \"ja\"\n", "line 1 of FILE: insecure-http: write true or false"),
        ("listen = 3.5\n", "line 1 of FILE: listen: write a text in quotation marks, or a number"),
        ("trusted-proxy = [1]\n", "line 1 of FILE: trusted-proxy: write a list of texts"),
    ] {
        fs::write(&file, text).unwrap();
        let (code, out, errors) = run_with(&["serve", "--config", &path], &[], "");
        assert_eq!((code, out.as_str(), errors.lines().count()), (2, "", 1), "{errors}");
        assert!(errors.replace(&path, "FILE").contains(said), "{said:?}: {errors}");
    }
    let (code, _, errors) = run_with(&["serve", "--config", "nowhere.toml"], &[], "");
    assert!(code == 2 && errors.contains("--config nowhere.toml: No such file"), "{errors}");
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let place = folder("precedence");
    let at = |name: &str| format!("sqlite://{}", place.join(name).display());
    let file = place.join("pejling.toml");
    let path = file.display().to_string();
    let settings = format!(
        "database = {:?}\nlisten = \"127.0.0.1:0\"\nlog = \"warn\"\ntrusted-proxy = [\"::1\", \"10.0.0.0/8\"]\n",
        at("file.db")
    );
    fs::write(&file, settings).unwrap();
    for name in ["flag.db", "variable.db", "file.db", "other.db"] {
        assert_eq!(run_with(&["organisation", "add", name, "--database", &at(name)], &[], "").0, 0);
    }
    let list = ["organisation", "list", "--config", &path];
    let flag = at("flag.db");
    let address = place.join("address");
    fs::write(&address, at("other.db")).unwrap();
    let address = address.display().to_string();
    let variable = at("variable.db");
    let said = [("PEJLING_DATABASE", variable.as_str())];
    let by_file = [("PEJLING_CONFIG", path.as_str())];
    for (arguments, environment, answer) in [
        (list.to_vec(), &[][..], "file.db\n"),
        (list[..2].to_vec(), &by_file[..], "file.db\n"),
        (list.to_vec(), &said[..], "variable.db\n"),
        ([list.as_slice(), &["--database", &flag]].concat(), &said[..], "flag.db\n"),
        ([list.as_slice(), &["--database-file", &address]].concat(), &[][..], "other.db\n"),
    ] {
        let (code, out, errors) = run_with(&arguments, environment, "");
        assert_eq!((code, out.as_str()), (0, answer), "{arguments:?}: {errors}");
    }
}

#[test]
fn where_the_program_cannot_listen_or_write_it_says_so_and_ends() {
    let place = folder("no-room");
    let url = format!("sqlite://{}", place.join("pejling.db").display());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let nowhere = place.join("nowhere").display().to_string();
    let unwritable = format!("sqlite://{nowhere}/pejling.db");
    for (flags, said) in [
        (vec!["--database", &url, "--listen", &address], "already in use"),
        (vec!["--database", &url, "--listen", "127.0.0.1:0", "--metrics-listen", &address], "already in use"),
        (vec!["--database", &url, "--backup-folder", &nowhere], "make the folder"),
        (vec!["--database", &unwritable], "unable to open database file"),
    ] {
        let (code, _, errors) = run_with(&[&["serve"], flags.as_slice()].concat(), &[], "");
        assert_eq!(code, 1, "{flags:?}: {errors}");
        assert!(errors.contains(said), "{flags:?}: {errors}");
    }
}
