//! The development plan in Bokmål.

use super::Bokmal;
use crate::language::{PlanTexts, PlanWords};
use crate::plan::{Decision, GoalState, LifeArea, Question, Telling};

const MONTHS: [&str; 12] =
    ["jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."];

impl PlanWords for Bokmal {
    fn plan(&self) -> PlanTexts {
        PlanTexts {
            title: "Stedets utviklingsplan",
            works_already: "Dette virker allerede",
            no_goals: "Det er ikke skrevet mål ennå.",
            why: "Hvorfor",
            activity: "Dette gjør vi",
            period: "Når",
            who: "Hvem",
            user_along: "En bruker er med i gruppen.",
            indicators: "Indikatorer",
            life_area: "Område i livet",
            success: "Da kan vi se at det lykkes",
            no_success: "Da kan vi se at det ikke gjør det",
            cost: "Det koster dette",
            gain: "Det får vi ut av det",
            wanted: "Hit vil vi",
            now: "Her begynner vi",
            holds: "Dette gjør at vi ikke står lavere",
            next_step: "Dette tar oss ett trinn opp",
            milestones: ["Delmål", "Senest", "Hva", "Gjort"],
            follow_ups: [
                "Oppfølginger",
                "Dag",
                "Her er vi",
                "Dette gikk bra",
                "Dette gjør vi annerledes",
                "Vi bestemte",
            ],
            progress: "Veien hit",
            progress_about: "Hvor stedet selv mener å stå på en skala fra 1 til 10, dag for dag.",
            told: "Dere sa – vi gjør",
        }
    }

    fn goal_heading(&self, place: usize, statement: &str) -> String {
        format!("Mål {place}: {statement}")
    }

    fn period(&self, begins: &str, ends: &str) -> String {
        format!("Fra {begins} til {ends}")
    }

    fn next_follow_up(&self, day: &str) -> String {
        format!("Neste oppfølging: {day}")
    }

    fn calendar_milestone(&self, text: &str) -> String {
        format!("Delmål: {text}")
    }

    fn calendar_follow_up(&self, statement: &str) -> String {
        format!("Oppfølging: {statement}")
    }

    fn told_labels(&self) -> [&'static str; 2] {
        ["Dere sa", "Vi gjør"]
    }

    fn short_date(&self, month: i8, day: i8) -> String {
        let month = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place));
        format!("{day}. {}", month.copied().unwrap_or_default())
    }

    fn first_step_mark(&self) -> &'static str {
        "Første skritt:"
    }

    fn telling(&self, telling: Telling) -> &'static str {
        match telling {
            Telling::ThreeMonths => "Etter tre måneder",
            Telling::SixMonths => "Etter seks måneder",
        }
    }

    fn life_area(&self, area: LifeArea) -> &'static str {
        match area {
            LifeArea::Work => "Arbeid",
            LifeArea::Health => "Helse",
            LifeArea::Education => "Utdanning",
            LifeArea::Social => "Fellesskap og hverdag",
        }
    }

    fn decision(&self, decision: Decision) -> &'static str {
        match decision {
            Decision::GoOn => "Vi fortsetter",
            Decision::Change => "Vi endrer noe",
            Decision::Reached => "Målet er nådd",
            Decision::Stop => "Vi stopper",
        }
    }

    fn question(&self, question: Question) -> &'static str {
        match question {
            Question::What => "Hva gjør vi, og hvem gjør det?",
            Question::Noticed => "Hvordan kan brukerne merke at det har skjedd?",
            Question::Agreed => "Er noen uenige?",
            Question::Managed => "Kan vi klare det? Heller et mindre mål.",
            Question::When => "Når begynner vi, og når ser vi etter?",
        }
    }

    fn goal_state(&self, state: GoalState) -> &'static str {
        match state {
            GoalState::Written => "Ikke begynt",
            GoalState::UnderWay => "I gang",
            GoalState::Reached => "Nådd",
            GoalState::Stopped => "Stoppet",
        }
    }
}
