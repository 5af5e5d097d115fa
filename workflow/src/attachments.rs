//! Files beside documents and observations. They are off until a facilitator switches them on for a screening: a file may
//! tell more of a person than whoever attaches it thinks of.

use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::attachment::{AttachmentFault, AttachmentKind, MOST_ATTACHED, clean_name, inspected};
use sha2::{Digest, Sha256};

/// What is said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Random id.
    pub id: String,
    /// The document or observation that it is beside.
    pub evidence: String,
    /// Its name, with the ending of its kind.
    pub name: String,
    /// What it is, by its content.
    pub kind: AttachmentKind,
    /// Its length, in bytes.
    pub size: u64,
}

/// A file about to be stored.
#[derive(Clone, Debug)]
pub struct NewAttachment {
    /// What is said of it.
    pub about: Attachment,
    /// SHA-256 of its bytes: the same file beside the same text is kept once.
    pub digest: [u8; 32],
    /// When, seconds since 1970.
    pub now: i64,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What came of storing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is kept.
    Kept,
    /// The same bytes were there before.
    Before,
    /// The screening's files would be too many bytes.
    NoRoom,
    /// There is no such document or observation any more.
    Gone,
}

/// The files of a screening.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachments {
    /// More may be attached.
    pub on: bool,
    /// What there is, oldest first.
    pub files: Vec<Attachment>,
}

impl Attachments {
    /// Bytes of all of them.
    pub fn size(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }

    /// Those beside one document or observation.
    pub fn beside<'a>(&'a self, evidence: &'a str) -> impl Iterator<Item = &'a Attachment> {
        self.files.iter().filter(move |file| file.evidence == evidence)
    }
}

impl Workflow {
    /// The files of a screening, for whoever assesses it.
    pub async fn attachments(&self, actor: &Actor, screening: &str) -> Result<Attachments> {
        let screening = self.facilitated(actor, screening).await?;
        Ok(Attachments {
            on: self.store.attachments_on(&screening.id).await?,
            files: self.store.attachments(&screening.id).await?,
        })
    }

    /// Switches attaching on or off. Off, what is attached can still be read and removed.
    pub async fn switch_attachments(&self, actor: &Actor, screening: &str, on: bool) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let event = if on { "attachments switched on" } else { "attachments switched off" };
        self.noting(actor, &screening, event, "").switch_attachments(&screening.id, on).await?;
        Ok(())
    }

    /// A screening where a file may be attached to this document or observation; asked before any of it is read.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where it is not switched on; [`Error::NotFound`] where there is no such text.
    pub async fn attachable(&self, actor: &Actor, screening: &str, evidence: &str) -> Result<Screening> {
        let screening = self.facilitated(actor, screening).await?;
        if !self.store.attachments_on(&screening.id).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        match self.store.evidence_revision(&screening.id, evidence).await? {
            Some(_) => Ok(screening),
            None => Err(Error::NotFound),
        }
    }

    /// Keeps a file beside a document or an observation. Its content says what it is, and pictures are kept without
    /// what a camera wrote beside them. The same file sent twice is kept once.
    ///
    /// # Errors
    ///
    /// As [`Workflow::attachable`]; field `file` with [`Problem::Attachment`].
    pub async fn add_attachment(
        &self,
        actor: &Actor,
        screening: &str,
        evidence: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<()> {
        let screening = self.attachable(actor, screening, evidence).await?;
        let fault = |fault| Error::field("file", Problem::Attachment(fault));
        let file = inspected(bytes).map_err(fault)?;
        let id = self.fresh_id();
        let about = Attachment {
            id: id.clone(),
            evidence: evidence.to_owned(),
            name: clean_name(name, file.kind),
            kind: file.kind,
            size: file.bytes.len() as u64,
        };
        let digest = Sha256::digest(&file.bytes).into();
        let new = NewAttachment { about, digest, now: self.clock.now(), bytes: file.bytes };
        let noting = self.noting(actor, &screening, "attachment added", id);
        match noting.add_attachment(&screening.id, &new, MOST_ATTACHED).await? {
            Added::Kept | Added::Before => Ok(()),
            Added::NoRoom => Err(fault(AttachmentFault::NoRoom)),
            Added::Gone => Err(Error::NotFound),
        }
    }

    /// A file with its bytes.
    pub async fn attachment(
        &self,
        actor: &Actor,
        screening: &str,
        id: &str,
    ) -> Result<(Attachment, Vec<u8>)> {
        let screening = self.facilitated(actor, screening).await?;
        self.store.attachment(&screening.id, id).await?.ok_or(Error::NotFound)
    }

    /// Removes a file, out of the database's files too.
    pub async fn remove_attachment(&self, actor: &Actor, screening: &str, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let noting = self.noting(actor, &screening, "attachment removed", id);
        if !noting.remove_attachment(&screening.id, id).await? {
            return Err(Error::NotFound);
        }
        self.tidy_attachments().await;
        Ok(())
    }

    /// Takes removed files out of the database's, where any were.
    pub(crate) async fn tidy_attachments(&self) {
        if let Err(error) = self.store.tidy().await {
            // They are out of the table; the program tries the files again every minute.
            tracing::warn!(%error, "removed attachments are still in the database's files");
        }
    }
}
