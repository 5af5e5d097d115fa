//! Connections: each may take so long over its headers, and there are so many at once. axum's own serving has neither
//! limit, so that half a header from a few hundred visitors would be waited for for ever.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::{ServiceExt, service_fn};

/// The longest that headers may take, and that a connection may wait for its next request: longer than browsers and
/// proxies keep one, so that none is closed under a request that is on its way.
pub const LONGEST_HEADERS: Duration = Duration::from_secs(75);

/// Most connections at once; the next waits. Below the number of files that a program may have open as systems ship.
const MOST_CONNECTIONS: usize = 900;

/// How long to wait where the system has no room for one more connection.
const NO_ROOM: Duration = Duration::from_secs(1);

/// Answers until `stop`, then finishes the requests under way. A router sees the visitor as [`ConnectInfo`].
pub async fn serve(
    listener: TcpListener,
    router: Router,
    longest_headers: Duration,
    stop: impl Future<Output = ()>,
) {
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(longest_headers);
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            // Nobody closes it.
            let permit = Arc::clone(&room).acquire_owned().await.ok();
            (permit, accept(&listener).await)
        };
        let (permit, (stream, visitor)) = tokio::select! {
            accepted = next => accepted,
            () = &mut stop => break,
        };
        // Never whose: the address is counted and forgotten.
        tracing::trace!("a connection begins");
        let router = router.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(visitor));
            let answered = router.clone().oneshot(request.map(Body::new));
            async move { Ok::<_, Infallible>(answered.await.unwrap_or_else(|never| match never {})) }
        });
        let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // One that breaks off is the visitor's matter.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(permit);
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

/// The next connection; where there is no room for one, it is tried again.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok((stream, visitor)) => {
                // Answers are small and whole: nothing is gained by holding them back. Without it they are only later.
                let _ = stream.set_nodelay(true);
                return (stream, visitor);
            }
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
                ) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                tokio::time::sleep(NO_ROOM).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn half_a_header_is_not_waited_for_and_a_request_under_way_is_finished() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let slow = || async {
            tokio::time::sleep(Duration::from_millis(600)).await;
            "whole"
        };
        let router = Router::new().route("/", get(slow));
        let served = tokio::spawn(serve(listener, router, Duration::from_millis(300), async {
            let _ = stopped.await;
        }));

        let mut half = TcpStream::connect(address).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ").await.unwrap();
        let mut silent = TcpStream::connect(address).await.unwrap();
        let mut whole = TcpStream::connect(address).await.unwrap();
        whole.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        for connection in [&mut half, &mut silent] {
            let mut said = Vec::new();
            let closed =
                tokio::time::timeout(Duration::from_secs(20), connection.read_to_end(&mut said)).await;
            closed.expect("closed").unwrap();
            assert!(!said.starts_with(b"HTTP/1.1 200"));
        }
        stop.send(()).unwrap();
        let mut said = String::new();
        whole.read_to_string(&mut said).await.unwrap();
        assert!(said.ends_with("whole"), "{said}");
        served.await.unwrap();
    }
}
