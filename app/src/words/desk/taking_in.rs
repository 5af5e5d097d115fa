//! Words of an instrument that comes in from a file, and of what keeps a file from being taken.

use crate::words::{Words, fill, words};
use screening::instrument::Why;
use screening::instrument::taking_in::{FaultPlace, InstrumentFault};

words! {
    /// An instrument that comes in from a file.
    InstrumentFileWords {
        link, title, lead, kinds, kind_sheet, kind_form, kind_folder, file, file_hint, read, look_title,
        look_lead, contents, lacking_none, lacking_one, lacking, left_out, left_out_more, take_in,
        other_file, draft_csv, into_link, into_lead, compare_title, compare_lead, compare_none, means,
        means_hint, replace, replace_hint, asked, at_cell, at_sheet, at_line, missing, empty, unknown,
        unknown_none, number, share, yes_no, one_of, id_form, id_taken, language_code, no_texts, not_named,
        steps, off_scale, labels, too_many, no_point, order_lacks, no_value, no_group, never_asked,
        nothing_asked, twice, unknown_name, no_form, names_another, kind, unreadable, more, too_large,
        not_utf8, heads, beyond_heads, repeated, not_a_text, not_structure, no_such_word, in_no_point,
        not_an_instrument, no_sheet, no_column, head_language, step_numbers, nameless, name_taken,
        closes_nothing, never_closed, no_list, no_choices, other_choices, other_kind, words_anyway,
        condition, by_order,
    }
}

/// Longest piece of a file that a message quotes, in characters.
const LONGEST_QUOTE: usize = 80;

/// A fault in an instrument's file, or what is left out of it: where, what, and the mend.
pub fn instrument_fault(words: &Words, fault: &InstrumentFault) -> String {
    let w = &words.desk.instrument_take_in;
    let what = why(words, &fault.why);
    let place = match &fault.place {
        FaultPlace::Whole => return what,
        FaultPlace::Cell(None, row, column) => {
            fill(&w.at_cell, &[("row", &row.to_string()), ("column", &cut(column))])
        }
        FaultPlace::Cell(Some(sheet), row, column) => {
            fill(&w.at_sheet, &[("row", &row.to_string()), ("sheet", &cut(sheet)), ("column", &cut(column))])
        }
        FaultPlace::Line(file, line) => {
            fill(&w.at_line, &[("line", &line.to_string()), ("file", &cut(file))])
        }
    };
    format!("{place}: {what}")
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn why(words: &Words, why: &Why) -> String {
    let w = &words.desk.instrument_take_in;
    let language = words.sentences();
    let quoted = |text: &str| language.quoted(&cut(text));
    let one = |text: &str, name: &str, value: &str| fill(text, &[(name, &quoted(value))]);
    let number = |text: &str, name: &str, value: &dyn ToString| fill(text, &[(name, &value.to_string())]);
    let list = |text: &str, name: &str, all: &[String]| {
        let all: Vec<String> = all.iter().map(|one| cut(one)).collect();
        fill(text, &[(name, &all.join(", "))])
    };
    match why {
        Why::Missing(field) => one(&w.missing, "field", field),
        Why::Empty => w.empty.clone(),
        Why::Unknown(known) if known.is_empty() => w.unknown_none.clone(),
        Why::Unknown(known) => list(&w.unknown, "known", known),
        Why::Number(low, high) => fill(&w.number, &[("low", &low.to_string()), ("high", &high.to_string())]),
        Why::Share => w.share.clone(),
        Why::YesNo => w.yes_no.clone(),
        Why::OneOf(known) => list(&w.one_of, "known", known),
        Why::IdForm => w.id_form.clone(),
        Why::IdTaken(id) => one(&w.id_taken, "id", id),
        Why::LanguageCode => w.language_code.clone(),
        Why::NoTexts(code) => one(&w.no_texts, "language", code),
        Why::NotNamed(code) => one(&w.not_named, "language", code),
        Why::Steps(steps) => number(&w.steps, "steps", steps),
        Why::OffScale(min, max) => {
            fill(&w.off_scale, &[("min", &min.to_string()), ("max", &max.to_string())])
        }
        Why::Labels(needed, there) => {
            fill(&w.labels, &[("needed", &needed.to_string()), ("there", &there.to_string())])
        }
        Why::TooMany(most) => number(&w.too_many, "most", most),
        Why::NoPoint(id) => one(&w.no_point, "id", id),
        Why::OrderLacks(points) => list(&w.order_lacks, "points", points),
        Why::NoValue(id) => one(&w.no_value, "id", id),
        Why::NoGroup(id) => one(&w.no_group, "id", id),
        Why::NeverAsked(id) => one(&w.never_asked, "id", id),
        Why::NothingAsked => w.nothing_asked.clone(),
        Why::Twice(text) => one(&w.twice, "text", text),
        Why::UnknownName(name) => one(&w.unknown_name, "name", name),
        Why::NoForm(name, word) => fill(&w.no_form, &[("word", &quoted(word)), ("name", &quoted(name))]),
        Why::NamesAnother => w.names_another.clone(),
        Why::Kind => w.kind.clone(),
        Why::Unreadable => w.unreadable.clone(),
        Why::More(_) => w.more.clone(),
        Why::TooLarge(_) => w.too_large.clone(),
        Why::NotUtf8 => w.not_utf8.clone(),
        Why::Heads => w.heads.clone(),
        Why::BeyondHeads => w.beyond_heads.clone(),
        Why::Repeated(row) => number(&w.repeated, "row", row),
        Why::NotAText => w.not_a_text.clone(),
        Why::NotStructure => w.not_structure.clone(),
        Why::NoSuchWord => w.no_such_word.clone(),
        Why::InNoPoint(id) => one(&w.in_no_point, "id", id),
        Why::NotAnInstrument => w.not_an_instrument.clone(),
        Why::NoSheet(sheet) => one(&w.no_sheet, "sheet", sheet),
        Why::NoColumn(column) => one(&w.no_column, "column", column),
        Why::HeadLanguage => w.head_language.clone(),
        Why::StepNumbers(numbers) => fill(&w.step_numbers, &[("numbers", &cut(numbers))]),
        Why::Nameless => w.nameless.clone(),
        Why::NameTaken(name, row) => {
            fill(&w.name_taken, &[("row", &row.to_string()), ("name", &quoted(name))])
        }
        Why::ClosesNothing => w.closes_nothing.clone(),
        Why::NeverClosed => w.never_closed.clone(),
        Why::NoList(list) => one(&w.no_list, "list", list),
        Why::NoChoices => w.no_choices.clone(),
        Why::OtherChoices(list) => one(&w.other_choices, "list", list),
        Why::OtherKind(kind) => one(&w.other_kind, "kind", kind),
        Why::WordsAnyway => w.words_anyway.clone(),
        Why::Condition => w.condition.clone(),
        Why::ByOrder => w.by_order.clone(),
    }
}
