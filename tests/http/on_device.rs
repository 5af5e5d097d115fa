//! A questionnaire on its owner's own device: the cookie lasts as long as it may lie there, and what waits goes into no
//! other.

use crate::network::Browser;
use crate::pile::pile;
use crate::server::Server;
use crate::someone::{LAST, PAGE, Someone};
use workflow::tablets::Setting;
use workflow::{Actor, Problem};

/// Sixty days, where nobody planned the close.
const UNPLANNED: &str = "Max-Age=5184000";

#[tokio::test]
async fn it_lasts_as_long_as_it_may_lie_there_and_no_longer() {
    let server = Server::start().await;
    let made = pile(&server.workflow, "Bostedet", "users", 2).await;
    let mut one = Someone::begins(&server, &made.codes[0]).await;
    let kept = one.posts("/api/answer/keep-here", "", "application/json").await;
    let cookie = kept.header("set-cookie").expect("a cookie").to_owned();
    assert!(kept.status == 200 && cookie.starts_with("answer=") && cookie.contains(UNPLANNED), "{cookie}");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let before = one.browser.get("/svar").await;
    assert!(
        before.body.contains("data-seconds=\"5184000\"")
            && before.body.contains("/svar/sidste /svar/se-igennem")
    );
    assert!(!before.body.contains(&app::session::encode(&one.token.0)), "no token on the page");
    assert_eq!(one.browser.get("/svar/gemt").await.status, 200);

    // Sent, it lasts no longer than the browser's session again.
    one.browser.post("/api/answer/send", &[]).await;
    let receipt = one.browser.get("/svar/kvittering").await;
    let cookie = receipt.header("set-cookie").expect("a cookie");
    assert!(
        receipt.status == 200 && cookie.starts_with("answer=") && !cookie.contains("Max-Age"),
        "{cookie}"
    );

    // Closing, it is minutes; nobody without a questionnaire has anything to keep.
    let mut two = Someone::begins(&server, &made.codes[1]).await;
    server.workflow.begin_closing(&Actor::CommandLine, &made.screening).await.expect("closing");
    assert_eq!(server.workflow.on_device_for(&two.token).await.expect("an hour"), 3600);
    assert_eq!(two.posts("/api/answer/keep-here", "", "application/json").await.status, 200);
    let nobody = Browser::new(server.address).post("/api/answer/keep-here", &[]).await;
    assert!(nobody.header("set-cookie").is_none());
}

#[tokio::test]
async fn what_waits_is_put_into_no_other_questionnaire() {
    let server = Server::start().await;
    let made = pile(&server.workflow, "Bostedet", "users", 2).await;
    let one = Someone::begins(&server, &made.codes[0]).await;
    let mut two = Someone::begins(&server, &made.codes[1]).await;
    let before = two.kept(&server).await;
    let theirs = one.token.on_device();
    for (path, body) in [
        (PAGE, "page=1&answers[item-2.2]=1&turn=99"),
        (LAST, "open_answer=Ikke+mit&turn=99"),
        ("/api/answer/send", "x=1"),
    ] {
        let refused = two.posts(path, &format!("{body}&of={theirs}"), "application/json").await;
        assert_eq!(refused.status, 404, "{path}");
    }
    assert_eq!(two.kept(&server).await, before);
    let mine = two.token.on_device();
    assert_ne!(mine, theirs);
    // However often it goes, it counts once; a save from before it changes nothing.
    for body in
        ["answers[item-2.2]=2&turn=100", "answers[item-2.2]=2&turn=100", "answers[item-2.2]=5&turn=99"]
    {
        let taken = two.posts(PAGE, &format!("page=1&{body}&of={mine}"), "application/json").await;
        assert_eq!(taken.status, 200, "{}", taken.body);
    }
    let draft = server.workflow.questionnaire(&two.token).await.expect("a questionnaire").draft;
    assert_eq!(draft.answers["2.2"], screening::answers::Answer::Step(2));
    for _ in 0..2 {
        let sent = two.posts("/api/answer/send", &format!("of={mine}"), "application/json").await;
        assert_eq!(sent.status, 200);
    }
    let counts = server.workflow.counts(&Actor::CommandLine, &made.screening).await.expect("counts");
    assert_eq!(counts.iter().map(|count| count.submitted).sum::<u64>(), 1);
}

#[tokio::test]
async fn a_shared_tablet_keeps_no_questionnaire() {
    let server = Server::start().await;
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    let made = pile(flow, "Bostedet", "users", 1).await;
    let setting = Setting { group: "users".into(), language: "da".to_owned(), minutes: "5".to_owned() };
    let (tablet, _) = flow.start_tablet(&me, None, &made.screening, &setting).await.expect("a tablet");
    let cookie = format!("{}.da.5", app::session::encode(&tablet.0));
    let mut browser = Browser::new(server.address).with_cookie("tablet", &cookie);
    browser.post("/api/answer/begin-tablet", &[]).await;
    let page = browser.get("/svar").await;
    assert!(page.status == 200 && !page.body.contains("on-device") && !page.body.contains("net.js"));
    let kept = browser.post("/api/answer/keep-here", &[]).await;
    assert!(kept.headers("set-cookie").all(|cookie| !cookie.starts_with("answer=")));
    assert!(browser.get("/svar/emne/1").await.body.contains("autocomplete=\"off\""));
    let wrong = Setting { minutes: "1".to_owned(), ..setting };
    let refused = flow.start_tablet(&me, None, &made.screening, &wrong).await;
    assert!(matches!(refused, Err(workflow::Error::Invalid(problems))
            if problems[0].problem == Problem::NotANumber(2, 10)));
}
