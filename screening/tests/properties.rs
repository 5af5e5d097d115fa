//! What holds for any answers whatever, on any instrument the contract allows.

mod support;

use proptest::prelude::*;
use screening::answers::{Response, read_csv};
use screening::disclosure::disclose;
use screening::instrument::{Disclosure, Instrument};
use screening::picture::{Figure, Kind, Picture, Row, Shown};
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use support::any::{instruments, person, persons, responses};
use support::{long, small};

const K: u64 = 5;
const D: u64 = 10;

fn scorer(instrument: &Instrument, responses: &[Response]) -> Scorer {
    let mut scorer = Scorer::new(instrument, &long());
    responses.iter().for_each(|response| scorer.add(response));
    scorer
}

fn picture(instrument: &Instrument, responses: &[Response]) -> Picture {
    disclose(&scorer(instrument, responses).finish(&Invited::default()), instrument, GroupSize::default())
}

fn protected(instrument: &Instrument, row: &Row) -> bool {
    instrument.group(&row.group).expect("the group").disclosure == Disclosure::Protected
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_stay_within_their_bounds(instrument in instruments(), persons in persons()) {
        let (min, max, range) = (f64::from(instrument.scale.min), f64::from(instrument.scale.max), instrument.scale.range());
        for row in picture(&instrument, &responses(&instrument, &persons)).rows {
            let (low, high) = if row.kind == Kind::Gap { (-range, range) } else { (min, max) };
            if row.kind != Kind::Group && let Some(mean) = row.mean {
                prop_assert!((low..=high).contains(&mean), "{row:?}");
                if let Some(interval) = row.interval {
                    prop_assert!(interval.low <= mean && mean <= interval.high, "{row:?}");
                }
            }
            // With n - 1, the widest spread there is: half of them at either end.
            prop_assert!(row.sd.is_none_or(|sd| (0.0..=range).contains(&sd)), "{row:?}");
            if let (Some(share), Some(interval)) = (row.agreement, row.agreement_interval) {
                prop_assert!(0.0 <= interval.low && interval.low <= share && share <= interval.high && interval.high <= 1.0);
            }
            prop_assert!(row.alpha.is_none_or(|alpha| alpha <= 1.0 + 1e-12), "{row:?}");
            if let Some(distribution) = &row.distribution {
                prop_assert_eq!(Some(distribution.iter().sum::<u64>()), row.n);
            }
        }
    }

    #[test]
    fn the_order_of_responses_changes_nothing(instrument in instruments(), persons in persons(), seed in any::<u64>()) {
        let mut responses = responses(&instrument, &persons);
        let before = picture(&instrument, &responses);
        // Any shuffle will do: by a number made of the seed and the place.
        let mut keyed: Vec<(u64, Response)> =
            (1..).map(|place: u64| seed.wrapping_mul(place).rotate_left(17)).zip(responses.drain(..)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let shuffled: Vec<Response> = keyed.into_iter().map(|(_, response)| response).collect();
        prop_assert_eq!(before, picture(&instrument, &shuffled));
    }

    #[test]
    fn parts_merged_are_the_whole(instrument in instruments(), persons in persons(), cut in 0_usize..90) {
        let responses = responses(&instrument, &persons);
        let (one, other) = responses.split_at(cut.min(responses.len()));
        let mut merged = scorer(&instrument, one);
        merged.merge(scorer(&instrument, other));
        let whole = scorer(&instrument, &responses).finish(&Invited::default());
        prop_assert_eq!(merged.finish(&Invited::default()), whole);
    }

    #[test]
    fn what_is_not_shown_is_not_there(instrument in instruments(), persons in persons()) {
        let picture = picture(&instrument, &responses(&instrument, &persons));
        for row in picture.rows.iter().filter(|row| row.kind != Kind::Group) {
            let spread = row.sd.is_some() || row.interval.is_some() || row.agreement.is_some()
                || row.agreement_interval.is_some() || row.distribution.is_some() || row.alpha.is_some()
                || row.dont_know.is_some() || row.not_applicable.is_some() || row.blank.is_some();
            if !row.shown.is_shown() {
                prop_assert!(row.n.is_none() && row.mean.is_none() && !spread, "{row:?}");
            }
            prop_assert!(row.shown == Shown::Yes || !spread, "{row:?}");
            if row.kind != Kind::Gap && row.shown.is_shown() {
                let n = row.n.expect("n");
                prop_assert!(!protected(&instrument, row) || n >= K, "{row:?}");
                prop_assert!(row.shown != Shown::Yes || n >= D, "{row:?}");
                prop_assert!(row.unit.is_none() || row.shown == Shown::Mean, "{row:?}");
            }
            if row.kind == Kind::Gap && row.shown != Shown::Few {
                let side = |group| [Kind::Indicator, Kind::FocusPoint].into_iter().find_map(|kind| picture.row(kind, &row.code, group));
                let sides = [&row.group, row.other_group.as_ref().expect("another")].map(|group| side(group).expect("a side").shown);
                prop_assert!(sides.iter().all(|shown| shown.is_shown()));
                prop_assert_eq!(row.shown == Shown::Yes, sides == [Shown::Yes; 2]);
            }
        }
    }

    /// Whatever is subtracted from the all-units row leaves nobody, or at least k.
    #[test]
    fn nobody_is_found_by_subtracting_units(instrument in instruments(), persons in persons()) {
        let picture = picture(&instrument, &responses(&instrument, &persons));
        for all in picture.rows.iter().filter(|row| row.kind == Kind::FocusPoint && row.unit.is_none() && row.shown.is_shown()) {
            let units = picture.rows.iter().filter(|row| row.kind == Kind::FocusPoint && row.unit.is_some() && row.code == all.code && row.group == all.group);
            let outside = all.n.expect("n") - units.filter_map(|row| row.n).sum::<u64>();
            prop_assert!(!protected(&instrument, all) || outside == 0 || outside >= K, "{all:?}");
        }
    }

    /// A count of 1 to k - 1 persons is neither given nor left over, while any other count is given.
    #[test]
    fn nobody_is_found_by_subtracting_counts(instrument in instruments(), persons in persons()) {
        let picture = picture(&instrument, &responses(&instrument, &persons));
        for row in picture.rows.iter().filter(|row| row.kind == Kind::Indicator && row.shown == Shown::Yes && protected(&instrument, row)) {
            let submitted = picture.row(Kind::Group, "", &row.group).and_then(|row| row.n).expect("submitted");
            let given: Vec<u64> = [row.dont_know, row.not_applicable, row.blank].into_iter().flatten().collect();
            prop_assert!(given.iter().all(|count| *count >= K), "{row:?}");
            let left = submitted - row.n.expect("n") - given.iter().sum::<u64>();
            prop_assert!(given.is_empty() || left == 0 || left >= K, "{row:?} of {submitted}");
        }
    }

    #[test]
    fn one_more_person_changes_only_their_group(instrument in instruments(), persons in persons(), more in person()) {
        let before = responses(&instrument, &persons);
        let one = responses(&instrument, std::slice::from_ref(&more));
        let after: Vec<Response> = before.iter().chain(&one).cloned().collect();
        let others = |responses: &[Response]| -> Vec<Row> {
            let not_theirs = |row: &Row| row.group != one[0].group && row.other_group.as_ref() != Some(&one[0].group);
            picture(&instrument, responses).rows.into_iter().filter(not_theirs).collect()
        };
        prop_assert_eq!(others(&before), others(&after));
    }

    #[test]
    fn what_is_published_is_rounded_and_bounded(instrument in instruments(), persons in persons()) {
        let published = picture(&instrument, &responses(&instrument, &persons)).published(&instrument);
        let eighth = instrument.scale.range() / 8.0;
        let (low, high) = (f64::from(instrument.scale.min) + eighth, f64::from(instrument.scale.max) - eighth);
        let rounded = |value: f64| (value * 10.0 - (value * 10.0).round()).abs() < 1e-9;
        for row in &published.rows {
            prop_assert!(row.sd.is_none_or(rounded));
            prop_assert!(row.interval.is_none_or(|interval| rounded(interval.low) && rounded(interval.high)));
            if let Some(Figure::Value(mean)) = row.mean {
                prop_assert!(rounded(mean), "{row:?}");
                let group = instrument.group(&row.group).expect("the group");
                let few = row.n.is_some_and(|n| n < D) && group.disclosure == Disclosure::Protected;
                // A figure on the bound may be rounded past it by half a decimal.
                prop_assert!(!few || (low - 0.051..=high + 0.051).contains(&mean), "{row:?}");
            }
        }
        prop_assert!(published.equal_voice.iter().all(|voice| rounded(voice.2)));
    }

    #[test]
    fn a_file_of_responses_is_read_as_they_were(instrument in instruments(), persons in persons(), semicolon in any::<bool>(), crlf in any::<bool>()) {
        let responses = responses(&instrument, &persons);
        let (separator, end) = (if semicolon { ";" } else { "," }, if crlf { "\r\n" } else { "\n" });
        let mut header = vec!["response_id".to_owned(), "unit".to_owned(), "group".to_owned()];
        header.extend(instrument.indicators().map(|indicator| indicator.id.to_string()));
        let mut file = header.join(separator) + end;
        for (number, response) in responses.iter().enumerate() {
            let mut cells = vec![number.to_string(), response.unit.clone().unwrap_or_default(), response.group.to_string()];
            cells.extend(instrument.indicators().map(|indicator| {
                response.answers.0.get(&indicator.id).map(ToString::to_string).unwrap_or_default()
            }));
            file += &(cells.join(separator) + end);
        }
        let mut read = Vec::new();
        read_csv(file.as_bytes(), &instrument, &long(), |response| read.push(response)).expect("a sound file");
        prop_assert_eq!(read, responses);
    }

    /// Any bytes at all are refused or read, and a refusal has one line.
    #[test]
    fn no_file_breaks_the_reader(bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b','), Just(b'"'), Just(b'\n')], 0..200), sound in any::<bool>()) {
        let header = if sound { "response_id,group,p1,p2,p3,p4,q1\n" } else { "" };
        let file = [header.as_bytes(), &bytes].concat();
        if let Err(fault) = read_csv(file.as_slice(), &small(), &long(), |_| {}) {
            prop_assert!(!fault.to_string().contains('\n'));
        }
    }
}
