//! What became of a draft and its report, in English.

use super::English;
use crate::language::{Numbers, ProcessWords};

impl ProcessWords for English {
    fn changed_since(&self, texts: usize) -> String {
        match texts {
            1 => "After that, one text was changed.".to_owned(),
            many => {
                let many = self.number_word(u64::try_from(many).unwrap_or(u64::MAX));
                format!("After that, {many} texts were changed.")
            }
        }
    }

    fn answer_came(&self, version: u32, date: &str, again: bool) -> String {
        let came = if again {
            "Management’s answer has been rewritten."
        } else {
            "Management’s answer has been added."
        };
        format!("Version {version} ({date}): {came}")
    }

    fn unread(&self, comments: usize) -> String {
        match comments {
            1 => "We did not manage to read one comment. It is not included.".to_owned(),
            many => format!("We did not manage to read {many} comments. They are not included."),
        }
    }

    fn management_answered(&self) -> &'static str {
        "Those who lead the place have answered. Their answer is in the report."
    }
}
