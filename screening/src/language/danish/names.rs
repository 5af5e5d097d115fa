//! Names in Danish.

use super::Danish;
use crate::comment::{Consent, Criterion};
use crate::evidence::{Agreement, EvidenceKind, LEAST_FOR_KAPPA, Rating};
use crate::instrument::PlaceWords;
use crate::language::sentence::capital;
use crate::language::{Names, Numbers};
use crate::picture::Shown;
use crate::settings::State;

impl Names for Danish {
    fn management(&self) -> &'static str {
        "Ledelsen"
    }

    fn usual_place(&self) -> PlaceWords<'static> {
        PlaceWords { word: "stedet", at: "på stedet", to_use: "bruge stedet", uses: "bruger stedet" }
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
            self.unit_hidden().to_owned(),
            "Ledelsens tal vises ikke alene.".to_owned(),
        ]
    }

    fn unit_hidden(&self) -> &'static str {
        "En afdeling kan være skjult, selv om nok har svaret, når dens tal ellers ville røbe en mindre afdelings."
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

    fn agreement(&self, agreement: &Agreement) -> String {
        let Agreement { indicators, same, near, insufficient, kappa } = *agreement;
        let of = |count: usize| match count {
            0 => "ingen".to_owned(),
            count if count == indicators => "dem alle".to_owned(),
            count => count.to_string(),
        };
        let mut words = match indicators {
            0 => "I har endnu ikke begge givet den samme indikator et tal.".to_owned(),
            1 => {
                let apart = match (same, near) {
                    (1, _) => "I gav den samme tal.",
                    (_, 1) => "I lå ét trin fra hinanden.",
                    _ => "I lå mere end ét trin fra hinanden.",
                };
                format!("I har begge givet én indikator et tal. {apart}")
            }
            count => format!(
                "I har begge givet {count} indikatorer et tal. I gav det samme tal for {}, og for {} lå I højst ét trin \
                 fra hinanden.",
                of(same),
                of(near)
            ),
        };
        match insufficient {
            0 => {}
            1 => words.push_str(" For én indikator mente mindst én af jer, at der er for lidt viden."),
            count => {
                words.push_str(&format!(" For {count} mente mindst én af jer, at der er for lidt viden."));
            }
        }
        if let Some(kappa) = kappa {
            words.push_str(&format!(
                " Vægtet kappa (kvadratiske vægte) er {}: 1 er fuld enighed, 0 er ikke mere end et tilfælde.",
                self.number(kappa, 2)
            ));
        } else if indicators < LEAST_FOR_KAPPA {
            words.push_str(&format!(
                " Et mål for enigheden (kappa) kommer fra {} indikatorer.",
                self.number_word(LEAST_FOR_KAPPA as u64)
            ));
        }
        words
    }

    fn consent(&self, consent: Consent) -> &'static str {
        match consent {
            Consent::Verbatim => "Ord for ord, uden navn",
            Consent::Paraphrase => "Kun med andre ord",
            Consent::NotToBeUsed => "Må ikke bruges",
        }
    }

    fn criterion(&self, criterion: Criterion) -> &'static str {
        match criterion {
            Criterion::AnotherPerson => "Den handler om et bestemt menneske og ikke om stedet",
            Criterion::Recognisable => "Nogen kan genkendes, også når den bliver skrevet om",
            Criterion::NotThePlace => "Den handler om noget andet end stedet",
            Criterion::SaysNothing => "Den siger ikke noget, for eksempel »ved ikke«",
            Criterion::NotStated => "Ingen grund skrevet",
        }
    }
}
