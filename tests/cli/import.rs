//! `pejling screening import`: a file comes in whole or not at all, and one line says why not.

use super::{folder, run};
use std::fs;

/// The contract's own form, asking nothing but 2.1 and 2.2.
fn own_form(rows: &str) -> String {
    let points = (1..=8).flat_map(|point| (1..=4).map(move |one| format!("{point}.{one}")));
    let ids: Vec<String> = points.collect();
    let mut text = format!("response_id;group;channel;{}\n", ids.join(";"));
    for row in rows.lines() {
        let (front, answers) = row.split_once('|').unwrap();
        let (one, two) = answers.split_once(';').unwrap();
        let cells: Vec<&str> = ids
            .iter()
            .map(|id| {
                if id == "2.1" {
                    one
                } else if id == "2.2" {
                    two
                } else {
                    ""
                }
            })
            .collect();
        text += &format!("{front};{}\n", cells.join(";"));
    }
    text
}

#[test]
fn a_file_comes_in_from_the_command_line() {
    let folder = folder("import");
    let url = format!("sqlite://{}", folder.join("pejling.db").display());
    let with = |arguments: &[&str]| run(&[arguments, &["--database", &url]].concat(), "");
    let place = ["--organisation", "Bostedet Åkanden", "--instrument", "recovery-orientering"];
    let create = ["screening", "create", "--invite", "staff=2,users=9", "--open"];
    assert_eq!(with(&[&create[..], &place].concat()).0, 0);
    let list = with(&["screening", "list"]).1;
    let id = list.split('\t').next().unwrap();
    let import = |name: &str, content: &str, more: &[&str]| {
        let path = folder.join(name);
        fs::write(&path, content).unwrap();
        let path = path.display().to_string();
        let (code, out, errors) = with(&[&["screening", "import", id, "--responses", &path], more].concat());
        (code, out, errors.replace(&path, name))
    };

    let (code, out, errors) = import("svar.csv", &own_form("a;staff;paper|4;5\nb;staff;paper|4;nej"), &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(errors.contains("svar.csv: line 3, column 2.2: expected a whole number from 1 to 5"), "{errors}");
    let (code, _, errors) = import("svar.csv", &own_form("a;staff;paper|4;5\na;staff;paper|4;5"), &[]);
    assert_eq!(code, 1);
    assert!(
        errors.contains("svar.csv: line 3, column response_id: expected another id than line 2 has"),
        "{errors}"
    );

    let good = own_form("a;staff;paper|4;5\nb;staff;paper|4;DK\nc;staff;web|NA;3");
    let (code, out, errors) = import("svar.csv", &good, &[]);
    assert_eq!((code, out.as_str()), (0, "staff\t3\n"), "{errors}");
    assert!(errors.contains("more submitted than invited"), "{errors}");
    let (code, _, errors) = import("andet navn.csv", &good, &[]);
    assert_eq!(code, 1);
    assert!(errors.contains("taken in before") && errors.contains("--again"), "{errors}");

    let foreign = "Navn;Leder;Alvor\nBente;Fint;4\nÅge;I høj grad;\n";
    let (code, _, errors) = import("fremmed.csv", foreign, &[]);
    assert_eq!(code, 1);
    assert!(errors.contains("fremmed.csv: line 1, column Navn: is unknown"), "{errors}");
    let mapping = folder.join("mapping.toml").display().to_string();
    let toml = "heads = [\"Navn\", \"Leder\", \"Alvor\"]\n\
                roles = [\"leave-out\", \"indicator 1.3\", \"indicator 2.2\"]\ngroup = \"users\"\n";
    fs::write(&mapping, toml).unwrap();
    let (code, _, errors) = import("fremmed.csv", foreign, &["--mapping", &mapping]);
    assert_eq!(code, 1);
    assert!(errors.contains("fremmed.csv: line 2, column Leder: expected 1 to 5"), "{errors}");
    fs::write(&mapping, format!("{toml}[answers]\nfint = \"5\"\n")).unwrap();
    let (code, out, errors) = import("fremmed.csv", foreign, &["--mapping", &mapping]);
    assert_eq!((code, out.as_str()), (0, "users\t2\n"), "{errors}");
    fs::write(&mapping, "heads = []\nroles = [\"noget\"]\n").unwrap();
    let (code, _, errors) = import("fremmed.csv", foreign, &["--mapping", &mapping]);
    assert_eq!(code, 1);
    assert!(errors.contains("line 2: "), "{errors}");
}
