//! Agendas in Bokmål: the planning group, the leader's talk, both hearings, the meeting where the report is handed over.

use super::Bokmal;
use crate::language::LetterFacts;
use crate::language::sentence::{HearingDay, full_stop, hearing_points, own_date, points};
use crate::letter::Letter;

pub(super) fn planning(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Planleggingsgruppens første møte, {}", facts.meets),
        opening: vec![format!(
            "{}. Minst to i gruppen er brukere. Møter det bare én, så finn en dag da dere er flere.",
            facts.place
        )],
        points: points([
            (10, "Velkommen. Hvem er vi, og hva håper vi at peilingen fører til?"),
            (15, "Hva er en peiling? Én leser opp hva de som svarer, får vite."),
            (20, "Er vi klare? Støtte, handlefrihet, samarbeid, tid og tilgang."),
            (15, "Hvem inviterer vi? Tell sammen, også nattevakter og faste vikarer."),
            (10, "Pause"),
            (15, "Hva lover lederen? Skriv det ned, så alle kan se det."),
            (15, "Datoene. Når passer det for dem som bruker stedet?"),
            (10, "Hvem gjør hva, og når ses vi igjen?"),
        ]),
        ending: vec!["Husk å betale brukerne for tid og reise, og sørg for noe å spise.".to_owned()],
    }
}

pub(super) fn leader(facts: &LetterFacts<'_>) -> Letter {
    let answer = if facts.answer_by.is_empty() {
        "Når svarer ledelsen på rapporten? Sett en dato.".to_owned()
    } else {
        format!(
            "Ledelsens svar på rapporten skal være klart: {}. Holder det?",
            own_date(facts.answer_by, &Bokmal)
        )
    };
    Letter {
        subject: format!("Samtale med lederen før høring 1, {}", facts.meets),
        opening: vec![
            "Dere ser på det samme materialet som deltakerne får til høringen, og ikke på noe annet. Samtalen er til for \
             at ingen skal bli tatt på senga. Ingenting blir endret."
                .to_owned(),
        ],
        points: vec![
            (10, "Det som ligger høyest. Hva kan dere bygge videre på?".to_owned()),
            (15, "Det som ligger lavt, og det som blir sett ulikt. Hva vekker det?".to_owned()),
            (10, "Lederens plass på høringen: lytte, spørre, snakke sist.".to_owned()),
            (5, answer),
            (5, "Hvem snakker lederen med etterpå, hvis det var vanskelig?".to_owned()),
        ],
        ending: Vec::new(),
    }
}

pub(super) fn hand_over(facts: &LetterFacts<'_>) -> Letter {
    let back = if facts.hear_back.is_empty() {
        "Alle som svarte, hører fra dere senest 14 dager etter.".to_owned()
    } else {
        format!(
            "Alle som svarte, er lovet beskjed: {}. Hvem sørger for det?",
            full_stop(&own_date(facts.hear_back, &Bokmal)).trim_end_matches('.')
        )
    };
    Letter {
        subject: format!("Rapporten blir overlevert, {}", facts.meets),
        opening: vec![
            "Til stede: ledelsen, to brukere fra høringene, en tillitsvalgt og planleggingsgruppen. Alle har lest rapporten \
             på forhånd."
                .to_owned(),
        ],
        points: vec![
            (5, "Velkommen. De to brukerne begynner.".to_owned()),
            (15, "Dette står sterkt. Hva vil vi ta vare på?".to_owned()),
            (20, "Steder å begynne. Hva kan vi gå i gang med i morgen?".to_owned()),
            (10, "Dette ber rapporten ledelsen svare på. Hvem svarer, og når?".to_owned()),
            (10, back),
        ],
        ending: vec!["Skriv referat av avtalene, og legg dem ved rapporten.".to_owned()],
    }
}

const fn day(closing: &str) -> HearingDay<'_> {
    HearingDay {
        welcome: "Velkommen. Kortet «Til alle i rommet» blir lest høyt, og vi teller hvem som er her.",
        theme: "Tema",
        pause: "Pause. Vi teller igjen etterpå.",
        closing,
    }
}

/// What everyone in the room may know beforehand. LIX 20 at most.
fn in_the_room(facts: &LetterFacts<'_>) -> String {
    format!(
        "Minst halvparten i rommet er folk som {}. De snakker først. Lederen snakker sist. Du kan gjerne tie stille.",
        facts.called.uses
    )
}

pub(super) fn hearing_one(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Dagsorden for høring 1, {}", facts.meets),
        opening: vec![format!("{}. I dag ser vi på svarene sammen. {}", facts.place, in_the_room(facts))],
        points: hearing_points(
            facts,
            day("Hva er vi enige om? Hva ser vi ulikt på? Hva skjer nå?"),
            |theme| format!("{theme}. Kjenner dere det igjen? Hva er bra? Hva vil vi endre?"),
        ),
        ending: vec!["Det blir skrevet ned uten navn. Vi ses igjen på høring 2.".to_owned()],
    }
}

pub(super) fn hearing_two(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Dagsorden for høring 2, {}", facts.meets),
        opening: vec![format!("{}. I dag ser vi på det dere sa sist. {}", facts.place, in_the_room(facts))],
        points: hearing_points(
            facts,
            day("Hva skal komme først? Hva skjer nå, og når kommer rapporten?"),
            |theme| format!("{theme}. Er det dette dere sa? Mangler det noe?"),
        ),
        ending: vec!["Det blir skrevet ned uten navn. Så kommer det en kort rapport.".to_owned()],
    }
}
