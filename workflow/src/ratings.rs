//! Ratings: one alone, or two who do not see each other's until both are in, and then agree on one.

use crate::access::Role;
use crate::evidence::indicators;
use crate::fields::{Problems, lines};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::evidence::{
    Agreement, Assessors, Given, IndicatorRating, Rating, Ratings, Seen, Settlement, agreement,
};
use screening::id::IndicatorId;

/// The steps of a rating: those of the written anchors, whatever the instrument's scale.
pub const RATING_STEPS: std::ops::RangeInclusive<u8> = 1..=5;
/// Longest reason of a settled rating, and longest remark of a second reader, in characters.
pub const LONGEST_REASON: usize = 1000;

/// A facilitator of a screening's organisation, for those who work with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Account.
    pub id: String,
    /// Name.
    pub name: String,
}

/// What somebody may see of a screening's ratings.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The two who assess, where two are named.
    pub assessors: Option<Assessors>,
    /// Everyone who may assess, by name.
    pub colleagues: Vec<Colleague>,
    /// How far the two agree, over the indicators that both have rated.
    pub agreement: Option<Agreement>,
    /// By indicator, in the instrument's order.
    pub seen: Vec<(IndicatorId, Seen)>,
}

impl Assessment {
    /// What may be seen of an indicator.
    pub fn of(&self, indicator: &IndicatorId) -> &Seen {
        self.seen.iter().find(|(known, _)| known == indicator).map_or(&Seen::Nothing, |(_, seen)| seen)
    }

    /// Somebody's name; empty where their account is not a facilitator's any more.
    pub fn name(&self, account: &str) -> &str {
        self.colleagues.iter().find(|known| known.id == account).map_or("", |known| &known.name)
    }
}

/// A settled rating as somebody wrote it.
#[derive(Clone, Debug)]
pub struct Settling {
    /// The rating that is to hold.
    pub rating: Rating,
    /// Why.
    pub reason: String,
    /// Revision of the settlement that the writer has seen; 0: none.
    pub before: u64,
    /// The writer was asked about what looks like a name, and keeps it.
    pub sure: bool,
}

impl Workflow {
    /// Rates an indicator; refused ([`Problem::NothingWritten`]) where nothing is written about it. A rating is
    /// somebody's: the command line, which is nobody, gives none. Where two are named only they rate, blind, and
    /// once both are in neither changes it.
    pub async fn rate(
        &self,
        actor: &Actor,
        screening: &str,
        indicator: &IndicatorId,
        rating: Rating,
    ) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let account = &actor.account()?.id;
        check_rating(&screening, indicator, rating)?;
        if !indicators(&self.store.evidence(&screening.id).await?).contains(indicator) {
            return Err(Error::Refused(Problem::NothingWritten));
        }
        let assessors = self.store.assessors(&screening.id).await?;
        if assessors.as_ref().is_some_and(|two| !two.include(account)) {
            return Err(Error::Refused(Problem::NotAssessor));
        }
        match self.store.ratings(&screening.id).await?.seen_by(Some(account), indicator) {
            Seen::Apart(_) | Seen::Holds { firsts: Some(_), .. } => {
                return Err(Error::Refused(Problem::BothRated));
            }
            Seen::Holds { .. } if assessors.is_some() => return Err(Error::Refused(Problem::RatedAlone)),
            _ => {}
        }
        let given = Given {
            indicator: indicator.clone(),
            assessor: account.clone(),
            rating,
            after_picture: screening.picture_opened,
            blind: assessors.is_some(),
        };
        // Which indicator is not said where two rate blind: the log is no way around it.
        let detail = if given.blind { "" } else { indicator.as_str() };
        let noting = self.noting(actor, &screening, "indicator rated", detail);
        if !noting.rate(&screening.id, &given, self.clock.now()).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// The settled rating of each indicator that has one.
    pub async fn ratings(&self, actor: &Actor, screening: &str) -> Result<Vec<IndicatorRating>> {
        let screening = self.facilitated(actor, screening).await?;
        Ok(self.store.ratings(&screening.id).await?.settled())
    }

    /// What this person may see of the ratings.
    pub async fn assessment(&self, actor: &Actor, screening: &str) -> Result<Assessment> {
        let screening = self.facilitated(actor, screening).await?;
        let ratings = self.store.ratings(&screening.id).await?;
        let account = actor.account().ok().map(|account| account.id.as_str());
        let seen = |id: &IndicatorId| (id.clone(), ratings.seen_by(account, id));
        Ok(Assessment {
            assessors: self.store.assessors(&screening.id).await?,
            colleagues: self.colleagues(&screening).await?,
            agreement: agreement(&ratings.pairs()),
            seen: screening.instrument.indicators().map(|indicator| seen(&indicator.id)).collect(),
        })
    }

    /// Names a second assessor beside the one who asks. From now on both rate each for themselves; what was rated
    /// before stands.
    pub async fn name_second_assessor(&self, actor: &Actor, screening: &str, second: &str) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let first = actor.account()?.id.clone();
        let known = self.colleagues(&screening).await?.iter().any(|colleague| colleague.id == second);
        if !known || first == second {
            return Err(Error::field("second", Problem::NotAChoice));
        }
        let assessors = Assessors { first, second: second.to_owned() };
        let noting = self.noting(actor, &screening, "second assessor named", second);
        if !noting.name_assessors(&screening.id, &assessors).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// One assesses alone again. What both have rated keeps its two first ratings; a rating that waited for its
    /// other is now one alone.
    pub async fn end_second_assessor(&self, actor: &Actor, screening: &str) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let noting = self.noting(actor, &screening, "second assessor ended", "");
        if !noting.end_assessors(&screening.id).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Agrees on a rating once both first ratings are in, with a reason.
    pub async fn settle_rating(
        &self,
        actor: &Actor,
        screening: &str,
        indicator: &IndicatorId,
        settling: Settling,
    ) -> Result<()> {
        let screening = self.facilitated(actor, screening).await?;
        let account = &actor.account()?.id;
        check_rating(&screening, indicator, settling.rating)?;
        let assessors = self.store.assessors(&screening.id).await?;
        if assessors.is_some_and(|two| !two.include(account)) {
            return Err(Error::Refused(Problem::NotAssessor));
        }
        let reason = lines(&settling.reason);
        let mut problems = Problems::default();
        problems.required("reason", &reason, LONGEST_REASON);
        screening.ask_who(&mut problems, "reason", &reason, settling.sure);
        problems.none()?;
        let ratings: Ratings = self.store.ratings(&screening.id).await?;
        if ratings.firsts(indicator).is_none() {
            return Err(Error::Refused(Problem::WrongState));
        }
        let settlement = Settlement {
            indicator: indicator.clone(),
            rating: settling.rating,
            reason,
            after_picture: screening.picture_opened,
            revision: settling.before + 1,
        };
        let noting = self.noting(actor, &screening, "rating settled", indicator.as_str());
        if !noting.settle(&screening.id, &settlement).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// The facilitators of a screening's organisation, by name.
    pub(crate) async fn colleagues(&self, screening: &Screening) -> Result<Vec<Colleague>> {
        let here = (screening.organisation.id.clone(), Role::Facilitator);
        let accounts = self.store.accounts().await?.into_iter();
        let mut colleagues: Vec<Colleague> = accounts
            .filter(|(account, disabled)| !disabled && account.roles.contains(&here))
            .map(|(account, _)| Colleague { id: account.id, name: account.name })
            .collect();
        colleagues.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(colleagues)
    }
}

/// A known indicator, and a step that there is.
fn check_rating(screening: &Screening, indicator: &IndicatorId, rating: Rating) -> Result<()> {
    if screening.instrument.indicator(indicator).is_none() {
        return Err(Error::field("indicator", Problem::NotAChoice));
    }
    if matches!(rating, Rating::Step(step) if !RATING_STEPS.contains(&step)) {
        let (first, last) = (u64::from(*RATING_STEPS.start()), u64::from(*RATING_STEPS.end()));
        return Err(Error::field("rating", Problem::NotANumber(first, last)));
    }
    Ok(())
}
