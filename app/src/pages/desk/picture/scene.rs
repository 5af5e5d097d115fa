//! What every part of the picture is drawn from: the figures as published, the signals, and the words for both.

use crate::error::PageError;
use crate::page::Page;
use crate::pages::desk::course::Course;
use crate::pages::desk::frame::numbered;
use crate::words::{PictureWords, fill};
use leptos::prelude::*;
use screening::chart::Drawing;
use screening::evidence::{Evidence, IndicatorRating};
use screening::hearing::{HearingNumber, Theme};
use screening::id::{FocusPointId, GroupId};
use screening::instrument::{Instrument, Texts};
use screening::language::Language;
use screening::picture::{Kind, Published};
use screening::signals::Signal;
use std::ops::Deref;
use std::sync::Arc;
use workflow::pictures::PictureView;

/// A closed screening's picture, cheap to hand from part to part.
#[derive(Clone)]
pub struct Scene(Arc<Parts>);

/// What a [`Scene`] holds.
pub struct Parts {
    /// The request.
    pub page: Page,
    /// The screening's steps.
    pub course: Course,
    /// Figures and signals.
    pub picture: PictureView,
    /// What was read and seen.
    pub evidence: Vec<Evidence>,
    /// Settled ratings.
    pub ratings: Vec<IndicatorRating>,
    /// Comments that were read and left out.
    pub left_out: usize,
    /// The themes that speak loudest.
    pub proposed: Vec<Theme>,
    /// The focus points on the first hearing's agenda.
    pub agenda: Vec<FocusPointId>,
}

impl Deref for Scene {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Scene {
    /// Asks for everything once.
    pub async fn of(page: &Page, course: &Course) -> Result<Self, PageError> {
        let workflow = &page.state.workflow;
        let picture = workflow.picture(&page.actor, &course.id).await?;
        let evidence = workflow.evidence(&page.actor, &course.id).await?;
        let ratings = workflow.ratings(&page.actor, &course.id).await?;
        let left_out = workflow.readers(&page.actor, &course.id).await?.left_out.by_readers();
        // Of one that was stopped no hearing is held.
        let (proposed, themes) = if course.stopped {
            Default::default()
        } else {
            let hearing = workflow.hearing(&page.actor, &course.id, HearingNumber::First).await?;
            (hearing.proposed, hearing.plan.themes)
        };
        Ok(Self(Arc::new(Parts {
            page: page.clone(),
            course: course.clone(),
            picture,
            evidence: evidence.into_iter().map(|(_, one)| one).collect(),
            ratings,
            left_out,
            proposed,
            agenda: themes.into_iter().map(|theme| theme.focus_point).collect(),
        })))
    }
}

impl Parts {
    /// The picture's words.
    pub fn words(&self) -> &'static PictureWords {
        &self.page.words.desk.picture
    }

    /// The domain's sentences.
    pub fn language(&self) -> &'static dyn Language {
        screening::language::of(self.page.language)
    }

    /// The screening's instrument.
    pub fn instrument(&self) -> &Instrument {
        &self.picture.screening.instrument
    }

    /// Its texts.
    pub fn texts(&self) -> &Texts {
        self.instrument().texts(self.page.language)
    }

    /// The figures as they may be shown.
    pub fn published(&self) -> &Published {
        &self.picture.published
    }

    /// The signals.
    pub fn signals(&self) -> &[Signal] {
        &self.picture.signals
    }

    /// What a plot is drawn from; `prefix` makes its ids unique on the page.
    pub fn drawing<'a>(&'a self, prefix: &'a str) -> Drawing<'a> {
        Drawing {
            published: self.published(),
            instrument: self.instrument(),
            language: self.language(),
            prefix,
            rounds: None,
        }
    }

    /// A group's name.
    pub fn group<'a>(&'a self, group: &'a GroupId) -> &'a str {
        self.texts().group(group)
    }

    /// Number and title of a focus point, indicator or value.
    pub fn title(&self, kind: Kind, code: &str) -> String {
        let texts = self.texts();
        match kind {
            Kind::Value => texts.values.get(code).map_or(code, String::as_str).to_owned(),
            Kind::Indicator => numbered(code, texts.indicator(&code.into())),
            _ => numbered(code, texts.focus_point(&code.into())),
        }
    }

    /// The page of a focus point or indicator.
    pub fn address(&self, code: &str) -> String {
        self.course.address(&format!("billede/{code}"))
    }
}

/// On paper nothing stands beside the page: whose picture it is.
#[component]
pub fn PlaceOnPaper(
    /// The picture.
    scene: Scene,
) -> impl IntoView {
    let course = &scene.course;
    view! { <p class="where print-only">{format!("{} · {}", course.organisation, course.name)}</p> }
        .into_any()
}

/// One or many of something: *1 indikator*, *{count} indikatorer*.
pub fn so_many(one: &str, many: &str, count: usize) -> String {
    if count == 1 { one.to_owned() } else { fill(many, &[("count", &count.to_string())]) }
}

/// An id for a part of the page, from a code of the instrument.
pub fn part_id(prefix: &str, code: &str) -> String {
    let safe: String = code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{prefix}-{safe}")
}
