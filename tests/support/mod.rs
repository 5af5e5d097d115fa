//! What several tests need: fakes for the ports, a folder that goes away, a PostgreSQL server, an instrument.
#![allow(dead_code, reason = "each test file uses its own part")]

pub(crate) mod authenticator;
pub(crate) mod fakes;
pub(crate) mod postgres;
pub(crate) mod smtp;

use screening::instrument::Instrument;
use screening::instrument::load::load;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own, gone when this is.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("pejling-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Every byte of every file in it.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(&self.0).unwrap();
        files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The shipped instrument, read from its folder.
pub(crate) fn instrument() -> Instrument {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("instruments/recovery-orientering");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let structure = read("instrument.toml");
    let texts = ["da", "nb", "en"].map(|language| (language, read(&format!("{language}.toml"))));
    load(("instrument.toml", &structure), &texts.each_ref().map(|(code, text)| (*code, *code, text.as_str())))
        .unwrap()
}
