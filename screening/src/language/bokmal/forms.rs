//! The report's other forms in Bokmål. What those who took part read is in easy language: short words, one thing at a
//! time.

use super::Bokmal;
use super::numbers::definite;
use crate::language::sentence::{capital, is_date, own_date};
use crate::language::{FormWords, Numbers};

impl FormWords for Bokmal {
    fn participants_kicker(&self) -> &'static str {
        "Til deg som var med"
    }

    fn thanks_heading(&self) -> &'static str {
        "Takk for hjelpen"
    }

    fn thanks(&self) -> &'static str {
        "Du og de andre har svart. Nå vet vi mer om hvordan dere ser på stedet."
    }

    fn nobody_answered(&self) -> &'static str {
        "Det kom ingen svar denne gangen."
    }

    fn took_part(&self, group: &str, submitted: u64, invited: Option<u64>) -> String {
        format!("{group}: {} har svart.", self.counted(submitted, invited))
    }

    fn were_at(&self, first: bool, users: u32, all: u32) -> String {
        let which = if first { "første" } else { "andre" };
        format!("Vi var {all} på det {which} møtet. {users} av oss bruker stedet.")
    }

    fn nobody_sees(&self) -> &'static str {
        "Ingen kan se hva akkurat du har svart."
    }

    fn strong_heading(&self) -> &'static str {
        "Dette går bra"
    }

    fn strong_lead(&self) -> &'static str {
        "Her sier svarene at det går bra:"
    }

    fn highest_lead(&self) -> &'static str {
        "Her får stedet de høyeste svarene:"
    }

    fn highest_heading_easy(&self) -> &'static str {
        "Dette ligger høyest"
    }

    fn talk_heading(&self) -> &'static str {
        "Dette skal vi snakke om"
    }

    fn lowest_lead(&self, group: &str) -> String {
        match definite(group) {
            Some(group) => format!("{}s svar ligger lavest her:", capital(&group)),
            None => format!("Svarene fra {} ligger lavest her:", self.inside(group)),
        }
    }

    fn differently_lead(&self) -> &'static str {
        "Her ser vi ikke likt på det:"
    }

    fn too_few(&self) -> &'static str {
        "Vi er for få til å vise tall. Da kan ingen se hvem som har svart hva."
    }

    fn begin_heading(&self) -> &'static str {
        "Her kan vi begynne"
    }

    fn begin_lead(&self) -> &'static str {
        "Dette er det vi peker på i rapporten vår:"
    }

    fn next_heading(&self) -> &'static str {
        "Hva skjer nå?"
    }

    fn management_answers(&self, answer_by: &str) -> String {
        match answer_by.trim() {
            "" => "Nå skal de som leder stedet, si hva de vil gjøre.".to_owned(),
            date if is_date(date) => format!("De som leder stedet, svarer senest {}.", own_date(date, self)),
            words => format!("De som leder stedet, svarer {words}."),
        }
    }

    fn next(&self) -> [&'static str; 3] {
        [
            "Så lager vi en plan. Du kan være med på det.",
            "Du kan lese hele rapporten vår. Spør en som er her, så får du den.",
            "Er det noe vi har glemt? Si det til oss.",
        ]
    }

    fn appendix_kicker(&self) -> &'static str {
        "Vedlegg til rapporten"
    }

    fn appendix_guide(&self, figures: bool) -> &'static str {
        if !figures {
            return "Det er for få svar til å vise tall. Her står utsagnene det ble svart på.";
        }
        "Her står alle tallene som kan vises, og utsagnene det ble svart på. Grupper blir aldri slått sammen. Der det står \
         at det er for få svar, er tallet skjult, så ingen kan kjennes igjen."
    }

    fn values_heading(&self) -> &'static str {
        "Verdiene på tvers"
    }

    fn statements_caption(&self) -> &'static str {
        "Dette ble det svart på"
    }

    fn indicator_column(&self) -> &'static str {
        "Indikator"
    }

    fn not_asked_cell(&self) -> &'static str {
        "ikke spurt"
    }

    fn committee_lead(&self, organisation: &str, kicker: &str) -> String {
        format!(
            "{organisation} har gjennomført en kartlegging ({kicker}) og spurt dem som bruker, arbeider på og leder stedet."
        )
    }
}
