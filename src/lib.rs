//! Pejling, the program: the only place that knows everything.
//!
//! Command line → [`config`] → [`telemetry`] → one verb of [`cli`]. [`adapters`], [`machine`], [`mail`], [`printing`], [`spreadsheet`] and
//! [`store`] are the ports of `workflow`, [`http`] is what is not a page, [`instruments`] what is shipped inside, and
//! [`demonstration`] what one may try it all on.

pub mod adapters;
pub mod backups;
pub mod cli;
pub mod config;
pub mod demonstration;
pub mod export;
pub mod http;
pub mod instruments;
pub mod machine;
pub mod mail;
pub mod metrics;
pub mod printing;
pub mod sign_on;
pub mod spreadsheet;
pub mod store;
pub mod telemetry;

pub use http::{Program, router};
