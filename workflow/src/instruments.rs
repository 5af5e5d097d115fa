//! An organisation's own instruments: a copy of another is a draft, which two may write in at once; published it is a
//! version, which never changes. A screening keeps its own copy of the version it was made from.

mod taking_in;
mod writing;

pub use taking_in::ReadAs;
pub use writing::part_seen;

use crate::screenings::Organisation;
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use screening::instrument::Instrument;
use screening::instrument::edit::Draft;

/// Most own instruments of an organisation.
pub const MOST_OWN: usize = 40;

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDraft {
    /// Times it was written.
    pub revision: i64,
    /// The draft.
    pub draft: Draft,
}

/// An instrument of an organisation's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnInstrument {
    /// Random id.
    pub id: String,
    /// Whose it is.
    pub organisation: Organisation,
    /// What it was copied from, as that was then.
    pub origin: Option<Instrument>,
    /// Its versions, oldest first.
    pub versions: Vec<Instrument>,
    /// What is being written.
    pub draft: Option<StoredDraft>,
}

impl OwnInstrument {
    /// The newest version.
    pub fn newest(&self) -> Option<&Instrument> {
        self.versions.last()
    }

    /// What a draft is compared with: the version before, or what it was copied from.
    pub fn before(&self) -> Option<&Instrument> {
        self.newest().or(self.origin.as_ref())
    }

    /// The newest version, or the draft of the first as it reads now.
    pub fn latest(&self) -> Option<Instrument> {
        self.newest().cloned().or_else(|| Some(self.draft.as_ref()?.draft.shown()))
    }
}

/// A screening and the instrument that it keeps a copy of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentUse {
    /// The screening's id.
    pub screening: String,
    /// Its organisation's name.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// The instrument's id.
    pub instrument: String,
    /// Its version.
    pub version: u32,
}

impl Workflow {
    /// The own instruments of every organisation that the actor facilitates.
    pub async fn own_instruments(&self, actor: &Actor) -> Result<Vec<OwnInstrument>> {
        let mut all = Vec::new();
        for organisation in self.facilitated_organisations(actor).await? {
            all.extend(self.store.own_instruments(&organisation.id).await?);
        }
        Ok(all)
    }

    /// One of them. What another organisation has is as if it were not there.
    pub async fn own_instrument(&self, actor: &Actor, id: &str) -> Result<OwnInstrument> {
        if *actor == Actor::Visitor {
            return Err(Error::NotSignedIn);
        }
        match self.store.own_instrument(id).await? {
            Some(own) => {
                actor.may(Permission::Facilitate, &own.organisation.id)?;
                Ok(own)
            }
            None if *actor == Actor::CommandLine => Err(Error::NotFound),
            None => Err(Error::Forbidden),
        }
    }

    /// Which instrument each screening that the actor facilitates was made from; practices are none of them.
    pub async fn instrument_uses(&self, actor: &Actor) -> Result<Vec<InstrumentUse>> {
        let mut uses = Vec::new();
        for organisation in self.facilitated_organisations(actor).await? {
            uses.extend(self.store.instrument_uses(&organisation.id).await?);
        }
        Ok(uses)
    }

    /// The newest version of an own instrument by the id in its files, where the organisation has it.
    pub async fn usable_instrument(
        &self,
        actor: &Actor,
        organisation: &str,
        instrument: &str,
    ) -> Result<Instrument> {
        actor.may(Permission::Facilitate, organisation)?;
        let own = self.store.own_instruments(organisation).await?;
        let mut newest = own.into_iter().filter_map(|own| own.versions.into_iter().next_back());
        let found = newest.find(|version| version.id == instrument);
        found.ok_or_else(|| Error::field("instrument", Problem::NotAChoice))
    }
}
