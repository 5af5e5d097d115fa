//! What was found, in Bokmål: strengths, concerns, differences, what was said at the hearings.

use super::Bokmal;
use super::numbers::definite;
use crate::hearing::LineKind;
use crate::language::sentence::{capital, full_stop};
use crate::language::{HearingWords, Level, Mean, Numbers};
use crate::signals::SignalKind;

pub(super) fn finding(kind: SignalKind, subject: &str, said: &str) -> String {
    match kind {
        SignalKind::Strength => format!("{subject} står sterkt. {said}"),
        SignalKind::Talk => format!("{subject} er verdt å snakke om. {said}"),
        SignalKind::SeenDifferently => format!("{subject} blir sett ulikt. {said}"),
        SignalKind::Unknown => format!("{subject} vet vi for lite om. {said}"),
        SignalKind::WordAndDeed => format!("Ord og handling peker hver sin vei for {subject}. {said}"),
    }
}

pub(super) fn highest(points: &[(String, Mean<'_>)], after_strengths: bool) -> String {
    let parts: Vec<String> =
        points.iter().map(|(point, mean)| format!("om {point}: {}", one_mean(*mean))).collect();
    let lead =
        if after_strengths { "Deretter ligger det høyest hos dere" } else { "Det ligger høyest hos dere" };
    format!("{lead} {}.", parts.join(", og "))
}

pub(super) fn lowest(points: &str, mean: Mean<'_>, high: bool) -> String {
    let figure = Numbers::mean(&Bokmal, mean.figure, mean.n);
    let high = if high { " Også det er høyt." } else { "" };
    format!("{} ligger lavest om {points}: {figure}.{high}", answers_of(mean.group))
}

pub(super) fn no_figures(smallest: u64, hearings: bool) -> String {
    let smallest = Bokmal.number_word(smallest);
    let instead = if hearings {
        "Rapporten bygger på det som ble sagt på høringene."
    } else {
        "Rapporten sier derfor ikke noe om hvordan svarene ligger."
    };
    format!(
        "Det er for få svar til å vise tall. Vi viser først tall for en gruppe når minst {smallest} har svart, så ingen kan \
         kjennes igjen. {instead}"
    )
}

pub(super) fn minuted(kind: LineKind, point: Option<&str>, text: &str, role: Option<&str>) -> String {
    let lead = match (kind, point) {
        (LineKind::Agreed, None) => "På høringen var det enighet".to_owned(),
        (LineKind::Agreed, Some(point)) => format!("Om {point} var det enighet på høringen"),
        (LineKind::Disagreed, None) => "På høringen var det uenighet".to_owned(),
        (LineKind::Disagreed, Some(point)) => format!("Om {point} var det uenighet på høringen"),
        (LineKind::New, None) => "Nytt på høringen".to_owned(),
        (LineKind::New, Some(point)) => format!("Nytt på høringen om {point}"),
        (LineKind::Proposal, None) => "Forslag fra høringen".to_owned(),
        (LineKind::Proposal, Some(point)) => format!("Forslag fra høringen om {point}"),
        (LineKind::Confirmed, None) => "På høring 2 ble det bekreftet".to_owned(),
        (LineKind::Confirmed, Some(point)) => format!("Om {point} ble det bekreftet på høring 2"),
        (LineKind::Corrected, None) => "På høring 2 ble det rettet".to_owned(),
        (LineKind::Corrected, Some(point)) => format!("Om {point} ble det rettet på høring 2"),
        (LineKind::Added, None) => "På høring 2 kom dette til".to_owned(),
        (LineKind::Added, Some(point)) => format!("Om {point} kom dette til på høring 2"),
    };
    let who = role.map_or_else(|| Bokmal.participant().to_owned(), |role| Bokmal.inside(role));
    format!("{lead} ({who}): {}", full_stop(text))
}

pub(super) fn differences(means: &str, clear: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = clear
        .iter()
        .map(|(one, other)| format!("mellom {} og {}", Bokmal.inside(one), Bokmal.inside(other)))
        .collect();
    match pairs.as_slice() {
        [] => means.to_owned(),
        pairs => format!("{means} Forskjellen {} er tydelig.", Bokmal.list(pairs)),
    }
}

pub(super) fn involvement(users: &str, level: Level) -> String {
    let users = Bokmal.definite(users);
    match level {
        Level::Low => format!("Det tyder på at det er mye å hente på å gi {users} mer innflytelse."),
        Level::Middle => {
            format!("Det tyder på at {users} har noe de skal ha sagt, og at det er plass til mer.")
        }
        Level::High => {
            format!(
                "Det tyder på at {users} allerede har mye de skal ha sagt. Det er verdt å holde fast ved."
            )
        }
    }
}

/// *brukere 2,4 (n = 21)*
pub(super) fn one_mean(mean: Mean<'_>) -> String {
    format!("{} {}", Bokmal.inside(mean.group), Numbers::mean(&Bokmal, mean.figure, mean.n))
}

pub(super) fn all_means(means: &[Mean<'_>]) -> String {
    means.iter().map(|mean| one_mean(*mean)).collect::<Vec<_>>().join(", ")
}

/// *Brukernes svar*; *Svarene fra folk på gulvet* where the language can't tell.
pub(super) fn answers_of(group: &str) -> String {
    definite(group).map_or_else(
        || format!("Svarene fra {}", Bokmal.inside(group)),
        |group| format!("{}s svar", capital(&group)),
    )
}
