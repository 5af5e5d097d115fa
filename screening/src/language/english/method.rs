//! *How we did it*, in English.

use super::English;
use super::numbers::verb;
use crate::evidence::Coverage;
use crate::hearing::{Half, Moment};
use crate::instrument::PlaceWords;
use crate::language::sentence::{capital, own_date, several};
use crate::language::{Answered, HearingWords, Numbers};
use crate::preparation::{Circumstance, SmallWay, Tie};

pub(super) fn answered(answered: Answered<'_>) -> String {
    let group = answered.group;
    let submitted = English.count(answered.submitted);
    let have = verb(answered.submitted, "has", "have");
    let share =
        answered.per_cent.map_or_else(String::new, |per_cent| format!(" ({})", English.per_cent(per_cent)));
    let counted = match answered.invited {
        Some(invited) if answered.submitted <= invited => {
            format!("{group}: {submitted} of {} {have} answered{share}.", English.count(invited))
        }
        Some(invited) => {
            let invited = English.count(invited);
            format!("{group}: {submitted} {have} answered. That is more than the {invited} who were invited.")
        }
        None if answered.open_link => format!(
            "{group}: {submitted} {have} answered. The group could answer through an open link. So we don’t know how many \
             were asked, and can’t promise that each has answered only once."
        ),
        None => format!("{group}: {submitted} {have} answered. We don’t know how many were invited."),
    };
    if answered.in_role { format!("{counted} The answers are shown as management’s.") } else { counted }
}

pub(super) fn prepared(circumstance: &Circumstance, group: &str, place: PlaceWords<'_>) -> String {
    let definite = capital(&English.definite(group));
    match circumstance {
        Circumstance::JointAnswer(_, people @ 2..) => {
            format!("{group} gave one joint answer. It comes from {} people.", English.number_word(*people))
        }
        Circumstance::JointAnswer(..) => format!("{group} gave one joint answer."),
        Circumstance::Small(_, SmallWay::AsItIs) => format!("{definite} are few."),
        Circumstance::Small(_, SmallWay::JoinAnother) => format!(
            "{definite} are few. So their figures are put together with those of another place, and are only shown that way."
        ),
        Circumstance::Small(_, SmallWay::Cards) => format!(
            "{definite} are too few for figures to be shown. They did not answer on a screen, but talked about the \
             statements at the hearing."
        ),
        Circumstance::Small(_, SmallWay::LargeOnly) => {
            format!("{definite} are too few for figures to be shown, and so were not given a questionnaire.")
        }
        Circumstance::Tie(Tie::Leads) => {
            format!("Whoever was in charge of the screening leads {}. Bear that in mind.", place.word)
        }
        Circumstance::Tie(Tie::Works) => {
            format!("Whoever was in charge of the screening works {}. Bear that in mind.", place.at)
        }
        Circumstance::Tie(Tie::Outside) => {
            "Whoever was in charge of the screening comes from outside.".to_owned()
        }
    }
}

pub(super) fn looked_at(coverage: &Coverage) -> String {
    if coverage.documents + coverage.observations == 0 {
        return "Documents and observations are not part of this.".to_owned();
    }
    let parts: Vec<String> = [
        several(coverage.documents, "document", "documents"),
        several(coverage.observations, "observation", "observations"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rated = verb(coverage.rated as u64, "has", "have");
    let mut words = format!(
        "We also looked at {}. They tell us about {} of {} indicators, and {} {rated} been rated.",
        English.list(&parts),
        coverage.indicators,
        coverage.of,
        coverage.rated
    );
    if coverage.insufficient > 0 {
        words.push_str(&format!(" For {} there was not enough to go on.", coverage.insufficient));
    }
    if coverage.after_picture > 0 {
        let were = verb(coverage.after_picture as u64, "was", "were");
        words.push_str(&format!(
            " {} {were} rated after the answers had been opened.",
            coverage.after_picture
        ));
    }
    words
}

pub(super) fn held(name: &str, date: &str, half: Half, conversation: bool) -> String {
    let date = own_date(date.trim(), &English);
    let when = if date.is_empty() { String::new() } else { format!(" ({date})") };
    let room = format!("{name}{when}: {} of {} in the room used the place", half.users, half.total);
    match (half.holds(), conversation) {
        (true, false) => format!("{room}, so at least half."),
        (true, true) => format!("{room}. It was held as a conversation, not a hearing."),
        (false, true) => {
            format!("{room}. That is under half, so it was held as a conversation, not a hearing.")
        }
        (false, false) => format!("{room}. That is under half."),
    }
}

pub(super) fn recounted(counts: &[(Moment, Half)]) -> String {
    let said: Vec<String> = counts
        .iter()
        .map(|(moment, half)| {
            let when = English.inside(English.moment(*moment));
            format!("{} of {} {when}", half.users, half.total)
        })
        .collect();
    format!("Heads were counted again: {}.", English.list(&said))
}

pub(super) fn protection(protected: &str, in_role: &str, smallest: u64, full: u64) -> String {
    let (smallest, full) = (English.number_word(smallest), English.number_word(full));
    let mut words = match protected {
        "" => String::new(),
        protected => format!(
            "{} are shown only when at least {smallest} have answered. With fewer than {full}, only the mean is shown.",
            capital(protected)
        ),
    };
    if !in_role.is_empty() {
        words
            .push_str(&format!(" Answers from {in_role} are shown as management’s, even when they are few."));
    }
    words.trim().to_owned()
}
