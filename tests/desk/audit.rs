//! The audit log: what it tells, and that nobody changes it unseen.

use super::{Desk, FACILITATOR, PASSWORD, problems};
use pejling::store::Db;
use workflow::audit::{AuditCheck, AuditLine, EVENTS, Fault, Kind, LogChoice, Who};
use workflow::ports::Clock;
use workflow::{Actor, Error, Problem, Role};

const CLI: Actor = Actor::CommandLine;

async fn check(desk: &Desk) -> AuditCheck {
    desk.flow.check_audit(&CLI).await.unwrap()
}

/// Runs a statement past the program; whether the database did it.
pub async fn past_the_program(desk: &Desk, statement: &str) -> bool {
    match &desk.store.db {
        Db::Sqlite { write, .. } => {
            sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(write).await.is_ok()
        }
        Db::Postgres(pool) => sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(pool).await.is_ok(),
    }
}

/// What was refused is told, by whom if that is known.
pub async fn what_was_refused_is_told(desk: &Desk) {
    let (flow, before) = (&desk.flow, check(desk).await.head);
    let (account, ..) = flow.store.account_by_email(FACILITATOR).await.unwrap().unwrap();
    for email in [FACILITATOR, "ukendt@kommune.example"] {
        let refused = flow.sign_in(email, "et forkert kodeord").await.map(drop);
        assert_eq!(problems(refused), [("email".to_owned(), Problem::WrongSignIn)]);
    }
    let token = flow.sign_in(FACILITATOR, PASSWORD).await.unwrap();
    flow.note_refusal(&token, "/administration").await.unwrap();
    flow.note_limit(None, "/api/sign-in").await.unwrap();
    flow.sign_out(&token).await.unwrap();
    flow.note_refusal(&token, "/administration").await.unwrap();
    let lines = flow.store.log_chain(before, 100).await.unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.entry.event.as_str(), line.entry.actor.as_str(), line.entry.detail.as_str()))
        .collect();
    let id = account.id.as_str();
    assert_eq!(
        told,
        [
            ("sign-in refused", "visitor", id),
            ("sign-in refused", "visitor", ""),
            ("signed in", id, ""),
            ("refused", id, "/administration"),
            ("limit reached", "visitor", "/api/sign-in"),
            ("signed out", id, ""),
        ]
    );
}

/// An administrator reads it, by place and kind, page by page, and takes it along.
pub async fn an_administrator_reads_it(desk: &Desk) {
    let flow = &desk.flow;
    let administrator = desk.signed_in("chef@kommune.dk").await;
    let facilitator = desk.facilitator().await;
    assert!(matches!(
        flow.audit_log(&facilitator, &LogChoice::default(), None, 10).await,
        Err(Error::Forbidden)
    ));
    let mut all = Vec::new();
    let mut below = None;
    loop {
        let page = flow.audit_log(&administrator, &LogChoice::default(), below, 40).await.unwrap();
        all.extend(page.lines);
        below = page.older;
        if below.is_none() {
            break;
        }
    }
    let ends = check(desk).await;
    assert_eq!(i64::try_from(all.len()).unwrap(), ends.lines);
    assert!(all.windows(2).all(|pair| pair[0].number == pair[1].number + 1), "newest first, none twice");
    for line in &all {
        assert!(EVENTS.iter().any(|(event, _)| *event == line.event), "{}", line.event);
    }
    let of = async |choice: LogChoice| flow.audit_log(&administrator, &choice, None, 1_000).await.unwrap();
    let refused = of(LogChoice { kind: Some(Kind::Refused), ..LogChoice::default() }).await;
    assert!(refused.older.is_none() && !refused.lines.is_empty());
    let known = refused.lines.iter().find(|line| line.event == "sign-in refused" && !line.detail.is_empty());
    assert_eq!(known.map(|line| (&line.who, line.detail.as_str())), Some((&Who::Visitor, "Maja Holm")));
    let place = flow.organisations(&CLI).await.unwrap().remove(0);
    let in_place = LogChoice { organisation: Some(place.id.clone()), ..LogChoice::default() };
    let there = of(in_place.clone()).await;
    assert!(there.lines.iter().all(|line| line.organisation.as_deref() == Some(&place.name)));
    assert!(there.lines.iter().any(|line| matches!(&line.who, Who::Account(name) if name == "Maja Holm")));
    let nowhere =
        of(LogChoice { organisation: Some("' OR 1=1 --".to_owned()), ..LogChoice::default() }).await;
    assert_eq!(nowhere.lines, []);
    let file = flow.export_audit_log(&administrator, &in_place).await.unwrap();
    assert_eq!(file.len(), there.lines.len());

    // By screening, person and day, the file as the page.
    let (first, _) = there.screenings.first().expect("a screening").clone();
    let maja = there.accounts.iter().find(|(_, name)| name == "Maja Holm").expect("an account").0.clone();
    let day = |at| {
        jiff::Timestamp::from_second(at)
            .unwrap()
            .to_zoned(jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap())
            .date()
    };
    let today = day(desk.clock.now());
    let choices = [
        LogChoice { screening: Some(first), ..LogChoice::default() },
        LogChoice { account: Some(maja), ..LogChoice::default() },
        LogChoice { from: Some(today), to: Some(today), ..LogChoice::default() },
    ];
    for choice in choices {
        let some = of(choice.clone()).await.lines;
        assert!(!some.is_empty(), "{choice:?}");
        let fits = |line: &AuditLine| match &choice {
            LogChoice { screening: Some(_), .. } => line.screening.is_some(),
            LogChoice { account: Some(_), .. } => line.who == Who::Account("Maja Holm".to_owned()),
            _ => day(line.at) == today,
        };
        assert!(some.iter().all(fits), "{choice:?}");
        assert!(flow.export_audit_log(&administrator, &choice).await.unwrap().len() >= some.len());
    }
    let tomorrow = LogChoice { from: today.tomorrow().ok(), ..LogChoice::default() };
    assert_eq!(of(tomorrow).await.lines, []);
}

/// Where the log takes no line, nothing is done; and what is not done has no line.
pub async fn a_deed_and_its_line_stand_or_fall_together(desk: &Desk, screening: &str) {
    let flow = &desk.flow;
    let before = check(desk).await.head;
    let (full, empty) = match desk.store.db {
        Db::Sqlite { .. } => (
            "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END",
            "DROP TRIGGER full",
        ),
        Db::Postgres(_) => (
            "ALTER TABLE audit ADD CONSTRAINT full_log CHECK (false) NOT VALID",
            "ALTER TABLE audit DROP CONSTRAINT full_log",
        ),
    };
    let place = flow.screening(&CLI, screening).await.unwrap().organisation.id;
    let start = jiff::civil::date(2031, 3, 3);
    let everything = async || {
        let places = flow.organisations(&CLI).await.unwrap();
        let screenings: Vec<_> = flow.screenings(&CLI).await.unwrap().into_iter().map(|one| one.id).collect();
        let accounts = flow.accounts(&CLI).await.unwrap();
        let schedule = flow.schedule(&CLI, screening).await.unwrap();
        (places, screenings, accounts, schedule, flow.log_months().await.unwrap())
    };
    let stands = everything().await;
    assert!(past_the_program(desk, full).await);
    let instrument = crate::support::instrument;
    assert!(flow.add_organisation(&CLI, "Logbroen").await.is_err());
    assert!(flow.add_role(&CLI, FACILITATOR, &place, Role::Leader).await.is_err());
    assert!(flow.disable_account(&CLI, FACILITATOR).await.is_err());
    assert!(flow.sign_in(FACILITATOR, PASSWORD).await.is_err());
    assert!(flow.save_schedule(&CLI, screening, start, &[].into()).await.is_err());
    assert!(flow.save_log_months(&CLI, 3).await.is_err());
    let settings = super::screenings::settings;
    assert!(flow.create_screening(&CLI, &place, "Uden linje", instrument(), settings()).await.is_err());
    assert!(past_the_program(desk, empty).await);
    assert_eq!(everything().await, stands, "nothing was done");
    assert_eq!(check(desk).await.head, before);

    assert_eq!(
        problems(flow.add_organisation(&CLI, &stands.0[0].name).await),
        [("name".to_owned(), Problem::Repeated)]
    );
    assert_eq!(check(desk).await.head, before, "what is not done has no line");
    flow.add_organisation(&CLI, "Logbroen").await.unwrap();
    assert_eq!((check(desk).await.head, check(desk).await.fault), (before + 1, None));
}

/// Whoever writes to the database is refused by it; where they take the guards away, it shows.
pub async fn nobody_changes_it_unseen(desk: &Desk) {
    assert_eq!(check(desk).await.fault, None);
    let head = check(desk).await.head;
    for statement in [
        "UPDATE audit SET detail = 'nothing'",
        "UPDATE audit SET number = NULL",
        "DELETE FROM audit",
        &format!("DELETE FROM audit WHERE number = {head}"),
    ] {
        assert!(!past_the_program(desk, statement).await, "{statement}");
    }
    if matches!(desk.store.db, Db::Postgres(_)) {
        assert!(!past_the_program(desk, "TRUNCATE audit").await);
    }
    assert_eq!(check(desk).await.fault, None);

    // What a thief may still do: put lines in beside the chain; the program never chains them.
    let beside =
        "INSERT INTO audit (id, at, actor, event, detail) VALUES ('x', 1, 'visitor', 'signed in', '')";
    assert!(past_the_program(desk, beside).await);
    assert_eq!(check(desk).await.fault, Some(Fault::Unchained(1)));
    let guards: &[&str] = match desk.store.db {
        Db::Sqlite { .. } => {
            &["DROP TRIGGER audit_is_never_changed", "DROP TRIGGER audit_loses_its_oldest_alone"]
        }
        Db::Postgres(_) => &["DROP TRIGGER audit_is_never_changed ON audit"],
    };
    for statement in guards.iter().chain(&["DELETE FROM audit WHERE id = 'x'"]) {
        assert!(past_the_program(desk, statement).await, "{statement}");
    }
    let (one, other) = (head - 3, head - 1);
    assert!(
        past_the_program(
            desk,
            &format!("UPDATE audit SET actor = 'visitor', at = at + 1 WHERE number = {other}")
        )
        .await
    );
    assert_eq!(check(desk).await.fault, Some(Fault::Changed(other)));
    assert!(past_the_program(desk, &format!("DELETE FROM audit WHERE number = {one}")).await);
    assert_eq!(check(desk).await.fault, Some(Fault::Missing(one)));
    assert!(past_the_program(desk, &format!("DELETE FROM audit WHERE number >= {one}")).await);
    assert_eq!(check(desk).await.fault, Some(Fault::Missing(one)), "its newest end too");
}
