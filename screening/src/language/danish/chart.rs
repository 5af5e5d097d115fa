//! Words of the plots in Danish.

use super::Danish;
use crate::language::ChartWords;
use crate::language::sentence::capital;
use crate::picture::Kind;

impl ChartWords for Danish {
    fn row_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Indicator => "Indikator",
            Kind::Value => "Værdi",
            Kind::Group => "Gruppe",
            Kind::FocusPoint | Kind::Gap => "Nedslagspunkt",
        }
    }

    fn plot_title(&self, kind: Kind, groups: &str) -> String {
        let what = match kind {
            Kind::Indicator => "Indikatorerne",
            Kind::Value => "Værdierne",
            _ => "Nedslagspunkterne",
        };
        if groups.is_empty() { what.to_owned() } else { format!("{what} set af {groups}") }
    }

    fn plot_description(&self, min: u8, max: u8) -> String {
        format!("Gennemsnit på en skala fra {min} til {max}. Tabellen viser de samme tal.")
    }

    fn table_caption(&self, title: &str) -> String {
        format!(
            "{title}. Gennemsnit, antal svar (n) og statistisk usikkerhed (95\u{a0}%), hvor den kan vises."
        )
    }

    fn interval_note(&self) -> &'static str {
        "Stregen er den statistiske usikkerhed (95\u{a0}%), rundet af."
    }

    fn cut_note(&self) -> &'static str {
        "To skrå streger: Usikkerheden når ud over skalaen."
    }

    fn bound_note(&self) -> &'static str {
        "Pilen: Så tæt på skalaens ende viser vi kun, hvad gennemsnittet er over eller under."
    }

    fn hollow_note(&self) -> &'static str {
        "Et mærke uden fyld viser, hvad gennemsnittet er over eller under."
    }

    fn row_note(&self, groups: &str, reason: &str) -> String {
        format!("{}: {reason}", capital(groups))
    }

    fn gap_title(&self) -> &'static str {
        "Forskelle, de tydelige først"
    }

    fn one_side(&self) -> &'static str {
        "Den ene gruppe"
    }

    fn other_side(&self) -> &'static str {
        "Den anden gruppe"
    }

    fn gap_column(&self) -> &'static str {
        "Forskel"
    }

    fn clear_gap(&self) -> &'static str {
        "tydelig forskel"
    }

    fn distribution_title(&self, group: &str, indicator: &str) -> String {
        format!("{group}: sådan fordeler svarene sig på {indicator}")
    }

    fn distribution_description(&self) -> &'static str {
        "Antal svar på hvert trin af skalaen."
    }

    fn figures_caption(&self, indicator: &str) -> String {
        format!("Alle tal om {indicator}")
    }

    fn figure_column(&self) -> &'static str {
        "Tal"
    }

    fn figure_names(&self, agreement: &str) -> [String; 6] {
        [
            "Gennemsnit".to_owned(),
            "Antal svar (n)".to_owned(),
            "Gennemsnittets usikkerhed (95\u{a0}%)".to_owned(),
            "Spredning (standardafvigelse)".to_owned(),
            format!("Svarer {agreement}"),
            "Andelens usikkerhed (95\u{a0}%)".to_owned(),
        ]
    }

    fn answer_column(&self) -> &'static str {
        "Svar"
    }

    fn unscored(&self) -> [&'static str; 3] {
        ["Ved ikke", "Ikke relevant", "Sprunget over"]
    }

    fn under(&self, smallest: u64) -> String {
        format!("under {smallest}")
    }
}
