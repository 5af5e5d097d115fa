//! `__Host-` before the name of every cookie, where the public address is https: a browser then takes none from another
//! host of the domain, and none without `Secure` and the path `/`. The pages know the plain names alone.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

const PREFIX: &str = "__Host-";

/// Takes the prefix off what comes, and puts it before what goes; a cookie that comes without it is nobody's.
pub(super) async fn prefix(State(secure): State<bool>, mut request: Request, next: Next) -> Response {
    if !secure {
        return next.run(request).await;
    }
    let ours = plain(request.headers());
    request.headers_mut().remove(header::COOKIE);
    // What is left of a header that could be read can be one.
    if let Some(ours) = ours.and_then(|ours| HeaderValue::from_str(&ours).ok()) {
        request.headers_mut().insert(header::COOKIE, ours);
    }
    let mut response = next.run(request).await;
    let set: Vec<HeaderValue> = response.headers().get_all(header::SET_COOKIE).iter().cloned().collect();
    response.headers_mut().remove(header::SET_COOKIE);
    for cookie in set {
        let named = cookie.to_str().ok().and_then(|cookie| format!("{PREFIX}{cookie}").parse().ok());
        if let Some(named) = named {
            response.headers_mut().append(header::SET_COOKIE, named);
        }
    }
    response
}

/// The cookies with the prefix, without it; none where there are none.
fn plain(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let ours: Vec<&str> = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().strip_prefix(PREFIX))
        .collect();
    (!ours.is_empty()).then(|| ours.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_cookies_come_in() {
        let mut headers = HeaderMap::new();
        assert_eq!(plain(&headers), None);
        headers.append(header::COOKIE, HeaderValue::from_static("session=planted; __Host-session=ours"));
        headers
            .append(header::COOKIE, HeaderValue::from_static("__Secure-form=no; __Host-form=1;__host-x=2"));
        assert_eq!(plain(&headers).as_deref(), Some("session=ours; form=1"));
    }
}
