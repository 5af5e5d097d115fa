//! A screening that is stopped, in Danish: easy language, nobody to blame, nothing left to wonder about.

use super::Danish;
use super::promise::{crisis, full_stop};
use crate::language::{StoppedFacts, StoppingWords};
use crate::promise::Passage;

/// How the sentence about the reason begins, as a facilitator may have typed it along.
const BEGINNING: &str = "det skyldes";

impl StoppingWords for Danish {
    fn is_stopped(&self) -> &'static str {
        "Pejlingen er stoppet"
    }

    fn because(&self, reason: &str) -> String {
        let reason = full_stop(reason);
        let again = reason.get(..BEGINNING.len()).is_some_and(|start| start.to_lowercase() == BEGINNING);
        let rest = if again { &reason[BEGINNING.len()..] } else { &reason };
        let rest = rest.trim_start_matches([' ', ',', ':', '…']);
        let rest = if rest.contains(char::is_alphanumeric) { rest } else { &reason };
        if rest.starts_with("at ") {
            format!("Det skyldes, {rest}")
        } else if rest.starts_with(char::is_lowercase) {
            format!("Det skyldes {rest}")
        } else {
            format!("Det skyldes: {rest}")
        }
    }

    fn stopped_lines(&self, facts: &StoppedFacts<'_>) -> Vec<String> {
        let mut lines = vec![
            "Du kan ikke svare mere. Du skal ikke gøre noget.".to_owned(),
            gone(facts).to_owned(),
            again().to_owned(),
        ];
        lines.extend(contact(facts));
        lines.push(format!(
            "Har du det svært nu, så tal med en, du er tryg ved. {}",
            crisis(facts.crisis_line)
        ));
        lines
    }

    fn stopped_page(&self, facts: &StoppedFacts<'_>) -> Vec<Passage> {
        let passage = |heading: &str, paragraphs| Passage { heading: heading.to_owned(), paragraphs };
        let mut answers = vec![gone(facts).to_owned()];
        if facts.picture {
            answers.push(
                "Vi nåede at lave tal af svarene. De bliver hos dem, der stod for pejlingen. Ingen kan se, hvad lige \
                 du har svaret."
                    .to_owned(),
            );
        }
        answers.push("Der kommer ikke en rapport.".to_owned());
        let mut now = vec![
            "Du skal ikke gøre noget. Bruger du stedet, får du den samme hjælp som før.".to_owned(),
            again().to_owned(),
        ];
        now.extend(contact(facts));
        vec![
            passage(
                self.is_stopped(),
                vec![
                    "Tak, fordi du ville være med.".to_owned(),
                    format!("Vi stoppede den {}. {}", facts.day, self.because(facts.reason)),
                ],
            ),
            passage(
                "Det ville vi",
                vec![format!(
                    "Vi ville høre, hvad du og de andre synes om {}. Vi ville tale om svarene på to møder og skrive \
                     en kort rapport.",
                    facts.place.word
                )],
            ),
            passage("Det, du har svaret", answers),
            passage("Hvad sker der nu?", now),
        ]
    }
}

/// What became of what people wrote.
fn gone(facts: &StoppedFacts<'_>) -> &'static str {
    if facts.picture {
        "Alle svar er slettet. Det gælder også det, folk har skrevet."
    } else {
        "Alle svar er slettet. Det gælder også det, folk har skrevet. Ingen har læst noget af det."
    }
}

/// If it is tried again.
fn again() -> &'static str {
    "Prøver vi igen, spørger vi dig på ny. Så bestemmer du selv, om du vil være med."
}

fn contact(facts: &StoppedFacts<'_>) -> Option<String> {
    (!facts.contact.is_empty()).then(|| format!("Har du spørgsmål, så ring til {}", full_stop(facts.contact)))
}
