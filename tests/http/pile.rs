//! An open screening with a pile of slips.

use crate::server::Server;
use screening::id::GroupId;
use screening::settings::{Invited, Settings};
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use workflow::{Actor, Workflow};

/// An open screening, and the codes of its slips.
pub(crate) struct Pile {
    pub(crate) screening: String,
    pub(crate) codes: Vec<String>,
}

/// A program whose pages may be asked for as often as a test likes.
pub(crate) async fn tireless() -> Server {
    Server::with(|program| {
        program.limits.requests_a_second = NonZeroU32::new(1_000_000).expect("not 0");
    })
    .await
}

/// One open screening in which this many of a group are invited.
pub(crate) async fn pile(workflow: &Workflow, organisation: &str, group: &str, many: usize) -> Pile {
    let me = Actor::CommandLine;
    let organisation = workflow.add_organisation(&me, organisation).await.expect("an organisation");
    let instrument = pejling::instruments::shipped().expect("instruments").remove(0);
    let invited = BTreeMap::from([(String::new(), many as u64)]);
    let settings = Settings {
        language: "da".to_owned(),
        invited: Invited(BTreeMap::from([(GroupId::from(group), invited)])),
        closing_minutes: 30,
        ..Settings::default()
    };
    let screening = workflow
        .create_screening(&me, &organisation.id, "Efterår 2026", instrument, settings)
        .await
        .expect("a screening");
    let codes = workflow.make_codes(&me, &screening).await.expect("codes");
    workflow.open_screening(&me, &screening).await.expect("it opens");
    Pile { screening, codes: codes.into_iter().map(|issued| issued.code).collect() }
}
