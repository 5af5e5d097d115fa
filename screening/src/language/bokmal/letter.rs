//! Letters, agendas and conversation cards in Bokmål. To users: a *peiling* of the place, LIX 20 at most.

use super::Bokmal;
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

impl LetterWords for Bokmal {
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
        format!("Samtalekort: {place}")
    }

    fn cards_how(&self, place: PlaceWords<'_>) -> [String; 4] {
        [
            "Klipp ut kortene, og legg dem med teksten opp. Velg selv hvilke dere vil snakke om.".to_owned(),
            format!("Les kortet høyt. Alle får tid til å tenke. De som {}, snakker først.", place.uses),
            "Spør: Stemmer dette hos oss? Når? Hva skal til?".to_owned(),
            "Skriv ned det dere er enige om, og det dere ser ulikt på. Skriv ingen navn.".to_owned(),
        ]
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(not(target_arch = "wasm32"))]
fn minutes(count: u32) -> String {
    if count == 1 { "1 minutt".to_owned() } else { format!("{count} minutter") }
}

/// The leader's promise and whom to call, where they are there.
#[cfg(not(target_arch = "wasm32"))]
fn promise_and_contact(facts: &LetterFacts<'_>) -> impl Iterator<Item = String> {
    let promise = (!facts.leader_promise.is_empty())
        .then(|| format!("Dette lover lederen: {}", full_stop(facts.leader_promise)));
    let contact = (!facts.contact.is_empty())
        .then(|| format!("Har du spørsmål, så ring til {}", full_stop(facts.contact)));
    promise.into_iter().chain(contact)
}

#[cfg(not(target_arch = "wasm32"))]
fn greeting() -> String {
    "Vennlig hilsen\nPlanleggingsgruppen".to_owned()
}

#[cfg(not(target_arch = "wasm32"))]
fn invite_users(facts: &LetterFacts<'_>) -> Letter {
    let LetterFacts { place, called, opens, closes, hearing_one, hearing_two, .. } = facts;
    let how = if facts.on_screen {
        format!(
            "Du får en lapp med en kode. Du trekker den selv fra en bunke. Da vet ingen hvilken kode du har. Du kan svare \
             fra {opens} til {closes}. Det er {} utsagn. Det tar rundt {}.",
            facts.statements,
            minutes(facts.minutes)
        )
    } else {
        "Du skal ikke svare på en skjerm. Vi snakker sammen ut fra noen kort. På hvert kort står det et utsagn."
            .to_owned()
    };
    let unnamed = if facts.on_screen {
        "Du svarer uten navn. De ansatte kan ikke se hva du svarer. Det kan ikke lederen heller."
    } else {
        "Du kan gjerne tie stille. Det blir skrevet ned uten navn."
    };
    let mut opening = vec![
        format!("Kjære alle som bruker {place}"),
        format!(
            "Vi vil gjerne høre hvordan det er å {}. Derfor tar vi en peiling. Det handler om {}. Det handler ikke om deg.",
            called.to_use, called.word
        ),
        how,
        unnamed.to_owned(),
        "Du bestemmer selv om du vil være med. Sier du nei, får du den samme hjelpen som før. Vil du ha hjelp til å svare, \
         så spør en du stoler på."
            .to_owned(),
        format!("Det blir holdt to møter om svarene. Det er {hearing_one} og {hearing_two}. Kom og vær med."),
    ];
    opening.extend(promise_and_contact(facts));
    Letter {
        subject: format!("Hvordan er det å {}?", called.to_use),
        opening,
        points: Vec::new(),
        ending: vec![greeting()],
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn invite_staff(facts: &LetterFacts<'_>) -> Letter {
    let LetterFacts { place, called, opens, closes, hearing_one, hearing_two, .. } = facts;
    let smallest = Bokmal.number_word(facts.smallest);
    let leaders = if facts.joint { " Ledelsen gir ett felles svar." } else { "" };
    let mut opening = vec![
        "Kjære kolleger".to_owned(),
        format!(
            "Fra {opens} til {closes} spør vi alle som bruker {place} eller arbeider der: Støtter vi folk i å komme seg og få \
             det livet de ønsker? Vi kaller det en peiling. Den handler om {}. Den måler ingen av oss.",
            called.word
        ),
        format!(
            "Du trekker en lapp med en kode og svarer på {} utsagn. Det tar rundt {}, og det kan gjerne være i \
             arbeidstiden. Du svarer uten navn, og vi viser bare tall for gruppen når minst {smallest} har svart.{leaders}",
            facts.statements,
            minutes(facts.minutes)
        ),
        "Det er frivillig for alle. Hjelper du en bruker med å svare, så les opp slik det står. Ikke pek på svar, og ikke \
         fortell det videre."
            .to_owned(),
        format!(
            "Etterpå holder vi to høringer der minst halvparten er brukere: {hearing_one} og {hearing_two}. Sett gjerne av \
             dagene nå."
        ),
    ];
    opening.extend(promise_and_contact(facts));
    Letter { subject: format!("Peiling: {place}"), opening, points: Vec::new(), ending: vec![greeting()] }
}

#[cfg(not(target_arch = "wasm32"))]
fn remind(facts: &LetterFacts<'_>) -> Letter {
    let mut opening = vec![
        "Kjære alle".to_owned(),
        "Takk til dere som har svart. Du rekker det fortsatt, hvis du vil.".to_owned(),
        format!("Siste dag er {}. Har du ikke lappen din, så spør etter en ny.", facts.closes),
        "Du bestemmer selv. Alle får dette brevet. For vi kan ikke se hvem som har svart.".to_owned(),
    ];
    opening.extend(promise_and_contact(facts).skip(usize::from(!facts.leader_promise.is_empty())));
    Letter {
        subject: "Du rekker fortsatt å svare".to_owned(),
        opening,
        points: Vec::new(),
        ending: vec![greeting()],
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing_one(facts: &LetterFacts<'_>) -> Letter {
    hearing(
        format!("Kom og snakk om {} {}", facts.called.word, facts.hearing_one),
        [
            format!("Kjære alle som kjenner {}", facts.place),
            format!(
                "Nå er svarene her snart. Vi ses på et møte {}. Der ser vi på dem sammen. Hva er bra? Hva vil vi endre?",
                facts.hearing_one
            ),
        ],
        facts,
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn hearing_two(facts: &LetterFacts<'_>) -> Letter {
    hearing(
        format!("Er det dette dere sa? Møte {}", facts.hearing_two),
        [
            format!("Kjære alle som kjenner {}", facts.place),
            format!(
                "Vi ses på det andre møtet {}. Dere får se hva vi skrev ned sist. Stemmer det? Hva skal komme først? Du kan \
                 godt være med selv om du ikke var der sist.",
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
            "Minst halvparten i rommet er folk som {}. De snakker først. Møtet varer i to og en halv time med to pauser.",
            facts.called.uses
        ),
        "Du bestemmer selv hva du vil si. Du kan gjerne tie stille. Det blir skrevet ned uten navn. Du kan gå ut når du \
         vil. Du kan ta med en du er trygg på."
            .to_owned(),
        "Vi gir mat og kaffe. Vi betaler reisen din.".to_owned(),
        "Vil du være med? Si det til en i gruppen. Er vi flere enn det er plass til, trekker vi lodd.".to_owned(),
    ]);
    opening.extend(promise_and_contact(facts).skip(usize::from(!facts.leader_promise.is_empty())));
    Letter { subject, opening, points: Vec::new(), ending: vec![greeting()] }
}
