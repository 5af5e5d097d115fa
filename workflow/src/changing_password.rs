//! Changing one's own password with the old one.

use crate::accounts::session_key;
use crate::answering::Token;
use crate::fields::Problems;
use crate::{Account, Actor, Error, Problem, Result, Workflow, passwords};

impl Workflow {
    /// Changes one's own password: links to a new one are used up, and every session ends. A new session stands in the
    /// place of the one that asks.
    ///
    /// # Errors
    ///
    /// Fields `old` (not one's own), `password` (too short, too long, too common) and `again` (another one).
    /// [`Problem::Changed`] where it was changed meanwhile.
    pub async fn change_password(
        &self,
        actor: &Actor,
        old: &str,
        password: &str,
        again: &str,
    ) -> Result<Token> {
        let account = actor.account()?;
        let Some(stored) = self.own_hash(account, old).await? else {
            self.audit_installation(actor, None, "password change refused", "").await?;
            return Err(Error::field("old", Problem::WrongPassword));
        };
        let mut problems = Problems::default();
        match self.password_problem(account, password).await? {
            Some(problem) => problems.add("password", problem),
            None => problems.unless(password == again, "again", Problem::NotTheSame),
        }
        problems.none()?;
        let hash = self.password_hash(password).await?;
        if !self.store.change_password(&account.id, &stored, &hash).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        let mut token = Token([0; 32]);
        self.random.fill(&mut token.0);
        self.store.start_session(&session_key(&token), &account.id, self.clock.now()).await?;
        self.audit_installation(actor, None, "password changed", "").await?;
        Ok(token)
    }

    /// What is wrong with a new password of an account, if anything.
    pub(crate) async fn password_problem(
        &self,
        account: &Account,
        password: &str,
    ) -> Result<Option<Problem>> {
        let places = self.store.organisations().await?;
        let own = places.iter().filter(|place| account.roles.iter().any(|(id, _)| *id == place.id));
        let names =
            own.map(|place| place.name.as_str()).chain([account.name.as_str(), account.email.as_str()]);
        Ok(passwords::problem(password, names))
    }

    /// What is stored of an account's password, where this is it.
    pub(crate) async fn own_hash(&self, account: &Account, password: &str) -> Result<Option<String>> {
        let found = self.store.account_by_email(&account.email).await?;
        let stored = found.map(|(_, hash, _)| hash);
        let (typed, judged) = (password.to_owned(), stored.clone());
        let belongs = self.slow_hash.run(move || passwords::belongs(&typed, judged.as_deref())).await??;
        Ok(stored.filter(|_| belongs))
    }
}
