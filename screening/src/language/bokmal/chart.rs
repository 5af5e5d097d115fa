//! Words of the plots in Bokmål.

use super::Bokmal;
use crate::language::ChartWords;
use crate::language::sentence::capital;
use crate::picture::Kind;

impl ChartWords for Bokmal {
    fn row_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Indicator => "Indikator",
            Kind::Value => "Verdi",
            Kind::Group => "Gruppe",
            Kind::FocusPoint | Kind::Gap => "Fokusområde",
        }
    }

    fn plot_title(&self, kind: Kind, groups: &str) -> String {
        let what = match kind {
            Kind::Indicator => "Indikatorene",
            Kind::Value => "Verdiene",
            _ => "Fokusområdene",
        };
        if groups.is_empty() { what.to_owned() } else { format!("{what} sett av {groups}") }
    }

    fn plot_description(&self, min: u8, max: u8) -> String {
        format!("Gjennomsnitt på en skala fra {min} til {max}. Tabellen viser de samme tallene.")
    }

    fn table_caption(&self, title: &str) -> String {
        format!(
            "{title}. Gjennomsnitt, antall svar (n) og statistisk usikkerhet (95\u{a0}%) der den kan vises."
        )
    }

    fn interval_note(&self) -> &'static str {
        "Streken er den statistiske usikkerheten (95\u{a0}%), rundet av."
    }

    fn cut_note(&self) -> &'static str {
        "To skrå streker: Usikkerheten går ut over skalaen."
    }

    fn bound_note(&self) -> &'static str {
        "Pilen: Så nær enden av skalaen viser vi bare hva gjennomsnittet er over eller under."
    }

    fn hollow_note(&self) -> &'static str {
        "Et merke uten fyll viser hva gjennomsnittet er over eller under."
    }

    fn row_note(&self, groups: &str, reason: &str) -> String {
        format!("{}: {reason}", capital(groups))
    }

    fn gap_title(&self) -> &'static str {
        "Forskjeller, de tydelige først"
    }

    fn one_side(&self) -> &'static str {
        "Den ene gruppen"
    }

    fn other_side(&self) -> &'static str {
        "Den andre gruppen"
    }

    fn gap_column(&self) -> &'static str {
        "Forskjell"
    }

    fn clear_gap(&self) -> &'static str {
        "tydelig forskjell"
    }

    fn distribution_title(&self, group: &str, indicator: &str) -> String {
        format!("{group}: slik fordeler svarene seg på {indicator}")
    }

    fn distribution_description(&self) -> &'static str {
        "Antall svar på hvert trinn av skalaen."
    }

    fn figures_caption(&self, indicator: &str) -> String {
        format!("Alle tall om {indicator}")
    }

    fn figure_column(&self) -> &'static str {
        "Tall"
    }

    fn figure_names(&self, agreement: &str) -> [String; 6] {
        [
            "Gjennomsnitt".to_owned(),
            "Antall svar (n)".to_owned(),
            "Usikkerhet for gjennomsnittet (95\u{a0}%)".to_owned(),
            "Spredning (standardavvik)".to_owned(),
            format!("Svarer {agreement}"),
            "Usikkerhet for andelen (95\u{a0}%)".to_owned(),
        ]
    }

    fn answer_column(&self) -> &'static str {
        "Svar"
    }

    fn unscored(&self) -> [&'static str; 3] {
        ["Vet ikke", "Ikke relevant", "Hoppet over"]
    }

    fn under(&self, smallest: u64) -> String {
        format!("under {smallest}")
    }
}
