//! Mail over the wire: what an administrator sees of it, and who switches reminders off.

use crate::server::{Reply, Server};
use crate::smtp::MailPeer;
use std::sync::Arc;
use workflow::{Actor, Role};

const PASSWORD: &str = "et langt kodeord";
const SAME: &str = "Sec-Fetch-Site: same-origin";

/// An account, signed in: the headers it asks with.
async fn signed_in(server: &Server, email: &str, administrator: bool) -> String {
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    flow.add_account(&me, email, "Ea Lund", PASSWORD, administrator).await.expect("an account");
    let token = flow.sign_in(email, PASSWORD).await.expect("a session");
    format!("{SAME}\r\nCookie: session={}", app::session::encode(&token.0))
}

/// The page after a post, with what was handed over to it.
async fn after(server: &Server, post: &Reply, headers: &str) -> Reply {
    assert_eq!(post.status, 303, "{}", post.body);
    let ticket = post.headers("set-cookie").find_map(|cookie| cookie.split(';').next());
    let cookies = format!("{headers}; {}", ticket.unwrap_or_default());
    server.get_with(post.header("location").expect("a page"), &cookies).await
}

#[tokio::test]
async fn an_administrator_is_shown_the_servers_own_words() {
    let peer = MailPeer::start().await;
    let mailer = Arc::new(peer.mailer());
    let server = Server::with(|program| program.mailer = Some(mailer)).await;
    let administrator = signed_in(&server, "ea@kommune.example", true).await;
    let page = server.get_with("/administration", &administrator).await;
    let set_up = format!("gennem 127.0.0.1, port {}, uden kryptering", peer.address.port());
    assert!(page.body.contains(&set_up), "{}", page.body);

    peer.say(&["550 5.7.1 Relaying denied"]);
    let tried = server.post("/api/try-mail", "", &administrator).await;
    let page = after(&server, &tried, &administrator).await;
    assert!(page.body.contains("Mailserveren sagde nej") && page.body.contains("550 5.7.1 Relaying denied"));
    let again = server.get_with("/administration", &administrator).await;
    assert!(!again.body.contains("Relaying denied"), "it is said once");

    let tried = server.post("/api/try-mail", "", &administrator).await;
    assert!(after(&server, &tried, &administrator).await.body.contains("tog imod prøven"));
    assert_eq!(peer.take().len(), 1);

    let other = signed_in(&server, "bo@kommune.example", false).await;
    assert_eq!(server.get_with("/administration", &other).await.status, 404);
    let refused = server.post("/api/try-mail", "", &other).await;
    assert_eq!(refused.header("location"), Some("/findes-ikke"));
    assert!(peer.take().is_empty());
}

#[tokio::test]
async fn without_mail_the_page_says_so_and_nothing_else_changes() {
    let server = Server::start().await;
    let administrator = signed_in(&server, "ea@kommune.example", true).await;
    let page = server.get_with("/administration", &administrator).await;
    assert!(page.body.contains("Mail er ikke sat op") && !page.body.contains("/api/try-mail"));
    let tried = server.post("/api/try-mail", "", &administrator).await;
    assert_eq!(tried.header("location"), Some("/findes-ikke"));
}

#[tokio::test]
async fn reminders_are_switched_off_on_ones_own_page() {
    let server = Server::start().await;
    let headers = signed_in(&server, "maja@kommune.example", false).await;
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    let place = flow.add_organisation(&me, "Bostedet Åkanden").await.expect("a place");
    flow.add_role(&me, "maja@kommune.example", &place.id, Role::Facilitator).await.expect("a role");
    assert!(server.get_with("/konto", &headers).await.body.contains("Send mig ingen påmindelser"));
    let off = server.post("/api/remind-me", "on=", &headers).await;
    let page = after(&server, &off, &headers).await;
    assert!(page.body.contains("Du får ingen påmindelser på mail"), "{}", page.body);
    server.post("/api/remind-me", "on=on", &headers).await;
    assert!(server.get_with("/konto", &headers).await.body.contains("Send mig ingen påmindelser"));
    assert_eq!(server.get("/konto").await.header("location"), Some("/log-ind"));
}
