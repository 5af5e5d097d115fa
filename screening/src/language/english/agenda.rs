//! Agendas in English: the planning group, the leader's talk, both hearings, the meeting where the report is handed over.

use super::English;
use crate::language::LetterFacts;
use crate::language::sentence::{HearingDay, full_stop, hearing_points, own_date, points};
use crate::letter::Letter;

pub(super) fn planning(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("The planning group’s first meeting, {}", facts.meets),
        opening: vec![format!(
            "{}. At least two of the group are users. If only one comes, find a day when there are more of you.",
            facts.place
        )],
        points: points([
            (10, "Welcome. Who are we, and what do we hope the screening leads to?"),
            (15, "What is a screening? One of us reads out what those who answer are told."),
            (20, "Are we ready? Backing, freedom to act, working together, time and access."),
            (15, "Who do we invite? Count together, and remember night staff and regular temps."),
            (10, "Break"),
            (15, "What does the leader promise? Write it down where all can see it."),
            (15, "The dates. When does it suit those who use the place?"),
            (10, "Who does what, and when do we meet again?"),
        ]),
        ending: vec![
            "Remember to pay the users for their time and travel, and see to it that there is something to eat."
                .to_owned(),
        ],
    }
}

pub(super) fn leader(facts: &LetterFacts<'_>) -> Letter {
    let answer = if facts.answer_by.is_empty() {
        "When will management answer the report? Set a date.".to_owned()
    } else {
        format!(
            "Management’s answer to the report is to be ready: {}. Will that hold?",
            own_date(facts.answer_by, &English)
        )
    };
    Letter {
        subject: format!("Talk with the leader before hearing 1, {}", facts.meets),
        opening: vec![
            "You look at the same material that the participants get at the hearing, and at nothing else. The talk is there \
             so that nobody is taken by surprise. Nothing will be changed."
                .to_owned(),
        ],
        points: vec![
            (10, "What is highest. What can you build on?".to_owned()),
            (15, "What is low, and what is seen differently. What does it stir?".to_owned()),
            (10, "The leader’s place at the hearing: listen, ask, speak last.".to_owned()),
            (5, answer),
            (5, "Who can the leader talk to afterwards, if it was hard?".to_owned()),
        ],
        ending: Vec::new(),
    }
}

pub(super) fn hand_over(facts: &LetterFacts<'_>) -> Letter {
    let back = if facts.hear_back.is_empty() {
        "Everyone who answered will hear from you within 14 days.".to_owned()
    } else {
        format!(
            "Everyone who answered was promised word: {}. Who sees to it?",
            full_stop(&own_date(facts.hear_back, &English)).trim_end_matches('.')
        )
    };
    Letter {
        subject: format!("The report is handed over, {}", facts.meets),
        opening: vec![
            "Present: management, two users from the hearings, a staff representative and the planning group. Everyone has \
             read the report beforehand."
                .to_owned(),
        ],
        points: vec![
            (5, "Welcome. The two users begin.".to_owned()),
            (15, "What stands strong. What will we take care of?".to_owned()),
            (20, "Places to begin. What can we start on tomorrow?".to_owned()),
            (10, "What the report asks management to answer. Who will answer, and when?".to_owned()),
            (10, back),
        ],
        ending: vec!["Take minutes of what you agree, and put them with the report.".to_owned()],
    }
}

const fn day(closing: &str) -> HearingDay<'_> {
    HearingDay {
        welcome: "Welcome. The card “To everyone in the room” is read out, and we count who is here.",
        theme: "Topic",
        pause: "Break. We count again afterwards.",
        closing,
    }
}

/// What everyone in the room may know beforehand. LIX 20 at most.
fn in_the_room(facts: &LetterFacts<'_>) -> String {
    format!(
        "At least half of those in the room {}. They speak first. The leader speaks last. You may keep quiet.",
        facts.called.uses
    )
}

pub(super) fn hearing_one(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Agenda for hearing 1, {}", facts.meets),
        opening: vec![format!(
            "{}. Today we look at the answers together. {}",
            facts.place,
            in_the_room(facts)
        )],
        points: hearing_points(
            facts,
            day("What do we agree on? What do we see differently? What happens now?"),
            |theme| format!("{theme}. Is this how you know it? What is good? What do we want to change?"),
        ),
        ending: vec!["It is written down without names. We meet again at hearing 2.".to_owned()],
    }
}

pub(super) fn hearing_two(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Agenda for hearing 2, {}", facts.meets),
        opening: vec![format!(
            "{}. Today we look at what you said last time. {}",
            facts.place,
            in_the_room(facts)
        )],
        points: hearing_points(
            facts,
            day("What should come first? What happens now, and when will the report be here?"),
            |theme| format!("{theme}. Is this what you said? Is anything missing?"),
        ),
        ending: vec!["It is written down without names. Then there will be a short report.".to_owned()],
    }
}
