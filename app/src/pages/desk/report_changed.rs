//! What has changed since somebody looked through the draft: the texts that they have not seen, with the way to each.

use super::report_edit::{Desk, sentence_anchor};
use super::report_wording::beginning;
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::report::Changed;
use workflow::reports::{Look, TalkKind};

/// So many texts, in words.
fn texts(page: &Page, count: usize) -> String {
    let words = &page.words.desk.releasing;
    page.words.counted(count as u64, &words.texts_one, &words.texts_many)
}

/// That so many texts have changed since a look.
pub fn since(page: &Page, look: Look, count: usize) -> String {
    let words = &page.words.desk.releasing;
    let text = match look {
        Look::ReadThrough => &words.since_read,
        Look::Talk(TalkKind::FactCheck) => &words.since_fact_check,
        Look::Talk(TalkKind::BeforeRelease) => &words.since_talk,
    };
    fill(text, &[("texts", &texts(page, count))])
}

/// The id of the place where the texts stand that have changed since a look.
pub fn look_anchor(look: Look) -> String {
    let look = match look {
        Look::ReadThrough => "read-through",
        Look::Talk(kind) => kind.id(),
    };
    format!("aendret-{look}")
}

/// The texts, a list a look; nothing where nothing has changed.
pub fn changed(desk: &Desk) -> Option<AnyView> {
    let words = &desk.page.words.desk.releasing;
    let looks = desk.report.changed.iter().map(|(look, changed)| of_look(desk, *look, changed));
    let looks = looks.collect::<Vec<_>>();
    (!looks.is_empty()).then(|| {
        view! {
            <div class="marked">
                <h3>{words.changed_title.as_str()}</h3>
                <p>{words.changed_lead.as_str()}</p>
                {looks}
            </div>
        }
        .into_any()
    })
}

fn of_look(desk: &Desk, look: Look, changed: &Changed) -> AnyView {
    let report = &desk.report.report;
    let lines = changed.keys.iter().filter_map(|key| {
        let (section, sentence) = report.placed_sentences().find(|(_, sentence)| sentence.key == *key)?;
        let text = format!("{}: {}", section.heading, beginning(&sentence.text));
        Some(view! { <li><a href=format!("#{}", sentence_anchor(key))>{text}</a></li> })
    });
    let lines = lines.collect_view();
    let gone = (changed.gone > 0).then(|| {
        let text = &desk.page.words.desk.releasing.gone;
        view! { <li>{fill(text, &[("texts", &texts(&desk.page, changed.gone))])}</li> }
    });
    view! {
        <details class="fold" id=look_anchor(look)>
            <summary>{since(&desk.page, look, changed.count())}</summary>
            <ul>{lines}{gone}</ul>
        </details>
    }
    .into_any()
}
