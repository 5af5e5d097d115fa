//! Words of the hearings.

use crate::words::words;

words! {
    /// A hearing.
    HearingWords {
        not_yet, lead_one, lead_two, to_material, to_record, people, agenda, minutes, date, date_hint,
        place, invited, present, others, who_counts, half_invited, yes, no, below, below_wait, below_seats,
        below_conversation, conversation, save,
    }
    /// The agenda.
    Agenda {
        lead, empty, added_by_hand, loudest, up, down, drop, add, add_button, full, proposed, timetable,
        what, from, how_long,
    }
    /// The minutes.
    MinuteWords {
        lead, no_themes, none, kind, role, participant, text, text_hint, add, remove, approve_after,
        approve_text, approve, approved, reopen, record, draft, nobody_counted, by_role,
    }
    /// Material to print.
    Material {
        title, back, print, card, today, question, users_first, you_said, nothing_said, is_this_it,
        what_to_correct, what_is_missing, what_first, evidence, quotes, script,
    }
}
