//! The rules of `scoring.md`, *Signals*, on pictures small enough to judge by hand. On 1-5 a level of 0.75 is
//! 4.0, 0.50 is 3.0, 0.625 is 3.5 and a gap of 0.1875 is 0.75.

use crate::sample::{Sample, instrument, odd};
use screening::evidence::{IndicatorRating, Rating};
use screening::language;
use screening::signals::{Signal, SignalKind, rule, said, signals};

fn three() -> Sample {
    Sample::new(instrument()).group("leaders", 3, Some(3)).group("staff", 14, Some(17)).group(
        "users",
        22,
        Some(31),
    )
}

fn kinds(signals: &[Signal]) -> Vec<(SignalKind, &str)> {
    signals.iter().map(|signal| (signal.kind, signal.subject.code().1)).collect()
}

fn of(sample: &Sample) -> Vec<Signal> {
    signals(&sample.picture, &sample.instrument, &[])
}

fn settled(indicator: &str, rating: Rating) -> IndicatorRating {
    IndicatorRating { indicator: indicator.into(), rating, after_picture: false }
}

#[test]
fn users_at_four_are_a_strength_and_just_under_are_not() {
    assert_eq!(kinds(&of(&three().row("2", "users", 22, 4.0))), [(SignalKind::Strength, "2")]);
    assert_eq!(kinds(&of(&three().row("2", "users", 22, 3.99))), []);
}

#[test]
fn an_indicator_needs_agreement_too_where_agreement_is_shown() {
    let with = |share| three().edit("2.2", "users", 22, 4.2, |row| row.agreement = share);
    assert_eq!(kinds(&of(&with(Some(0.70)))), [(SignalKind::Strength, "2.2")]);
    assert_eq!(kinds(&of(&with(Some(0.69)))), []);
    assert_eq!(kinds(&of(&with(None))), [(SignalKind::Strength, "2.2")]);
}

#[test]
fn another_shown_group_below_three_and_a_half_takes_the_strength_away() {
    let with = |mean| three().row("2", "users", 22, 4.1).row("2", "staff", 14, mean);
    assert_eq!(kinds(&of(&with(3.5))), [(SignalKind::Strength, "2")]);
    assert_eq!(kinds(&of(&with(3.4))), []);
    let hidden = three().row("2", "users", 22, 4.1).few("2", "staff");
    assert_eq!(kinds(&of(&hidden)), [(SignalKind::Strength, "2")]);
}

#[test]
fn users_below_the_middle_or_with_little_agreement_are_worth_talking_about() {
    assert_eq!(kinds(&of(&three().row("7", "users", 22, 2.99))), [(SignalKind::Talk, "7")]);
    assert_eq!(kinds(&of(&three().row("7", "users", 22, 3.0))), []);
    let agree = three().edit("7.1", "users", 20, 3.2, |row| row.agreement = Some(0.40));
    assert_eq!(kinds(&of(&agree)), [(SignalKind::Talk, "7.1")]);
    assert_eq!(of(&agree)[0].excess, 0.0);
}

#[test]
fn staff_low_alone_is_no_users_low() {
    assert_eq!(kinds(&of(&three().row("7", "staff", 14, 2.0))), []);
}

#[test]
fn means_three_quarters_apart_are_seen_differently_and_clear_only_by_the_interval() {
    let with = |interval| {
        three()
            .row("3", "staff", 14, 3.75)
            .row("3", "users", 22, 3.0)
            .gap("3", "staff", "users", 0.75, interval)
    };
    let clear = of(&with(Some((0.1, 1.4))));
    assert_eq!(kinds(&clear), [(SignalKind::SeenDifferently, "3")]);
    assert!(clear[0].clear);
    assert_eq!(
        (clear[0].group.as_str(), clear[0].other_group.as_ref().map(|g| g.as_str())),
        ("staff", Some("users"))
    );
    assert!(!of(&with(Some((0.0, 1.5))))[0].clear);
    assert!(!of(&with(None))[0].clear);
    assert_eq!(kinds(&of(&three().row("3", "staff", 14, 3.74).row("3", "users", 22, 3.0))), []);
    // 4.2 - 3.45 is 0.75 by hand and a little less in binary.
    let same = three().row("3", "staff", 14, 4.2).row("3", "users", 22, 3.45);
    assert_eq!(kinds(&of(&same)), [(SignalKind::SeenDifferently, "3")]);
}

#[test]
fn a_quarter_who_do_not_know_of_those_who_submitted_is_a_finding() {
    // 22 submitted: 6 are 27 %, 5 are 23 %.
    let with = |count| three().edit("6.3", "users", 14, 3.5, |row| row.dont_know = count);
    assert_eq!(kinds(&of(&with(Some(6)))), [(SignalKind::Unknown, "6.3")]);
    assert_eq!(kinds(&of(&with(Some(5)))), []);
    assert_eq!(kinds(&of(&with(None))), []);
}

#[test]
fn word_and_deed_both_ways() {
    let sample = three().row("4.1", "staff", 14, 4.0).row("4.1", "users", 22, 3.5);
    let of =
        |sample: &Sample, rating| signals(&sample.picture, &sample.instrument, &[settled("4.1", rating)]);
    let low = of(&sample, Rating::Step(2));
    assert_eq!(kinds(&low), [(SignalKind::WordAndDeed, "4.1")]);
    assert_eq!((low[0].group.as_str(), low[0].rating), ("staff", Some(2)));
    assert_eq!(kinds(&of(&sample, Rating::Step(3))), []);
    assert_eq!(kinds(&of(&sample, Rating::Insufficient)), []);
    let doubted = three().row("4.1", "users", 22, 2.9);
    let high = of(&doubted, Rating::Step(4));
    assert!(kinds(&high).contains(&(SignalKind::WordAndDeed, "4.1")));
    assert!(!kinds(&of(&doubted, Rating::Step(3))).contains(&(SignalKind::WordAndDeed, "4.1")));
}

#[test]
fn one_leader_is_one_and_several_are_several() {
    for (n, said_of) in [(1, "Lederens gennemsnit er"), (3, "Ledernes gennemsnit er")] {
        let sample = three().row("4.1", "leaders", n, 5.0).row("4.1", "users", 22, 4.0);
        let found = signals(&sample.picture, &sample.instrument, &[settled("4.1", Rating::Step(1))]);
        let told = found.iter().find(|signal| signal.kind == SignalKind::WordAndDeed).unwrap();
        let sentence = said(told, &sample.published(), &sample.instrument, language::of("da"));
        assert!(sentence.contains(said_of), "{sentence}");
    }
}

#[test]
fn what_only_leaders_would_have_makes_no_signal() {
    let alone = three().row("4.1", "leaders", 3, 5.0).few("4.1", "staff").few("4.1", "users");
    assert_eq!(signals(&alone.picture, &alone.instrument, &[settled("4.1", Rating::Step(1))]), []);
}

#[test]
fn hidden_rows_and_units_make_no_signal() {
    let hidden = three().edit("7", "users", 4, 1.0, |row| row.shown = screening::picture::Shown::Few);
    assert_eq!(of(&hidden), []);
    let unit = three().edit("7", "users", 8, 1.6, |row| row.unit = Some("Nord".to_owned()));
    assert_eq!(of(&unit), []);
}

#[test]
fn each_group_of_service_users_speaks_on_its_own() {
    let mut sample = three().row("7", "users", 22, 3.2).row("7", "staff", 14, 2.6);
    sample.instrument.groups[1].service_users = true;
    let signals = of(&sample);
    assert_eq!(kinds(&signals), [(SignalKind::Talk, "7")]);
    assert_eq!(signals[0].group.as_str(), "staff");
}

#[test]
fn without_service_users_nothing_is_strong_or_low_but_a_gap_is_a_gap() {
    // 0-10: a gap of 0.1875 is 1.875.
    let sample =
        Sample::new(odd()).row("1", "crew", 12, 9.0).row("1", "guests", 12, 2.0).row("1", "peers", 12, 7.2);
    let found = of(&sample);
    assert!(found.iter().all(|signal| signal.kind == SignalKind::SeenDifferently));
    // crew-guests 7.0, guests-peers 5.2; crew-peers 1.8 is less than 1.875.
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].excess, 0.7 - 0.1875);
}

#[test]
fn signals_speak_with_their_numbers() {
    let sample = three()
        .row("3", "leaders", 3, 4.2)
        .row("3", "staff", 14, 3.7)
        .row("3", "users", 22, 2.8)
        .gap("3", "staff", "users", 0.9, Some((0.2, 1.6)))
        .edit("2.2", "users", 22, 4.2, |row| row.agreement = Some(0.864))
        .edit("6.3", "users", 14, 3.5, |row| row.dont_know = Some(8))
        .edit("7.1", "users", 26, 2.3, |row| row.agreement = Some(1.0 / 26.0));
    let published = sample.published();
    let found = of(&sample);
    let say = |kind, code, other| {
        let signal = found.iter().find(|signal| {
            signal.kind == kind && signal.subject.code().1 == code && (other || signal.other_group.is_none())
        });
        said(signal.unwrap(), &published, &sample.instrument, language::of("da"))
    };
    assert_eq!(
        say(SignalKind::Strength, "2.2", false),
        "Brugernes gennemsnit er 4,2 (n\u{a0}=\u{a0}22). 86\u{a0}% af brugerne svarer »i høj grad« eller »i meget høj grad«."
    );
    // 4 % of 26 is one person.
    assert_eq!(
        say(SignalKind::Talk, "7.1", false),
        "Brugernes gennemsnit er 2,3 (n\u{a0}=\u{a0}26). Næsten ingen af brugerne svarer »i høj grad« eller »i meget høj grad«."
    );
    assert_eq!(say(SignalKind::Talk, "3", false), "Brugernes gennemsnit er 2,8 (n\u{a0}=\u{a0}22).");
    assert_eq!(say(SignalKind::Unknown, "6.3", false), "8 af 22 brugere svarer »Ved ikke«.");
    assert_eq!(
        said(
            found.iter().find(|signal| signal.clear).unwrap(),
            &published,
            &sample.instrument,
            language::of("da")
        ),
        "Medarbejdere 3,7 (n\u{a0}=\u{a0}14), brugere 2,8 (n\u{a0}=\u{a0}22). Forskellen er tydelig."
    );
}

#[test]
fn a_rule_is_shown_in_scale_points() {
    assert_eq!(
        rule(SignalKind::Talk, &instrument(), language::of("da")),
        "Værd at tale om: Gennemsnittet for brugere er under 3, eller ved en indikator svarer højst 40\u{a0}% \
         »i høj grad« eller »i meget høj grad«."
    );
    assert!(
        rule(SignalKind::SeenDifferently, &odd(), language::of("da")).contains("mindst 1,875 fra hinanden")
    );
}
