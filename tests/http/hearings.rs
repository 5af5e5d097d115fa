//! A hearing that has little or nothing to go by, over the wire: before the close, with every figure hidden, without a
//! signal, without a user in the room; and one held in two rooms at once.

use crate::held::{Held, has_figures, words};
use workflow::Actor;

fn line(point: &str, kind: &str, text: &str) -> String {
    let text = text.replace(' ', "+");
    format!(
        "focus_point={point}&kind%5Brow-{point}%5D={kind}&role%5Brow-{point}%5D=users&text%5Brow-{point}%5D={text}"
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_the_close_there_is_nothing_to_hear_and_nothing_to_change() {
    let held = Held::new("recovery-orientering", &[("staff", 12, 4), ("users", 12, 2)], false).await;
    for page in
        ["hoering/1", "hoering/1/rum", "hoering/1/skaerm/0", "hoering/1/materiale", "hoering/2/referat"]
    {
        let reply = held.get(page).await;
        let said = words(&reply.body);
        assert_eq!(reply.status, 200, "{page}");
        assert!(said.contains("Høringen kan forberedes, når der er lukket for svar."), "{page}: {said}");
        assert!(!has_figures(&said), "{page}: {said}");
    }
    for paper in ["materiale", "invitation", "kort"] {
        let reply = held.get(&format!("hoering/1/{paper}.pdf")).await;
        assert_ne!(reply.status, 200, "{paper}");
        assert!(!reply.body.starts_with("%PDF"));
    }
    let functions = [
        ("plan-hearing", "number=1&date=I+dag"),
        ("count-room", "number=1&moment=start&present%5Bgroup-users%5D=4"),
        ("change-agenda", "number=1&change=add&focus_point=1"),
        ("open-vote", "number=1&options=Et%0ATo"),
        ("approve-minutes", "number=1&approved=on"),
        ("add-sitting", "number=1b"),
        ("invite-people", "number=1&people=Bente%09bruger"),
    ];
    for (function, form) in functions {
        let reply = held.post(0, function, form).await;
        assert_eq!(reply.status, 303, "{function}");
    }
    held.post(0, "write-minute-line", &format!("number=1&{}", line("1", "agreed", "For tidligt."))).await;
    let store = &held.server.workflow.store;
    let number = screening::hearing::HearingNumber::First;
    assert_eq!(store.hearing(&held.id, number.into()).await.expect("a store"), None);
    assert_eq!(store.minutes(&held.id, number.into()).await.expect("a store"), []);
    assert_eq!(store.people(&held.id, number.into()).await.expect("a store"), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_every_figure_hidden_it_is_held_without_figures_and_reads_well() {
    let answered = [("leaders", 1, 5), ("staff", 4, 4), ("users", 3, 1)];
    let held = Held::new("recovery-orientering", &answered, true).await;
    for (page, said) in held.pages().await {
        assert!(!has_figures(&said), "{page}: {said}");
        for never in ["NaN", "Infinity", "None", "null", "{", "  ", " ,", "()", " :"] {
            assert!(!said.contains(never), "{page}: {never:?} in {said}");
        }
    }
    let plan = words(&held.get("hoering/1").await.body);
    assert!(plan.contains("Der er ingen temaer endnu. Tilføj et herunder."), "{plan}");
    // The facilitator picks a theme: it is talked of without figures.
    held.post(0, "change-agenda", "number=1&change=add&focus_point=2").await;
    for page in ["hoering/1", "hoering/1/materiale", "hoering/1/skaerm/1"] {
        let said = words(&held.get(page).await.body);
        assert!(!has_figures(&said), "{page}: {said}");
    }
    let stage = words(&held.get("hoering/1/skaerm/1").await.body);
    assert!(stage.contains("tema 1 af 1") && stage.contains("for få svar til at vise tal"), "{stage}");
    // What is said is the report then.
    held.post(0, "count-room", "number=1&moment=start&present%5Bgroup-users%5D=5&present%5Bgroup-staff%5D=4")
        .await;
    held.post(0, "write-minute-line", &format!("number=1&{}", line("2", "proposal", "En fast tur."))).await;
    held.post(0, "approve-minutes", "number=1&approved=on").await;
    let report = words(&held.get("rapport/visning").await.body);
    assert!(report.contains("Rapporten bygger på det, der blev sagt på høringerne."), "{report}");
    assert!(report.contains("En fast tur.") && !has_figures(&report), "{report}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_signal_the_agenda_is_the_facilitators_own() {
    // Everybody in the middle, and seven of each: means alone, none past a threshold, none apart.
    let held = Held::new("recovery-orientering", &[("staff", 7, 3), ("users", 7, 3)], true).await;
    let plan = words(&held.get("hoering/1").await.body);
    assert!(plan.contains("Der er ingen temaer endnu. Tilføj et herunder."), "{plan}");
    for (page, said) in held.pages().await {
        assert!(!said.contains("  ") && !said.contains("NaN"), "{page}: {said}");
    }
    for point in ["1", "2", "3", "4"] {
        held.post(0, "change-agenda", &format!("number=1&change=add&focus_point={point}")).await;
    }
    let stage = words(&held.get("hoering/1/skaerm/4").await.body);
    assert!(
        stage.contains("tema 4 af 4") && has_figures(&stage),
        "its figures are there all the same: {stage}"
    );
    let plan = words(&held.get("hoering/1").await.body);
    assert!(plan.contains("Valgt af jer") && plan.contains("Der er fire temaer."), "{plan}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hearing_without_a_user_in_the_room_is_a_conversation_in_minutes_and_report() {
    let held = Held::new("recovery-orientering", &[("staff", 12, 4), ("users", 12, 2)], true).await;
    held.post(0, "count-room", "number=1&moment=start&present%5Bgroup-staff%5D=4&present%5Bothers%5D=1")
        .await;
    let room = words(&held.get("hoering/1/rum").await.body);
    assert!(room.contains("0 af 5 i rummet bruger stedet · mindst halvdelen: nej"), "{room}");
    assert!(!room.contains("at give deres plads"), "no seat given up makes it half: {room}");
    let point =
        held.server.workflow.hearing(&Actor::CommandLine, &held.id, screening::hearing::HearingNumber::First);
    let point = point.await.expect("a hearing").plan.themes[0].focus_point.clone();
    let said = line(point.as_str(), "new", "Vi mangler brugerne.");
    held.post(0, "write-minute-line", &format!("number=1&{said}")).await;
    held.post(0, "approve-minutes", "number=1&approved=on").await;
    let minutes = held.minutes("1").await;
    assert!(minutes.contains("Samtale, ikke høring") && minutes.contains("0 af 5"), "{minutes}");
    assert!(minutes.contains("Nyt (deltager): Vi mangler brugerne."), "nobody to be a user: {minutes}");
    let report = words(&held.get("rapport/visning").await.body);
    assert!(report.contains("0 af 5 i rummet brugte stedet. Det er under halvdelen"), "{report}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_people_minute_two_rooms_at_once() {
    let held = Held::new("recovery-orientering", &[("staff", 12, 4), ("users", 12, 2)], true).await;
    assert_eq!(held.get("hoering/1b").await.status, 404, "there is one until somebody adds another");
    for wrong in ["1g", "1B", "3", "1a", "b"] {
        assert_eq!(held.get(&format!("hoering/{wrong}")).await.status, 404, "{wrong}");
    }
    let alone = words(&held.get("hoering/1").await.body);
    assert!(!alone.contains("Samling A"), "one sitting has no letter: {alone}");
    held.post(0, "add-sitting", "number=1b").await;
    let plan = words(&held.get("hoering/1b").await.body);
    assert!(plan.contains("Høring 1, samling B") && plan.contains("Samling A"), "{plan}");
    let first = screening::hearing::HearingNumber::First;
    let agenda = held.server.workflow.hearing(&Actor::CommandLine, &held.id, first).await.expect("a hearing");
    let point = agenda.plan.themes[0].focus_point.clone();

    // Exactly half in one room, one short of it in the other.
    held.post(0, "count-room", "number=1&moment=start&present%5Bgroup-users%5D=4&present%5Bgroup-staff%5D=4")
        .await;
    held.post(
        1,
        "count-room",
        "number=1b&moment=start&present%5Bgroup-users%5D=4&present%5Bgroup-staff%5D=5",
    )
    .await;
    let write = async |who: usize, at: &str, name: &str| {
        for number in 0..6 {
            let said = line(point.as_str(), "agreed", &format!("{name} {number}."));
            let reply = held.post(who, "write-minute-line", &format!("number={at}&{said}")).await;
            assert_eq!(reply.status, 303);
            assert!(reply.header("location").is_some_and(|to| to.contains(&format!("hoering/{at}/rum"))));
        }
    };
    tokio::join!(write(0, "1", "Gårdhuset"), write(1, "1b", "Havehuset"));
    for at in ["1", "1b"] {
        held.post(0, "approve-minutes", &format!("number={at}&approved=on")).await;
    }
    let (here, there) = (held.minutes("1").await, held.minutes("1b").await);
    assert!(here.contains("Høring 1, samling A") && there.contains("Høring 1, samling B"));
    for number in 0..6 {
        let (one, other) = (format!("Gårdhuset {number}."), format!("Havehuset {number}."));
        assert!(here.contains(&one) && !here.contains(&other), "{here}");
        assert!(there.contains(&other) && !there.contains(&one), "{there}");
    }
    assert!(!here.contains("Samtale, ikke høring") && there.contains("Samtale, ikke høring"));
    let report = words(&held.get("rapport/visning").await.body);
    assert!(report.contains("Høring 1 blev holdt to gange."), "{report}");
    let second = words(&held.get("hoering/2/rum").await.body);
    assert!(second.contains("Gårdhuset 3.") && second.contains("Havehuset 3."), "{second}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_of_the_room_is_the_users_where_the_instrument_asks_them_nothing() {
    let held = Held::new("ledelse-og-kultur", &[("leaders", 6, 5), ("staff", 12, 2)], true).await;
    let room = words(&held.get("hoering/1/rum").await.body);
    assert!(room.contains("Ledere") && room.contains("Brugere"), "{room}");
    let count = "number=1&moment=start&present%5Bgroup-service-users%5D=4&present%5Bgroup-staff%5D=3&present%5Bothers%5D=1";
    held.post(0, "count-room", count).await;
    let room = words(&held.get("hoering/1/rum").await.body);
    assert!(room.contains("4 af 8 i rummet bruger stedet · mindst halvdelen: ja"), "{room}");
    let said = line("1", "proposal", "Spørg os.").replace("=users", "=service-users");
    held.post(0, "write-minute-line", &format!("number=1&{said}")).await;
    held.post(0, "invite-people", "number=1&people=Bente%09bruger").await;
    let plan = words(&held.get("hoering/1").await.body);
    assert!(plan.contains("Bente (brugere)") && plan.contains("1 af 1 inviterede bruger stedet"), "{plan}");
    held.post(0, "approve-minutes", "number=1&approved=on").await;
    let minutes = held.minutes("1").await;
    assert!(minutes.contains("Forslag (brugere): Spørg os.") && minutes.contains("Brugere: 4"), "{minutes}");
    assert!(!minutes.contains("Samtale, ikke høring"), "{minutes}");
    let report = words(&held.get("rapport/visning").await.body);
    assert!(report.contains("4 af 8 i rummet brugte stedet, altså mindst halvdelen."), "{report}");
}
