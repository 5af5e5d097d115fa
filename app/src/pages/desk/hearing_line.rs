//! One line of the minutes: what it says, where it leads, and the form that changes it.

use super::frame::{SmallForm, row_field};
use super::hearing::Loaded;
use super::hearing_minutes::{Choices, role_name};
use crate::components::form::{Hidden, TextArea};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::MinuteLine;
use std::collections::BTreeMap;

/// Sentences of the report by the line they rest on: the section's heading, and where the sentence is edited.
pub type Uses = BTreeMap<String, Vec<(String, String)>>;

/// *Forslag (brugere): …*, with the indicator it is about.
pub fn said(page: &Page, loaded: &Loaded, line: &MinuteLine) -> AnyView {
    let kind = screening::language::of(page.language).line_kind(line.kind);
    let role = role_name(page, loaded, line.role.as_ref());
    let indicator = line.indicator.as_ref().map(|id| {
        let texts = loaded.screening.instrument.texts(page.language);
        let title = super::frame::numbered(id.as_str(), texts.indicator(id));
        let href = loaded.course.address(&format!("billede/{id}"));
        view! {
            " · "
            <a href=href>{title}</a>
        }
    });
    view! {
        <strong>{kind}</strong>
        {format!(" ({role}): {}", line.text)}
        {indicator}
    }
    .into_any()
}

/// Where the report uses the line.
pub fn used(page: &Page, uses: &Uses, id: &str) -> AnyView {
    let words = &page.words.desk.minutes;
    uses.get(id)
        .into_iter()
        .flatten()
        .map(|(section, href)| {
            let text = fill(&words.used_in, &[("section", section)]);
            view! {
                <span class="used-in">
                    <a href=href.clone()>{text}</a>
                </span>
            }
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// A line with its forms, while the minutes may be written.
#[component]
pub fn Line(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its id.
    id: String,
    /// The line.
    line: MinuteLine,
    /// Times it was written.
    seen: i64,
    /// The minutes may not be written any more.
    approved: bool,
    /// Where the report uses it.
    uses: Uses,
) -> impl IntoView {
    let words = &page.words.desk.minutes;
    let uses = used(&page, &uses, &format!("{}/{id}", loaded.sitting));
    let common = || {
        vec![
            ("screening", loaded.screening.id.clone()),
            ("number", loaded.sitting.to_string()),
            ("line", id.clone()),
        ]
    };
    let forms = (!approved).then(|| {
        let text = row_field("text", &id);
        // What was typed over a line that somebody else changed is shown again, above what stands there now.
        let open = page.memory.problem(&text).is_some();
        let now = open.then(|| view! { <p>{fill(&words.now, &[("text", &line.text)])}</p> });
        view! {
            <details class="fold edit-line" open=open>
                <summary>{words.edit.as_str()}</summary>
                {now}
                <form method="post" action="/api/write-minute-line" data-send="">
                    {common()
                        .into_iter()
                        .chain([
                            ("focus_point", line.focus_point.to_string()),
                            ("about", line.about.clone().unwrap_or_default()),
                            ("seen", seen.to_string()),
                        ])
                        .map(|(name, value)| view! { <Hidden name=name value=value /> })
                        .collect_view()}
                    <Choices page=page.clone() loaded=loaded.clone() row=id.clone() line=line.clone() />
                    <TextArea
                        page=page.clone()
                        name=text
                        label=words.text_again.as_str()
                        value=line.text.clone()
                        rows=2
                    />
                    <button class="button quiet small" type="submit">{words.save_edit.as_str()}</button>
                </form>
                <SmallForm
                    action="/api/remove-minute-line"
                    values=common()
                    label=words.remove.as_str()
                    about=line.text.clone()
                    class="link"
                />
            </details>
        }
    });
    view! {
        <li id=format!("linje-{id}")>
            {said(&page, &loaded, &line)}
            {uses}
            {forms}
        </li>
    }
    .into_any()
}
