//! Change since an earlier screening: by hand, and what always holds. Against R: `against_r.rs`.

mod support;

use proptest::prelude::*;
use screening::answers::Response;
use screening::comparison::{Change, Comparison, PublishedChange, Reason, Round, compare};
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use screening::picture::{Figure, Interval, Kind, Picture, Shown};
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use std::collections::BTreeMap;
use support::{alike, alike_of, picture, small};

fn round<'a>(picture: &'a Picture, instrument: &'a Instrument) -> Round<'a> {
    Round { picture, instrument }
}

fn change<'a>(found: &'a Comparison<'_>, code: &str, group: &str) -> &'a Change {
    let own = |change: &&Change| change.code == code && change.group.as_str() == group;
    found.changes.iter().find(own).expect("a change")
}

fn published(found: &Comparison<'_>, code: &str, group: &str) -> PublishedChange {
    let own = |change: &PublishedChange| change.code == code && change.group.as_str() == group;
    found.published().into_iter().find(own).expect("a change")
}

/// Kind, code and reason of what can't be compared for a group.
fn not_comparable(found: &Comparison<'_>, group: &str) -> Vec<(String, Reason)> {
    let own = found.not_comparable.iter().filter(|one| one.group.as_str() == group);
    own.map(|one| (one.code.clone(), one.reason)).collect()
}

/// So many persons of the people with each step of q1, lowest first.
fn people(instrument: &Instrument, persons: [usize; 5]) -> Vec<Response> {
    let of = |(step, persons)| alike_of(instrument, "people", "", &format!("- - - - {step}"), persons);
    (1..).zip(persons).flat_map(of).collect()
}

#[test]
fn a_change_is_later_minus_earlier_with_welch() {
    let small = small();
    // Earlier ten, five 2 and five 4: mean 3, variance 10/9. Later twelve, six 4 and six 5: mean 4.5, variance 3/11.
    let earlier = picture(&small, &people(&small, [0, 5, 0, 5, 0]));
    let later = picture(&small, &people(&small, [0, 0, 0, 6, 6]));
    let found = compare(round(&earlier, &small), round(&later, &small));
    let q1 = change(&found, "q1", "people");
    assert_eq!((q1.kind, q1.difference, q1.shown), (Kind::Indicator, Some(1.5), Shown::Yes));
    // Squared errors 1/9 and 1/44, together 53/396; df (53/396)² / ((1/9)²/9 + (1/44)²/11) = 12.6262;
    // R: qt(0.975, 12.6262) = 2.166889, times 0.365839 = 0.792733.
    let Interval { low, high } = q1.interval.expect("an interval");
    assert!((low - 0.707267).abs() < 5e-6 && (high - 2.292733).abs() < 5e-6, "{low} to {high}");
    assert_eq!(
        change(&found, "q", "people").interval,
        q1.interval,
        "one item: the focus point is the indicator"
    );
    let q1 = published(&found, "q1", "people");
    assert_eq!(
        (q1.difference, q1.interval),
        (Some(Figure::Value(1.5)), Some(Interval { low: 0.7, high: 2.3 }))
    );
}

#[test]
fn a_change_is_as_little_shown_as_the_less_shown_round() {
    let small = small();
    for (before, now, shown) in [
        (4, 20, Shown::Few),
        (20, 4, Shown::Few),
        (0, 20, Shown::Few),
        (9, 20, Shown::Mean),
        (20, 5, Shown::Mean),
        (10, 10, Shown::Yes),
    ] {
        let earlier = picture(&small, &people(&small, [0, before / 2, 0, before - before / 2, 0]));
        let later = picture(&small, &people(&small, [0, 0, now, 0, 0]));
        let found = compare(round(&earlier, &small), round(&later, &small));
        let q1 = change(&found, "q1", "people");
        assert_eq!(q1.shown, shown, "{before} and {now}");
        assert_eq!(q1.difference.is_some(), shown != Shown::Few, "{before} and {now}");
        assert_eq!(q1.interval.is_some(), shown == Shown::Yes, "{before} and {now}");
    }
}

#[test]
fn two_rounds_that_each_agree_have_no_interval() {
    let small = small();
    let [earlier, later] = [3, 4].map(|step| picture(&small, &alike(&small, "people", "", 12, step)));
    let found = compare(round(&earlier, &small), round(&later, &small));
    let p = change(&found, "p", "people");
    assert_eq!((p.difference, p.interval, p.shown), (Some(1.0), None, Shown::Yes));
}

#[test]
fn a_bounded_side_bounds_the_change() {
    let small = small();
    let of = |persons, step| picture(&small, &alike(&small, "people", "", persons, step));
    for (before, now, difference) in [
        ((6, 5), (12, 3), Some(Figure::Under(-1.5))),
        ((12, 3), (6, 5), Some(Figure::Over(1.5))),
        ((6, 1), (6, 5), Some(Figure::Over(3.0))),
        ((6, 5), (6, 5), None),
        ((6, 3), (6, 4), Some(Figure::Value(1.0))),
    ] {
        let (earlier, later) = (of(before.0, before.1), of(now.0, now.1));
        let found = compare(round(&earlier, &small), round(&later, &small));
        assert_eq!(published(&found, "q1", "people").difference, difference, "{before:?} {now:?}");
    }
}

/// The small instrument, changed.
fn small_but(change: impl FnOnce(&mut Instrument)) -> Instrument {
    let mut small = small();
    change(&mut small);
    small
}

/// Both rounds answered alike by twelve of the people and twelve of the crew.
fn of_both(before: &Instrument, now: &Instrument) -> [Picture; 2] {
    [before, now].map(|instrument| {
        let mut responses = alike(instrument, "people", "", 12, 3);
        responses.extend(alike(instrument, "crew", "", 12, 3));
        picture(instrument, &responses)
    })
}

#[test]
fn a_changed_statement_is_not_compared_nor_its_focus_point() {
    let (before, now) = (small(), small_but(|now| now.focus_points[0].indicators[1].wording = 2));
    let [earlier, later] = of_both(&before, &now);
    let found = compare(round(&earlier, &before), round(&later, &now));
    let expected = [("p2".to_owned(), Reason::Wording), ("p".to_owned(), Reason::Statements)];
    assert_eq!(not_comparable(&found, "people"), expected);
    assert_eq!(not_comparable(&found, "crew"), expected);
    let codes: Vec<&str> =
        found.changes.iter().filter(|c| c.group.as_str() == "crew").map(|c| c.code.as_str()).collect();
    assert_eq!(codes, ["p1", "p3", "p4", "q1", "q"]);
}

#[test]
fn what_one_round_did_not_ask_is_named() {
    // Earlier the crew was not asked p3; later nobody is asked q1, and there is a group fewer.
    let crew = GroupId::from("crew");
    let before =
        small_but(|before| before.focus_points[0].indicators[2].groups.retain(|group| *group != crew));
    let now = small_but(|now| {
        now.focus_points.pop();
        now.groups.remove(0);
    });
    let [earlier, later] = of_both(&before, &now);
    let found = compare(round(&earlier, &before), round(&later, &now));
    let gone = ["q1", "q"].map(|code| (code.to_owned(), Reason::Gone));
    assert_eq!(not_comparable(&found, "people"), gone);
    let of_crew = [("p3", Reason::New), ("q1", Reason::Gone), ("p", Reason::Statements), ("q", Reason::Gone)];
    assert_eq!(not_comparable(&found, "crew"), of_crew.map(|(code, reason)| (code.to_owned(), reason)));
    assert_eq!(not_comparable(&found, "chiefs").len(), 7);
    assert!(not_comparable(&found, "chiefs").iter().all(|(_, reason)| *reason == Reason::Gone));
}

#[test]
fn a_longer_form_leaves_the_statements_of_the_shorter() {
    let small = small();
    let people = GroupId::from("people");
    let of_form = |form| {
        let mut scorer = Scorer::new(&small, &BTreeMap::from([(people.clone(), form)]));
        alike_of(&small, "people", "", "3 3 - - 3", 12).iter().for_each(|response| scorer.add(response));
        screening::disclosure::disclose(&scorer.finish(&Invited::default()), &small, GroupSize::default())
    };
    let (earlier, later) = (of_form(Form::Short), of_form(Form::Long));
    let found = compare(round(&earlier, &small), round(&later, &small));
    let expected = [("p3", Reason::New), ("p4", Reason::New), ("p", Reason::Statements)];
    assert_eq!(not_comparable(&found, "people"), expected.map(|(code, reason)| (code.to_owned(), reason)));
    assert_eq!(change(&found, "p1", "people").difference, Some(0.0));
    assert_eq!(change(&found, "q", "people").difference, Some(0.0));
}

#[test]
fn another_scale_or_instrument_is_not_compared_at_all() {
    let before = small();
    for (now, reason) in [
        (small_but(|now| now.scale.max = 6), Reason::OtherScale),
        (small_but(|now| now.scale.min = 0), Reason::OtherScale),
        (small_but(|now| now.id = "another".to_owned()), Reason::OtherInstrument),
    ] {
        let [earlier, later] = of_both(&before, &now);
        let found = compare(round(&earlier, &before), round(&later, &now));
        assert!(found.changes.is_empty());
        // Three groups, five indicators and two focus points.
        assert_eq!(found.not_comparable.len(), 21);
        assert!(found.not_comparable.iter().all(|one| one.reason == reason), "{reason:?}");
    }
    // Where agreement begins is no part of a mean.
    let now = small_but(|now| now.scale.agree_from = 5);
    let [earlier, later] = of_both(&before, &now);
    assert!(compare(round(&earlier, &before), round(&later, &now)).not_comparable.is_empty());
}

#[test]
fn an_in_role_change_does_not_stand_alone() {
    let small = small();
    let of = |people: usize, step| {
        let mut responses = alike(&small, "chiefs", "", 2, step);
        responses.extend(alike(&small, "people", "", people, 3));
        picture(&small, &responses)
    };
    for (before, now, stands) in [(12, 5, true), (12, 4, false), (4, 12, false)] {
        let (earlier, later) = (of(before, 5), of(now, 4));
        let found = compare(round(&earlier, &small), round(&later, &small));
        let chiefs = published(&found, "q1", "chiefs");
        assert_eq!(chiefs.difference, Some(Figure::Value(-1.0)), "two leaders are not bounded");
        assert_eq!((chiefs.shown, chiefs.stands), (Shown::Mean, stands), "{before} and {now}");
        assert!(published(&found, "q1", "people").stands);
    }
}

/// Two rounds of the people and the crew: persons a step of q1.
fn rounds() -> impl Strategy<Value = [[[usize; 5]; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2(prop::array::uniform5(0_usize..6)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A change is what a gap would be between two groups that answered as the two rounds did.
    #[test]
    fn a_change_is_a_gap_between_rounds(rounds in rounds()) {
        let small = small();
        let of = |persons: [usize; 5], group: &str| -> Vec<Response> {
            let mut responses = people(&small, persons);
            responses.iter_mut().for_each(|response| response.group = group.into());
            responses
        };
        let [[people_before, crew_before], [people_now, crew_now]] = rounds;
        let whole = |people, crew| picture(&small, &[of(people, "people"), of(crew, "crew")].concat());
        let (earlier, later) = (whole(people_before, crew_before), whole(people_now, crew_now));
        let found = compare(round(&earlier, &small), round(&later, &small));
        let back = compare(round(&later, &small), round(&earlier, &small));
        prop_assert!(found.not_comparable.is_empty());
        for (group, now, before) in [("people", people_now, people_before), ("crew", crew_now, crew_before)] {
            // The later round as the people, the earlier as the crew: their gap is people minus crew.
            let both = whole(now, before);
            let gap = both.gap("q1", &"people".into(), &"crew".into()).expect("a gap");
            let change = change(&found, "q1", group);
            prop_assert_eq!((change.difference, change.interval, change.shown), (gap.mean, gap.interval, gap.shown));
            let rows = both.published(&small).rows;
            let gap = rows.iter().find(|row| row.kind == Kind::Gap && row.code == "q1" && row.group.as_str() == "people");
            let gap = gap.expect("a gap");
            let given = published(&found, "q1", group);
            prop_assert_eq!((given.difference, given.interval), (gap.mean, gap.interval));
            // And the other way round it is the same with its sign turned.
            let turned = self::change(&back, "q1", group);
            prop_assert_eq!(turned.difference.map(|d| -d), change.difference);
            prop_assert_eq!(turned.shown, change.shown);
        }
    }
}
