//! *Det står stærkt*, *Billedet*, *Set forskelligt*.

use super::opening::{best_strengths, highest_points};
use super::reading::{Reading, on_lines, rank, sentence};
use super::{Block, Section, SectionKind, Sentence};
use crate::chart::{Drawing, GapRow, Width, focus_point_rows};
use crate::figures::{Standing, standing};
use crate::hearing::{HearingNumber, LineKind, MinuteLine, speaker};
use crate::id::FocusPointId;
use crate::picture::Kind;
use crate::signals::{Signal, SignalKind};

/// Strengths by the rule, else what lies highest, else what a hearing agreed on.
pub(super) fn strengths(reading: &Reading<'_>) -> Option<Section> {
    let language = reading.language;
    let strong = best_strengths(reading, 3);
    let mut list: Vec<Sentence> = (1..)
        .zip(&strong)
        .map(|(place, signal)| {
            sentence(format!("strengths.{place}"), reading.every_voice(signal), reading.basis(signal))
        })
        .collect();
    let highest = if strong.is_empty() { highest_points(reading, &[], 2) } else { Vec::new() };
    // *Kort fortalt* has the leading group's means; here every group is heard.
    list.extend(highest.iter().map(|one| {
        let means = reading.means(Kind::FocusPoint, one.point.as_str());
        let text = language.means(&reading.point(one.point), &means);
        sentence(format!("strengths.highest.{}", one.point), text, vec![reading.figures_of(one.point)])
    }));
    let heading = match (strong.is_empty(), highest.is_empty()) {
        (false, _) => language.section(SectionKind::Strengths),
        (true, false) => language.highest_heading(),
        (true, true) => language.agreed_heading(),
    };
    let points: Vec<&FocusPointId> = strong.iter().map(|signal| &signal.subject.focus_point).collect();
    let fits = |line: &MinuteLine| points.is_empty() || points.contains(&&line.focus_point);
    list.extend(minuted(reading, "strengths", LineKind::Agreed, 2, fits));
    section(SectionKind::Strengths, heading, vec![Block::List(list)])
}

/// One plot with a sentence or two; nothing without figures, since *Kort fortalt* says so.
pub(super) fn picture(reading: &Reading<'_>) -> Option<Section> {
    let language = reading.language;
    let counts = || vec![language.basis_counts().to_owned()];

    if !reading.figures {
        return None;
    }
    let chart =
        drawing(reading, "picture").dot_plot(&focus_point_rows(reading.sources.instrument), Width::Print);
    let mut words = compared(reading);
    words.extend(too_few(reading).into_iter().map(|(key, text)| sentence(key, text, counts())));
    let mut blocks = vec![Block::Chart(chart)];
    if !words.is_empty() {
        blocks.push(Block::Paragraph(words));
    }
    section(SectionKind::Picture, language.section(SectionKind::Picture), blocks)
}

/// The differences that a signal names, at most four, with a plot; a sentence where there is none to name.
pub(super) fn seen_differently(reading: &Reading<'_>) -> Option<Section> {
    let language = reading.language;
    let heading = language.section(SectionKind::SeenDifferently);
    let gaps = gaps(reading);
    let comparable = focus_point_rows(reading.sources.instrument)
        .iter()
        .any(|row| reading.means(row.kind, &row.code).len() > 1);
    let mut blocks = Vec::new();
    let rows: Vec<GapRow> = gaps.iter().filter_map(|signal| GapRow::of(signal)).collect();
    if let Some(chart) = drawing(reading, "differences").gap_plot(&rows, Width::Print) {
        blocks.push(Block::Chart(chart));
    }
    // The plot's table has every pair; the two first are said in words with every group's mean.
    let mut list: Vec<Sentence> = gaps
        .iter()
        .take(2)
        .map(|signal| {
            let text = language.differences(&reading.every_voice(signal), &clear_pairs(reading, signal));
            sentence(format!("differences.{}", signal.subject.code().1), text, reading.basis(signal))
        })
        .collect();
    if gaps.is_empty() && comparable {
        list.push(sentence("differences.none", language.no_gaps().to_owned(), Vec::new()));
    }
    list.extend(minuted(reading, "differences", LineKind::Disagreed, 2, |_| true));
    blocks.push(Block::List(list));
    section(SectionKind::SeenDifferently, heading, blocks)
}

/// Pairs of groups whose difference on the same subject is clear.
fn clear_pairs<'a>(reading: &Reading<'a>, signal: &Signal) -> Vec<(&'a str, &'a str)> {
    reading
        .signals(SignalKind::SeenDifferently)
        .filter(|other| other.clear && other.subject == signal.subject)
        .filter_map(|other| Some((reading.name(&other.group), reading.name(other.other_group.as_ref()?))))
        .collect()
}

/// Gap signals, one a focus point: on focus points before indicators, those with users first, clear ones first.
pub(super) fn gaps<'a>(reading: &Reading<'a>) -> Vec<&'a Signal> {
    let instrument = reading.sources.instrument;
    let uses = |id| instrument.group(id).is_some_and(|group| group.service_users);
    let mut ranked: Vec<&Signal> = reading.signals(SignalKind::SeenDifferently).collect();
    ranked.sort_by_key(|signal| {
        let users = uses(&signal.group) || signal.other_group.as_ref().is_some_and(uses);
        (signal.subject.indicator.is_some(), !users, !signal.clear)
    });
    let mut chosen: Vec<&Signal> = Vec::new();
    for signal in ranked {
        if chosen.iter().all(|other| other.subject.focus_point != signal.subject.focus_point) {
            chosen.push(signal);
        }
    }
    chosen.truncate(4);
    chosen
}

/// Where the groups differ most and where they lie close.
fn compared(reading: &Reading<'_>) -> Vec<Sentence> {
    let language = reading.language;
    let instrument = reading.sources.instrument;
    let mut spreads: Vec<(&FocusPointId, i64)> = instrument
        .focus_points
        .iter()
        .filter_map(|point| {
            let means = reading.means(Kind::FocusPoint, point.id.as_str());
            let ranks = || means.iter().map(|mean| rank(mean.figure));
            Some((&point.id, ranks().max()? - ranks().min()?)).filter(|_| means.len() > 1)
        })
        .collect();
    if spreads.is_empty() {
        return Vec::new();
    }
    let wide = (instrument.signals.gap * instrument.scale.range() * 100.0).round() as i64;
    spreads.sort_by_key(|(_, spread)| std::cmp::Reverse(*spread));
    let named = |points: Vec<&FocusPointId>| {
        let names: Vec<String> = points.iter().map(|point| reading.point(point)).collect();
        let basis = points.iter().map(|point| reading.figures_of(point)).collect();
        (language.list(&names), basis)
    };
    let far: Vec<&FocusPointId> =
        spreads.iter().filter(|(_, spread)| *spread >= wide).map(|(point, _)| *point).take(2).collect();
    if far.is_empty() {
        return vec![sentence("picture.alike", language.alike().to_owned(), Vec::new())];
    }
    let (points, basis) = named(far);
    let mut words = vec![sentence("picture.differ", language.differ_most(&points), basis)];
    if let Some((close, _)) = spreads.last().filter(|(_, spread)| *spread * 2 < wide) {
        let (points, basis) = named(vec![*close]);
        words.push(sentence("picture.close", language.close(&points), basis));
    }
    words
}

/// What was too few to show: a whole group, or a group on some focus points.
pub(super) fn too_few(reading: &Reading<'_>) -> Vec<(String, String)> {
    let sources = reading.sources;
    let said = reading.groups().into_iter().filter_map(|group| {
        let points: Vec<&FocusPointId> = sources
            .instrument
            .focus_points
            .iter()
            .map(|point| &point.id)
            .filter(|id| {
                let kind = Kind::FocusPoint;
                standing(sources.published, sources.instrument, kind, id.as_str(), &group.id) == Standing::Few
            })
            .collect();
        if points.is_empty() {
            return None;
        }
        let name = reading.name(&group.id);
        let text = if reading.placed(&group.id).is_empty() {
            reading.language.few_in_group(name)
        } else {
            let names: Vec<String> = points.iter().map(|point| reading.point(point)).collect();
            reading.language.few_on(name, &reading.language.list(&names))
        };
        Some((format!("picture.few.{}", group.id), text))
    });
    said.collect()
}

/// Letters of minutes that a section has room for: the report has four pages.
const MINUTED_TOGETHER: usize = 240;

/// Lines of a kind from the hearings' minutes, at most so many.
pub(super) fn minuted(
    reading: &Reading<'_>,
    section: &str,
    kind: LineKind,
    most: usize,
    fits: impl Fn(&MinuteLine) -> bool,
) -> Vec<Sentence> {
    let lines: Vec<(HearingNumber, &str, &MinuteLine)> = reading
        .sources
        .held()
        .flat_map(|(number, hearing)| hearing.lines().map(move |(id, line)| (number, id, line)))
        .filter(|(_, _, line)| line.kind == kind && fits(line) && !line.text.trim().is_empty())
        .scan(MINUTED_TOGETHER, |left, (number, id, line)| {
            // The first is there however long it is; more only while there is room.
            let room = *left;
            *left = left.saturating_sub(line.text.chars().count());
            (room == MINUTED_TOGETHER || *left > 0).then_some((number, id, line))
        })
        .take(most)
        .collect();
    (1..)
        .zip(lines)
        .map(|(place, (number, id, line))| {
            let role = speaker(line.role.as_ref(), reading.sources.instrument, reading.language);
            // A proposal stands in a section that is about its focus point.
            let point = (kind != LineKind::Proposal).then(|| reading.point(&line.focus_point));
            let text = reading.language.minuted(kind, point.as_deref(), &line.text, Some(role));
            let basis = vec![reading.language.basis_minutes(number, kind)];
            on_lines(sentence(format!("{section}.minutes.{place}"), text, basis), &[id])
        })
        .collect()
}

pub(super) fn drawing<'a>(reading: &Reading<'a>, prefix: &'a str) -> Drawing<'a> {
    Drawing {
        published: reading.sources.published,
        instrument: reading.sources.instrument,
        language: reading.language,
        prefix,
        rounds: None,
    }
}

/// A section, if any of its blocks holds something.
pub(super) fn section(kind: SectionKind, heading: &str, blocks: Vec<Block>) -> Option<Section> {
    let blocks: Vec<Block> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    (!blocks.is_empty()).then(|| Section { kind, heading: heading.to_owned(), blocks })
}
