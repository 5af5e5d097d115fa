//! An attack on everything that is published: nothing protected may be recovered from it.
//!
//! `random` makes screenings; `solve` is the attacker who solves equations, `enumerate` the one who tries every
//! possible screening; `linear` sets them to work and breaks the rules to see that they notice. `alike` changes what
//! is hidden and compares every output. `rounds` puts two rounds together, `across` the
//! places of a municipality, and `skipped` measures what rounding alone protects.

mod across;
mod algebra;
mod alike;
mod change;
mod enumerate;
mod linear;
mod outputs;
mod random;
mod rounds;
mod skipped;
mod solve;
#[path = "../support/mod.rs"]
mod support;
