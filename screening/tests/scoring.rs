//! Scores worked out by hand; the working stands in each test.

mod support;

use screening::id::GroupId;
use screening::instrument::Form;
use screening::picture::Interval;
use screening::scoring::{FocusPointScore, GroupScores, IndicatorScore, Scorer, Scores};
use screening::settings::{GroupSize, Invited, response_rate, unit_response_rate};
use std::collections::BTreeMap;
use support::{invited, odd, response, score, small};

fn group<'a>(scores: &'a Scores, id: &str) -> &'a GroupScores {
    scores.groups.iter().find(|scores| scores.group == GroupId::from(id)).expect("the group")
}

fn indicator<'a>(scores: &'a Scores, of: &str, id: &str) -> &'a IndicatorScore {
    group(scores, of).indicators.iter().find(|score| score.id.as_str() == id).expect("the indicator")
}

fn focus_point<'a>(scores: &'a Scores, of: &str, id: &str) -> &'a FocusPointScore {
    group(scores, of).focus_points.iter().find(|score| score.id.as_str() == id).expect("the focus point")
}

fn near(found: Option<Interval>, low: f64, high: f64) {
    let Interval { low: found_low, high: found_high } = found.expect("an interval");
    assert!(
        (found_low - low).abs() < 5e-5 && (found_high - high).abs() < 5e-5,
        "{found_low} to {found_high}"
    );
}

#[test]
fn an_indicator_is_over_those_who_scored_it() {
    let small = small();
    let answers =
        ["2 - - - -", "4 - - - -", "5 - - - -", "5 - - - -", "DK - - - -", "NA - - - -", "- 3 - - -"];
    let responses = answers.map(|answers| response(&small, "people", "", answers));
    let scores = score(&small, &responses, &Invited::default());
    let found = indicator(&scores, "people", "p1");
    // 2, 4, 5, 5: sum 16, mean 4; squares about it 4 + 0 + 1 + 1 = 6, over n - 1 = 3: variance 2.
    assert_eq!((found.summary.n, found.summary.mean), (4, Some(4.0)));
    assert_eq!(found.summary.sd, Some(2.0_f64.sqrt()));
    assert_eq!(found.distribution, [0, 1, 0, 1, 2]);
    assert_eq!((found.dont_know, found.not_applicable, found.blank), (1, 1, 1));
    // 4 and above: three of four.
    assert_eq!(found.agreement, Some(0.75));
    // t for 3 degrees of freedom 3.182446; standard error sqrt(2/4) = 0.707107: half 2.250329. Not cut at 5.
    near(found.summary.interval, 1.749671, 6.250329);
    // Wilson: (3 + 3.841459/2 ± 1.959964 sqrt(3·1/4 + 3.841459/4)) / (4 + 3.841459) = (4.920729 ± 2.563261) / 7.841459.
    near(found.agreement_interval, 0.300642, 0.954413);
}

#[test]
fn the_number_invited_narrows_the_interval() {
    let small = small();
    let responses = ["2", "4", "5", "5"].map(|p1| response(&small, "people", "", &format!("{p1} - - - -")));
    let interval = |number| {
        indicator(&score(&small, &responses, &invited(&[("people", number)])), "people", "p1")
            .summary
            .interval
    };
    // Half 2.250329 as above, times sqrt(1 - 4/8) = 0.707107: 1.591223.
    near(interval(8), 2.408777, 5.591223);
    // Everyone answered: nothing is left to chance.
    near(interval(4), 4.0, 4.0);
    // More scored than invited: the number is wrong, and no factor.
    near(interval(3), 1.749671, 6.250329);
}

#[test]
fn no_spread_is_an_interval_of_one_point_and_one_person_has_none() {
    let small = small();
    let alike = [response(&small, "people", "", "4 - - - -"), response(&small, "people", "", "4 - - - -")];
    let found = score(&small, &alike, &Invited::default());
    let summary = indicator(&found, "people", "p1").summary;
    assert_eq!((summary.sd, summary.interval), (Some(0.0), Some(Interval { low: 4.0, high: 4.0 })));
    let found = score(&small, &alike[..1], &Invited::default());
    let summary = indicator(&found, "people", "p1").summary;
    assert_eq!((summary.n, summary.mean, summary.sd, summary.interval), (1, Some(4.0), None, None));
    let nobody = score(&small, &[], &Invited::default());
    let summary = indicator(&nobody, "people", "p1").summary;
    assert_eq!((summary.n, summary.mean, summary.sd, summary.interval), (0, None, None, None));
    assert_eq!(indicator(&nobody, "people", "p1").agreement, None);
}

#[test]
fn half_of_the_items_make_a_focus_point_score() {
    let small = small();
    let responses = [
        response(&small, "people", "", "1 2 3 4 -"),   // 2.5
        response(&small, "people", "", "5 4 DK NA -"), // half: 4.5
        response(&small, "people", "", "5 - DK NA 3"), // one of four: none
        response(&small, "people", "", "2 3 5 - -"),   // 10/3
    ];
    let scores = score(&small, &responses, &Invited::default());
    let found = focus_point(&scores, "people", "p").summary;
    // (2.5 + 4.5 + 10/3) / 3 = 31/9.
    assert_eq!((found.n, found.mean), (3, Some(31.0 / 9.0)));
    // Squares about 31/9: (17² + 19² + 2²)/18² = 654/324, over 2.
    assert!((found.sd.expect("sd") - (654.0_f64 / 648.0).sqrt()).abs() < 1e-12);
    // The value has p1 and p2: 1.5, 4.5, 5 (one of two is half) and 2.5: mean 13.5/4.
    let value = &group(&scores, "people").values[0];
    assert_eq!((value.summary.n, value.summary.mean), (4, Some(3.375)));
    assert_eq!(focus_point(&scores, "people", "q").summary.n, 1);
}

#[test]
fn the_short_form_has_its_own_half() {
    let small = small();
    let forms = BTreeMap::from([(GroupId::from("people"), Form::Short)]);
    let mut scorer = Scorer::new(&small, &forms);
    scorer.add(&response(&small, "people", "", "5 - - - 2"));
    scorer.add(&response(&small, "crew", "", "5 - - - 2"));
    let scores = scorer.finish(&Invited::default());
    // Two items in the short form, so one is half; four in the long.
    assert_eq!(focus_point(&scores, "people", "p").summary.mean, Some(5.0));
    assert_eq!(focus_point(&scores, "crew", "p").summary.n, 0);
    let asked: Vec<&str> =
        group(&scores, "people").indicators.iter().map(|score| score.id.as_str()).collect();
    assert_eq!(asked, ["p1", "p2", "q1"]);
}

#[test]
fn a_reversed_wording_is_turned_before_anything_else() {
    let small = small();
    let responses = ["1", "1", "2", "5"].map(|p4| response(&small, "crew", "", &format!("- - - {p4} -")));
    let scores = score(&small, &responses, &Invited::default());
    // 1, 1, 2, 5 become 5, 5, 4, 1.
    let found = indicator(&scores, "crew", "p4");
    assert_eq!((found.summary.mean, found.agreement), (Some(3.75), Some(0.75)));
    assert_eq!(found.distribution, [1, 0, 0, 1, 2]);
    // On 0 to 10 a reversed 3 is 7, which is where agreement begins.
    let odd = odd();
    let scores = score(&odd, &[response(&odd, "night-shift", "", "4 - 3 - - - -")], &Invited::default());
    let found = indicator(&scores, "night-shift", "meals-night");
    assert_eq!((found.summary.mean, found.agreement), (Some(7.0), Some(1.0)));
    assert_eq!(focus_point(&scores, "night-shift", "meals").summary.mean, Some(5.5));
}

#[test]
fn a_group_has_nothing_on_what_it_is_not_asked() {
    let odd = odd();
    let scores = score(&odd, &[], &Invited::default());
    let points = |id: &str| -> Vec<&str> {
        group(&scores, id).focus_points.iter().map(|score| score.id.as_str()).collect()
    };
    assert_eq!(
        (points("night-shift"), points("kitchen")),
        (vec!["meals", "waste"], vec!["meals", "say", "waste"])
    );
    let values: Vec<&str> =
        group(&scores, "night-shift").values.iter().map(|score| score.id.as_str()).collect();
    assert_eq!(values, ["taste"]);
    // Four groups are asked meals-warm: six pairs; three meals-table: three; three, two and three more; four; four.
    assert_eq!(
        scores.gaps.iter().filter(|gap| gap.of == screening::picture::Kind::Indicator).count(),
        6 + 3 + 3 + 1 + 3 + 6 + 6
    );
}

#[test]
fn a_group_that_is_asked_nothing_is_not_there() {
    let small = small();
    // The crew has no short form; an empty questionnaire of theirs may still be in a file.
    let mut scorer = Scorer::new(&small, &BTreeMap::from([(GroupId::from("crew"), Form::Short)]));
    scorer.add(&response(&small, "crew", "Nord", "- - - - -"));
    let scores = scorer.finish(&invited(&[("crew", 4)]));
    let groups: Vec<&str> = scores.groups.iter().map(|scores| scores.group.as_str()).collect();
    assert_eq!(groups, ["chiefs", "people"]);
    assert!(scores.gaps.iter().all(|gap| gap.other_group.as_str() == "people"));
}

#[test]
fn a_gap_is_the_first_group_minus_the_second() {
    let small = small();
    let mut responses: Vec<_> =
        [1, 2, 3].iter().map(|p1| response(&small, "people", "", &format!("{p1} - - - -"))).collect();
    responses.extend([4, 4, 5, 3].iter().map(|p1| response(&small, "crew", "", &format!("{p1} - - - -"))));
    responses.push(response(&small, "chiefs", "", "5 - - - -"));
    let scores = score(&small, &responses, &Invited::default());
    let gap = |one: &str, other: &str| {
        let pair = |gap: &&screening::scoring::GapScore| {
            gap.code == "p1" && gap.group.as_str() == one && gap.other_group.as_str() == other
        };
        scores.gaps.iter().find(pair).expect("the gap")
    };
    // Means 2 and 4; squared errors 1/3 and (2/3)/4 = 1/6, together 1/2; df = (1/4)/((1/9)/2 + (1/36)/3) = 27/7 = 3.857;
    // R: qt(0.975, 27/7) = 2.817474, so half is 2.817474 · 0.707107 = 1.992255.
    let found = gap("people", "crew");
    assert_eq!(found.difference, Some(-2.0));
    near(found.interval, -3.992255, -0.007745);
    // One leader: a difference and no interval.
    assert_eq!((gap("chiefs", "people").difference, gap("chiefs", "people").interval), (Some(3.0), None));
}

#[test]
fn two_who_agree_have_no_interval_of_a_gap() {
    let small = small();
    let rows = [("chiefs", "5"), ("chiefs", "5"), ("people", "2"), ("people", "2")];
    let responses = rows.map(|(group, p1)| response(&small, group, "", &format!("{p1} - - - -")));
    let scores = score(&small, &responses, &Invited::default());
    let found = &scores.gaps[0];
    assert_eq!((found.code.as_str(), found.difference, found.interval), ("p1", Some(3.0), None));
}

#[test]
fn alpha_needs_thirty_complete_persons_who_differ() {
    let small = small();
    let person = |answers: &str| response(&small, "people", "", answers);
    // Fifteen of each: every item has variance 30·16/(4·29), the sum 16 times one item's: alpha = 4/3 · (1 - 4/16) = 1.
    let mut responses: Vec<_> = (0..15).flat_map(|_| [person("1 1 1 1 3"), person("5 5 5 5 3")]).collect();
    let alpha = |responses: &[_], id: &str| {
        focus_point(&score(&small, responses, &Invited::default()), "people", id).alpha
    };
    assert_eq!(alpha(&responses, "p"), Some(1.0));
    assert_eq!(alpha(&responses, "q"), None, "one item");
    responses.pop();
    assert_eq!(alpha(&responses, "p"), None, "29 persons");
    responses.push(person("5 5 5 - 3"));
    assert_eq!(alpha(&responses, "p"), None, "29 complete persons");
    let alike: Vec<_> = (0..30).map(|_| person("4 4 4 4 3")).collect();
    assert_eq!(alpha(&alike, "p"), None, "no variance");
}

#[test]
fn units_are_kept_for_protected_groups_alone() {
    let small = small();
    let responses = [
        response(&small, "people", "Nord", "1 1 1 1 1"),
        response(&small, "people", "", "5 5 5 5 5"),
        response(&small, "chiefs", "Nord", "3 3 3 3 3"),
    ];
    let scores = score(&small, &responses, &Invited::default());
    let units = &focus_point(&scores, "people", "p").units;
    assert_eq!(
        units.iter().map(|(unit, mean)| (unit.as_str(), mean.n, mean.mean)).collect::<Vec<_>>(),
        [("Nord", 1, Some(1.0))]
    );
    assert!(
        focus_point(&scores, "chiefs", "p").units.is_empty() && group(&scores, "chiefs").units.is_empty()
    );
    assert_eq!(group(&scores, "people").submitted, 2);
}

#[test]
fn a_response_rate_is_given_where_it_makes_sense() {
    assert_eq!(response_rate(14, Some(40)), Some(0.35));
    assert_eq!(response_rate(40, Some(40)), Some(1.0));
    assert_eq!(
        (response_rate(14, None), response_rate(41, Some(40)), response_rate(0, Some(0))),
        (None, None, None)
    );
    let five = GroupSize::default();
    assert_eq!(
        (unit_response_rate(1, Some(4), five), unit_response_rate(1, Some(5), five)),
        (None, Some(0.2))
    );
}
