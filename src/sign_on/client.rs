//! Asking a provider: one request a connection, over TLS but for this machine, with an end in time and in bytes. Nothing
//! is followed elsewhere.

use crate::config::protected;
use axum::http::{Request, StatusCode, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
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

/// What is asked.
#[derive(Debug)]
pub(super) struct Ask<'a> {
    pub(super) address: &'a str,
    /// Of the header of that name.
    pub(super) authorization: Option<String>,
    /// A form; `None`: it is a GET.
    pub(super) form: Option<String>,
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

    /// Status and body.
    pub(super) async fn ask(&self, ask: Ask<'_>) -> Result<(StatusCode, Bytes), ProviderFault> {
        if !protected(ask.address) {
            return Err(ProviderFault::Untrue("an address that others could read along on"));
        }
        let uri: Uri = ask.address.parse().map_err(|_| ProviderFault::Unreadable("an address"))?;
        timeout(PATIENCE, self.answered(&uri, ask)).await.map_err(|_| ProviderFault::Unreachable)?
    }

    async fn answered(&self, uri: &Uri, ask: Ask<'_>) -> Result<(StatusCode, Bytes), ProviderFault> {
        let authority = uri.authority().ok_or(ProviderFault::Unreadable("an address"))?;
        let secure = uri.scheme_str() == Some("https");
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let port = authority.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let mut request = Request::builder()
            .method(if ask.form.is_some() { "POST" } else { "GET" })
            .uri(path)
            .header(header::HOST, authority.as_str())
            .header(header::ACCEPT, "application/json")
            .header(header::CONNECTION, "close");
        if let Some(authorization) = &ask.authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        if ask.form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = Full::new(Bytes::from(ask.form.unwrap_or_default()));
        let request = request.body(body).map_err(|_| ProviderFault::Unreadable("an address"))?;
        let tcp = TcpStream::connect((host.as_str(), port)).await.map_err(|_| ProviderFault::Unreachable)?;
        if secure {
            let name = ServerName::try_from(host).map_err(|_| ProviderFault::Unreadable("an address"))?;
            let stream = self.tls.connect(name, tcp).await.map_err(|_| ProviderFault::Unreachable)?;
            exchange(stream, request).await
        } else {
            exchange(tcp, request).await
        }
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<Bytes>>,
) -> Result<(StatusCode, Bytes), ProviderFault> {
    let unreachable = |_| ProviderFault::Unreachable;
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(unreachable)?;
    // It ends with the answer, or when the sender is dropped.
    let driving = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(unreachable);
    let read = match answer {
        Ok(answer) => {
            let status = answer.status();
            let body = Limited::new(answer.into_body(), LONGEST_ANSWER).collect().await;
            body.map(|body| (status, body.to_bytes())).map_err(|_| ProviderFault::Unreadable("a body"))
        }
        Err(fault) => Err(fault),
    };
    driving.abort();
    read
}
