//! A screening is stopped: nobody answers any more, nothing that anybody answered is left, and whoever comes is told.

use super::{Desk, problems, refusal};
use crate::support::instrument;
use jiff::civil::date;
use pejling::store::Db;
use screening::hearing::HearingNumber;
use screening::report::plain_text;
use screening::settings::{Invited, Settings, State};
use workflow::answering::{Entry, LastPost, PagePost, Token};
use workflow::{Actor, Error, Problem};

/// What somebody writes, and what must not be left anywhere.
const WRITTEN: &str = "Guldsmeden ved søen";

fn settings() -> Settings {
    let invited = [("users".into(), [(String::new(), 6)].into())].into();
    Settings {
        language: "da".into(),
        invited: Invited(invited),
        closing_minutes: 30,
        contact: "Anne Holm, 12 34 56 78".into(),
        ..Settings::default()
    }
}

/// A screening that is open, and its codes.
async fn open(desk: &Desk, name: &str) -> (String, Vec<String>) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let facilitator = desk.facilitator().await;
    let place = flow.facilitated_organisations(&facilitator).await.unwrap().remove(0);
    let id = flow.create_screening(&me, &place.id, name, instrument(), settings()).await.unwrap();
    let codes = flow.make_codes(&me, &id).await.unwrap();
    flow.open_screening(&me, &id).await.unwrap();
    (id, codes.into_iter().map(|code| code.code).collect())
}

async fn begun(desk: &Desk, code: &str) -> Token {
    match desk.flow.enter_code(code, false, None).await.unwrap() {
        Entry::Begin(token) => token,
        _ => panic!("begins"),
    }
}

async fn written(desk: &Desk, token: &Token) {
    let answers = [("2.1".to_owned(), "4".to_owned())].into();
    let page = PagePost { answers, comment: Some(WRITTEN.to_owned()), ..PagePost::default() };
    desk.flow.save_page(token, 1, page).await.unwrap();
}

/// Whether the database's own files hold these bytes: SQLite's, its log and its shared memory; those of PostgreSQL's tables,
/// indexes and long texts, and not its write-ahead log.
pub async fn on_disk(desk: &Desk, text: &str) -> bool {
    let files: Vec<String> = match &desk.store.db {
        Db::Sqlite { read, .. } => {
            let main = "SELECT file FROM pragma_database_list WHERE name = 'main'";
            let (file,): (String,) = sqlx::query_as(main).fetch_one(read).await.unwrap();
            ["", "-wal", "-shm"].map(|end| format!("{file}{end}")).into()
        }
        Db::Postgres(pool) => {
            sqlx::query("CHECKPOINT").execute(pool).await.unwrap();
            let all =
                "SELECT current_setting('data_directory') || '/' || pg_relation_filepath(oid) FROM pg_class
                       WHERE relkind IN ('r', 'i', 't') AND pg_relation_filepath(oid) LIKE 'base/%'";
            let files: Vec<(String,)> = sqlx::query_as(all).fetch_all(pool).await.unwrap();
            files.into_iter().map(|(file,)| file).collect()
        }
    };
    let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    // Between the list and the look a file may have gone.
    files.iter().any(|file| std::fs::read(file).is_ok_and(|bytes| holds(&bytes)))
}

pub async fn one_that_is_open_is_stopped_for_good(desk: &Desk) {
    let (flow, me) = (&desk.flow, desk.facilitator().await);
    let (id, codes) = open(desk, "Den stoppede").await;
    let users = "users".into();
    flow.make_open_link(&me, &id, &users).await.unwrap();
    let link = flow.screening(&me, &id).await.unwrap().settings.open_links[&users].name.clone();
    let (sent, half) = (begun(desk, &codes[0]).await, begun(desk, &codes[1]).await);
    let by_link = flow.begin_by_link(&link).await.unwrap();
    for token in [&sent, &half] {
        written(desk, token).await;
    }
    let words = flow.pause(&half, None).await.unwrap();
    flow.send(&sent).await.unwrap();
    assert!(on_disk(desk, WRITTEN).await, "the attack finds what is there");

    let stop = async |reason: &str, sure| flow.stop_screening(&me, &id, reason, sure, true).await;
    assert_eq!(problems(stop(" \n", false).await), [("reason".to_owned(), Problem::Empty)]);
    let long = "å".repeat(501);
    assert_eq!(problems(stop(&long, false).await), [("reason".to_owned(), Problem::TooLong(500))]);
    let named = problems(stop("at Lise er syg", false).await);
    assert!(matches!(&named[..], [(field, Problem::MayTellWho(_))] if field == "reason"), "{named:?}");
    let silent = flow.stop_screening(&me, &id, "at stedet flytter", false, false).await;
    assert_eq!(problems(silent), [("deletes".to_owned(), Problem::NotAgreed)], "nobody deletes by one press");
    assert_eq!(flow.screening(&me, &id).await.unwrap().state, State::Open, "nothing is done by halves");
    stop("at  stedet\nflytter", false).await.unwrap();

    // The story stands: that and why and when, and how many had answered.
    let story = flow.screening(&me, &id).await.unwrap();
    let stopped = story.stopped.unwrap();
    assert_eq!(
        (story.state, stopped.reason.as_str(), stopped.picture),
        (State::Closed, "at stedet flytter", false)
    );
    assert_eq!(stopped.on.to_string(), today(desk));
    let counts = flow.counts(&me, &id).await.unwrap();
    assert_eq!(counts.iter().map(|count| count.submitted).sum::<u64>(), 1);
    assert!(flow.screenings(&me).await.unwrap().iter().any(|one| one.id == id && one.stopped));
    let paper = plain_text(&flow.stopped_paper(&me, &id).await.unwrap().report);
    assert!(paper.contains("Det skyldes, at stedet flytter.") && paper.contains("Anne Holm"), "{paper}");

    // Nothing of anybody's is left, out of the files too.
    assert!(flow.store.responses(&id).await.unwrap().is_empty());
    assert_eq!(flow.store.screening(&id).await.unwrap().unwrap().picture, None);
    assert!(!on_disk(desk, WRITTEN).await);

    // Whoever comes with anything of it is told, however far they had come.
    let told = || Problem::Stopped(id.clone());
    for code in [&codes[0], &codes[1], &codes[2]] {
        for restart in [false, true] {
            assert_eq!(refusal(flow.enter_code(code, restart, None).await.map(drop)), told());
        }
    }
    assert_eq!(refusal(flow.continue_with_words(&codes[1], &words).await.map(drop)), told());
    for token in [&sent, &half, &by_link] {
        assert_eq!(refusal(flow.questionnaire(token).await.map(drop)), told());
        assert_eq!(refusal(flow.save_page(token, 1, PagePost::default()).await), told());
        assert_eq!(refusal(flow.save_last(token, LastPost::default()).await), told());
        assert_eq!(refusal(flow.pause(token, None).await), told());
        assert_eq!(refusal(flow.send(token).await), told());
    }
    assert_eq!(refusal(flow.receipt(&id, &users).await.map(drop)), told());
    assert!(flow.open_link(&link, Some(&half)).await.unwrap().stopped.is_some());
    assert_eq!(refusal(flow.begin_by_link(&link).await.map(drop)), told());
    assert_eq!(flow.stopped_notice(&id).await.unwrap().stopped.reason, "at stedet flytter");
    // Any other code is as unknown as before.
    let unknown = problems(flow.enter_code("0000-0000-016JD", false, None).await.map(drop));
    assert_eq!(unknown, [("code".to_owned(), Problem::CodeUnknown)]);

    // It is for good.
    assert_eq!(refusal(stop("noget andet", false).await), told());
    assert_eq!(refusal(flow.begin_closing(&me, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.open_screening(&me, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.picture(&me, &id).await.map(drop)), Problem::WrongState);
    assert_eq!(refusal(flow.draft_report(&me, &id).await), told());
    flow.end_due_closings().await.unwrap();
    assert_eq!(
        flow.store.screening(&id).await.unwrap().unwrap().picture,
        None,
        "and no picture is made of nothing"
    );
    let entries = flow.store.entries(1_000).await.unwrap();
    let entry = entries.iter().find(|one| one.event == "screening stopped").unwrap();
    assert_eq!((entry.screening.as_ref(), entry.detail.contains("flytter")), (Some(&id), false));

    // A new one begins with its settings; with nothing to compare with.
    let start = date(2027, 3, 1);
    let again = async |name: &str| flow.start_again(&me, &id, name, start, instrument()).await.unwrap();
    let next = again("Forår 2027").await;
    assert_eq!(again("Forår 2027").await, next, "pressed twice there is one");
    assert_ne!(again("Sommer 2027").await, next);
    let made = flow.screening(&me, &next).await.unwrap();
    assert_eq!((made.earlier, made.stopped, made.state), (None, None, State::Prepared));
    assert_eq!(made.settings.invited, settings().invited);
}

fn today(desk: &Desk) -> String {
    let (year, month, day) = desk.flow.clock.today();
    date(year, month, day).to_string()
}

pub async fn one_that_is_closed_keeps_its_picture_alone(desk: &Desk) {
    let (flow, me) = (&desk.flow, desk.facilitator().await);
    let (id, codes) = open(desk, "Stoppet efter lukningen").await;
    for code in &codes {
        let token = begun(desk, code).await;
        written(desk, &token).await;
        flow.send(&token).await.unwrap();
    }
    flow.begin_closing(&me, &id).await.unwrap();
    flow.end_closing(&me, &id).await.unwrap();
    let before = flow.picture(&me, &id).await.unwrap();
    flow.hearing(&me, &id, HearingNumber::First).await.unwrap();
    flow.invite_people(&me, &id, HearingNumber::First, "Bente; bruger").await.unwrap();
    flow.stop_screening(&me, &id, "Vi har fået ny leder.", true, true).await.unwrap();

    let after = flow.picture(&me, &id).await.unwrap();
    assert_eq!(after.published, before.published);
    assert!(after.screening.stopped.unwrap().picture);
    assert!(flow.store.responses(&id).await.unwrap().is_empty());
    let comments = flow.comments(&me, &id).await.unwrap();
    assert!(comments.iter().all(|group| group.comments.as_ref().is_none_or(Vec::is_empty)));
    assert!(!on_disk(desk, WRITTEN).await);
    assert!(!on_disk(desk, "Bente").await);

    // Nothing more is made of it.
    let told = Problem::Stopped(id.clone());
    assert_eq!(refusal(flow.hearing(&me, &id, HearingNumber::First).await.map(drop)), told);
    assert_eq!(refusal(flow.release_report(&me, &id).await.map(drop)), told);
    let paper = plain_text(&flow.stopped_paper(&me, &id).await.unwrap().report);
    assert!(paper.contains("Det skyldes: Vi har fået ny leder."), "{paper}");
    let next = flow.start_again(&me, &id, "Efter en pause", date(2027, 3, 1), instrument()).await.unwrap();
    assert_eq!(flow.screening(&me, &next).await.unwrap().earlier, None);
}

pub async fn what_is_released_or_not_begun_is_not_stopped(desk: &Desk, released: &str) {
    let (flow, me) = (&desk.flow, desk.facilitator().await);
    assert_eq!(
        refusal(flow.stop_screening(&me, released, "for sent", true, true).await),
        Problem::WrongState
    );
    let (id, codes) = open(desk, "Stoppet under lukningen").await;
    let token = begun(desk, &codes[0]).await;
    let place = flow.screening(&me, &id).await.unwrap().organisation.id;
    let prepared = flow.create_screening(&me, &place, "Ikke åbnet", instrument(), settings()).await.unwrap();
    assert_eq!(
        refusal(flow.stop_screening(&me, &prepared, "for tidligt", true, true).await),
        Problem::WrongState
    );
    assert!(matches!(flow.stopped_paper(&me, &prepared).await, Err(Error::NotFound)));

    flow.begin_closing(&me, &id).await.unwrap();
    flow.stop_screening(&me, &id, "vand i huset", false, true).await.unwrap();
    let stopped = flow.screening(&me, &id).await.unwrap();
    assert_eq!((stopped.state, stopped.closing_ends_at), (State::Closed, None));
    assert_eq!(refusal(flow.send(&token).await), Problem::Stopped(id));
}
