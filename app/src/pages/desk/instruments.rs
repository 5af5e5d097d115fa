//! The instruments: those that come with the program and an organisation's own, read, compared and edited. Their user
//! knows the place and its words, and has a few quiet hours with a planning group.
//!
//! `list` is all of them, `read` is one, `beside` its statements side by side, `asked` what a group is asked,
//! `changes` what is otherwise in another version; `draft`, `shape` and `part` edit, with `fields`, `settings` and
//! `forms`, `remove` takes a part away; what is missing is in `lacks` and, of a language, in `unsaid`, what to look at
//! before it is published in `review`; what comes in from a file in `take_in` and
//! `replace`.

pub mod asked;
pub mod beside;
pub mod changes;
pub mod draft;
mod fields;
mod forms;
mod lacks;
pub mod list;
mod names;
pub mod part;
pub mod read;
pub mod remove;
pub mod replace;
pub mod review;
mod settings;
pub mod shape;
pub mod take_in;
pub mod unsaid;

pub use fields::{text_key, typed_texts};
pub use names::{language_name, part_name, place_name};

use crate::error::PageError;
use crate::page::Page;
use crate::speaking;
use screening::instrument::Instrument;
use screening::instrument::edit::Part;
use serde::Deserialize;
use workflow::Error;
use workflow::instruments::OwnInstrument;

/// The list's address.
pub const INSTRUMENTS: &str = "/redskaber";
/// What a draft is called in addresses.
pub const DRAFT: &str = "udkast";

/// Which version is asked for: a number, or the draft; the newest where nothing is said.
#[derive(Debug, Default, Deserialize)]
pub struct Which {
    /// As it stands in the address.
    #[serde(default, rename = "udgave")]
    pub version: String,
}

/// An instrument as it is shown.
#[derive(Clone)]
pub struct Shown {
    /// Its name in addresses: the instrument's id where it comes with the program, else that of the own one.
    pub key: String,
    /// The version that is shown.
    pub instrument: Instrument,
    /// Where it is an organisation's own.
    pub own: Option<OwnInstrument>,
    /// Whether the draft is shown.
    pub draft: bool,
    /// As it stands in the address.
    which: String,
}

impl Shown {
    /// The address of a page of this version.
    pub fn address(&self, at: &str) -> String {
        let query = if self.which.is_empty() { String::new() } else { format!("?udgave={}", self.which) };
        format!("{}{query}", address(&self.key, at))
    }
}

/// The address of a page of an instrument.
pub fn address(key: &str, at: &str) -> String {
    if at.is_empty() { format!("{INSTRUMENTS}/{key}") } else { format!("{INSTRUMENTS}/{key}/{at}") }
}

/// The address of the page that edits a part of a draft.
pub fn part_address(key: &str, part: &Part) -> String {
    match part {
        Part::Whole => address(key, "udkast/tekster"),
        Part::Scale => address(key, "udkast/skala"),
        Part::Group(id) => address(key, &format!("udkast/svarer/{id}")),
        Part::Value(id) => address(key, &format!("udkast/vaerdi/{id}")),
        Part::Name(name) => address(key, &format!("udkast/ord/{name}")),
        Part::Signals => address(key, "udkast/graenser"),
        Part::FocusPoint(id) => address(key, &format!("udkast/punkt/{id}")),
        Part::Indicator(id) => address(key, &format!("udkast/indikator/{id}")),
    }
}

/// The instrument asked for, for whoever facilitates somewhere.
pub async fn shown(page: &Page, key: &str, which: &Which) -> Result<Shown, PageError> {
    let workflow = &page.state.workflow;
    if workflow.facilitated_organisations(&page.actor).await?.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    if let Some(instrument) = page.state.instruments.iter().find(|known| known.id == key) {
        let which = String::new();
        return Ok(Shown {
            key: key.to_owned(),
            instrument: instrument.clone(),
            own: None,
            draft: false,
            which,
        });
    }
    let own = workflow.own_instrument(&page.actor, key).await?;
    let (found, draft) = match which.version.as_str() {
        "" if own.newest().is_some() => (own.newest().cloned(), false),
        "" | DRAFT => (own.draft.as_ref().map(|stored| stored.draft.shown()), true),
        number => {
            let number = number.parse::<u32>().ok();
            (own.versions.iter().find(|version| Some(version.version) == number).cloned(), false)
        }
    };
    let instrument = found.ok_or(PageError(Error::NotFound))?;
    Ok(Shown { key: key.to_owned(), instrument, own: Some(own), draft, which: which.version.clone() })
}

/// The language that an instrument is read in on this page: the page's, or else its first.
pub fn reading(page: &Page, instrument: &Instrument) -> String {
    let of_page = instrument.languages.iter().find(|code| *code == page.language);
    of_page.or(instrument.languages.first()).cloned().unwrap_or_default()
}

/// The code as `lang` has it; nothing where the page speaks it already.
fn lang(page: &Page, code: &str) -> Option<String> {
    (code != page.language).then(|| code.to_owned())
}

/// Whether the program speaks the language.
pub fn speaks(code: &str) -> bool {
    speaking::known(code).is_some()
}
