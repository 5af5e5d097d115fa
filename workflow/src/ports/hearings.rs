//! The ports of hearings and of votes.

use super::{Bytes32, PortResult};
use crate::hearings::{Cast, HearingPlan, StoredLine, StoredPlan, StoredVote};
use async_trait::async_trait;
use screening::hearing::{Ballots, HearingNumber, MinuteLine, Person, Sitting};

/// Hearings and their minutes.
#[async_trait]
pub trait HearingStore {
    /// The sittings of a hearing that something was kept of, in their order.
    async fn sittings(&self, screening: &str, number: HearingNumber) -> PortResult<Vec<Sitting>>;
    /// Removes a sitting with its vote and whoever is invited by name, where its plan was written as often as `seen`
    /// says and nothing was minuted; false, and nothing removed, elsewhere.
    async fn remove_sitting(&self, screening: &str, sitting: Sitting, seen: i64) -> PortResult<bool>;
    /// The plan of a sitting.
    async fn hearing(&self, screening: &str, sitting: Sitting) -> PortResult<Option<StoredPlan>>;
    /// Keeps the plan, where it was written as often as `seen` says (0: never); false, and nothing kept, elsewhere.
    /// With approved minutes the people invited by name go in the same transaction, and [`ClosingStore::tidy`] is due.
    async fn save_hearing(
        &self,
        screening: &str,
        sitting: Sitting,
        seen: i64,
        plan: &HearingPlan,
    ) -> PortResult<bool>;
    /// Lines of the minutes in order.
    async fn minutes(&self, screening: &str, sitting: Sitting) -> PortResult<Vec<StoredLine>>;
    /// Adds a line at the end; false where the id is taken.
    async fn add_minute_line(
        &self,
        screening: &str,
        sitting: Sitting,
        id: &str,
        line: &MinuteLine,
    ) -> PortResult<bool>;
    /// Changes a line that was written as often as `seen` says; false, and nothing changed, elsewhere.
    async fn change_minute_line(
        &self,
        screening: &str,
        sitting: Sitting,
        id: &str,
        seen: i64,
        line: &MinuteLine,
    ) -> PortResult<bool>;
    /// Who is invited by name.
    async fn people(&self, screening: &str, sitting: Sitting) -> PortResult<Vec<Person>>;
    /// Keeps who is invited by name, instead of an earlier list; with none, the list goes and
    /// [`ClosingStore::tidy`] is due.
    async fn save_people(&self, screening: &str, sitting: Sitting, people: &[Person]) -> PortResult<()>;
    /// Removes a line.
    async fn remove_minute_line(&self, screening: &str, id: &str) -> PortResult<bool>;
}

/// Votes on what should come first. That a phone voted and what was voted are never in one row.
#[async_trait]
pub trait VoteStore {
    /// Opens a vote under a code, instead of an earlier one of the sitting; false where another has the code.
    async fn open_vote(
        &self,
        screening: &str,
        sitting: Sitting,
        code: &str,
        options: &[String],
    ) -> PortResult<bool>;
    /// Closes it and forgets which phones voted; [`ClosingStore::tidy`] is due.
    async fn close_vote(&self, screening: &str, sitting: Sitting) -> PortResult<()>;
    /// Keeps dots counted by hand as a closed vote without a code, instead of an earlier one.
    async fn count_dots(
        &self,
        screening: &str,
        sitting: Sitting,
        options: &[String],
        ballots: &Ballots,
    ) -> PortResult<()>;
    /// The vote of a sitting.
    async fn vote(&self, screening: &str, sitting: Sitting) -> PortResult<Option<StoredVote>>;
    /// Screening and sitting of a code.
    async fn vote_by_code(&self, code: &str) -> PortResult<Option<(String, Sitting)>>;
    /// Whether a phone voted.
    async fn phone_voted(&self, screening: &str, sitting: Sitting, phone: &Bytes32) -> PortResult<bool>;
    /// In one transaction: the phone has voted and the sums are up by its choices; or nothing, with the reason.
    async fn cast_vote(
        &self,
        screening: &str,
        sitting: Sitting,
        phone: &Bytes32,
        uses_the_place: bool,
        choices: &[usize],
    ) -> PortResult<Cast>;
}
