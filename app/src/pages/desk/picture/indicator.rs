//! One indicator, to prepare a hearing: each group's statement with its own figures, what the rules found, the
//! differences, what was read and seen, a question, and every figure as a table.

use super::findings::{Findings, Setting};
use super::gaps::Gaps;
use super::part::Neighbours;
use super::scene::{Parts, PlaceOnPaper, Scene, part_id};
use crate::components::plot::{DataTable, Plot};
use crate::pages::desk::chairs::Mark;
use crate::pages::desk::frame::{self, numbered};
use crate::words::fill;
use leptos::prelude::*;
use screening::chart::{PlotRow, Width};
use screening::evidence::about;
use screening::figures::{Standing, standing};
use screening::id::IndicatorId;
use screening::instrument::Group;
use screening::picture::{Figure, Kind, PublishedRow, Shown};

/// The page's content.
#[component]
pub fn IndicatorPage(
    /// The picture.
    scene: Scene,
    /// The indicator.
    indicator: IndicatorId,
    /// Its number and title.
    heading: String,
) -> impl IntoView {
    let words = scene.words();
    let instrument = scene.instrument();
    let code = indicator.as_str();
    let point = instrument.indicator(&indicator).map(|(point, _)| &point.id);
    let up = point.map(|point| {
        let title = numbered(point.as_str(), scene.texts().focus_point(point));
        view! { " › " <a href=scene.address(point.as_str())>{title}</a> }
    });
    let chairs =
        instrument.groups.iter().filter_map(|group| chair(&scene, &indicator, group)).collect::<Vec<_>>();
    let signals: Vec<_> = scene
        .signals()
        .iter()
        .filter(|signal| signal.subject.indicator.as_ref() == Some(&indicator))
        .cloned()
        .collect();
    let row = PlotRow::new(Kind::Indicator, code);
    let shown = instrument.groups.iter().any(|group| {
        standing(scene.published(), instrument, Kind::Indicator, code, &group.id).mean().is_some()
    });
    let plot = shown.then(|| {
        let chart = scene.drawing("means").dot_plot(&[row], Width::Wide);
        view! { <Plot chart fold=scene.page.words.common.table.as_str() /> }
    });
    let question = scene.texts().indicators.get(&indicator).and_then(|texts| texts.dialogue.clone());
    let question = question
        .map(|question| view! { <h2>{words.dialogue.as_str()}</h2><p class="question">{question}</p> });
    let turn = |label: &String| {
        view! { <Neighbours scene=scene.clone() kind=Kind::Indicator code=code.to_owned() label=label.clone() /> }
    };
    view! {
        <PlaceOnPaper scene=scene.clone() />
        <p class="where"><a href=scene.course.address("billede")>{words.title.as_str()}</a> {up}</p>
        <h1>{heading}</h1>
        {turn(&words.turn_indicators)}
        <h2>{words.statements.as_str()}</h2>
        <div class="chairs">{chairs}</div>
        <h2>{words.signals_here.as_str()}</h2>
        <Findings scene=scene.clone() signals setting=Setting::Untitled />
        {plot}
        <Gaps scene=scene.clone() kind=Kind::Indicator code=code.to_owned() />
        {question}
        {seen(&scene, &indicator)}
        <h2>{words.all_figures.as_str()}</h2>
        <DataTable table=scene.drawing("all").indicator_table(&indicator) />
        {turn(&words.turn_below)}
    }
    .into_any()
}

/// A group's statement with what may be said of its answers; `None` where it has no statement.
fn chair(scene: &Parts, indicator: &IndicatorId, group: &Group) -> Option<AnyView> {
    let (language, published) = (scene.language(), scene.published());
    let statement = scene.texts().item(indicator, &group.id)?.to_owned();
    let code = indicator.as_str();
    let figures = match standing(published, scene.instrument(), Kind::Indicator, code, &group.id) {
        Standing::Shown(row, mean, n) => figures(scene, indicator, group, (row, mean, n)),
        Standing::Few => view! { <p class="chair-figure">{language.few()}</p> }.into_any(),
        Standing::Alone => view! { <p class="chair-figure">{language.alone()}</p> }.into_any(),
        Standing::NotAsked => view! { <p class="chair-figure">{language.not_asked()}</p> }.into_any(),
    };
    Some(
        view! {
            <div class="chair">
                <p class="chair-name">
                    <Mark instrument=scene.instrument().clone() group=group.id.clone() />
                    {scene.group(&group.id).to_owned()}
                </p>
                <blockquote>
                    <p>{statement}</p>
                </blockquote>
                {figures}
            </div>
        }
        .into_any(),
    )
}

/// Mean and n, and where they may be shown interval, agreement, the spread and what was not scored.
fn figures(
    scene: &Parts,
    indicator: &IndicatorId,
    group: &Group,
    (row, mean, n): (&PublishedRow, Figure, u64),
) -> AnyView {
    let (words, language) = (scene.words(), scene.language());
    let scale = scene.instrument().scale;
    let mut lines = Vec::new();
    lines.extend(row.interval.map(|ends| fill(&words.chair_interval, &[("ends", &language.interval(ends))])));
    let agreeing = scene.drawing("").agreement_words();
    let agreement =
        row.agreement.map(|share| language.said_agreement(scene.group(&group.id), share, &agreeing));
    lines.extend(agreement.map(|said| match row.agreement_interval {
        Some((low, high)) => {
            let ends = format!("{low}–{}", language.per_cent(high));
            format!("{said} {}", fill(&words.agreement_interval, &[("ends", &ends)]))
        }
        None => said,
    }));
    if row.shown == Shown::Mean {
        let full = language.number_word(scene.published().min_group_size.d());
        lines.push(fill(&words.only_mean, &[("full", &full)]));
    }
    let lines =
        lines.into_iter().map(|line| view! { <p class="chair-figure">{line}</p> }).collect::<Vec<_>>();
    let prefix = part_id("spread", group.id.as_str());
    let spread = scene.drawing(&prefix).spread(indicator, &group.id).map(|chart| {
        let unscored = scene.drawing(&prefix).unscored(row);
        let unscored =
            unscored.into_iter().map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>();
        view! {
            <div class="spread" inner_html=chart.svg></div>
            <p class="chair-figure">{unscored.join(" · ")}</p>
        }
    });
    view! {
        <p class="chair-mean">{language.chair(mean, scale.max, n)}</p>
        {spread}
        {lines}
    }
    .into_any()
}

/// What was read and seen, with the rating that was given after it.
fn seen(scene: &Parts, indicator: &IndicatorId) -> AnyView {
    let (words, language) = (scene.words(), scene.language());
    let entries = about(&scene.evidence, indicator)
        .map(|one| {
            let kind = language.evidence_kind(one.kind);
            let head = [kind, &one.document_kind, &one.date].into_iter().filter(|part| !part.is_empty());
            let head = head.collect::<Vec<_>>().join(" · ");
            view! {
                <li>
                    <p class="tag">{head}</p>
                    <p><strong>{one.title.clone()}</strong></p>
                    <p>{frame::in_lines(&one.text)}</p>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let rating = scene.ratings.iter().find(|settled| settled.indicator == *indicator).map(|settled| {
        let said = language.rated(indicator.as_str(), settled.rating);
        let late = settled.after_picture.then(|| format!(" {}", words.rated_late));
        view! { <p>{said}{late}</p> }
    });
    let entries = if entries.is_empty() {
        view! { <p>{words.no_evidence.as_str()}</p> }.into_any()
    } else {
        view! { <ul class="cards">{entries}</ul> }.into_any()
    };
    let log = scene.course.address(&format!("dokumenter/{indicator}"));
    let to_log = fill(&words.to_evidence, &[("code", indicator.as_str())]);
    view! {
        <h2>{words.evidence.as_str()}</h2>
        {rating}
        {entries}
        <p class="no-print"><a href=log>{to_log}</a></p>
    }
    .into_any()
}
