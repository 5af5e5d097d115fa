//! Did they all reckon the same?

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Furthest two programs may be apart, as a share of the figure where it is over 1.
const APART: f64 = 1e-9;

/// Compares what `pejling score --format json` printed with what the scripts did; gives the number of figures.
pub(super) fn compare(own: &Path, others: &[&Path]) -> Result<usize> {
    let read = |path: &Path| -> Result<Value> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
    };
    let own = own_figures(&read(own)?)?;
    for other in others {
        let figures: BTreeMap<String, f64> = serde_json::from_value(read(other)?)?;
        same(&own, &figures).with_context(|| format!("{} is not what pejling says", other.display()))?;
    }
    Ok(own.len())
}

/// The figures that the scripts make too, by name.
fn own_figures(file: &Value) -> Result<BTreeMap<String, f64>> {
    let mut figures = BTreeMap::new();
    for row in file["rows"].as_array().context("no rows")? {
        let text = |name: &str| row[name].as_str().unwrap_or_default();
        if !row["unit"].is_null() || text("kind") == "gap" {
            continue;
        }
        let begin = format!("{} {} {}", text("kind"), text("code"), text("group"));
        for name in ["n", "mean", "sd", "agree", "dk", "na", "blank"] {
            if let Some(figure) = row[name].as_f64() {
                figures.insert(format!("{begin} {name}"), figure);
            }
        }
        for (step, persons) in (1..).zip(row["distribution"].as_array().into_iter().flatten()) {
            let persons = persons.as_f64().context("a count of persons")?;
            figures.insert(format!("{begin} step {step}"), persons);
        }
    }
    Ok(figures)
}

fn same(one: &BTreeMap<String, f64>, other: &BTreeMap<String, f64>) -> Result<()> {
    ensure!(!one.is_empty(), "there are no figures");
    if let Some(name) = one.keys().find(|name| !other.contains_key(*name)) {
        bail!("{name} is missing");
    }
    for (name, figure) in other {
        let own = one.get(name).with_context(|| format!("{name} is not ours"))?;
        ensure!((own - figure).abs() <= APART * own.abs().max(1.0), "{name}: {figure} and not {own}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::same;
    use std::collections::BTreeMap;

    fn figures(of: &[(&str, f64)]) -> BTreeMap<String, f64> {
        of.iter().map(|(name, figure)| ((*name).to_owned(), *figure)).collect()
    }

    #[test]
    fn what_differs_or_is_missing_is_named() {
        let own = figures(&[("a n", 1000.0), ("a mean", 3.25)]);
        assert!(same(&own, &figures(&[("a n", 1000.0), ("a mean", 3.250_000_000_1)])).is_ok());
        for (other, name) in [
            (figures(&[("a n", 1001.0), ("a mean", 3.25)]), "a n"),
            (figures(&[("a n", 1000.0)]), "a mean"),
            (figures(&[("a n", 1000.0), ("a mean", 3.25), ("a sd", 1.0)]), "a sd"),
            (figures(&[("a n", 1000.0), ("a mean", f64::NAN)]), "a mean"),
        ] {
            let error = same(&own, &other).expect_err(name).to_string();
            assert!(error.starts_with(name), "{error}");
        }
    }
}
