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
        title, not_yet, closed, no_figures, points, talk, talk_lead, no_signals, take, focus_point,
        indicator, units, units_lead, units_caption, derived, hidden, hidden_lead, nothing_hidden,
        hidden_few, hidden_alone, hidden_mean, hidden_unit_few, hidden_unit_derived, spread, no_spread,
        gaps_caption, between, difference, interval, no_interval, evidence, no_evidence, rated_late,
        to_evidence, hidden_here, chair_interval, files, csv, json, more_signals,
    }
    /// The comments.
    CommentWords {
        title, not_yet, lead, criteria, criterion_name, criterion_story, criterion_others,
        criterion_meaning, shut, none, number, open_question, waiting, approved, rewritten, left_out,
        deleted, approve, leave_out, rewrite, rewrite_label, rewrite_hint, save_rewrite, now_reads,
        consent,
    }
}
