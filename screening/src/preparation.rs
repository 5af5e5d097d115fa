//! What is settled while a screening is prepared, beside what is asked and what the law wants: *Er I klar?*, who plans
//! and who pays, and how a small place goes on.

use crate::id::GroupId;
use crate::instrument::{Disclosure, Instrument};
use crate::language;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Users that a planning group has at least: one alone is a guest.
pub const LEAST_PLANNING_USERS: u32 = 2;

/// What was settled while preparing, in the facilitator's own words. Empty texts: not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preparation {
    /// Whether the place plans to develop or is at it.
    pub stage: Option<Stage>,
    /// What carries a screening, each in own words.
    pub grounds: BTreeMap<Ground, String>,
    /// Who plans it, by role.
    pub planning_group: String,
    /// Users among them.
    pub planning_users: Option<u32>,
    /// When it was discussed with staff's representatives (MED/TR), and what came of it.
    pub staff_representatives: String,
    /// What is set aside so that users can take part.
    pub budget: BTreeMap<Expense, String>,
    /// What ties the facilitator to the place.
    pub tie: Option<Tie>,
    /// How a group that is too small for figures goes on.
    pub ways: BTreeMap<GroupId, SmallWay>,
}

/// Where the place is in its own development: the source is for those who plan one and for those who are at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It is planned.
    Planning,
    /// It is under way.
    UnderWay,
}

/// What carries a screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The management stands behind it.
    Backing,
    /// The place may change something by itself.
    Freedom,
    /// Those who are needed take part.
    Cooperation,
    /// Somebody has hours for it.
    Time,
    /// Everyone can come to answer.
    Access,
}

/// What it costs users to take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expense {
    /// Their time.
    Time,
    /// Getting there.
    Transport,
    /// Something to eat.
    Food,
}

/// What ties the facilitator to the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Comes from outside.
    Outside,
    /// Works there.
    Works,
    /// Leads it.
    Leads,
}

/// How a group goes on that is too small for full figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SmallWay {
    /// Together with another place; figures only for both.
    JoinAnother,
    /// The statements are conversation cards at the hearing; nobody of the group answers on a screen.
    Cards,
    /// Only the groups that are large enough are asked.
    LargeOnly,
    /// As it is.
    AsItIs,
}

impl Stage {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Planning, Self::UnderWay];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::UnderWay => "under-way",
        }
    }
}

impl Ground {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Backing, Self::Freedom, Self::Cooperation, Self::Time, Self::Access];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Backing => "backing",
            Self::Freedom => "freedom",
            Self::Cooperation => "cooperation",
            Self::Time => "time",
            Self::Access => "access",
        }
    }
}

impl Expense {
    /// All.
    pub const ALL: [Self; 3] = [Self::Time, Self::Transport, Self::Food];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Transport => "transport",
            Self::Food => "food",
        }
    }
}

impl Tie {
    /// All, the one that asks for nothing first.
    pub const ALL: [Self; 3] = [Self::Outside, Self::Works, Self::Leads];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Works => "works",
            Self::Leads => "leads",
        }
    }
}

impl SmallWay {
    /// The three that are advised, and going on.
    pub const ALL: [Self; 4] = [Self::JoinAnother, Self::Cards, Self::LargeOnly, Self::AsItIs];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::JoinAnother => "join-another",
            Self::Cards => "cards",
            Self::LargeOnly => "large-only",
            Self::AsItIs => "as-it-is",
        }
    }
}

/// Something that waits before preparing is left. None of it keeps a screening from opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// [`Preparation::stage`].
    Stage,
    /// One of [`Preparation::grounds`].
    Ground(Ground),
    /// [`Preparation::planning_group`].
    PlanningGroup,
    /// Fewer than [`LEAST_PLANNING_USERS`], or not said.
    PlanningUsers,
    /// [`Preparation::staff_representatives`].
    StaffRepresentatives,
    /// One of [`Preparation::budget`].
    Expense(Expense),
    /// [`Preparation::tie`].
    Tie,
    /// A way for this small group.
    Way(GroupId),
    /// [`Settings::comment_reader`].
    CommentReader,
    /// [`Settings::hear_back`].
    HearBack,
    /// [`Settings::hearings`].
    Hearings,
    /// [`Settings::answer_by`].
    AnswerBy,
    /// [`Settings::leader_promise`].
    LeaderPromise,
    /// [`Settings::contact`].
    Contact,
}

/// What waits, in the order of the pages: the law's own facts apart, which [`crate::settings::LegalFacts`] holds.
pub fn lacking(settings: &Settings, instrument: &Instrument) -> Vec<Lack> {
    let own = &settings.preparation;
    let empty = |text: Option<&String>| text.is_none_or(|text| text.trim().is_empty());
    let mut lacking = Vec::new();
    let mut unless = |there: bool, lack: Lack| {
        if !there {
            lacking.push(lack);
        }
    };
    unless(own.stage.is_some(), Lack::Stage);
    for ground in Ground::ALL {
        unless(!empty(own.grounds.get(&ground)), Lack::Ground(ground));
    }
    unless(!empty(Some(&own.planning_group)), Lack::PlanningGroup);
    unless(own.planning_users.is_some_and(|users| users >= LEAST_PLANNING_USERS), Lack::PlanningUsers);
    unless(!empty(Some(&own.staff_representatives)), Lack::StaffRepresentatives);
    for expense in Expense::ALL {
        unless(!empty(own.budget.get(&expense)), Lack::Expense(expense));
    }
    unless(own.tie.is_some(), Lack::Tie);
    for (group, _) in small_groups(settings, instrument) {
        unless(own.ways.contains_key(&group), Lack::Way(group));
    }
    for (text, lack) in [
        (&settings.comment_reader, Lack::CommentReader),
        (&settings.hear_back, Lack::HearBack),
        (&settings.hearings, Lack::Hearings),
        (&settings.answer_by, Lack::AnswerBy),
        (&settings.leader_promise, Lack::LeaderPromise),
        (&settings.contact, Lack::Contact),
    ] {
        unless(!empty(Some(text)), lack);
    }
    lacking
}

/// Protected groups of which fewer than *d* = 2k are invited, with how many: full figures of them can never be
/// shown.
pub fn small_groups(settings: &Settings, instrument: &Instrument) -> Vec<(GroupId, u64)> {
    instrument
        .groups
        .iter()
        .filter(|group| group.disclosure == Disclosure::Protected)
        .filter_map(|group| Some((group.id.clone(), settings.invited.group(&group.id)?)))
        .filter(|(_, invited)| (1..settings.min_group_size.d()).contains(invited))
        .collect()
}

/// In-role groups that give one joint answer unless somebody chooses otherwise: more than one person, and fewer than
/// *k*.
pub fn joint_by_default(settings: &Settings, instrument: &Instrument) -> BTreeSet<GroupId> {
    instrument
        .groups
        .iter()
        .filter(|group| group.disclosure == Disclosure::InRole)
        .filter(|group| {
            let invited = settings.invited.group(&group.id).unwrap_or_default();
            (2..settings.min_group_size.k()).contains(&invited)
        })
        .map(|group| group.id.clone())
        .collect()
}

/// What a reader of the report must know about how it was prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Circumstance {
    /// The group gave one answer together, of so many people.
    JointAnswer(GroupId, u64),
    /// The group was too small for figures and was not asked on a screen, or was asked all the same.
    Small(GroupId, SmallWay),
    /// What ties the facilitator to the place; never [`Tie::Outside`].
    Tie(Tie),
}

/// What the report says of the preparing.
pub fn circumstances(settings: &Settings, instrument: &Instrument) -> Vec<Circumstance> {
    let joint = instrument.groups.iter().filter(|group| settings.joint.contains(&group.id)).map(|group| {
        let people = settings.invited.group(&group.id).unwrap_or_default();
        Circumstance::JointAnswer(group.id.clone(), people)
    });
    let small = small_groups(settings, instrument)
        .into_iter()
        .filter_map(|(group, _)| {
            let way = *settings.preparation.ways.get(&group)?;
            Some(Circumstance::Small(group, way))
        })
        .filter(|small| !matches!(small, Circumstance::Small(_, SmallWay::AsItIs)));
    let tie = settings.preparation.tie.filter(|tie| *tie != Tie::Outside).map(Circumstance::Tie);
    joint.chain(small).chain(tie).collect()
}

impl Instrument {
    /// The instrument as this screening has it: in the words chosen for place and people; and a group that gives one
    /// answer together is called the management, since one answer of several people is neither *the leader's* nor
    /// *the leaders'*.
    #[must_use]
    pub fn as_chosen(self, settings: &Settings) -> Self {
        // One that is frozen has no patterns any more and is in its words already.
        let mut chosen = if self.patterns.is_empty() { self } else { self.in_words(&settings.names) };
        let in_role = chosen.groups.iter().filter(|group| group.disclosure == Disclosure::InRole).count();
        // Two groups in role, leaders and politicians, can't both be called that.
        for group in settings.joint.iter().filter(|_| in_role == 1) {
            for (code, texts) in &mut chosen.texts {
                texts.groups.insert(group.clone(), language::of(code).management().to_owned());
            }
        }
        chosen
    }
}

impl Settings {
    /// Whether a group answers on a screen: not where it is small and talks over cards, or is left out, instead.
    pub fn asked_on_screen(&self, group: &GroupId) -> bool {
        let small = self.invited.group(group).is_some_and(|n| n < self.min_group_size.d());
        let way = self.preparation.ways.get(group);
        !(small && matches!(way, Some(SmallWay::Cards | SmallWay::LargeOnly)))
    }
}
