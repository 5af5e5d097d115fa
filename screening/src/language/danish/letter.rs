//! Letters, agendas and conversation cards in Danish. To users: a *pejling* of the place, LIX 20 at most.

use super::Danish;
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

const WEEKDAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

impl LetterWords for Danish {
    fn day(&self, weekday: u8, year: i16, month: i8, day: i8) -> String {
        let name = WEEKDAYS.get(usize::from(weekday)).copied().unwrap_or_default();
        format!("{name} den {}", self.date(year, month, day))
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
        format!("{minutes} min. – {what}")
    }

    fn cards_title(&self, place: &str) -> String {
        format!("Samtalekort: {place}")
    }

    fn cards_how(&self, place: PlaceWords<'_>) -> [String; 4] {
        [
            "Klip kortene ud, og læg dem med teksten opad. Vælg selv, hvilke I vil tale om.".to_owned(),
            format!("Læs kortet højt. Alle får tid til at tænke. De, der {}, taler først.", place.uses),
            "Spørg: Passer det her hos os? Hvornår? Hvad skal der til?".to_owned(),
            "Skriv det ned, I er enige om, og det, I ser forskelligt på. Skriv ingen navne.".to_owned(),
        ]
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn minutes(count: u32) -> String {
    if count == 1 { "1 minut".to_owned() } else { format!("{count} minutter") }
}

/// The leader's promise and whom to call, where they are there.
#[cfg(not(target_arch = "wasm32"))]
fn promise_and_contact(facts: &LetterFacts<'_>) -> impl Iterator<Item = String> {
    let promise = (!facts.leader_promise.is_empty())
        .then(|| format!("Det lover lederen: {}", full_stop(facts.leader_promise)));
    let contact = (!facts.contact.is_empty())
        .then(|| format!("Har du spørgsmål, så ring til {}", full_stop(facts.contact)));
    promise.into_iter().chain(contact)
}

#[cfg(not(target_arch = "wasm32"))]
fn texts<const N: usize>(lines: [String; N]) -> Vec<String> {
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn greeting() -> String {
    "Venlig hilsen\nPlanlægningsgruppen".to_owned()
}

#[cfg(not(target_arch = "wasm32"))]
fn invite_users(facts: &LetterFacts<'_>) -> Letter {
    let LetterFacts { place, called, opens, closes, hearing_one, hearing_two, .. } = facts;
    let how = if facts.on_screen {
        format!(
            "Du får en seddel med en kode. Du trækker den selv fra en bunke. Så ved ingen, hvilken kode du har. Du kan \
             svare fra {opens} til {closes}. Der er {} udsagn. Det tager cirka {}.",
            facts.statements,
            minutes(facts.minutes)
        )
    } else {
        "Du skal ikke svare på en skærm. Vi taler sammen ud fra nogle kort. På hvert kort står der et udsagn."
            .to_owned()
    };
    let unnamed = if facts.on_screen {
        "Du svarer uden navn. De ansatte kan ikke se, hvad du svarer. Det kan lederen heller ikke.".to_owned()
    } else {
        "Du må gerne tie stille. Det bliver skrevet ned uden navn.".to_owned()
    };
    let mut opening = texts([
        format!("Kære alle, der bruger {place}"),
        format!(
            "Vi vil gerne høre, hvordan det er at {}. Derfor laver vi en pejling. Det handler om {}. Det handler ikke om \
             dig.",
            called.to_use, called.word
        ),
        how,
        unnamed,
        "Du bestemmer selv, om du vil være med. Siger du nej, får du den samme hjælp som før. Vil du have hjælp til \
         at svare, så spørg en, du stoler på."
            .to_owned(),
        format!("Der bliver holdt to møder om svarene. Det er {hearing_one} og {hearing_two}. Kom og vær med."),
    ]);
    opening.extend(promise_and_contact(facts));
    Letter {
        subject: format!("Hvordan er det at {}?", called.to_use),
        opening,
        points: Vec::new(),
        ending: vec![greeting()],
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn invite_staff(facts: &LetterFacts<'_>) -> Letter {
    let LetterFacts { place, called, opens, closes, hearing_one, hearing_two, .. } = facts;
    let smallest = Danish.number_word(facts.smallest);
    let leaders = if facts.joint { " Ledelsen giver ét fælles svar." } else { "" };
    let mut opening = texts([
        "Kære kolleger".to_owned(),
        format!(
            "Fra {opens} til {closes} spørger vi alle, der bruger {place} eller arbejder der: Støtter vi folk i at komme \
             sig og få det liv, de ønsker? Vi kalder det en pejling. Den handler om {}. Den måler ingen af os.",
            called.word
        ),
        format!(
            "Du trækker en seddel med en kode og svarer på {} udsagn. Det tager cirka {}, og det må gerne være i \
             arbejdstiden. Du svarer uden navn, og vi viser kun tal for gruppen, når mindst {smallest} har svaret.{leaders}",
            facts.statements,
            minutes(facts.minutes)
        ),
        "Det er frivilligt for alle. Hjælper du en bruger med at svare, så læs op, som der står. Peg ikke på svar, og \
         fortæl det ikke videre."
            .to_owned(),
        format!(
            "Bagefter holder vi to høringer, hvor mindst halvdelen er brugere: {hearing_one} og {hearing_two}. Sæt gerne \
             kryds i kalenderen nu."
        ),
    ]);
    opening.extend(promise_and_contact(facts));
    Letter { subject: format!("Pejling: {place}"), opening, points: Vec::new(), ending: vec![greeting()] }
}

#[cfg(not(target_arch = "wasm32"))]
fn remind(facts: &LetterFacts<'_>) -> Letter {
    let mut opening = texts([
        "Kære alle".to_owned(),
        "Tak til jer, der har svaret. Du kan stadig nå det, hvis du vil.".to_owned(),
        format!("Sidste dag er {}. Har du ikke din seddel, så spørg efter en ny.", facts.closes),
        "Du bestemmer selv. Alle får det her brev. For vi kan ikke se, hvem der har svaret.".to_owned(),
    ]);
    opening.extend(promise_and_contact(facts).skip(usize::from(!facts.leader_promise.is_empty())));
    Letter {
        subject: "Du kan stadig nå at svare".to_owned(),
        opening,
        points: Vec::new(),
        ending: vec![greeting()],
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing_one(facts: &LetterFacts<'_>) -> Letter {
    hearing(
        format!("Kom og tal med om {} {}", facts.called.word, facts.hearing_one),
        [
            format!("Kære alle, der kender {}", facts.place),
            format!(
                "Nu er svarene her snart. Vi ses til et møde {}. Der ser vi på dem sammen. Hvad er godt? Hvad vil vi \
                 lave om?",
                facts.hearing_one
            ),
        ],
        facts,
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing_two(facts: &LetterFacts<'_>) -> Letter {
    hearing(
        format!("Er det det, I sagde? Møde {}", facts.hearing_two),
        [
            format!("Kære alle, der kender {}", facts.place),
            format!(
                "Vi ses til det andet møde {}. I får at se, hvad vi skrev ned sidst. Passer det? Hvad skal komme først? \
                 Du kan godt være med, selv om du ikke var der sidst.",
                facts.hearing_two
            ),
        ],
        facts,
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing(subject: String, first: [String; 2], facts: &LetterFacts<'_>) -> Letter {
    let mut opening = Vec::from(first);
    opening.extend(texts([
        format!(
            "Mindst halvdelen i rummet er folk, der {}. De taler først. Mødet varer to en halv time med to pauser.",
            facts.called.uses
        ),
        "Du bestemmer selv, hvad du vil sige. Du må gerne tie stille. Det bliver skrevet ned uden navn. Du kan gå ud, \
         når du vil. Du må tage en med, du er tryg ved."
            .to_owned(),
        "Vi giver mad og kaffe. Vi betaler din transport.".to_owned(),
        "Vil du med? Så sig det til en fra gruppen. Vil flere med, end der er plads til, trækker vi lod.".to_owned(),
    ]));
    opening.extend(promise_and_contact(facts).skip(usize::from(!facts.leader_promise.is_empty())));
    Letter { subject, opening, points: Vec::new(), ending: vec![greeting()] }
}
