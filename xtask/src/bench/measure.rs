//! One process, from start to end: how long, and how much memory at most.

use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::Instant;
use wait4::Wait4;

const MEBIBYTE: f64 = 1024.0 * 1024.0;

/// What one run took.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    /// From the start of the process to its end, in seconds.
    pub(crate) seconds: f64,
    /// The most memory it held at once, in MiB (`ru_maxrss`, which is never under what xtask itself holds).
    pub(crate) memory: f64,
}

/// Runs a program to its end.
#[expect(clippy::disallowed_methods, reason = "measuring is what this is for")]
pub(crate) fn run(command: &mut Command) -> Result<Run> {
    let begun = Instant::now();
    let child = command.spawn().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    let ended = child.wait4().context("cannot wait for a process")?;
    let seconds = begun.elapsed().as_secs_f64();
    if !ended.status.success() {
        bail!("{command:?} ended with {}", ended.status);
    }
    Ok(Run { seconds, memory: ended.rusage.maxrss as f64 / MEBIBYTE })
}

/// The same thing measured several times, in the order it was.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series(Vec<f64>);

impl Series {
    pub(crate) fn add(&mut self, sample: f64) {
        self.0.push(sample);
    }

    pub(crate) fn least(&self) -> f64 {
        self.0.iter().copied().fold(f64::INFINITY, f64::min)
    }

    pub(crate) fn most(&self) -> f64 {
        self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    }

    /// The middle one, or the mean of the two in the middle.
    pub(crate) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        match (sorted.len() / 2, sorted.len() % 2) {
            (0, 0) => f64::NAN,
            (middle, 0) => (sorted[middle - 1] + sorted[middle]) / 2.0,
            (middle, _) => sorted[middle],
        }
    }
}

impl<const N: usize> From<[f64; N]> for Series {
    fn from(samples: [f64; N]) -> Self {
        Self(samples.into())
    }
}
