//! The hearings in English.

use super::English;
use super::numbers::verb;
use crate::evidence::{Evidence, Rating};
use crate::hearing::{Below, Half, HearingNumber, LineKind, Moment, SlotKind};
use crate::language::sentence::{about, full_stop, passage, shortened};
use crate::language::{EasyFacts, HearingWords, Names, Numbers, PaperWords};
use crate::picture::Figure;
use crate::promise::Passage;

impl HearingWords for English {
    fn hearing_name(&self, number: HearingNumber) -> &'static str {
        match number {
            HearingNumber::First => "Hearing 1",
            HearingNumber::Second => "Hearing 2",
        }
    }

    fn sitting_name(&self, number: HearingNumber, letter: Option<char>) -> String {
        let name = self.hearing_name(number);
        letter.map_or_else(|| name.to_owned(), |letter| format!("{name}, sitting {letter}"))
    }

    fn conversation(&self) -> &'static str {
        "Conversation, not a hearing"
    }

    fn line_kind(&self, kind: LineKind) -> &'static str {
        match kind {
            LineKind::Agreed => "Agreed",
            LineKind::Disagreed => "Disagreed",
            LineKind::New => "New",
            LineKind::Proposal => "Proposal",
            LineKind::Confirmed => "Yes, we said that",
            LineKind::Corrected => "Not quite",
            LineKind::Added => "Something is missing",
        }
    }

    fn participant(&self) -> &'static str {
        "participant"
    }

    fn users_of_the_place(&self) -> &'static str {
        "Users"
    }

    fn one_in_the_room(&self) -> &'static str {
        "someone in the room"
    }

    fn rewritten(&self) -> &'static str {
        "[changed, so that nobody can be recognised]"
    }

    fn half(&self, half: Half) -> String {
        let answer = if half.holds() { "yes" } else { "no" };
        let uses = verb(half.users.into(), "uses", "use");
        format!("{} of {} in the room {uses} the place · at least half: {answer}", half.users, half.total)
    }

    fn moment(&self, moment: Moment) -> &'static str {
        match moment {
            Moment::Start => "At the start",
            Moment::FirstBreak => "After the first break",
            Moment::SecondBreak => "After the second break",
        }
    }

    fn below(&self, below: Below) -> &'static str {
        match below {
            Below::Waited => "We wait until more have come",
            Below::Seats => "We ask some of the others to give up their seats",
            Below::Conversation => "We hold it as a conversation, not a hearing",
        }
    }

    fn below_done(&self, below: Below) -> &'static str {
        match below {
            Below::Waited => "At first the users were under half. We waited for more.",
            Below::Seats => {
                "At first the users were under half. Some of the others were asked to give up their seats."
            }
            Below::Conversation => "The users were under half. It was held as a conversation, not a hearing.",
        }
    }

    fn missing(&self, half: Half) -> String {
        let more = match half.missing() {
            1 => "With one more user".to_owned(),
            missing => format!("With {} more users", self.number_word(u64::from(missing))),
        };
        let fewer = match (half.users, half.missing()) {
            // Where no user is, those who leave make no half.
            (0, _) => String::new(),
            (_, 1) => ", or if one of the others gives up their seat".to_owned(),
            (_, missing) => {
                format!(", or if {} of the others give up their seats", self.number_word(u64::from(missing)))
            }
        };
        format!("{more}{fewer}, it is at least half.")
    }

    fn is_role_heading(&self, cell: &str) -> bool {
        ["name", "names", "role", "roles", "participant", "participants", "group", "who"]
            .contains(&cell.to_lowercase().trim_end_matches(':'))
    }

    fn is_plural_ending(&self, ending: &str) -> bool {
        ["", "s", "es"].contains(&ending)
    }

    fn is_other(&self, word: &str) -> bool {
        ["other", "others", "relative", "relatives", "volunteer", "volunteers", "guest", "guests"]
            .contains(&word)
    }

    fn is_helper(&self, word: &str) -> bool {
        [
            "interpreter",
            "interpreters",
            "helper",
            "helpers",
            "companion",
            "companions",
            "support person",
            "support persons",
        ]
        .contains(&word)
    }

    fn slot(&self, kind: SlotKind, theme: &str) -> String {
        match kind {
            SlotKind::Welcome => "Welcome".to_owned(),
            SlotKind::Theme(_) => theme.to_owned(),
            SlotKind::Break => "Break".to_owned(),
            SlotKind::Closing => "What have we said, and what happens now?".to_owned(),
        }
    }

    fn theme_heading(&self, place: usize, of: usize) -> String {
        format!("Topic {place} of {of}")
    }

    fn chair(&self, mean: Figure, max: u8, n: u64) -> String {
        format!("{} of {max} · {}", self.figure(mean), self.scored(n))
    }

    fn paper(&self) -> PaperWords {
        PaperWords {
            card: "To everyone in the room",
            today: "Today",
            from: "Time from the start",
            what: "What",
            minutes: "Minutes",
            talk: "We talk about this:",
            nothing_said: "Nothing was written down about this last time.",
            is_this_it: "Is this what you said? What should be put right? What is missing?",
            script: "To the facilitator",
            what_is_it: "What is it?",
            when: "When and where?",
            when_later: "You will be told.",
            you_decide: "You decide",
            ask: "Do you want to know more?",
            rights: [
                "Your rights",
                "Your name may be on the list of those who are invited. You can have it deleted. The list is deleted when the \
                 minutes are approved. You can read more under “Your rights” at the foot of the screening’s page.",
            ],
        }
    }

    fn come_to(&self, number: HearingNumber) -> String {
        format!("Come to {}", self.inside(self.hearing_name(number)))
    }

    fn easy_page(&self, facts: &EasyFacts<'_>) -> Vec<Passage> {
        easy_page(facts)
    }

    fn card(&self) -> Vec<String> {
        [
            "You decide what you want to say.",
            "You may keep quiet.",
            "It is written down without names.",
            "You can leave the room when you like.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn script(&self, number: HearingNumber) -> Vec<String> {
        let what = match number {
            HearingNumber::First => "Write down under each topic: agreed, disagreed, new, proposal.",
            HearingNumber::Second => {
                "Read out what was said last time. Ask: Is this what you said? Is anything missing? What should come first?"
            }
        };
        [
            "Say welcome, and read the card aloud.",
            "Count who is in the room, and how many of them use the place. Count again after each break.",
            "Is it under half? Wait a little, ask some of the staff to give up their seats, or hold it as a conversation, not \
             a hearing.",
            "The first round is for those who use the place. Then come the others. The leader speaks last.",
            what,
            "Never write names. If there are fewer than three in the room with the same role, write “participant”.",
            "Take both breaks, even when the talk goes well.",
            "End by saying what has been said, what happens now, and when people will hear about it.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn evidence_line(&self, evidence: &Evidence) -> String {
        let about = about(&evidence.document_kind, &evidence.date);
        let kind = self.evidence_kind(evidence.kind);
        format!("{kind}: {}{about}. {}", evidence.title.trim(), full_stop(&shortened(evidence.text.trim())))
    }

    fn rated(&self, indicator: &str, rating: Rating) -> String {
        format!("Rating of {indicator}: {}.", self.rating(rating))
    }
}

/// LIX 20 at most.
fn easy_page(facts: &EasyFacts<'_>) -> Vec<Passage> {
    let what = match facts.number {
        HearingNumber::First => format!(
            "You told us some things about {}. Now we will talk about what you said. We call that a hearing.",
            facts.place.word
        ),
        HearingNumber::Second => {
            "Last time we talked about the answers. It was written down. Now we want to know: Is this what you said? What \
             should come first?"
                .to_owned()
        }
    };
    let mut page = vec![passage(
        "What is this?",
        vec![what, format!("At least half of us in the room {}.", facts.place.uses)],
    )];
    if !facts.themes.is_empty() {
        page.push(passage(
            "What we will talk about",
            facts.themes.iter().map(|theme| full_stop(theme)).collect(),
        ));
    }
    let (min, max) = facts.scale;
    let smallest = English.number_word(facts.smallest);
    let numbers = if facts.figures {
        let mut ends = vec![format!("The figures go from {min} to {max}.")];
        if let Some((first, last)) = facts.ends.filter(|(first, _)| *first != min.to_string()) {
            for (step, label) in [(min, first), (max, last)] {
                ends.push(format!("{step} is {}.", English.quoted(&English.inside(label))));
            }
        }
        ends.push("Where it says n = 8, eight people have answered.".to_owned());
        ends.push(format!("We show figures only when at least {smallest} have answered."));
        ends
    } else {
        vec![
            "There are no figures.".to_owned(),
            format!(
                "We show figures only when at least {smallest} have answered. We can talk about it all the same."
            ),
        ]
    };
    page.push(passage("How to read the figures", numbers));
    let after = match facts.number {
        HearingNumber::First => "There will be one more meeting. Then there will be a short report.",
        HearingNumber::Second => {
            "Now there will be a short report. The leader has to answer it. You will hear what happens."
        }
    };
    page.push(passage(
        "What comes next?",
        vec!["What we say is written down without names.".to_owned(), after.to_owned()],
    ));
    page
}
