//! What sentences have in common whatever their language.

use super::LetterFacts;
use super::{MailText, Numbers};
use crate::data_protection::ProtectionPart;
use crate::hearing::{MOST_THEMES, SlotKind, timetable};
use crate::instrument::Scale;
use crate::promise::Passage;

/// Marks that close a quotation, in any of the languages.
const CLOSING: [char; 3] = ['«', '»', '”'];

/// A sentence begins with a capital.
pub(crate) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A word that began a sentence, inside one.
pub(super) fn lower_first(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A sentence has a full stop, once.
pub(crate) fn full_stop(text: &str) -> String {
    let text = text.trim();
    // A quoted sentence has its own.
    let bare = text.trim_end_matches(CLOSING);
    if bare.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// Whether what was typed for a day begins as a date does, and not with other words.
pub(super) fn is_date(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// A date that was typed in one of the languages, as this one writes it; anything else as it was typed.
pub(super) fn own_date(typed: &str, language: &dyn Numbers) -> String {
    let read = || {
        let [day, month, year] = <[&str; 3]>::try_from(typed.split_whitespace().collect::<Vec<_>>()).ok()?;
        let day = day.trim_end_matches('.').parse().ok()?;
        let name = month.to_lowercase();
        let place = |months: &[&str; 12]| months.iter().position(|month| month.to_lowercase() == name);
        let month = super::LANGUAGES.iter().find_map(|language| place(language.months()))?;
        Some(language.date(year.parse().ok()?, i8::try_from(month).ok()? + 1, day))
    };
    read().unwrap_or_else(|| typed.to_owned())
}

/// Letters of an excerpt that a page has room for.
const EXCERPT: usize = 280;

/// An excerpt cut between words, marked where it is cut.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= EXCERPT {
        return text.to_owned();
    }
    let kept: String = text.chars().take(EXCERPT).collect();
    let whole = kept.rfind(char::is_whitespace).map_or(kept.as_str(), |end| &kept[..end]);
    format!("{} …", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// Where an excerpt is from, after its title: ` (mødereferat, 3. maj)`; nothing where nothing is known.
pub(super) fn about(kind: &str, date: &str) -> String {
    let known: Vec<&str> = [kind.trim(), date.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) }
}

/// What was typed as a reason, ended, without the words that begin its sentence where they were typed along.
pub(super) fn without_beginning(reason: &str, beginning: &str) -> String {
    let reason = full_stop(reason);
    let again = reason.get(..beginning.len()).is_some_and(|start| start.to_lowercase() == beginning);
    let rest = if again { &reason[beginning.len()..] } else { &reason };
    let rest = rest.trim_start_matches([' ', ',', ':', '…']);
    if rest.contains(char::is_alphanumeric) { rest.to_owned() } else { reason }
}

/// A mail of plain paragraphs.
pub(super) fn plain_mail(subject: &str, paragraphs: &[&str], regards: &str) -> MailText {
    let text = paragraphs.iter().chain(&[regards]).copied().collect::<Vec<_>>().join("\n\n");
    MailText { subject: subject.to_owned(), text: format!("{text}\n") }
}

/// How a cell begins that the controller fills in.
#[derive(Clone, Copy)]
pub(super) struct Filling(pub(super) &'static str);

impl Filling {
    /// What is to be filled in.
    pub(super) fn asks(self, asks: &str) -> String {
        format!("{}: {asks}", self.0)
    }

    /// What somebody wrote, or what is to be filled in.
    pub(super) fn written(self, text: &str, asks: &str) -> String {
        if text.trim().is_empty() { self.asks(asks) } else { full_stop(text) }
    }
}

/// A part of a draft for whoever answers for data protection.
pub(super) fn protection_part(
    heading: &str,
    lines: &[&str],
    columns: &[&str],
    rows: Vec<Vec<String>>,
) -> ProtectionPart {
    ProtectionPart {
        heading: heading.to_owned(),
        lines: paragraphs(lines),
        table: Some((paragraphs(columns), rows)),
    }
}

/// A row of it.
pub(super) fn protection_row(what: &str, text: String) -> Vec<String> {
    vec![what.to_owned(), text]
}

/// A heading with its paragraphs.
pub(super) fn passage(heading: &str, paragraphs: Vec<String>) -> Passage {
    Passage { heading: heading.to_owned(), paragraphs }
}

/// Paragraphs of fixed words.
pub(super) fn paragraphs(words: &[&str]) -> Vec<String> {
    words.iter().map(|paragraph| (*paragraph).to_owned()).collect()
}

/// A label with what was written for it, for each where something was.
pub(super) fn labelled<const N: usize>(named: [(&str, &String); N]) -> Vec<String> {
    named
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| format!("{name}: {}", full_stop(text)))
        .collect()
}

/// *1 dokument*, *4 dokumenter*; nothing of none.
pub(super) fn several(count: usize, one: &str, more: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    }
}

/// An end of the scale with its words, where it has any: `5 (i meget høj grad)`.
pub(super) fn scale_end(step: u8, label: &str) -> String {
    if label.is_empty() { step.to_string() } else { format!("{step} ({label})") }
}

/// Both ends of the scale.
pub(super) fn scale_ends(scale: Scale, lowest: &str, highest: &str) -> [String; 2] {
    [scale_end(scale.min, lowest), scale_end(scale.max, highest)]
}

/// Points of an agenda: minutes and what.
pub(super) fn points<const N: usize>(points: [(u32, &str); N]) -> Vec<(u32, String)> {
    points.into_iter().map(|(minutes, what)| (minutes, what.to_owned())).collect()
}

/// What a hearing's agenda says of what comes in every hearing.
#[derive(Clone, Copy)]
pub(super) struct HearingDay<'a> {
    /// Welcome.
    pub(super) welcome: &'a str,
    /// What a theme is called before it has a title.
    pub(super) theme: &'a str,
    /// A break.
    pub(super) pause: &'a str,
    /// The end.
    pub(super) closing: &'a str,
}

/// The hearing's own timetable: the clock adds up to two and a half hours with two breaks. Where no themes are chosen
/// yet, there is room for as many as a hearing has at most.
pub(super) fn hearing_points(
    facts: &LetterFacts<'_>,
    day: HearingDay<'_>,
    theme: impl Fn(&str) -> String,
) -> Vec<(u32, String)> {
    let chosen = facts.themes.len();
    timetable(if chosen == 0 { MOST_THEMES } else { chosen })
        .into_iter()
        .map(|slot| {
            let what = match slot.kind {
                SlotKind::Welcome => day.welcome.to_owned(),
                SlotKind::Theme(place) => {
                    let title = facts.themes.get(place);
                    theme(&title.map_or_else(|| format!("{} {}", day.theme, place + 1), Clone::clone))
                }
                SlotKind::Break => day.pause.to_owned(),
                SlotKind::Closing => day.closing.to_owned(),
            };
            (slot.minutes, what)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Bokmal, Danish, English};

    #[test]
    fn a_date_is_told_in_the_language_it_is_read_in() {
        assert_eq!(own_date("1. marts 2027", &English), "1 March 2027");
        assert_eq!(own_date("1. marts 2027", &Bokmal), "1. mars 2027");
        assert_eq!(own_date("21 November 2026", &Danish), "21. november 2026");
        for words in ["20. november 2026", "1. marts eller 2. marts", "14 dage efter høringen", ""] {
            assert_eq!(own_date(words, &Danish), words);
        }
    }

    #[test]
    fn a_sentence_ends_once() {
        for (typed, ended) in
            [("Ja", "Ja."), ("Ja. ", "Ja."), ("«Ja?»", "«Ja?»"), ("“Yes.”", "“Yes.”"), ("»Ja«", "»Ja«.")]
        {
            assert_eq!(full_stop(typed), ended);
        }
    }
}
