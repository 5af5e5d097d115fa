//! The report: sentences and release.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::frame::{row_field, row_key};
use crate::pages::desk::report_edit::{section_anchor, sentence_anchor};
use leptos::prelude::*;
use screening::report::{SectionKind, is_own, section_of};
use std::collections::BTreeMap;
use workflow::reports::{Place, Reset, TypedSentence};
use workflow::{Actor, Error, FieldProblem, Result, Workflow};

/// What the row of a section's note begins with.
const SECTION: &str = "section-";

/// The form of the sentences, as it was posted.
struct Typed<'a> {
    screening: &'a str,
    text: &'a BTreeMap<String, String>,
    was: &'a BTreeMap<String, String>,
    add: &'a BTreeMap<String, String>,
    note: &'a BTreeMap<String, String>,
}

impl Typed<'_> {
    /// What was typed in a field, by the row that it is of.
    fn rows(fields: &BTreeMap<String, String>) -> impl Iterator<Item = (String, String)> + '_ {
        let prefix = row_key("");
        fields.iter().filter_map(move |(key, text)| {
            Some((key.strip_prefix(prefix.as_str())?.to_owned(), text.replace("\r\n", "\n")))
        })
    }

    /// Saves everything, whatever holds; gives what does not, by the field of the form.
    async fn save(
        &self,
        workflow: &Workflow,
        actor: &Actor,
        reset: Option<&Reset>,
    ) -> Result<Vec<FieldProblem>> {
        let resets = |key: &str| match reset {
            Some(Reset::Sentence(sentence)) => key == sentence,
            Some(Reset::Section(kind)) => !is_own(key) && section_of(key) == Some(*kind),
            None => false,
        };
        let seen: BTreeMap<String, String> = Self::rows(self.was).collect();
        let typed = Self::rows(self.text).filter(|(key, _)| !resets(key)).map(|(key, text)| {
            let seen = seen.get(&key).cloned().unwrap_or_default();
            TypedSentence { key, text, seen }
        });
        let added = Self::rows(self.add).filter_map(|(kind, text)| Some((SectionKind::named(&kind)?, text)));
        let mut problems = Vec::new();
        let saved = workflow.save_sentences(actor, self.screening, typed.collect(), added.collect()).await;
        problems.extend(in_rows(saved)?);
        for (row, text) in Self::rows(self.note).filter(|(_, text)| !text.trim().is_empty()) {
            let section = row.strip_prefix(SECTION).and_then(SectionKind::named);
            let place = section.map_or_else(|| Place::Sentence(row.clone()), Place::Section);
            let noted = workflow.add_review_note(actor, self.screening, place, &text).await;
            problems.extend(
                in_rows(noted)?.into_iter().map(|one| FieldProblem { field: row_field("note", &row), ..one }),
            );
        }
        if let Some(reset) = reset {
            problems.extend(in_rows(workflow.reset_sentences(actor, self.screening, reset, &seen).await)?);
        }
        Ok(problems)
    }

    /// What was typed where it did not hold; the rest is saved, and shown as it stands.
    fn remember(&self, post: Post, problems: &[FieldProblem]) -> Post {
        let fields = [("text", self.text), ("add", self.add), ("note", self.note)];
        fields.into_iter().flat_map(|(name, rows)| rows.iter().map(move |row| (name, row))).fold(
            post,
            |post, (name, (row, typed))| {
                let field = format!("{name}[{row}]");
                let wrong = problems.iter().any(|problem| problem.field == field);
                if wrong { post.remember(&field, typed) } else { post }
            },
        )
    }
}

/// Problems by field are the form's: `text.<key>` stands at `text[row-<key>]`. Every other error is one of all.
fn in_rows(done: Result<()>) -> Result<Vec<FieldProblem>> {
    let row = |problem: FieldProblem| match problem.field.split_once('.') {
        Some((name, key)) => FieldProblem { field: row_field(name, key), ..problem },
        None => problem,
    };
    match done {
        Ok(()) => Ok(Vec::new()),
        Err(Error::Invalid(problems)) => Ok(problems.into_iter().map(row).collect()),
        Err(error) => Err(error),
    }
}

/// Changes and adds every sentence and note that was typed, settles a note or opens it again, and takes a sentence or a
/// section back to the draft's own where its button was pressed.
#[server(endpoint = "edit-sentences")]
pub async fn edit_sentences(
    #[server(default)] screening: String,
    #[server(default)] sentence: String,
    #[server(default)] section: String,
    #[server(default)] reset: String,
    #[server(default)] reset_section: String,
    #[server(default)] settle: String,
    #[server(default)] reopen: String,
    #[server(default)] text: BTreeMap<String, String>,
    #[server(default)] was: BTreeMap<String, String>,
    #[server(default)] add: BTreeMap<String, String>,
    #[server(default)] note: BTreeMap<String, String>,
) -> std::result::Result<(), AppError> {
    let page = address(&screening, "rapport");
    let mut post = Post::from_page(&page)?;
    let typed = Typed { screening: &screening, text: &text, was: &was, add: &add, note: &note };
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let back = match SectionKind::named(&reset_section) {
            Some(kind) => Some(Reset::Section(kind)),
            None => (!reset.is_empty()).then(|| Reset::Sentence(reset.clone())),
        };
        let problems = typed.save(workflow, &actor, back.as_ref()).await?;
        let turned = if settle.is_empty() { &reopen } else { &settle };
        if let Some((id, seen)) = turned.split_once(':') {
            let seen = seen.parse().unwrap_or_default();
            workflow.settle_review_note(&actor, &screening, id, seen, !settle.is_empty()).await?;
        }
        let row = [&sentence, &reset].into_iter().find(|key| !key.is_empty());
        let named = [section.as_str(), reset_section.as_str()].into_iter().find_map(SectionKind::named);
        let anchor = match (row, named, turned.split_once(':')) {
            (_, _, Some((id, _))) => format!("bemaerkning-{id}"),
            (_, Some(kind), _) => section_anchor(kind),
            (Some(key), _, _) => match key.strip_prefix(SECTION).and_then(SectionKind::named) {
                Some(kind) => section_anchor(kind),
                None => sentence_anchor(key),
            },
            _ => "main".to_owned(),
        };
        Ok((problems, anchor))
    }
    .await;
    let done = match done {
        Ok((problems, anchor)) if problems.is_empty() => Ok(Next::Page(format!("{page}#{anchor}"))),
        Ok((problems, _)) => {
            post = typed.remember(post, &problems);
            Err(Error::Invalid(problems))
        }
        Err(error) => Err(error),
    };
    post.finish(done)
}

/// Releases the report; from the second version on with what is changed. `unread`: so many comments that nobody has read
/// may be deleted by it.
#[server(endpoint = "release-report")]
pub async fn release_report(
    #[server(default)] screening: String,
    #[server(default)] changes: String,
    #[server(default)] unread: usize,
) -> std::result::Result<(), AppError> {
    let post = Post::from_page(&address(&screening, "rapport"))?.remember("changes", &changes);
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.release_again(&actor, &screening, &changes, unread).await?;
        Ok(Next::Saved(address(&screening, "")))
    }
    .await;
    post.finish(done)
}
