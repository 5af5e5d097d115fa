//! Numbers, dates, lists and names as they are written in Danish.

use super::Danish;
use crate::language::Numbers;

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

const WORDS: [&str; 13] =
    ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];

impl Numbers for Danish {
    fn decimal_sign(&self) -> char {
        ','
    }

    fn thousands_sign(&self) -> char {
        '.'
    }

    fn quotes(&self) -> [char; 2] {
        ['»', '«']
    }

    fn and(&self) -> &'static str {
        "og"
    }

    fn of(&self) -> &'static str {
        "af"
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
        let one = singular(group).filter(|_| n == 1);
        one.map_or_else(|| self.definite(group), |one| format!("{one}en"))
    }

    fn few(&self) -> &'static str {
        "for få svar til at vise tal"
    }

    fn alone(&self) -> &'static str {
        "vises ikke alene"
    }

    fn not_shown(&self) -> &'static str {
        "vises ikke"
    }

    fn not_asked(&self) -> &'static str {
        "ikke spurgt"
    }
}

/// A plural in *-er*, *-ere* or *-folk* made definite (*brugerne*, *fagfolkene*), participles with *de* (*de ansatte*);
/// `None` for what this can't know.
pub(super) fn definite(group: &str) -> Option<String> {
    let name = Danish.inside(group);
    if name.contains(' ') {
        return None;
    }
    match name.as_str() {
        _ if name.ends_with("ere") => Some(format!("{}ne", name.strip_suffix('e')?)),
        _ if name.ends_with("er") => Some(format!("{name}ne")),
        _ if name.ends_with("folk") => Some(format!("{name}ene")),
        "ansatte" | "pårørende" | "frivillige" | "professionelle" | "unge" | "ældre" => {
            Some(format!("de {name}"))
        }
        _ => None,
    }
}

/// One of a group named in the plural (*ledere*: *leder*); `None` for what this can't know.
pub(super) fn singular(group: &str) -> Option<String> {
    let name = Danish.inside(group);
    let one = name.strip_suffix('e').filter(|one| one.ends_with("er") && !one.contains(' '))?;
    Some(one.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_has_points_and_is_of_the_whole_where_that_holds_it() {
        let written = [0, 999, 1000, 20_000, 1_000_000].map(|number| Danish.count(number));
        assert_eq!(written, ["0", "999", "1.000", "20.000", "1.000.000"]);
        assert_eq!(Danish.counted(1962, Some(3000)), "1.962 af 3.000");
        assert_eq!(Danish.counted(7, None), "7");
        // More submitted than invited: the count alone.
        assert_eq!(Danish.counted(30, Some(8)), "30");
        assert_eq!(Danish.scored(1962), "n\u{a0}=\u{a0}1.962");
    }
}
