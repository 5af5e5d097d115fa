//! Votes on what should come first: which phones voted, and, apart from it, the sums.

use super::closing::note_tidy_due;
use super::db::{Writing, execute, fetch_all, fetch_optional};
use super::hearings::{column, sitting_of};
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use screening::hearing::{Ballots, Sitting, Votes};
use workflow::hearings::{Cast, StoredVote, no_votes};
use workflow::ports::{Bytes32, PortResult, VoteStore};

/// Sides of a vote as their column says them.
const USERS: &str = "users";
const OTHERS: &str = "others";
/// The choice that counts those who voted.
const VOTERS: i64 = -1;

async fn forget_phones(writing: &mut Writing, screening: &str, sitting: Sitting) -> PortResult<()> {
    let gone = execute!(
        writing,
        "DELETE FROM vote_phone WHERE screening_id = $1 AND hearing = $2",
        screening,
        column(sitting)
    )?;
    if gone > 0 {
        note_tidy_due(writing, &format!("{screening} vote {sitting}")).await?;
    }
    Ok(())
}

/// Removes the vote of a sitting.
pub(super) async fn forget_vote(writing: &mut Writing, screening: &str, sitting: Sitting) -> PortResult<()> {
    forget_phones(writing, screening, sitting).await?;
    for statement in [
        "DELETE FROM vote_count WHERE screening_id = $1 AND hearing = $2",
        "DELETE FROM vote WHERE screening_id = $1 AND hearing = $2",
    ] {
        execute!(writing, statement, screening, column(sitting))?;
    }
    Ok(())
}

/// Puts a vote without sums in the place of an earlier one; false where another has its code.
async fn begin(
    writing: &mut Writing,
    screening: &str,
    sitting: Sitting,
    (code, open): (Option<&str>, bool),
    options: &str,
) -> PortResult<bool> {
    if let Some(code) = code {
        let taken = fetch_optional!(
            writing,
            (String,),
            "SELECT screening_id FROM vote WHERE code = $1 AND NOT (screening_id = $2 AND hearing = $3)",
            code,
            screening,
            column(sitting)
        )?;
        if taken.is_some() {
            return Ok(false);
        }
    }
    forget_phones(writing, screening, sitting).await?;
    execute!(
        writing,
        "DELETE FROM vote_count WHERE screening_id = $1 AND hearing = $2",
        screening,
        column(sitting)
    )?;
    execute!(
        writing,
        "INSERT INTO vote (screening_id, hearing, code, is_open, options) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (screening_id, hearing) DO UPDATE
         SET code = excluded.code, is_open = excluded.is_open, options = excluded.options",
        screening,
        column(sitting),
        code,
        i64::from(open),
        options
    )?;
    Ok(true)
}

async fn add(
    writing: &mut Writing,
    screening: &str,
    sitting: Sitting,
    (side, choice): (&str, i64),
    more: i64,
) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO vote_count (screening_id, hearing, side, choice, n) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (screening_id, hearing, side, choice) DO UPDATE SET n = vote_count.n + excluded.n",
        screening,
        column(sitting),
        side,
        choice,
        more
    )?;
    Ok(())
}

#[async_trait]
impl VoteStore for SqlStore {
    async fn open_vote(
        &self,
        screening: &str,
        sitting: Sitting,
        code: &str,
        options: &[String],
    ) -> PortResult<bool> {
        let options = to_json(&options)?;
        self.deeds
            .write(async |writing| begin(writing, screening, sitting, (Some(code), true), &options).await)
            .await
    }

    async fn close_vote(&self, screening: &str, sitting: Sitting) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "UPDATE vote SET is_open = 0 WHERE screening_id = $1 AND hearing = $2",
                    screening,
                    column(sitting)
                )?;
                forget_phones(writing, screening, sitting).await
            })
            .await
    }

    async fn count_dots(
        &self,
        screening: &str,
        sitting: Sitting,
        options: &[String],
        ballots: &Ballots,
    ) -> PortResult<()> {
        let options = to_json(&options)?;
        self.deeds
            .write(async |writing| {
                begin(writing, screening, sitting, (None, false), &options).await?;
                for (side, votes) in [(USERS, &ballots.users), (OTHERS, &ballots.others)] {
                    add(writing, screening, sitting, (side, VOTERS), i64::from(votes.voters)).await?;
                    for (place, dots) in (0..).zip(&votes.options) {
                        add(writing, screening, sitting, (side, place), i64::from(*dots)).await?;
                    }
                }
                Ok(())
            })
            .await
    }

    async fn vote(&self, screening: &str, sitting: Sitting) -> PortResult<Option<StoredVote>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (Option<String>, i64, String),
            "SELECT code, is_open, options FROM vote WHERE screening_id = $1 AND hearing = $2",
            screening,
            column(sitting)
        )?;
        let Some((code, open, options)) = row else { return Ok(None) };
        let options: Vec<String> = from_json("vote.options", &options)?;
        let counts = fetch_all!(
            reading,
            (String, i64, i64),
            "SELECT side, choice, n FROM vote_count WHERE screening_id = $1 AND hearing = $2",
            screening,
            column(sitting)
        )?;
        let mut ballots = Ballots { users: no_votes(options.len()), others: no_votes(options.len()) };
        for (side, choice, n) in counts {
            let n = u32::try_from(n).map_err(|why| unreadable("vote_count.n", why))?;
            let votes: &mut Votes = if side == USERS { &mut ballots.users } else { &mut ballots.others };
            match usize::try_from(choice) {
                Ok(place) => {
                    if let Some(votes) = votes.options.get_mut(place) {
                        *votes = n;
                    }
                }
                Err(_) => votes.voters = n,
            }
        }
        Ok(Some(StoredVote { code: code.unwrap_or_default(), open: open != 0, options, ballots }))
    }

    async fn vote_by_code(&self, code: &str) -> PortResult<Option<(String, Sitting)>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String, i64),
            "SELECT screening_id, hearing FROM vote WHERE code = $1",
            code
        )?;
        row.map(|(screening, hearing)| Ok((screening, sitting_of(hearing)?))).transpose()
    }

    async fn phone_voted(&self, screening: &str, sitting: Sitting, phone: &Bytes32) -> PortResult<bool> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (i64,),
            "SELECT hearing FROM vote_phone WHERE screening_id = $1 AND hearing = $2 AND phone = $3",
            screening,
            column(sitting),
            &phone[..]
        )?;
        Ok(row.is_some())
    }

    async fn cast_vote(
        &self,
        screening: &str,
        sitting: Sitting,
        phone: &Bytes32,
        uses_the_place: bool,
        choices: &[usize],
    ) -> PortResult<Cast> {
        self.db
            .write(async |writing| {
                // The same statement finds it open and holds it still: closing waits until the sums are up.
                let open = execute!(
                    writing,
                    "UPDATE vote SET is_open = 1 WHERE screening_id = $1 AND hearing = $2 AND is_open = 1",
                    screening,
                    column(sitting)
                )?;
                if open == 0 {
                    return Ok(Cast::Closed);
                }
                let first = execute!(
                    writing,
                    "INSERT INTO vote_phone (screening_id, hearing, phone) VALUES ($1, $2, $3)
                     ON CONFLICT (screening_id, hearing, phone) DO NOTHING",
                    screening,
                    column(sitting),
                    &phone[..]
                )?;
                if first == 0 {
                    return Ok(Cast::Before);
                }
                let side = if uses_the_place { USERS } else { OTHERS };
                add(writing, screening, sitting, (side, VOTERS), 1).await?;
                for place in choices {
                    let place = i64::try_from(*place).map_err(|why| unreadable("vote_count.choice", why))?;
                    add(writing, screening, sitting, (side, place), 1).await?;
                }
                Ok(Cast::Counted)
            })
            .await
    }
}
