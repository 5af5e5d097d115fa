//! Across a municipality, for its administrator: what several places' groups answered, taken together, or why there is
//! no figure yet. No place is named, and nothing is put in order of size.

use crate::components::form::{Hidden, ProblemSummary, SavedNotice};
use crate::components::plot::DataTable;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::frame::numbered;
use crate::pages::desk::since::users_first;
use crate::pages::desk::when::date;
use crate::supervision::themes;
use crate::words::{AcrossWords, fill};
use axum::response::Response;
use leptos::prelude::*;
use screening::across::{LEAST_PLACES, Told};
use screening::chart::Table;
use screening::id::FocusPointId;
use screening::instrument::Instrument;
use screening::language::{self, Language};
use workflow::across::{AcrossInstrument, StoredTally};

/// The page's address.
pub const ACROSS: &str = "/paa-tvaers";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let mut found = page.state.workflow.across(&page.actor).await?;
    let words = &page.words.desk.across;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let here = Here { page: shown.clone(), words, language: language::of(shown.language) };
        let parts: Vec<AnyView> = shown
            .state
            .instruments
            .iter()
            .filter_map(|instrument| Some(here.instrument(instrument, &found.remove(&instrument.id)?)))
            .collect();
        let nobody = parts.is_empty().then(|| {
            let leave = &shown.words.desk.leave.link;
            view! {
                <h2>{words.nobody_title.as_str()}</h2>
                <p class="notice">{here.filled(&words.nobody, 0)}</p>
                <p>{fill(&words.how_yes, &[("link", leave)])}</p>
            }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {nobody}
            {parts}
            <h2>{words.protected.as_str()}</h2>
            <ul>
                <li>{words.only_yes.as_str()}</li>
                <li>{here.filled(&words.least_places, 0)}</li>
                <li>{words.no_names.as_str()}</li>
                <li>{words.once.as_str()}</li>
            </ul>
        }
        .into_any()
    }))
}

/// The page's words, and who reads them.
struct Here {
    page: Page,
    words: &'static AcrossWords,
    language: &'static dyn Language,
}

impl Here {
    /// A text with the smallest number of places, and this one.
    fn filled(&self, text: &str, count: usize) -> String {
        let least = self.language.number_word(LEAST_PLACES as u64);
        fill(text, &[("least", &least), ("count", &count.to_string())])
    }

    fn instrument(&self, instrument: &Instrument, stands: &AcrossInstrument) -> AnyView {
        let words = self.words;
        let title = instrument.texts(self.page.language).title.clone();
        let waiting = match (stands.waiting, stands.enough) {
            (0, _) if stands.tallies.is_empty() => &words.nobody,
            (0, _) => &words.none_waiting,
            (1, _) => &words.one_waits,
            (_, false) => &words.some_wait,
            (_, true) => &words.enough,
        };
        let make = stands.enough.then(|| {
            view! {
                <form method="post" action="/api/make-tally">
                    <Hidden name="instrument" value=instrument.id.clone() />
                    <button class="button" type="submit">{self.filled(&words.make, stands.waiting)}</button>
                </form>
            }
        });
        let (newest, earlier) = match stands.tallies.split_first() {
            Some((newest, earlier)) => (Some(self.tally(instrument, newest)), earlier),
            None => (None, [].as_slice()),
        };
        let none = newest.is_none().then(|| view! { <p>{words.no_tally.as_str()}</p> });
        let earlier = (!earlier.is_empty()).then(|| {
            let earlier: Vec<AnyView> = earlier.iter().map(|one| self.tally(instrument, one)).collect();
            view! {
                <details class="fold">
                    <summary>{words.earlier.as_str()}</summary>
                    {earlier}
                </details>
            }
        });
        view! {
            <section class="picture-part">
                <h2>{title}</h2>
                <p class="notice">{self.filled(waiting, stands.waiting)}</p>
                {make}
                {none}
                {newest}
                {earlier}
                {self.supervision(instrument)}
            </section>
        }
        .into_any()
    }

    fn tally(&self, instrument: &Instrument, stored: &StoredTally) -> AnyView {
        let words = self.words;
        let texts = instrument.texts(self.page.language);
        let made = date(self.page.language, stored.made_at);
        let heading = fill(&words.tally, &[("date", &made), ("count", &stored.tally.places.to_string())]);
        let caption = [
            ("title", texts.title.as_str()),
            ("min", &instrument.scale.min.to_string()),
            ("max", &instrument.scale.max.to_string()),
            ("date", &made),
        ];
        // Service users first: on a phone the first column is the one that is seen.
        let groups = users_first(instrument);
        let names = groups.iter().map(|group| texts.group(group).to_owned());
        let row = |point: &FocusPointId| {
            let told = groups.iter().map(|group| self.cell(stored.tally.told(point, group)));
            std::iter::once(self.point(instrument, point)).chain(told).collect()
        };
        let table = Table {
            caption: fill(&words.caption, &caption),
            columns: std::iter::once(words.point.clone()).chain(names).collect(),
            rows: instrument.focus_points.iter().map(|point| row(&point.id)).collect(),
        };
        view! {
            <h3>{heading}</h3>
            <DataTable table />
            <p>{words.of_the_same.as_str()}</p>
        }
        .into_any()
    }

    fn cell(&self, told: Told) -> String {
        match told {
            Told::Mean { mean, places } => {
                let mean = self.language.figure(mean);
                fill(&self.words.mean, &[("mean", &mean), ("count", &places.to_string())])
            }
            Told::Few => self.filled(&self.words.few, 0),
            Told::Unbound => self.words.unbound.clone(),
            Told::Alone => self.language.alone().to_owned(),
            Told::NotAsked => self.words.not_asked.clone(),
        }
    }

    fn point(&self, instrument: &Instrument, point: &FocusPointId) -> String {
        numbered(point.as_str(), instrument.texts(self.page.language).focus_point(point))
    }

    /// The supervision's themes beside the focus points; nothing where nobody laid them beside each other.
    fn supervision(&self, instrument: &Instrument) -> Option<AnyView> {
        let words = self.words;
        let themes = themes(&instrument.id);
        if themes.is_empty() {
            return None;
        }
        let row = |theme: &crate::supervision::Theme| {
            let points: Vec<String> =
                theme.points.iter().map(|point| self.point(instrument, point)).collect();
            let points = if points.is_empty() { words.no_points.clone() } else { points.join(", ") };
            vec![theme.title.clone(), points]
        };
        let table = Table {
            caption: words.supervision_caption.clone(),
            columns: vec![words.theme.clone(), words.points.clone()],
            rows: themes.iter().map(row).collect(),
        };
        Some(
            view! {
                <details class="fold">
                    <summary>{words.supervision_see.as_str()}</summary>
                    <h3>{words.supervision.as_str()}</h3>
                    <p>{words.supervision_lead.as_str()}</p>
                    <DataTable table />
                </details>
            }
            .into_any(),
        )
    }
}
