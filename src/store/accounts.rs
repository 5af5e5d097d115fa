//! Accounts, their roles and sessions; organisations.

use super::db::{Reading, execute, fetch_all, fetch_optional};
use super::{SqlStore, unreadable};
use async_trait::async_trait;
use workflow::accounts::SESSION_LASTS;
use workflow::ports::{AccountStore, Bytes32, PortResult};
use workflow::screenings::Organisation;
use workflow::{Account, Role};

/// How far behind the noted time of a session may be, in seconds: a page costs no write but once a minute.
const SEEN_GRAIN: i64 = 60;

/// An account as its row says; the roles are rows of their own.
#[derive(sqlx::FromRow)]
struct AccountRow {
    id: String,
    email: String,
    name: String,
    password_hash: String,
    administrator: i64,
    disabled: i64,
}

/// A role as its row says.
#[derive(sqlx::FromRow)]
struct RoleRow {
    account_id: String,
    organisation_id: String,
    role: String,
}

impl TryFrom<RoleRow> for (String, Role) {
    type Error = workflow::ports::StoreError;
    fn try_from(row: RoleRow) -> PortResult<Self> {
        let role = Role::parse(&row.role).ok_or_else(|| unreadable("membership.role", &row.role))?;
        Ok((row.organisation_id, role))
    }
}

impl AccountRow {
    /// The account with those of the roles that are its own.
    fn with(self, roles: Vec<(String, Role)>) -> Account {
        Account {
            id: self.id,
            email: self.email,
            name: self.name,
            administrator: self.administrator != 0,
            roles,
            held_back: false,
        }
    }
}

async fn roles_of(reading: &mut Reading, account: &str) -> PortResult<Vec<(String, Role)>> {
    fetch_all!(
        reading,
        RoleRow,
        "SELECT account_id, organisation_id, role FROM membership WHERE account_id = $1
         ORDER BY organisation_id, role",
        account
    )?
    .into_iter()
    .map(TryInto::try_into)
    .collect()
}

#[async_trait]
impl AccountStore for SqlStore {
    async fn add_organisation(&self, organisation: &Organisation) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO organisation (id, name) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
                    &*organisation.id,
                    &*organisation.name
                )?;
                Ok(added == 1)
            })
            .await
    }

    async fn organisations(&self) -> PortResult<Vec<Organisation>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String),
            "SELECT id, name FROM organisation ORDER BY LOWER(name), id"
        )?;
        Ok(rows.into_iter().map(|(id, name)| Organisation { id, name }).collect())
    }

    async fn add_account(&self, account: &Account, password_hash: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO account (id, email, name, password_hash, administrator)
                     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING",
                    &*account.id,
                    &*account.email,
                    &*account.name,
                    password_hash,
                    i64::from(account.administrator)
                )?;
                Ok(added == 1)
            })
            .await
    }

    async fn add_role(&self, account: &str, organisation: &str, role: Role) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO membership (account_id, organisation_id, role) VALUES ($1, $2, $3)
                     ON CONFLICT (account_id, organisation_id, role) DO NOTHING",
                    account,
                    organisation,
                    role.as_str()
                )?;
                Ok(())
            })
            .await
    }

    async fn account_by_email(&self, email: &str) -> PortResult<Option<(Account, String, bool)>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            AccountRow,
            "SELECT id, email, name, password_hash, administrator, disabled FROM account WHERE email = $1",
            email
        )?;
        let Some(row) = row else { return Ok(None) };
        let roles = roles_of(&mut reading, &row.id).await?;
        let (hash, disabled) = (row.password_hash.clone(), row.disabled != 0);
        Ok(Some((row.with(roles), hash, disabled)))
    }

    async fn accounts(&self) -> PortResult<Vec<(Account, bool)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            AccountRow,
            "SELECT id, email, name, password_hash, administrator, disabled FROM account ORDER BY email"
        )?;
        let mut roles = std::collections::BTreeMap::<String, Vec<(String, Role)>>::new();
        for row in fetch_all!(
            reading,
            RoleRow,
            "SELECT account_id, organisation_id, role FROM membership ORDER BY organisation_id, role"
        )? {
            roles.entry(row.account_id.clone()).or_default().push(row.try_into()?);
        }
        Ok(rows
            .into_iter()
            .map(|row| {
                let (own, disabled) = (roles.remove(&row.id).unwrap_or_default(), row.disabled != 0);
                (row.with(own), disabled)
            })
            .collect())
    }

    async fn disable(&self, email: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let found = execute!(writing, "UPDATE account SET disabled = 1 WHERE email = $1", email)?;
                execute!(
                    writing,
                    "DELETE FROM session WHERE account_id IN (SELECT id FROM account WHERE email = $1)",
                    email
                )?;
                execute!(
                    writing,
                    "DELETE FROM sign_in_step WHERE account_id IN (SELECT id FROM account WHERE email = $1)",
                    email
                )?;
                Ok(found == 1)
            })
            .await
    }

    async fn start_session(&self, token_hash: &Bytes32, account: &str, now: i64) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM session WHERE started_at <= $1", now - SESSION_LASTS)?;
                execute!(
                    writing,
                    "INSERT INTO session (token_hash, account_id, started_at, seen_at) VALUES ($1, $2, $3, $3)",
                    token_hash.as_slice(),
                    account,
                    now
                )?;
                Ok(())
            })
            .await
    }

    async fn session(
        &self,
        token_hash: &Bytes32,
        not_before: i64,
        seen_after: i64,
        now: i64,
    ) -> PortResult<Option<(Account, i64)>> {
        let mut reading = self.db.read().await?;
        let seen = fetch_optional!(
            reading,
            (String, i64, i64),
            "SELECT account_id, started_at, seen_at FROM session WHERE token_hash = $1 AND started_at > $2 AND seen_at > $3",
            token_hash.as_slice(),
            not_before,
            seen_after
        )?;
        let Some((account, started_at, seen_at)) = seen else { return Ok(None) };
        let row = fetch_optional!(
            reading,
            AccountRow,
            "SELECT id, email, name, password_hash, administrator, disabled FROM account
             WHERE id = $1 AND disabled = 0",
            &*account
        )?;
        let Some(row) = row else { return Ok(None) };
        let roles = roles_of(&mut reading, &row.id).await?;
        drop(reading);
        if now - seen_at >= SEEN_GRAIN {
            self.deeds
                .write(async |writing| {
                    execute!(
                        writing,
                        "UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2",
                        token_hash.as_slice(),
                        now
                    )
                })
                .await?;
        }
        Ok(Some((row.with(roles), started_at)))
    }

    async fn note_device(&self, token_hash: &Bytes32, device: &str) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "UPDATE session SET device = $2 WHERE token_hash = $1",
                    token_hash.as_slice(),
                    device
                )?;
                Ok(())
            })
            .await
    }

    async fn end_session(&self, token_hash: &Bytes32) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM session WHERE token_hash = $1", token_hash.as_slice())?;
                Ok(())
            })
            .await
    }
}
