//! Names in English.

use super::English;
use crate::comment::{Consent, Criterion};
use crate::evidence::{Agreement, EvidenceKind, LEAST_FOR_KAPPA, Rating};
use crate::instrument::PlaceWords;
use crate::language::sentence::capital;
use crate::language::{Names, Numbers};
use crate::picture::Shown;
use crate::settings::State;

impl Names for English {
    fn management(&self) -> &'static str {
        "Management"
    }

    /// `uses` stands after several people: *those who use the place*.
    fn usual_place(&self) -> PlaceWords<'static> {
        PlaceWords { word: "the place", at: "at the place", to_use: "use the place", uses: "use the place" }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Prepared => "Being prepared",
            State::Open => "Open for answers",
            State::Closing => "Closing",
            State::Closed => "Closed for answers",
        }
    }

    fn hidden(&self, shown: Shown) -> Option<&'static str> {
        match shown {
            Shown::Yes => None,
            Shown::Mean => Some("mean only"),
            Shown::Few => Some(self.few()),
            Shown::Derived => Some("not shown, since another figure could then be worked out"),
        }
    }

    fn why_hidden(&self, smallest: u64, full: u64) -> Vec<String> {
        let (smallest, full) = (self.number_word(smallest), self.number_word(full));
        vec![
            format!(
                "A group has figures only when at least {smallest} have answered, so that nobody can be recognised."
            ),
            format!(
                "{} or more, but under {full}: the mean and the number only. More figures would together give away what \
                 each person answered.",
                capital(&smallest)
            ),
            self.unit_hidden().to_owned(),
            "Management’s figures are not shown alone.".to_owned(),
        ]
    }

    fn unit_hidden(&self) -> &'static str {
        "A unit can be hidden even though enough have answered, where its figures would give away those of a smaller unit."
    }

    fn evidence_kind(&self, kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::Document => "Document",
            EvidenceKind::Observation => "Observation",
        }
    }

    fn rating(&self, rating: Rating) -> String {
        match rating {
            Rating::Step(step) => format!("{step} of 5"),
            Rating::Insufficient => "not enough to go on".to_owned(),
        }
    }

    fn agreement(&self, agreement: &Agreement) -> String {
        let Agreement { indicators, same, near, insufficient, kappa } = *agreement;
        let of = |count: usize| match count {
            0 => "none".to_owned(),
            count if count == indicators => "all of them".to_owned(),
            count => count.to_string(),
        };
        let mut words = match indicators {
            0 => "You have not yet both given the same indicator a number.".to_owned(),
            1 => {
                let apart = match (same, near) {
                    (1, _) => "You gave it the same number.",
                    (_, 1) => "You were one step apart.",
                    _ => "You were more than one step apart.",
                };
                format!("You have both given one indicator a number. {apart}")
            }
            count => format!(
                "You have both given {count} indicators a number. You gave the same number for {}, and for {} you were at \
                 most one step apart.",
                of(same),
                of(near)
            ),
        };
        match insufficient {
            0 => {}
            1 => words
                .push_str(" For one indicator at least one of you found that there is not enough to go on."),
            count => {
                words.push_str(&format!(
                    " For {count} at least one of you found that there is not enough to go on."
                ));
            }
        }
        if let Some(kappa) = kappa {
            words.push_str(&format!(
                " Weighted kappa (quadratic weights) is {}: 1 is full agreement, 0 is no more than chance.",
                self.number(kappa, 2)
            ));
        } else if indicators < LEAST_FOR_KAPPA {
            words.push_str(&format!(
                " A measure of agreement (kappa) comes from {} indicators on.",
                self.number_word(LEAST_FOR_KAPPA as u64)
            ));
        }
        words
    }

    fn consent(&self, consent: Consent) -> &'static str {
        match consent {
            Consent::Verbatim => "Word for word, without a name",
            Consent::Paraphrase => "Only in other words",
            Consent::NotToBeUsed => "Not to be used",
        }
    }

    fn criterion(&self, criterion: Criterion) -> &'static str {
        match criterion {
            Criterion::AnotherPerson => "It is about a particular person and not about the place",
            Criterion::Recognisable => "Someone can be recognised, even if it is rewritten",
            Criterion::NotThePlace => "It is about something other than the place",
            Criterion::SaysNothing => "It says nothing, for example “don’t know”",
            Criterion::NotStated => "No reason written",
        }
    }
}
