//! Reading a draft through: notes beside sentences and sections, and everything that the desk of a report shows.

use super::length::{Length, OnePage};
use super::release::ReleasedVersion;
use super::{Look, ReportRecord, TalkKind};
use crate::fields::{Problems, lines};
use crate::ratings::Colleague;
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::HearingNumber;
use screening::language;
use screening::picture::Published;
use screening::report::{Changed, PassageHints, Report, SectionKind, Wordbook, hints_of};
use std::collections::BTreeMap;

/// Longest note, in characters.
pub const LONGEST_NOTE: usize = 1000;
/// Most notes of one draft.
const MOST_NOTES: usize = 200;

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A sentence, by its key.
    Sentence(String),
    /// A section.
    Section(SectionKind),
}

/// What somebody who reads a draft through says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewNote {
    /// Random id.
    pub id: String,
    /// The place.
    pub place: Place,
    /// What is said.
    pub text: String,
    /// Account of whoever says it.
    pub by: String,
    /// It is settled.
    pub settled: bool,
    /// How often it was written.
    pub revision: i64,
}

/// What a release would go without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// More pages than there may be: it can't be released.
    Pages,
    /// So many comments that nobody has decided about; they are left out for good.
    Comments(usize),
    /// A hearing that is not held, or whose minutes are not approved; the report says so.
    Hearing(HearingNumber),
    /// Nobody but whoever asks has read it through.
    SecondReader,
    /// A talk that is not written down.
    Talk(TalkKind),
    /// So many texts that were changed after somebody looked, see [`ReportDesk::changed`].
    Changed(Look, usize),
    /// So many notes that are open.
    Notes(usize),
    /// So many sentences that the language check stops at.
    Wording(usize),
}

/// Everything about a draft.
#[derive(Clone, Debug)]
pub struct ReportDesk {
    /// The draft with its edits.
    pub report: Report,
    /// Who wrote each changed or added sentence, by its key.
    pub writers: BTreeMap<String, String>,
    /// What the language check stops at.
    pub hints: Vec<PassageHints>,
    /// How long it is.
    pub length: Length,
    /// Notes, in the order in which they were written.
    pub notes: Vec<ReviewNote>,
    /// Everyone who facilitates here, by name.
    pub colleagues: Vec<Colleague>,
    /// What was done with it.
    pub record: ReportRecord,
    /// Every released version.
    pub versions: Vec<ReleasedVersion>,
    /// What a release now would go without.
    pub lacks: Vec<Lack>,
    /// What has changed since each look after which something has.
    pub changed: Vec<(Look, Changed)>,
}

impl Workflow {
    /// The draft with everything that its facilitators need beside it. Prints it, and its one-page forms where they may be
    /// longer, to know their pages.
    pub async fn report_desk(&self, actor: &Actor, screening: &str) -> Result<ReportDesk> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let drafted = self.plain_draft(&screening, &picture, None).await?;
        let (report, edits) = self.with_edits(&screening, drafted).await?;
        let published = picture.published(&screening.instrument);
        let language = language::of(&screening.settings.language);
        let wordbook = Wordbook::new(&screening.instrument, &published, language);
        let printed = report.clone().pruned();
        let pdf = self.printer.report_pdf(&printed, self.clock.today()).await?;
        let colleagues = self.colleagues(&screening).await?;
        let waiting = self.waiting_comments(&screening, &picture).await?;
        let mut desk = ReportDesk {
            writers: edits.into_iter().map(|(key, edit)| (key, edit.by)).collect(),
            hints: hints_of(&report, &wordbook),
            length: self.one_pages(Length::of(&printed, &pdf), &screening, &published, &printed).await?,
            notes: self.store.review_notes(&screening.id).await?,
            colleagues,
            record: self.store.report_record(&screening.id).await?.0,
            versions: self.store.released_versions(&screening.id).await?,
            lacks: Vec::new(),
            changed: Vec::new(),
            report,
        };
        let me = actor.account().map(|account| account.id.as_str()).unwrap_or_default();
        let since = |look| Some((look, desk.record.changed_after(look, me, &desk.report)?));
        desk.changed = Look::ALL.into_iter().filter_map(since).filter(|(_, one)| one.count() > 0).collect();
        desk.lacks = self.lacks(actor, &screening, &desk, waiting).await?;
        Ok(desk)
    }

    /// Which forms that must be one page are more: printed only where they may be.
    async fn one_pages(
        &self,
        mut length: Length,
        screening: &Screening,
        published: &Published,
        report: &Report,
    ) -> Result<Length> {
        let today = self.clock.today();
        let slide = report.slide();
        let over = slide.words_over();
        if over > 0 {
            let slide = slide.drawn_large(published, &screening.instrument);
            let pdf = self.printer.slide_pdf(&slide, today).await?;
            length = length.beside(OnePage::Slide, &pdf, over);
        }
        let over = report.participants_over();
        if let Some(page) = report.participants_page().filter(|_| over > 0) {
            let pdf = self.printer.paper_pdf(&page, today).await?;
            length = length.beside(OnePage::Participants, &pdf, over);
        }
        Ok(length)
    }

    async fn lacks(
        &self,
        actor: &Actor,
        screening: &Screening,
        desk: &ReportDesk,
        waiting: usize,
    ) -> Result<Vec<Lack>> {
        let mut lacks = Vec::new();
        let mut add = |lack, lacking: bool| lacks.extend(lacking.then_some(lack));
        add(Lack::Pages, desk.length.too_long());
        add(Lack::Comments(waiting), waiting > 0);
        for number in [HearingNumber::First, HearingNumber::Second] {
            add(Lack::Hearing(number), self.told_hearing(screening, number).await?.is_none());
        }
        let me = actor.account().map(|account| account.id.as_str()).unwrap_or_default();
        add(Lack::SecondReader, desk.record.read.iter().all(|read| read.by == me));
        for kind in TalkKind::ALL {
            add(Lack::Talk(kind), desk.record.talk(kind).is_none());
        }
        for (look, changed) in &desk.changed {
            add(Lack::Changed(*look, changed.count()), true);
        }
        let open = desk.notes.iter().filter(|note| !note.settled).count();
        add(Lack::Notes(open), open > 0);
        add(Lack::Wording(desk.hints.len()), !desk.hints.is_empty());
        Ok(lacks)
    }

    /// Adds a note about a sentence or a section of the draft; the same a second time, as by a double click, is there
    /// once.
    ///
    /// # Errors
    ///
    /// Fields `note`, `place`.
    pub async fn add_review_note(
        &self,
        actor: &Actor,
        screening: &str,
        place: Place,
        text: &str,
    ) -> Result<()> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let by = actor.account()?.id.clone();
        let drafted = self.plain_draft(&screening, &picture, None).await?;
        let (report, _) = self.with_edits(&screening, drafted).await?;
        let there = match &place {
            Place::Sentence(key) => report.sentences().any(|sentence| sentence.key == *key),
            Place::Section(kind) => report.sections.iter().any(|section| section.kind == *kind),
        };
        let text = lines(text);
        let notes = self.store.review_notes(&screening.id).await?;
        let mut problems = Problems::default();
        problems.unless(there, "place", Problem::NotAChoice);
        problems.unless(notes.len() < MOST_NOTES, "note", Problem::TooMany(MOST_NOTES));
        problems.required("note", &text, LONGEST_NOTE);
        problems.none()?;
        if notes.iter().any(|note| note.place == place && note.text == text && note.by == by) {
            return Ok(());
        }
        let note = ReviewNote { id: self.fresh_id(), place, text, by, settled: false, revision: 1 };
        self.noting(actor, &screening, "review note added", &*note.id)
            .add_review_note(&screening.id, &note)
            .await?;
        Ok(())
    }

    /// Settles a note that stands as it was seen, or opens it again.
    pub async fn settle_review_note(
        &self,
        actor: &Actor,
        screening: &str,
        note: &str,
        seen: i64,
        settled: bool,
    ) -> Result<()> {
        let (screening, _) = self.opened_picture(actor, screening).await?;
        if !self.store.review_notes(&screening.id).await?.iter().any(|known| known.id == note) {
            return Err(Error::NotFound);
        }
        let event = if settled { "review note settled" } else { "review note opened again" };
        let noting = self.noting(actor, &screening, event, note);
        if !noting.settle_review_note(&screening.id, note, seen, settled).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }
}
