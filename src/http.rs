//! What is not a page: health, downloads, headers, limits, assets, and the one [`router`] that joins them with
//! the pages of `app`.
//!
//! To add a route that is not a page: a file here, a line in [`router`], and a row in the authorisation matrix.

mod access_log;
mod address;
pub mod assets;
mod attachments;
mod compression;
mod connections;
mod cookies;
mod data_protection;
mod downloads;
mod forgery;
mod headers;
mod health;
mod hearings;
mod instruments;
mod invitations;
mod limits;
mod log;
mod metrics;
mod plans;
mod records;
mod refusal;
mod refused;
mod report_files;

pub use attachments::ATTACHMENTS;
pub use connections::{LONGEST_HEADERS, serve};
pub use data_protection::PROTECTION_DRAFTS;
pub use downloads::DOWNLOADS;
pub use hearings::HAND_OUTS;
pub use instruments::INSTRUMENT_SHEETS;
pub use invitations::INVITATIONS;
pub use limits::{LONGEST_BODY, LONGEST_UPLOAD, Limits};
pub use log::LOG_FILES;
pub use metrics::metrics_router;
pub use plans::PLANS;
pub use records::ACCOUNT_RECORDS;
pub use report_files::REPORT_FILES;

use crate::config::{Cidr, PublicUrl};
use crate::demonstration::PracticeInventor;
use crate::spreadsheet::SpreadsheetReader;
use app::AppState;
use app::forms::FormMemory;
use app::uploads::{InstrumentUploads, Uploads};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use screening::instrument::Instrument;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use workflow::Workflow;
use workflow::ports::{Machine, Mailer, Provider};

/// The longest a request may take, its body included.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);

/// Files of answers that are read at the same time; each may take a processor and some memory.
const FILES_AT_ONCE: usize = 2;

/// What the routes need.
#[derive(Clone)]
pub struct Program {
    /// Every use case.
    pub workflow: Workflow,
    /// The instruments a screening may choose.
    pub instruments: Arc<Vec<Instrument>>,
    /// Where people find the program.
    pub public_url: PublicUrl,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Arc<Vec<Cidr>>,
    /// How much one address may ask.
    pub limits: Limits,
    /// What the process knows of itself.
    pub machine: Arc<dyn Machine>,
    /// Sends mails, where that is set up.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// Says who somebody is that signs in with another's account, where that is set up.
    pub provider: Option<Arc<dyn Provider>>,
}

/// Every route of the program behind its headers and limits: what `serve` and the tests start.
///
/// The caller serves it with connect information, from which an address is counted, inside a Tokio runtime.
pub fn router(program: Program) -> Router {
    let Program { workflow, instruments, public_url, trusted_proxies, limits, machine, mailer, provider } =
        program;
    let state = AppState {
        workflow: workflow.clone(),
        instruments: instruments.clone(),
        assets: assets::names(),
        public_url: public_url.origin().into(),
        memory: FormMemory::default(),
        spreadsheets: Arc::new(SpreadsheetReader::new(FILES_AT_ONCE)),
        uploads: Uploads::default(),
        instrument_uploads: InstrumentUploads::default(),
        inventor: Arc::new(PracticeInventor),
        machine,
        mailer,
        provider,
    };
    let pages = app::router(state.clone());
    let uploads = app::uploads_router(state)
        .layer(DefaultBodyLimit::max(LONGEST_UPLOAD))
        .layer(RequestBodyLimitLayer::new(LONGEST_UPLOAD));
    // Each layer lies around those before it.
    let router = pages
        .merge(health::routes(workflow.clone()))
        .merge(downloads::routes(workflow.clone()))
        .merge(attachments::routes(workflow.clone()))
        .merge(hearings::routes(workflow.clone()))
        .merge(report_files::routes(workflow.clone()))
        .merge(plans::routes(workflow.clone()))
        .merge(data_protection::routes(workflow.clone(), instruments.clone()))
        .merge(instruments::routes(workflow.clone(), instruments))
        .merge(log::routes(workflow.clone()))
        .merge(records::routes(workflow.clone()))
        .merge(invitations::routes(workflow.clone(), public_url.origin().into()))
        .merge(assets::routes())
        .layer(compression::layer())
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(RequestBodyLimitLayer::new(LONGEST_BODY))
        .merge(uploads)
        .layer(forgery::layer(&public_url));
    limits::requests(limits::wrong_tries(router, workflow.clone(), limits), limits)
        .layer(from_fn_with_state(refused::Noted::new(workflow), refused::note))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST_REQUEST))
        .layer(from_fn_with_state(trusted_proxies, address::note))
        .layer(CatchPanicLayer::custom(refusal::after_panic))
        .layer(from_fn(refusal::in_words))
        .layer(from_fn_with_state(public_url.secure(), cookies::prefix))
        .layer(from_fn_with_state(public_url.secure(), headers::add))
        .layer(from_fn(access_log::write))
}
