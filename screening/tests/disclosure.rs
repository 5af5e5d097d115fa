//! What may be shown, rule by rule, with k = 5 and d = 10.

mod support;

use screening::answers::Response;
use screening::disclosure::disclose;
use screening::picture::{Kind, Picture, Row, Shown};
use screening::settings::{GroupSize, Invited};
use support::{alike, alike_of, invited, odd, picture, response, score, small};

fn row<'a>(picture: &'a Picture, kind: Kind, code: &str, group: &str) -> &'a Row {
    picture.row(kind, code, &group.into()).expect("a row")
}

fn units(picture: &Picture, code: &str, group: &str) -> Vec<(String, Option<u64>, Shown)> {
    let own = picture.rows.iter().filter(|row| row.code == code && row.group.as_str() == group);
    own.filter_map(|row| Some((row.unit.clone()?, row.n, row.shown))).collect()
}

/// Whether nothing is there but what names the row.
fn is_bare(row: &Row) -> bool {
    let Row { kind, code, group, unit, other_group, shown, .. } = row.clone();
    let figures = (row.n, row.mean, row.sd, row.interval, row.agreement, row.agreement_interval);
    let counts = (row.dont_know, row.not_applicable, row.blank, row.alpha, row.distribution.clone());
    let _ = (kind, code, group, unit, other_group, shown);
    figures == (None, None, None, None, None, None) && counts == (None, None, None, None, None)
}

#[test]
fn a_protected_row_opens_at_k_and_is_whole_at_d() {
    let small = small();
    for (persons, shown) in
        [(0, Shown::Few), (4, Shown::Few), (5, Shown::Mean), (9, Shown::Mean), (10, Shown::Yes)]
    {
        let found = picture(&small, &alike(&small, "people", "", persons, 4));
        for (kind, code) in [(Kind::Indicator, "p1"), (Kind::FocusPoint, "p"), (Kind::Value, "v")] {
            let row = row(&found, kind, code, "people");
            assert_eq!(row.shown, shown, "{persons} {code}");
            assert_eq!(is_bare(row), shown == Shown::Few, "{persons} {code}");
            assert_eq!(row.sd.is_some(), shown == Shown::Yes);
            assert_eq!(row.interval.is_some(), shown == Shown::Yes);
            let indicator = shown == Shown::Yes && kind == Kind::Indicator;
            assert_eq!((row.agreement.is_some(), row.distribution.is_some()), (indicator, indicator));
        }
        let submitted = row(&found, Kind::Group, "", "people");
        assert_eq!((submitted.n, submitted.shown), (Some(persons as u64), Shown::Yes));
    }
}

#[test]
fn an_in_role_row_is_shown_from_one_person_and_without_units() {
    let small = small();
    for (persons, shown) in [(0, Shown::Few), (1, Shown::Mean), (9, Shown::Mean), (10, Shown::Yes)] {
        let found = picture(&small, &alike(&small, "chiefs", "Nord", persons, 4));
        let row = row(&found, Kind::Indicator, "p1", "chiefs");
        assert_eq!((row.shown, row.sd.is_some()), (shown, shown == Shown::Yes));
        assert_eq!(row.mean, Some(4.0).filter(|_| persons > 0));
        // Nothing of an in-role group's counts is hidden.
        assert_eq!(row.blank, Some(0).filter(|_| shown == Shown::Yes));
        assert!(found.rows.iter().all(|row| row.unit.is_none()));
    }
}

#[test]
fn a_larger_smallest_group_moves_both_thresholds() {
    let small = small();
    let size = GroupSize::try_from(7).expect("seven");
    for (persons, shown) in [(6, Shown::Few), (7, Shown::Mean), (13, Shown::Mean), (14, Shown::Yes)] {
        let scores = score(&small, &alike(&small, "crew", "", persons, 2), &Invited::default());
        let found = disclose(&scores, &small, size);
        assert_eq!(row(&found, Kind::FocusPoint, "p", "crew").shown, shown);
    }
    assert!(GroupSize::try_from(4).is_err());
}

#[test]
fn units_under_k_are_hidden_and_so_is_what_subtraction_would_give() {
    let small = small();
    // (persons by unit, without a unit) and what is shown of the units in order.
    let cases: [(&[usize], usize, &[Shown]); 9] = [
        // Both shown, nobody outside.
        (&[6, 7], 0, &[Shown::Mean, Shown::Mean]),
        // Four outside could be found: the smaller shown one goes.
        (&[6, 7, 4], 0, &[Shown::Derived, Shown::Mean, Shown::Few]),
        // Five outside are enough.
        (&[6, 7, 4], 1, &[Shown::Mean, Shown::Mean, Shown::Few]),
        (&[6, 7], 4, &[Shown::Derived, Shown::Mean]),
        (&[6, 7], 5, &[Shown::Mean, Shown::Mean]),
        // A tie: the last goes.
        (&[6, 6], 1, &[Shown::Mean, Shown::Derived]),
        (&[6, 6, 8, 6], 3, &[Shown::Mean, Shown::Mean, Shown::Mean, Shown::Derived]),
        // The only shown one goes.
        (&[9, 1], 0, &[Shown::Derived, Shown::Few]),
        (&[4, 3], 0, &[Shown::Few, Shown::Few]),
    ];
    for (persons, without, expected) in cases {
        let mut responses = alike(&small, "people", "", without, 3);
        for (place, persons) in persons.iter().enumerate() {
            responses.extend(alike(&small, "people", &format!("Enhed {place}"), *persons, 3));
        }
        let found = picture(&small, &responses);
        let shown: Vec<Shown> = units(&found, "p", "people").into_iter().map(|unit| unit.2).collect();
        assert_eq!(shown, expected, "{persons:?} and {without} without");
        for row in found.rows.iter().filter(|row| row.unit.is_some() && row.kind == Kind::FocusPoint) {
            assert_eq!(
                (row.mean.is_some(), row.n.is_some()),
                (row.shown == Shown::Mean, row.shown == Shown::Mean)
            );
            assert_eq!((row.sd, row.interval, row.alpha), (None, None, None));
        }
        assert!(row(&found, Kind::FocusPoint, "p", "people").shown.is_shown());
    }
}

#[test]
fn units_are_ordered_by_bytes_and_hold_the_number_submitted() {
    let small = small();
    let mut responses = alike(&small, "people", "Åen", 1, 3);
    responses.extend(alike(&small, "people", "syd", 2, 3));
    responses.extend(alike(&small, "people", "Øst", 3, 3));
    responses.extend(alike(&small, "people", "Syd", 4, 3));
    let found = picture(&small, &responses);
    let submitted: Vec<_> =
        units(&found, "", "people").into_iter().map(|unit| (unit.0, unit.1, unit.2)).collect();
    // S 53, s 73, Å C3 85, Ø C3 98.
    let expected = [("Syd", 4), ("syd", 2), ("Åen", 1), ("Øst", 3)];
    assert_eq!(submitted, expected.map(|(unit, n)| (unit.to_owned(), Some(n), Shown::Yes)));
    // By unit only focus points, of protected groups.
    let kinds = |row: &&Row| row.unit.is_some() && !matches!(row.kind, Kind::Group | Kind::FocusPoint);
    assert_eq!(found.rows.iter().filter(kinds).count(), 0);
}

#[test]
fn a_gap_is_as_little_shown_as_its_sides() {
    let small = small();
    let gap = |people: usize, crew: usize, chiefs: usize, one: &str, other: &str| {
        let mut responses = alike(&small, "people", "", people, 2);
        responses.extend(alike(&small, "crew", "", crew, 4));
        responses.extend(alike(&small, "chiefs", "", chiefs, 5));
        // Somebody differs, so that there is an interval to give.
        responses
            .extend([response(&small, "people", "", "1 1 1 1 1"), response(&small, "crew", "", "5 5 5 1 5")]);
        picture(&small, &responses).gap("p1", &one.into(), &other.into()).expect("a gap").clone()
    };
    let found = gap(9, 9, 1, "people", "crew");
    assert_eq!((found.shown, found.mean.is_some(), found.interval.is_some()), (Shown::Yes, true, true));
    assert_eq!((found.n, found.sd, found.agreement), (None, None, None));
    let found = gap(8, 9, 1, "people", "crew");
    assert_eq!((found.shown, found.mean.is_some(), found.interval), (Shown::Mean, true, None));
    let found = gap(3, 9, 1, "people", "crew");
    assert_eq!((found.shown, is_bare(&found)), (Shown::Few, true));
    assert_eq!(gap(9, 9, 1, "people", "chiefs").shown, Shown::Mean);
    assert_eq!(gap(9, 9, 0, "people", "chiefs").shown, Shown::Few);
}

/// Counts given of one indicator where so many said don't know, not relevant and nothing, and ten scored.
fn counts(group: &str, dont_know: usize, not_applicable: usize, blank: usize) -> [Option<u64>; 3] {
    let small = small();
    let mut responses = alike(&small, group, "", 10, 3);
    for (persons, word) in [(dont_know, "DK"), (not_applicable, "NA"), (blank, "-")] {
        responses.extend((0..persons).map(|_| response(&small, group, "", &format!("{word} 3 3 3 3"))));
    }
    let found = picture(&small, &responses);
    let row = row(&found, Kind::Indicator, "p1", group);
    assert_eq!(row.n, Some(10));
    [row.dont_know, row.not_applicable, row.blank]
}

#[test]
fn counts_under_k_are_emptied_and_so_is_one_that_would_tell_them() {
    // Five and more are given; a 0 is as empty as a 4.
    assert_eq!(counts("people", 5, 6, 7), [Some(5), Some(6), Some(7)]);
    assert_eq!(counts("people", 5, 0, 0), [Some(5), None, None]);
    // Emptied 3 and 4 hold 7 together: enough.
    assert_eq!(counts("people", 8, 3, 4), [Some(8), None, None]);
    // Emptied 2 alone could be found by subtraction: the smallest given goes too.
    assert_eq!(counts("people", 8, 6, 2), [Some(8), None, None]);
    assert_eq!(counts("people", 6, 8, 2), [None, Some(8), None]);
    assert_eq!(counts("people", 1, 9, 3), [None, None, None]);
    // A tie: the later of don't know, not relevant, blank.
    assert_eq!(counts("people", 7, 7, 2), [Some(7), None, None]);
    assert_eq!(counts("people", 2, 7, 7), [None, Some(7), None]);
    // Nothing left to empty: that somebody gave no scored answer is known from n and the number submitted.
    assert_eq!(counts("people", 1, 1, 1), [None, None, None]);
    // An in-role group's counts are given.
    assert_eq!(counts("chiefs", 1, 0, 2), [Some(1), Some(0), Some(2)]);
}

#[test]
fn the_equal_voice_is_the_unweighted_mean_of_groups_that_are_all_shown() {
    let small = small();
    let mut responses = alike(&small, "people", "", 20, 2);
    responses.extend(alike(&small, "chiefs", "", 1, 5));
    let voice = |responses: &[Response]| {
        let found = picture(&small, responses);
        found.equal_voice.iter().find(|voice| voice.1 == "p1").map(|voice| voice.2)
    };
    assert_eq!(voice(&responses), None, "the crew has no answers");
    responses.extend(alike(&small, "crew", "", 4, 2));
    assert_eq!(voice(&responses), None, "the crew is too few");
    responses.extend(alike(&small, "crew", "", 1, 2));
    assert_eq!(voice(&responses), Some(3.0));
}

#[test]
fn rows_come_in_the_order_of_the_contract() {
    let odd = odd();
    let mut responses = alike_of(&odd, "kitchen", "B", "5 5 5 5 5 5 5", 1);
    responses.extend(alike_of(&odd, "kitchen", "A", "5 5 5 5 5 5 5", 1));
    let found = picture(&odd, &responses);
    let line = |row: &Row| {
        let other = row.other_group.as_ref().map_or("", |group| group.as_str());
        format!("{:?} {} {} {} {other}", row.kind, row.code, row.group, row.unit.as_deref().unwrap_or(""))
            .trim()
            .to_owned()
    };
    let lines: Vec<String> = found.rows.iter().map(line).collect();
    assert_eq!(
        lines[..6],
        [
            "Group  council",
            "Group  night-shift",
            "Group  kitchen",
            "Group  kitchen A",
            "Group  kitchen B",
            "Group  volunteers",
        ]
    );
    assert_eq!(
        lines[6..9],
        ["Indicator meals-warm council", "Indicator meals-warm night-shift", "Indicator meals-warm kitchen"]
    );
    let points: Vec<&str> =
        lines.iter().filter(|line| line.starts_with("FocusPoint say")).map(String::as_str).collect();
    assert_eq!(
        points,
        [
            "FocusPoint say council",
            "FocusPoint say kitchen",
            "FocusPoint say kitchen A",
            "FocusPoint say kitchen B",
            "FocusPoint say volunteers",
        ]
    );
    let gaps: Vec<&str> = lines.iter().filter(|line| line.starts_with("Gap ")).map(String::as_str).collect();
    assert_eq!(
        gaps[..3],
        [
            "Gap meals-warm council  night-shift",
            "Gap meals-warm council  kitchen",
            "Gap meals-warm council  volunteers",
        ]
    );
    assert_eq!(gaps.last(), Some(&"Gap waste kitchen  volunteers"));
    let kinds: Vec<Kind> = found.rows.iter().map(|row| row.kind).collect();
    assert!(kinds.is_sorted());
}

#[test]
fn whether_a_protected_group_is_shown_is_told() {
    let small = small();
    let mut responses = alike(&small, "chiefs", "", 3, 4);
    responses.extend(alike(&small, "people", "", 4, 4));
    assert!(!picture(&small, &responses).shows_protected(&small));
    responses.extend(alike(&small, "crew", "", 5, 4));
    assert!(picture(&small, &responses).shows_protected(&small));
}

#[test]
fn counts_of_questionnaires_stand_beside_the_rows() {
    let small = small();
    let responses = alike(&small, "people", "", 14, 4);
    let scores = score(&small, &responses, &invited(&[("people", 40), ("crew", 20)]));
    let found = disclose(&scores, &small, GroupSize::default());
    let counts: Vec<_> =
        found.groups.iter().map(|g| (g.group.as_str(), g.submitted, g.invited, g.response_rate)).collect();
    assert_eq!(
        counts,
        [("chiefs", 0, None, None), ("people", 14, Some(40), Some(0.35)), ("crew", 0, Some(20), Some(0.0)),]
    );
}
