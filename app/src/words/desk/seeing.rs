//! Words of what was read, seen, answered and written.

use crate::words::words;

words! {
    /// Documents and observations.
    EvidenceWords {
        title, lead, never_people, coverage, indicator, seen, rating, one_document, many_documents,
        one_observation, many_observations, nothing, not_rated, log, log_empty, remove, also_about, write,
        write_document, document_title, document_title_hint, document_kind, document_kind_hint,
        document_date, excerpt, excerpt_hint, save_document, write_observation, where_seen,
        where_seen_hint, when_seen, what_seen, what_seen_hint, save_observation, also, rate, rate_after,
        rate_question, step_1, step_2, step_3, step_4, step_5, insufficient_choice, rated_late,
        save_rating, coverage_thin, edit, edit_document, edit_observation, stands_now, about, about_empty,
        between_steps, to_agree, agree_on_it, own_given, who_rates, one_assesses, no_second, second_label,
        name_second, two_assess, end_two, end_two_lead, end_two_button, two_rate, own_kept, others_rate,
        apart, alike, firsts, late_mark, settled_rating, reason_was, settle_again, settle_question, reason,
        reason_hint, save_settled, rated_alone, somebody, coverage_none, none_rated, one_rated, many_rated,
    }
    /// The picture, a focus point, and what is hidden.
    PictureWords {
        title, not_yet, closed, hidden_some, no_figures, on_page, focus_points, choose_point,
        choose_indicator, talk, talk_lead, loudest_about, everything, rule, one_place, many_places,
        with_users, between_others, clear_between, no_signals, take, taken, focus_point, indicator, values,
        values_lead, units, units_lead, units_caption, unit, in_unit, derived, few_in_unit, units_few,
        units_derived, unknown, unknown_lead, unknown_none, unknown_table, unknown_caption, unknown_hidden,
        count_of, coverage_full, coverage_one, coverage_many, insufficient, hidden, hidden_lead,
        nothing_hidden, few, few_why, nobody, nobody_why, derived_title, derived_why, alone, alone_why,
        only_mean_title, only_mean_why, one_focus_point, all_focus_points, one_indicator, all_indicators,
        one_value, all_values, previous, next, turn_points, turn_indicators, turn_below, statements,
        signals_here, chair_interval, agreement_interval, only_mean, gaps, gaps_caption, between,
        difference, interval, no_interval, level, higher, gap_clear, gap_unsure, gap_no_interval,
        gap_small, gap_bounded, dialogue, all_figures, evidence, no_evidence, rated_late, to_evidence,
        files, xlsx, csv, excel_csv, json, package, left_out_one, left_out_many, left_out_why,
    }
    /// The comments.
    CommentWords {
        title, not_yet, lead, criteria, criterion_name, criterion_story, criterion_meaning, shut, none,
        number, open_question, waiting, approved, rewritten, left_out, deleted, approve, leave_out,
        rewrite, rewrite_label, rewrite_hint, save_rewrite, now_reads, consent, rewrite_if, leave_out_if,
        nothing_there, nothing_waits, one_waits, many_wait, first_waiting, worry_link, left_out_count,
        left_out_caption, why, how_many, writer_said_no, second_title, second_is, second_lead, promised,
        promised_nobody, second_label, nobody, save_second, somebody, second_waits, second_yes, second_no,
        say_yes, say_no, remark, remark_hint, save_no, approve_anyway, leave_out_why, rewrite_hint_other,
        worrying, mark, unmark, what_to_do,
    }
    /// When a comment worries.
    WorryWords {
        title, lead, one_marked, many_marked, danger, danger_text, untraceable, untraceable_text,
        untraceable_do, call, call_colleague, call_leader, call_contact, call_supervision, call_child,
        to_all, to_all_lead, to_all_text, to_all_again, note, note_text, comment, comment_text, yourself,
        yourself_text, back, crisis_line, ring_112,
    }
}
