//! Where somebody is signed in, and how they end it elsewhere.

use crate::accounts::{SESSION_IDLES, SESSION_LASTS, session_key};
use crate::answering::Token;
use crate::audit::hex;
use crate::{Actor, Result, Workflow};

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// Names it in a form; opens nothing.
    pub key: String,
    /// When it began, seconds since 1970.
    pub started_at: i64,
    /// When it was last used, to the minute.
    pub seen_at: i64,
    /// It is the one that asks.
    pub here: bool,
}

impl Workflow {
    /// One's own living sessions, the newest first; `here` is the one that asks.
    pub async fn sessions(&self, actor: &Actor, here: Option<&Token>) -> Result<Vec<SessionView>> {
        let account = actor.account()?;
        let (here, now) = (here.map(session_key), self.clock.now());
        let sessions = self.store.sessions(&account.id, now - SESSION_LASTS, now - SESSION_IDLES).await?;
        let view = |(key, started_at, seen_at)| SessionView {
            here: Some(key) == here,
            key: hex(&key),
            started_at,
            seen_at,
        };
        Ok(sessions.into_iter().map(view).collect())
    }

    /// Ends one of one's own sessions by its key, or with no key all but the one that asks.
    pub async fn end_sessions(&self, actor: &Actor, here: Option<&Token>, key: Option<&str>) -> Result<()> {
        let account = actor.account()?;
        let (here, now) = (here.map(session_key), self.clock.now());
        let own = self.store.sessions(&account.id, now - SESSION_LASTS, now - SESSION_IDLES).await?;
        for (session, ..) in own {
            if key.map_or(Some(session) != here, |key| hex(&session) == key) {
                self.noting_installation(actor, None, "sessions ended", "").end_session(&session).await?;
            }
        }
        Ok(())
    }
}
