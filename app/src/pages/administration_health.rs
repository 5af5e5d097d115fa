//! How the program is doing. Its user looks in between other jobs, and wants to know first whether anything must be done;
//! then, of each part, the one figure that says so.

use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::{ADMINISTRATION, quoted};
use crate::pages::desk::dates::written;
use crate::pages::desk::retention;
use crate::pages::desk::when::{date, time_of_day};
use crate::words::{Words, file_size, fill};
use axum::response::Response;
use leptos::prelude::*;
use workflow::health::{Concern, Health};
use workflow::ports::{Disk, Trouble};

/// Its address.
pub const HEALTH: &str = "/administration/drift";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let health = page.state.workflow.health(&page.actor, page.state.machine.as_ref()).await?;
    let words = &page.words.desk.health;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            {verdict(&shown, &health)}
            <dl class="facts">{parts(&shown, &health)}</dl>
            <h2 id="troubles">{words.troubles.as_str()}</h2>
            <p>{words.troubles_lead.as_str()}</p>
            {troubles(&shown, &health.troubles)}
            <p><a href=ADMINISTRATION>{shown.words.desk.accounts.back.as_str()}</a></p>
        }
        .into_any()
    }))
}

/// What is to be done, or that nothing is.
fn verdict(page: &Page, health: &Health) -> AnyView {
    let concerns = health.concerns();
    if concerns.is_empty() {
        return view! { <p class="notice">{page.words.desk.health.well.as_str()}</p> }.into_any();
    }
    let lines = concerns.iter().map(|one| view! { <li>{concern(page, one)}</li> }).collect_view();
    view! {
        <section class="problems" aria-labelledby="concerns">
            <h2 id="concerns">{counted(page.words, concerns.len())}</h2>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}

/// How many things there are to look at.
pub(super) fn counted(words: &Words, concerns: usize) -> String {
    let health = &words.desk.health;
    words.counted(concerns as u64, &health.look_one, &health.look_many)
}

fn concern(page: &Page, concern: &Concern) -> AnyView {
    let words = &page.words.desk.health;
    match concern {
        Concern::NoBackups => words.no_backups.clone().into_any(),
        Concern::BackupLate(None) => words.backup_none.clone().into_any(),
        Concern::BackupLate(Some(at)) => fill(&words.backup_late, &[("when", &moment(page, *at))]).into_any(),
        Concern::LittleRoom(room) => {
            let what = match room.disk {
                Disk::Database => &words.of_database,
                Disk::Backups => &words.of_backups,
            };
            let free = file_size(page.words, room.free);
            fill(&words.little_room, &[("what", what), ("free", &free)]).into_any()
        }
        Concern::Unsent(count) => {
            let text = page.words.counted(*count as u64, &words.unsent_one, &words.unsent_many);
            view! { <a href=format!("{ADMINISTRATION}#unsent")>{text}</a> }.into_any()
        }
        Concern::DeletionLate(day) => fill(&words.deletion_late, &[("day", &written(page, *day))]).into_any(),
        Concern::Failures(count) => {
            let text = page.words.counted(*count as u64, &words.failures_one, &words.failures_many);
            view! { <a href="#troubles">{text}</a> }.into_any()
        }
    }
}

/// Each part with what is known of it.
fn parts(page: &Page, health: &Health) -> AnyView {
    let words = &page.words.desk.health;
    let size = |bytes: u64| file_size(page.words, bytes);
    let at = |text: &str, seconds: i64| fill(text, &[("when", &moment(page, seconds))]);
    let program =
        vec![fill(&words.version, &[("version", health.version)]), at(&words.since, health.started_at)];
    let mut database = vec![health.database.clone(), fill(&words.size, &[("size", &size(health.size))])];
    database.extend(health.rooms.iter().map(|room| {
        let text = match room.disk {
            Disk::Database => &words.room_database,
            Disk::Backups => &words.room_backups,
        };
        fill(text, &[("free", &size(room.free)), ("size", &size(room.size))])
    }));
    let mut backups = Vec::new();
    match &health.backups {
        None => backups.push(words.backup_off.clone()),
        Some(kept) => {
            match kept.newest {
                None => backups.push(words.backup_none.clone()),
                Some(made_at) => {
                    backups.push(at(&words.backup_newest, made_at));
                    backups.push(words.backup_read.clone());
                }
            }
            let values = [
                ("hour", kept.hour.to_string()),
                ("kept", kept.kept.to_string()),
                ("days", kept.keep_days.to_string()),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            backups.push(fill(&words.backup_kept, &values));
        }
    }
    let mut mail =
        vec![if page.state.mailer.is_some() { words.mail_on.clone() } else { words.mail_off.clone() }];
    mail.extend(health.mailed.sent.map(|sent| at(&words.mail_sent, sent)));
    mail.extend(health.mailed.failed.map(|failed| at(&words.mail_failed, failed)));
    if page.state.mailer.is_some() && health.mailed.sent.or(health.mailed.failed).is_none() {
        mail.push(words.mail_none.clone());
    }
    let try_mail = page.state.mailer.is_some().then_some((format!("{ADMINISTRATION}#mail"), &words.try_mail));
    let mut deletion = vec![match health.deletes_on {
        Some(day) => fill(&words.deletes_on, &[("day", &written(page, day))]),
        None => words.deletes_none.clone(),
    }];
    deletion.extend(health.deleted_on.map(|day| fill(&words.deleted_on, &[("day", &written(page, day))])));
    let to_deletion = Some((retention::ALL.to_owned(), &words.to_deletion));
    [
        (&words.program, program, None),
        (&words.database, database, None),
        (&words.backups, backups, None),
        (&words.mail, mail, try_mail),
        (&words.deletion, deletion, to_deletion),
    ]
    .map(|(name, lines, link)| {
        let lines = lines.into_iter().map(|line| view! { {line}<br /> }).collect_view();
        let link = link.map(|(href, text)| view! { <a href=href>{text.as_str()}</a> });
        view! { <dt>{name.as_str()}</dt><dd>{lines}{link}</dd> }
    })
    .collect_view()
    .into_any()
}

/// Day and time.
fn moment(page: &Page, seconds: i64) -> String {
    let (day, time) = (date(page.language, seconds), time_of_day(page.words, seconds));
    fill(&page.words.desk.health.moment, &[("day", &day), ("time", &time)])
}

fn troubles(page: &Page, troubles: &[Trouble]) -> AnyView {
    let words = &page.words.desk.health;
    if troubles.is_empty() {
        return view! { <p>{words.troubles_none.as_str()}</p> }.into_any();
    }
    let rows = troubles.iter().map(|one| {
        let kind = if one.failure { &words.failure } else { &words.warning };
        let times = (one.times > 1).then(|| {
            let times = fill(&words.times, &[("times", &one.times.to_string())]);
            view! { <br />{times} }
        });
        view! {
            <tr>
                <th scope="row">{moment(page, one.at)}</th>
                <td>{kind.as_str()}": "{quoted(page.words, one.text.clone())}{times}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="troubles">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.when.as_str()}</th>
                        <th scope="col">{words.what.as_str()}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
