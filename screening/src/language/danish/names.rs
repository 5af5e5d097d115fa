//! Names in Danish.

use super::Danish;
use super::numbers::capital;
use crate::comment::Consent;
use crate::evidence::{EvidenceKind, Rating};
use crate::language::{Names, Numbers};
use crate::picture::Shown;
use crate::settings::State;

impl Names for Danish {
    fn management(&self) -> &'static str {
        "Ledelsen"
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Prepared => "Under forberedelse",
            State::Open => "Åben for svar",
            State::Closing => "Ved at lukke",
            State::Closed => "Lukket for svar",
        }
    }

    fn hidden(&self, shown: Shown) -> Option<&'static str> {
        match shown {
            Shown::Yes => None,
            Shown::Mean => Some("kun gennemsnit"),
            Shown::Few => Some(self.few()),
            Shown::Derived => Some("vises ikke, for så kunne et andet tal regnes ud"),
        }
    }

    fn why_hidden(&self, smallest: u64, full: u64) -> Vec<String> {
        let (smallest, full) = (self.number_word(smallest), self.number_word(full));
        vec![
            format!("En gruppe har først tal, når mindst {smallest} har svaret, så ingen kan genkendes."),
            format!(
                "{} eller flere, men under {full}: kun gennemsnit og antal. Flere tal ville tilsammen røbe de enkelte svar.",
                capital(&smallest)
            ),
            "En afdeling kan være skjult, selv om nok har svaret, når dens tal ellers ville røbe en mindre afdelings."
                .to_owned(),
            "Ledelsens tal vises ikke alene.".to_owned(),
        ]
    }

    fn evidence_kind(&self, kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::Document => "Dokument",
            EvidenceKind::Observation => "Iagttagelse",
        }
    }

    fn rating(&self, rating: Rating) -> String {
        match rating {
            Rating::Step(step) => format!("{step} af 5"),
            Rating::Insufficient => "for lidt viden".to_owned(),
        }
    }

    fn consent(&self, consent: Consent) -> &'static str {
        match consent {
            Consent::Verbatim => "Ord for ord, uden navn",
            Consent::Paraphrase => "Kun med andre ord",
            Consent::NotToBeUsed => "Må ikke bruges",
        }
    }
}
