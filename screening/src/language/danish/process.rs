//! What became of a draft and its report, in Danish.

use super::Danish;
use crate::language::{Numbers, ProcessWords};

impl ProcessWords for Danish {
    fn changed_since(&self, texts: usize) -> String {
        match texts {
            1 => "Derefter er én tekst ændret.".to_owned(),
            many => {
                let many = self.number_word(u64::try_from(many).unwrap_or(u64::MAX));
                format!("Derefter er {many} tekster ændret.")
            }
        }
    }

    fn answer_came(&self, version: u32, date: &str, again: bool) -> String {
        let came = if again { "Ledelsens svar er skrevet om." } else { "Ledelsens svar er kommet til." };
        format!("Version {version} ({date}): {came}")
    }

    fn unread(&self, comments: usize) -> String {
        match comments {
            1 => "Én kommentar nåede vi ikke at læse. Den er ikke med.".to_owned(),
            many => format!("{many} kommentarer nåede vi ikke at læse. De er ikke med."),
        }
    }

    fn management_answered(&self) -> &'static str {
        "De, der leder stedet, har svaret. Svaret står i rapporten."
    }
}
