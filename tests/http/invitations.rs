//! Ways in over the wire: slips and posters as PDF, extra codes, an open link; and where a code never stands.

use crate::server::{Reply, Server};
use screening::settings::{Invited, Settings};
use workflow::{Actor, Role};

pub(crate) const PASSWORD: &str = "et langt kodeord";
const SAME: &str = "Sec-Fetch-Site: same-origin";

/// A server with an open screening, and the headers of its facilitator.
pub(crate) async fn open_screening() -> (Server, String, String) {
    let server = Server::start().await;
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    let place = flow.add_organisation(&me, "Bostedet Åkanden").await.expect("a place");
    flow.add_account(&me, "maja@kommune.dk", "Maja", PASSWORD, false).await.expect("an account");
    flow.add_role(&me, "maja@kommune.dk", &place.id, Role::Facilitator).await.expect("a role");
    let instrument = pejling::instruments::find("recovery-orientering").expect("an instrument");
    let settings = Settings {
        language: "da".into(),
        closing_minutes: 30,
        invited: Invited([("users".into(), [(String::new(), 3)].into())].into()),
        ..Settings::default()
    };
    let id =
        flow.create_screening(&me, &place.id, "Efterår", instrument, settings).await.expect("a screening");
    let token = flow.sign_in("maja@kommune.dk", PASSWORD).await.expect("a session");
    let signed_in = format!("{SAME}\r\nCookie: session={}", app::session::encode(&token.0));
    (server, id, signed_in)
}

/// The codes in the sheet's own form.
fn codes(sheet: &Reply) -> Vec<String> {
    let values = sheet.body.split("name=\"code\" value=\"").skip(1);
    values.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

fn fields(codes: &[String]) -> String {
    codes.iter().map(|code| format!("group=users&unit=&code={code}")).collect::<Vec<_>>().join("&")
}

/// No header tells a code, and no address on the page does.
fn assert_keeps(reply: &Reply, codes: &[String], what: &str) {
    for code in codes {
        assert!(
            !reply.every_header().any(|(_, value)| value.contains(code.as_str())),
            "{what}: {code} in a header"
        );
        let addresses =
            ["href=\"", "action=\"", "src=\""].into_iter().flat_map(|of| reply.body.split(of).skip(1));
        let in_address = addresses
            .filter_map(|rest| rest.split('"').next())
            .any(|address| address.contains(code.as_str()));
        assert!(!in_address, "{what}: {code} in an address");
    }
}

#[tokio::test]
async fn slips_come_from_the_page_that_is_shown_once() {
    let (server, id, signed_in) = open_screening().await;
    let at = |page: &str| format!("/screeninger/{id}/{page}");
    let early = server.post(&at("koder/flere"), "group=users&count=1", &signed_in).await;
    assert_eq!(early.status, 409, "the first codes come first");
    let sheet = server.post(&at("koder"), "", &signed_in).await;
    let made = codes(&sheet);
    assert_eq!((sheet.status, made.len()), (200, 3));
    assert_keeps(&sheet, &made, "the sheet");
    let pdf = server.post(&at("sedler.pdf"), &fields(&made), &signed_in).await;
    assert_eq!((pdf.status, pdf.header("content-type")), (200, Some("application/pdf")));
    assert_eq!(pdf.header("cache-control"), Some("no-store"));
    assert!(pdf.body.starts_with("%PDF-1.7"));
    assert_keeps(&pdf, &made, "the slips");

    let booklets = server.post(&at("haefter.pdf"), &fields(&made), &signed_in).await;
    assert_eq!((booklets.status, booklets.header("content-type")), (200, Some("application/pdf")));
    assert_eq!(booklets.header("cache-control"), Some("no-store"));
    assert_keeps(&booklets, &made, "the booklets");

    let extra = server.post(&at("koder/flere"), "group=users&unit=&count=2", &signed_in).await;
    let more = codes(&extra);
    assert_eq!((extra.status, more.len()), (200, 2));
    assert!(more.iter().all(|code| !made.contains(code)));
    let wrong = server.post(&at("koder/flere"), "group=users&count=mange", &signed_in).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.body.contains("Skriv et helt tal fra 1 til 100.") && wrong.body.contains("value=\"mange\"")
    );

    for (path, form) in [
        ("sedler.pdf", fields(&made)),
        ("haefter.pdf", fields(&made)),
        ("koder/flere", "group=users&count=1".to_owned()),
    ] {
        let stranger = server.post(&at(path), &form, SAME).await;
        assert_eq!((stranger.status, stranger.header("location")), (303, Some("/log-ind")), "{path}");
    }
    let elsewhere = server.post("/screeninger/x/sedler.pdf", &fields(&made), &signed_in).await;
    assert_eq!(elsewhere.status, 404);
}

#[tokio::test]
async fn an_open_link_begins_without_a_slip_and_tells_no_code_on_the_way() {
    let (server, id, signed_in) = open_screening().await;
    server.workflow.open_screening(&Actor::CommandLine, &id).await.expect("open");
    let on = format!("screening={id}&group=users&on=on");
    assert_eq!(server.post("/api/switch-open-link", &on, &signed_in).await.status, 303);
    let screening = server.workflow.screening(&Actor::CommandLine, &id).await.expect("a screening");
    let link = screening.settings.open_links.values().next().expect("a link").name.clone();
    let page = server.get_with(&format!("/screeninger/{id}/koder"), &signed_in).await;
    assert!(page.body.contains(&format!("/til/{link}")));
    let poster = server.get_with(&format!("/screeninger/{id}/plakat/users/plakat.pdf"), &signed_in).await;
    assert!(poster.status == 200 && poster.body.starts_with("%PDF-1.7"));
    assert_eq!(
        poster.header("content-disposition"),
        Some("attachment; filename=\"bostedet-aakanden-plakat-users.pdf\"")
    );
    let unknown = server.get_with(&format!("/screeninger/{id}/plakat/cats/plakat.pdf"), &signed_in).await;
    assert_eq!(unknown.status, 404);

    let shown = server.get(&format!("/til/{link}")).await;
    assert_eq!(shown.status, 200);
    assert!(
        shown.body.contains("Bostedet Åkanden") && shown.body.contains("action=\"/api/answer/begin-link\"")
    );
    assert_eq!(server.get("/til/k7qm2-xrt9w").await.status, 404);
    let begin = server.post("/api/answer/begin-link", &format!("link={link}"), SAME).await;
    assert_eq!((begin.status, begin.header("location")), (303, Some("/svar")));
    let cookie = begin.header("set-cookie").expect("a cookie");
    let cookie = cookie.split(';').next().expect("its value");
    let held = format!("{SAME}\r\nCookie: {cookie}");
    // A second press goes on with the same; somebody else begins anew.
    let again = server.post("/api/answer/begin-link", &format!("link={link}"), &held).await;
    assert_eq!((again.header("location"), again.header("set-cookie")), (Some("/svar"), None));
    let anew = server.post("/api/answer/begin-link", &format!("link={link}&anew=on"), &held).await;
    assert!(anew.header("set-cookie").is_some());

    let words = server.post("/api/answer/pause", "", &held).await;
    assert_eq!(words.header("location"), Some("/svar/pause"));
    let pause = server.get_with("/svar/pause", &held).await;
    let own =
        pause.body.split("own-code\">").nth(1).and_then(|rest| rest.split('<').next()).expect("its code");
    assert_eq!(own.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 5]);
    for reply in [&begin, &again, &words, &pause] {
        assert_keeps(reply, &[own.to_owned()], "an open link");
    }
    let off = format!("screening={id}&group=users&on=");
    server.post("/api/switch-open-link", &off, &signed_in).await;
    assert_eq!(server.get(&format!("/til/{link}")).await.status, 404);
    assert_eq!(server.get_with("/svar", &held).await.status, 200, "whoever began goes on");
}

#[tokio::test]
async fn one_address_cannot_begin_without_end() {
    let server = Server::start().await;
    for _ in 0..100 {
        let reply = server.post("/api/answer/begin-link", "link=k7qm2-xrt9w", SAME).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/findes-ikke")));
    }
    assert_eq!(server.post("/api/answer/begin-link", "link=k7qm2-xrt9w", SAME).await.status, 429);
}
