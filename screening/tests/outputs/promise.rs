//! What someone who answers is promised, and how easy it is to read.

use crate::sample::instrument;
use screening::booklet::LastPage;
use screening::instrument::{Form, Instrument};
use screening::language;
use screening::promise::{Passage, Promise};
use screening::readability::lix;
use screening::retention::Times;
use screening::settings::{OpenLink, Settings};
use std::collections::BTreeMap;

pub(crate) fn settings() -> Settings {
    let mut settings = Settings {
        comment_reader: "Mette Holm".to_owned(),
        hear_back: "1. marts 2027".to_owned(),
        leader_promise:
            "Ingen får mindre hjælp, fordi de har svaret. I får svar på, hvad vi gør, senest den 1. marts"
                .to_owned(),
        contact: "Anne Holm, 12 34 56 78".to_owned(),
        hearings: "tirsdag den 2. februar og tirsdag den 16. februar, begge dage kl. 13".to_owned(),
        forms: BTreeMap::from([("users".into(), Form::Short)]),
        ..Settings::default()
    };
    settings.invited.0 = [("leaders", 1), ("staff", 20), ("users", 31)]
        .into_iter()
        .map(|(group, count)| (group.into(), BTreeMap::from([(String::new(), count)])))
        .collect();
    settings.legal.controller = "Egedal Kommune".to_owned();
    settings
}

pub(crate) const SITE: &str = "https://pejling.example.dk";

fn promise<'a>(
    settings: &'a Settings,
    instrument: &'a Instrument,
    group: &'a screening::id::GroupId,
) -> Promise<'a> {
    Promise::new(settings, instrument, group, language::of("da"))
}

fn with<T>(group: &str, settings: &Settings, say: impl Fn(Promise<'_>) -> T) -> T {
    let mut instrument = instrument();
    for point in &mut instrument.focus_points {
        for indicator in point.indicators.iter_mut().take(2) {
            indicator.short = vec!["users".into()];
        }
    }
    say(promise(settings, &instrument, &group.into()))
}

pub(crate) fn flat(passages: Vec<Passage>) -> Vec<String> {
    passages
        .into_iter()
        .flat_map(|passage| std::iter::once(passage.heading).chain(passage.paragraphs))
        .collect()
}

#[test]
fn users_get_ten_lines_from_the_settings() {
    let lines = with("users", &settings(), |promise| promise.before_you_start());
    assert_eq!(lines.len(), 10);
    let all = lines.join("\n");
    for said in [
        "16 udsagn",
        "mindst fem har svaret",
        "Mette Holm læser",
        "uden navn",
        "senest den 1. marts 2027.",
        "om stedet",
    ] {
        assert!(all.contains(said), "{said} in {all}");
    }
    let mut larger = settings();
    larger.min_group_size = 8.try_into().unwrap();
    assert!(with("users", &larger, |promise| promise.before_you_start().join("\n")).contains("mindst otte"));
}

#[test]
fn a_single_leader_is_told_first_that_everyone_can_see_it() {
    let lines = with("leaders", &settings(), |promise| promise.before_you_start());
    assert_eq!(lines[0], "Du svarer som leder. I er 1 leder på stedet.");
    assert_eq!(lines[1], "Alle, der læser rapporten, kan se, hvad du har svaret.");
    assert!(lines[2].contains("Du kan springe over."));
    let mut three = settings();
    three.invited.0.insert("leaders".into(), BTreeMap::from([(String::new(), 3)]));
    let lines = with("leaders", &three, |promise| promise.before_you_start());
    assert_eq!(lines[0], "Du svarer som leder. I er 3 ledere på stedet.");
    assert!(lines[1].contains("I er få, så andre kan regne ud, hvad du har svaret."));
}

#[test]
fn nobody_is_promised_anonymity() {
    for group in ["leaders", "staff", "users"] {
        let all = with(group, &settings(), |promise| {
            let mut all = promise.before_you_start();
            all.extend(promise.receipt());
            all.extend(promise.slip());
            all.extend(promise.poster("Egelunden", SITE).lines);
            all.extend(flat(promise.rights()));
            all.extend(flat(promise.how_it_works()));
            all.join("\n").to_lowercase()
        });
        assert!(!all.contains("anonym"), "{group}");
    }
}

#[test]
fn the_longer_page_says_what_is_not_protected() {
    let page = flat(with("users", &settings(), |promise| promise.how_it_works())).join("\n");
    assert!(page.contains("sætte en kode sammen med et svar"));
    assert!(page.contains("Har alle svaret det samme"));
}

#[test]
fn rights_hold_what_article_13_asks_for() {
    let mut filled = settings();
    filled.legal.data_protection_officer = "Ida Krag".to_owned();
    filled.legal.legal_basis = "Serviceloven".to_owned();
    filled.legal.retention = "Svar slettes efter tre måneder".to_owned();
    filled.legal.agreement = "IT-fællesskabet".to_owned();
    let said = flat(with("users", &filled, |promise| promise.rights())).join("\n");
    for element in [
        "Ansvarlig for dine oplysninger: Egedal Kommune.",
        "Databeskyttelsesrådgiver: Ida Krag.",
        "Hvad bruger vi svarene til?",
        "Lovgrundlag: Serviceloven.",
        "frivilligt at svare, men det er ikke et samtykke",
        "(databehandleraftale): IT-fællesskabet.",
        "uden for EU",
        "Så længe gemmer vi det: Svar slettes",
        "ret til at se dine svar, rette dem og slette dem",
        "artikel 11",
        "offentlighedsloven",
        "Ingen maskine afgør noget om dig",
        "Det, du har skrevet, sletter vi, når rapporten er ude",
        "sletter vi senest tre måneder efter",
        "senest fem år efter",
        "en log i højst et år",
        "Datatilsynet",
    ] {
        assert!(said.contains(element), "{element} in {said}");
    }
}

#[test]
fn what_users_read_has_a_lix_of_20_at_most_each_kind_taken_together() {
    let kinds = with("users", &settings(), |promise| {
        [
            ("before you start", promise.before_you_start()),
            ("receipt", promise.receipt()),
            ("slip", promise.slip().to_vec()),
            ("poster", promise.poster("Egelunden", SITE).lines),
            ("promise and contact", promise.leader_promise().into_iter().chain(promise.contact()).collect()),
            ("beside text", vec![promise.beside_text()]),
            ("rights", flat(promise.rights())),
            ("how it works", flat(promise.how_it_works())),
        ]
    });
    for (kind, lines) in kinds {
        let lix = lix(&lines.join("\n"));
        let most = if matches!(kind, "rights" | "how it works") { 25.0 } else { 20.0 };
        assert!(lix <= most, "{kind}: LIX {lix:.1}");
    }
}

#[test]
fn what_staff_and_leaders_read_has_a_lix_of_30_at_most() {
    for group in ["staff", "leaders"] {
        let lines = with(group, &settings(), |promise| promise.before_you_start());
        assert_eq!(lines.len(), 10);
        let lix = lix(&lines.join("\n"));
        assert!(lix <= 30.0, "{group}: LIX {lix:.1}");
    }
}

#[test]
fn the_receipt_tells_what_comes_and_does_not_say_thanks_twice() {
    let lines = with("users", &settings(), |promise| promise.receipt());
    let all = lines.join("\n");
    assert!(!all.contains("Tak."), "{all}");
    assert!(all.contains("Det lover lederen: Ingen får mindre hjælp"), "{all}");
    assert!(all.contains("så ring til Anne Holm, 12 34 56 78."), "{all}");
    let leader = with("leaders", &settings(), |promise| promise.leader_promise());
    assert!(leader.is_some_and(|text| text.starts_with("Det har I lovet: ")));
    let silent = Settings { leader_promise: " ".to_owned(), contact: String::new(), ..settings() };
    assert_eq!(with("users", &silent, |promise| (promise.leader_promise(), promise.contact())), (None, None));
}

fn linked(on: bool) -> Settings {
    let mut settings = settings();
    settings.open_links.insert("users".into(), OpenLink { name: "k7qm2-xrt9w".to_owned(), on });
    settings
}

#[test]
fn a_pile_of_slips_says_how_to_begin_and_keeps_the_code_in_the_fragment() {
    let pile = with("users", &settings(), |promise| promise.pile("Nord", ["ABCD-EFGH-JKLM2"], SITE));
    assert_eq!(pile.heading, "Brugere · Nord");
    assert!(pile.how.contains("på pejling.example.dk, eller"), "{}", pile.how);
    assert_eq!(pile.lines.len(), 2);
    assert!(pile.slips[0].qr.is_some());
    assert_eq!(
        screening::invitation::slip_address(SITE, "ABCD-EFGH-JKLM2"),
        "https://pejling.example.dk/#ABCD-EFGH-JKLM2"
    );
}

#[test]
fn a_booklet_asks_what_the_screen_asks_and_its_envelope_keeps_the_code() {
    let code = "ABCD-EFGH-JKLM2";
    let last = LastPage { question: "Er der andet?".to_owned(), ..LastPage::default() };
    let (pile, statements) = with("users", &settings(), |promise| {
        (promise.booklets("Egelunden", "Nord", [code], SITE, last.clone()), promise.statements())
    });
    let asked: usize = pile.topics.iter().map(|topic| topic.statements.len()).sum();
    assert_eq!((asked, pile.told.len(), pile.booklets.len()), (statements, 10, 1));
    assert_eq!(pile.booklets[0].code, code);
    assert!(pile.envelope.iter().chain(&pile.how).all(|line| !line.contains(code)), "{:?}", pile.envelope);
    assert_eq!(pile.envelope[..2], ["Svar til Egelunden", "Brugere"]);
    // The one who helps must be able to read it aloud.
    let how = pile.how.join(" ");
    assert!(lix(&how) <= 20.0, "LIX {:.1}: {how}", lix(&how));
    assert!(how.contains("En, der arbejder et andet sted, åbner den"), "{how}");
}

#[test]
fn a_poster_has_a_link_only_where_one_is_on() {
    for (settings, there) in [(settings(), false), (linked(true), true), (linked(false), false)] {
        let poster = with("users", &settings, |promise| promise.poster("Egelunden", SITE));
        let address = poster.link.map(|link| link.address);
        assert_eq!(address, there.then(|| "pejling.example.dk/til/k7qm2-xrt9w".to_owned()));
        assert_eq!(poster.how.contains("Spørg efter en seddel"), !there);
        assert!(poster.lines.join(" ").contains("senest den 1. marts 2027."));
    }
}

#[test]
fn where_there_is_a_link_nobody_is_promised_that_each_answers_once() {
    for (settings, said) in [(settings(), false), (linked(true), true), (linked(false), true)] {
        let page = flat(with("users", &settings, |promise| promise.how_it_works())).join("\n");
        assert_eq!(page.contains("ikke love, at hver kun har svaret én gang"), said);
    }
}

#[test]
fn nothing_breaks_where_the_settings_say_nothing() {
    for group in ["leaders", "staff", "users"] {
        let all = with(group, &Settings::default(), |promise| {
            [promise.before_you_start(), promise.receipt(), flat(promise.rights())].concat()
        });
        assert!(
            all.iter().all(|line| !line.trim().is_empty() && !line.contains("  ") && !line.contains(".."))
        );
        assert!(all.iter().any(|line| line.contains("Livslinien: 70 201 201.")));
    }
}

#[test]
fn minutes_follow_words_and_statements_unless_the_instrument_says_otherwise() {
    // Statements are "Udsagn 1.1 til users.": five words with the number's two parts. 16 × 5 words at 100 a minute
    // are 0.8 minutes, and 16 × 12 seconds are 3.2: 4 minutes.
    assert_eq!(with("users", &settings(), |promise| promise.minutes()), 4);
    let mut instrument = instrument();
    instrument.groups[2].minutes = Some(12);
    assert_eq!(promise(&settings(), &instrument, &"users".into()).minutes(), 12);
}

#[test]
fn lix_by_hand() {
    // 6 words in 1 sentence, 1 of them long: 6 + 16.67.
    assert!((lix("Du kan sige nej til medarbejderen.") - (6.0 + 100.0 / 6.0)).abs() < 1e-9);
    // 8 words in 2 sentences, none long: 4. The date's full stop ends none.
    assert!((lix("Vi ses den 2. maj. Er du med?") - 4.0).abs() < 1e-9);
    assert_eq!(lix(" … "), 0.0);
}

#[test]
fn rights_tell_the_times_that_were_chosen() {
    let (settings, instrument, group) = (Settings::default(), instrument(), "users".into());
    for (code, usual, shorter) in [
        ("da", ["tre måneder", "fem år", "et år"], ["en måned", "to år", "seks måneder"]),
        ("nb", ["tre måneder", "fem år", "ett år"], ["en måned", "to år", "seks måneder"]),
        ("en", ["three months", "five years", "a year"], ["a month", "two years", "six months"]),
    ] {
        let promise = Promise::new(&settings, &instrument, &group, language::of(code));
        let chosen = Times { answers: 1, evidence: 12, report: 24, log: 6 };
        let (first, second) =
            (flat(promise.rights()).join("\n"), flat(promise.keeping(chosen).rights()).join("\n"));
        for (usual, shorter) in usual.into_iter().zip(shorter) {
            assert!(first.contains(usual) && !second.contains(usual), "{usual}: {second}");
            assert!(second.contains(shorter), "{shorter}: {second}");
        }
    }
}
