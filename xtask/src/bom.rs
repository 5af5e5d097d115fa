//! What the program is made of, as CycloneDX 1.6: every crate that is in it or in the browser's part, with its version,
//! licence, checksum, and what it needs. Made of Cargo's own lists, the same from the same sources.

use crate::shell::{cargo, root};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is handed over: the program, and what runs in browsers.
const WHOLE: [&str; 2] = ["pejling", "browser-answer"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Need>,
}

#[derive(Deserialize)]
struct Need {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// `dev` or `build`; absent: it is in the program, or writes part of it.
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// Writes it beside the program.
pub(crate) fn write(to: &Path) -> Result<()> {
    let text = serde_json::to_string_pretty(&list()?)?;
    std::fs::write(to, text + "\n").with_context(|| format!("cannot write {}", to.display()))
}

fn list() -> Result<Value> {
    let done = cargo(&["metadata", "--format-version", "1", "--locked"])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !done.status.success() {
        bail!("`cargo metadata --locked` failed");
    }
    let metadata: Metadata = serde_json::from_slice(&done.stdout)?;
    let lock: Lock = toml::from_str(&std::fs::read_to_string(root().join("Cargo.lock"))?)?;
    let checksums: BTreeMap<(&str, &str), &str> = lock
        .package
        .iter()
        .filter_map(|one| Some(((one.name.as_str(), one.version.as_str()), one.checksum.as_deref()?)))
        .collect();
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let needs = needs(&metadata);
    let inside = inside(&metadata, &needs);
    let program = packages.values().find(|package| package.name == WHOLE[0]).context("no pejling")?;
    let components: Vec<Value> = inside
        .iter()
        .filter_map(|id| packages.get(id))
        .filter(|package| package.name != WHOLE[0])
        .map(|package| component(package, &checksums))
        .collect();
    let depends: Vec<Value> = inside
        .iter()
        .filter_map(|id| Some((packages.get(id)?, needs.get(id)?)))
        .map(|(package, on)| {
            let on: Vec<String> = on.iter().filter_map(|id| packages.get(id)).map(|one| purl(one)).collect();
            json!({ "ref": purl(package), "dependsOn": on })
        })
        .collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "name": program.name, "version": program.version, "bom-ref": purl(program),
        } },
        "components": components,
        "dependencies": depends,
    }))
}

/// What each crate needs to be built into the program.
fn needs<'a>(metadata: &'a Metadata) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let built_in = |need: &&Need| need.dep_kinds.iter().any(|kind| kind.kind.is_none());
    let of = |node: &'a Node| node.deps.iter().filter(built_in).map(|need| need.pkg.as_str()).collect();
    metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), of(node))).collect()
}

/// Everything that is reached from what is handed over.
fn inside<'a>(metadata: &'a Metadata, needs: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let whole = |package: &&Package| package.source.is_none() && WHOLE.contains(&package.name.as_str());
    let mut waiting: Vec<&str> = metadata.packages.iter().filter(whole).map(|one| one.id.as_str()).collect();
    let mut inside = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if inside.insert(id) {
            waiting.extend(needs.get(id).into_iter().flatten());
        }
    }
    inside
}

fn component(package: &Package, checksums: &BTreeMap<(&str, &str), &str>) -> Value {
    let Package { name, version, license, .. } = package;
    let mut one = json!({ "type": "library", "name": name, "version": version, "bom-ref": purl(package) });
    if package.source.is_some() {
        one["purl"] = json!(purl(package));
    }
    if let Some(license) = license {
        // `MIT/Apache-2.0` is the old form of `OR`.
        one["licenses"] = json!([{ "expression": license.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksums.get(&(name.as_str(), version.as_str())) {
        one["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    one
}

/// A crate's name for machines (package URL).
fn purl(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    use super::list;
    use std::collections::BTreeSet;

    #[test]
    fn everything_that_is_handed_over_is_named_once_with_its_licence_and_checksum() {
        let list = list().unwrap();
        let components = list["components"].as_array().unwrap();
        let names: BTreeSet<&str> = components.iter().filter_map(|one| one["name"].as_str()).collect();
        for inside in ["axum", "sqlx", "ring", "typst", "screening", "wasm-bindgen"] {
            assert!(names.contains(inside), "{inside}");
        }
        for tool in ["xtask", "proptest", "wait4", "pejling"] {
            assert!(!names.contains(tool), "{tool} is not in the program");
        }
        let references: BTreeSet<&str> =
            components.iter().filter_map(|one| one["bom-ref"].as_str()).collect();
        assert_eq!(references.len(), components.len(), "one name for two");
        for one in components.iter().filter(|one| one.get("purl").is_some()) {
            assert!(one["hashes"][0]["content"].as_str().is_some_and(|hash| hash.len() == 64), "{one}");
        }
        for one in list["dependencies"].as_array().unwrap() {
            for on in one["dependsOn"].as_array().unwrap() {
                assert!(references.contains(on.as_str().unwrap()), "{one}");
            }
        }
    }
}
