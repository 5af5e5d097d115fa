//! A screening that is stopped, in English: easy language, nobody to blame, nothing left to wonder about.

use super::English;
use super::promise::crisis;
use crate::language::sentence::{full_stop, passage, without_beginning};
use crate::language::{StoppedFacts, StoppingWords};
use crate::promise::Passage;

/// How the sentence about the reason begins, as a facilitator may have typed it along.
const BEGINNING: &str = "the reason is";

impl StoppingWords for English {
    fn is_stopped(&self) -> &'static str {
        "The screening has been stopped"
    }

    fn because(&self, reason: &str) -> String {
        let rest = without_beginning(reason, BEGINNING);
        if rest.starts_with("that ") {
            format!("The reason is {rest}")
        } else {
            format!("The reason: {rest}")
        }
    }

    fn stopped_lines(&self, facts: &StoppedFacts<'_>) -> Vec<String> {
        let mut lines = vec![
            "You can’t answer any more. There is nothing you have to do.".to_owned(),
            gone(facts).to_owned(),
            again().to_owned(),
        ];
        lines.extend(contact(facts));
        lines.push(format!(
            "If you are having a hard time now, talk to someone you feel safe with. {}",
            crisis(facts.crisis_line)
        ));
        lines
    }

    fn stopped_page(&self, facts: &StoppedFacts<'_>) -> Vec<Passage> {
        let mut answers = vec![gone(facts).to_owned()];
        if facts.picture {
            answers.push(
                "We had time to make figures of the answers. They stay with those who were in charge. No one can see what you \
                 said."
                    .to_owned(),
            );
        }
        answers.push("There will be no report.".to_owned());
        let mut now = vec![
            "There is nothing you have to do. If you use the place, you get the same help as before."
                .to_owned(),
            again().to_owned(),
        ];
        now.extend(contact(facts));
        vec![
            passage(
                self.is_stopped(),
                vec![
                    "Thank you for wanting to take part.".to_owned(),
                    format!("We stopped on {}. {}", facts.day, self.because(facts.reason)),
                ],
            ),
            passage(
                "What we wanted",
                vec![format!(
                    "We wanted to hear what you and the others think of {}. We wanted to talk about it at two meetings and \
                     write a short report.",
                    facts.place.word
                )],
            ),
            passage("What you answered", answers),
            passage("What happens now?", now),
        ]
    }
}

/// What became of what people wrote.
fn gone(facts: &StoppedFacts<'_>) -> &'static str {
    if facts.picture {
        "All answers are deleted. So is what people wrote."
    } else {
        "All answers are deleted. So is what people wrote. No one has read any of it."
    }
}

/// If it is tried again.
fn again() -> &'static str {
    "If we try again, we will ask you anew. Then you decide if you want to take part."
}

fn contact(facts: &StoppedFacts<'_>) -> Option<String> {
    (!facts.contact.is_empty())
        .then(|| format!("Do you want to ask about it? Call {}", full_stop(facts.contact)))
}
