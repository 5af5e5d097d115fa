//! *Brugernes ord*, and *Potentialet i brugerinddragelse*.

use super::findings::{minuted, section};
use super::onward::Beginning;
use super::reading::{Reading, sentence};
use super::{Block, Section, SectionKind, Sentence};
use crate::comment::Quote;
use crate::hearing::LineKind;
use crate::id::{FocusPointId, GroupId};
use crate::language::Level;
use crate::picture::Kind;

/// Quotes on one page at most.
const MOST_QUOTES: usize = 6;
/// A quote longer than this fills the report alone; the facilitator may rewrite it shorter.
const LONGEST_QUOTE: usize = 420;
/// Letters that the quotes may fill together.
const QUOTED_TOGETHER: usize = 800;

/// What those who use the place wrote; everyone's words where the instrument has no service users.
pub(super) fn words(reading: &Reading<'_>) -> Option<Section> {
    let language = reading.language;
    let users: Vec<&GroupId> =
        reading.sources.instrument.groups.iter().filter(|g| g.service_users).map(|g| &g.id).collect();
    let quotes =
        reading.sources.quotes.iter().filter(|quote| users.is_empty() || users.contains(&&quote.group));
    let fitting: Vec<&Quote> = quotes.filter(|quote| quote.text.chars().count() <= LONGEST_QUOTE).collect();
    let mut left = QUOTED_TOGETHER;
    let mut quoted: Vec<(Sentence, String)> = Vec::new();
    for (place, quote) in spread(&fitting) {
        let length = quote.text.chars().count();
        if quoted.len() < MOST_QUOTES && length <= left {
            left -= length;
            let point = quote.focus_point.as_ref().map(|point| reading.texts.focus_point(point));
            let whose =
                [Some(reading.texts.group(&quote.group)), point].into_iter().flatten().collect::<Vec<_>>();
            let basis = vec![language.basis_comment().to_owned()];
            quoted.push((sentence(format!("words.{place}"), quote.text.clone(), basis), whose.join(" · ")));
        }
    }
    let heading = match users.as_slice() {
        [one] => language.words_heading(Some(reading.texts.group(one))),
        _ => language.words_heading(None),
    };
    section(SectionKind::Words, &heading, vec![Block::Quotes(quoted)])
}

/// One quote a focus point first, then the rest; each with its place among the quotes, which is its key.
fn spread<'a>(quotes: &[&'a Quote]) -> Vec<(usize, &'a Quote)> {
    let mut seen: Vec<Option<&FocusPointId>> = Vec::new();
    let (first, rest): (Vec<_>, Vec<_>) = (1..).zip(quotes.iter().copied()).partition(|(_, quote)| {
        let point = quote.focus_point.as_ref();
        let new = !seen.contains(&point);
        seen.push(point);
        new
    });
    first.into_iter().chain(rest).collect()
}

/// The focus points and values that carry user involvement; `None` where none is flagged.
pub(super) fn involvement(reading: &Reading<'_>, beginnings: &[Beginning<'_>]) -> Option<Section> {
    let language = reading.language;
    let instrument = reading.sources.instrument;
    let mut list = Vec::new();
    for point in instrument.focus_points.iter().filter(|point| point.involvement) {
        let means = reading.means(Kind::FocusPoint, point.id.as_str());
        let mut text = if means.is_empty() {
            reading.point(&point.id) + ": " + language.few() + "."
        } else {
            language.means(&reading.point(&point.id), &means)
        };
        for group in &reading.leading {
            let placed = reading.placed(group).into_iter().find(|one| *one.point == point.id);
            let users = instrument.group(group).is_some_and(|group| group.service_users);
            if let Some(placed) = placed.filter(|_| users) {
                let level = level(reading, reading.level(placed.figure));
                text = format!("{text} {}", language.involvement(reading.name(group), level));
            }
        }
        list.push(sentence(format!("involvement.{}", point.id), text, vec![reading.figures_of(&point.id)]));
    }
    for value in instrument.values.iter().filter(|value| value.involvement) {
        let name =
            language.quoted(reading.texts.values.get(&value.id).map_or(value.id.as_str(), String::as_str));
        let means = reading.means(Kind::Value, value.id.as_str());
        if !means.is_empty() {
            let basis = vec![language.basis_figures(&name, &means)];
            list.push(sentence(
                format!("involvement.value.{}", value.id),
                language.value_means(&name, &means),
                basis,
            ));
        }
    }
    if list.is_empty() {
        return None;
    }
    let carries = |point: &FocusPointId| instrument.focus_point(point).is_some_and(|point| point.involvement);
    // What is a place to begin stands there and is not said twice.
    let free = |point: &FocusPointId| beginnings.iter().all(|beginning| beginning.point != point);
    let fits = |line: &crate::hearing::MinuteLine| carries(&line.focus_point) && free(&line.focus_point);
    list.extend(minuted(reading, "involvement", LineKind::Proposal, 2, fits));
    let point = instrument.focus_points.iter().find(|point| point.involvement && free(&point.id));
    let question = point.and_then(|point| reading.question(reading.indicator(&point.id)?));
    list.extend(
        question.map(|question| sentence("involvement.question", language.go_on(question), Vec::new())),
    );
    section(SectionKind::Involvement, language.section(SectionKind::Involvement), vec![Block::List(list)])
}

fn level(reading: &Reading<'_>, level: f64) -> Level {
    let limits = reading.sources.instrument.signals;
    match level {
        low if low < limits.talk => Level::Low,
        high if high >= limits.strength => Level::High,
        _ => Level::Middle,
    }
}
