//! How does a crate of islands become a script and a wasm file?

use crate::assets::Assets;
use crate::install::{self, WasmCompiler};
use crate::shell::{cargo, command, finish, root, step, target};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// The crate `browser/<bundle>`, built and added as `<bundle>.wasm` and `<bundle>.js`.
pub(crate) fn add(assets: &mut Assets, bundle: &str) -> Result<()> {
    same_bindings()?;
    let compiler = install::wasm_compiler()?;
    let optimiser = install::wasm_opt()?;
    let wasm = step("building the browser's part", || compile(&compiler, bundle))?;
    let (wasm, bindings) = bind(&wasm, bundle, &optimiser)?;
    let wasm = assets.add(&format!("{bundle}.wasm"), &wasm)?;
    let loader = root().join("browser").join(bundle).join("loader.js");
    let loader =
        std::fs::read_to_string(&loader).with_context(|| format!("cannot read {}", loader.display()))?;
    // The loader is a part of the bindings' module: one request less. What comes before it has names of its own, and is
    // done before an island wakes.
    let before = root().join("browser").join(bundle).join("before.js");
    let before = std::fs::read_to_string(before).unwrap_or_default();
    let script = format!("{{\n{before}\n}}\n{bindings}\n{}", loader.replace("BUNDLE_WASM", &wasm));
    assets.add(&format!("{bundle}.js"), without_comments(&script).as_bytes())?;
    Ok(())
}

/// The file `browser/<name>/<name>.js`, which needs no bindings, added as `<name>.js`.
fn add_script(assets: &mut Assets, name: &str) -> Result<()> {
    let file = root().join("browser").join(name).join(name).with_extension("js");
    let script = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    assets.add(&format!("{name}.js"), without_comments(&script).as_bytes())?;
    Ok(())
}

/// wasm-bindgen's macro and its tool must be of one version.
fn same_bindings() -> Result<()> {
    let lock: toml::Table = std::fs::read_to_string(root().join("Cargo.lock"))?.parse()?;
    let version = |name: &str| {
        let packages = lock.get("package")?.as_array()?;
        packages.iter().find(|package| package["name"].as_str() == Some(name))?.get("version")?.as_str()
    };
    let (macros, tool) = (version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    if macros.is_none() || macros != tool {
        bail!(
            "Cargo.lock has wasm-bindgen {macros:?} and wasm-bindgen-cli-support {tool:?}: set both to one version"
        );
    }
    Ok(())
}

fn compile(compiler: &WasmCompiler, bundle: &str) -> Result<PathBuf> {
    let package = format!("browser-{bundle}");
    let arguments =
        ["build", "-p", &package, "--features", "hydrate", "--profile", "wasm-release", "--target", TRIPLE];
    // A folder of its own: two compilers in one would rebuild each other's macros.
    let folder = target().join("browser");
    let mut build = compiler_command(compiler, &arguments);
    build.env("CARGO_TARGET_DIR", &folder);
    finish(build)?;
    Ok(folder.join(TRIPLE).join("wasm-release").join(format!("browser_{bundle}.wasm")))
}

const TRIPLE: &str = "wasm32-unknown-unknown";

fn compiler_command(compiler: &WasmCompiler, arguments: &[&str]) -> Command {
    match compiler {
        WasmCompiler::Usual => cargo(arguments),
        WasmCompiler::Debian => {
            let mut build = command("/usr/bin/cargo", arguments);
            // Debian ships no standard library for this target, but its source; building it is not a stable feature.
            build
                .arg("-Zbuild-std=std,panic_abort")
                .env("RUSTC_BOOTSTRAP", "1")
                // No words for a panic that nobody reads: a tenth of what a phone must load.
                .env("CARGO_ENCODED_RUSTFLAGS", "-Zunstable-options\u{1f}-Cpanic=immediate-abort")
                .env("RUSTC", "/usr/bin/rustc");
            for name in ["RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "CARGO", "RUSTFLAGS"] {
                build.env_remove(name);
            }
            build
        }
    }
}

/// The wasm as small as it gets, and its bindings. Kept from the last time when nothing changed.
fn bind(wasm: &Path, bundle: &str, optimiser: &Path) -> Result<(Vec<u8>, String)> {
    let folder = target().join("browser/bound");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let content = std::fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let state = format!(
        "{:x?}",
        Sha256::new().chain_update(&content).chain_update(include_str!("browser.rs")).finalize()
    );
    let [script, small, stamp] =
        ["js", "wasm", "stamp"].map(|ending| folder.join(bundle).with_extension(ending));
    if std::fs::read_to_string(&stamp).is_ok_and(|before| before == state) {
        return Ok((std::fs::read(&small)?, std::fs::read_to_string(&script)?));
    }
    let mut output = Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate_output()?;
    if output.js().lines().any(|line| line.starts_with("import ")) {
        bail!("a crate brings JavaScript files of its own, which the bundle has no place for");
    }
    drop_streams(&mut output);
    let bound = folder.join(format!("{bundle}.bound.wasm"));
    std::fs::write(&bound, output.wasm_mut().emit_wasm())?;
    let mut optimise = command("node", &[]);
    optimise.arg(optimiser).args(WASM_OPT).arg(&bound).arg("-o").arg(&small);
    finish(optimise)?;
    std::fs::write(&script, output.js())?;
    let made = (std::fs::read(&small)?, output.js().to_owned());
    std::fs::write(&stamp, state)?;
    Ok(made)
}

/// Server functions that stream bring three classes for JavaScript to call. No island streams: taken out of the exports,
/// they are out of everyone's reach, and the optimiser takes them away (2 kB as sent).
fn drop_streams(output: &mut wasm_bindgen_cli_support::Output) {
    let exports = &mut output.wasm_mut().exports;
    let unused: Vec<_> = exports
        .iter()
        .filter(|export| export.name.contains("intounderlying"))
        .map(|export| export.id())
        .collect();
    for export in unused {
        exports.delete(export);
    }
}

/// The features are those rustc uses by itself; every browser since 2022 has them.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Without lines that are a comment and without indentation: what the bindings explain is not for the network.
fn without_comments(script: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        if inside || line.starts_with("/*") {
            inside = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out += line;
            out.push('\n');
        }
    }
    out
}

/// Lints the browser's part as it is built for the browser, or for this machine where the compiler has no clippy.
pub(crate) fn lint(bundle: &str) -> Result<()> {
    let package = format!("browser-{bundle}");
    let mut arguments = vec!["clippy", "-p", &package, "--features", "hydrate", "--all-targets"];
    if matches!(install::wasm_compiler()?, WasmCompiler::Usual) {
        arguments.extend(["--target", TRIPLE]);
    }
    arguments.extend(["--", "-D", "warnings"]);
    finish(cargo(&arguments))
}

/// Builds styles, fonts and every bundle.
pub(crate) fn build_all() -> Result<()> {
    let mut assets = Assets::begin()?;
    add(&mut assets, "answer")?;
    add_script(&mut assets, "hearing")?;
    add_script(&mut assets, "leaving")?;
    add_script(&mut assets, "tablet")?;
    add_script(&mut assets, "worker")?;
    add_script(&mut assets, "writing")?;
    add_script(&mut assets, "typing")?;
    crate::styles::add(&mut assets)?;
    assets.finish()
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn code_stays() {
        let script =
            "/**\n * Why.\n */\nlet a = 1; // kept\n\n  // gone\n  b(\"/* kept */\");\n/* one line */\n";
        assert_eq!(without_comments(script), "let a = 1; // kept\nb(\"/* kept */\");\n");
    }
}
