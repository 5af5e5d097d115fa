//! One part of a draft: the whole, the scale, a group, a value, words to choose, thresholds, a focus point, an indicator
//! from every chair.

use super::draft::{part_values, with_typed};
use super::fields::Fields;
use super::forms::{indicator_fields, whole_fields};
use super::settings::setting_fields;
use super::shape::SHAPE;
use super::{DRAFT, address, part_address, part_name, reading};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::{self, fill};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use screening::instrument::Instrument;
use screening::instrument::edit::{Draft, Part, setting_field};
use workflow::Error;
use workflow::instruments::part_seen;

/// What is of the whole.
pub async fn whole(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    one(page, key, Part::Whole).await
}

/// The scale.
pub async fn scale(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    one(page, key, Part::Scale).await
}

/// A group.
pub async fn group(page: Page, Path((key, id)): Path<(String, String)>) -> Result<Response, PageError> {
    one(page, key, Part::Group(GroupId::from(id))).await
}

/// A value.
pub async fn value(page: Page, Path((key, id)): Path<(String, String)>) -> Result<Response, PageError> {
    one(page, key, Part::Value(ValueId::from(id))).await
}

/// A name with the words that a screening may choose.
pub async fn name(page: Page, Path((key, name)): Path<(String, String)>) -> Result<Response, PageError> {
    one(page, key, Part::Name(name)).await
}

/// The thresholds of the signals.
pub async fn signals(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    one(page, key, Part::Signals).await
}

/// A focus point.
pub async fn point(page: Page, Path((key, id)): Path<(String, String)>) -> Result<Response, PageError> {
    one(page, key, Part::FocusPoint(FocusPointId::from(id))).await
}

/// An indicator.
pub async fn indicator(page: Page, Path((key, id)): Path<(String, String)>) -> Result<Response, PageError> {
    one(page, key, Part::Indicator(IndicatorId::from(id))).await
}

async fn one(page: Page, key: String, part: Part) -> Result<Response, PageError> {
    let typed = !page.memory.values.is_empty();
    let own = match page.state.workflow.own_instrument(&page.actor, &key).await {
        Ok(own) => Some(own),
        // Gone with its draft while somebody wrote in it.
        Err(Error::Forbidden | Error::NotFound) if typed && page.signed_in().is_ok() => None,
        Err(error) => return Err(error.into()),
    };
    let draft = own.as_ref().and_then(|own| own.draft.clone()).map(|stored| stored.draft);
    let Some((own, draft)) = own.zip(draft).filter(|(_, draft)| draft.has(&part)) else {
        return Ok(if typed { gone(&page) } else { Redirect::to(&address(&key, "")).into_response() });
    };
    let typed_draft = with_typed(&page, &draft, &part);
    let read = typed_draft.shown();
    let name = part_name(page.words, &draft.shown(), &reading(&page, &read), &part);
    let before = own.newest().cloned();
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &name.clone(), move || {
        let words = &shown.words.desk.instrument_edit;
        let (kind, id) = part_values(&part);
        let asks = before
            .as_ref()
            .filter(|before| matches!(&part, Part::Indicator(id) if before.indicator(id).is_some()));
        let fields =
            Fields { page: &shown, draft: &draft, typed: &read, typed_draft: &typed_draft, before: asks };
        let texts = match &part {
            Part::Indicator(id) => indicator_fields(&fields, id),
            Part::Whole => whole_fields(&fields),
            part => setting_fields(&fields, part),
        };
        let preview = matches!(part, Part::Scale | Part::Group(_)).then(|| {
            view! {
                <h2>{words.preview.as_str()}</h2>
                <div id="sadan" data-live>{fields.preview(&part)}</div>
            }
        });
        let next = following(&read, &part).map(|next| {
            let name = part_name(shown.words, &read, &reading(&shown, &read), &next);
            view! {
                <button class="button quiet" type="submit" name="then" value="next">
                    {fill(&words.save_next, &[("part", &name)])}
                </button>
            }
        });
        let unsaved = typed.then_some("");
        let script = (shown.state.assets)("writing.js");
        // Where nothing is shown of how it reads, there is nothing to show without saving.
        let show = speaks_to_people(&part).then(|| {
            view! {
                // Not needed where a script shows it while one types.
                <button class="button quiet" type="submit" name="show" value="yes">
                    {words.show.as_str()}
                </button>
            }
        });
        let names = field_names(&shown, &draft, &part);
        view! {
            <p class="where">
                <a href=address(&key, DRAFT)>{read.texts(&reading(&shown, &read)).title.clone()}</a>
            </p>
            <h1>{name.clone()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() names />
            {speaks_to_people(&part).then(|| words_to_choose(&shown, &draft))}
            <form method="post" action="/api/write-instrument" id="del" data-unsaved=unsaved>
                <Hidden name="instrument" value=key.clone() />
                <Hidden name="kind" value=kind />
                <Hidden name="part" value=id />
                <Hidden name="seen" value=part_seen(&draft, &part) />
                {texts}
                <div class="row-buttons">
                    <button class="button" type="submit">
                        {words.save.as_str()}
                    </button>
                    {next}
                    {show}
                </div>
            </form>
            {preview}
            <script type="module" src=script></script>
            {neighbours(&shown, &key, &draft, &part)}
        }
        .into_any()
    }))
}

/// Whether its texts are read by those who answer, who know the place by its own word.
fn speaks_to_people(part: &Part) -> bool {
    !matches!(part, Part::Value(_) | Part::Name(_) | Part::Signals)
}

/// What a person calls each text's field.
fn field_names(page: &Page, draft: &Draft, part: &Part) -> Vec<(String, String)> {
    let mut names = Vec::new();
    let read = draft.shown();
    let language = reading(page, &read);
    for place in draft.places(part) {
        for code in &draft.written().languages {
            let name = super::place_name(page.words, &read, &language, &place);
            let name = format!("{name} · {}", super::language_name(code));
            names.push((screening::instrument::edit::field(&place, code), name));
        }
    }
    let shape = &page.words.desk.instrument_shape;
    names.extend(
        draft.settings(part).into_iter().map(|key| (setting_field(key), shape.setting(key).to_owned())),
    );
    names
}

/// The words that a screening chooses, as texts name them.
fn words_to_choose(page: &Page, draft: &Draft) -> Option<AnyView> {
    let written = draft.written();
    let (name, words) = written.names.iter().next()?;
    let language = reading(page, written);
    let forms = written.texts(&language).names.get(name)?.get(words.first()?)?;
    let example = forms.iter().find(|(form, _)| *form != "word");
    let said = &page.words.desk.instrument_edit;
    let names = written.names.keys().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
    let example = example.map(|(form, text)| {
        let written = format!("{{{name}.{form}}}");
        words::fill(&said.names_form, &[("text", text), ("form", &written)])
    });
    Some(
        view! {
            <details class="box">
                <summary>{said.names_title.as_str()}</summary>
                <p>{said.names_lead.as_str()} " " {names} ". " {example}</p>
            </details>
        }
        .into_any(),
    )
}

/// The whole, focus points and indicators as one goes through them.
fn in_turn(instrument: &Instrument) -> Vec<Part> {
    let mut parts = vec![Part::Whole];
    for point in &instrument.focus_points {
        parts.push(Part::FocusPoint(point.id.clone()));
        parts.extend(point.indicators.iter().map(|indicator| Part::Indicator(indicator.id.clone())));
    }
    parts
}

/// What one goes on to after a part, where there is something.
pub fn following(instrument: &Instrument, part: &Part) -> Option<Part> {
    let mut parts = in_turn(instrument).into_iter();
    parts.find(|one| one == part)?;
    parts.next()
}

/// The parts before and after.
fn neighbours(page: &Page, key: &str, draft: &Draft, part: &Part) -> AnyView {
    let shown = draft.shown();
    // Groups, values and what else stands around have their own page that leads to each.
    if !matches!(part, Part::Whole | Part::FocusPoint(_) | Part::Indicator(_)) {
        let title = page.words.desk.instrument_shape.title.clone();
        return view! { <p><a href=address(key, SHAPE)>{title}</a></p> }.into_any();
    }
    let parts = in_turn(&shown);
    let place = parts.iter().position(|one| one == part).unwrap_or_default();
    let language = reading(page, &shown);
    let link = |place: Option<usize>| {
        let part = parts.get(place?)?;
        let name = part_name(page.words, &shown, &language, part);
        Some(view! { <li><a href=part_address(key, part)>{name}</a></li> })
    };
    let links = [link(place.checked_sub(1)), link(Some(place + 1))];
    view! {
        <nav aria-label=page.words.desk.instruments.neighbours.clone()>
            <ul class="ways">{links.into_iter().flatten().collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// What was typed in a part that is gone.
fn gone(page: &Page) -> Response {
    let words = &page.words.desk.instrument_edit;
    let texts: Vec<String> = page
        .memory
        .values
        .iter()
        .filter(|(name, text)| name.starts_with("text[") && !text.trim().is_empty())
        .map(|(_, text)| text.clone())
        .collect();
    page.render(Frame::Desk, &words.gone, move || {
        let texts = texts.into_iter().map(|text| view! { <li class="kept-lines">{text}</li> }).collect_view();
        view! {
            <h1>{words.gone.as_str()}</h1>
            <p class="lead">{words.gone_lead.as_str()}</p>
            <ul>{texts}</ul>
            <p><a href=super::INSTRUMENTS>{words.to_list.as_str()}</a></p>
        }
        .into_any()
    })
}
