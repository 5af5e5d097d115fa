//! The signals in English.

use super::English;
use super::numbers::{owner, verb};
use crate::language::sentence::capital;
use crate::language::signals::HARDLY;
use crate::language::{Mean, Numbers, RuleFacts, SignalWords};
use crate::signals::SignalKind;

impl SignalWords for English {
    fn signal_name(&self, kind: SignalKind) -> &'static str {
        match kind {
            SignalKind::Strength => "Stands strong",
            SignalKind::Talk => "Worth talking about",
            SignalKind::SeenDifferently => "Seen differently",
            SignalKind::Unknown => "We know too little about this",
            SignalKind::WordAndDeed => "Word and deed",
        }
    }

    fn signal_rule(&self, kind: SignalKind, facts: &RuleFacts<'_>) -> String {
        let users = self.inside(facts.users);
        let point = |value| self.threshold(value);
        let share = |value| self.share(&self.threshold(value));
        match kind {
            SignalKind::Strength => format!(
                "Stands strong: The mean for {users} is at least {}, for an indicator at least {} answer {}, and no other \
                 group that is shown lies under {}.",
                point(facts.strength),
                share(facts.strength_agreement),
                facts.agreement,
                point(facts.others_floor)
            ),
            SignalKind::Talk => format!(
                "Worth talking about: The mean for {users} is under {}, or for an indicator at most {} answer {}.",
                point(facts.talk),
                share(facts.talk_agreement),
                facts.agreement
            ),
            SignalKind::SeenDifferently => format!(
                "Seen differently: The means of two groups are at least {} apart. The difference is called clear only where \
                 it is larger than the statistical uncertainty.",
                point(facts.gap)
            ),
            SignalKind::Unknown => format!(
                "We know too little about this: At least {} of a group answer that they don’t know.",
                share(facts.dont_know)
            ),
            SignalKind::WordAndDeed => format!(
                "Word and deed: Documents and observations are rated 1 or 2, while a group other than {users} has a mean of \
                 at least {}. Or they are rated 4 or 5, while the mean for {users} is under {}.",
                point(facts.word_high),
                point(facts.talk)
            ),
        }
    }

    fn agreement_words(&self, labels: &[String], from: u8) -> String {
        match labels {
            [] => format!("{from} or higher"),
            [one] => self.quoted(&self.inside(one)),
            [one, other] => {
                format!("{} or {}", self.quoted(&self.inside(one)), self.quoted(&self.inside(other)))
            }
            [lowest, ..] => format!("{} or higher", self.quoted(&self.inside(lowest))),
        }
    }

    fn said_mean(&self, mean: Mean<'_>) -> String {
        let figure = Numbers::mean(self, mean.figure, mean.n);
        format!("{} mean is {figure}.", capital(&owner(&self.definite_of(mean.group, mean.n))))
    }

    fn said_agreement(&self, group: &str, per_cent: u8, words: &str) -> String {
        if (1..HARDLY).contains(&per_cent) {
            return format!("Hardly any of {} answer {words}.", self.definite(group));
        }
        format!("{} of {} answer {words}.", self.per_cent(per_cent), self.definite(group))
    }

    fn said_gap(&self, means: &[Mean<'_>], clear: bool) -> String {
        let parts: Vec<String> = means
            .iter()
            .map(|mean| format!("{} {}", self.inside(mean.group), Numbers::mean(self, mean.figure, mean.n)))
            .collect();
        let clear = if clear { " The difference is clear." } else { "" };
        format!("{}.{clear}", capital(&parts.join(", ")))
    }

    fn said_unknown(&self, group: &str, count: u64, submitted: u64, answer: &str) -> String {
        let counted = self.counted(count, Some(submitted));
        let answers = verb(count, "answers", "answer");
        format!("{counted} {} {answers} {}.", self.inside(group), self.quoted(answer))
    }

    fn said_rating(&self, rating: u8) -> String {
        format!("Documents and observations are rated {rating} of 5.")
    }
}
