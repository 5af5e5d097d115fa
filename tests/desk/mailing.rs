//! Reminders by mail: to those who facilitate, once, on the day; tried again, given up, switched off.

use super::{Desk, FACILITATOR, PASSWORD};
use crate::support::smtp::{MailPeer, Received};
use screening::plan::{Aim, GoalChange, People, Position};
use workflow::mailing::About;
use workflow::ports::Delivery;
use workflow::{Actor, Error, Role};

const SITE: &str = "https://pejling.kommune.example";
const COLLEAGUE: &str = "aase@kommune.example";
/// Who facilitates there too.
const OTHERS: [&str; 2] = ["ida@kommune.dk", "ole@kommune.dk"];

impl Desk {
    /// Everything that is due now, queued and sent.
    async fn send(&self, peer: &MailPeer) -> Vec<Received> {
        self.flow.queue_reminders().await.unwrap();
        self.flow.send_mail(&peer.mailer(), SITE).await.unwrap();
        peer.take()
    }

    /// A goal that begins today, and its id.
    async fn goal_from_today(&self, id: &str, statement: &str) -> String {
        let (flow, actor, today) = (&self.flow, self.facilitator().await, self.flow.clock.today());
        let begins = jiff::civil::date(today.0, today.1, today.2);
        let ends = begins.checked_add(jiff::Span::new().months(5)).unwrap();
        let aim = Aim { statement: statement.to_owned(), ..Aim::default() };
        let goal = flow.write_goal(&actor, id, None, GoalChange::Aim(aim), true).await.unwrap();
        let people = People {
            begins: Some(begins),
            ends: Some(ends),
            place: 1,
            who: "To fra brugerrådet".to_owned(),
            user_along: Some(true),
        };
        flow.write_goal(&actor, id, Some((&goal, 1)), GoalChange::People(people), true).await.unwrap();
        let position = Position { wanted: Some(7), now: Some(3), ..Position::default() };
        flow.write_goal(&actor, id, Some((&goal, 2)), GoalChange::Position(position), true).await.unwrap();
        goal
    }

    /// Days go by until a goal is looked at; gives whether anything was sent of it before.
    async fn until_follow_up(&self, peer: &MailPeer, goal: &str) -> bool {
        let early = self.send(peer).await.iter().any(|mail| mail.text().contains(goal));
        self.clock.pass(13 * 24 * 60);
        let early = early || self.send(peer).await.iter().any(|mail| mail.text().contains(goal));
        // A day that is free moves it by some.
        self.clock.pass(6 * 24 * 60);
        early
    }
}

/// A goal is looked at two weeks after it began, and two facilitate.
pub async fn facilitators_are_reminded_once_on_the_day(desk: &Desk, id: &str) {
    let (flow, cli, peer) = (&desk.flow, &Actor::CommandLine, MailPeer::start().await);
    let place = flow.screening(cli, id).await.unwrap().organisation;
    flow.add_account(cli, COLLEAGUE, "Åse Øst", PASSWORD, false).await.unwrap();
    flow.add_role(cli, COLLEAGUE, &place.id, Role::Facilitator).await.unwrap();
    let goal = desk.goal_from_today(id, "Kaffen står klar, når folk kommer").await;
    assert!(!desk.until_follow_up(&peer, &goal).await, "nobody is reminded before the day");

    // Two programs on one database send at the same time.
    flow.queue_reminders().await.unwrap();
    flow.queue_reminders().await.unwrap();
    let (one, other) = (peer.mailer(), peer.mailer());
    let (first, second) = tokio::join!(flow.send_mail(&one, SITE), flow.send_mail(&other, SITE));
    let mails: Vec<Received> = peer.take();
    assert_eq!(first.unwrap() + second.unwrap(), mails.len());
    let of_it: Vec<_> = mails.iter().filter(|mail| mail.text().contains(&goal)).collect();
    let mut to: Vec<_> = of_it.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    let mut facilitators = [FACILITATOR, COLLEAGUE, OTHERS[0], OTHERS[1]];
    facilitators.sort_unstable();
    assert_eq!(to, facilitators, "each of them once, and nobody who only reads");

    // It says where, and neither what the goal is nor who anybody is.
    let text = of_it[0].text();
    assert!(text.contains(&format!("{SITE}/screeninger/{id}/udvikling/maal/{goal}/opfoelgning\n")), "{text}");
    assert!(text.contains(&format!("{SITE}/konto\n")), "{text}");
    for unsaid in ["Kaffen", "brugerrådet", "Åse", "Maja"] {
        assert!(!text.contains(unsaid), "{unsaid}: {text}");
    }
    // "Tid til at følge op: Bostedet Åkanden", every letter beyond ASCII encoded (RFC 2047).
    let subject = of_it[0].header("Subject");
    assert!(subject.starts_with("Tid til at =?utf-8?b?ZsO4bGdl?= op: Bostedet =?utf-8?b?"), "{subject}");
    assert!(subject.is_ascii());
    assert!(of_it[0].header("To").ends_with(&format!("<{}>", of_it[0].to)), "{}", of_it[0].message);
    assert_eq!(of_it[0].header("Auto-Submitted"), "auto-generated");

    assert!(desk.send(&peer).await.is_empty(), "once");
    assert!(flow.unsent_mail(cli).await.unwrap().is_empty());
    flow.write_goal(&desk.facilitator().await, id, Some((&goal, 3)), stopped(desk), true).await.unwrap();
}

/// The server is busy, then says never; and somebody wants no mails.
pub async fn a_mail_is_tried_again_and_given_up(desk: &Desk, id: &str) {
    let (flow, cli, peer) = (&desk.flow, &Actor::CommandLine, MailPeer::start().await);
    for email in [COLLEAGUE, OTHERS[0], OTHERS[1]] {
        let colleague = desk.signed_in(email).await;
        assert!(flow.reminded(&colleague).await.unwrap());
        flow.set_reminded(&colleague, false).await.unwrap();
    }
    let goal = desk.goal_from_today(id, "Vi spiser sammen om fredagen").await;
    desk.until_follow_up(&peer, &goal).await;

    peer.say(&["450 4.2.1 The mailbox is busy"]);
    assert!(desk.send(&peer).await.is_empty());
    let waiting = flow.unsent_mail(cli).await.unwrap();
    let [mail] = waiting.as_slice() else { panic!("one waits, since the others want none: {waiting:?}") };
    assert_eq!((mail.email.as_str(), mail.tries, mail.given_up), (FACILITATOR, 1, false));
    assert_eq!(mail.answer, "450 4.2.1 The mailbox is busy");
    assert!(desk.send(&peer).await.is_empty(), "not at once");
    desk.clock.pass(1);
    let [mail] = desk.send(&peer).await.try_into().expect("one mail");
    assert_eq!(mail.to, FACILITATOR);
    assert!(flow.unsent_mail(cli).await.unwrap().is_empty());
    flow.write_goal(&desk.facilitator().await, id, Some((&goal, 3)), stopped(desk), true).await.unwrap();

    let goal = desk.goal_from_today(id, "Vi går en tur om søndagen").await;
    desk.until_follow_up(&peer, &goal).await;
    peer.say(&["550 5.1.1 No such user"]);
    assert!(desk.send(&peer).await.is_empty());
    desk.clock.pass(60);
    assert!(desk.send(&peer).await.is_empty(), "it is not tried again");
    let [mail] = flow.unsent_mail(cli).await.unwrap().try_into().expect("one mail");
    assert!(mail.given_up && mail.answer == "550 5.1.1 No such user", "{mail:?}");
    assert!(matches!(About::parse(&mail.about), Some(About::Reminder { screening, .. }) if screening == id));

    // What was decided while a mail waited is not told any more.
    flow.set_reminded(&desk.signed_in(COLLEAGUE).await, true).await.unwrap();
    assert_eq!(flow.queue_reminders().await.unwrap(), 1);
    flow.write_goal(&desk.facilitator().await, id, Some((&goal, 3)), stopped(desk), true).await.unwrap();
    assert!(desk.send(&peer).await.is_empty());
    assert_eq!(flow.unsent_mail(cli).await.unwrap().len(), 1, "the one that was given up");
}

/// An administrator sees whether it works; nobody else does.
pub async fn an_administrator_tries_whether_mail_works(desk: &Desk) {
    let (flow, peer) = (&desk.flow, MailPeer::start().await);
    let administrator = desk.signed_in("chef@kommune.dk").await;
    assert_eq!(flow.send_trial_mail(&administrator, &peer.mailer()).await.unwrap(), Delivery::Taken);
    let [mail] = peer.take().try_into().expect("one mail");
    assert_eq!(mail.to, "chef@kommune.dk");
    assert!(mail.text().contains("Også æ, ø og å."), "{}", mail.text());
    peer.say(&["550 5.7.1 Relaying denied"]);
    let refused = flow.send_trial_mail(&administrator, &peer.mailer()).await.unwrap();
    assert_eq!(refused, Delivery::Refused("550 5.7.1 Relaying denied".to_owned()));
    let facilitator = desk.facilitator().await;
    let forbidden = flow.send_trial_mail(&facilitator, &peer.mailer()).await;
    assert!(matches!(forbidden, Err(Error::Forbidden)), "{forbidden:?}");
    assert!(peer.take().is_empty());
}

/// The goal is given up.
fn stopped(desk: &Desk) -> GoalChange {
    let (year, month, day) = desk.flow.clock.today();
    GoalChange::FollowUp(screening::plan::FollowUp {
        date: jiff::civil::date(year, month, day),
        now: 3,
        well: String::new(),
        differently: String::new(),
        decision: screening::plan::Decision::Stop,
        reason: "Det blev til noget andet.".to_owned(),
    })
}
