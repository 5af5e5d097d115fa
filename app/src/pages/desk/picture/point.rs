//! One focus point: its means, what the rules found in it, its indicators, the differences, and the units.

use super::findings::{Findings, Setting};
use super::gaps::Gaps;
use super::part::Neighbours;
use super::scene::{PlaceOnPaper, Scene};
use super::units;
use crate::components::plot::{DataTable, PlotWithTable};
use leptos::prelude::*;
use screening::chart::{PlotRow, Width, indicator_rows, mark};
use screening::figures::{self, standing};
use screening::id::FocusPointId;
use screening::picture::Kind;

/// The page's content.
#[component]
pub fn PointPage(
    /// The picture.
    scene: Scene,
    /// The focus point.
    point: FocusPointId,
    /// Its number and title.
    heading: String,
) -> impl IntoView {
    let (words, language) = (scene.words(), scene.language());
    let instrument = scene.instrument();
    let means = instrument
        .groups
        .iter()
        .filter_map(|group| {
            let standing =
                standing(scene.published(), instrument, Kind::FocusPoint, point.as_str(), &group.id);
            let (figure, n) = standing.mean()?;
            let said = format!("{} {}", scene.group(&group.id), language.mean(figure, n));
            view! { <li><span class="mark-alone" inner_html=mark(instrument, &group.id)></span>{said}</li> }
                .into()
        })
        .collect::<Vec<_>>();
    let rows = indicator_rows(instrument, &point);
    let plot = if figures::any(scene.published(), instrument) {
        let links = rows.iter().map(|PlotRow { code, .. }| scene.address(code)).collect();
        let chart = scene.drawing("indicators").dot_plot(&rows, Width::Wide);
        view! { <PlotWithTable chart links caption=words.choose_indicator.as_str() /> }.into_any()
    } else {
        view! { <p class="notice">{words.no_figures.as_str()}</p> }.into_any()
    };
    let signals: Vec<_> =
        scene.signals().iter().filter(|one| one.subject.focus_point == point).cloned().collect();
    let by_unit = units::of_point(&scene, &point).map(
        |table| view! { <h2>{words.units.as_str()}</h2><p>{units::lead(&scene)}</p><DataTable table /> },
    );
    view! {
        <PlaceOnPaper scene=scene.clone() />
        <p class="where"><a href=scene.course.address("billede")>{words.title.as_str()}</a></p>
        <h1>{heading}</h1>
        <ul class="means">{means}</ul>
        <Neighbours
            scene=scene.clone()
            kind=Kind::FocusPoint
            code=point.to_string()
            label=words.turn_points.clone()
        />
        {plot}
        <h2>{words.talk.as_str()}</h2>
        <Findings scene=scene.clone() signals setting=Setting::Open />
        <Gaps scene=scene.clone() kind=Kind::FocusPoint code=point.to_string() />
        {by_unit}
    }
    .into_any()
}
