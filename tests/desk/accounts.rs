//! Accounts, roles, sessions.

use super::{Desk, FACILITATOR, LEADER, PASSWORD, problems};
use workflow::accounts::{SESSION_IDLES, SESSION_LASTS};
use workflow::{Actor, Error, Problem, Role};

pub async fn people_come_and_go(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    let place = flow.add_organisation(cli, "  Bostedet \n Åkanden ").await.unwrap();
    assert_eq!(place.name, "Bostedet Åkanden");
    let again = flow.add_organisation(cli, "Bostedet Åkanden").await;
    assert_eq!(problems(again), [("name".to_owned(), Problem::Repeated)]);
    flow.add_organisation(cli, "Dagtilbuddet Broen").await.unwrap();
    let names = flow.organisations(cli).await.unwrap().into_iter().map(|one| one.name).collect::<Vec<_>>();
    assert_eq!(names, ["Bostedet Åkanden", "Dagtilbuddet Broen"]);

    flow.add_account(cli, " Maja@Kommune.DK ", "Maja Holm", PASSWORD, false).await.unwrap();
    flow.add_account(cli, LEADER, "Jens Dahl", PASSWORD, false).await.unwrap();
    flow.add_account(cli, "chef@kommune.dk", "Ea Lund", PASSWORD, true).await.unwrap();
    let taken = flow.add_account(cli, FACILITATOR, "En anden", PASSWORD, false).await;
    assert_eq!(problems(taken), [("email".to_owned(), Problem::Repeated)]);
    let wrong = flow.add_account(cli, "ingen", " ", "for kort", false).await;
    assert_eq!(
        problems(wrong),
        [
            ("email".to_owned(), Problem::NotAnEmail),
            ("name".to_owned(), Problem::Empty),
            ("password".to_owned(), Problem::TooShort(12)),
        ]
    );

    // Twice is once.
    for _ in 0..2 {
        flow.add_role(cli, FACILITATOR, &place.id, Role::Facilitator).await.unwrap();
    }
    flow.add_role(cli, LEADER, &place.id, Role::Leader).await.unwrap();
    let nobody = flow.add_role(cli, "ukendt@kommune.dk", &place.id, Role::Leader).await;
    assert_eq!(problems(nobody), [("email".to_owned(), Problem::NotAChoice)]);
    let nowhere = flow.add_role(cli, LEADER, "ukendt", Role::Leader).await;
    assert_eq!(problems(nowhere), [("organisation".to_owned(), Problem::NotAChoice)]);

    let Actor::Account(maja) = desk.facilitator().await else { panic!("Maja is signed in") };
    assert_eq!((maja.name.as_str(), maja.email.as_str()), ("Maja Holm", FACILITATOR));
    assert_eq!(maja.roles, [(place.id.clone(), Role::Facilitator)]);
    let all = flow.accounts(cli).await.unwrap();
    let emails =
        all.iter().map(|(account, disabled)| (account.email.as_str(), *disabled)).collect::<Vec<_>>();
    assert_eq!(emails, [("chef@kommune.dk", false), (LEADER, false), (FACILITATOR, false)]);

    // A password is kept as a hash that is nobody else's.
    let (_, hash, _) = flow.store.account_by_email(FACILITATOR).await.unwrap().unwrap();
    let (_, other, _) = flow.store.account_by_email(LEADER).await.unwrap().unwrap();
    assert!(hash.starts_with("$argon2id$") && hash != other);
}

pub async fn sessions_end(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    for (email, password) in
        [(FACILITATOR, "et forkert kodeord"), ("ukendt@kommune.dk", PASSWORD), (FACILITATOR, "")]
    {
        let refused = flow.sign_in(email, password).await.map(drop);
        assert_eq!(problems(refused), [("email".to_owned(), Problem::WrongSignIn)]);
    }

    let first = flow.sign_in(" MAJA@kommune.dk", PASSWORD).await.unwrap();
    let second = flow.sign_in(FACILITATOR, PASSWORD).await.unwrap();
    assert!(first != second, "every signing in has a token of its own");
    flow.sign_out(&first).await.unwrap();
    assert_eq!(flow.actor(Some(&first)).await.unwrap(), Actor::Visitor);
    assert!(matches!(flow.actor(Some(&second)).await.unwrap(), Actor::Account(_)));

    // Used every half hour it lives until its longest time is over.
    let mut minutes = 0;
    while minutes + 30 < SESSION_LASTS / 60 {
        desk.clock.pass(30);
        minutes += 30;
        assert!(
            matches!(flow.actor(Some(&second)).await.unwrap(), Actor::Account(_)),
            "after {minutes} minutes"
        );
    }
    desk.clock.pass(30);
    assert_eq!(flow.actor(Some(&second)).await.unwrap(), Actor::Visitor);

    // Left alone it ends.
    let idle = flow.sign_in(FACILITATOR, PASSWORD).await.unwrap();
    desk.clock.pass(SESSION_IDLES / 60);
    assert_eq!(flow.actor(Some(&idle)).await.unwrap(), Actor::Visitor);

    // Disabled, it ends at once, and nobody signs in.
    let email = "vikar@kommune.dk";
    flow.add_account(cli, email, "Bo Krag", PASSWORD, false).await.unwrap();
    let session = flow.sign_in(email, PASSWORD).await.unwrap();
    flow.disable_account(cli, "VIKAR@kommune.dk").await.unwrap();
    assert_eq!(flow.actor(Some(&session)).await.unwrap(), Actor::Visitor);
    let refused = flow.sign_in(email, PASSWORD).await.map(drop);
    assert_eq!(problems(refused), [("email".to_owned(), Problem::WrongSignIn)]);
    assert!(matches!(flow.disable_account(cli, "ukendt@kommune.dk").await, Err(Error::NotFound)));
}
