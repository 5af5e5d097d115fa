//! A screening beside the one before it: each group then and now, what can't be compared and why, and the goals of the
//! earlier plan beside what was measured. [`super::since_goals`] holds the goals.

use super::course::Course;
use super::frame;
use super::over_time::OVER_TIME;
use super::since_goals::goals;
use crate::components::plot::{DataTable, PlotWithTable};
use crate::error::PageError;
use crate::page::Page;
use crate::words::{SinceWords, fill};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::chart::{Chart, Drawing, Table, Width};
use screening::comparison::{Earlier, Moved, NotComparable, PublishedChange, Reason};
use screening::id::GroupId;
use screening::instrument::{Disclosure, Instrument, Texts};
use screening::language::{self, Language};
use screening::picture::{Kind, Published};
use workflow::Error;
use workflow::again::SinceView;

/// The page within a screening.
pub const SINCE: &str = "siden-sidst";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.since;
    if screening.earlier.is_none() {
        return Err(PageError(Error::NotFound));
    }
    if !course.picture {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let view = page.state.workflow.since_earlier(&page.actor, &id).await?;
    let shown = page.clone();
    let over_time = (course.rounds > 2).then(|| course.address(OVER_TIME));
    Ok(frame::render(&page, &course, &words.title, move || {
        let over_time = over_time.map(|href| {
            view! { <p class="no-print"><a href=href>{shown.words.desk.over_time.link.as_str()}</a></p> }
        });
        let beside = Beside::of(&shown, &view);
        let groups: Vec<AnyView> =
            beside.users_first().into_iter().filter_map(|group| beside.group(group)).collect();
        let nothing = groups.is_empty().then(|| view! { <p class="notice">{words.nothing.as_str()}</p> });
        let chance = (!groups.is_empty()).then(|| view! { <p>{words.by_chance.as_str()}</p> });
        let which = [("now", view.screening.name.as_str()), ("then", view.earlier.name.as_str())];
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{fill(&words.which, &which)}</p>
            {over_time}
            {nothing}
            {groups}
            {chance}
            {beside.not_comparable()}
            {goals(&beside, &view)}
        }
        .into_any()
    }))
}

/// An instrument's groups: service users, then others, then those in role.
pub fn users_first(instrument: &Instrument) -> Vec<&GroupId> {
    let mut groups: Vec<_> = instrument.groups.iter().collect();
    groups.sort_by_key(|group| (!group.service_users, group.disclosure == Disclosure::InRole));
    groups.into_iter().map(|group| &group.id).collect()
}

/// Two rounds, and the words for both.
pub struct Beside<'a> {
    /// The page's words.
    pub words: &'static SinceWords,
    /// How a difference is reckoned.
    pub rounded: &'static str,
    /// The domain's.
    pub language: &'static dyn Language,
    /// The later instrument.
    pub instrument: &'a Instrument,
    /// Its texts.
    pub texts: &'a Texts,
    /// The later figures.
    pub later: &'a Published,
    /// The earlier ones, and what has changed.
    pub earlier: &'a Earlier,
}

impl<'a> Beside<'a> {
    fn of(page: &Page, view: &'a SinceView) -> Self {
        let instrument = &view.screening.instrument;
        Self {
            words: &page.words.desk.since,
            rounded: page.words.desk.picture.gaps_rounded.as_str(),
            language: language::of(page.language),
            instrument,
            texts: instrument.texts(page.language),
            later: &view.published,
            earlier: &view.earlier,
        }
    }

    /// The groups: service users, then others, then those in role.
    pub fn users_first(&self) -> Vec<&'a GroupId> {
        users_first(self.instrument)
    }

    /// A group's focus points as a plot and a table, its indicators as a table to open; a line where nothing of it can
    /// be shown.
    fn group(&self, group: &GroupId) -> Option<AnyView> {
        let words = self.words;
        let of = |kind| {
            let own = self.earlier.changes.iter().filter(move |one| one.group == *group && one.kind == kind);
            own.collect::<Vec<_>>()
        };
        let (points, indicators) = (of(Kind::FocusPoint), of(Kind::Indicator));
        if points.is_empty() && indicators.is_empty() {
            return None;
        }
        let name = self.texts.group(group).to_owned();
        if points.iter().chain(&indicators).all(|change| change.moved() == Moved::Few) {
            let few = self.language.since_few(&name, None);
            return Some(
                view! { <section class="picture-part"><h2>{name}</h2><p>{few}</p></section> }.into_any(),
            );
        }
        let drawn = self.earlier.two_rounds(self.later, self.instrument, group, self.language);
        let table = self.table(&name, &words.points, Kind::FocusPoint, &points);
        let rounded = self.shows_difference(&points).then(|| view! { <p class="quiet">{self.rounded}</p> });
        let prefix = format!("siden-{group}");
        let figures = match drawn {
            Some(two) => {
                let drawing = Drawing {
                    published: &two.published,
                    instrument: &two.instrument,
                    language: self.language,
                    prefix: &prefix,
                    rounds: Some(two.looks),
                };
                let chart = Chart { table, ..drawing.dot_plot(&two.rows, Width::Wide) };
                view! { <PlotWithTable chart /> }.into_any()
            }
            None if points.is_empty() => ().into_any(),
            None => view! { <DataTable table /> }.into_any(),
        };
        let more = (!indicators.is_empty()).then(|| {
            let table = self.table(&name, &words.indicators_of, Kind::Indicator, &indicators);
            view! {
                <details class="fold no-print">
                    <summary>{fill(&words.see_indicators, &[("group", &name)])}</summary>
                    <DataTable table />
                </details>
            }
        });
        Some(
            view! {
                <section class="picture-part">
                    <h2>{name.clone()}</h2>
                    {figures}
                    {rounded}
                    {more}
                </section>
            }
            .into_any(),
        )
    }

    /// Whether the difference of any stands in a table: from rounded means some would look wrong.
    fn shows_difference(&self, changes: &[&PublishedChange]) -> bool {
        changes.iter().any(|change| !self.cells(change)[3].is_empty())
    }

    fn table(&self, group: &str, what: &str, kind: Kind, changes: &[&PublishedChange]) -> Table {
        let words = self.words;
        let head = [self.language.row_kind(kind), &words.moved, &words.then, &words.now, &words.difference];
        let row = |change: &&PublishedChange| {
            let title = self.title(kind, &change.code);
            std::iter::once(title).chain(self.cells(change)).collect::<Vec<String>>()
        };
        Table {
            caption: fill(&words.caption, &[("group", group), ("what", what)]),
            columns: head.map(str::to_owned).to_vec(),
            rows: changes.iter().map(row).collect(),
        }
    }

    /// What may be said of a change, first, as a phone shows no more than that; then the two rounds and the difference.
    pub fn cells(&self, change: &PublishedChange) -> [String; 4] {
        let said = self.language.moved(change.moved()).to_owned();
        if self.earlier.sides(self.later, change).is_none() {
            return [said, String::new(), String::new(), String::new()];
        }
        let side = |published: &Published| {
            let row = published.row(change.kind, &change.code, &change.group);
            let shown = row.and_then(|row| Some((row, row.mean?, row.n?)));
            shown.map_or_else(String::new, |(row, mean, n)| match row.interval {
                Some(interval) => {
                    let (mean, n) = (self.language.figure(mean), self.language.scored(n));
                    format!("{mean} ({n}; {})", self.language.interval(interval))
                }
                None => self.language.mean(mean, n),
            })
        };
        let difference = change.difference.map_or_else(String::new, |difference| {
            let difference = self.language.figure(difference);
            match change.interval {
                Some(interval) => format!("{difference} ({})", self.language.span(interval)),
                None => difference,
            }
        });
        [said, side(&self.earlier.published), side(self.later), difference]
    }

    /// Number and title in the later instrument's words; in the earlier one's where that alone has it.
    pub fn title(&self, kind: Kind, code: &str) -> String {
        let known = match kind {
            Kind::Indicator => self.instrument.indicator(&code.into()).is_some(),
            _ => self.instrument.focus_point(&code.into()).is_some(),
        };
        let texts = if known { self.texts } else { self.earlier.instrument.texts(self.language.code()) };
        match kind {
            Kind::Indicator => frame::numbered(code, texts.indicator(&code.into())),
            _ => frame::numbered(code, texts.focus_point(&code.into())),
        }
    }

    /// A group's name; in the earlier instrument's words where that alone has it.
    pub fn name(&self, group: &GroupId) -> String {
        match self.instrument.group(group) {
            Some(_) => self.texts.group(group).to_owned(),
            None => self.earlier.instrument.texts(self.language.code()).group(group).to_owned(),
        }
    }

    /// What can't be compared, for whom and why: a line where that holds of everything.
    fn not_comparable(&self) -> Option<AnyView> {
        let words = self.words;
        let all = &self.earlier.not_comparable;
        let first = all.first()?;
        let content = if matches!(first.reason, Reason::OtherInstrument | Reason::OtherScale) {
            let scale = first.reason == Reason::OtherScale;
            view! { <p>{self.language.since_other(scale)}</p> }.into_any()
        } else {
            let mut rows: Vec<(&NotComparable, Vec<String>)> = Vec::new();
            for one in all {
                let same = |row: &&mut (&NotComparable, Vec<String>)| {
                    (row.0.kind, &row.0.code, row.0.reason) == (one.kind, &one.code, one.reason)
                };
                match rows.iter_mut().find(same) {
                    Some((_, groups)) => groups.push(self.name(&one.group)),
                    None => rows.push((one, vec![self.name(&one.group)])),
                }
            }
            let row = |(one, groups): (&NotComparable, Vec<String>)| {
                let why = self.language.not_comparable(one.reason).to_owned();
                vec![self.title(one.kind, &one.code), groups.join(", "), why]
            };
            let table = Table {
                caption: words.not_comparable_caption.clone(),
                columns: [&words.what, &words.who, &words.why].map(String::clone).to_vec(),
                rows: rows.into_iter().map(row).collect(),
            };
            view! { <DataTable table /> }.into_any()
        };
        Some(
            view! {
                <section class="picture-part">
                    <h2>{words.not_comparable.as_str()}</h2>
                    {content}
                </section>
            }
            .into_any(),
        )
    }
}
