//! A provider of sign-ons on this machine that tells the truth, until it is told to lie.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use pejling::adapters::SystemClock;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use workflow::ports::Clock;

/// What it calls the program.
pub(crate) const CLIENT: &str = "pejling";
/// What the program proves that with.
pub(crate) const SECRET: &str = "æ hemmelighed: med tegn/%";

/// What it says that is not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lie {
    Nothing,
    Nonce,
    NoNonce,
    Audience,
    SeveralAudiences,
    /// Another program asked for its word.
    AnotherParty,
    Issuer,
    Signature,
    AnotherKey,
    NoSignature,
    SharedSecret,
    /// Signed with a key of its own that is too short.
    ShortKey,
    Ended,
    ToCome,
    /// Its word holds in ten minutes.
    NotYet,
    Old,
    /// Its clock is a minute and a half behind.
    Behind,
    /// Its clock is a minute and a half ahead.
    Ahead,
    Nobody,
    NoJson,
    Long,
    Elsewhere,
    Refuses,
    Breaks,
    /// Its word has no e-mail, and beside it tells of somebody else.
    TellsOfAnother,
    Unverified,
    UnverifiedInWords,
    NoEmail,
    Stranger,
    /// It calls itself something else.
    AnotherName,
    /// Codes are to be sent over an open road.
    OpenRoad,
}

struct Truth {
    lie: Lie,
    subject: String,
    email: String,
    nonce: String,
    challenge: String,
    back: String,
    used: bool,
}

/// It, while it runs.
#[derive(Clone)]
pub(crate) struct LyingProvider {
    address: SocketAddr,
    keys: Arc<(EcdsaKeyPair, EcdsaKeyPair)>,
    truth: Arc<Mutex<Truth>>,
}

impl LyingProvider {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let truth = Truth {
            lie: Lie::Nothing,
            subject: String::new(),
            email: String::new(),
            nonce: String::new(),
            challenge: String::new(),
            back: String::new(),
            used: true,
        };
        let provider = Self {
            address: listener.local_addr().expect("an address"),
            keys: Arc::new((fresh(), fresh())),
            truth: Arc::new(Mutex::new(truth)),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(about))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/person", get(person))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub(crate) fn issuer(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Who it will say it was.
    pub(crate) fn tells(&self, subject: &str, email: &str) {
        let mut truth = self.truth.lock().expect("no panic");
        (truth.subject, truth.email, truth.lie) = (subject.to_owned(), email.to_owned(), Lie::Nothing);
    }

    pub(crate) fn lies(&self, lie: Lie) {
        self.truth.lock().expect("no panic").lie = lie;
    }

    /// Somebody was sent here, and has a code.
    pub(crate) fn begun(&self, nonce: &str, challenge: &str, back: &str) {
        let mut truth = self.truth.lock().expect("no panic");
        (truth.nonce, truth.challenge, truth.back) =
            (nonce.to_owned(), challenge.to_owned(), back.to_owned());
        truth.used = false;
    }
}

fn fresh() -> EcdsaKeyPair {
    let chance = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).expect("a key");
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &chance).expect("a key")
}

async fn about(State(provider): State<LyingProvider>) -> Json<Value> {
    let (issuer, lie) = (provider.issuer(), provider.truth.lock().expect("no panic").lie);
    let name = if lie == Lie::AnotherName { "http://127.0.0.1:2".to_owned() } else { issuer.clone() };
    let login = if lie == Lie::OpenRoad {
        "http://login.example/login".to_owned()
    } else {
        format!("{issuer}/login")
    };
    Json(json!({
        "issuer": name,
        "authorization_endpoint": login,
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/person"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
    }))
}

async fn keys(State(provider): State<LyingProvider>) -> Json<Value> {
    let point = provider.keys.0.public_key().as_ref();
    let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
    Json(json!({ "keys": [
        { "kty": "OKP", "crv": "Ed25519", "kid": "other", "use": "sig", "x": "AA" },
        { "kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "alg": "ES256", "x": x, "y": y },
        short_key().as_verification_key(),
    ] }))
}

/// RSA of 1024 bits.
fn short_key() -> CoreRsaPrivateSigningKey {
    let key = include_str!("short-key.pem");
    CoreRsaPrivateSigningKey::from_pem(key, Some(JsonWebKeyId::new("short".to_owned()))).expect("a key")
}

async fn person(State(provider): State<LyingProvider>, headers: HeaderMap) -> Response {
    if headers.get(header::AUTHORIZATION).is_none_or(|said| said != "Bearer open-sesame") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let truth = provider.truth.lock().expect("no panic");
    let another = truth.lie == Lie::TellsOfAnother;
    let subject = if another { "somebody else" } else { &truth.subject };
    if truth.lie == Lie::NoEmail {
        return Json(json!({ "sub": subject })).into_response();
    }
    Json(json!({ "sub": subject, "email": truth.email, "email_verified": true })).into_response()
}

async fn token(
    State(provider): State<LyingProvider>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    let mut truth = provider.truth.lock().expect("no panic");
    let lie = truth.lie;
    match lie {
        Lie::NoJson => return "<html>".into_response(),
        Lie::Long => return " ".repeat(2_000_000).into_response(),
        Lie::Elsewhere => return Redirect::temporary("http://127.0.0.1:3/token").into_response(),
        Lie::Refuses => return (StatusCode::BAD_REQUEST, "{\"error\":\"invalid_grant\"}").into_response(),
        Lie::Breaks => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        _ => {}
    }
    // Name and secret are encoded as in a form before they are joined (RFC 6749, 2.3.1).
    let secret = "%C3%A6+hemmelighed%3A+med+tegn%2F%25";
    let known = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{secret}")));
    let verifier = form.get("code_verifier").map_or("", String::as_str);
    let proven = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == truth.challenge;
    let rightly =
        headers.get(header::AUTHORIZATION).is_some_and(|said| said.to_str().is_ok_and(|said| said == known))
            && form.get("grant_type").is_some_and(|kind| kind == "authorization_code")
            && form.get("code").is_some_and(|code| code == "abc")
            && form.get("redirect_uri") == Some(&truth.back)
            && (43..=128).contains(&verifier.len())
            && proven
            && !truth.used;
    if !rightly {
        return (StatusCode::BAD_REQUEST, "{\"error\":\"invalid_grant\"}").into_response();
    }
    truth.used = true;
    let word = word(&provider, &truth);
    Json(json!({ "token_type": "Bearer", "access_token": "open-sesame", "id_token": word })).into_response()
}

/// The signed word, with its lie.
fn word(provider: &LyingProvider, truth: &Truth) -> String {
    let lie = truth.lie;
    let now = SystemClock::new().now()
        + match lie {
            Lie::Ended => -900,
            Lie::Old => -86_400,
            Lie::Behind => -90,
            Lie::Ahead => 90,
            Lie::ToCome => 600,
            _ => 0,
        };
    let ends = if lie == Lie::Old { now + 200_000 } else { now + 60 };
    let mut claims = json!({
        "iss": provider.issuer(), "sub": truth.subject, "aud": CLIENT, "iat": now, "exp": ends,
        "nonce": truth.nonce, "email": truth.email, "email_verified": true,
    });
    let mut set = |name: &str, value: Value| claims[name] = value;
    match lie {
        Lie::Nonce => set("nonce", json!("another")),
        Lie::NoNonce => set("nonce", Value::Null),
        Lie::Audience => set("aud", json!("another")),
        Lie::SeveralAudiences => set("aud", json!([CLIENT, "another"])),
        Lie::AnotherParty => set("azp", json!("another")),
        Lie::NotYet => set("nbf", json!(now + 600)),
        Lie::Issuer => set("iss", json!("https://login.example")),
        Lie::Nobody => set("sub", json!("")),
        Lie::Unverified => set("email_verified", json!(false)),
        Lie::UnverifiedInWords => set("email_verified", json!("false")),
        Lie::TellsOfAnother | Lie::NoEmail => set("email", Value::Null),
        Lie::Stranger => set("email", json!("ukendt@kommune.example")),
        _ => {}
    }
    let header = match lie {
        Lie::NoSignature => json!({ "alg": "none" }),
        Lie::SharedSecret => json!({ "alg": "HS256" }),
        Lie::AnotherKey => json!({ "alg": "ES256", "kid": "two" }),
        Lie::ShortKey => json!({ "alg": "RS256", "kid": "short" }),
        _ => json!({ "alg": "ES256", "kid": "one" }),
    };
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&header), part(&claims));
    let chance = SystemRandom::new();
    let by =
        |key: &EcdsaKeyPair| key.sign(&chance, signed.as_bytes()).expect("a signature").as_ref().to_vec();
    let signature = match lie {
        Lie::NoSignature => Vec::new(),
        Lie::SharedSecret => {
            let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, SECRET.as_bytes());
            ring::hmac::sign(&key, signed.as_bytes()).as_ref().to_vec()
        }
        Lie::ShortKey => short_key()
            .sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, signed.as_bytes())
            .expect("a signature"),
        Lie::Signature | Lie::AnotherKey => by(&provider.keys.1),
        _ => by(&provider.keys.0),
    };
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}
