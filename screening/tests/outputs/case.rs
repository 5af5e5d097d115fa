//! A report's sources in a test, and what holds of every report.

use crate::sample::{Sample, instrument};
use screening::comment::Quote;
use screening::comparison::Earlier;
use screening::evidence::Coverage;
use screening::hearing::{Attendance, Hearing, LineKind, MinuteLine};
use screening::id::GroupId;
use screening::language::{self, Language};
use screening::report::{Block, Report, ReportSources, SectionKind, draft, plain_text};
use screening::signals::signals;
use std::collections::BTreeSet;

/// A sample with what else a report is built from.
pub(crate) struct Case {
    pub(crate) sample: Sample,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) first: Option<Hearing>,
    pub(crate) second: Option<Hearing>,
    pub(crate) coverage: Coverage,
    pub(crate) open_links: Vec<GroupId>,
    pub(crate) earlier: Option<Earlier>,
    pub(crate) unread: usize,
    pub(crate) management_answer: &'static str,
    pub(crate) language: &'static dyn Language,
}

impl Case {
    pub(crate) fn new(sample: Sample) -> Self {
        let coverage = Coverage { of: 32, ..Coverage::default() };
        Self {
            sample,
            quotes: Vec::new(),
            first: None,
            second: None,
            coverage,
            open_links: Vec::new(),
            earlier: None,
            unread: 0,
            management_answer: "",
            language: language::of("da"),
        }
    }

    pub(crate) fn report(&self) -> Report {
        self.with_sources(draft)
    }

    /// Whatever is made of the sources that the report is made of.
    pub(crate) fn with_sources<T>(&self, make: impl Fn(&ReportSources<'_>) -> T) -> T {
        let published = self.sample.published();
        let signals = signals(&self.sample.picture, &self.sample.instrument, &[]);
        make(&ReportSources {
            instrument: &self.sample.instrument,
            language: self.language,
            published: &published,
            signals: &signals,
            earlier: self.earlier.as_ref(),
            quotes: &self.quotes,
            left_out: 0,
            unread: self.unread,
            first_hearing: self.first.as_ref(),
            second_hearing: self.second.as_ref(),
            open_links: &self.open_links,
            circumstances: &[],
            coverage: self.coverage,
            organisation: "Bostedet Egelunden",
            season: "efterår 2026",
            answer_by: "15. januar 2027",
            management_answer: self.management_answer,
            version: None,
            date: "21. november 2026",
        })
    }
}

pub(crate) fn full() -> Sample {
    let mut sample = Sample::new(instrument())
        .group("leaders", 3, Some(3))
        .group("staff", 14, Some(17))
        .group("users", 22, Some(31));
    let means = [
        (1, 4.3, 3.9, 3.5),
        (2, 4.6, 4.4, 4.2),
        (3, 4.2, 3.7, 2.8),
        (4, 3.9, 3.6, 2.9),
        (5, 4.4, 4.1, 3.9),
        (6, 3.4, 3.2, 3.1),
        (7, 3.6, 2.9, 2.4),
        (8, 4.0, 3.6, 3.3),
    ];
    for (point, leaders, staff, users) in means {
        let code = point.to_string();
        sample = sample.row(&code, "leaders", 3, leaders).row(&code, "staff", 14, staff).row(
            &code,
            "users",
            if point == 7 { 21 } else { 22 },
            users,
        );
    }
    sample
        .gap("3", "staff", "users", 0.9, Some((0.2, 1.6)))
        .row("involvement", "users", 22, 2.7)
        .row("involvement", "staff", 14, 3.4)
        .edit("6.3", "users", 14, 3.5, |row| row.dont_know = Some(8))
}

pub(crate) fn line(point: &str, kind: LineKind, role: Option<&str>, text: &str) -> MinuteLine {
    let role = role.map(Into::into);
    MinuteLine { focus_point: point.into(), kind, role, text: text.to_owned(), indicator: None, about: None }
}

pub(crate) fn held(users: u32, staff: u32, conversation: bool, minutes: Vec<MinuteLine>) -> Hearing {
    let groups = [("users", users), ("staff", staff)].into_iter().map(|(id, n)| (id.into(), n)).collect();
    Hearing {
        date: "2. februar 2027".to_owned(),
        present: Attendance { groups, others: 1 },
        conversation,
        minutes,
        ..Hearing::default()
    }
}

pub(crate) fn section(report: &Report, kind: SectionKind) -> Vec<String> {
    let found = report.sections.iter().filter(|section| section.kind == kind);
    found.flat_map(|section| &section.blocks).flat_map(Block::sentences).map(|s| s.text.clone()).collect()
}

pub(crate) fn heading(report: &Report, kind: SectionKind) -> Option<&str> {
    report.sections.iter().find(|section| section.kind == kind).map(|section| section.heading.as_str())
}

/// What holds of every report: keys are distinct and stable, nothing is empty, a mean has its n, no forbidden word.
pub(crate) fn sound(case: &Case) -> Report {
    let report = case.report();
    assert_eq!(report, case.report());
    sound_report(&report);
    report
}

/// The same of a report from anywhere.
pub(crate) fn sound_report(report: &Report) {
    let mut keys = BTreeSet::new();
    for sentence in report.sentences() {
        assert!(keys.insert(sentence.key.clone()), "{} twice", sentence.key);
        assert!(!sentence.text.trim().is_empty() && !sentence.text.contains("  "), "{sentence:?}");
        assert!(sentence.text.ends_with(['.', '?', '»', '«', '”', '!', ':']), "{}", sentence.text);
        assert!(sentence.text.starts_with(|c: char| !c.is_lowercase()), "{}", sentence.text);
        means_have_their_n(&sentence.text, language::of(&report.language).decimal_sign());
    }
    let text = plain_text(report).to_lowercase();
    for never in ["anonym", "klient", "patient", "fejl", "mangel", "signifikant", "evidens", " sag "] {
        assert!(!text.contains(never), "{never} in {text}");
    }
    assert!(report.sections.iter().all(|section| !section.heading.is_empty() && !section.blocks.is_empty()));
    let order: Vec<SectionKind> = report.sections.iter().map(|section| section.kind).collect();
    assert!(order.is_sorted());
    // What those who took part are told is seen differently, the report itself shows.
    let shown = report.sections.iter().find(|section| section.kind == SectionKind::SeenDifferently);
    let shown = format!("{shown:?}");
    let told = report.for_participants.iter().flat_map(|section| &section.blocks).flat_map(Block::sentences);
    for point in told.filter(|sentence| sentence.key.starts_with("participants.differently.")) {
        let title = point.text.trim_matches(['»', '«', '“', '”']).escape_debug().to_string();
        assert!(shown.contains(&title), "{title} in {shown}");
    }
}

/// Every decimal number of a sentence is followed by its n.
pub(crate) fn means_have_their_n(text: &str, sign: char) {
    for (at, _) in text.match_indices(sign) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digit(text[..at].chars().last()) && digit(text[at + 1..].chars().next()) {
            let rest = text[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
            assert!(rest.starts_with(" (n\u{a0}=\u{a0}"), "{text}");
        }
    }
}
