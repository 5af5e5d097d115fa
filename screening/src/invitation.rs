//! What invites on paper: slips with a code each, to cut out and draw from a pile, and a poster for a group.
//!
//! Built once as data, with every word in it, and shown by `app` as a page and by `print` as a PDF.

use crate::promise::Promise;
use crate::qr;

/// Slips to cut out: a sheet or more for each pile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipSheets {
    /// Language code.
    pub language: String,
    /// What the sheets are, with the place.
    pub title: String,
    /// Piles, in the order in which their codes were given.
    pub piles: Vec<Pile>,
}

/// The slips of a group, in a unit where there are units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pile {
    /// Group and unit, above the slips: it is cut off.
    pub heading: String,
    /// What every slip of the pile says.
    pub lines: Vec<String>,
    /// How one begins, with the address.
    pub how: String,
    /// Whom one may call, where somebody is named.
    pub contact: Option<String>,
    /// What the QR is, for those who don't see it.
    pub qr_alternative: String,
    /// The slips.
    pub slips: Vec<Slip>,
}

/// What differs from slip to slip.
#[derive(Clone, PartialEq, Eq)]
pub struct Slip {
    /// The code, shown 4-4-5.
    pub code: String,
    /// Its QR as SVG; `None` where the program's address is too long for one.
    pub qr: Option<String>,
}

/// Never the code: it would end in a log.
impl std::fmt::Debug for Slip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Slip(…)")
    }
}

/// A poster for a group, A4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// Language code.
    pub language: String,
    /// The question it asks.
    pub title: String,
    /// The place.
    pub place: String,
    /// What one wants to know before one says yes.
    pub lines: Vec<String>,
    /// How one begins.
    pub how: String,
    /// The open link, where one is on; otherwise one asks for a slip.
    pub link: Option<PosterLink>,
    /// What the leader promises, where something is promised.
    pub leader_promise: Option<String>,
    /// Whom one may call, where somebody is named.
    pub contact: Option<String>,
}

/// An open link on a poster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosterLink {
    /// The address as one types it.
    pub address: String,
    /// Its QR as SVG; `None` where the address is too long for one.
    pub qr: Option<String>,
    /// What the QR is, for those who don't see it.
    pub qr_alternative: String,
}

/// The address that a slip's QR opens: the code stands in the fragment, which no server is sent.
pub fn slip_address(site: &str, code: &str) -> String {
    format!("{site}/#{code}")
}

/// The address of an open link.
pub fn link_address(site: &str, name: &str) -> String {
    format!("{site}/til/{name}")
}

/// An address as one types it: browsers know the rest.
pub fn typed(address: &str) -> &str {
    address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address)
}

impl Promise<'_> {
    /// The pile of this group's slips with these codes; `site` is the program's own address, `unit` may be empty.
    pub fn pile<'c>(&self, unit: &str, codes: impl IntoIterator<Item = &'c str>, site: &str) -> Pile {
        let slip = |code: &str| Slip { code: code.to_owned(), qr: qr::svg(&slip_address(site, code)) };
        Pile {
            heading: self.pile_heading(unit),
            lines: self.slip().to_vec(),
            how: self.language.slip_how(typed(site)),
            contact: self.contact(),
            qr_alternative: self.language.slip_qr(typed(site)),
            slips: codes.into_iter().map(slip).collect(),
        }
    }

    /// Group and unit, above a pile; `unit` may be empty.
    pub(crate) fn pile_heading(&self, unit: &str) -> String {
        match (self.facts().group, unit) {
            (group, "") => group.to_owned(),
            (group, unit) => format!("{group} · {unit}"),
        }
    }

    /// The poster of this group; `site` is the program's own address.
    pub fn poster(&self, place: &str, site: &str) -> Poster {
        let facts = self.facts();
        let link = self.open_link().map(|name| {
            let address = link_address(site, name);
            PosterLink {
                qr: qr::svg(&address),
                qr_alternative: self.language.link_qr(typed(&address)),
                address: typed(&address).to_owned(),
            }
        });
        Poster {
            language: self.language.code().to_owned(),
            title: self.language.poster_title(&facts),
            place: place.to_owned(),
            lines: self.poster_lines(),
            how: self.language.poster_how(link.is_some()).to_owned(),
            link,
            leader_promise: self.leader_promise(),
            contact: self.contact(),
        }
    }
}
