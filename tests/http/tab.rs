//! An open tab with one page of a questionnaire, as its form and its script behave.

use std::collections::{BTreeMap, BTreeSet};

/// A page as it was shown, and what was done to it since.
pub(crate) struct Tab {
    /// Where its form posts to.
    pub(crate) action: &'static str,
    /// Number of the page; `last` for the last.
    pub(crate) page: String,
    /// What the page showed, by field: `item-2.2`, `comment`, `open_answer` …
    pub(crate) shown: BTreeMap<String, String>,
    /// What stands in the fields now.
    pub(crate) fields: BTreeMap<String, String>,
    /// Fields touched since.
    pub(crate) touched: BTreeSet<String>,
    /// The highest turn the page knows of.
    pub(crate) highest: u64,
}

/// What stands between two texts.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// As a browser reads an attribute.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

impl Tab {
    /// Reads the page's form.
    pub(crate) fn read(page: &str, html: &str) -> Self {
        let shown: BTreeMap<String, String> = html
            .split("name=\"shown[")
            .skip(1)
            .filter_map(|rest| {
                let (name, rest) = rest.split_once("]\"")?;
                Some((name.to_owned(), unescaped(between(rest, "value=\"", "\"")?)))
            })
            .collect();
        assert!(!shown.is_empty(), "page {page} shows a form: {html}");
        let highest = between(html, "data-highest=\"", "\"").and_then(|number| number.parse().ok());
        Self {
            action: if page == "last" { "/api/answer/last" } else { "/api/answer/page" },
            page: page.to_owned(),
            fields: shown.clone(),
            shown,
            touched: BTreeSet::new(),
            highest: highest.expect("a highest turn"),
        }
    }

    /// Chooses or writes.
    pub(crate) fn touch(&mut self, field: &str, value: &str) {
        self.fields.insert(field.to_owned(), value.to_owned());
        self.touched.insert(field.to_owned());
    }

    /// Its statements' fields.
    pub(crate) fn items(&self) -> Vec<String> {
        self.fields.keys().filter(|field| field.starts_with("item-")).cloned().collect()
    }

    /// What it posts; without scripts there is no turn, and nothing is known of what was touched.
    pub(crate) fn posts(&self, turn: Option<u64>, go: &str) -> Vec<(String, String)> {
        let mut posted = vec![
            ("page".to_owned(), self.page.clone()),
            ("turn".to_owned(), turn.map(|turn| turn.to_string()).unwrap_or_default()),
        ];
        for (field, value) in &self.fields {
            match field.strip_prefix("item-") {
                // No choice: a browser sends nothing.
                Some(_) if value.is_empty() => {}
                Some(_) => posted.push((format!("answers[{field}]"), value.clone())),
                None => posted.push((field.clone(), value.clone())),
            }
        }
        for (field, value) in &self.shown {
            if turn.is_none() || !self.touched.contains(field) {
                posted.push((format!("shown[{field}]"), value.clone()));
            }
        }
        if !go.is_empty() {
            posted.push(("go".to_owned(), go.to_owned()));
        }
        posted
    }
}
