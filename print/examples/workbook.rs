//! Writes workbooks to look at: three sizes of place, one with units, and an instrument unlike the shipped one.
//!
//! `cargo run -p print --example workbook -- FOLDER`

#[path = "../tests/support/place.rs"]
mod place;

use place::{export, odd, published, recovery};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let (recovery, odd) = (recovery(), odd());
    let write = |name: &str, instrument, sizes: &[(&str, u64)], units: &[&str]| {
        let published = published(instrument, sizes, units);
        let bytes = print::xlsx(&export(&published, instrument))?;
        std::fs::write(folder.join(format!("{name}.xlsx")), bytes)?;
        Ok::<(), Box<dyn std::error::Error>>(())
    };
    let of = |leaders, staff, users| [("leaders", leaders), ("staff", staff), ("users", users)];
    write("usual", &recovery, &of(3, 14, 22), &[])?;
    write("small", &recovery, &of(1, 6, 7), &[])?;
    write("large", &recovery, &of(30, 400, 2000), &["Gården", "Haven", "Søen"])?;
    write("odd", &odd, &[("council", 4), ("night-shift", 6), ("kitchen", 12), ("volunteers", 40)], &[])
}
