//! An organisation's own instruments: drafts and versions.

use super::db::{execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use screening::instrument::Instrument;
use screening::instrument::edit::Draft;
use serde::Deserialize;
use workflow::instruments::{InstrumentUse, OwnInstrument, StoredDraft};
use workflow::ports::{InstrumentStore, PortResult};
use workflow::screenings::Organisation;

/// An own instrument with its draft, as a row says.
type OwnRow = (String, String, String, Option<String>, Option<String>, Option<i64>);

/// The rows of some, by a condition with one value.
macro_rules! own_rows {
    ($fetch:ident, $reading:expr, $condition:literal, $value:expr) => {
        $fetch!(
            $reading,
            OwnRow,
            concat!(
                "SELECT o.id, o.organisation_id, p.name, o.origin, d.content, d.revision FROM own_instrument o
                 JOIN organisation p ON p.id = o.organisation_id
                 LEFT JOIN instrument_draft d ON d.own_instrument_id = o.id WHERE ",
                $condition,
                " ORDER BY o.id"
            ),
            $value
        )
    };
}

fn own(row: OwnRow, versions: Vec<Instrument>) -> PortResult<OwnInstrument> {
    let (id, organisation, name, origin, content, revision) = row;
    let origin = origin.map(|origin| from_json("own_instrument.origin", &origin)).transpose()?;
    let draft = content.zip(revision).map(|(content, revision)| {
        Ok::<_, workflow::ports::StoreError>(StoredDraft {
            revision,
            draft: from_json::<Draft>("instrument_draft.content", &content)?,
        })
    });
    Ok(OwnInstrument {
        id,
        organisation: Organisation { id: organisation, name },
        origin,
        versions,
        draft: draft.transpose()?,
    })
}

impl SqlStore {
    async fn versions(&self, own: &str) -> PortResult<Vec<Instrument>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String,),
            "SELECT content FROM instrument_version WHERE own_instrument_id = $1 ORDER BY version",
            own
        )?;
        rows.iter().map(|(content,)| from_json("instrument_version.content", content)).collect()
    }
}

#[async_trait]
impl InstrumentStore for SqlStore {
    async fn own_instruments(&self, organisation: &str) -> PortResult<Vec<OwnInstrument>> {
        let rows = {
            let mut reading = self.db.read().await?;
            own_rows!(fetch_all, reading, "o.organisation_id = $1", organisation)?
        };
        let mut all = Vec::new();
        for row in rows {
            let versions = self.versions(&row.0).await?;
            all.push(own(row, versions)?);
        }
        Ok(all)
    }

    async fn own_instrument(&self, id: &str) -> PortResult<Option<OwnInstrument>> {
        let row = {
            let mut reading = self.db.read().await?;
            own_rows!(fetch_optional, reading, "o.id = $1", id)?
        };
        let Some(row) = row else { return Ok(None) };
        let versions = self.versions(id).await?;
        own(row, versions).map(Some)
    }

    async fn add_own_instrument(
        &self,
        id: &str,
        organisation: &str,
        draft: &Draft,
        origin: Option<&Instrument>,
    ) -> PortResult<()> {
        let content = to_json(draft)?;
        let origin = origin.map(to_json).transpose()?;
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO own_instrument (id, organisation_id, origin) VALUES ($1, $2, $3)",
                    id,
                    organisation,
                    origin.as_deref()
                )?;
                execute!(
                    writing,
                    "INSERT INTO instrument_draft (own_instrument_id, content, revision) VALUES ($1, $2, 1)",
                    id,
                    &*content
                )?;
                Ok(())
            })
            .await
    }

    async fn save_instrument_draft(&self, id: &str, seen: i64, draft: &Draft) -> PortResult<bool> {
        let content = to_json(draft)?;
        self.deeds
            .write(async |writing| {
                let saved = if seen == 0 {
                    execute!(
                        writing,
                        "INSERT INTO instrument_draft (own_instrument_id, content, revision) VALUES ($1, $2, 1)
                         ON CONFLICT (own_instrument_id) DO NOTHING",
                        id,
                        &*content
                    )?
                } else {
                    execute!(
                        writing,
                        "UPDATE instrument_draft SET content = $3, revision = revision + 1
                         WHERE own_instrument_id = $1 AND revision = $2",
                        id,
                        seen,
                        &*content
                    )?
                };
                Ok(saved == 1)
            })
            .await
    }

    async fn publish_instrument(&self, id: &str, seen: i64, version: &Instrument) -> PortResult<bool> {
        let content = to_json(version)?;
        self.deeds
            .write(async |writing| {
                let gone = execute!(
                    writing,
                    "DELETE FROM instrument_draft WHERE own_instrument_id = $1 AND revision = $2",
                    id,
                    seen
                )?;
                if gone == 0 {
                    return Ok(false);
                }
                execute!(
                    writing,
                    "INSERT INTO instrument_version (own_instrument_id, version, content) VALUES ($1, $2, $3)",
                    id,
                    i64::from(version.version),
                    &*content
                )?;
                Ok(true)
            })
            .await
    }

    async fn drop_instrument_draft(&self, id: &str, seen: i64) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let gone = execute!(
                    writing,
                    "DELETE FROM instrument_draft WHERE own_instrument_id = $1 AND revision = $2",
                    id,
                    seen
                )?;
                if gone == 1 {
                    execute!(
                        writing,
                        "DELETE FROM own_instrument WHERE id = $1 AND NOT EXISTS
                         (SELECT 1 FROM instrument_version WHERE own_instrument_id = $1)",
                        id
                    )?;
                }
                Ok(gone == 1)
            })
            .await
    }

    async fn instrument_uses(&self, organisation: &str) -> PortResult<Vec<InstrumentUse>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String, String, String),
            "SELECT s.id, p.name, s.name, substr(s.instrument, 1, 400) FROM screening s
             JOIN organisation p ON p.id = s.organisation_id
             WHERE s.organisation_id = $1 AND s.practice_account_id IS NULL ORDER BY s.created_at, s.id",
            organisation
        )?;
        rows.into_iter()
            .map(|(screening, organisation, name, instrument)| {
                let (instrument, version) = beginning(&instrument)
                    .ok_or_else(|| unreadable("screening.instrument", "no id and version in front"))?;
                Ok(InstrumentUse { screening, organisation, name, instrument, version })
            })
            .collect()
    }
}

/// Id and version of an instrument from the beginning of its JSON, where they stand: the whole is long.
fn beginning(json: &str) -> Option<(String, u32)> {
    let rest = json.strip_prefix("{\"id\":")?;
    let mut reader = serde_json::Deserializer::from_str(rest).into_iter::<serde_json::Value>();
    let id = String::deserialize(reader.next()?.ok()?).ok()?;
    let rest = rest.get(reader.byte_offset()..)?.strip_prefix(",\"version\":")?;
    let (version, _) = rest.split_once(',')?;
    Some((id, version.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_and_version_are_read_from_the_beginning() {
        for instrument in crate::instruments::shipped().unwrap() {
            let json = to_json(&instrument).unwrap();
            assert_eq!(beginning(&json[..200]), Some((instrument.id, instrument.version)));
        }
        let odd = r#"{"id":"a\",\"version\":7,","version":12,"languages":["#;
        assert_eq!(beginning(odd), Some(("a\",\"version\":7,".to_owned(), 12)));
        assert_eq!(beginning("{}"), None);
    }
}
