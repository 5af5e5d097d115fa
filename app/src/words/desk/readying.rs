//! Words of preparing beside the settings, and of the handbook.

use crate::words::words;

words! {
    /// *Er I klar?*
    Ready {
        title, lead, choose, grounds, grounds_lead, stage, stage_hint, stage_planning, stage_under_way, backing,
        backing_hint, freedom, freedom_hint, cooperation, cooperation_hint, time, time_hint, access, access_hint,
        group, planning_group, planning_group_hint, planning_users, planning_users_hint, few_users, few_users_why,
        representatives, representatives_hint, budget, budget_lead, users_time, users_time_hint, transport,
        transport_hint, food, food_hint, you, tie, tie_hint, tie_outside, tie_works, tie_leads, warning_works,
        warning_leads, save, frozen, back,
    }
    /// A small place.
    Small {
        title, lead, why, none, group, way, choose, none_chosen, join_another, join_another_text, cards, cards_text,
        large_only, large_only_text, as_it_is, as_it_is_text, cards_pdf, save, back,
    }
    /// The dates.
    DateWords {
        title, lead, caption, when, what, next, change, start, start_hint, out_of_order, save, back, weeks_prepare,
        weeks_collect, weeks_hearing_one, weeks_hearing_two, weeks_report, planning_group, agreements, invite, open,
        remind, invite_hearings, close, leader_talk, hearing_one, minutes, hearing_two, report, hand_over, hear_back,
    }
    /// Mails and agendas.
    Letters {
        title, lead, printed, posters, cards, helper, back, how, mail, to_letters, minutes, invite_users,
        invite_staff, remind, invite_hearing_one, invite_hearing_two, agenda_planning, agenda_leader,
        agenda_hearing_one, agenda_hearing_two, agenda_hand_over,
    }
    /// The handbook.
    HandbookWords {
        title, lead, whole, back, next, what, why, time, wrong, source, ours,
    }
}
