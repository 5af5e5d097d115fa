//! Numbers, dates, lists and names as they are written in Bokmål.

use super::Bokmal;
use crate::language::Numbers;

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

const WORDS: [&str; 13] =
    ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];

impl Numbers for Bokmal {
    fn decimal_sign(&self) -> char {
        ','
    }

    fn thousands_sign(&self) -> char {
        '\u{a0}'
    }

    fn quotes(&self) -> [char; 2] {
        ['«', '»']
    }

    fn and(&self) -> &'static str {
        "og"
    }

    fn of(&self) -> &'static str {
        "av"
    }

    fn to(&self) -> &'static str {
        "til"
    }

    fn over_and_under(&self) -> [&'static str; 2] {
        ["over", "under"]
    }

    fn number_words(&self) -> &'static [&'static str; 13] {
        &WORDS
    }

    fn months(&self) -> &'static [&'static str; 12] {
        &MONTHS
    }

    fn definite(&self, group: &str) -> String {
        definite(group).unwrap_or_else(|| self.inside(group))
    }

    fn definite_of(&self, group: &str, n: u64) -> String {
        match singular(group).filter(|_| n == 1) {
            Some(one) if one.ends_with("ansatt") => format!("den {one}e"),
            Some(one) if one == "medlem" => "medlemmet".to_owned(),
            Some(one) => format!("{one}en"),
            None => self.definite(group),
        }
    }

    fn few(&self) -> &'static str {
        "for få svar til å vise tall"
    }

    fn alone(&self) -> &'static str {
        "vises ikke alene"
    }

    fn not_shown(&self) -> &'static str {
        "vises ikke"
    }

    fn not_asked(&self) -> &'static str {
        "ikke spurt"
    }
}

/// A plural in *-ere*, *-er* or *-folk* made definite (*brukerne*, *medlemmene*, *fagfolkene*), participles with *de* (*de
/// ansatte*); `None` for what this can't know.
pub(super) fn definite(group: &str) -> Option<String> {
    let name = Bokmal.inside(group);
    if name.contains(' ') {
        return None;
    }
    match name.as_str() {
        "pårørende" | "frivillige" | "profesjonelle" | "unge" | "eldre" => Some(format!("de {name}")),
        _ if name.ends_with("ansatte") => Some(format!("de {name}")),
        _ if name.ends_with("ere") => Some(format!("{}ne", name.strip_suffix('e')?)),
        _ if name.ends_with("er") => Some(format!("{}ne", name.strip_suffix('r')?)),
        _ if name.ends_with("folk") => Some(format!("{name}ene")),
        _ => None,
    }
}

/// One of a group named in the plural (*ledere*: *leder*, *ansatte*: *ansatt*); `None` for what this can't know.
pub(super) fn singular(group: &str) -> Option<String> {
    let name = Bokmal.inside(group);
    if name == "medlemmer" {
        return Some("medlem".to_owned());
    }
    let one = name.strip_suffix('e').filter(|one| !one.contains(' '))?;
    (one.ends_with("er") || one.ends_with("ansatt")).then(|| one.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Figure, Interval};

    #[test]
    fn numbers_are_written_as_norwegians_write_them() {
        let written = [999, 1000, 20_000].map(|number| Bokmal.count(number));
        assert_eq!(written, ["999", "1\u{a0}000", "20\u{a0}000"]);
        assert_eq!(Bokmal.figure(Figure::Value(2.64)), "2,6");
        assert_eq!(Bokmal.figure(Figure::Over(4.5)), "over 4,5");
        assert_eq!(Bokmal.interval(Interval { low: -0.2, high: 1.0 }), "−0,2 til 1,0");
        assert_eq!(Bokmal.date(2026, 11, 21), "21. november 2026");
        assert_eq!(Bokmal.counted(22, Some(31)), "22 av 31");
        assert_eq!(Bokmal.list(&["a", "b", "c"].map(str::to_owned)), "a, b og c");
        assert_eq!(Bokmal.quoted("ja"), "«ja»");
    }

    #[test]
    fn a_group_is_named_with_its_ending() {
        let groups =
            ["Brukere", "Medlemmer", "Fagfolk", "Ansatte", "NAV-ansatte", "Pårørende", "Folk på huset"];
        let definite = groups.map(|group| Bokmal.definite(group));
        let said = ["brukerne", "medlemmene", "fagfolkene", "de ansatte", "de NAV-ansatte", "de pårørende"];
        assert_eq!(definite[..6], said);
        assert_eq!(definite[6], "folk på huset");
        let one = ["Ledere", "Ansatte", "Medlemmer"].map(|group| Bokmal.definite_of(group, 1));
        assert_eq!(one, ["lederen", "den ansatte", "medlemmet"]);
    }
}
