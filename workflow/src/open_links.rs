//! Open links, and numbers invited while it is open: what may still change once it has opened.
//!
//! An open link is a way in without a slip: whoever opens its address may begin a questionnaire of one group. Its
//! name is random and no code: *Begynd* makes a code for that browser, which from there on goes the way of every
//! other. Since nobody knows how many a link reaches, its group's number invited counts as unknown everywhere
//! ([`Settings::known_invited`]), and nobody can promise that each answers once.

use crate::answering::Token;
use crate::code::{digit, is_separator, symbol};
use crate::ports::{Randomness, Store};
use crate::screenings::Screening;
use crate::settings::{checked_invited, tidy_invited};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::invitation::Poster;
use screening::language;
use screening::promise::Promise;
use screening::settings::{Invited, OpenLink, Settings, State};
use screening::stopping::Stopped;

/// Random symbols of a link's name: 50 bits, short enough to type from a poster.
const LENGTH: usize = 10;

/// What whoever opens an open link is shown.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// The organisation's name.
    pub organisation: String,
    /// State of the screening: only where it is open may one begin.
    pub state: State,
    /// The instrument.
    pub instrument: Instrument,
    /// The settings.
    pub settings: Settings,
    /// The group that answers here.
    pub group: GroupId,
    /// This browser holds an unsent questionnaire of this screening and group.
    pub begun: bool,
    /// Where it was stopped.
    pub stopped: Option<Stopped>,
}

impl Workflow {
    /// Switches the open link of a group on; made the first time.
    ///
    /// # Errors
    ///
    /// Field `group`. [`Problem::WrongState`] where it closes or is closed; [`Problem::Changed`] where somebody
    /// changed something meanwhile.
    pub async fn make_open_link(&self, actor: &Actor, id: &str, group: &GroupId) -> Result<()> {
        let screening = self.changeable(actor, id, group).await?;
        let mut settings = screening.settings.clone();
        let fresh = || OpenLink { name: fresh_name(&*self.random), on: true };
        settings.open_links.entry(group.clone()).or_insert_with(fresh).on = true;
        let noting = self.noting(actor, &screening, "open link on", group.to_string());
        change(&*noting, &screening, settings).await
    }

    /// Switches the open link of a group off. Where it was never open, there was no link.
    ///
    /// # Errors
    ///
    /// As [`Workflow::make_open_link`].
    pub async fn end_open_link(&self, actor: &Actor, id: &str, group: &GroupId) -> Result<()> {
        let screening = self.changeable(actor, id, group).await?;
        let mut settings = screening.settings.clone();
        if screening.state == State::Prepared {
            settings.open_links.remove(group);
        } else if let Some(link) = settings.open_links.get_mut(group) {
            link.on = false;
        }
        let noting = self.noting(actor, &screening, "open link off", group.to_string());
        change(&*noting, &screening, settings).await
    }

    /// Corrects numbers invited until the close. No code is made or lost by it.
    ///
    /// # Errors
    ///
    /// Fields `invited`, `invited.<group>`, `invited.<group>.<unit>`. [`Problem::WrongState`] where it is closed or
    /// not yet open (then they are settings like others).
    pub async fn correct_invited(&self, actor: &Actor, id: &str, invited: Invited) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        if !matches!(screening.state, State::Open | State::Closing) {
            return Err(Error::Refused(Problem::WrongState));
        }
        let before = &screening.settings;
        let settings = Settings { invited: tidy_invited(invited), ..before.clone() };
        checked_invited(&settings, &screening.instrument)?;
        let groups = screening.instrument.groups.iter().map(|group| &group.id);
        let number = |number: Option<u64>| number.map_or("unknown".to_owned(), |number| number.to_string());
        let changed: Vec<String> = groups
            .map(|group| (group, before.invited.group(group), settings.invited.group(group)))
            .filter(|(_, was, is)| was != is)
            .map(|(group, was, is)| format!("{group}: {} to {}", number(was), number(is)))
            .collect();
        if settings == *before {
            return Ok(());
        }
        let noting = self.noting(actor, &screening, "invited corrected", changed.join(", "));
        change(&*noting, &screening, settings).await
    }

    /// The poster of a group; `site` is the program's own address.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such group.
    pub async fn poster(&self, actor: &Actor, id: &str, group: &GroupId, site: &str) -> Result<Poster> {
        let screening = self.facilitated(actor, id).await?;
        if screening.instrument.group(group).is_none() {
            return Err(Error::NotFound);
        }
        let language = language::of(&screening.settings.language);
        let promise = Promise::new(&screening.settings, &screening.instrument, group, language);
        Ok(promise.poster(&screening.organisation.name, site))
    }

    /// What an open link leads to; `held` is the browser's own token.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such link, or it is off.
    pub async fn open_link(&self, name: &str, held: Option<&Token>) -> Result<Invitation> {
        let (screening, group) = self.linked(name).await?;
        let begun = match held {
            Some(token) => match self.questionnaire(token).await {
                Ok(own) => own.screening == screening.id && own.group == group && !own.sent,
                Err(Error::NotFound | Error::Refused(_)) => false,
                Err(error) => return Err(error),
            },
            None => false,
        };
        Ok(Invitation {
            organisation: screening.organisation.name,
            state: screening.state,
            instrument: screening.instrument,
            settings: screening.settings,
            group,
            begun,
            stopped: screening.stopped,
        })
    }

    /// Begins a questionnaire at an open link, with a code made for it, which its pause page shows.
    ///
    /// # Errors
    ///
    /// As [`Workflow::open_link`]. Refused: not open yet, closing, closed, stopped.
    pub async fn begin_by_link(&self, name: &str) -> Result<Token> {
        let (screening, group) = self.linked(name).await?;
        if screening.stopped.is_some() {
            return Err(Error::Refused(Problem::Stopped(screening.id)));
        }
        let refused = |state| match state {
            State::Open => None,
            State::Prepared => Some(Problem::NotOpenYet),
            State::Closing => Some(Problem::Closing),
            State::Closed => Some(Problem::Closed),
        };
        if let Some(problem) = refused(screening.state) {
            return Err(Error::Refused(problem));
        }
        match self.begin_without_slip(&screening.id, group).await? {
            Some(token) => Ok(token),
            // It closed meanwhile.
            None => Err(Error::Refused(Problem::Closing)),
        }
    }

    /// The screening and group of a link that is on, by its name as typed.
    async fn linked(&self, name: &str) -> Result<(Screening, GroupId)> {
        let name = canonical(name).ok_or(Error::NotFound)?;
        let (screening, group) = self.store.open_link(&name).await?.ok_or(Error::NotFound)?;
        let screening = self.store.screening(&screening).await?.ok_or(Error::NotFound)?;
        match screening.settings.open_link(&group) {
            Some(link) if link.name == name => Ok((screening, group)),
            _ => Err(Error::NotFound),
        }
    }

    /// A screening whose links may change.
    async fn changeable(&self, actor: &Actor, id: &str, group: &GroupId) -> Result<Screening> {
        let screening = self.facilitated(actor, id).await?;
        if !matches!(screening.state, State::Prepared | State::Open) {
            return Err(Error::Refused(Problem::WrongState));
        }
        if screening.instrument.group(group).is_none() {
            return Err(Error::field("group", Problem::NotAChoice));
        }
        Ok(screening)
    }
}

/// Keeps changed settings in a store, unless the screening is not as it was read.
async fn change(store: &dyn Store, screening: &Screening, settings: Settings) -> Result<()> {
    let before = &screening.settings;
    let changed = store.change_settings(&screening.id, screening.state, before, &settings).await?;
    if changed { Ok(()) } else { Err(Error::Refused(Problem::Changed)) }
}

/// A new name, as it stands in the address: `k7qm2-xrt9w`.
fn fresh_name(random: &dyn Randomness) -> String {
    let mut bytes = [0; LENGTH];
    random.fill(&mut bytes);
    // 32 divides 256: each symbol is as likely as the others.
    written(bytes.iter().map(|byte| byte % 32))
}

/// As it is stored and stands in addresses.
fn written(values: impl Iterator<Item = u8>) -> String {
    let name: String = values.map(|value| symbol(value).to_ascii_lowercase()).collect();
    format!("{}-{}", &name[..LENGTH / 2], &name[LENGTH / 2..])
}

/// A name as it is written, from how it was typed: as forgiving as with a code. `None`: it can be none.
fn canonical(name: &str) -> Option<String> {
    // What is far too long is not read through.
    let symbols: Vec<char> = name.chars().take(4 * LENGTH).filter(|c| !is_separator(*c)).collect();
    let value =
        |typed: &char| digit(*typed).and_then(|value| u8::try_from(value).ok()).filter(|value| *value < 32);
    let values: Option<Vec<u8>> = symbols.iter().map(value).collect();
    values.filter(|values| values.len() == LENGTH).map(|values| written(values.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Zeros;
    impl Randomness for Zeros {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.iter_mut().enumerate().for_each(|(place, byte)| *byte = (place * 31) as u8);
        }
    }

    #[test]
    fn a_name_is_typed_as_forgivingly_as_a_code() {
        let name = fresh_name(&Zeros);
        assert_eq!(name.len(), LENGTH + 1);
        assert!(name.chars().all(|c| c == '-' || c.is_ascii_digit() || c.is_ascii_lowercase()), "{name}");
        for typed in [name.clone(), name.to_uppercase(), name.replace('-', " ")] {
            assert_eq!(canonical(&typed).as_ref(), Some(&name), "{typed}");
        }
        assert_eq!(canonical("oIL00 00000").as_deref(), Some("01100-00000"));
    }

    #[test]
    fn what_is_no_name_is_looked_up_nowhere() {
        for name in ["", "k7qm2", "k7qm2-xrt9w0", "../../etc", "k7qm2-xrt9*", &"0".repeat(10_000)] {
            assert_eq!(canonical(name), None, "{name:.20}");
        }
    }
}
