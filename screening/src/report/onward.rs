//! *Tre steder at begynde*, and what management is asked to answer.

use super::findings::section;
use super::process::answer_blocks;
use super::reading::{Reading, on_lines, sentence};
use super::{Block, Section, SectionKind};
use crate::hearing::{HearingNumber, LineKind, MinuteLine, proposed_agenda};
use crate::id::FocusPointId;
use crate::signals::{Signal, SignalKind};

/// Places to begin at most.
const MOST: usize = 3;

/// Letters that two proposals for one place may have together.
const TWO_PROPOSALS: usize = 240;

/// Why to begin there.
enum Reason<'a> {
    /// A hearing proposed it.
    Proposal(&'a str, Option<&'a str>),
    /// A signal points to it.
    Signal(Box<Signal>),
    /// It lies lowest.
    Lowest,
}

/// A place to begin: a focus point with a first step.
pub(super) struct Beginning<'a> {
    pub(super) point: &'a FocusPointId,
    pub(super) basis: Vec<String>,
    /// Lines of the minutes that propose it, by their ids.
    pub(super) lines: Vec<&'a str>,
    reason: Reason<'a>,
}

impl Beginning<'_> {
    pub(super) fn proposal(&self) -> Option<&str> {
        match &self.reason {
            Reason::Proposal(proposal, _) => Some(proposal),
            _ => None,
        }
    }
}

/// At most three: what the hearings proposed, then what a hearing would be offered (strengths aside), then the lowest
/// of the leading group.
pub(super) fn beginnings<'a>(reading: &Reading<'a>) -> Vec<Beginning<'a>> {
    let instrument = reading.sources.instrument;
    let mut found = proposed(reading);
    let others: Vec<Signal> = reading
        .sources
        .signals
        .iter()
        .filter(|signal| signal.kind != SignalKind::Strength)
        .cloned()
        .collect();
    let from_signals = proposed_agenda(&others, instrument).into_iter().filter_map(|theme| {
        let signal = theme.signal?;
        let point = &instrument.focus_point(&theme.focus_point)?.id;
        let (basis, lines) = (reading.basis(&signal), Vec::new());
        Some(Beginning { point, basis, lines, reason: Reason::Signal(Box::new(signal)) })
    });
    let lowest = reading.leading.iter().filter_map(|group| {
        let point = reading.lowest(group).first()?.point;
        let (basis, lines) = (vec![reading.figures_of(point)], Vec::new());
        Some(Beginning { point, basis, lines, reason: Reason::Lowest })
    });
    for beginning in from_signals.chain(lowest) {
        // The lowest is a place to begin only where nothing else is.
        let needed = found.is_empty() || !matches!(beginning.reason, Reason::Lowest);
        if needed && found.len() < MOST && found.iter().all(|other| other.point != beginning.point) {
            found.push(beginning);
        }
    }
    found
}

/// Proposals from the minutes, one place a focus point: those that the second hearing confirmed first, then in the
/// order of the agenda, then of the instrument.
fn proposed<'a>(reading: &Reading<'a>) -> Vec<Beginning<'a>> {
    let lines: Vec<(HearingNumber, &str, &MinuteLine)> = reading
        .sources
        .held()
        .flat_map(|(number, hearing)| hearing.lines().map(move |(id, line)| (number, id, line)))
        .filter(|(_, _, line)| !line.text.trim().is_empty())
        .collect();
    let agenda: Vec<&FocusPointId> = reading
        .sources
        .held()
        .flat_map(|(_, hearing)| hearing.themes.iter().map(|theme| &theme.focus_point))
        .collect();
    let mut places: Vec<Beginning<'a>> = reading
        .sources
        .instrument
        .focus_points
        .iter()
        .filter_map(|point| {
            let mut proposals = lines
                .iter()
                .filter(|(_, _, line)| line.kind == LineKind::Proposal && line.focus_point == point.id);
            let (number, id, first) = proposals.next()?;
            // A second one only where both are short: the report has four pages.
            let other = proposals.next().map(|(_, id, line)| (*id, line.text.trim()));
            let other =
                other.filter(|(_, text)| text.chars().count() + first.text.chars().count() <= TWO_PROPOSALS);
            Some(Beginning {
                point: &point.id,
                basis: vec![reading.language.basis_minutes(*number, LineKind::Proposal)],
                lines: std::iter::once(*id).chain(other.map(|(id, _)| id)).collect(),
                reason: Reason::Proposal(first.text.trim(), other.map(|(_, text)| text)),
            })
        })
        .collect();
    places.sort_by_key(|place| {
        let confirmed = lines
            .iter()
            .any(|(_, _, line)| line.kind == LineKind::Confirmed && line.focus_point == *place.point);
        (!confirmed, agenda.iter().position(|point| *point == place.point).unwrap_or(usize::MAX))
    });
    places.truncate(MOST);
    places
}

/// The section; `None` where nothing points anywhere.
pub(super) fn beginnings_section(reading: &Reading<'_>, beginnings: &[Beginning<'_>]) -> Option<Section> {
    let language = reading.language;
    let steps = (0..).zip(beginnings).map(|(place, beginning)| {
        let point = reading.texts.focus_point(beginning.point);
        let question = |signal: Option<&Signal>| {
            let indicator = signal.and_then(|signal| signal.subject.indicator.as_ref());
            reading.question(indicator.or_else(|| reading.indicator(beginning.point))?)
        };
        let text = match &beginning.reason {
            Reason::Proposal(proposal, other) => language.begin_with_proposal(place, point, proposal, *other),
            Reason::Signal(signal) => {
                let about = match &signal.subject.indicator {
                    Some(_) => format!("{}: {}", reading.subject(&signal.subject), reading.said(signal)),
                    None => reading.said(signal),
                };
                language.begin_with_signal(signal.kind, point, &about, question(Some(signal)))
            }
            Reason::Lowest => language.begin_with_lowest(point, question(None)),
        };
        let step = sentence(format!("beginnings.{}", beginning.point), text, beginning.basis.clone());
        on_lines(step, &beginning.lines)
    });
    section(
        SectionKind::Beginnings,
        language.beginnings_heading(beginnings.len()),
        vec![Block::Steps(steps.collect())],
    )
}

/// What management is asked, and room for its answer; the answer itself is printed as it came.
pub(super) fn questions(reading: &Reading<'_>, beginnings: &[Beginning<'_>]) -> Section {
    let language = reading.language;
    let mut list: Vec<_> = beginnings
        .iter()
        .map(|beginning| {
            let text = language.ask_about(&reading.point(beginning.point));
            sentence(format!("questions.{}", beginning.point), text, beginning.basis.clone())
        })
        .collect();
    list.push(sentence("questions.hear-back", language.ask_hear_back().to_owned(), Vec::new()));
    let answer = answer_blocks(language.management_answer(), reading.sources.management_answer);
    Section {
        kind: SectionKind::Questions,
        heading: language.questions_heading(reading.sources.answer_by),
        blocks: std::iter::once(Block::List(list)).chain(answer).collect(),
    }
}
