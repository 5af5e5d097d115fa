//! A shared tablet over the wire: who starts it is signed out, who answers leaves nothing, and who signs in ends it.

use crate::invitations::{PASSWORD, open_screening};
use crate::network::Browser;
use crate::server::Reply;
use workflow::Actor;

/// Names of the cookies that an answer ends.
fn ended(reply: &Reply) -> Vec<&str> {
    let ended = reply.headers("set-cookie").filter(|cookie| cookie.contains("Max-Age=0"));
    let mut names: Vec<_> = ended.filter_map(|cookie| cookie.split('=').next()).collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn a_tablet_goes_from_hand_to_hand_and_keeps_nothing() {
    let (server, id, _) = open_screening().await;
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    flow.open_screening(&me, &id).await.expect("open");
    let mut browser = Browser::new(server.address);
    let sign_in = [("email", "maja@kommune.dk"), ("password", PASSWORD)];
    browser.post("/api/sign-in", &sign_in).await;
    let session = browser.cookie("session").expect("a session").to_owned();

    // What does not hold is said on the page, and nobody is signed out by it.
    let at = format!("/screeninger/{id}/tablet");
    let wrong = [("screening", &*id), ("group", "cats"), ("language", "sv"), ("minutes", "11")];
    let back = browser.post("/api/start-tablet", &wrong).await;
    assert_eq!(back.header("location"), Some(&*at));
    let page = browser.get(&at).await;
    assert!(page.status == 200 && page.body.contains("Skriv et helt tal fra 2 til 10."), "{}", page.body);

    let right = [("screening", &*id), ("group", "users"), ("language", "en"), ("minutes", "5")];
    let started = browser.post("/api/start-tablet", &right).await;
    assert_eq!((started.status, started.header("location")), (303, Some("/tablet")));
    assert!(ended(&started).contains(&"session"));
    assert_eq!(started.header("clear-site-data"), Some("\"cache\", \"storage\""));
    let taken = Browser::new(server.address).with_cookie("session", &session).get(&at).await;
    assert_eq!(taken.header("location"), Some("/log-ind"), "the session is ended, not only its cookie");
    let tablet = browser.cookie("tablet").expect("a tablet").to_owned();

    // The tablet speaks its own language, and knows one way only.
    assert_eq!(browser.get("/").await.header("location"), Some("/tablet"));
    assert_eq!(browser.get("/svar/emne/3").await.header("location"), Some("/tablet"));
    let start = browser.get("/tablet").await;
    assert!(start.body.contains("<html lang=\"en\"") && !start.body.contains("/api/language"));
    assert_eq!(browser.post("/api/answer/begin-tablet", &[]).await.header("location"), Some("/svar"));
    let begun = browser.cookie("answer").map(str::to_owned);
    browser.post("/api/answer/begin-tablet", &[]).await;
    assert_eq!(browser.cookie("answer").map(str::to_owned), begun, "a double click begins one");
    let page = [("page", "1"), ("answers[item-2.2]", "4"), ("go", "next")];
    browser.post("/api/answer/page", &page).await;

    // Coming by the start loses nothing; another site cannot sweep; pages tell a browser without scripts where to go.
    assert!(browser.get("/tablet").await.body.contains("href=\"/svar\""));
    let from = format!("Cookie: tablet={tablet}; answer=1\r\nSec-Fetch-Site: cross-site");
    assert!(ended(&server.get_with("/tablet/forladt", &from).await).is_empty());
    assert!(browser.get("/svar/emne/2").await.body.contains("content=\"300;url=/tablet/er-du-her\""));
    assert!(browser.get("/tablet/er-du-her").await.body.contains("content=\"60;url=/tablet/forladt\""));

    assert_eq!(browser.post("/api/answer/send", &[]).await.header("location"), Some("/svar/kvittering"));
    let receipt = browser.get("/svar/kvittering").await;
    assert!(receipt.status == 200 && receipt.body.contains("content=\"60;url=/tablet/forladt\""));
    let left = browser.get("/tablet/forladt").await;
    assert_eq!((left.status, left.header("location")), (303, Some("/tablet")));
    assert!(ended(&left).contains(&"answer") && !ended(&left).contains(&"tablet"));
    assert!(left.header("clear-site-data").is_some());
    for path in ["/svar", "/svar/emne/1", "/svar/se-igennem", "/svar/pause"] {
        assert_eq!(browser.get(path).await.header("location"), Some("/tablet"), "{path}");
    }
    let channels = channels(&server).await;
    assert_eq!(channels, [("tablet".to_owned(), 1)]);

    // Half a questionnaire is open when somebody signs in: what was a tablet is none, and opens nothing of it.
    browser.post("/api/answer/begin-tablet", &[]).await;
    let signed_in = browser.post("/api/sign-in", &sign_in).await;
    assert!(ended(&signed_in).contains(&"answer") && ended(&signed_in).contains(&"tablet"));
    let mut stolen = Browser::new(server.address).with_cookie("tablet", &tablet);
    assert_eq!(stolen.post("/api/answer/begin-tablet", &[]).await.header("location"), Some("/tablet"));
    assert!(stolen.cookie("answer").is_none());
    assert!(stolen.get("/tablet").await.body.contains("The tablet is turned off"));
}

#[tokio::test]
async fn a_lost_tablet_is_ended_from_elsewhere_and_all_of_them_at_the_close() {
    let (server, id, signed_in) = open_screening().await;
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    let start = format!("screening={id}&group=users&language=da&minutes=2");
    let early = server.post("/api/start-tablet", &start, &signed_in).await;
    assert!(early.headers("set-cookie").all(|cookie| !cookie.starts_with("tablet=")), "not open yet");
    flow.open_screening(&me, &id).await.expect("open");
    let setting = workflow::tablets::Setting {
        group: "users".into(),
        language: "da".to_owned(),
        minutes: " 10 ".to_owned(),
    };
    let (lost, _) = flow.start_tablet(&me, None, &id, &setting).await.expect("a tablet");
    let begun = flow.begin_on_tablet(&lost).await.expect("a questionnaire");
    assert_eq!(flow.tablets(&me, &id).await.expect("one").len(), 1);
    let end = server.post("/api/end-tablets", &format!("screening={id}"), &signed_in).await;
    assert_eq!(end.status, 303);
    assert!(flow.tablets(&me, &id).await.expect("none").is_empty() && flow.tablet(&lost).await.is_err());
    flow.send_from_tablet(&begun, &lost).await.expect("what was begun is sent");
    assert_eq!(channels(&server).await, [("web".to_owned(), 1)], "what is no tablet is not counted as one");

    let (other, _) = flow.start_tablet(&me, None, &id, &setting).await.expect("a tablet");
    flow.begin_closing(&me, &id).await.expect("closing");
    assert!(flow.begin_on_tablet(&other).await.is_err());
    flow.end_closing(&me, &id).await.expect("closed");
    assert!(flow.tablet(&other).await.is_err());
}

/// How many were sent by each channel.
async fn channels(server: &crate::server::Server) -> Vec<(String, i64)> {
    let pejling::store::db::Db::Sqlite { write, .. } = &server.store.db else { panic!("a file") };
    let counted = "SELECT value, SUM(n) FROM counter WHERE kind = 'channel' GROUP BY value ORDER BY value";
    sqlx::query_as(counted).fetch_all(write).await.expect("counters")
}
