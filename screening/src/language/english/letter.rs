//! Letters, agendas and conversation cards in English. To users: a screening of the place, LIX 20 at most.

use super::English;
#[cfg(not(target_arch = "wasm32"))]
use super::agenda;
use crate::instrument::PlaceWords;
#[cfg(not(target_arch = "wasm32"))]
use crate::language::LetterFacts;
#[cfg(not(target_arch = "wasm32"))]
use crate::language::sentence::full_stop;
use crate::language::{LetterWords, Numbers};
#[cfg(not(target_arch = "wasm32"))]
use crate::letter::{Letter, LetterKind};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl LetterWords for English {
    fn day(&self, weekday: u8, year: i16, month: i8, day: i8) -> String {
        let name = WEEKDAYS.get(usize::from(weekday)).copied().unwrap_or_default();
        format!("{name} {}", self.date(year, month, day))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn letter(&self, kind: LetterKind, facts: &LetterFacts<'_>) -> Letter {
        match kind {
            LetterKind::InviteUsers => invite_users(facts),
            LetterKind::InviteStaff => invite_staff(facts),
            LetterKind::Remind => remind(facts),
            LetterKind::InviteHearingOne => hearing_one(facts),
            LetterKind::InviteHearingTwo => hearing_two(facts),
            LetterKind::AgendaPlanning => agenda::planning(facts),
            LetterKind::AgendaLeader => agenda::leader(facts),
            LetterKind::AgendaHearingOne => agenda::hearing_one(facts),
            LetterKind::AgendaHearingTwo => agenda::hearing_two(facts),
            LetterKind::AgendaHandOver => agenda::hand_over(facts),
        }
    }

    fn agenda_point(&self, minutes: u32, what: &str) -> String {
        format!("{minutes} min – {what}")
    }

    fn cards_title(&self, place: &str) -> String {
        format!("Conversation cards: {place}")
    }

    fn cards_how(&self, place: PlaceWords<'_>) -> [String; 4] {
        [
            "Cut out the cards, and lay them with the text up. Choose which ones you want to talk about."
                .to_owned(),
            format!(
                "Read the card aloud. Everyone gets time to think. Those who {} speak first.",
                place.uses
            ),
            "Ask: Is this true here? When? What would it take?".to_owned(),
            "Write down what you agree on, and what you see differently. Write no names.".to_owned(),
        ]
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(not(target_arch = "wasm32"))]
fn minutes(count: u32) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}

/// The leader's promise and whom to call, where they are there.
#[cfg(not(target_arch = "wasm32"))]
fn promise_and_contact(facts: &LetterFacts<'_>) -> impl Iterator<Item = String> {
    let promise = (!facts.leader_promise.is_empty())
        .then(|| format!("The leader’s promise: {}", full_stop(facts.leader_promise)));
    let contact = (!facts.contact.is_empty())
        .then(|| format!("Do you want to ask about it? Call {}", full_stop(facts.contact)));
    promise.into_iter().chain(contact)
}

#[cfg(not(target_arch = "wasm32"))]
fn greeting() -> String {
    "Kind regards\nThe planning group".to_owned()
}

#[cfg(not(target_arch = "wasm32"))]
fn invite_users(facts: &LetterFacts<'_>) -> Letter {
    let LetterFacts { place, called, opens, closes, hearing_one, hearing_two, .. } = facts;
    let how = if facts.on_screen {
        format!(
            "You get a slip with a code. You draw it from a pile yourself. That way no one knows which code you have. You can \
             answer from {opens} to {closes}. There are {} statements. It takes about {}.",
            facts.statements,
            minutes(facts.minutes)
        )
    } else {
        "You do not have to answer on a screen. We talk together with some cards. Each card has a statement on it."
            .to_owned()
    };
    let unnamed = if facts.on_screen {
        "You do not give your name. The staff can’t see what you answer. Nor can the leader."
    } else {
        "You may keep quiet. It is written down without names."
    };
    let mut opening = vec![
        format!("Dear all who use {place}"),
        format!(
            "We would like to hear what it is like to {}. So we are doing a screening. It is about {}. It is not about \
             you.",
            called.to_use, called.word
        ),
        how,
        unnamed.to_owned(),
        "You decide if you want to take part. If you say no, you get the same help as before. If you want help to answer, ask \
         someone you trust."
            .to_owned(),
        format!("There will be two meetings about the answers. They are on {hearing_one} and {hearing_two}. Do come."),
    ];
    opening.extend(promise_and_contact(facts));
    Letter {
        subject: format!("What is it like to {}?", called.to_use),
        opening,
        points: Vec::new(),
        ending: vec![greeting()],
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn invite_staff(facts: &LetterFacts<'_>) -> Letter {
    let LetterFacts { place, called, opens, closes, hearing_one, hearing_two, .. } = facts;
    let smallest = English.number_word(facts.smallest);
    let leaders = if facts.joint { " Management gives one joint answer." } else { "" };
    let mut opening = vec![
        "Dear colleagues".to_owned(),
        format!(
            "From {opens} to {closes} we ask everyone who uses {place} or works there: Do we support people in recovering and \
             having the life they want? We call it a screening: we take a bearing. It is about {}. It measures none of us.",
            called.word
        ),
        format!(
            "You draw a slip with a code and answer {} statements. It takes about {}, and you may do it during working hours. \
             You do not give your name, and we show figures for the group only when at least {smallest} have \
             answered.{leaders}",
            facts.statements,
            minutes(facts.minutes)
        ),
        "It is voluntary for everyone. If you help a user to answer, read it aloud as it stands. Don’t point at answers, and \
         don’t pass anything on."
            .to_owned(),
        format!(
            "Afterwards we hold two hearings where at least half are users: {hearing_one} and {hearing_two}. Please put them \
             in your calendar now."
        ),
    ];
    opening.extend(promise_and_contact(facts));
    Letter { subject: format!("Screening: {place}"), opening, points: Vec::new(), ending: vec![greeting()] }
}

#[cfg(not(target_arch = "wasm32"))]
fn remind(facts: &LetterFacts<'_>) -> Letter {
    let mut opening = vec![
        "Dear all".to_owned(),
        "Thank you to those who have answered. There is still time, if you want to.".to_owned(),
        format!("The last day is {}. If you don’t have your slip, ask for a new one.", facts.closes),
        "You decide. We send this letter to all of you. For we can’t see who has answered.".to_owned(),
    ];
    opening.extend(promise_and_contact(facts).skip(usize::from(!facts.leader_promise.is_empty())));
    Letter {
        subject: "There is still time to answer".to_owned(),
        opening,
        points: Vec::new(),
        ending: vec![greeting()],
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing_one(facts: &LetterFacts<'_>) -> Letter {
    hearing(
        format!("Come and talk about {} on {}", facts.called.word, facts.hearing_one),
        [
            format!("Dear all who know {}", facts.place),
            format!(
                "The answers will soon be here. We meet on {}. There we look at them together. What is good? What do we want \
                 to change?",
                facts.hearing_one
            ),
        ],
        facts,
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing_two(facts: &LetterFacts<'_>) -> Letter {
    hearing(
        format!("Is this what you said? Meeting on {}", facts.hearing_two),
        [
            format!("Dear all who know {}", facts.place),
            format!(
                "The second meeting is on {}. You will see what we wrote down last time. Is it right? What should come first? \
                 You can come even if you were not there last time.",
                facts.hearing_two
            ),
        ],
        facts,
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing(subject: String, first: [String; 2], facts: &LetterFacts<'_>) -> Letter {
    let mut opening = Vec::from(first);
    opening.extend([
        format!(
            "At least half of those in the room {}. They speak first. The meeting lasts two and a half hours with two breaks.",
            facts.called.uses
        ),
        "You decide what you want to say. You may keep quiet. It is written down without names. You can leave the room when \
         you like. You may bring someone you feel safe with."
            .to_owned(),
        "We give you food and coffee. We pay for your trip.".to_owned(),
        "Do you want to come? Tell someone in the group. If there are more of you than there is room for, we draw lots."
            .to_owned(),
    ]);
    opening.extend(promise_and_contact(facts).skip(usize::from(!facts.leader_promise.is_empty())));
    Letter { subject, opening, points: Vec::new(), ending: vec![greeting()] }
}
