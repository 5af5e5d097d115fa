//! Words of the next time.

use crate::words::words;

words! {
    /// The next screening.
    AgainWords {
        title, link, lead, comes_along, along_settings, along_dates, along_wording, not_along, not_answers, not_promises, name,
        name_hint, start, start_hint, submit, begun, not_yet,
    }
    /// A screening beside the one before it.
    SinceWords {
        title, link, not_yet, which, nothing, then, now, difference, moved, caption, points, indicators_of,
        see_indicators, by_chance, not_comparable, not_comparable_caption, what, who, why, goals, goals_lead,
        no_indicators, success, no_success, state, measured, indicator, group,
    }
}
