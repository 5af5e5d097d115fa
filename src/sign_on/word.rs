//! A provider's signed word (an ID token, OpenID Connect Core 3.1.3.7). `openidconnect` checks signature, issuer,
//! audience and nonce; beside it stands what it leaves to its user: clocks that differ, how old a word may be, from when
//! it holds, which program asked, how long a key is, and that it names somebody.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{
    CoreIdToken, CoreIdTokenVerifier, CoreJwsSigningAlgorithm as By, CoreProviderMetadata,
};
use openidconnect::{ClaimsVerificationError, ClientId, EndUserEmail, Nonce, SignatureVerificationError};
use serde::Deserialize;
use std::time::{Duration, UNIX_EPOCH};
use workflow::ports::ProviderFault;

/// How far a provider's clock may be from ours, in seconds.
const SKEW: i64 = 120;
/// A word older than this is not of a sign-on just now, in seconds.
const OLDEST: i64 = 15 * 60;
/// Longest name of a person at a provider, in characters (OpenID Connect Core 2).
const LONGEST_SUBJECT: usize = 255;

/// Shortest key of RSA, in bytes (RFC 7518, 3.3).
const SHORTEST_RSA: usize = 256;

/// How a word may be signed (RFC 7518, RFC 8037): nothing that a client's secret could have signed.
const SIGNED_BY: [By; 9] = [
    By::RsaSsaPkcs1V15Sha256,
    By::RsaSsaPkcs1V15Sha384,
    By::RsaSsaPkcs1V15Sha512,
    By::RsaSsaPssSha256,
    By::RsaSsaPssSha384,
    By::RsaSsaPssSha512,
    By::EcdsaP256Sha256,
    By::EcdsaP384Sha384,
    By::EdDsa,
];

/// What a word must be about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'a> {
    pub(super) client: &'a str,
    pub(super) nonce: &'a str,
    /// Seconds since 1970.
    pub(super) now: i64,
}

/// Whom a word names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) subject: String,
    pub(super) says_an_email: bool,
    pub(super) verified_email: Option<String>,
}

/// Why a word was not taken: the keys may be old, or it is not true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// None of the keys is the one it names.
    UnknownKey,
    /// It is not true, whatever the keys.
    Fault(ProviderFault),
}

fn untrue<T>(what: &'static str) -> Result<T, Doubt> {
    Err(Doubt::Fault(ProviderFault::Untrue(what)))
}

/// Whom a word names that holds.
pub(super) fn checked(
    word: &CoreIdToken,
    about: &CoreProviderMetadata,
    expected: Expected<'_>,
) -> Result<Named, Doubt> {
    let Expected { client, nonce, now } = expected;
    // A public client's verifier knows no shared secret that could have signed.
    let verifier = CoreIdTokenVerifier::new_public_client(
        ClientId::new(client.to_owned()),
        about.issuer().clone(),
        about.jwks().clone(),
    )
    .set_allowed_algs(SIGNED_BY)
    .set_time_fn(|| (UNIX_EPOCH + Duration::from_secs((now - SKEW).unsigned_abs())).into())
    .set_issue_time_verifier_fn(|issued| {
        let fits = (now - OLDEST..=now + SKEW).contains(&issued.timestamp());
        if fits { Ok(()) } else { Err(String::new()) }
    });
    let claims = word.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(doubt)?;
    if claims.authorized_party().is_some_and(|party| party.as_str() != client) {
        return untrue("it is for another program");
    }
    if weak(word) {
        return untrue("its key is too short");
    }
    if begins(word).is_some_and(|begins| begins > (now + SKEW) as f64) {
        return untrue("it is of a time to come");
    }
    let subject = claims.subject().as_str();
    if subject.is_empty() || subject.chars().count() > LONGEST_SUBJECT {
        return untrue("it names nobody");
    }
    Ok(Named {
        subject: subject.to_owned(),
        says_an_email: claims.email().is_some(),
        verified_email: verified(claims.email(), claims.email_verified()),
    })
}

fn doubt(error: ClaimsVerificationError) -> Doubt {
    use ClaimsVerificationError as Error;
    Doubt::Fault(ProviderFault::Untrue(match error {
        Error::SignatureVerification(SignatureVerificationError::NoMatchingKey) => return Doubt::UnknownKey,
        Error::SignatureVerification(_) => "its signature",
        Error::InvalidIssuer(_) => "it is another provider's",
        Error::InvalidAudience(_) => "it is for another program",
        Error::InvalidNonce(_) => "it is of another try",
        Error::Expired(_) => "it is not of now",
        _ => "it asks for what is not known here",
    }))
}

/// One of the three parts of a word.
fn part(word: &CoreIdToken, which: usize) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(word.to_string().split('.').nth(which)?).ok()
}

/// From when a word holds, in seconds since 1970: a claim that the library does not read.
fn begins(word: &CoreIdToken) -> Option<f64> {
    #[derive(Deserialize)]
    struct Beside {
        nbf: f64,
    }
    serde_json::from_slice::<Beside>(&part(word, 1)?).ok().map(|beside| beside.nbf)
}

/// Whether it is signed by a key of RSA that is too short: a signature is as long as its key.
fn weak(word: &CoreIdToken) -> bool {
    let other = matches!(word.signing_alg(), Ok(By::EcdsaP256Sha256 | By::EcdsaP384Sha384 | By::EdDsa));
    !other && part(word, 2).is_none_or(|signature| signature.len() < SHORTEST_RSA)
}

/// An e-mail that the provider says is verified.
pub(super) fn verified(email: Option<&EndUserEmail>, verified: Option<bool>) -> Option<String> {
    email.filter(|email| verified == Some(true) && !email.is_empty()).map(|email| email.to_string())
}
