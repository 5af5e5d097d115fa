//! How the use cases of own instruments are called.

use crate::support::instrument;
use crate::world::{Answer, Ids};
use pejling::spreadsheet::SpreadsheetReader;
use screening::instrument::edit::{Draft, Part, PartChange, Reshape};
use screening::instrument::sheet;
use std::collections::BTreeSet;
use workflow::instruments::ReadAs;
use workflow::{Actor, Workflow};

pub async fn call(flow: &Workflow, actor: &Actor, ids: &Ids, use_case: &str) -> Answer {
    let own = &*ids.instrument;
    match use_case {
        "own_instruments" => flow.own_instruments(actor).await.into(),
        "own_instrument" => flow.own_instrument(actor, own).await.into(),
        "instrument_uses" => flow.instrument_uses(actor).await.into(),
        "usable_instrument" => flow.usable_instrument(actor, &ids.organisation, own).await.into(),
        "copy_instrument" => {
            flow.copy_instrument(actor, &ids.organisation, &instrument(), "da", "Et til").await.into()
        }
        "read_instrument" => {
            let how = ReadAs { language: "da", asked: "Brugere", file: "redskab.csv" };
            let reader = SpreadsheetReader::new(1);
            let mut file = Vec::new();
            sheet::write(&instrument(), &mut file).unwrap();
            flow.read_instrument(actor, &ids.organisation, &reader, how, file).await.into()
        }
        "take_in_instrument" => {
            let read = Draft::copy_of(&instrument(), "fil".to_owned());
            flow.take_in_instrument(actor, &ids.organisation, &read, "da", "Fra en fil").await.into()
        }
        "replace_instrument_draft" => {
            let read = Draft::copy_of(&instrument(), "fil".to_owned());
            flow.replace_instrument_draft(actor, own, 0, &read, &BTreeSet::new()).await.into()
        }
        "begin_instrument_draft" => flow.begin_instrument_draft(actor, own).await.into(),
        "write_instrument" => {
            flow.write_instrument(actor, own, &Part::Whole, "", &PartChange::default()).await.into()
        }
        "reshape_instrument" => flow.reshape_instrument(actor, own, 0, &Reshape::AddFocusPoint).await.into(),
        "publish_instrument" => flow.publish_instrument(actor, own, 0).await.into(),
        "drop_instrument_draft" => flow.drop_instrument_draft(actor, own, 0).await.into(),
        unknown => panic!("{unknown} is never called"),
    }
}
