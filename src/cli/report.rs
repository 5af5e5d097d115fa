//! `pejling report`: the draft report from a file of answers, without a database.

use super::Misuse;
use super::answers::AnswersFile;
use crate::adapters::SystemClock;
use crate::http::assets;
use crate::printing::{report_docx, report_pdf};
use anyhow::{Context, Result};
use app::components::report::report_document;
use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use screening::evidence::Coverage;
use screening::language;
use screening::report::{Report, ReportSources, draft};
use screening::signals::signals;
use std::fs;
use std::path::PathBuf;
use workflow::ports::Clock;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    answers: AnswersFile,
    /// The organisation, as it stands on the report
    #[arg(long, value_name = "NAME", env = "PEJLING_ORGANISATION", value_parser = NonEmptyStringValueParser::new())]
    organisation: String,
    /// Language of the report
    #[arg(long, value_name = "CODE", env = "PEJLING_LANGUAGE", default_value = "da")]
    language: String,
    /// Where it is written; the ending says how: .pdf, .docx or .html
    #[arg(long, value_name = "FILE", env = "PEJLING_OUT")]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let out = &arguments.out;
    // What cannot be written is told before a long file is read.
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "pdf" | "html" | "docx" => {}
        _ => return Err(Misuse(format!("--out {}: must end in .pdf, .docx or .html", out.display())).into()),
    }
    let clock = SystemClock::new();
    let report = arguments.draft(clock.today())?;
    let bytes = match ending.as_str() {
        "pdf" => report_pdf(&report, clock.today())?,
        "docx" => report_docx(&report, clock.today())?,
        _ => report_document(&report, &assets::text("main.css")).into_bytes(),
    };
    fs::write(out, bytes).with_context(|| format!("--out {}", out.display()))
}

impl Arguments {
    fn draft(&self, (year, month, day): (i16, i8, i8)) -> Result<Report> {
        let words = language::of(&self.language);
        if words.code() != self.language {
            let known = words.code();
            return Err(Misuse(format!("--language {}: there is only {known}", self.language)).into());
        }
        let scored = self.answers.score()?;
        let published = scored.picture.published(&scored.instrument);
        let signals = signals(&scored.picture, &scored.instrument, &[]);
        Ok(draft(&ReportSources {
            instrument: &scored.instrument,
            language: words,
            published: &published,
            signals: &signals,
            earlier: None,
            quotes: &[],
            left_out: 0,
            unread: 0,
            first_hearing: None,
            second_hearing: None,
            open_links: &[],
            circumstances: &[],
            coverage: Coverage { of: scored.instrument.indicators().count(), ..Coverage::default() },
            organisation: &self.organisation,
            season: "",
            answer_by: "",
            management_answer: "",
            version: None,
            date: &words.date(year, month, day),
        })
        .pruned())
    }
}
