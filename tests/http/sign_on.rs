//! Signing in with another's account, at a provider that tells the truth, one that lies, and one that is away.

use super::network::Browser;
use super::provider::{CLIENT, Lie, LyingProvider, SECRET};
use super::server::{Reply, Server};
use pejling::config::{MailPassword, SignOnSettings};
use pejling::sign_on::OpenId;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::{Actor, Role};

const FIE: &str = "fie@kommune.example";
const MAJA: &str = "maja@kommune.example";
const PASSWORD: &str = "kaffe paa terrassen";

const FAILS: &str = "Login gik ikke igennem den vej";
const LOST: &str = "Det tog for lang tid";
const NO_ACCOUNT: &str = "Her er ingen konto";

async fn server(issuer: &str) -> Server {
    let server = Server::with(|program| {
        let settings = SignOnSettings {
            issuer: issuer.parse().expect("an issuer"),
            client: CLIENT.to_owned(),
            secret: MailPassword::new(SECRET.to_owned()),
            label: "kommunens login".to_owned(),
            back: format!("{}/log-ind/retur", program.public_url.origin()),
        };
        program.provider = Some(Arc::new(OpenId::new(settings).expect("a provider")));
    })
    .await;
    let (flow, line) = (&server.workflow, Actor::CommandLine);
    let place = flow.add_organisation(&line, "Bostedet Åhusene").await.expect("a place");
    for email in [FIE, MAJA] {
        flow.add_account(&line, email, email, PASSWORD, false).await.expect("an account");
        flow.add_role(&line, email, &place.id, Role::Facilitator).await.expect("a role");
    }
    server
}

/// What an address asks, by name.
fn asked(address: &str) -> BTreeMap<String, String> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let decoded = |text: &str| {
        let mut parts = text.split('%');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| {
            let byte = u8::from_str_radix(&part[..2], 16).expect("hexadecimal");
            out + &char::from(byte).to_string() + &part[2..]
        })
    };
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.into(), decoded(value)))
        .collect()
}

/// Begins, goes to the provider and comes back.
async fn signs_on(browser: &mut Browser, provider: &LyingProvider) -> Reply {
    let begun = browser.get("/log-ind/hos").await;
    let address = begun.header("location").expect("an address").to_owned();
    let asked = asked(&address);
    provider.begun(&asked["nonce"], &asked["code_challenge"], &asked["redirect_uri"]);
    browser.get(&format!("/log-ind/retur?state={}&code=abc", asked["state"])).await
}

/// Who is signed in, by the page of one's own account.
async fn who(browser: &mut Browser) -> Option<&'static str> {
    let page = browser.get("/konto").await;
    [FIE, MAJA].into_iter().find(|email| page.status == 200 && page.body.contains(email))
}

/// Nobody is signed in, and the page says why, beside the form for a password.
async fn refused(browser: &mut Browser, reply: &Reply, said: &str, what: &str) {
    assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")), "{what}");
    let page = browser.get("/log-ind").await;
    assert!(page.body.contains(said), "{what}: {}", page.body);
    assert!(page.body.contains("action=\"/api/sign-in\""), "{what}: the password's way stays open");
    assert_eq!(who(browser).await, None, "{what}");
}

#[tokio::test]
async fn somebody_known_by_a_verified_e_mail_signs_in_and_is_known_by_name_from_then_on() {
    let provider = LyingProvider::start().await;
    let server = server(&provider.issuer()).await;
    let mut browser = Browser::new(server.address);
    let page = browser.get("/log-ind").await;
    assert!(page.body.contains("href=\"/log-ind/hos\"") && page.body.contains("Log ind med kommunens login"));

    let begun = browser.get("/log-ind/hos").await;
    let address = begun.header("location").expect("an address").to_owned();
    assert!(address.starts_with(&format!("{}/login?", provider.issuer())), "{address}");
    let asked = asked(&address);
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["client_id"], CLIENT);
    assert_eq!(asked["redirect_uri"], format!("{}/log-ind/retur", server.origin()));
    assert_eq!(asked["code_challenge_method"], "S256");
    assert!(asked["scope"].split([' ', '+']).any(|scope| scope == "openid"));
    assert!(asked["state"] != asked["nonce"] && asked["state"].len() >= 43);

    provider.tells("subject-1", FIE);
    let back = signs_on(&mut browser, &provider).await;
    assert_eq!((back.status, back.header("location")), (303, Some("/screeninger")));
    assert_eq!(who(&mut browser).await, Some(FIE));

    // Their e-mail there becomes another's here: they stay who they are.
    provider.tells("subject-1", MAJA);
    let mut again = Browser::new(server.address);
    signs_on(&mut again, &provider).await;
    assert_eq!(who(&mut again).await, Some(FIE));

    // Somebody else there with the e-mail of an account that is somebody's already.
    provider.tells("subject-2", FIE);
    let mut other = Browser::new(server.address);
    let reply = signs_on(&mut other, &provider).await;
    refused(&mut other, &reply, NO_ACCOUNT, "another person of the same e-mail").await;

    // The next sign-on ties it anew where an administrator says so.
    server.workflow.unlink_sign_on(&Actor::CommandLine, FIE).await.expect("unlinked");
    signs_on(&mut other, &provider).await;
    assert_eq!(who(&mut other).await, Some(FIE));

    // Signing out ends the session here, and a disabled account stays out.
    other.post("/api/sign-out", &[]).await;
    assert_eq!(who(&mut other).await, None);
    server.workflow.disable_account(&Actor::CommandLine, FIE).await.expect("disabled");
    let reply = signs_on(&mut other, &provider).await;
    refused(&mut other, &reply, NO_ACCOUNT, "a disabled account").await;
}

#[tokio::test]
async fn a_provider_that_lies_lets_nobody_in() {
    let provider = LyingProvider::start().await;
    let server = server(&provider.issuer()).await;
    let mut browser = Browser::new(server.address);
    for (lie, said) in [
        (Lie::Nonce, FAILS),
        (Lie::NoNonce, FAILS),
        (Lie::Audience, FAILS),
        (Lie::SeveralAudiences, FAILS),
        (Lie::AnotherParty, FAILS),
        (Lie::Issuer, FAILS),
        (Lie::Signature, FAILS),
        (Lie::AnotherKey, FAILS),
        (Lie::NoSignature, FAILS),
        (Lie::SharedSecret, FAILS),
        (Lie::ShortKey, FAILS),
        (Lie::Ended, FAILS),
        (Lie::ToCome, FAILS),
        (Lie::NotYet, FAILS),
        (Lie::Old, FAILS),
        (Lie::Nobody, FAILS),
        (Lie::NoJson, FAILS),
        (Lie::Long, FAILS),
        (Lie::Elsewhere, FAILS),
        (Lie::Refuses, FAILS),
        (Lie::Breaks, FAILS),
        (Lie::TellsOfAnother, FAILS),
        (Lie::Unverified, NO_ACCOUNT),
        (Lie::UnverifiedInWords, NO_ACCOUNT),
        (Lie::NoEmail, NO_ACCOUNT),
        (Lie::Stranger, NO_ACCOUNT),
    ] {
        provider.tells("subject-1", FIE);
        provider.lies(lie);
        let reply = signs_on(&mut browser, &provider).await;
        refused(&mut browser, &reply, said, &format!("{lie:?}")).await;
    }
    // Clocks that differ by a minute and a half are no lie.
    for lie in [Lie::Behind, Lie::Ahead, Lie::Nothing] {
        provider.lies(lie);
        let mut browser = Browser::new(server.address);
        signs_on(&mut browser, &provider).await;
        assert_eq!(who(&mut browser).await, Some(FIE), "{lie:?}");
    }
}

#[tokio::test]
async fn an_answer_is_taken_by_the_browser_that_asked_and_once() {
    let provider = LyingProvider::start().await;
    let server = server(&provider.issuer()).await;
    provider.tells("subject-1", FIE);
    let mut browser = Browser::new(server.address);
    let begun = browser.get("/log-ind/hos").await;
    let asked = asked(begun.header("location").expect("an address"));
    provider.begun(&asked["nonce"], &asked["code_challenge"], &asked["redirect_uri"]);
    let right = format!("/log-ind/retur?state={}&code=abc", asked["state"]);

    // Sent to somebody else, who would be signed in as another without knowing.
    let mut victim = Browser::new(server.address);
    let reply = victim.get(&right).await;
    refused(&mut victim, &reply, LOST, "another browser").await;

    let mut twice =
        Browser::new(server.address).with_cookie("sign-on", browser.cookie("sign-on").expect("a cookie"));
    for (query, said) in [(String::new(), LOST), (format!("?state={}&code=abc", asked["nonce"]), LOST)] {
        let secret = browser.cookie("sign-on").expect("a cookie").to_owned();
        let mut one = Browser::new(server.address).with_cookie("sign-on", &secret);
        let reply = one.get(&format!("/log-ind/retur{query}")).await;
        refused(&mut one, &reply, said, &query).await;
    }
    let long = format!("&code={}", "a".repeat(5000));
    for (query, said) in [
        ("&error=access_denied", "Du blev ikke logget ind den vej"),
        ("", FAILS),
        ("&code=", FAILS),
        ("&code=abc&iss=https://evil.example", FAILS),
        (long.as_str(), FAILS),
    ] {
        let secret = browser.cookie("sign-on").expect("a cookie").to_owned();
        let mut one = Browser::new(server.address).with_cookie("sign-on", &secret);
        let reply = one.get(&format!("/log-ind/retur?state={}{query}", asked["state"])).await;
        refused(&mut one, &reply, said, &format!("{query:.40}")).await;
    }

    assert_eq!(browser.get(&right).await.header("location"), Some("/screeninger"));
    assert_eq!(who(&mut browser).await, Some(FIE));
    // The code is used up there, and the cookie here.
    let reply = twice.get(&right).await;
    refused(&mut twice, &reply, FAILS, "the code again").await;
    browser.post("/api/sign-out", &[]).await;
    let reply = browser.get(&right).await;
    refused(&mut browser, &reply, LOST, "the answer again").await;
}

#[tokio::test]
async fn a_provider_that_is_away_or_no_such_one_leaves_the_password() {
    let away = server("http://127.0.0.1:1").await;
    let mut browser = Browser::new(away.address);
    let reply = browser.get("/log-ind/hos").await;
    refused(&mut browser, &reply, FAILS, "away").await;
    let signed_in = browser.post("/api/sign-in", &[("email", FIE), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.header("location"), Some("/screeninger"));

    for lie in [Lie::AnotherName, Lie::OpenRoad] {
        let provider = LyingProvider::start().await;
        provider.lies(lie);
        let server = server(&provider.issuer()).await;
        let mut browser = Browser::new(server.address);
        let reply = browser.get("/log-ind/hos").await;
        refused(&mut browser, &reply, FAILS, &format!("{lie:?}")).await;
    }

    let none = Server::start().await;
    for path in ["/log-ind/hos", "/log-ind/retur?state=a&code=b"] {
        assert_eq!(none.get(path).await.header("location"), Some("/log-ind"), "{path}");
    }
    assert!(!none.get("/log-ind").await.body.contains("/log-ind/hos"));
}
