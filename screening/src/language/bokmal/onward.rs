//! Places to begin and first steps, in Bokmål.

use super::Bokmal;
use crate::language::Numbers;
use crate::language::sentence::full_stop;
use crate::signals::SignalKind;

pub(super) fn begin_with_proposal(place: usize, point: &str, proposal: &str, other: Option<&str>) -> String {
    let other = other.map_or_else(String::new, |other| format!(" Også foreslått: {}", full_stop(other)));
    let step = match place % 3 {
        0 => "Finn sammen ut hva som kan skje i løpet av en måned.",
        1 => "Avtal hvem som tar det på seg, og når dere ser på det igjen.",
        _ => "Prøv det i det små, og snakk om hva dere lærte.",
    };
    format!("{point}. Høringen foreslår: {}{other} Første skritt: {step}", full_stop(proposal))
}

pub(super) fn begin_with_signal(kind: SignalKind, point: &str, said: &str, question: Option<&str>) -> String {
    let step = match kind {
        SignalKind::SeenDifferently => "La gruppene fortelle hverandre hva de ser",
        SignalKind::Unknown => "Spør dem som svarer «Vet ikke», hva de gjerne vil vite",
        SignalKind::WordAndDeed => "Les deres egne papirer sammen med dem de handler om",
        SignalKind::Strength | SignalKind::Talk => "Snakk om det med dem det gjelder",
    };
    format!("{point}. {said} Første skritt: {}", full_stop(&format!("{step}{}", example(question))))
}

pub(super) fn begin_with_lowest(point: &str, question: Option<&str>) -> String {
    let step = format!("Snakk om det med dem det gjelder{}", example(question));
    format!("{point} ligger lavest. Første skritt: {}", full_stop(&step))
}

fn example(question: Option<&str>) -> String {
    question.map_or_else(String::new, |question| format!(", for eksempel: {}", Bokmal.quoted(question)))
}

pub(super) fn first_step(point: &str, proposed: bool, words: Option<&str>) -> String {
    match (proposed, words) {
        (true, Some(words)) => format!("Høringen foreslår å begynne med {point}: {}", full_stop(words)),
        (true, None) => format!("Høringen foreslår å begynne med {point}."),
        (false, _) => format!("Et første skritt kan være å snakke sammen om {point}."),
    }
}
