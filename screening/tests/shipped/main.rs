//! The instruments of this repository: they load without a fault, and their words keep the rules of
//! `instruments/README.md`.

mod evidence;
mod hints;
mod naming;
mod rules;
mod statements;
mod whole;

use screening::instrument::load::load;
use screening::instrument::{Form, Instrument};
use std::path::Path;

/// Every instrument in every choice of words for place and people: what holds for their texts holds for each.
fn in_all_words() -> Vec<Instrument> {
    shipped().iter().flat_map(naming::every_choice).map(|(_, instrument)| instrument).collect()
}

/// Every folder of `instruments/`, loaded, in order of ids.
fn shipped() -> Vec<Instrument> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../instruments");
    let folders = std::fs::read_dir(all).expect("instruments").map(|entry| entry.expect("a folder").path());
    let mut instruments: Vec<Instrument> =
        folders.filter(|path| path.join("instrument.toml").is_file()).map(|path| read(&path)).collect();
    instruments.sort_by(|one, other| one.id.cmp(&other.id));
    instruments
}

/// The one with this id.
fn named(id: &str) -> Instrument {
    shipped().into_iter().find(|one| one.id == id).expect("shipped")
}

fn read(folder: &Path) -> Instrument {
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a text");
    let names = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let languages: Vec<(String, String)> = names
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name != "instrument.toml")
        .filter_map(|name| Some((name.strip_suffix(".toml")?.to_owned(), text(&name))))
        .collect();
    let files: Vec<(&str, &str, &str)> =
        languages.iter().map(|(code, text)| (code.as_str(), code.as_str(), text.as_str())).collect();
    load(("instrument.toml", &text("instrument.toml")), &files).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}: {}", folder.display(), faults.join("\n"))
    })
}

fn asked(instrument: &Instrument, group: &str) -> usize {
    instrument.indicators().filter(|one| one.groups.contains(&group.into())).count()
}

#[test]
fn recovery_orientering_loads() {
    let instrument = named("recovery-orientering");
    let asked = |group| asked(&instrument, group);
    assert_eq!((asked("leaders"), asked("staff"), asked("users")), (32, 32, 27));
    let short = instrument.indicators().filter(|i| i.short.contains(&"users".into())).count();
    assert_eq!(short, 16);
    // Guidance for residents advises at most 15 questions or so.
    assert_eq!(instrument.default_forms(), [("users".into(), Form::Short)].into());
    let order: Vec<&str> = instrument.groups[2].order.iter().map(|id| id.as_str()).collect();
    assert_eq!(order, ["2", "3", "4", "5", "6", "7", "8", "1"]);
}

/// The areas that the source names, one item each.
#[test]
fn progression_has_its_fourteen_areas() {
    let instrument = named("progression");
    assert_eq!((asked(&instrument, "participants"), asked(&instrument, "professionals")), (14, 14));
    let texts = instrument.texts("da");
    let mut areas: Vec<&str> = instrument.indicators().map(|one| texts.indicator(&one.id)).collect();
    areas.sort_unstable();
    let named = [
        "Faglige kompetencer",
        "Forståelse af instruktion",
        "Handlingskompetence",
        "Helbredsmestring",
        "Hverdagsmestring",
        "Initiativ",
        "Koncentrationsevne",
        "Målrettethed",
        "Netværksstøtte",
        "Optimisme",
        "Realisme",
        "Relevant selvfortælling",
        "Samarbejdsevner",
        "Vedholdenhed",
    ];
    assert_eq!(areas, named);
}

/// Who answers must read it, and so must who prepares: the preview shows what they read.
#[test]
fn the_first_page_says_that_no_person_is_measured() {
    let says = |id: &str, group: &str, words: [&str; 2]| {
        let instrument = named(id);
        let (first, _) = instrument.questionnaire(&group.into(), Form::Long)[0];
        let intro = &instrument.texts(&instrument.languages[0]).focus_points[&first.id].intro[group];
        assert!(words.iter().all(|word| intro.contains(word)), "{id} to {group}: {intro}");
    };
    says("progression", "participants", ["Næste gang svarer måske nogle andre", "alle svar sammen"]);
    says("progression", "professionals", ["svarer måske nogle andre", "kun vist samlet"]);
    says("ressourceprofil", "users", ["plejer at handle om ét menneske", "handler den om jer alle"]);
    says("ressourceprofil", "staff", ["plejer at handle om ét menneske", "flyttet til stedet"]);
    for group in ["leaders", "professionals", "coordinators", "nav_staff", "employers"] {
        says("tiltaksevaluering", group, ["handler om tiltaket", "aldri om én deltaker"]);
    }
    says("tiltaksevaluering", "participants", ["handler om tiltaket", "handler ikke om deg"]);
}

#[test]
fn nobody_who_uses_a_service_is_asked_about_leadership() {
    let instrument = named("ledelse-og-kultur");
    let asked = |group| asked(&instrument, group);
    assert_eq!((asked("leaders"), asked("staff"), asked("politicians")), (23, 23, 14));
    assert!(instrument.groups.iter().all(|group| !group.service_users));
}

#[test]
fn the_groups_round_a_measure_are_asked_what_each_can_see() {
    let instrument = named("tiltaksevaluering");
    let counts: Vec<(&str, usize)> = instrument
        .groups
        .iter()
        .map(|group| (group.id.as_str(), asked(&instrument, group.id.as_str())))
        .collect();
    let expected = [
        ("leaders", 26),
        ("professionals", 26),
        ("coordinators", 11),
        ("nav_staff", 11),
        ("participants", 20),
        ("employers", 8),
    ];
    assert_eq!(counts, expected);
    assert_eq!(instrument.default_forms(), [("participants".into(), Form::Short)].into());
    let uses: Vec<&str> =
        instrument.groups.iter().filter(|group| group.service_users).map(|group| group.id.as_str()).collect();
    assert_eq!(uses, ["participants"]);
}

#[test]
fn the_odd_instrument_loads() {
    let odd = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/instruments/odd"));
    assert_eq!((odd.scale.min, odd.scale.max, odd.scale.steps()), (0, 10, 11));
    assert_eq!(odd.groups.len(), 4);
    assert!(odd.groups.iter().all(|group| !group.service_users));
}
