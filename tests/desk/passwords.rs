//! A forgotten password, and sessions that are ended elsewhere.

use super::{Desk, PASSWORD, problems};
use crate::support::smtp::MailPeer;
use workflow::answering::Token;
use workflow::password_links::{HANDED_LINK_LASTS, MAILED_LINK_LASTS};
use workflow::{Actor, Error, Problem};

const FORGETFUL: &str = "birk@kommune.example";
const NEW: &str = "fire gule gulerødder";
const SITE: &str = "https://pejling.kommune.example";

/// The token at the end of a link in a mail.
fn token(text: &str) -> Token {
    let line = text.lines().find_map(|line| line.strip_prefix(&format!("{SITE}/ny-adgangskode/")));
    app::session::decode(line.expect("a link")).expect("a token")
}

/// An administrator's link works once and for a day.
pub async fn an_administrator_hands_over_a_link(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    flow.add_account(cli, FORGETFUL, "Birk Rask", PASSWORD, false).await.unwrap();
    let old = flow.sign_in(FORGETFUL, PASSWORD).await.unwrap();
    let administrator = desk.signed_in("chef@kommune.dk").await;
    let first = flow.make_password_link(&administrator, " Birk@kommune.example").await.unwrap();
    let second = flow.make_password_link(&administrator, FORGETFUL).await.unwrap();
    assert_eq!(flow.password_link(&first).await.unwrap(), FORGETFUL);

    let short = flow.set_password(&first, "kort", "kort").await;
    assert_eq!(problems(short), [("password".to_owned(), Problem::TooShort(12))]);
    let other = flow.set_password(&first, NEW, PASSWORD).await;
    assert_eq!(problems(other), [("again".to_owned(), Problem::NotTheSame)]);
    flow.set_password(&first, NEW, NEW).await.unwrap();

    assert_eq!(flow.actor(Some(&old)).await.unwrap(), Actor::Visitor, "sessions end");
    assert!(flow.sign_in(FORGETFUL, PASSWORD).await.is_err(), "the old one is gone");
    flow.sign_in(FORGETFUL, NEW).await.unwrap();
    for used in [&first, &second] {
        assert!(matches!(flow.set_password(used, PASSWORD, PASSWORD).await, Err(Error::NotFound)));
    }

    let late = flow.make_password_link(&administrator, FORGETFUL).await.unwrap();
    desk.clock.pass(HANDED_LINK_LASTS / 60);
    assert!(matches!(flow.password_link(&late).await, Err(Error::NotFound)));
    let unknown = flow.make_password_link(cli, "ukendt@kommune.example").await.map(drop);
    assert!(matches!(unknown, Err(Error::NotFound)));
}

/// By mail the answer is the same whoever asks, and one mail is enough.
pub async fn a_link_comes_by_mail(desk: &Desk) {
    let (flow, peer) = (&desk.flow, MailPeer::start().await);
    for email in [FORGETFUL, "ukendt@kommune.example", "BIRK@kommune.example ", "vikar@kommune.dk"] {
        flow.ask_for_password(email).await.unwrap();
    }
    assert_eq!(problems(flow.ask_for_password("birk").await), [("email".to_owned(), Problem::NotAnEmail)]);
    peer.say(&["451 4.3.0 Try later"]);
    flow.send_mail(&peer.mailer(), SITE).await.unwrap();
    desk.clock.pass(1);
    flow.send_mail(&peer.mailer(), SITE).await.unwrap();
    let [mail] = peer.take().try_into().expect("one mail, to the account that there is");
    assert_eq!(mail.to, FORGETFUL);
    let (link, text) = (token(&mail.text()), mail.text());
    assert!(text.contains("i 60 minutter") && !text.contains("Birk"), "{text}");
    assert_eq!(flow.password_link(&link).await.unwrap(), FORGETFUL);
    flow.set_password(&link, PASSWORD, PASSWORD).await.unwrap();
    flow.sign_in(FORGETFUL, PASSWORD).await.unwrap();

    // Later one may ask again; the link ends by itself, and a closed account has none.
    desk.clock.pass(10);
    flow.ask_for_password(FORGETFUL).await.unwrap();
    flow.send_mail(&peer.mailer(), SITE).await.unwrap();
    let [mail] = peer.take().try_into().expect("one mail");
    let link = token(&mail.text());
    flow.disable_account(&Actor::CommandLine, FORGETFUL).await.unwrap();
    assert!(matches!(flow.set_password(&link, NEW, NEW).await, Err(Error::NotFound)));
    desk.clock.pass(MAILED_LINK_LASTS / 60);
    assert!(matches!(flow.password_link(&link).await, Err(Error::NotFound)));
}

/// Two tries at once with one link: one password is chosen.
pub async fn a_link_is_used_once(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    flow.add_account(cli, "ditte@kommune.example", "Ditte Rask", PASSWORD, false).await.unwrap();
    let link = flow.make_password_link(cli, "ditte@kommune.example").await.unwrap();
    let (first, second) =
        tokio::join!(flow.set_password(&link, NEW, NEW), flow.set_password(&link, NEW, NEW));
    assert_eq!([first, second].iter().filter(|done| done.is_ok()).count(), 1);
}

/// Signed in at two places, and ended from one of them.
pub async fn sessions_are_ended_elsewhere(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    flow.add_account(cli, "eske@kommune.example", "Eske Rask", PASSWORD, false).await.unwrap();
    let other = flow.sign_in("ditte@kommune.example", NEW).await.unwrap();
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(flow.sign_in("eske@kommune.example", PASSWORD).await.unwrap());
        desk.clock.pass(2);
    }
    let (here, actor) = (Some(&tokens[0]), flow.actor(Some(&tokens[0])).await.unwrap());
    let sessions = flow.sessions(&actor, here).await.unwrap();
    assert_eq!(sessions.iter().map(|one| one.here).collect::<Vec<_>>(), [false, false, true], "newest first");
    assert!(sessions.windows(2).all(|pair| pair[0].started_at > pair[1].started_at));
    flow.note_device(&tokens[0], "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko Firefox/140.0")
        .await
        .unwrap();
    let here_now = flow.sessions(&actor, here).await.unwrap().pop().unwrap();
    assert_eq!((here_now.device.browser, here_now.device.system), (Some("Firefox"), Some("Linux")));
    flow.end_sessions(&actor, here, Some(&sessions[0].key)).await.unwrap();
    assert_eq!(flow.actor(Some(&tokens[2])).await.unwrap(), Actor::Visitor);
    assert!(matches!(flow.actor(Some(&tokens[1])).await.unwrap(), Actor::Account(_)));

    // Nobody ends another's by its key.
    let stranger = flow.actor(Some(&other)).await.unwrap();
    flow.end_sessions(&stranger, Some(&other), Some(&sessions[1].key)).await.unwrap();
    assert!(matches!(flow.actor(Some(&tokens[1])).await.unwrap(), Actor::Account(_)));

    flow.end_sessions(&actor, here, None).await.unwrap();
    assert_eq!(flow.actor(Some(&tokens[1])).await.unwrap(), Actor::Visitor);
    assert!(matches!(flow.actor(here).await.unwrap(), Actor::Account(_)), "all but this one");
    assert!(matches!(flow.actor(Some(&other)).await.unwrap(), Actor::Account(_)));
}

/// With the old one somebody changes it; what another password opened ends.
pub async fn one_changes_it_with_the_old_one(desk: &Desk) {
    const GRY: &str = "gry@kommune.example";
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    flow.add_account(cli, GRY, "Gry Rask", PASSWORD, false).await.unwrap();
    let elsewhere = flow.sign_in(GRY, PASSWORD).await.unwrap();
    let here = flow.sign_in(GRY, PASSWORD).await.unwrap();
    let link = flow.make_password_link(cli, GRY).await.unwrap();
    let actor = flow.actor(Some(&here)).await.unwrap();

    for (old, new, again, field, problem) in [
        ("et forkert kodeord", NEW, NEW, "old", Problem::WrongPassword),
        ("", NEW, NEW, "old", Problem::WrongPassword),
        (NEW, NEW, NEW, "old", Problem::WrongPassword),
        (PASSWORD, "kort", "kort", "password", Problem::TooShort(12)),
        (PASSWORD, GRY, GRY, "password", Problem::OwnName),
        (PASSWORD, NEW, PASSWORD, "again", Problem::NotTheSame),
    ] {
        let wrong = flow.change_password(&actor, old, new, again).await;
        assert_eq!(problems(wrong), [(field.to_owned(), problem)]);
    }
    assert!(matches!(flow.actor(Some(&elsewhere)).await.unwrap(), Actor::Account(_)), "nothing ended");

    // Of two at once one holds, and the other is told.
    let (first, second) = tokio::join!(
        flow.change_password(&actor, PASSWORD, NEW, NEW),
        flow.change_password(&actor, PASSWORD, NEW, NEW)
    );
    let [fresh] =
        <[Token; 1]>::try_from([first, second].into_iter().filter_map(Result::ok).collect::<Vec<_>>())
            .expect("one");
    assert_eq!(flow.actor(Some(&fresh)).await.unwrap(), actor, "one stays signed in");
    for ended in [&here, &elsewhere] {
        assert_eq!(flow.actor(Some(ended)).await.unwrap(), Actor::Visitor);
    }
    assert!(matches!(flow.password_link(&link).await, Err(Error::NotFound)), "a link is used up");
    assert!(flow.sign_in(GRY, PASSWORD).await.is_err(), "the old one is gone");
    flow.sign_in(GRY, NEW).await.unwrap();

    // The log says so, and has neither password.
    let log = flow.export_audit_log(cli, &workflow::audit::LogChoice::default()).await.unwrap();
    let own = |event: &str| {
        log.iter().filter(|line| line.entry.event == event && line.entry.actor == actor.audit_name()).count()
    };
    assert_eq!((own("password changed"), own("password change refused") >= 3), (1, true));
    assert!(log.iter().all(|line| !line.entry.detail.contains(NEW)));

    // The command line has no password, and neither has a visitor.
    for nobody in [cli, &Actor::Visitor] {
        assert!(matches!(flow.change_password(nobody, PASSWORD, NEW, NEW).await, Err(Error::NotSignedIn)));
    }
}

/// In an empty installation the console's link makes one administrator, and then none.
pub async fn the_first_administrator_comes_by_a_link(desk: &Desk) {
    let flow = &desk.flow;
    let old = flow.offer_setup().await.unwrap().expect("a link");
    let link = flow.offer_setup().await.unwrap().expect("another start, another link");
    assert!(matches!(flow.setup_open(&old).await, Err(Error::NotFound)));
    flow.setup_open(&link).await.unwrap();
    let wrong = flow.set_up(&link, "eva", "", "kort", "kort").await;
    assert_eq!(problems(wrong).len(), 3);
    let other = flow.set_up(&link, "eva@kommune.example", "Eva Rask", NEW, PASSWORD).await;
    assert_eq!(problems(other), [("again".to_owned(), Problem::NotTheSame)]);
    let try_it = |email| flow.set_up(&link, email, "Eva Rask", NEW, NEW);
    let (first, second) = tokio::join!(try_it("eva@kommune.example"), try_it("ib@kommune.example"));
    let made: Vec<_> = [first, second].into_iter().filter_map(Result::ok).collect();
    assert_eq!(made.len(), 1);
    assert!(made[0].administrator);
    flow.sign_in(&made[0].email, NEW).await.unwrap();
    assert!(flow.offer_setup().await.unwrap().is_none(), "somebody has an account");
    assert!(matches!(flow.setup_open(&link).await, Err(Error::NotFound)));
}
