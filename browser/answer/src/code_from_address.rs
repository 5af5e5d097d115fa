//! How does a scanned QR fill in the access code?
#![expect(missing_docs, reason = "the structs that the island macro makes have none")]

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The longest text taken for a code: 13 characters with room for dashes and spaces.
const LONGEST: usize = 24;

/// Fills the field whose id is `target` with the access code in the address's fragment, and takes the fragment out
/// of the address and the history, where the next person could see it. A fragment never reaches a server or its log.
#[island]
pub fn CodeFromAddress(
    /// The id of the code's input.
    target: String,
) -> impl IntoView {
    let again = target.clone();
    Effect::new(move |_| take_code(&target));
    Effect::new(move |_| {
        let target = again.clone();
        // A code scanned while the page is open changes the fragment alone.
        let listener = window_event_listener(ev::hashchange, move |_| take_code(&target));
        on_cleanup(move || listener.remove());
    });
    view! { <span hidden=true></span> }
}

fn take_code(target: &str) {
    let location = window().location();
    let Some(code) = location.hash().ok().as_deref().and_then(code_in) else { return };
    let Some(input) = document().get_element_by_id(target) else { return };
    let Ok(input) = input.dyn_into::<web_sys::HtmlInputElement>() else { return };
    input.set_value(&code);
    let address = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if let Ok(history) = window().history() {
        // Refused only where there is no history to clean.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The code in a fragment, or nothing when the fragment is something else, such as a link into the page.
fn code_in(fragment: &str) -> Option<String> {
    let code = fragment.strip_prefix('#')?.replace("%20", " ");
    let fits = code.len() <= LONGEST && code.chars().filter(char::is_ascii_alphanumeric).count() == 13;
    let plain = code.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-' || sign == ' ');
    (fits && plain).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::code_in;

    #[test]
    fn a_code_is_taken_as_it_is_written() {
        assert_eq!(code_in("#ABCD-EFGH-JKLM2").as_deref(), Some("ABCD-EFGH-JKLM2"));
        assert_eq!(code_in("#abcd%20efgh%20jklm2").as_deref(), Some("abcd efgh jklm2"));
    }

    #[test]
    fn a_link_into_the_page_is_no_code() {
        for fragment in ["", "#", "#indhold", "#<script>alert(1)", "#ABCD-EFGH-JKLM2-ABCD-EFGH-JKLM2"] {
            assert_eq!(code_in(fragment), None, "{fragment}");
        }
    }
}
