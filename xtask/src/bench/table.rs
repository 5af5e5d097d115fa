//! What was measured and what was promised, as a table and as JSON.

use super::measure::Series;
use crate::shell;
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// What one part of the bench found.
#[derive(Serialize)]
pub(crate) struct Table {
    /// What was measured, and how often.
    heading: String,
    machine: String,
    measured: Vec<Measured>,
    promises: Vec<Promise>,
    /// What has to be known to read the numbers.
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Measured {
    what: String,
    unit: &'static str,
    median: f64,
    least: f64,
    most: f64,
}

/// That a number is at most another.
#[derive(Serialize)]
struct Promise {
    what: String,
    found: f64,
    at_most: f64,
    met: bool,
}

impl Table {
    /// An empty one; the machine is looked at now, before the measuring.
    pub(crate) fn new(heading: String) -> Self {
        Self { heading, machine: machine(), measured: Vec::new(), promises: Vec::new(), notes: Vec::new() }
    }

    pub(crate) fn measured(&mut self, what: impl Into<String>, unit: &'static str, series: &Series) {
        let (median, least, most) = (series.median(), series.least(), series.most());
        self.measured.push(Measured { what: what.into(), unit, median, least, most });
    }

    pub(crate) fn promise(&mut self, what: impl Into<String>, found: f64, at_most: f64) {
        self.promises.push(Promise { what: what.into(), found, at_most, met: found <= at_most });
    }

    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// How many promises do not hold.
    pub(crate) fn broken(&self) -> usize {
        self.promises.iter().filter(|promise| !promise.met).count()
    }
}

impl Display for Table {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let names = self.measured.iter().map(|measured| &measured.what);
        let names = names.chain(self.promises.iter().map(|promise| &promise.what));
        let width = names.map(|name| name.chars().count()).max().unwrap_or_default();
        writeln!(out, "{}\n{}\n", self.heading, self.machine)?;
        writeln!(out, "{:<width$}  {:>10}  {:>16}", "measured", "median", "least to most")?;
        for Measured { what, unit, median, least, most } in &self.measured {
            let median = format!("{} {unit}", short(*median));
            let spread = format!("{} to {}", short(*least), short(*most));
            writeln!(out, "{what:<width$}  {median:>10}  {spread:>16}")?;
        }
        writeln!(out, "\n{:<width$}  {:>10}  {:>16}", "ratio of medians", "found", "promised")?;
        for Promise { what, found, at_most, met } in &self.promises {
            let (found, at_most) = (short(*found), format!("at most {}", short(*at_most)));
            let met = if *met { "met" } else { "NOT MET" };
            writeln!(out, "{what:<width$}  {found:>10}  {at_most:>16}  {met}")?;
        }
        writeln!(out)?;
        self.notes.iter().try_for_each(|note| writeln!(out, "{note}"))
    }
}

/// Three digits that count.
fn short(number: f64) -> String {
    let decimals = match number.abs() {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 3,
    };
    format!("{number:.decimals$}")
}

/// Processor, cores, memory, system, and how busy it was.
fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let value = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let processor =
        value(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = value(&read("/proc/meminfo"), "MemTotal").unwrap_or_default();
    let kibibytes: f64 = memory.trim_end_matches(" kB").parse().unwrap_or_default();
    let system = shell::output("uname", &["-sr"]).unwrap_or_default();
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or_default();
    let gibibytes = kibibytes / 1024.0 / 1024.0;
    format!("{processor}, {cores} cores, {gibibytes:.1} GiB, {system}; load {load} at the start")
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::bench::measure::Series;

    #[test]
    fn a_table_says_what_holds() {
        let mut table = Table::new("score".to_owned());
        table.measured("ours", "s", &Series::from([0.3, 0.1, 0.25]));
        table.promise("beside theirs", 0.25, 0.333);
        table.promise("growth", 12.0, 10.5);
        assert_eq!(table.broken(), 1);
        let text = table.to_string();
        let line = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name)).expect("a line");
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(line("ours"), "ours 0.250 s 0.100 to 0.300");
        assert_eq!(line("beside"), "beside theirs 0.250 at most 0.333 met");
        assert_eq!(line("growth"), "growth 12.0 at most 10.5 NOT MET");
    }
}
