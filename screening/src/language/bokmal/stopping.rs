//! A screening that is stopped, in Bokmål: easy language, nobody to blame, nothing left to wonder about.

use super::Bokmal;
use super::promise::crisis;
use crate::language::sentence::{full_stop, passage, without_beginning};
use crate::language::{StoppedFacts, StoppingWords};
use crate::promise::Passage;

/// How the sentence about the reason begins, as a facilitator may have typed it along.
const BEGINNING: &str = "det skyldes";

impl StoppingWords for Bokmal {
    fn is_stopped(&self) -> &'static str {
        "Peilingen er stoppet"
    }

    fn because(&self, reason: &str) -> String {
        let rest = without_beginning(reason, BEGINNING);
        if rest.starts_with(char::is_lowercase) {
            format!("Det skyldes {rest}")
        } else {
            format!("Det skyldes: {rest}")
        }
    }

    fn stopped_lines(&self, facts: &StoppedFacts<'_>) -> Vec<String> {
        let mut lines = vec![
            "Du kan ikke svare mer. Du trenger ikke gjøre noe.".to_owned(),
            gone(facts).to_owned(),
            again().to_owned(),
        ];
        lines.extend(contact(facts));
        lines.push(format!(
            "Har du det vondt nå, så snakk med en du er trygg på. {}",
            crisis(facts.crisis_line)
        ));
        lines
    }

    fn stopped_page(&self, facts: &StoppedFacts<'_>) -> Vec<Passage> {
        let mut answers = vec![gone(facts).to_owned()];
        if facts.picture {
            answers.push(
                "Vi rakk å lage tall av svarene. De blir hos dem som sto for peilingen. Ingen kan se hva akkurat du har \
                 svart."
                    .to_owned(),
            );
        }
        answers.push("Det kommer ikke noen rapport.".to_owned());
        let mut now = vec![
            "Du trenger ikke gjøre noe. Bruker du stedet, får du den samme hjelpen som før.".to_owned(),
            again().to_owned(),
        ];
        now.extend(contact(facts));
        vec![
            passage(
                self.is_stopped(),
                vec![
                    "Takk for at du ville være med.".to_owned(),
                    format!("Vi stoppet {}. {}", facts.day, self.because(facts.reason)),
                ],
            ),
            passage(
                "Dette ville vi",
                vec![format!(
                    "Vi ville høre hva du og de andre synes om {}. Vi ville snakke om svarene på to møter og skrive en kort \
                     rapport.",
                    facts.place.word
                )],
            ),
            passage("Det du har svart", answers),
            passage("Hva skjer nå?", now),
        ]
    }
}

/// What became of what people wrote.
fn gone(facts: &StoppedFacts<'_>) -> &'static str {
    if facts.picture {
        "Alle svar er slettet. Det gjelder også det folk har skrevet."
    } else {
        "Alle svar er slettet. Det gjelder også det folk har skrevet. Ingen har lest noe av det."
    }
}

/// If it is tried again.
fn again() -> &'static str {
    "Prøver vi igjen, spør vi deg på nytt. Da bestemmer du selv om du vil være med."
}

fn contact(facts: &StoppedFacts<'_>) -> Option<String> {
    (!facts.contact.is_empty()).then(|| format!("Har du spørsmål, så ring til {}", full_stop(facts.contact)))
}
