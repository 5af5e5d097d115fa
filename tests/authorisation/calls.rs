//! How each use case is called, with input that holds.

use crate::Who;
use crate::support::instrument;
use crate::world::{Answer, PASSWORD, Place, World, settings};
use pejling::spreadsheet::SpreadsheetReader;
use screening::answers::import::{Mapping, Table};
use screening::comment::Decision;
use screening::evidence::{Evidence, EvidenceKind, Rating};
use screening::hearing::{HearingNumber, LineKind, MinuteLine};
use screening::preparation::{Preparation, SmallWay};
use workflow::answering::{LastPost, PagePost, Token};
use workflow::hearings::HearingPlan;
use workflow::{Actor, Error, Role};

impl World {
    /// Calls a use case as someone, somewhere.
    pub async fn call(&self, use_case: &str, who: Who, place: Place) -> Answer {
        let (flow, actor, ids) = (&self.workflow, &self.actor(who), self.ids(place));
        let (screening, organisation) = (&*ids.screening, &*ids.organisation);
        let first = HearingNumber::First;
        match use_case {
            "create_screening" => flow
                .create_screening(actor, organisation, "Forår 2027", instrument(), settings())
                .await
                .into(),
            "screening" => flow.screening(actor, screening).await.into(),
            "save_settings" => flow.save_settings(actor, screening, "Ny", settings()).await.into(),
            "make_codes" => flow.make_codes(actor, screening).await.into(),
            "extra_codes" => flow.extra_codes(actor, screening, &"users".into(), "", 1).await.into(),
            "slip_sheets" => flow.slip_sheets(actor, screening, &[], "http://127.0.0.1").await.into(),
            "make_open_link" => flow.make_open_link(actor, screening, &"users".into()).await.into(),
            "end_open_link" => flow.end_open_link(actor, screening, &"users".into()).await.into(),
            "correct_invited" => flow.correct_invited(actor, screening, settings().invited).await.into(),
            "poster" => flow.poster(actor, screening, &"users".into(), "http://127.0.0.1").await.into(),
            "save_preparation" => {
                flow.save_preparation(actor, screening, Preparation::default()).await.into()
            }
            "choose_small_way" => {
                flow.choose_small_way(actor, screening, &"users".into(), SmallWay::Cards).await.into()
            }
            "schedule" => flow.schedule(actor, screening).await.into(),
            "save_schedule" => {
                let start = jiff::civil::date(2027, 1, 4);
                flow.save_schedule(actor, screening, start, &[].into()).await.into()
            }
            "conversation_cards" => flow.conversation_cards(actor, screening, &"users".into()).await.into(),
            "open_screening" => flow.open_screening(actor, screening).await.into(),
            "counts" => flow.counts(actor, screening).await.into(),
            "begin_closing" => flow.begin_closing(actor, screening).await.into(),
            "end_closing" => flow.end_closing(actor, screening).await.into(),
            "picture" => flow.picture(actor, screening).await.into(),
            "add_evidence" => flow.add_evidence(actor, screening, evidence()).await.into(),
            "evidence" => flow.evidence(actor, screening).await.into(),
            "remove_evidence" => flow.remove_evidence(actor, screening, "unknown").await.into(),
            "rate" => flow.rate(actor, screening, &"1.1".into(), Rating::Step(3)).await.into(),
            "ratings" => flow.ratings(actor, screening).await.into(),
            "comments" => flow.comments(actor, screening).await.into(),
            "decide_comment" => flow.decide_comment(actor, screening, "00", Decision::LeftOut).await.into(),
            "quotes" => flow.quotes(actor, screening).await.into(),
            "hearing" => flow.hearing(actor, screening, first).await.into(),
            "save_hearing" => flow.save_hearing(actor, screening, first, HearingPlan::default()).await.into(),
            "add_minute_line" => flow.add_minute_line(actor, screening, first, line()).await.into(),
            "remove_minute_line" => flow.remove_minute_line(actor, screening, first, "unknown").await.into(),
            "draft_report" => flow.draft_report(actor, screening).await.into(),
            "edit_sentence" => flow.edit_sentence(actor, screening, "unknown", Some("Nyt.")).await.into(),
            "release_report" => flow.release_report(actor, screening).await.into(),
            "released_report" => flow.released_report(actor, screening).await.into(),
            "importable" => flow.importable(actor, screening).await.into(),
            "read_import" => {
                let reader = SpreadsheetReader::new(1);
                flow.read_import(actor, screening, &reader, b"1.3\n4\n".to_vec()).await.into()
            }
            "offer_mapping" => flow.offer_mapping(actor, screening, &Table::default(), None).await.into(),
            "save_mapping" => {
                let (table, mapping) = (Table::default(), Mapping::default());
                flow.save_mapping(actor, screening, &table, "SurveyXact", &mapping).await.into()
            }
            "saved_mappings" => flow.saved_mappings(actor, screening).await.into(),
            "forget_mapping" => flow.forget_mapping(actor, screening, "SurveyXact").await.into(),
            "preview_import" => {
                let (table, mapping) = (Table::default(), Mapping::default());
                flow.preview_import(actor, screening, &table, &mapping, &[0; 32]).await.into()
            }
            "import_answers" => {
                let (table, mapping) = (Table::default(), Mapping::default());
                flow.import_answers(actor, screening, &table, &mapping, &[0; 32], false).await.into()
            }
            "add_account" => flow.add_account(actor, "ny@kommune.dk", "Ny", PASSWORD, false).await.into(),
            "add_role" => flow.add_role(actor, "nobody@kommune.dk", organisation, Role::Leader).await.into(),
            "accounts" => flow.accounts(actor).await.into(),
            "disable_account" => flow.disable_account(actor, "nobody@kommune.dk").await.into(),
            "add_organisation" => flow.add_organisation(actor, "Dagtilbuddet Havnen").await.into(),
            "organisations" => flow.organisations(actor).await.into(),
            "facilitated_organisations" => flow.facilitated_organisations(actor).await.into(),
            "screenings" => flow.screenings(actor).await.into(),
            "released_reports" => flow.released_reports(actor).await.into(),
            unknown => panic!("{unknown} is never called"),
        }
    }
}

fn evidence() -> Evidence {
    Evidence {
        kind: EvidenceKind::Observation,
        title: "Fællesrummet".into(),
        document_kind: String::new(),
        date: "3. november 2026".into(),
        text: "Ugens plan hænger på tavlen, og beboerne skriver selv på den.".into(),
        indicators: vec!["1.1".into()],
    }
}

fn line() -> MinuteLine {
    MinuteLine {
        focus_point: "1".into(),
        kind: LineKind::Agreed,
        role: None,
        text: "Det kan vi kende.".into(),
    }
}

/// The use cases that no role opens: each needs what only its holder has.
pub async fn nothing_without_a_secret(world: &World) {
    let flow = &world.workflow;
    let token = Token([9; 32]);
    let refused = |answer: Result<(), Error>| {
        assert!(
            matches!(
                answer,
                Err(Error::NotFound | Error::Invalid(_) | Error::Refused(_) | Error::NotSignedIn)
            ),
            "{answer:?}"
        );
    };
    refused(flow.sign_in("facilitator@kommune.dk", "et andet kodeord").await.map(drop));
    refused(flow.sign_in("ukendt@kommune.dk", PASSWORD).await.map(drop));
    assert_eq!(flow.actor(None).await.unwrap(), Actor::Visitor);
    assert_eq!(flow.actor(Some(&token)).await.unwrap(), Actor::Visitor);
    flow.sign_out(&token).await.unwrap();
    refused(flow.enter_code("0000-0000-016JD", false, None).await.map(drop));
    refused(flow.enter_code("0000-0000-016JD", true, Some(&token)).await.map(drop));
    refused(flow.continue_with_words("0000-0000-016JD", "abe bil cykel").await.map(drop));
    refused(flow.open_link("k7qm2-xrt9w", Some(&token)).await.map(drop));
    refused(flow.begin_by_link("k7qm2-xrt9w").await.map(drop));
    refused(flow.questionnaire(&token).await.map(drop));
    refused(flow.save_page(&token, 1, PagePost::default()).await);
    refused(flow.save_last(&token, LastPost::default()).await);
    refused(flow.pause(&token).await.map(drop));
    refused(flow.send(&token).await);
    refused(flow.receipt("unknown", &"users".into()).await.map(drop));
    // The program's own clock calls this one; nothing is due.
    assert_eq!(flow.end_due_closings().await.unwrap(), 0);
}
