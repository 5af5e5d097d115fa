//! The minutes: each line a record of its own, so that two people write at once.

use super::{HearingPlan, StoredLine, StoredPlan};
use crate::fields::{Problems, lines};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::{
    HearingNumber, LineKind, MinuteLine, Sitting, counted_groups, counted_name, line_kinds, minuted_role,
    typed,
};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::language;
use screening::settings::State;

/// Longest line of the minutes, in characters.
pub const LONGEST_MINUTE_LINE: usize = 1000;
/// Most lines of one sitting's minutes.
pub const MOST_MINUTE_LINES: usize = 300;

impl Workflow {
    /// Adds a line; a sign and a letter before it say kind and role, and a role with fewer than three in the room is
    /// kept as *deltager*. `key` is the line's id as whoever wrote it chose it (32 hexadecimal digits): the same
    /// line sent again, since its answer was lost, is there once.
    pub async fn add_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        key: Option<&str>,
        line: MinuteLine,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, plan) = self.minuted(actor, screening, sitting).await?;
        let known = self.store.minutes(&screening.id, sitting).await?;
        let line = self.said(&screening, sitting.number, &plan, line).await?;
        let key = key.filter(|key| is_key(key));
        let before = key.and_then(|key| known.iter().find(|stored| stored.id == key));
        if before.is_some_and(|stored| stored.line == line) {
            return Ok(());
        }
        if known.len() >= MOST_MINUTE_LINES {
            return Err(Error::field("text", Problem::TooMany(MOST_MINUTE_LINES)));
        }
        // A key that is taken by other words is no reason to lose these.
        let mut id = key.filter(|_| before.is_none()).map_or_else(|| self.fresh_id(), str::to_owned);
        let noting = self.noting(actor, &screening, "minutes written", sitting.to_string());
        while !noting.add_minute_line(&screening.id, sitting, &id, &line).await? {
            id = self.fresh_id();
        }
        Ok(())
    }

    /// Changes a line, where it still is as it was seen; else the writer is told ([`Problem::LineChanged`]) and nothing
    /// is changed. A line that was removed meanwhile is put back as it is written now.
    pub async fn change_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        id: &str,
        seen: i64,
        line: MinuteLine,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, plan) = self.minuted(actor, screening, sitting).await?;
        if !is_key(id) {
            return Err(Error::NotFound);
        }
        let line = self.said(&screening, sitting.number, &plan, line).await?;
        let known = self.store.minutes(&screening.id, sitting).await?;
        let noting = self.noting(actor, &screening, "minutes line changed", sitting.to_string());
        let kept = match known.iter().find(|stored| stored.id == id) {
            Some(stored) if stored.line == line => true,
            Some(_) => noting.change_minute_line(&screening.id, sitting, id, seen, &line).await?,
            None => noting.add_minute_line(&screening.id, sitting, id, &line).await?,
        };
        if !kept {
            return Err(Error::field("text", Problem::LineChanged));
        }
        Ok(())
    }

    /// Removes a line while the minutes are not approved.
    pub async fn remove_minute_line(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        line: &str,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, _) = self.minuted(actor, screening, sitting).await?;
        let known = self.store.minutes(&screening.id, sitting).await?.iter().any(|stored| stored.id == line);
        let noting = self.noting(actor, &screening, "minutes line removed", sitting.to_string());
        if !known || !noting.remove_minute_line(&screening.id, line).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }

    /// A closed screening and a hearing whose minutes may still be written.
    pub(super) async fn minuted(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: Sitting,
    ) -> Result<(Screening, HearingPlan)> {
        let screening = self.going(actor, screening).await?;
        let plan = self.store.hearing(&screening.id, sitting).await?;
        if plan.is_none() && !sitting.is_first() {
            return Err(Error::NotFound);
        }
        let plan = plan.map_or_else(HearingPlan::default, |StoredPlan { plan, .. }| plan);
        if screening.state != State::Closed || plan.approved {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok((screening, plan))
    }

    /// The line as it is kept. One about a line of the first hearing stands under that one's theme; confirming it
    /// needs no words of one's own.
    async fn said(
        &self,
        screening: &Screening,
        number: HearingNumber,
        plan: &HearingPlan,
        line: MinuteLine,
    ) -> Result<MinuteLine> {
        let instrument = &screening.instrument;
        let mut line = shortened(line, number, screening);
        if let Some(about) = line.about.take().filter(|_| number == HearingNumber::Second) {
            let first = self.all_lines(&screening.id, HearingNumber::First).await?;
            let StoredLine { id, line: earlier, .. } = first
                .into_iter()
                .find(|stored| stored.id == about)
                .ok_or_else(|| Error::field("about", Problem::NotAChoice))?;
            if line.kind == LineKind::Confirmed && line.text.trim().is_empty() {
                line.text = earlier.text;
            }
            line = MinuteLine {
                focus_point: earlier.focus_point,
                indicator: line.indicator.or(earlier.indicator),
                about: Some(id),
                ..line
            };
        }
        let mut line = checked(line, number, instrument)?;
        line.role = minuted_role(line.role, &plan.present);
        Ok(line)
    }
}

/// Whether this is an id as the program makes them.
fn is_key(key: &str) -> bool {
    key.len() == 32 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The line without the sign and the letter before it, which count more than what was chosen.
fn shortened(line: MinuteLine, number: HearingNumber, screening: &Screening) -> MinuteLine {
    let language = language::of(&screening.settings.language);
    let counted = counted_groups(&screening.instrument);
    let named =
        counted.iter().map(|group| (group.clone(), counted_name(group, &screening.instrument, language)));
    let groups: Vec<(GroupId, &str)> = named.collect();
    let read = typed(&line.text, number, &groups);
    MinuteLine {
        kind: read.kind.unwrap_or(line.kind),
        role: read.role.or(line.role),
        text: read.text.to_owned(),
        focus_point: line.focus_point,
        indicator: line.indicator,
        about: line.about,
    }
}

/// The line as it is kept, or what is wrong by field: `focus_point`, `kind`, `role`, `indicator`, `text`.
fn checked(line: MinuteLine, number: HearingNumber, instrument: &Instrument) -> Result<MinuteLine> {
    let line = MinuteLine { text: lines(&line.text), ..line };
    let mut problems = Problems::default();
    let point = instrument.focus_point(&line.focus_point);
    problems.unless(point.is_some(), "focus_point", Problem::NotAChoice);
    problems.unless(line_kinds(number).contains(&line.kind), "kind", Problem::NotAChoice);
    let role = line.role.as_ref().is_none_or(|group| counted_groups(instrument).contains(group));
    problems.unless(role, "role", Problem::NotAChoice);
    let indicator = line.indicator.as_ref().is_none_or(|id| {
        point.is_none_or(|point| point.indicators.iter().any(|indicator| indicator.id == *id))
    });
    problems.unless(indicator, "indicator", Problem::NotAChoice);
    problems.required("text", &line.text, LONGEST_MINUTE_LINE);
    problems.none()?;
    Ok(line)
}
