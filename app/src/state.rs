//! What every page and server function is handed.

use crate::forms::FormMemory;
use crate::uploads::{InstrumentUploads, Uploads};
use screening::instrument::Instrument;
use std::sync::Arc;
use workflow::Workflow;
use workflow::ports::{Machine, Mailer, Provider, Spreadsheets};
use workflow::practising::Inventor;

/// Gives the address of a built file by its logical name, e.g. `main.css` → `/assets/main.3f2a….css`.
pub type AssetNames = fn(&str) -> String;

/// What every page and server function is handed.
#[derive(Clone)]
pub struct AppState {
    /// The use cases.
    pub workflow: Workflow,
    /// The shipped instruments, for choosing one.
    pub instruments: Arc<Vec<Instrument>>,
    /// Addresses of built files.
    pub assets: AssetNames,
    /// The public address without a slash at the end, e.g. `https://pejling.example.dk`; goes into QR codes.
    pub public_url: Arc<str>,
    /// What was typed and did not hold, until it is shown again.
    pub memory: FormMemory,
    /// Reads files of answers.
    pub spreadsheets: Arc<dyn Spreadsheets>,
    /// Files of answers until they are taken in.
    pub uploads: Uploads,
    /// Files of instruments until they are taken in.
    pub instrument_uploads: InstrumentUploads,
    /// Invents what a practice is filled with.
    pub inventor: Arc<dyn Inventor>,
    /// What the process knows of itself.
    pub machine: Arc<dyn Machine>,
    /// Sends mails; `None`: that is not set up, and everything else works.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// Says who somebody is that signs in with another's account; `None`: there is no such way.
    pub provider: Option<Arc<dyn Provider>>,
}

impl AppState {
    /// Whether cookies carry `Secure`.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}
