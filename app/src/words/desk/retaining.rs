//! Words of what is deleted when.

use crate::words::words;

words! {
    /// What is deleted when.
    RetentionWords {
        title, link, lead, by_itself, caption, what, when, answers, evidence, report, answers_note, evidence_note, report_note,
        on, gone, over, over_demonstration, pilot, pilot_on, after_release, after_filing, after_next, at_once_codes, at_once_comments, at_once_names,
        at_once_title, shorter, shorter_lead, months_answers, months_evidence, months_report, one_month, many_months, years, months_hint, filed, filed_hint,
        filed_not_yet, save, log, log_shorter, log_months, all_title, all_link, all_lead, all_none
    }
}
