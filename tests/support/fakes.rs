//! The ports that are not the store: a clock that stands, chance that repeats itself, a printer that prints nothing.

use async_trait::async_trait;
use screening::booklet::Booklets;
use screening::cards::ConversationCards;
use screening::hearing::Paper;
use screening::invitation::{Poster, SlipSheets};
use screening::report::{Report, Section, Slide};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use workflow::ports::{
    Backups, Clock, Delivery, Encryption, Machine, Mail, MailServer, Mailer, Making, PortResult, Printer,
    Randomness, Room, Trouble,
};

/// Saturday 21 November 2026, noon, until it is moved.
pub(crate) struct TestClock(AtomicI64);

impl TestClock {
    pub(crate) fn new() -> Self {
        Self(AtomicI64::new(1_795_262_400))
    }

    pub(crate) fn pass(&self, minutes: i64) {
        self.0.fetch_add(60 * minutes, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
    fn today(&self) -> (i16, i8, i8) {
        let time = jiff::Timestamp::from_second(self.now()).unwrap_or_default();
        let date = time.to_zoned(jiff::tz::TimeZone::UTC).date();
        (date.year(), date.month(), date.day())
    }
}

/// The same bytes in every run, never the same twice in one.
pub(crate) struct Seeded(AtomicU64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed << 32))
    }
}

impl Randomness for Seeded {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(32) {
            let block = Sha256::digest(self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

/// Gives an empty file; of a report of more than 1,500 words the marks of five pages.
pub(crate) struct NoPrinter;

#[async_trait]
impl Printer for NoPrinter {
    async fn make(&self, work: Making) -> PortResult<Vec<u8>> {
        work()
    }
    async fn report_pdf(&self, report: &Report, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let words: usize = report.sections.iter().map(Section::words).sum();
        Ok(if words > 1500 { b"/Type/Page/".repeat(5) } else { Vec::new() })
    }
    async fn report_docx(&self, _: &Report, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
    async fn slide_pdf(&self, _: &Slide, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
    async fn paper_pdf(&self, _: &Paper, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
    async fn slips_pdf(&self, _: &SlipSheets, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
    async fn booklets_pdf(&self, _: &Booklets, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
    async fn poster_pdf(&self, _: &Poster, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
    async fn cards_pdf(&self, _: &ConversationCards, _: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        Ok(Vec::new())
    }
}

/// Takes every mail and forgets it.
pub(crate) struct NoMailer;

#[async_trait]
impl Mailer for NoMailer {
    async fn deliver(&self, _: &Mail) -> Delivery {
        Delivery::Taken
    }
    fn server(&self) -> MailServer {
        MailServer {
            host: "localhost".to_owned(),
            port: 25,
            encryption: Encryption::None,
            user: None,
            from: "pejling@kommune.example".to_owned(),
        }
    }
}

/// Knows nothing of itself.
pub(crate) struct StandingMachine;

impl Machine for StandingMachine {
    fn version(&self) -> &'static str {
        "0"
    }
    fn started_at(&self) -> i64 {
        0
    }
    fn database(&self) -> String {
        String::new()
    }
    fn rooms(&self) -> Vec<Room> {
        Vec::new()
    }
    fn backups(&self) -> Option<Backups> {
        None
    }
    fn troubles(&self) -> Vec<Trouble> {
        Vec::new()
    }
}
