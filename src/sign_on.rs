//! The provider of `workflow` over OpenID Connect: the code flow of a client with a secret, with PKCE, state and nonce
//! (docs/decisions/0014).

mod client;
mod word;

use crate::config::{SignOnSettings, protected};
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use client::{Ask, Client};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::Instant;
use word::{Claims, Doubt, Expected, Keys, Person};
use workflow::ports::{Attempt, Identity, Provider, ProviderFault};

/// How long what a provider says of itself is believed before it is asked again.
const BELIEVED: Duration = Duration::from_secs(60 * 60);
/// It is asked again before a browser is sent there: whoever it is away for should be told so here.
const JUST_ASKED: Duration = Duration::from_secs(1);
/// Its keys are asked for anew, where one is not known, at most this often.
const KEYS_AGAIN: Duration = Duration::from_secs(30);
/// Sign-ons under way at once; more are told that the provider does not answer.
const AT_ONCE: usize = 16;

/// What a provider says of itself (OpenID Connect Discovery 3).
#[derive(Clone, Debug, Deserialize)]
struct About {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    userinfo_endpoint: Option<String>,
    jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

/// What was learnt of a provider, and when.
#[derive(Clone)]
struct Known {
    about: About,
    keys: Keys,
    learnt: Instant,
}

/// One provider.
#[derive(Clone)]
pub struct OpenId {
    settings: Arc<SignOnSettings>,
    client: Client,
    known: Arc<Mutex<Option<Known>>>,
    places: Arc<Semaphore>,
}

impl OpenId {
    /// For these settings; the provider is asked when somebody signs on.
    ///
    /// # Errors
    ///
    /// The certificates that this machine trusts can't be read.
    pub fn new(settings: SignOnSettings) -> anyhow::Result<Self> {
        Ok(Self {
            settings: Arc::new(settings),
            client: Client::new()?,
            known: Arc::default(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        })
    }

    /// What is known of the provider and not older than that.
    async fn known(&self, oldest: Duration) -> Result<Known, ProviderFault> {
        let before = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = before.filter(|known| known.learnt.elapsed() < oldest) {
            return Ok(known);
        }
        let issuer = self.settings.issuer.as_str();
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let about: About = self.read(Ask { address: &address, authorization: None, form: None }).await?;
        if about.issuer != issuer {
            return Err(ProviderFault::Untrue("it calls itself something else than --sign-on-issuer"));
        }
        if !protected(&about.authorization_endpoint) {
            return Err(ProviderFault::Untrue("an address that others could read along on"));
        }
        let keys = self.read(Ask { address: &about.jwks_uri, authorization: None, form: None }).await?;
        let known = Known { about, keys, learnt: Instant::now() };
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }

    /// An answer of 200 in JSON.
    async fn read<T: DeserializeOwned>(&self, ask: Ask<'_>) -> Result<T, ProviderFault> {
        let (status, body) = self.client.ask(ask).await?;
        match status.as_u16() {
            200 => serde_json::from_slice(&body)
                .map_err(|_| ProviderFault::Unreadable("not the JSON it should be")),
            400..=403 => Err(ProviderFault::Refused),
            500.. => Err(ProviderFault::Unreachable),
            _ => Err(ProviderFault::Unreadable("its status")),
        }
    }

    /// Hands in the code.
    async fn tokens(&self, about: &About, attempt: &Attempt, code: &str) -> Result<Tokens, ProviderFault> {
        let SignOnSettings { client, secret, back, .. } = &*self.settings;
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", back.as_str()),
            ("code_verifier", attempt.verifier.as_str()),
        ];
        // Where it says nothing, it takes the header (OpenID Connect Discovery 3).
        let methods = about.token_endpoint_auth_methods_supported.as_deref();
        let header = methods.is_none_or(|known| known.iter().any(|one| one == "client_secret_basic"));
        let authorization = header.then(|| {
            let pair = format!("{}:{}", encoded(client), encoded(secret.secret()));
            format!("Basic {}", STANDARD.encode(pair))
        });
        if !header {
            fields.extend([("client_id", client.as_str()), ("client_secret", secret.secret())]);
        }
        let form = Some(query(&fields));
        self.read(Ask { address: &about.token_endpoint, authorization, form }).await
    }

    /// The word's claims; a key that is not known may be a new one.
    async fn claims(&self, word: &str, attempt: &Attempt, now: i64) -> Result<Claims, ProviderFault> {
        let SignOnSettings { issuer, client, .. } = &*self.settings;
        let expected = Expected { issuer: issuer.as_str(), client, nonce: &attempt.nonce, now };
        match word::checked(word, &self.known(BELIEVED).await?.keys, expected) {
            Ok(claims) => return Ok(claims),
            Err(Doubt::Fault(fault)) => return Err(fault),
            Err(Doubt::UnknownKey) => {}
        }
        let known = self.known(KEYS_AGAIN).await?;
        word::checked(word, &known.keys, expected).map_err(|doubt| match doubt {
            Doubt::Fault(fault) => fault,
            Doubt::UnknownKey => ProviderFault::Untrue("its key"),
        })
    }

    /// What the provider says of the person where its word does not: asked with its own access token.
    async fn person(
        &self,
        about: &About,
        claims: &Claims,
        access: Option<String>,
    ) -> Result<Person, ProviderFault> {
        #[derive(Deserialize)]
        struct Told {
            sub: String,
            #[serde(flatten)]
            person: Person,
        }
        let (Some(address), Some(access)) = (&about.userinfo_endpoint, access) else {
            return Ok(Person::default());
        };
        if !access.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ProviderFault::Unreadable("its access token"));
        }
        let authorization = Some(format!("Bearer {access}"));
        let told: Told = self.read(Ask { address, authorization, form: None }).await?;
        // Else it could be of another's token (OpenID Connect Core 5.3.2).
        if told.sub == claims.sub {
            Ok(told.person)
        } else {
            Err(ProviderFault::Untrue("it tells of somebody else"))
        }
    }
}

#[async_trait]
impl Provider for OpenId {
    fn label(&self) -> &str {
        &self.settings.label
    }

    fn issuer(&self) -> &str {
        self.settings.issuer.as_str()
    }

    async fn entrance(&self, attempt: &Attempt) -> Result<String, ProviderFault> {
        let _place = self.places.try_acquire().map_err(|_| ProviderFault::Unreachable)?;
        let about = self.known(JUST_ASKED).await?.about;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(attempt.verifier.as_bytes()));
        let SignOnSettings { client, back, .. } = &*self.settings;
        let asked = query(&[
            ("response_type", "code"),
            ("scope", "openid email"),
            ("client_id", client.as_str()),
            ("redirect_uri", back.as_str()),
            ("state", attempt.state.as_str()),
            ("nonce", attempt.nonce.as_str()),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
        ]);
        let mark = if about.authorization_endpoint.contains('?') { '&' } else { '?' };
        Ok(format!("{}{mark}{asked}", about.authorization_endpoint))
    }

    async fn identity(&self, attempt: &Attempt, code: &str, now: i64) -> Result<Identity, ProviderFault> {
        let _place = self.places.try_acquire().map_err(|_| ProviderFault::Unreachable)?;
        let about = self.known(BELIEVED).await?.about;
        let tokens = self.tokens(&about, attempt, code).await?;
        let claims = self.claims(&tokens.id_token, attempt, now).await?;
        let person = if claims.person.says_an_email() {
            claims.person.clone()
        } else {
            self.person(&about, &claims, tokens.access_token).await?
        };
        Ok(Identity { issuer: about.issuer, subject: claims.sub, verified_email: person.verified_email() })
    }
}

/// A form's or an address's fields.
fn query(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    pairs.join("&")
}

/// Percent-encoded, but for what never needs it (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string never fails.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
