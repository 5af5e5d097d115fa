//! The report's other forms, of a draft or of what is released: each is made of the same report, or of the same sources.

use crate::pictures::PictureView;
use crate::screenings::Screening;
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use screening::hearing::Paper;
use screening::picture::Picture;
use screening::report::{Report, appendix};

/// Type of the appendix, points: there is much of it.
const APPENDIX_SIZE: f64 = 9.6;

/// What a report can be besides a page and a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    /// A Word document.
    Document,
    /// Every figure that may be shown, and every statement, as PDF.
    Appendix,
    /// One slide for a committee, as PDF.
    Slide,
    /// The page for those who took part, as PDF.
    Participants,
}

/// A form as a file.
#[derive(Clone, Debug)]
pub struct FormFile {
    /// The organisation.
    pub title: String,
    /// The released version; `None`: a draft.
    pub version: Option<u32>,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Workflow {
    /// A form of the newest released report, for those who may read it.
    pub async fn released_form(&self, actor: &Actor, screening: &str, form: ReportForm) -> Result<FormFile> {
        let released = self.released_report(actor, screening).await?;
        let (screening, picture) = self.released_figures(actor, screening).await?;
        self.form_file(&screening, &picture, &released.report, Some(released.version), form).await
    }

    /// A form of the draft.
    pub async fn draft_form(&self, actor: &Actor, screening: &str, form: ReportForm) -> Result<FormFile> {
        let report = self.draft_report(actor, screening).await?;
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        self.form_file(&screening, &picture, &report, None, form).await
    }

    /// The figures behind a released report, for those who may read it.
    pub async fn released_picture(&self, actor: &Actor, screening: &str) -> Result<PictureView> {
        self.released_report(actor, screening).await?;
        let (screening, picture) = self.released_figures(actor, screening).await?;
        let published = picture.published(&screening.instrument);
        Ok(PictureView { screening, published, signals: Vec::new() })
    }

    async fn released_figures(&self, actor: &Actor, screening: &str) -> Result<(Screening, Picture)> {
        let mut screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        let picture = screening.picture.take().ok_or(Error::Refused(Problem::WrongState))?;
        Ok((screening, picture))
    }

    async fn form_file(
        &self,
        screening: &Screening,
        picture: &Picture,
        report: &Report,
        version: Option<u32>,
        form: ReportForm,
    ) -> Result<FormFile> {
        let today = self.clock.today();
        let bytes = match form {
            ReportForm::Document => self.printer.report_docx(report, today).await?,
            ReportForm::Slide => {
                let slide = report.slide();
                let slide =
                    slide.drawn_large(&picture.published(&screening.instrument), &screening.instrument);
                self.printer.slide_pdf(&slide, today).await?
            }
            ReportForm::Participants => {
                let page = report.participants_page().ok_or(Error::NotFound)?;
                self.printer.paper_pdf(&page, today).await?
            }
            ReportForm::Appendix => {
                let appendix = self.with_sources(screening, picture, version, appendix).await?;
                let report = Report { version: report.version.clone(), ..appendix };
                let paper = Paper { report, size: APPENDIX_SIZE, ..Paper::default() };
                self.printer.paper_pdf(&paper, today).await?
            }
        };
        Ok(FormFile { title: report.title.clone(), version, bytes })
    }
}
