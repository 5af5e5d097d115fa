//! An account's life in an administrator's hands: made without a password, given roles and losing them, closed and opened,
//! taken along as a file, erased.

use crate::access::{Account, Role};
use crate::accounts::{is_email, normal_email};
use crate::answering::Token;
use crate::fields::{LONGEST_NAME, Problems, one_line};
use crate::ports::AccountRecord;
use crate::preparing::day_in_denmark;
use crate::{Actor, Error, Permission, Problem, Result, Workflow, passwords};
use std::collections::BTreeMap;

/// Whether an account is in use, as far as an administrator needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountUse {
    /// Nobody chose a password yet.
    pub no_password: bool,
    /// The year and month in which it last signed in, as far back as the audit log goes.
    pub last_month: Option<(i16, i8)>,
}

/// An account as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAccount {
    /// The account.
    pub account: Account,
    /// It is closed: nobody signs in.
    pub closed: bool,
    /// It signs in by two steps.
    pub second_step: bool,
    /// In how many places it is signed in.
    pub sessions: usize,
    /// It is one's own.
    pub own: bool,
}

impl Workflow {
    /// Makes an account without a password, and the link with which its owner chooses one, shown once.
    ///
    /// # Errors
    ///
    /// Fields `email`, `name` and `organisation`.
    pub async fn invite_account(
        &self,
        actor: &Actor,
        email: &str,
        name: &str,
        administrator: bool,
        role: Option<(&str, Role)>,
    ) -> Result<(Account, Token)> {
        actor.may(Permission::Administer, "")?;
        let (email, name) = (normal_email(email), one_line(name));
        let mut problems = Problems::default();
        problems.unless(is_email(&email), "email", Problem::NotAnEmail);
        problems.required("name", &name, LONGEST_NAME);
        if let Some((organisation, _)) = role {
            let known = self.store.organisations().await?.iter().any(|known| known.id == organisation);
            problems.unless(known, "organisation", Problem::NotAChoice);
        }
        problems.none()?;
        let id = self.fresh_id();
        let account = Account { id, email, name, administrator, roles: Vec::new(), held_back: false };
        let noting = self.noting_installation(actor, None, "account added", &*account.id);
        if !noting.add_account(&account, passwords::NOBODYS_HASH).await? {
            return Err(Error::field("email", Problem::Repeated));
        }
        if let Some((organisation, role)) = role {
            self.add_role(actor, &account.email, organisation, role).await?;
        }
        let link = self.make_password_link(actor, &account.email).await?;
        Ok((account, link))
    }

    /// By account, what tells whether it is in use: for whoever tidies up among them.
    pub async fn account_uses(&self, actor: &Actor) -> Result<BTreeMap<String, AccountUse>> {
        actor.may(Permission::Administer, "")?;
        let notes = self.store.account_notes(passwords::NOBODYS_HASH).await?;
        let month = |at| {
            let day = day_in_denmark(at);
            (day.year(), day.month())
        };
        let read = |(id, no_password, last): (_, _, Option<i64>)| {
            (id, AccountUse { no_password, last_month: last.map(month) })
        };
        Ok(notes.into_iter().map(read).collect())
    }

    /// One account, for an administrator.
    pub async fn kept_account(&self, actor: &Actor, id: &str) -> Result<KeptAccount> {
        actor.may(Permission::Administer, "")?;
        let (account, closed) = self.known_account(id).await?;
        let now = self.clock.now();
        let (lasts, idles) = (crate::accounts::SESSION_LASTS, crate::accounts::SESSION_IDLES);
        Ok(KeptAccount {
            second_step: self.has_second_step(id).await?,
            sessions: self.store.sessions(id, now - lasts, now - idles).await?.len(),
            own: actor.audit_name() == id,
            account,
            closed,
        })
    }

    /// Takes a role back; what it opened is closed from the next request on.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where the account has no such role.
    pub async fn take_role(&self, actor: &Actor, id: &str, organisation: &str, role: Role) -> Result<()> {
        actor.may(Permission::Administer, organisation)?;
        let (account, _) = self.known_account(id).await?;
        let detail = format!("{} {}", account.id, role.as_str());
        let noting = self.noting_installation(actor, Some(organisation), "role taken", detail);
        if !noting.take_role(&account.id, organisation, role).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }

    /// Makes an account an administrator's, or no longer.
    ///
    /// # Errors
    ///
    /// [`Problem::LastAdministrator`] where no other open one would be left.
    pub async fn set_administrator(&self, actor: &Actor, id: &str, on: bool) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let (account, _) = self.known_account(id).await?;
        if !on {
            self.another_administrator(id).await?;
        }
        let event = if on { "made administrator" } else { "no longer administrator" };
        self.noting_installation(actor, None, event, &*account.id).set_administrator(&account.id, on).await?;
        Ok(())
    }

    /// Closes an account, which ends its sessions, or opens it again.
    ///
    /// # Errors
    ///
    /// [`Problem::LastAdministrator`] where no other open one would be left.
    pub async fn close_account(&self, actor: &Actor, id: &str, closed: bool) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let (account, _) = self.known_account(id).await?;
        if closed {
            self.another_administrator(id).await?;
            return self.disable_account(actor, &account.email).await;
        }
        self.noting_installation(actor, None, "account opened", &*account.id).enable(&account.id).await?;
        Ok(())
    }

    /// Ends all sessions of an account, and its sign-ins that wait for a code.
    pub async fn end_account_sessions(&self, actor: &Actor, id: &str) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let (account, _) = self.known_account(id).await?;
        self.noting_installation(actor, None, "sessions ended", &*account.id)
            .end_account_sessions(&account.id)
            .await?;
        Ok(())
    }

    /// What is kept about an account, for whoever asks the administrator for it.
    pub async fn account_record(&self, actor: &Actor, id: &str) -> Result<AccountRecord> {
        actor.may(Permission::Administer, "")?;
        let record = self.store.account_record(id).await?.ok_or(Error::NotFound)?;
        self.audit_installation(actor, None, "account exported", id).await?;
        Ok(record)
    }

    /// What is kept about oneself.
    pub async fn own_record(&self, actor: &Actor) -> Result<AccountRecord> {
        let account = actor.account()?;
        self.store.account_record(&account.id).await?.ok_or(Error::NotFound)
    }

    /// Erases an account: name, e-mail, password, second step, roles, sessions, mails and practices go. What it did stays
    /// under its id, which says nothing of whose it was.
    ///
    /// # Errors
    ///
    /// Field `email`: not the account's, typed once more; [`Problem::LastAdministrator`] where no other open one would
    /// be left.
    pub async fn erase_account(&self, actor: &Actor, id: &str, email: &str) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let (account, _) = self.known_account(id).await?;
        if normal_email(email) != account.email {
            return Err(Error::field("email", Problem::NotTheAccounts));
        }
        self.another_administrator(id).await?;
        self.noting_installation(actor, None, "account erased", id)
            .erase_account(id, passwords::NOBODYS_HASH)
            .await?;
        if let Err(error) = self.store.tidy().await {
            // It is erased; the program tries the files again every minute.
            tracing::warn!(%error, "an erased name is still in the files");
        }
        Ok(())
    }

    /// An account that is not erased, and whether it is closed.
    async fn known_account(&self, id: &str) -> Result<(Account, bool)> {
        let all = self.store.accounts().await?;
        let found = all.into_iter().find(|(account, _)| account.id == id && !account.erased());
        found.ok_or(Error::NotFound)
    }

    /// Somebody else still administers, or this account did not.
    async fn another_administrator(&self, id: &str) -> Result<()> {
        let all = self.store.accounts().await?;
        let open = |(account, closed): &&(Account, bool)| account.administrator && !closed;
        let (is_one, others) = all.iter().filter(open).fold((false, 0), |(is_one, others), (account, _)| {
            if account.id == id { (true, others) } else { (is_one, others + 1) }
        });
        if is_one && others == 0 { Err(Error::Refused(Problem::LastAdministrator)) } else { Ok(()) }
    }
}
