//! Who may do what: every use case of `workflow` × every role × own, other and unknown organisation.
//!
//! The list of use cases is read from the source, so that one without a row here fails. To add a use case: its
//! rule in [`rule`] and its call in `authorisation/calls.rs`.

#![expect(clippy::unwrap_used, unreachable_pub, reason = "a test is no library, and says where it fails")]

#[path = "authorisation/calls.rs"]
mod calls;
mod support;
#[path = "authorisation/world.rs"]
mod world;

use std::collections::BTreeSet;
use std::path::Path;
use world::{Answer, Place, World};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody signed in.
    Visitor,
    /// Facilitator in one organisation.
    Facilitator,
    /// Leader in the same organisation.
    Leader,
    /// Runs the installation, and has no role in any organisation.
    Administrator,
    /// Holds the command line.
    CommandLine,
}

const EVERYONE: [Who; 5] =
    [Who::Visitor, Who::Facilitator, Who::Leader, Who::Administrator, Who::CommandLine];

/// What opens a use case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// A facilitator of the organisation.
    Facilitator,
    /// A facilitator of the organisation with an account: never the command line.
    Assessor,
    /// A leader or a facilitator of the organisation.
    Reader,
    /// An administrator.
    Administrator,
    /// An administrator with an account: never the command line.
    OwnAdministrator,
    /// Anyone signed in, who is shown their own.
    Own,
    /// Anyone with an account, about that account: never the command line.
    OwnAccount,
    /// Nobody's role: what is held opens it (a password, a code, a token), the program itself calls it, or it tells
    /// everybody the same.
    Secret,
}

fn rule(use_case: &str) -> Option<Rule> {
    Some(match use_case {
        "create_screening"
        | "own_instrument"
        | "usable_instrument"
        | "copy_instrument"
        | "read_instrument"
        | "take_in_instrument"
        | "replace_instrument_draft"
        | "begin_instrument_draft"
        | "write_instrument"
        | "reshape_instrument"
        | "publish_instrument"
        | "drop_instrument_draft"
        | "screening"
        | "save_settings"
        | "make_codes"
        | "open_screening"
        | "counts"
        | "begin_closing"
        | "end_closing"
        | "stop_screening"
        | "by_date"
        | "save_by_date"
        | "delete_screening"
        | "stopped_paper"
        | "retention"
        | "save_retention"
        | "picture"
        | "add_evidence"
        | "evidence"
        | "remove_evidence"
        | "ratings"
        | "comments"
        | "decide_comment"
        | "quotes"
        | "hearing"
        | "hearing_progress"
        | "save_hearing"
        | "add_minute_line"
        | "remove_minute_line"
        | "draft_report"
        | "edit_sentence"
        | "release_report"
        | "importable"
        | "read_import"
        | "offer_mapping"
        | "save_mapping"
        | "saved_mappings"
        | "forget_mapping"
        | "preview_import"
        | "import_answers"
        | "extra_codes"
        | "booklets"
        | "slip_sheets"
        | "make_open_link"
        | "end_open_link"
        | "correct_invited"
        | "start_tablet"
        | "tablets"
        | "end_tablets"
        | "poster"
        | "save_preparation"
        | "choose_small_way"
        | "schedule"
        | "save_schedule"
        | "conversation_cards"
        | "one_evidence"
        | "edit_evidence"
        | "assessment"
        | "end_second_assessor"
        | "readers"
        | "name_second_reader"
        | "mark_worrying"
        | "change_minute_line"
        | "plan_hearing"
        | "open_vote"
        | "close_vote"
        | "count_dots"
        | "hearing_vote"
        | "change_agenda"
        | "hearing_material"
        | "hearing_paper"
        | "count_room"
        | "decide_below"
        | "invite_people"
        | "approve_minutes"
        | "add_sitting"
        | "remove_sitting"
        | "attachments"
        | "switch_attachments"
        | "attachable"
        | "add_attachment"
        | "attachment"
        | "remove_attachment"
        | "plan_proposals"
        | "plan_progress"
        | "write_goal"
        | "remove_goal"
        | "save_told"
        | "end_practice"
        | "notes"
        | "remove_note"
        | "delete_pilot"
        | "start_again"
        | "since_earlier"
        | "rounds"
        | "protection_draft"
        | "save_sentences"
        | "reset_sentences"
        | "report_desk"
        | "settle_review_note"
        | "record_talk"
        | "release_again"
        | "released_version"
        | "hand_over"
        | "save_hand_over"
        | "draft_form" => Rule::Facilitator,
        "start_practice"
        | "rate"
        | "name_second_assessor"
        | "settle_rating"
        | "look_again"
        | "add_review_note"
        | "read_through"
        | "typists"
        | "begin_typing"
        | "enter_booklet"
        | "booklet"
        | "type_page"
        | "type_last"
        | "finish_entry"
        | "settle_booklet" => Rule::Assessor,
        "released_report" | "plan" | "plan_paper" | "plan_calendar" | "told_poster" | "answer_report"
        | "management_answer" | "released_form" | "released_picture" | "leave" | "give_leave"
        | "take_leave_back" => Rule::Reader,
        "retentions"
        | "save_log_months"
        | "health"
        | "time_zones"
        | "set_time_zones"
        | "add_account"
        | "add_role"
        | "accounts"
        | "disable_account"
        | "add_organisation"
        | "organisations"
        | "across"
        | "make_tally"
        | "unsent_mail"
        | "make_password_link"
        | "write_accessibility_statement"
        | "write_controller_facts"
        | "installation_draft"
        | "unlink_sign_on"
        | "invite_account"
        | "kept_account"
        | "account_uses"
        | "take_role"
        | "set_administrator"
        | "close_account"
        | "end_account_sessions"
        | "account_record"
        | "erase_account"
        | "audit_log"
        | "export_audit_log"
        | "audit_log_to_read"
        | "check_audit"
        | "note_backup"
        | "take_off_second_step"
        | "second_steps"
        | "second_step_required"
        | "require_second_step" => Rule::Administrator,
        "send_trial_mail" => Rule::OwnAdministrator,
        "reminded"
        | "set_reminded"
        | "sessions"
        | "change_password"
        | "end_sessions"
        | "second_step"
        | "offer_second_step"
        | "begin_second_step"
        | "renew_recovery_codes"
        | "end_second_step"
        | "own_record" => Rule::OwnAccount,
        "facilitated_organisations"
        | "own_instruments"
        | "instrument_uses"
        | "screenings"
        | "practices"
        | "released_reports" => Rule::Own,
        "accessibility_statement"
        | "controller_facts"
        | "note_device"
        | "times_told"
        | "sign_in"
        | "actor"
        | "sign_out"
        | "code_asked"
        | "give_code"
        | "note_refusal"
        | "note_limit"
        | "enter_code"
        | "continue_with_words"
        | "open_link"
        | "begin_by_link"
        | "tablet"
        | "begin_on_tablet"
        | "leave_tablet"
        | "send_from_tablet"
        | "questionnaire"
        | "on_device_for"
        | "save_page"
        | "save_last"
        | "pause"
        | "send"
        | "receipt"
        | "stopped_notice"
        | "delete_what_is_due"
        | "log_months"
        | "phone_vote"
        | "cast_vote"
        | "end_due_closings"
        | "do_by_date"
        | "offer_setup"
        | "setup_open"
        | "set_up"
        | "ask_for_password"
        | "password_link"
        | "set_password"
        | "queue_reminders"
        | "send_mail"
        | "begin_sign_on"
        | "sign_in_by" => Rule::Secret,
        _ => return None,
    })
}

/// The matrix.
fn expected(rule: Rule, who: Who, place: Place) -> Answer {
    let own = place == Place::Own;
    let allowed = match (rule, who) {
        (Rule::Secret, _) => true,
        (_, Who::Visitor)
        | (Rule::Assessor | Rule::OwnAdministrator | Rule::OwnAccount, Who::CommandLine) => {
            return Answer::NotSignedIn;
        }
        (_, Who::CommandLine) => true,
        (Rule::Own | Rule::OwnAccount, _) => true,
        (Rule::Administrator | Rule::OwnAdministrator, who) => who == Who::Administrator,
        (Rule::Facilitator | Rule::Assessor, who) => own && who == Who::Facilitator,
        (Rule::Reader, who) => own && matches!(who, Who::Facilitator | Who::Leader),
    };
    if allowed { Answer::Allowed } else { Answer::Forbidden }
}

/// Every public function of `Workflow`, from the source.
fn use_cases() -> BTreeSet<String> {
    fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("workflow/src"), &mut paths);
    let mut names = BTreeSet::new();
    for path in paths {
        let mut inside = false;
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with("impl") {
                inside = line.starts_with("impl Workflow");
            } else if line.starts_with('}') {
                inside = false;
            }
            let declared =
                line.trim_start().strip_prefix("pub async fn ").or(line.trim_start().strip_prefix("pub fn "));
            if let Some((name, _)) = declared.filter(|_| inside).and_then(|rest| rest.split_once(['(', '<']))
            {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

#[test]
fn every_use_case_has_a_row() {
    let known = use_cases();
    assert!(known.len() >= 45, "the use cases were not found in the source: {known:?}");
    let without = known.iter().filter(|name| rule(name).is_none()).collect::<Vec<_>>();
    assert!(without.is_empty(), "use cases without a row in the matrix: {without:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_role_is_let_in_where_it_belongs_and_nowhere_else() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for name in use_cases() {
        let Some(rule) = rule(&name).filter(|rule| *rule != Rule::Secret) else { continue };
        for who in EVERYONE {
            for place in [Place::Own, Place::Other] {
                let answer = world.call(&name, who, place).await;
                let expected = expected(rule, who, place);
                if answer != expected {
                    wrong.push(format!("{name} by {who:?} in {place:?}: {answer:?}, expected {expected:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_id_tells_no_more_than_another_organisations() {
    let world = World::new().await;
    for name in use_cases() {
        let on_one = matches!(rule(&name), Some(Rule::Facilitator | Rule::Assessor | Rule::Reader));
        for who in EVERYONE.into_iter().filter(|who| on_one && *who != Who::CommandLine) {
            let (other, unknown) =
                (world.call(&name, who, Place::Other).await, world.call(&name, who, Place::Unknown).await);
            assert_eq!(other, unknown, "{name} by {who:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_hold_ones_own_alone() {
    let world = World::new().await;
    let (own, other) = (world.own.clone(), world.other.clone());
    for who in [Who::Facilitator, Who::Leader, Who::Administrator, Who::CommandLine] {
        let actor = world.actor(who);
        let organisations = world.workflow.facilitated_organisations(&actor).await.unwrap();
        let organisations: BTreeSet<_> = organisations.into_iter().map(|one| one.id).collect();
        let screenings = world.workflow.screenings(&actor).await.unwrap();
        let screenings: BTreeSet<_> = screenings.into_iter().map(|one| one.id).collect();
        let reports = world.workflow.released_reports(&actor).await.unwrap();
        let reports: BTreeSet<_> = reports.into_iter().map(|one| one.screening).collect();
        let instruments = world.workflow.own_instruments(&actor).await.unwrap();
        let instruments: BTreeSet<_> = instruments.into_iter().map(|one| one.id).collect();
        let uses = world.workflow.instrument_uses(&actor).await.unwrap();
        let uses: BTreeSet<_> = uses.into_iter().map(|one| one.screening).collect();
        let set = |ids: &[&String]| ids.iter().map(|id| (*id).clone()).collect::<BTreeSet<_>>();
        let (expected_places, expected_reports) = match who {
            Who::Facilitator => (vec![&own], vec![&own]),
            Who::Leader => (vec![], vec![&own]),
            Who::CommandLine => (vec![&own, &other], vec![&own, &other]),
            Who::Administrator | Who::Visitor => (vec![], vec![]),
        };
        let organisation_ids = expected_places.iter().map(|place| &place.organisation).collect::<Vec<_>>();
        let screening_ids = expected_places.iter().map(|place| &place.screening).collect::<Vec<_>>();
        let report_ids = expected_reports.iter().map(|place| &place.screening).collect::<Vec<_>>();
        let instrument_ids = expected_places.iter().map(|place| &place.instrument).collect::<Vec<_>>();
        assert_eq!(organisations, set(&organisation_ids), "organisations of {who:?}");
        assert_eq!(instruments, set(&instrument_ids), "own instruments of {who:?}");
        assert_eq!(uses, set(&screening_ids), "instruments in use of {who:?}");
        assert_eq!(screenings, set(&screening_ids), "screenings of {who:?}");
        assert_eq!(reports, set(&report_ids), "reports of {who:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leader_is_not_told_of_what_is_not_released() {
    let world = World::new().await;
    let unreleased = world.prepare(&world.own.organisation).await;
    let leader = world.actor(Who::Leader);
    let hidden = world.workflow.released_report(&leader, &unreleased).await;
    let unknown = world.workflow.released_report(&leader, "unknown").await;
    assert!(matches!(hidden, Err(workflow::Error::Forbidden)), "{hidden:?}");
    assert!(matches!(unknown, Err(workflow::Error::Forbidden)), "{unknown:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_holds_nothing_gets_nothing() {
    let world = World::new().await;
    calls::nothing_without_a_secret(&world).await;
}
