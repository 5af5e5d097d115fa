//! What we know too little about: where many say that they don't know, where nothing was read or seen, and what was
//! written and left out.

use super::findings::{Findings, Setting};
use super::scene::{Parts, Scene, so_many};
use crate::components::plot::DataTable;
use crate::words::fill;
use leptos::prelude::*;
use screening::chart::Table;
use screening::evidence::{Rating, about};
use screening::id::IndicatorId;
use screening::picture::Kind;
use screening::signals::SignalKind;

/// The section's content.
#[component]
pub fn Unknown(
    /// The picture.
    scene: Scene,
) -> impl IntoView {
    let words = scene.words();
    let signals: Vec<_> =
        scene.signals().iter().filter(|signal| signal.kind == SignalKind::Unknown).cloned().collect();
    let said = if signals.is_empty() {
        let share = scene.language().threshold(scene.instrument().signals.dont_know * 100.0);
        view! { <p>{fill(&words.unknown_none, &[("share", &share)])}</p> }.into_any()
    } else {
        view! { <Findings scene=scene.clone() signals setting=Setting::Folded /> }.into_any()
    };
    let counted = match table(&scene) {
        Some(table) => view! {
            <details class="fold">
                <summary>{words.unknown_table.as_str()}</summary>
                <DataTable table />
            </details>
        }
        .into_any(),
        None => {
            let full = scene.language().number_word(scene.published().min_group_size.d());
            view! { <p class="quiet">{fill(&words.unknown_hidden, &[("full", &full)])}</p> }.into_any()
        }
    };
    view! { {said} {counted} {coverage(&scene)} {left_out(&scene)} }.into_any()
}

/// How many said that they don't know, or that they are few, wherever a group's counts may be given.
fn table(scene: &Parts) -> Option<Table> {
    let words = scene.words();
    let groups = &scene.instrument().groups;
    let rows: Vec<Vec<String>> = scene
        .instrument()
        .indicators()
        .filter_map(|indicator| {
            let cells: Vec<Option<String>> = groups
                .iter()
                .map(|group| {
                    let row = scene.published().row(Kind::Indicator, indicator.id.as_str(), &group.id)?;
                    let submitted = scene.published().groups.iter().find(|count| count.group == group.id)?;
                    let of = submitted.submitted.to_string();
                    Some(fill(&words.count_of, &[("count", &row.dont_know?.to_string()), ("all", &of)]))
                })
                .collect();
            let counted = groups.iter().any(|group| {
                let row = scene.published().row(Kind::Indicator, indicator.id.as_str(), &group.id);
                row.is_some_and(|row| row.distribution.is_some())
            });
            counted.then(|| {
                let cells = cells
                    .into_iter()
                    .zip(groups)
                    .map(|(cell, group)| cell.unwrap_or_else(|| instead(scene, &indicator.id, &group.id)));
                let title = scene.title(Kind::Indicator, indicator.id.as_str());
                std::iter::once(title).chain(cells).collect()
            })
        })
        .collect();
    let columns = std::iter::once(words.indicator.clone());
    let columns = columns.chain(groups.iter().map(|group| scene.group(&group.id).to_owned())).collect();
    (!rows.is_empty()).then(|| Table { caption: words.unknown_caption.clone(), columns, rows })
}

/// What stands where a count is not given.
fn instead(scene: &Parts, indicator: &IndicatorId, group: &screening::id::GroupId) -> String {
    let language = scene.language();
    match scene.published().row(Kind::Indicator, indicator.as_str(), group) {
        None => language.not_asked().to_owned(),
        Some(row) if row.distribution.is_some() => language.under(scene.published().min_group_size.k()),
        Some(_) => language.not_shown().to_owned(),
    }
}

/// Indicators of which nothing was read or seen, and those of which an assessor knows too little.
fn coverage(scene: &Parts) -> AnyView {
    let words = scene.words();
    let bare: Vec<&IndicatorId> = scene
        .instrument()
        .indicators()
        .map(|indicator| &indicator.id)
        .filter(|id| about(&scene.evidence, id).next().is_none())
        .collect();
    let to_log = |id: &IndicatorId| {
        let href = scene.course.address(&format!("dokumenter/{id}"));
        view! { <li><a href=href>{scene.title(Kind::Indicator, id.as_str())}</a></li> }
    };
    let nothing = if bare.is_empty() {
        view! { <p>{words.coverage_full.as_str()}</p> }.into_any()
    } else {
        let all = scene.instrument().indicators().count().to_string();
        let told = so_many(&words.coverage_one, &words.coverage_many, bare.len());
        let links = bare.into_iter().map(to_log).collect::<Vec<_>>();
        view! {
            <details class="fold">
                <summary>{fill(&told, &[("all", &all)])}</summary>
                <ul class="columns">{links}</ul>
            </details>
        }
        .into_any()
    };
    let thin: Vec<_> = scene
        .ratings
        .iter()
        .filter(|settled| settled.rating == Rating::Insufficient)
        .map(|settled| to_log(&settled.indicator))
        .collect();
    let thin = (!thin.is_empty())
        .then(|| view! { <p>{words.insufficient.as_str()}</p><ul class="columns">{thin}</ul> });
    view! { {nothing} {thin} }.into_any()
}

/// How many comments were read and left out; nothing where none was.
fn left_out(scene: &Parts) -> Option<AnyView> {
    let words = scene.words();
    (scene.left_out > 0).then(|| {
        let told = so_many(&words.left_out_one, &words.left_out_many, scene.left_out);
        let href = scene.course.address("kommentarer");
        view! { <p>{told} " " <a href=href>{words.left_out_why.as_str()}</a></p> }.into_any()
    })
}
