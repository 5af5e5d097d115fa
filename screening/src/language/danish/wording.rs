//! The language check in Danish.

use super::Danish;
use crate::language::{Numbers, ReportWords, WordingWords};
use crate::report::{SectionKind, WordingHint, WordingKind};

/// What to write instead, by the beginning of the word.
const INSTEAD: [(&str, &str); 8] = [
    ("fejl", "Skriv, hvad der sker, og hvad der kunne gøre det bedre."),
    ("mang", "Skriv, hvad der er brug for."),
    ("dårlig", "Skriv, at det ligger lavt, med tal og n."),
    ("sva", "Skriv, at det ligger lavt, eller at det er værd at tale om."),
    ("kriti", "Skriv, at det er værd at tale om, og hvorfor."),
    ("burde", "Skriv det som et forslag: »I kan begynde med …«."),
    ("sk", "Skriv, hvad der kan ske nu."),
    ("", "Skriv, hvad der sker, og hvad I kunne begynde på."),
];

impl WordingWords for Danish {
    fn judging(&self) -> &'static [&'static str] {
        &[
            "fejl",
            "fejlen",
            "fejler",
            "fejlede",
            "fejlet",
            "fejlagtig*",
            "mangler",
            "manglen",
            "mangel",
            "mangelfuld*",
            "manglende",
            "manglede",
            "dårlig*",
            "elendig*",
            "kritisk*",
            "kritisabel*",
            "uacceptab*",
            "utilfredsstillende",
            "utilstrækkelig*",
            "svigt*",
            "svag",
            "svage",
            "svagt",
            "svaghed*",
            "forsøm*",
            "skam",
            "skamme",
            "skammer",
            "skammelig*",
            "skylden",
            "skyld i",
            "inkompeten*",
            "uprofession*",
            "uansvarlig*",
            "uduelig*",
            "håbløs*",
            "katastrof*",
            "pinlig*",
            "skandal*",
            "doven*",
            "dovne",
            "burde",
            "under al kritik",
            "ikke godt nok",
        ]
    }

    fn ranking(&self) -> &'static [&'static str] {
        &[
            "karakter",
            "karakteren",
            "karakterer",
            "topkarakter*",
            "rangliste*",
            "rangorden*",
            "førsteplads*",
            "sidsteplads*",
            "bundplacer*",
            "topplacer*",
            "bundkarakter*",
            "score",
            "scoren",
            "scorer",
            "scorede",
            "scoret",
            "bestået",
            "består prøven",
            "dumper",
            "dumpet",
            "dumpede",
            "rødt lys",
            "gult lys",
            "grønt lys",
            "røde tal",
            "i det røde",
            "bedre end andre*",
            "dårligere end",
            "bedst af",
            "værst*",
            "værre end andre*",
            "nummer et",
            "nummer 1",
            "nr 1",
            "topscore*",
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
            "uden tvivl",
            "utvivlsomt",
            "helt sikkert",
            "entydig*",
            "signifikant*",
            "viser klart",
            "viser tydeligt",
            "tydeligvis",
            "objektivt",
            "altid",
            "aldrig",
        ]
    }

    fn everyone(&self) -> &'static [&'static str] {
        &["alle", "alle sammen", "samtlige", "ingen", "enhver", "hver eneste"]
    }

    fn opinions(&self) -> &'static [&'static str] {
        &[
            "mener",
            "synes",
            "oplever",
            "føler",
            "siger",
            "ønsker",
            "vil gerne",
            "alle ved",
            "ingen ved",
            "trives",
            "svarer",
            "svarede",
            "er enige",
            "er uenige",
            "er tilfredse",
            "er utilfredse",
            "er glade",
            "er trygge",
            "har det",
            "bliver hørt",
            "bliver mødt",
            "kan lide",
            "stoler",
        ]
    }

    fn pooled(&self) -> &'static [&'static str] {
        &[
            "i alt",
            "samlet",
            "samlede",
            "tilsammen",
            "alle svar",
            "alle grupper",
            "alle der har svaret",
            "på tværs af grupperne",
            "på tværs af grupper",
            "respondenterne",
            "gennemsnittet for alle",
        ]
    }

    fn other_words(&self) -> &'static [&'static str] {
        &["klient*", "patient*", "case", "cases", "anonym*"]
    }

    fn per_cents(&self) -> &'static [&'static str] {
        &["%", "procent", "pct"]
    }

    fn units(&self) -> &'static [&'static str] {
        &[
            "timer",
            "time",
            "dage",
            "uger",
            "måneder",
            "år",
            "kr",
            "kroner",
            "mio",
            "millioner",
            "mia",
            "km",
            "kilometer",
            "meter",
            "m",
            "kg",
            "stillinger",
            "årsværk",
            "fuldtidsstillinger",
        ]
    }

    fn out_of(&self) -> &'static [&'static str] {
        &["af", "ud af"]
    }

    fn is(&self) -> &'static str {
        "er"
    }

    fn differing(&self) -> &'static [&'static str] {
        &["forskel", "højere end", "lavere end"]
    }

    fn stems(&self, group: &str) -> Vec<String> {
        let name = group.to_lowercase();
        let stem = name.strip_suffix("ere").map(|stem| format!("{stem}er"));
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
                "{found} lyder som en karakter eller en rangliste. Skriv, hvor det ligger højt eller lavt, og hos hvem."
            ),
            WordingKind::Certain => {
                format!("{found} siger mere, end svarene kan bære. Skriv »peger på« eller »ofte«.")
            }
            WordingKind::Everyone => format!(
                "{found} taler også for dem, der ikke har svaret. Skriv »mange af dem, der har svaret« eller »få«."
            ),
            WordingKind::MeanAlone => format!(
                "Gennemsnittet {} står uden n. Skriv, hvor mange det bygger på, for eksempel {} (n = 14).",
                hint.found, hint.found
            ),
            WordingKind::ShareAlone => format!(
                "Man kan ikke se, hvor mange {} % er af. Skriv antallet, for eksempel »9 af 14 brugere«.",
                hint.found
            ),
            WordingKind::Pooled => format!(
                "{found} lægger grupperne sammen. Så forsvinder brugerne i mængden. Skriv tallet for hver gruppe."
            ),
            WordingKind::NoGroup => {
                format!("Man kan ikke se, hvem tallet {} er fra. Skriv gruppen.", hint.found)
            }
            WordingKind::Lent => format!(
                "Tallet {} hører til én indikator og ikke til hele temaet. Skriv indikatorens navn ved tallet.",
                hint.found
            ),
            WordingKind::OtherWord => match hint.found.to_lowercase() {
                word if word.starts_with("anonym") => format!("{found} lover for meget. Skriv »uden navn«."),
                word if word.starts_with("case") => {
                    format!("{found} gør et menneske til en opgave. Skriv det ligeud.")
                }
                _ => format!("{found} bruger vi ikke. Skriv »bruger« eller det, folk kalder sig hos jer."),
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
            "Rapporten fylder {pages} sider og må højst fylde {most}. De længste afsnit er {}. Tag noget ud, før I udgiver.",
            self.list(&named)
        )
    }
}
