//! The name that a file keeps: the person's own words for it, and nothing that a disk, a header or a reader minds.

use super::AttachmentKind;

/// Longest name, in characters, its ending included.
const LONGEST: usize = 80;
/// What a file is called that has no name of its own.
const NAMELESS: &str = "bilag";

/// The last part of a path, its letters, digits, spaces and a few signs, with the ending of what it is.
pub fn clean_name(name: &str, kind: AttachmentKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let kept: String = stem
        .chars()
        .map(
            |letter| if letter.is_alphanumeric() || matches!(letter, '-' | '_' | ',') { letter } else { ' ' },
        )
        .collect();
    // Neither a hidden file nor a second ending: `skema.exe.pdf` would say that it is something else.
    let stem = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = LONGEST - kind.extension().len() - 1;
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_matches([' ', '-', ',']);
    format!("{}.{}", if stem.is_empty() { NAMELESS } else { stem }, kind.extension())
}
