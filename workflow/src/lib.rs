//! What can be *done*, and by whom: one function a use case, each with access, rule and port in that order.
//!
//! To add a use case: a method on [`Workflow`] in the file of its aggregate, which starts with
//! `actor.may(…)` (or takes a [`answering::Token`]), asks `screening` for the rule, and ends in a port.
//! To add a port: a trait in [`ports`], one an aggregate, whose methods are one transaction each.

pub mod access;
pub mod accessibility;
pub mod accounts;
pub mod across;
pub mod again;
pub mod answering;
mod asking;
pub mod attachments;
pub mod audit;
pub mod backing_up;
pub mod by_date;
mod changing_password;
pub mod closing;
pub mod code;
pub mod codes;
pub mod comments;
mod data_protection;
pub mod error;
pub mod evidence;
mod fields;
pub mod health;
pub mod hearings;
pub mod importing;
pub mod instruments;
pub mod keeping_accounts;
pub mod mailing;
pub mod open_links;
pub mod password_links;
mod passwords;
pub mod pictures;
pub mod piloting;
pub mod plans;
pub mod ports;
pub mod practising;
pub mod preparing;
pub mod ratings;
pub mod reports;
pub mod retaining;
pub mod screenings;
pub mod sealing;
pub mod second_reading;
pub mod second_step;
pub mod sessions;
pub mod setting_up;
mod settings;
pub mod sign_on;
pub mod stopping;
pub mod tablets;
pub mod words;

pub use access::{Account, Actor, Permission, Role};
pub use codes::MOST_EXTRA;
pub use error::{Error, FieldProblem, Problem};
pub use fields::{LONGEST_LINE, LONGEST_NAME};
pub use preparing::MOST_PLANNING_USERS;
pub use settings::{LONGEST_CLOSING, LONGEST_SETTING, MOST_INVITED, MOST_UNITS};

use std::sync::Arc;

/// Every use case, over the ports it needs.
#[derive(Clone)]
pub struct Workflow {
    /// The stores.
    pub store: Arc<dyn ports::Store>,
    /// The clock.
    pub clock: Arc<dyn ports::Clock>,
    /// Random bytes.
    pub random: Arc<dyn ports::Randomness>,
    /// The PDF of a report.
    pub printer: Arc<dyn ports::Printer>,
    /// Argon2 in a bounded pool.
    pub slow_hash: sealing::SlowHash,
}

/// Result of a use case.
pub type Result<T> = std::result::Result<T, Error>;
