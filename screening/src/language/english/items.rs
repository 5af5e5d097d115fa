//! Words of how each statement did.

use super::English;
use crate::language::ItemWords;

impl ItemWords for English {
    fn item_columns(&self) -> [&'static str; 9] {
        [
            "Statement",
            "Answers",
            "Don’t know",
            "Not relevant",
            "Lowest answer",
            "Highest answer",
            "Mean",
            "Spread",
            "Goes with the others",
        ]
    }
    fn item_group(&self) -> &'static str {
        "Group"
    }
    fn item_advice(&self) -> &'static str {
        "Look at"
    }
    fn item_notes(&self) -> &'static str {
        "Notes"
    }
    fn many_dont_know(&self, share: &str) -> String {
        format!("Many answer “don’t know” ({share}): ask about something people can see.")
    }
    fn many_not_relevant(&self, share: &str) -> String {
        format!(
            "Many answer “not relevant” ({share}): ask about something everyone in the group meets, or don’t ask this group."
        )
    }
    fn nearly_all_highest(&self, share: &str) -> String {
        format!(
            "Nearly everyone chooses the highest answer ({share}): the statement shows no differences. Say it more firmly."
        )
    }
    fn nearly_all_lowest(&self, share: &str) -> String {
        format!(
            "Nearly everyone chooses the lowest answer ({share}): the statement shows no differences. Is it too much to ask, or is it like that here?"
        )
    }
    fn stands_apart(&self) -> &'static str {
        "The answers hardly go with the others on the same topic: is the statement about something else, or understood in several ways?"
    }
    fn goes_against(&self) -> &'static str {
        "The answers go against the others on the same topic: is the statement understood the other way round?"
    }
}
