//! The signals in Danish.

use super::Danish;
use super::numbers::definite;
use crate::language::sentence::capital;
use crate::language::signals::HARDLY;
use crate::language::{Mean, Numbers, RuleFacts, SignalWords};
use crate::signals::SignalKind;

impl SignalWords for Danish {
    fn signal_name(&self, kind: SignalKind) -> &'static str {
        match kind {
            SignalKind::Strength => "Står stærkt",
            SignalKind::Talk => "Værd at tale om",
            SignalKind::SeenDifferently => "Set forskelligt",
            SignalKind::Unknown => "Det ved vi for lidt om",
            SignalKind::WordAndDeed => "Ord og handling",
        }
    }

    fn signal_rule(&self, kind: SignalKind, facts: &RuleFacts<'_>) -> String {
        let users = self.inside(facts.users);
        let point = |value| self.threshold(value);
        let share = |value| self.share(&self.threshold(value));
        match kind {
            SignalKind::Strength => format!(
                "Står stærkt: Gennemsnittet for {users} er mindst {}, ved en indikator svarer mindst {} {}, og \
                 ingen anden gruppe, der vises, ligger under {}.",
                point(facts.strength),
                share(facts.strength_agreement),
                facts.agreement,
                point(facts.others_floor)
            ),
            SignalKind::Talk => format!(
                "Værd at tale om: Gennemsnittet for {users} er under {}, eller ved en indikator svarer højst {} {}.",
                point(facts.talk),
                share(facts.talk_agreement),
                facts.agreement
            ),
            SignalKind::SeenDifferently => format!(
                "Set forskelligt: To gruppers gennemsnit ligger mindst {} fra hinanden. Forskellen kaldes kun \
                 tydelig, når den er større end den statistiske usikkerhed.",
                point(facts.gap)
            ),
            SignalKind::Unknown => format!(
                "Det ved vi for lidt om: Mindst {} af en gruppe svarer, at de ikke ved det.",
                share(facts.dont_know)
            ),
            SignalKind::WordAndDeed => format!(
                "Ord og handling: Dokumenter og iagttagelser er vurderet til 1 eller 2, mens en anden gruppe end \
                 {users} har et gennemsnit på mindst {}. Eller de er vurderet til 4 eller 5, mens gennemsnittet for \
                 {users} er under {}.",
                point(facts.word_high),
                point(facts.talk)
            ),
        }
    }

    fn agreement_words(&self, labels: &[String], from: u8) -> String {
        match labels {
            [] => format!("{from} eller højere"),
            [one] => self.quoted(&self.inside(one)),
            [one, other] => {
                format!("{} eller {}", self.quoted(&self.inside(one)), self.quoted(&self.inside(other)))
            }
            [lowest, ..] => format!("{} eller højere", self.quoted(&self.inside(lowest))),
        }
    }

    fn said_mean(&self, mean: Mean<'_>) -> String {
        let figure = Numbers::mean(self, mean.figure, mean.n);
        match definite(mean.group).map(|_| self.definite_of(mean.group, mean.n)) {
            Some(group) => format!("{}s gennemsnit er {figure}.", capital(&group)),
            None => format!("Gennemsnittet for {} er {figure}.", self.inside(mean.group)),
        }
    }

    fn said_agreement(&self, group: &str, per_cent: u8, words: &str) -> String {
        if (1..HARDLY).contains(&per_cent) {
            return format!("Næsten ingen af {} svarer {words}.", self.definite(group));
        }
        format!("{} af {} svarer {words}.", self.per_cent(per_cent), self.definite(group))
    }

    fn said_gap(&self, means: &[Mean<'_>], clear: bool) -> String {
        let parts: Vec<String> = means
            .iter()
            .map(|mean| format!("{} {}", self.inside(mean.group), Numbers::mean(self, mean.figure, mean.n)))
            .collect();
        let clear = if clear { " Forskellen er tydelig." } else { "" };
        format!("{}.{clear}", capital(&parts.join(", ")))
    }

    fn said_unknown(&self, group: &str, count: u64, submitted: u64, answer: &str) -> String {
        let counted = self.counted(count, Some(submitted));
        format!("{counted} {} svarer {}.", self.inside(group), self.quoted(answer))
    }

    fn said_rating(&self, rating: u8) -> String {
        format!("Dokumenter og iagttagelser er vurderet til {rating} af 5.")
    }
}
