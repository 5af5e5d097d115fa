//! Accounts, signing in and out, organisations.

use crate::answering::Token;
use crate::fields::{LONGEST_NAME, Problems, one_line};
use crate::ports::Bytes32;
use crate::screenings::Organisation;
use crate::{Account, Actor, Error, Permission, Problem, Result, Role, Workflow, passwords};
use sha2::{Digest, Sha256};
use std::sync::Arc;

pub use crate::passwords::{LONGEST_PASSWORD, SHORTEST_PASSWORD};

/// A session ends this long after signing in whatever happens, in seconds: a working day.
pub const SESSION_LASTS: i64 = 12 * 60 * 60;
/// A session ends when nothing was asked with it for this long, in seconds.
pub const SESSION_IDLES: i64 = 60 * 60;
/// Longest e-mail address, in characters (RFC 5321).
pub const LONGEST_EMAIL: usize = 254;

impl Workflow {
    /// E-mail and password to a session token; wrong tries are slowed by address in `src/http`. Where the account has a
    /// second step the token opens nothing yet: [`Workflow::code_asked`] says so, [`Workflow::give_code`] goes on.
    ///
    /// Every signing in makes a new token, so a session that someone else planted leads nowhere; whoever
    /// holds an earlier one signs it out. An unknown e-mail, a wrong password and a disabled account give the
    /// same answer after the same work.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Token> {
        let found = self.store.account_by_email(&normal_email(email)).await?;
        let stored = found.as_ref().map(|(_, hash, _)| hash.clone());
        let typed = password.to_owned();
        let judged = stored.clone();
        let belongs = self.slow_hash.run(move || passwords::belongs(&typed, judged.as_deref())).await??;
        let id = found.as_ref().map(|(account, ..)| account.id.clone()).unwrap_or_default();
        let Some((account, _, false)) = found.filter(|_| belongs) else {
            // For an unknown e-mail too, so that both take as long; of that nothing is noted.
            self.audit_installation(&Actor::Visitor, None, "sign-in refused", id).await?;
            return Err(Error::field("email", Problem::WrongSignIn));
        };
        // Parameters may have been raised since; only now is the password there to be hashed anew.
        if let Some(old) = stored.filter(|stored| passwords::is_older(stored)) {
            let new = self.password_hash(password).await?;
            self.store.replace_hash(&account.id, &old, &new).await?;
        }
        if self.has_second_step(&account.id).await? {
            return self.ask_for_code(&account.id).await;
        }
        self.begin_session(account).await
    }

    /// A new session of an account whose owner has proved who they are.
    pub(crate) async fn begin_session(&self, account: Account) -> Result<Token> {
        let mut token = Token([0; 32]);
        self.random.fill(&mut token.0);
        let id = account.id.clone();
        self.noting_installation(&Actor::Account(account), None, "signed in", "")
            .start_session(&session_key(&token), &id, self.clock.now())
            .await?;
        Ok(token)
    }

    /// Whose session this is; without a living session, [`Actor::Visitor`].
    pub async fn actor(&self, token: Option<&Token>) -> Result<Actor> {
        let Some(token) = token else { return Ok(Actor::Visitor) };
        let now = self.clock.now();
        let account =
            self.store.session(&session_key(token), now - SESSION_LASTS, now - SESSION_IDLES, now).await?;
        let Some((account, signed_in)) = account else { return Ok(Actor::Visitor) };
        Ok(Actor::Account(self.held_back(account, signed_in).await?))
    }

    /// Ends the session, or a sign-in that waits for its code.
    pub async fn sign_out(&self, token: &Token) -> Result<()> {
        let actor = self.actor(Some(token)).await?;
        self.forget_sign_in(token).await?;
        let store = match actor {
            Actor::Visitor => Arc::clone(&self.store),
            actor => Arc::from(self.noting_installation(&actor, None, "signed out", "")),
        };
        Ok(store.end_session(&session_key(token)).await?)
    }

    /// Adds an account (administrators and the command line).
    pub async fn add_account(
        &self,
        actor: &Actor,
        email: &str,
        name: &str,
        password: &str,
        administrator: bool,
    ) -> Result<Account> {
        actor.may(Permission::Administer, "")?;
        let (email, name) = (normal_email(email), one_line(name));
        let mut problems = Problems::default();
        problems.unless(is_email(&email), "email", Problem::NotAnEmail);
        problems.required("name", &name, LONGEST_NAME);
        if let Some(problem) = passwords::problem(password, [email.as_str(), name.as_str()]) {
            problems.add("password", problem);
        }
        problems.none()?;

        let hash = self.password_hash(password).await?;
        let account =
            Account { id: self.fresh_id(), email, name, administrator, roles: Vec::new(), held_back: false };
        let noting = self.noting_installation(actor, None, "account added", &*account.id);
        if !noting.add_account(&account, &hash).await? {
            return Err(Error::field("email", Problem::Repeated));
        }
        Ok(account)
    }

    /// What is stored of a password, with a fresh salt.
    pub(crate) async fn password_hash(&self, password: &str) -> Result<String> {
        let mut salt = [0; 16];
        self.random.fill(&mut salt);
        let password = password.to_owned();
        self.slow_hash.run(move || passwords::hash(&password, &salt)).await?
    }

    /// Gives a role.
    pub async fn add_role(&self, actor: &Actor, email: &str, organisation: &str, role: Role) -> Result<()> {
        actor.may(Permission::Administer, organisation)?;
        let (account, _, _) = self
            .store
            .account_by_email(&normal_email(email))
            .await?
            .ok_or_else(|| Error::field("email", Problem::NotAChoice))?;
        if !self.store.organisations().await?.iter().any(|known| known.id == organisation) {
            return Err(Error::field("organisation", Problem::NotAChoice));
        }
        let detail = format!("{} {}", account.id, role.as_str());
        self.noting_installation(actor, Some(organisation), "role given", detail)
            .add_role(&account.id, organisation, role)
            .await?;
        Ok(())
    }

    /// All accounts with whether they are disabled.
    pub async fn accounts(&self, actor: &Actor) -> Result<Vec<(Account, bool)>> {
        actor.may(Permission::Administer, "")?;
        Ok(self.store.accounts().await?)
    }

    /// Disables an account and ends its sessions.
    pub async fn disable_account(&self, actor: &Actor, email: &str) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let email = normal_email(email);
        let (account, _, _) = self.store.account_by_email(&email).await?.ok_or(Error::NotFound)?;
        let noting = self.noting_installation(actor, None, "account disabled", account.id);
        if !noting.disable(&email).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }

    /// Adds an organisation.
    pub async fn add_organisation(&self, actor: &Actor, name: &str) -> Result<Organisation> {
        actor.may(Permission::Administer, "")?;
        let organisation = Organisation { id: self.fresh_id(), name: one_line(name) };
        let mut problems = Problems::default();
        problems.required("name", &organisation.name, LONGEST_NAME);
        problems.none()?;
        let noting = self.noting_installation(actor, Some(&organisation.id), "organisation added", "");
        if !noting.add_organisation(&organisation).await? {
            return Err(Error::field("name", Problem::Repeated));
        }
        Ok(organisation)
    }

    /// All organisations (administrators and the command line).
    pub async fn organisations(&self, actor: &Actor) -> Result<Vec<Organisation>> {
        actor.may(Permission::Administer, "")?;
        Ok(self.store.organisations().await?)
    }
}

/// What is stored instead of a session's token: with the database alone nobody goes on in a session. The
/// prefix keeps it apart from the tokens of those who answer. (A random token needs no slow hash.)
pub(crate) fn session_key(token: &Token) -> Bytes32 {
    Sha256::new().chain_update(b"pejling session").chain_update(token.0).finalize().into()
}

/// An e-mail as it is kept and looked up: no spaces around it, lower case.
pub(crate) fn normal_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Something before one `@`, something after it, nothing blank: whether it reaches anyone only a mail can say.
pub(crate) fn is_email(email: &str) -> bool {
    let parts = email.split('@').collect::<Vec<_>>();
    parts.len() == 2
        && parts.iter().all(|part| !part.is_empty())
        && email.chars().count() <= LONGEST_EMAIL
        && !email.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_is_the_same_however_it_is_typed() {
        assert_eq!(normal_email(" Maja.Holm@Kommune.DK "), "maja.holm@kommune.dk");
    }

    #[test]
    fn what_is_no_email_is_refused() {
        for wrong in ["", "maja", "@kommune.dk", "maja@", "a@b@c", "ma ja@kommune.dk", "a@b\n.dk"] {
            assert!(!is_email(wrong), "{wrong:?}");
        }
        assert!(is_email("maja@kommune.dk"));
        assert!(!is_email(&format!("{}@kommune.dk", "a".repeat(250))));
    }

    #[test]
    fn the_stored_key_is_not_the_token() {
        let token = Token([5; 32]);
        assert_ne!(session_key(&token), token.0);
        assert_ne!(session_key(&token), session_key(&Token([6; 32])));
    }
}
