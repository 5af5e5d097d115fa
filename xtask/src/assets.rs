//! How does a file become an asset: named by its content, compressed beside itself, listed in a manifest?

use crate::shell::{self, root};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The assets being built. What is already there under its name is left as it is, so that the server is not built anew.
pub(crate) struct Assets {
    folder: PathBuf,
    names: BTreeMap<String, String>,
    files: BTreeSet<PathBuf>,
}

impl Assets {
    /// Into `target/site/assets` of the workspace, where the program looks for them.
    pub(crate) fn begin() -> Result<Self> {
        let folder = root().join("target/site/assets");
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { folder, names: BTreeMap::new(), files: BTreeSet::new() })
    }

    /// Adds a file; returns its name with the hash in it, `main.<hash>.css`.
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) -> Result<String> {
        let (stem, ending) = name.rsplit_once('.').with_context(|| format!("{name} has no ending"))?;
        let hash: String = Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let hashed = format!("{stem}.{hash}.{ending}");
        self.write(&hashed, || Ok(content.to_vec()))?;
        // A font is compressed already.
        if ending != "woff2" && ending != "png" {
            self.write(&format!("{hashed}.br"), || brotli(content))?;
            self.write(&format!("{hashed}.gz"), || gzip(content))?;
        }
        self.names.insert(name.to_owned(), hashed.clone());
        Ok(hashed)
    }

    fn write(&mut self, name: &str, content: impl FnOnce() -> Result<Vec<u8>>) -> Result<()> {
        let file = self.folder.join(name);
        if !file.is_file() {
            write_whole(&file, &content()?)?;
        }
        self.files.insert(file);
        Ok(())
    }

    /// Writes the manifest, removes what earlier builds left, and prints the sizes.
    pub(crate) fn finish(mut self) -> Result<()> {
        let manifest = serde_json::to_vec_pretty(&self.names)?;
        let file = self.folder.join("manifest.json");
        if std::fs::read(&file).is_ok_and(|before| before == manifest) {
            self.files.insert(file);
        } else {
            write_whole(&file, &manifest)?;
            self.files.insert(file);
        }
        for stale in shell::files(&self.folder)?.into_iter().filter(|file| !self.files.contains(file)) {
            std::fs::remove_file(&stale).with_context(|| format!("cannot remove {}", stale.display()))?;
        }
        let mut total = 0;
        for (name, hashed) in &self.names {
            let size = |ending: &str| {
                std::fs::metadata(self.folder.join(format!("{hashed}{ending}"))).map(|it| it.len())
            };
            let (plain, sent) = (size("")?, size(".br").or_else(|_| size(""))?);
            total += sent;
            eprintln!("  {name:<22}{plain:>9} bytes, {sent:>7} as sent");
        }
        eprintln!("  {:<22}{:>9}        {total:>7}", "together", "");
        Ok(())
    }
}

/// Written beside and moved into place: a program that reads it meanwhile sees the old one or the new one.
fn write_whole(file: &Path, content: &[u8]) -> Result<()> {
    let beside = file.with_extension("part");
    std::fs::write(&beside, content).with_context(|| format!("cannot write {}", beside.display()))?;
    std::fs::rename(&beside, file).with_context(|| format!("cannot write {}", file.display()))
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    // The strongest: done once here, read thousands of times.
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(content)?;
    writer.flush()?;
    drop(writer);
    Ok(out)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
