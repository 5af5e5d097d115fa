//! A booklet typed by two people: what keys stand for, and where the two differ.

mod support;

use proptest::prelude::*;
use screening::answers::Answer;
use screening::comment::Consent;
use screening::double_entry::{Field, Typing, differences, key, keyed};
use screening::instrument::{Form, Instrument, Scale};
use support::any::{instruments, person, responses};
use support::{odd, small};

fn fields(instrument: &Instrument, first: &Typing, second: &Typing) -> Vec<String> {
    let group = instrument.groups[1].id.clone();
    let asked = instrument.questionnaire(&group, Form::Long);
    differences(&asked, first, second).iter().map(Field::name).collect()
}

#[test]
fn a_key_is_an_answer_or_none() {
    let usual = small().scale;
    let cases = [("4", "4"), (" 5 ", "5"), ("0", "DK"), ("?", "DK"), ("-", "NA"), ("−", "NA"), ("", "")];
    for (typed, posted) in cases {
        assert_eq!(keyed(usual, typed), posted, "{typed}");
        assert!(Answer::parse(posted.as_bytes(), usual).is_some());
    }
    for typed in ["6", "44", "x", "DK", "NA", "3-4", "1,5"] {
        assert_eq!(Answer::parse(keyed(usual, typed).as_bytes(), usual), None, "{typed}");
    }
    // Where nought is a step, it is that.
    let wide = odd().scale;
    assert_eq!((wide.min, wide.max), (0, 10));
    assert_eq!(["0", "10", "?", "-"].map(|typed| keyed(wide, typed)), ["0", "10", "DK", "NA"]);
}

#[test]
fn only_what_differs_is_told_and_in_the_booklets_order() {
    let instrument = small();
    let first = Typing {
        answers: [("p1".into(), Answer::Step(4)), ("q1".into(), Answer::DontKnow)].into(),
        comments: [("p".into(), "Kaffen er\ngod.".to_owned())].into(),
        open_answer: "Ro".into(),
        consent: Some(Consent::Verbatim),
        help: "alone".into(),
    };
    assert_eq!(fields(&instrument, &first, &first), [""; 0]);
    // Lines and spaces are the paper's.
    let spaced = Typing { comments: [("p".into(), "  Kaffen er god. ".to_owned())].into(), ..first.clone() };
    assert_eq!(fields(&instrument, &first, &spaced), [""; 0]);
    let second = Typing {
        answers: [("p1".into(), Answer::Step(5)), ("p3".into(), Answer::NotApplicable)].into(),
        comments: [("q".into(), "Kaffen er god.".to_owned())].into(),
        open_answer: "ro".into(),
        consent: None,
        help: "relative".into(),
    };
    let all = ["item-p1", "item-p3", "comment-p", "item-q1", "comment-q", "open_answer", "consent", "help"];
    assert_eq!(fields(&instrument, &first, &second), all);
    // Nobody wrote anything: what may be done with it is no difference.
    let [silent, ticked] = [None, Some(Consent::NotToBeUsed)].map(|consent| Typing {
        consent,
        help: "alone".into(),
        ..Typing::default()
    });
    assert_eq!(fields(&instrument, &silent, &ticked), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_answer_has_its_key(min in 0_u8..4, steps in 2_u8..=11, number in 0_u8..14) {
        let scale = Scale { min, max: min + steps - 1, agree_from: min + 1 };
        let answer = match number {
            11 => Answer::DontKnow,
            12 => Answer::NotApplicable,
            13 => Answer::Blank,
            step => Answer::Step(min + step % steps),
        };
        prop_assert_eq!(Answer::parse(keyed(scale, &key(scale, answer)).as_bytes(), scale), Some(answer));
    }

    #[test]
    fn whatever_two_type_they_differ_where_their_answers_do(
        instrument in instruments(),
        (_, _, one) in person(),
        (_, _, other) in person(),
    ) {
        let persons = [(1, 0, one), (1, 0, other)];
        let [first, second] = <[_; 2]>::try_from(responses(&instrument, &persons)).expect("two").map(|one| {
            Typing { answers: one.answers.0, ..Typing::default() }
        });
        let differing = fields(&instrument, &first, &second);
        prop_assert_eq!(&differing, &fields(&instrument, &second, &first));
        let group = &instrument.groups[1].id;
        for indicator in instrument.indicators().filter(|one| one.asks(group, Form::Long)) {
            let told = differing.contains(&format!("item-{}", indicator.id));
            prop_assert_eq!(told, first.answers.get(&indicator.id) != second.answers.get(&indicator.id));
        }
        prop_assert!(fields(&instrument, &first, &first).is_empty());
    }
}
