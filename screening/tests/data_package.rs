//! The data package: every code, group and column of the figures is explained in it.

mod support;

use screening::data_package::files;
use screening::export::Export;
use screening::language::of;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use support::{alike, odd, picture, recovery};

type Rows = Vec<BTreeMap<String, String>>;

fn rows(content: &[u8]) -> Rows {
    let mut reader = csv::Reader::from_reader(content);
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn every_code_group_and_column_is_explained() {
    for (instrument, groups) in
        [(recovery(), vec![("leaders", 3), ("staff", 14), ("users", 22)]), (odd(), vec![("kitchen", 12)])]
    {
        let step = instrument.scale.max - 1;
        let responses: Vec<_> =
            groups.iter().flat_map(|(group, size)| alike(&instrument, group, "=Nord", *size, step)).collect();
        let published = picture(&instrument, &responses).published(&instrument);
        let export = Export::new(&published, &instrument, of("da"), ("Stedet", "Efterår"), (2026, 11, 21));
        let files: BTreeMap<String, Vec<u8>> = files(&export).expect("a package").into_iter().collect();
        let package: Value = serde_json::from_slice(&files["datapackage.json"]).expect("JSON");
        let resources = package["resources"].as_array().expect("resources");
        assert_eq!(files.len(), resources.len() + 1, "every file is described");
        let mut content = BTreeMap::new();
        for resource in resources {
            let own = &files[resource["path"].as_str().expect("a path")];
            let fields = resource["schema"]["fields"].as_array().expect("fields");
            let names: Vec<&str> =
                fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
            let heads = String::from_utf8_lossy(own).lines().next().map(str::to_owned);
            assert_eq!(heads, Some(names.join(",")));
            for field in fields {
                for said in ["title", "description"] {
                    assert!(field[said].as_str().is_some_and(|said| !said.trim().is_empty()), "{field}");
                }
            }
            content.insert(resource["name"].as_str().expect("a name"), rows(own));
        }
        let column = |file: &str, column: &str| -> BTreeSet<String> {
            content[file].iter().map(|row| row[column].clone()).filter(|cell| !cell.is_empty()).collect()
        };
        assert!(column("figures", "code").is_subset(&column("codes", "code")));
        assert!(column("figures", "group").is_subset(&column("groups", "group")));
        assert!(column("figures", "unit").contains("'=Nord"), "no formula");
        assert_eq!(column("scale", "step").len(), instrument.scale.steps());
        assert!(content["codes"].iter().all(|row| !row["title"].is_empty()));
        for row in content["figures"].iter().filter(|row| row["kind"] == "indicator") {
            let statement = content["statements"]
                .iter()
                .find(|own| own["code"] == row["code"] && own["group"] == row["group"])
                .expect("its statement");
            assert!(!statement["statement"].is_empty());
        }
    }
}
