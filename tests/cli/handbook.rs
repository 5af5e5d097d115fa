//! What the handbook of operations tells to type, typed.

use super::postgres::Server;
use super::{folder, program, run};
use std::path::Path;

/// The commands of a page's `sh` blocks.
fn commands(page: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/operations").join(page);
    let text = std::fs::read_to_string(path).unwrap();
    let blocks = text.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.flat_map(str::lines).map(str::to_owned).collect()
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
