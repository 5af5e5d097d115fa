//! Lines of the security standard that no other test shows: messages whose end is unclear, methods that nobody needs,
//! sessions, limits, and bytes that no page sends.

use crate::held::{PASSWORD, SAME};
use crate::pile::pile;
use crate::server::{Reply, Server, exchange};
use std::num::NonZeroU32;
use std::sync::Arc;
use workflow::Actor;

const EMAIL: &str = "ea@kommune.example";

async fn with_account(change: impl FnOnce(&mut pejling::http::Program)) -> Server {
    let server = Server::with(change).await;
    let added = server.workflow.add_account(&Actor::CommandLine, EMAIL, "Ea Lund", PASSWORD, true).await;
    added.expect("an account");
    server
}

async fn signed_in(server: &Server, headers: &str) -> String {
    let form = format!("email={}&password={}", EMAIL.replace('@', "%40"), PASSWORD.replace(' ', "+"));
    let reply = server.post("/api/sign-in", &form, headers).await;
    let cookie = reply.header("set-cookie").expect("a session").split(';').next().expect("a pair");
    cookie.to_owned()
}

#[tokio::test]
async fn signing_in_again_ends_the_session_that_the_browser_had() {
    let server = with_account(|_| {}).await;
    let first = signed_in(&server, SAME).await;
    assert_eq!(server.get_with("/konto", &format!("Cookie: {first}")).await.status, 200);
    let second = signed_in(&server, &format!("{SAME}\r\nCookie: {first}")).await;
    assert_ne!(first, second);
    let earlier = server.get_with("/konto", &format!("Cookie: {first}")).await;
    assert_eq!((earlier.status, earlier.header("location")), (303, Some("/log-ind")));
    assert_eq!(server.get_with("/konto", &format!("Cookie: {second}")).await.status, 200);
    // Another browser's session is its own.
    let elsewhere = signed_in(&server, SAME).await;
    assert_eq!(server.get_with("/konto", &format!("Cookie: {second}")).await.status, 200);
    assert_ne!(elsewhere, second);
}

#[tokio::test]
async fn a_stolen_cookie_is_worth_nothing_once_its_owner_has_ended_it() {
    let server = with_account(|_| {}).await;
    let stolen = signed_in(&server, SAME).await;
    let own = signed_in(&server, SAME).await;
    let held = format!("{SAME}\r\nCookie: {own}");
    assert!(server.get_with("/konto", &held).await.body.contains("/api/end-sessions"), "its owner sees it");
    assert_eq!(server.post("/api/end-sessions", "", &held).await.status, 303);
    for path in ["/konto", "/administration", "/konto/oplysninger.json"] {
        let reply = server.get_with(path, &format!("Cookie: {stolen}")).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")), "{path}");
    }
    let deed =
        server.post("/api/add-organisation", "name=Broen", &format!("{SAME}\r\nCookie: {stolen}")).await;
    assert_eq!(deed.header("location"), Some("/log-ind"));
    assert!(server.workflow.organisations(&Actor::CommandLine).await.expect("places").is_empty());
    assert_eq!(server.get_with("/konto", &held).await.status, 200, "its owner goes on");
    // Nothing of one browser is asked of another by its cookie alone: neither is a form from elsewhere taken.
    let forged = server
        .post("/api/add-organisation", "name=Broen", &format!("Sec-Fetch-Site: cross-site\r\nCookie: {own}"))
        .await;
    assert_eq!(forged.status, 403);
}

#[tokio::test]
async fn an_administrator_of_another_municipality_is_a_visitor_here() {
    let (here, there) = (with_account(|_| {}).await, with_account(|_| {}).await);
    let cookie = signed_in(&there, SAME).await;
    assert_eq!(there.get_with("/administration", &format!("Cookie: {cookie}")).await.status, 200);
    for path in ["/administration", "/administration/log.csv", "/sletning", "/konto"] {
        let reply = here.get_with(path, &format!("Cookie: {cookie}")).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")), "{path}");
    }
    let deed = here.post("/api/add-organisation", "name=Broen", &format!("{SAME}\r\nCookie: {cookie}")).await;
    assert_eq!(deed.header("location"), Some("/log-ind"));
    assert!(here.workflow.organisations(&Actor::CommandLine).await.expect("places").is_empty());
}

#[tokio::test]
async fn the_password_field_hides_it_and_takes_what_a_manager_pastes() {
    let server = Server::start().await;
    let page = server.get("/log-ind").await.body;
    let field = |name: &str| -> String {
        let field = page.split("<input").find(|tag| tag.contains(&format!("name=\"{name}\""))).expect(name);
        field.split('>').next().expect("its end").to_owned()
    };
    assert!(field("email").contains("autocomplete=\"username\""), "{}", field("email"));
    let password = field("password");
    assert!(password.contains("type=\"password\"") && password.contains("autocomplete=\"current-password\""));
    for hindrance in ["onpaste", "autocomplete=\"off\"", "maxlength", "readonly"] {
        assert!(!page.contains(hindrance), "{hindrance}");
    }
}

#[tokio::test]
async fn no_route_echoes_a_request_or_takes_a_method_that_nobody_needs() {
    let server = Server::start().await;
    for path in ["/", "/log-ind", "/api/sign-in", "/health/live", "/screeninger/x/tal.csv"] {
        for method in ["TRACE", "TRACK", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND"] {
            let secret = "X-Secret: 4f1c";
            let request = format!(
                "{method} {path} HTTP/1.1\r\nHost: {}\r\n{SAME}\r\n{secret}\r\nConnection: close\r\n\r\n",
                server.address
            );
            let reply = exchange(server.address, &request).await.expect("an answer");
            assert!([400, 404, 405].contains(&reply.status), "{method} {path}: {}", reply.status);
            assert!(!reply.body.contains("4f1c"), "{method} {path}");
            if method == "TRACE" {
                assert_eq!(reply.status, 405, "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a_message_whose_end_is_unclear_is_one_message_or_none() {
    let server = Server::start().await;
    let host = server.address;
    let form = "page=%2F&name=large-text&on=on";
    let hidden = format!("GET /findes-slet-ikke HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let head = format!(
        "POST /api/preferences HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n{SAME}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    );
    let length = form.len();
    // Two lengths, a length that is none, and lines that a proxy may read otherwise.
    for lengths in [
        format!("Content-Length: {length}\r\nContent-Length: {}\r\n", length + hidden.len()),
        "Content-Length: +3\r\n".to_owned(),
        "Content-Length: 3, 4\r\n".to_owned(),
        "Transfer-Encoding: chunked, identity\r\n".to_owned(),
        format!("Content-Length : {length}\r\n"),
        format!(" Content-Length: {length}\r\n"),
    ] {
        let reply = exchange(host, &format!("{head}{lengths}\r\n{form}{hidden}")).await;
        let statuses = reply.map(|reply| (reply.status, reply.body.matches("HTTP/1.1 ").count()));
        assert!(
            statuses.is_none() || statuses == Some((400, 0)),
            "{lengths:?} is answered with {statuses:?}"
        );
    }
    // Length beside chunks: one answer, and what follows is not read as another request.
    let chunks = format!("{length:x}\r\n{form}\r\n0\r\n\r\n");
    let both = format!("{head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}{hidden}");
    if let Some(reply) = exchange(host, &both).await {
        assert!([303, 400].contains(&reply.status), "{}", reply.status);
        assert!(!reply.body.contains("HTTP/1.1 "), "one answer: {}", reply.body);
    }
}

#[tokio::test]
async fn right_codes_are_counted_too_and_a_workplace_never_reaches_that() {
    let server =
        Server::with(|program| program.limits.requests_a_second = NonZeroU32::new(2).expect("2")).await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let form = format!("code={}", pile.codes[0]);
    for number in 0..10 {
        let reply = server.post("/api/answer/begin", &form, SAME).await;
        let page = if number == 0 { "/svar" } else { "/svar/i-brug" };
        assert_eq!((reply.status, reply.header("location")), (303, Some(page)), "{number}");
    }
    let stopped = server.post("/api/answer/begin", &form, SAME).await;
    assert_eq!(stopped.status, 429);
    let seconds = stopped.header("retry-after").and_then(|seconds| seconds.parse::<u64>().ok());
    assert!(seconds.is_some_and(|seconds| seconds > 60), "{seconds:?}");
    // As it comes a whole municipality behind one address may begin five hundred in ten minutes.
    assert_eq!(5 * pejling::http::Limits::default().requests_a_second.get(), 500);
}

#[tokio::test]
async fn one_address_cannot_vote_without_end() {
    let server = Server::start().await;
    let vote = "code=BDFGH&side=users&choice=0";
    for _ in 0..100 {
        assert_ne!(server.post("/api/cast-vote", vote, SAME).await.status, 429);
    }
    assert_eq!(server.post("/api/cast-vote", vote, SAME).await.status, 429);
}

#[tokio::test]
async fn bytes_that_no_page_sends_are_no_fault_and_lead_nowhere() {
    let server = with_account(|_| {}).await;
    let held = format!("{SAME}\r\nCookie: {}", signed_in(&server, SAME).await);
    for email in ["a%00b%40kommune.example", "%0D%0Aea%40kommune.example", "%FF%FE"] {
        let form = format!("email={email}&password=forkert+kodeord");
        let reply = server.post("/api/sign-in", &form, SAME).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")), "{email}");
    }
    let forms = [
        ("/api/remove-evidence", "screening=x%00&evidence=y&indicator=1.1%0D%0ASet-Cookie:%20a=b"),
        (
            "/api/remove-attachment",
            "screening=%0Ax&attachment=y&indicator=1.1%0D%0ALocation:%20//evil.example",
        ),
        ("/api/end-open-link", "screening=x&group=%00"),
        ("/api/close-account", "account=%00&closed=on"),
        ("/api/preferences", "page=/a%0D%0ASet-Cookie:%20a=b&name=large-text&on=on"),
    ];
    for (path, form) in forms {
        let reply: Reply = server.post(path, form, &held).await;
        assert!(reply.status < 500, "{path}: {}", reply.status);
        assert!(
            reply.every_header().all(|(_, value)| !value.contains("a=b") && !value.contains("evil")),
            "{path}"
        );
    }
    for path in [
        "/screeninger/%00",
        "/screeninger/%0D%0ASet-Cookie:%20a=b",
        "/rapporter/%FF",
        "/til/%00",
        "/stem/%00",
    ] {
        let reply = server.get_with(path, &held).await;
        assert!(reply.status < 500, "{path}: {}", reply.status);
        assert!(reply.every_header().all(|(_, value)| !value.contains("a=b")), "{path}");
    }
}

#[tokio::test]
async fn a_proxy_that_forwards_nonsense_makes_nobody_many_and_hides_nobody() {
    let server = Server::with(|program| {
        program.trusted_proxies = Arc::new(vec!["127.0.0.1".parse().expect("an address")]);
    })
    .await;
    let guess = "email=maja%40kommune.example&password=forkert+kodeord";
    let mut answered = Vec::new();
    // What is no address says nothing: all of these are the proxy's own, as one.
    for nonsense in (0..30).map(|number| match number % 6 {
        0 => format!("unknown-{number}"),
        1 => format!("198.51.100.{}", 300 + number),
        2 => String::new(),
        3 => ",,,".to_owned(),
        4 => "\u{fffd}".repeat(number),
        _ => format!("\" or {number}=1 --"),
    }) {
        let headers = format!("{SAME}\r\nX-Forwarded-For: {nonsense}");
        answered.push(server.post("/api/sign-in", guess, &headers).await.status);
    }
    assert!(answered.iter().all(|status| [303, 429].contains(status)), "{answered:?}");
    assert_eq!(answered.iter().filter(|status| **status == 303).count(), 20, "{answered:?}");
    // Whatever else a proxy may say of where a request came from is not believed at all.
    for header in
        ["X-Forwarded-Host: evil.example", "Forwarded: host=evil.example", "X-Original-URL: /administration"]
    {
        let page = server.get_with("/log-ind", header).await;
        assert!(page.status == 200 && !page.body.contains("evil.example"), "{header}");
    }
}

#[tokio::test]
async fn ten_thousand_sign_in_tries_leave_the_right_one_a_way_in() {
    let server = with_account(|program| {
        program.trusted_proxies = Arc::new(vec!["127.0.0.1".parse().expect("an address")]);
        program.limits.requests_a_second = NonZeroU32::new(1_000_000).expect("not 0");
    })
    .await;
    // One address, ten thousand times: twenty are judged, the rest costs a look in a table.
    let guess = "email=ea%40kommune.example&password=forkert+kodeord";
    let thief = format!("{SAME}\r\nX-Forwarded-For: 198.51.100.7");
    let mut judged = 0;
    for _ in 0..10_000 {
        match server.post("/api/sign-in", guess, &thief).await.status {
            303 => judged += 1,
            status => assert_eq!(status, 429),
        }
    }
    assert_eq!(judged, 20);
    // Nobody is locked out by it.
    signed_in(&server, &format!("{SAME}\r\nX-Forwarded-For: 198.51.100.8")).await;
    let lines = server
        .workflow
        .export_audit_log(&Actor::CommandLine, &workflow::audit::LogChoice::default())
        .await
        .expect("the log");
    let of = |event: &str| lines.iter().filter(|line| line.entry.event == event).count();
    assert_eq!((of("sign-in refused"), of("limit reached")), (20, 1), "and the log is not filled by it");
}
