//! Instruments and responses that several tests use.
#![allow(dead_code, reason = "every test file uses its own part")]

pub(crate) mod any;
pub(crate) mod real;

use screening::answers::{Answer, Answers, Response};
use screening::id::GroupId;
use screening::instrument::load::load;
use screening::instrument::{Form, Instrument};
use screening::picture::Picture;
use screening::scoring::{Scorer, Scores};
use screening::settings::{GroupSize, Invited};
use std::collections::BTreeMap;

pub(crate) fn loaded(structure: &str, danish: &str) -> Instrument {
    load(("instrument.toml", structure), &[("da", "da.toml", danish)]).expect("a sound instrument")
}

/// The shipped instrument: leaders in role, staff and users protected, 1 to 5, agreement from 4.
pub(crate) fn recovery() -> Instrument {
    let structure = include_str!("../../../instruments/recovery-orientering/instrument.toml");
    let texts = [
        ("da", "da.toml", include_str!("../../../instruments/recovery-orientering/da.toml")),
        ("nb", "nb.toml", include_str!("../../../instruments/recovery-orientering/nb.toml")),
        ("en", "en.toml", include_str!("../../../instruments/recovery-orientering/en.toml")),
    ];
    load(("instrument.toml", structure), &texts).expect("a sound instrument")
}

/// Four groups, 0 to 10, agreement from 7, nobody who uses a service; one reversed wording.
pub(crate) fn odd() -> Instrument {
    loaded(
        include_str!("../../../tests/instruments/odd/instrument.toml"),
        include_str!("../../../tests/instruments/odd/da.toml"),
    )
}

/// Two focus points on 1 to 5: `p` with four items, `q` with one; groups `chiefs` in role, `people` and `crew` protected,
/// all asked everything. The items `p1` and `p2` carry the value `v`; the crew's `p4` is reversed.
pub(crate) fn small() -> Instrument {
    let item = |id: &str, more: &str| format!("[[focus_points.indicators]]\nid = \"{id}\"\n{more}\n");
    let structure = [
        "id = \"small\"\nversion = 1\nlanguages = [\"da\"]\n[scale]\nmin = 1\nmax = 5\nagree_from = 4\n",
        "[[groups]]\nid = \"chiefs\"\ndisclosure = \"in-role\"\n",
        "[[groups]]\nid = \"people\"\ndisclosure = \"protected\"\nservice_users = true\n",
        "[[groups]]\nid = \"crew\"\ndisclosure = \"protected\"\n[[values]]\nid = \"v\"\n",
        "[[focus_points]]\nid = \"p\"\n",
        &item("p1", "value = \"v\"\nshort = [\"people\"]"),
        &item("p2", "value = \"v\"\nshort = [\"people\"]"),
        &item("p3", ""),
        &item("p4", "reverse = [\"crew\"]"),
        "[[focus_points]]\nid = \"q\"\n",
        &item("q1", "short = [\"people\"]"),
    ]
    .concat();
    let mut danish = "title = \"Lille\"\n[scale]\nlabels = [\"a\", \"b\", \"c\", \"d\", \"e\"]\n\
                      [groups]\nchiefs = \"Ledere\"\npeople = \"Brugere\"\ncrew = \"Ansatte\"\n\
                      [focus_points.p]\ntitle = \"P\"\n[focus_points.q]\ntitle = \"Q\"\n"
        .to_owned();
    for id in ["p1", "p2", "p3", "p4", "q1"] {
        danish += &format!("[indicators.{id}.items]\nchiefs = \"c\"\npeople = \"p\"\ncrew = \"m\"\n");
    }
    loaded(&structure, &danish)
}

/// Everyone answers the long form.
pub(crate) fn long() -> BTreeMap<GroupId, Form> {
    BTreeMap::new()
}

/// The number invited in each group, without units.
pub(crate) fn invited(groups: &[(&str, u64)]) -> Invited {
    let of =
        |(group, number): &(&str, u64)| (GroupId::from(*group), BTreeMap::from([(String::new(), *number)]));
    Invited(groups.iter().map(of).collect())
}

/// A response whose answers stand in the instrument's order, one word an indicator; `-` is blank.
pub(crate) fn response(instrument: &Instrument, group: &str, unit: &str, answers: &str) -> Response {
    let words: Vec<&str> = answers.split_whitespace().collect();
    assert_eq!(words.len(), instrument.indicators().count(), "one answer an indicator: {answers}");
    let answer = |word: &str| {
        let word = if word == "-" { "" } else { word };
        Answer::parse(word.as_bytes(), instrument.scale).expect("an answer")
    };
    let answers =
        instrument.indicators().zip(words).map(|(indicator, word)| (indicator.id.clone(), answer(word)));
    Response {
        group: group.into(),
        unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        answers: Answers(answers.collect()),
    }
}

/// Scores in the long form.
pub(crate) fn score(instrument: &Instrument, responses: &[Response], invited: &Invited) -> Scores {
    let mut scorer = Scorer::new(instrument, &long());
    for response in responses {
        scorer.add(response);
    }
    scorer.finish(invited)
}

/// The picture in the long form, k = 5, nobody's number known.
pub(crate) fn picture(instrument: &Instrument, responses: &[Response]) -> Picture {
    let scores = score(instrument, responses, &Invited::default());
    screening::disclosure::disclose(&scores, instrument, GroupSize::default())
}

/// Persons of a group and unit whose answers are all one step.
pub(crate) fn alike(
    instrument: &Instrument,
    group: &str,
    unit: &str,
    persons: usize,
    step: u8,
) -> Vec<Response> {
    let answers = vec![step.to_string(); instrument.indicators().count()].join(" ");
    (0..persons).map(|_| response(instrument, group, unit, &answers)).collect()
}

/// Persons of a group and unit with these answers.
pub(crate) fn alike_of(
    instrument: &Instrument,
    group: &str,
    unit: &str,
    answers: &str,
    persons: usize,
) -> Vec<Response> {
    (0..persons).map(|_| response(instrument, group, unit, answers)).collect()
}
