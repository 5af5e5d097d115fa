//! Signing in with another's account. A provider says who somebody is; an account here is made by an administrator
//! alone, and the first sign-on ties the two together by the e-mail, where the provider says that it is verified. From
//! then on the provider's own name of the person counts, whatever their e-mail becomes.

use crate::accounts::{normal_email, session_key};
use crate::answering::Token;
use crate::audit::hex;
use crate::ports::{Attempt, Bytes32, Identity};
use crate::{Account, Actor, Error, Permission, Problem, Result, Workflow};
use sha2::{Digest, Sha256};

impl Workflow {
    /// A new try: its secret, which stays in the browser, and what is made of it.
    pub fn begin_sign_on(&self) -> (Token, Attempt) {
        let mut secret = Token([0; 32]);
        self.random.fill(&mut secret.0);
        let attempt = attempt(&secret);
        (secret, attempt)
    }

    /// A session for whom a provider named. A disabled account, an unknown one, and one that is another's of this
    /// provider get the same answer.
    ///
    /// # Errors
    ///
    /// [`Problem::NoAccountHere`].
    pub async fn sign_in_by(&self, identity: &Identity) -> Result<Token> {
        let Some(account) = self.account_of(identity).await? else {
            return Err(Error::Refused(Problem::NoAccountHere));
        };
        let mut token = Token([0; 32]);
        self.random.fill(&mut token.0);
        let id = account.id.clone();
        self.noting_installation(&Actor::Account(account), None, "signed in", "by sign-on")
            .start_session(&session_key(&token), &id, self.clock.now())
            .await?;
        Ok(token)
    }

    async fn account_of(&self, identity: &Identity) -> Result<Option<Account>> {
        let Identity { issuer, subject, verified_email } = identity;
        if let Some((account, disabled)) = self.store.account_by_subject(issuer, subject).await? {
            return Ok((!disabled).then_some(account));
        }
        let Some(email) = verified_email else { return Ok(None) };
        let found = self.store.account_by_email(&normal_email(email)).await?;
        let Some((account, _, false)) = found else { return Ok(None) };
        let noting =
            self.noting_installation(&Actor::Account(account.clone()), None, "sign-on linked", &*account.id);
        if !noting.link_subject(&account.id, issuer, subject).await? {
            return Ok(None);
        }
        Ok(Some(account))
    }

    /// Forgets whose an account is at every provider: the next sign-on ties it anew, by its e-mail (administrators and
    /// the command line).
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such account, or it is tied to nobody.
    pub async fn unlink_sign_on(&self, actor: &Actor, email: &str) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let (account, _, _) =
            self.store.account_by_email(&normal_email(email)).await?.ok_or(Error::NotFound)?;
        let noting = self.noting_installation(actor, None, "sign-on unlinked", &*account.id);
        if !noting.unlink(&account.id).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }
}

/// What is made of a try's secret: three values of which none tells another.
pub fn attempt(secret: &Token) -> Attempt {
    let part = |name: &str| {
        let digest =
            Sha256::new().chain_update(b"pejling sign-on ").chain_update(name).chain_update(secret.0);
        hex(&Bytes32::from(digest.finalize()))
    };
    Attempt { state: part("state"), nonce: part("nonce"), verifier: part("verifier") }
}
