//! Slips and posters in Danish.

use super::Danish;
use super::promise::{hear_back, minutes};
use crate::language::{Chair, InvitationWords, PromiseFacts};

impl InvitationWords for Danish {
    fn slips_title(&self, place: &str) -> String {
        format!("Sedler med svarkoder: {place}")
    }

    fn slip_how(&self, site: &str) -> String {
        format!("Skriv koden på {site}, eller scan billedet med telefonen. Dine rettigheder står der også.")
    }

    fn slip_qr(&self, site: &str) -> String {
        format!("QR-kode, der åbner {site} med koden på denne seddel.")
    }

    fn booklets_title(&self, place: &str) -> String {
        format!("Hæfter til svar på papir: {place}")
    }

    fn booklet_how(&self, site: &str) -> [String; 5] {
        [
            "Sæt ét kryds ud for hvert udsagn. Du må gerne springe over.".to_owned(), "Bliver et kryds forkert, så fyld hele ruden ud, og sæt et nyt kryds.".to_owned(), "Skriv ikke dit navn. Skriv helst heller ikke andres.".to_owned(), "Læg hæftet i kuverten, og luk den. En, der arbejder et andet sted, åbner den, skriver dine svar ind og makulerer hæftet.".to_owned(), format!("Du kan også svare på {site} med koden her. Gør kun én af delene."),
        ]
    }

    fn booklet_typist(&self) -> &'static str {
        "Til dig, der skriver svarene ind: Skriv de tre ord her."
    }

    fn envelope(&self, place: &str, group: &str) -> [String; 3] {
        [
            format!("Svar til {place}"),
            group.to_owned(),
            "Åbnes kun af den, der skriver svarene ind.".to_owned(),
        ]
    }

    fn poster_title(&self, facts: &PromiseFacts<'_>) -> String {
        match facts.chair {
            Chair::ServiceUser => format!("Hvordan er det at {}?", facts.place.to_use),
            Chair::Other | Chair::InRole => format!("Hvordan arbejder I {}?", facts.place.at),
        }
    }

    fn poster(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let time = minutes(facts);
        let first = |asked: &str, you: &str| {
            format!(
                "Vi vil gerne høre, hvad du {asked}. Det handler om {}. Det handler ikke om {you}.",
                facts.place.word
            )
        };
        let about = match facts.chair {
            Chair::ServiceUser => [
                first("synes", "dig"),
                "Du bestemmer selv, om du vil svare. Siger du nej, får du den samme hjælp som før."
                    .to_owned(),
                "Du svarer uden navn. De ansatte kan ikke se, hvad du svarer. Det kan lederen heller ikke."
                    .to_owned(),
            ],
            Chair::Other => [
                first("ser", "dig"),
                "Du bestemmer selv, om du vil svare. Det får ingen følger at lade være.".to_owned(),
                "Du svarer uden navn. Hverken leder eller kolleger kan se, hvad du har svaret.".to_owned(),
            ],
            Chair::InRole => [
                first("ser", "dig som menneske"),
                "Du bestemmer selv, om du vil svare. Du kan springe over.".to_owned(),
                "Jeres svar bliver vist som ledelsens.".to_owned(),
            ],
        };
        let mut lines: Vec<String> = about.to_vec();
        lines.push(match facts.chair {
            Chair::ServiceUser => {
                format!(
                    "Det tager cirka {time}. Du må hoppe over, og du må gerne få hjælp af en, du stoler på."
                )
            }
            Chair::Other | Chair::InRole => format!("Det tager cirka {time}. Du kan holde pause."),
        });
        lines.push(format!("Svarene bliver brugt på to møder og i en kort rapport. {}", hear_back(facts)));
        lines
    }

    fn poster_how(&self, link: bool) -> &'static str {
        if link {
            "Scan billedet med telefonen, eller skriv adressen. Svar kun én gang. Har du fået en seddel, så brug \
             koden på den. Dine rettigheder står på siden."
        } else {
            "Spørg efter en seddel. Du trækker den selv fra en bunke. Så ved ingen, hvilken kode du har."
        }
    }

    fn link_qr(&self, address: &str) -> String {
        format!("QR-kode, der åbner {address}")
    }
}
