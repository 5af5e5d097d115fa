//! The signals as cards: which rule spoke, on what numbers, and a way to the hearing.

use super::frame::{SmallForm, numbered};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::HearingNumber;
use screening::signals::{Signal, SignalKind, rule, said};
use workflow::pictures::PictureView;

/// Cards of a kind that stand open; those less far past the threshold are folded.
const FIRST: usize = 4;

/// Signals of the picture, or of one focus point; by kind, each with its rule written once.
#[component]
pub fn Signals(
    /// The request.
    page: Page,
    /// The picture.
    picture: PictureView,
    /// The signals to show.
    signals: Vec<Signal>,
) -> impl IntoView {
    let words = &page.words.desk.picture;
    let language = screening::language::of(page.language);
    let instrument = picture.screening.instrument.clone();
    let kinds = signals
        .chunk_by(|one, other| one.kind == other.kind)
        .filter_map(|signals| Some((signals.first()?.kind, signals)))
        .map(|(kind, signals)| {
            let mut cards = signals.iter().map(|signal| card(&page, &picture, signal)).collect::<Vec<_>>();
            let more = cards.split_off(cards.len().min(FIRST));
            let more = (!more.is_empty()).then(|| {
                let text = fill(&words.more_signals, &[("count", &more.len().to_string())]);
                view! {
                    <details>
                        <summary>{text}</summary>
                        <ul class="cards">{more}</ul>
                    </details>
                }
            });
            // The rule begins with its name, which stands above it here.
            let (name, told) = (language.signal_name(kind), rule(kind, &instrument, language));
            let told =
                told.strip_prefix(name).map_or(told.as_str(), |rest| rest.trim_start_matches([':', ' ']));
            let told = told.to_owned();
            view! {
                <h3>{name}</h3>
                <p class="quiet">{told}</p>
                <ul class="cards">{cards}</ul>
                {more}
            }
        })
        .collect_view();
    view! {
        {signals.is_empty().then(|| view! { <p>{words.no_signals.as_str()}</p> })}
        {kinds}
    }
    .into_any()
}

fn card(page: &Page, picture: &PictureView, signal: &Signal) -> AnyView {
    let words = &page.words.desk.picture;
    let language = screening::language::of(page.language);
    let instrument = &picture.screening.instrument;
    let texts = instrument.texts(page.language);
    let point = &signal.subject.focus_point;
    let (tag, title) = match &signal.subject.indicator {
        Some(indicator) => (&words.indicator, numbered(indicator.as_str(), texts.indicator(indicator))),
        None => (&words.focus_point, numbered(point.as_str(), texts.focus_point(point))),
    };
    let href = super::course::address(&picture.screening.id, &format!("billede/{point}"));
    // A group of users that says *don't know* is a theme; other groups' not knowing is for the facilitator.
    let themes = screening::hearing::proposed_agenda(std::slice::from_ref(signal), instrument);
    let take = (!themes.is_empty()).then(|| {
        let values = vec![
            ("screening", picture.screening.id.clone()),
            ("number", u8::from(HearingNumber::First).to_string()),
            ("change", "add".to_owned()),
            ("focus_point", point.to_string()),
        ];
        let about = format!("{}, {title}", language.signal_name(signal.kind));
        view! {
            <SmallForm action="/api/change-agenda" values label=words.take.as_str() about class="link" />
        }
    });
    let clear = signal.clear && signal.kind == SignalKind::SeenDifferently;
    view! {
        <li class:clear=clear>
            <p class="tag">{tag.as_str()}</p>
            <h4><a href=href>{title.clone()}</a></h4>
            <p>{said(signal, &picture.published, instrument, language)}</p>
            {take}
        </li>
    }
    .into_any()
}
