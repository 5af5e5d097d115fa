//! One indicator from each chair: the statement put to a group, with the group's own figures.

use super::frame::in_lines;
use crate::words::fill;
use leptos::prelude::*;
use screening::chart::{Perspective, Shape, perspective};
use screening::figures::{Standing, standing};
use screening::hearing::Chair;
use screening::id::IndicatorId;
use screening::instrument::{Group, Instrument};
use screening::language::Language;
use screening::picture::{Kind, Published};

/// The statements side by side, each with what may be said of it.
#[component]
pub fn Chairs(
    /// The groups' marks.
    instrument: Instrument,
    /// The chairs.
    chairs: Vec<Chair>,
) -> impl IntoView {
    let chairs = chairs
        .into_iter()
        .map(|chair| {
            let looks = perspective(&instrument, &chair.group);
            view! {
                <div class="chair">
                    <p class="chair-name">
                        <Mark looks />
                        {chair.name}
                    </p>
                    <blockquote>
                        <p>{chair.statement}</p>
                    </blockquote>
                    <p class="chair-figure">{in_lines(&chair.figure)}</p>
                </div>
            }
        })
        .collect_view();
    view! { <div class="chairs">{chairs}</div> }.into_any()
}

/// Every chair of an indicator with mean, n, interval and agreement as far as they are shown, or why there is no
/// figure. `interval` names the interval.
pub fn with_figures(
    instrument: &Instrument,
    published: &Published,
    indicator: &IndicatorId,
    language: &dyn Language,
    interval: &str,
) -> Vec<Chair> {
    let texts = instrument.texts(language.code());
    instrument
        .groups
        .iter()
        .filter_map(|group| {
            Some(Chair {
                group: group.id.clone(),
                name: texts.group(&group.id).to_owned(),
                statement: texts.item(indicator, &group.id)?.to_owned(),
                figure: figure(instrument, published, indicator, group, language, interval),
            })
        })
        .collect()
}

fn figure(
    instrument: &Instrument,
    published: &Published,
    indicator: &IndicatorId,
    group: &Group,
    language: &dyn Language,
    interval: &str,
) -> String {
    match standing(published, instrument, Kind::Indicator, indicator.as_str(), &group.id) {
        Standing::Shown(row, mean, n) => {
            let scale = instrument.scale;
            let texts = instrument.texts(language.code());
            let mut lines = vec![language.chair(mean, scale.max, n)];
            lines.extend(row.interval.map(|ends| fill(interval, &[("ends", &language.interval(ends))])));
            let from = usize::from(scale.agree_from.saturating_sub(scale.min));
            let labels = &texts.scale.labels;
            let agreeing = if labels.len() == scale.steps() { labels.get(from..) } else { None };
            let words = language.agreement_words(agreeing.unwrap_or_default(), scale.agree_from);
            let name = texts.group(&group.id);
            lines.extend(row.agreement.map(|share| language.said_agreement(name, share, &words)));
            lines.join("\n")
        }
        Standing::Few => language.few().to_owned(),
        Standing::Alone => language.alone().to_owned(),
        Standing::NotAsked => language.not_asked().to_owned(),
    }
}

/// The group's mark, as in every plot; its name stands beside it.
#[component]
fn Mark(looks: Perspective) -> impl IntoView {
    let drawn = match looks.shape {
        Shape::Circle => r#"<circle cx="8" cy="8" r="6"/>"#,
        Shape::Triangle => r#"<path d="M8 2 L14.4 13.4 H1.6 Z"/>"#,
        Shape::Square => r#"<path d="M2.5 2.5h11v11h-11z"/>"#,
        Shape::Diamond => r#"<path d="M8 1 L15 8 L8 15 L1 8 Z"/>"#,
        Shape::Cross => r#"<path d="M3 3 L13 13 M13 3 L3 13" stroke-width="3.5"/>"#,
        Shape::Bar => r#"<path d="M1.5 5.5h13v5h-13z"/>"#,
    };
    let fill = if looks.hollow { r#" fill-opacity="0""# } else { "" };
    let svg = format!(
        r#"<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><g class="perspective {}" fill="{colour}" stroke="{colour}"{fill}>{drawn}</g></svg>"#,
        looks.class,
        colour = looks.colour
    );
    view! { <span class="chair-mark" inner_html=svg></span> }.into_any()
}
