//! `demo/texts.toml`: what is said in the demonstration, and its numbers.

use super::earlier::EarlierRound;
use super::{Demonstration, DemonstrationError};
use jiff::civil::Date;
use screening::comment::Consent;
use screening::hearing::LineKind;
use screening::id::{FocusPointId, GroupId, IndicatorId};
use screening::plan::{Goal, Told};
use screening::schedule::Milestone;
use serde::Deserialize;
use std::collections::BTreeMap;
use workflow::reports::Talk;

#[derive(Debug, Deserialize)]
pub(super) struct Texts {
    pub(super) municipality: String,
    pub(super) instrument: String,
    pub(super) password: String,
    pub(super) management_questions: Vec<String>,
    pub(super) accounts: Vec<Account>,
    pub(super) settings: Settings,
    pub(super) organisations: Vec<Organisation>,
    /// How high each group stands on each focus point, in scale points.
    pub(super) levels: BTreeMap<GroupId, BTreeMap<FocusPointId, f64>>,
    /// Where more than a few say that they don't know, as a share.
    pub(super) dont_know: BTreeMap<GroupId, BTreeMap<IndicatorId, f64>>,
    pub(super) comments: Vec<Comment>,
    pub(super) documents: Vec<Document>,
    pub(super) observations: Vec<Observation>,
    pub(super) hearings: Vec<Hearing>,
    pub(super) minutes: Vec<Minute>,
    pub(super) minutes2: Vec<Minute>,
    pub(super) priorities: Vec<Priority>,
    pub(super) notes: Vec<Note>,
    pub(super) talks: BTreeMap<String, Talk>,
    pub(super) hand_over: Meeting,
    pub(super) answer: Answer,
    pub(super) goals: Vec<Goal>,
    pub(super) told: Vec<Told>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Account {
    pub(super) email: String,
    pub(super) name: String,
    pub(super) role: AccountRole,
    /// The only organisation of the role; `None`: all.
    pub(super) organisation: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum AccountRole {
    Facilitator,
    Leader,
    Administrator,
}

/// What every screening says to those who answer, and the legal facts.
#[derive(Debug, Deserialize)]
pub(super) struct Settings {
    pub(super) comment_reader: String,
    pub(super) crisis_line: String,
    pub(super) contact: String,
    pub(super) leader_promise: String,
    pub(super) controller: String,
    pub(super) data_protection_officer: String,
    pub(super) legal_basis: String,
    pub(super) retention: String,
    pub(super) agreement: String,
    pub(super) impact_assessment: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Organisation {
    pub(super) name: String,
    pub(super) course: Course,
    pub(super) units: Vec<String>,
    pub(super) season: String,
    /// Moves every answer of the place, in scale points.
    pub(super) level: f64,
    /// Days, as ISO dates.
    pub(super) created: String,
    pub(super) opened: String,
    pub(super) closed: Option<String>,
    pub(super) released: Option<String>,
    pub(super) hearings: String,
    pub(super) hear_back: String,
    pub(super) answer_by: String,
    /// Days of the timetable that are not where they are proposed.
    #[serde(default)]
    pub(super) schedule: BTreeMap<Milestone, Date>,
    /// How much lower or higher the place stands on a focus point than the levels say, in scale points.
    #[serde(default)]
    pub(super) moved: BTreeMap<FocusPointId, f64>,
    /// Groups that answer the short form.
    #[serde(default)]
    pub(super) short: Vec<GroupId>,
    /// By unit in the order of the units; one number alone is without a unit.
    pub(super) invited: BTreeMap<GroupId, Vec<u64>>,
    pub(super) submitted: BTreeMap<GroupId, Vec<u64>>,
    /// The time before, where there was one.
    #[serde(default)]
    pub(super) earlier: Option<EarlierRound>,
}

/// How far a screening has come.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Course {
    Collecting,
    Closed,
    Finished,
}

/// The writer's own choice.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Choice {
    Verbatim,
    Paraphrase,
    None,
}

#[derive(Debug, Deserialize)]
pub(super) struct Comment {
    pub(super) organisation: Option<String>,
    pub(super) group: GroupId,
    pub(super) choice: Choice,
    pub(super) text: String,
    pub(super) focus_point: Option<FocusPointId>,
    /// How the facilitator wrote it anew.
    pub(super) rewritten: Option<String>,
}

impl Comment {
    /// None chosen counts as *only in other words*.
    pub(super) fn consent(&self) -> Consent {
        match self.choice {
            Choice::Verbatim => Consent::Verbatim,
            Choice::Paraphrase | Choice::None => Consent::Paraphrase,
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Document {
    pub(super) organisation: Option<String>,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) date: String,
    pub(super) excerpt: String,
    pub(super) indicators: Vec<IndicatorId>,
    pub(super) rating: u8,
}

#[derive(Debug, Deserialize)]
pub(super) struct Observation {
    pub(super) organisation: Option<String>,
    pub(super) place: String,
    pub(super) date: String,
    pub(super) time: String,
    pub(super) text: String,
    pub(super) indicators: Vec<IndicatorId>,
    pub(super) rating: u8,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Hearing {
    pub(super) date: String,
    pub(super) place: String,
    pub(super) invited: BTreeMap<GroupId, u32>,
    pub(super) present: BTreeMap<GroupId, u32>,
    pub(super) others: u32,
    pub(super) themes: Vec<FocusPointId>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Minute {
    pub(super) focus_point: FocusPointId,
    pub(super) kind: LineKind,
    pub(super) role: GroupId,
    pub(super) text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Priority {
    pub(super) focus_point: FocusPointId,
    pub(super) title: String,
    pub(super) first_step: String,
}

/// What whoever read the report's draft through said of a sentence, by its key, or of a section, by its name.
#[derive(Debug, Deserialize)]
pub(super) struct Note {
    pub(super) at: String,
    pub(super) text: String,
}

/// The meeting where the report was handed over.
#[derive(Debug, Deserialize)]
pub(super) struct Meeting {
    pub(super) meeting: String,
}

/// Management's answer.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    /// The day it came, ISO.
    pub(super) date: String,
    pub(super) text: String,
}

impl Texts {
    /// From inside the program.
    pub(super) fn read() -> Result<Self, DemonstrationError> {
        toml::from_str(include_str!("../../demo/texts.toml"))
            .map_err(|error| DemonstrationError::Texts(error.to_string()))
    }

    /// E-mail of the one who runs the screenings.
    pub(super) fn facilitator(&self) -> Result<&str, DemonstrationError> {
        let account = self.accounts.iter().find(|account| account.role == AccountRole::Facilitator);
        account
            .map(|account| account.email.as_str())
            .ok_or_else(|| DemonstrationError::Texts("nobody is a facilitator".to_owned()))
    }

    /// Whether something belongs to this place; what names none belongs to the first.
    pub(super) fn belongs(&self, organisation: Option<&str>, place: &Organisation) -> bool {
        organisation.or(self.organisations.first().map(|first| first.name.as_str()))
            == Some(place.name.as_str())
    }

    /// What a newcomer needs, without codes.
    pub(super) fn demonstration(&self) -> Demonstration {
        let role = |role| match role {
            AccountRole::Facilitator => "facilitator",
            AccountRole::Leader => "leader",
            AccountRole::Administrator => "administrator",
        };
        let course = |course| match course {
            Course::Collecting => "collecting answers",
            Course::Closed => "closed, before its first hearing",
            Course::Finished => "finished, report released",
        };
        Demonstration {
            municipality: self.municipality.clone(),
            password: self.password.clone(),
            accounts: self
                .accounts
                .iter()
                .map(|account| (account.email.clone(), account.name.clone(), role(account.role).to_owned()))
                .collect(),
            screenings: self
                .organisations
                .iter()
                .map(|place| (place.name.clone(), course(place.course).to_owned()))
                .collect(),
            codes: Vec::new(),
        }
    }
}
