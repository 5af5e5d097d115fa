//! The next time: a screening started from an earlier one of the same organisation, and what has moved between the two.

use crate::fields::{Problems, one_line};
use crate::screenings::Screening;
use crate::settings::checked;
use crate::{Actor, Error, Problem, Result, Workflow};
use jiff::civil::Date;
use screening::comparison::{Earlier, Round, Trend, trends};
use screening::id::GroupId;
use screening::instrument::{Disclosure, Instrument};
use screening::picture::{Picture, Published};
use screening::plan::{Goal, in_order};
use screening::preparation::Preparation;
use screening::schedule::Schedule;
use screening::settings::{Invited, LegalFacts, Settings, State};
use std::collections::BTreeMap;

/// A screening beside the one before it.
#[derive(Clone, Debug)]
pub struct SinceView {
    /// The later one (its `picture` is `None`).
    pub screening: Screening,
    /// Its figures.
    pub published: Published,
    /// The earlier one, and what has changed since.
    pub earlier: Earlier,
    /// The goals of the earlier one's plan, in their order.
    pub goals: Vec<Goal>,
}

/// Most rounds that are read in a row: the newest ones.
pub const MOST_ROUNDS: usize = 12;

/// A screening with those before it at the same place.
#[derive(Clone, Debug)]
pub struct RoundsView {
    /// The newest (its `picture` is `None`).
    pub screening: Screening,
    /// What each is called, oldest first.
    pub names: Vec<String>,
    /// What may be told of them in a row.
    pub trends: Vec<Trend>,
}

impl Workflow {
    /// Starts the next screening of an organisation from a closed one whose picture was opened, or from one that was
    /// stopped: settings, units, numbers invited, names and dates come along; no code, draft, answer or comment does, nor
    /// what was promised or considered for that time alone. `instrument` is the newest version of the same. Where one is
    /// being prepared already, that one is given. After one that was stopped it is compared with what that one would have
    /// been compared with.
    ///
    /// # Errors
    ///
    /// Fields `name`, `start`, `instrument` and those of the settings; [`Problem::WrongState`].
    pub async fn start_again(
        &self,
        actor: &Actor,
        earlier: &str,
        name: &str,
        start: Date,
        instrument: Instrument,
    ) -> Result<String> {
        let before = self.facilitated(actor, earlier).await?;
        let ready = before.stopped.is_some() || (before.state == State::Closed && before.picture_opened);
        if !ready || before.practice.is_some() || before.settings.pilot {
            return Err(Error::Refused(Problem::WrongState));
        }
        let compared =
            if before.stopped.is_some() { before.earlier.clone() } else { Some(before.id.clone()) };
        let all = self.store.screenings(None).await?;
        let begun = all.into_iter().find(|one| {
            let same = one.organisation == before.organisation && one.earlier == compared;
            // One that was stopped leaves no mark on the next: there the name tells a second press from another.
            let pressed_twice = compared.as_deref() == Some(earlier) || one.name == one_line(name);
            one.state == State::Prepared && one.practice.is_none() && same && pressed_twice
        });
        if let Some(begun) = begun {
            return Ok(begun.id);
        }
        if instrument.id != before.instrument.id {
            return Err(Error::field("instrument", Problem::NotAChoice));
        }
        let (name, settings) = checked(name, carried(&before.settings, &instrument), &instrument)?;
        let legal = settings.legal.beside(&self.controller_facts().await?);
        let settings = Settings { legal, ..settings };
        let [first, last] = Schedule::DAYS;
        let mut problems = Problems::default();
        problems.unless((first..=last).contains(&start), "start", Problem::NotADate);
        problems.none()?;
        let schedule = self.schedule(actor, earlier).await?.moved_to(start);
        let screening = Screening {
            id: self.fresh_id(),
            organisation: before.organisation,
            name,
            state: State::Prepared,
            instrument,
            settings,
            codes_made: false,
            closing_ends_at: None,
            picture: None,
            picture_opened: false,
            practice: None,
            earlier: compared,
            stopped: None,
            created_at: self.clock.now(),
        };
        self.noting(actor, &screening, "screening created", format!("after {earlier}"))
            .add_dated_screening(&screening, &schedule)
            .await?;
        Ok(screening.id)
    }

    /// A closed screening beside the one that it was started from, for its facilitator; both pictures are opened by it.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it was started from none.
    pub async fn since_earlier(&self, actor: &Actor, id: &str) -> Result<SinceView> {
        let (screening, picture) = self.seen_picture(actor, id).await?;
        let before = screening.earlier.clone().ok_or(Error::NotFound)?;
        self.seen_picture(actor, &before).await?;
        let earlier = self.earlier(&screening, &picture).await?.ok_or(Error::NotFound)?;
        let published = picture.published(&screening.instrument);
        Ok(SinceView { screening, published, goals: earlier.goals.clone(), earlier })
    }

    /// A closed screening with those before it, each started from the one before, for its facilitator; their pictures are
    /// opened by it. The row ends where one has no figures any more.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is none before it.
    pub async fn rounds(&self, actor: &Actor, id: &str) -> Result<RoundsView> {
        let (screening, picture) = self.opened_picture(actor, id).await?;
        let mut before = screening.earlier.clone();
        let mut newest_first = vec![(screening.clone(), picture)];
        while let Some(id) = before.filter(|_| newest_first.len() < MOST_ROUNDS) {
            match self.opened_picture(actor, &id).await {
                Ok((earlier, picture)) => {
                    before = earlier.earlier.clone();
                    newest_first.push((earlier, picture));
                }
                Err(Error::Refused(_)) => before = None,
                Err(error) => return Err(error),
            }
        }
        if newest_first.len() < 2 {
            return Err(Error::NotFound);
        }
        newest_first.reverse();
        let rounds: Vec<Round<'_>> = newest_first
            .iter()
            .map(|(one, picture)| Round { picture, instrument: &one.instrument })
            .collect();
        let trends = trends(&rounds);
        let names = newest_first.iter().map(|(one, _)| one.name.clone()).collect();
        Ok(RoundsView { screening, names, trends })
    }

    /// The one before a screening, and what has changed since; `None` where it was started from none.
    pub(crate) async fn earlier(&self, screening: &Screening, picture: &Picture) -> Result<Option<Earlier>> {
        let Some(id) = &screening.earlier else { return Ok(None) };
        let Some(before) = self.store.screening(id).await? else { return Ok(None) };
        let mut goals = self.store.goals(&before.id).await?;
        in_order(&mut goals, |stored| &stored.goal);
        let goals = goals.into_iter().map(|stored| stored.goal).collect();
        Ok(before.picture.as_ref().map(|then| {
            let earlier = Round { picture: then, instrument: &before.instrument };
            let later = Round { picture, instrument: &screening.instrument };
            Earlier::new(&before.name, earlier, later).with_goals(goals)
        }))
    }
}

/// The settings that hold another time: without days that are past, promises, links, and what is considered each time.
fn carried(before: &Settings, instrument: &Instrument) -> Settings {
    let known = |group: &GroupId| instrument.group(group).is_some();
    let in_role =
        |group: &GroupId| instrument.group(group).is_some_and(|group| group.disclosure == Disclosure::InRole);
    let mut next = before.clone();
    let Invited(invited) = &mut next.invited;
    invited.retain(|group, _| known(group));
    next.forms.retain(|group, _| known(group));
    next.joint.retain(in_role);
    next.names.retain(|name, word| instrument.names.get(name).is_some_and(|words| words.contains(word)));
    next.preparation.ways.retain(|group, _| known(group));
    Settings {
        hear_back: String::new(),
        hearings: String::new(),
        answer_by: String::new(),
        leader_promise: String::new(),
        open_links: BTreeMap::new(),
        preparation: Preparation {
            tie: next.preparation.tie,
            ways: next.preparation.ways,
            ..Preparation::default()
        },
        legal: LegalFacts { retention: String::new(), impact_assessment: String::new(), ..next.legal },
        ..next
    }
}
