//! A TOML file in the making, which knows the row that each of its lines comes from.

use std::collections::HashMap;
use std::hash::Hash;

/// A text of a list: its number there, its value as TOML writes it, its row.
struct Listed {
    number: usize,
    value: String,
    row: usize,
}

/// The keys of one table, in the order in which they came.
#[derive(Default)]
pub(super) struct Keys {
    /// The row in which the table was first spoken of.
    pub(super) row: usize,
    lines: Vec<(String, usize)>,
    lists: Vec<(String, Vec<Listed>)>,
}

impl Keys {
    /// A key with its value as TOML writes it.
    pub(super) fn set(&mut self, key: &str, value: &str, row: usize) {
        self.lines.push((format!("{key} = {value}"), row));
    }

    /// A text of a list, by its number.
    pub(super) fn list(&mut self, key: &str, number: usize, value: String, row: usize) {
        let text = Listed { number, value, row };
        match self.lists.iter_mut().find(|(known, _)| known == key) {
            Some((_, texts)) => texts.push(text),
            None => self.lists.push((key.to_owned(), vec![text])),
        }
    }
}

/// Tables by what they are about, in the order in which they came.
pub(super) struct Tables<K> {
    places: HashMap<K, usize>,
    tables: Vec<(K, Keys)>,
}

impl<K: Clone + Eq + Hash> Tables<K> {
    pub(super) fn new() -> Self {
        Self { places: HashMap::new(), tables: Vec::new() }
    }

    /// The table's keys; a new table where there is none.
    pub(super) fn of(&mut self, table: K, row: usize) -> &mut Keys {
        let place = *self.places.entry(table.clone()).or_insert_with(|| {
            self.tables.push((table, Keys { row, ..Keys::default() }));
            self.tables.len() - 1
        });
        &mut self.tables[place].1
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &Keys)> {
        self.tables.iter().map(|(table, keys)| (table, keys))
    }
}

/// The file.
#[derive(Default)]
pub(super) struct TomlFile {
    pub(super) text: String,
    rows: Vec<usize>,
}

impl TomlFile {
    fn line(&mut self, line: &str, row: usize) {
        self.text.push_str(line);
        self.text.push('\n');
        self.rows.push(row);
    }

    /// A table: its head's lines, and its keys.
    pub(super) fn table(&mut self, head: &[&str], keys: &Keys) {
        if !self.text.is_empty() {
            self.line("", keys.row);
        }
        for head in head {
            self.line(head, keys.row);
        }
        for (line, row) in &keys.lines {
            self.line(line, *row);
        }
        for (key, texts) in &keys.lists {
            let mut texts: Vec<_> = texts.iter().collect();
            texts.sort_by_key(|text| text.number);
            self.line(&format!("{key} = ["), texts.first().map_or(keys.row, |text| text.row));
            for Listed { value, row, .. } in texts {
                self.line(&format!("    {value},"), *row);
            }
            self.line("]", keys.row);
        }
    }

    /// The row that a line comes from; the first line is 1.
    pub(super) fn row(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|line| self.rows.get(line)).copied().unwrap_or(1)
    }
}

/// A text as TOML writes it, on one line: as JSON does, but for one sign.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

/// A path of keys, such as `items.users` or `"1.1"`.
pub(super) fn key(path: &[String]) -> String {
    let bare = |key: &str| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    };
    let keys: Vec<String> =
        path.iter().map(|key| if bare(key) { key.clone() } else { quoted(key) }).collect();
    keys.join(".")
}
