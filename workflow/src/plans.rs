//! The development plan: facilitators write it, leaders read and follow it. It begins where a report is released.

mod writing;

use crate::preparing::day_in_denmark;
use crate::reports::Released;
use crate::screenings::Screening;
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use screening::hearing::{HearingNumber, Paper, Priorities};
use screening::id::FocusPointId;
use screening::language;
use screening::plan::{
    DevelopmentPlan, Goal, Telling, Told, calendar, goal_about, in_order, next_follow_up, plan_paper,
    told_paper,
};
use screening::report::{Block, Report, SectionKind};

/// Proposals of a vote that are shown at most.
const MOST_VOTED: usize = 3;

/// A goal as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredGoal {
    /// Random id.
    pub id: String,
    /// Times it was written.
    pub revision: i64,
    /// The goal.
    pub goal: Goal,
}

/// What is told those who took part, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredTold {
    /// Times it was written; 0: never.
    pub revision: i64,
    /// What was said, and what is done.
    pub told: Vec<Told>,
}

/// What came of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept.
    Kept,
    /// Somebody wrote it meanwhile; nothing is changed.
    Changed,
    /// As many goals are open as may be; nothing is changed.
    NoRoom,
}

/// A plan as it is read.
#[derive(Clone, Debug)]
pub struct PlanView {
    /// The screening.
    pub screening: Screening,
    /// What works already: the released report's strengths.
    pub strengths: Vec<String>,
    /// Goals: open ones first, in their order.
    pub goals: Vec<StoredGoal>,
    /// What is told, and the day on which it is.
    pub told: Vec<(Telling, Date, StoredTold)>,
}

/// Something that the report or a hearing points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// In a few words.
    pub text: String,
    /// The first step, where one is proposed.
    pub first_step: String,
    /// The focus point, where it is about one.
    pub focus_point: Option<FocusPointId>,
    /// How many wanted it first, where there was a vote.
    pub votes: Option<u32>,
    /// The open goal that is about the same focus point already.
    pub goal: Option<String>,
}

/// What comes next in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextFollowUp {
    /// The goal's id.
    pub goal: String,
    /// The goal.
    pub statement: String,
    /// The day.
    pub date: Date,
}

/// How far a plan has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanProgress {
    /// Goals, open or not.
    pub goals: usize,
    /// The next follow-up, the earliest of all goals'.
    pub next: Option<NextFollowUp>,
}

impl Workflow {
    /// The plan, for facilitators and leaders; to a leader there is none before the report is released.
    pub async fn plan(&self, actor: &Actor, screening: &str) -> Result<PlanView> {
        let released = self.released_report(actor, screening).await?;
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        let mut goals = self.store.goals(&screening.id).await?;
        in_order(&mut goals, |stored| &stored.goal);
        // A later version, management's answer too, puts nothing off.
        let versions = self.store.released_versions(&screening.id).await?;
        let first = versions.first().map_or(released.released_at, |version| version.released_at);
        let mut told = Vec::new();
        for telling in Telling::ALL {
            let date = telling.date(day_in_denmark(first));
            told.push((telling, date, self.store.told(&screening.id, telling).await?));
        }
        Ok(PlanView { strengths: strengths(&released.report), screening, goals, told })
    }

    /// Where a plan can begin: the report's places to begin, then what a vote at the hearings put first.
    pub async fn plan_proposals(&self, actor: &Actor, screening: &str) -> Result<Vec<Proposal>> {
        let (screening, released) = self.to_develop(actor, screening).await?;
        let mark = language::of(&screening.settings.language).first_step_mark();
        let beginnings =
            released.report.sections.iter().filter(|section| section.kind == SectionKind::Beginnings);
        let goals: Vec<Goal> =
            self.store.goals(&screening.id).await?.into_iter().map(|stored| stored.goal).collect();
        let begun = |point: &FocusPointId| {
            let point = screening.instrument.focus_point(point)?;
            let indicators: Vec<_> = point.indicators.iter().map(|one| one.id.clone()).collect();
            goal_about(&goals, &indicators).map(|goal| goal.statement.clone())
        };
        let mut proposals: Vec<Proposal> = beginnings
            .flat_map(|section| section.blocks.iter().flat_map(Block::sentences))
            .map(|sentence| {
                let (text, step) = sentence.text.split_once(mark).unwrap_or((&sentence.text, ""));
                let point = sentence.key.strip_prefix("beginnings.").map(FocusPointId::from);
                Proposal {
                    goal: point.as_ref().and_then(begun),
                    text: text.trim().trim_end_matches('.').to_owned(),
                    first_step: step.trim().to_owned(),
                    focus_point: point.filter(|id| screening.instrument.focus_point(id).is_some()),
                    votes: None,
                }
            })
            .collect();
        for number in [HearingNumber::Second, HearingNumber::First] {
            let vote = self.hearing_vote(actor, &screening.id, number).await?;
            let Some((options, result)) = vote.and_then(|vote| Some((vote.options, vote.result?))) else {
                continue;
            };
            // Those who use the place lead where they may be told apart.
            let votes = match result {
                Priorities::Few => continue,
                Priorities::Together(votes) => votes,
                Priorities::Apart { users, .. } => users,
            };
            let mut voted: Vec<_> = options.into_iter().zip(votes.options).collect();
            voted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            proposals.extend(voted.into_iter().filter(|(_, count)| *count > 0).take(MOST_VOTED).map(
                |(text, count)| Proposal {
                    text,
                    first_step: String::new(),
                    focus_point: None,
                    votes: Some(count),
                    goal: None,
                },
            ));
            break;
        }
        Ok(proposals)
    }

    /// How far the plan has come; nothing where no report is released.
    pub async fn plan_progress(&self, actor: &Actor, screening: &str) -> Result<PlanProgress> {
        let screening = self.facilitated(actor, screening).await?;
        let goals = self.store.goals(&screening.id).await?;
        let next = goals.iter().filter_map(|stored| {
            let date = next_follow_up(&stored.goal)?;
            Some(NextFollowUp { goal: stored.id.clone(), statement: stored.goal.statement.clone(), date })
        });
        Ok(PlanProgress { goals: goals.len(), next: next.min_by_key(|next| next.date) })
    }

    /// The plan to print.
    pub async fn plan_paper(&self, actor: &Actor, screening: &str) -> Result<Paper> {
        let view = self.plan(actor, screening).await?;
        let goals: Vec<Goal> = view.goals.into_iter().map(|stored| stored.goal).collect();
        let plan = DevelopmentPlan {
            organisation: &view.screening.organisation.name,
            strengths: &view.strengths,
            goals: &goals,
            instrument: &view.screening.instrument,
            today: self.today(),
        };
        Ok(plan_paper(&plan, language::of(&view.screening.settings.language)))
    }

    /// What is still to come, as a calendar file.
    pub async fn plan_calendar(&self, actor: &Actor, screening: &str) -> Result<String> {
        let view = self.plan(actor, screening).await?;
        let goals: Vec<_> = view.goals.into_iter().map(|stored| (stored.id, stored.goal)).collect();
        let now = Timestamp::from_second(self.clock.now()).unwrap_or(Timestamp::UNIX_EPOCH);
        let now = now.to_zoned(TimeZone::UTC).datetime();
        let language = language::of(&view.screening.settings.language);
        Ok(calendar(&view.screening.organisation.name, &goals, now, language))
    }

    /// The poster for those who took part: what was said and has its answer.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where nothing has.
    pub async fn told_poster(&self, actor: &Actor, screening: &str, telling: Telling) -> Result<Paper> {
        let view = self.plan(actor, screening).await?;
        let written = view.told.into_iter().find(|(known, ..)| *known == telling);
        let mut told = written.map(|(.., stored)| stored.told).unwrap_or_default();
        told.retain(|one| !one.done.is_empty());
        if told.is_empty() {
            return Err(Error::NotFound);
        }
        let language = language::of(&view.screening.settings.language);
        Ok(told_paper(&view.screening.organisation.name, telling, &told, self.today(), language))
    }

    /// A screening whose report is released, and the report.
    pub(super) async fn to_develop(&self, actor: &Actor, screening: &str) -> Result<(Screening, Released)> {
        let screening = self.facilitated(actor, screening).await?;
        let released = self.store.released(&screening.id).await?;
        Ok((screening, released.ok_or(Error::Refused(Problem::WrongState))?))
    }
}

fn strengths(report: &Report) -> Vec<String> {
    let sections = report.sections.iter().filter(|section| section.kind == SectionKind::Strengths);
    let sentences = sections.flat_map(|section| section.blocks.iter().flat_map(Block::sentences));
    sentences.map(|sentence| sentence.text.clone()).filter(|text| !text.trim().is_empty()).collect()
}
