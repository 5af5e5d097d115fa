//! Who may do what. The matrix test goes over [`Permission::ALL`] × every role × own and other organisation.

use crate::screenings::Screening;
use crate::{Error, Result, Workflow};

/// A role in one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Prepares, runs, minutes and reports.
    Facilitator,
    /// Reads the released report.
    Leader,
}

impl Role {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Leader => "leader",
        }
    }
    /// From its stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Facilitator, Self::Leader].into_iter().find(|role| role.as_str() == text)
    }
}

/// Someone with an account, as the session shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Random id.
    pub id: String,
    /// E-mail, lower case.
    pub email: String,
    /// Name.
    pub name: String,
    /// Runs the installation.
    pub administrator: bool,
    /// Roles by organisation id.
    pub roles: Vec<(String, Role)>,
    /// What they run waits, and stands in no field above, until they sign in by two steps: the installation asks for it.
    pub held_back: bool,
}

impl Account {
    /// Whether all that is left of it is its id, which stands in the place of its e-mail.
    pub fn erased(&self) -> bool {
        self.email == self.id
    }

    /// Whether this account reads what others don't: all screenings of a place, or all accounts.
    pub(crate) fn runs_something(&self) -> bool {
        self.administrator || self.roles.iter().any(|(_, role)| *role == Role::Facilitator)
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody signed in.
    Visitor,
    /// Someone with an account.
    Account(Account),
    /// Whoever holds the command line; may do everything, and the audit log says so.
    CommandLine,
}

/// What may be done in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Create, set up, open, close a screening; log evidence; see the picture; hold hearings; write the report.
    Facilitate,
    /// Read released reports.
    ReadReleased,
    /// Organisations and accounts.
    Administer,
}

impl Permission {
    /// All of them, for the matrix.
    pub const ALL: [Self; 3] = [Self::Facilitate, Self::ReadReleased, Self::Administer];
}

impl Actor {
    /// Whether this actor may do this in this organisation.
    ///
    /// A facilitator reads released reports too. An administrator runs the installation and sees no screening.
    pub fn may(&self, permission: Permission, organisation: &str) -> Result<()> {
        let allowed = match self {
            Self::Visitor => return Err(Error::NotSignedIn),
            Self::CommandLine => true,
            Self::Account(account) => {
                let has = |role| account.roles.iter().any(|(id, r)| id == organisation && *r == role);
                match permission {
                    Permission::Facilitate => has(Role::Facilitator),
                    Permission::ReadReleased => has(Role::Leader) || has(Role::Facilitator),
                    Permission::Administer => account.administrator,
                }
            }
        };
        if allowed { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// The account, or [`Error::NotSignedIn`].
    pub fn account(&self) -> Result<&Account> {
        match self {
            Self::Account(account) => Ok(account),
            Self::Visitor | Self::CommandLine => Err(Error::NotSignedIn),
        }
    }

    /// For the audit log.
    pub fn audit_name(&self) -> &str {
        match self {
            Self::Visitor => "visitor",
            Self::Account(account) => &account.id,
            Self::CommandLine => "command line",
        }
    }
}

impl Workflow {
    /// A screening (its picture with it) that the actor facilitates; where every use case on one begins.
    ///
    /// What does not exist and what exists in another organisation give the same answer, so that nothing is
    /// learned from trying ids. The command line sees everything and is told that there is no such thing.
    pub(crate) async fn facilitated(&self, actor: &Actor, id: &str) -> Result<Screening> {
        self.permitted(actor, Permission::Facilitate, id).await
    }

    /// A screening that the actor may do this with; see [`Workflow::facilitated`].
    pub(crate) async fn permitted(
        &self,
        actor: &Actor,
        permission: Permission,
        id: &str,
    ) -> Result<Screening> {
        if *actor == Actor::Visitor {
            return Err(Error::NotSignedIn);
        }
        match self.store.screening(id).await? {
            Some(screening) => {
                actor.may(permission, &screening.organisation.id)?;
                // Somebody's practice is nobody else's.
                if let (Some(practice), Actor::Account(account)) = (&screening.practice, actor)
                    && practice.account != account.id
                {
                    return Err(Error::Forbidden);
                }
                Ok(screening)
            }
            None if *actor == Actor::CommandLine => Err(Error::NotFound),
            None => Err(Error::Forbidden),
        }
    }
}
