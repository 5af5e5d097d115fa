//! What someone who answers a pilot is promised otherwise than in a screening.

use crate::promise::{SITE, flat, settings};
use crate::sample::instrument;
use screening::language;
use screening::promise::Promise;
use screening::readability::lix;
use screening::settings::Settings;

/// A pilot promises neither meetings nor a report, in any language and to nobody; and says what is kept how long.
#[test]
fn of_a_pilot_nothing_is_promised_that_does_not_happen() {
    let pilot = Settings { pilot: true, ..settings() };
    for (code, meeting, no_report, year, note) in [
        ("da", "to møder", "Der kommer hverken møder eller rapport.", "efter et år", "svært at forstå"),
        ("nb", "to møter", "Det blir verken møter eller rapport.", "etter et år", "vanskelig å forstå"),
        (
            "en",
            "two meetings",
            "There will be no meetings and no report.",
            "within a year",
            "hard to understand",
        ),
    ] {
        for (group, joint) in [("leaders", false), ("leaders", true), ("staff", false), ("users", false)] {
            let mut settings = pilot.clone();
            settings.joint.extend(joint.then(|| group.into()));
            let (instrument, group) = (instrument(), group.into());
            let promise = Promise::new(&settings, &instrument, &group, language::of(code));
            let before = promise.before_you_start().join("\n");
            let receipt = promise.receipt().join("\n");
            let all = [
                before.clone(),
                receipt.clone(),
                promise.slip().join("\n"),
                promise.poster("Egelunden", SITE).lines.join("\n"),
                flat(promise.rights()).join("\n"),
                flat(promise.how_it_works()).join("\n"),
            ]
            .join("\n");
            for said in [no_report, year, note] {
                assert!(before.contains(said), "{said} in {before}");
            }
            assert!(receipt.contains(no_report), "{receipt}");
            for not in [
                meeting,
                "2. februar",
                "1. marts 2027",
                "1 March 2027",
                "1. mars 2027",
                "offentlighedsloven",
                "velkommen",
                "Alle, der læser rapporten",
                "Alle som leser rapporten",
                "Everyone who reads the report",
                "når rapporten",
                "når rapporten er ferdig",
                "on a list of those who are invited",
            ] {
                assert!(!all.contains(not), "{code} {group}: »{not}« in {all}");
            }
        }
        let (instrument, group) = (instrument(), "users".into());
        let promise = Promise::new(&pilot, &instrument, &group, language::of(code));
        for (kind, lines, most) in [
            ("before you start", promise.before_you_start(), 20.0),
            ("receipt", promise.receipt(), 20.0),
            ("slip", promise.slip().to_vec(), 20.0),
            ("poster", promise.poster("Egelunden", SITE).lines, 20.0),
            ("rights", flat(promise.rights()), 25.0),
            ("how it works", flat(promise.how_it_works()), 25.0),
        ] {
            let lix = lix(&lines.join("\n"));
            assert!(lix <= most, "{code} {kind}: LIX {lix:.1} in {lines:?}");
        }
    }
}
