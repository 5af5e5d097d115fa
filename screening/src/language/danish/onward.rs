//! Places to begin and first steps, in Danish.

use super::Danish;
use crate::language::Numbers;
use crate::language::sentence::full_stop;
use crate::signals::SignalKind;

pub(super) fn begin_with_proposal(place: usize, point: &str, proposal: &str, other: Option<&str>) -> String {
    let other = other.map_or_else(String::new, |other| format!(" Også foreslået: {}", full_stop(other)));
    let step = match place % 3 {
        0 => "Find sammen ud af, hvad der kan ske inden for en måned.",
        1 => "Aftal, hvem der tager det på sig, og hvornår I ser på det igen.",
        _ => "Prøv det i det små, og tal om, hvad I lærte.",
    };
    format!("{point}. Høringen foreslår: {}{other} Første skridt: {step}", full_stop(proposal))
}

pub(super) fn begin_with_signal(kind: SignalKind, point: &str, said: &str, question: Option<&str>) -> String {
    let step = match kind {
        SignalKind::SeenDifferently => "Lad grupperne fortælle hinanden, hvad de ser",
        SignalKind::Unknown => "Spørg dem, der svarer »Ved ikke«, hvad de gerne ville vide",
        SignalKind::WordAndDeed => "Læs jeres egne papirer sammen med dem, de handler om",
        SignalKind::Strength | SignalKind::Talk => "Tal om det med dem, det handler om",
    };
    let question =
        question.map_or_else(String::new, |question| format!(", for eksempel: {}", Danish.quoted(question)));
    format!("{point}. {said} Første skridt: {}", full_stop(&format!("{step}{question}")))
}

pub(super) fn begin_with_lowest(point: &str, question: Option<&str>) -> String {
    let question =
        question.map_or_else(String::new, |question| format!(", for eksempel: {}", Danish.quoted(question)));
    format!(
        "{point} ligger lavest. Første skridt: {}",
        full_stop(&format!("Tal om det med dem, det handler om{question}"))
    )
}

pub(super) fn first_step(point: &str, proposed: bool, words: Option<&str>) -> String {
    match (proposed, words) {
        (true, Some(words)) => format!("Høringen foreslår at begynde med {point}: {}", full_stop(words)),
        (true, None) => format!("Høringen foreslår at begynde med {point}."),
        (false, _) => format!("Et første skridt kan være at tale sammen om {point}."),
    }
}
