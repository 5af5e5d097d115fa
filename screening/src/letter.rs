//! Mails and agendas that are ready to send, with the screening's own names and dates in them.

use crate::hearing::HearingNumber;
use crate::instrument::{Disclosure, Instrument};
use crate::language::{Language, LetterFacts, PromiseFacts};
use crate::promise::Promise;
use crate::schedule::{Milestone, Schedule};
use crate::settings::Settings;
use jiff::civil::Date;

/// Which letter or agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// To those who use the place, before it opens.
    InviteUsers,
    /// To staff and leaders, before it opens.
    InviteStaff,
    /// To everyone alike, while it is open.
    Remind,
    /// To the first hearing.
    InviteHearingOne,
    /// To the second.
    InviteHearingTwo,
    /// Agenda: the planning group's first meeting.
    AgendaPlanning,
    /// Agenda: the leader's talk before the first hearing.
    AgendaLeader,
    /// Agenda: the first hearing.
    AgendaHearingOne,
    /// Agenda: the second.
    AgendaHearingTwo,
    /// Agenda: the meeting where the report is handed over.
    AgendaHandOver,
}

impl LetterKind {
    /// In the order in which they are used.
    pub const ALL: [Self; 10] = [
        Self::AgendaPlanning,
        Self::InviteUsers,
        Self::InviteStaff,
        Self::Remind,
        Self::InviteHearingOne,
        Self::AgendaLeader,
        Self::AgendaHearingOne,
        Self::InviteHearingTwo,
        Self::AgendaHearingTwo,
        Self::AgendaHandOver,
    ];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::InviteUsers => "invitation-brugere",
            Self::InviteStaff => "invitation-medarbejdere",
            Self::Remind => "paamindelse",
            Self::InviteHearingOne => "hoering-1",
            Self::InviteHearingTwo => "hoering-2",
            Self::AgendaPlanning => "planlaegningsgruppe",
            Self::AgendaLeader => "samtale-med-lederen",
            Self::AgendaHearingOne => "dagsorden-hoering-1",
            Self::AgendaHearingTwo => "dagsorden-hoering-2",
            Self::AgendaHandOver => "overlevering",
        }
    }

    /// The one with this name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The day it is sent, or the meeting held.
    pub fn milestone(self) -> Milestone {
        match self {
            Self::InviteUsers | Self::InviteStaff => Milestone::Invite,
            Self::Remind => Milestone::Remind,
            Self::InviteHearingOne => Milestone::InviteHearings,
            Self::InviteHearingTwo => Milestone::Minutes,
            Self::AgendaPlanning => Milestone::PlanningGroup,
            Self::AgendaLeader => Milestone::LeaderTalk,
            Self::AgendaHearingOne => Milestone::HearingOne,
            Self::AgendaHearingTwo => Milestone::HearingTwo,
            Self::AgendaHandOver => Milestone::HandOver,
        }
    }
}

impl LetterKind {
    /// The hearing it is the agenda of.
    pub fn hearing(self) -> Option<HearingNumber> {
        match self {
            Self::AgendaHearingOne => Some(HearingNumber::First),
            Self::AgendaHearingTwo => Some(HearingNumber::Second),
            _ => None,
        }
    }
}

/// A letter or an agenda as it is sent or printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject, or the agenda's heading.
    pub subject: String,
    /// Paragraphs.
    pub opening: Vec<String>,
    /// Points of an agenda: minutes and what; none in a letter.
    pub points: Vec<(u32, String)>,
    /// Paragraphs after them.
    pub ending: Vec<String>,
}

impl Letter {
    /// As plain text, for a mail.
    pub fn plain(&self, language: &dyn Language) -> String {
        let points = self.points.iter().map(|(minutes, what)| language.agenda_point(*minutes, what));
        let points = points.collect::<Vec<_>>().join("\n");
        let parts = self.opening.iter().chain(std::iter::once(&points)).chain(&self.ending);
        parts.filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n\n")
    }
}

/// A letter of a screening; `themes` are the titles of a hearing's themes, in an agenda of one, as far as they are
/// chosen.
pub fn letter(
    kind: LetterKind,
    place: &str,
    instrument: &Instrument,
    settings: &Settings,
    schedule: &Schedule,
    themes: &[String],
    language: &'static dyn Language,
) -> Letter {
    let day = |milestone| {
        let date: Date = schedule.date(milestone);
        let weekday = date.weekday().to_monday_zero_offset();
        language.day(weekday.unsigned_abs(), date.year(), date.month(), date.day())
    };
    let group = match kind {
        LetterKind::InviteStaff => instrument
            .groups
            .iter()
            .find(|group| !group.service_users && group.disclosure == Disclosure::Protected),
        _ => instrument.groups.iter().find(|group| group.service_users),
    };
    let group = group.or(instrument.groups.first());
    let promise = group.map(|group| Promise::new(settings, instrument, &group.id, language));
    let promised: Option<PromiseFacts<'_>> = promise.as_ref().map(Promise::facts);
    let facts = LetterFacts {
        place,
        called: instrument.place(language),
        on_screen: group.is_none_or(|group| settings.asked_on_screen(&group.id)),
        statements: promised.map_or(0, |facts| facts.statements),
        minutes: promised.map_or(1, |facts| facts.minutes),
        smallest: settings.min_group_size.k(),
        opens: &day(Milestone::Open),
        closes: &day(Milestone::Close),
        meets: &day(kind.milestone()),
        hearing_one: &day(Milestone::HearingOne),
        hearing_two: &day(Milestone::HearingTwo),
        hear_back: settings.hear_back.trim(),
        answer_by: settings.answer_by.trim(),
        leader_promise: settings.leader_promise.trim(),
        contact: settings.contact.trim(),
        joint: !settings.joint.is_empty(),
        themes,
    };
    language.letter(kind, &facts)
}
