//! The report's other forms in English. What those who took part read is in easy language: short words, one thing at a
//! time.

use super::English;
use super::numbers::{owner, verb};
use crate::language::sentence::{is_date, own_date};
use crate::language::{FormWords, Numbers};

impl FormWords for English {
    fn participants_kicker(&self) -> &'static str {
        "To you who took part"
    }

    fn thanks_heading(&self) -> &'static str {
        "Thank you for your help"
    }

    fn thanks(&self) -> &'static str {
        "You and the others have answered. Now we know more about how you see the place."
    }

    fn nobody_answered(&self) -> &'static str {
        "No answers came in this time."
    }

    fn took_part(&self, group: &str, submitted: u64, invited: Option<u64>) -> String {
        format!("{group}: {} {} answered.", self.counted(submitted, invited), verb(submitted, "has", "have"))
    }

    fn were_at(&self, first: bool, users: u32, all: u32) -> String {
        let which = if first { "first" } else { "second" };
        let (were, uses) = (verb(all.into(), "was", "were"), verb(users.into(), "uses", "use"));
        format!("There {were} {all} of us at the {which} meeting. {users} of us {uses} the place.")
    }

    fn nobody_sees(&self) -> &'static str {
        "No one can see what you said."
    }

    fn strong_heading(&self) -> &'static str {
        "What goes well"
    }

    fn strong_lead(&self) -> &'static str {
        "Here the answers say that things go well:"
    }

    fn highest_lead(&self) -> &'static str {
        "Here the place gets its highest answers:"
    }

    fn highest_heading_easy(&self) -> &'static str {
        "What is highest"
    }

    fn talk_heading(&self) -> &'static str {
        "What we should talk about"
    }

    fn lowest_lead(&self, group: &str) -> String {
        format!("Here {} answers are lowest:", owner(&self.definite(group)))
    }

    fn differently_lead(&self) -> &'static str {
        "Here we do not see it the same way:"
    }

    fn too_few(&self) -> &'static str {
        "We are too few to show figures. That way no one can see who said what."
    }

    fn begin_heading(&self) -> &'static str {
        "Where we can begin"
    }

    fn begin_lead(&self) -> &'static str {
        "This is what we point to in our report:"
    }

    fn next_heading(&self) -> &'static str {
        "What happens now?"
    }

    fn management_answers(&self, answer_by: &str) -> String {
        match answer_by.trim() {
            "" => "Now those who lead the place have to say what they will do.".to_owned(),
            date if is_date(date) => {
                format!("Those who lead the place will answer by {}.", own_date(date, self))
            }
            words => format!("Those who lead the place will answer {words}."),
        }
    }

    fn next(&self) -> [&'static str; 3] {
        [
            "Then we make a plan. You can be part of that.",
            "You may read our whole report. Ask someone here, and you will get it.",
            "Is there something we forgot? Tell us.",
        ]
    }

    fn appendix_kicker(&self) -> &'static str {
        "Appendix to the report"
    }

    fn appendix_guide(&self, figures: bool) -> &'static str {
        if !figures {
            return "There are too few answers to show figures. Here are the statements that were answered.";
        }
        "Here are all the figures that may be shown, and the statements that were answered. Groups are never added together. \
         Where it says that there are too few answers, the figure is hidden so that nobody can be recognised."
    }

    fn values_heading(&self) -> &'static str {
        "The values across the focus points"
    }

    fn statements_caption(&self) -> &'static str {
        "What was asked"
    }

    fn indicator_column(&self) -> &'static str {
        "Indicator"
    }

    fn not_asked_cell(&self) -> &'static str {
        "not asked"
    }

    fn committee_lead(&self, organisation: &str, kicker: &str) -> String {
        format!(
            "{organisation} has carried out a screening ({kicker}) and asked those who use, work at and lead the place."
        )
    }
}
