//! Asking a provider: one request a connection, over TLS but for this machine, with an end in time and in bytes. Nothing
//! is followed elsewhere.

use crate::config::protected;
use axum::http::{HeaderValue, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use workflow::ports::ProviderFault;

/// How long one request may take in all.
const PATIENCE: Duration = Duration::from_secs(6);

/// The longest answer, in bytes: several times the keys of any provider.
const LONGEST_ANSWER: usize = 512 * 1024;

/// Asks addresses of a provider.
#[derive(Clone)]
pub(super) struct Client {
    tls: TlsConnector,
}

impl Client {
    /// Trusts whom this machine trusts.
    ///
    /// # Errors
    ///
    /// Where it trusts nobody, or the list can't be read.
    pub(super) fn new() -> anyhow::Result<Self> {
        let mut roots = RootCertStore::empty();
        let found = rustls_native_certs::load_native_certs();
        let (added, _) = roots.add_parsable_certificates(found.certs);
        if added == 0 {
            let why = found.errors.first().map_or_else(|| "there are none".to_owned(), ToString::to_string);
            anyhow::bail!("the certificates that this machine trusts: {why}: install ca-certificates");
        }
        let provider = Arc::new(crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: Arc::new(config).into() })
    }

    /// An answer of 200.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, ProviderFault> {
        let address = request.uri().clone();
        if !protected(&address.to_string()) {
            return Err(ProviderFault::Untrue("an address that others could read along on"));
        }
        let asked = timeout(PATIENCE, self.answered(&address, request));
        let answer = asked.await.map_err(|_| ProviderFault::Unreachable)??;
        match answer.status().as_u16() {
            200 => Ok(answer),
            400..=403 => Err(ProviderFault::Refused),
            500.. => Err(ProviderFault::Unreachable),
            _ => Err(ProviderFault::Unreadable("its status")),
        }
    }

    async fn answered(&self, uri: &Uri, mut request: HttpRequest) -> Result<HttpResponse, ProviderFault> {
        const ADDRESS: ProviderFault = ProviderFault::Unreadable("an address");
        let authority = uri.authority().ok_or(ADDRESS)?;
        let secure = uri.scheme_str() == Some("https");
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let port = authority.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        *request.uri_mut() = path.parse().map_err(|_| ADDRESS)?;
        let named = HeaderValue::from_str(authority.as_str()).map_err(|_| ADDRESS)?;
        request.headers_mut().insert(header::HOST, named);
        request.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        let tcp = TcpStream::connect((host.as_str(), port)).await.map_err(|_| ProviderFault::Unreachable)?;
        if secure {
            let name = ServerName::try_from(host).map_err(|_| ADDRESS)?;
            let stream = self.tls.connect(name, tcp).await.map_err(|_| ProviderFault::Unreachable)?;
            exchange(stream, request).await
        } else {
            exchange(tcp, request).await
        }
    }
}

impl<'c> AsyncHttpClient<'c> for Client {
    type Error = ProviderFault;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, ProviderFault>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: HttpRequest,
) -> Result<HttpResponse, ProviderFault> {
    let unreachable = |_| ProviderFault::Unreachable;
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(unreachable)?;
    // It ends with the answer, or when the sender is dropped.
    let driving = tokio::spawn(connection);
    let answer = sender.send_request(request.map(|body| Full::new(Bytes::from(body)))).await;
    let read = match answer.map_err(unreachable) {
        Ok(answer) => {
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, LONGEST_ANSWER).collect().await;
            body.map(|body| HttpResponse::from_parts(parts, body.to_bytes().into()))
                .map_err(|_| ProviderFault::Unreadable("a body"))
        }
        Err(fault) => Err(fault),
    };
    driving.abort();
    read
}
