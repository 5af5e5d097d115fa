//! How much one address may ask, and how often it may be wrong. A whole workplace sits behind one address, so both
//! are generous. Both count in this process alone: two programs behind one proxy allow twice as much.

use super::address::Address;
use super::refusal;
use app::session::{SESSION, token};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tower_governor::GovernorLayer;
use tower_governor::errors::GovernorError;
use tower_governor::governor::GovernorConfigBuilder;
use tower_governor::key_extractor::KeyExtractor;
use workflow::Workflow;

/// The largest request, in bytes: more than the longest form of any page.
pub const LONGEST_BODY: usize = 256 * 1024;

/// The largest request with a file, in bytes: several times what a file may be, so that one that is too long is told so
/// in its place; what is longer yet is cut off.
pub const LONGEST_UPLOAD: usize = 4 * screening::answers::import::LONGEST_FILE;

/// Seconds' worth of requests that may come at once.
const BURST: u32 = 10;

/// How often addresses that ask no more are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);

/// How much one address may ask.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Requests a second, in the long run; ten times as many may come at once.
    pub requests_a_second: NonZeroU32,
}

impl Default for Limits {
    fn default() -> Self {
        const GENEROUS: NonZeroU32 = NonZeroU32::new(100).expect("100 is not 0");
        Self { requests_a_second: GENEROUS }
    }
}

/// Counts by the address that [`super::address`] noted.
#[derive(Clone, Copy, Debug)]
struct ByAddress;

impl KeyExtractor for ByAddress {
    type Key = IpAddr;

    fn extract<T>(&self, request: &axum::http::Request<T>) -> Result<IpAddr, GovernorError> {
        let address = request.extensions().get::<Address>();
        address.map(|address| address.0).ok_or(GovernorError::UnableToExtractKey)
    }
}

/// Refuses with 429 what is more than the limits. Needs a runtime, in which it forgets idle addresses.
pub(super) fn requests(router: Router, limits: Limits) -> Router {
    let every = Duration::from_secs(1) / limits.requests_a_second.get();
    let mut builder = GovernorConfigBuilder::default().key_extractor(ByAddress);
    builder.period(every).burst_size(limits.requests_a_second.get().saturating_mul(BURST));
    let Some(config) = builder.finish() else {
        // A period or burst of nought is refused; a period is one only from a thousand million requests a second on.
        return router;
    };
    let limiter = Arc::downgrade(config.limiter());
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(FORGET_EVERY).await;
            let Some(limiter) = limiter.upgrade() else { break };
            limiter.retain_recent();
        }
    });
    router.layer(GovernorLayer::new(Arc::new(config)).error_handler(|error| match error {
        GovernorError::TooManyRequests { wait_time, .. } => refusal::wait(wait_time.max(1)),
        GovernorError::UnableToExtractKey | GovernorError::Other { .. } => {
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }))
}

/// A form in which guessing could pay.
#[derive(Clone, Copy, Debug)]
struct Guessed {
    /// Where it posts to.
    action: &'static str,
    /// The page that a wrong try is sent back to.
    page: &'static str,
    /// Tries an address has in [`WINDOW`].
    most: u32,
    /// Whether a right one counts too.
    every: bool,
    /// Whether a try counts from its beginning, so that no more than [`Self::most`] are tried at once.
    at_once: bool,
}

impl Guessed {
    /// Whether it is a form of those with accounts.
    fn of_accounts(self) -> bool {
        !self.of_codes() && self.action != "/api/cast-vote"
    }

    /// Whether a code is typed there: a right one is hashed as slowly as a wrong one.
    fn of_codes(self) -> bool {
        self.action.starts_with("/api/answer/")
    }
}

/// Codes have 60 bits and words a key of their own: those limits spare the processor. Passwords are what is guessed.
/// Whoever asks for new passwords without end would fill others' mailboxes. At an open link, on a tablet and in a vote nothing is
/// guessed, but one who begins or votes without end would fill it.
const GUESSED: [Guessed; 14] = [
    Guessed { action: "/api/sign-in", page: "/log-ind", most: 20, every: false, at_once: true },
    Guessed {
        action: "/api/forgot-password",
        page: "/glemt-adgangskode",
        most: 20,
        every: true,
        at_once: true,
    },
    Guessed { action: "/api/set-up", page: "/log-ind", most: 50, every: true, at_once: true },
    Guessed { action: "/api/set-password", page: "/log-ind", most: 50, every: true, at_once: true },
    Guessed { action: "/api/give-code", page: "/log-ind/kode", most: 20, every: false, at_once: true },
    Guessed {
        action: "/api/offer-second-step",
        page: "/konto/to-trin",
        most: 20,
        every: false,
        at_once: true,
    },
    Guessed {
        action: "/api/begin-second-step",
        page: "/konto/to-trin",
        most: 20,
        every: false,
        at_once: true,
    },
    Guessed {
        action: "/api/change-second-step",
        page: "/konto/to-trin",
        most: 20,
        every: false,
        at_once: true,
    },
    Guessed {
        action: "/api/change-password",
        page: "/konto/adgangskode",
        most: 20,
        every: false,
        at_once: true,
    },
    Guessed { action: "/api/answer/begin", page: "/", most: 100, every: false, at_once: false },
    Guessed { action: "/api/answer/resume", page: "/fortsaet", most: 100, every: false, at_once: false },
    Guessed { action: "/api/answer/begin-link", page: "/", most: 100, every: true, at_once: false },
    Guessed { action: "/api/answer/begin-tablet", page: "/tablet", most: 100, every: true, at_once: false },
    Guessed { action: "/api/cast-vote", page: "/stem", most: 100, every: true, at_once: true },
];

/// So many times the requests of a second are the tries with codes, right or wrong, that an address has in [`WINDOW`]: five
/// hundred, where nothing else is said. No workplace begins so many questionnaires in that time, and so many take a processor
/// less than a minute.
const CODES: u32 = 5;

/// Seconds that a wrong try counts.
const WINDOW: i64 = 600;

/// Most addresses counted at once; the one that began first goes.
const MOST_ADDRESSES: usize = 10_000;

/// Tries at a form from an address.
#[derive(Clone, Copy, Debug)]
struct Tries {
    /// How many were wrong, or count whatever they were.
    count: u32,
    /// How many there were.
    all: u32,
    /// Since when.
    since: i64,
    /// Whether the audit log was told that there are too many.
    told: bool,
}

/// By form and address.
type Counted = HashMap<(&'static str, IpAddr), Tries>;

/// Wrong tries, counted.
#[derive(Clone)]
struct WrongTries {
    workflow: Workflow,
    counted: Arc<Mutex<Counted>>,
    /// Tries with codes that an address has.
    codes: u32,
}

impl WrongTries {
    /// Seconds to wait, where this address was wrong too often, and whether it is told so for the first time.
    fn wait(&self, form: Guessed, address: IpAddr) -> Option<(u64, bool)> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let all = if form.of_codes() { self.codes } else { u32::MAX };
        let tries = counted
            .get_mut(&(form.action, address))
            .filter(|tries| tries.count >= form.most || tries.all >= all)?;
        let left = tries.since + WINDOW - self.workflow.clock.now();
        let left = u64::try_from(left).ok().filter(|left| *left > 0)?;
        Some((left, !std::mem::replace(&mut tries.told, true)))
    }

    /// A try began; it counts as wrong from here where that is so for the form.
    fn begin(&self, form: Guessed, address: IpAddr) {
        self.count(form, address, |tries| {
            tries.all = tries.all.saturating_add(1);
            tries.count += u32::from(form.at_once);
        });
    }

    /// A try was wrong that was not counted from its beginning.
    fn note(&self, form: Guessed, address: IpAddr) {
        self.count(form, address, |tries| tries.count += 1);
    }

    fn count(&self, form: Guessed, address: IpAddr, count: impl FnOnce(&mut Tries)) {
        let now = self.workflow.clock.now();
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= MOST_ADDRESSES {
            counted.retain(|_, tries| now - tries.since < WINDOW);
        }
        if counted.len() >= MOST_ADDRESSES
            && let Some(oldest) = counted.iter().min_by_key(|(_, tries)| tries.since).map(|(key, _)| *key)
        {
            counted.remove(&oldest);
        }
        let none = Tries { count: 0, all: 0, since: now, told: false };
        let tries = counted.entry((form.action, address)).or_insert(none);
        if now - tries.since >= WINDOW {
            *tries = none;
        }
        count(tries);
    }

    /// A try that was counted from its beginning was right.
    fn forget_one(&self, form: Guessed, address: IpAddr) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tries) = counted.get_mut(&(form.action, address)) {
            tries.count = tries.count.saturating_sub(1);
        }
    }
}

/// Refuses with 429 an address that was wrong too often in a form where guessing could pay, or tried codes without end.
pub(super) fn wrong_tries(router: Router, workflow: Workflow, limits: Limits) -> Router {
    let codes = limits.requests_a_second.get().saturating_mul(CODES);
    let tries = WrongTries { workflow, counted: Arc::default(), codes };
    router.layer(from_fn_with_state(tries, count_wrong_tries))
}

async fn count_wrong_tries(State(tries): State<WrongTries>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let form = GUESSED.into_iter().find(|form| request.method() == Method::POST && form.action == path);
    let address = request.extensions().get::<Address>().copied();
    let Some((form, Address(address))) = form.zip(address) else { return next.run(request).await };
    if let Some((seconds, first)) = tries.wait(form, address) {
        // The log has nothing of those who answer, nor of those who vote.
        if first && form.of_accounts() {
            let held = token(&CookieJar::from_headers(request.headers()), SESSION);
            if let Err(error) = tries.workflow.note_limit(held.as_ref(), form.action).await {
                tracing::error!(%error, "a limit could not be noted");
            }
        }
        return refusal::wait(seconds);
    }
    tries.begin(form, address);
    let response = next.run(request).await;
    let back = response.status().is_redirection()
        && response.headers().get(header::LOCATION).is_some_and(|page| page == form.page);
    let counts = form.every || back || response.status() == StatusCode::UNPROCESSABLE_ENTITY;
    match (counts, form.at_once) {
        (true, false) => tries.note(form, address),
        (false, true) => tries.forget_one(form, address),
        // Counted already, or nothing to count.
        (true, true) | (false, false) => {}
    }
    response
}
