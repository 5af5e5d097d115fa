//! One save on its way, and what became of it.

use leptos::prelude::{set_timeout, window};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Reflect;
use web_sys::{
    AbortController, Headers, HtmlFormElement, RequestInit, RequestRedirect, Response, UrlSearchParams,
};

/// A save that has not been answered by then is lost.
const PATIENCE: Duration = Duration::from_secs(15);

/// What became of a save.
pub(crate) enum Answered {
    /// Everything in it is kept.
    Saved,
    /// No answer, or one that says to come again.
    Lost,
    /// Something in it does not hold, in words; the rest is kept.
    Told(String),
    /// There is nothing to keep it in any more.
    Ended,
}

/// Posts a form's fields as its button would.
pub(crate) async fn post(form: &HtmlFormElement, fields: Option<UrlSearchParams>) -> Answered {
    match ask(form, fields).await {
        Ok(response) if response.ok() => Answered::Saved,
        Ok(response) if matches!(response.status(), 404 | 409 | 410) => Answered::Ended,
        Ok(response) => match mend(&response).await {
            Some(mend) => Answered::Told(mend),
            None => Answered::Lost,
        },
        Err(_) => Answered::Lost,
    }
}

async fn ask(form: &HtmlFormElement, fields: Option<UrlSearchParams>) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers_headers(&headers);
    request.set_body_opt_url_search_params(fields.as_ref());
    request.set_redirect(RequestRedirect::Manual);
    // Not `AbortSignal.timeout`: phones from before 2022 don't have it.
    let patience = AbortController::new()?;
    request.set_signal(Some(&patience.signal()));
    set_timeout(move || patience.abort(), PATIENCE);
    // Not `form.action()`: a field named `action` would stand in its place.
    let address = form.get_attribute("action").unwrap_or_default();
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &request)).await?;
    Ok(response.unchecked_into())
}

/// What the program says about a field that does not hold.
async fn mend(response: &Response) -> Option<String> {
    if response.status() != 422 {
        return None;
    }
    let body = JsFuture::from(response.json().ok()?).await.ok()?;
    Reflect::get(&body, &JsValue::from_str("Invalid")).ok()?.as_string()
}
