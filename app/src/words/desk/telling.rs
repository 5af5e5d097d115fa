//! Words of the report.

use crate::words::words;

words! {
    /// The report's draft.
    ReportWords {
        title, not_yet, lead, released, see_released, preview, pdf, to_release, back, sentence, basis,
        no_basis, save, original, reset, taken_out, lines, release_title, release_text, release_leaders,
        release_frozen, release_originals, release, release_again,
    }
    /// The leader's pages.
    Leader {
        title, lead, empty, released, pdf, answer,
    }
}
