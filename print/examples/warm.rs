//! Says how long a warm export takes, and prints a report to a file to look at: the sample, or one kept as JSON.
//!
//! `cargo run -p print --release --example warm -- report.pdf [report.json]`

#[path = "../tests/support/sample.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod sample;

#[expect(clippy::disallowed_methods, reason = "a stopwatch is what this is")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = print::PdfOptions { date: jiff::civil::date(2026, 11, 21) };
    let sample = match std::env::args().nth(2) {
        Some(path) => serde_json::from_slice(&std::fs::read(path)?)?,
        None => sample::report(),
    };
    let first = std::time::Instant::now();
    let bytes = print::pdf(&sample, options)?;
    println!("first: {:.1} ms, {} bytes", first.elapsed().as_secs_f64() * 1000.0, bytes.len());
    let mut times: Vec<f64> = Vec::new();
    for round in 0..20 {
        let mut report = sample.clone();
        // Another report each time: nobody asks for the same one twice in a row.
        for section in &mut report.sections {
            section.heading.push_str(&format!(" {round}"));
            for block in &mut section.blocks {
                match block {
                    screening::report::Block::Paragraph(all)
                    | screening::report::Block::List(all)
                    | screening::report::Block::Steps(all) => {
                        all.iter_mut().for_each(|sentence| sentence.text.insert_str(0, &format!("{round} ")));
                    }
                    screening::report::Block::Chart(chart) => {
                        chart.svg = chart.svg.replace("Plot", &format!("Plot {round}"));
                    }
                    _ => {}
                }
            }
        }
        let start = std::time::Instant::now();
        std::hint::black_box(print::pdf(&report, options)?);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    println!("warm: {:.1} ms median, {:.1} ms slowest of {}", times[10], times[19], times.len());
    if let Some(path) = std::env::args().nth(1) {
        std::fs::write(path, print::pdf(&sample, options)?)?;
    }
    Ok(())
}
