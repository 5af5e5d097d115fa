//! Bad input: whatever the bytes, a reader refuses in one line that says where and what, or reads; it never panics,
//! and never holds more than its limits. Files in `tests/data/corpus` were found by a coverage-guided fuzzer.

mod answers;
mod instrument;
mod mutate;
#[path = "../support/mod.rs"]
mod support;

/// How many mutated files a test tries: `usual`, or a hundredth part of it times `PEJLING_ATTACK_PERCENT`.
fn tries(usual: u64) -> u64 {
    let percent = std::env::var("PEJLING_ATTACK_PERCENT").ok().and_then(|percent| percent.parse().ok());
    usual * percent.unwrap_or(100) / 100
}

/// The files of a folder of the corpus, by name.
fn corpus(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corpus").join(folder);
    let files = std::fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, std::fs::read(path).expect("a file"))
    };
    let mut files: Vec<_> = files.map(read).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}
