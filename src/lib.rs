//! Pejling, the program: the only place that knows everything.
//!
//! Command line → [`config`] → [`telemetry`] → one verb of [`cli`]. [`adapters`] and [`store`] are the ports of
//! `workflow`, [`instruments`] what is shipped inside.

pub mod adapters;
pub mod cli;
pub mod config;
pub mod instruments;
pub mod store;
pub mod telemetry;
