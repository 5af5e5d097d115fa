//! What was found, in Danish: strengths, concerns, differences, what was said at the hearings.

use super::Danish;
use super::numbers::definite;
use crate::hearing::LineKind;
use crate::language::sentence::{capital, full_stop};
use crate::language::{HearingWords, Level, Mean, Numbers};
use crate::signals::SignalKind;

pub(super) fn finding(kind: SignalKind, subject: &str, said: &str) -> String {
    match kind {
        SignalKind::Strength => format!("{subject} står stærkt. {said}"),
        SignalKind::Talk => format!("{subject} er værd at tale om. {said}"),
        SignalKind::SeenDifferently => format!("{subject} bliver set forskelligt. {said}"),
        SignalKind::Unknown => format!("{subject} ved vi for lidt om. {said}"),
        SignalKind::WordAndDeed => format!("Ord og handling peger hver sin vej ved {subject}. {said}"),
    }
}

pub(super) fn highest(points: &[(String, Mean<'_>)], after_strengths: bool) -> String {
    let parts: Vec<String> =
        points.iter().map(|(point, mean)| format!("om {point}: {}", one_mean(*mean))).collect();
    let lead =
        if after_strengths { "Derefter ligger det højest hos jer" } else { "Det ligger højest hos jer" };
    format!("{lead} {}.", parts.join(", og "))
}

pub(super) fn lowest(points: &str, mean: Mean<'_>, high: bool) -> String {
    let figure = Numbers::mean(&Danish, mean.figure, mean.n);
    let high = if high { " Også det er højt." } else { "" };
    format!("{} ligger lavest om {points}: {figure}.{high}", answers_of(mean.group))
}

pub(super) fn no_figures(smallest: u64, hearings: bool) -> String {
    let smallest = Danish.number_word(smallest);
    let instead = if hearings {
        "Rapporten bygger på det, der blev sagt på høringerne."
    } else {
        "Rapporten siger derfor ikke noget om, hvordan svarene ligger."
    };
    format!(
        "Der er for få svar til at vise tal. Vi viser først tal for en gruppe, når mindst {smallest} har svaret, så \
         ingen kan genkendes. {instead}"
    )
}

pub(super) fn minuted(kind: LineKind, point: Option<&str>, text: &str, role: Option<&str>) -> String {
    let lead = match (kind, point) {
        (LineKind::Agreed, None) => "På høringen var der enighed".to_owned(),
        (LineKind::Agreed, Some(point)) => format!("Om {point} var der enighed på høringen"),
        (LineKind::Disagreed, None) => "På høringen var der uenighed".to_owned(),
        (LineKind::Disagreed, Some(point)) => format!("Om {point} var der uenighed på høringen"),
        (LineKind::New, None) => "Nyt på høringen".to_owned(),
        (LineKind::New, Some(point)) => format!("Nyt på høringen om {point}"),
        (LineKind::Proposal, None) => "Forslag fra høringen".to_owned(),
        (LineKind::Proposal, Some(point)) => format!("Forslag fra høringen om {point}"),
        (LineKind::Confirmed, None) => "På høring 2 blev det bekræftet".to_owned(),
        (LineKind::Confirmed, Some(point)) => format!("Om {point} blev det bekræftet på høring 2"),
        (LineKind::Corrected, None) => "På høring 2 blev det rettet".to_owned(),
        (LineKind::Corrected, Some(point)) => format!("Om {point} blev det rettet på høring 2"),
        (LineKind::Added, None) => "På høring 2 kom det til".to_owned(),
        (LineKind::Added, Some(point)) => format!("Om {point} kom det til på høring 2"),
    };
    let who = role.map_or_else(|| Danish.participant().to_owned(), |role| Danish.inside(role));
    format!("{lead} ({who}): {}", full_stop(text))
}

pub(super) fn differences(means: &str, clear: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = clear
        .iter()
        .map(|(one, other)| format!("mellem {} og {}", Danish.inside(one), Danish.inside(other)))
        .collect();
    match pairs.as_slice() {
        [] => means.to_owned(),
        pairs => format!("{means} Forskellen {} er tydelig.", Danish.list(pairs)),
    }
}

pub(super) fn involvement(users: &str, level: Level) -> String {
    let users = Danish.definite(users);
    match level {
        Level::Low => format!("Det peger på, at der er meget at hente ved at give {users} mere at sige."),
        Level::Middle => {
            format!("Det peger på, at {users} har noget at sige, og at der er plads til mere.")
        }
        Level::High => {
            format!("Det peger på, at {users} allerede har meget at sige. Det er værd at holde fast i.")
        }
    }
}

/// *brugere 2,4 (n = 21)*
pub(super) fn one_mean(mean: Mean<'_>) -> String {
    format!("{} {}", Danish.inside(mean.group), Numbers::mean(&Danish, mean.figure, mean.n))
}

pub(super) fn all_means(means: &[Mean<'_>]) -> String {
    means.iter().map(|mean| one_mean(*mean)).collect::<Vec<_>>().join(", ")
}

/// *Brugernes svar*; *Svarene fra folk på gulvet* where the language can't tell.
pub(super) fn answers_of(group: &str) -> String {
    definite(group).map_or_else(
        || format!("Svarene fra {}", Danish.inside(group)),
        |group| format!("{}s svar", capital(&group)),
    )
}
