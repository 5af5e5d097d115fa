//! Words of the development plan.

use crate::words::words;

words! {
    /// The plan, its goals, and what is told those who took part.
    Developing {
        title, lead, not_yet, about, next, print, calendar, calendar_hint, told_link, works_lead, works_none,
        goals, empty, full, begin, begin_lead, proposals_report, proposals_vote, votes, own, take, ended,
        stands, follow_up_on, late, no_follow_up, do_follow_up, read_plan, leader_lead, leader_empty,
        back_report, written_now, under_way,
    }
    /// Writing a goal.
    GoalWords {
        new, part, aim, people, questions, position, save_next, save_last, statement, statement_hint, why,
        why_hint, activity, activity_hint, indicators, indicators_hint, life_area, life_area_hint, no_area,
        begins, ends, ends_hint, place, place_hint, places, who, who_hint, user, user_hint, choose, yes, no,
        questions_lead, question_what_hint, question_noticed_hint, question_agreed_hint,
        question_managed_hint, question_when_hint, position_lead, wanted, now, now_hint, holds, holds_hint,
        next_step, next_step_hint, success, success_hint, no_success, no_success_hint, cost, cost_hint, gain,
        lacks, lack_period, lack_user, lack_position, edit, agreed, remove, remove_why, no_end, ends_first,
        past, ahead, before_last, no_room, no_reason, not_begun, ended,
    }
    /// Milestones and follow-ups of a goal.
    OnTheWay {
        milestones, milestones_lead, no_milestones, milestone, milestone_hint, due, add, far, late, done, done_on,
        tick, untick, drop, follow_ups, no_follow_ups, take_back, take_back_why, title, lead, last_time, said_then,
        date, now, well, well_hint, differently, differently_hint, decision, reason, reason_hint, save,
    }
    /// *I sagde – vi gør.*
    TellingWords {
        title, lead, by, said, said_hint, done, done_hint, pair, pick, pick_lead, from_hearing, from_report,
        save, poster, no_poster, waiting,
    }
}
