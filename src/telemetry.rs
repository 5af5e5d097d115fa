//! What the program says of itself, on standard error. Never a query, a code, a cookie or a body.

use std::io::{IsTerminal, stderr};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

/// What is logged where nothing else is asked for.
pub const DEFAULT_FILTER: &str = "warn,pejling=info";

/// The same without the audit log's lines, for a verb that somebody types.
pub const QUIET_FILTER: &str = "warn,pejling=info,pejling::audit=off";

/// At `trace` this part of a library repeats paths as they were asked for, and someone may have typed a code there.
const SILENT: &str = "tower_http::csrf::service=off";

/// Starts logging with this filter, e.g. `warn,pejling=debug`.
///
/// # Errors
///
/// A filter that cannot be read, with the mend.
pub fn start(filter: &str) -> Result<(), String> {
    let filter = EnvFilter::try_new(filter).map_err(|error| {
        format!("the log filter {filter:?} cannot be read ({error}); write for example info")
    })?;
    let filter =
        filter.add_directive(SILENT.parse().map_err(|error: ParseError| format!("{SILENT}: {error}"))?);
    // A second start in the same process (tests) keeps the first.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(stderr().is_terminal())
        .with_writer(stderr)
        .try_init();
    Ok(())
}
