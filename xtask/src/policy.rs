//! May we use what we depend on? `deny.toml`, in the form of cargo-deny: licences, sources, bans.

use crate::shell::{cargo, root};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Policy {
    licenses: Licenses,
    sources: Sources,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
    #[serde(default)]
    clarify: Vec<Clarified>,
}

/// A crate that may have a licence others may not.
#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: BTreeSet<String>,
}

/// A crate whose manifest names a file instead of a licence.
#[derive(Deserialize)]
struct Clarified {
    #[serde(rename = "crate")]
    name: String,
    expression: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
    /// Who may need it all the same.
    #[serde(default)]
    wrappers: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    dependencies: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// Fails with every breach, a line each.
pub(crate) fn check() -> Result<()> {
    let file = root().join("deny.toml");
    let policy: Policy = toml::from_str(&std::fs::read_to_string(&file).context("cannot read deny.toml")?)?;
    let done = cargo(&["metadata", "--format-version", "1", "--locked"])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !done.status.success() {
        bail!("`cargo metadata --locked` failed");
    }
    let metadata: Metadata = serde_json::from_slice(&done.stdout)?;
    let breaches: Vec<String> =
        metadata.packages.iter().filter_map(|package| breach(&policy, &metadata, package)).collect();
    if !breaches.is_empty() {
        bail!("deny.toml forbids\n  {}", breaches.join("\n  "));
    }
    eprintln!("  {} packages, all as deny.toml allows", metadata.packages.len());
    Ok(())
}

fn breach(policy: &Policy, metadata: &Metadata, package: &Package) -> Option<String> {
    let Package { name, version, .. } = package;
    if let Some(source) = &package.source {
        let address = source.strip_prefix("registry+").or_else(|| source.strip_prefix("sparse+"));
        if !policy.sources.allow_registry.iter().any(|allowed| Some(allowed.as_str()) == address) {
            return Some(format!("{name} {version}: comes from {source}"));
        }
    }
    if let Some(banned) = policy.bans.deny.iter().find(|banned| banned.name == *name)
        && (banned.wrappers.is_empty()
            || needed_by(metadata, &package.id).any(|by| !banned.wrappers.contains(by)))
    {
        return Some(format!("{name} {version}: {}", banned.reason));
    }
    let clarified = policy.licenses.clarify.iter().find(|clarified| clarified.name == *name);
    let license = clarified.map(|clarified| clarified.expression.as_str()).or(package.license.as_deref());
    let Some(license) = license else { return Some(format!("{name} {version}: names no licence")) };
    let exception = policy.licenses.exceptions.iter().find(|exception| exception.name == *name);
    let allowed = |one: &str| {
        policy.licenses.allow.contains(one)
            || exception.is_some_and(|exception| exception.allow.contains(one))
    };
    (!holds(license, &allowed)).then(|| format!("{name} {version}: licence {license}"))
}

/// The names of those that need a package themselves.
fn needed_by<'a>(metadata: &'a Metadata, id: &'a str) -> impl Iterator<Item = &'a str> {
    let nodes = metadata.resolve.nodes.iter().filter(move |node| node.dependencies.contains(id));
    nodes.filter_map(|node| {
        let package = metadata.packages.iter().find(|package| package.id == node.id);
        package.map(|package| package.name.as_str())
    })
}

/// Whether a licence expression can be met by allowed licences. `MIT/Apache-2.0` is the old form of `OR`.
fn holds(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    any_of(&words, &mut at, allowed) && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut holds = all_of(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        holds |= all_of(words, at, allowed);
    }
    holds
}

fn all_of(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut holds = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        holds &= one(words, at, allowed);
    }
    holds
}

fn one(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    if words.get(*at) == Some(&"(") {
        *at += 1;
        let holds = any_of(words, at, allowed);
        *at += 1;
        return holds && words.get(*at - 1) == Some(&")");
    }
    let mut name = words.get(*at).copied().unwrap_or_default().to_owned();
    *at += 1;
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed(&name)
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_choice_needs_one_and_a_sum_needs_all() {
        let allowed = |name: &str| ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].contains(&name);
        for expression in ["MIT", "MIT/GPL-3.0", "GPL-3.0 OR MIT", "MIT AND (GPL-3.0 OR Zlib)", "(MIT)"] {
            assert!(holds(expression, &allowed), "{expression}");
        }
        assert!(holds("Apache-2.0 WITH LLVM-exception OR GPL-3.0", &allowed));
        for expression in
            ["GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0", "(MIT OR Zlib) AND GPL-3.0", "", "MIT MIT", "(MIT"]
        {
            assert!(!holds(expression, &allowed), "{expression}");
        }
    }
}
