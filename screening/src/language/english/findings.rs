//! What was found, in English: strengths, concerns, differences, what was said at the hearings.

use super::English;
use super::numbers::owner;
use crate::hearing::LineKind;
use crate::language::sentence::{capital, full_stop};
use crate::language::{HearingWords, Level, Mean, Numbers};
use crate::signals::SignalKind;

pub(super) fn finding(kind: SignalKind, subject: &str, said: &str) -> String {
    match kind {
        SignalKind::Strength => format!("{subject} stands strong. {said}"),
        SignalKind::Talk => format!("{subject} is worth talking about. {said}"),
        SignalKind::SeenDifferently => format!("{subject} is seen differently. {said}"),
        SignalKind::Unknown => format!("We know too little about {subject}. {said}"),
        SignalKind::WordAndDeed => format!("On {subject}, word and deed point different ways. {said}"),
    }
}

pub(super) fn highest(points: &[(String, Mean<'_>)], after_strengths: bool) -> String {
    let parts: Vec<String> =
        points.iter().map(|(point, mean)| format!("on {point}: {}", one_mean(*mean))).collect();
    let lead =
        if after_strengths { "After that, the answers are highest" } else { "The answers are highest" };
    format!("{lead} {}.", parts.join(", and "))
}

pub(super) fn lowest(points: &str, mean: Mean<'_>, high: bool) -> String {
    let figure = Numbers::mean(&English, mean.figure, mean.n);
    let high = if high { " That is high too." } else { "" };
    format!("{} are lowest on {points}: {figure}.{high}", answers_of(mean.group))
}

pub(super) fn no_figures(smallest: u64, hearings: bool) -> String {
    let smallest = English.number_word(smallest);
    let instead = if hearings {
        "The report rests on what was said at the hearings."
    } else {
        "So the report says nothing about how the answers lie."
    };
    format!(
        "There are too few answers to show figures. We show figures for a group only when at least {smallest} have answered, \
         so that nobody can be recognised. {instead}"
    )
}

pub(super) fn minuted(kind: LineKind, point: Option<&str>, text: &str, role: Option<&str>) -> String {
    let lead = match (kind, point) {
        (LineKind::Agreed, None) => "The hearing agreed".to_owned(),
        (LineKind::Agreed, Some(point)) => format!("On {point} the hearing agreed"),
        (LineKind::Disagreed, None) => "The hearing disagreed".to_owned(),
        (LineKind::Disagreed, Some(point)) => format!("On {point} the hearing disagreed"),
        (LineKind::New, None) => "New at the hearing".to_owned(),
        (LineKind::New, Some(point)) => format!("New at the hearing on {point}"),
        (LineKind::Proposal, None) => "Proposed at the hearing".to_owned(),
        (LineKind::Proposal, Some(point)) => format!("Proposed at the hearing on {point}"),
        (LineKind::Confirmed, None) => "Confirmed at hearing 2".to_owned(),
        (LineKind::Confirmed, Some(point)) => format!("On {point}, confirmed at hearing 2"),
        (LineKind::Corrected, None) => "Corrected at hearing 2".to_owned(),
        (LineKind::Corrected, Some(point)) => format!("On {point}, corrected at hearing 2"),
        (LineKind::Added, None) => "Added at hearing 2".to_owned(),
        (LineKind::Added, Some(point)) => format!("On {point}, added at hearing 2"),
    };
    let who = role.map_or_else(|| English.participant().to_owned(), |role| English.inside(role));
    format!("{lead} ({who}): {}", full_stop(text))
}

pub(super) fn differences(means: &str, clear: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = clear
        .iter()
        .map(|(one, other)| format!("between {} and {}", English.inside(one), English.inside(other)))
        .collect();
    match pairs.as_slice() {
        [] => means.to_owned(),
        pairs => format!("{means} The difference {} is clear.", English.list(pairs)),
    }
}

pub(super) fn involvement(users: &str, level: Level) -> String {
    let users = English.definite(users);
    match level {
        Level::Low => format!("This suggests that there is much to gain from giving {users} more of a say."),
        Level::Middle => format!("This suggests that {users} have a say, and that there is room for more."),
        Level::High => {
            format!("This suggests that {users} already have a good deal of say. It is worth holding on to.")
        }
    }
}

/// *users 2.4 (n = 21)*
pub(super) fn one_mean(mean: Mean<'_>) -> String {
    format!("{} {}", English.inside(mean.group), Numbers::mean(&English, mean.figure, mean.n))
}

pub(super) fn all_means(means: &[Mean<'_>]) -> String {
    means.iter().map(|mean| one_mean(*mean)).collect::<Vec<_>>().join(", ")
}

/// *The users’ answers*
pub(super) fn answers_of(group: &str) -> String {
    format!("{} answers", capital(&owner(&English.definite(group))))
}
