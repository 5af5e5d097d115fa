//! The screenings of `tests/data`, whose expected figures R made (`sets.R`).

use screening::answers::read_csv;
use screening::disclosure::disclose;
use screening::id::GroupId;
use screening::instrument::load::load;
use screening::instrument::{Form, Instrument};
use screening::picture::Picture;
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What `case.toml` holds.
#[derive(Deserialize)]
struct Settings {
    min_group_size: GroupSize,
    short: Vec<GroupId>,
    invited: BTreeMap<GroupId, u64>,
}

/// A screening of `tests/data`.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) instrument: Instrument,
    pub(crate) forms: BTreeMap<GroupId, Form>,
    pub(crate) answers: String,
    size: GroupSize,
    invited: Invited,
}

/// A file of a data set.
pub(crate) fn file(set: &str, name: &str) -> String {
    let path = format!("{}/tests/data/{set}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// The cells of a file, header and all.
pub(crate) fn cells(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
    let row = |row: Result<csv::StringRecord, _>| row.expect("a row").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

impl Case {
    pub(crate) fn read(name: &'static str) -> Self {
        let structure = file(name, "instrument.toml");
        let settings: Settings = toml::from_str(&file(name, "case.toml")).expect("sound settings");
        let texts = numbers_alone(&toml::from_str(&structure).expect("TOML"));
        let instrument = load(("instrument.toml", &structure), &[("da", "da.toml", &texts)])
            .unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let of_group = |(group, number)| (group, BTreeMap::from([(String::new(), number)]));
        Self {
            name,
            instrument,
            forms: settings.short.into_iter().map(|group| (group, Form::Short)).collect(),
            answers: file(name, "answers.csv"),
            size: settings.min_group_size,
            invited: Invited(settings.invited.into_iter().map(of_group).collect()),
        }
    }

    /// The picture of everything the scorer has gathered.
    pub(crate) fn disclosed(&self, scorer: &Scorer) -> Picture {
        disclose(&scorer.finish(&self.invited), &self.instrument, self.size)
    }

    /// The picture of the file of answers.
    pub(crate) fn picture(&self) -> Picture {
        let mut scorer = Scorer::new(&self.instrument, &self.forms);
        read_csv(self.answers.as_bytes(), &self.instrument, &self.forms, |response| scorer.add(&response))
            .unwrap_or_else(|fault| panic!("{}: {fault}", self.name));
        self.disclosed(&scorer)
    }
}

/// The texts an instrument must have, for one that has numbers alone.
fn numbers_alone(structure: &toml::Table) -> String {
    let list = |table: &toml::Table, key: &str| -> Vec<toml::Value> {
        table.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default()
    };
    let id = |value: &toml::Value| value["id"].as_str().expect("an id").to_owned();
    let scale = &structure["scale"];
    let [min, max] = ["min", "max"].map(|end| scale[end].as_integer().expect("a step"));
    let labels: Vec<String> = (min..=max).map(|step| format!("\"{step}\"")).collect();
    let mut texts = format!("title = \"Tal\"\n[scale]\nlabels = [{}]\n[groups]\n", labels.join(", "));
    let mut write = |line: std::fmt::Arguments<'_>| writeln!(texts, "{line}").expect("a line");
    for group in list(structure, "groups") {
        write(format_args!("{0} = \"{0}\"", id(&group)));
    }
    for point in list(structure, "focus_points") {
        write(format_args!("[focus_points.{0}]\ntitle = \"{0}\"", id(&point)));
        for indicator in list(point.as_table().expect("a table"), "indicators") {
            write(format_args!("[indicators.\"{}\".items]", id(&indicator)));
            for group in indicator["groups"].as_array().expect("a list") {
                write(format_args!("{group} = \"{}\"", id(&indicator)));
            }
        }
    }
    texts
}
