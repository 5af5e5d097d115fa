//! One indicator from each chair: the statement put to a group, with the group's own figures.

use leptos::prelude::*;
use screening::chart::{Perspective, Shape, perspective};
use screening::figures::{Standing, standing};
use screening::id::{GroupId, IndicatorId};
use screening::instrument::Instrument;
use screening::language::Language;
use screening::picture::{Kind, Published};

/// The statements side by side. `figures` without a picture: the statements alone.
#[component]
pub fn Chairs(
    /// Groups and texts.
    instrument: Instrument,
    /// The figures as they may be shown, where there are any.
    published: Option<Published>,
    /// The indicator.
    indicator: IndicatorId,
    /// Words and numbers.
    language: &'static dyn Language,
) -> impl IntoView {
    let texts = instrument.texts(language.code());
    let chairs = instrument
        .groups
        .iter()
        .filter_map(|group| {
            let statement = texts.item(&indicator, &group.id)?.to_owned();
            let name = texts.group(&group.id).to_owned();
            let figure = published.as_ref().and_then(|published| {
                let said = figure(published, &instrument, &indicator, &group.id, language)?;
                Some(view! { <p class="chair-figure">{format!("{name}: {said}")}</p> })
            });
            let looks = perspective(&instrument, &group.id);
            Some(view! {
                <div class="chair">
                    <p class="chair-name"><Mark looks />{name.clone()}</p>
                    <blockquote><p>{statement}</p></blockquote>
                    {figure}
                </div>
            })
        })
        .collect_view();
    view! { <div class="chairs">{chairs}</div> }.into_any()
}

/// The group's mean with its n, and interval and agreement where they are shown; or why there is none. `None` where
/// the group was not asked.
fn figure(
    published: &Published,
    instrument: &Instrument,
    indicator: &IndicatorId,
    group: &GroupId,
    language: &dyn Language,
) -> Option<String> {
    match standing(published, instrument, Kind::Indicator, indicator.as_str(), group) {
        Standing::Shown(row, figure, n) => {
            let mut parts = vec![language.mean(figure, n)];
            parts.extend(row.interval.map(|interval| format!("95 %: {}", language.interval(interval))));
            let scale = instrument.scale;
            let labels = &instrument.texts(language.code()).scale.labels;
            let from = usize::from(scale.agree_from.saturating_sub(scale.min));
            let agreeing = if labels.len() == scale.steps() { labels.get(from..) } else { None };
            let words = language.agreement_words(agreeing.unwrap_or_default(), scale.agree_from);
            parts.extend(row.agreement.map(|share| language.said_agreement(share, &words)));
            Some(parts.join(" · "))
        }
        Standing::Few => Some(language.few().to_owned()),
        Standing::Alone => Some(language.alone().to_owned()),
        Standing::NotAsked => Some(language.not_asked().to_owned()),
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
    let fill = if looks.hollow { "none" } else { looks.colour };
    let svg = format!(
        r#"<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><g class="perspective {}" fill="{fill}" stroke="{}">{drawn}</g></svg>"#,
        looks.class, looks.colour
    );
    view! { <span class="chair-mark" inner_html=svg></span> }.into_any()
}
