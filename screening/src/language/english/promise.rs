//! Promise, slip and receipt in English. To users: a screening of the place, *topic*, *the staff*, LIX 20 at most.

use super::English;
use super::numbers::{singular, with_article};
use super::{pilot, rights};
use crate::language::sentence::{full_stop, is_date, own_date};
use crate::language::{Chair, Numbers, PilotWords, PromiseFacts, PromiseWords};
use crate::promise::Passage;

/// Whom to call where the screening names nobody.
const USUAL_CRISIS_LINE: &str = "Livslinien: 70 201 201";

impl PromiseWords for English {
    fn before_you_start(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        match facts.chair {
            Chair::ServiceUser => service_user(facts),
            Chair::Other => other(facts),
            Chair::InRole => in_role(facts),
        }
    }

    fn leader_promise(&self, facts: &PromiseFacts<'_>) -> Option<String> {
        let whose = if facts.chair == Chair::InRole { "You have promised" } else { "The leader’s promise" };
        (!facts.leader_promise.is_empty()).then(|| format!("{whose}: {}", full_stop(facts.leader_promise)))
    }

    fn contact(&self, facts: &PromiseFacts<'_>) -> Option<String> {
        (!facts.contact.is_empty())
            .then(|| format!("Do you want to ask about it? Call {}", full_stop(facts.contact)))
    }

    fn receipt(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let meetings = match facts.hearings {
            "" => "There will be two meetings about the answers.".to_owned(),
            hearings => format!("There will be two meetings about the answers: {}", full_stop(hearings)),
        };
        let mut lines = vec![
            "Now no one can find what you sent.".to_owned(),
            meetings,
            "You are welcome at both.".to_owned(),
            hear_back(facts),
        ];
        if facts.chair == Chair::InRole {
            lines[0] =
                "The answers are shown as management’s. They can’t be found again and corrected.".to_owned();
        }
        lines.extend(self.leader_promise(facts));
        lines.extend(self.contact(facts));
        lines.push(format!(
            "If you are having a hard time now, talk to someone you feel safe with. {}",
            crisis(facts.crisis_line)
        ));
        lines
    }

    fn slip(&self, facts: &PromiseFacts<'_>) -> [String; 2] {
        match facts.chair {
            Chair::ServiceUser => [
                format!("What is it like to {}? We would like to hear what you think.", facts.place.to_use),
                "You decide if you want to answer. You do not give your name.".to_owned(),
            ],
            Chair::Other => [
                format!("How do you work {}? We would like to hear what you see.", facts.place.at),
                "You decide if you want to answer. You do not give your name.".to_owned(),
            ],
            Chair::InRole => [
                format!("How do you work {}? {}", facts.place.at, as_what(facts)),
                "Your answers are shown as management’s. You can skip.".to_owned(),
            ],
        }
    }

    fn rights(&self, facts: &PromiseFacts<'_>) -> Vec<Passage> {
        rights::rights(facts)
    }

    fn how_it_works(&self, facts: &PromiseFacts<'_>) -> Vec<Passage> {
        rights::how_it_works(facts)
    }

    fn usual_crisis_line(&self) -> &'static str {
        USUAL_CRISIS_LINE
    }

    fn pilot(&self) -> &'static PilotWords {
        &pilot::PILOT
    }

    fn beside_text(&self, crisis_line: &str) -> String {
        format!(
            "It will be some weeks before anyone reads what you write. If you are having a hard time now, talk to someone you \
             feel safe with. {}",
            crisis(crisis_line)
        )
    }
}

/// Ten lines to someone who uses the place.
fn service_user(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = English.number_word(facts.smallest);
    let reader = match facts.reader {
        "" => "What you write is read by one person, who takes names out.".to_owned(),
        reader => format!("{reader} reads what you write, and takes names out."),
    };
    vec![
        format!("It is about {}. It is not about you.", facts.place.word),
        "You decide if you want to answer. If you say no, you get the same help as before.".to_owned(),
        format!(
            "There are {} statements. It takes about {}. You may skip, and you may take a break.",
            facts.statements,
            minutes(facts)
        ),
        "You do not give your name.".to_owned(),
        "The staff can’t see what you answer. Nor can the leader.".to_owned(),
        format!("We show figures only when at least {smallest} have answered."),
        reader,
        "Once you have sent it, no one can find your answers again. So you can’t change them either."
            .to_owned(),
        "Someone you trust may help you. They will see your answers, but may not answer for you.".to_owned(),
        format!("We use the answers at two meetings and in a short report. {}", hear_back(facts)),
    ]
}

/// Ten lines to another protected group.
fn other(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = English.number_word(facts.smallest);
    let reader = match facts.reader {
        "" => "What you write in your own words is read by one person, who takes names out.".to_owned(),
        reader => format!("{reader} reads what you write in your own words, and takes names out."),
    };
    vec![
        format!("It is about {} and the way you work. It is not about you.", facts.place.word),
        "You decide if you want to answer. Nothing follows from not answering.".to_owned(),
        format!(
            "There are {} statements. It takes about {}. You can skip and take a break.",
            facts.statements,
            minutes(facts)
        ),
        "You do not give your name.".to_owned(),
        "Neither leader nor colleagues can see what you have answered.".to_owned(),
        format!("We show figures for your group only when at least {smallest} have answered."),
        reader,
        "Once you have sent it, no one can find your answer again. So it can’t be corrected or deleted either."
            .to_owned(),
        format!("Write about how things are done {}. Never write about a particular person.", facts.place.at),
        format!("The answers are used at two meetings and in a short report. {}", hear_back(facts)),
    ]
}

/// Ten lines to those who answer in role: that they can be recognised comes first.
fn in_role(facts: &PromiseFacts<'_>) -> Vec<String> {
    if facts.joint.is_some() {
        return together(facts);
    }
    let seen = match facts.invited {
        Some(1) => "Everyone who reads the report can see what you have answered.".to_owned(),
        Some(few) if few < facts.smallest => {
            "Your answers are shown together as management’s. You are few, so others can work out what you have answered."
                .to_owned()
        }
        _ => "Your answers are shown together as management’s, even when you are few. Then others can work out what you have \
              answered."
            .to_owned(),
    };
    let smallest = English.number_word(facts.smallest);
    vec![
        as_what(facts),
        seen,
        "You decide if you want to answer. You can skip.".to_owned(),
        format!("It is about how you work {}. It is not about you as a person.", facts.place.at),
        format!(
            "There are {} statements. It takes about {}. You can take a break on the way.",
            facts.statements,
            minutes(facts)
        ),
        "You do not write your name.".to_owned(),
        "What you write in your own words is shown as management’s.".to_owned(),
        format!(
            "The other groups are protected: We show their figures only when at least {smallest} have answered."
        ),
        "Once you have sent it, your answer can’t be found, corrected or deleted.".to_owned(),
        format!("The answers are used at two meetings and in a short report. {}", hear_back(facts)),
    ]
}

/// Ten lines to those who give one answer together: they sit side by side before one screen.
fn together(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = English.number_word(facts.smallest);
    vec![
        as_what(facts),
        "Everyone who reads the report can see what you have answered.".to_owned(),
        "You decide if you want to answer. You can skip.".to_owned(),
        "If you disagree, skip it and bring it up at the hearing. That is an answer too.".to_owned(),
        format!(
            "There are {} statements. Set aside plenty of time to talk about them. You can take a break on the way.",
            facts.statements
        ),
        "You do not write any names.".to_owned(),
        "What you write in your own words is shown as management’s.".to_owned(),
        format!(
            "The other groups are protected: We show their figures only when at least {smallest} have answered."
        ),
        "Once you have sent it, the answer can’t be found, corrected or deleted.".to_owned(),
        format!("The answers are used at two meetings and in a short report. {}", hear_back(facts)),
    ]
}

/// *You are answering as a leader. There is 1 leader at the place.*
fn as_what(facts: &PromiseFacts<'_>) -> String {
    match facts.joint {
        Some(people @ 2..) => {
            let people = English.number_word(people);
            return format!("You are answering together. It is one joint answer from the {people} of you.");
        }
        Some(_) => return "You are answering together. It is one joint answer.".to_owned(),
        None => {}
    }
    let group = English.inside(facts.group);
    let one = singular(facts.group);
    let at = facts.place.at;
    let role = match &one {
        Some(one) => format!("You are answering as {}.", with_article(one)),
        None => format!("You are answering as one of the group {}.", English.quoted(facts.group)),
    };
    match (facts.invited, one) {
        (Some(1), Some(one)) => format!("{role} There is 1 {one} {at}."),
        (Some(count), Some(_)) => format!("{role} There are {count} {group} {at}."),
        (Some(count), None) => format!("{role} There are {count} of you {at}."),
        (None, _) => role,
    }
}

pub(super) fn minutes(facts: &PromiseFacts<'_>) -> String {
    if facts.minutes == 1 { "1 minute".to_owned() } else { format!("{} minutes", facts.minutes) }
}

/// When one hears back: after a date *by*, after free words as they stand.
pub(super) fn hear_back(facts: &PromiseFacts<'_>) -> String {
    match facts.hear_back {
        "" => "You will be told what comes of it.".to_owned(),
        date if is_date(date) => format!("You will hear from us by {}", full_stop(&own_date(date, &English))),
        words => format!("You will hear from us {}", full_stop(words)),
    }
}

pub(super) fn crisis(line: &str) -> String {
    let line = line.trim();
    // A screening that names its own number may have written the rest too.
    if line.contains("112") {
        full_stop(line)
    } else {
        format!("{} If there is danger, call 112.", full_stop(line))
    }
}
