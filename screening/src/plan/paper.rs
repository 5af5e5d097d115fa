//! The plan on paper, and the poster: laid out as a report is, so that one template prints all of it.

use super::{Goal, MOST_OPEN, Question, STEPS, Telling, Told};
use crate::chart::{Chart, Progress, Reading, ReadingWords, Table};
use crate::hearing::Paper;
use crate::id::IndicatorId;
use crate::instrument::Instrument;
use crate::language::{Language, PlanTexts, full_stop};
use crate::report::{Block, Report, Section, SectionKind, Sentence};
use jiff::civil::Date;

/// Type of the plan, points.
const PLAN: f64 = 11.0;
/// What the plan's paper is made of.
#[derive(Clone, Copy, Debug)]
pub struct DevelopmentPlan<'a> {
    /// The organisation.
    pub organisation: &'a str,
    /// What works already, in the report's sentences.
    pub strengths: &'a [String],
    /// Goals in their order.
    pub goals: &'a [Goal],
    /// Names the indicators.
    pub instrument: &'a Instrument,
    /// The day of the print.
    pub today: Date,
}

/// The plan on A4: one overview for everyone who works together.
pub fn plan_paper(plan: &DevelopmentPlan<'_>, language: &'static dyn Language) -> Paper {
    let words = language.plan();
    let mut sections = Vec::new();
    if !plan.strengths.is_empty() {
        sections.push(section(words.works_already, vec![Block::List(sentences(plan.strengths))]));
    }
    let open = plan.goals.iter().filter(|goal| goal.is_open()).take(MOST_OPEN);
    let ended = plan.goals.iter().filter(|goal| !goal.is_open());
    for (place, goal) in open.chain(ended).enumerate() {
        let heading = match goal.is_open() {
            true => language.goal_heading(place + 1, &goal.statement),
            false => format!("{}: {}", language.goal_state(goal.state()), goal.statement),
        };
        sections.push(section(&heading, goal_blocks(goal, plan, language, &format!("goal-{place}"))));
    }
    if plan.goals.is_empty() {
        sections.push(section("", vec![Block::Paragraph(sentences(&[words.no_goals.to_owned()]))]));
    }
    let report = report(language, plan.organisation, words.title, plan.today, sections);
    Paper { report, size: PLAN, ..Paper::default() }
}

fn goal_blocks(
    goal: &Goal,
    plan: &DevelopmentPlan<'_>,
    language: &'static dyn Language,
    prefix: &str,
) -> Vec<Block> {
    let words = language.plan();
    let facts = goal_facts(goal, plan.instrument, language);
    let facts: Vec<(String, String)> =
        facts.into_iter().map(|(label, text)| (label.to_owned(), flowing(&text))).collect();
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    if !goal.milestones.is_empty() {
        blocks.push(Block::Table(milestones(goal, &words, language)));
    }
    if !goal.follow_ups.is_empty() {
        if let Some(chart) = progress(goal, prefix, language) {
            blocks.push(Block::Chart(Chart { table: Table::default(), ..chart }));
        }
        blocks.push(Block::Table(follow_ups(goal, &words, language)));
    }
    blocks
}

/// What is agreed about a goal, label and text, as far as it is written.
pub fn goal_facts(
    goal: &Goal,
    instrument: &Instrument,
    language: &'static dyn Language,
) -> Vec<(&'static str, String)> {
    let words = language.plan();
    let texts = instrument.texts(language.code());
    let period = goal.begins.zip(goal.ends);
    let period = period.map(|(begins, ends)| language.period(&date(language, begins), &date(language, ends)));
    let mut who = goal.who.clone();
    if goal.user_along == Some(true) {
        who = [who.as_str(), words.user_along].join("\n").trim().to_owned();
    }
    let indicators = goal.indicators.iter().map(|id: &IndicatorId| format!("{id} {}", texts.indicator(id)));
    let indicators = indicators.collect::<Vec<_>>().join("\n");
    let step = |value: Option<u8>| value.map(|value| value.to_string()).unwrap_or_default();
    let area = goal.life_area.map(|area| language.life_area(area)).unwrap_or_default();
    let agreed = [
        (words.why, goal.why.clone()),
        (words.activity, goal.activity.clone()),
        (words.period, period.unwrap_or_default()),
        (words.who, who),
    ];
    let position = [
        (words.now, step(goal.now)),
        (words.wanted, step(goal.wanted)),
        (words.holds, goal.holds.clone()),
        (words.next_step, goal.next_step.clone()),
        (words.success, goal.success.clone()),
        (words.no_success, goal.no_success.clone()),
        (words.cost, goal.cost.clone()),
        (words.gain, goal.gain.clone()),
        (words.life_area, area.to_owned()),
        (words.indicators, indicators),
    ];
    agreed.into_iter().chain(position).filter(|(_, text)| !text.is_empty()).collect()
}

/// What the group answered to the five questions, as far as it did: for the desk, not for the wall.
pub fn goal_answers(goal: &Goal, language: &'static dyn Language) -> Vec<(&'static str, String)> {
    let answer = |question| Some((language.question(question), goal.questions.get(&question)?.clone()));
    Question::ALL.into_iter().filter_map(answer).collect()
}

fn milestones(goal: &Goal, words: &PlanTexts, language: &'static dyn Language) -> Table {
    let [caption, due, what, done] = words.milestones;
    Table {
        caption: caption.to_owned(),
        columns: [what, due, done].map(str::to_owned).to_vec(),
        rows: goal
            .milestones
            .iter()
            .map(|one| {
                let done = one.done.map(|day| date(language, day)).unwrap_or_default();
                vec![one.text.clone(), date(language, one.due), done]
            })
            .collect(),
    }
}

fn follow_ups(goal: &Goal, words: &PlanTexts, language: &'static dyn Language) -> Table {
    let [caption, columns @ ..] = words.follow_ups;
    Table {
        caption: caption.to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: goal
            .follow_ups
            .iter()
            .map(|one| {
                let decided = language.decision(one.decision);
                let decided = match one.reason.is_empty() {
                    true => decided.to_owned(),
                    false => format!("{decided}: {}", flowing(&one.reason)),
                };
                vec![
                    date(language, one.date),
                    one.now.to_string(),
                    flowing(&one.well),
                    flowing(&one.differently),
                    decided,
                ]
            })
            .collect(),
    }
}

/// Where the place has been, drawn; `None` before it has said where it is.
pub fn progress(goal: &Goal, prefix: &str, language: &'static dyn Language) -> Option<Chart> {
    let (begins, ends) = goal.begins.zip(goal.ends)?;
    let after = |day: Date| {
        let days = begins.until(day).map(|span| span.get_days()).unwrap_or_default();
        u32::try_from(days).unwrap_or_default()
    };
    let words = language.plan();
    let [_, day, value, .., decision] = words.follow_ups;
    let reading = |date_of: Date, value: u8, note: &str| Reading {
        day: after(date_of),
        short: language.short_date(date_of.month(), date_of.day()),
        written: date(language, date_of),
        value,
        note: note.to_owned(),
    };
    let readings: Vec<Reading> = std::iter::once(reading(begins, goal.now?, words.now))
        .chain(goal.follow_ups.iter().map(|one| reading(one.date, one.now, language.decision(one.decision))))
        .collect();
    let plot = Progress {
        readings: &readings,
        scale: STEPS,
        wanted: goal.wanted,
        ends: (after(ends), &language.short_date(ends.month(), ends.day())),
        words: ReadingWords {
            title: words.progress,
            about: words.progress_about,
            columns: [day, value, decision],
            wanted: words.wanted,
        },
        prefix,
    };
    Some(plot.chart())
}

/// *I sagde – vi gør*, to hang on a wall: each pair is what was said and what is done, under its own label.
pub fn told_paper(
    organisation: &str,
    telling: Telling,
    told: &[Told],
    today: Date,
    language: &'static dyn Language,
) -> Paper {
    let [said, done] = language.told_labels();
    let labelled = |label: &str, text: &str| {
        let text = full_stop(&flowing(text));
        [Block::Lines(label.to_owned(), 0), Block::Paragraph(sentences(&[text]))]
    };
    let pair = |one: &Told| [labelled(said, &one.said), labelled(done, &one.done)].concat();
    let sections = told.iter().map(|one| section("", pair(one))).collect();
    let kicker = format!("{organisation} · {}", language.telling(telling));
    let report = report(language, &kicker, language.plan().told, today, sections);
    Paper { report, poster: true, ..Paper::default() }
}

/// Several lines as one: each but the last ends as a sentence does.
fn flowing(text: &str) -> String {
    let mut flowing = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !flowing.is_empty() {
            let mark = if flowing.ends_with(['.', '!', '?', ':', ',', ';']) { " " } else { ". " };
            flowing.push_str(mark);
        }
        flowing.push_str(line);
    }
    flowing
}

fn date(language: &'static dyn Language, day: Date) -> String {
    language.date(day.year(), day.month(), day.day())
}

fn sentences(lines: &[String]) -> Vec<Sentence> {
    lines.iter().map(|line| Sentence { text: line.clone(), ..Sentence::default() }).collect()
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section { kind: SectionKind::InShort, heading: heading.to_owned(), blocks }
}

fn report(
    language: &'static dyn Language,
    kicker: &str,
    title: &str,
    today: Date,
    sections: Vec<Section>,
) -> Report {
    Report {
        language: language.code().to_owned(),
        kicker: kicker.to_owned(),
        title: title.to_owned(),
        footer: kicker.to_owned(),
        version: format!("· {}", date(language, today)),
        page_of: language.page_of().to_owned(),
        sections,
        for_participants: Vec::new(),
    }
}
