//! The figures with their codebook as a Frictionless data package: `datapackage.json` and the CSV files it describes
//! (<https://specs.frictionlessdata.io/tabular-data-package/>).
//!
//! To add a file: a table in [`files`], its columns in [`crate::language::ExportWords`].

use crate::export::Export;
use crate::instrument::Disclosure;
use crate::language::Described;
use crate::picture::Kind;
use crate::score_file::{COLUMNS, harmless};
use serde_json::{Map, Value, json};
use std::io;

/// One column: its name, and type and constraints as Table Schema says them.
type Field = (&'static str, Value);

/// The package's files by name, `datapackage.json` first.
///
/// # Errors
///
/// What writing gives; to memory, never.
pub fn files(export: &Export<'_>) -> io::Result<Vec<(String, Vec<u8>)>> {
    let words = export.language;
    let [figures, codes, statements, groups, scale] = words.package_files();
    let mut own = Vec::new();
    export.figures.write_csv(&mut own)?;
    let key = |fields: &str, resource: &str, other: &str| json!({ "fields": fields, "reference": { "resource": resource, "fields": other } });
    let tables = [
        Table {
            name: "figures",
            about: figures,
            fields: described(figure_fields(), words.figure_columns()),
            keys: json!({ "foreignKeys": [
                key("code", "codes", "code"),
                key("group", "groups", "group"),
                key("other_group", "groups", "group"),
            ] }),
            content: own,
        },
        Table {
            name: "codes",
            about: codes,
            fields: described(code_fields(), words.code_columns()),
            keys: json!({ "primaryKey": "code", "foreignKeys": [
                key("focus_point", "", "code"),
                key("value", "", "code"),
            ] }),
            content: csv(code_fields(), code_rows(export))?,
        },
        Table {
            name: "statements",
            about: statements,
            fields: described(statement_fields(), words.statement_columns()),
            keys: json!({ "primaryKey": ["code", "group"], "foreignKeys": [
                key("code", "codes", "code"),
                key("group", "groups", "group"),
            ] }),
            content: csv(statement_fields(), statement_rows(export))?,
        },
        Table {
            name: "groups",
            about: groups,
            fields: described(group_fields(), words.group_columns()),
            keys: json!({ "primaryKey": "group" }),
            content: csv(group_fields(), group_rows(export))?,
        },
        Table {
            name: "scale",
            about: scale,
            fields: described(scale_fields(export), words.scale_columns()),
            keys: json!({ "primaryKey": "step" }),
            content: csv(scale_fields(export), scale_rows(export))?,
        },
    ];
    let resources: Vec<Value> = tables.iter().map(Table::resource).collect();
    let (year, month, day) = export.made_on;
    let texts = export.instrument.texts(words.code());
    let package = json!({
        "profile": "tabular-data-package",
        "name": "pejling",
        "title": format!("{} – {}", export.organisation, export.screening),
        "description": words.figures_of(&texts.title),
        "created": format!("{year:04}-{month:02}-{day:02}T00:00:00Z"),
        "version": export.instrument.version.to_string(),
        "resources": resources,
    });
    let mut described = serde_json::to_vec_pretty(&package)?;
    described.push(b'\n');
    let csv = tables.into_iter().map(|table| (format!("{}.csv", table.name), table.content));
    Ok(std::iter::once(("datapackage.json".to_owned(), described)).chain(csv).collect())
}

struct Table {
    name: &'static str,
    about: Described,
    fields: Vec<Value>,
    /// Primary and foreign keys of the schema.
    keys: Value,
    content: Vec<u8>,
}

impl Table {
    fn resource(&self) -> Value {
        let mut schema = self.keys.clone();
        schema["fields"] = Value::from(self.fields.clone());
        schema["missingValues"] = json!([""]);
        json!({
            "profile": "tabular-data-resource",
            "name": self.name,
            "path": format!("{}.csv", self.name),
            "title": self.about.0,
            "description": self.about.1,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": { "delimiter": ",", "lineTerminator": "\n", "doubleQuote": true },
            "schema": schema,
        })
    }
}

fn described<const N: usize>(fields: [Field; N], words: [Described; N]) -> Vec<Value> {
    let with_words = fields.into_iter().zip(words).map(|((name, kind), (title, meaning))| {
        let mut field: Map<String, Value> = kind.as_object().cloned().unwrap_or_default();
        for (key, text) in [("name", name), ("title", title), ("description", meaning)] {
            field.insert(key.to_owned(), text.into());
        }
        Value::from(field)
    });
    with_words.collect()
}

fn csv<const N: usize>(fields: [Field; N], rows: Vec<[String; N]>) -> io::Result<Vec<u8>> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(fields.iter().map(|(name, _)| *name))?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn required() -> Value {
    json!({ "type": "string", "constraints": { "required": true } })
}

fn unique() -> Value {
    json!({ "type": "string", "constraints": { "required": true, "unique": true } })
}

fn one_of(words: &[&str]) -> Value {
    json!({ "type": "string", "constraints": { "required": true, "enum": words } })
}

fn truth() -> Value {
    json!({ "type": "boolean", "trueValues": ["true"], "falseValues": ["false"], "constraints": { "required": true } })
}

fn count() -> Value {
    json!({ "type": "integer", "constraints": { "minimum": 0 } })
}

fn number() -> Value {
    json!({ "type": "number" })
}

fn share() -> Value {
    json!({ "type": "number", "constraints": { "minimum": 0, "maximum": 1 } })
}

fn figure_fields() -> [Field; COLUMNS.len()] {
    COLUMNS.map(|column| {
        let kind = match column {
            "kind" => one_of(&["group", "indicator", "focus_point", "value", "gap"]),
            "shown" => one_of(&["yes", "mean", "few", "derived"]),
            "group" => required(),
            "n" | "dk" | "na" | "blank" => count(),
            // A bound is no number, and must not be read as one.
            "mean" => json!({ "type": "string", "constraints": { "pattern": "[<>]?-?[0-9]+(\\.[0-9]+)?" } }),
            "sd" => json!({ "type": "number", "constraints": { "minimum": 0 } }),
            "ci_low" | "ci_high" => number(),
            "agree" | "agree_low" | "agree_high" => share(),
            "alpha" => json!({ "type": "number", "constraints": { "maximum": 1 } }),
            _ => text(),
        };
        (column, kind)
    })
}

fn code_fields() -> [Field; 5] {
    [
        ("kind", one_of(&["indicator", "focus_point", "value"])),
        ("code", unique()),
        ("title", text()),
        ("focus_point", text()),
        ("value", text()),
    ]
}

fn code_rows(export: &Export<'_>) -> Vec<[String; 5]> {
    let texts = export.instrument.texts(export.language.code());
    let row = |kind: &str, code: &str, point: &str, value: &str| {
        [kind, code, texts.code(code), point, value].map(str::to_owned)
    };
    let mut rows = Vec::new();
    for point in &export.instrument.focus_points {
        rows.push(row("focus_point", point.id.as_str(), "", ""));
        for indicator in &point.indicators {
            let value = indicator.value.as_ref().map_or("", |value| value.as_str());
            rows.push(row("indicator", indicator.id.as_str(), point.id.as_str(), value));
        }
    }
    rows.extend(export.instrument.values.iter().map(|value| row("value", value.id.as_str(), "", "")));
    rows
}

fn statement_fields() -> [Field; 5] {
    let wording = json!({ "type": "integer", "constraints": { "required": true, "minimum": 1 } });
    [
        ("code", required()),
        ("group", required()),
        ("statement", text()),
        ("reversed", truth()),
        ("wording", wording),
    ]
}

/// What was asked, and only that: every row of an indicator's figures has its statement.
fn statement_rows(export: &Export<'_>) -> Vec<[String; 5]> {
    let texts = export.instrument.texts(export.language.code());
    let mut rows = Vec::new();
    for indicator in export.instrument.indicators() {
        for group in &indicator.groups {
            if export.figures.row(Kind::Indicator, indicator.id.as_str(), group).is_some() {
                rows.push([
                    indicator.id.to_string(),
                    group.to_string(),
                    texts.item(&indicator.id, group).unwrap_or_default().to_owned(),
                    indicator.reverse.contains(group).to_string(),
                    indicator.wording.to_string(),
                ]);
            }
        }
    }
    rows
}

fn group_fields() -> [Field; 7] {
    [
        ("group", unique()),
        ("title", text()),
        ("disclosure", one_of(&["protected", "in-role"])),
        ("service_users", truth()),
        ("submitted", count()),
        ("invited", count()),
        ("response_rate", share()),
    ]
}

fn group_rows(export: &Export<'_>) -> Vec<[String; 7]> {
    let texts = export.instrument.texts(export.language.code());
    let row = |group: &crate::instrument::Group| {
        let count = export.figures.groups.iter().find(|count| count.group == group.id);
        let given = |number: Option<String>| number.unwrap_or_default();
        [
            group.id.to_string(),
            texts.group(&group.id).to_owned(),
            if group.disclosure == Disclosure::InRole { "in-role" } else { "protected" }.to_owned(),
            group.service_users.to_string(),
            given(count.map(|count| count.submitted.to_string())),
            given(count.and_then(|count| count.invited).map(|invited| invited.to_string())),
            given(count.and_then(|count| count.response_rate).map(|rate| rate.to_string())),
        ]
    };
    export.instrument.groups.iter().map(row).collect()
}

fn scale_fields(export: &Export<'_>) -> [Field; 2] {
    let scale = export.instrument.scale;
    let step = json!({ "type": "integer", "constraints": {
        "required": true, "unique": true, "minimum": scale.min, "maximum": scale.max } });
    [("step", step), ("label", text())]
}

fn scale_rows(export: &Export<'_>) -> Vec<[String; 2]> {
    let scale = export.instrument.scale;
    let labels = &export.instrument.texts(export.language.code()).scale.labels;
    let label = |place: usize| labels.get(place).cloned().unwrap_or_default();
    (scale.min..=scale.max).enumerate().map(|(place, step)| [step.to_string(), label(place)]).collect()
}
