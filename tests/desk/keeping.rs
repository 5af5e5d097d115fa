//! An account's life in an administrator's hands.

use super::{Desk, FACILITATOR, PASSWORD, problems, refusal};
use workflow::audit::LogChoice;
use workflow::{Actor, Error, Permission, Problem, Role};

const CLI: Actor = Actor::CommandLine;
const EMAIL: &str = "tove@kommune.example";

/// From the invitation to an id that says nothing.
pub async fn an_account_is_made_changed_and_erased(desk: &Desk) {
    let flow = &desk.flow;
    let chief = desk.signed_in("chef@kommune.dk").await;
    let place = flow.organisations(&CLI).await.unwrap().remove(0);
    let wrong = flow.invite_account(&chief, "tove", " ", false, Some(("nowhere", Role::Leader))).await;
    let fields: Vec<_> = problems(wrong).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["email", "name", "organisation"]);
    let given = Some((&*place.id, Role::Facilitator));
    let (account, link) =
        flow.invite_account(&chief, " Tove@kommune.example", "Tove Rask", false, given).await.unwrap();
    let again = flow.invite_account(&chief, EMAIL, "En anden", false, None).await;
    assert_eq!(problems(again), [("email".to_owned(), Problem::Repeated)]);
    for guess in ["", PASSWORD] {
        let refused = flow.sign_in(EMAIL, guess).await.map(drop);
        assert_eq!(problems(refused), [("email".to_owned(), Problem::WrongSignIn)], "no password yet");
    }
    flow.set_password(&link, PASSWORD, PASSWORD).await.unwrap();
    let token = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let tove = async || flow.actor(Some(&token)).await.unwrap();
    tove().await.may(Permission::Facilitate, &place.id).unwrap();

    // Roles come and go at once, in a session that lasts.
    let id = account.id.as_str();
    flow.take_role(&chief, id, &place.id, Role::Facilitator).await.unwrap();
    assert!(matches!(flow.take_role(&chief, id, &place.id, Role::Facilitator).await, Err(Error::NotFound)));
    assert!(tove().await.may(Permission::Facilitate, &place.id).is_err());
    flow.set_administrator(&chief, id, true).await.unwrap();
    assert!(flow.accounts(&tove().await).await.is_ok());
    flow.set_administrator(&chief, id, false).await.unwrap();
    assert!(flow.accounts(&tove().await).await.is_err());
    assert_eq!(flow.kept_account(&chief, id).await.unwrap().sessions, 1);
    flow.end_account_sessions(&chief, id).await.unwrap();
    assert_eq!(tove().await, Actor::Visitor);

    // Closed and opened, with the same password.
    flow.close_account(&chief, id, true).await.unwrap();
    assert!(
        flow.sign_in(EMAIL, PASSWORD).await.is_err() && flow.kept_account(&chief, id).await.unwrap().closed
    );
    flow.close_account(&chief, id, false).await.unwrap();
    let token = flow.sign_in(EMAIL, PASSWORD).await.unwrap();

    // Somebody administers, always.
    let own = chief.account().unwrap().id.clone();
    for refused in [
        flow.set_administrator(&CLI, &own, false).await,
        flow.close_account(&CLI, &own, true).await,
        flow.erase_account(&CLI, &own, "chef@kommune.dk").await,
    ] {
        assert_eq!(refusal(refused), Problem::LastAdministrator);
    }

    // What is kept is told to its owner and to an administrator, and holds no secret.
    let mine = flow.own_record(&flow.actor(Some(&token)).await.unwrap()).await.unwrap();
    let theirs = flow.account_record(&chief, id).await.unwrap();
    assert_eq!((mine.email.as_str(), mine.sessions.len()), (EMAIL, 1));
    assert_eq!((&mine.name, &mine.roles), (&theirs.name, &theirs.roles));
    assert!(mine.log.iter().any(|(_, event, _)| event == "signed in"));
    let facilitator = flow.store.account_by_email(FACILITATOR).await.unwrap().unwrap();
    let rich = flow.account_record(&chief, &facilitator.0.id).await.unwrap();
    assert!(!rich.ratings.is_empty() && !rich.sentences.is_empty() && !rich.roles.is_empty());
    assert!(!format!("{rich:?}").contains("argon2"));
    assert!(matches!(flow.account_record(&chief, "unknown").await, Err(Error::NotFound)));

    // Erased, it is an id; the log still tells what was done.
    let other = flow.erase_account(&chief, id, "ea@kommune.dk").await;
    assert_eq!(problems(other), [("email".to_owned(), Problem::NotTheAccounts)]);
    flow.erase_account(&chief, id, " TOVE@kommune.example ").await.unwrap();
    assert_eq!(flow.actor(Some(&token)).await.unwrap(), Actor::Visitor);
    assert!(flow.sign_in(EMAIL, PASSWORD).await.is_err());
    assert!(matches!(flow.kept_account(&chief, id).await, Err(Error::NotFound)));
    let record = flow.store.account_record(id).await.unwrap().unwrap();
    assert!(!format!("{record:?}").to_lowercase().contains("tove"), "{record:?}");
    assert!(!record.log.is_empty());
    let lines = flow.audit_log(&chief, &LogChoice::default(), None, 1_000).await.unwrap().lines;
    assert!(
        lines.iter().any(|line| matches!(&line.who, workflow::audit::Who::Erased(erased) if erased == id))
    );
    // The e-mail is free for somebody else.
    flow.invite_account(&chief, EMAIL, "Tove Krag", false, None).await.unwrap();
}

/// An account that rated and wrote is erased: what it did stays readable.
pub async fn what_an_erased_account_did_stays(desk: &Desk, screening: &str) {
    let flow = &desk.flow;
    let (maja, ..) = flow.store.account_by_email(FACILITATOR).await.unwrap().unwrap();
    let before = flow.ratings(&CLI, screening).await.unwrap();
    flow.erase_account(&CLI, &maja.id, FACILITATOR).await.unwrap();
    assert_eq!(flow.ratings(&CLI, screening).await.unwrap(), before);
    assert!(flow.comments(&CLI, screening).await.is_ok() && flow.report_desk(&CLI, screening).await.is_ok());
}

/// A password whose hash was made with parameters of before is hashed anew when it is typed.
pub async fn an_older_hash_is_made_anew_at_sign_in(desk: &Desk) {
    use argon2::password_hash::PasswordHasher;
    let flow = &desk.flow;
    let email = "alma@kommune.example";
    flow.add_account(&CLI, email, "Alma Rask", PASSWORD, false).await.unwrap();
    let stored = async || flow.store.account_by_email(email).await.unwrap().unwrap();
    let (account, newest, _) = stored().await;
    let weaker = argon2::Params::new(12 * 1024, 1, 1, None).unwrap();
    let weaker = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, weaker);
    let old = weaker.hash_password_with_salt(PASSWORD.as_bytes(), &[5; 16]).unwrap().to_string();
    flow.store.replace_hash(&account.id, &newest, &old).await.unwrap();
    assert!(flow.sign_in(email, "et forkert kodeord").await.is_err());
    assert_eq!(stored().await.1, old, "not by a wrong one");
    flow.sign_in(email, PASSWORD).await.unwrap();
    let new = stored().await.1;
    assert!(new.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && new != newest, "{new}");
    flow.sign_in(email, PASSWORD).await.unwrap();
    assert_eq!(stored().await.1, new, "once");
}
