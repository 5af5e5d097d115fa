//! Accounts, signing in and out, organisations.

use crate::answering::Token;
use crate::screenings::Organisation;
use crate::{Account, Actor, Result, Role, Workflow};

impl Workflow {
    /// E-mail and password to a session token; wrong tries are slowed by address in `src/http`.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Token> {
        todo!()
    }
    /// Whose session this is.
    pub async fn actor(&self, token: Option<&Token>) -> Result<Actor> {
        todo!()
    }
    /// Ends the session.
    pub async fn sign_out(&self, token: &Token) -> Result<()> {
        todo!()
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
        todo!()
    }
    /// Gives a role.
    pub async fn add_role(&self, actor: &Actor, email: &str, organisation: &str, role: Role) -> Result<()> {
        todo!()
    }
    /// All accounts with whether they are disabled.
    pub async fn accounts(&self, actor: &Actor) -> Result<Vec<(Account, bool)>> {
        todo!()
    }
    /// Disables an account and ends its sessions.
    pub async fn disable_account(&self, actor: &Actor, email: &str) -> Result<()> {
        todo!()
    }
    /// Adds an organisation.
    pub async fn add_organisation(&self, actor: &Actor, name: &str) -> Result<Organisation> {
        todo!()
    }
    /// All organisations (administrators and the command line).
    pub async fn organisations(&self, actor: &Actor) -> Result<Vec<Organisation>> {
        todo!()
    }
}
