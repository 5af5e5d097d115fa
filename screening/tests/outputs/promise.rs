//! What someone who answers is promised, and how easy it is to read.

use crate::sample::instrument;
use screening::instrument::{Form, Instrument};
use screening::language;
use screening::promise::{Passage, Promise};
use screening::readability::lix;
use screening::settings::Settings;
use std::collections::BTreeMap;

fn settings() -> Settings {
    let mut settings = Settings {
        comment_reader: "Mette Holm".to_owned(),
        hear_back: "1. marts 2027".to_owned(),
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

fn flat(passages: Vec<Passage>) -> Vec<String> {
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
fn what_users_read_has_a_lix_of_20_at_most_each_kind_taken_together() {
    let kinds = with("users", &settings(), |promise| {
        [
            ("before you start", promise.before_you_start()),
            ("receipt", promise.receipt()),
            ("slip", promise.slip().to_vec()),
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
