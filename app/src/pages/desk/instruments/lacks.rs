//! What a draft lacks, each with the way to where it is mended.

use super::{language_name, part_address, part_name, place_name, reading};
use crate::components::form::field_id;
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::instrument::edit::{Draft, Lack, Part, field};

/// Most that are listed; the others come when these are mended.
const MOST: usize = 25;

/// The list, or that nothing is missing.
pub(super) fn list(page: &Page, key: &str, draft: &Draft, lacks: &[Lack]) -> AnyView {
    let words = &page.words.desk.instrument_edit;
    if lacks.is_empty() {
        return view! { <p class="notice">{words.nothing_missing.as_str()}</p> }.into_any();
    }
    let title = page.words.counted(lacks.len() as u64, &words.missing_one, &words.missing);
    let lines = lacks.iter().take(MOST).map(|lack| {
        let text = said(page, draft, lack);
        match address(key, lack) {
            Some(href) => view! { <li><a href=href>{text}</a></li> }.into_any(),
            None => view! { <li>{text}</li> }.into_any(),
        }
    });
    let more = lacks.len().saturating_sub(MOST);
    let more = (more > 0).then(
        || view! { <p>{page.words.counted(more as u64, &words.missing_more_one, &words.missing_more)}</p> },
    );
    view! {
        <div class="box" id="mangler">
            <h2>{title}</h2>
            <ul>{lines.collect_view()}</ul>
            {more}
        </div>
    }
    .into_any()
}

fn address(key: &str, lack: &Lack) -> Option<String> {
    let part = lack.part()?;
    let at = match lack {
        Lack::Missing(place, language)
        | Lack::UnknownName(place, language, _)
        | Lack::Twice(place, language, _) => format!("#{}", field_id(&field(place, language))),
        Lack::NoIndicators(id) => return Some(format!("#punkt-{id}")),
        Lack::NeverAsked(_) | Lack::NoFocusPoints | Lack::Field(_) => String::new(),
    };
    Some(format!("{}{at}", part_address(key, &part)))
}

fn said(page: &Page, draft: &Draft, lack: &Lack) -> String {
    let words = &page.words.desk.instrument_edit;
    let read = draft.shown();
    let instrument = &read;
    let language = reading(page, instrument);
    let text = |place: &screening::instrument::edit::TextPlace, code: &str| {
        let part = place.part();
        let name = place_name(page.words, instrument, &language, place);
        let of = match part {
            Part::Whole => String::new(),
            part => format!("{}: ", part_name(page.words, instrument, &language, &part)),
        };
        format!("{of}{name} · {}", language_name(code))
    };
    match lack {
        Lack::Missing(place, code) => fill(&words.lack_text, &[("place", &text(place, code))]),
        Lack::UnknownName(place, code, name) => {
            let known: Vec<String> = instrument.names.keys().map(|name| format!("{{{name}}}")).collect();
            let said = if known.is_empty() { &words.lack_name_none } else { &words.lack_name };
            // The name last: it is what somebody typed, and may look like a place in the text.
            fill(
                said,
                &[
                    ("place", &text(place, code)),
                    ("known", &known.join(", ")),
                    ("name", &format!("{{{name}}}")),
                ],
            )
        }
        Lack::Twice(place, code, twice) => {
            fill(&words.lack_twice, &[("place", &text(place, code)), ("text", twice)])
        }
        Lack::NeverAsked(group) => {
            fill(&words.lack_group, &[("group", instrument.texts(&language).group(group))])
        }
        Lack::NoIndicators(id) => {
            let name = part_name(page.words, instrument, &language, &Part::FocusPoint(id.clone()));
            fill(&words.lack_point, &[("point", &name)])
        }
        Lack::NoFocusPoints => words.lack_points.clone(),
        Lack::Field(field) => fill(&words.lack_field, &[("field", field)]),
    }
}
