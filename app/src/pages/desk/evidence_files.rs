//! Files beside a document or an observation, and the switch that they are off by.

use super::course::address;
use super::frame::{SmallForm, row_field};
use crate::components::form::{Hidden, field_id};
use crate::page::Page;
use crate::words::{self, file_size, fill};
use leptos::prelude::*;
use screening::attachment::{AttachmentKind, LONGEST_ATTACHMENT, MOST_ATTACHED};
use screening::evidence::Evidence;
use screening::id::IndicatorId;
use workflow::attachments::Attachments;

/// The files beside one text, and the form for one more where attaching is on.
pub fn beside(
    page: &Page,
    screening: &str,
    indicator: &IndicatorId,
    (key, one): (&str, &Evidence),
    files: &Attachments,
) -> AnyView {
    let words = &page.words.desk.attachments;
    let list = files
        .beside(key)
        .map(|file| {
            let href = address(screening, &format!("bilag/{}", file.id));
            let size = format!(" ({})", file_size(page.words, file.size));
            let values = vec![
                ("screening", screening.to_owned()),
                ("indicator", indicator.to_string()),
                ("attachment", file.id.clone()),
            ];
            view! {
                <li>
                    <a href=href download=file.name.clone()>{file.name.clone()}</a>
                    <span class="quiet">{size}</span>
                    <SmallForm
                        action="/api/remove-attachment"
                        values
                        label=words.remove.as_str()
                        about=file.name.clone()
                        class="link"
                    />
                </li>
            }
        })
        .collect::<Vec<_>>();
    let list = (!list.is_empty()).then(|| view! { <ul class="files">{list}</ul> });
    let form = files.on.then(|| form(page, screening, indicator, (key, &one.title)));
    view! { {list}{form} }.into_any()
}

fn form(page: &Page, screening: &str, indicator: &IndicatorId, (key, title): (&str, &str)) -> AnyView {
    let words = &page.words.desk.attachments;
    let name = row_field("file", key);
    let id = field_id(&name);
    let problem = page.memory.problem(&name).map(|problem| words::problem(page.words, problem));
    let wrong = problem.is_some();
    let described = if wrong { format!("{id}-hint {id}-problem") } else { format!("{id}-hint") };
    let endings: Vec<String> = AttachmentKind::ALL
        .iter()
        .map(|kind| format!(".{}", kind.extension()))
        .chain([".jpeg".into()])
        .collect();
    let hint = fill(&words.hint, &[("most", &file_size(page.words, LONGEST_ATTACHMENT as u64))]);
    view! {
        <details class="fold" open=wrong>
            <summary>{words.add_one.as_str()}</summary>
            <form
                method="post"
                action=address(screening, &format!("bilag/til/{key}"))
                enctype="multipart/form-data"
            >
                <Hidden name="indicator" value=indicator.to_string() />
                <div class="field" class:wrong=wrong>
                    <label for=id.clone()>{format!("{}: {title}", words.file)}</label>
                    <p class="hint" id=format!("{id}-hint")>{hint}</p>
                    {problem.map(|text| view! { <p class="problem" id=format!("{id}-problem")>{text}</p> })}
                    <input
                        id=id.clone()
                        name=name
                        type="file"
                        accept=endings.join(",")
                        aria-describedby=described
                        aria-invalid=wrong.then_some("true")
                    />
                </div>
                <button class="button quiet small" type="submit">{words.add.as_str()}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Whether files may be attached, why not, and the switch.
pub fn switch(page: &Page, screening: &str, files: &Attachments) -> AnyView {
    let words = &page.words.desk.attachments;
    let (said, label, value) = if files.on {
        (&words.is_on, &words.switch_off, "off")
    } else {
        (&words.why_off, &words.switch_on, "on")
    };
    let used = (!files.files.is_empty()).then(|| {
        let values =
            [("used", file_size(page.words, files.size())), ("most", file_size(page.words, MOST_ATTACHED))];
        let used = fill(&words.used, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        let stay = (!files.on).then(|| format!(" {}", words.stay));
        view! { <p>{used}{stay}</p> }
    });
    let who = files.on.then(|| view! { <p>{words.who.as_str()}</p> });
    let values = vec![("screening", screening.to_owned()), ("on", value.to_owned())];
    view! {
        <section class="box" id="bilag">
            <h2 class="card-title">{words.title.as_str()}</h2>
            <p>{said.as_str()}</p>
            {who}
            {used}
            <SmallForm action="/api/switch-attachments" values label=label.as_str() />
        </section>
    }
    .into_any()
}
