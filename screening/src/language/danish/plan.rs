//! The development plan in Danish.

use super::Danish;
use crate::language::{PlanTexts, PlanWords};
use crate::plan::{Decision, GoalState, LifeArea, Question, Telling};

const MONTHS: [&str; 12] =
    ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];

impl PlanWords for Danish {
    fn plan(&self) -> PlanTexts {
        PlanTexts {
            title: "Stedets udviklingsplan",
            works_already: "Det virker allerede",
            no_goals: "Der er ikke skrevet mål endnu.",
            why: "Hvorfor",
            activity: "Det gør vi",
            period: "Hvornår",
            who: "Hvem",
            user_along: "En bruger er med i gruppen.",
            indicators: "Indikatorer",
            life_area: "Område i livet",
            success: "Så kan vi se, at det lykkes",
            no_success: "Så kan vi se, at det ikke gør",
            cost: "Det koster det",
            gain: "Det får vi ud af det",
            wanted: "Her vil vi hen",
            now: "Her begynder vi",
            holds: "Det gør, at vi ikke står lavere",
            next_step: "Det tager os ét trin op",
            milestones: ["Delmål", "Senest", "Hvad", "Gjort"],
            follow_ups: [
                "Opfølgninger",
                "Dag",
                "Her er vi",
                "Det gik godt",
                "Det gør vi anderledes",
                "Vi besluttede",
            ],
            progress: "Vejen indtil nu",
            progress_about: "Hvor stedet selv mener at stå på en skala fra 1 til 10, dag for dag.",
            told: "I sagde – vi gør",
        }
    }

    fn goal_heading(&self, place: usize, statement: &str) -> String {
        format!("Mål {place}: {statement}")
    }

    fn period(&self, begins: &str, ends: &str) -> String {
        format!("Fra {begins} til {ends}")
    }

    fn next_follow_up(&self, day: &str) -> String {
        format!("Næste opfølgning: {day}")
    }

    fn calendar_milestone(&self, text: &str) -> String {
        format!("Delmål: {text}")
    }

    fn calendar_follow_up(&self, statement: &str) -> String {
        format!("Opfølgning: {statement}")
    }

    fn told_labels(&self) -> [&'static str; 2] {
        ["I sagde", "Vi gør"]
    }

    fn short_date(&self, month: i8, day: i8) -> String {
        let month = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place));
        format!("{day}. {}", month.copied().unwrap_or_default())
    }

    fn first_step_mark(&self) -> &'static str {
        "Første skridt:"
    }

    fn telling(&self, telling: Telling) -> &'static str {
        match telling {
            Telling::ThreeMonths => "Efter tre måneder",
            Telling::SixMonths => "Efter seks måneder",
        }
    }

    fn life_area(&self, area: LifeArea) -> &'static str {
        match area {
            LifeArea::Work => "Arbejde",
            LifeArea::Health => "Helbred",
            LifeArea::Education => "Uddannelse",
            LifeArea::Social => "Fællesskab og hverdag",
        }
    }

    fn decision(&self, decision: Decision) -> &'static str {
        match decision {
            Decision::GoOn => "Vi fortsætter",
            Decision::Change => "Vi ændrer noget",
            Decision::Reached => "Målet er nået",
            Decision::Stop => "Vi stopper",
        }
    }

    fn question(&self, question: Question) -> &'static str {
        match question {
            Question::What => "Hvad gør vi, og hvem gør det?",
            Question::Noticed => "Hvordan kan brugerne mærke, at det er sket?",
            Question::Agreed => "Er nogen uenige?",
            Question::Managed => "Kan vi nå det? Hellere et mindre mål.",
            Question::When => "Hvornår begynder vi, og hvornår ser vi efter?",
        }
    }

    fn goal_state(&self, state: GoalState) -> &'static str {
        match state {
            GoalState::Written => "Ikke begyndt",
            GoalState::UnderWay => "I gang",
            GoalState::Reached => "Nået",
            GoalState::Stopped => "Stoppet",
        }
    }
}
