//! Names of sheets, which a workbook is particular about.

use std::collections::BTreeSet;

/// As many UTF-16 units as a sheet's name may have.
const LONGEST: usize = 31;

/// What stands where nothing of a name may.
const NAMELESS: &str = "–";

/// The names taken so far: no two may be alike, small or capital letters.
#[derive(Default)]
pub(super) struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// A valid name as near to `wanted` as may be.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let plain = valid(wanted);
        let mut name = shortened(&plain, LONGEST);
        let mut number = 2;
        // *History* belongs to the spreadsheet program itself.
        while name.to_lowercase() == "history" || !self.taken.insert(name.to_lowercase()) {
            let ending = format!(" ({number})");
            name = shortened(&plain, LONGEST - ending.len()) + &ending;
            number += 1;
        }
        name
    }
}

/// Without the signs that a sheet's name may not have, in one line.
fn valid(wanted: &str) -> String {
    let plain: String = wanted
        .chars()
        .map(|letter| match letter {
            '/' | '\\' | '|' => '-',
            '[' => '(',
            ']' => ')',
            ':' | '*' | '?' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    // An apostrophe may stand inside, but neither first nor last.
    let name = words.join(" ").trim_matches(['\'', ' ']).to_owned();
    if name.is_empty() { NAMELESS.to_owned() } else { name }
}

/// Cut at a word where that leaves most of it, with a sign that something is missing.
fn shortened(name: &str, longest: usize) -> String {
    if name.encode_utf16().count() <= longest {
        return name.to_owned();
    }
    let mut cut = String::new();
    let mut units = 1;
    for letter in name.chars() {
        units += letter.len_utf16();
        if units > longest {
            break;
        }
        cut.push(letter);
    }
    let at_word = cut.rfind(' ').filter(|place| 2 * place > cut.len()).unwrap_or(cut.len());
    format!("{}…", cut[..at_word].trim_end_matches([' ', ',', '-', '–', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(name: &str) {
        assert!(!name.is_empty() && name.encode_utf16().count() <= LONGEST, "{name:?}");
        assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name:?}");
        assert!(!name.starts_with('\'') && !name.ends_with('\''), "{name:?}");
    }

    #[test]
    fn a_name_is_valid_whatever_a_focus_point_is_called() {
        let mut names = SheetNames::default();
        let long = "7 Brugernes indflydelse på beslutninger i hverdagen og i huset";
        for (wanted, name) in [
            ("1 Håb", "1 Håb"),
            ("say Hvem bestemmer menuen?", "say Hvem bestemmer menuen"),
            ("a/b: [c]*", "a-b (c)"),
            ("'citat'", "citat"),
            ("History", "History (2)"),
            ("", "–"),
            ("\t\n", "– (2)"),
            (long, "7 Brugernes indflydelse på…"),
            (long, "7 Brugernes indflydelse (2)"),
            ("1 HÅB", "1 HÅB (2)"),
        ] {
            let taken = names.take(wanted);
            sound(&taken);
            if wanted != long {
                assert_eq!(taken, name);
            }
        }
        sound(&names.take(&"𝒳".repeat(40)));
        for _ in 0..200 {
            sound(&names.take(long));
        }
    }
}
