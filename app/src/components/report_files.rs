//! What a report can be taken along as, and its paragraph for a committee.

use crate::page::Page;
use leptos::prelude::*;
use screening::report::Report;

/// Links to the report's forms.
#[component]
pub fn ReportFiles(
    /// The request.
    page: Page,
    /// What the addresses begin with: of a draft or of what is released.
    #[prop(into)]
    base: String,
    /// The report.
    report: Report,
    /// With the figures as a workbook.
    figures: bool,
) -> impl IntoView {
    let words = &page.words.desk.forms;
    let link = |file: &str, label: &'static str, hint: &'static str| {
        view! {
            <li>
                <a href=format!("{base}/{file}")>{label}</a>
                " "
                <span class="quiet">{hint}</span>
            </li>
        }
        .into_any()
    };
    let mut links = vec![
        link("rapport.docx", &words.document, &words.document_hint),
        link("bilag.pdf", &words.appendix, &words.appendix_hint),
    ];
    if figures {
        links.push(link("tal.xlsx", &words.figures, &words.figures_hint));
    }
    links.push(link("til-deltagerne.pdf", &words.participants, &words.participants_hint));
    links.push(link("dias.pdf", &words.slide, &words.slide_hint));
    let paragraph = report.pruned().paragraph();
    view! {
        <details class="fold no-print">
            <summary>{words.title.as_str()}</summary>
            <ul>{links}</ul>
            <p><strong>{words.paragraph.as_str()}</strong></p>
            <p class="quiet">{words.paragraph_hint.as_str()}</p>
            <p>{paragraph}</p>
        </details>
    }
    .into_any()
}
