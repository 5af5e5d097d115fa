//! A screening: settings, codes, opening, counts, the close; what the audit log says of it.

use super::{Desk, problems, refusal};
use crate::support::instrument;
use pejling::store::Db;
use screening::answers::{Answer, Answers};
use screening::comment::Consent;
use screening::settings::{Invited, LegalFacts, Settings, State};
use std::collections::{BTreeMap, BTreeSet};
use workflow::answering::{NewComment, NewResponse};
use workflow::code::AccessCode;
use workflow::{Actor, Problem};

pub fn settings() -> Settings {
    let numbers = |pairs: &[(&str, u64)]| pairs.iter().map(|(unit, n)| ((*unit).to_owned(), *n)).collect();
    Settings {
        language: "da".into(),
        units: vec!["Nord".into(), "Syd".into()],
        invited: Invited(BTreeMap::from([
            ("leaders".into(), numbers(&[("", 1)])),
            ("staff".into(), numbers(&[("Nord", 2), ("Syd", 2)])),
            ("users".into(), numbers(&[("Nord", 6), ("Syd", 6)])),
        ])),
        closing_minutes: 30,
        ..Settings::default()
    }
}

pub async fn a_screening_is_set_up(desk: &Desk) -> String {
    let flow = &desk.flow;
    let actor = desk.facilitator().await;
    let places = flow.facilitated_organisations(&actor).await.unwrap();
    assert_eq!(places.len(), 1);
    let place = &places[0].id;

    let wrong = Settings {
        language: "fr".into(),
        units: vec!["Nord".into(), " nord ".into(), " ".into()],
        invited: Invited(
            [("users".into(), [("Vest".to_owned(), 10_001)].into()), ("cats".into(), [].into())].into(),
        ),
        closing_minutes: 0,
        ..Settings::default()
    };
    let found =
        problems(flow.create_screening(&actor, place, "å".repeat(81).as_str(), instrument(), wrong).await);
    let found = found.into_iter().collect::<Vec<_>>();
    for expected in [
        ("name", Problem::TooLong(80)),
        ("language", Problem::NotAChoice),
        ("units", Problem::Repeated),
        ("units", Problem::Empty),
        ("invited.cats", Problem::NotAChoice),
        ("invited.users.Vest", Problem::NotAChoice),
        ("invited.users.Vest", Problem::NotANumber(0, 10_000)),
        ("closing_minutes", Problem::NotANumber(1, 1440)),
    ] {
        assert!(found.contains(&(expected.0.to_owned(), expected.1.clone())), "{expected:?} in {found:?}");
    }
    let nobody = Settings { invited: Invited::default(), ..settings() };
    let nobody = flow.create_screening(&actor, place, "Efterår 2026", instrument(), nobody).await;
    assert_eq!(problems(nobody), [("invited".to_owned(), Problem::NobodyInvited)]);

    let id = flow.create_screening(&actor, place, "Pejling", instrument(), settings()).await.unwrap();
    let named = Settings { units: vec![" Nord".into(), "Syd\t".into()], ..settings() };
    flow.save_settings(&actor, &id, " Efterår  2026 ", named).await.unwrap();
    let kept = flow.screening(&actor, &id).await.unwrap();
    assert_eq!(
        (kept.name.as_str(), kept.state, &kept.settings),
        ("Efterår 2026", State::Prepared, &settings())
    );
    assert_eq!((kept.instrument, kept.picture, kept.codes_made), (instrument(), None, false));

    codes_are_made_once(desk, &actor, &id).await;
    let other_units = Settings { units: vec!["Nord".into(), "Syd".into(), "Vest".into()], ..settings() };
    let refused = flow.save_settings(&actor, &id, "Efterår 2026", other_units).await;
    assert_eq!(problems(refused), [("units".to_owned(), Problem::CodesMadeBefore)]);

    assert_eq!(refusal(flow.open_screening(&actor, &id).await), Problem::LegalFactsMissing);
    let mut legal = LegalFacts {
        controller: "Kommunen".into(),
        data_protection_officer: "dpo@kommune.dk".into(),
        legal_basis: "Serviceloven".into(),
        retention: "Slettes efter to år".into(),
        agreement: "Indgået 1. oktober".into(),
        impact_assessment: "  ".into(),
    };
    let almost = Settings { legal: legal.clone(), ..settings() };
    flow.save_settings(&actor, &id, "Efterår 2026", almost).await.unwrap();
    assert_eq!(refusal(flow.open_screening(&actor, &id).await), Problem::LegalFactsMissing);
    legal.impact_assessment = "Ikke nødvendig".into();
    let all = Settings { legal, ..settings() };
    flow.save_settings(&actor, &id, "Efterår 2026", all).await.unwrap();
    flow.open_screening(&actor, &id).await.unwrap();
    assert_eq!(refusal(flow.open_screening(&actor, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.save_settings(&actor, &id, "Ny", settings()).await), Problem::WrongState);
    assert_eq!(refusal(flow.picture(&actor, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.comments(&actor, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.draft_report(&actor, &id).await), Problem::WrongState);
    id
}

async fn codes_are_made_once(desk: &Desk, actor: &Actor, id: &str) {
    let codes = desk.flow.make_codes(actor, id).await.unwrap();
    let mut places = BTreeMap::<(String, String), usize>::new();
    for code in &codes {
        *places.entry((code.group.to_string(), code.unit.clone())).or_default() += 1;
        assert!(AccessCode::parse(&code.code).is_ok(), "a code that can be typed");
    }
    let place = |group: &str, unit: &str, n| ((group.to_owned(), unit.to_owned()), n);
    let expected = [
        place("leaders", "", 1),
        place("staff", "Nord", 2),
        place("staff", "Syd", 2),
        place("users", "Nord", 6),
        place("users", "Syd", 6),
    ];
    assert_eq!(places, expected.into());
    assert_eq!(codes.iter().map(|code| &code.code).collect::<BTreeSet<_>>().len(), codes.len());
    assert_eq!(refusal(desk.flow.make_codes(actor, id).await), Problem::CodesMadeBefore);
}

/// What each group wrote: the words, and whether they may be used.
pub const WORDS: [(&str, &str, Consent); 5] = [
    ("users", "Morgenkaffen er det bedste på ugen.", Consent::Verbatim),
    ("users", "Min kontaktperson Lise glemmer vores aftaler.", Consent::Paraphrase),
    ("users", "Det her er kun til jer, der læser.", Consent::NotToBeUsed),
    ("staff", "Vi mangler tid til samtaler.", Consent::Verbatim),
    ("leaders", "Vi er på vej.", Consent::Verbatim),
];

pub async fn answers_come_in_and_it_closes(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let actor = desk.facilitator().await;
    let before = flow.counts(&actor, id).await.unwrap();
    let numbers = |counts: Vec<workflow::screenings::Count>| {
        counts.into_iter().map(|one| (one.group.to_string(), one.submitted, one.invited)).collect::<Vec<_>>()
    };
    let row = |group: &str, submitted, invited| (group.to_owned(), submitted, Some(invited));
    assert_eq!(numbers(before), [row("leaders", 0, 1), row("staff", 0, 4), row("users", 0, 12)]);

    let mut responses = Vec::new();
    let mut number = 0_u8;
    for (group, persons, step) in [("leaders", 1, 5), ("staff", 4, 4), ("users", 12, 2)] {
        for person in 0..persons {
            number += 1;
            let step = if person % 3 == 0 { step - 1 } else { step };
            let asked = instrument();
            let asked = asked.indicators().filter(|one| one.groups.contains(&group.into()));
            let answers = Answers(asked.map(|one| (one.id.clone(), Answer::Step(step))).collect());
            let own = WORDS.iter().filter(|(writers, _, _)| *writers == group && person == 0);
            let comments = own.enumerate().map(|(index, (_, text, consent))| NewComment {
                key: [number * 10 + u8::try_from(index).unwrap(); 16],
                focus_point: Some("1".into()),
                text: (*text).to_owned(),
                consent: *consent,
            });
            responses.push(NewResponse {
                key: [number; 16],
                group: group.into(),
                unit: None,
                answers,
                comments: comments.collect(),
                notes: Vec::new(),
            });
        }
    }
    flow.store.import(id, &responses).await.unwrap();
    let after = flow.counts(&actor, id).await.unwrap();
    assert_eq!(numbers(after), [row("leaders", 1, 1), row("staff", 4, 4), row("users", 12, 12)]);

    flow.begin_closing(&actor, id).await.unwrap();
    assert_eq!(refusal(flow.make_codes(&actor, id).await), Problem::WrongState);
    flow.end_closing(&actor, id).await.unwrap();
    let closed = flow.screening(&actor, id).await.unwrap();
    assert_eq!((closed.state, closed.picture, closed.picture_opened), (State::Closed, None, false));
}

pub async fn the_audit_log_tells_deeds_and_no_words(desk: &Desk, id: &str) {
    let entries = desk.flow.store.entries(1000).await.unwrap();
    let of_it = entries.iter().filter(|one| one.screening.as_deref() == Some(id)).collect::<Vec<_>>();
    let deeds = of_it.iter().map(|one| one.event.as_str()).collect::<BTreeSet<_>>();
    for deed in [
        "screening created",
        "settings saved",
        "codes made",
        "screening opened",
        "extra codes made",
        "invited corrected",
        "closing begun",
        "closed",
        "evidence added",
        "evidence removed",
        "indicator rated",
        "picture opened",
        "comment decided",
        "hearing saved",
        "minutes written",
        "report edited",
        "report released",
    ] {
        assert!(deeds.contains(deed), "{deed} in {deeds:?}");
    }
    assert_eq!(of_it.iter().filter(|one| one.event == "picture opened").count(), 1);
    assert!(entries.windows(2).all(|pair| pair[0].at >= pair[1].at), "newest first");
    assert_eq!(desk.flow.store.entries(3).await.unwrap().len(), 3);
    for entry in &entries {
        let text = format!("{entry:?}").to_lowercase();
        for words in ["morgenkaffen", "lise", "glemmer", "samtaler", "på vej", "tavlen", "kodeord"] {
            assert!(!text.contains(words), "{text}");
        }
    }
}

pub async fn a_damaged_row_is_an_error_and_no_panic(desk: &Desk, id: &str) {
    for damage in [
        "UPDATE screening SET state = 'paused' WHERE id = $1",
        "UPDATE screening SET state = 'closed', settings = '{}' WHERE id = $1",
    ] {
        match &desk.store.db {
            Db::Sqlite { write, .. } => drop(sqlx::query(damage).bind(id).execute(write).await.unwrap()),
            Db::Postgres(pool) => drop(sqlx::query(damage).bind(id).execute(pool).await.unwrap()),
        }
        let read = desk.flow.screening(&Actor::CommandLine, id).await;
        assert!(matches!(read, Err(workflow::Error::Unavailable(_))), "{read:?}");
    }
}
