//! The real router on a free port with SQLite: health, headers, forgery, limits, words for what is refused.

mod accounts;
mod at_once;
mod attachments;
mod bad_input;
mod bad_visitors;
mod chance;
mod children;
mod demonstrated;
#[allow(dead_code, reason = "other tests use the other fakes")]
#[path = "../support/fakes.rs"]
mod fakes;
mod faults;
mod hearings;
mod held;
mod invitations;
mod kills;
mod languages;
mod mailing;
mod markup;
mod markup_fields;
mod markup_files;
mod markup_reader;
mod matrix;
mod network;
mod on_device;
mod picture;
mod pile;
mod provider;
mod respondent;
mod server;
mod sign_on;
#[allow(dead_code, reason = "tests of the desk read more of a mail")]
#[path = "../support/smtp.rs"]
mod smtp;
mod someone;
mod standard;
mod stopped;
mod tab;
mod tablets;

use held::SAME;
use server::{Reply, Server};
use std::sync::Arc;
use tokio::task::JoinSet;

/// What every answer must carry, whatever it answers.
fn assert_headers(reply: &Reply, what: &str) {
    let header = |name: &str| reply.header(name).unwrap_or_else(|| panic!("{what}: no {name}"));
    let policy = header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{what}: {policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval' "), "{what}: {policy}");
    for directive in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "script-src 'self'"]
    {
        assert!(policy.contains(directive), "{what}: {directive} is not in {policy}");
    }
    assert_eq!(header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{what}");
    assert!(header("permissions-policy").contains("geolocation=()"), "{what}");
    assert_eq!(header("cache-control"), "no-store", "{what}");
}

#[tokio::test]
async fn health_says_whether_the_database_answers() {
    let server = Server::start().await;
    assert_eq!(server.get("/health/live").await.status, 200);
    assert_eq!(server.get("/health/ready").await.status, 200);
    server.store.db.close().await;
    assert_eq!(server.get("/health/live").await.status, 200);
    assert_eq!(server.get("/health/ready").await.status, 503);
    let page = server.get("/log-ind").await;
    assert_headers(&page, "a page without a database");
}

#[tokio::test]
async fn every_answer_tells_the_browser_what_it_may_do() {
    let server = Server::start().await;
    for path in ["/", "/log-ind", "/findes-slet-ikke", "/health/live", "/rapporter/x/rapport.pdf", "/api/x"] {
        assert_headers(&server.get(path).await, path);
    }
    let refused = server.post("/api/preferences", "name=large-text", "Sec-Fetch-Site: cross-site").await;
    assert_headers(&refused, "a forged form");
    assert!(refused.header("strict-transport-security").is_none(), "http is not told to stay with https");
    let secure = Server::with(|program| {
        program.public_url = "https://pejling.example.dk".parse().expect("an address");
    })
    .await;
    let page = secure.get("/").await;
    assert!(page.header("strict-transport-security").is_some());
}

#[tokio::test]
async fn a_page_holds_nothing_inline_and_nothing_of_other_hosts() {
    let server = Server::start().await;
    for path in ["/", "/log-ind", "/findes-slet-ikke"] {
        let body = server.get(path).await.body;
        assert!(body.starts_with("<!DOCTYPE html>"), "{path}");
        for tag in body.split("<script").skip(1) {
            assert!(
                tag.split('>').next().is_some_and(|tag| tag.contains("src=")),
                "{path}: an inline script"
            );
        }
        assert!(!body.contains("<style") && !body.contains(" style="), "{path}: an inline style");
        assert!(!body.contains("https://") && !body.contains("src=\"//"), "{path}: another host");
    }
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_in_words() {
    let server = Server::start().await;
    for from in ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example"] {
        let reply = server.post("/api/preferences", "name=large-text&on=on", from).await;
        assert_eq!(reply.status, 403, "{from}");
        assert!(reply.body.contains("Det kunne vi ikke tage imod"), "{from}");
        assert!(reply.header("set-cookie").is_none(), "{from}");
    }
    for from in ["Sec-Fetch-Site: same-origin".to_owned(), format!("Origin: {}", server.origin())] {
        let reply = server.post("/api/preferences", "page=/&name=large-text&on=on", &from).await;
        assert_eq!(reply.status, 303, "{from}");
        let cookie = reply.header("set-cookie").expect("a cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite="), "{cookie}");
    }
}

#[tokio::test]
async fn an_unknown_page_is_said_to_be_unknown() {
    let server = Server::start().await;
    let reply = server.get("/findes-slet-ikke").await;
    assert_eq!(reply.status, 404);
    assert!(reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")));
    assert!(reply.body.contains("Siden findes ikke"));
    let reply = server.get("/assets/../Cargo.toml").await;
    assert_eq!(reply.status, 404);
}

#[tokio::test]
async fn a_form_that_is_far_too_long_is_refused_in_words() {
    let server = Server::start().await;
    let long = format!("email={}", "a".repeat(pejling::http::LONGEST_BODY));
    let reply = server.post("/api/sign-in", &long, "Sec-Fetch-Site: same-origin").await;
    assert_eq!(reply.status, 413);
    assert!(reply.body.contains("Det fylder for meget"));
}

#[tokio::test]
async fn downloads_send_a_stranger_to_sign_in() {
    let server = Server::start().await;
    for path in [
        "/rapporter/x/rapport.pdf",
        "/screeninger/x/tal.csv",
        "/screeninger/x/tal-excel.csv",
        "/screeninger/x/tal.json",
        "/screeninger/x/tal.xlsx",
        "/screeninger/x/datapakke.zip",
        "/screeninger/x/udsagn.csv",
        "/screeninger/x/rapport.pdf",
    ] {
        let reply = server.get(path).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")), "{path}");
    }
}

#[tokio::test]
async fn guessing_passwords_is_stopped_by_address() {
    let server = Server::with(|program| {
        program.trusted_proxies = std::sync::Arc::new(vec!["127.0.0.1".parse().expect("an address")]);
    })
    .await;
    let from = |address: &str| {
        format!("Sec-Fetch-Site: same-origin\r\nAccept: text/html\r\nX-Forwarded-For: {address}")
    };
    let guess = "email=maja%40kommune.example&password=forkert+kodeord";
    for _ in 0..20 {
        let reply = server.post("/api/sign-in", guess, &from("198.51.100.7")).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")));
    }
    let stopped = server.post("/api/sign-in", guess, &from("198.51.100.7")).await;
    assert_eq!(stopped.status, 429);
    assert!(stopped.header("retry-after").is_some_and(|seconds| seconds.parse::<u64>().is_ok_and(|s| s > 0)));
    assert!(stopped.body.contains("Vent lidt"));
    // Whoever sits elsewhere goes on, and so do the pages.
    assert_eq!(server.post("/api/sign-in", guess, &from("198.51.100.8")).await.status, 303);
    assert_eq!(server.get("/log-ind").await.status, 200);
}

#[tokio::test]
async fn guessing_many_passwords_at_once_is_no_way_round() {
    let server = Arc::new(Server::start().await);
    let guess = "email=maja%40kommune.example&password=forkert+kodeord";
    let mut tries = JoinSet::new();
    for _ in 0..60 {
        let server = Arc::clone(&server);
        tries.spawn(async move { server.post("/api/sign-in", guess, SAME).await });
    }
    let answers = tries.join_all().await;
    let tried = answers.iter().filter(|reply| reply.status == 303).count();
    let refused = answers.iter().filter(|reply| reply.status == 429).count();
    assert_eq!((tried, refused), (20, 40));
}

#[cfg(unix)]
#[tokio::test]
async fn what_people_wrote_is_in_files_of_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::start().await;
    let folder = server.file.parent().expect("a folder");
    for file in std::fs::read_dir(folder).expect("files").map(|file| file.expect("a file").path()) {
        let mode = std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}: {mode:o}", file.display());
    }
}

#[tokio::test]
async fn one_address_cannot_ask_without_end_nor_pretend_to_be_many() {
    let server = Server::with(|program| {
        program.limits.requests_a_second = std::num::NonZeroU32::MIN;
    })
    .await;
    let mut statuses = Vec::new();
    for number in 0..12 {
        // 127.0.0.1 is no trusted proxy here, so nobody believes this.
        let forwarded = format!("X-Forwarded-For: 198.51.100.{number}");
        statuses.push(server.get_with("/health/live", &forwarded).await.status);
    }
    assert_eq!(statuses[..10], [200; 10], "ten seconds' worth may come at once");
    assert!(statuses[10..].contains(&429), "{statuses:?}");
}

#[tokio::test]
async fn pages_are_compressed_and_refusals_are_not() {
    let server = Server::start().await;
    let page = server.get_with("/log-ind", "Accept-Encoding: gzip").await;
    assert_eq!(page.header("content-encoding"), Some("gzip"));
    let unknown = server.get_with("/findes-slet-ikke", "Accept-Encoding: gzip").await;
    assert_eq!(unknown.header("content-encoding"), None);
}
