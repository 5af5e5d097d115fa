//! *Sådan har vi gjort*, and the foot of every page: who answered of how many, and never a pooled number.

use super::findings::too_few;
use super::reading::{Reading, sentence};
use super::{Block, Section, SectionKind};
use crate::hearing::{Hearing, half};
use crate::id::GroupId;
use crate::instrument::Disclosure;
use crate::language::Answered;
use crate::preparation::{Circumstance, SmallWay};
use crate::signals::SignalKind;
use std::collections::BTreeSet;

/// The section; it is always there.
pub(super) fn method(reading: &Reading<'_>) -> Section {
    let language = reading.language;
    let sources = reading.sources;
    let counts = || vec![language.basis_counts().to_owned()];
    let answers = answered(reading)
        .into_iter()
        .map(|(id, one)| sentence(format!("method.answered.{id}"), language.answered(one), counts()))
        .collect();

    let prepared = sources
        .circumstances
        .iter()
        .map(|circumstance| {
            let (key, group) = match circumstance {
                Circumstance::JointAnswer(group, _) => (format!("method.joint.{group}"), Some(group)),
                Circumstance::Small(group, _) => (format!("method.small.{group}"), Some(group)),
                Circumstance::Tie(_) => ("method.tie".to_owned(), None),
            };
            let name = group.map_or("", |group| reading.name(group));
            sentence(key, language.prepared(circumstance, name, sources.instrument.place(language)), counts())
        })
        .collect();

    let mut looked = vec![sentence("method.evidence", language.looked_at(&sources.coverage), counts())];
    let mut told = BTreeSet::new();
    for (number, hearing) in sources.held() {
        let key = format!("method.hearing.{}", u8::from(number));
        let times = sources.held().filter(|(other, _)| *other == number).count();
        if times > 1 && told.insert(number) {
            looked.push(sentence(key.clone(), language.held_times(number, times), counts()));
        }
        let key = if times > 1 { format!("{key}{}", letter(hearing)) } else { key };
        let first = hearing.counts.first().map_or(&hearing.present, |count| &count.present);
        let half_of = |present| half(present, sources.instrument);
        let mut text =
            language.held(number, hearing.letter, &hearing.date, half_of(first), hearing.conversation);
        let again: Vec<_> =
            hearing.counts.iter().skip(1).map(|count| (count.moment, half_of(&count.present))).collect();
        if !again.is_empty() {
            text = format!("{text} {}", language.recounted(&again));
        }
        looked.push(sentence(key, text, counts()));
    }
    if sources.held().next().is_none() {
        looked.push(sentence("method.no-hearings", language.no_hearings().to_owned(), counts()));
    }

    let size = sources.published.min_group_size;
    let scale = sources.instrument.scale;
    let protection = language.protection(
        &names(reading, Disclosure::Protected),
        &names(reading, Disclosure::InRole),
        size.k(),
        size.d(),
    );
    let mut guide = vec![sentence("method.protection", protection, counts())];
    if reading.figures {
        guide.push(sentence("method.guide", language.reading_guide(scale.min, scale.max), Vec::new()));
    }

    let mut unknown = Vec::new();
    if reading.figures {
        unknown.extend(
            too_few(reading)
                .into_iter()
                .map(|(key, text)| sentence(key.replacen("picture", "method", 1), text, counts())),
        );
    }
    let answered = answered(reading);
    let low = answered.iter().filter(|(_, one)| one.per_cent.is_some_and(|per_cent| per_cent < 50));
    let low: Vec<&str> = low.map(|(_, one)| one.group).collect();
    if !low.is_empty() {
        unknown.push(sentence("method.low", language.low_response(&low), counts()));
    }
    for (place, signal) in (1..=2).zip(reading.signals(SignalKind::Unknown)) {
        unknown.push(reading.finding(format!("method.unknown.{place}"), signal));
    }
    if sources.left_out > 0 {
        unknown.push(sentence("method.left-out", language.left_out(sources.left_out), counts()));
    }
    if sources.unread > 0 {
        unknown.push(sentence("method.unread", language.unread(sources.unread), counts()));
    }
    unknown.push(sentence(
        "method.tell",
        language.what_answers_tell(sources.instrument.place(language)),
        Vec::new(),
    ));

    Section {
        kind: SectionKind::Method,
        heading: language.section(SectionKind::Method).to_owned(),
        blocks: vec![
            Block::List(answers),
            Block::Paragraph(prepared),
            Block::Paragraph(looked),
            Block::Paragraph(guide),
            Block::Paragraph(unknown),
        ]
        .into_iter()
        .filter(|block| !block.is_empty())
        .collect(),
    }
}

/// The letter of a sitting as keys have it.
fn letter(hearing: &Hearing) -> String {
    hearing.letter.map(|letter| letter.to_ascii_lowercase().to_string()).unwrap_or_default()
}

/// The foot of every page.
pub(super) fn footer(reading: &Reading<'_>) -> String {
    let answered: Vec<Answered<'_>> = answered(reading).into_iter().map(|(_, one)| one).collect();
    let protected = names(reading, Disclosure::Protected);
    reading.language.footer(&answered, &protected, reading.sources.published.min_group_size.k())
}

/// Who answered, service users first, with the group's id.
pub(super) fn answered<'a>(reading: &Reading<'a>) -> Vec<(&'a str, Answered<'a>)> {
    // Who talks over cards at the hearing instead is told of in a sentence, and not as nobody of so many.
    let asked = |id: &GroupId| {
        !reading.sources.circumstances.iter().any(|circumstance| {
            matches!(circumstance, Circumstance::Small(group, SmallWay::Cards | SmallWay::LargeOnly) if group == id)
        })
    };
    let count = |id: &GroupId| reading.sources.published.groups.iter().find(|count| count.group == *id);
    reading
        .groups()
        .into_iter()
        .filter_map(|group| {
            let count = count(&group.id).filter(|count| count.submitted > 0 || asked(&group.id))?;
            let answered = Answered {
                group: reading.name(&group.id),
                submitted: count.submitted,
                invited: count.invited,
                per_cent: count.response_rate.map(|rate| (rate * 100.0).round() as u8),
                in_role: group.disclosure == Disclosure::InRole,
                open_link: reading.sources.open_links.contains(&group.id),
            };
            Some((group.id.as_str(), answered))
        })
        .collect()
}

/// The names of the groups of a disclosure, as they stand inside a sentence.
fn names(reading: &Reading<'_>, disclosure: Disclosure) -> String {
    let names: Vec<String> = reading
        .groups()
        .into_iter()
        .filter(|group| group.disclosure == disclosure)
        .map(|group| reading.language.inside(reading.name(&group.id)))
        .collect();
    reading.language.list(&names)
}
