//! Words of how each statement did.

use super::Danish;
use crate::language::ItemWords;

impl ItemWords for Danish {
    fn item_columns(&self) -> [&'static str; 9] {
        [
            "Udsagn",
            "Antal svar",
            "Ved ikke",
            "Ikke relevant",
            "Laveste svar",
            "Højeste svar",
            "Gennemsnit",
            "Spredning",
            "Følges med de andre",
        ]
    }
    fn item_group(&self) -> &'static str {
        "Gruppe"
    }
    fn item_advice(&self) -> &'static str {
        "Se på"
    }
    fn item_notes(&self) -> &'static str {
        "Noter"
    }
    fn many_dont_know(&self, share: &str) -> String {
        format!("Mange svarer »ved ikke« ({share}): spørg om noget, man kan se.")
    }
    fn many_not_relevant(&self, share: &str) -> String {
        format!(
            "Mange svarer »ikke relevant« ({share}): spørg om noget, alle i gruppen har med at gøre, eller spørg ikke denne gruppe."
        )
    }
    fn nearly_all_highest(&self, share: &str) -> String {
        format!(
            "Næsten alle vælger det højeste svar ({share}): udsagnet viser ingen forskelle. Sig det mere bestemt."
        )
    }
    fn nearly_all_lowest(&self, share: &str) -> String {
        format!(
            "Næsten alle vælger det laveste svar ({share}): udsagnet viser ingen forskelle. Er det for meget forlangt, eller er det sådan her?"
        )
    }
    fn stands_apart(&self) -> &'static str {
        "Svarene følges næsten ikke med de andre om samme emne: handler udsagnet om noget andet, eller bliver det forstået på flere måder?"
    }
    fn goes_against(&self) -> &'static str {
        "Svarene går imod de andre om samme emne: bliver udsagnet forstået omvendt?"
    }
}
