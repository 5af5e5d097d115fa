//! Signing in by two steps.

use super::{Desk, PASSWORD, problems, refusal};
use crate::support::authenticator::code;
use workflow::answering::Token;
use workflow::ports::Clock;
use workflow::second_step::{CODE_WAITS, MOST_TRIES, OFFER_LASTS, RECOVERY_CODES, TRIES_LAST};
use workflow::{Actor, Error, Problem, Role};

const EMAIL: &str = "sille@kommune.example";

fn wrong_code<T: std::fmt::Debug>(result: Result<T, Error>) {
    assert_eq!(problems(result), [("code".to_owned(), Problem::WrongSignInCode)]);
}

/// Sets it up, and gives the secret as typed with the recovery codes.
async fn set_up(desk: &Desk, token: &Token) -> (String, Vec<String>) {
    let flow = &desk.flow;
    let actor = flow.actor(Some(token)).await.unwrap();
    flow.offer_second_step(&actor, PASSWORD).await.unwrap();
    let typed = flow.second_step(&actor).await.unwrap().offer.expect("a secret").typed;
    let shown = code(&typed, desk.clock.now());
    let recovery = flow.begin_second_step(&actor, token, &shown).await.unwrap();
    (typed, recovery)
}

/// From setting it up to a lost phone.
pub async fn somebody_signs_in_by_two_steps(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    flow.add_account(cli, EMAIL, "Sille Rask", PASSWORD, false).await.unwrap();
    let here = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let elsewhere = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    assert!(!flow.code_asked(&here).await.unwrap());
    let actor = flow.actor(Some(&here)).await.unwrap();

    // The password again before anything is made; what is made waits a while and is not in force.
    let other = flow.offer_second_step(&actor, "et forkert kodeord").await;
    assert_eq!(problems(other), [("password".to_owned(), Problem::WrongPassword)]);
    assert!(matches!(flow.begin_second_step(&actor, &here, "123456").await, Err(Error::NotFound)));
    flow.offer_second_step(&actor, PASSWORD).await.unwrap();
    let first = flow.second_step(&actor).await.unwrap().offer.expect("a secret");
    assert!(first.address.contains("sille%40kommune.example") && first.address.contains(&first.typed));
    wrong_code(flow.begin_second_step(&actor, &here, "000000").await);
    desk.clock.pass(OFFER_LASTS / 60);
    assert_eq!(flow.second_step(&actor).await.unwrap().offer, None);
    let late = code(&first.typed, desk.clock.now());
    assert!(matches!(flow.begin_second_step(&actor, &here, &late).await, Err(Error::NotFound)));

    let (typed, recovery) = set_up(desk, &here).await;
    assert!(typed != first.typed);
    assert_eq!(recovery.len(), RECOVERY_CODES);
    assert!(matches!(flow.actor(Some(&here)).await.unwrap(), Actor::Account(_)));
    assert_eq!(flow.actor(Some(&elsewhere)).await.unwrap(), Actor::Visitor, "other sessions end");
    assert_eq!(refusal(flow.offer_second_step(&actor, PASSWORD).await), Problem::Changed);

    // The password alone opens nothing now.
    desk.clock.pass(1);
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    assert!(flow.code_asked(&half).await.unwrap());
    assert_eq!(flow.actor(Some(&half)).await.unwrap(), Actor::Visitor);
    wrong_code(flow.give_code(&half, "000000").await);
    wrong_code(flow.give_code(&half, "").await);
    let shown = code(&typed, desk.clock.now());
    let whole = flow.give_code(&half, &format!(" {} {} ", &shown[..3], &shown[3..])).await.unwrap();
    assert!(whole != half, "the session has a token of its own");
    assert!(matches!(flow.actor(Some(&whole)).await.unwrap(), Actor::Account(_)));
    assert!(matches!(flow.give_code(&half, &shown).await, Err(Error::NotSignedIn)));

    // A code is taken once, and one step of a wrong clock either way.
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    wrong_code(flow.give_code(&half, &shown).await);
    wrong_code(flow.give_code(&half, &code(&typed, desk.clock.now() - 30)).await);
    wrong_code(flow.give_code(&half, &code(&typed, desk.clock.now() + 60)).await);
    flow.give_code(&half, &code(&typed, desk.clock.now() + 30)).await.unwrap();

    // Without the phone a recovery code does, once, however it is typed.
    for (typed, taken) in [(recovery[0].to_lowercase().replace('-', " "), true), (recovery[0].clone(), false)]
    {
        let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
        assert_eq!(flow.give_code(&half, &typed).await.is_ok(), taken);
    }
    assert_eq!(flow.second_step(&actor).await.unwrap().recovery_left, 9);
    let wrong = flow.renew_recovery_codes(&actor, "et forkert kodeord", &recovery[1]).await;
    assert_eq!(problems(wrong), [("password".to_owned(), Problem::WrongPassword)]);
    let renewed = flow.renew_recovery_codes(&actor, PASSWORD, &recovery[1]).await.unwrap();
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    wrong_code(flow.give_code(&half, &recovery[2]).await);
    flow.give_code(&half, &renewed[0]).await.unwrap();

    // Two at once with one code: one goes on.
    desk.clock.pass(2);
    let shown = code(&typed, desk.clock.now());
    let halves = (flow.sign_in(EMAIL, PASSWORD).await.unwrap(), flow.sign_in(EMAIL, PASSWORD).await.unwrap());
    let (one, two) = tokio::join!(flow.give_code(&halves.0, &shown), flow.give_code(&halves.1, &shown));
    assert_eq!([one, two].iter().filter(|done| done.is_ok()).count(), 1);

    // Who waits too long types the password again; a new password ends what waits.
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    desk.clock.pass(CODE_WAITS / 60);
    assert!(matches!(flow.give_code(&half, "000000").await, Err(Error::NotSignedIn)));
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let link = flow.make_password_link(cli, EMAIL).await.unwrap();
    flow.set_password(&link, PASSWORD, PASSWORD).await.unwrap();
    assert!(!flow.code_asked(&half).await.unwrap());
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    assert!(flow.code_asked(&half).await.unwrap(), "a forgotten password takes no second step away");

    // Nothing of it is stored in the clear.
    let stored = flow.store.second_step(&actor.account().unwrap().id).await.unwrap().unwrap();
    assert!(stored.sealed.len() > 20 && !format!("{:?}", flow.store.entries(1000).await).contains(&typed));
}

/// Somebody who knows the password tries codes.
pub async fn codes_are_not_guessed(desk: &Desk) {
    let flow = &desk.flow;
    desk.clock.pass(TRIES_LAST / 60);
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    for _ in 0..MOST_TRIES {
        wrong_code(flow.give_code(&half, "000000").await);
    }
    desk.clock.pass(5);
    let again = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let refused = problems(flow.give_code(&again, "000000").await);
    let left = u64::try_from(TRIES_LAST - 5 * 60).unwrap();
    assert_eq!(refused, [("code".to_owned(), Problem::TooManyTries(left))], "wherever they come from");
    desk.clock.pass(TRIES_LAST / 60 - 5);
    let later = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    wrong_code(flow.give_code(&later, "000000").await);
}

/// An administrator takes it off; its owner turns it off.
pub async fn it_is_taken_off_and_turned_off(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    let administrator = desk.signed_in("chef@kommune.dk").await;
    let id = |actor: &Actor| actor.account().unwrap().id.clone();
    flow.take_off_second_step(&administrator, " SILLE@kommune.example").await.unwrap();
    assert!(matches!(flow.take_off_second_step(&administrator, EMAIL).await, Err(Error::NotFound)));
    let here = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    assert!(!flow.code_asked(&here).await.unwrap());
    let (typed, _) = set_up(desk, &here).await;
    let actor = flow.actor(Some(&here)).await.unwrap();
    assert!(flow.second_steps(cli).await.unwrap().contains(&id(&actor)));
    desk.clock.pass(1);
    let shown = code(&typed, desk.clock.now());
    let half = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let other = flow.give_code(&half, &shown).await.unwrap();
    desk.clock.pass(1);
    wrong_code(flow.end_second_step(&actor, &here, PASSWORD, &shown).await);
    let shown = code(&typed, desk.clock.now());
    flow.end_second_step(&actor, &here, PASSWORD, &shown).await.unwrap();
    assert_eq!(flow.actor(Some(&other)).await.unwrap(), Actor::Visitor);
    assert!(!flow.second_steps(cli).await.unwrap().contains(&id(&actor)));

    // A session ends where an administrator takes it off.
    let (_, recovery) = set_up(desk, &here).await;
    flow.take_off_second_step(cli, EMAIL).await.unwrap();
    assert_eq!(flow.actor(Some(&here)).await.unwrap(), Actor::Visitor);
    let here = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let actor = flow.actor(Some(&here)).await.unwrap();
    assert!(matches!(flow.renew_recovery_codes(&actor, PASSWORD, &recovery[0]).await, Err(Error::NotFound)));
}

/// The installation asks for it.
pub async fn it_is_required_of_who_runs_something(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    let place = flow.organisations(cli).await.unwrap().remove(0);
    flow.add_role(cli, EMAIL, &place.id, Role::Facilitator).await.unwrap();
    let administrator = desk.signed_in("chef@kommune.dk").await;
    assert!(!flow.second_step_required(&administrator).await.unwrap());
    // Whoever asks it of others has it themselves; who is signed in works on until they sign in again.
    let refused = flow.require_second_step(&administrator, true).await;
    assert!(matches!(refused, Err(Error::Refused(Problem::OwnStepFirst))), "{refused:?}");
    let before = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    desk.clock.pass(1);
    flow.require_second_step(cli, true).await.unwrap();
    assert!(!flow.actor(Some(&before)).await.unwrap().account().unwrap().held_back);

    let here = flow.sign_in(EMAIL, PASSWORD).await.unwrap();
    let held = flow.actor(Some(&here)).await.unwrap();
    assert!(held.account().unwrap().held_back);
    assert!(flow.facilitated_organisations(&held).await.unwrap().is_empty());
    let chief = flow.sign_in("chef@kommune.dk", PASSWORD).await.unwrap();
    let chief = flow.actor(Some(&chief)).await.unwrap();
    assert!(matches!(flow.accounts(&chief).await, Err(Error::Forbidden)));
    // Who reads a released report is not asked.
    let leader = flow.sign_in(super::LEADER, PASSWORD).await.unwrap();
    let leader = flow.actor(Some(&leader)).await.unwrap();
    assert!(!leader.account().unwrap().held_back && !leader.account().unwrap().roles.is_empty());

    set_up(desk, &here).await;
    let free = flow.actor(Some(&here)).await.unwrap();
    assert!(!free.account().unwrap().held_back);
    assert_eq!(flow.facilitated_organisations(&free).await.unwrap().len(), 1);
    flow.require_second_step(cli, false).await.unwrap();
    flow.accounts(&desk.signed_in("chef@kommune.dk").await).await.unwrap();
    flow.take_off_second_step(cli, EMAIL).await.unwrap();
}
