//! A forgotten password: a link that is used once, from an administrator or by mail, and what ends when it is used.

use crate::accounts::{is_email, normal_email};
use crate::answering::Token;
use crate::audit::hex;
use crate::fields::Problems;
use crate::mailing::About;
use crate::ports::{AuditEntry, Bytes32, Store};
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use sha2::{Digest, Sha256};

/// A link that was mailed works this long, in seconds: an hour.
pub const MAILED_LINK_LASTS: i64 = 60 * 60;
/// A link that an administrator hands over works this long, in seconds: a day.
pub const HANDED_LINK_LASTS: i64 = 24 * 60 * 60;

/// An account is mailed one link in as many seconds, however often somebody asks.
const ONE_MAIL_IN: i64 = 10 * 60;

impl Workflow {
    /// Asks for a link by mail. Whether there is such an account is not told, and the work is the same; asking too often
    /// is slowed by address in `src/http`.
    ///
    /// # Errors
    ///
    /// Field `email`: not an e-mail.
    pub async fn ask_for_password(&self, email: &str) -> Result<()> {
        let email = normal_email(email);
        if !is_email(&email) {
            return Err(Error::field("email", Problem::NotAnEmail));
        }
        let now = self.clock.now();
        let about = About::Password { stretch: now / ONE_MAIL_IN }.stored();
        let entry = AuditEntry {
            id: self.fresh_id(),
            at: now,
            actor: Actor::Visitor.audit_name().to_owned(),
            organisation: None,
            screening: None,
            event: "password asked for".to_owned(),
            detail: String::new(),
        };
        Ok(self.store.queue_mail_to(&email, &self.fresh_id(), &about, now, &entry).await?)
    }

    /// Makes a link to hand over (administrators and the command line); it is shown once.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such account, or it is disabled.
    pub async fn make_password_link(&self, actor: &Actor, email: &str) -> Result<Token> {
        actor.may(Permission::Administer, "")?;
        let found = self.store.account_by_email(&normal_email(email)).await?;
        let Some((account, _, false)) = found else { return Err(Error::NotFound) };
        let noting = self.noting_installation(actor, None, "password link made", &*account.id);
        self.fresh_link(&*noting, &account.id, HANDED_LINK_LASTS).await
    }

    /// Whose link this is, by e-mail.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it was used or is too old, or the account is disabled.
    pub async fn password_link(&self, token: &Token) -> Result<String> {
        let owner = self.store.password_link(&link_key(token), self.clock.now()).await?;
        owner.ok_or(Error::NotFound)
    }

    /// Chooses a new password: the link and every other of the account is used up, and all its sessions end.
    ///
    /// # Errors
    ///
    /// As [`Workflow::password_link`]; fields `password` (too short, too long, too common) and `again` (another one).
    pub async fn set_password(&self, token: &Token, password: &str, again: &str) -> Result<()> {
        let email = self.password_link(token).await?;
        let (account, ..) = self.store.account_by_email(&email).await?.ok_or(Error::NotFound)?;
        let mut problems = Problems::default();
        match self.password_problem(&account, password).await? {
            Some(problem) => problems.add("password", problem),
            None => problems.unless(password == again, "again", Problem::NotTheSame),
        }
        problems.none()?;
        let hash = self.password_hash(password).await?;
        let now = self.clock.now();
        let noting = self.noting_installation(&Actor::Visitor, None, "password chosen", account.id);
        noting.use_password_link(&link_key(token), now, &hash).await?.ok_or(Error::NotFound)?;
        Ok(())
    }

    /// A new link for an account, kept in this store.
    async fn fresh_link(&self, store: &dyn Store, account: &str, lasts: i64) -> Result<Token> {
        let mut token = Token([0; 32]);
        self.random.fill(&mut token.0);
        let now = self.clock.now();
        store.add_password_link(&link_key(&token), account, now, now + lasts).await?;
        Ok(token)
    }

    /// A new link to mail to an account, as an address; none where it was asked for so long ago that nobody waits for it.
    pub(crate) async fn mailed_link(
        &self,
        account: &str,
        stretch: i64,
        site: &str,
    ) -> Result<Option<String>> {
        if self.clock.now() > (stretch + 1) * ONE_MAIL_IN + MAILED_LINK_LASTS {
            return Ok(None);
        }
        let token = self.fresh_link(&*self.store, account, MAILED_LINK_LASTS).await?;
        Ok(Some(link_address(site, &token)))
    }
}

/// The address of a link.
pub fn link_address(site: &str, token: &Token) -> String {
    format!("{site}/ny-adgangskode/{}", hex(&token.0))
}

/// What is stored instead of a link's token: with the database alone nobody chooses a password.
fn link_key(token: &Token) -> Bytes32 {
    Sha256::new().chain_update(b"pejling password link").chain_update(token.0).finalize().into()
}
