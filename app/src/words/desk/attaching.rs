//! Words of files beside documents and observations.

use crate::words::{Words, fill, words};
use screening::attachment::{AttachmentFault, LONGEST_ATTACHMENT, MOST_ATTACHED};

words! {
    /// Files beside documents and observations.
    AttachmentWords {
        title, why_off, switch_on, is_on, switch_off, used, stay, who, add_one, file, hint, add, remove, size_gb,
        size_mb, size_kb, empty, too_long, no_room, kind, broken, macros,
    }
}

/// A file's length as people say it: *14 kB*, *1,2 MB*; a part begun counts as whole.
pub fn file_size(words: &Words, bytes: u64) -> String {
    const MEGABYTE: u64 = 1 << 20;
    const GIGABYTE: u64 = 1 << 30;
    let attachments = &words.desk.attachments;
    if bytes < MEGABYTE {
        return fill(&attachments.size_kb, &[("size", &bytes.div_ceil(1 << 10).to_string())]);
    }
    let (unit, text) = match bytes {
        GIGABYTE.. => (GIGABYTE, &attachments.size_gb),
        _ => (MEGABYTE, &attachments.size_mb),
    };
    let tenths = bytes.saturating_mul(10).div_ceil(unit);
    let size = match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        _ => words.sentences().number(tenths as f64 / 10.0, 1),
    };
    fill(text, &[("size", &size)])
}

/// Why a file is not taken, and the mend.
pub fn attachment_fault(words: &Words, fault: AttachmentFault) -> String {
    let most = |text: &str, bytes: u64| fill(text, &[("most", &file_size(words, bytes))]);
    let words = &words.desk.attachments;
    match fault {
        AttachmentFault::Empty => words.empty.clone(),
        AttachmentFault::TooLong => most(&words.too_long, LONGEST_ATTACHMENT as u64),
        AttachmentFault::NoRoom => most(&words.no_room, MOST_ATTACHED),
        AttachmentFault::Kind => words.kind.clone(),
        AttachmentFault::Broken => words.broken.clone(),
        AttachmentFault::Macros => words.macros.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::file_size;

    #[test]
    fn a_size_is_said_as_people_say_it() {
        let words = crate::words::of("da");
        for (bytes, said) in [
            (0, "0 kB"),
            (1, "1 kB"),
            (1024, "1 kB"),
            (1025, "2 kB"),
            (5 << 20, "5 MB"),
            ((5 << 20) + 1, "5,1 MB"),
            (50 << 20, "50 MB"),
            (3 << 29, "1,5 GB"),
        ] {
            assert_eq!(file_size(words, bytes).replace('\u{a0}', " "), said);
        }
    }
}
