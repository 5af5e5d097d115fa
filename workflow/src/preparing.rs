//! Preparing beside the settings: *Er I klar?*, how a small place goes on, the dates, and what is printed for it.

use crate::fields::{Problems, lines};
use crate::ports::Store;
use crate::screenings::Screening;
use crate::settings::LONGEST_SETTING;
use crate::{Actor, Error, Problem, Result, Workflow};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use screening::cards::ConversationCards;
use screening::id::GroupId;
use screening::language;
use screening::preparation::{Preparation, SmallWay, small_groups};
use screening::promise::Promise;
use screening::schedule::{Milestone, Schedule};
use screening::settings::{Settings, State};
use std::collections::BTreeMap;

/// Most users that a planning group counts.
pub const MOST_PLANNING_USERS: u32 = 100;

impl Workflow {
    /// Keeps what was settled in *Er I klar?*; how small groups go on stays as it is.
    ///
    /// # Errors
    ///
    /// Fields `grounds.<ground>`, `planning_group`, `planning_users`, `staff_representatives`, `budget.<expense>`.
    /// [`Problem::WrongState`] once it has opened; [`Problem::Changed`] where somebody changed something meanwhile.
    pub async fn save_preparation(&self, actor: &Actor, id: &str, preparation: Preparation) -> Result<()> {
        let screening = self.prepared(actor, id).await?;
        let ways = screening.settings.preparation.ways.clone();
        let preparation = checked(Preparation { ways, ..preparation })?;
        let noting = self.noting(actor, &screening, "readiness saved", "");
        keep_preparation(&*noting, &screening, preparation).await
    }

    /// Records how a group that is too small for full figures goes on.
    ///
    /// # Errors
    ///
    /// Field `group` where it is not small; [`Problem::CodesMadeBefore`] where its codes are made, and the way asks
    /// for none; [`Problem::WrongState`] once it has opened.
    pub async fn choose_small_way(
        &self,
        actor: &Actor,
        id: &str,
        group: &GroupId,
        way: SmallWay,
    ) -> Result<()> {
        let screening = self.prepared(actor, id).await?;
        let small = small_groups(&screening.settings, &screening.instrument);
        if !small.iter().any(|(known, _)| known == group) {
            return Err(Error::field("group", Problem::NotAChoice));
        }
        let mut preparation = screening.settings.preparation.clone();
        preparation.ways.insert(group.clone(), way);
        let after = Settings { preparation: preparation.clone(), ..screening.settings.clone() };
        if screening.codes_made && after.asked_on_screen(group) != screening.settings.asked_on_screen(group) {
            return Err(Error::field("group", Problem::CodesMadeBefore));
        }
        let noting = self.noting(actor, &screening, "small place", format!("{group}: {}", way.id()));
        keep_preparation(&*noting, &screening, preparation).await
    }

    /// The dates of a screening; while nobody changed them, those proposed on the day it was made.
    pub async fn schedule(&self, actor: &Actor, id: &str) -> Result<Schedule> {
        let screening = self.facilitated(actor, id).await?;
        Ok(match self.store.schedule(id).await? {
            Some(schedule) => schedule,
            None => Schedule::proposed(day_in_denmark(screening.created_at)),
        })
    }

    /// Changes the dates: another first week, or single dates.
    ///
    /// # Errors
    ///
    /// Fields `start`, `dates.<milestone>`: outside [`Schedule::DAYS`].
    pub async fn save_schedule(
        &self,
        actor: &Actor,
        id: &str,
        start: Date,
        dates: &BTreeMap<Milestone, Date>,
    ) -> Result<()> {
        let before = self.schedule(actor, id).await?;
        let screening = self.facilitated(actor, id).await?;
        let [first, last] = Schedule::DAYS;
        let mut problems = Problems::default();
        problems.unless((first..=last).contains(&start), "start", Problem::NotADate);
        for (milestone, date) in dates {
            let field = format!("dates.{}", milestone.id());
            problems.unless((first..=last).contains(date), &field, Problem::NotADate);
        }
        problems.none()?;
        self.noting(actor, &screening, "schedule saved", start.to_string())
            .save_schedule(id, &before.changed(start, dates))
            .await?;
        Ok(())
    }

    /// The statements put to a group, as cards to talk over.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such group.
    pub async fn conversation_cards(
        &self,
        actor: &Actor,
        id: &str,
        group: &GroupId,
    ) -> Result<ConversationCards> {
        let screening = self.facilitated(actor, id).await?;
        if screening.instrument.group(group).is_none() {
            return Err(Error::NotFound);
        }
        let language = language::of(&screening.settings.language);
        let promise = Promise::new(&screening.settings, &screening.instrument, group, language);
        Ok(promise.conversation_cards(&screening.organisation.name))
    }

    /// A screening that is still being prepared.
    async fn prepared(&self, actor: &Actor, id: &str) -> Result<Screening> {
        let screening = self.facilitated(actor, id).await?;
        match screening.state {
            State::Prepared => Ok(screening),
            State::Open | State::Closing | State::Closed => Err(Error::Refused(Problem::WrongState)),
        }
    }
}

/// Keeps what was settled in a store, unless the settings are not as they were read.
async fn keep_preparation(store: &dyn Store, screening: &Screening, preparation: Preparation) -> Result<()> {
    let before = &screening.settings;
    let after = Settings { preparation, ..before.clone() };
    let kept = store.change_settings(&screening.id, screening.state, before, &after).await?;
    if kept { Ok(()) } else { Err(Error::Refused(Problem::Changed)) }
}

impl Workflow {
    /// The day where the places are.
    pub(crate) fn today(&self) -> Date {
        let (year, month, day) = self.clock.today();
        Date::new(year, month, day).unwrap_or_default()
    }
}

/// The day of a time, in seconds since 1970, where the places are.
pub(crate) fn day_in_denmark(seconds: i64) -> Date {
    // Without the zones of the machine it is the day in Greenwich, which is a few hours off.
    let zone = TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC);
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone).date()
}

/// As it is kept, or everything wrong with it by field.
fn checked(preparation: Preparation) -> Result<Preparation> {
    let tidy = Preparation {
        grounds: preparation.grounds.into_iter().map(|(ground, text)| (ground, lines(&text))).collect(),
        planning_group: lines(&preparation.planning_group),
        staff_representatives: lines(&preparation.staff_representatives),
        budget: preparation.budget.into_iter().map(|(expense, text)| (expense, lines(&text))).collect(),
        ..preparation
    };
    let mut problems = Problems::default();
    for (ground, text) in &tidy.grounds {
        problems.optional(&format!("grounds.{}", ground.id()), text, LONGEST_SETTING);
    }
    problems.optional("planning_group", &tidy.planning_group, LONGEST_SETTING);
    problems.unless(
        tidy.planning_users.is_none_or(|users| users <= MOST_PLANNING_USERS),
        "planning_users",
        Problem::NotANumber(0, u64::from(MOST_PLANNING_USERS)),
    );
    problems.optional("staff_representatives", &tidy.staff_representatives, LONGEST_SETTING);
    for (expense, text) in &tidy.budget {
        problems.optional(&format!("budget.{}", expense.id()), text, LONGEST_SETTING);
    }
    problems.none()?;
    Ok(tidy)
}
