//! Preparing: settings, what those who answer are told, and the legal facts without which it cannot open.

use super::course::{Course, address, fact_label};
use super::data_protection::DATA_PROTECTION;
use super::dates::written;
use super::frame;
use super::lacks::{Parts, READY, SMALL, Waiting};
use super::letters::LETTERS;
use super::naming::{NameFields, name_label};
use super::prepare_ready::warning;
use super::preview::Preview;
use super::settings_fields::{GroupFields, PlaceFields};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextArea, TextField};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::instrument::Form;
use screening::preparation::small_groups;
use screening::schedule::{Milestone, Schedule};
use screening::settings::{LegalFacts, State};
use workflow::screenings::Screening;

/// The page: a form while it is being prepared, afterwards what was frozen.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let words = &page.words.desk.prepare;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let body = if screening.state == State::Prepared {
            view! {
                <PartList page=shown.clone() course=here screening=screening.clone() />
                <Fields page=shown.clone() screening=screening.clone() schedule />
            }
            .into_any()
        } else {
            view! { <Frozen page=shown.clone() screening=screening.clone() /> }.into_any()
        };
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {warning(&shown, screening.settings.preparation.tie)}
            {body}
            <h2>{words.preview.as_str()}</h2>
            <p>{words.preview_lead.as_str()}</p>
            <Preview page=shown.clone() screening=screening.clone() />
        }
    }))
}

/// What there is to do, in an order that begins with what takes others' time; each part with what waits in it.
#[component]
fn PartList(page: Page, course: Course, screening: Screening) -> impl IntoView {
    let words = &page.words.desk.prepare;
    let parts = Parts::of(&page, &screening);
    let state = |waiting: &Waiting, blocks: bool| match waiting.len() {
        0 => words.part_done.clone(),
        count => {
            let text = fill(&words.part_waiting, &[("count", &count.to_string())]);
            if blocks { format!("{text} {}", words.part_blocks) } else { text }
        }
    };
    let codes = if screening.codes_made { words.part_done.clone() } else { String::new() };
    let mut lines = vec![
        (course.address(READY), words.part_ready.clone(), state(&parts.ready, false)),
        ("#databeskyttelse".to_owned(), words.part_legal.clone(), state(&parts.legal, true)),
        ("#stedet".to_owned(), words.part_place.clone(), String::new()),
    ];
    if !small_groups(&screening.settings, &screening.instrument).is_empty() {
        let title = page.words.desk.small.title.clone();
        lines.push((course.address(SMALL), title, state(&parts.small, false)));
    }
    lines.extend([
        ("#fortalt".to_owned(), words.part_told.clone(), state(&parts.told, false)),
        (course.address("koder"), words.part_codes.clone(), codes),
        (course.address(LETTERS), words.part_letters.clone(), String::new()),
    ]);
    let lines = lines.into_iter().map(|(href, name, state)| {
        view! { <li><a href=href>{name}</a>" "<span class="quiet">{state}</span></li> }
    });
    view! {
        <nav class="box parts" aria-label=words.parts.as_str()>
            <p class="tag">{words.parts.as_str()}</p>
            <ol>{lines.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

#[component]
fn Fields(page: Page, screening: Screening, schedule: Schedule) -> impl IntoView {
    let words = &page.words.desk.prepare;
    let settings = screening.settings.clone();
    let units = settings.units.clone();
    let codes = address(&screening.id, "koder");
    let small = small_groups(&settings, &screening.instrument);
    let small = (!small.is_empty()).then(|| {
        let href = address(&screening.id, SMALL);
        view! { <p class="notice"><a href=href>{words.small_link.as_str()}</a></p> }
    });
    // The dates that are planned, for whoever writes them into a promise.
    let days = |milestones: &[Milestone]| {
        let days = milestones.iter().map(|milestone| written(&page, schedule.date(*milestone)));
        screening::language::of(page.language).list(&days.collect::<Vec<_>>())
    };
    let planned = |hint: &str, milestones: &[Milestone]| {
        format!("{hint} {}", fill(&words.by_schedule, &[("dates", &days(milestones))]))
    };
    let hear_back = planned(&words.hear_back_hint, &[Milestone::HearBack]);
    let hearings = planned(&words.hearings_hint, &[Milestone::HearingOne, Milestone::HearingTwo]);
    // What nobody has written yet begins as the dates say.
    let or = |written: &str, proposed: String| {
        if written.is_empty() { proposed } else { written.to_owned() }
    };
    // The bare date, so that the promise reads *senest den*.
    let back = schedule.date(Milestone::HearBack);
    let back = screening::language::of(page.language).date(back.year(), back.month(), back.day());
    let told_back = or(&settings.hear_back, back);
    let told_hearings = or(&settings.hearings, days(&[Milestone::HearingOne, Milestone::HearingTwo]));
    let line = |name: &'static str, label: &'static str, hint: &str, value: &str| {
        view! { <TextField page=page.clone() name=name label=label hint=hint.to_owned() value=value /> }
    };
    let legal = fact_fields(&page, &settings.legal, |fact| format!("legal[{fact}]"));
    let drafts = address(&screening.id, DATA_PROTECTION);
    let drafts = view! { <p><a href=drafts>{page.words.desk.data_protection.link.as_str()}</a></p> };
    view! {
        <form method="post" action="/api/save-settings">
            <Hidden name="screening" value=screening.id.clone() />
            <h2 id="stedet">{words.place.as_str()}</h2>
            <PlaceFields page=page.clone() name=screening.name.clone() settings=settings.clone() />
            <h2>{words.groups.as_str()}</h2>
            <p>{words.who_counts.as_str()}</p>
            <GroupFields
                page=page.clone()
                instrument=screening.instrument.clone()
                settings=settings.clone()
                units=units
            />
            {small}
            <NameFields page=page.clone() instrument=screening.instrument.clone() />
            <h2 id="fortalt">{words.told.as_str()}</h2>
            {line("comment_reader", &words.reader, &words.reader_hint, &settings.comment_reader)}
            {line("hear_back", &words.hear_back, &hear_back, &told_back)}
            {line("hearings", &words.hearings, &hearings, &told_hearings)}
            {line("answer_by", &words.answer_by, &words.answer_by_hint, &settings.answer_by)}
            <TextArea
                page=page.clone()
                name="leader_promise"
                label=words.leader_promise.as_str()
                hint=words.leader_promise_hint.as_str()
                value=settings.leader_promise.clone()
                rows=3
            />
            {line("contact", &words.contact, &words.contact_hint, &settings.contact)}
            {line("crisis_line", &words.crisis_line, &words.crisis_line_hint, &settings.crisis_line)}
            <TextField
                page=page.clone()
                name="closing_minutes"
                label=words.closing_minutes.as_str()
                hint=words.closing_minutes_hint.as_str()
                value=settings.closing_minutes.to_string()
                kind="number"
                class="short"
            />
            <h2 id="databeskyttelse">{words.legal.as_str()}</h2>
            <p>{words.legal_lead.as_str()}</p>
            {legal}
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
        {drafts}
        <h2>{words.after.as_str()}</h2>
        <p><a href=codes>{words.to_codes.as_str()}</a></p>
    }
    .into_any()
}

/// A field for each fact, under such a name.
pub fn fact_fields(page: &Page, legal: &LegalFacts, name: impl Fn(&str) -> String) -> AnyView {
    let words = &page.words.desk.prepare;
    let fields = legal.named().map(|(fact, text)| {
        let hint = match fact {
            "controller" => &words.controller_hint,
            "data_protection_officer" => &words.data_protection_officer_hint,
            "legal_basis" => &words.legal_basis_hint,
            "retention" => &words.retention_hint,
            "agreement" => &words.agreement_hint,
            _ => &words.impact_assessment_hint,
        };
        view! {
            <TextArea
                page=page.clone()
                name=name(fact)
                label=fact_label(page.words, fact)
                hint=hint.as_str()
                value=text
                rows=2
            />
        }
    });
    fields.into_iter().collect_view().into_any()
}

/// What was frozen when it opened.
#[component]
fn Frozen(page: Page, screening: Screening) -> impl IntoView {
    let words = &page.words.desk.prepare;
    let language = screening::language::of(page.language);
    let settings = &screening.settings;
    let texts = screening.instrument.texts(page.language);
    let groups = screening
        .instrument
        .groups
        .iter()
        .map(|group| {
            let invited = settings
                .invited
                .group(&group.id)
                .map_or_else(|| words.unknown.clone(), |number| language.count(number));
            let joint = settings.joint.contains(&group.id);
            let form = match settings.form(&group.id) {
                Form::Short => &words.form_short,
                Form::Long => &words.form_long,
            };
            let form = if joint { format!("{form}, {}", words.joint_answer) } else { form.clone() };
            view! {
                <tr>
                    <th scope="row">{texts.group(&group.id).to_owned()}</th>
                    <td>{invited}</td>
                    <td>{form}</td>
                </tr>
            }
        })
        .collect_view();
    let lines = [
        (words.units.as_str(), language.list(&settings.units)),
        (&words.smallest, settings.min_group_size.k().to_string()),
        (&words.reader, settings.comment_reader.clone()),
        (&words.hear_back, settings.hear_back.clone()),
        (&words.hearings, settings.hearings.clone()),
        (&words.answer_by, settings.answer_by.clone()),
        (&words.leader_promise, settings.leader_promise.clone()),
        (&words.contact, settings.contact.clone()),
        (&words.crisis_line, settings.crisis_line.clone()),
    ];
    let legal =
        settings.legal.named().map(|(fact, text)| (fact_label(page.words, fact).to_owned(), text.to_owned()));
    let names =
        screening.instrument.chosen.iter().map(|(name, word)| (name_label(&page, name), word.clone()));
    let lines = lines
        .into_iter()
        .map(|(label, text)| (label.to_owned(), text))
        .chain(names.collect::<Vec<_>>())
        .chain(legal)
        .map(|(label, text)| {
            let text = if text.trim().is_empty() { words.nothing.clone() } else { text };
            view! { <dt>{label}</dt><dd>{frame::in_lines(&text)}</dd> }
        })
        .collect_view();
    view! {
        <p class="notice">{words.frozen.as_str()}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-label=words.groups.as_str()>
            <table>
                <caption>{words.groups.as_str()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.group.as_str()}</th>
                        <th scope="col">{words.invited.as_str()}</th>
                        <th scope="col">{words.form.as_str()}</th>
                    </tr>
                </thead>
                <tbody>{groups}</tbody>
            </table>
        </div>
        <dl class="facts">{lines}</dl>
        <p><a href=address(&screening.id, READY)>{page.words.desk.ready.title.as_str()}</a></p>
    }
    .into_any()
}
