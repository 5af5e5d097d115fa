//! A screening's settings as they are posted, and where a problem of theirs stands on the form.

use super::Post;
use crate::pages::desk::naming::name_field;
use crate::pages::desk::settings_fields::{group_key, invited_field, joint_field, joint_value};
use crate::pages::desk::unit_lines;
use screening::id::GroupId;
use screening::instrument::{Disclosure, Form, Instrument};
use screening::preparation::joint_by_default;
use screening::settings::{GroupSize, Invited, Settings};
use std::collections::{BTreeMap, BTreeSet};
use workflow::{Error, FieldProblem, Problem};

/// Most that one number of people may be; the rule itself is in `workflow`.
const MOST: u64 = 10_000;

/// Fields that creating and preparing share, as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) units: String,
    pub(super) min_group_size: String,
    pub(super) invited: BTreeMap<String, String>,
    pub(super) forms: BTreeMap<String, String>,
    pub(super) joint: BTreeMap<String, String>,
}

impl Typed {
    /// Remembers every field.
    pub(super) fn remember(&self, post: Post) -> Post {
        let post = post.remember("units", &self.units).remember("min_group_size", &self.min_group_size);
        let post = self.remember_invited(post);
        remember_all(remember_all(post, "forms", &self.forms), "joint", &self.joint)
    }

    /// Remembers the numbers alone.
    pub(super) fn remember_invited(&self, post: Post) -> Post {
        remember_all(post, "invited", &self.invited)
    }

    /// Reads the numbers alone; what is no number is told by field.
    pub(super) fn numbers(&self, instrument: &Instrument, units: &[String]) -> workflow::Result<Invited> {
        let mut problems = Vec::new();
        let numbers = self.invited(instrument, units, &mut problems);
        if problems.is_empty() { Ok(numbers) } else { Err(Error::Invalid(problems)) }
    }

    /// Whether units were typed for which the form had no fields yet.
    pub(super) fn lacks_unit_fields(&self, instrument: &Instrument) -> bool {
        let has = |group: &str| self.invited.contains_key(&format!("{}.0", group_key(group)));
        !unit_lines(&self.units).is_empty()
            && instrument
                .groups
                .iter()
                .any(|group| group.disclosure == Disclosure::Protected && !has(group.id.as_str()))
    }

    /// Reads the fields into settings; what is no number or no choice is told by field.
    pub(super) fn read(&self, instrument: &Instrument, mut settings: Settings) -> workflow::Result<Settings> {
        let mut problems = Vec::new();
        settings.units = unit_lines(&self.units);
        match self.min_group_size.trim().parse::<u32>().map(GroupSize::try_from) {
            Ok(Ok(size)) => settings.min_group_size = size,
            _ => problems.push(problem("min_group_size", Problem::GroupTooSmall)),
        }
        settings.invited = self.invited(instrument, &settings.units, &mut problems);
        settings.forms = BTreeMap::new();
        for group in &instrument.groups {
            match self.forms.get(&group_key(group.id.as_str())).map(String::as_str) {
                Some("short") => {
                    settings.forms.insert(group.id.clone(), Form::Short);
                }
                Some("long") | None => {}
                Some(_) => {
                    problems.push(problem(
                        &format!("forms[{}]", group_key(group.id.as_str())),
                        Problem::NotAChoice,
                    ));
                }
            }
        }
        settings.joint = self.joint(instrument, &settings, &mut problems);
        if problems.is_empty() { Ok(settings) } else { Err(Error::Invalid(problems)) }
    }

    /// Groups that answer jointly: as chosen, or as is proposed for so many where nobody was asked yet.
    fn joint(
        &self,
        instrument: &Instrument,
        settings: &Settings,
        problems: &mut Vec<FieldProblem>,
    ) -> BTreeSet<GroupId> {
        let proposed = joint_by_default(settings, instrument);
        let mut joint = BTreeSet::new();
        for group in instrument.groups.iter().map(|group| &group.id) {
            let chosen = match self.joint.get(&group_key(group.as_str())).map(String::as_str) {
                None => proposed.contains(group),
                Some(chosen) if chosen == joint_value(true) => true,
                Some(chosen) if chosen == joint_value(false) => false,
                Some(_) => {
                    problems.push(problem(&joint_field(group.as_str()), Problem::NotAChoice));
                    false
                }
            };
            // Who is left alone answers alone, whatever the form was drawn with.
            if chosen && settings.invited.group(group) != Some(1) {
                joint.insert(group.clone());
            }
        }
        joint
    }

    /// Numbers by group and unit. A group whose fields are all empty is unknown and has no row.
    fn invited(
        &self,
        instrument: &Instrument,
        units: &[String],
        problems: &mut Vec<FieldProblem>,
    ) -> Invited {
        let mut invited = Invited::default();
        for group in &instrument.groups {
            let key = group_key(group.id.as_str());
            let places = units.iter().enumerate().map(|(place, unit)| (Some(place), unit.clone()));
            for (place, unit) in places.chain([(None, String::new())]) {
                let number = place.map(|place| place.to_string()).unwrap_or_default();
                let typed = self.invited.get(&format!("{key}.{number}")).map_or("", |text| text.trim());
                if typed.is_empty() {
                    continue;
                }
                match typed.parse::<u64>() {
                    Ok(number) => {
                        invited.0.entry(group.id.clone()).or_default().insert(unit, number);
                    }
                    Err(_) => {
                        let field = invited_field(group.id.as_str(), place);
                        problems.push(problem(&field, Problem::NotANumber(0, MOST)));
                    }
                }
            }
        }
        invited
    }
}

/// Remembers each field of a map as it is named on the form.
pub(super) fn remember_all(post: Post, name: &str, fields: &BTreeMap<String, String>) -> Post {
    fields.iter().fold(post, |post, (key, value)| post.remember(&format!("{name}[{key}]"), value))
}

fn problem(field: &str, problem: Problem) -> FieldProblem {
    FieldProblem { field: field.to_owned(), problem }
}

/// Puts the problems of settings at the fields of the form: `legal.retention` stands at `legal[retention]`,
/// `invited.users.Nord` at the field of that unit.
pub(super) fn at_fields<T>(done: workflow::Result<T>, units: &str) -> workflow::Result<T> {
    let units = unit_lines(units);
    done.map_err(|error| match error {
        Error::Invalid(problems) => Error::Invalid(
            problems.into_iter().map(|p| FieldProblem { field: field(&p.field, &units), ..p }).collect(),
        ),
        other => other,
    })
}

fn field(name: &str, units: &[String]) -> String {
    match name.split_once('.') {
        Some(("invited", rest)) => {
            let (group, unit) = rest.split_once('.').unwrap_or((rest, ""));
            invited_field(group, units.iter().position(|known| known == unit))
        }
        Some(("joint", group)) => joint_field(group),
        Some(("names", name)) => name_field(name),
        Some(("forms", group)) => format!("forms[{}]", group_key(group)),
        Some(("legal", fact)) => format!("legal[{fact}]"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_stands_at_the_field_it_was_typed_in() {
        let units = ["Nord".to_owned(), "Team 2.1".to_owned()];
        for (name, there) in [
            ("invited.users.Team 2.1", "invited[group-users.1]"),
            ("invited.users", "invited[group-users.]"),
            ("invited", "invited"),
            ("forms.staff", "forms[group-staff]"),
            ("legal.retention", "legal[retention]"),
            ("name", "name"),
        ] {
            assert_eq!(field(name, &units), there);
        }
    }
}
