//! The differences between groups on one focus point or indicator, each with a sentence that reads it.

use super::super::frame::capital;
use super::scene::{Parts, Scene};
use crate::components::plot::DataTable;
use crate::words::fill;
use leptos::prelude::*;
use screening::chart::Table;
use screening::figures::{Standing, standing};
use screening::id::GroupId;
use screening::picture::{Figure, Interval, Kind, PublishedRow};
use screening::signals::{Signal, SignalKind};

/// Every pair of groups that were asked, as sentences and as a table; nothing where fewer than two were.
#[component]
pub fn Gaps(
    /// The picture.
    scene: Scene,
    /// Focus point or indicator.
    kind: Kind,
    /// Its id.
    code: String,
) -> impl IntoView {
    let words = scene.words();
    let gaps = scene.published().rows.iter().filter(|row| row.kind == Kind::Gap && row.code == code);
    let (mut sentences, mut rows) = (Vec::new(), Vec::new());
    for Told { sentence, row } in gaps.filter_map(|gap| told(&scene, kind, gap)) {
        sentences.extend(sentence.map(|sentence| view! { <li>{sentence}</li> }));
        rows.push(row);
    }
    if rows.is_empty() {
        return ().into_any();
    }
    let columns = [&words.between, &words.difference, &words.interval].map(String::clone).to_vec();
    let caption = fill(&words.gaps_caption, &[("code", &scene.title(kind, &code))]);
    // Reckoned from rounded means, some differences would look wrong.
    let rounded =
        (!sentences.is_empty()).then(|| view! { <p class="quiet">{words.gaps_rounded.as_str()}</p> });
    let sentences = (!sentences.is_empty()).then(|| view! { <ul>{sentences}</ul> });
    view! {
        <h2>{words.gaps.as_str()}</h2>
        {sentences}
        <DataTable table=Table { caption, columns, rows } />
        {rounded}
    }
    .into_any()
}

/// A pair of groups: its row, and its sentence where the difference is shown.
struct Told {
    sentence: Option<String>,
    row: Vec<String>,
}

fn told(scene: &Parts, kind: Kind, gap: &PublishedRow) -> Option<Told> {
    let (words, language) = (scene.words(), scene.language());
    let (one, other) = (&gap.group, gap.other_group.as_ref()?);
    let pair = language.list(&[scene.group(one).to_owned(), language.inside(scene.group(other))]);
    // The reason stands where the difference would.
    let hidden = |reason: String| {
        Some(Told { sentence: None, row: vec![pair.clone(), reason, language.not_shown().to_owned()] })
    };
    // A side that has no figure, or whose figure does not stand alone, says so itself.
    for side in [one, other] {
        let reason = match standing(scene.published(), scene.instrument(), kind, &gap.code, side) {
            Standing::Shown(..) => continue,
            Standing::Few => language.few(),
            Standing::Alone => language.alone(),
            Standing::NotAsked => language.not_asked(),
        };
        return hidden(language.row_note(&language.inside(scene.group(side)), reason));
    }
    // The difference has no sign: the sentence says who is higher.
    let Some((higher, lower, size)) = sides(gap, one, other) else {
        return hidden(words.gap_bounded.clone());
    };
    let interval = gap.interval.map(|interval| {
        let turned = Interval { low: -interval.high, high: -interval.low };
        language.interval(if higher == other { turned } else { interval })
    });
    let interval = interval.unwrap_or_else(|| words.no_interval.clone());
    let sentence = Some(reading(scene, gap, (higher, lower), size));
    Some(Told { sentence, row: vec![pair, language.figure(size), interval] })
}

/// Who is higher, who is lower, and by how much; `None` where a bound leaves it open.
fn sides<'a>(
    gap: &PublishedRow,
    one: &'a GroupId,
    other: &'a GroupId,
) -> Option<(&'a GroupId, &'a GroupId, Figure)> {
    match gap.mean? {
        Figure::Value(value) if value < 0.0 => Some((other, one, Figure::Value(-value))),
        Figure::Value(value) => Some((one, other, Figure::Value(value))),
        Figure::Over(bound) if bound >= 0.0 => Some((one, other, Figure::Over(bound))),
        Figure::Under(bound) if bound <= 0.0 => Some((other, one, Figure::Over(-bound))),
        Figure::Over(_) | Figure::Under(_) => None,
    }
}

/// *Medarbejderne ligger 0,8 højere end brugerne. Forskellen er tydelig.*
fn reading(scene: &Parts, gap: &PublishedRow, (higher, lower): (&GroupId, &GroupId), size: Figure) -> String {
    let (words, language) = (scene.words(), scene.language());
    let names = |group: &GroupId| {
        let all = scene.published().groups.iter().find(|count| count.group == *group);
        // One leader is one; one of three who answered is not.
        let persons = all.map_or(0, |all| all.submitted.max(all.invited.unwrap_or_default()));
        language.definite_of(scene.group(group), persons)
    };
    let (one, other, figure) = (capital(&names(higher)), names(lower), language.figure(size));
    let sides = [("one", &*one), ("other", &*other), ("size", &*figure)];
    if size == Figure::Value(0.0) {
        return fill(&words.level, &sides);
    }
    let signal = scene.signals().iter().find(|signal| spoke(signal, gap));
    let weight = match (signal, gap.interval) {
        (Some(signal), _) if signal.clear => words.gap_clear.clone(),
        (Some(_), Some(_)) => words.gap_unsure.clone(),
        (Some(_), None) => words.gap_no_interval.clone(),
        (None, _) => {
            let limit = scene.instrument().signals.gap * scene.instrument().scale.range();
            let name = language.quoted(&language.inside(language.signal_name(SignalKind::SeenDifferently)));
            fill(&words.gap_small, &[("limit", &language.threshold(limit)), ("name", &name)])
        }
    };
    format!("{} {weight}", fill(&words.higher, &sides))
}

/// Whether the rule *set forskelligt* spoke on this pair.
fn spoke(signal: &Signal, gap: &PublishedRow) -> bool {
    signal.kind == SignalKind::SeenDifferently
        && signal.subject.code().1 == gap.code
        && signal.group == gap.group
        && signal.other_group == gap.other_group
}
