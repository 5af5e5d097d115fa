//! How long the report is, of how long it may be, and what is more than its one page.

use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::readability::EASY;
use screening::report::SectionKind;
use workflow::reports::{Length, MOST_PAGES, OnePage};

/// How long it is, of how long it may be; the words of each section beside.
pub fn length(page: &Page, length: &Length) -> AnyView {
    let words = &page.words.desk.review;
    let one_page = &page.words.desk.one_page;
    let language = screening::language::of(page.language);
    let said = match length.pages {
        0 => words.length_none.clone(),
        _ if length.too_long() => language.too_long(length.pages, MOST_PAGES, &length.longest()),
        pages => {
            let most = language.number_word(MOST_PAGES as u64);
            fill(&words.length, &[("pages", &pages.to_string()), ("most", &most)])
        }
    };
    let rows = length.words.iter().map(|(kind, count)| {
        view! {
            <tr>
                <th scope="row">{language.section(*kind)}</th>
                <td>{language.count(*count as u64)}</td>
            </tr>
        }
    });
    let title = language.section(SectionKind::Participants);
    let participants = length.participants.iter().map(|(heading, count)| {
        view! {
            <tr>
                <th scope="row">{fill(&one_page.part, &[("section", title), ("heading", heading)])}</th>
                <td>{language.count(*count as u64)}</td>
            </tr>
        }
    });
    let lix = length.participants_lix.map(|lix| {
        let values = [("lix", lix.to_string()), ("most", EASY.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let (text, class) =
            if lix > EASY { (&one_page.lix_over, "problem") } else { (&one_page.lix, "quiet") };
        view! { <p class=class>{fill(text, &values)}</p> }
    });
    let class = if length.too_long() { "problem" } else { "length" };
    view! {
        <div class="report-length">
            <p class=class>{said}</p>
            {over(page, length, None)}
            {lix}
            <details class="fold">
                <summary>{words.length_words.as_str()}</summary>
                <div class="table-scroll">
                    <table>
                        <caption>{words.length_words.as_str()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.length_part.as_str()}</th>
                                <th scope="col">{words.length_many.as_str()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}{participants.collect_view()}</tbody>
                    </table>
                </div>
            </details>
        </div>
    }
    .into_any()
}

/// What must be one page and is more: all of it, or where one section is edited.
pub fn over(page: &Page, length: &Length, section: Option<SectionKind>) -> AnyView {
    let words = &page.words.desk.one_page;
    let told = length.over.iter().filter_map(|over| {
        let text = match over.form {
            OnePage::Participants => &words.participants,
            OnePage::Slide => &words.slide,
        };
        let here = section.is_none_or(|section| section == over.section());
        let values = [("pages", over.pages.to_string()), ("words", over.words.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        here.then(|| view! { <p class="problem">{fill(text, &values)}</p> })
    });
    told.collect_view().into_any()
}
