//! The leader's pages: the released reports and the plan that follows them, and nothing else.

pub mod leave;
pub mod list;
pub mod plan;
pub mod report;
