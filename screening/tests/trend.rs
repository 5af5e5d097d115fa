//! Several rounds in a row: by hand, and what always holds. That nothing hidden shows: `attack/alike.rs`.

mod support;

use proptest::prelude::*;
use screening::answers::Response;
use screening::chart::TrendPlot;
use screening::comparison::{Moved, Reason, Round, Step, Stop, Trend, trends};
use screening::instrument::Instrument;
use screening::language;
use screening::picture::{Figure, Kind, Picture};
use support::any::{instruments, persons, responses};
use support::{alike, alike_of, picture, small};

/// The trends of these answers, oldest first.
fn of(rounds: &[(&Instrument, Vec<Response>)]) -> Vec<Trend> {
    let pictures: Vec<Picture> = rounds.iter().map(|(instrument, own)| picture(instrument, own)).collect();
    let rounds = rounds.iter().zip(&pictures);
    let rounds: Vec<Round<'_>> =
        rounds.map(|((instrument, _), picture)| Round { picture, instrument }).collect();
    trends(&rounds)
}

fn trend<'a>(all: &'a [Trend], code: &str, group: &str) -> &'a Trend {
    let own = |one: &&Trend| one.code == code && one.group.as_str() == group;
    all.iter().find(own).expect("a trend")
}

/// So many of the people with each step of q1, lowest first.
fn people(instrument: &Instrument, persons: [usize; 5]) -> Vec<Response> {
    let of = |(step, persons)| alike_of(instrument, "people", "", &format!("- - - - {step}"), persons);
    (1..).zip(persons).flat_map(of).collect()
}

#[test]
fn each_step_is_told_of_two_rounds_that_follow_each_other() {
    let small = small();
    let mut reworded = support::small();
    reworded.focus_points[1].indicators[0].wording = 2;
    let rounds = [
        // Mean 3 of ten.
        (&small, people(&small, [0, 5, 0, 5, 0])),
        // Mean 4.5 of twelve: the difference lies between 0.7 and 2.3 (by hand in `comparison.rs`).
        (&small, people(&small, [0, 0, 0, 6, 6])),
        // Four: too few.
        (&small, people(&small, [4, 0, 0, 0, 0])),
        (&small, people(&small, [0, 0, 0, 6, 6])),
        // The same answers to another statement, then to the same, then of seven, who have no interval.
        (&reworded, people(&small, [0, 0, 0, 6, 6])),
        (&reworded, people(&small, [0, 0, 1, 6, 6])),
        (&reworded, people(&small, [0, 1, 4, 2, 0])),
    ];
    let all = of(&rounds);
    let q = trend(&all, "q", "people");
    let figures: Vec<Option<(f64, u64, bool)>> = q
        .stops
        .iter()
        .map(|(stop, _)| match stop {
            Stop::Shown { mean, n, interval } => Some((mean.number(), *n, interval.is_some())),
            _ => None,
        })
        .collect();
    // 3 + 24 + 30 is 57 of 13: 4.38. 2 + 12 + 8 is 22 of 7: 3.14.
    assert_eq!(
        figures,
        [
            Some((3.0, 10, true)),
            Some((4.5, 12, true)),
            None,
            Some((4.5, 12, true)),
            Some((4.5, 12, true)),
            Some((4.4, 13, true)),
            Some((3.1, 7, false)),
        ]
    );
    let steps: Vec<Step> = q.stops.iter().map(|(_, step)| *step).collect();
    assert_eq!(
        steps,
        [
            Step::None,
            Step::Moved(Moved::Higher),
            Step::Moved(Moved::Few),
            Step::Moved(Moved::Few),
            Step::NotComparable(Reason::Statements),
            Step::Moved(Moved::Unsure),
            // 1.2 lower, and no interval since seven answered: nobody can say.
            Step::Moved(Moved::Unsure),
        ]
    );
    let joined: Vec<bool> = (0..7).map(|place| q.joined(place)).collect();
    assert_eq!(joined, [false, true, false, false, false, true, true]);
    assert_eq!(trend(&all, "q1", "people").stops[4].1, Step::NotComparable(Reason::Wording));
}

#[test]
fn a_gap_is_a_gap_in_the_drawing_and_told_in_the_table() {
    let small = small();
    let rounds = [
        (&small, people(&small, [0, 5, 0, 5, 0])),
        (&small, people(&small, [4, 0, 0, 0, 0])),
        (&small, alike(&small, "people", "", 5, 5)),
    ];
    let all = of(&rounds);
    let names = ["Forår 2025", "Efterår 2025", "Forår 2026"].map(str::to_owned);
    let plot = |trend, rounds| TrendPlot {
        trend,
        rounds,
        instrument: &small,
        language: language::of("da"),
        subject: "Q",
        prefix: "proeve",
    };
    let chart = plot(trend(&all, "q", "people"), &names).chart();
    assert_eq!(chart.svg.matches("<circle").count(), 2, "two rounds have a mark: {}", chart.svg);
    assert_eq!(chart.svg.matches("intet tal").count(), 1);
    assert_eq!(chart.svg.matches("stroke-opacity").count(), 0, "no line over the gap");
    for name in &names {
        assert!(chart.svg.contains(&format!(">{name}</text>")), "{name}: {}", chart.svg);
    }
    let cells = |place: usize| chart.table.rows[place].join(" | ").replace('\u{a0}', " ");
    assert!(cells(0).starts_with("Forår 2025 | 3,0 (n = 10; "), "{}", cells(0));
    assert_eq!(cells(1), "Efterår 2025 | for få svar til at vise tal | for få svar en af gangene");
    assert_eq!(cells(2), "Forår 2026 | over 4,5 (n = 5) | for få svar en af gangene");
    // The ends of the scale have their words, and an interval ends wider than its mark.
    for words in small.texts("da").scale.labels.iter().take(1) {
        assert!(chart.svg.contains(&format!(">{words}</text>")), "{words}: {}", chart.svg);
    }
    let radius: f64 =
        chart.svg.split(" r=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse().ok()).unwrap();
    let across =
        chart.svg.split("<line ").filter(|line| line.contains("stroke-width=\"1.6\"")).filter_map(|line| {
            let at = |name: &str| line.split(name).nth(1)?.split('"').next()?.parse::<f64>().ok();
            let (from, to) = (at("x1=\"")?, at("x2=\"")?);
            (from != to).then_some(to - from)
        });
    let across: Vec<f64> = across.collect();
    assert_eq!(across.len(), 2, "one interval: {}", chart.svg);
    assert!(across.iter().all(|width| *width > 2.0 * radius + 4.0), "{across:?}");
    // Names without room are told by their numbers, in the drawing and in the table.
    let long = ["Den første pejling i Gårdhuset", "To", "Tre"].map(str::to_owned);
    let chart = plot(trend(&all, "q", "people"), &long).chart();
    assert!(chart.svg.contains(">3</text>") && !chart.svg.contains("Gårdhuset</text>"), "{}", chart.svg);
    assert_eq!(chart.table.rows[0][0], "1. Den første pejling i Gårdhuset");
}

#[test]
fn what_another_instrument_measured_is_no_part_of_it() {
    let (small, mut other) = (small(), support::small());
    other.id = "another".to_owned();
    let everyone = |instrument| alike(instrument, "people", "", 10, 3);
    let all = of(&[(&other, everyone(&other)), (&small, everyone(&small))]);
    let stops = &trend(&all, "p", "people").stops;
    assert_eq!(stops[0].0, Stop::Other);
    assert_eq!(stops[1].1, Step::NotComparable(Reason::OtherInstrument));
    assert!(!trend(&all, "p", "people").is_drawn());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_trend_tells_what_its_rounds_publish_and_no_more(
        instrument in instruments(),
        rounds in prop::collection::vec(persons(), 1..5),
    ) {
        let rounds: Vec<(&Instrument, Vec<Response>)> =
            rounds.iter().map(|own| (&instrument, responses(&instrument, own))).collect();
        let published: Vec<_> =
            rounds.iter().map(|(_, own)| picture(&instrument, own).published(&instrument)).collect();
        for trend in of(&rounds) {
            prop_assert!(matches!(trend.kind, Kind::FocusPoint | Kind::Indicator));
            prop_assert_eq!(trend.stops.len(), rounds.len());
            prop_assert_eq!(trend.stops[0].1, Step::None);
            for (place, (stop, step)) in trend.stops.iter().enumerate() {
                let row = published[place].row(trend.kind, &trend.code, &trend.group).expect("a row");
                if let Stop::Shown { mean, n, interval } = stop {
                    prop_assert_eq!((row.mean, row.n, row.interval), (Some(*mean), Some(*n), *interval));
                }
                if row.mean.is_none() {
                    let told = matches!(stop, Stop::Shown { .. });
                    prop_assert!(!told);
                }
                if let Step::Moved(moved @ (Moved::Higher | Moved::Lower)) = step {
                    // Only from one round with its interval to the next.
                    let sides = [&trend.stops[place - 1].0, stop].map(|stop| match stop {
                        Stop::Shown { mean: Figure::Value(mean), interval: Some(_), .. } => Some(*mean),
                        _ => None,
                    });
                    let [Some(before), Some(now)] = sides else {
                        return Err(TestCaseError::fail(format!("{trend:?}")));
                    };
                    prop_assert_eq!(now > before, *moved == Moved::Higher);
                    prop_assert!(now != before);
                }
                if trend.joined(place) {
                    let shown = |stop: &Stop| matches!(stop, Stop::Shown { .. });
                    prop_assert!(shown(stop) && shown(&trend.stops[place - 1].0));
                }
            }
        }
    }
}
