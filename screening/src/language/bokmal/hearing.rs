//! The hearings in Bokmål.

use super::Bokmal;
use crate::evidence::{Evidence, Rating};
use crate::hearing::{Below, Half, HearingNumber, LineKind, Moment, SlotKind};
use crate::language::sentence::{about, full_stop, passage, shortened};
use crate::language::{EasyFacts, HearingWords, Names, Numbers, PaperWords};
use crate::picture::Figure;
use crate::promise::Passage;

impl HearingWords for Bokmal {
    fn hearing_name(&self, number: HearingNumber) -> &'static str {
        match number {
            HearingNumber::First => "Høring 1",
            HearingNumber::Second => "Høring 2",
        }
    }

    fn sitting_name(&self, number: HearingNumber, letter: Option<char>) -> String {
        let name = self.hearing_name(number);
        letter.map_or_else(|| name.to_owned(), |letter| format!("{name}, samling {letter}"))
    }

    fn conversation(&self) -> &'static str {
        "Samtale, ikke høring"
    }

    fn line_kind(&self, kind: LineKind) -> &'static str {
        match kind {
            LineKind::Agreed => "Enige",
            LineKind::Disagreed => "Uenige",
            LineKind::New => "Nytt",
            LineKind::Proposal => "Forslag",
            LineKind::Confirmed => "Ja, det sa vi",
            LineKind::Corrected => "Ikke helt",
            LineKind::Added => "Det mangler noe",
        }
    }

    fn participant(&self) -> &'static str {
        "deltaker"
    }

    fn users_of_the_place(&self) -> &'static str {
        "Brukere"
    }

    fn one_in_the_room(&self) -> &'static str {
        "en i rommet"
    }

    fn rewritten(&self) -> &'static str {
        "[rettet, så ingen kan kjennes igjen]"
    }

    fn half(&self, half: Half) -> String {
        let answer = if half.holds() { "ja" } else { "nei" };
        format!("{} av {} i rommet bruker stedet · minst halvparten: {answer}", half.users, half.total)
    }

    fn moment(&self, moment: Moment) -> &'static str {
        match moment {
            Moment::Start => "Ved starten",
            Moment::FirstBreak => "Etter første pause",
            Moment::SecondBreak => "Etter andre pause",
        }
    }

    fn below(&self, below: Below) -> &'static str {
        match below {
            Below::Waited => "Vi venter til det er kommet flere",
            Below::Seats => "Vi ber noen av de andre om å gi fra seg plassen",
            Below::Conversation => "Vi holder det som samtale, ikke høring",
        }
    }

    fn below_done(&self, below: Below) -> &'static str {
        match below {
            Below::Waited => "Brukerne var først under halvparten. Vi ventet på flere.",
            Below::Seats => {
                "Brukerne var først under halvparten. Noen av de andre ble bedt om å gi fra seg plassen."
            }
            Below::Conversation => "Brukerne var under halvparten. Det ble holdt som samtale, ikke høring.",
        }
    }

    fn missing(&self, half: Half) -> String {
        let more = match half.missing() {
            1 => "Kommer det én bruker til".to_owned(),
            missing => format!("Kommer det {} brukere til", self.number_word(u64::from(missing))),
        };
        let fewer = match (half.users, half.missing()) {
            // Where no user is, those who leave make no half.
            (0, _) => String::new(),
            (_, 1) => ", eller gir én av de andre fra seg plassen".to_owned(),
            (_, missing) => {
                format!(", eller gir {} av de andre fra seg plassen", self.number_word(u64::from(missing)))
            }
        };
        format!("{more}{fewer}, er det minst halvparten.")
    }

    fn is_role_heading(&self, cell: &str) -> bool {
        ["navn", "rolle", "deltaker", "deltakere", "gruppe", "hvem"]
            .contains(&cell.to_lowercase().trim_end_matches(':'))
    }

    fn is_plural_ending(&self, ending: &str) -> bool {
        ["", "e", "r", "er", "en", "et", "ne", "ene", "mer", "mene", "met"].contains(&ending)
    }

    fn is_other(&self, word: &str) -> bool {
        ["annen", "andre", "pårørende", "frivillig", "frivillige", "gjest", "gjester"].contains(&word)
    }

    fn is_helper(&self, word: &str) -> bool {
        ["tolk", "tolker", "hjelper", "hjelpere", "ledsager", "ledsagere", "støtteperson", "støttepersoner"]
            .contains(&word)
    }

    fn slot(&self, kind: SlotKind, theme: &str) -> String {
        match kind {
            SlotKind::Welcome => "Velkommen".to_owned(),
            SlotKind::Theme(_) => theme.to_owned(),
            SlotKind::Break => "Pause".to_owned(),
            SlotKind::Closing => "Hva har vi sagt, og hva skjer nå?".to_owned(),
        }
    }

    fn theme_heading(&self, place: usize, of: usize) -> String {
        format!("Tema {place} av {of}")
    }

    fn chair(&self, mean: Figure, max: u8, n: u64) -> String {
        format!("{} av {max} · {}", self.figure(mean), self.scored(n))
    }

    fn paper(&self) -> PaperWords {
        PaperWords {
            card: "Til alle i rommet",
            today: "I dag",
            from: "Tid fra start",
            what: "Hva",
            minutes: "Minutter",
            talk: "Dette snakker vi om:",
            nothing_said: "Det ble ikke skrevet ned noe om dette sist.",
            is_this_it: "Er det dette dere sa? Hva skal rettes? Hva mangler?",
            script: "Til fasilitatoren",
            what_is_it: "Hva er det?",
            when: "Når og hvor?",
            when_later: "Det får du vite senere.",
            you_decide: "Du bestemmer selv",
            ask: "Vil du vite mer?",
            rights: [
                "Dine rettigheter",
                "Navnet ditt står kanskje på listen over hvem som er invitert. Du kan få det slettet. Listen blir slettet når \
                 referatet er godkjent. Du kan lese mer under «Dine rettigheter» nederst på siden for peilingen.",
            ],
        }
    }

    fn come_to(&self, number: HearingNumber) -> String {
        format!("Kom på {}", self.inside(self.hearing_name(number)))
    }

    fn easy_page(&self, facts: &EasyFacts<'_>) -> Vec<Passage> {
        easy_page(facts)
    }

    fn card(&self) -> Vec<String> {
        [
            "Du bestemmer selv hva du vil si.",
            "Du kan gjerne tie stille.",
            "Det blir skrevet ned uten navn.",
            "Du kan gå ut når du vil.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn script(&self, number: HearingNumber) -> Vec<String> {
        let what = match number {
            HearingNumber::First => "Skriv ned under hvert tema: enige, uenige, nytt, forslag.",
            HearingNumber::Second => {
                "Les opp hva som ble sagt sist. Spør: Er det dette dere sa? Mangler det noe? Hva skal komme først?"
            }
        };
        [
            "Ønsk velkommen, og les kortet høyt.",
            "Tell hvem som er i rommet, og hvor mange av dem som bruker stedet. Tell igjen etter hver pause.",
            "Er det under halvparten? Vent litt, be noen ansatte om å gi fra seg plassen, eller hold det som samtale, ikke \
             høring.",
            "Den første runden er for dem som bruker stedet. Så kommer de andre. Lederen snakker til slutt.",
            what,
            "Skriv aldri navn. Er det færre enn tre i rommet med samme rolle, så skriv «deltaker».",
            "Hold begge pausene, også når praten går godt.",
            "Avslutt med å si hva som er sagt, hva som skjer nå, og når man hører mer.",
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
        format!("Vurdering av {indicator}: {}.", self.rating(rating))
    }
}

/// LIX 20 at most.
fn easy_page(facts: &EasyFacts<'_>) -> Vec<Passage> {
    let what = match facts.number {
        HearingNumber::First => format!(
            "Dere har svart på noen ting om {}. Nå skal vi snakke om svarene. Det kaller vi en høring.",
            facts.place.word
        ),
        HearingNumber::Second => {
            "Sist snakket vi om svarene. Det er skrevet ned. Nå vil vi vite: Er det dette dere sa? Hva skal komme først?"
                .to_owned()
        }
    };
    let mut page = vec![passage(
        "Hva er dette?",
        vec![what, format!("Minst halvparten av oss i rommet {}.", facts.place.uses)],
    )];
    if !facts.themes.is_empty() {
        page.push(passage(
            "Dette skal vi snakke om",
            facts.themes.iter().map(|theme| full_stop(theme)).collect(),
        ));
    }
    let (min, max) = facts.scale;
    let smallest = Bokmal.number_word(facts.smallest);
    let numbers = if facts.figures {
        let mut ends = vec![format!("Tallene går fra {min} til {max}.")];
        if let Some((first, last)) = facts.ends.filter(|(first, _)| *first != min.to_string()) {
            for (step, label) in [(min, first), (max, last)] {
                ends.push(format!("{step} er {}.", Bokmal.quoted(&Bokmal.inside(label))));
            }
        }
        ends.push("Står det n = 8, er det åtte som har svart.".to_owned());
        ends.push(format!("Vi viser bare tall når minst {smallest} har svart."));
        ends
    } else {
        vec![
            "Det er ingen tall.".to_owned(),
            format!(
                "Vi viser bare tall når minst {smallest} har svart. Vi kan godt snakke om det uten tall."
            ),
        ]
    };
    page.push(passage("Slik leser du tall", numbers));
    let after = match facts.number {
        HearingNumber::First => "Det kommer et møte til. Så kommer det en kort rapport.",
        HearingNumber::Second => {
            "Nå kommer det en kort rapport. Lederen skal svare på den. Du får høre hva som skjer."
        }
    };
    page.push(passage(
        "Hva skjer så?",
        vec!["Det vi sier, blir skrevet ned uten navn.".to_owned(), after.to_owned()],
    ));
    page
}
