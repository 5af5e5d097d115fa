//! Comments after the close, in the order of their random keys.

use super::db::{execute, fetch_all};
use super::{SqlStore, unreadable};
use async_trait::async_trait;
use screening::comment::{Comment, Consent, Decision};
use workflow::ports::{CommentStore, PortResult, StoreError};

/// A comment as its row says.
#[derive(sqlx::FromRow)]
struct CommentRow {
    key: Vec<u8>,
    group_id: String,
    focus_point: Option<String>,
    consent: String,
    text: String,
    decision: String,
    rewritten: Option<String>,
}

impl TryFrom<CommentRow> for (String, Comment) {
    type Error = StoreError;
    fn try_from(row: CommentRow) -> PortResult<Self> {
        let comment = Comment {
            group: row.group_id.into(),
            focus_point: row.focus_point.map(Into::into),
            text: row.text,
            consent: parse_consent(&row.consent)?,
            decision: parse_decision(&row.decision, row.rewritten)?,
        };
        Ok((hex(&row.key), comment))
    }
}

fn parse_consent(word: &str) -> PortResult<Consent> {
    [Consent::Verbatim, Consent::Paraphrase, Consent::NotToBeUsed]
        .into_iter()
        .find(|consent| consent_word(*consent) == word)
        .ok_or_else(|| unreadable("comment.consent", word))
}

/// A writer's choice as its column says it.
pub(crate) fn consent_word(consent: Consent) -> &'static str {
    match consent {
        Consent::Verbatim => "verbatim",
        Consent::Paraphrase => "paraphrase",
        Consent::NotToBeUsed => "not-to-be-used",
    }
}

fn parse_decision(word: &str, rewritten: Option<String>) -> PortResult<Decision> {
    match (word, rewritten) {
        ("waiting", None) => Ok(Decision::Waiting),
        ("approved", None) => Ok(Decision::Approved),
        ("rewritten", Some(text)) => Ok(Decision::Rewritten(text)),
        ("left-out", None) => Ok(Decision::LeftOut),
        _ => Err(unreadable("comment.decision", word)),
    }
}

fn decision_columns(decision: &Decision) -> (&'static str, Option<&str>) {
    match decision {
        Decision::Waiting => ("waiting", None),
        Decision::Approved => ("approved", None),
        Decision::Rewritten(text) => ("rewritten", Some(text)),
        Decision::LeftOut => ("left-out", None),
    }
}

fn hex(key: &[u8]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A key from its hexadecimal form; `None` where it is none.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.chars().map(|c| c.to_digit(16)).collect::<Option<Vec<_>>>()?;
    let pairs = digits.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    whole.then(|| pairs.map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap_or_default()).collect())
}

#[async_trait]
impl CommentStore for SqlStore {
    async fn comments(&self, screening: &str) -> PortResult<Vec<(String, Comment)>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            CommentRow,
            "SELECT key, group_id, focus_point, consent, text, decision, rewritten FROM comment
             WHERE screening_id = $1 ORDER BY key",
            screening
        )?
        .into_iter()
        .map(TryInto::try_into)
        .collect()
    }

    async fn decide(&self, screening: &str, comment: &str, decision: &Decision) -> PortResult<bool> {
        let Some(key) = unhex(comment) else { return Ok(false) };
        let (word, rewritten) = decision_columns(decision);
        self.db
            .write(async |writing| {
                let decided = execute!(
                    writing,
                    "UPDATE comment SET decision = $3, rewritten = $4 WHERE screening_id = $1 AND key = $2",
                    screening,
                    key,
                    word,
                    rewritten
                )?;
                Ok(decided == 1)
            })
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_from_its_digits() {
        assert_eq!(unhex(&hex(&[0, 15, 160, 255])), Some(vec![0, 15, 160, 255]));
        assert_eq!(unhex("0"), None);
        assert_eq!(unhex("0g"), None);
        assert_eq!(unhex("' OR 1=1 --"), None);
    }

    #[test]
    fn an_unknown_word_is_an_error_that_repeats_no_text() {
        let error = parse_decision("waiting", Some("Kaffen er god.".into())).expect_err("waits with a text");
        assert!(!error.to_string().contains("Kaffen"));
        assert!(parse_decision("rewritten", None).is_err());
        assert!(parse_consent("maybe").is_err());
    }
}
