//! The signals in Bokmål.

use super::Bokmal;
use super::numbers::definite;
use crate::language::sentence::capital;
use crate::language::signals::HARDLY;
use crate::language::{Mean, Numbers, RuleFacts, SignalWords};
use crate::signals::SignalKind;

impl SignalWords for Bokmal {
    fn signal_name(&self, kind: SignalKind) -> &'static str {
        match kind {
            SignalKind::Strength => "Står sterkt",
            SignalKind::Talk => "Verdt å snakke om",
            SignalKind::SeenDifferently => "Sett ulikt",
            SignalKind::Unknown => "Det vet vi for lite om",
            SignalKind::WordAndDeed => "Ord og handling",
        }
    }

    fn signal_rule(&self, kind: SignalKind, facts: &RuleFacts<'_>) -> String {
        let users = self.inside(facts.users);
        let point = |value| self.threshold(value);
        let share = |value| self.share(&self.threshold(value));
        match kind {
            SignalKind::Strength => format!(
                "Står sterkt: Gjennomsnittet for {users} er minst {}, for en indikator svarer minst {} {}, og ingen annen \
                 gruppe som vises, ligger under {}.",
                point(facts.strength),
                share(facts.strength_agreement),
                facts.agreement,
                point(facts.others_floor)
            ),
            SignalKind::Talk => format!(
                "Verdt å snakke om: Gjennomsnittet for {users} er under {}, eller for en indikator svarer høyst {} {}.",
                point(facts.talk),
                share(facts.talk_agreement),
                facts.agreement
            ),
            SignalKind::SeenDifferently => format!(
                "Sett ulikt: Gjennomsnittene for to grupper ligger minst {} fra hverandre. Forskjellen kalles bare tydelig \
                 når den er større enn den statistiske usikkerheten.",
                point(facts.gap)
            ),
            SignalKind::Unknown => format!(
                "Det vet vi for lite om: Minst {} av en gruppe svarer at de ikke vet det.",
                share(facts.dont_know)
            ),
            SignalKind::WordAndDeed => format!(
                "Ord og handling: Dokumenter og observasjoner er vurdert til 1 eller 2, mens en annen gruppe enn {users} \
                 har et gjennomsnitt på minst {}. Eller de er vurdert til 4 eller 5, mens gjennomsnittet for {users} er \
                 under {}.",
                point(facts.word_high),
                point(facts.talk)
            ),
        }
    }

    fn agreement_words(&self, labels: &[String], from: u8) -> String {
        match labels {
            [] => format!("{from} eller høyere"),
            [one] => self.quoted(&self.inside(one)),
            [one, other] => {
                format!("{} eller {}", self.quoted(&self.inside(one)), self.quoted(&self.inside(other)))
            }
            [lowest, ..] => format!("{} eller høyere", self.quoted(&self.inside(lowest))),
        }
    }

    fn said_mean(&self, mean: Mean<'_>) -> String {
        let figure = Numbers::mean(self, mean.figure, mean.n);
        match definite(mean.group).map(|_| self.definite_of(mean.group, mean.n)) {
            Some(group) => format!("{}s gjennomsnitt er {figure}.", capital(&group)),
            None => format!("Gjennomsnittet for {} er {figure}.", self.inside(mean.group)),
        }
    }

    fn said_agreement(&self, group: &str, per_cent: u8, words: &str) -> String {
        if (1..HARDLY).contains(&per_cent) {
            return format!("Nesten ingen av {} svarer {words}.", self.definite(group));
        }
        format!("{} av {} svarer {words}.", self.per_cent(per_cent), self.definite(group))
    }

    fn said_gap(&self, means: &[Mean<'_>], clear: bool) -> String {
        let parts: Vec<String> = means
            .iter()
            .map(|mean| format!("{} {}", self.inside(mean.group), Numbers::mean(self, mean.figure, mean.n)))
            .collect();
        let clear = if clear { " Forskjellen er tydelig." } else { "" };
        format!("{}.{clear}", capital(&parts.join(", ")))
    }

    fn said_unknown(&self, group: &str, count: u64, submitted: u64, answer: &str) -> String {
        let counted = self.counted(count, Some(submitted));
        format!("{counted} {} svarer {}.", self.inside(group), self.quoted(answer))
    }

    fn said_rating(&self, rating: u8) -> String {
        format!("Dokumenter og observasjoner er vurdert til {rating} av 5.")
    }
}
