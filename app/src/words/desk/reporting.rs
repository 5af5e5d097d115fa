//! Words of what is done with a report: reading through, talks, release, handing over, management's answer.

use crate::words::words;

words! {
    /// Beside the draft's sentences, and what is done before the release.
    ReviewWords {
        by_draft, by_edit, by_own, somebody, check, check_count, no_check, now, keep_theirs, save_mine, add, add_hint, save_added,
        reset_section, reset_section_what, note, note_hint, note_save, notes_open, note_by, note_settled, settle, reopen, words,
        length, length_none, length_words, length_part, length_many, read_title, read_text, read_by, read_button,
        fact_title, fact_text, talk_title, talk_text, date, present, account, fact_account, save_talk, management,
        facilitators, users, staff, outside, held, lacks_title, lacks_lead, lacks_none, lack_pages, lack_comments,
        lack_hearing_one, lack_hearing_two, lack_reader, lack_fact_check, lack_talk, lack_notes, lack_wording,
        changes, changes_hint, versions_title, versions_lead, version, version_answer, checksum, checksum_how, json, to_review, to_hand_over,
        section_note,
    }
    /// What a report can be taken along as.
    ReportFormWords {
        title, document, document_hint, appendix, appendix_hint, figures, figures_hint, participants, participants_hint,
        slide, slide_hint, paragraph, paragraph_hint,
    }
    /// Handing over.
    HandOverWords {
        title, not_yet, lead, agenda, agenda_open, meeting, meeting_hint, checklist, save, item_management, item_users, item_staff,
        item_sent, item_users_begin, item_answer_agreed, item_participants, participants_title, participants_by,
        participants_late, participants_done, participants_why, asks_title, asks_none, answer_title, answer_none, answer_by_leader,
        answer_typed, type_in, no_leader,
    }
    /// Management's answer.
    ReplyWords {
        title, lead, label, hint, send, again, done, what_happens,
    }
}
