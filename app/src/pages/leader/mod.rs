//! The leader's pages: the released reports, and nothing else.

pub mod list;
pub mod report;
