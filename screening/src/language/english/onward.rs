//! Places to begin and first steps, in English.

use super::English;
use crate::language::Numbers;
use crate::language::sentence::full_stop;
use crate::signals::SignalKind;

pub(super) fn begin_with_proposal(place: usize, point: &str, proposal: &str, other: Option<&str>) -> String {
    let other = other.map_or_else(String::new, |other| format!(" Also proposed: {}", full_stop(other)));
    let step = match place % 3 {
        0 => "Find out together what can happen within a month.",
        1 => "Agree who takes it on, and when you will look at it again.",
        _ => "Try it on a small scale, and talk about what you learned.",
    };
    format!("{point}. The hearing proposes: {}{other} First step: {step}", full_stop(proposal))
}

pub(super) fn begin_with_signal(kind: SignalKind, point: &str, said: &str, question: Option<&str>) -> String {
    let step = match kind {
        SignalKind::SeenDifferently => "Let the groups tell one another what they see",
        SignalKind::Unknown => "Ask those who answer “Don’t know” what they would like to know",
        SignalKind::WordAndDeed => "Read your own papers together with those they are about",
        SignalKind::Strength | SignalKind::Talk => "Talk about it with those it concerns",
    };
    format!("{point}. {said} First step: {}", full_stop(&format!("{step}{}", example(question))))
}

pub(super) fn begin_with_lowest(point: &str, question: Option<&str>) -> String {
    let step = format!("Talk about it with those it concerns{}", example(question));
    format!("{point} is lowest. First step: {}", full_stop(&step))
}

fn example(question: Option<&str>) -> String {
    question.map_or_else(String::new, |question| format!(", for example: {}", English.quoted(question)))
}

pub(super) fn first_step(point: &str, proposed: bool, words: Option<&str>) -> String {
    match (proposed, words) {
        (true, Some(words)) => format!("The hearing proposes to begin with {point}: {}", full_stop(words)),
        (true, None) => format!("The hearing proposes to begin with {point}."),
        (false, _) => format!("A first step can be to talk together about {point}."),
    }
}
