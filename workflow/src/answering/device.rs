//! A questionnaire on its owner's own device, where it is answered without network: by which name the device knows
//! it, and how long it may lie there.

use super::Token;
use crate::audit::hex;
use crate::{Result, Workflow};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use screening::schedule::Milestone;
use screening::settings::State;
use sha2::{Digest, Sha256};

/// Seconds that it may lie there where nobody planned the close.
const UNPLANNED: i64 = 60 * 24 * 60 * 60;
/// At least: nothing is deleted under somebody's hands.
const LEAST: i64 = 60 * 60;

impl Token {
    /// What a device knows the questionnaire by. It leads back to no token, and the database does not know it.
    pub fn on_device(&self) -> String {
        let hash = Sha256::new().chain_update(b"pejling questionnaire on a device 1\0").chain_update(self.0);
        hex(&hash.finalize()[..8])
    }
}

impl Workflow {
    /// Seconds for which a questionnaire may lie on a device: to the planned close, or to the end of closing.
    ///
    /// # Errors
    ///
    /// As [`Workflow::questionnaire`].
    pub async fn on_device_for(&self, token: &Token) -> Result<i64> {
        let (_, screening, _) = self.at_hand(token).await?;
        let now = self.clock.now();
        let ends = match screening.state {
            State::Closing => screening.closing_ends_at,
            _ => {
                let planned = self.store.schedule(&screening.id).await?;
                let day = planned.map(|planned| planned.date(Milestone::Close));
                // To the end of that day, wherever the device is.
                let after = day.and_then(|day| day.checked_add(2.days()).ok());
                let after = after.and_then(|day| day.to_zoned(TimeZone::UTC).ok());
                after.map(|after| after.timestamp().as_second())
            }
        };
        let left = ends.map_or(UNPLANNED, |ends| ends - now);
        // A day that has passed is no plan any more: it is still open.
        Ok(if left < LEAST && screening.state == State::Open { UNPLANNED } else { left.max(LEAST) })
    }
}
