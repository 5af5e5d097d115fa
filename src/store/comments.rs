//! Comments after the close, in the order of their random keys.

use super::db::{execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, unreadable};
use async_trait::async_trait;
use screening::comment::{Comment, Consent, Criterion, Decision, Reading, SecondLook};
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
    criterion: Option<String>,
    decided_by: String,
    revision: i64,
    second_look: Option<String>,
    remark: String,
    worrying: i64,
}

impl TryFrom<CommentRow> for (String, Comment) {
    type Error = StoreError;
    fn try_from(row: CommentRow) -> PortResult<Self> {
        let comment = Comment {
            group: row.group_id.into(),
            focus_point: row.focus_point.map(Into::into),
            text: row.text,
            consent: parse_consent(&row.consent)?,
            decision: parse_decision(&row.decision, row.rewritten, row.criterion.as_deref())?,
            reading: Reading {
                second: parse_second_look(row.second_look.as_deref(), row.remark)?,
                worrying: row.worrying != 0,
                decided_by: row.decided_by,
                revision: u64::try_from(row.revision).map_err(failed)?,
            },
        };
        Ok((hex(&row.key), comment))
    }
}

fn parse_consent(word: &str) -> PortResult<Consent> {
    Consent::parse(word).ok_or_else(|| unreadable("comment.consent", word))
}

fn parse_decision(word: &str, rewritten: Option<String>, criterion: Option<&str>) -> PortResult<Decision> {
    match (word, rewritten, criterion) {
        ("waiting", None, None) => Ok(Decision::Waiting),
        ("approved", None, None) => Ok(Decision::Approved),
        ("rewritten", Some(text), None) => Ok(Decision::Rewritten(text)),
        // What nobody decided about when the report was released has no criterion.
        ("left-out", None, None) => Ok(Decision::LeftOut(Criterion::NotStated)),
        ("left-out", None, Some(name)) => match Criterion::named(name) {
            Some(criterion) => Ok(Decision::LeftOut(criterion)),
            None => Err(unreadable("comment.criterion", name)),
        },
        _ => Err(unreadable("comment.decision", word)),
    }
}

/// Decision, new words, criterion.
fn decision_columns(decision: &Decision) -> (&'static str, Option<&str>, Option<&'static str>) {
    match decision {
        Decision::Waiting => ("waiting", None, None),
        Decision::Approved => ("approved", None, None),
        Decision::Rewritten(text) => ("rewritten", Some(text), None),
        Decision::LeftOut(criterion) => ("left-out", None, Some(criterion.name())),
    }
}

fn parse_second_look(word: Option<&str>, remark: String) -> PortResult<SecondLook> {
    match word {
        None => Ok(SecondLook::Waiting),
        Some("yes") => Ok(SecondLook::Yes),
        Some("no") => Ok(SecondLook::No(remark)),
        Some(word) => Err(unreadable("comment.second_look", word)),
    }
}

fn second_look_columns(second: &SecondLook) -> (Option<&'static str>, &str) {
    match second {
        SecondLook::NotNeeded | SecondLook::Waiting => (None, ""),
        SecondLook::Yes => (Some("yes"), ""),
        SecondLook::No(remark) => (Some("no"), remark),
    }
}

pub(super) fn hex(key: &[u8]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A key from its hexadecimal form; `None` where it is none.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
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
            "SELECT key, group_id, focus_point, consent, text, decision, rewritten, criterion, decided_by,
                    revision, second_look, remark, worrying
             FROM comment WHERE screening_id = $1 ORDER BY key",
            screening
        )?
        .into_iter()
        .map(TryInto::try_into)
        .collect()
    }

    async fn decide(
        &self,
        screening: &str,
        comment: &str,
        before: Option<u64>,
        decision: &Decision,
        by: &str,
    ) -> PortResult<bool> {
        let Some(key) = unhex(comment) else { return Ok(false) };
        let (word, rewritten, criterion) = decision_columns(decision);
        // Below 0: whatever it is.
        let before = before.map_or(Ok(-1), i64::try_from).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                let decided = execute!(
                    writing,
                    "UPDATE comment SET decision = $3, rewritten = $4, criterion = $5, decided_by = $6,
                            second_look = NULL, remark = '', revision = revision + 1
                     WHERE screening_id = $1 AND key = $2 AND (revision = $7 OR $7 < 0)",
                    screening,
                    &*key,
                    word,
                    rewritten,
                    criterion,
                    by,
                    before
                )?;
                Ok(decided == 1)
            })
            .await
    }

    async fn look_again(
        &self,
        screening: &str,
        comment: &str,
        before: u64,
        second: &SecondLook,
    ) -> PortResult<bool> {
        let Some(key) = unhex(comment) else { return Ok(false) };
        let (word, remark) = second_look_columns(second);
        let before = i64::try_from(before).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                let kept = execute!(
                    writing,
                    "UPDATE comment SET second_look = $4, remark = $5, revision = revision + 1
                     WHERE screening_id = $1 AND key = $2 AND revision = $3",
                    screening,
                    &*key,
                    before,
                    word,
                    remark
                )?;
                Ok(kept == 1)
            })
            .await
    }

    async fn mark_worrying(&self, screening: &str, comment: &str, worrying: bool) -> PortResult<bool> {
        let Some(key) = unhex(comment) else { return Ok(false) };
        self.deeds
            .write(async |writing| {
                let marked = execute!(
                    writing,
                    "UPDATE comment SET worrying = $3 WHERE screening_id = $1 AND key = $2",
                    screening,
                    &*key,
                    i64::from(worrying)
                )?;
                Ok(marked == 1)
            })
            .await
    }

    async fn second_reader(&self, screening: &str) -> PortResult<Option<String>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String,),
            "SELECT account_id FROM second_reader WHERE screening_id = $1",
            screening
        )?;
        Ok(row.map(|(account,)| account))
    }

    async fn name_second_reader(&self, screening: &str, account: Option<&str>) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                match account {
                    Some(account) => execute!(
                        writing,
                        "INSERT INTO second_reader (screening_id, account_id) VALUES ($1, $2)
                         ON CONFLICT (screening_id) DO UPDATE SET account_id = excluded.account_id",
                        screening,
                        account
                    )?,
                    None => {
                        execute!(writing, "DELETE FROM second_reader WHERE screening_id = $1", screening)?
                    }
                };
                Ok(())
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
        let error =
            parse_decision("waiting", Some("Kaffen er god.".into()), None).expect_err("waits with a text");
        assert!(!error.to_string().contains("Kaffen"));
        assert!(parse_decision("rewritten", None, None).is_err());
        assert!(parse_consent("maybe").is_err());
    }
}
