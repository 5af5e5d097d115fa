//! What every printed form of a report lays out alike: where a paragraph ends, what stands over a plot and its table,
//! which columns hold numbers.

use screening::chart::{Chart, Table};
use screening::report::Sentence;

/// As long as a date is: beside columns of words it needs no share of the width.
const LONGEST_DATE: usize = 20;

/// A longer cell is words, however it begins; columns of words share the width.
const LONGEST_NUMBER: usize = 36;

/// Sentences as paragraphs: an empty line in what somebody wrote begins a new one.
pub(crate) fn paragraphs(sentences: &[Sentence]) -> Vec<String> {
    let whole = sentences.iter().map(|sentence| sentence.text.trim()).collect::<Vec<_>>().join(" ");
    let mut paragraphs = vec![String::new()];
    for line in whole.replace("\r\n", "\n").split('\n') {
        match paragraphs.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line.trim());
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// What stands over a plot, nothing where the heading says it already.
pub(crate) fn caption<'a>(chart: &'a Chart, heading: &str) -> &'a str {
    if chart.title == heading { "" } else { &chart.title }
}

/// What stands over the plot's table: its caption without the plot's title, which was just said.
pub(crate) fn table_caption(chart: &Chart) -> &str {
    let caption = chart.table.caption.as_str();
    match caption.strip_prefix(chart.title.as_str()) {
        Some(rest) if !chart.title.is_empty() => {
            rest.trim_start_matches(|sign: char| sign == ' ' || ".·:–-".contains(sign))
        }
        _ => caption,
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// What the row is about.
    Header,
    /// Words: begins at the left and shares the width.
    Words,
    /// Something short: as narrow as it is.
    Short,
    /// Numbers, right under each other.
    Numbers,
}

/// Each column of a table.
pub(crate) fn columns(table: &Table) -> Vec<Column> {
    let cells = |place: usize| table.rows.iter().filter_map(move |row| row.get(place));
    let long = |cell: &String| cell.chars().count() > LONGEST_NUMBER;
    let wordy = |place: usize| cells(place).chain(table.columns.get(place)).any(long);
    let narrow = cells(0).chain(table.columns.first()).all(|cell| cell.chars().count() <= LONGEST_DATE);
    let narrow = narrow && (1..table.columns.len()).any(wordy);
    let of = |place: usize| {
        let number =
            |cell: &String| cell.starts_with(|first: char| first.is_ascii_digit() || "+–-".contains(first));
        if place == 0 {
            if narrow { Column::Short } else { Column::Header }
        } else if wordy(place) {
            Column::Words
        } else if cells(place).any(number) {
            Column::Numbers
        } else {
            Column::Short
        }
    };
    (0..table.columns.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_begins_a_paragraph() {
        let sentence = |text: &str| Sentence { text: text.to_owned(), ..Sentence::default() };
        let written = [sentence("Det første.\r\n \r\nDet andet\nover to linjer."), sentence(" Og mere.\n\n")];
        assert_eq!(paragraphs(&written), ["Det første.", "Det andet\nover to linjer. Og mere."]);
        assert!(paragraphs(&[]).is_empty());
    }

    #[test]
    fn a_date_leaves_the_width_to_the_words_beside_it() {
        let words = "De gamle forslag har fået svar, og en bruger læste dem op.";
        let table = |first: &str| Table {
            columns: ["Dag", "Her er vi", "Det gik godt"].map(str::to_owned).to_vec(),
            rows: vec![[first, "6", words].map(str::to_owned).to_vec()],
            ..Table::default()
        };
        assert_eq!(columns(&table("20. november 2026")), [Column::Short, Column::Numbers, Column::Words]);
        let wide = columns(&table("Et emne, der er længere end en dato"));
        assert_eq!(wide, [Column::Header, Column::Numbers, Column::Words]);
    }

    #[test]
    fn nothing_is_said_twice_over_a_plot() {
        let chart = Chart {
            title: "Alle emner".to_owned(),
            table: Table { caption: "Alle emner · gennemsnit".to_owned(), ..Table::default() },
            ..Chart::default()
        };
        assert_eq!((caption(&chart, "Alle emner"), table_caption(&chart)), ("", "gennemsnit"));
        assert_eq!(caption(&chart, "Billedet"), "Alle emner");
    }
}
