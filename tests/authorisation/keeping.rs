//! How the use cases of accounts and the audit log are called.

use crate::world::{Answer, PASSWORD};
use workflow::answering::Token;
use workflow::backing_up::Copied;
use workflow::{Actor, Role, Workflow};

pub async fn call(flow: &Workflow, actor: &Actor, organisation: &str, use_case: &str) -> Answer {
    match use_case {
        "add_account" => flow.add_account(actor, "ny@kommune.dk", "Ny", PASSWORD, false).await.into(),
        "add_role" => flow.add_role(actor, "nobody@kommune.dk", organisation, Role::Leader).await.into(),
        "accounts" => flow.accounts(actor).await.into(),
        "disable_account" => flow.disable_account(actor, "nobody@kommune.dk").await.into(),
        "add_organisation" => flow.add_organisation(actor, "Dagtilbuddet Havnen").await.into(),
        "organisations" => flow.organisations(actor).await.into(),
        "account_uses" => flow.account_uses(actor).await.into(),
        "sessions" => flow.sessions(actor, None).await.into(),
        "change_password" => flow
            .change_password(actor, "et andet kodeord", "fire gule blomster", "fire gule blomster")
            .await
            .into(),
        "end_sessions" => flow.end_sessions(actor, None, Some("unknown")).await.into(),
        "second_step" => flow.second_step(actor).await.into(),
        "offer_second_step" => flow.offer_second_step(actor, "et andet kodeord").await.into(),
        "begin_second_step" => flow.begin_second_step(actor, &Token([9; 32]), "123456").await.into(),
        "renew_recovery_codes" => flow.renew_recovery_codes(actor, "et andet kodeord", "123456").await.into(),
        "end_second_step" => {
            flow.end_second_step(actor, &Token([9; 32]), "et andet kodeord", "123456").await.into()
        }
        "take_off_second_step" => flow.take_off_second_step(actor, "nobody@kommune.dk").await.into(),
        "second_steps" => flow.second_steps(actor).await.into(),
        "second_step_required" => flow.second_step_required(actor).await.into(),
        "require_second_step" => flow.require_second_step(actor, false).await.into(),
        "audit_log" => flow.audit_log(actor, &workflow::audit::LogChoice::default(), None, 10).await.into(),
        "audit_log_to_read" => {
            flow.audit_log_to_read(actor, &workflow::audit::LogChoice::default()).await.into()
        }
        "export_audit_log" => {
            flow.export_audit_log(actor, &workflow::audit::LogChoice::default()).await.into()
        }
        "note_backup" => flow.note_backup(actor, Copied::Made, String::new()).await.into(),
        "check_audit" => flow.check_audit(actor).await.into(),
        "invite_account" => flow.invite_account(actor, "ny2@kommune.dk", "Ny", false, None).await.into(),
        "kept_account" => flow.kept_account(actor, "unknown").await.into(),
        "take_role" => flow.take_role(actor, "unknown", organisation, Role::Leader).await.into(),
        "set_administrator" => flow.set_administrator(actor, "unknown", true).await.into(),
        "close_account" => flow.close_account(actor, "unknown", true).await.into(),
        "end_account_sessions" => flow.end_account_sessions(actor, "unknown").await.into(),
        "account_record" => flow.account_record(actor, "unknown").await.into(),
        "own_record" => flow.own_record(actor).await.into(),
        "erase_account" => flow.erase_account(actor, "unknown", "").await.into(),
        "make_password_link" => flow.make_password_link(actor, "nobody@kommune.dk").await.into(),
        unknown => panic!("{unknown} is never called"),
    }
}
