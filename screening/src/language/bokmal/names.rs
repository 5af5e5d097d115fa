//! Names in Bokmål.

use super::Bokmal;
use crate::comment::{Consent, Criterion};
use crate::evidence::{Agreement, EvidenceKind, LEAST_FOR_KAPPA, Rating};
use crate::instrument::PlaceWords;
use crate::language::sentence::capital;
use crate::language::{Names, Numbers};
use crate::picture::Shown;
use crate::settings::State;

impl Names for Bokmal {
    fn management(&self) -> &'static str {
        "Ledelsen"
    }

    fn usual_place(&self) -> PlaceWords<'static> {
        PlaceWords { word: "stedet", at: "på stedet", to_use: "bruke stedet", uses: "bruker stedet" }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Prepared => "Under forberedelse",
            State::Open => "Åpen for svar",
            State::Closing => "I ferd med å stenge",
            State::Closed => "Stengt for svar",
        }
    }

    fn hidden(&self, shown: Shown) -> Option<&'static str> {
        match shown {
            Shown::Yes => None,
            Shown::Mean => Some("bare gjennomsnitt"),
            Shown::Few => Some(self.few()),
            Shown::Derived => Some("vises ikke, for da kunne et annet tall regnes ut"),
        }
    }

    fn why_hidden(&self, smallest: u64, full: u64) -> Vec<String> {
        let (smallest, full) = (self.number_word(smallest), self.number_word(full));
        vec![
            format!("En gruppe får først tall når minst {smallest} har svart, så ingen kan kjennes igjen."),
            format!(
                "{} eller flere, men under {full}: bare gjennomsnitt og antall. Flere tall ville til sammen røpet hva hver \
                 enkelt har svart.",
                capital(&smallest)
            ),
            self.unit_hidden().to_owned(),
            "Ledelsens tall vises ikke alene.".to_owned(),
        ]
    }

    fn unit_hidden(&self) -> &'static str {
        "En avdeling kan være skjult selv om nok har svart, når tallene ellers ville røpet svarene fra en mindre avdeling."
    }

    fn evidence_kind(&self, kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::Document => "Dokument",
            EvidenceKind::Observation => "Observasjon",
        }
    }

    fn rating(&self, rating: Rating) -> String {
        match rating {
            Rating::Step(step) => format!("{step} av 5"),
            Rating::Insufficient => "vet for lite".to_owned(),
        }
    }

    fn agreement(&self, agreement: &Agreement) -> String {
        let Agreement { indicators, same, near, insufficient, kappa } = *agreement;
        let of = |count: usize| match count {
            0 => "ingen".to_owned(),
            count if count == indicators => "alle".to_owned(),
            count => count.to_string(),
        };
        let mut words = match indicators {
            0 => "Dere har ennå ikke begge gitt den samme indikatoren et tall.".to_owned(),
            1 => {
                let apart = match (same, near) {
                    (1, _) => "Dere ga den samme tall.",
                    (_, 1) => "Det skilte ett trinn mellom dere.",
                    _ => "Det skilte mer enn ett trinn mellom dere.",
                };
                format!("Dere har begge gitt én indikator et tall. {apart}")
            }
            count => format!(
                "Dere har begge gitt {count} indikatorer et tall. Dere ga samme tall for {}, og for {} skilte det høyst ett \
                 trinn.",
                of(same),
                of(near)
            ),
        };
        match insufficient {
            0 => {}
            1 => words.push_str(" For én indikator mente minst én av dere at dere vet for lite."),
            count => {
                words.push_str(&format!(" For {count} mente minst én av dere at dere vet for lite."));
            }
        }
        if let Some(kappa) = kappa {
            words.push_str(&format!(
                " Vektet kappa (kvadratiske vekter) er {}: 1 er full enighet, 0 er ikke mer enn en tilfeldighet.",
                self.number(kappa, 2)
            ));
        } else if indicators < LEAST_FOR_KAPPA {
            words.push_str(&format!(
                " Et mål på enigheten (kappa) kommer fra {} indikatorer.",
                self.number_word(LEAST_FOR_KAPPA as u64)
            ));
        }
        words
    }

    fn consent(&self, consent: Consent) -> &'static str {
        match consent {
            Consent::Verbatim => "Ord for ord, uten navn",
            Consent::Paraphrase => "Bare med andre ord",
            Consent::NotToBeUsed => "Skal ikke brukes",
        }
    }

    fn criterion(&self, criterion: Criterion) -> &'static str {
        match criterion {
            Criterion::AnotherPerson => "Den handler om et bestemt menneske og ikke om stedet",
            Criterion::Recognisable => "Noen kan kjennes igjen, også om den blir skrevet om",
            Criterion::NotThePlace => "Den handler om noe annet enn stedet",
            Criterion::SaysNothing => "Den sier ikke noe, for eksempel «vet ikke»",
            Criterion::NotStated => "Ingen grunn er skrevet",
        }
    }
}
