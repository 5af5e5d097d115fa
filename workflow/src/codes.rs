//! Codes: one for each person invited, extra ones for slips that were lost, and what is printed of them. A code is
//! shown once, where it is made; what is printed comes from that page's own form.

use crate::answering::StoredCode;
use crate::code::AccessCode;
use crate::fields::Problems;
use crate::ports::{Bytes32, Store};
use crate::screenings::Screening;
use crate::sealing::keys::lookup_key;
use crate::sealing::{fault, random};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::booklet::{Booklets, LastPage};
use screening::id::GroupId;
use screening::invitation::SlipSheets;
use screening::language;
use screening::promise::Promise;
use screening::settings::State;

/// Most extra codes made at once.
pub const MOST_EXTRA: u64 = 100;

/// A code as made, shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedCode {
    /// The respondent group.
    pub group: GroupId,
    /// The unit; empty: none.
    pub unit: String,
    /// The code, shown 4-4-5.
    pub code: String,
}

impl Workflow {
    /// Makes one code for each person invited, once.
    pub async fn make_codes(&self, actor: &Actor, id: &str) -> Result<Vec<IssuedCode>> {
        let screening = self.facilitated(actor, id).await?;
        if !matches!(screening.state, State::Prepared | State::Open) {
            return Err(Error::Refused(Problem::WrongState));
        }
        if screening.codes_made {
            return Err(Error::Refused(Problem::CodesMadeBefore));
        }
        // In this order, so that no fault leaves a screening whose codes are made and seen by nobody: codes that
        // were stored but not noted are known to no one, and purged at the close.
        let places = places(&screening);
        let noting = self.noting(actor, &screening, "codes made", places.len().to_string());
        let issued = self.issue(&*noting, id, places).await?;
        if !self.store.note_codes_made(id).await? {
            return Err(Error::Refused(Problem::CodesMadeBefore));
        }
        Ok(issued)
    }

    /// Makes extra codes for a group and unit (empty: none), in place of slips that were lost. They change no
    /// number invited, and nothing tells them from the others.
    ///
    /// # Errors
    ///
    /// Fields `group`, `unit`, `count` (1 to [`MOST_EXTRA`]). [`Problem::WrongState`] where the first codes are
    /// still to be made, or where it closes.
    pub async fn extra_codes(
        &self,
        actor: &Actor,
        id: &str,
        group: &GroupId,
        unit: &str,
        count: u64,
    ) -> Result<Vec<IssuedCode>> {
        let screening = self.facilitated(actor, id).await?;
        match screening.state {
            State::Open => {}
            State::Prepared if screening.codes_made => {}
            _ => return Err(Error::Refused(Problem::WrongState)),
        }
        let mut problems = Problems::default();
        problems.unless(screening.instrument.group(group).is_some(), "group", Problem::NotAChoice);
        let known = unit.is_empty() || screening.settings.units.iter().any(|name| name == unit);
        problems.unless(known, "unit", Problem::NotAChoice);
        problems.unless((1..=MOST_EXTRA).contains(&count), "count", Problem::NotANumber(1, MOST_EXTRA));
        problems.none()?;
        let noting = self.noting(actor, &screening, "extra codes made", format!("{group}: {count}"));
        self.issue(&*noting, id, (0..count).map(|_| (group.clone(), unit.to_owned())).collect()).await
    }

    /// What is printed of codes that a page was just shown with: piles in the order in which they are given. The
    /// codes are looked up nowhere; what is none, or of no group or unit here, is left out. `site` is the program's
    /// own address.
    pub async fn slip_sheets(
        &self,
        actor: &Actor,
        id: &str,
        codes: &[IssuedCode],
        site: &str,
    ) -> Result<SlipSheets> {
        let screening = self.facilitated(actor, id).await?;
        let language = language::of(&screening.settings.language);
        Ok(SlipSheets {
            language: language.code().to_owned(),
            title: language.slips_title(&screening.organisation.name),
            piles: piles(&screening, codes, |promise, unit, codes| promise.pile(unit, codes, site)),
        })
    }

    /// As [`Workflow::slip_sheets`], as booklets to answer on paper; `last` gives the words of the last page on a screen
    /// in a language.
    pub async fn booklets(
        &self,
        actor: &Actor,
        id: &str,
        codes: &[IssuedCode],
        site: &str,
        last: impl Fn(&str) -> LastPage + Send + Sync,
    ) -> Result<Booklets> {
        let screening = self.facilitated(actor, id).await?;
        let language = language::of(&screening.settings.language);
        let place = &screening.organisation.name;
        Ok(Booklets {
            language: language.code().to_owned(),
            title: language.booklets_title(place),
            instrument: screening.instrument.texts(language.code()).title.clone(),
            place: place.clone(),
            page_of: language.page_of().to_owned(),
            piles: piles(&screening, codes, |promise, unit, codes| {
                promise.booklets(place, unit, codes, site, last(language.code()))
            }),
        })
    }

    /// Draws codes for these places, in this order, and keeps them in this store.
    async fn issue(
        &self,
        store: &dyn Store,
        id: &str,
        places: Vec<(GroupId, String)>,
    ) -> Result<Vec<IssuedCode>> {
        let salt = self.store.salt(random(&*self.random)).await?;
        let (mut issued, mut drawn) = (Vec::new(), Vec::new());
        for (group, unit) in places {
            let code = AccessCode::random(&*self.random);
            issued.push(IssuedCode { group: group.clone(), unit: unit.clone(), code: code.shown() });
            drawn.push((code, group, unit));
        }
        let mut codes = Vec::with_capacity(drawn.len());
        for chunk in drawn.chunks(CODES_AT_ONCE).map(<[_]>::to_vec) {
            codes.extend(self.slow_hash.run(move || stored(chunk, &salt)).await??);
        }
        store.add_codes(id, &codes).await?;
        Ok(issued)
    }
}

/// What `made` makes of the codes of each group and unit, in the order in which they are given. What is no code, or of no
/// group or unit here, is left out.
fn piles<T>(
    screening: &Screening,
    codes: &[IssuedCode],
    made: impl Fn(Promise<'_>, &str, &mut dyn Iterator<Item = &str>) -> T,
) -> Vec<T> {
    let (settings, instrument) = (&screening.settings, &screening.instrument);
    let belongs = |issued: &&IssuedCode| {
        AccessCode::parse(&issued.code).is_ok()
            && instrument.group(&issued.group).is_some()
            && (issued.unit.is_empty() || settings.units.contains(&issued.unit))
    };
    let codes: Vec<&IssuedCode> = codes.iter().filter(belongs).collect();
    let piles = codes.chunk_by(|one, other| one.group == other.group && one.unit == other.unit);
    piles
        .map(|pile| {
            let language = language::of(&settings.language);
            let promise = Promise::new(settings, instrument, &pile[0].group, language);
            made(promise, &pile[0].unit, &mut pile.iter().map(|issued| issued.code.as_str()))
        })
        .collect()
}

/// Codes hashed in one turn of the bounded pool; then others get theirs.
const CODES_AT_ONCE: usize = 32;

/// Group and unit of every questionnaire, group by group in the instrument's order, then unit by unit in the
/// settings' order, those without a unit first.
fn places(screening: &Screening) -> Vec<(GroupId, String)> {
    let settings = &screening.settings;
    let invited = settings.to_invite();
    let mut places = Vec::new();
    for group in &screening.instrument.groups {
        for unit in std::iter::once("").chain(settings.units.iter().map(String::as_str)) {
            for _ in 0..invited.unit(&group.id, unit).unwrap_or_default() {
                places.push((group.id.clone(), unit.to_owned()));
            }
        }
    }
    places
}

/// The codes as stored. Slow: inside the bounded pool.
fn stored(codes: Vec<(AccessCode, GroupId, String)>, salt: &Bytes32) -> Result<Vec<StoredCode>> {
    codes
        .into_iter()
        .map(|(code, group, unit)| {
            let lookup_key = lookup_key(&code, salt).map_err(fault)?;
            Ok(StoredCode { lookup_key, group, unit })
        })
        .collect()
}
