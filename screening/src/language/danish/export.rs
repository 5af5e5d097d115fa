//! The workbook in Danish.

use super::Danish;
use super::package;
use crate::instrument::Scale;
use crate::language::sentence::scale_ends;
use crate::language::{Column, Described, ExportWords, MethodFacts, Names, Numbers, Subject};
use crate::picture::Figure;
use crate::score_file;

impl ExportWords for Danish {
    fn overview(&self) -> &'static str {
        "Overblik"
    }

    fn sheet_of(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::FocusPoints => "Nedslagspunkter",
            Subject::Values => "Værdier",
            Subject::Units => "Afdelinger",
            Subject::Groups => "Hvem har svaret",
        }
    }

    fn head_of(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::FocusPoints => "Nedslagspunkt",
            Subject::Values => "Værdi",
            Subject::Units => "Afdeling",
            Subject::Groups => "Gruppe",
        }
    }

    fn method_sheet(&self) -> &'static str {
        "Metode"
    }

    fn figures_of(&self, instrument: &str) -> String {
        format!("Tal fra {instrument}")
    }

    fn made_on(&self, date: &str) -> String {
        format!("Hentet {date}")
    }

    fn answered_heads(&self) -> [&'static str; 3] {
        ["Har svaret", "Inviteret", "Svarprocent"]
    }

    fn column(&self, column: Column) -> String {
        let head = match column {
            Column::Group => "Gruppe",
            Column::Statement => "Udsagn",
            Column::Persons => "n",
            Column::Mean => "Gennemsnit / forskel",
            Column::Deviation => "Spredning",
            Column::Low => "Usikkerhed fra",
            Column::High => "Usikkerhed til",
            Column::Agreement => "Enige",
            Column::AgreementLow => "Enige fra",
            Column::AgreementHigh => "Enige til",
            Column::DontKnow => "Ved ikke",
            Column::NotApplicable => "Ikke relevant",
            Column::Blank => "Ikke besvaret",
            Column::Step(step) => return format!("Svar {step}"),
            Column::Note => "Bemærkning",
        };
        head.to_owned()
    }

    fn persons_of(&self, group: &str) -> String {
        format!("{group}: n")
    }

    fn mean_of(&self, group: &str) -> String {
        format!("{group}: gennemsnit")
    }

    fn whole_point(&self) -> &'static str {
        "Hele nedslagspunktet"
    }

    fn difference(&self, one: &str, other: &str) -> String {
        format!("Forskel: {} minus {}", self.inside(one), self.inside(other))
    }

    fn only_difference(&self, given: bool) -> &'static str {
        if given { "kun forskellen" } else { "kan ikke siges: begge er kun vist som grænser" }
    }

    fn bounded(&self, figure: Figure) -> Option<String> {
        match figure {
            Figure::Value(_) => None,
            Figure::Over(bound) => Some(format!(">{}", self.bound(bound))),
            Figure::Under(bound) => Some(format!("<{}", self.bound(bound))),
        }
    }

    fn count_hidden(&self) -> &'static str {
        "skjult"
    }

    fn scale_line(&self, scale: Scale, lowest: &str, highest: &str) -> String {
        let [lowest, highest] = scale_ends(scale, &self.inside(lowest), &self.inside(highest));
        format!("Skalaen går fra {lowest} til {highest}.")
    }

    fn explained(&self, facts: &MethodFacts<'_>) -> Vec<(String, String)> {
        explained(facts)
    }

    fn method_heads(&self) -> [&'static str; 4] {
        ["Ord", "Hvad det betyder", "Svar", "Ordlyd"]
    }

    fn alpha(&self) -> Described {
        (
            "Cronbachs alfa",
            "Hvor godt udsagnene i et nedslagspunkt hænger sammen, fra 0 til 1. Beregnes kun, hvor mindst 30 har \
             besvaret dem alle.",
        )
    }

    fn page_foot(&self) -> &'static str {
        "side &P af &N"
    }

    fn package_files(&self) -> [Described; 5] {
        package::FILES
    }

    fn figure_columns(&self) -> [Described; score_file::COLUMNS.len()] {
        package::FIGURES
    }

    fn code_columns(&self) -> [Described; 5] {
        package::CODES
    }

    fn statement_columns(&self) -> [Described; 5] {
        package::STATEMENTS
    }

    fn group_columns(&self) -> [Described; 7] {
        package::GROUPS
    }

    fn scale_columns(&self) -> [Described; 2] {
        package::SCALE
    }
}

fn explained(facts: &MethodFacts<'_>) -> Vec<(String, String)> {
    let Scale { min, max, agree_from } = facts.scale;
    let no_answer: Vec<String> =
        facts.no_answer.iter().filter(|word| !word.is_empty()).map(|word| Danish.quoted(word)).collect();
    let no_answer = match no_answer.as_slice() {
        [] => "Den, der har sprunget et udsagn over, tæller ikke med.".to_owned(),
        words => format!(
            "Den, der har svaret {} eller har sprunget et udsagn over, tæller ikke med.",
            words.join(" eller ")
        ),
    };
    let reversed = if facts.reversed {
        " Hvor et udsagn er vendt om for en gruppe, er svarene vendt tilbage, før der regnes."
    } else {
        ""
    };
    let [smallest, full] = [facts.smallest, facts.full].map(|number| Danish.number_word(number));
    let hidden = Danish.why_hidden(facts.smallest, facts.full);
    let hidden = hidden.into_iter().filter(|line| facts.units || line != Danish.unit_hidden());
    [
        ("Grupper", "Hver gruppe står for sig. Grupper bliver aldrig lagt sammen.".to_owned()),
        ("n", format!("Så mange personer bygger tallet på. {no_answer}")),
        (
            "Gennemsnit",
            format!(
                "Af gruppens svar fra {min} til {max}. For et nedslagspunkt eller en værdi regnes først hver persons \
                 eget gennemsnit, når mindst halvdelen af udsagnene er besvaret, og så gennemsnittet af dem.{reversed}"
            ),
        ),
        ("Spredning", "Standardafvigelsen (n − 1): hvor langt svarene typisk ligger fra gennemsnittet.".to_owned()),
        (
            "Usikkerhed",
            "Et 95 %-interval om gennemsnittet (t-fordelingen). Hvor vi ved, hvor mange der er inviteret, er det \
             smallere, jo flere af dem der har svaret. Det kan gå ud over skalaens ender."
                .to_owned(),
        ),
        (
            "Enige",
            format!("Andelen af svarene, der er {agree_from} eller højere. Usikkerheden er Wilsons 95 %-interval."),
        ),
        (
            "Ved ikke, ikke relevant, ikke besvaret",
            "Tre forskellige ting, som hver tælles for sig. Ingen af dem er med i et gennemsnit.".to_owned(),
        ),
        ("Svar", "Hvor mange der har valgt hvert trin på skalaen.".to_owned()),
        (
            "Forskel",
            "Den første gruppes gennemsnit minus den andens. Usikkerheden er Welchs 95 %-interval.".to_owned(),
        ),
        ("Hvad der er skjult", hidden.collect::<Vec<_>>().join(" ")),
        (
            "skjult",
            format!("Antallet er under {smallest}, eller det kunne bruges til at regne et så lille antal ud."),
        ),
        (
            "> og <",
            format!(
                "Har færre end {full} svaret, og ligger gennemsnittet tæt på skalaens ende, står der kun, hvad det er \
                 over eller under."
            ),
        ),
        (
            "Afrunding",
            "Gennemsnit, spredning, forskelle og usikkerhed har én decimal, og andele er i hele procent. En forskel \
             kan derfor være 0,1 fra den, man selv trækker ud af to gennemsnit."
                .to_owned(),
        ),
    ]
    .map(|(term, text)| (term.to_owned(), text))
    .into_iter()
    .collect()
}
