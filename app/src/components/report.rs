//! A report as HTML: the same in a preview, to the leader, and as a document of its own.

use super::form::escaped_text;
use super::plot::{DataTable, Plot};
use crate::words;
use leptos::prelude::*;
use screening::report::{Block, Report, Section, Sentence};

/// The report on its sheet.
#[component]
pub fn ReportView(
    /// The report, draft or released.
    report: Report,
    /// Words of the fold over a plot's table.
    #[prop(into)]
    fold: String,
) -> impl IntoView {
    let sections = report.sections.iter().map(|section| of_section(section, &fold)).collect_view();
    view! {
        <article class="sheet report" lang=report.language.clone()>
            <p class="where">{report.kicker.clone()}</p>
            <h1>{report.title.clone()}</h1>
            {sections}
            <footer class="sheet-foot">
                <p>{format!("{} · {}", report.footer, report.version)}</p>
            </footer>
        </article>
    }
    .into_any()
}

fn of_section(section: &Section, fold: &str) -> AnyView {
    let id = serde_json::to_value(section.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
    let id = format!("afsnit-{}", id.unwrap_or_default());
    let blocks = section.blocks.iter().map(|block| of_block(block, fold)).collect::<Vec<_>>();
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{section.heading.clone()}</h2>
            {blocks}
        </section>
    }
    .into_any()
}

/// Sentences that are printed: one that was taken out is not.
fn printed(sentences: &[Sentence]) -> impl Iterator<Item = String> + '_ {
    sentences.iter().filter(|sentence| !sentence.text.trim().is_empty()).map(|sentence| sentence.text.clone())
}

fn of_block(block: &Block, fold: &str) -> AnyView {
    let items =
        |sentences: &[Sentence]| printed(sentences).map(|text| view! { <li>{text}</li> }).collect::<Vec<_>>();
    match block {
        Block::Paragraph(sentences) => {
            let text = printed(sentences).collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then(|| view! { <p>{text}</p> }).into_any()
        }
        Block::List(sentences) => {
            let items = items(sentences);
            (!items.is_empty()).then(|| view! { <ul>{items}</ul> }).into_any()
        }
        Block::Steps(sentences) => {
            let items = items(sentences);
            (!items.is_empty()).then(|| view! { <ol>{items}</ol> }).into_any()
        }
        Block::Facts(facts) => {
            let facts =
                facts.iter().map(|(name, told)| view! { <dt>{name.clone()}</dt><dd>{told.clone()}</dd> });
            view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
        }
        Block::Chart(chart) => view! { <Plot chart=chart.clone() fold=fold.to_owned() /> }.into_any(),
        Block::Table(table) => view! { <DataTable table=table.clone() /> }.into_any(),
        Block::Quotes(quotes) => quotes
            .iter()
            .filter(|(sentence, _)| !sentence.text.trim().is_empty())
            .map(|(sentence, whose)| {
                view! {
                    <figure class="quote">
                        <blockquote><p>{sentence.text.clone()}</p></blockquote>
                        <figcaption>{whose.clone()}</figcaption>
                    </figure>
                }
            })
            .collect::<Vec<_>>()
            .into_any(),
        Block::Lines(label, count) => {
            let lines = (0..*count).map(|_| view! { <div class="write-line"></div> }).collect::<Vec<_>>();
            view! {
                <p class="lines-label">{label.clone()}</p>
                <div aria-hidden="true">{lines}</div>
            }
            .into_any()
        }
    }
}

/// The report as a document that needs nothing beside it: the style sheet stands in it.
pub fn report_document(report: &Report, stylesheet: &str) -> String {
    let words = words::of(&report.language);
    let fold = words.common.table.as_str();
    // Nothing in a style sheet of ours ends the element early; a changed one can't either.
    let style = stylesheet.replace("</", "<\\/");
    let report = report.clone();
    crate::render::render_page(move || {
        view! {
            <html lang=report.language.clone()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title inner_html=escaped_text(&report.title)></title>
                    <style inner_html=style></style>
                </head>
                <body class="sheets">
                    <main class="sheet-stack">
                        <ReportView report=report.clone() fold />
                    </main>
                </body>
            </html>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use screening::report::SectionKind;

    fn report() -> Report {
        let sentence = |text: &str| Sentence { text: text.to_owned(), ..Sentence::default() };
        Report {
            language: "da".to_owned(),
            title: "Bostedet <Prøve>".to_owned(),
            sections: vec![Section {
                kind: SectionKind::InShort,
                heading: "Kort fortalt".to_owned(),
                blocks: vec![
                    Block::List(vec![sentence("Det ene."), sentence("")]),
                    Block::Lines("Ledelsens svar".to_owned(), 10),
                ],
            }],
            ..Report::default()
        }
    }

    #[test]
    fn a_sentence_that_was_taken_out_is_not_printed() {
        let html = report_document(&report(), "");
        assert_eq!(html.matches("<li>").count(), 1, "{html}");
        assert_eq!(html.matches("write-line").count(), 10);
    }

    #[test]
    fn the_document_holds_no_markup_of_its_texts_and_no_script() {
        let html = report_document(&report(), "p{color:red}</style><script>alert(1)</script>");
        assert!(html.contains("Bostedet &lt;Prøve>") || html.contains("Bostedet &lt;Prøve&gt;"), "{html}");
        assert_eq!(html.matches("</style>").count(), 1);
    }
}
