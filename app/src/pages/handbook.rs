//! The handbook: a page a step, and all of it as one to print. Open to everyone: who is asked may read how they are
//! asked.

use crate::error::PageError;
use crate::handbook::{Chapter, chapters};
use crate::page::{Frame, Page};
use crate::pages::desk::practice::PRACTICE;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use workflow::Error;

/// Name of the whole handbook in its address.
pub const WHOLE: &str = "samlet";

/// The list of chapters.
pub async fn get(page: Page) -> Response {
    let words = &page.words.desk.handbook;
    let practice = page.words.desk.practice.link.as_str();
    let language = page.language;
    page.render(Frame::Desk, &words.title, move || {
        let list = chapters(language).iter().map(|chapter| {
            view! {
                <li>
                    <h2 class="card-title"><a href=address(&chapter.id)>{chapter.title.as_str()}</a></h2>
                    <p>{chapter.lead.as_str()}</p>
                </li>
            }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ul class="cards">{list.collect_view()}</ul>
            <p><a href=address(WHOLE)>{words.whole.as_str()}</a></p>
            <p><a href=PRACTICE>{practice}</a></p>
        }
    })
}

/// One chapter.
pub async fn one(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let all = chapters(page.language);
    let place = all.iter().position(|chapter| chapter.id == id).ok_or(PageError(Error::NotFound))?;
    let chapter = &all[place];
    let next = all.get(place + 1);
    let words = &page.words.desk.handbook;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &chapter.title, move || {
        let next = next.map(|next| {
            view! { <p>{format!("{}: ", words.next)}<a href=address(&next.id)>{next.title.as_str()}</a></p> }
        });
        view! {
            <article class="handbook">
                <p class="where"><a href="/haandbog">{words.title.as_str()}</a></p>
                <h1>{chapter.title.as_str()}</h1>
                {parts(&shown, chapter, false)}
                {next}
            </article>
        }
    }))
}

/// The whole of it, to print.
pub async fn whole(page: Page) -> Response {
    let words = &page.words.desk.handbook;
    let shown = page.clone();
    page.render(Frame::Sheet, &words.title, move || {
        let all = chapters(shown.language).iter().map(|chapter| {
            view! {
                <section class="sheet handbook">
                    <h2 class="sheet-title">{chapter.title.as_str()}</h2>
                    {parts(&shown, chapter, true)}
                </section>
            }
        });
        view! {
            <div class="narrow">
                <h1>{words.title.as_str()}</h1>
                <p class="lead">{words.lead.as_str()}</p>
                <p class="no-print"><a href="/haandbog">{words.back.as_str()}</a></p>
            </div>
            {all.collect_view()}
        }
    })
}

/// Address of a chapter.
pub fn address(id: &str) -> String {
    format!("/haandbog/{id}")
}

/// What stands under a chapter's title; `below` says that the title is itself below another.
fn parts(page: &Page, chapter: &'static Chapter, below: bool) -> AnyView {
    let words = &page.words.desk.handbook;
    let heading = move |text: &'static str| {
        if below { view! { <h3>{text}</h3> }.into_any() } else { view! { <h2>{text}</h2> }.into_any() }
    };
    let list = |title: &'static str, lines: &'static [String]| {
        let lines = lines.iter().map(|line| view! { <li>{line.as_str()}</li> });
        view! {
            {heading(title)}
            <ul>{lines.collect_view()}</ul>
        }
    };
    let text = |title: &'static str, lines: &'static [String]| {
        let lines = lines.iter().map(|line| view! { <p>{line.as_str()}</p> });
        view! {
            {heading(title)}
            {lines.collect_view()}
        }
    };
    view! {
        <p class="lead">{chapter.lead.as_str()}</p>
        {list(&words.what, &chapter.what)}
        {text(&words.why, &chapter.why)}
        {heading(&words.time)}
        <p>{chapter.time.as_str()}</p>
        {list(&words.wrong, &chapter.wrong)}
        {text(&words.source, &chapter.source)}
        {text(&words.ours, &chapter.ours)}
    }
    .into_any()
}
