//! Mails and agendas that are ready to send or print: its user has ten minutes between two meetings.

use super::course::Course;
use super::dates::{milestone_words, written};
use super::frame;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::hearing::Theme;
use screening::letter::{Letter, LetterKind, letter};
use screening::schedule::Schedule;
use screening::settings::State;
use workflow::Error;
use workflow::screenings::Screening;

/// Page of the letters within a screening.
pub const LETTERS: &str = "breve";

/// Every letter in the order in which it is used, with its day.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let words = &page.words.desk.letters;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let letters = LetterKind::ALL.map(|kind| {
            let when = written(&shown, schedule.date(kind.milestone()));
            let about = format!("{} · {when}", milestone_words(&shown, kind.milestone()));
            view! {
                <li>
                    <p class="tag">{about}</p>
                    <h2 class="card-title">
                        <a href=here.address(&format!("{LETTERS}/{}", kind.id()))>{kind_words(&shown, kind)}</a>
                    </h2>
                </li>
            }
        });
        let texts = screening.instrument.texts(shown.language);
        let cards = screening.instrument.groups.iter().map(|group| {
            let href = here.address(&format!("samtalekort/{}/samtalekort.pdf", group.id));
            let name = fill(&words.cards, &[("group", texts.group(&group.id))]);
            view! { <li><a href=href>{name}</a></li> }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ul class="cards">{letters.collect_view()}</ul>
            <h2>{words.printed.as_str()}</h2>
            <ul>
                <li><a href=here.address("koder")>{words.posters.as_str()}</a></li>
                {cards.collect_view()}
                <li><a href="/hjaelper">{words.helper.as_str()}</a></li>
            </ul>
            <p><a href=here.address("")>{words.back.as_str()}</a></p>
        }
    }))
}

/// One letter, as it is printed, with the way into a mail.
pub async fn one(page: Page, Path((id, kind)): Path<(String, String)>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let kind = LetterKind::named(&kind).ok_or(PageError(Error::NotFound))?;
    let letter = filled(&page, &screening, &schedule, kind).await?;
    let words = &page.words.desk.letters;
    let shown = page.clone();
    Ok(page.render(Frame::Sheet, kind_words(&page, kind), move || {
        let language = screening::language::of(&screening.settings.language);
        let mail = format!(
            "mailto:?subject={}&body={}",
            encoded(&letter.subject),
            encoded(&letter.plain(language).replace('\n', "\r\n"))
        );
        let back = super::course::address(&screening.id, LETTERS);
        let paragraphs = |lines: &[String]| {
            let lines = lines.iter().map(|line| view! { <p>{frame::in_lines(line)}</p> });
            lines.collect_view()
        };
        // Not every letter names the place.
        let mark = screening.practice.is_some().then(|| {
            view! { <p class="where">{screening.organisation.name.clone()}</p> }
        });
        let points = (!letter.points.is_empty()).then(|| {
            let points = letter.points.iter().map(|(minutes, what)| {
                view! {
                    <li>
                        <span class="minutes">{fill(&words.minutes, &[("count", &minutes.to_string())])}</span>
                        " "
                        <span>{what.clone()}</span>
                    </li>
                }
            });
            view! { <ol class="agenda">{points.collect_view()}</ol> }
        });
        view! {
            <div class="no-print narrow">
                <p class="tag">{kind_words(&shown, kind)}</p>
                <p>{words.how.as_str()}</p>
                <ul class="ways">
                    <li><a class="button small" href=mail>{words.mail.as_str()}</a></li>
                    <li><a href=back>{words.to_letters.as_str()}</a></li>
                </ul>
            </div>
            <article class="sheet letter" lang=screening.settings.language.clone()>
                {mark}
                <h1 class="sheet-title">{letter.subject.clone()}</h1>
                {paragraphs(&letter.opening)}
                {points}
                {paragraphs(&letter.ending)}
            </article>
        }
    }))
}

/// A letter of a screening, with its dates and themes.
pub(super) async fn filled(
    page: &Page,
    screening: &Screening,
    schedule: &Schedule,
    kind: LetterKind,
) -> Result<Letter, PageError> {
    let themes = match kind.hearing() {
        // Before the picture there is nothing to choose themes from.
        Some(number) if screening.state == State::Closed && screening.stopped.is_none() => {
            let hearing = page.state.workflow.hearing(&page.actor, &screening.id, number).await?;
            let texts = screening.instrument.texts(&screening.settings.language);
            let title = |theme: &Theme| texts.focus_point(&theme.focus_point).to_owned();
            hearing.plan.themes.iter().map(title).collect()
        }
        _ => Vec::new(),
    };
    Ok(letter(
        kind,
        &screening.organisation.name,
        &screening.instrument,
        &screening.settings,
        schedule,
        &themes,
        screening::language::of(&screening.settings.language),
    ))
}

fn kind_words(page: &Page, kind: LetterKind) -> &'static str {
    let words = &page.words.desk.letters;
    match kind {
        LetterKind::InviteUsers => &words.invite_users,
        LetterKind::InviteStaff => &words.invite_staff,
        LetterKind::Remind => &words.remind,
        LetterKind::InviteHearingOne => &words.invite_hearing_one,
        LetterKind::InviteHearingTwo => &words.invite_hearing_two,
        LetterKind::AgendaPlanning => &words.agenda_planning,
        LetterKind::AgendaLeader => &words.agenda_leader,
        LetterKind::AgendaHearingOne => &words.agenda_hearing_one,
        LetterKind::AgendaHearingTwo => &words.agenda_hearing_two,
        LetterKind::AgendaHandOver => &words.agenda_hand_over,
    }
}

/// Text inside a mail's address: every byte that is no plain letter or digit as its number (RFC 6068).
fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut address = String::with_capacity(3 * text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_mail_cannot_be_given_other_readers() {
        assert_eq!(encoded("Å & ro?\r\nx=1"), "%C3%85%20%26%20ro%3F%0D%0Ax%3D1");
    }
}
