//! The language check before the release: every text that it stops at, with why, and the way to it.

use super::report_edit::{Desk, sentence_anchor};
use leptos::prelude::*;
use screening::report::PassageHints;

/// The id of the list's place on the page.
pub const MARKED_ANCHOR: &str = "sprogtjek";
/// A longer text is told by its beginning.
const LONGEST: usize = 140;

/// The texts in the report's order; nothing where the check has nothing to remark.
pub fn marked(desk: &Desk) -> Option<AnyView> {
    let words = &desk.page.words.desk.marking;
    let texts = desk.report.hints.iter().map(|passage| of_passage(desk, passage)).collect::<Vec<_>>();
    (!texts.is_empty()).then(|| {
        view! {
            <div id=MARKED_ANCHOR class="marked">
                <h3>{words.title.as_str()}</h3>
                <p>{words.lead.as_str()}</p>
                <ul>{texts}</ul>
            </div>
        }
        .into_any()
    })
}

/// Where it stands and how it begins, as the link to it; then why.
fn of_passage(desk: &Desk, passage: &PassageHints) -> AnyView {
    let language = screening::language::of(desk.page.language);
    let report = &desk.report.report;
    let section = report.all_sections().find(|section| section.kind == passage.section);
    let heading = section.map_or_else(|| language.section(passage.section), |section| &section.heading);
    let text = report.sentences().find(|sentence| sentence.key == passage.key);
    let text = beginning(text.map_or("", |sentence| sentence.text.as_str()));
    let hints = passage.hints.iter().map(|hint| view! { <li>{language.hint(hint)}</li> }).collect_view();
    view! {
        <li>
            <a href=format!("#{}", sentence_anchor(&passage.key))>{format!("{heading}: {text}")}</a>
            <ul>{hints}</ul>
        </li>
    }
    .into_any()
}

/// The text, or as many of its words as fit.
pub fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => {
            let cut = line.get(..end).unwrap_or_default();
            format!("{} …", cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, beginning};

    #[test]
    fn a_long_text_is_told_by_whole_words() {
        assert_eq!(beginning("Alle synes\ndet."), "Alle synes det.");
        let told = beginning(&"brugerne ønsker ".repeat(30));
        assert!(told.ends_with("brugerne …") || told.ends_with("ønsker …"), "{told}");
        assert!(told.chars().count() <= LONGEST + 2);
        assert_eq!(beginning(&"å".repeat(500)).chars().count(), LONGEST + 2);
    }
}
