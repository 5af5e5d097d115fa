//! Slips and posters in Bokmål.

use super::Bokmal;
use super::promise::{hear_back, minutes};
use crate::language::{Chair, InvitationWords, PromiseFacts};

impl InvitationWords for Bokmal {
    fn slips_title(&self, place: &str) -> String {
        format!("Lapper med svarkoder: {place}")
    }

    fn slip_how(&self, site: &str) -> String {
        format!("Skriv koden på {site}, eller skann bildet med telefonen. Rettighetene dine står der også.")
    }

    fn slip_qr(&self, site: &str) -> String {
        format!("QR-kode som åpner {site} med koden på denne lappen.")
    }

    fn booklets_title(&self, place: &str) -> String {
        format!("Hefter til svar på papir: {place}")
    }

    fn booklet_how(&self, site: &str) -> [String; 5] {
        [
            "Sett ett kryss for hvert utsagn. Du kan hoppe over.".to_owned(), "Blir et kryss feil, så fyll hele ruten, og sett et nytt kryss.".to_owned(), "Ikke skriv navnet ditt. Skriv helst ikke andres heller.".to_owned(), "Legg heftet i konvolutten, og lim den igjen. En som arbeider et annet sted, åpner den, skriver inn svarene dine og makulerer heftet.".to_owned(), format!("Du kan også svare på {site} med koden her. Gjør bare én av delene."),
        ]
    }

    fn booklet_typist(&self) -> &'static str {
        "Til deg som skriver inn svarene: Skriv de tre ordene her."
    }

    fn envelope(&self, place: &str, group: &str) -> [String; 3] {
        [
            format!("Svar til {place}"),
            group.to_owned(),
            "Åpnes bare av den som skriver inn svarene.".to_owned(),
        ]
    }

    fn poster_title(&self, facts: &PromiseFacts<'_>) -> String {
        match facts.chair {
            Chair::ServiceUser => format!("Hvordan er det å {}?", facts.place.to_use),
            Chair::Other | Chair::InRole => format!("Hvordan arbeider dere {}?", facts.place.at),
        }
    }

    fn poster(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let time = minutes(facts);
        let first = |asked: &str, you: &str| {
            format!(
                "Vi vil gjerne høre hva du {asked}. Det handler om {}. Det handler ikke om {you}.",
                facts.place.word
            )
        };
        let about = match facts.chair {
            Chair::ServiceUser => [
                first("synes", "deg"),
                "Du bestemmer selv om du vil svare. Sier du nei, får du den samme hjelpen som før."
                    .to_owned(),
                "Du svarer uten navn. De ansatte kan ikke se hva du svarer. Det kan ikke lederen heller."
                    .to_owned(),
            ],
            Chair::Other => [
                first("ser", "deg"),
                "Du bestemmer selv om du vil svare. Det får ingen følger å la være.".to_owned(),
                "Du svarer uten navn. Verken leder eller kolleger kan se hva du har svart.".to_owned(),
            ],
            Chair::InRole => [
                first("ser", "deg som menneske"),
                "Du bestemmer selv om du vil svare. Du kan hoppe over.".to_owned(),
                "Svarene deres blir vist som ledelsens.".to_owned(),
            ],
        };
        let mut lines: Vec<String> = about.to_vec();
        lines.push(match facts.chair {
            Chair::ServiceUser => {
                format!("Det tar rundt {time}. Du kan hoppe over, og du kan få hjelp av en du stoler på.")
            }
            Chair::Other | Chair::InRole => format!("Det tar rundt {time}. Du kan ta pause."),
        });
        lines.push(format!("Svarene blir brukt på to møter og i en kort rapport. {}", hear_back(facts)));
        lines
    }

    fn poster_how(&self, link: bool) -> &'static str {
        if link {
            "Skann bildet med telefonen, eller skriv adressen. Svar bare én gang. Har du fått en lapp, så bruk koden på den. \
             Rettighetene dine står på siden."
        } else {
            "Spør etter en lapp. Du trekker den selv fra en bunke. Da vet ingen hvilken kode du har."
        }
    }

    fn link_qr(&self, address: &str) -> String {
        format!("QR-kode som åpner {address}")
    }
}
