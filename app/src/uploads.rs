//! Files between being chosen and being taken in: of answers, and of instruments.
//!
//! They are kept in this process only and never on disk, since those of answers say what each person answered: bound to a
//! session and a screening or an instrument, gone when taken in, forgotten or signed out, and after an hour whatever happens. Two programs
//! behind one proxy need it to send the same browser to the same program.

use screening::instrument::taking_in::TakenIn;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use workflow::answering::Token;
use workflow::importing::{Offered, ReadFile};

/// Seconds that a file lasts from when it was chosen.
pub const LASTS: i64 = 3600;
/// Most bytes of all files at once, roughly; the oldest goes.
const MOST: usize = 128 << 20;

/// A file on its way.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its name, for the person to know it by.
    pub name: String,
    /// Its tables.
    pub file: Arc<ReadFile>,
    /// Which of them, from 0.
    pub sheet: usize,
    /// How it is read: as offered, or as a person said since.
    pub offered: Offered,
}

impl Upload {
    /// The table that is read.
    pub fn table(&self) -> Option<&screening::answers::import::Table> {
        self.file.tables.get(self.sheet)
    }
}

/// An instrument's file on its way.
#[derive(Clone, Debug)]
pub struct InstrumentUpload {
    /// Its name, for the person to know it by.
    pub name: String,
    /// What it holds.
    pub read: Arc<TakenIn>,
}

/// What takes room while it waits.
pub trait Held: Clone + Send + 'static {
    /// Bytes that it takes in memory, roughly.
    fn size(&self) -> usize;
}

impl Held for Upload {
    fn size(&self) -> usize {
        size(&self.file)
    }
}

impl Held for InstrumentUpload {
    fn size(&self) -> usize {
        format!("{:?}", self.read).len()
    }
}

type Kept<T> = HashMap<([u8; 32], String), (i64, usize, T)>;

/// All files of one kind on their way in this process.
#[derive(Clone)]
pub struct Waiting<T>(Arc<Mutex<Kept<T>>>);

/// Files of answers.
pub type Uploads = Waiting<Upload>;
/// Files of instruments.
pub type InstrumentUploads = Waiting<InstrumentUpload>;

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Held> Waiting<T> {
    /// Keeps a file for a session and a screening, instead of an earlier one.
    pub fn keep(&self, session: &Token, screening: &str, now: i64, upload: T) {
        let size = upload.size();
        let key = (session.0, screening.to_owned());
        let mut all = self.locked();
        all.remove(&key);
        all.retain(|_, (kept, _, _)| now - *kept < LASTS);
        while all.values().map(|(_, size, _)| size).sum::<usize>() + size > MOST {
            let oldest = all.iter().min_by_key(|(_, (kept, _, _))| *kept).map(|(key, _)| key.clone());
            let Some(oldest) = oldest else { break };
            all.remove(&oldest);
        }
        all.insert(key.clone(), (now, size, upload));
        drop(all);
        // Whether or not anyone comes back.
        let all = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(LASTS.unsigned_abs())).await;
            let mut all = all.locked();
            if all.get(&key).is_some_and(|(kept, _, _)| *kept == now) {
                all.remove(&key);
            }
        });
    }

    /// The file of a session and a screening.
    pub fn get(&self, session: &Token, screening: &str, now: i64) -> Option<T> {
        let all = self.locked();
        let (kept, _, upload) = all.get(&(session.0, screening.to_owned()))?;
        (now - kept < LASTS).then(|| upload.clone())
    }

    /// Changes how a file is read; nothing where it is gone.
    pub fn change(&self, session: &Token, screening: &str, change: impl FnOnce(&mut T)) {
        if let Some((_, _, upload)) = self.locked().get_mut(&(session.0, screening.to_owned())) {
            change(upload);
        }
    }

    /// Forgets the file of a screening.
    pub fn forget(&self, session: &Token, screening: &str) {
        self.locked().remove(&(session.0, screening.to_owned()));
    }

    /// Forgets everything of a session.
    pub fn forget_session(&self, session: &Token) {
        self.locked().retain(|(owner, _), _| *owner != session.0);
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, Kept<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes that a file takes in memory, roughly.
fn size(file: &ReadFile) -> usize {
    let cells = |table: &screening::answers::import::Table| {
        table.rows.iter().map(screening::answers::import::Row::size).sum::<usize>()
    };
    file.tables.iter().map(cells).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use screening::answers::import::{Mapping, Sheet, SheetRow, Table};

    fn upload(text: &str) -> Upload {
        let row = |line, text: &str| SheetRow { line, cells: vec![text.into()] };
        let rows = vec![row(1, "1.1"), row(2, text)];
        let table = Table::of(Sheet { rows, ..Sheet::default() }).expect("a table");
        let file = Arc::new(ReadFile { tables: vec![table], encoding: None, digest: [0; 32] });
        Upload { name: "svar.csv".into(), file, sheet: 0, offered: Offered::OwnForm(Mapping::default()) }
    }

    #[tokio::test]
    async fn a_file_is_its_sessions_and_its_screenings_alone() {
        let (uploads, maja, jens) = (Uploads::default(), Token([1; 32]), Token([2; 32]));
        uploads.keep(&maja, "a", 0, upload("4"));
        assert!(uploads.get(&maja, "a", 10).is_some());
        assert!(uploads.get(&maja, "b", 10).is_none());
        assert!(uploads.get(&jens, "a", 10).is_none());
        uploads.forget_session(&jens);
        assert!(uploads.get(&maja, "a", 10).is_some());
        uploads.forget_session(&maja);
        assert!(uploads.get(&maja, "a", 10).is_none());
    }

    #[tokio::test]
    async fn a_file_is_gone_after_an_hour() {
        let (uploads, maja) = (Uploads::default(), Token([1; 32]));
        uploads.keep(&maja, "a", 0, upload("4"));
        assert!(uploads.get(&maja, "a", 3599).is_some());
        assert!(uploads.get(&maja, "a", 3600).is_none());
    }

    #[tokio::test]
    async fn where_there_is_no_room_the_oldest_goes() {
        let (uploads, maja) = (Uploads::default(), Token([1; 32]));
        let long = "x".repeat(MOST / 2);
        uploads.keep(&maja, "a", 0, upload(&long));
        uploads.keep(&maja, "b", 1, upload(&long));
        assert!(uploads.get(&maja, "a", 2).is_none());
        assert!(uploads.get(&maja, "b", 2).is_some());
    }
}
