//! Both hearings: plan, participants, agenda, material, minutes. They need a closed screening.

use crate::fields::{LONGEST_LINE, Problems, lines, one_line};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::{
    Attendance, Hearing, HearingNumber, LineKind, MOST_THEMES, MinuteLine, Theme, half, minuted_role,
    proposed_agenda,
};
use screening::instrument::Instrument;
use screening::settings::State;
use screening::signals::Signal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most people of one group that a hearing counts.
pub const MOST_IN_THE_ROOM: u32 = 500;
/// Longest line of the minutes, in characters.
pub const LONGEST_MINUTE_LINE: usize = 1000;
/// Most lines of one hearing's minutes.
pub const MOST_MINUTE_LINES: usize = 300;

/// A hearing as planned and held, without its minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HearingPlan {
    /// When, as written on the invitation.
    pub date: String,
    /// Where.
    pub place: String,
    /// Invited.
    pub invited: Attendance,
    /// In the room, latest count.
    pub present: Attendance,
    /// Held as *samtale, ikke høring*.
    pub conversation: bool,
    /// The agenda; of the second hearing, as the first's.
    pub themes: Vec<Theme>,
    /// The minutes are done.
    pub approved: bool,
}

/// Everything a hearing's page shows.
#[derive(Clone, Debug)]
pub struct HearingView {
    /// The plan; the proposed agenda where nothing was saved.
    pub plan: HearingPlan,
    /// Lines with ids.
    pub minutes: Vec<(String, MinuteLine)>,
    /// Themes proposed from the signals.
    pub proposed: Vec<Theme>,
}

impl Workflow {
    /// A hearing of a closed screening. Nothing saved yet: the proposed agenda, and of the second hearing the
    /// first's.
    pub async fn hearing(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
    ) -> Result<HearingView> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let signals = self.signals(&screening, &picture).await?;
        let proposed = proposed_agenda(&signals, &screening.instrument);
        let saved = self.store.hearing(&screening.id, number).await?;
        let plan = match (number, saved) {
            (HearingNumber::First, Some(plan)) => plan,
            (HearingNumber::First, None) => {
                HearingPlan { themes: proposed.clone(), ..HearingPlan::default() }
            }
            (HearingNumber::Second, saved) => {
                let themes = self.first_themes(&screening, &proposed).await?;
                HearingPlan { themes, ..saved.unwrap_or_default() }
            }
        };
        let minutes = self.store.minutes(&screening.id, number).await?;
        Ok(HearingView { plan, minutes, proposed })
    }

    /// Keeps the plan; at most four themes, one a focus point. The second hearing's themes are the first's,
    /// whatever the plan says.
    pub async fn save_hearing(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        plan: HearingPlan,
    ) -> Result<()> {
        let (screening, picture) = self.opened_picture(actor, screening).await?;
        let signals = self.signals(&screening, &picture).await?;
        let proposed = proposed_agenda(&signals, &screening.instrument);
        let mut plan = checked(plan, &screening.instrument)?;
        plan.themes = match number {
            HearingNumber::First => {
                plan.themes.into_iter().map(|theme| grounded(theme, &proposed, &signals)).collect()
            }
            HearingNumber::Second => self.first_themes(&screening, &proposed).await?,
        };
        // Minutes and report say what it was, whatever was ticked.
        let below = half(&plan.present, &screening.instrument).calls_for_conversation();
        plan.conversation |= plan.approved && below;
        self.store.save_hearing(&screening.id, number, &plan).await?;
        self.audit(actor, &screening, "hearing saved", u8::from(number).to_string()).await
    }

    /// Adds a line; a role with fewer than three in the room is kept as *deltager*.
    pub async fn add_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        line: MinuteLine,
    ) -> Result<()> {
        let (screening, plan) = self.minuted(actor, screening, number).await?;
        if self.store.minutes(&screening.id, number).await?.len() >= MOST_MINUTE_LINES {
            return Err(Error::field("text", Problem::TooLong(MOST_MINUTE_LINES)));
        }
        let mut line = checked_line(line, number, &screening.instrument)?;
        line.role = minuted_role(line.role, &plan.present);
        self.store.add_minute_line(&screening.id, number, &self.fresh_id(), &line).await?;
        self.audit(actor, &screening, "minutes written", u8::from(number).to_string()).await
    }

    /// Removes a line while the minutes are not approved.
    pub async fn remove_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        line: &str,
    ) -> Result<()> {
        let (screening, _) = self.minuted(actor, screening, number).await?;
        let known = self.store.minutes(&screening.id, number).await?.iter().any(|(id, _)| id == line);
        if !known || !self.store.remove_minute_line(&screening.id, line).await? {
            return Err(Error::NotFound);
        }
        self.audit(actor, &screening, "minutes line removed", u8::from(number).to_string()).await
    }

    /// A hearing as planned, held and minuted, where something of it was saved.
    pub(crate) async fn held(&self, screening: &Screening, number: HearingNumber) -> Result<Option<Hearing>> {
        let Some(plan) = self.store.hearing(&screening.id, number).await? else { return Ok(None) };
        let minutes = self.store.minutes(&screening.id, number).await?;
        Ok(Some(Hearing {
            date: plan.date,
            place: plan.place,
            invited: plan.invited,
            present: plan.present,
            conversation: plan.conversation,
            themes: plan.themes,
            approved: plan.approved,
            minutes: minutes.into_iter().map(|(_, line)| line).collect(),
        }))
    }

    /// A closed screening and a hearing whose minutes may still be written.
    async fn minuted(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
    ) -> Result<(Screening, HearingPlan)> {
        let screening = self.facilitated(actor, screening).await?;
        let plan = self.store.hearing(&screening.id, number).await?.unwrap_or_default();
        if screening.state != State::Closed || plan.approved {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok((screening, plan))
    }

    async fn first_themes(&self, screening: &Screening, proposed: &[Theme]) -> Result<Vec<Theme>> {
        let first = self.store.hearing(&screening.id, HearingNumber::First).await?;
        Ok(first.map_or_else(|| proposed.to_vec(), |plan| plan.themes))
    }
}

/// The plan as it is kept, or what is wrong by field: `date`, `place`, `invited`, `invited.<group>`, `present`,
/// `present.<group>`, `themes`.
fn checked(plan: HearingPlan, instrument: &Instrument) -> Result<HearingPlan> {
    let plan = HearingPlan { date: one_line(&plan.date), place: one_line(&plan.place), ..plan };
    let mut problems = Problems::default();
    problems.optional("date", &plan.date, LONGEST_LINE);
    problems.optional("place", &plan.place, LONGEST_LINE);
    attendance("invited", &plan.invited, instrument, &mut problems);
    attendance("present", &plan.present, instrument, &mut problems);
    problems.unless(plan.themes.len() <= MOST_THEMES, "themes", Problem::TooLong(MOST_THEMES));
    let different = plan.themes.iter().map(|theme| &theme.focus_point).collect::<BTreeSet<_>>();
    problems.unless(different.len() == plan.themes.len(), "themes", Problem::Repeated);
    let known = |theme: &Theme| {
        instrument.focus_point(&theme.focus_point).is_some_and(|point| {
            theme.indicator.as_ref().is_none_or(|id| point.indicators.iter().any(|known| known.id == *id))
        })
    };
    problems.unless(plan.themes.iter().all(known), "themes", Problem::NotAChoice);
    problems.none()?;
    Ok(plan)
}

fn attendance(field: &str, attendance: &Attendance, instrument: &Instrument, problems: &mut Problems) {
    let too_many = Problem::NotANumber(0, u64::from(MOST_IN_THE_ROOM));
    problems.unless(attendance.others <= MOST_IN_THE_ROOM, field, too_many.clone());
    for (group, persons) in &attendance.groups {
        let field = format!("{field}.{group}");
        problems.unless(*persons <= MOST_IN_THE_ROOM, &field, too_many.clone());
        problems.unless(instrument.group(group).is_some(), &field, Problem::NotAChoice);
    }
}

/// The theme with a signal that truly spoke about it: the one it names, or, where it names none and leaves the
/// indicator open, the one that proposed it. What the form says of a signal's numbers is never kept.
fn grounded(theme: Theme, proposed: &[Theme], signals: &[Signal]) -> Theme {
    match theme.signal {
        None => {
            let same = |other: &&Theme| {
                other.focus_point == theme.focus_point
                    && (theme.indicator.is_none() || theme.indicator == other.indicator)
            };
            proposed.iter().find(same).cloned().unwrap_or(theme)
        }
        Some(named) => {
            let spoke = |signal: &&Signal| {
                signal.kind == named.kind
                    && signal.subject == named.subject
                    && signal.subject.focus_point == theme.focus_point
                    && signal.group == named.group
                    && signal.other_group == named.other_group
            };
            Theme { signal: signals.iter().find(spoke).cloned(), ..theme }
        }
    }
}

/// The kinds of line that a hearing's minutes have.
pub fn line_kinds(number: HearingNumber) -> &'static [LineKind] {
    match number {
        HearingNumber::First => &[LineKind::Agreed, LineKind::Disagreed, LineKind::New, LineKind::Proposal],
        HearingNumber::Second => &[LineKind::Confirmed, LineKind::Corrected, LineKind::Added],
    }
}

/// The line as it is kept, or what is wrong by field: `focus_point`, `kind`, `role`, `text`.
fn checked_line(line: MinuteLine, number: HearingNumber, instrument: &Instrument) -> Result<MinuteLine> {
    let line = MinuteLine { text: lines(&line.text), ..line };
    let mut problems = Problems::default();
    let known = instrument.focus_point(&line.focus_point).is_some();
    problems.unless(known, "focus_point", Problem::NotAChoice);
    problems.unless(line_kinds(number).contains(&line.kind), "kind", Problem::NotAChoice);
    let role = line.role.as_ref().is_none_or(|group| instrument.group(group).is_some());
    problems.unless(role, "role", Problem::NotAChoice);
    problems.required("text", &line.text, LONGEST_MINUTE_LINE);
    problems.none()?;
    Ok(line)
}
