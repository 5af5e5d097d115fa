//! The report: draft from everything, edited, read through, released, handed over, answered.

mod answering;
mod editing;
mod forms;
mod handing_over;
mod length;
mod looks;
mod record;
mod release;
mod review;

pub use answering::{LONGEST_ANSWER, Reply};
pub use editing::{LONGEST_SENTENCE, Reset, SentenceEdit, TypedSentence, fingerprint};
pub use forms::{FormFile, ReportForm};
pub use handing_over::{HandOver, HandOverItem, HandOverView};
pub use length::{Length, MOST_PAGES, OnePage, Over};
pub use looks::Look;
pub use record::{ManagementAnswer, ReadThrough, ReportRecord, Talk, TalkKind, Texts, TookPart};
pub use release::{LONGEST_CHANGES, Released, ReleasedSummary, ReleasedVersion};
pub use review::{LONGEST_NOTE, Lack, Place, ReportDesk, ReviewNote};

use crate::preparing::day_in_denmark;
use crate::screenings::Screening;
use crate::{Actor, Result, Workflow};
use jiff::civil::Date;
use screening::comment::{Comment, LeftOut, unread};
use screening::evidence::coverage;
use screening::hearing::{Hearing, HearingNumber};
use screening::language;
use screening::picture::Picture;
use screening::preparation::circumstances;
use screening::report::{Change, Process, Report, ReportSources, apply_edits, draft, told};
use std::collections::BTreeMap;

impl Workflow {
    /// The draft, built anew from picture, hearings, minutes, comments and evidence, with the edits applied.
    pub async fn draft_report(&self, actor: &Actor, screening: &str) -> Result<Report> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        self.edited_report(&screening, &picture, None).await
    }

    /// The draft with its edits; `next`: as the version it would be, with what that changes.
    async fn edited_report(
        &self,
        screening: &Screening,
        picture: &Picture,
        next: Option<(u32, &str)>,
    ) -> Result<Report> {
        let drafted = self.plain_draft(screening, picture, next).await?;
        Ok(self.with_edits(screening, drafted).await?.0)
    }

    /// The draft with its edits, and the edits.
    async fn with_edits(
        &self,
        screening: &Screening,
        drafted: Report,
    ) -> Result<(Report, BTreeMap<String, SentenceEdit>)> {
        let edits = self.store.edits(&screening.id).await?;
        let texts = edits.iter().map(|(key, edit)| (key.clone(), edit.text.clone())).collect();
        let mark = language::of(&screening.settings.language).rewritten();
        Ok((apply_edits(drafted, &texts, mark), edits))
    }

    /// A hearing as far as the report may tell of it: before its minutes are approved it may be a plan, or half written.
    async fn told_hearing(&self, screening: &Screening, number: HearingNumber) -> Result<Option<Hearing>> {
        Ok(self.held(screening, number).await?.filter(|hearing| hearing.approved))
    }

    /// Whatever is made of everything that a report is built from.
    async fn with_sources<T>(
        &self,
        screening: &Screening,
        picture: &Picture,
        version: Option<u32>,
        make: impl Fn(&ReportSources<'_>) -> T,
    ) -> Result<T> {
        let language = language::of(&screening.settings.language);
        let ratings = self.store.ratings(&screening.id).await?.settled();
        let evidence = self.store.evidence(&screening.id).await?;
        let evidence = evidence.into_iter().map(|(_, evidence)| evidence).collect::<Vec<_>>();
        // The screening comes without its picture here, which says how many submitted.
        let counted = Screening { picture: Some(picture.clone()), ..screening.clone() };
        let first = self.told_hearing(screening, HearingNumber::First).await?;
        let second = self.told_hearing(screening, HearingNumber::Second).await?;
        let open_links: Vec<_> = screening.settings.open_links.keys().cloned().collect();
        let (year, month, day) = self.clock.today();
        let (record, _) = self.store.report_record(&screening.id).await?;
        let earlier = Box::pin(self.earlier(screening, picture)).await?;
        let comments = self.comments_open(&counted).await?;
        Ok(make(&ReportSources {
            instrument: &screening.instrument,
            language,
            published: &picture.published(&screening.instrument),
            signals: &self.signals(screening, picture).await?,
            earlier: earlier.as_ref(),
            quotes: &self.quotable(&counted).await?,
            left_out: LeftOut::of(&comments).by_readers(),
            unread: unread(&comments),
            first_hearing: first.as_ref(),
            second_hearing: second.as_ref(),
            coverage: coverage(&evidence, &ratings, &screening.instrument),
            open_links: &open_links,
            circumstances: &circumstances(&screening.settings, &screening.instrument),
            organisation: &screening.organisation.name,
            season: &screening.name,
            answer_by: &screening.settings.answer_by,
            management_answer: record.answer.as_ref().map_or("", |answer| &answer.text),
            version,
            date: &language.date(year, month, day),
        }))
    }

    /// The draft without edits: the same sources give the same sentences with the same keys.
    async fn plain_draft(
        &self,
        screening: &Screening,
        picture: &Picture,
        next: Option<(u32, &str)>,
    ) -> Result<Report> {
        let language = language::of(&screening.settings.language);
        let drafted = self.with_sources(screening, picture, next.map(|(version, _)| version), draft).await?;
        let (record, _) = self.store.report_record(&screening.id).await?;
        let second_hearing_missing = self.told_hearing(screening, HearingNumber::First).await?.is_some()
            && self.told_hearing(screening, HearingNumber::Second).await?.is_none();
        let (year, month, day) = self.clock.today();
        let today = language.date(year, month, day);
        let written = |date: Date| language.date(date.year(), date.month(), date.day());
        let versions = self.store.released_versions(&screening.id).await?;
        let mut answered = false;
        let mut changes: Vec<(u32, String, Change)> = Vec::new();
        for one in versions.into_iter().filter(|one| one.version > 1) {
            let change = match one.changes.as_str() {
                // Only management's answer says nothing else.
                "" => Change::Answer { again: std::mem::replace(&mut answered, true) },
                what => Change::Said(what.to_owned()),
            };
            changes.push((one.version, written(day_in_denmark(one.released_at)), change));
        }
        changes.extend(
            next.filter(|(_, what)| !what.is_empty())
                .map(|(version, what)| (version, today, Change::Said(what.to_owned()))),
        );
        let (shown, _) = self.with_edits(screening, drafted.clone()).await?;
        let changed = record.changed_after(Look::Talk(TalkKind::FactCheck), "", &shown);
        let process = Process {
            fact_check: record.fact_check.as_ref().map(|talk| written(talk.date)),
            changed_since: changed.map_or(0, |changed| changed.count()),
            second_hearing_missing,
            changes,
        };
        Ok(told(drafted, &process, language))
    }

    /// Every comment that may be opened of a closed screening with its picture, in an order that tells nothing.
    async fn comments_open(&self, counted: &Screening) -> Result<Vec<Comment>> {
        let opened = self.opened_comments(counted).await?;
        let comments = opened.into_iter().filter_map(|group| group.comments).flatten();
        Ok(comments.map(|(_, comment)| comment).collect())
    }

    /// Comments that wait to be read: a release deletes them.
    async fn waiting_comments(&self, screening: &Screening, picture: &Picture) -> Result<usize> {
        let counted = Screening { picture: Some(picture.clone()), ..screening.clone() };
        Ok(self.comments_open(&counted).await?.iter().filter(|comment| comment.waits()).count())
    }
}
