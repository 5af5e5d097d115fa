//! The provider of `workflow` over OpenID Connect: the code flow of a client with a secret, with PKCE, state and nonce.
//! `openidconnect` speaks and checks the standard; what we ask beyond it is in `word` (docs/decisions/0014).

mod client;
mod word;

use crate::config::{SignOnSettings, protected};
use async_trait::async_trait;
use client::Client;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreProviderMetadata, CoreTokenResponse,
};
use openidconnect::{
    AccessToken, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, DiscoveryError,
    EmptyAdditionalClaims, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SubjectIdentifier, TokenResponse, UserInfoClaims, UserInfoError, core::CoreGenderClaim,
};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::Instant;
use word::{Doubt, Expected, Named};
use workflow::ports::{Attempt, Identity, Provider, ProviderFault};

/// How long what a provider says of itself is believed before it is asked again.
const BELIEVED: Duration = Duration::from_secs(60 * 60);
/// It is asked again before a browser is sent there: whoever it is away for should be told so here.
const JUST_ASKED: Duration = Duration::from_secs(1);
/// Its keys are asked for anew, where one is not known, at most this often.
const KEYS_AGAIN: Duration = Duration::from_secs(30);
/// Sign-ons under way at once; more are told that the provider does not answer.
const AT_ONCE: usize = 16;

const NOT_THE_JSON: ProviderFault = ProviderFault::Unreadable("not the JSON it should be");

/// This program as a client of a provider that said where it is asked.
type Told = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What was learnt of a provider, with its keys, and when.
#[derive(Clone)]
struct Known {
    about: CoreProviderMetadata,
    learnt: Instant,
}

/// One provider.
#[derive(Clone)]
pub struct OpenId {
    settings: Arc<SignOnSettings>,
    issuer: IssuerUrl,
    back: RedirectUrl,
    client: Client,
    known: Arc<Mutex<Option<Known>>>,
    places: Arc<Semaphore>,
}

impl OpenId {
    /// For these settings; the provider is asked when somebody signs on.
    ///
    /// # Errors
    ///
    /// An address in the settings is none, or the certificates that this machine trusts can't be read.
    pub fn new(settings: SignOnSettings) -> anyhow::Result<Self> {
        Ok(Self {
            issuer: IssuerUrl::new(settings.issuer.to_string())?,
            back: RedirectUrl::new(settings.back.clone())?,
            settings: Arc::new(settings),
            client: Client::new()?,
            known: Arc::default(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        })
    }

    /// What is known of the provider and not older than that.
    async fn about(&self, oldest: Duration) -> Result<CoreProviderMetadata, ProviderFault> {
        let before = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = before.filter(|known| known.learnt.elapsed() < oldest) {
            return Ok(known.about);
        }
        let asked = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.client).await;
        let about = asked.map_err(|error| match error {
            DiscoveryError::Request(fault) => fault,
            DiscoveryError::Validation(_) => {
                ProviderFault::Untrue("it calls itself something else than --sign-on-issuer")
            }
            _ => NOT_THE_JSON,
        })?;
        if !protected(about.authorization_endpoint().as_str()) {
            return Err(ProviderFault::Untrue("an address that others could read along on"));
        }
        let known = Known { about: about.clone(), learnt: Instant::now() };
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
        Ok(about)
    }

    fn told(&self, about: &CoreProviderMetadata) -> Told {
        let SignOnSettings { client, secret, .. } = &*self.settings;
        let secret = ClientSecret::new(secret.secret().to_owned());
        // Where it says nothing, it takes the header (OpenID Connect Discovery 3).
        let methods = about.token_endpoint_auth_methods_supported();
        let header = methods.is_none_or(|known| known.contains(&CoreClientAuthMethod::ClientSecretBasic));
        CoreClient::from_provider_metadata(about.clone(), ClientId::new(client.clone()), Some(secret))
            .set_redirect_uri(self.back.clone())
            .set_auth_type(if header { AuthType::BasicAuth } else { AuthType::RequestBody })
    }

    /// Hands in the code.
    async fn tokens(
        &self,
        told: &Told,
        attempt: &Attempt,
        code: &str,
    ) -> Result<CoreTokenResponse, ProviderFault> {
        let asking = told.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|_| NOT_THE_JSON)?;
        let asking = asking.set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()));
        asking.request_async(&self.client).await.map_err(|error| match error {
            RequestTokenError::Request(fault) => fault,
            _ => NOT_THE_JSON,
        })
    }

    /// Whom the word names; a key that is not known may be a new one.
    async fn named(
        &self,
        tokens: &CoreTokenResponse,
        attempt: &Attempt,
        now: i64,
    ) -> Result<Named, ProviderFault> {
        let word = tokens.id_token().ok_or(NOT_THE_JSON)?;
        let expected = Expected { client: &self.settings.client, nonce: &attempt.nonce, now };
        match word::checked(word, &self.about(BELIEVED).await?, expected) {
            Ok(named) => return Ok(named),
            Err(Doubt::Fault(fault)) => return Err(fault),
            Err(Doubt::UnknownKey) => {}
        }
        word::checked(word, &self.about(KEYS_AGAIN).await?, expected).map_err(|doubt| match doubt {
            Doubt::Fault(fault) => fault,
            Doubt::UnknownKey => ProviderFault::Untrue("its key"),
        })
    }

    /// The verified e-mail that the provider tells of beside its word: asked with its own access token.
    async fn email(
        &self,
        told: &Told,
        subject: &str,
        access: &AccessToken,
    ) -> Result<Option<String>, ProviderFault> {
        // The library panics at what can't stand in a header.
        if !access.secret().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ProviderFault::Unreadable("its access token"));
        }
        let subject = SubjectIdentifier::new(subject.to_owned());
        let Ok(asking) = told.user_info(access.clone(), Some(subject)) else { return Ok(None) };
        let told: UserInfoClaims<EmptyAdditionalClaims, CoreGenderClaim> =
            asking.request_async(&self.client).await.map_err(|error| match error {
                UserInfoError::Request(fault) => fault,
                // It could be of another's token (OpenID Connect Core 5.3.2).
                UserInfoError::ClaimsVerification(_) => ProviderFault::Untrue("it tells of somebody else"),
                _ => NOT_THE_JSON,
            })?;
        Ok(word::verified(told.email(), told.email_verified()))
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
        let told = self.told(&self.about(JUST_ASKED).await?);
        let Attempt { state, nonce, verifier } = attempt.clone();
        let verifier = PkceCodeVerifier::new(verifier);
        let (address, _, _) = told
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(address.into())
    }

    async fn identity(&self, attempt: &Attempt, code: &str, now: i64) -> Result<Identity, ProviderFault> {
        let _place = self.places.try_acquire().map_err(|_| ProviderFault::Unreachable)?;
        let told = self.told(&self.about(BELIEVED).await?);
        let tokens = self.tokens(&told, attempt, code).await?;
        let named = self.named(&tokens, attempt, now).await?;
        let verified_email = if named.says_an_email {
            named.verified_email
        } else {
            self.email(&told, &named.subject, tokens.access_token()).await?
        };
        Ok(Identity { issuer: self.issuer().to_owned(), subject: named.subject, verified_email })
    }
}
