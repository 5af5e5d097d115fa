//! A response comes in: code spent, draft gone, response and comments stored, counted; all of it or nothing.

use crate::metrics;
use crate::store::db::{Db, Lock, Writing, execute, failed, fetch_optional};
use crate::store::to_json;
use screening::id::GroupId;
use workflow::answering::{Counted, NewComment, NewResponse, Sending, Sent};
use workflow::ports::PortResult;

/// A draft was changed between two statements of its sending: nothing is stored.
#[derive(Debug, thiserror::Error)]
#[error("the draft was changed while it was being sent")]
struct DraftChanged;

/// See [`workflow::ports::AnsweringStore::send`].
pub(super) async fn send(
    db: &Db,
    sending: &Sending,
    response: &NewResponse,
    counted: &Counted,
) -> PortResult<Sent> {
    let saves = i64::try_from(sending.saves).map_err(failed)?;
    let sent = db
        .write(async |writing| {
            match writing.lock_screening(&sending.screening, Lock::Shared).await?.as_deref() {
                Some("open" | "closing") => {}
                _ => return Ok(Sent::Closed),
            }
            let spent = execute!(
                writing,
                "UPDATE access_code SET state = 'spent'
                 WHERE lookup_key = $1 AND token_hash = $2 AND state = 'begun'",
                sending.lookup_key.as_slice(),
                sending.token_hash.as_slice()
            )?;
            if spent == 0 {
                return why_not(writing, sending).await;
            }
            let gone = execute!(
                writing,
                "DELETE FROM draft WHERE id = $1 AND saves = $2",
                sending.draft.as_slice(),
                saves
            )?;
            if gone == 0 {
                return Err(failed(DraftChanged));
            }
            put_response(writing, &sending.screening, response).await?;
            let kinds = [
                ("submitted", ""),
                ("day", &counted.day),
                ("channel", &counted.channel),
                ("help", counted.help.as_str()),
                ("language", &counted.language),
            ];
            for (kind, value) in kinds {
                count(writing, &sending.screening, &response.group, kind, value).await?;
            }
            Ok(Sent::Stored)
        })
        .await;
    if matches!(sent, Ok(Sent::Stored)) {
        metrics::sent();
    }
    match sent {
        Err(error) if error.0.is::<DraftChanged>() => Ok(Sent::Changed),
        sent => sent,
    }
}

/// See [`workflow::ports::AnsweringStore::import`].
pub(super) async fn import(db: &Db, screening: &str, responses: &[NewResponse]) -> PortResult<()> {
    db.write(async |writing| {
        for response in responses {
            put_response(writing, screening, response).await?;
            count(writing, screening, &response.group, "submitted", "").await?;
        }
        Ok(())
    })
    .await
}

/// Why a code could not be spent with this token.
async fn why_not(writing: &mut Writing, sending: &Sending) -> PortResult<Sent> {
    let spent = fetch_optional!(
        writing,
        (String,),
        "SELECT state FROM access_code WHERE lookup_key = $1 AND token_hash = $2 AND state = 'spent'",
        sending.lookup_key.as_slice(),
        sending.token_hash.as_slice()
    )?;
    Ok(if spent.is_some() { Sent::SpentBefore } else { Sent::Changed })
}

pub(in crate::store) async fn put_response(
    writing: &mut Writing,
    screening: &str,
    response: &NewResponse,
) -> PortResult<()> {
    let answers = to_json(&response.answers)?;
    execute!(
        writing,
        "INSERT INTO response (key, screening_id, group_id, unit, answers) VALUES ($1, $2, $3, $4, $5)",
        response.key.as_slice(),
        screening,
        response.group.as_str(),
        response.unit.as_deref(),
        &*answers
    )?;
    for comment in &response.comments {
        put_comment(writing, screening, &response.group, comment).await?;
    }
    for note in &response.notes {
        execute!(
            writing,
            "INSERT INTO pilot_note (key, screening_id, group_id, indicator, text) VALUES ($1, $2, $3, $4, $5)",
            note.key.as_slice(),
            screening,
            response.group.as_str(),
            note.indicator.as_str(),
            &*note.text
        )?;
    }
    Ok(())
}

pub(in crate::store) async fn put_comment(
    writing: &mut Writing,
    screening: &str,
    group: &GroupId,
    comment: &NewComment,
) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO comment (key, screening_id, group_id, focus_point, consent, text, decision)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting')",
        comment.key.as_slice(),
        screening,
        group.as_str(),
        comment.focus_point.as_ref().map(|point| point.as_str()),
        comment.consent.as_str(),
        &*comment.text
    )?;
    Ok(())
}

async fn count(
    writing: &mut Writing,
    screening: &str,
    group: &GroupId,
    kind: &str,
    value: &str,
) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO counter (screening_id, group_id, kind, value, n) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (screening_id, group_id, kind, value) DO UPDATE SET n = counter.n + 1",
        screening,
        group.as_str(),
        kind,
        value
    )?;
    Ok(())
}
