//! The frame around every page: head, header, main, footer.

use crate::components::form::Hidden;
use crate::components::form::escaped_text;
use crate::components::on_device;
use crate::components::tablet::{leads_on, still_here, way_out};
use crate::page::{Frame, Page};
use crate::pages::account::ACCOUNT;
use crate::pages::across::ACROSS;
use crate::pages::administration::ADMINISTRATION;
use crate::pages::desk::instruments::INSTRUMENTS;
use crate::pages::desk::retention::ALL as RETENTION;
use crate::preferences::Preference;
use crate::scripts::Scripts;
use crate::tablet::START;
use crate::words;
use leptos::prelude::*;
use workflow::Actor;

/// The whole document of a page.
#[component]
pub fn Shell(
    /// The request.
    page: Page,
    /// Which frame.
    frame: Frame,
    /// What stands in the browser's tab before *Pejling*.
    #[prop(into)]
    title: String,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = &page.words.common;
    let stylesheet = (page.state.assets)("main.css");
    let icon = (page.state.assets)("icon.svg");
    let body_class = match frame {
        Frame::Answering => "answering",
        Frame::Desk => "at-desk",
        Frame::Sheet => "sheets",
        Frame::Stage => "on-stage",
    };
    let main_class = match frame {
        Frame::Answering => "narrow",
        Frame::Desk => "wide",
        Frame::Sheet => "sheet-stack",
        Frame::Stage => "stage",
    };
    let assets = page.state.assets;
    let around = frame != Frame::Stage;
    let signed_in = frame == Frame::Desk && matches!(page.actor, Actor::Account(_));
    view! {
        <html lang=page.language class=page.preferences.classes()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                // As markup: in a title the comments that part erased views would be read out.
                <title inner_html=escaped_text(&format!("{title} – {}", words.name))></title>
                <link rel="stylesheet" href=stylesheet />
                <link rel="icon" href=icon type="image/svg+xml" />
                {(frame == Frame::Answering).then(|| view! { <Scripts assets /> })}
                {page.tablet.as_ref().map(|_| view! { <script type="module" src=assets("tablet.js")></script> })}
                {leads_on(&page)}
                {signed_in.then(|| view! { <script type="module" src=assets("leaving.js")></script> })}
            </head>
            <body class=body_class>
                {around.then(|| view! { <a class="skip" href="#main">{words.skip.clone()}</a> })}
                {around.then(|| view! { <Header page=page.clone() frame /> })}
                {on_device::state(&page)}
                <main id="main" class=main_class tabindex="-1">{children()}</main>
                {around.then(|| view! { <Footer words=page.words /> })}
                {still_here(&page)}
            </body>
        </html>
    }
}

/// The program's mark, which leads to the start.
#[component]
pub(crate) fn Mark(
    /// The program's name.
    name: String,
    /// Where the start is.
    #[prop(default = "/")]
    to: &'static str,
) -> impl IntoView {
    view! {
        <a class="mark" href=to>
            <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
                <circle cx="13" cy="13" r="11.5" fill="none" stroke="currentColor" stroke-width="2" />
                <path d="M13 4.2 L16.4 15.6 L13 13.4 L9.6 15.6 Z" fill="currentColor" transform="rotate(38 13 13)" />
            </svg>
            {name}
        </a>
    }
}

/// How the reader wants the pages, folded away: four buttons that work without a script, and a voice where there is one.
#[component]
fn Reading(page: Page, frame: Frame) -> impl IntoView {
    let words = &page.words.common;
    let button = |one: Preference, set: &str, unset: &str| {
        let on = page.preferences.has(one);
        view! {
            <form method="post" action="/api/preferences">
                <Hidden name="page" value=page.path.clone() />
                <Hidden name="name" value=one.name() />
                <Hidden name="on" value=if on { "" } else { "on" } />
                <button class="link" type="submit">{if on { unset } else { set }.to_owned()}</button>
            </form>
        }
    };
    let answering = frame == Frame::Answering;
    view! {
        <details class="reading">
            <summary>{words.reading.clone()}</summary>
            <div class="box">
                {button(Preference::LargeText, &words.larger_text, &words.normal_text)}
                {button(Preference::RoomyText, &words.roomy_text, &words.dense_text)}
                {button(Preference::ClearColours, &words.clearer_colours, &words.normal_colours)}
                {answering.then(|| button(Preference::OneAtATime, &words.one_at_a_time, &words.page_at_a_time))}
                {answering
                    .then(|| {
                        view! {
                            // Shown by the script where the device has a voice of its own.
                            <button type="button" class="link" hidden data-stop=words.stop_reading.clone()>
                                {words.read_aloud.clone()}
                            </button>
                        }
                    })}
                <Languages page=page.clone() />
            </div>
        </details>
    }
}

/// The other languages that may be chosen, each by its own name.
#[component]
pub fn Languages(
    /// The request.
    page: Page,
) -> impl IntoView {
    let others = page.languages.iter().copied().filter(|language| *language != page.language);
    others
        .map(|language| {
            view! {
                <form method="post" action="/api/language">
                    <Hidden name="page" value=page.path.clone() />
                    <Hidden name="language" value=language />
                    <button class="link" type="submit" lang=language>
                        {words::of(language).common.own_name.as_str()}
                    </button>
                </form>
            }
        })
        .collect::<Vec<_>>()
}

#[component]
fn Header(page: Page, frame: Frame) -> impl IntoView {
    let words = &page.words.common;
    let account = match &page.actor {
        Actor::Account(account) => Some(account.clone()),
        _ => None,
    };
    let facilitates = account
        .as_ref()
        .is_some_and(|a| a.roles.iter().any(|(_, role)| *role == workflow::Role::Facilitator));
    let reads = account.as_ref().is_some_and(|account| !account.roles.is_empty());
    let administers = account.as_ref().is_some_and(|account| account.administrator);
    view! {
        <header class="top">
            <Mark name=words.name.clone() to=if page.tablet.is_some() { START } else { "/" } />
            <nav aria-label=words.settings.clone()>
                <Reading page=page.clone() frame />
                {way_out(&page)}
                {(frame != Frame::Answering && facilitates)
                    .then(|| {
                        view! {
                            <a href="/screeninger">{words.screenings.clone()}</a>
                            <a href=INSTRUMENTS>{page.words.desk.instruments.title.clone()}</a>
                        }
                    })}
                {(frame != Frame::Answering && administers)
                    .then(|| {
                        view! {
                            <a href=ACROSS>{page.words.desk.across.link.clone()}</a>
                            <a href=RETENTION>{page.words.desk.retention.all_link.clone()}</a>
                            <a href=ADMINISTRATION>{page.words.desk.administration.title.clone()}</a>
                        }
                    })}
                {(frame != Frame::Answering && account.is_some())
                    .then(|| {
                        view! {
                            {reads.then(|| view! { <a href="/rapporter">{words.reports.clone()}</a> })}
                            <a href=ACCOUNT>{page.words.desk.account.title.clone()}</a>
                            <form
                                method="post"
                                action="/api/sign-out"
                                data-waiting=words.lines_wait.clone()
                            >
                                <Hidden name="clear" value="" />
                                <button class="link" type="submit">{words.sign_out.clone()}</button>
                            </form>
                        }
                    })}
            </nav>
        </header>
    }
}

/// What every page leads to.
#[component]
pub(crate) fn Footer(
    /// In the reader's language.
    words: &'static words::Words,
) -> impl IntoView {
    let words = &words.common;
    view! {
        <footer class="foot">
            <a href="/rettigheder">{words.rights.clone()}</a>
            <a href="/saadan-virker-det">{words.how_it_works.clone()}</a>
            <a href="/was">{words.accessibility.clone()}</a>
        </footer>
    }
}
