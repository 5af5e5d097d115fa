//! What a screening chooses before it opens, and its states. Frozen at opening, but for the invited numbers.

use crate::id::GroupId;
use crate::instrument::Form;
use crate::preparation::Preparation;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The smallest group shown, *k*: 5 or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct GroupSize(u32);

impl GroupSize {
    /// The least that may be chosen.
    pub const LEAST: u32 = 5;

    /// *k*, the smallest number of scored persons that a protected row is shown for.
    pub fn k(self) -> u64 {
        u64::from(self.0)
    }
    /// *d* = 2k: from here on mean, sd and agreement may stand together.
    pub fn d(self) -> u64 {
        2 * self.k()
    }
}

impl Default for GroupSize {
    fn default() -> Self {
        Self(Self::LEAST)
    }
}

/// A smallest group below five was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the smallest group shown must be at least 5, not {0}")]
pub struct GroupTooSmall(pub u32);

impl TryFrom<u32> for GroupSize {
    type Error = GroupTooSmall;
    fn try_from(size: u32) -> Result<Self, GroupTooSmall> {
        if size >= Self::LEAST { Ok(Self(size)) } else { Err(GroupTooSmall(size)) }
    }
}

impl From<GroupSize> for u32 {
    fn from(size: GroupSize) -> u32 {
        size.0
    }
}

/// Numbers invited, by group and then unit (`""`: without a unit). A group without a row: unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited(pub BTreeMap<GroupId, BTreeMap<String, u64>>);

impl Invited {
    /// Invited in a group over all units; `None` where unknown.
    pub fn group(&self, group: &GroupId) -> Option<u64> {
        self.0.get(group).map(|units| units.values().sum())
    }
    /// Invited in a group in one unit.
    pub fn unit(&self, group: &GroupId, unit: &str) -> Option<u64> {
        self.0.get(group)?.get(unit).copied()
    }
}

/// submitted / invited, 0 to 1; `None` where the number invited is unknown, 0, or less than submitted.
pub fn response_rate(submitted: u64, invited: Option<u64>) -> Option<f64> {
    let invited = invited.filter(|invited| *invited > 0 && *invited >= submitted)?;
    Some(submitted as f64 / invited as f64)
}

/// A unit's response rate: given only where at least k of the group are invited in it.
pub fn unit_response_rate(submitted: u64, invited: Option<u64>, size: GroupSize) -> Option<f64> {
    response_rate(submitted, invited.filter(|invited| *invited >= size.k()))
}

/// What a screening chooses before it opens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Language of the screening, e.g. `da`.
    pub language: String,
    /// Units by name; none: one place.
    pub units: Vec<String>,
    /// Numbers invited.
    pub invited: Invited,
    /// The smallest group shown.
    pub min_group_size: GroupSize,
    /// Short or long form per group; a group that is not here has the long one.
    pub forms: BTreeMap<GroupId, Form>,
    /// Minutes that closing lasts.
    pub closing_minutes: u32,
    /// Who reads and approves what people write, by name or role.
    pub comment_reader: String,
    /// When those who answer hear back, as a Danish date or free words.
    pub hear_back: String,
    /// When the two hearings are, as written to those who answer.
    pub hearings: String,
    /// Whom to call beside the text fields.
    pub crisis_line: String,
    /// When management answers the report's questions, as a Danish date or free words.
    #[serde(default)]
    pub answer_by: String,
    /// What the leader promises those who answer, in the leader's own words.
    #[serde(default)]
    pub leader_promise: String,
    /// Whom to call with a question: name and telephone of someone outside the daily staff.
    #[serde(default)]
    pub contact: String,
    /// Open links by group. One that was on while it was open stays here when it is switched off.
    #[serde(default)]
    pub open_links: BTreeMap<GroupId, OpenLink>,
    /// In-role groups that give one joint answer.
    #[serde(default)]
    pub joint: BTreeSet<GroupId>,
    /// What place and people are called, by the instrument's names; the first word offered where none is chosen.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// What was settled while preparing.
    #[serde(default)]
    pub preparation: Preparation,
    /// It tries the instrument's wording and tells nothing of the place: see [`crate::pilot`]. Chosen when it is made.
    #[serde(default)]
    pub pilot: bool,
    /// The legal facts that must be there before the web opens it.
    pub legal: LegalFacts,
}

/// A way in without a slip: an address that anybody may begin a questionnaire of one group at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenLink {
    /// What stands in its address: random, so that it can't be guessed, and no code.
    pub name: String,
    /// Whether it may be used.
    pub on: bool,
}

/// What must be settled before a screening may open (`experience.md`, *Prepare*).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LegalFacts {
    /// Data controller.
    pub controller: String,
    /// Data protection officer, with how to reach them.
    pub data_protection_officer: String,
    /// Legal basis.
    pub legal_basis: String,
    /// When what is deleted.
    pub retention: String,
    /// Operation and data-processing agreement.
    pub agreement: String,
    /// The impact assessment has been considered: what was concluded.
    pub impact_assessment: String,
}

impl LegalFacts {
    /// Each fact as it is here, or as `usual` has it where nobody wrote it here.
    pub fn or(&self, usual: &Self) -> Self {
        let one = |own: &String, usual: &String| if own.trim().is_empty() { usual } else { own }.clone();
        self.with(usual, one)
    }

    /// Each fact that is otherwise than `usual` has it; the rest is not said.
    pub fn beside(&self, usual: &Self) -> Self {
        let one = |own: &String, usual: &String| if own == usual { String::new() } else { own.clone() };
        self.with(usual, one)
    }

    /// Each fact by its name.
    pub fn named(&self) -> [(&'static str, &str); 6] {
        [
            ("controller", &self.controller),
            ("data_protection_officer", &self.data_protection_officer),
            ("legal_basis", &self.legal_basis),
            ("retention", &self.retention),
            ("agreement", &self.agreement),
            ("impact_assessment", &self.impact_assessment),
        ]
    }

    /// Each fact in another form.
    pub fn each(&self, form: impl Fn(&str) -> String) -> Self {
        self.with(self, |own, _| form(own))
    }

    fn with(&self, other: &Self, one: impl Fn(&String, &String) -> String) -> Self {
        Self {
            controller: one(&self.controller, &other.controller),
            data_protection_officer: one(&self.data_protection_officer, &other.data_protection_officer),
            legal_basis: one(&self.legal_basis, &other.legal_basis),
            retention: one(&self.retention, &other.retention),
            agreement: one(&self.agreement, &other.agreement),
            impact_assessment: one(&self.impact_assessment, &other.impact_assessment),
        }
    }
}

/// `prepared → open → closing → closed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Being set up; nobody can answer.
    #[default]
    Prepared,
    /// Questionnaires may be begun and sent.
    Open,
    /// Begun questionnaires may be sent; none begun.
    Closing,
    /// The picture is made.
    Closed,
}

impl Settings {
    /// The form a group answers.
    pub fn form(&self, group: &GroupId) -> Form {
        self.forms.get(group).copied().unwrap_or_default()
    }

    /// The open link of a group, where it is on.
    pub fn open_link(&self, group: &GroupId) -> Option<&OpenLink> {
        self.open_links.get(group).filter(|link| link.on)
    }

    /// Numbers invited as they count: unknown for a group that an open link reaches or has reached, since nobody
    /// knows whom; one for a group that answers jointly; none for a group that does not answer on a screen.
    pub fn known_invited(&self) -> Invited {
        let known = self.to_invite().0.into_iter().filter(|(group, _)| !self.open_links.contains_key(group));
        Invited(known.collect())
    }

    /// Questionnaires to hand out: as many as are invited, one where a group answers jointly, none where it does not
    /// answer on a screen.
    pub fn to_invite(&self) -> Invited {
        let asked = self.invited.0.iter().filter(|(group, _)| self.asked_on_screen(group));
        let questionnaires = |(group, units): (&GroupId, &BTreeMap<String, u64>)| {
            let joint = self.joint.contains(group) && units.values().any(|number| *number > 0);
            let units = if joint { BTreeMap::from([(String::new(), 1)]) } else { units.clone() };
            (group.clone(), units)
        };
        Invited(asked.map(questionnaires).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_stored_before_the_newer_fields_are_read() {
        let stored = r#"{"language":"da","units":[],"invited":{},"min_group_size":5,"forms":{},
            "closing_minutes":30,"comment_reader":"","hear_back":"","hearings":"","crisis_line":"",
            "legal":{"controller":"","data_protection_officer":"","legal_basis":"","retention":"",
            "agreement":"","impact_assessment":""}}"#;
        let settings: Settings = serde_json::from_str(stored).unwrap();
        assert_eq!((settings.answer_by.as_str(), settings.open_links.len()), ("", 0));
        assert!(!settings.pilot);
    }

    #[test]
    fn nobody_knows_how_many_an_open_link_reaches() {
        let group = GroupId::from("users");
        let mut settings = Settings::default();
        settings.invited.0.insert(group.clone(), BTreeMap::from([(String::new(), 31)]));
        assert_eq!(settings.known_invited().group(&group), Some(31));
        for on in [true, false] {
            settings.open_links.insert(group.clone(), OpenLink { name: "k7qm2xrt9w".to_owned(), on });
            assert_eq!(settings.known_invited().group(&group), None);
            assert_eq!(settings.open_link(&group).is_some(), on);
        }
        assert_eq!(settings.invited.group(&group), Some(31), "as many codes are made as were written");
    }
}
