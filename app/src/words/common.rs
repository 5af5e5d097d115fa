//! What stands on every page, errors, signing in.

use super::words;

words! {
    /// What stands on every page.
    Common {
        name, skip, reading, larger_text, normal_text, roomy_text, dense_text, one_at_a_time,
        page_at_a_time, read_aloud, stop_reading, clearer_colours, normal_colours, settings, screenings, reports,
        sign_in, sign_out, lines_wait, accessibility, rights, how_it_works, back, save, saved, table, problems_title,
        problems_in_title, optional, print, none, one_minute, minutes, keep_text, own_name
    }
    /// Errors.
    Errors {
        not_found_title, not_found_text, refused_title, refused_text, unavailable_title, unavailable_text,
        unreadable_form, to_start, elsewhere_title, elsewhere_text, too_large_title, too_large_text, too_many_title,
        too_many_text, too_slow_title, unreadable_title, unreadable_text
    }
    /// What can be wrong with what was typed.
    Problems {
        empty, too_long, too_short, not_an_email, not_a_number, not_a_choice, not_agreed, not_a_date, too_early, not_an_address, repeated,
        wrong_sign_in, wrong_sign_in_code, wrong_password, not_the_accounts, last_administrator, too_common, own_name, own_step_first, not_the_same,
        too_many_tries, code_mistyped,
        code_unknown, wrong_words, nothing_begun, words_locked, on_paper, not_open_yet, closing, closed, stopped, outside_scale, not_in_questionnaire,
        group_too_small, nobody_invited, legal_facts_missing, codes_made_before, wrong_state, nothing_written,
        not_assessor, both_rated, rated_alone, may_tell_who, same_words, other_reader,
        sentence_changed, evidence_deleted, too_many_pages, too_many_lines, leader_answered,
        comments_waiting, changed, line_changed, lines_unread, too_many, too_few, too_few_places, no_file, file_gone, cells_refused, nothing_to_import, imported_before
    }
    /// Signing in.
    SignIn { title, lead, email, password, submit, forgotten, password_chosen }
}
