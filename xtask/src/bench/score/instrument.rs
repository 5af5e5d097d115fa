//! As much of the shipped instrument as the programs beside ours have to know.

use crate::shell::root;
use anyhow::{Context, Result, bail};
use serde::Serialize;
use toml::Value;

/// The instrument measured with.
pub(super) const ID: &str = "recovery-orientering";

/// Who is asked what; written as JSON for the scripts.
#[derive(Serialize)]
pub(super) struct Instrument {
    pub(super) min: u8,
    pub(super) max: u8,
    pub(super) agree_from: u8,
    pub(super) groups: Vec<String>,
    pub(super) indicators: Vec<Indicator>,
}

#[derive(Serialize)]
pub(super) struct Indicator {
    pub(super) id: String,
    pub(super) focus_point: String,
    pub(super) value: Option<String>,
    /// The groups that are asked.
    pub(super) groups: Vec<String>,
}

/// Reads it from `instruments/`.
pub(super) fn read() -> Result<Instrument> {
    let path = root().join("instruments").join(ID).join("instrument.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&text).with_context(|| format!("{}", path.display()))
}

fn parse(text: &str) -> Result<Instrument> {
    let file: Value = toml::from_str(text)?;
    let step = |name: &str| -> Result<u8> {
        let step = file.get("scale").and_then(|scale| scale.get(name)).and_then(Value::as_integer);
        u8::try_from(step.with_context(|| format!("no scale.{name}"))?).context("a step of the scale")
    };
    let groups = list(&file, "groups").iter().map(id).collect::<Result<Vec<_>>>()?;
    let mut indicators = Vec::new();
    for point in list(&file, "focus_points") {
        for indicator in list(point, "indicators") {
            if !list(indicator, "reverse").is_empty() {
                bail!("the scripts beside ours know no reversed wording");
            }
            let asked = list(indicator, "groups").iter().filter_map(Value::as_str).map(str::to_owned);
            let asked: Vec<String> = asked.collect();
            indicators.push(Indicator {
                id: id(indicator)?,
                focus_point: id(point)?,
                value: indicator.get("value").and_then(Value::as_str).map(str::to_owned),
                groups: if asked.is_empty() { groups.clone() } else { asked },
            });
        }
    }
    let (min, max, agree_from) = (step("min")?, step("max")?, step("agree_from")?);
    Ok(Instrument { min, max, agree_from, groups, indicators })
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn id(of: &Value) -> Result<String> {
    of.get("id").and_then(Value::as_str).map(str::to_owned).context("an id is missing")
}
