//! A screening is stopped while people answer: whatever they come with, and by whatever button, they get one calm page.

use crate::network::{Browser, By};
use crate::server::Server;
use crate::someone::{LAST, PAGE, Someone};
use screening::settings::{Invited, Settings};
use workflow::Actor;

const WHY: &str = "Det skyldes, at stedet flytter.";

#[tokio::test]
async fn whoever_comes_is_told_in_peace() {
    let server = Server::start().await;
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    let place = flow.add_organisation(&me, "Bostedet Åkanden").await.expect("a place");
    let instrument = pejling::instruments::find("recovery-orientering").expect("an instrument");
    let settings = Settings {
        language: "da".into(),
        closing_minutes: 30,
        contact: "Anne Holm, 12 34 56 78".into(),
        invited: Invited([("users".into(), [(String::new(), 3)].into())].into()),
        ..Settings::default()
    };
    let id =
        flow.create_screening(&me, &place.id, "Efterår", instrument, settings).await.expect("a screening");
    let codes = flow.make_codes(&me, &id).await.expect("codes");
    flow.make_open_link(&me, &id, &"users".into()).await.expect("a link");
    flow.open_screening(&me, &id).await.expect("open");
    let link = flow
        .screening(&me, &id)
        .await
        .expect("it")
        .settings
        .open_links
        .values()
        .next()
        .expect("one")
        .name
        .clone();
    let mut half = Someone::begins(&server, &codes[0].code).await.browser;
    let mut sent = Someone::begins(&server, &codes[1].code).await.browser;
    assert_eq!(sent.post("/api/answer/send", &[]).await.header("location"), Some("/svar/kvittering"));
    flow.stop_screening(&me, &id, "at stedet flytter", false, true).await.expect("stopped");

    // Pages of one who is in the middle of it, or has sent; the link on the poster, with and without.
    let mut new = Browser::new(server.address);
    for browser in [&mut half, &mut sent] {
        for path in
            ["/svar", "/svar/emne/2", "/svar/sidste", "/svar/se-igennem", "/svar/pause", "/svar/kvittering"]
        {
            assert_calm(browser, path).await;
        }
    }
    let poster = format!("/til/{link}");
    assert_calm(&mut half, &poster).await;
    assert_calm(&mut new, &poster).await;

    // Forms without scripts lead to the page; autosave learns that it has ended, and where to read why.
    for path in [PAGE, LAST, "/api/answer/pause", "/api/answer/send"] {
        let fields = [("page", "1"), ("answers[item-2.1]", "5"), ("go", "next")];
        let told = half.post(path, &fields).await;
        assert_eq!((told.status, told.header("location")), (303, Some("/svar/stoppet")), "{path}");
        assert_calm(&mut half, "/svar/stoppet").await;
        let request = half.form(path, fields, By::Script);
        let told = half.ask(&request).await.expect("an answer");
        assert_eq!(told.status, 409, "{path}");
        assert!(told.body.contains("Pejlingen er stoppet."), "{path}: {}", told.body);
    }
    for (path, fields) in [
        ("/api/answer/begin", [("code", codes[0].code.as_str()), ("restart", "")]),
        ("/api/answer/begin", [("code", codes[1].code.as_str()), ("restart", "")]),
        ("/api/answer/begin", [("code", codes[2].code.as_str()), ("restart", "on")]),
        ("/api/answer/resume", [("code", codes[0].code.as_str()), ("words", "abe bil cykel")]),
        ("/api/answer/begin-link", [("link", link.as_str()), ("anew", "on")]),
    ] {
        let told = new.post(path, &fields).await;
        assert_eq!((told.status, told.header("location")), (303, Some("/svar/stoppet")), "{path}");
        assert_calm(&mut new, "/svar/stoppet").await;
    }
    // Read again, it asks for the code as every page without one does.
    let again = new.get("/svar/stoppet").await;
    assert_eq!((again.status, again.header("location")), (303, Some("/svar")));
}

async fn assert_calm(browser: &mut Browser, path: &str) {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    for said in ["Pejlingen er stoppet", WHY, "Alle svar er slettet.", "Anne Holm"] {
        assert!(page.body.contains(said), "{path}: no {said} in {}", page.body);
    }
    assert!(!page.body.contains("<form method=\"post\" action=\"/api/answer"), "{path}");
}
