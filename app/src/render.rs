//! From a view to the text of a page, in one go.
//!
//! A page is rendered from data that is already there. So it carries none of the inline scripts that Leptos streams,
//! and the content security policy can forbid every inline script.

use leptos::prelude::*;
use std::sync::Arc;

/// Renders a whole document, doctype included, from a view of its `<html>`.
pub fn render_page<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    // What the page's signals hold is let go now, not when the next request comes by.
    owner.cleanup();
    format!("<!DOCTYPE html>{html}")
}

#[cfg(test)]
mod tests {
    use super::render_page;
    use crate::scripts::Scripts;
    use browser_answer::{CodeFromAddress, SaveState};
    use leptos::prelude::*;

    fn hashed(name: &str) -> String {
        format!("/assets/{}", name.replace('.', ".0f3a."))
    }

    fn page() -> String {
        render_page(|| {
            view! {
                <html lang="da">
                    <head>
                        <Scripts assets=hashed />
                    </head>
                    <body>
                        <form method="post">
                            <CodeFromAddress target="kode".to_owned() />
                            <SaveState
                                saving="Gemmer …".to_owned()
                                saved="Gemt".to_owned()
                                held="Teksten er ikke gemt endnu".to_owned()
                                failed="Ikke \"gemt\"</script>".to_owned()
                                retry="Prøv igen".to_owned()
                                ended="Lukket".to_owned()
                                ended_link="Se hvorfor".to_owned()
                            />
                        </form>
                    </body>
                </html>
            }
        })
    }

    #[test]
    fn no_script_is_inline() {
        let page = page();
        for script in page.split("<script").skip(1) {
            let (tag, rest) = script.split_once('>').unwrap();
            assert!(tag.contains(" src=\"/assets/"), "{tag}");
            assert!(rest.starts_with("</script>"), "{rest}");
        }
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(!page.contains(" onclick") && !page.contains("javascript:"));
    }

    #[test]
    fn an_island_carries_its_name_and_its_words() {
        let page = page();
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"da\">"), "{page}");
        assert!(page.contains("<leptos-island data-component=\"SaveState_"), "{page}");
        assert!(page.contains("<leptos-island data-component=\"CodeFromAddress_"), "{page}");
        assert!(page.contains("&quot;saved&quot;:&quot;Gemt&quot;"), "{page}");
        assert!(page.contains("role=\"status\""), "{page}");
    }
}
