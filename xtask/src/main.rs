//! The verbs that build, run and test Pejling.
fn main() {}
