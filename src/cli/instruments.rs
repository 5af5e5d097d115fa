//! The instrument that somebody names: a shipped one, a folder, or an organisation's own by its id or its title.

use super::installation::with_database;
use super::words::in_words;
use super::{Database, MaybeDatabase, Misuse};
use crate::instruments::{self, InstrumentError};
use anyhow::{Result, anyhow, bail};
use screening::instrument::Instrument;
use std::io::{Write, stdout};
use workflow::instruments::OwnInstrument;
use workflow::{Actor, Workflow};

/// A shipped instrument or a folder; else, where a database is given, the newest version of an organisation's own: of any,
/// or of the one that is named.
pub(super) fn find(
    asked: &str,
    database: Option<&Database>,
    organisation: Option<&str>,
) -> Result<Instrument> {
    let unknown = match instruments::find(asked) {
        Err(unknown @ InstrumentError::Unknown { .. }) => unknown,
        found => return Ok(found?),
    };
    let Some(database) = database else {
        bail!("{unknown}; for an organisation's own, say where it is with --database");
    };
    with_database(database, async |workflow| {
        let all = workflow.own_instruments(&Actor::CommandLine).await.map_err(in_words)?;
        let known =
            all.iter().filter_map(|own| Some(own.newest()?.id.as_str())).collect::<Vec<_>>().join(", ");
        match named(&all, asked, organisation)? {
            Some(own) => own
                .newest()
                .cloned()
                .ok_or_else(|| anyhow!("{asked:?} is only a draft: publish it on its page in the web first")),
            None if known.is_empty() => Err(unknown.into()),
            None => Err(anyhow!("{unknown}, or of the organisations' own: {known}")),
        }
    })
}

/// The one of this id, else of this title in any of its languages.
fn named<'a>(
    all: &'a [OwnInstrument],
    asked: &str,
    organisation: Option<&str>,
) -> Result<Option<&'a OwnInstrument>> {
    let by_id = |own: &&OwnInstrument| own.id == asked || own.latest().is_some_and(|it| it.id == asked);
    let titled = |it: &Instrument| {
        it.texts.values().any(|texts| texts.title.trim().to_lowercase() == asked.trim().to_lowercase())
    };
    let by_title = |own: &&OwnInstrument| own.latest().is_some_and(|it| titled(&it));
    let mut found: Vec<&OwnInstrument> = all.iter().filter(by_id).collect();
    if found.is_empty() {
        found = all.iter().filter(by_title).collect();
    }
    let here: Vec<&OwnInstrument> = found
        .iter()
        .copied()
        .filter(|own| organisation.is_none_or(|name| own.organisation.name == name.trim()))
        .collect();
    match (here.as_slice(), found.as_slice()) {
        ([], []) => Ok(None),
        ([], [other, ..]) => {
            bail!(
                "{asked:?} belongs to {}: an organisation uses its own instruments",
                other.organisation.name
            )
        }
        ([one], _) => Ok(Some(one)),
        (several, _) => {
            let ids: Vec<String> = several
                .iter()
                .map(|own| {
                    let id = own.latest().map_or_else(|| own.id.clone(), |it| it.id);
                    format!("{id} ({})", own.organisation.name)
                })
                .collect();
            bail!(Misuse(format!("{asked:?} is the name of several: name one by its id: {}", ids.join(", "))))
        }
    }
}

/// Prints every instrument: id, version, title, and the organisation whose own it is.
pub(super) fn list(database: &MaybeDatabase) -> Result<()> {
    for instrument in instruments::shipped()? {
        writeln!(stdout(), "{}\t{}\t{}", instrument.id, instrument.version, title(&instrument))?;
    }
    let Some(database) = database.given()? else { return Ok(()) };
    with_database(&database, async |workflow| list_own(workflow).await)
}

async fn list_own(workflow: &Workflow) -> Result<()> {
    for own in workflow.own_instruments(&Actor::CommandLine).await.map_err(in_words)? {
        let Some(latest) = own.latest() else { continue };
        let version = own.newest().map_or_else(|| "draft".to_owned(), |newest| newest.version.to_string());
        writeln!(stdout(), "{}\t{version}\t{}\t{}", latest.id, title(&latest), own.organisation.name)?;
    }
    Ok(())
}

fn title(instrument: &Instrument) -> &str {
    instrument.languages.first().map_or("", |language| &instrument.texts(language).title)
}
