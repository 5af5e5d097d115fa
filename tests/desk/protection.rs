//! The controller's facts: written once for the installation, inherited until a screening opens, told to anybody.

use super::{Desk, refusal};
use crate::support::instrument;
use screening::data_protection::ProtectionDraft;
use screening::report::{Block, Report};
use screening::retention::{Kept, Times};
use screening::settings::{LegalFacts, Settings};
use std::collections::BTreeMap;
use workflow::{Error, Problem};

/// Every cell of a draft.
fn told(report: &Report) -> String {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.concat().join("\n")),
        _ => None,
    });
    tables.collect::<Vec<_>>().join("\n")
}

/// A screening says what it says otherwise, has the rest of the installation, and keeps it when it opens.
pub async fn the_installations_facts_are_inherited(desk: &Desk) {
    let flow = &desk.flow;
    let me = desk.facilitator().await;
    let chief = desk.signed_in("chef@kommune.dk").await;
    assert_eq!(flow.controller_facts().await.unwrap(), LegalFacts::default());
    let place = flow.facilitated_organisations(&me).await.unwrap().remove(0).id;
    let settings = Settings { legal: LegalFacts::default(), ..super::screenings::settings() };
    let id = flow.create_screening(&me, &place, "Arvet", instrument(), settings.clone()).await.unwrap();
    assert_eq!(refusal(flow.open_screening(&me, &id).await), Problem::LegalFactsMissing);

    let facts = LegalFacts {
        controller: "Kommunen\nRådhuset 1".into(),
        data_protection_officer: "dpo@kommune.example".into(),
        legal_basis: "Kommunens eget".into(),
        retention: "Efter planen".into(),
        agreement: "Aftale 7".into(),
        impact_assessment: "Vurderet i maj".into(),
    };
    assert!(matches!(flow.write_controller_facts(&me, facts.clone()).await, Err(Error::Forbidden)));
    flow.write_controller_facts(&chief, facts.clone()).await.unwrap();
    assert_eq!(flow.screening(&me, &id).await.unwrap().settings.legal, facts);

    // What the form was drawn with is saved as inherited; one fact is this place's own.
    let own = LegalFacts { agreement: "Egen aftale".into(), ..facts.clone() };
    flow.save_settings(&me, &id, "Arvet", Settings { legal: own.clone(), ..settings }).await.unwrap();
    let moved = LegalFacts { controller: "Den nye kommune".into(), ..facts.clone() };
    flow.write_controller_facts(&chief, moved.clone()).await.unwrap();
    let expected = LegalFacts { controller: moved.controller.clone(), ..own };
    let record = flow.protection_draft(&me, &id, ProtectionDraft::Record).await.unwrap();
    assert!(told(&record).contains("Den nye kommune") && told(&record).contains("Egen aftale"));

    flow.open_screening(&me, &id).await.unwrap();
    flow.write_controller_facts(&chief, LegalFacts::default()).await.unwrap();
    assert_eq!(flow.screening(&me, &id).await.unwrap().settings.legal, expected, "frozen");

    // Shorter times are told where the drafts and the rights are made.
    assert_eq!(flow.times_told(Some(&id)).await.unwrap(), Times::default());
    let months = BTreeMap::from([(Kept::Answers, 1), (Kept::Report, 24)]);
    flow.save_retention(&me, &id, 0, months, None).await.unwrap();
    let times = flow.times_told(Some(&id)).await.unwrap();
    assert_eq!((times.answers, times.evidence, times.report), (1, 12, 24));
    let record = flow.protection_draft(&me, &id, ProtectionDraft::Record).await.unwrap();
    assert!(told(&record).contains("senest 1 måned efter") && told(&record).contains("senest 2 år efter"));
    assert_eq!(flow.times_told(None).await.unwrap(), Times::default());

    // The administrator's own drafts are of every place.
    let danish = screening::language::of("da");
    for draft in ProtectionDraft::ALL {
        let all = flow.installation_draft(&chief, draft, &instrument(), danish).await.unwrap();
        assert!(
            told(&all).contains("det enkelte sted") && told(&all).contains("prøverunde"),
            "{}",
            told(&all)
        );
        assert!(matches!(
            flow.installation_draft(&me, draft, &instrument(), danish).await,
            Err(Error::Forbidden)
        ));
    }
}
