//! What became of a draft and its report, in Norwegian Bokmål.

use super::Bokmal;
use crate::language::{Numbers, ProcessWords};

impl ProcessWords for Bokmal {
    fn changed_since(&self, texts: usize) -> String {
        match texts {
            1 => "Etterpå er én tekst endret.".to_owned(),
            many => {
                let many = self.number_word(u64::try_from(many).unwrap_or(u64::MAX));
                format!("Etterpå er {many} tekster endret.")
            }
        }
    }

    fn answer_came(&self, version: u32, date: &str, again: bool) -> String {
        let came = if again { "Ledelsens svar er skrevet om." } else { "Ledelsens svar er kommet til." };
        format!("Version {version} ({date}): {came}")
    }

    fn unread(&self, comments: usize) -> String {
        match comments {
            1 => "Én kommentar rakk vi ikke å lese. Den er ikke med.".to_owned(),
            many => format!("{many} kommentarer rakk vi ikke å lese. De er ikke med."),
        }
    }

    fn management_answered(&self) -> &'static str {
        "De som leder stedet, har svart. Svaret står i rapporten."
    }
}
