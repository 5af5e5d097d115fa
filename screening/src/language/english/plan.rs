//! The development plan in English.

use super::English;
use crate::language::{PlanTexts, PlanWords};
use crate::plan::{Decision, GoalState, LifeArea, Question, Telling};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

impl PlanWords for English {
    fn plan(&self) -> PlanTexts {
        PlanTexts {
            title: "The place’s development plan",
            works_already: "What works already",
            no_goals: "No goals have been written yet.",
            why: "Why",
            activity: "What we do",
            period: "When",
            who: "Who",
            user_along: "A user is in the group.",
            indicators: "Indicators",
            life_area: "Area of life",
            success: "How we can see that it succeeds",
            no_success: "How we can see that it does not",
            cost: "What it costs",
            gain: "What we get out of it",
            wanted: "Where we want to be",
            now: "Where we begin",
            holds: "What keeps us from being lower",
            next_step: "What takes us one step up",
            milestones: ["Milestones", "By", "What", "Done"],
            follow_ups: [
                "Follow-ups",
                "Day",
                "Where we are",
                "What went well",
                "What we do differently",
                "What we decided",
            ],
            progress: "The way so far",
            progress_about: "Where the place itself thinks it stands on a scale from 1 to 10, day by day.",
            told: "You said – we do",
        }
    }

    fn goal_heading(&self, place: usize, statement: &str) -> String {
        format!("Goal {place}: {statement}")
    }

    fn period(&self, begins: &str, ends: &str) -> String {
        format!("From {begins} to {ends}")
    }

    fn next_follow_up(&self, day: &str) -> String {
        format!("Next follow-up: {day}")
    }

    fn calendar_milestone(&self, text: &str) -> String {
        format!("Milestone: {text}")
    }

    fn calendar_follow_up(&self, statement: &str) -> String {
        format!("Follow-up: {statement}")
    }

    fn told_labels(&self) -> [&'static str; 2] {
        ["You said", "We do"]
    }

    fn short_date(&self, month: i8, day: i8) -> String {
        let month = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place));
        format!("{day} {}", month.copied().unwrap_or_default())
    }

    fn first_step_mark(&self) -> &'static str {
        "First step:"
    }

    fn telling(&self, telling: Telling) -> &'static str {
        match telling {
            Telling::ThreeMonths => "After three months",
            Telling::SixMonths => "After six months",
        }
    }

    fn life_area(&self, area: LifeArea) -> &'static str {
        match area {
            LifeArea::Work => "Work",
            LifeArea::Health => "Health",
            LifeArea::Education => "Education",
            LifeArea::Social => "Community and everyday life",
        }
    }

    fn decision(&self, decision: Decision) -> &'static str {
        match decision {
            Decision::GoOn => "We go on",
            Decision::Change => "We change something",
            Decision::Reached => "The goal is reached",
            Decision::Stop => "We stop",
        }
    }

    fn question(&self, question: Question) -> &'static str {
        match question {
            Question::What => "What do we do, and who does it?",
            Question::Noticed => "How can the users tell that it has happened?",
            Question::Agreed => "Does anyone disagree?",
            Question::Managed => "Can we do it? Better a smaller goal.",
            Question::When => "When do we begin, and when do we look at it?",
        }
    }

    fn goal_state(&self, state: GoalState) -> &'static str {
        match state {
            GoalState::Written => "Not begun",
            GoalState::UnderWay => "Under way",
            GoalState::Reached => "Reached",
            GoalState::Stopped => "Stopped",
        }
    }
}
