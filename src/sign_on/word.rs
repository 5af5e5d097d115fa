//! A provider's signed word (an ID token, OpenID Connect Core 3.1.3.7): whose it is, for whom, until when. Only
//! signatures with a provider's own key are known; `none` and shared secrets are not.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    self, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use workflow::ports::ProviderFault;

/// How far a provider's clock may be from ours, in seconds.
const SKEW: i64 = 120;
/// A word older than this is not of a sign-on just now, in seconds.
const OLDEST: i64 = 15 * 60;
/// Longest name of a person at a provider, in characters (OpenID Connect Core 2).
const LONGEST_SUBJECT: usize = 255;

/// A provider's keys (RFC 7517).
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Keys {
    keys: Vec<Key>,
}

#[derive(Clone, Debug, Deserialize)]
struct Key {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    meant_for: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// What a word must be about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client: &'a str,
    pub(super) nonce: &'a str,
    /// Seconds since 1970.
    pub(super) now: i64,
}

/// What is read of a word.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Claims {
    iss: String,
    pub(super) sub: String,
    aud: Value,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    #[serde(flatten)]
    pub(super) person: Person,
}

/// What a provider says of somebody beside their name.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Person {
    email: Option<String>,
    #[serde(default)]
    email_verified: Value,
}

impl Person {
    /// The e-mail, where it is verified: `true`, or the word, as some providers write it.
    pub(super) fn verified_email(&self) -> Option<String> {
        let verified = self.email_verified == Value::Bool(true) || self.email_verified == "true";
        self.email.clone().filter(|email| verified && !email.is_empty())
    }

    /// Whether there is anything about an e-mail.
    pub(super) fn says_an_email(&self) -> bool {
        self.email.is_some()
    }
}

#[derive(Debug, Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
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

/// The claims of a word that holds.
pub(super) fn checked(word: &str, keys: &Keys, expected: Expected<'_>) -> Result<Claims, Doubt> {
    let unreadable = Doubt::Fault(ProviderFault::Unreadable("its signed word"));
    let (signed, signature) = word.rsplit_once('.').ok_or(unreadable)?;
    let (header, claims) = signed.split_once('.').ok_or(unreadable)?;
    let header: Header = part(header).ok_or(unreadable)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| unreadable)?;
    if header.crit.is_some() {
        return untrue("it asks for what is not known here");
    }
    verified(&header, keys, signed.as_bytes(), &signature)?;
    let claims: Claims = part(claims).ok_or(unreadable)?;
    about(&claims, expected)?;
    Ok(claims)
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

/// Whether one of the keys made the signature.
fn verified(header: &Header, keys: &Keys, signed: &[u8], signature: &[u8]) -> Result<(), Doubt> {
    let kind = if header.alg.starts_with("ES") { "EC" } else { "RSA" };
    let fits = |key: &&Key| {
        key.kty == kind
            && key.meant_for.as_deref().is_none_or(|meant| meant == "sig")
            && header.kid.as_ref().is_none_or(|kid| key.kid.as_ref() == Some(kid))
    };
    let mut candidates = keys.keys.iter().filter(fits).peekable();
    let Some(algorithm) = algorithm(&header.alg) else { return untrue("how it is signed is not taken") };
    if candidates.peek().is_none() {
        return Err(Doubt::UnknownKey);
    }
    let made = candidates.any(|key| match algorithm {
        Algorithm::Rsa(parameters) => {
            decoded(key.n.as_ref()).zip(decoded(key.e.as_ref())).is_some_and(|(n, e)| {
                RsaPublicKeyComponents { n, e }.verify(parameters, signed, signature).is_ok()
            })
        }
        Algorithm::Curve(curve, width, algorithm) => {
            let point = (key.crv.as_deref() == Some(curve)).then(|| point(key, width)).flatten();
            point.is_some_and(|point| {
                UnparsedPublicKey::new(algorithm, point).verify(signed, signature).is_ok()
            })
        }
    });
    if made { Ok(()) } else { untrue("its signature") }
}

enum Algorithm {
    Rsa(&'static RsaParameters),
    /// A curve, the bytes of a coordinate, and how it is checked.
    Curve(&'static str, usize, &'static dyn VerificationAlgorithm),
}

/// How a word may be signed (RFC 7518): what providers use, and nothing that a client's secret could have signed.
fn algorithm(name: &str) -> Option<Algorithm> {
    Some(match name {
        "RS256" => Algorithm::Rsa(&signature::RSA_PKCS1_2048_8192_SHA256),
        "RS384" => Algorithm::Rsa(&signature::RSA_PKCS1_2048_8192_SHA384),
        "RS512" => Algorithm::Rsa(&signature::RSA_PKCS1_2048_8192_SHA512),
        "PS256" => Algorithm::Rsa(&signature::RSA_PSS_2048_8192_SHA256),
        "ES256" => Algorithm::Curve("P-256", 32, &signature::ECDSA_P256_SHA256_FIXED),
        "ES384" => Algorithm::Curve("P-384", 48, &signature::ECDSA_P384_SHA384_FIXED),
        _ => return None,
    })
}

fn decoded(text: Option<&String>) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text?).ok()
}

/// A key's point, uncompressed (SEC 1, 2.3.3).
fn point(key: &Key, width: usize) -> Option<Vec<u8>> {
    let (x, y) = decoded(key.x.as_ref()).zip(decoded(key.y.as_ref()))?;
    (x.len() == width && y.len() == width).then(|| [&[4][..], &x, &y].concat())
}

/// Whether it is from this provider, for this program, of this try, and of now.
fn about(claims: &Claims, expected: Expected<'_>) -> Result<(), Doubt> {
    let Expected { issuer, client, nonce, now } = expected;
    let audience: Vec<&str> = match &claims.aud {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if claims.iss != issuer {
        return untrue("it is another provider's");
    }
    let for_another = claims.azp.as_deref().is_some_and(|party| party != client);
    let for_whom = audience.len() > 1 && claims.azp.is_none();
    if !audience.contains(&client) || for_another || for_whom {
        return untrue("it is for another program");
    }
    if claims.nonce.as_deref() != Some(nonce) {
        return untrue("it is of another try");
    }
    if claims.exp <= now - SKEW {
        return untrue("it has ended");
    }
    if claims.iat > now + SKEW || claims.nbf.is_some_and(|from| from > now + SKEW) {
        return untrue("it is of a time to come");
    }
    if claims.iat < now - OLDEST {
        return untrue("it is old");
    }
    if claims.sub.is_empty() || claims.sub.chars().count() > LONGEST_SUBJECT {
        return untrue("it names nobody");
    }
    Ok(())
}
