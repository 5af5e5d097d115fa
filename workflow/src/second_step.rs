//! The second step at sign-in: a code from an authenticator app, or one of ten recovery codes. Everybody may have it; an
//! installation may ask for it of those who run something.

mod one_time;
mod signing_in;

use crate::accounts::session_key;
use crate::answering::Token;
use crate::code::{AccessCode, is_separator};
use crate::ports::{Bytes32, StoredStep};
use crate::sealing::keys::{Underivable, recovery_key, second_step_key};
use crate::sealing::seal::{Key, Place, open, seal};
use crate::sealing::{fault, random};
use crate::{Account, Actor, Error, Permission, Problem, Result, Workflow};
use one_time::Secret;
pub use signing_in::CODE_WAITS;
use std::collections::BTreeSet;

/// Recovery codes that are made at a time.
pub const RECOVERY_CODES: usize = 10;
/// A secret may be put in force this long after it was made, in seconds.
pub const OFFER_LASTS: i64 = 15 * 60;
/// Codes that may be tried in [`TRIES_LAST`], from wherever they come: of a million codes three are right.
pub const MOST_TRIES: i64 = 10;
/// How long a try counts, in seconds.
pub const TRIES_LAST: i64 = 60 * 60;

/// The installation's mark that the second step is required.
const REQUIRED: &str = "second step";

/// An account's second step, for its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondStepView {
    /// It is in force.
    pub on: bool,
    /// Recovery codes that are left.
    pub recovery_left: i64,
    /// The installation asks for it.
    pub required: bool,
    /// What waits to be put in force.
    pub offer: Option<Offer>,
}

/// A secret to put into an app.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    /// As it is typed.
    pub typed: String,
    /// As an app reads it from a QR.
    pub address: String,
}

/// Never the secret: it would end in a log.
impl std::fmt::Debug for Offer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Offer(…)")
    }
}

impl Workflow {
    /// One's own second step.
    pub async fn second_step(&self, actor: &Actor) -> Result<SecondStepView> {
        let account = actor.account()?;
        let stored = self.store.second_step(&account.id).await?;
        let required = self.store.mark(REQUIRED).await?.is_some();
        let none = SecondStepView { on: false, recovery_left: 0, required, offer: None };
        let Some(stored) = stored else { return Ok(none) };
        Ok(match stored.pending_until {
            None => SecondStepView { on: true, recovery_left: stored.recovery_left, ..none },
            Some(until) if until > self.clock.now() => {
                let secret = self.secret(&account.id, &stored).await?;
                let offer = Offer { typed: secret.typed(), address: secret.address(&account.email) };
                SecondStepView { offer: Some(offer), ..none }
            }
            Some(_) => none,
        })
    }

    /// Makes a secret to put into an app; it is not in force yet.
    ///
    /// # Errors
    ///
    /// Field `password`: not one's own. [`Problem::Changed`] where one is in force.
    pub async fn offer_second_step(&self, actor: &Actor, password: &str) -> Result<()> {
        let account = actor.account()?;
        self.own_password(account, password).await?;
        let secret: [u8; 20] = random(&*self.random);
        let sealed = seal(&self.step_key().await?, Place::SecondStep(&account.id), &secret, &*self.random);
        let until = self.clock.now() + OFFER_LASTS;
        let kept = self.store.offer_second_step(&account.id, &sealed.map_err(fault)?, until).await?;
        if kept { Ok(()) } else { Err(Error::Refused(Problem::Changed)) }
    }

    /// Puts it in force with a code from the app: one's other sessions end. Gives the recovery codes, which are shown
    /// once.
    ///
    /// # Errors
    ///
    /// Field `code`: not the app's. [`Error::NotFound`] where nothing waits.
    pub async fn begin_second_step(&self, actor: &Actor, here: &Token, typed: &str) -> Result<Vec<String>> {
        let account = actor.account()?;
        let now = self.clock.now();
        let stored = self.store.second_step(&account.id).await?;
        let waits = |stored: &StoredStep| stored.pending_until.is_some_and(|until| until > now);
        let stored = stored.filter(waits).ok_or(Error::NotFound)?;
        let Some(step) = self.secret(&account.id, &stored).await?.step(&digits(typed), now) else {
            return Err(Error::field("code", Problem::WrongSignInCode));
        };
        let (shown, hashes) = self.fresh_recovery(&account.id).await?;
        let noting = self.noting_installation(actor, None, "second step on", "");
        if !noting.begin_second_step(&account.id, now, step, &hashes, &session_key(here)).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(shown)
    }

    /// Other recovery codes in the place of those that are left; shown once.
    ///
    /// # Errors
    ///
    /// Fields `password` and `code`.
    pub async fn renew_recovery_codes(
        &self,
        actor: &Actor,
        password: &str,
        typed: &str,
    ) -> Result<Vec<String>> {
        let account = actor.account()?;
        self.own_password(account, password).await?;
        self.check_code(&account.id, typed).await?;
        let (shown, hashes) = self.fresh_recovery(&account.id).await?;
        self.noting_installation(actor, None, "recovery codes made", "")
            .replace_recovery_codes(&account.id, &hashes)
            .await?;
        Ok(shown)
    }

    /// Takes off one's own second step; one's other sessions end.
    ///
    /// # Errors
    ///
    /// Fields `password` and `code`.
    pub async fn end_second_step(
        &self,
        actor: &Actor,
        here: &Token,
        password: &str,
        typed: &str,
    ) -> Result<()> {
        let account = actor.account()?;
        self.own_password(account, password).await?;
        self.check_code(&account.id, typed).await?;
        self.noting_installation(actor, None, "second step off", "")
            .end_second_step(&account.id, Some(&session_key(here)))
            .await?;
        Ok(())
    }

    /// Takes it off somebody else's account, which ends its sessions: for who has lost app and recovery codes
    /// (administrators and the command line).
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such account, or it has none.
    pub async fn take_off_second_step(&self, actor: &Actor, email: &str) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let found = self.store.account_by_email(&crate::accounts::normal_email(email)).await?;
        let (account, ..) = found.ok_or(Error::NotFound)?;
        let noting = self.noting_installation(actor, None, "second step taken off", &*account.id);
        if !noting.end_second_step(&account.id, None).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }

    /// The ids of the accounts that sign in by two steps.
    pub async fn second_steps(&self, actor: &Actor) -> Result<BTreeSet<String>> {
        actor.may(Permission::Administer, "")?;
        Ok(self.store.second_steps().await?.into_iter().collect())
    }

    /// Whether the installation asks for it of administrators and facilitators.
    pub async fn second_step_required(&self, actor: &Actor) -> Result<bool> {
        actor.may(Permission::Administer, "")?;
        Ok(self.store.mark(REQUIRED).await?.is_some())
    }

    /// Asks for it of administrators and facilitators, or recommends it. Who has none is led to it when they next sign in, and
    /// sees nothing else before; who is signed in works on until then.
    ///
    /// # Errors
    ///
    /// [`Problem::OwnStepFirst`] for whoever would be led there themselves.
    pub async fn require_second_step(&self, actor: &Actor, required: bool) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        if required
            && let Actor::Account(account) = actor
            && !self.has_second_step(&account.id).await?
        {
            return Err(Error::Refused(Problem::OwnStepFirst));
        }
        let event = if required { "second step required" } else { "second step recommended" };
        let noting = self.noting_installation(actor, None, event, "");
        if required {
            noting.set_mark(REQUIRED, &self.clock.now().to_be_bytes()).await?;
        } else if let Some(since) = self.store.mark(REQUIRED).await? {
            noting.take_mark(REQUIRED, &since).await?;
        }
        Ok(())
    }

    /// Whether an account has a second step in force.
    pub(crate) async fn has_second_step(&self, account: &str) -> Result<bool> {
        Ok(self.store.second_step(account).await?.is_some_and(|stored| stored.pending_until.is_none()))
    }

    /// The account without what it runs, where the installation asks for a second step, it has none, and it signed in since.
    pub(crate) async fn held_back(&self, account: Account, signed_in: i64) -> Result<Account> {
        if !account.runs_something() {
            return Ok(account);
        }
        let Some(since) = self.store.second_step_missing(REQUIRED, &account.id).await? else {
            return Ok(account);
        };
        // A mark of another form is of an older version of the program: it asks of everybody at once.
        if since.try_into().map(i64::from_be_bytes).is_ok_and(|since| signed_in < since) {
            return Ok(account);
        }
        Ok(Account { administrator: false, roles: Vec::new(), held_back: true, ..account })
    }

    /// Whether this is the account's own password.
    async fn own_password(&self, account: &Account, password: &str) -> Result<()> {
        let own = self.own_hash(account, password).await?;
        own.map(drop).ok_or_else(|| Error::field("password", Problem::WrongPassword))
    }

    /// Uses a code of the app, or a recovery code.
    async fn check_code(&self, account: &str, typed: &str) -> Result<()> {
        let now = self.clock.now();
        let stored = self.store.second_step(account).await?;
        let stored = stored.filter(|stored| stored.pending_until.is_none()).ok_or(Error::NotFound)?;
        // Counted before it is judged: no more are tried at once either.
        let (tries, since) = self.store.count_step_try(account, now, now - TRIES_LAST).await?;
        if tries > MOST_TRIES {
            if tries == MOST_TRIES + 1 {
                self.audit_installation(&Actor::Visitor, None, "limit reached", account).await?;
            }
            let left = u64::try_from(since + TRIES_LAST - now).unwrap_or_default();
            return Err(Error::field("code", Problem::TooManyTries(left)));
        }
        let taken = match self.secret(account, &stored).await?.step(&digits(typed), now) {
            Some(step) => self.store.use_step(account, step).await?,
            None => match AccessCode::parse(typed) {
                Ok(code) => self.use_recovery(account, code).await?,
                Err(_) => false,
            },
        };
        if !taken {
            self.audit_installation(&Actor::Visitor, None, "code refused", account).await?;
            return Err(Error::field("code", Problem::WrongSignInCode));
        }
        Ok(())
    }

    async fn use_recovery(&self, account: &str, code: AccessCode) -> Result<bool> {
        let salt = self.store.salt(random(&*self.random)).await?;
        let id = account.to_owned();
        let hash = self.slow_hash.run(move || recovery_key(&code, &id, &salt)).await?.map_err(fault)?;
        let noting = self.noting_installation(&Actor::Visitor, None, "recovery code used", account);
        Ok(noting.use_recovery_code(account, &hash).await?)
    }

    /// New recovery codes: as shown, and as stored.
    async fn fresh_recovery(&self, account: &str) -> Result<(Vec<String>, Vec<Bytes32>)> {
        let codes: Vec<_> = (0..RECOVERY_CODES).map(|_| AccessCode::random(&*self.random)).collect();
        let shown = codes.iter().map(AccessCode::shown).collect();
        let (salt, id) = (self.store.salt(random(&*self.random)).await?, account.to_owned());
        let stored = move || -> std::result::Result<Vec<_>, Underivable> {
            codes.iter().map(|code| recovery_key(code, &id, &salt)).collect()
        };
        Ok((shown, self.slow_hash.run(stored).await?.map_err(fault)?))
    }

    async fn step_key(&self) -> Result<Key> {
        let salt = self.store.salt(random(&*self.random)).await?;
        Ok(second_step_key(&salt).map_err(fault)?)
    }

    async fn secret(&self, account: &str, stored: &StoredStep) -> Result<Secret> {
        let key = self.step_key().await?;
        let opened = open(&key, Place::SecondStep(account), &stored.sealed).map_err(fault)?;
        Ok(Secret(opened.try_into().map_err(|_| fault(Underivable))?))
    }
}

/// A code as typed, without what people put between its digits.
fn digits(typed: &str) -> String {
    typed.chars().filter(|symbol| !is_separator(*symbol)).take(8).collect()
}
