//! A draft as a whole: what is missing, every focus point and indicator with the way to its texts, how it reads, and
//! publishing it.

use super::list::back;
use super::remove::drop_link;
use super::replace::draft_csv;
use super::review::REVIEW;
use super::shape::SHAPE;
use super::take_in::START;
use super::{DRAFT, address, lacks, lang, language_name, part_address, part_name, reading};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice};
use crate::components::plot::DataTable;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::chart::Table;
use screening::instrument::edit::{Draft, Lack, Part, TextPlace};
use screening::instrument::{FocusPoint, Indicator, Instrument};
use screening::readability::lix;
use std::collections::BTreeMap;
use workflow::instruments::StoredDraft;

/// A part in the values of a form: its kind, and its id.
pub fn part_values(part: &Part) -> (&'static str, String) {
    match part {
        Part::Whole => ("tekster", String::new()),
        Part::Scale => ("skala", String::new()),
        Part::Group(id) => ("gruppe", id.to_string()),
        Part::Value(id) => ("vaerdi", id.to_string()),
        Part::Name(name) => ("ord", name.clone()),
        Part::Signals => ("graenser", String::new()),
        Part::FocusPoint(id) => ("punkt", id.to_string()),
        Part::Indicator(id) => ("indikator", id.to_string()),
    }
}

/// The page; where there is no draft, the instrument's.
pub async fn get(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let Some(StoredDraft { revision, draft }) = own.draft.clone() else {
        return Ok(Redirect::to(&address(&key, "")).into_response());
    };
    let read = draft.shown();
    let language = reading(&page, &read);
    let title = read.texts(&language).title.clone();
    let found = draft.checked().err().unwrap_or_default();
    let versions = own.versions.len();
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &title.clone(), move || {
        let words = &shown.words.desk.instrument_edit;
        let files = &shown.words.desk.instrument_take_in;
        let number = [("number", read.version.to_string())];
        let number = number.each_ref().map(|(name, value)| (*name, value.as_str()));
        let here = Here { page: &shown, key: &key, revision, language: &language };
        let all = &shown.words.desk.instruments;
        let newest =
            (versions > 0).then(|| view! { <li><a href=address(&key, "")>{all.newest.as_str()}</a></li> });
        let changes = own.before().is_some().then(|| {
            let href = address(&key, "aendringer");
            view! { <li><a href=href>{all.see_changes.as_str()}</a></li> }
        });
        view! {
            {back(&shown)}
            <p class="tag">{format!("{} · {}", own.organisation.name, fill(&words.tag, &number))}</p>
            <h1 lang=lang(&shown, &language)>{title.clone()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p class="lead">{words.lead.as_str()}</p>
            {lacks::list(&shown, &key, &draft, &found)}
            <ul class="ways">
                <li>
                    <a href=part_address(&key, &Part::Whole)>{words.whole.as_str()}</a>
                </li>
                <li>
                    <a href=address(&key, SHAPE)>{shown.words.desk.instrument_shape.link.as_str()}</a>
                </li>
                <li>
                    <a href=draft_csv(&key) download>{files.draft_csv.as_str()}</a>
                </li>
                <li>
                    <a href=address(&key, &format!("{DRAFT}/{START}"))>{files.into_link.as_str()}</a>
                </li>
                {newest}
                {changes}
            </ul>
            {here.previews(&read)}
            <h2>{words.parts.as_str()}</h2>
            {read.focus_points.iter().map(|point| here.point(&read, point)).collect_view()}
            {here.button("add", &Part::Whole, &words.add_point, "")}
            <h2>{words.reads.as_str()}</h2>
            <p>{words.reads_lead.as_str()}</p>
            <DataTable table=reads(&shown, &read, &language) />
            {here.publish(&found, &number)}
            {here.drop_draft(versions)}
        }
        .into_any()
    }))
}

struct Here<'a> {
    page: &'a Page,
    key: &'a str,
    revision: i64,
    language: &'a str,
}

impl Here<'_> {
    fn name(&self, read: &Instrument, part: &Part) -> String {
        part_name(self.page.words, read, self.language, part)
    }

    /// A small form that changes what there is.
    fn button(&self, what: &'static str, part: &Part, label: &str, about: &str) -> AnyView {
        let (kind, id) = part_values(part);
        let label = label.to_owned();
        let spoken = (!about.is_empty()).then(|| format!("{label}: {about}"));
        view! {
            <form method="post" action="/api/reshape-instrument" class="inline-form">
                <Hidden name="instrument" value=self.key />
                <Hidden name="seen" value=self.revision.to_string() />
                <Hidden name="what" value=what />
                <Hidden name="kind" value=kind />
                <Hidden name="part" value=id />
                <button class="button quiet small" type="submit" aria-label=spoken>
                    {label}
                </button>
            </form>
        }
        .into_any()
    }

    /// Moving it, and the way to dropping it.
    fn moves(&self, part: &Part, name: &str) -> AnyView {
        let words = &self.page.words.desk.instrument_edit;
        view! {
            <details class="moves">
                <summary aria-label=format!("{}: {name}", words.moves)>{words.moves.as_str()}</summary>
                <div class="row-buttons">
                    {self.button("up", part, &words.up, name)} {self.button("down", part, &words.down, name)}
                    {drop_link(self.page, self.key, part_values(part), name)}
                </div>
            </details>
        }
        .into_any()
    }

    fn point(&self, read: &Instrument, point: &FocusPoint) -> AnyView {
        let words = &self.page.words.desk.instrument_edit;
        let part = Part::FocusPoint(point.id.clone());
        let name = self.name(read, &part);
        let indicators = point.indicators.iter().map(|one| self.indicator(read, one)).collect_view();
        let empty = point
            .indicators
            .is_empty()
            .then(|| view! { <p class="quiet">{words.no_indicators.as_str()}</p> });
        view! {
            <section class="box draft-point" id=format!("punkt-{}", point.id)>
                <h3 lang=lang(self.page, self.language)>
                    <a href=part_address(self.key, &part)>{name.clone()}</a>
                </h3>
                {self.moves(&part, &name)}
                <ul class="draft-indicators">{indicators}</ul>
                {empty}
                {self.button("add", &part, &words.add_indicator, &name)}
            </section>
        }
        .into_any()
    }

    fn indicator(&self, read: &Instrument, indicator: &Indicator) -> AnyView {
        let part = Part::Indicator(indicator.id.clone());
        let name = self.name(read, &part);
        let texts = read.texts(self.language);
        let asked: Vec<String> = indicator.groups.iter().map(|group| texts.group(group).to_owned()).collect();
        view! {
            <li id=format!("indikator-{}", indicator.id)>
                <a href=part_address(self.key, &part) lang=lang(self.page, self.language)>{name.clone()}</a>
                <br />
                <span class="quiet">{asked.join(" · ")}</span>
                {self.moves(&part, &name)}
            </li>
        }
        .into_any()
    }

    fn previews(&self, read: &Instrument) -> AnyView {
        let texts = read.texts(self.language);
        let links = read.groups.iter().map(|group| {
            let href = format!("{}?udgave={DRAFT}", address(self.key, &format!("gruppe/{}", group.id)));
            view! { <li><a href=href>{texts.group(&group.id).to_owned()}</a></li> }
        });
        let links = links.collect_view();
        let name = self.page.words.desk.instrument_edit.see_as.clone();
        view! {
            <p class="where">{name}</p>
            <ul class="ways">{links}</ul>
        }
        .into_any()
    }

    fn publish(&self, lacks: &[Lack], number: &[(&str, &str)]) -> AnyView {
        let words = &self.page.words.desk.instrument_edit;
        let button = if lacks.is_empty() {
            view! {
                <form method="post" action="/api/publish-instrument">
                    <Hidden name="instrument" value=self.key />
                    <Hidden name="seen" value=self.revision.to_string() />
                    <button class="button" type="submit">
                        {fill(&words.publish, number)}
                    </button>
                </form>
            }
            .into_any()
        } else {
            view! { <p><a href="#mangler">{words.publish_first.as_str()}</a></p> }.into_any()
        };
        let look = address(self.key, REVIEW);
        view! {
            <h2 id="udgiv">{words.publish_title.as_str()}</h2>
            <p>{words.publish_lead.as_str()}</p>
            <p>
                <a href=look>{self.page.words.desk.instrument_review.link.as_str()}</a>
            </p>
            {button}
        }
        .into_any()
    }

    fn drop_draft(&self, versions: usize) -> AnyView {
        let words = &self.page.words.desk.instrument_edit;
        let hint = if versions == 0 { &words.drop_all_hint } else { &words.drop_draft_hint };
        view! {
            <details class="box drop-draft">
                <summary>{words.drop_draft.as_str()}</summary>
                <p>{hint.as_str()}</p>
                <form method="post" action="/api/drop-instrument-draft">
                    <Hidden name="instrument" value=self.key />
                    <Hidden name="seen" value=self.revision.to_string() />
                    <button class="button quiet" type="submit">
                        {words.drop_draft.as_str()}
                    </button>
                </form>
            </details>
        }
        .into_any()
    }
}

/// LIX of all statements of each group, taken together, in each language.
fn reads(page: &Page, read: &Instrument, language: &str) -> Table {
    let words = &page.words.desk.instrument_edit;
    let mut columns = vec![words.group.clone(), words.statements.clone()];
    columns.extend(read.languages.iter().map(|code| language_name(code)));
    columns.push(words.lix_most.clone());
    let rows = read.groups.iter().map(|group| {
        let statements = |code: &str| -> Vec<String> {
            let texts = read.texts.get(code);
            let of = |indicator: &Indicator| {
                texts.map(|texts| TextPlace::Item(indicator.id.clone(), group.id.clone()).text(texts))
            };
            read.indicators().filter_map(of).filter(|text| !text.is_empty()).collect()
        };
        let mut row =
            vec![read.texts(language).group(&group.id).to_owned(), statements(language).len().to_string()];
        row.extend(read.languages.iter().map(|code| {
            let all = statements(code);
            if all.is_empty() {
                "–".to_owned()
            } else {
                page.words.sentences().number(lix(&all.join("\n")), 0)
            }
        }));
        row.push(if group.service_users { "20" } else { "30" }.to_owned());
        row
    });
    Table { caption: words.reads_caption.clone(), columns, rows: rows.collect() }
}

/// A draft with what was typed on the page of a part, as far as it holds.
pub(super) fn with_typed(page: &Page, draft: &Draft, part: &Part) -> Draft {
    use screening::instrument::edit::PartChange;
    let posted = |field: &str| {
        let named = page.memory.values.iter().filter_map(|(name, text)| {
            let key = name.strip_prefix(field)?.strip_prefix('[')?.strip_suffix(']')?;
            Some((key.to_owned(), text.clone()))
        });
        named.collect::<BTreeMap<_, _>>()
    };
    let mut typed = draft.clone();
    let texts = super::typed_texts(draft, part, &posted("text"));
    let change = PartChange { texts, set: posted("set"), ..PartChange::default() };
    let any = !change.texts.is_empty() || !change.set.is_empty();
    if any && typed.write(part, &change, None).is_ok() { typed } else { draft.clone() }
}
