//! Pages that only say something: not found, a fault.

use crate::components::form::escaped_text;
use crate::page::{Frame, Page};
use crate::shell::{Footer, Mark};
use crate::state::AssetNames;
use crate::words::{self, Words, problem};
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use leptos::prelude::*;
use workflow::Problem;

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
pub enum Said {
    /// There is no such page, or not for this reader.
    NotFound,
    /// It cannot be done now, and perhaps why.
    Refused(Option<Problem>),
    /// It seemed to come from another place.
    Elsewhere,
    /// More was sent than is taken.
    TooLarge,
    /// It was tried too often.
    TooMany,
    /// It took too long.
    TooSlow,
    /// It could not be read.
    Unreadable,
    /// The program could not.
    Unavailable,
}

impl Said {
    /// What a bare status says.
    pub fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Self::NotFound,
            StatusCode::FORBIDDEN => Self::Elsewhere,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany,
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => Self::TooSlow,
            status if status.is_server_error() => Self::Unavailable,
            _ => Self::Unreadable,
        }
    }

    /// Heading, and what has happened with what to do.
    fn in_words(&self, words: &Words) -> (String, String) {
        let errors = &words.errors;
        let (title, text) = match self {
            Self::NotFound => (&errors.not_found_title, &errors.not_found_text),
            Self::Refused(Some(why)) => return (errors.refused_title.clone(), problem(words, why)),
            Self::Refused(None) => (&errors.refused_title, &errors.refused_text),
            Self::Elsewhere => (&errors.elsewhere_title, &errors.elsewhere_text),
            Self::TooLarge => (&errors.too_large_title, &errors.too_large_text),
            Self::TooMany => (&errors.too_many_title, &errors.too_many_text),
            Self::TooSlow => (&errors.too_slow_title, &errors.unavailable_text),
            Self::Unreadable => (&errors.unreadable_title, &errors.unreadable_text),
            Self::Unavailable => (&errors.unavailable_title, &errors.unavailable_text),
        };
        (title.clone(), text.clone())
    }
}

/// A message where there is no [`Page`] to frame it (the store is away): it asks nothing of the program but its styles.
pub fn standalone(assets: AssetNames, language: &str, said: &Said) -> Html<String> {
    let words = words::of(language);
    let stylesheet = assets("main.css");
    let (title, text) = said.in_words(words);
    Html(crate::render::render_page(move || {
        view! {
            <html lang=words.language>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title inner_html=escaped_text(&format!("{title} – {}", words.common.name))></title>
                    <link rel="stylesheet" href=stylesheet />
                </head>
                <body class="answering">
                    <header class="top">
                        <Mark name=words.common.name.clone() />
                    </header>
                    <main class="narrow">
                        <h1>{title.clone()}</h1>
                        <p class="lead">{text}</p>
                        <p><a href="/">{words.errors.to_start.clone()}</a></p>
                    </main>
                    <Footer words />
                </body>
            </html>
        }
    }))
}
