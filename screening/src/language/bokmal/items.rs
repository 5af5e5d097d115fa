//! Words of how each statement did.

use super::Bokmal;
use crate::language::ItemWords;

impl ItemWords for Bokmal {
    fn item_columns(&self) -> [&'static str; 9] {
        [
            "Utsagn",
            "Antall svar",
            "Vet ikke",
            "Ikke relevant",
            "Laveste svar",
            "Høyeste svar",
            "Gjennomsnitt",
            "Spredning",
            "Følger de andre",
        ]
    }
    fn item_group(&self) -> &'static str {
        "Gruppe"
    }
    fn item_advice(&self) -> &'static str {
        "Se på"
    }
    fn item_notes(&self) -> &'static str {
        "Notater"
    }
    fn many_dont_know(&self, share: &str) -> String {
        format!("Mange svarer «vet ikke» ({share}): spør om noe man kan se.")
    }
    fn many_not_relevant(&self, share: &str) -> String {
        format!(
            "Mange svarer «ikke relevant» ({share}): spør om noe alle i gruppen har med å gjøre, eller spør ikke denne gruppen."
        )
    }
    fn nearly_all_highest(&self, share: &str) -> String {
        format!(
            "Nesten alle velger det høyeste svaret ({share}): utsagnet viser ingen forskjeller. Si det mer bestemt."
        )
    }
    fn nearly_all_lowest(&self, share: &str) -> String {
        format!(
            "Nesten alle velger det laveste svaret ({share}): utsagnet viser ingen forskjeller. Er det for mye forlangt, eller er det slik her?"
        )
    }
    fn stands_apart(&self) -> &'static str {
        "Svarene følger nesten ikke de andre om samme tema: handler utsagnet om noe annet, eller blir det forstått på flere måter?"
    }
    fn goes_against(&self) -> &'static str {
        "Svarene går imot de andre om samme tema: blir utsagnet forstått omvendt?"
    }
}
