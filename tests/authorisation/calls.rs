//! How each use case is called, with input that holds.

mod instruments;
mod keeping;
mod reporting;

use crate::Who;
use crate::support::fakes::{NoMailer, StandingMachine};
use crate::support::instrument;
use crate::world::{Answer, PASSWORD, Place, World, settings};
use pejling::demonstration::PracticeInventor;
use pejling::spreadsheet::SpreadsheetReader;
use screening::answers::import::{Mapping, Table};
use screening::booklet::LastPage;
use screening::by_date::ByDate;
use screening::comment::{Criterion, Decision, SecondLook};
use screening::data_protection::ProtectionDraft;
use screening::evidence::{Evidence, EvidenceKind, Rating};
use screening::hearing::{
    AgendaChange, Attendance, Ballots, Below, HearingNumber, LineKind, MinuteLine, Moment,
};
use screening::plan::{Aim, GoalChange, Telling};
use screening::preparation::{Preparation, SmallWay};
use screening::settings::LegalFacts;
use std::collections::BTreeMap;
use workflow::accessibility::AccessibilityStatement;
use workflow::answering::{BookletCode, LastPost, PagePost, Token};
use workflow::hearings::{HandOut, HearingPlan, no_votes};
use workflow::ports::Identity;
use workflow::practising::Inventor;
use workflow::ratings::Settling;
use workflow::tablets::Setting;
use workflow::{Actor, Error};

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
            "start_practice" => {
                let invented = PracticeInventor.practice().unwrap();
                flow.start_practice(actor, organisation, invented).await.into()
            }
            "practices" => flow.practices(actor).await.into(),
            "notes" => flow.notes(actor, screening).await.into(),
            "remove_note" => flow.remove_note(actor, screening, "unknown").await.into(),
            "by_date" => flow.by_date(actor, screening).await.into(),
            "save_by_date" => flow.save_by_date(actor, screening, ByDate::default()).await.into(),
            "delete_screening" => flow.delete_screening(actor, screening, true).await.into(),
            "time_zones" => flow.time_zones(actor).await.into(),
            "set_time_zones" => flow.set_time_zones(actor, &BTreeMap::new()).await.into(),
            "delete_pilot" => flow.delete_pilot(actor, screening, true).await.into(),
            "end_practice" => flow.end_practice(actor, screening).await.into(),
            "start_again" => {
                let start = jiff::civil::date(2028, 1, 3);
                flow.start_again(actor, screening, "Vinter 2028", start, instrument()).await.into()
            }
            "since_earlier" => flow.since_earlier(actor, screening).await.into(),
            "protection_draft" => {
                flow.protection_draft(actor, screening, ProtectionDraft::Record).await.into()
            }
            "rounds" => flow.rounds(actor, screening).await.into(),
            "screening" => flow.screening(actor, screening).await.into(),
            "save_settings" => flow.save_settings(actor, screening, "Ny", settings()).await.into(),
            "make_codes" => flow.make_codes(actor, screening).await.into(),
            "extra_codes" => flow.extra_codes(actor, screening, &"users".into(), "", 1).await.into(),
            "booklets" => {
                flow.booklets(actor, screening, &[], "http://127.0.0.1", |_| LastPage::default()).await.into()
            }
            "typists" => flow.typists(actor, screening).await.into(),
            "begin_typing" => flow.begin_typing(actor, screening, true).await.into(),
            "enter_booklet" => {
                let typed = BookletCode { code: "0000-0000-016JD".into(), ..BookletCode::default() };
                flow.enter_booklet(actor, screening, &typed, None).await.into()
            }
            "booklet" => flow.booklet(actor, screening, Some(&Token([9; 32]))).await.into(),
            "type_page" => flow.type_page(actor, screening, None, 1, PagePost::default()).await.into(),
            "type_last" => flow.type_last(actor, screening, None, LastPost::default()).await.into(),
            "finish_entry" => flow.finish_entry(actor, screening, Some(&Token([9; 32]))).await.into(),
            "settle_booklet" => flow.settle_booklet(actor, screening, None, &[].into()).await.into(),
            "slip_sheets" => flow.slip_sheets(actor, screening, &[], "http://127.0.0.1").await.into(),
            "make_open_link" => flow.make_open_link(actor, screening, &"users".into()).await.into(),
            "start_tablet" => {
                let setting = Setting { group: "users".into(), language: "da".into(), minutes: "5".into() };
                flow.start_tablet(actor, None, screening, &setting).await.into()
            }
            "tablets" => flow.tablets(actor, screening).await.into(),
            "end_tablets" => flow.end_tablets(actor, screening).await.into(),
            "end_open_link" => flow.end_open_link(actor, screening, &"users".into()).await.into(),
            "correct_invited" => flow.correct_invited(actor, screening, settings().invited).await.into(),
            "own_instruments"
            | "own_instrument"
            | "instrument_uses"
            | "usable_instrument"
            | "copy_instrument"
            | "read_instrument"
            | "take_in_instrument"
            | "replace_instrument_draft"
            | "begin_instrument_draft"
            | "write_instrument"
            | "reshape_instrument"
            | "publish_instrument"
            | "drop_instrument_draft" => instruments::call(flow, actor, &ids, use_case).await,
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
            "stop_screening" => {
                flow.stop_screening(actor, screening, "vand i huset", true, true).await.into()
            }
            "retention" => flow.retention(actor, screening).await.into(),
            "save_retention" => flow.save_retention(actor, screening, 0, [].into(), None).await.into(),
            "retentions" => flow.retentions(actor).await.into(),
            "log_months" => flow.log_months().await.into(),
            "health" => flow.health(actor, &StandingMachine).await.into(),
            "save_log_months" => flow.save_log_months(actor, 12).await.into(),
            "stopped_paper" => flow.stopped_paper(actor, screening).await.into(),
            "picture" => flow.picture(actor, screening).await.into(),
            "add_evidence" => flow.add_evidence(actor, screening, evidence()).await.into(),
            "evidence" => flow.evidence(actor, screening).await.into(),
            "remove_evidence" => flow.remove_evidence(actor, screening, "unknown").await.into(),
            "rate" => flow.rate(actor, screening, &"1.1".into(), Rating::Step(3)).await.into(),
            "ratings" => flow.ratings(actor, screening).await.into(),
            "one_evidence" => flow.one_evidence(actor, screening, "unknown").await.into(),
            "attachments" => flow.attachments(actor, screening).await.into(),
            "switch_attachments" => flow.switch_attachments(actor, screening, false).await.into(),
            "attachable" => flow.attachable(actor, screening, "unknown").await.into(),
            "add_attachment" => {
                flow.add_attachment(actor, screening, "unknown", "a.txt", b"Ro.".to_vec()).await.into()
            }
            "attachment" => flow.attachment(actor, screening, "unknown").await.into(),
            "remove_attachment" => flow.remove_attachment(actor, screening, "unknown").await.into(),
            "edit_evidence" => flow.edit_evidence(actor, screening, "unknown", 0, evidence()).await.into(),
            "assessment" => flow.assessment(actor, screening).await.into(),
            "name_second_assessor" => flow.name_second_assessor(actor, screening, "unknown").await.into(),
            "end_second_assessor" => flow.end_second_assessor(actor, screening).await.into(),
            "settle_rating" => {
                let (rating, reason) = (Rating::Step(3), "Det står der.".to_owned());
                let settling = Settling { rating, reason, before: 0, sure: true };
                flow.settle_rating(actor, screening, &"1.1".into(), settling).await.into()
            }
            "readers" => flow.readers(actor, screening).await.into(),
            "name_second_reader" => flow.name_second_reader(actor, screening, None).await.into(),
            "look_again" => flow.look_again(actor, screening, "00", 0, SecondLook::Yes).await.into(),
            "mark_worrying" => flow.mark_worrying(actor, screening, "00", true).await.into(),
            "comments" => flow.comments(actor, screening).await.into(),
            "decide_comment" => {
                let left_out = Decision::LeftOut(Criterion::SaysNothing);
                flow.decide_comment(actor, screening, "00", left_out).await.into()
            }
            "quotes" => flow.quotes(actor, screening).await.into(),
            "hearing" => flow.hearing(actor, screening, first).await.into(),
            "hearing_progress" => flow.hearing_progress(actor, screening, HearingNumber::First).await.into(),
            "save_hearing" => flow.save_hearing(actor, screening, first, HearingPlan::default()).await.into(),
            "add_minute_line" => flow.add_minute_line(actor, screening, first, None, line()).await.into(),
            "change_minute_line" => {
                flow.change_minute_line(actor, screening, first, KEY, 1, line()).await.into()
            }
            "hearing_material" => flow.hearing_material(actor, screening, first, None).await.into(),
            "hearing_paper" => flow.hearing_paper(actor, screening, first, HandOut::Card).await.into(),
            "open_vote" => flow.open_vote(actor, screening, first, &options()).await.into(),
            "close_vote" => flow.close_vote(actor, screening, first).await.into(),
            "count_dots" => {
                let ballots = Ballots { users: no_votes(2), others: no_votes(2) };
                flow.count_dots(actor, screening, first, &options(), &ballots).await.into()
            }
            "hearing_vote" => flow.hearing_vote(actor, screening, first).await.into(),
            "plan_hearing" => flow.plan_hearing(actor, screening, first, HearingPlan::default()).await.into(),
            "change_agenda" => {
                let (change, point) = (AgendaChange::Add, "1".into());
                flow.change_agenda(actor, screening, first, change, &point).await.into()
            }
            "count_room" => {
                let (moment, present) = (Moment::Start, Attendance::default());
                flow.count_room(actor, screening, first, moment, present).await.into()
            }
            "decide_below" => {
                flow.decide_below(actor, screening, first, Moment::Start, Below::Waited).await.into()
            }
            "invite_people" => flow.invite_people(actor, screening, first, "Bente; bruger").await.into(),
            "approve_minutes" => flow.approve_minutes(actor, screening, first, false).await.into(),
            "add_sitting" => flow.add_sitting(actor, screening, first).await.into(),
            "remove_sitting" => flow.remove_sitting(actor, screening, first).await.into(),
            "remove_minute_line" => flow.remove_minute_line(actor, screening, first, "unknown").await.into(),
            "draft_report" => flow.draft_report(actor, screening).await.into(),
            "edit_sentence" => flow.edit_sentence(actor, screening, "unknown", Some("Nyt.")).await.into(),
            "release_report" => flow.release_report(actor, screening).await.into(),
            "released_report" => flow.released_report(actor, screening).await.into(),
            "plan" => flow.plan(actor, screening).await.into(),
            "plan_paper" => flow.plan_paper(actor, screening).await.into(),
            "plan_calendar" => flow.plan_calendar(actor, screening).await.into(),
            "told_poster" => flow.told_poster(actor, screening, Telling::SixMonths).await.into(),
            "plan_proposals" => flow.plan_proposals(actor, screening).await.into(),
            "plan_progress" => flow.plan_progress(actor, screening).await.into(),
            "write_goal" => {
                let aim = Aim { statement: "Et svar på hvert forslag".into(), ..Aim::default() };
                flow.write_goal(actor, screening, None, GoalChange::Aim(aim), false).await.into()
            }
            "remove_goal" => flow.remove_goal(actor, screening, "unknown", 0).await.into(),
            "save_told" => flow.save_told(actor, screening, Telling::SixMonths, 0, Vec::new()).await.into(),
            "save_sentences" | "reset_sentences" | "report_desk" | "add_review_note"
            | "settle_review_note" | "read_through" | "record_talk" | "release_again"
            | "released_version" | "answer_report" | "hand_over" | "save_hand_over" | "management_answer"
            | "draft_form" | "released_form" | "released_picture" => {
                reporting::call(flow, actor, screening, use_case).await
            }
            "leave" => flow.leave(actor, screening).await.into(),
            "give_leave" => flow.give_leave(actor, screening).await.into(),
            "take_leave_back" => flow.take_leave_back(actor, screening).await.into(),
            "across" => flow.across(actor).await.into(),
            "make_tally" => flow.make_tally(actor, &instrument()).await.into(),
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
            "write_controller_facts" => {
                flow.write_controller_facts(actor, LegalFacts::default()).await.into()
            }
            "installation_draft" => {
                let (record, language) = (ProtectionDraft::Record, screening::language::of("da"));
                flow.installation_draft(actor, record, &instrument(), language).await.into()
            }
            "write_accessibility_statement" => {
                flow.write_accessibility_statement(actor, AccessibilityStatement::default()).await.into()
            }
            "unlink_sign_on" => flow.unlink_sign_on(actor, "nobody@kommune.dk").await.into(),
            "unsent_mail" => flow.unsent_mail(actor).await.into(),
            "send_trial_mail" => flow.send_trial_mail(actor, &NoMailer).await.into(),
            "reminded" => flow.reminded(actor).await.into(),
            "set_reminded" => flow.set_reminded(actor, true).await.into(),
            "facilitated_organisations" => flow.facilitated_organisations(actor).await.into(),
            "screenings" => flow.screenings(actor).await.into(),
            "released_reports" => flow.released_reports(actor).await.into(),
            other => keeping::call(flow, actor, organisation, other).await,
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

fn options() -> [String; 2] {
    ["En fast tur".to_owned(), "Et fælles ugemøde".to_owned()]
}

/// An id as the program makes them.
const KEY: &str = "0123456789abcdef0123456789abcdef";

fn line() -> MinuteLine {
    MinuteLine {
        focus_point: "1".into(),
        kind: LineKind::Agreed,
        role: None,
        text: "Det kan vi kende.".into(),
        indicator: None,
        about: None,
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
    assert!(!flow.code_asked(&token).await.unwrap());
    refused(flow.give_code(&token, "123456").await.map(drop));
    refused(flow.enter_code("0000-0000-016JD", false, None).await.map(drop));
    refused(flow.enter_code("0000-0000-016JD", true, Some(&token)).await.map(drop));
    refused(flow.continue_with_words("0000-0000-016JD", "abe bil cykel").await.map(drop));
    refused(flow.open_link("k7qm2-xrt9w", Some(&token)).await.map(drop));
    refused(flow.begin_by_link("k7qm2-xrt9w").await.map(drop));
    refused(flow.tablet(&token).await.map(drop));
    refused(flow.begin_on_tablet(&token).await.map(drop));
    refused(flow.send_from_tablet(&token, &token).await);
    // Nothing is ended that is not there.
    flow.leave_tablet(&token).await.unwrap();
    refused(flow.questionnaire(&token).await.map(drop));
    refused(flow.on_device_for(&token).await.map(drop));
    refused(flow.save_page(&token, 1, PagePost::default()).await);
    refused(flow.save_last(&token, LastPost::default()).await);
    refused(flow.pause(&token, None).await.map(drop));
    refused(flow.send(&token).await);
    refused(flow.receipt("unknown", &"users".into()).await.map(drop));
    refused(flow.stopped_notice("unknown").await.map(drop));
    refused(flow.phone_vote("BDFGH", Some(&token)).await.map(drop));
    refused(flow.cast_vote("BDFGH", &token, true, &[0]).await.map(drop));
    // Somebody has an account: the first is not made again.
    assert!(flow.offer_setup().await.unwrap().is_none());
    refused(flow.setup_open(&token).await);
    refused(flow.set_up(&token, "ny@kommune.dk", "Ny", PASSWORD, PASSWORD).await.map(drop));
    let stranger = Identity {
        issuer: "https://login.example".to_owned(),
        subject: "somebody".to_owned(),
        verified_email: Some("ukendt@kommune.dk".to_owned()),
    };
    refused(flow.sign_in_by(&stranger).await.map(drop));
    refused(flow.password_link(&token).await.map(drop));
    refused(flow.set_password(&token, PASSWORD, PASSWORD).await);
    // Whoever asks is told nothing, and an unknown e-mail is sent nothing.
    flow.ask_for_password("ukendt@kommune.dk").await.unwrap();
    // The program's own clock calls these; nothing is due.
    assert_eq!(flow.delete_what_is_due().await.unwrap(), 0);
    assert_eq!(flow.end_due_closings().await.unwrap(), 0);
    assert_eq!(flow.queue_reminders().await.unwrap(), 0);
    assert_eq!(flow.send_mail(&NoMailer, "http://127.0.0.1").await.unwrap(), 0);
}
