//! Files beside documents and observations.

use super::PortResult;
use crate::attachments::{Added, Attachment, NewAttachment};
use async_trait::async_trait;

/// Files beside documents and observations; their bytes stand apart from what is said of them.
#[async_trait]
pub trait AttachmentStore {
    /// Whether files may be attached in a screening; off until somebody switched it on.
    async fn attachments_on(&self, screening: &str) -> PortResult<bool>;
    /// Switches it on or off. What is attached stays.
    async fn switch_attachments(&self, screening: &str, on: bool) -> PortResult<()>;
    /// In one transaction: keeps a file with what is said of it, where the evidence is there, the same bytes are not
    /// beside it already, and the screening's files stay within `most` bytes; or nothing at all, with the reason.
    async fn add_attachment(
        &self,
        screening: &str,
        attachment: &NewAttachment,
        most: u64,
    ) -> PortResult<Added>;
    /// What is attached in a screening, oldest first, without the bytes.
    async fn attachments(&self, screening: &str) -> PortResult<Vec<Attachment>>;
    /// One file with its bytes.
    async fn attachment(&self, screening: &str, id: &str) -> PortResult<Option<(Attachment, Vec<u8>)>>;
    /// Removes a file, and [`super::ClosingStore::tidy`] is due; false where there is none.
    async fn remove_attachment(&self, screening: &str, id: &str) -> PortResult<bool>;
}
