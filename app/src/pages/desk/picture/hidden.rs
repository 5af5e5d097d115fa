//! What is hidden and why: by reason, then by group (and unit), with titles; folded.

use super::scene::{Parts, Scene, so_many};
use super::units::units;
use crate::words::fill;
use leptos::prelude::*;
use screening::figures::{Standing, standing};
use screening::id::GroupId;
use screening::instrument::{Disclosure, Group};
use screening::picture::{Kind, PublishedRow, Shown};

/// Why a figure is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Too few answered.
    Few,
    /// Nobody of a group in role answered.
    Nobody,
    /// It would give another unit's away.
    Derived,
    /// A group in role whose result would stand alone.
    Alone,
    /// Mean and n stand; the rest does not.
    OnlyMean,
}

/// What is hidden of one group, or of one of its units, for one reason.
struct Hidden {
    why: Why,
    who: String,
    what: Vec<String>,
}

/// The kinds of rows, in the order in which they are told.
const KINDS: [Kind; 3] = [Kind::FocusPoint, Kind::Indicator, Kind::Value];

/// Whether anything at all is hidden.
pub fn any(scene: &Parts) -> bool {
    !hidden(scene).is_empty()
}

/// The section's content.
#[component]
pub fn WhatIsHidden(
    /// The picture.
    scene: Scene,
) -> impl IntoView {
    let (words, language) = (scene.words(), scene.language());
    let size = scene.published().min_group_size;
    let (smallest, full) = (language.number_word(size.k()), language.number_word(size.d()));
    let hidden = hidden(&scene);
    if hidden.is_empty() {
        return view! { <p>{words.nothing_hidden.as_str()}</p> }.into_any();
    }
    let reasons = [
        (Why::Few, &words.few, &words.few_why),
        (Why::Nobody, &words.nobody, &words.nobody_why),
        (Why::Derived, &words.derived_title, &words.derived_why),
        (Why::Alone, &words.alone, &words.alone_why),
        (Why::OnlyMean, &words.only_mean_title, &words.only_mean_why),
    ];
    reasons
        .into_iter()
        .filter_map(|(why, title, text)| {
            let of: Vec<&Hidden> = hidden.iter().filter(|one| one.why == why).collect();
            (!of.is_empty()).then(|| {
                let who = of.iter().map(|one| one.who.clone()).collect::<Vec<_>>().join(" · ");
                let entries = of.iter().map(|one| entry(one)).collect::<Vec<_>>();
                let text = fill(text, &[("smallest", &smallest), ("full", &full)]);
                view! {
                    <details class="fold">
                        <summary>
                            <span class="fold-name">{title.as_str()}</span>
                            " "
                            <span class="quiet">{who}</span>
                        </summary>
                        <p>{text}</p>
                        <dl class="facts">{entries}</dl>
                    </details>
                }
            })
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn entry(hidden: &Hidden) -> AnyView {
    let what = hidden.what.iter().map(|what| view! { <li>{what.clone()}</li> }).collect::<Vec<_>>();
    view! { <dt>{hidden.who.clone()}</dt><dd><ul class="plain">{what}</ul></dd> }.into_any()
}

fn hidden(scene: &Parts) -> Vec<Hidden> {
    let mut all = Vec::new();
    for group in &scene.instrument().groups {
        let name = scene.group(&group.id);
        for why in [Why::Few, Why::Nobody, Why::Alone, Why::OnlyMean] {
            let is = |row: &PublishedRow| row.unit.is_none() && reason(scene, row) == Some(why);
            // Of what is shown at all.
            let among = |row: &PublishedRow| {
                why != Why::OnlyMean || matches!(reason(scene, row), None | Some(Why::OnlyMean))
            };
            let what = what(scene, group, |row| row.unit.is_none(), among, is);
            if !what.is_empty() {
                all.push(Hidden { why, who: name.to_owned(), what });
            }
        }
        for unit in units(scene.published()) {
            let who = fill(&scene.words().in_unit, &[("group", name), ("unit", unit)]);
            for (why, shown) in [(Why::Few, Shown::Few), (Why::Derived, Shown::Derived)] {
                let of_unit = |row: &PublishedRow| row.unit.as_deref() == Some(unit);
                let what = what(scene, group, of_unit, |_| true, |row| of_unit(row) && row.shown == shown);
                if !what.is_empty() {
                    all.push(Hidden { why, who: who.clone(), what });
                }
            }
        }
    }
    all
}

/// Why a row over all units has not every figure.
fn reason(scene: &Parts, row: &PublishedRow) -> Option<Why> {
    match standing(scene.published(), scene.instrument(), row.kind, &row.code, &row.group) {
        // An in-role row is never few for its size.
        Standing::Few if in_role(scene, &row.group) => Some(Why::Nobody),
        Standing::Few => Some(Why::Few),
        Standing::Alone => Some(Why::Alone),
        Standing::Shown(row, ..) if row.shown == Shown::Mean => Some(Why::OnlyMean),
        Standing::Shown(..) | Standing::NotAsked => None,
    }
}

fn in_role(scene: &Parts, group: &GroupId) -> bool {
    scene.instrument().group(group).is_some_and(|group| group.disclosure == Disclosure::InRole)
}

/// Titles of a group's rows; *alle 32 indikatorer* where every row of a kind is one of them, or every row of those
/// that count here.
fn what(
    scene: &Parts,
    group: &Group,
    asked: impl Fn(&PublishedRow) -> bool,
    counts: impl Fn(&PublishedRow) -> bool,
    is: impl Fn(&PublishedRow) -> bool,
) -> Vec<String> {
    let words = scene.words();
    let mut told = Vec::new();
    for kind in KINDS {
        let rows = scene.published().rows.iter().filter(|row| row.kind == kind && row.group == group.id);
        let rows: Vec<&PublishedRow> = rows.filter(|row| asked(row)).collect();
        let all = rows.iter().filter(|row| counts(row)).count();
        let hidden: Vec<&str> = rows.iter().filter(|row| is(row)).map(|row| row.code.as_str()).collect();
        let (one, many, shown) = match kind {
            Kind::Indicator => (&words.one_indicator, &words.all_indicators, &words.shown_indicators),
            Kind::Value => (&words.one_value, &words.all_values, &words.shown_values),
            _ => (&words.one_focus_point, &words.all_focus_points, &words.shown_focus_points),
        };
        if all > 1 && hidden.len() == all {
            told.push(so_many(one, if all == rows.len() { many } else { shown }, all));
        } else {
            told.extend(hidden.into_iter().map(|code| scene.title(kind, code)));
        }
    }
    told
}
