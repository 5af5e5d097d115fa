//! The desk's frame: the circle of steps beside the page, and what several pages share.

use super::again::AGAIN;
use super::course::{Course, Step};
use super::dates::{today, written};
use super::over_time::OVER_TIME;
use super::plan::goal_address;
use super::since::SINCE;
use super::statements::STATEMENTS;
use super::stop::STOP;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;

/// A page of a screening, with its steps beside it.
pub fn render<V: IntoView + 'static>(
    page: &Page,
    course: &Course,
    title: &str,
    view: impl FnOnce() -> V + Send + 'static,
) -> Response {
    let shown = page.clone();
    let course = course.clone();
    page.render(Frame::Desk, title, move || {
        let words = &shown.words.desk.practice;
        let mark = course.practice.then(|| {
            let back = course.address("oevelse");
            let back = (shown.path != back).then(|| view! { " "<a href=back>{words.back.as_str()}</a> });
            view! { <p class="notice">{words.mark.as_str()}{back}</p> }
        });
        let pilot =
            course.pilot.then(|| view! { <p class="notice">{shown.words.desk.pilot.mark.as_str()}</p> });
        let words = &shown.words.desk.stopping;
        let story = course.address(STOP);
        let stopped = (course.stopped && shown.path != story).then(
            || view! { <p class="notice">{words.mark.as_str()}" "<a href=story>{words.see.as_str()}</a></p> },
        );
        view! {
            <div class="desk">
                <Rail page=shown course />
                <div class="desk-page">{mark}{pilot}{stopped}{view().into_any()}</div>
            </div>
        }
    })
}

/// The steps and the pages beside them.
#[component]
fn Rail(page: Page, course: Course) -> impl IntoView {
    let words = &page.words.desk.steps;
    let steps = course
        .steps()
        .map(|step| {
            let name = step.name(page.words);
            let done = step < course.now;
            let now = step == course.now && !course.stopped;
            let class = if done {
                "done"
            } else if now {
                "now"
            } else {
                ""
            };
            let mark = if done {
                view! { <span class="step-mark" role="img" aria-label=words.done.as_str()></span> }.into_any()
            } else {
                view! { <span class="step-mark" aria-hidden="true"></span> }.into_any()
            };
            let name = match course.link(step) {
                Some(href) => view! { <a href=href>{name}</a> }.into_any(),
                None => name.into_any(),
            };
            view! { <li class=class aria-current=now.then_some("step")>{mark}{name}</li> }
        })
        .collect_view();
    let beside = |at: &str, name: &'static str| {
        let href = course.address(at);
        let here = page.path == href || (!at.is_empty() && page.path.starts_with(&format!("{href}/")));
        view! { <li><a href=href aria-current=here.then_some("page")>{name}</a></li> }.into_any()
    };
    let mut others = vec![beside("", &words.overview)];
    if course.pilot && course.picture {
        others.push(beside(STATEMENTS, &page.words.desk.statements.title));
    }
    if !course.pilot {
        others.push(beside("dokumenter", &words.evidence));
    }
    if course.picture && !course.pilot {
        others.push(beside("billede", &words.picture));
        if course.earlier {
            others.push(beside(SINCE, &page.words.desk.since.title));
        }
        if course.rounds > 2 {
            others.push(beside(OVER_TIME, &page.words.desk.over_time.title));
        }
    }
    if course.closed {
        others.push(beside("kommentarer", &words.comments));
    }
    if !course.stopped && !course.pilot {
        others.push(beside("tidsplan", &words.dates));
        others.push(beside("breve", &words.letters));
    }
    let chapter = crate::pages::handbook::address(chapter(&page.path, &course));
    others.push(view! { <li><a href=chapter>{words.handbook.as_str()}</a></li> }.into_any());
    view! {
        <nav class="rail-nav" aria-label=words.label.as_str()>
            <p class="where">{format!("{} · {}", course.organisation, course.name)}</p>
            {course.pilot.then(|| view! { <p class="tag">{page.words.desk.pilot.tag.as_str()}</p> })}
            {course.stopped.then(|| view! { <p class="tag">{page.words.desk.stopping.rail.as_str()}</p> })}
            <ol class="rail">{steps}</ol>
            <p class="where">{words.beside.as_str()}</p>
            <ul class="rail-beside">{others}</ul>
        </nav>
    }
    .into_any()
}

/// The chapter of the handbook about a page; about the step one stands at where the page is of none.
fn chapter(path: &str, course: &Course) -> &'static str {
    let within = path.strip_prefix(&course.address("")).unwrap_or_default();
    match within.trim_start_matches('/').split('/').next().unwrap_or_default() {
        "forbered" | "koder" | "breve" | "tidsplan" => "forbered",
        "haefter" => "indsaml",
        "indsaml" if course.now == Step::Prepare => "indsaml",
        "dokumenter" => "dokumenter",
        "billede" | "kommentarer" => "luk",
        "hoering" if within.starts_with("/hoering/1") => "hoering-1",
        "hoering" => "hoering-2",
        STATEMENTS => "proev-af",
        "rapport" => "rapport",
        "udvikling" => "udvikling",
        "overlevering" => "overlevering",
        AGAIN | SINCE | OVER_TIME => "ny-pejling",
        _ => course.now.chapter(),
    }
}

/// When a goal of the plan is looked at next, with the way there; said loudly where it is late.
pub fn reminder(page: &Page, course: &Course) -> Option<AnyView> {
    let words = &page.words.desk.plan;
    let next = course.next_follow_up.as_ref()?;
    let late = next.date < today(page);
    let text =
        fill(if late { &words.late } else { &words.follow_up_on }, &[("day", &written(page, next.date))]);
    let href = goal_address(&course.id, &next.goal, "");
    let class = if late { "notice" } else { "" };
    Some(
        view! {
            <p class=class>
                {text}
                <br />
                <a href=href>{next.statement.clone()}</a>
            </p>
        }
        .into_any(),
    )
}

/// A page that has nothing yet: what it will hold, and the next step.
pub fn render_empty(page: &Page, course: &Course, title: &str, text: &str) -> Response {
    let (next, href) = course.next(page.words, None);
    let heading = title.to_owned();
    let text = if course.stopped { page.words.desk.stopping.nothing_more.clone() } else { text.to_owned() };
    render(page, course, title, move || {
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <p><a class="button" href=href>{next}</a></p>
        }
    })
}

/// A form with one button and hidden values, for a small action. `about` ends the button's name for those who hear
/// it out of its row.
#[component]
pub fn SmallForm(
    /// Where it posts.
    action: &'static str,
    /// Hidden names and values.
    values: Vec<(&'static str, String)>,
    /// Words on the button.
    #[prop(into)]
    label: String,
    /// What it is about, where several buttons say the same.
    #[prop(into, optional)]
    about: String,
    /// Class of the button.
    #[prop(into, default = "button quiet small".to_owned())]
    class: String,
) -> impl IntoView {
    let name = (!about.is_empty()).then(|| format!("{label}: {about}"));
    view! {
        <form method="post" action=action class="inline-form">
            {values
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
                .collect_view()}
            <button class=class type="submit" aria-label=name>{label}</button>
        </form>
    }
    .into_any()
}

/// Text with its line breaks kept.
pub fn in_lines(text: &str) -> Vec<AnyView> {
    let mut parts = Vec::new();
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            parts.push(view! { <br /> }.into_any());
        }
        parts.push(line.to_owned().into_any());
    }
    parts
}

/// A control's name in a form where the same field stands once a row: `text[row-7]`. The key begins with a letter,
/// since a form's keys that begin with a digit are read as places in a list.
pub fn row_field(field: &str, row: &str) -> String {
    format!("{field}[{}]", row_key(row))
}

/// The key of a row in a posted field.
pub fn row_key(row: &str) -> String {
    format!("row-{row}")
}

/// Number and title, where the instrument numbers its parts and does not name them: *3 Min egen plan*.
pub fn numbered(code: &str, title: &str) -> String {
    let number = code.len() <= 5 && code.starts_with(|first: char| first.is_ascii_digit());
    if number { format!("{code} {title}") } else { title.to_owned() }
}

/// The words with a capital first, as a sentence or a choice of its own begins.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
