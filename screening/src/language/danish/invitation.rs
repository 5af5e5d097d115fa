//! Slips and posters in Danish.

use super::Danish;
use super::promise::{hear_back, minutes};
use crate::language::{Chair, InvitationWords, PromiseFacts};

impl InvitationWords for Danish {
    fn slips_title(&self, place: &str) -> String {
        format!("Sedler med svarkoder: {place}")
    }

    fn slip_how(&self, site: &str) -> String {
        format!("Skriv koden på {site}, eller scan billedet med telefonen.")
    }

    fn slip_qr(&self, site: &str) -> String {
        format!("QR-kode, der åbner {site} med koden på denne seddel.")
    }

    fn poster_title(&self, facts: &PromiseFacts<'_>) -> &'static str {
        match facts.chair {
            Chair::ServiceUser => "Hvordan er det at bruge stedet?",
            Chair::Other | Chair::InRole => "Hvordan arbejder I på stedet?",
        }
    }

    fn poster(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let time = minutes(facts);
        let about = match facts.chair {
            Chair::ServiceUser => [
                "Vi vil gerne høre, hvad du synes. Det handler om stedet. Det handler ikke om dig.",
                "Du bestemmer selv, om du vil svare. Siger du nej, får du den samme hjælp som før.",
                "Du svarer uden navn. De ansatte kan ikke se, hvad du svarer. Det kan lederen heller ikke.",
            ],
            Chair::Other => [
                "Vi vil gerne høre, hvad du ser. Det handler om stedet. Det handler ikke om dig.",
                "Du bestemmer selv, om du vil svare. Det får ingen følger at lade være.",
                "Du svarer uden navn. Hverken leder eller kolleger kan se, hvad du har svaret.",
            ],
            Chair::InRole => [
                "Vi vil gerne høre, hvad du ser. Det handler om stedet. Det handler ikke om dig som menneske.",
                "Du bestemmer selv, om du vil svare. Du kan springe over.",
                "Jeres svar bliver vist som ledelsens.",
            ],
        };
        let mut lines: Vec<String> = about.map(str::to_owned).to_vec();
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
             koden på den."
        } else {
            "Spørg efter en seddel. Du trækker den selv fra en bunke. Så ved ingen, hvilken kode du har."
        }
    }

    fn link_qr(&self, address: &str) -> String {
        format!("QR-kode, der åbner {address}")
    }
}
