//! What the program says of itself, on standard error. Never a query, a code, a cookie or a body.

mod troubles;

pub(crate) use troubles::troubles;

use jiff::Timestamp;
use serde_json::{Map, Value};
use std::fmt::{self, Debug};
use std::io::{IsTerminal, stderr};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;
use troubles::Remembering;

/// What is logged where nothing else is asked for.
pub const DEFAULT_FILTER: &str = "warn,pejling=info";

/// The same without the audit log's lines, for a verb that somebody types.
pub const QUIET_FILTER: &str = "warn,pejling=info,pejling::audit=off";

/// At `trace` this part of a library repeats paths as they were asked for, and someone may have typed a code there.
const SILENT: &str = "tower_http::csrf::service=off";

/// How a line is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LogForm {
    /// For people
    #[default]
    Text,
    /// One JSON object a line, for machines
    Json,
}

/// Starts logging with this filter, e.g. `warn,pejling=debug`.
///
/// # Errors
///
/// A filter that cannot be read, with the mend.
pub fn start(filter: &str, form: LogForm) -> Result<(), String> {
    let filter = EnvFilter::try_new(filter).map_err(|error| {
        format!("the log filter {filter:?} cannot be read ({error}); write for example info")
    })?;
    let filter =
        filter.add_directive(SILENT.parse().map_err(|error: ParseError| format!("{SILENT}: {error}"))?);
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    // A second start in the same process (tests) keeps the first.
    let _ = match form {
        LogForm::Text => lines.with_ansi(stderr().is_terminal()).finish().with(Remembering).try_init(),
        LogForm::Json => lines.event_format(JsonLines).finish().with(Remembering).try_init(),
    };
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a log line says when; no rule depends on it")]
fn now() -> Timestamp {
    Timestamp::now()
}

/// An object a line: `time`, `level`, `target`, and what the line says; its text is `message`.
struct JsonLines;

impl<S, N> FormatEvent<S, N> for JsonLines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, mut out: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let mut fields = Fields(Map::new());
        event.record(&mut fields);
        let of_every_line = [
            ("time", now().to_string()),
            ("level", event.metadata().level().to_string()),
            ("target", event.metadata().target().to_owned()),
        ];
        fields.0.extend(of_every_line.map(|(name, value)| (name.to_owned(), Value::from(value))));
        writeln!(out, "{}", Value::Object(fields.0))
    }
}

/// What a line says, name by name.
struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, field: &Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.put(field, format!("{value:?}"));
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value);
    }
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value);
    }
    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value);
    }
    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value);
    }
    fn record_u128(&mut self, field: &Field, value: u128) {
        self.put(field, u64::try_from(value).unwrap_or(u64::MAX));
    }
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.put(field, value);
    }
}
