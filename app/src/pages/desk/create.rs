//! A new screening. Its user has just agreed with a place to begin and knows the groups and how many they are.

use super::settings_fields::{GroupFields, PlaceFields};
use crate::components::form::{Aside, Hidden, ProblemSummary, Select, described_by, field_id};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::speaking;
use crate::words;
use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::settings::Settings;
use serde::Deserialize;
use workflow::Error;

/// Which instrument was chosen.
#[derive(Debug, Default, Deserialize)]
pub struct Chosen {
    /// Its id.
    #[serde(default, rename = "redskab")]
    pub instrument: String,
}

/// The form.
pub async fn get(page: Page, Query(chosen): Query<Chosen>) -> Result<Response, PageError> {
    let mut organisations = page.state.workflow.facilitated_organisations(&page.actor).await?;
    if organisations.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    let typed = page.memory.value("instrument", &chosen.instrument);
    let own = page.state.workflow.own_instruments(&page.actor).await?;
    let (owners, own): (Vec<_>, Vec<_>) =
        own.into_iter().filter_map(|mut own| Some((own.organisation.id, own.versions.pop()?))).unzip();
    let owners: Vec<_> = own.iter().map(|one| one.id.clone()).zip(owners).collect();
    let instruments: Vec<Instrument> = page.state.instruments.iter().cloned().chain(own).collect();
    let instrument = instruments.iter().find(|known| known.id == typed).or_else(|| instruments.first());
    let instrument = instrument.cloned().ok_or(PageError(Error::NotFound))?;
    if let Some((_, owner)) = owners.iter().find(|(id, _)| *id == instrument.id) {
        organisations.retain(|organisation| organisation.id == *owner);
    }
    let words = &page.words.desk.create;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let units = super::unit_lines(&shown.memory.value("units", ""));
        let places = organisations.into_iter().map(|o| (o.id, o.name)).collect::<Vec<_>>();
        let titles = instruments
            .iter()
            .map(|known| (known.id.clone(), known.texts(shown.language).title.clone()))
            .collect::<Vec<_>>();
        let title = instrument.texts(shown.language).title.clone();
        let choose = (titles.len() > 1).then(|| {
            view! {
                <form method="get" action="/screeninger/ny" class="inline-form">
                    <Select
                        page=shown.clone()
                        name="redskab"
                        label=words.instrument.as_str()
                        hint=words.instrument_hint.as_str()
                        choices=titles
                        value=instrument.id.clone()
                    />
                    <button class="button quiet small" type="submit">
                        {words.choose_instrument.as_str()}
                    </button>
                </form>
            }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            {choose}
            <form method="post" action="/api/create-screening">
                <Hidden name="instrument" value=instrument.id.clone() />
                <h2>{words.place.as_str()}</h2>
                <p>{format!("{}: {title}", words.instrument)}</p>
                <Select
                    page=shown.clone()
                    name="organisation"
                    label=words.organisation.as_str()
                    choices=places
                />
                <PlaceFields page=shown.clone() name="" settings=Settings::default() />
                <p>
                    <button class="button quiet small" type="submit" name="show" value="units">
                        {words.show_units.as_str()}
                    </button>
                </p>
                <h2>{words.groups.as_str()}</h2>
                <GroupFields
                    page=shown.clone()
                    instrument=instrument.clone()
                    settings=Settings { forms: instrument.default_forms(), ..Settings::default() }
                    units=units
                />
                <Select
                    page=shown.clone()
                    name="language"
                    label=words.language.as_str()
                    choices=languages(&instrument)
                />
                <PilotChoice page=shown.clone() />
                <button class="button" type="submit">
                    {words.submit.as_str()}
                </button>
            </form>
        }
    }))
}

/// The languages that those who answer can be asked in, each by its own name.
fn languages(instrument: &Instrument) -> Vec<(String, String)> {
    let known = instrument.languages.iter().filter_map(|language| speaking::known(language));
    known.map(|code| (code.to_owned(), words::of(code).common.own_name.clone())).collect()
}

/// Whether it is a pilot.
#[component]
fn PilotChoice(page: Page) -> impl IntoView {
    let words = &page.words.desk.pilot;
    let (id, chosen) = (field_id("pilot"), page.memory.value("pilot", "") == "on");
    view! {
        <div class="field">
            <div class="choice">
                <input
                    type="checkbox"
                    id=id.clone()
                    name="pilot"
                    value="on"
                    checked=chosen
                    aria-describedby=described_by(&id, true, false)
                />
                <label for=id.clone()>{words.choose.as_str()}</label>
            </div>
            <Aside id=id hint=words.choose_hint.clone() problem=None />
        </div>
    }
    .into_any()
}
