//! What should come first: votes by phone or dots on a wall, and whose may be told apart.

use crate::settings::GroupSize;
use serde::{Deserialize, Serialize};

/// Most things to choose between.
pub const MOST_OPTIONS: usize = 8;
/// Most that one person chooses.
pub const MOST_CHOICES: usize = 3;

/// The votes of some people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// How many voted.
    pub voters: u32,
    /// Votes for each option, in their order.
    pub options: Vec<u32>,
}

/// All votes: those who use the place, and everyone else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    /// Of those who use the place.
    pub users: Votes,
    /// Of the others.
    pub others: Votes,
}

/// What may be told of votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Priorities {
    /// Too few voted.
    Few,
    /// Everyone's together.
    Together(Votes),
    /// Users' apart from everyone's.
    Apart {
        /// Of those who use the place.
        users: Votes,
        /// Of everyone, users with them.
        everyone: Votes,
    },
}

impl Ballots {
    /// Everyone's votes.
    pub fn everyone(&self) -> Votes {
        let length = self.users.options.len().max(self.others.options.len());
        let of = |votes: &Votes, place: usize| votes.options.get(place).copied().unwrap_or_default();
        Votes {
            voters: self.users.voters.saturating_add(self.others.voters),
            options: (0..length)
                .map(|place| of(&self.users, place).saturating_add(of(&self.others, place)))
                .collect(),
        }
    }
}

impl Votes {
    /// These and others, on the same options.
    fn with(&self, others: &Self) -> Self {
        Ballots { users: self.clone(), others: others.clone() }.everyone()
    }
}

/// What may be told of several sittings' votes on the same options together: the sum of what is told of each, which
/// tells nothing more than they do. Nothing where one of them tells nothing, since the sum less the others' would.
pub fn summed(each: &[Priorities]) -> Priorities {
    let sum = |one: &Priorities, other: &Priorities| match (one, other) {
        (Priorities::Few, _) | (_, Priorities::Few) => Priorities::Few,
        (Priorities::Apart { users, everyone }, Priorities::Apart { users: more_users, everyone: more }) => {
            Priorities::Apart { users: users.with(more_users), everyone: everyone.with(more) }
        }
        (
            Priorities::Together(everyone) | Priorities::Apart { everyone, .. },
            Priorities::Together(more) | Priorities::Apart { everyone: more, .. },
        ) => Priorities::Together(everyone.with(more)),
    };
    let mut each = each.iter();
    let first = each.next().cloned().unwrap_or(Priorities::Few);
    each.fold(first, |all, one| sum(&all, one))
}

/// What may be told: nothing of fewer than k together; users' apart only where they are k and the others are k or none,
/// since everyone's less the users' is the others'.
pub fn priorities(ballots: &Ballots, smallest: GroupSize) -> Priorities {
    let enough = |votes: &Votes| u64::from(votes.voters) >= smallest.k();
    let everyone = ballots.everyone();
    if !enough(&everyone) {
        Priorities::Few
    } else if enough(&ballots.users) && (enough(&ballots.others) || ballots.others.voters == 0) {
        Priorities::Apart { users: ballots.users.clone(), everyone }
    } else {
        Priorities::Together(everyone)
    }
}
