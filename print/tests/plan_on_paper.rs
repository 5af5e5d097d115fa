//! The plan and the poster in the hand of whoever gets them, in every state. `PEJLING_FORMS=<folder>` keeps the files
//! there, to be looked at.

#[path = "support/paper.rs"]
#[allow(dead_code, reason = "the report's forms use the rest")]
mod paper;
#[path = "../../screening/tests/outputs/sample.rs"]
#[allow(dead_code, reason = "the report's own tests use the rest")]
mod sample;

use jiff::civil::{Date, date};
use paper::{ODD, heights, kept, options, pages};
use print::paper_pdf;
use sample::instrument;
use screening::language;
use screening::plan::{
    Decision, DevelopmentPlan, FollowUp, Goal, MOST_TOLD, Milestone, Telling, Told, plan_paper, told_paper,
};

fn today() -> Date {
    date(2026, 11, 21)
}

fn goal(statement: &str, ends: Option<Date>) -> Goal {
    let begins = Some(date(2026, 8, 3));
    Goal {
        statement: statement.to_owned(),
        why: "Ved begge høringer sagde brugerne, at forslag forsvinder.".to_owned(),
        activity: "Vi hænger en tavle op i gangen.\nForslag kommer på sedler.".to_owned(),
        begins,
        ends,
        place: 1,
        who: "To fra brugerrådet og lederen".to_owned(),
        user_along: Some(true),
        wanted: Some(8),
        now: Some(3),
        success: "Der hænger svar ved alle sedler.".to_owned(),
        ..Goal::default()
    }
}

fn looked(month: i8, day: i8, now: u8, decision: Decision, reason: &str) -> FollowUp {
    FollowUp {
        date: date(2026, month, day),
        now,
        well: "Tavlen hænger i gangen.".to_owned(),
        differently: "Vi svarer hver mandag.".to_owned(),
        decision,
        reason: reason.to_owned(),
    }
}

fn goals() -> Vec<Goal> {
    let past = Milestone { number: 1, text: "Tavlen hænger".to_owned(), due: date(2026, 8, 14), done: None };
    let late = Goal { milestones: vec![past], ..goal("Alle forslag får et svar", Some(date(2026, 10, 1))) };
    let stopped = Goal {
        follow_ups: vec![
            looked(8, 17, 4, Decision::GoOn, ""),
            looked(9, 14, 3, Decision::Stop, "Huset lukker for ombygning. Vi tager det op igen til foråret."),
        ],
        ..goal("Åbent værksted om aftenen", Some(date(2027, 2, 1)))
    };
    let wordy = Goal {
        why: "Det er et sted, hvor jeg kan være mig selv, og det betyder meget. ".repeat(14),
        who: ODD.to_owned(),
        follow_ups: (1..=9).map(|day| looked(9, day * 3, 4, Decision::GoOn, "")).collect(),
        ..goal(
            &"Et mål, som er skrevet meget langt, fordi alt skulle med. ".repeat(3),
            Some(date(2027, 3, 1)),
        )
    };
    vec![goal("Et mål uden slutdato", None), late, wordy, stopped]
}

#[test]
fn a_plan_in_every_state_is_printed() {
    let (instrument, danish) = (instrument(), language::of("da"));
    for (name, goals) in [("plan", goals()), ("plan-empty", Vec::new())] {
        let plan = DevelopmentPlan {
            organisation: "Bostedet Egelunden",
            strengths: &[],
            goals: &goals,
            instrument: &instrument,
            today: today(),
        };
        let bytes = paper_pdf(&plan_paper(&plan, danish), options()).unwrap();
        kept(&format!("{name}.pdf"), &bytes);
        assert!(pages(&bytes) <= goals.len().max(1), "a goal begins where the one before it ends");
    }
}

/// Three goals are an overview: they follow each other, and no page is left half empty for the next.
#[test]
fn goals_follow_each_other() {
    let (instrument, danish) = (instrument(), language::of("da"));
    let goals: Vec<Goal> =
        (1..=3).map(|_| goal("Alle forslag får et svar", Some(date(2026, 12, 1)))).collect();
    let plan = DevelopmentPlan {
        organisation: "Bostedet Egelunden",
        strengths: &[],
        goals: &goals,
        instrument: &instrument,
        today: today(),
    };
    let bytes = paper_pdf(&plan_paper(&plan, danish), options()).unwrap();
    assert_eq!(pages(&bytes), 1);
    let source: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    assert!(source.contains("/S/Lbl") && source.contains("/S/LBody"), "each fact has its name, also by ear");
}

/// Two pairs fill the sheet as six do: what is done about the last stands low on it.
#[test]
fn a_poster_is_as_large_as_what_it_tells() {
    let told = |said: &str, done: &str| Told { said: said.to_owned(), done: done.to_owned() };
    let two = [
        told("Der skal være en dato på svaret", "Der hænger en tavle i gangen"),
        told("Vi kan ikke kende os selv i planen", "To brugere laver en ny forside. Slut"),
    ];
    let paper = told_paper("Bostedet Egelunden", Telling::ThreeMonths, &two, today(), language::of("da"));
    let bytes = paper_pdf(&paper, options()).unwrap();
    let Some([title, last]) = heights(&bytes, ["sagde", "Slut."]) else { return };
    // A sheet of A4 is 842 points high.
    assert!(last > 560.0 && last < 780.0, "{title} and {last} points down the page");
}

#[test]
fn a_poster_fills_one_page() {
    let short = ("Der skal være en dato på svaret", "Der hænger en tavle i gangen i Gårdhuset.");
    let long = "De fleste af os kender vores plan. Vi kan bare ikke kende os selv i den, og det er derfor svært at bruge den. ";
    let told = |said: &str, done: &str| Told { said: said.to_owned(), done: done.to_owned() };
    for (name, told) in [
        ("poster-one", vec![told(short.0, short.1)]),
        ("poster-six", vec![told(short.0, short.1); MOST_TOLD]),
        ("poster-long", vec![told(long, &long.repeat(2)); MOST_TOLD]),
        ("poster-odd", vec![told(ODD, ODD)]),
    ] {
        let paper =
            told_paper("Bostedet Egelunden", Telling::ThreeMonths, &told, today(), language::of("da"));
        let bytes = paper_pdf(&paper, options()).unwrap();
        kept(&format!("{name}.pdf"), &bytes);
        assert_eq!(pages(&bytes), 1, "{name}");
    }
}
