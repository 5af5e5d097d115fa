//! The report: draft from everything, edited, released, read.

use crate::audit::hex;
use crate::fields::{Problems, lines};
use crate::ports::StoreError;
use crate::screenings::{Organisation, Screening};
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use screening::comment::LeftOut;
use screening::evidence::coverage;
use screening::hearing::HearingNumber;
use screening::language;
use screening::picture::Picture;
use screening::preparation::circumstances;
use screening::report::{Block, Report, ReportSources, Sentence, apply_edits, draft};
use sha2::{Digest, Sha256};

/// Longest text of one sentence of the report, in characters.
pub const LONGEST_SENTENCE: usize = 2000;

/// A released report, frozen.
#[derive(Clone, Debug)]
pub struct Released {
    /// Version, the first is 1.
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
    /// SHA-256 of the report's JSON as it is stored, hex.
    pub checksum: String,
    /// The report.
    pub report: Report,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// A line of the leader's list.
#[derive(Clone, Debug)]
pub struct ReleasedSummary {
    /// The screening.
    pub screening: String,
    /// Its name.
    pub screening_name: String,
    /// The organisation.
    pub organisation: Organisation,
    /// Version.
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
}

impl Workflow {
    /// The draft, built anew from picture, hearings, minutes, comments and evidence, with the edits applied.
    pub async fn draft_report(&self, actor: &Actor, screening: &str) -> Result<Report> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        self.edited_report(&screening, &picture, None).await
    }

    /// Changes a sentence; the draft's own text, or `None`, goes back to it; an empty text leaves it out.
    pub async fn edit_sentence(
        &self,
        actor: &Actor,
        screening: &str,
        sentence: &str,
        text: Option<&str>,
    ) -> Result<()> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let drafted = self.plain_draft(&screening, &picture, None).await?;
        let own = drafted
            .sentences()
            .find(|known| known.key == sentence)
            .ok_or_else(|| Error::field("sentence", Problem::NotAChoice))?;
        let text = text.map(lines).filter(|text| *text != own.text);
        let mut problems = Problems::default();
        problems.optional("text", text.as_deref().unwrap_or_default(), LONGEST_SENTENCE);
        problems.none()?;
        self.store.save_edit(&screening.id, sentence, text.as_deref()).await?;
        self.audit(actor, &screening, "report edited", sentence).await
    }

    /// Freezes the draft as the next version, with its PDF; originals of comments are deleted, and a comment that
    /// nobody decided about is left out for good. Needs nothing but a closed screening.
    pub async fn release_report(&self, actor: &Actor, screening: &str) -> Result<u32> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let version = self.store.released(&screening.id).await?.map_or(1, |newest| newest.version + 1);
        let report = frozen(self.edited_report(&screening, &picture, Some(version)).await?);
        let json = serde_json::to_vec(&report).map_err(|error| StoreError(Box::new(error)))?;
        let released = Released {
            version,
            released_at: self.clock.now(),
            checksum: hex(&Sha256::digest(&json)),
            pdf: self.printer.report_pdf(&report, self.clock.today()).await?,
            report,
        };
        if !self.store.release(&screening.id, &released).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        let detail = format!("version {version}, sha256 {}", released.checksum);
        self.audit(actor, &screening, "report released", detail).await?;
        if let Err(error) = self.store.tidy().await {
            // The report is out; the program tries again every minute.
            tracing::warn!(%error, "deleted comments are still in the files");
        }
        Ok(version)
    }

    /// The newest released report, for leaders and facilitators of the organisation. To a leader a screening
    /// without one does not exist.
    pub async fn released_report(&self, actor: &Actor, screening: &str) -> Result<Released> {
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        match self.store.released(&screening.id).await? {
            Some(released) => Ok(released),
            None => {
                actor.may(Permission::Facilitate, &screening.organisation.id)?;
                Err(Error::NotFound)
            }
        }
    }

    /// Released reports the actor may read, newest first.
    pub async fn released_reports(&self, actor: &Actor) -> Result<Vec<ReleasedSummary>> {
        if *actor == Actor::Visitor {
            return Err(Error::NotSignedIn);
        }
        let organisations = self.store.organisations().await?;
        let readable = organisations
            .into_iter()
            .map(|organisation| organisation.id)
            .filter(|id| actor.may(Permission::ReadReleased, id).is_ok())
            .collect::<Vec<_>>();
        Ok(self.store.released_in(&readable).await?)
    }

    async fn edited_report(
        &self,
        screening: &Screening,
        picture: &Picture,
        version: Option<u32>,
    ) -> Result<Report> {
        let drafted = self.plain_draft(screening, picture, version).await?;
        let edits = self.store.edits(&screening.id).await?;
        Ok(apply_edits(drafted, &edits, language::of(&screening.settings.language).rewritten()))
    }

    /// The draft without edits: the same sources give the same sentences with the same keys.
    async fn plain_draft(
        &self,
        screening: &Screening,
        picture: &Picture,
        version: Option<u32>,
    ) -> Result<Report> {
        let language = language::of(&screening.settings.language);
        let ratings = self.store.ratings(&screening.id).await?.settled();
        let evidence = self.store.evidence(&screening.id).await?;
        let evidence = evidence.into_iter().map(|(_, evidence)| evidence).collect::<Vec<_>>();
        // The screening comes without its picture here, which says how many submitted.
        let counted = Screening { picture: Some(picture.clone()), ..screening.clone() };
        // A hearing stands in the report once its minutes are approved: before that it may be a plan, or half written.
        let first = self.held(screening, HearingNumber::First).await?.filter(|hearing| hearing.approved);
        let second = self.held(screening, HearingNumber::Second).await?.filter(|hearing| hearing.approved);
        let open_links: Vec<_> = screening.settings.open_links.keys().cloned().collect();
        let (year, month, day) = self.clock.today();
        Ok(draft(&ReportSources {
            instrument: &screening.instrument,
            language,
            published: &picture.published(&screening.instrument),
            signals: &self.signals(screening, picture).await?,
            quotes: &self.quotable(&counted).await?,
            left_out: self.left_out(&counted).await?,
            first_hearing: first.as_ref(),
            second_hearing: second.as_ref(),
            coverage: coverage(&evidence, &ratings, &screening.instrument),
            open_links: &open_links,
            circumstances: &circumstances(&screening.settings, &screening.instrument),
            organisation: &screening.organisation.name,
            season: &screening.name,
            answer_by: &screening.settings.answer_by,
            management_answer: "",
            version,
            date: &language.date(year, month, day),
        }))
    }

    /// How many comments were read and left out. What its writer did not allow to be used is not among them.
    async fn left_out(&self, screening: &Screening) -> Result<usize> {
        let opened = self.opened_comments(screening).await?;
        let read = opened.iter().filter_map(|group| group.comments.as_deref()).flatten();
        Ok(LeftOut::of(read.map(|(_, comment)| comment)).by_readers())
    }
}

/// The report as others read it: what was taken out is gone, and neither the draft's own words nor what a
/// sentence rests on goes with it.
fn frozen(report: Report) -> Report {
    let mut report = report.pruned();
    let strip = |sentence: &mut Sentence| {
        sentence.original = None;
        sentence.basis.clear();
        sentence.lines.clear();
    };
    for block in report.all_sections_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Paragraph(sentences) | Block::List(sentences) | Block::Steps(sentences) => {
                sentences.iter_mut().for_each(strip);
            }
            Block::Quotes(quotes) => quotes.iter_mut().for_each(|(sentence, _)| strip(sentence)),
            Block::Chart(_) | Block::Table(_) | Block::Lines(..) => {}
        }
    }
    report
}
