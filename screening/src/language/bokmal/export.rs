//! The workbook in Bokmål.

use super::Bokmal;
use super::package;
use crate::instrument::Scale;
use crate::language::sentence::scale_ends;
use crate::language::{Column, Described, ExportWords, MethodFacts, Names, Numbers, Subject};
use crate::picture::Figure;
use crate::score_file;

impl ExportWords for Bokmal {
    fn overview(&self) -> &'static str {
        "Oversikt"
    }

    fn sheet_of(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::FocusPoints => "Fokusområder",
            Subject::Values => "Verdier",
            Subject::Units => "Avdelinger",
            Subject::Groups => "Hvem har svart",
        }
    }

    fn head_of(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::FocusPoints => "Fokusområde",
            Subject::Values => "Verdi",
            Subject::Units => "Avdeling",
            Subject::Groups => "Gruppe",
        }
    }

    fn method_sheet(&self) -> &'static str {
        "Metode"
    }

    fn figures_of(&self, instrument: &str) -> String {
        format!("Tall fra {instrument}")
    }

    fn made_on(&self, date: &str) -> String {
        format!("Hentet {date}")
    }

    fn answered_heads(&self) -> [&'static str; 3] {
        ["Har svart", "Invitert", "Svarprosent"]
    }

    fn column(&self, column: Column) -> String {
        let head = match column {
            Column::Group => "Gruppe",
            Column::Statement => "Utsagn",
            Column::Persons => "n",
            Column::Mean => "Gjennomsnitt / forskjell",
            Column::Deviation => "Spredning",
            Column::Low => "Usikkerhet fra",
            Column::High => "Usikkerhet til",
            Column::Agreement => "Enige",
            Column::AgreementLow => "Enige fra",
            Column::AgreementHigh => "Enige til",
            Column::DontKnow => "Vet ikke",
            Column::NotApplicable => "Ikke relevant",
            Column::Blank => "Ikke besvart",
            Column::Step(step) => return format!("Svar {step}"),
            Column::Note => "Merknad",
        };
        head.to_owned()
    }

    fn persons_of(&self, group: &str) -> String {
        format!("{group}: n")
    }

    fn mean_of(&self, group: &str) -> String {
        format!("{group}: gjennomsnitt")
    }

    fn whole_point(&self) -> &'static str {
        "Hele fokusområdet"
    }

    fn difference(&self, one: &str, other: &str) -> String {
        format!("Forskjell: {} minus {}", self.inside(one), self.inside(other))
    }

    fn only_difference(&self, given: bool) -> &'static str {
        if given { "bare forskjellen" } else { "kan ikke sies: begge er bare vist som grenser" }
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
        ["Ord", "Hva det betyr", "Svar", "Ordlyd"]
    }

    fn alpha(&self) -> Described {
        (
            "Cronbachs alfa",
            "Hvor godt utsagnene i et fokusområde henger sammen, fra 0 til 1. Regnes bare ut der minst 30 har svart på alle.",
        )
    }

    fn page_foot(&self) -> &'static str {
        "side &P av &N"
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
        facts.no_answer.iter().filter(|word| !word.is_empty()).map(|word| Bokmal.quoted(word)).collect();
    let no_answer = match no_answer.as_slice() {
        [] => "De som har hoppet over et utsagn, teller ikke med.".to_owned(),
        words => format!(
            "De som har svart {} eller hoppet over et utsagn, teller ikke med.",
            words.join(" eller ")
        ),
    };
    let reversed = if facts.reversed {
        " Der et utsagn er snudd for en gruppe, er svarene snudd tilbake før det regnes."
    } else {
        ""
    };
    let [smallest, full] = [facts.smallest, facts.full].map(|number| Bokmal.number_word(number));
    let hidden = Bokmal.why_hidden(facts.smallest, facts.full);
    let hidden = hidden.into_iter().filter(|line| facts.units || line != Bokmal.unit_hidden());
    [
        ("Grupper", "Hver gruppe står for seg. Grupper blir aldri slått sammen.".to_owned()),
        ("n", format!("Så mange personer bygger tallet på. {no_answer}")),
        (
            "Gjennomsnitt",
            format!(
                "Av gruppens svar fra {min} til {max}. For et fokusområde eller en verdi regnes først hver persons eget \
                 gjennomsnitt, når minst halvparten av utsagnene er besvart, og så gjennomsnittet av dem.{reversed}"
            ),
        ),
        ("Spredning", "Standardavviket (n − 1): hvor langt svarene vanligvis ligger fra gjennomsnittet.".to_owned()),
        (
            "Usikkerhet",
            "Et 95 %-intervall rundt gjennomsnittet (t-fordelingen). Der vi vet hvor mange som er invitert, er det smalere \
             jo flere av dem som har svart. Det kan gå ut over endene av skalaen."
                .to_owned(),
        ),
        (
            "Enige",
            format!("Andelen av svarene som er {agree_from} eller høyere. Usikkerheten er Wilsons 95 %-intervall."),
        ),
        (
            "Vet ikke, ikke relevant, ikke besvart",
            "Tre ulike ting som telles hver for seg. Ingen av dem er med i et gjennomsnitt.".to_owned(),
        ),
        ("Svar", "Hvor mange som har valgt hvert trinn på skalaen.".to_owned()),
        (
            "Forskjell",
            "Gjennomsnittet for den første gruppen minus gjennomsnittet for den andre. Usikkerheten er Welchs \
             95 %-intervall."
                .to_owned(),
        ),
        ("Hva som er skjult", hidden.collect::<Vec<_>>().join(" ")),
        (
            "skjult",
            format!("Antallet er under {smallest}, eller det kunne brukes til å regne ut et så lite antall."),
        ),
        (
            "> og <",
            format!(
                "Har færre enn {full} svart, og ligger gjennomsnittet nær enden av skalaen, står det bare hva det er over \
                 eller under."
            ),
        ),
        (
            "Avrunding",
            "Gjennomsnitt, spredning, forskjeller og usikkerhet har én desimal, og andeler er i hele prosent. En forskjell \
             kan derfor være 0,1 fra den man selv trekker ut av to gjennomsnitt."
                .to_owned(),
        ),
    ]
    .map(|(term, text)| (term.to_owned(), text))
    .into_iter()
    .collect()
}
