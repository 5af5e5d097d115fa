//! The plan drawn, on paper, on a wall and in a calendar.

use super::{INSTRUMENT, TODAY, looked, under_way};
use jiff::civil::date;
use screening::chart::Chart;
use screening::language;
use screening::plan::{
    Decision, DevelopmentPlan, Goal, GoalChange, Telling, Told, calendar, plan_paper, progress, told_paper,
};
use screening::report::{Block, plain_text};

#[test]
fn progress_is_drawn_with_the_same_values_in_words() {
    let mut goal = under_way();
    goal.follow_ups.push(looked(date(2026, 12, 14), 5, Decision::GoOn, ""));
    goal.follow_ups.push(looked(date(2027, 1, 14), 7, Decision::Change, ""));
    let Chart { svg, narrow, description, table, .. } =
        progress(&goal, "p", language::of("da")).expect("it says where it is");
    let values: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(values, ["4", "5", "7"]);
    assert_eq!(table.rows[1][0], "14. december 2026");
    assert_eq!(table.rows[2][2], "Vi ændrer noget");
    assert!(description.contains("Her vil vi hen: 8."), "{description}");
    for drawing in [&svg, &narrow] {
        assert_eq!(drawing.matches("<circle").count(), 3);
        assert!(drawing.contains("30. nov.") && drawing.contains("31. mar."), "{drawing}");
    }
    assert!(progress(&Goal { now: None, ..goal }, "p", language::of("da")).is_none());
}

#[test]
fn the_paper_begins_with_what_works() {
    let reached = Goal {
        follow_ups: vec![looked(date(2026, 12, 14), 8, Decision::Reached, "")],
        statement: "Åbent om lørdagen".to_owned(),
        ..under_way()
    };
    let strengths = ["Her bliver man hilst på.".to_owned()];
    let (goals, instrument) = ([under_way(), reached], &*INSTRUMENT);
    let plan = DevelopmentPlan {
        organisation: "Bostedet Åkanden",
        strengths: &strengths,
        goals: &goals,
        instrument,
        today: TODAY,
    };
    let paper = plan_paper(&plan, language::of("da"));
    let headings: Vec<&str> = paper.report.sections.iter().map(|one| one.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["Det virker allerede", "Mål 1: Et svar på hvert forslag", "Nået: Åbent om lørdagen"]
    );
    let said = plain_text(&paper.report);
    for expected in [
        "Her bliver man hilst på.",
        "Her vil vi hen: 8",
        "Fra 30. november 2026 til 31. marts 2027",
        "To brugere og lederen. En bruger er med i gruppen.",
    ] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    assert!(paper.report.sections[2].blocks.iter().any(|block| matches!(block, Block::Chart(_))));
}

#[test]
fn the_poster_says_what_was_said_and_what_is_done() {
    let told = [Told { said: "Vi vil have svar".to_owned(), done: "Der hænger en tavle.".to_owned() }];
    let paper = told_paper("Bostedet Åkanden", Telling::ThreeMonths, &told, TODAY, language::of("da"));
    assert_eq!(paper.report.title, "I sagde – vi gør");
    assert_eq!(paper.report.kicker, "Bostedet Åkanden · Efter tre måneder");
    assert!(
        plain_text(&paper.report).contains("I sagde\n\nVi vil have svar.\n\nVi gør\n\nDer hænger en tavle.")
    );
    assert_eq!(Telling::ThreeMonths.date(date(2026, 11, 30)), date(2027, 2, 28));
}

/// The lines of a calendar file put together again (RFC 5545, 3.1).
pub(super) fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_holds_what_is_to_come() {
    let goal = Goal { statement: "Svar, til alle; altid".to_owned(), ..under_way() };
    let add = |text: &str| GoalChange::AddMilestone { text: text.to_owned(), due: Some(date(2026, 12, 31)) };
    let goal = goal.changed(add("Tavlen"), &INSTRUMENT, TODAY).expect("a milestone");
    let goal = goal.changed(add("Gjort er gjort"), &INSTRUMENT, TODAY).expect("a milestone");
    let goal = goal.changed(GoalChange::TickMilestone(2, true), &INSTRUMENT, TODAY).expect("done");
    let now = date(2026, 11, 25).at(8, 5, 0, 0);
    let file = calendar("Bostedet Åkanden", &[("abc".to_owned(), goal)], now, language::of("da"));
    let lines = unfolded(&file);
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 6);
    assert!(lines.contains(&"UID:abc-milestone-1@pejling".to_owned()));
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20261231".to_owned()));
    assert!(lines.contains(&"DTEND;VALUE=DATE:20270101".to_owned()), "a whole day ends the day after");
    assert!(lines.contains(&"DTSTAMP:20261125T080500Z".to_owned()));
    assert!(lines.contains(&"SUMMARY:Opfølgning: Svar\\, til alle\\; altid".to_owned()));
    assert!(!file.contains("Gjort er gjort"));
}
