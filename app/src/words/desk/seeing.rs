//! Words of what was read, seen, answered and written.

use crate::words::words;

words! {
    /// Documents and observations.
    EvidenceWords {
        title, lead, never_people, coverage, caption, indicator, seen, rating, one_document,
        many_documents, one_observation, many_observations, nothing, not_rated, log, log_empty, remove,
        also_about, write, write_document, document_title, document_title_hint, document_kind,
        document_kind_hint, document_date, excerpt, excerpt_hint, save_document, write_observation,
        where_seen, where_seen_hint, when_seen, what_seen, what_seen_hint, save_observation, also, rate,
        rate_after, rate_question, step_1, step_2, step_3, step_4, step_5, insufficient_choice, rated_late,
        save_rating,
    }
    /// The picture, a focus point, and what is hidden.
    PictureWords {
        title, not_yet, closed, hidden_some, no_figures, on_page, focus_points, choose_point, choose_indicator,
        talk, talk_lead, loudest_about, everything, rule, one_place, many_places, with_users, between_others,
        clear_pair, clear_between, clear_several, clear_all, no_signals, take, taken, focus_point, indicator, values, values_lead, units, units_lead,
        units_caption, units_part, units_few, units_derived, few_in_unit, unit, in_unit, derived, unknown, unknown_lead,
        unknown_none, unknown_table, unknown_caption, unknown_hidden, unknown_rest, unknown_nowhere, coverage_full, coverage_one,
        coverage_many, insufficient, hidden, hidden_lead, nothing_hidden, few, few_why, nobody, nobody_why,
        derived_title, derived_why, alone, alone_why, only_mean_title, only_mean_why, one_focus_point,
        all_focus_points, one_indicator, all_indicators, one_value, all_values, shown_focus_points, shown_indicators, shown_values, previous, next, turn_points,
        turn_indicators, turn_below, statements, signals_here, chair_interval, agreement_interval, only_mean,
        gaps, gaps_caption, gaps_rounded, between, difference, interval, no_interval, level, higher, gap_clear, gap_unsure,
        gap_no_interval, gap_small, gap_bounded, dialogue, all_figures, evidence, no_evidence, rated_late,
        to_evidence, files, xlsx, csv, excel_csv, json, package,
    }
    /// The comments.
    CommentWords {
        title, not_yet, lead, criteria, criterion_name, criterion_story, criterion_others,
        criterion_meaning, shut, none, number, open_question, waiting, approved, rewritten, left_out,
        deleted, approve, leave_out, rewrite, rewrite_label, rewrite_hint, save_rewrite, now_reads,
        consent,
    }
}
