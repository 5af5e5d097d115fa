//! Office files: archives whose list of contents says which kind it is. Nothing is unpacked.

use super::{AttachmentFault, AttachmentKind};

/// How an archive begins.
pub(super) const LOCAL: &[u8] = b"PK\x03\x04";
const ENTRY: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// Bytes of the end of the list, without a comment.
const END_LENGTH: usize = 22;
/// Bytes of an entry of the list before its name.
const ENTRY_LENGTH: usize = 46;
/// The first content of an OpenDocument text, stored as it is.
const ODT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.text";

/// Which office file an archive is.
pub(super) fn kind(bytes: &[u8]) -> Result<AttachmentKind, AttachmentFault> {
    let names = names(bytes).ok_or(AttachmentFault::Broken)?;
    let has = |name: &str| names.contains(&name.as_bytes());
    let ends = |name: &&[u8], with: &str| name.to_ascii_lowercase().ends_with(with.as_bytes());
    if names.iter().any(|name| ends(name, "vbaproject.bin") || name.starts_with(b"Basic/")) {
        return Err(AttachmentFault::Macros);
    }
    let office = has("[Content_Types].xml") && has("_rels/.rels");
    if office && has("word/document.xml") {
        Ok(AttachmentKind::Docx)
    } else if office && has("xl/workbook.xml") {
        Ok(AttachmentKind::Xlsx)
    } else if has("content.xml") && first_is_odt(bytes) {
        Ok(AttachmentKind::Odt)
    } else {
        Err(AttachmentFault::Kind)
    }
}

/// The mimetype comes first, neither packed nor followed by an extra field, as its format demands.
fn first_is_odt(bytes: &[u8]) -> bool {
    let stored = number(bytes, 8) == Some(0) && number(bytes, 26) == Some(8) && number(bytes, 28) == Some(0);
    let rest = bytes.get(30..).and_then(|rest| rest.strip_prefix(ODT));
    stored && rest.is_some_and(|rest| rest.starts_with(b"PK"))
}

/// The names in the list of contents, which must fill the file to its last byte, with the first content at the first:
/// an archive with something before or behind it is something else too.
fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let end = bytes.len().checked_sub(END_LENGTH)?;
    let tail = bytes.get(end..)?;
    if !tail.starts_with(END) || number(tail, 20)? != 0 {
        return None;
    }
    let (count, length, begin) = (number(tail, 10)?, long(tail, 12)?, long(tail, 16)?);
    if number(tail, 8)? != count || begin.checked_add(length)? != end {
        return None;
    }
    let mut list = bytes.get(begin..end)?;
    let mut names = Vec::new();
    let mut at_first = false;
    for _ in 0..count {
        if !list.starts_with(ENTRY) {
            return None;
        }
        let (name, extra, comment) = (number(list, 28)?, number(list, 30)?, number(list, 32)?);
        at_first |= long(list, 42)? == 0;
        names.push(list.get(ENTRY_LENGTH..ENTRY_LENGTH + name)?);
        list = list.get(ENTRY_LENGTH + name + extra + comment..)?;
    }
    (list.is_empty() && at_first).then_some(names)
}

/// Two bytes, the lesser first.
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])))
}

/// Four bytes, the lesser first.
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}
