//! The record of what was done with a draft and its report. It is one text, written whole where nobody else wrote
//! meanwhile, and each use case changes its own part.

use super::HandOver;
use crate::ports::Store;
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use jiff::civil::Date;
use screening::schedule::Schedule;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::editing::fingerprint;
use crate::fields::{Problems, lines};

/// Longest account of a talk, in characters.
const LONGEST_ACCOUNT: usize = 2000;
/// How often a change is tried anew where somebody else was faster each time.
const TRIES: usize = 20;

/// Somebody read the draft through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadThrough {
    /// Account.
    pub by: String,
    /// Day.
    pub date: Date,
    /// The texts that were read; `None`: not kept.
    #[serde(default)]
    pub texts: Option<Texts>,
}

/// Texts of a draft, each as its [`fingerprint`].
pub type Texts = BTreeSet<String>;

/// Who took part in a talk: roles, never names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TookPart {
    /// Management.
    Management,
    /// Facilitators.
    Facilitators,
    /// Users.
    Users,
    /// Staff.
    Staff,
    /// Somebody from outside.
    Outside,
}

impl TookPart {
    /// In order.
    pub const ALL: [Self; 5] =
        [Self::Management, Self::Facilitators, Self::Users, Self::Staff, Self::Outside];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Facilitators => "facilitators",
            Self::Users => "users",
            Self::Staff => "staff",
            Self::Outside => "outside",
        }
    }
}

/// A talk about the draft, as the facilitator wrote it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Day.
    pub date: Date,
    /// Who took part.
    pub present: BTreeSet<TookPart>,
    /// What was corrected, or said; for the desk alone.
    pub account: String,
}

/// Which talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkKind {
    /// The leader looked for what does not fit the facts.
    FactCheck,
    /// The talk before the release.
    BeforeRelease,
}

impl TalkKind {
    /// In order.
    pub const ALL: [Self; 2] = [Self::FactCheck, Self::BeforeRelease];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::FactCheck => "fact-check",
            Self::BeforeRelease => "before-release",
        }
    }
}

/// Management's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagementAnswer {
    /// As it came.
    pub text: String,
    /// A leader wrote it; else a facilitator typed it in.
    pub by_leader: bool,
}

/// The record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportRecord {
    /// Who read the draft through, in order.
    pub read: Vec<ReadThrough>,
    /// The fact check.
    pub fact_check: Option<Talk>,
    /// The talk before the release.
    pub before_release: Option<Talk>,
    /// The texts that a talk was about, by its kind.
    pub talked_over: BTreeMap<String, Texts>,
    /// Handing over.
    pub hand_over: HandOver,
    /// Management's answer.
    pub answer: Option<ManagementAnswer>,
}

impl ReportRecord {
    /// A talk, where it was held.
    pub fn talk(&self, kind: TalkKind) -> Option<&Talk> {
        match kind {
            TalkKind::FactCheck => self.fact_check.as_ref(),
            TalkKind::BeforeRelease => self.before_release.as_ref(),
        }
    }

    fn talk_mut(&mut self, kind: TalkKind) -> &mut Option<Talk> {
        match kind {
            TalkKind::FactCheck => &mut self.fact_check,
            TalkKind::BeforeRelease => &mut self.before_release,
        }
    }

    /// How a talk stands, for the form that changes it.
    pub fn talk_seen(&self, kind: TalkKind) -> String {
        let said = self.talk(kind).map(|talk| format!("{} {:?} {}", talk.date, talk.present, talk.account));
        fingerprint(&said.unwrap_or_default())
    }
}

impl Workflow {
    /// Notes that whoever asks has read the draft through today.
    pub async fn read_through(&self, actor: &Actor, screening: &str) -> Result<()> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let by = actor.account()?.id.clone();
        let date = self.today();
        let texts = self.texts_until(&screening, &picture, date).await?;
        let noting = self.noting(actor, &screening, "draft read through", "");
        self.amend_record(&*noting, &screening, |mut record| {
            record.read.retain(|read| read.by != by);
            record.read.push(ReadThrough { by: by.clone(), date, texts: Some(texts.clone()) });
            Ok(record)
        })
        .await
    }

    /// Writes down a talk that was held, and what the draft said that day, where it still stands as it was `seen` ([`ReportRecord::talk_seen`]).
    ///
    /// # Errors
    ///
    /// Fields `date`, `present`, `account`; [`Problem::Changed`].
    pub async fn record_talk(
        &self,
        actor: &Actor,
        screening: &str,
        kind: TalkKind,
        seen: &str,
        talk: Talk,
    ) -> Result<()> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let talk = Talk { account: lines(&talk.account), ..talk };
        let mut problems = Problems::default();
        let [first, _] = Schedule::DAYS;
        problems.unless((first..=self.today()).contains(&talk.date), "date", Problem::NotADate);
        problems.unless(!talk.present.is_empty(), "present", Problem::Empty);
        problems.optional("account", &talk.account, LONGEST_ACCOUNT);
        problems.none()?;
        let texts = self.texts_until(&screening, &picture, talk.date).await?;
        let noting = self.noting(actor, &screening, "talk about the report", kind.id());
        self.amend_record(&*noting, &screening, |mut record| {
            if record.talk_seen(kind) != seen && record.talk(kind) != Some(&talk) {
                return Err(Error::Refused(Problem::Changed));
            }
            // Telling more of the same talk does not make it one about what was changed since.
            if record.talk(kind).is_none_or(|kept| kept.date != talk.date) {
                record.talked_over.insert(kind.id().to_owned(), texts.clone());
            }
            *record.talk_mut(kind) = Some(talk.clone());
            Ok(record)
        })
        .await
    }

    /// Changes the record as it stands, and keeps it in this store; again where somebody else did meanwhile.
    pub(super) async fn amend_record(
        &self,
        store: &dyn Store,
        screening: &Screening,
        change: impl Fn(ReportRecord) -> Result<ReportRecord> + Send + Sync,
    ) -> Result<()> {
        for _ in 0..TRIES {
            let (record, version) = self.store.report_record(&screening.id).await?;
            if store.save_report_record(&screening.id, version, &change(record)?).await? {
                return Ok(());
            }
        }
        Err(Error::Refused(Problem::Changed))
    }
}
