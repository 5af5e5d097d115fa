//! Pages that only say something: not found, a fault.

use crate::page::{Frame, Page};
use crate::state::AssetNames;
use crate::words;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use leptos::prelude::*;

/// There is no such page.
pub async fn not_found(page: Page) -> Response {
    let words = &page.words.errors;
    let (title, text) = (words.not_found_title.clone(), words.not_found_text.clone());
    (StatusCode::NOT_FOUND, show(&page, &title, text)).into_response()
}

/// Something did not work.
pub async fn fault(page: Page) -> Response {
    let words = &page.words.errors;
    let (title, text) = (words.unavailable_title.clone(), words.unavailable_text.clone());
    (StatusCode::SERVICE_UNAVAILABLE, show(&page, &title, text)).into_response()
}

/// A message in the page's own frame.
pub fn show(page: &Page, title: &str, text: String) -> Response {
    let heading = title.to_owned();
    let to_start = page.words.errors.to_start.clone();
    page.render(Frame::Answering, title, move || {
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <p><a href="/">{to_start}</a></p>
        }
    })
}

/// What a message says, on a response whose page is drawn further out.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its heading.
    pub title: String,
    /// What has happened, and what to do.
    pub text: String,
}

/// A message where there is no [`Page`] to frame it (the store is away): it asks nothing of the program but its styles.
pub fn standalone(assets: AssetNames, title: &str, text: &str) -> Html<String> {
    let words = words::of("da");
    let stylesheet = assets("main.css");
    let (title, text) = (title.to_owned(), text.to_owned());
    Html(crate::render::render_page(move || {
        view! {
            <html lang="da">
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{format!("{title} – {}", words.common.name)}</title>
                    <link rel="stylesheet" href=stylesheet />
                </head>
                <body class="answering">
                    <main class="narrow">
                        <h1>{title.clone()}</h1>
                        <p class="lead">{text}</p>
                        <p><a href="/">{words.errors.to_start.clone()}</a></p>
                    </main>
                </body>
            </html>
        }
    }))
}
