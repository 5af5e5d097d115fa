//! Promise, slip and receipt in Bokmål. To users: a *peiling* of the place, *tema*, *de ansatte*, LIX 20 at most.

use super::Bokmal;
use super::numbers::singular;
use super::{pilot, rights};
use crate::language::sentence::{full_stop, is_date, own_date};
use crate::language::{Chair, Numbers, PilotWords, PromiseFacts, PromiseWords};
use crate::promise::Passage;

/// Whom to call where the screening names nobody.
const USUAL_CRISIS_LINE: &str = "Mental Helse: 116 123";

impl PromiseWords for Bokmal {
    fn before_you_start(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        match facts.chair {
            Chair::ServiceUser => service_user(facts),
            Chair::Other => other(facts),
            Chair::InRole => in_role(facts),
        }
    }

    fn leader_promise(&self, facts: &PromiseFacts<'_>) -> Option<String> {
        let whose = if facts.chair == Chair::InRole { "Dette har dere lovet" } else { "Dette lover lederen" };
        (!facts.leader_promise.is_empty()).then(|| format!("{whose}: {}", full_stop(facts.leader_promise)))
    }

    fn contact(&self, facts: &PromiseFacts<'_>) -> Option<String> {
        (!facts.contact.is_empty())
            .then(|| format!("Har du spørsmål, så ring til {}", full_stop(facts.contact)))
    }

    fn receipt(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let meetings = match facts.hearings {
            "" => "Det blir holdt to møter om svarene.".to_owned(),
            hearings => format!("Det blir holdt to møter om svarene: {}", full_stop(hearings)),
        };
        let mut lines = vec![
            "Nå kan ingen finne svarene dine igjen.".to_owned(),
            meetings,
            "Du er velkommen på møtene.".to_owned(),
            hear_back(facts),
        ];
        if facts.chair == Chair::InRole {
            lines[0] = "Svarene blir vist som ledelsens. De kan ikke finnes igjen og rettes.".to_owned();
        }
        lines.extend(self.leader_promise(facts));
        lines.extend(self.contact(facts));
        lines.push(format!(
            "Har du det vondt nå, så snakk med en du er trygg på. {}",
            crisis(facts.crisis_line)
        ));
        lines
    }

    fn slip(&self, facts: &PromiseFacts<'_>) -> [String; 2] {
        match facts.chair {
            Chair::ServiceUser => [
                format!("Hvordan er det å {}? Vi vil gjerne høre hva du synes.", facts.place.to_use),
                "Du bestemmer selv om du vil svare. Du svarer uten navn.".to_owned(),
            ],
            Chair::Other => [
                format!("Hvordan arbeider dere {}? Vi vil gjerne høre hva du ser.", facts.place.at),
                "Du bestemmer selv om du vil svare. Du svarer uten navn.".to_owned(),
            ],
            Chair::InRole => [
                format!("Hvordan arbeider dere {}? {}", facts.place.at, as_what(facts)),
                "Svarene deres blir vist som ledelsens. Du kan hoppe over.".to_owned(),
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
            "Det du skriver, blir først lest om noen uker. Har du det vondt nå, så snakk med en du er trygg på. {}",
            crisis(crisis_line)
        )
    }
}

/// Ten lines to someone who uses the place.
fn service_user(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = Bokmal.number_word(facts.smallest);
    let reader = match facts.reader {
        "" => "Det du skriver, blir lest av én som tar ut navn.".to_owned(),
        reader => format!("{reader} leser det du skriver, og tar ut navn."),
    };
    vec![
        format!("Det handler om {}. Det handler ikke om deg.", facts.place.word),
        "Du bestemmer selv om du vil svare. Sier du nei, får du den samme hjelpen som før.".to_owned(),
        format!(
            "Det er {} utsagn. Det tar rundt {}. Du kan hoppe over, og du kan ta pause.",
            facts.statements,
            minutes(facts)
        ),
        "Du svarer uten navn.".to_owned(),
        "De ansatte kan ikke se hva du svarer. Det kan ikke lederen heller.".to_owned(),
        format!("Vi viser bare tall når minst {smallest} har svart."),
        reader,
        "Når du har sendt, kan ingen finne svarene dine igjen. Da kan du heller ikke rette på dem."
            .to_owned(),
        "En du stoler på, kan gjerne hjelpe. Da ser hun eller han svarene dine, men kan ikke svare for deg."
            .to_owned(),
        format!("Vi bruker svarene på to møter og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// Ten lines to another protected group.
fn other(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = Bokmal.number_word(facts.smallest);
    let reader = match facts.reader {
        "" => "Det du skriver med egne ord, blir lest av én som tar ut navn.".to_owned(),
        reader => format!("{reader} leser det du skriver med egne ord, og tar ut navn."),
    };
    vec![
        format!("Det handler om {} og måten dere arbeider på. Det handler ikke om deg.", facts.place.word),
        "Du bestemmer selv om du vil svare. Det får ingen følger å la være.".to_owned(),
        format!(
            "Det er {} utsagn. Det tar rundt {}. Du kan hoppe over og ta pause.",
            facts.statements,
            minutes(facts)
        ),
        "Du svarer uten navn.".to_owned(),
        "Verken leder eller kolleger kan se hva du har svart.".to_owned(),
        format!("Vi viser bare tall for gruppen deres når minst {smallest} har svart."),
        reader,
        "Når du har sendt, kan ingen finne svaret ditt igjen. Derfor kan det heller ikke rettes eller slettes."
            .to_owned(),
        format!("Skriv om hvordan det gjøres {}. Skriv aldri om et bestemt menneske.", facts.place.at),
        format!("Svarene blir brukt på to møter og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// Ten lines to those who answer in role: that they can be recognised comes first.
fn in_role(facts: &PromiseFacts<'_>) -> Vec<String> {
    if facts.joint.is_some() {
        return together(facts);
    }
    let seen = match facts.invited {
        Some(1) => "Alle som leser rapporten, kan se hva du har svart.".to_owned(),
        Some(few) if few < facts.smallest => {
            "Svarene deres blir vist samlet som ledelsens. Dere er få, så andre kan regne ut hva du har svart."
                .to_owned()
        }
        _ => "Svarene deres blir vist samlet som ledelsens, også når dere er få. Da kan andre regne ut hva du har svart."
            .to_owned(),
    };
    let smallest = Bokmal.number_word(facts.smallest);
    vec![
        as_what(facts),
        seen,
        "Du bestemmer selv om du vil svare. Du kan hoppe over.".to_owned(),
        format!(
            "Det handler om hvordan dere arbeider {}. Det handler ikke om deg som menneske.",
            facts.place.at
        ),
        format!(
            "Det er {} utsagn. Det tar rundt {}. Du kan ta pause underveis.",
            facts.statements,
            minutes(facts)
        ),
        "Du skal ikke skrive navnet ditt.".to_owned(),
        "Det du skriver med egne ord, blir vist som ledelsens.".to_owned(),
        format!(
            "De andre gruppene er beskyttet: Vi viser bare tallene deres når minst {smallest} har svart."
        ),
        "Når du har sendt, kan svaret ditt verken finnes igjen, rettes eller slettes.".to_owned(),
        format!("Svarene blir brukt på to møter og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// Ten lines to those who give one answer together: they sit side by side before one screen.
fn together(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = Bokmal.number_word(facts.smallest);
    vec![
        as_what(facts),
        "Alle som leser rapporten, kan se hva dere har svart.".to_owned(),
        "Dere bestemmer selv om dere vil svare. Dere kan hoppe over.".to_owned(),
        "Er dere uenige, så hopp over, og ta det opp på høringen. Det er også et svar.".to_owned(),
        format!(
            "Det er {} utsagn. Sett av god tid til å snakke om dem. Dere kan ta pause underveis.",
            facts.statements
        ),
        "Dere skal ikke skrive navn.".to_owned(),
        "Det dere skriver med egne ord, blir vist som ledelsens.".to_owned(),
        format!(
            "De andre gruppene er beskyttet: Vi viser bare tallene deres når minst {smallest} har svart."
        ),
        "Når dere har sendt, kan svaret verken finnes igjen, rettes eller slettes.".to_owned(),
        format!("Svarene blir brukt på to møter og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// *Du svarer som leder. Dere er 1 leder på stedet.*
fn as_what(facts: &PromiseFacts<'_>) -> String {
    match facts.joint {
        Some(people @ 2..) => {
            let people = Bokmal.number_word(people);
            return format!("Dere svarer sammen. Det er ett felles svar fra dere {people}.");
        }
        Some(_) => return "Dere svarer sammen. Det er ett felles svar.".to_owned(),
        None => {}
    }
    let group = Bokmal.inside(facts.group);
    let one = singular(facts.group);
    let at = facts.place.at;
    let role = match &one {
        Some(one) => format!("Du svarer som {one}."),
        None => format!("Du svarer som en av gruppen {}.", Bokmal.quoted(facts.group)),
    };
    match (facts.invited, one) {
        (Some(1), Some(one)) => format!("{role} Det er 1 {one} {at}."),
        (Some(count), Some(_)) => format!("{role} Dere er {count} {group} {at}."),
        (Some(count), None) => format!("{role} Dere er {count} {at}."),
        (None, _) => role,
    }
}

pub(super) fn minutes(facts: &PromiseFacts<'_>) -> String {
    if facts.minutes == 1 { "1 minutt".to_owned() } else { format!("{} minutter", facts.minutes) }
}

/// When one hears back: after a date *senest*, after free words as they stand.
pub(super) fn hear_back(facts: &PromiseFacts<'_>) -> String {
    match facts.hear_back {
        "" => "Du får vite hva som kommer ut av det.".to_owned(),
        date if is_date(date) => format!("Du hører fra oss senest {}", full_stop(&own_date(date, &Bokmal))),
        words => format!("Du hører fra oss {}", full_stop(words)),
    }
}

/// Whom to call. 112 answers in Denmark and in Norway; the Norwegian line has the Norwegian ambulance beside it.
pub(super) fn crisis(line: &str) -> String {
    match line.trim() {
        USUAL_CRISIS_LINE => format!("{USUAL_CRISIS_LINE}. Er det fare for liv, så ring 113."),
        // A screening that names its own number may have written the rest too.
        line if line.contains("112") || line.contains("113") => full_stop(line),
        line => format!("{} Er det fare for liv, så ring 112.", full_stop(line)),
    }
}
