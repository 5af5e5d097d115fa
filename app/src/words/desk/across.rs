//! Words of what is told across a municipality, and of a place's yes to it.

use crate::words::words;

words! {
    /// The administrator's page.
    AcrossWords {
        title, link, lead, protected, only_yes, least_places, no_names, once, nobody_title, nobody, how_yes, none_waiting, one_waits,
        some_wait, enough, make, tally, caption, point, mean, of_the_same, few, unbound, not_asked, no_tally, earlier,
        supervision, supervision_see, supervision_lead, supervision_caption, theme, points, no_points,
    }
    /// A place's yes.
    LeaveWords {
        title, link, back, lead, means, what, which_figures, no_names, this_time, take_back, a_no, who, none, given, counted, give, withdraw,
    }
}
