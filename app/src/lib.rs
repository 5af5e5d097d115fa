//! What people see: Leptos pages, components and server functions. Server only; what runs in the browser is in
//! `browser/`.
//!
//! A page is an axum handler in [`pages`]: it loads what it needs through `workflow`, then renders a Leptos view
//! in one go ([`page::Page::render`]), so that nothing inline is left for the content security policy to allow.
//! A form posts to a server function in [`actions`], which parses, calls one use case and answers
//! post/redirect/get ([`actions::finish`]); what did not hold comes back as form memory ([`forms`]).
//!
//! To add a page: a file in `pages`, a line in [`routes`], its words in `locales/*.json` and `words.rs`.

pub mod actions;
pub mod components;
pub mod error;
pub mod forms;
pub mod handbook;
pub mod page;
pub mod pages;
pub mod practice;
pub mod preferences;
pub mod render;
pub mod routes;
pub mod scripts;
pub mod session;
pub mod shell;
pub mod speaking;
pub mod state;
pub mod supervision;
pub mod tablet;
pub mod uploads;
pub mod words;

pub use routes::{Access, ROUTES, Route, UPLOADS, router, uploads_router};
pub use state::{AppState, AssetNames};
