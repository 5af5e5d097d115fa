//! A disk that is full, that may only be read, or that keeps others waiting: what people are told meanwhile, and that it goes on
//! after.

use super::folder;
use super::run;
use super::serve::{Serving, begin, page};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A small disk of its own, gone with this.
struct Disk(PathBuf);

impl Disk {
    /// None, with a word about it, where nobody may mount one.
    fn new(name: &str) -> Option<Self> {
        let place = folder(name);
        let done =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=12m", "tmpfs"]).arg(&place).output();
        if !done.is_ok_and(|done| done.status.success()) {
            eprintln!("{name}: not tried, since nobody may mount a disk here");
            return None;
        }
        Some(Self(place))
    }

    fn mounted(&self, how: &str) {
        let how = format!("remount,{how}");
        assert!(Command::new("mount").args(["-o", &how]).arg(&self.0).status().unwrap().success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // What is left of it is a folder under target.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A program over a database there, and codes that nobody has used.
fn serving(place: &Path) -> (Serving, SocketAddr, Vec<String>) {
    let url = format!("sqlite://{}", place.join("pejling.db").display());
    let create = ["screening", "create", "--organisation", "Broen", "--instrument", "recovery-orientering"];
    let more = ["--invite", "users=6", "--open", "--database", &url];
    let (code, codes, errors) = run(&[create.as_slice(), &more].concat(), "");
    assert_eq!(code, 0, "{errors}");
    let codes = codes.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().to_owned()).collect();
    let mut serving = Serving::start(&["--database", &url]);
    let address = serving.address("listening");
    (serving, address, codes)
}

/// Nothing is begun, and a page says so in words.
fn told(address: SocketAddr, code: &str) {
    let to = begin(address, code).expect("a page");
    let (status, body) = page(address, &to);
    assert_eq!((to.as_str(), status), ("/fejl", 503), "{body}");
    assert!(body.contains("Det virker ikke lige nu"), "{body}");
    assert_eq!(page(address, "/").0, 200, "what is only read is there");
}

#[test]
fn on_a_full_disk_people_are_told_and_it_goes_on_when_there_is_room() {
    let Some(disk) = Disk::new("full-disk") else { return };
    let (_serving, address, codes) = serving(&disk.0);
    assert_eq!(begin(address, &codes[0]).as_deref(), Some("/svar"));
    // What lies in the way fills it to the last byte.
    let mut filling = fs::File::create(disk.0.join("filling")).unwrap();
    for size in [1 << 20, 1 << 12, 1] {
        while filling.write_all(&vec![b'x'; size]).is_ok() {}
    }
    told(address, &codes[1]);
    fs::remove_file(disk.0.join("filling")).unwrap();
    drop(filling);
    assert_eq!(begin(address, &codes[1]).as_deref(), Some("/svar"), "the code was not spent");
}

#[test]
fn on_a_disk_that_may_only_be_read_the_program_says_so_and_does_not_start() {
    let Some(disk) = Disk::new("read-only-disk") else { return };
    let url = format!("sqlite://{}", disk.0.join("pejling.db").display());
    assert_eq!(run(&["organisation", "add", "Broen", "--database", &url], "").0, 0);
    disk.mounted("ro");
    let (code, _, errors) = run(&["serve", "--listen", "127.0.0.1:0", "--database", &url], "");
    assert_eq!(code, 1, "{errors}");
    assert!(errors.contains(&url) && errors.contains("unable to open database file"), "{errors}");
    disk.mounted("rw");
    assert_eq!(run(&["organisation", "list", "--database", &url], "").1, "Broen\n");
}

#[test]
fn who_comes_while_others_write_waits_and_is_served() {
    let place = folder("slow-disk");
    let (_serving, address, codes) = serving(&place);
    // Somebody else holds the file for a second.
    let mut other = Command::new("python3")
        .args([
            "-c",
            "import sqlite3,sys,time; c=sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE'); \
             print('held', flush=True); time.sleep(1); c.execute('COMMIT'); print('free', flush=True)",
        ])
        .arg(place.join("pejling.db"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(other.stdout.take().unwrap()).lines();
    assert_eq!(said.next().unwrap().unwrap(), "held");
    assert_eq!(begin(address, &codes[0]).as_deref(), Some("/svar"));
    assert_eq!(said.next().unwrap().unwrap(), "free", "it waited until then");
    other.wait().unwrap();
}
