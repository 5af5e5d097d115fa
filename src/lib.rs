//! Pejling, the program: the only place that knows everything.

pub mod store;
