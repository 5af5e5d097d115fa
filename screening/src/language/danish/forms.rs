//! The report's other forms in Danish. What those who took part read is in easy language: short words, one thing at a
//! time.

use super::Danish;
use super::numbers::definite;
use crate::language::sentence::{capital, is_date, own_date};
use crate::language::{FormWords, Numbers};

impl FormWords for Danish {
    fn participants_kicker(&self) -> &'static str {
        "Til dig, der var med"
    }

    fn thanks_heading(&self) -> &'static str {
        "Tak for hjælpen"
    }

    fn thanks(&self) -> &'static str {
        "Du og de andre har svaret. Nu ved vi mere om, hvordan I ser på stedet."
    }

    fn nobody_answered(&self) -> &'static str {
        "Der kom ingen svar denne gang."
    }

    fn took_part(&self, group: &str, submitted: u64, invited: Option<u64>) -> String {
        format!("{group}: {} har svaret.", self.counted(submitted, invited))
    }

    fn were_at(&self, first: bool, users: u32, all: u32) -> String {
        let which = if first { "første" } else { "andet" };
        format!("Vi var {all} til det {which} møde. {users} af os bruger stedet.")
    }

    fn nobody_sees(&self) -> &'static str {
        "Ingen kan se, hvad lige du har svaret."
    }

    fn strong_heading(&self) -> &'static str {
        "Det går godt"
    }

    fn strong_lead(&self) -> &'static str {
        "Her siger svarene, at det går godt:"
    }

    fn highest_lead(&self) -> &'static str {
        "Her får stedet de højeste svar:"
    }

    fn highest_heading_easy(&self) -> &'static str {
        "Det ligger højest"
    }

    fn talk_heading(&self) -> &'static str {
        "Det skal vi tale om"
    }

    fn lowest_lead(&self, group: &str) -> String {
        match definite(group) {
            Some(group) => format!("{}s svar ligger lavest her:", capital(&group)),
            None => format!("Svarene fra {} ligger lavest her:", self.inside(group)),
        }
    }

    fn differently_lead(&self) -> &'static str {
        "Her ser vi ikke ens på det:"
    }

    fn too_few(&self) -> &'static str {
        "Vi er for få til at vise tal. Så kan ingen se, hvem der har svaret hvad."
    }

    fn begin_heading(&self) -> &'static str {
        "Her kan vi begynde"
    }

    fn begin_lead(&self) -> &'static str {
        "Det er det, vi peger på i vores rapport:"
    }

    fn next_heading(&self) -> &'static str {
        "Hvad sker der nu?"
    }

    fn management_answers(&self, answer_by: &str) -> String {
        match answer_by.trim() {
            "" => "Nu skal de, der leder stedet, sige, hvad de vil gøre.".to_owned(),
            date if is_date(date) => {
                format!("De, der leder stedet, svarer senest den {}.", own_date(date, self))
            }
            words => format!("De, der leder stedet, svarer {words}."),
        }
    }

    fn next(&self) -> [&'static str; 3] {
        [
            "Så lægger vi en plan. Du kan være med til det.",
            "Du må gerne læse hele vores rapport. Spørg en, der er her, så får du den.",
            "Er der noget, vi har glemt? Sig det til os.",
        ]
    }

    fn appendix_kicker(&self) -> &'static str {
        "Bilag til rapporten"
    }

    fn appendix_guide(&self, figures: bool) -> &'static str {
        if !figures {
            return "Der er for få svar til at vise tal. Her står de udsagn, der blev svaret på.";
        }
        "Her står alle de tal, der må vises, og de udsagn, der blev svaret på. Grupper bliver aldrig lagt sammen, og \
         hvor der står, at der er for få svar, er tallet skjult, så ingen kan genkendes."
    }

    fn values_heading(&self) -> &'static str {
        "Værdierne på tværs"
    }

    fn statements_caption(&self) -> &'static str {
        "Det blev der svaret på"
    }

    fn indicator_column(&self) -> &'static str {
        "Indikator"
    }

    fn not_asked_cell(&self) -> &'static str {
        "ikke spurgt"
    }

    fn committee_lead(&self, organisation: &str, kicker: &str) -> String {
        format!(
            "{organisation} har lavet en screening ({kicker}) og spurgt dem, der bruger, arbejder i og leder stedet."
        )
    }
}
