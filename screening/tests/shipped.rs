//! The instruments of this repository load without a fault.

use screening::instrument::load::load;
use screening::instrument::{Form, Instrument};

fn sound(structure: &str, danish: &str) -> Instrument {
    load(("instrument.toml", structure), &[("da", "da.toml", danish)]).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}

#[test]
fn recovery_orientering_loads() {
    let instrument = sound(
        include_str!("../../instruments/recovery-orientering/instrument.toml"),
        include_str!("../../instruments/recovery-orientering/da.toml"),
    );
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
