//! Lets the release program follow its assets: what `cargo xtask` builds is embedded, also under a new name.

fn main() {
    let assets = std::path::Path::new("target/site/assets");
    // A folder that isn't there would count as changed each time.
    if let Err(error) = std::fs::create_dir_all(assets) {
        println!("cargo::warning=no folder for the assets: {error}");
    }
    println!("cargo::rerun-if-changed={}", assets.display());
    println!("cargo::rerun-if-changed=build.rs");
}
