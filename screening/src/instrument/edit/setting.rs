//! What a part has beside its texts: the scale's ends, how a group's figures may be shown, the words to choose, thresholds.

use super::{Draft, EditFault, EditProblem, Part};
use crate::id::FocusPointId;
use crate::instrument::load::limits::MOST_WORDS;
use crate::instrument::{Disclosure, Group, Instrument, Scale};
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Longest word to choose, in characters.
pub const LONGEST_WORD: usize = 80;
/// Highest step that a scale may have.
const HIGHEST_STEP: u32 = 255;
/// Most minutes that a questionnaire is said to take.
const MOST_MINUTES: u32 = 600;
/// Most steps of a scale.
const MOST_STEPS: u32 = 11;

/// The name of a setting's field.
pub fn setting_field(key: &str) -> String {
    format!("set[{key}]")
}

/// The settings of a part as they are typed, in the order in which they are edited.
pub(super) fn of(instrument: &Instrument, part: &Part) -> Vec<(&'static str, String)> {
    let number = |step: u8| step.to_string();
    match part {
        Part::Whole | Part::Indicator(_) => Vec::new(),
        Part::Scale => {
            let Scale { min, max, agree_from } = instrument.scale;
            vec![("min", number(min)), ("max", number(max)), ("agree_from", number(agree_from))]
        }
        Part::Group(id) => instrument.group(id).map(of_group).unwrap_or_default(),
        Part::Value(id) => {
            let value = instrument.values.iter().find(|value| value.id == *id);
            value.map(|value| vec![("involvement", yes_or_no(value.involvement))]).unwrap_or_default()
        }
        Part::FocusPoint(id) => {
            let point = instrument.focus_point(id);
            point.map(|point| vec![("involvement", yes_or_no(point.involvement))]).unwrap_or_default()
        }
        Part::Name(name) => {
            let words = instrument.names.get(name);
            words.map(|words| vec![("words", words.join("\n"))]).unwrap_or_default()
        }
        Part::Signals => {
            let mut signals = instrument.signals;
            signals.by_name().into_iter().map(|(name, share)| (name, per_cent(*share))).collect()
        }
    }
}

fn of_group(group: &Group) -> Vec<(&'static str, String)> {
    let disclosure = match group.disclosure {
        Disclosure::InRole => "in-role",
        Disclosure::Protected => "protected",
    };
    vec![
        ("disclosure", disclosure.to_owned()),
        ("service_users", yes_or_no(group.service_users)),
        ("minutes", group.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        ("order", ids(&group.order)),
    ]
}

fn yes_or_no(flag: bool) -> String {
    if flag { "yes" } else { "no" }.to_owned()
}

fn ids<Id: Borrow<str>>(ids: &[Id]) -> String {
    ids.iter().map(Borrow::borrow).collect::<Vec<_>>().join(" ")
}

/// A share as it is typed: per cent, to two decimals, with a comma.
fn per_cent(share: f64) -> String {
    let rounded = (share * 10_000.0).round() / 100.0;
    rounded.to_string().replace('.', ",")
}

impl Draft {
    /// Sets what was typed; whatever does not hold stays as it was and is told.
    pub(super) fn set(&mut self, part: &Part, typed: &BTreeMap<String, String>, faults: &mut Vec<EditFault>) {
        let before: BTreeMap<&str, String> = of(&self.0, part).into_iter().collect();
        let mut setting = Setting { typed, before, faults };
        match part {
            Part::Scale => {
                if let Some(scale) = setting.scale(self.0.scale) {
                    self.0.scale = scale;
                    for texts in self.0.texts.values_mut() {
                        texts.scale.labels.resize(scale.steps(), String::new());
                    }
                }
            }
            Part::Group(id) => {
                let listed: Vec<FocusPointId> =
                    self.0.focus_points.iter().map(|point| point.id.clone()).collect();
                if let Some(group) = self.0.groups.iter_mut().find(|group| group.id == *id) {
                    setting.group(group, &listed);
                }
            }
            Part::Value(id) => {
                if let Some(value) = self.0.values.iter_mut().find(|value| value.id == *id) {
                    setting.flag("involvement", &mut value.involvement);
                }
            }
            Part::FocusPoint(id) => {
                if let Some(point) = self.0.focus_points.iter_mut().find(|point| point.id == *id) {
                    setting.flag("involvement", &mut point.involvement);
                }
            }
            Part::Name(name) => {
                if let Some(words) = setting.words() {
                    self.rename_words(name, words);
                }
            }
            Part::Signals => {
                for (name, share) in self.0.signals.by_name() {
                    setting.share(name, share);
                }
            }
            Part::Whole | Part::Indicator(_) => {}
        }
    }

    /// The words of a name. One that is there already keeps its forms; where as many are new as are gone, each new one
    /// is an old one that is written otherwise, and takes its forms.
    fn rename_words(&mut self, name: &str, words: Vec<String>) {
        let before = self.0.names.get(name).cloned().unwrap_or_default();
        let gone: Vec<&String> = before.iter().filter(|word| !words.contains(word)).collect();
        let new: Vec<&String> = words.iter().filter(|word| !before.contains(word)).collect();
        for texts in self.0.texts.values_mut() {
            let Some(forms) = texts.names.get_mut(name) else { continue };
            for (place, word) in gone.iter().enumerate() {
                if let Some(own) = forms.remove(*word)
                    && gone.len() == new.len()
                {
                    forms.insert(new[place].clone(), own);
                }
            }
            if forms.is_empty() {
                texts.names.remove(name);
            }
        }
        self.0.names.insert(name.to_owned(), words);
    }
}

/// The typed settings of a part.
struct Setting<'a> {
    typed: &'a BTreeMap<String, String>,
    before: BTreeMap<&'a str, String>,
    faults: &'a mut Vec<EditFault>,
}

impl<'a> Setting<'a> {
    /// What was typed and is otherwise than it was.
    fn changed(&self, key: &str) -> Option<&'a str> {
        let typed = self.typed.get(key)?.trim();
        (self.before.get(key).is_none_or(|before| before != typed)).then_some(typed)
    }

    fn fault(&mut self, key: &str, problem: EditProblem) {
        self.faults.push(EditFault { field: setting_field(key), problem });
    }

    fn flag(&mut self, key: &str, flag: &mut bool) {
        match self.changed(key) {
            None => {}
            Some("yes") => *flag = true,
            Some("no") => *flag = false,
            Some(_) => self.fault(key, EditProblem::NotAChoice),
        }
    }

    /// A step of the scale as typed, or as it was; `None` where what was typed is none.
    fn step(&mut self, key: &str, was: u8) -> Option<u8> {
        let Some(typed) = self.changed(key) else { return Some(was) };
        let step = typed.parse().ok();
        if step.is_none() {
            self.fault(key, EditProblem::NotANumber(0, HIGHEST_STEP));
        }
        step
    }

    fn scale(&mut self, was: Scale) -> Option<Scale> {
        let [min, max, agree_from] = [("min", was.min), ("max", was.max), ("agree_from", was.agree_from)]
            .map(|(key, was)| self.step(key, was));
        let (min, max, agree_from) = (min?, max?, agree_from?);
        let steps = (u32::from(max) + 1).saturating_sub(u32::from(min));
        if !(2..=MOST_STEPS).contains(&steps) {
            self.fault("max", EditProblem::Steps(steps));
            return None;
        }
        if !(min..=max).contains(&agree_from) {
            self.fault("agree_from", EditProblem::OffScale(min, max));
            return None;
        }
        Some(Scale { min, max, agree_from })
    }

    fn group(&mut self, group: &mut Group, listed: &[FocusPointId]) {
        match self.changed("disclosure") {
            None => {}
            Some("in-role") => group.disclosure = Disclosure::InRole,
            Some("protected") => group.disclosure = Disclosure::Protected,
            Some(_) => self.fault("disclosure", EditProblem::NotAChoice),
        }
        self.flag("service_users", &mut group.service_users);
        match self.changed("minutes") {
            None => {}
            Some("") => group.minutes = None,
            Some(typed) => match typed.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes)) {
                Some(minutes) => group.minutes = Some(minutes),
                None => self.fault("minutes", EditProblem::NotANumber(1, MOST_MINUTES)),
            },
        }
        if let Some(typed) = self.changed("order") {
            match order(typed, listed) {
                Ok(order) => group.order = order,
                Err(problem) => self.fault("order", problem),
            }
        }
    }

    /// The words of a name, one a line.
    fn words(&mut self) -> Option<Vec<String>> {
        let typed = self.changed("words")?;
        let tidy = |line: &str| {
            let plain: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let words: Vec<String> = typed.lines().map(tidy).filter(|word| !word.is_empty()).collect();
        let twice = words.iter().enumerate().find(|(place, word)| words[..*place].contains(word));
        let problem = if words.is_empty() {
            EditProblem::NoWords
        } else if words.len() > MOST_WORDS {
            EditProblem::TooMany(MOST_WORDS)
        } else if words.iter().any(|word| word.chars().count() > LONGEST_WORD) {
            EditProblem::TooLong(LONGEST_WORD)
        } else if let Some((_, word)) = twice {
            EditProblem::WordTwice(word.clone())
        } else {
            return Some(words);
        };
        self.fault("words", problem);
        None
    }

    fn share(&mut self, key: &str, share: &mut f64) {
        let Some(typed) = self.changed(key) else { return };
        let number = typed.trim_end_matches('%').trim().replace(',', ".");
        match number.parse::<f64>().ok().filter(|number| (0.0..=100.0).contains(number)) {
            Some(number) => *share = number / 100.0,
            None => self.fault(key, EditProblem::NotAShare),
        }
    }
}

/// An order of focus points: every one, each once; as listed where nothing is said.
fn order(typed: &str, listed: &[FocusPointId]) -> Result<Vec<FocusPointId>, EditProblem> {
    let words = typed.split(|sign: char| sign.is_whitespace() || sign == ',');
    let order: Vec<FocusPointId> = words.filter(|word| !word.is_empty()).map(FocusPointId::from).collect();
    let names =
        |ids: &mut dyn Iterator<Item = &FocusPointId>| ids.map(ToString::to_string).collect::<Vec<_>>();
    let wrong = names(
        &mut order
            .iter()
            .enumerate()
            .filter_map(|(place, id)| (!listed.contains(id) || order[..place].contains(id)).then_some(id)),
    );
    let lacking = names(&mut listed.iter().filter(|id| !order.contains(id)));
    if order.is_empty() {
        Ok(listed.to_vec())
    } else if !wrong.is_empty() {
        Err(EditProblem::OrderUnknown(wrong))
    } else if !lacking.is_empty() {
        Err(EditProblem::OrderLacks(lacking))
    } else {
        Ok(order)
    }
}
