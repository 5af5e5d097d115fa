//! Settings that change once they are made, and open links by name.

use super::db::{Lock, Writing, execute, fetch_optional};
use super::screenings::state_word;
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::id::GroupId;
use screening::settings::{Settings, State};
use workflow::ports::{InvitationStore, PortResult};

/// Whether a screening is in this state with these settings, locked so that it stays so to the end of the transaction.
pub(super) async fn still(
    writing: &mut Writing,
    id: &str,
    state: State,
    settings: &Settings,
) -> PortResult<bool> {
    // Exclusive: nobody else reads the same settings in order to change them.
    if writing.lock_screening(id, Lock::Exclusive).await?.as_deref() != Some(state_word(state)) {
        return Ok(false);
    }
    let stored = fetch_optional!(writing, (String,), "SELECT settings FROM screening WHERE id = $1", id)?;
    let Some((stored,)) = stored else { return Ok(false) };
    // Compared as settings: an older program may have written the same in other words.
    Ok(from_json::<Settings>("screening.settings", &stored)? == *settings)
}

#[async_trait]
impl InvitationStore for SqlStore {
    async fn change_settings(
        &self,
        id: &str,
        state: State,
        before: &Settings,
        after: &Settings,
    ) -> PortResult<bool> {
        let json = to_json(after)?;
        self.deeds
            .write(async |writing| {
                if !still(writing, id, state, before).await? {
                    return Ok(false);
                }
                execute!(writing, "UPDATE screening SET settings = $2 WHERE id = $1", id, &*json)?;
                execute!(writing, "DELETE FROM open_link WHERE screening_id = $1", id)?;
                for (group, link) in &after.open_links {
                    execute!(
                        writing,
                        "INSERT INTO open_link (name, screening_id, group_id) VALUES ($1, $2, $3)",
                        &*link.name,
                        id,
                        group.as_str()
                    )?;
                }
                Ok(true)
            })
            .await
    }

    async fn open_link(&self, name: &str) -> PortResult<Option<(String, GroupId)>> {
        let mut reading = self.db.read().await?;
        let found = fetch_optional!(
            reading,
            (String, String),
            "SELECT screening_id, group_id FROM open_link WHERE name = $1",
            name
        )?;
        Ok(found.map(|(screening, group)| (screening, GroupId::from(group))))
    }
}
