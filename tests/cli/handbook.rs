//! What the handbook of operations tells to type, typed.

use super::postgres::Server;
use super::{folder, program, run};
use std::path::Path;
use std::process::Command;

/// The commands of a page's `sh` blocks.
fn commands(page: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/operations").join(page);
    let text = std::fs::read_to_string(path).unwrap();
    let blocks = text.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.flat_map(str::lines).map(str::to_owned).collect()
}

/// Types a page's commands one after another, over this database, with a password wherever one is asked for; what they said.
fn typed(page: &str, place: &Path) -> String {
    let script = commands(page).join("\n");
    let program = Path::new(env!("CARGO_BIN_EXE_pejling")).parent().unwrap().display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    // A command that waits for a password reads it from the file, so that the next command is not taken for one.
    let whole = format!("set -eu\npejling() {{ command pejling \"$@\" < password; }}\n{script}\n");
    std::fs::write(place.join("password"), "frisk kaffe til alle\n").unwrap();
    let url = format!("sqlite://{}", place.join("pejling.db").display());
    let mut shell = program_free("sh");
    shell.args(["-c", &whole]).current_dir(place).env("PATH", format!("{program}:{path}"));
    let done = shell.env("PEJLING_DATABASE", url).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{page}: {said}{}", String::from_utf8_lossy(&done.stderr));
    said
}

/// Another program, with nothing said in the environment.
fn program_free(name: &str) -> Command {
    let mut command = Command::new(name);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PEJLING_")) {
        command.env_remove(name);
    }
    command
}

#[test]
fn a_pilot_and_an_administrators_year_go_as_their_pages_say() {
    let place = folder("handbook-pages");
    // What is served makes the database.
    let url = format!("sqlite://{}", place.join("pejling.db").display());
    assert_eq!(run(&["organisation", "add", "Broen", "--database", &url], "").0, 0);
    let said = typed("administrator.md", &place);
    for part in
        ["ok      database: ", "maja@example.dk\tMaja Friis\tfacilitator", "/ny-adgangskode/", "whole: "]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let place = folder("handbook-pilot");
    let said = typed("pilot.md", &place);
    let codes = std::fs::read_to_string(place.join("codes.csv")).unwrap();
    assert_eq!(codes.lines().count(), 1 + 15, "{said}");
    let figures = std::fs::read_to_string(place.join("figures.csv")).unwrap();
    assert!(
        figures.starts_with("kind,code,group,unit,other_group,n,") && figures.contains("\ngroup,,users,"),
        "{figures}"
    );
}

#[test]
fn every_command_about_backups_does_what_the_page_says() {
    let (place, server) = (folder("handbook"), Server::start());
    let url = format!("sqlite://{}", place.join("pejling.db").display());
    assert_eq!(run(&["organisation", "add", "Broen", "--database", &url], "").0, 0);
    let commands = commands("backup.md");
    assert_eq!(commands.len(), 6, "{commands:?}");
    for command in commands {
        let command = command.replace("$POSTGRES", &server.address());
        let mut words = command.split(' ');
        assert_eq!(words.next(), Some("pejling"));
        let done = program().current_dir(&place).args(words).output().unwrap();
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    }
    for name in ["restored.db", "back.db"] {
        let url = format!("sqlite://{}", place.join(name).display());
        assert_eq!(run(&["organisation", "list", "--database", &url], "").1, "Broen\n");
    }
}
