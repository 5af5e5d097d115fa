//! What waits before preparing is left: words, and the field that mends it.

use super::course::{address, fact_label, missing_facts};
use crate::components::form::field_id;
use crate::page::Page;
use crate::words::{Words, fill};
use leptos::prelude::*;
use screening::preparation::{Expense, Ground, Lack, lacking};
use workflow::screenings::Screening;

/// Page of *Er I klar?* within a screening.
pub const READY: &str = "forbered/klar";
/// Page of a small place within a screening.
pub const SMALL: &str = "forbered/lille-sted";

/// Words and address of what waits on one page.
pub type Waiting = Vec<(String, String)>;

/// What waits, by the part of preparing where it is mended.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// *Er I klar?*
    pub ready: Waiting,
    /// How a small group goes on.
    pub small: Waiting,
    /// What those who answer are told.
    pub told: Waiting,
    /// The law's facts: without them it does not open.
    pub legal: Waiting,
}

impl Parts {
    /// Everything that waits in a screening.
    pub fn of(page: &Page, screening: &Screening) -> Self {
        let words = page.words;
        let texts = screening.instrument.texts(page.language);
        let prepare = &words.desk.prepare;
        let mut parts = Self::default();
        for lack in lacking(&screening.settings, &screening.instrument) {
            let at = |at: &str, field: &str| format!("{}#{}", address(&screening.id, at), field_id(field));
            let ready = |field: &str| at(READY, field);
            let told = |field: &str| at("forbered", field);
            match lack {
                Lack::Stage => parts.ready.push((words.desk.ready.stage.clone(), ready("stage"))),
                Lack::Ground(ground) => {
                    let (label, _) = ground_words(words, ground);
                    parts.ready.push((label.to_owned(), ready(&ground_field(ground))));
                }
                Lack::PlanningGroup => {
                    parts.ready.push((words.desk.ready.planning_group.clone(), ready("planning_group")));
                }
                Lack::PlanningUsers => {
                    parts.ready.push((words.desk.ready.few_users.clone(), ready("planning_users")));
                }
                Lack::StaffRepresentatives => {
                    let label = words.desk.ready.representatives.clone();
                    parts.ready.push((label, ready("staff_representatives")));
                }
                Lack::Expense(expense) => {
                    let (label, _) = expense_words(words, expense);
                    parts.ready.push((label.to_owned(), ready(&expense_field(expense))));
                }
                Lack::Tie => parts.ready.push((words.desk.ready.tie.clone(), ready("tie"))),
                Lack::Way(group) => {
                    let text = fill(&words.desk.small.choose, &[("group", texts.group(&group))]);
                    parts.small.push((text, address(&screening.id, SMALL)));
                }
                Lack::CommentReader => parts.told.push((prepare.reader.clone(), told("comment_reader"))),
                Lack::HearBack => parts.told.push((prepare.hear_back.clone(), told("hear_back"))),
                Lack::Hearings => parts.told.push((prepare.hearings.clone(), told("hearings"))),
                Lack::AnswerBy => parts.told.push((prepare.answer_by.clone(), told("answer_by"))),
                Lack::LeaderPromise => {
                    parts.told.push((prepare.leader_promise.clone(), told("leader_promise")));
                }
                Lack::Contact => parts.told.push((prepare.contact.clone(), told("contact"))),
            }
        }
        for fact in missing_facts(&screening.settings.legal) {
            let href =
                format!("{}#{}", address(&screening.id, "forbered"), field_id(&format!("legal[{fact}]")));
            parts.legal.push((fact_label(words, fact).to_owned(), href));
        }
        parts
    }

    /// What keeps nothing from opening, a line a part: those who answer would miss it.
    pub fn advised(&self, page: &Page, screening: &Screening) -> Waiting {
        let words = &page.words.desk;
        let many = |waiting: &Waiting, part: &str, at: &str| {
            let count = waiting.len().to_string();
            (!waiting.is_empty()).then(|| {
                let text = fill(&words.overview.waiting, &[("part", part), ("count", &count)]);
                (text, address(&screening.id, at))
            })
        };
        let mut advised: Waiting = many(&self.ready, &words.ready.title, READY).into_iter().collect();
        advised.extend(self.small.iter().cloned());
        advised.extend(self.told.iter().cloned());
        advised
    }
}

/// A list of what waits, each a link to where it is mended.
pub fn list(waiting: Waiting) -> AnyView {
    let lines = waiting.into_iter().map(|(text, href)| view! { <li><a href=href>{text}</a></li> });
    view! { <ul>{lines.collect_view()}</ul> }.into_any()
}

/// Question and hint about what carries a screening.
pub fn ground_words(words: &'static Words, ground: Ground) -> (&'static str, &'static str) {
    let words = &words.desk.ready;
    match ground {
        Ground::Backing => (&words.backing, &words.backing_hint),
        Ground::Freedom => (&words.freedom, &words.freedom_hint),
        Ground::Cooperation => (&words.cooperation, &words.cooperation_hint),
        Ground::Time => (&words.time, &words.time_hint),
        Ground::Access => (&words.access, &words.access_hint),
    }
}

/// Question and hint about what is set aside.
pub fn expense_words(words: &'static Words, expense: Expense) -> (&'static str, &'static str) {
    let words = &words.desk.ready;
    match expense {
        Expense::Time => (&words.users_time, &words.users_time_hint),
        Expense::Transport => (&words.transport, &words.transport_hint),
        Expense::Food => (&words.food, &words.food_hint),
    }
}

/// Name of the field of what carries a screening.
pub fn ground_field(ground: Ground) -> String {
    format!("grounds[{}]", ground.id())
}

/// Name of the field of what is set aside.
pub fn expense_field(expense: Expense) -> String {
    format!("budget[{}]", expense.id())
}
