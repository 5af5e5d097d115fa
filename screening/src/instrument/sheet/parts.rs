//! Where each row of a sheet belongs in an instrument's files.

/// A table of `instrument.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Table {
    Root,
    Scale,
    Signals,
    Names,
    Group(String),
    Value(String),
    FocusPoint(String),
    Indicator(String),
}

/// How a cell of structure is written in TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A whole number.
    Number,
    /// A share; a decimal comma is as good as a point.
    Share,
    /// `yes` or `no`.
    Flag,
    /// Ids, with blanks between them.
    Ids,
}

/// Where a row belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A key of the structure.
    Structure(Table, String, Kind),
    /// Which focus point an indicator is in.
    Belongs,
    /// One of the words to choose from, by name and number.
    Choice(String, usize),
    /// A text of each language: the table's path, the key's path in it.
    Text(Vec<String>, Vec<String>),
    /// A numbered text of a list of each language.
    Listed(Vec<String>, String, usize),
    /// A form of a word to choose from: name, the word's number, form.
    Form(String, usize, String),
}

/// The parts, for a message.
pub(super) const PARTS: &str =
    "instrument, scale, group, value, focus_point, indicator, explain, name, signal";

/// Where a row belongs; `Err` holds the fields that its part has, or nothing where there is no such part.
pub(super) fn place(part: &str, id: &str, field: &str) -> Result<Place, &'static str> {
    use Kind::{Flag, Ids, Number, Share, Word};
    let own = || id.to_owned();
    let path = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let set = |table, kind| Ok(Place::Structure(table, field.to_owned(), kind));
    let say = |table: &[&str], key: &[&str]| Ok(Place::Text(path(table), path(key)));
    let (name, rest) = field.split_once('.').unwrap_or((field, ""));
    let number = rest.split('.').next().and_then(|number| number.parse::<usize>().ok());
    let fields = match part {
        "instrument" => match field {
            "id" => return set(Table::Root, Word),
            "version" => return set(Table::Root, Number),
            "languages" => return set(Table::Root, Ids),
            "title" => return say(&[], &["title"]),
            _ => "id, version, languages, title",
        },
        "scale" => match (field, name, number) {
            ("min" | "max" | "agree_from", ..) if id.is_empty() => return set(Table::Scale, Number),
            (_, "labels", Some(number)) if id.is_empty() => {
                return Ok(Place::Listed(path(&["scale"]), "labels".to_owned(), number));
            }
            ("dont_know" | "not_applicable" | "help", ..) if id.is_empty() => {
                return say(&["scale"], &[field]);
            }
            ("dont_know" | "not_applicable" | "help", ..) => return say(&["scale", id], &[field]),
            _ => "min, max, agree_from, labels.1, dont_know, not_applicable, help",
        },
        "group" => match field {
            "disclosure" => return set(Table::Group(own()), Word),
            "service_users" => return set(Table::Group(own()), Flag),
            "order" => return set(Table::Group(own()), Ids),
            "minutes" => return set(Table::Group(own()), Number),
            "name" => return say(&["groups"], &[id]),
            "open_question" => return say(&["open_question"], &[id]),
            _ => "disclosure, service_users, order, minutes, name, open_question",
        },
        "value" => match field {
            "involvement" => return set(Table::Value(own()), Flag),
            "name" => return say(&["values"], &[id]),
            _ => "involvement, name",
        },
        "focus_point" => match (field, name) {
            ("involvement", _) => return set(Table::FocusPoint(own()), Flag),
            ("title", _) => return say(&["focus_points", id], &["title"]),
            (_, "intro") if !rest.is_empty() => return say(&["focus_points", id], &["intro", rest]),
            _ => "involvement, title, intro.GROUP",
        },
        "indicator" => match (field, name, number) {
            ("focus_point", ..) => return Ok(Place::Belongs),
            ("value", ..) => return set(Table::Indicator(own()), Word),
            ("groups" | "short" | "reverse", ..) => return set(Table::Indicator(own()), Ids),
            ("wording", ..) => return set(Table::Indicator(own()), Number),
            ("title" | "dialogue", ..) => return say(&["indicators", id], &[field]),
            (_, "items" | "anchors", _) if !rest.is_empty() => {
                return say(&["indicators", id], &[name, rest]);
            }
            (_, "documents" | "observations", Some(number)) => {
                return Ok(Place::Listed(path(&["indicators", id]), name.to_owned(), number));
            }
            _ => {
                "focus_point, value, groups, short, reverse, wording, title, items.GROUP, documents.1, \
                 observations.1, anchors.1, dialogue"
            }
        },
        "explain" if field == "text" => return say(&["explain"], &[id]),
        "explain" => "text",
        "name" => match (name, number, rest.split_once('.')) {
            ("words", Some(number), None) => return Ok(Place::Choice(own(), number)),
            ("forms", Some(number), Some((_, form))) => {
                return Ok(Place::Form(own(), number, form.to_owned()));
            }
            _ => "words.1, forms.1.FORM",
        },
        "signal" => return set(Table::Signals, Share),
        _ => "",
    };
    Err(fields)
}
