//! The minutes to print and hang up: by role, never by name.

use super::hearing::load;
use super::hearing_agenda::theme_title;
use super::hearing_earlier::became;
use super::hearing_line::{said, used};
use super::hearing_minutes::minuted_themes;
use super::hearing_room::uses;
use crate::error::PageError;
use crate::page::{Frame, Page};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::{counted_groups, counted_name, half};

/// The sheet.
pub async fn get(page: Page, Path((id, number)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = load(&page, &id, &number).await?;
    let page = page.speaking(&loaded.screening.settings.language);
    let language = screening::language::of(page.language);
    let words = &page.words.desk.minutes;
    let title = format!("{} · {}", words.record, loaded.name(&page));
    let Some(hearing) = loaded.hearing.clone() else {
        let text = &page.words.desk.hearing.not_yet;
        return Ok(super::frame::render_empty(&page, &loaded.course, &title, text));
    };
    let vote = page.state.workflow.hearing_vote(&page.actor, &id, loaded.sitting).await?;
    let used_in = uses(&page, &loaded).await?;
    let first = hearing.first.clone();
    let shown = page.clone();
    let heading = title.clone();
    Ok(page.render(Frame::Sheet, &title, move || {
        let plan = &hearing.plan;
        let when: Vec<String> =
            [&plan.date, &plan.place].into_iter().filter(|text| !text.trim().is_empty()).cloned().collect();
        let instrument = &loaded.screening.instrument;
        let mut people: Vec<String> = counted_groups(instrument)
            .iter()
            .filter_map(|group| Some((group, plan.present.groups.get(group).filter(|n| **n > 0)?)))
            .map(|(group, number)| format!("{}: {number}", counted_name(group, instrument, language)))
            .collect();
        if plan.present.others > 0 {
            people.push(format!("{}: {}", shown.words.desk.hearing.others, plan.present.others));
        }
        let counted = half(&plan.present, &loaded.screening.instrument);
        let room = if counted.total > 0 {
            let counts = plan
                .counts
                .iter()
                .map(|count| {
                    let half = language.half(half(&count.present, &loaded.screening.instrument));
                    let done = count.below.map_or("", |below| language.below_done(below));
                    view! { <li>{format!("{}: {half}. {done}", language.moment(count.moment))}</li> }
                })
                .collect_view();
            view! {
                <p>{people.join(" · ")}</p>
                <ul>{counts}</ul>
            }
            .into_any()
        } else {
            view! { <p>{words.nobody_counted.as_str()}</p> }.into_any()
        };
        let conversation =
            plan.conversation.then(|| view! { <p class="notice">{language.conversation()}</p> });
        let draft = (!plan.approved).then(|| view! { <p class="notice">{words.draft.as_str()}</p> });
        let themes = minuted_themes(&hearing)
            .iter()
            .map(|theme| {
                let lines = hearing
                    .minutes
                    .iter()
                    .filter(|(_, line)| line.focus_point == theme.focus_point)
                    .map(|(id, line)| {
                        let uses = used(&shown, &used_in, &format!("{}/{id}", loaded.sitting));
                        view! {
                            <li id=format!("linje-{id}")>{said(&shown, &loaded, line)}<span class="no-print">{uses}</span></li>
                        }
                    })
                    .collect::<Vec<_>>();
                let lines = if lines.is_empty() {
                    view! { <p class="quiet">{words.none.as_str()}</p> }.into_any()
                } else {
                    view! { <ul>{lines}</ul> }.into_any()
                };
                let earlier = first
                    .iter()
                    .filter(|(_, line)| line.focus_point == theme.focus_point)
                    .map(|(id, line)| {
                        let became = became(&shown, &hearing, id);
                        view! { <li>{said(&shown, &loaded, line)}" – "<span class="quiet">{became}</span></li> }
                    })
                    .collect::<Vec<_>>();
                let earlier = (!earlier.is_empty()).then(|| {
                    view! {
                        <h3>{words.you_said.as_str()}</h3>
                        <ul>{earlier}</ul>
                    }
                });
                view! { <h2>{theme_title(&shown, &loaded, theme)}</h2>{earlier}{lines} }
            })
            .collect_view();
        let voted = vote.and_then(|vote| {
            let sums = super::hearing_vote::sums(&shown, &vote.options, vote.result.as_ref()?);
            let together = super::hearing_vote::together(&shown, &vote);
            Some(view! { <h2>{shown.words.desk.vote.title.as_str()}</h2>{sums}{together} })
        });
        let back = super::hearing::address(&loaded.screening.id, loaded.sitting, "");
        view! {
            <p class="no-print narrow">
                <a href=back>{shown.words.desk.material.back.as_str()}</a>
                " "
                {shown.words.desk.material.print.as_str()}
            </p>
            <article class="sheet">
                <p class="where">{format!("{} · {}", loaded.course.organisation, loaded.course.name)}</p>
                <h1>{heading}</h1>
                <p class="lead">{when.join(" · ")}</p>
                {draft}
                {conversation}
                {room}
                {themes}
                {voted}
                <p class="quiet">{words.by_role.as_str()}</p>
            </article>
        }
    }))
}
