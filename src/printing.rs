//! The port of `workflow` that prints: reports, slips, posters and conversation cards as PDF, set on the blocking pool, a few at a time.

use async_trait::async_trait;
use print::{PdfOptions, PrintError};
use screening::booklet::Booklets;
use screening::cards::ConversationCards;
use screening::hearing::Paper;
use screening::invitation::{Poster, SlipSheets};
use screening::report::{Report, Slide};
use std::sync::Arc;
use tokio::sync::Semaphore;
use workflow::ports::{Making, PortResult, Printer, StoreError};

/// The PDF of a report that counts as made on this day (year, month, day). Takes a processor for some tens of
/// milliseconds.
///
/// # Errors
/// Where the day is none, or the report cannot be printed.
pub fn report_pdf(report: &Report, (year, month, day): (i16, i8, i8)) -> Result<Vec<u8>, PrintingError> {
    Ok(print::pdf(report, made_on((year, month, day))?)?)
}

/// The same report as a Word document.
///
/// # Errors
/// As [`report_pdf`].
pub fn report_docx(report: &Report, (year, month, day): (i16, i8, i8)) -> Result<Vec<u8>, PrintingError> {
    Ok(print::docx(report, made_on((year, month, day))?)?)
}

fn made_on((year, month, day): (i16, i8, i8)) -> Result<PdfOptions, PrintingError> {
    Ok(PdfOptions { date: jiff::civil::Date::new(year, month, day)? })
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PrintingError {
    /// There is no such day.
    #[error("no such day: {0}")]
    Day(#[from] jiff::Error),
    /// The report cannot be printed.
    #[error(transparent)]
    Print(#[from] PrintError),
}

/// Sets what is printed as PDF. Typesetting takes a processor whole, so that only some run at once.
#[derive(Clone, Debug)]
pub struct PdfPrinter {
    places: Arc<Semaphore>,
}

impl PdfPrinter {
    /// With room for this many at once.
    pub fn new(places: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(places)) }
    }

    /// Prints on a thread of its own, once there is a place.
    async fn run(
        &self,
        work: impl FnOnce() -> Result<Vec<u8>, PrintingError> + Send + 'static,
    ) -> PortResult<Vec<u8>> {
        self.make(Box::new(move || work().map_err(|error| StoreError(error.into())))).await
    }
}

#[async_trait]
impl Printer for PdfPrinter {
    async fn make(&self, work: Making) -> PortResult<Vec<u8>> {
        let place =
            Arc::clone(&self.places).acquire_owned().await.map_err(|error| StoreError(error.into()))?;
        // The place goes along: where the caller gives up, the thread still works.
        let work = move || {
            let file = work();
            drop(place);
            file
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| StoreError(error.into()))?
    }

    async fn report_pdf(&self, report: &Report, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let report = report.clone();
        self.run(move || report_pdf(&report, date)).await
    }

    async fn report_docx(&self, report: &Report, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let report = report.clone();
        self.run(move || report_docx(&report, date)).await
    }

    async fn slide_pdf(&self, slide: &Slide, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let slide = slide.clone();
        self.run(move || Ok(print::slide_pdf(&slide, made_on(date)?)?)).await
    }

    async fn paper_pdf(&self, paper: &Paper, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let paper = paper.clone();
        self.run(move || Ok(print::paper_pdf(&paper, made_on(date)?)?)).await
    }

    async fn slips_pdf(&self, slips: &SlipSheets, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let slips = slips.clone();
        self.run(move || Ok(print::slips_pdf(&slips, made_on(date)?)?)).await
    }

    async fn booklets_pdf(&self, booklets: &Booklets, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let booklets = booklets.clone();
        self.run(move || Ok(print::booklets_pdf(&booklets, made_on(date)?)?)).await
    }

    async fn poster_pdf(&self, poster: &Poster, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let poster = poster.clone();
        self.run(move || Ok(print::poster_pdf(&poster, made_on(date)?)?)).await
    }

    async fn cards_pdf(&self, cards: &ConversationCards, date: (i16, i8, i8)) -> PortResult<Vec<u8>> {
        let cards = cards.clone();
        self.run(move || Ok(print::cards_pdf(&cards, made_on(date)?)?)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[tokio::test]
    async fn what_takes_a_processor_waits_for_a_place() {
        let printer = PdfPrinter::new(1);
        let (release, released) = channel::<()>();
        let (begin, begun) = tokio::sync::oneshot::channel();
        let first = printer.clone();
        let first = tokio::spawn(async move {
            let work = move || {
                let _ = begin.send(());
                // Until the test lets it go.
                let _ = released.recv();
                Ok(b"first".to_vec())
            };
            first.make(Box::new(work)).await
        });
        begun.await.unwrap();
        assert_eq!(printer.places.available_permits(), 0);
        let mut second = Box::pin(printer.make(Box::new(|| Ok(b"second".to_vec()))));
        let now =
            std::future::poll_fn(|context| std::task::Poll::Ready(second.as_mut().poll(context).is_ready()));
        assert!(!now.await);
        release.send(()).unwrap();
        assert_eq!(first.await.unwrap().unwrap(), b"first");
        assert_eq!(second.await.unwrap(), b"second");
        assert_eq!(printer.places.available_permits(), 1);
    }
}
