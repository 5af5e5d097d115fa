//! Pejling.
fn main() {}
