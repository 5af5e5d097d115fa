//! Who rated what, who may see it, and which rating holds (`scoring.md`, *Evidence*).

use super::{IndicatorRating, Rating};
use crate::id::IndicatorId;
use std::collections::BTreeSet;

/// The two who assess, each for themselves, by their accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessors {
    /// One of them.
    pub first: String,
    /// The other.
    pub second: String,
}

impl Assessors {
    /// Whether this account is one of the two.
    pub fn include(&self, account: &str) -> bool {
        self.first == account || self.second == account
    }
}

/// A rating as one assessor gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The assessor's account.
    pub assessor: String,
    /// The rating.
    pub rating: Rating,
    /// Given after the picture was opened.
    pub after_picture: bool,
    /// Given while two were to assess; seen by nobody else until both are in.
    pub blind: bool,
}

/// What two assessors agreed on, their first ratings being apart or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The rating that holds.
    pub rating: Rating,
    /// Why.
    pub reason: String,
    /// Settled after the picture was opened.
    pub after_picture: bool,
    /// How often it was settled: who settles it anew says which one they have seen.
    pub revision: u64,
}

/// Every rating of a screening.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    /// As they were given, the newest first.
    pub given: Vec<Given>,
    /// As they were settled.
    pub settlements: Vec<Settlement>,
}

/// What somebody may see of the ratings of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// There is nothing, as far as this person may know.
    Nothing,
    /// Their own, one of two. Whether the other is in stays unsaid until it is.
    Own(Given),
    /// Both are in and apart, and wait to be settled.
    Apart([Given; 2]),
    /// One holds.
    Holds {
        /// The one that holds.
        rating: IndicatorRating,
        /// Both first ratings, where two assessed.
        firsts: Option<[Given; 2]>,
        /// How it was settled, where it was.
        settlement: Option<Settlement>,
    },
}

impl Ratings {
    /// Both first ratings of an indicator, once both are in; the same assessor first everywhere.
    pub fn firsts(&self, indicator: &IndicatorId) -> Option<[&Given; 2]> {
        let mut blind = self.given.iter().filter(|given| given.blind && given.indicator == *indicator);
        let (one, other) = (blind.next()?, blind.next()?);
        Some(if one.assessor <= other.assessor { [one, other] } else { [other, one] })
    }

    /// The settled rating of each indicator that has one, by indicator.
    pub fn settled(&self) -> Vec<IndicatorRating> {
        let rated = self.given.iter().map(|given| &given.indicator);
        let indicators: BTreeSet<&IndicatorId> = rated.collect();
        indicators.into_iter().filter_map(|indicator| self.holding(indicator)).collect()
    }

    /// What somebody may see of an indicator: an assessor of two their own until both are in, everyone else
    /// nothing before that.
    pub fn seen_by(&self, account: Option<&str>, indicator: &IndicatorId) -> Seen {
        let firsts = self.firsts(indicator).map(|firsts| firsts.map(Clone::clone));
        if let Some(rating) = self.holding(indicator) {
            let settlement = self.settlement(indicator).cloned();
            return Seen::Holds { rating, firsts, settlement };
        }
        if let Some(firsts) = firsts {
            return Seen::Apart(firsts);
        }
        let own = |given: &&Given| given.indicator == *indicator && account == Some(given.assessor.as_str());
        self.given.iter().find(own).map_or(Seen::Nothing, |given| Seen::Own(given.clone()))
    }

    /// Each indicator's two first ratings, where both are in.
    pub fn pairs(&self) -> Vec<(Rating, Rating)> {
        let blind = self.given.iter().filter(|given| given.blind).map(|given| &given.indicator);
        let indicators: BTreeSet<&IndicatorId> = blind.collect();
        indicators
            .into_iter()
            .filter_map(|indicator| self.firsts(indicator))
            .map(|[one, other]| (one.rating, other.rating))
            .collect()
    }

    fn settlement(&self, indicator: &IndicatorId) -> Option<&Settlement> {
        self.settlements.iter().find(|settlement| settlement.indicator == *indicator)
    }

    /// The rating that holds: what two agreed on, what both gave alike, or the newest of those who assess alone.
    fn holding(&self, indicator: &IndicatorId) -> Option<IndicatorRating> {
        let holds = |rating, after_picture| {
            Some(IndicatorRating { indicator: indicator.clone(), rating, after_picture })
        };
        if let Some([one, other]) = self.firsts(indicator) {
            let late = one.after_picture || other.after_picture;
            return match self.settlement(indicator) {
                Some(settled) => holds(settled.rating, late || settled.after_picture),
                None if one.rating == other.rating => holds(one.rating, late),
                None => None,
            };
        }
        let alone = self.given.iter().find(|given| !given.blind && given.indicator == *indicator)?;
        holds(alone.rating, alone.after_picture)
    }
}
