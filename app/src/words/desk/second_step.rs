//! Words of the second step at sign-in.

use crate::words::words;

words! {
    /// Signing in by two steps.
    SecondStepWords {
        title, on, off, required_now, change, lead, begin_title, app_needed, password, begin, scan_title,
        scan, qr, type_it, code, code_hint, confirm, restart, codes_title, codes_lead, codes_left, one_code_left,
        no_codes_left, change_title, change_lead, renew, any_code, end_lead, end_lead_required, end,
        ask_title, ask_lead, ask_submit, ask_lost, ask_again, admin_title, admin_recommended,
        admin_required, admin_count, admin_own_first, admin_one_without, admin_without, codes_keep, admin_require, admin_recommend, admin_mark, take_off, take_off_lead
    }
}
