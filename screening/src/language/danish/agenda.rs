//! Agendas in Danish: the planning group, the leader's talk, both hearings, the meeting where the report is handed over.

use super::Danish;
use crate::language::LetterFacts;
use crate::language::sentence::{HearingDay, full_stop, hearing_points, own_date, points};
use crate::letter::Letter;

pub(super) fn planning(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Planlægningsgruppens første møde, {}", facts.meets),
        opening: vec![format!(
            "{}. Mindst to i gruppen er brugere. Møder der kun én, så find en dag, hvor I er flere.",
            facts.place
        )],
        points: points([
            (10, "Velkommen. Hvem er vi, og hvad håber vi, at pejlingen fører til?"),
            (15, "Hvad er en pejling? Én læser op, hvad de, der svarer, får at vide."),
            (20, "Er vi klar? Opbakning, handlefrihed, samarbejde, tid og adgang."),
            (15, "Hvem inviterer vi? Tæl sammen, også nattevagter og faste vikarer."),
            (10, "Pause"),
            (15, "Hvad lover lederen? Skriv det ned, så alle kan se det."),
            (15, "Datoerne. Hvornår passer det dem, der bruger stedet?"),
            (10, "Hvem gør hvad, og hvornår ses vi igen?"),
        ]),
        ending: vec!["Husk at betale brugerne for tid og transport, og sørg for noget at spise.".to_owned()],
    }
}

pub(super) fn leader(facts: &LetterFacts<'_>) -> Letter {
    let answer = if facts.answer_by.is_empty() {
        "Hvornår svarer ledelsen på rapporten? Sæt en dato.".to_owned()
    } else {
        format!(
            "Ledelsens svar på rapporten skal være klar: {}. Holder det?",
            own_date(facts.answer_by, &Danish)
        )
    };
    Letter {
        subject: format!("Samtale med lederen før høring 1, {}", facts.meets),
        opening: vec![
            "I ser på det samme materiale, som deltagerne får til høringen, og ikke på andet. Samtalen er til for, at \
             ingen bliver taget på sengen. Der bliver ikke lavet om på noget."
                .to_owned(),
        ],
        points: vec![
            (10, "Det, der ligger højest. Hvad kan I bygge videre på?".to_owned()),
            (15, "Det, der ligger lavt, og det, der bliver set forskelligt. Hvad vækker det?".to_owned()),
            (10, "Lederens plads på høringen: lytte, spørge, tale sidst.".to_owned()),
            (5, answer),
            (5, "Hvem taler lederen med bagefter, hvis det var svært?".to_owned()),
        ],
        ending: Vec::new(),
    }
}

pub(super) fn hand_over(facts: &LetterFacts<'_>) -> Letter {
    let back = if facts.hear_back.is_empty() {
        "Alle, der svarede, hører fra jer senest 14 dage efter.".to_owned()
    } else {
        format!(
            "Alle, der svarede, er lovet besked: {}. Hvem sørger for det?",
            full_stop(&own_date(facts.hear_back, &Danish)).trim_end_matches('.')
        )
    };
    Letter {
        subject: format!("Rapporten bliver overleveret, {}", facts.meets),
        opening: vec![
            "Til stede: ledelsen, to brugere fra høringerne, en repræsentant for medarbejderne og planlægningsgruppen. \
             Alle har læst rapporten inden."
                .to_owned(),
        ],
        points: vec![
            (5, "Velkommen. De to brugere begynder.".to_owned()),
            (15, "Det står stærkt. Hvad vil vi passe på?".to_owned()),
            (20, "Steder at begynde. Hvad kan vi gå i gang med i morgen?".to_owned()),
            (10, "Det beder rapporten ledelsen svare på. Hvem svarer, og hvornår?".to_owned()),
            (10, back),
        ],
        ending: vec!["Tag referat af aftalerne, og læg dem ved rapporten.".to_owned()],
    }
}

const fn day(closing: &str) -> HearingDay<'_> {
    HearingDay {
        welcome: "Velkommen. Kortet »Til alle i rummet« bliver læst højt, og vi tæller, hvem der er her.",
        theme: "Tema",
        pause: "Pause. Vi tæller igen bagefter.",
        closing,
    }
}

/// What everyone in the room may know beforehand. LIX 20 at most.
fn in_the_room(facts: &LetterFacts<'_>) -> String {
    format!(
        "Mindst halvdelen i rummet er folk, der {}. De taler først. Lederen taler sidst. Du må gerne tie stille.",
        facts.called.uses
    )
}

pub(super) fn hearing_one(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Dagsorden for høring 1, {}", facts.meets),
        opening: vec![format!("{}. I dag ser vi på svarene sammen. {}", facts.place, in_the_room(facts))],
        points: hearing_points(
            facts,
            day("Hvad er vi enige om? Hvad ser vi forskelligt på? Hvad sker der nu?"),
            |theme| format!("{theme}. Kan I kende det? Hvad er godt? Hvad vil vi lave om?"),
        ),
        ending: vec!["Det bliver skrevet ned uden navn. Vi ses igen til høring 2.".to_owned()],
    }
}

pub(super) fn hearing_two(facts: &LetterFacts<'_>) -> Letter {
    Letter {
        subject: format!("Dagsorden for høring 2, {}", facts.meets),
        opening: vec![format!("{}. I dag ser vi på det, I sagde sidst. {}", facts.place, in_the_room(facts))],
        points: hearing_points(
            facts,
            day("Hvad skal komme først? Hvad sker der nu, og hvornår kommer rapporten?"),
            |theme| format!("{theme}. Er det det, I sagde? Mangler der noget?"),
        ),
        ending: vec!["Det bliver skrevet ned uden navn. Så kommer der en kort rapport.".to_owned()],
    }
}
