//! The hearings in Danish.

use super::Danish;
use super::promise::full_stop;
use crate::evidence::{Evidence, Rating};
use crate::hearing::{Below, Half, HearingNumber, LineKind, Moment, SlotKind};
use crate::language::{EasyFacts, HearingWords, Names, Numbers, PaperWords};
use crate::picture::Figure;
use crate::promise::Passage;

impl HearingWords for Danish {
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
            LineKind::New => "Nyt",
            LineKind::Proposal => "Forslag",
            LineKind::Confirmed => "Ja, det sagde vi",
            LineKind::Corrected => "Ikke helt",
            LineKind::Added => "Der mangler noget",
        }
    }

    fn participant(&self) -> &'static str {
        "deltager"
    }

    fn users_of_the_place(&self) -> &'static str {
        "Brugere"
    }

    fn one_in_the_room(&self) -> &'static str {
        "en i rummet"
    }

    fn rewritten(&self) -> &'static str {
        "[rettet, så ingen kan genkendes]"
    }

    fn half(&self, half: Half) -> String {
        let answer = if half.holds() { "ja" } else { "nej" };
        format!("{} af {} i rummet bruger stedet · mindst halvdelen: {answer}", half.users, half.total)
    }

    fn moment(&self, moment: Moment) -> &'static str {
        match moment {
            Moment::Start => "Ved begyndelsen",
            Moment::FirstBreak => "Efter første pause",
            Moment::SecondBreak => "Efter anden pause",
        }
    }

    fn below(&self, below: Below) -> &'static str {
        match below {
            Below::Waited => "Vi venter, til der er kommet flere",
            Below::Seats => "Vi beder nogle af de andre om at give deres plads",
            Below::Conversation => "Vi holder det som samtale, ikke høring",
        }
    }

    fn below_done(&self, below: Below) -> &'static str {
        match below {
            Below::Waited => "Brugerne var først under halvdelen. Vi ventede på flere.",
            Below::Seats => {
                "Brugerne var først under halvdelen. Nogle af de andre blev bedt om at give deres plads."
            }
            Below::Conversation => "Brugerne var under halvdelen. Det blev holdt som samtale, ikke høring.",
        }
    }

    fn missing(&self, half: Half) -> String {
        let more = match half.missing() {
            1 => "Kommer der én bruger mere".to_owned(),
            missing => format!("Kommer der {} brugere mere", self.number_word(u64::from(missing))),
        };
        let fewer = match (half.users, half.missing()) {
            // Where no user is, those who leave make no half.
            (0, _) => String::new(),
            (_, 1) => ", eller giver én af de andre sin plads".to_owned(),
            (_, missing) => {
                format!(", eller giver {} af de andre deres plads", self.number_word(u64::from(missing)))
            }
        };
        format!("{more}{fewer}, er det mindst halvdelen.")
    }

    fn is_role_heading(&self, cell: &str) -> bool {
        ["navn", "navne", "rolle", "deltager", "deltagere", "gruppe", "hvem"]
            .contains(&cell.to_lowercase().trim_end_matches(':'))
    }

    fn is_plural_ending(&self, ending: &str) -> bool {
        ["", "e", "r", "er", "en", "ne", "ene", "erne"].contains(&ending)
    }

    fn is_other(&self, word: &str) -> bool {
        ["anden", "andre", "pårørende", "frivillig", "frivillige", "gæst", "gæster"].contains(&word)
    }

    fn is_helper(&self, word: &str) -> bool {
        ["tolk", "tolke", "hjælper", "hjælpere", "ledsager", "ledsagere", "støtteperson", "støttepersoner"]
            .contains(&word)
    }

    fn slot(&self, kind: SlotKind, theme: &str) -> String {
        match kind {
            SlotKind::Welcome => "Velkommen".to_owned(),
            SlotKind::Theme(_) => theme.to_owned(),
            SlotKind::Break => "Pause".to_owned(),
            SlotKind::Closing => "Hvad har vi sagt, og hvad sker der nu?".to_owned(),
        }
    }

    fn theme_heading(&self, place: usize, of: usize) -> String {
        format!("Tema {place} af {of}")
    }

    fn chair(&self, mean: Figure, max: u8, n: u64) -> String {
        format!("{} af {max} · {}", self.figure(mean), self.scored(n))
    }

    fn paper(&self) -> PaperWords {
        PaperWords {
            card: "Til alle i rummet",
            today: "I dag",
            from: "Tid fra start",
            what: "Hvad",
            minutes: "Minutter",
            talk: "Det taler vi om:",
            nothing_said: "Der blev ikke skrevet noget ned om det her sidst.",
            is_this_it: "Er det det, I sagde? Hvad skal rettes? Hvad mangler?",
            script: "Til facilitatoren",
            what_is_it: "Hvad er det?",
            when: "Hvornår og hvor?",
            when_later: "Det får du at vide.",
            you_decide: "Du bestemmer selv",
            ask: "Vil du vide mere?",
            rights: [
                "Dine rettigheder",
                "Dit navn står måske på listen over, hvem der er inviteret. Du kan få det slettet. Listen bliver slettet, \
                 når referatet er godkendt. Du kan læse mere under »Dine rettigheder« nederst på pejlingens side.",
            ],
        }
    }

    fn come_to(&self, number: HearingNumber) -> String {
        format!("Kom til {}", self.inside(self.hearing_name(number)))
    }

    fn easy_page(&self, facts: &EasyFacts<'_>) -> Vec<Passage> {
        easy_page(facts)
    }

    fn card(&self) -> Vec<String> {
        [
            "Du bestemmer selv, hvad du vil sige.",
            "Du må gerne tie stille.",
            "Det bliver skrevet ned uden navn.",
            "Du kan gå ud, når du vil.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn script(&self, number: HearingNumber) -> Vec<String> {
        let what = match number {
            HearingNumber::First => "Skriv ned under hvert tema: enige, uenige, nyt, forslag.",
            HearingNumber::Second => {
                "Læs op, hvad der blev sagt sidst. Spørg: Er det det, I sagde? Mangler der noget? Hvad skal komme først?"
            }
        };
        [
            "Sig velkommen, og læs kortet højt.",
            "Tæl, hvem der er i rummet, og hvor mange af dem der bruger stedet. Tæl igen efter hver pause.",
            "Er det under halvdelen? Vent lidt, bed nogle ansatte om at give plads, eller hold det som samtale, ikke \
             høring.",
            "Den første runde er for dem, der bruger stedet. Så kommer de andre. Lederen taler til sidst.",
            what,
            "Skriv aldrig navne. Er der færre end tre i rummet med samme rolle, så skriv »deltager«.",
            "Hold begge pauser, også når snakken går godt.",
            "Slut med at sige, hvad der er sagt, hvad der sker nu, og hvornår man hører om det.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn evidence_line(&self, evidence: &Evidence) -> String {
        let about = [evidence.document_kind.trim(), evidence.date.trim()];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        let kind = self.evidence_kind(evidence.kind);
        format!("{kind}: {}{about}. {}", evidence.title.trim(), full_stop(&shortened(evidence.text.trim())))
    }

    fn rated(&self, indicator: &str, rating: Rating) -> String {
        format!("Vurdering af {indicator}: {}.", self.rating(rating))
    }
}

/// Letters of an excerpt that a page has room for.
const EXCERPT: usize = 280;

/// An excerpt cut between words, marked where it is cut.
fn shortened(text: &str) -> String {
    if text.chars().count() <= EXCERPT {
        return text.to_owned();
    }
    let kept: String = text.chars().take(EXCERPT).collect();
    let whole = kept.rfind(char::is_whitespace).map_or(kept.as_str(), |end| &kept[..end]);
    format!("{} …", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// LIX 20 at most.
fn easy_page(facts: &EasyFacts<'_>) -> Vec<Passage> {
    let passage =
        |heading: &str, paragraphs: Vec<String>| Passage { heading: heading.to_owned(), paragraphs };
    let what = match facts.number {
        HearingNumber::First => format!(
            "I har svaret på nogle ting om {}. Nu skal vi tale om svarene. Det kalder vi en høring.",
            facts.place.word
        ),
        HearingNumber::Second => {
            "Sidst talte vi om svarene. Det er skrevet ned. Nu vil vi vide: Er det det, I sagde? Hvad skal komme først?"
                .to_owned()
        }
    };
    let mut page = vec![passage(
        "Hvad er det her?",
        vec![what, format!("Mindst halvdelen af os i rummet {}.", facts.place.uses)],
    )];
    if !facts.themes.is_empty() {
        page.push(passage(
            "Det skal vi tale om",
            facts.themes.iter().map(|theme| full_stop(theme)).collect(),
        ));
    }
    let (min, max) = facts.scale;
    let smallest = Danish.number_word(facts.smallest);
    let numbers = if facts.figures {
        let mut ends = vec![format!("Tallene går fra {min} til {max}.")];
        if let Some((first, last)) = facts.ends.filter(|(first, _)| *first != min.to_string()) {
            ends.push(format!("{min} er »{}«.", Danish.inside(first)));
            ends.push(format!("{max} er »{}«.", Danish.inside(last)));
        }
        ends.push("Står der n = 8, er det otte, der har svaret.".to_owned());
        ends.push(format!("Vi viser kun tal, når mindst {smallest} har svaret."));
        ends
    } else {
        vec![
            "Der er ingen tal.".to_owned(),
            format!("Vi viser kun tal, når mindst {smallest} har svaret. Vi kan godt tale om det uden tal."),
        ]
    };
    page.push(passage("Sådan læser du tal", numbers));
    let after = match facts.number {
        HearingNumber::First => "Der kommer et møde mere. Så kommer der en kort rapport.",
        HearingNumber::Second => {
            "Nu kommer der en kort rapport. Lederen skal svare på den. Du hører, hvad der sker."
        }
    };
    page.push(passage(
        "Hvad sker der så?",
        vec!["Det, vi siger, bliver skrevet ned uden navn.".to_owned(), after.to_owned()],
    ));
    page
}
