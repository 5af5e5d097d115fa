//! What a machine that watches the program is told, in Prometheus' words: how many, how long, how much waits. Labels are
//! routes, methods, states: never a code, an answer, an address, or which screening.
//!
//! Counted where it happens, in one place a process; [`text`] asks the database for what only it knows. To add a figure: a
//! field of [`Counted`], or a question in [`text`].

use crate::store::db::{Db, fetch_optional};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;
use workflow::ports::PortResult;

/// Upper ends of the stretches in which durations are counted, in seconds.
const ENDS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
/// A database that takes longer does not answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Durations, counted by how long they were.
#[derive(Clone, Debug, Default, PartialEq)]
struct Durations {
    within: [u64; ENDS.len()],
    count: u64,
    sum: Duration,
}

impl Durations {
    fn add(&mut self, duration: Duration) {
        for (count, end) in self.within.iter_mut().zip(ENDS) {
            *count += u64::from(duration.as_secs_f64() <= end);
        }
        self.count += 1;
        self.sum += duration;
    }

    fn write(&self, out: &mut String, name: &str, labels: &str) {
        let comma = if labels.is_empty() { "" } else { "," };
        for (count, end) in self.within.iter().zip(ENDS) {
            line(out, &format!("{name}_bucket"), &format!("{labels}{comma}le=\"{end}\""), *count);
        }
        line(out, &format!("{name}_bucket"), &format!("{labels}{comma}le=\"+Inf\""), self.count);
        line(out, &format!("{name}_sum"), labels, self.sum.as_secs_f64());
        line(out, &format!("{name}_count"), labels, self.count);
    }
}

/// Everything that is counted.
#[derive(Default)]
struct Counted {
    /// By method, route and status.
    requests: Mutex<BTreeMap<(&'static str, String, u16), u64>>,
    /// By route.
    durations: Mutex<BTreeMap<String, Durations>>,
    /// Waiting for a connection to read with.
    reads: Mutex<Durations>,
    /// Transactions that write, waiting and commit included.
    writes: Mutex<Durations>,
    sent: AtomicU64,
    saved: AtomicU64,
    /// Seconds since 1970; 0: none that we know.
    backup: AtomicI64,
}

static COUNTED: LazyLock<Counted> = LazyLock::new(Counted::default);

/// A request was answered; `route` is a template, or the name of a form.
pub(crate) fn request(method: &str, route: &str, status: u16, duration: Duration) {
    let method = ["GET", "HEAD", "POST"].into_iter().find(|known| *known == method).unwrap_or("other");
    *held(&COUNTED.requests).entry((method, route.to_owned(), status)).or_default() += 1;
    held(&COUNTED.durations).entry(route.to_owned()).or_default().add(duration);
}

/// A connection to read with was there after so long.
pub(crate) fn read_waited(duration: Duration) {
    held(&COUNTED.reads).add(duration);
}

/// A transaction that writes took so long.
pub(crate) fn written(duration: Duration) {
    held(&COUNTED.writes).add(duration);
}

/// A questionnaire was sent.
pub(crate) fn sent() {
    COUNTED.sent.fetch_add(1, Ordering::Relaxed);
}

/// A page of one was kept.
pub(crate) fn saved() {
    COUNTED.saved.fetch_add(1, Ordering::Relaxed);
}

/// A backup was made by the clock at this time, seconds since 1970.
pub(crate) fn backed_up(at: i64) {
    COUNTED.backup.store(at, Ordering::Relaxed);
}

fn held<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Everything as text.
pub async fn text(db: &Db) -> String {
    let mut out = String::new();
    counted(&mut out);
    match tokio::time::timeout(PATIENCE, asked(db)).await {
        Ok(Ok((drafts, mails))) => {
            gauge(&mut out, "pejling_database_up", "Whether the database answers.", 1);
            gauge(&mut out, "pejling_drafts", "Questionnaires that are begun and not sent.", drafts);
            gauge(&mut out, "pejling_mails_waiting", "Mails that wait to be sent.", mails);
        }
        _ => gauge(&mut out, "pejling_database_up", "Whether the database answers.", 0),
    }
    let (used, idle) = db.connections();
    head(&mut out, "pejling_database_connections", "gauge", "Connections to the database.");
    line(&mut out, "pejling_database_connections", "state=\"used\"", used);
    line(&mut out, "pejling_database_connections", "state=\"idle\"", idle);
    process(&mut out);
    out
}

fn counted(out: &mut String) {
    head(out, "pejling_info", "gauge", "The release.");
    line(out, "pejling_info", &format!("version=\"{}\"", env!("CARGO_PKG_VERSION")), 1);
    head(out, "pejling_requests_total", "counter", "Requests answered.");
    for ((method, route, status), count) in &*held(&COUNTED.requests) {
        let labels = format!("method=\"{method}\",route=\"{}\",status=\"{status}\"", escaped(route));
        line(out, "pejling_requests_total", &labels, count);
    }
    head(out, "pejling_request_seconds", "histogram", "How long requests took.");
    for (route, durations) in &*held(&COUNTED.durations) {
        durations.write(out, "pejling_request_seconds", &format!("route=\"{}\"", escaped(route)));
    }
    let times = [
        ("pejling_database_wait_seconds", "Waiting for a connection to read with.", &COUNTED.reads),
        ("pejling_database_write_seconds", "Transactions that write, waiting included.", &COUNTED.writes),
    ];
    for (name, what, durations) in times {
        head(out, name, "histogram", what);
        held(durations).write(out, name, "");
    }
    let counts = [
        ("pejling_sends_total", "Questionnaires sent.", &COUNTED.sent),
        ("pejling_draft_saves_total", "Pages of questionnaires kept.", &COUNTED.saved),
    ];
    for (name, what, count) in counts {
        head(out, name, "counter", what);
        line(out, name, "", count.load(Ordering::Relaxed));
    }
    let backup = COUNTED.backup.load(Ordering::Relaxed);
    if backup > 0 {
        let what = "When a backup was last made by the clock, seconds since 1970.";
        gauge(out, "pejling_backup_timestamp_seconds", what, backup);
    }
}

/// Drafts and mails that wait.
async fn asked(db: &Db) -> PortResult<(i64, i64)> {
    let mut reading = db.read().await?;
    let both = fetch_optional!(
        reading,
        (i64, i64),
        "SELECT (SELECT COUNT(*) FROM draft), (SELECT COUNT(*) FROM mail WHERE state = 'waiting')"
    )?;
    Ok(both.unwrap_or_default())
}

/// What Linux says of the process; nothing elsewhere.
fn process(out: &mut String) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = kilobytes.and_then(|rest| rest.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    if let Some(kilobytes) = kilobytes {
        gauge(out, "process_resident_memory_bytes", "Memory in use.", kilobytes * 1024);
    }
    if let Ok(files) = std::fs::read_dir("/proc/self/fd") {
        gauge(out, "process_open_fds", "Open files and connections.", files.count());
    }
}

fn head(out: &mut String, name: &str, kind: &str, what: &str) {
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(out, "# HELP {name} {what}\n# TYPE {name} {kind}");
}

fn gauge(out: &mut String, name: &str, what: &str, value: impl std::fmt::Display) {
    head(out, name, "gauge", what);
    line(out, name, "", value);
}

fn line(out: &mut String, name: &str, labels: &str, value: impl std::fmt::Display) {
    let _ = if labels.is_empty() {
        writeln!(out, "{name} {value}")
    } else {
        writeln!(out, "{name}{{{labels}}} {value}")
    };
}

fn escaped(label: &str) -> String {
    label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_counted_up_to_each_end_as_prometheus_wants_them() {
        let mut durations = Durations::default();
        for milliseconds in [3, 5, 70, 20_000] {
            durations.add(Duration::from_millis(milliseconds));
        }
        let mut out = String::new();
        durations.write(&mut out, "d", "route=\"/\"");
        assert!(out.contains("d_bucket{route=\"/\",le=\"0.005\"} 2\n"), "{out}");
        assert!(out.contains("d_bucket{route=\"/\",le=\"0.1\"} 3\n"), "{out}");
        assert!(out.contains("d_bucket{route=\"/\",le=\"10\"} 3\n"), "{out}");
        assert!(out.contains("d_bucket{route=\"/\",le=\"+Inf\"} 4\n"), "{out}");
        assert!(out.ends_with("d_sum{route=\"/\"} 20.078\nd_count{route=\"/\"} 4\n"), "{out}");
    }

    #[test]
    fn a_label_cannot_end_early() {
        assert_eq!(escaped("a\"b\\c\nd"), "a\\\"b\\\\c\\nd");
    }
}
