//! The workbook in English.

use super::English;
use super::package;
use crate::instrument::Scale;
use crate::language::sentence::scale_ends;
use crate::language::{Column, Described, ExportWords, MethodFacts, Names, Numbers, Subject};
use crate::picture::Figure;
use crate::score_file;

impl ExportWords for English {
    fn overview(&self) -> &'static str {
        "Overview"
    }

    fn sheet_of(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::FocusPoints => "Focus points",
            Subject::Values => "Values",
            Subject::Units => "Units",
            Subject::Groups => "Who has answered",
        }
    }

    fn head_of(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::FocusPoints => "Focus point",
            Subject::Values => "Value",
            Subject::Units => "Unit",
            Subject::Groups => "Group",
        }
    }

    fn method_sheet(&self) -> &'static str {
        "Method"
    }

    fn figures_of(&self, instrument: &str) -> String {
        format!("Figures from {instrument}")
    }

    fn made_on(&self, date: &str) -> String {
        format!("Downloaded {date}")
    }

    fn answered_heads(&self) -> [&'static str; 3] {
        ["Have answered", "Invited", "Response rate"]
    }

    fn column(&self, column: Column) -> String {
        let head = match column {
            Column::Group => "Group",
            Column::Statement => "Statement",
            Column::Persons => "n",
            Column::Mean => "Mean / difference",
            Column::Deviation => "Spread",
            Column::Low => "Uncertainty from",
            Column::High => "Uncertainty to",
            Column::Agreement => "Agree",
            Column::AgreementLow => "Agree from",
            Column::AgreementHigh => "Agree to",
            Column::DontKnow => "Don’t know",
            Column::NotApplicable => "Not relevant",
            Column::Blank => "Not answered",
            Column::Step(step) => return format!("Answer {step}"),
            Column::Note => "Note",
        };
        head.to_owned()
    }

    fn persons_of(&self, group: &str) -> String {
        format!("{group}: n")
    }

    fn mean_of(&self, group: &str) -> String {
        format!("{group}: mean")
    }

    fn whole_point(&self) -> &'static str {
        "The whole focus point"
    }

    fn difference(&self, one: &str, other: &str) -> String {
        format!("Difference: {} minus {}", self.inside(one), self.inside(other))
    }

    fn only_difference(&self, given: bool) -> &'static str {
        if given { "the difference only" } else { "can’t be said: both are shown as bounds only" }
    }

    fn bounded(&self, figure: Figure) -> Option<String> {
        match figure {
            Figure::Value(_) => None,
            Figure::Over(bound) => Some(format!(">{}", self.bound(bound))),
            Figure::Under(bound) => Some(format!("<{}", self.bound(bound))),
        }
    }

    fn count_hidden(&self) -> &'static str {
        "hidden"
    }

    fn scale_line(&self, scale: Scale, lowest: &str, highest: &str) -> String {
        let [lowest, highest] = scale_ends(scale, &self.inside(lowest), &self.inside(highest));
        format!("The scale goes from {lowest} to {highest}.")
    }

    fn explained(&self, facts: &MethodFacts<'_>) -> Vec<(String, String)> {
        explained(facts)
    }

    fn method_heads(&self) -> [&'static str; 4] {
        ["Term", "What it means", "Answer", "Wording"]
    }

    fn alpha(&self) -> Described {
        (
            "Cronbach’s alpha",
            "How well the statements of a focus point hang together, from 0 to 1. Worked out only where at least 30 have \
             answered them all.",
        )
    }

    fn page_foot(&self) -> &'static str {
        "page &P of &N"
    }

    fn package_files(&self) -> [Described; 5] {
        package::FILES
    }

    fn figure_columns(&self) -> [Described; score_file::COLUMNS.len()] {
        package::FIGURES
    }

    fn code_columns(&self) -> [Described; 5] {
        package::CODES
    }

    fn statement_columns(&self) -> [Described; 5] {
        package::STATEMENTS
    }

    fn group_columns(&self) -> [Described; 7] {
        package::GROUPS
    }

    fn scale_columns(&self) -> [Described; 2] {
        package::SCALE
    }
}

fn explained(facts: &MethodFacts<'_>) -> Vec<(String, String)> {
    let Scale { min, max, agree_from } = facts.scale;
    let no_answer: Vec<String> =
        facts.no_answer.iter().filter(|word| !word.is_empty()).map(|word| English.quoted(word)).collect();
    let no_answer = match no_answer.as_slice() {
        [] => "Those who skipped a statement do not count.".to_owned(),
        words => format!("Those who answered {} or skipped a statement do not count.", words.join(" or ")),
    };
    let reversed = if facts.reversed {
        " Where a statement is reversed for a group, its answers are turned back before anything is worked out."
    } else {
        ""
    };
    let [smallest, full] = [facts.smallest, facts.full].map(|number| English.number_word(number));
    let hidden = English.why_hidden(facts.smallest, facts.full);
    let hidden = hidden.into_iter().filter(|line| facts.units || line != English.unit_hidden());
    [
        ("Groups", "Each group stands by itself. Groups are never added together.".to_owned()),
        ("n", format!("How many people the figure rests on. {no_answer}")),
        (
            "Mean",
            format!(
                "Of the group’s answers from {min} to {max}. For a focus point or a value each person’s own mean comes first, \
                 where at least half of the statements are answered, and then the mean of those.{reversed}"
            ),
        ),
        ("Spread", "The standard deviation (n − 1): how far the answers typically lie from the mean.".to_owned()),
        (
            "Uncertainty",
            "A 95% interval about the mean (the t distribution). Where we know how many were invited, it is narrower the more \
             of them have answered. It can go beyond the ends of the scale."
                .to_owned(),
        ),
        (
            "Agree",
            format!("The share of answers that are {agree_from} or higher. The uncertainty is Wilson’s 95% interval."),
        ),
        (
            "Don’t know, not relevant, not answered",
            "Three different things, each counted by itself. None of them is part of a mean.".to_owned(),
        ),
        ("Answer", "How many chose each step of the scale.".to_owned()),
        (
            "Difference",
            "The first group’s mean minus the second’s. The uncertainty is Welch’s 95% interval.".to_owned(),
        ),
        ("What is hidden", hidden.collect::<Vec<_>>().join(" ")),
        (
            "hidden",
            format!("The number is under {smallest}, or it could be used to work out a number as small as that."),
        ),
        (
            "> and <",
            format!(
                "Where fewer than {full} have answered and the mean lies near the end of the scale, it only says what the mean \
                 is over or under."
            ),
        ),
        (
            "Rounding",
            "Means, spread, differences and uncertainty have one decimal, and shares are whole per cents. So a difference can \
             be 0.1 from what one gets by subtracting two means."
                .to_owned(),
        ),
    ]
    .map(|(term, text)| (term.to_owned(), text))
    .into_iter()
    .collect()
}
