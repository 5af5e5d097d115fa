//! Words of the hearings.

use crate::words::words;

words! {
    /// Planning a hearing.
    HearingWords {
        not_yet, lead_one, lead_two, to_material, to_record, people, agenda, date, date_hint, place,
        invited, others, who_counts, half_invited, yes, no, conversation, save, to_room, to_invitation, to_card, to_stage,
        names, names_lead, names_field, names_hint, names_save, names_forget, names_now, names_gone,
        helper,
    }
    /// In the room: counting, and the state of what is written.
    RoomWords {
        title, lead, not_counted, count, when, save, less, more, earlier, below, held_as, count_again,
        back, refresh, closed,
    }
    /// The screen that the room looks at.
    StageWords {
        title, next, previous, leave, welcome, keys, clock, left, over, start, stop, closing,
        not_counted,
    }
    /// What should come first: the vote, on the desk and on the phone.
    VoteWords {
        title, lead, options, options_hint, open, opening, screen_code, voted, close, again, dots,
        voters, users_side, others_side, dots_save, few, together, apart, option, users, everyone,
        phone_title, phone_lead, code, go, choose, uses, yes, no, no_name, cast, thanks, closed,
        unknown,
    }
    /// The agenda.
    Agenda {
        lead, empty, added_by_hand, loudest, up, down, drop, add, add_button, full, proposed, timetable,
        what, from, how_long, chairs, question,
    }
    /// The minutes.
    MinuteWords {
        lead, no_themes, none, kind, role, text, text_hint, add, remove, approve_after,
        approve_text, approve, approved, reopen, record, draft, nobody_counted, by_role, quick, enter, text_again,
        quick_role, few_role, indicator, whole_theme, edit, save_edit, now, you_said, fate_confirmed,
        fate_corrected, fate_open, about_kind, about_text, about_add, add_more, used_in, to_line,
        waiting, not_sent, signed_out, refused, take_back, not_saved,
    }
    /// Material to print.
    Material {
        title, back, pdf, print, card, today, question, users_first, you_said, nothing_said, is_this_it,
        what_to_correct, what_is_missing, what_first, evidence, quotes, script,
    }
}
