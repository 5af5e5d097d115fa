//! Places whose answers are known: the shipped instrument in three sizes, and one unlike it.

use screening::answers::{Answer, Answers, Response};
use screening::disclosure::disclose;
use screening::export::Export;
use screening::instrument::Instrument;
use screening::instrument::load::load;
use screening::language;
use screening::picture::Published;
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use std::collections::BTreeMap;

pub(crate) fn recovery() -> Instrument {
    let structure = include_str!("../../../instruments/recovery-orientering/instrument.toml");
    let texts = [
        ("da", "da.toml", include_str!("../../../instruments/recovery-orientering/da.toml")),
        ("nb", "nb.toml", include_str!("../../../instruments/recovery-orientering/nb.toml")),
        ("en", "en.toml", include_str!("../../../instruments/recovery-orientering/en.toml")),
    ];
    load(("instrument.toml", structure), &texts).expect("a sound instrument")
}

pub(crate) fn odd() -> Instrument {
    loaded(
        include_str!("../../../tests/instruments/odd/instrument.toml"),
        include_str!("../../../tests/instruments/odd/da.toml"),
    )
}

fn loaded(structure: &str, danish: &str) -> Instrument {
    load(("instrument.toml", structure), &[("da", "da.toml", danish)]).expect("a sound instrument")
}

/// As published, where so many of each group answered, most of them high; by unit, where units are named.
pub(crate) fn published(instrument: &Instrument, sizes: &[(&str, u64)], units: &[&str]) -> Published {
    let mut scorer = Scorer::new(instrument, &BTreeMap::new());
    let mut seed: u64 = 20_261_121;
    let mut draw = move |below: u64| {
        // Knuth's generator: the same answers everywhere.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for (group, size) in sizes {
        for person in 0..*size {
            let asked =
                instrument.indicators().filter(|one| one.groups.iter().any(|id| id.as_str() == *group));
            let answers = asked.map(|one| {
                let steps = u64::try_from(instrument.scale.steps()).expect("few steps");
                let word = match draw(20) {
                    0 => "DK".to_owned(),
                    1 => "NA".to_owned(),
                    2 => String::new(),
                    _ => (u64::from(instrument.scale.min) + draw(steps).max(draw(steps))).to_string(),
                };
                let answer = Answer::parse(word.as_bytes(), instrument.scale).expect("an answer");
                (one.id.clone(), answer)
            });
            let place = usize::try_from(person).expect("few persons") % units.len().max(1);
            scorer.add(&Response {
                group: (*group).into(),
                unit: units.get(place).map(|unit| (*unit).to_owned()),
                answers: Answers(answers.collect()),
            });
        }
    }
    let invited = sizes
        .iter()
        .map(|(group, size)| ((*group).into(), BTreeMap::from([(String::new(), size + size / 4 + 1)])));
    let scores = scorer.finish(&Invited(invited.collect()));
    disclose(&scores, instrument, GroupSize::default()).published(instrument)
}

/// What a file is made from.
pub(crate) fn export<'a>(published: &Published, instrument: &'a Instrument) -> Export<'a> {
    let names = ("Bostedet Egelunden", "Efterår 2026");
    Export::new(published, instrument, language::of("da"), names, (2026, 11, 21))
}
