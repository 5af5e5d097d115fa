//! The instruments of this repository load without a fault.

use screening::instrument::load::load;
use screening::instrument::{Form, Instrument};
use screening::readability::{is_long, lix, words};

fn sound(structure: &str, danish: &str) -> Instrument {
    load(("instrument.toml", structure), &[("da", "da.toml", danish)]).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}

fn recovery_orientering() -> Instrument {
    sound(
        include_str!("../../instruments/recovery-orientering/instrument.toml"),
        include_str!("../../instruments/recovery-orientering/da.toml"),
    )
}

#[test]
fn recovery_orientering_loads() {
    let instrument = recovery_orientering();
    assert_eq!(instrument.id, "recovery-orientering");
    let asked = |group: &str| instrument.indicators().filter(|i| i.groups.contains(&group.into())).count();
    assert_eq!((asked("leaders"), asked("staff"), asked("users")), (32, 32, 27));
    let short = instrument.indicators().filter(|i| i.short.contains(&"users".into())).count();
    assert_eq!(short, 16);
    // Guidance for residents advises at most 15 questions or so.
    assert_eq!(instrument.default_forms(), [("users".into(), Form::Short)].into());
    let order: Vec<&str> = instrument.groups[2].order.iter().map(|id| id.as_str()).collect();
    assert_eq!(order, ["2", "3", "4", "5", "6", "7", "8", "1"]);
}

#[test]
fn the_odd_instrument_loads() {
    let odd = sound(
        include_str!("../../tests/instruments/odd/instrument.toml"),
        include_str!("../../tests/instruments/odd/da.toml"),
    );
    assert_eq!((odd.scale.min, odd.scale.max, odd.scale.steps()), (0, 10, 11));
    assert_eq!(odd.groups.len(), 4);
    assert!(odd.groups.iter().all(|group| !group.service_users));
}

#[test]
fn statements_and_introductions_are_easy_to_read() {
    let instrument = recovery_orientering();
    let texts = instrument.texts("da");
    for (group, most) in [("users", 20.0), ("staff", 30.0), ("leaders", 30.0)] {
        let statements: Vec<&str> =
            texts.indicators.values().filter_map(|one| one.items.get(group)).map(String::as_str).collect();
        let intros: Vec<&str> =
            texts.focus_points.values().filter_map(|one| one.intro.get(group)).map(String::as_str).collect();
        for (kind, lines) in [("statements", &statements), ("introductions", &intros)] {
            let lix = lix(&lines.join("\n"));
            assert!(!lines.is_empty() && lix <= most, "{kind} of {group}: LIX {lix:.1}");
        }
        if group == "users" {
            for statement in statements {
                let words = words(statement);
                let long = words.iter().filter(|word| is_long(word)).count();
                assert!(words.len() <= 14 && long <= 2, "{statement}");
            }
        }
    }
}

#[test]
fn every_indicator_has_prompts_and_written_anchors() {
    let instrument = recovery_orientering();
    for (id, texts) in &instrument.texts("da").indicators {
        let id = id.as_str();
        assert!((1..=2).contains(&texts.documents.len()), "{id}: documents");
        assert!((1..=2).contains(&texts.observations.len()), "{id}: observations");
        assert_eq!(texts.anchors.keys().copied().collect::<Vec<_>>(), [1, 3, 5], "{id}: anchors");
        for prompt in texts.documents.iter().chain(&texts.observations) {
            assert!(prompt.ends_with('?') && words(prompt).len() <= 30, "{id}: {prompt}");
        }
        for anchor in texts.anchors.values() {
            assert!(anchor.ends_with('.') && anchor.matches('.').count() <= 2, "{id}: {anchor}");
            assert!(words(anchor).len() <= 30, "{id}: {anchor}");
        }
    }
}

#[test]
fn what_an_assessor_reads_is_plain_and_judges_nobody() {
    let instrument = recovery_orientering();
    let indicators = &instrument.texts("da").indicators;
    let anchors = |step: u8| indicators.values().map(|one| one.anchors[&step].as_str()).collect::<Vec<_>>();
    let kinds = [
        ("documents", indicators.values().flat_map(|one| &one.documents).map(String::as_str).collect()),
        ("observations", indicators.values().flat_map(|one| &one.observations).map(String::as_str).collect()),
        ("anchors of 1", anchors(1)),
        ("anchors of 3", anchors(3)),
        ("anchors of 5", anchors(5)),
    ];
    // Words the glossary leaves out, and words that judge or guess what someone feels.
    let never = [
        "klient",
        "sag",
        "sagen",
        "sager",
        "case",
        "patient",
        "patienter",
        "evidens",
        "screening",
        "facilitator",
        "fejl",
        "mangler",
        "mangelfuld",
        "dårlig",
        "dårligt",
        "føler",
        "oplever",
    ];
    for (kind, lines) in kinds {
        let text = lines.join("\n");
        let lix = lix(&text);
        assert!(lix <= 30.0, "{kind}: LIX {lix:.1}");
        let text = text.to_lowercase();
        let found: Vec<&str> = words(&text).into_iter().filter(|word| never.contains(word)).collect();
        assert!(found.is_empty() && !text.contains('/'), "{kind}: {found:?}");
    }
}
