//! What holds for a screening's settings, before they are kept.

use crate::fields::{LONGEST_LINE, LONGEST_NAME, Problems, lines, one_line};
use crate::{Problem, Result};
use screening::id::GroupId;
use screening::instrument::{Disclosure, Instrument};
use screening::settings::{Invited, LegalFacts, Settings};
use std::collections::{BTreeMap, BTreeSet};

/// Most people that may be invited in one group and unit, and in all.
pub const MOST_INVITED: u64 = 10_000;
/// Most units of a screening.
pub const MOST_UNITS: usize = 100;
/// Longest closing, in minutes: a day.
pub const LONGEST_CLOSING: u64 = 1440;
/// Longest of the settings' free texts, in characters.
pub const LONGEST_SETTING: usize = 1000;

/// Name and settings as they are kept, or everything wrong with them by field: `name`, `language`, `units`,
/// `invited`, `invited.<group>`, `invited.<group>.<unit>`, `forms.<group>`, `joint.<group>`, `names.<name>`, `closing_minutes`, `legal.<fact>` and
/// the texts by their names.
pub(crate) fn checked(name: &str, settings: Settings, instrument: &Instrument) -> Result<(String, Settings)> {
    let (name, settings) = (one_line(name), tidy(settings));
    let mut problems = Problems::default();
    problems.required("name", &name, LONGEST_NAME);
    problems.unless(instrument.languages.contains(&settings.language), "language", Problem::NotAChoice);
    units(&settings.units, &mut problems);
    invited(&settings, instrument, &mut problems);
    for group in settings.forms.keys().filter(|group| instrument.group(group).is_none()) {
        problems.add(format!("forms.{group}"), Problem::NotAChoice);
    }
    let in_role =
        |group: &GroupId| instrument.group(group).is_some_and(|group| group.disclosure == Disclosure::InRole);
    for group in settings.joint.iter().filter(|group| !in_role(group)) {
        problems.add(format!("joint.{group}"), Problem::NotAChoice);
    }
    for (name, word) in &settings.names {
        let offered = instrument.names.get(name).is_some_and(|words| words.contains(word));
        problems.unless(offered, &format!("names.{name}"), Problem::NotAChoice);
    }
    problems.unless(
        (1..=LONGEST_CLOSING).contains(&u64::from(settings.closing_minutes)),
        "closing_minutes",
        Problem::NotANumber(1, LONGEST_CLOSING),
    );
    for (field, text) in texts(&settings) {
        problems.optional(&field, text, LONGEST_SETTING);
    }
    // It stands on every slip.
    problems.optional("contact", &settings.contact, LONGEST_LINE);
    problems.none()?;
    Ok((name, settings))
}

/// Whether the facts are there that the web asks for before it opens a screening.
pub(crate) fn legal_facts_are_there(legal: &LegalFacts) -> bool {
    legal.named().iter().all(|(_, text)| !text.trim().is_empty())
}

/// Whether numbers invited hold, for settings that do otherwise; the fields are those of [`checked`].
pub(crate) fn checked_invited(settings: &Settings, instrument: &Instrument) -> Result<()> {
    let mut problems = Problems::default();
    invited(settings, instrument, &mut problems);
    problems.none()
}

fn units(units: &[String], problems: &mut Problems) {
    problems.unless(units.len() <= MOST_UNITS, "units", Problem::TooLong(MOST_UNITS));
    for unit in units {
        problems.required("units", unit, LONGEST_NAME);
    }
    let different = units.iter().map(|unit| unit.to_lowercase()).collect::<BTreeSet<_>>();
    problems.unless(different.len() == units.len(), "units", Problem::Repeated);
}

fn invited(settings: &Settings, instrument: &Instrument, problems: &mut Problems) {
    let mut total = 0_u64;
    for (group, numbers) in &settings.invited.0 {
        problems.unless(instrument.group(group).is_some(), &format!("invited.{group}"), Problem::NotAChoice);
        for (unit, number) in numbers {
            let field = || {
                if unit.is_empty() { format!("invited.{group}") } else { format!("invited.{group}.{unit}") }
            };
            if !unit.is_empty() && !settings.units.contains(unit) {
                problems.add(field(), Problem::NotAChoice);
            }
            if *number > MOST_INVITED {
                problems.add(field(), Problem::NotANumber(0, MOST_INVITED));
            }
            total = total.saturating_add(*number);
        }
    }
    problems.unless(total > 0, "invited", Problem::NobodyInvited);
    problems.unless(total <= MOST_INVITED, "invited", Problem::NotANumber(1, MOST_INVITED));
}

fn texts(settings: &Settings) -> Vec<(String, &str)> {
    let own = [
        ("comment_reader", settings.comment_reader.as_str()),
        ("hear_back", &settings.hear_back),
        ("hearings", &settings.hearings),
        ("crisis_line", &settings.crisis_line),
        ("answer_by", &settings.answer_by),
        ("leader_promise", &settings.leader_promise),
    ];
    let legal = settings.legal.named();
    let legal = legal.into_iter().map(|(fact, text)| (format!("legal.{fact}"), text));
    own.into_iter().map(|(field, text)| (field.to_owned(), text)).chain(legal).collect()
}

/// Numbers invited without stray blanks: a unit is the same unit in the list and among the numbers, whatever blanks
/// were typed; two rows of numbers that become one are added up.
pub(crate) fn tidy_invited(invited: Invited) -> Invited {
    let numbers = |units: BTreeMap<String, u64>| {
        units.into_iter().fold(BTreeMap::new(), |mut tidied: BTreeMap<String, u64>, (unit, number)| {
            let sum = tidied.entry(one_line(&unit)).or_default();
            *sum = sum.saturating_add(number);
            tidied
        })
    };
    Invited(invited.0.into_iter().map(|(group, units)| (group, numbers(units))).collect())
}

/// The settings without stray blanks.
fn tidy(settings: Settings) -> Settings {
    Settings {
        units: settings.units.iter().map(|unit| one_line(unit)).collect(),
        invited: tidy_invited(settings.invited),
        comment_reader: one_line(&settings.comment_reader),
        hear_back: one_line(&settings.hear_back),
        hearings: one_line(&settings.hearings),
        crisis_line: lines(&settings.crisis_line),
        answer_by: one_line(&settings.answer_by),
        leader_promise: one_line(&settings.leader_promise),
        contact: one_line(&settings.contact),
        legal: settings.legal.each(lines),
        ..settings
    }
}
