//! The language check in Bokmål.

use super::Bokmal;
use crate::language::{Numbers, ReportWords, WordingWords};
use crate::report::{SectionKind, WordingHint, WordingKind};

/// What to write instead, by the beginning of the word.
const INSTEAD: [(&str, &str); 8] = [
    ("feil", "Skriv hva som skjer, og hva som kan gjøre det bedre."),
    ("mang", "Skriv hva det er behov for."),
    ("dårlig", "Skriv at det ligger lavt, med tall og n."),
    ("sv", "Skriv at det ligger lavt, eller at det er verdt å snakke om."),
    ("kriti", "Skriv at det er verdt å snakke om, og hvorfor."),
    ("burde", "Skriv det som et forslag: «Dere kan begynne med …»."),
    ("sk", "Skriv hva som kan skje nå."),
    ("", "Skriv hva som skjer, og hva dere kan begynne med."),
];

impl WordingWords for Bokmal {
    fn judging(&self) -> &'static [&'static str] {
        &[
            "feil",
            "feilen",
            "feilene",
            "feiler",
            "feilet",
            "feilaktig*",
            "mangler",
            "mangelen",
            "mangel",
            "mangelfull*",
            "manglende",
            "manglet",
            "dårlig*",
            "elendig*",
            "kritisk*",
            "kritikkverdig*",
            "uakseptab*",
            "utilfredsstillende",
            "utilstrekkelig*",
            "svikt*",
            "svak",
            "svake",
            "svakt",
            "svakhet*",
            "forsøm*",
            "vanskjøt*",
            "skam",
            "skamme",
            "skammer",
            "skammelig*",
            "skylden",
            "skyld i",
            "inkompeten*",
            "uprofesjon*",
            "uansvarlig*",
            "udugelig*",
            "håpløs*",
            "katastrof*",
            "pinlig*",
            "skandal*",
            "lat",
            "late",
            "burde",
            "under enhver kritikk",
            "ikke godt nok",
            "ikke bra nok",
        ]
    }

    fn ranking(&self) -> &'static [&'static str] {
        &[
            "karakter",
            "karakteren",
            "karakterer",
            "toppkarakter*",
            "bunnkarakter*",
            "rangliste*",
            "rangering*",
            "førsteplass*",
            "sisteplass*",
            "jumboplass*",
            "bunnplass*",
            "topplass*",
            "score",
            "scoren",
            "scorer",
            "scoret",
            "skårer",
            "skåret",
            "bestått",
            "består prøven",
            "stryker",
            "strøk",
            "rødt lys",
            "gult lys",
            "grønt lys",
            "røde tall",
            "bedre enn andre*",
            "dårligere enn",
            "best av",
            "verst*",
            "verre enn andre*",
            "nummer en",
            "nummer én",
            "nummer 1",
            "nr 1",
            "toppscore*",
        ]
    }

    fn certain(&self) -> &'static [&'static str] {
        &[
            "beviser",
            "bevist",
            "bevis for",
            "dokumenterer",
            "slår fast",
            "fastslår",
            "uten tvil",
            "utvilsomt",
            "helt sikkert",
            "entydig*",
            "signifikant*",
            "viser klart",
            "viser tydelig",
            "tydeligvis",
            "objektivt",
            "alltid",
            "aldri",
        ]
    }

    fn everyone(&self) -> &'static [&'static str] {
        &["alle", "alle sammen", "samtlige", "ingen", "enhver", "hver eneste"]
    }

    fn opinions(&self) -> &'static [&'static str] {
        &[
            "mener",
            "synes",
            "opplever",
            "føler",
            "sier",
            "ønsker",
            "vil gjerne",
            "alle vet",
            "ingen vet",
            "trives",
            "svarer",
            "svarte",
            "er enige",
            "er uenige",
            "er fornøyd",
            "er fornøyde",
            "er misfornøyd",
            "er misfornøyde",
            "er glade",
            "er trygge",
            "har det",
            "blir hørt",
            "blir møtt",
            "liker",
            "stoler",
        ]
    }

    fn pooled(&self) -> &'static [&'static str] {
        &[
            "i alt",
            "totalt",
            "samlet",
            "samlede",
            "til sammen",
            "alle svar",
            "alle svarene",
            "alle grupper",
            "alle gruppene",
            "alle som har svart",
            "på tvers av gruppene",
            "på tvers av grupper",
            "respondentene",
            "gjennomsnittet for alle",
        ]
    }

    fn other_words(&self) -> &'static [&'static str] {
        &["klient*", "pasient*", "case", "casen", "caser", "anonym*"]
    }

    fn per_cents(&self) -> &'static [&'static str] {
        &["%", "prosent", "pst"]
    }

    fn units(&self) -> &'static [&'static str] {
        &[
            "timer",
            "time",
            "dager",
            "uker",
            "måneder",
            "år",
            "kr",
            "kroner",
            "mill",
            "millioner",
            "mrd",
            "km",
            "kilometer",
            "meter",
            "m",
            "kg",
            "stillinger",
            "årsverk",
            "heltidsstillinger",
        ]
    }

    fn out_of(&self) -> &'static [&'static str] {
        &["av", "ut av"]
    }

    fn is(&self) -> &'static str {
        "er"
    }

    fn differing(&self) -> &'static [&'static str] {
        &["forskjell", "høyere enn", "lavere enn"]
    }

    fn stems(&self, group: &str) -> Vec<String> {
        let name = group.to_lowercase();
        let stem = name.strip_suffix("ere").map(|stem| format!("{stem}er"));
        let stem = stem.or_else(|| name.strip_suffix("mer").map(str::to_owned));
        stem.into_iter().chain([name]).collect()
    }

    fn hint(&self, hint: &WordingHint) -> String {
        let found = self.quoted(&hint.found);
        match hint.kind {
            WordingKind::Judging => {
                let word = hint.found.to_lowercase();
                let instead =
                    INSTEAD.iter().find(|(stem, _)| word.starts_with(stem)).map_or("", |(_, text)| text);
                format!("{found} dømmer. {instead}")
            }
            WordingKind::Ranking => format!(
                "{found} høres ut som en karakter eller en rangliste. Skriv hvor det ligger høyt eller lavt, og hos hvem."
            ),
            WordingKind::Certain => {
                format!("{found} sier mer enn svarene kan bære. Skriv «tyder på» eller «ofte».")
            }
            WordingKind::Everyone => format!(
                "{found} snakker også for dem som ikke har svart. Skriv «mange av dem som har svart» eller «få»."
            ),
            WordingKind::MeanAlone => format!(
                "Gjennomsnittet {} står uten n. Skriv hvor mange det bygger på, for eksempel {} (n = 14).",
                hint.found, hint.found
            ),
            WordingKind::ShareAlone => format!(
                "Man kan ikke se hvor mange {} % er av. Skriv antallet, for eksempel «9 av 14 brukere».",
                hint.found
            ),
            WordingKind::Pooled => format!(
                "{found} slår gruppene sammen. Da forsvinner brukerne i mengden. Skriv tallet for hver gruppe."
            ),
            WordingKind::NoGroup => {
                format!("Man kan ikke se hvem tallet {} er fra. Skriv gruppen.", hint.found)
            }
            WordingKind::Lent => format!(
                "Tallet {} hører til én indikator og ikke til hele temaet. Skriv navnet på indikatoren ved tallet.",
                hint.found
            ),
            WordingKind::OtherWord => match hint.found.to_lowercase() {
                word if word.starts_with("anonym") => format!("{found} lover for mye. Skriv «uten navn»."),
                word if word.starts_with("case") => {
                    format!("{found} gjør et menneske til en oppgave. Skriv det rett fram.")
                }
                _ => format!("{found} bruker vi ikke. Skriv «bruker» eller det folk kaller seg hos dere."),
            },
        }
    }

    fn too_long(&self, pages: usize, most: usize, longest: &[(SectionKind, usize)]) -> String {
        let named: Vec<String> = longest
            .iter()
            .map(|(kind, words)| {
                format!("{} ({} ord)", self.quoted(self.section(*kind)), self.count(*words as u64))
            })
            .collect();
        let most = self.number_word(most as u64);
        format!(
            "Rapporten fyller {pages} sider og kan høyst fylle {most}. De lengste avsnittene er {}. Ta ut noe før dere \
             publiserer.",
            self.list(&named)
        )
    }
}
