//! What should come first: a vote by phone with a short code on the screen, or dots counted by hand.
//!
//! That a phone voted and what was voted stand in two tables with nothing between them; the first is emptied when the
//! vote is closed. Nobody sees what was voted before that: with each new vote the sums would tell it.

use super::HearingView;
use crate::answering::Token;
use crate::fields::{LONGEST_LINE, Problems, one_line};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::{
    Ballots, LineKind, MOST_CHOICES, MOST_OPTIONS, Priorities, Sitting, Votes, priorities, summed,
};
use screening::instrument::Texts;
use sha2::{Digest, Sha256};

/// Letters of a vote's code: none that looks or sounds like another.
const LETTERS: &[u8] = b"BDFGHJKLMNPRSTVX";
/// Letters in a code.
const CODE: usize = 5;

/// A vote as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVote {
    /// Its code; empty where dots were counted by hand.
    pub code: String,
    /// Phones may vote.
    pub open: bool,
    /// What is chosen between.
    pub options: Vec<String>,
    /// The sums.
    pub ballots: Ballots,
}

/// A vote as its facilitator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteView {
    /// Its code, for the screen; empty where dots were counted by hand.
    pub code: String,
    /// Phones may vote.
    pub open: bool,
    /// What is chosen between.
    pub options: Vec<String>,
    /// How many voted.
    pub voters: u32,
    /// What came of it; `None` while it is open.
    pub result: Option<Priorities>,
    /// What came of it in all sittings together, where several voted on the same options.
    pub together: Option<Priorities>,
}

/// A vote as a phone sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneVote {
    /// The organisation.
    pub organisation: String,
    /// What is chosen between.
    pub options: Vec<String>,
    /// It may vote.
    pub open: bool,
    /// This phone has voted.
    pub voted: bool,
}

/// What came of a phone's vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// It counts.
    Counted,
    /// This phone voted before; the first vote counts.
    Before,
    /// The vote is closed.
    Closed,
}

impl Workflow {
    /// Opens a vote instead of an earlier one of this sitting.
    pub async fn open_vote(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        options: &[String],
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, _) = self.minuted(actor, screening, sitting).await?;
        let options = checked(options)?;
        // A code that another place uses just now is drawn again.
        let noting = self.noting(actor, &screening, "vote opened", sitting.to_string());
        while !noting.open_vote(&screening.id, sitting, &self.fresh_code(), &options).await? {}
        Ok(())
    }

    /// Closes the vote: what was voted can be seen, and which phones voted is forgotten.
    pub async fn close_vote(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, _) = self.minuted(actor, screening, sitting).await?;
        self.noting(actor, &screening, "vote closed", sitting.to_string())
            .close_vote(&screening.id, sitting)
            .await?;
        Ok(())
    }

    /// Keeps dots that were counted by hand, instead of an earlier vote.
    pub async fn count_dots(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        options: &[String],
        ballots: &Ballots,
    ) -> Result<()> {
        let sitting = sitting.into();
        let (screening, _) = self.minuted(actor, screening, sitting).await?;
        let options = checked(options)?;
        for (field, votes) in [("users", &ballots.users), ("others", &ballots.others)] {
            let fits = votes.options.len() == options.len()
                && votes.options.iter().all(|dots| *dots <= votes.voters)
                && votes.voters <= super::MOST_IN_THE_ROOM;
            if !fits {
                let most = u64::from(votes.voters.min(super::MOST_IN_THE_ROOM));
                return Err(Error::field(field, Problem::NotANumber(0, most)));
            }
        }
        self.noting(actor, &screening, "dots counted", sitting.to_string())
            .count_dots(&screening.id, sitting, &options, ballots)
            .await?;
        Ok(())
    }

    /// The vote of a sitting, if there is one.
    pub async fn hearing_vote(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
    ) -> Result<Option<VoteView>> {
        let sitting = sitting.into();
        let screening = self.facilitated(actor, screening).await?;
        let told = |vote: &StoredVote| {
            (!vote.open).then(|| priorities(&vote.ballots, screening.settings.min_group_size))
        };
        let Some(vote) = self.store.vote(&screening.id, sitting).await? else { return Ok(None) };
        let result = told(&vote);
        let mut each = Vec::new();
        for other in self.sittings(&screening.id, sitting.number).await? {
            let other = self.store.vote(&screening.id, other).await?;
            each.extend(other.filter(|other| other.options == vote.options).and_then(|other| told(&other)));
        }
        let together = (result.is_some() && each.len() > 1).then(|| summed(&each));
        Ok(Some(VoteView {
            result,
            together,
            voters: vote.ballots.everyone().voters,
            code: vote.code,
            open: vote.open,
            options: vote.options,
        }))
    }

    /// The vote behind a code, for a phone that holds this token.
    pub async fn phone_vote(&self, code: &str, phone: Option<&Token>) -> Result<PhoneVote> {
        let (screening, sitting) = self.voted(code).await?;
        let vote = self.store.vote(&screening, sitting).await?.ok_or(Error::NotFound)?;
        let voted = match phone {
            Some(phone) => self.store.phone_voted(&screening, sitting, &hashed(phone)).await?,
            None => false,
        };
        let screening = self.store.screening(&screening).await?.ok_or(Error::NotFound)?;
        let organisation = screening.organisation.name;
        Ok(PhoneVote { organisation, options: vote.options, open: vote.open, voted })
    }

    /// A phone votes: once, for at most [`MOST_CHOICES`] of the options, by their places.
    pub async fn cast_vote(
        &self,
        code: &str,
        phone: &Token,
        uses_the_place: bool,
        choices: &[usize],
    ) -> Result<Cast> {
        let (screening, sitting) = self.voted(code).await?;
        let vote = self.store.vote(&screening, sitting).await?.ok_or(Error::NotFound)?;
        let mut places = choices.to_vec();
        places.sort_unstable();
        places.dedup();
        let mut problems = Problems::default();
        problems.unless(!places.is_empty(), "choices", Problem::Empty);
        problems.unless(places.len() <= MOST_CHOICES, "choices", Problem::TooMany(MOST_CHOICES));
        problems.unless(
            places.iter().all(|place| *place < vote.options.len()),
            "choices",
            Problem::NotAChoice,
        );
        problems.none()?;
        Ok(self.store.cast_vote(&screening, sitting, &hashed(phone), uses_the_place, &places).await?)
    }

    async fn voted(&self, code: &str) -> Result<(String, Sitting)> {
        let code = code.trim().to_uppercase();
        if code.len() != CODE || !code.bytes().all(|letter| LETTERS.contains(&letter)) {
            return Err(Error::NotFound);
        }
        self.store.vote_by_code(&code).await?.ok_or(Error::NotFound)
    }

    fn fresh_code(&self) -> String {
        let mut bytes = [0; CODE];
        self.random.fill(&mut bytes);
        // Sixteen letters: each is as likely as the others.
        bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 16)])).collect()
    }
}

impl HearingView {
    /// What there is to choose between before anybody wrote it: what was proposed at the hearings so far, each once, as
    /// many as a vote holds. One proposal alone is no choice; then it is the themes.
    pub fn vote_options(&self, texts: &Texts) -> Vec<String> {
        let proposed = self.first.iter().chain(&self.minutes).map(|(_, line)| line);
        let proposed = proposed.filter(|line| line.kind == LineKind::Proposal);
        let mut options: Vec<String> = Vec::new();
        // A proposal of several lines would be several options.
        for option in proposed.map(|line| one_line(&line.text)) {
            if !option.is_empty() && !options.contains(&option) {
                options.push(option);
            }
        }
        options.truncate(MOST_OPTIONS);
        if options.len() < 2 {
            let themes = self.plan.themes.iter();
            return themes.map(|theme| texts.focus_point(&theme.focus_point).to_owned()).collect();
        }
        options
    }
}

fn hashed(phone: &Token) -> [u8; 32] {
    Sha256::new().chain_update(b"pejling phone of a vote 1\0").chain_update(phone.0).finalize().into()
}

/// The options as they are kept: two at least, each once.
fn checked(options: &[String]) -> Result<Vec<String>> {
    let mut kept: Vec<String> = Vec::new();
    for option in options.iter().map(|option| one_line(option)).filter(|option| !option.is_empty()) {
        if !kept.contains(&option) {
            kept.push(option);
        }
    }
    let mut problems = Problems::default();
    problems.unless(kept.len() >= 2, "options", Problem::TooFew(2));
    problems.unless(kept.len() <= MOST_OPTIONS, "options", Problem::TooMany(MOST_OPTIONS));
    for option in &kept {
        problems.optional("options", option, LONGEST_LINE);
    }
    problems.none()?;
    Ok(kept)
}

/// Sums with nothing in them yet.
pub fn no_votes(options: usize) -> Votes {
    Votes { voters: 0, options: vec![0; options] }
}
