//! *Kort fortalt*: two strengths, two concerns, one first step.

use super::method::answered;
use super::onward::Beginning;
use super::reading::{Placed, Reading, on_lines, sentence};
use super::{Block, Section, SectionKind, Sentence};
use crate::hearing::proposed_agenda;
use crate::id::{FocusPointId, GroupId};
use crate::language::Mean;
use crate::signals::{Signal, SignalKind};

/// The section; it is always there.
pub(super) fn in_short(reading: &Reading<'_>, beginnings: &[Beginning<'_>]) -> Section {
    let language = reading.language;
    let mut list = Vec::new();
    if reading.figures {
        list.extend(unheard(reading).map(|(group, text)| {
            sentence(format!("in-short.unheard.{group}"), text, vec![language.basis_counts().to_owned()])
        }));
        strengths(reading, &mut list);
        concerns(reading, &mut list);
    } else {
        let hearings = reading.sources.held().next().is_some();
        let text = language.no_figures(reading.sources.published.min_group_size.k(), hearings);
        list.push(sentence("in-short.no-figures", text, vec![language.basis_counts().to_owned()]));
    }
    list.push(first_step(reading, beginnings));
    Section {
        kind: SectionKind::InShort,
        heading: language.section(SectionKind::InShort).to_owned(),
        blocks: vec![Block::List(list)],
    }
}

/// Groups of service users of whom no figure can be shown, and why: who reads the others' figures must know it first.
pub(super) fn unheard<'a>(reading: &'a Reading<'a>) -> impl Iterator<Item = (&'a GroupId, String)> {
    let language = reading.language;
    let users = reading.groups().into_iter().filter(|group| group.service_users);
    users.filter(|group| reading.placed(&group.id).is_empty()).filter_map(move |group| {
        let (_, answered) = answered(reading).into_iter().find(|(id, _)| *id == group.id.as_str())?;
        let text = match answered.submitted {
            0 => language.nobody_in_group(answered.group),
            _ => language.few_in_group(answered.group),
        };
        Some((&group.id, text))
    })
}

/// Two strengths of different focus points; where the rule finds fewer, what lies highest.
fn strengths(reading: &Reading<'_>, list: &mut Vec<Sentence>) {
    let strong = best_strengths(reading, 2);
    for (place, signal) in (1..).zip(&strong) {
        list.push(reading.finding(format!("in-short.strength.{place}"), signal));
    }
    let named: Vec<&FocusPointId> = strong.iter().map(|signal| &signal.subject.focus_point).collect();
    if let Some(highest) = highest(reading, &named, 2 - strong.len()) {
        list.push(Sentence { key: "in-short.highest".to_owned(), ..highest });
    }
}

/// The strengths furthest past the rule, one a focus point: the focus point itself where it is a strength, else its
/// best indicator.
pub(super) fn best_strengths<'a>(reading: &Reading<'a>, most: usize) -> Vec<&'a Signal> {
    let mut strong: Vec<&Signal> = Vec::new();
    for signal in reading.signals(SignalKind::Strength) {
        let known = strong.iter_mut().find(|other| other.subject.focus_point == signal.subject.focus_point);
        match known {
            Some(known) if signal.subject.indicator.is_none() => *known = signal,
            Some(_) => {}
            None => strong.push(signal),
        }
    }
    strong.truncate(most);
    strong
}

/// Where the first leading group's figures lie highest, apart from what is named already and from the lowest.
pub(super) fn highest_points<'a>(
    reading: &Reading<'a>,
    named: &[&FocusPointId],
    most: usize,
) -> Vec<Placed<'a>> {
    let Some(group) = reading.leading.first() else { return Vec::new() };
    let lowest = reading.lowest(group);
    let free =
        |one: &Placed<'_>| !named.contains(&one.point) && lowest.iter().all(|low| low.point != one.point);
    reading.highest(group).into_iter().filter(free).take(most).collect()
}

/// The same as a sentence; never called strong, since no rule says so.
fn highest(reading: &Reading<'_>, named: &[&FocusPointId], most: usize) -> Option<Sentence> {
    let group = *reading.leading.first()?;
    let points = highest_points(reading, named, most);
    if points.is_empty() {
        return None;
    }
    let said: Vec<(String, Mean<'_>)> = points
        .iter()
        .map(|one| {
            (reading.point(one.point), Mean { group: reading.name(group), figure: one.figure, n: one.n })
        })
        .collect();
    let text = reading.language.highest(&said, !named.is_empty());
    Some(sentence("", text, points.iter().map(|one| reading.figures_of(one.point)).collect()))
}

/// The lowest of each leading group, always; and the first other thing that a hearing would be offered.
fn concerns(reading: &Reading<'_>, list: &mut Vec<Sentence>) {
    let mut named: Vec<&FocusPointId> = Vec::new();
    for group in &reading.leading {
        let lowest = reading.lowest(group);
        let Some(first) = lowest.first() else { continue };
        let points: Vec<String> = lowest.iter().take(3).map(|one| reading.point(one.point)).collect();
        let mean = Mean { group: reading.name(group), figure: first.figure, n: first.n };
        let high = reading.level(first.figure) >= reading.sources.instrument.signals.strength;
        let text = reading.language.lowest(&reading.language.list(&points), mean, high);
        let basis = lowest.iter().take(3).map(|one| reading.figures_of(one.point)).collect();
        list.push(sentence(format!("in-short.lowest.{group}"), text, basis));
        named.extend(lowest.iter().map(|one| one.point));
    }
    let others: Vec<Signal> = reading
        .sources
        .signals
        .iter()
        .filter(|signal| signal.kind != SignalKind::Strength)
        .cloned()
        .collect();
    let agenda = proposed_agenda(&others, reading.sources.instrument);
    let other = agenda.iter().find(|theme| !named.contains(&&theme.focus_point));
    if let Some(signal) = other.and_then(|theme| theme.signal.as_ref()) {
        list.push(reading.finding("in-short.concern".to_owned(), signal));
    }
}

fn first_step(reading: &Reading<'_>, beginnings: &[Beginning<'_>]) -> Sentence {
    let language = reading.language;
    let place = reading.sources.instrument.place(language);
    match beginnings.first() {
        Some(first) => {
            // A long proposal stands where the places to begin are.
            let proposal = first.proposal().filter(|text| text.chars().count() <= 120);
            let text = language.first_step(&reading.point(first.point), first.proposal().is_some(), proposal);
            on_lines(sentence("in-short.first-step", text, first.basis.clone()), &first.lines)
        }
        None => sentence("in-short.first-step", language.first_step_is_a_hearing(place), Vec::new()),
    }
}
