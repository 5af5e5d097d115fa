//! The page for those who took part: the report's own findings in easy language, with no figure of its own.

use super::findings::gaps;
use super::method::answered;
use super::onward::Beginning;
use super::opening::{best_strengths, highest_points, unheard};
use super::process::TOLD_OF_ANSWER;
use super::reading::{Reading, sentence};
use super::{Block, Report, Section, SectionKind, Sentence};
use crate::hearing::{HearingNumber, Paper, half};
use crate::id::FocusPointId;
use crate::readability::lix;
use crate::signals::Signal;

/// Focus points named under one lead, at most.
const MOST: usize = 3;
/// Type of the page, points, and the smallest where there is much to tell: it is read without glasses if it must be.
const SIZE: [f64; 2] = [11.5, 9.0];
/// Lines of the larger type that one sheet holds.
const LINES: f64 = 32.0;
/// Words of a full line.
const WORDS: f64 = 12.0;
/// Letters of a line, and lines that a heading takes with the room around it.
const LETTERS: usize = 80;
const HEADING: f64 = 1.75;

/// The sections of the page.
pub(super) fn page(reading: &Reading<'_>, beginnings: &[Beginning<'_>]) -> Vec<Section> {
    let words = reading.language;
    let begin: Vec<&FocusPointId> = beginnings.iter().map(|beginning| beginning.point).collect();
    [
        section(words.thanks_heading(), vec![Block::List(taking_part(reading))]),
        strong(reading),
        section(words.talk_heading(), to_talk_about(reading)),
        section(words.begin_heading(), named(reading, "begin", words.begin_lead().to_owned(), &begin)),
        section(words.next_heading(), vec![Block::List(next(reading))]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn section(heading: &str, blocks: Vec<Block>) -> Option<Section> {
    super::findings::section(SectionKind::Participants, heading, blocks)
}

/// A sentence that is always the same.
fn easy(key: &str, text: impl Into<String>) -> Sentence {
    resting(key, text, Vec::new())
}

/// A sentence with what it rests on.
fn resting(key: &str, text: impl Into<String>, basis: Vec<String>) -> Sentence {
    sentence(format!("participants.{key}"), text.into(), basis)
}

fn taking_part(reading: &Reading<'_>) -> Vec<Sentence> {
    let words = reading.language;
    let answered = answered(reading);
    let nobody = answered.iter().all(|(_, one)| one.submitted == 0);
    let thanks = if nobody { words.nobody_answered() } else { words.thanks() };
    let mut list = vec![easy("thanks", thanks)];
    for (id, one) in answered {
        let text = words.took_part(one.group, one.submitted, one.invited);
        list.push(resting(&format!("answered.{id}"), text, vec![words.basis_counts().to_owned()]));
    }
    for (place, (number, hearing)) in (1..).zip(reading.sources.held()) {
        let room = half(&hearing.present, reading.sources.instrument);
        let first = number == HearingNumber::First;
        let text = words.were_at(first, room.users, room.total);
        list.push(resting(&format!("hearing.{place}"), text, vec![words.inside(words.hearing_name(number))]));
    }
    if !nobody {
        list.push(easy("nobody-sees", words.nobody_sees()));
    }
    list
}

/// What stands strong, else what lies highest; never called good where no rule says so. What stands strong in an
/// indicator alone says nothing of its focus point.
fn strong(reading: &Reading<'_>) -> Option<Section> {
    let words = reading.language;
    let strong: Vec<&FocusPointId> = of_points(best_strengths(reading, MOST)).collect();
    if !strong.is_empty() {
        let named = named(reading, "strong", words.strong_lead().to_owned(), &strong);
        return section(words.strong_heading(), named);
    }
    let highest = highest_points(reading, &[], 2);
    let highest: Vec<&FocusPointId> = highest.iter().map(|one| one.point).collect();
    let named = named(reading, "highest", words.highest_lead().to_owned(), &highest);
    section(words.highest_heading_easy(), named)
}

/// Each leading group's lowest, always; and what is seen differently.
fn to_talk_about(reading: &Reading<'_>) -> Vec<Block> {
    let words = reading.language;
    if !reading.figures {
        return vec![Block::Paragraph(vec![easy("too-few", words.too_few())])];
    }
    let missing =
        unheard(reading).map(|(group, text)| easy(&format!("unheard.{group}"), text)).collect::<Vec<_>>();
    let mut blocks = if missing.is_empty() { Vec::new() } else { vec![Block::Paragraph(missing)] };
    for group in &reading.leading {
        let lowest: Vec<&FocusPointId> =
            reading.lowest(group).iter().map(|one| one.point).take(MOST).collect();
        let lead = words.lowest_lead(reading.name(group));
        blocks.extend(named(reading, &format!("lowest.{group}"), lead, &lowest));
    }
    let mut differently: Vec<&FocusPointId> = of_points(gaps(reading)).collect();
    // What is named already is not named twice.
    let mut known: Vec<&FocusPointId> =
        reading.leading.iter().flat_map(|group| reading.lowest(group)).map(|one| one.point).collect();
    differently.retain(|point| {
        let new = !known.contains(point);
        known.push(*point);
        new
    });
    differently.truncate(MOST);
    blocks.extend(named(reading, "differently", words.differently_lead().to_owned(), &differently));
    blocks
}

/// The focus points that signals are about themselves, not by an indicator.
fn of_points(signals: Vec<&Signal>) -> impl Iterator<Item = &FocusPointId> {
    let own = signals.into_iter().filter(|signal| signal.subject.indicator.is_none());
    own.map(|signal| &signal.subject.focus_point)
}

/// A lead and the focus points that it is about; nothing without any.
fn named(reading: &Reading<'_>, key: &str, lead: String, points: &[&FocusPointId]) -> Vec<Block> {
    if points.is_empty() {
        return Vec::new();
    }
    let list = points.iter().map(|point| {
        resting(&format!("{key}.{point}"), reading.point(point), vec![reading.figures_of(point)])
    });
    vec![Block::Paragraph(vec![easy(key, lead)]), Block::List(list.collect())]
}

fn next(reading: &Reading<'_>) -> Vec<Sentence> {
    let words = reading.language;
    let text = match reading.sources.management_answer.trim() {
        "" => words.management_answers(reading.sources.answer_by),
        _ => words.management_answered().to_owned(),
    };
    let answer = sentence(TOLD_OF_ANSWER, text, Vec::new());
    let then = (1..).zip(words.next()).map(|(place, text)| easy(&format!("next.{place}"), text));
    std::iter::once(answer).chain(then).collect()
}

/// Lines of the page in its usual type.
fn lines(sections: &[Section]) -> f64 {
    let sentences = sections.iter().flat_map(|section| &section.blocks).flat_map(Block::sentences);
    let lines: usize = sentences.map(|one| one.text.chars().count().div_ceil(LETTERS)).sum();
    lines as f64 + HEADING * sections.len() as f64
}

/// Type in which the page is one sheet.
fn size(sections: &[Section]) -> f64 {
    let [usual, smallest] = SIZE;
    (usual * LINES / lines(sections).max(LINES)).max(smallest)
}

impl Report {
    /// About how many words the page for those who took part has more than one sheet holds in its smallest type.
    pub fn participants_over(&self) -> usize {
        let [usual, smallest] = SIZE;
        let over = lines(&self.clone().pruned().for_participants) - LINES * usual / smallest;
        (over.max(0.0) * WORDS) as usize
    }

    /// The LIX of the page for those who took part, up to the next whole number; `None` where the report has none.
    pub fn participants_lix(&self) -> Option<u32> {
        let page = self.participants_page()?.report;
        Some(lix(&super::plain_text(&page)).ceil() as u32)
    }

    /// The page for those who took part, as it is printed; `None` where the report has none.
    pub fn participants_page(&self) -> Option<Paper> {
        let words = crate::language::of(&self.language);
        let sections = self.clone().pruned().for_participants;
        let size = size(&sections);
        (!sections.is_empty()).then(|| Paper {
            report: Report {
                kicker: words.participants_kicker().to_owned(),
                footer: format!("{} ·", self.kicker),
                sections,
                for_participants: Vec::new(),
                ..self.clone()
            },
            size,
            ..Paper::default()
        })
    }
}
