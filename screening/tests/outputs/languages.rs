//! Bokmål and English: what those who answer and those who come to a hearing read is as easy as in Danish, promises the
//! same, and has no Danish left in it.

use crate::sample::instrument;
use crate::spoken::{danish_in, in_language, others, spoken};
use screening::hearing::HearingNumber;
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use screening::language::{self, EasyFacts, Language};
use screening::letter::{LetterKind, letter};
use screening::promise::{Passage, Promise};
use screening::readability::lix;
use screening::schedule::Schedule;
use screening::settings::{OpenLink, Settings};
use std::collections::BTreeMap;

fn settings(language: &dyn Language) -> Settings {
    let mut settings = Settings {
        comment_reader: "Mette Holm".to_owned(),
        hear_back: language.date(2027, 3, 1),
        leader_promise: spoken(language.code()).promise.to_owned(),
        contact: "Anne Holm, 12 34 56 78".to_owned(),
        hearings: [language.day(1, 2027, 2, 2), language.day(1, 2027, 2, 16)].join(", "),
        answer_by: language.date(2027, 1, 15),
        forms: BTreeMap::from([("users".into(), Form::Short)]),
        units: vec!["Nord".to_owned()],
        ..Settings::default()
    };
    settings.invited.0 = [("leaders", 1), ("staff", 20), ("users", 31)]
        .map(|(group, count)| (group.into(), BTreeMap::from([(String::new(), count)])))
        .into();
    settings.open_links.insert("users".into(), OpenLink { name: "k7qm2-xrt9w".to_owned(), on: true });
    settings.legal.controller = "Egedal Kommune".to_owned();
    settings
}

fn short(language: &dyn Language) -> Instrument {
    let mut instrument = in_language(instrument(), language.code());
    for point in &mut instrument.focus_points {
        for indicator in point.indicators.iter_mut().take(2) {
            indicator.short = vec!["users".into()];
        }
    }
    instrument
}

fn flat(passages: Vec<Passage>) -> Vec<String> {
    passages
        .into_iter()
        .flat_map(|passage| std::iter::once(passage.heading).chain(passage.paragraphs))
        .collect()
}

/// Everything that a promise says, kind by kind.
fn kinds(promise: Promise<'_>) -> [(&'static str, Vec<String>); 8] {
    let poster = promise.poster("Egelunden", "https://pejling.example.dk");
    [
        ("before you start", promise.before_you_start()),
        ("receipt", promise.receipt()),
        ("slip", promise.slip().to_vec()),
        ("poster", poster.lines.into_iter().chain([poster.how]).collect()),
        ("promise and contact", promise.leader_promise().into_iter().chain(promise.contact()).collect()),
        ("beside text", vec![promise.beside_text()]),
        ("rights", flat(promise.rights())),
        ("how it works", flat(promise.how_it_works())),
    ]
}

#[test]
fn what_is_promised_is_as_easy_as_in_danish() {
    let mut hard = Vec::new();
    for language in others() {
        let (settings, instrument) = (settings(language), short(language));
        for group in ["users", "staff", "leaders"].map(GroupId::from) {
            for (kind, lines) in kinds(Promise::new(&settings, &instrument, &group, language)) {
                let lix = lix(&lines.join("\n"));
                let most = match (group.as_str(), kind) {
                    ("users", "rights" | "how it works") => 25.0,
                    ("users", _) => 20.0,
                    _ => 30.0,
                };
                if lix > most {
                    hard.push(format!("{} to {group}: {kind}: LIX {lix:.1}: {lines:#?}", language.code()));
                }
            }
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}

#[test]
fn what_is_promised_is_the_same_and_has_no_danish_in_it() {
    for (language, said) in others().zip([
        [
            "16 utsagn",
            "minst fem har svart",
            "Mette Holm leser",
            "uten navn",
            "senest 1. mars 2027.",
            "om stedet",
        ],
        [
            "16 statements",
            "at least five have answered",
            "Mette Holm reads",
            "not give your name",
            "by 1 March 2027.",
            "about the place",
        ],
    ]) {
        let (settings, instrument) = (settings(language), short(language));
        for group in ["users", "staff", "leaders"].map(GroupId::from) {
            let promise = Promise::new(&settings, &instrument, &group, language);
            assert_eq!(promise.before_you_start().len(), 10);
            let all = kinds(promise).into_iter().flat_map(|(_, lines)| lines).collect::<Vec<_>>();
            assert!(
                all.iter()
                    .all(|line| !line.trim().is_empty() && !line.contains("  ") && !line.contains(".."))
            );
            let all = all.join("\n");
            assert_eq!(danish_in(&all, language), Vec::<String>::new(), "{group} in {all}");
            assert!(!all.to_lowercase().contains("anonym"), "{all}");
            let there = said.iter().filter(|said| all.contains(**said)).count();
            assert!(group.as_str() != "users" || there == said.len(), "{said:?} in {all}");
        }
    }
    let leader = |code: &str| {
        let language = language::of(code);
        let (settings, instrument) = (settings(language), short(language));
        Promise::new(&settings, &instrument, &"leaders".into(), language).before_you_start()[..2].join(" ")
    };
    let nb =
        "Du svarer som leder. Det er 1 leder på stedet. Alle som leser rapporten, kan se hva du har svart.";
    assert_eq!(leader("nb"), nb);
    let en = "You are answering as a leader. There is 1 leader at the place. Everyone who reads the report can see what you \
              have answered.";
    assert_eq!(leader("en"), en);
}

#[test]
fn whom_to_call_is_the_screenings_own_whatever_the_reader_speaks() {
    let beside = |place: &str, code: &str, line: &str| {
        let settings =
            Settings { language: place.to_owned(), crisis_line: line.to_owned(), ..Settings::default() };
        let language = language::of(code);
        Promise::new(&settings, &crate::sample::instrument(), &"users".into(), language).beside_text()
    };
    for (place, code, line, said) in [
        ("nb", "nb", "", "Mental Helse: 116 123. Er det fare for liv, så ring 113."),
        ("nb", "en", "", "Mental Helse: 116 123. If there is danger, call 112."),
        ("da", "nb", "", "Livslinien: 70 201 201. Er det fare for liv, så ring 112."),
        ("da", "en", "", "Livslinien: 70 201 201. If there is danger, call 112."),
        ("da", "da", "", "Livslinien: 70 201 201. Er der fare, så ring 112."),
        ("nb", "nb", "Legevakten: 116 117", "Legevakten: 116 117. Er det fare for liv, så ring 112."),
        ("da", "en", "Call Anne on 12 34 56 78, or 112", "Call Anne on 12 34 56 78, or 112."),
    ] {
        assert!(beside(place, code, line).ends_with(said), "{}", beside(place, code, line));
    }
}

#[test]
fn letters_carry_their_dates_and_have_no_danish_in_them() {
    let mut hard = Vec::new();
    let schedule = Schedule::of_week(jiff::civil::date(2026, 8, 17));
    for (language, [day, agenda, pause]) in others().zip([
        ["onsdag 7. oktober 2026", "Dagsorden for høring 1, onsdag 7. oktober 2026", "Pause"],
        ["Wednesday 7 October 2026", "Agenda for hearing 1, Wednesday 7 October 2026", "Break"],
    ]) {
        let (settings, instrument) = (settings(language), short(language));
        for kind in LetterKind::ALL {
            let letter = letter(kind, "Egelunden", &instrument, &settings, &schedule, &[], language);
            let said = format!("{}\n{}", letter.subject, letter.plain(language));
            assert_eq!(danish_in(&said, language), Vec::<String>::new(), "{said}");
            let users = matches!(
                kind,
                LetterKind::InviteUsers
                    | LetterKind::Remind
                    | LetterKind::InviteHearingOne
                    | LetterKind::InviteHearingTwo
                    | LetterKind::AgendaHearingOne
                    | LetterKind::AgendaHearingTwo
            );
            let lix = lix(&letter.plain(language));
            if lix > if users { 20.0 } else { 32.0 } {
                hard.push(format!("{kind:?}: LIX {lix:.1}: {said}"));
            }
            if kind == LetterKind::AgendaHearingOne {
                assert!(said.contains(agenda), "{said}");
                assert_eq!(letter.points.iter().map(|point| point.0).sum::<u32>(), 150);
                assert_eq!(letter.points.iter().filter(|point| point.1.starts_with(pause)).count(), 2);
            }
            assert!(kind != LetterKind::InviteUsers || said.contains(day), "{said}");
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}

/// Cards, the card for everyone, and what the facilitator reads out.
#[test]
fn what_a_hearing_hands_out_is_easy() {
    for language in others() {
        let how = language.cards_how(language.usual_place()).join("\n");
        let card = language.card().join("\n");
        let spoken = spoken(language.code());
        let themes = spoken.titles[..4].iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
        let mut texts = vec![how, card];
        for (number, figures) in
            [(HearingNumber::First, true), (HearingNumber::First, false), (HearingNumber::Second, true)]
        {
            let facts = EasyFacts {
                number,
                place: language.usual_place(),
                themes: &themes,
                scale: (1, 5),
                ends: Some((spoken.labels[0], spoken.labels[4])),
                smallest: 5,
                figures,
            };
            texts.push(flat(language.easy_page(&facts)).join("\n"));
        }
        for text in &texts {
            assert!(lix(text) <= 20.0, "LIX {:.1}: {text}", lix(text));
            assert_eq!(danish_in(text, language), Vec::<String>::new());
        }
        for number in [HearingNumber::First, HearingNumber::Second] {
            let script = language.script(number).join("\n");
            assert_eq!(danish_in(&script, language), Vec::<String>::new(), "{script}");
        }
    }
    let people = |code: &str, text: &str| {
        let language = language::of(code);
        screening::hearing::pasted(text, &short(language), language).map(|people| people.len())
    };
    assert_eq!(people("nb", "Navn\tRolle\nBente\tbruker\nKarim\tAnsatt\nTove\tleder\nIda\ttolk"), Ok(4));
    assert_eq!(people("en", "Name\tRole\nBente\tuser\nKarim\tStaff\nTove\tleader\nIda\trelative"), Ok(4));
}
