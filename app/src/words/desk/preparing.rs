//! Words of the steps from the list to the close.

use crate::words::words;

words! {
    /// The circle of steps.
    Steps {
        label, done, prepare, collect, close, hearing_one, hearing_two, report, hand_over, develop, again,
        beside, overview, evidence, picture, comments, dates, letters, handbook,
    }
    /// The list of screenings.
    List {
        title, empty, new, under_way, finished,
    }
    /// A new screening.
    Create {
        title, lead, place, instrument, instrument_hint, choose_instrument, organisation, show_units,
        groups, language, submit,
    }
    /// Preparing, and the fields of the settings.
    Prepare {
        title, lead, place, name, name_hint, units, units_hint, smallest, smallest_hint, groups, group,
        who_counts, invited_hint, invited, invited_unit, invited_no_unit, form, long_form, short_form,
        form_long, form_short, joint, joint_hint, joint_one, joint_each, joint_answer, small_link, parts, part_ready,
        part_place, part_told, part_legal, part_codes, part_letters, part_done, part_waiting, part_blocks, by_schedule, told, reader, reader_hint, hear_back, hear_back_hint, hearings,
        hearings_hint, answer_by, answer_by_hint, leader_promise, leader_promise_hint, contact, contact_hint,
        crisis_line, crisis_line_hint, closing_minutes, closing_minutes_hint, legal,
        legal_lead, controller, controller_hint, data_protection_officer, data_protection_officer_hint,
        legal_basis, legal_basis_hint, retention, retention_hint, agreement, agreement_hint,
        impact_assessment, impact_assessment_hint, save, after, to_codes, preview, preview_lead,
        preview_group, preview_told, preview_asked, preview_last, frozen, unknown, nothing,
    }
    /// The overview of a screening.
    Overview {
        next, missing, missing_fact, missing_codes, missing_answers, missing_date, missing_minutes,
        missing_approval, missing_comments, next_prepare, next_codes, next_open, next_collect, next_close,
        next_hearing_one, next_hearing_two, next_report, next_hand_over, about_prepare, about_collect,
        about_close, about_hearing_one, about_hearing_two, about_report, about_hand_over, always,
        see_settings, see_evidence, see_picture, see_comments, released, advised, advised_lead, waiting,
    }
    /// The codes and their slips.
    Codes {
        title, lead, once, pile, starts, lost, caption, group, unit, whole_place, number, code, address,
        make, made, too_late, sheet_title, sheet_lead, sheet_print, pdf, booklets, csv, onwards, extra_title, extra_lead,
        extra_count, extra_count_hint, extra_make, links_title, links_lead, links_cost, link_on, link_on_soon,
        link_was_on, link_users, link_off, switch_on, switch_off, poster,
    }
    /// Collecting and closing.
    Collect {
        title, prepared, facts_missing, codes_first, open_title, open_text, open, is_open,
        close_title, close_text, close, is_closing, closing_until, end_title, end_text, end, is_closed,
        to_picture, more_ways, correct, correct_lead, correct_save, counts, counts_caption, group, submitted, invited, unknown, again, no_names,
    }
}
