//! A hearing held several times: names, the half rule of each, what the report says, what may be summed; and what a
//! speaker without a role is called.

use crate::case::{Case, full, held, line, section, sound};
use crate::support::{loaded, recovery};
use proptest::prelude::*;
use screening::hearing::{
    Ballots, Half, Hearing, HearingNumber, LineKind, Priorities, Sitting, Votes, attendance, counted_groups,
    counted_name, half, pasted, priorities, speaker, summed,
};
use screening::instrument::Instrument;
use screening::language;
use screening::report::SectionKind;
use screening::settings::GroupSize;

#[test]
fn a_sitting_is_named_in_addresses_as_the_hearing_and_its_letter() {
    for (name, number, letter) in [
        ("1", HearingNumber::First, 'A'),
        ("1b", HearingNumber::First, 'B'),
        ("2f", HearingNumber::Second, 'F'),
    ] {
        let sitting: Sitting = name.parse().unwrap();
        assert_eq!((sitting.number, sitting.letter(), sitting.to_string().as_str()), (number, letter, name));
    }
    assert_eq!("2".parse::<Sitting>().unwrap(), HearingNumber::Second.into());
    for wrong in ["", "0", "3", "1a", "1g", "1B", "1bb", "11", "b1", "æ", "1 "] {
        assert!(wrong.parse::<Sitting>().is_err(), "{wrong:?}");
    }
}

/// Two sittings of the first hearing: exactly half in one, one short of it in the other.
fn twice() -> Hearing {
    let sitting = |letter, users, staff, conversation, said: &str| Hearing {
        letter: Some(letter),
        line_ids: vec![format!("{}/{letter}", if letter == 'A' { "1" } else { "1b" })],
        ..held(users, staff, conversation, vec![line("3", LineKind::Proposal, Some("users"), said)])
    };
    Hearing { again: vec![sitting('B', 4, 4, true, "En have.")], ..sitting('A', 5, 4, false, "En fast tur.") }
}

#[test]
fn the_report_counts_each_sitting_for_itself_and_follows_its_lines() {
    let mut case = Case::new(full());
    case.first = Some(twice());
    let report = sound(&case);
    let said = section(&report, SectionKind::Method);
    let place = said.iter().position(|text| text == "Høring 1 blev holdt to gange.").unwrap();
    // One relative was in each room: five of ten is half, four of nine is not.
    assert_eq!(
        said[place + 1..place + 3],
        [
            "Høring 1, samling A (2. februar 2027): 5 af 10 i rummet brugte stedet, altså mindst halvdelen.",
            "Høring 1, samling B (2. februar 2027): 4 af 9 i rummet brugte stedet. Det er under halvdelen, og den er \
             derfor holdt som samtale, ikke høring.",
        ]
    );
    let lines: Vec<&str> =
        report.sentences().flat_map(|sentence| &sentence.lines).map(String::as_str).collect();
    assert!(lines.contains(&"1/A") && lines.contains(&"1b/B"), "{lines:?}");

    // Nobody came to the second: it was not held, and the first is told of alone.
    let mut alone = twice();
    alone.again[0].present = Default::default();
    case.first = Some(alone);
    let said = section(&sound(&case), SectionKind::Method);
    assert!(!said.iter().any(|text| text.contains("gange")), "{said:?}");
}

#[test]
fn somebody_without_a_role_is_not_mistaken_for_a_group_of_that_name() {
    let danish = language::of("da");
    let progression = loaded(
        include_str!("../../../instruments/progression/instrument.toml"),
        include_str!("../../../instruments/progression/da.toml"),
    );
    assert_eq!(speaker(None, &progression, danish), "en i rummet");
    assert_eq!(speaker(Some(&"participants".into()), &progression, danish), "Deltagere");
    assert_eq!(speaker(None, &recovery(), danish), "deltager");
}

fn votes() -> impl Strategy<Value = Votes> {
    (0u32..12).prop_flat_map(|voters| {
        prop::collection::vec(0..=voters, 2).prop_map(move |options| Votes { voters, options })
    })
}

fn told(users: &Votes, others: &Votes) -> Priorities {
    let ballots = Ballots { users: users.clone(), others: others.clone() };
    priorities(&ballots, GroupSize::try_from(5).expect("k is at least five"))
}

/// What is told of one sitting, as numbers: users' votes if apart, and everyone's.
fn figures(told: &Priorities) -> Vec<Option<Votes>> {
    match told {
        Priorities::Few => vec![None, None],
        Priorities::Together(everyone) => vec![None, Some(everyone.clone())],
        Priorities::Apart { users, everyone } => vec![Some(users.clone()), Some(everyone.clone())],
    }
}

proptest! {
    #[test]
    fn a_sum_of_sittings_is_the_sum_of_what_each_tells(
        sittings in prop::collection::vec((votes(), votes()), 2..4)
    ) {
        let each: Vec<Priorities> = sittings.iter().map(|(users, others)| told(users, others)).collect();
        let all = figures(&summed(&each));
        for (place, figure) in all.iter().enumerate() {
            let parts: Option<Vec<Votes>> = each.iter().map(|one| figures(one)[place].clone()).collect();
            // A figure of the sum is there only where each sitting tells it, and is theirs added up.
            let expected = parts.map(|parts| Votes {
                voters: parts.iter().map(|votes| votes.voters).sum(),
                options: (0..2).map(|option| parts.iter().map(|votes| votes.options[option]).sum()).collect(),
            });
            prop_assert_eq!(figure, &expected);
        }
    }
}

#[test]
fn users_are_counted_in_the_room_where_no_group_of_the_instrument_is_theirs() {
    let danish = language::of("da");
    let culture = loaded(
        include_str!("../../../instruments/ledelse-og-kultur/instrument.toml"),
        include_str!("../../../instruments/ledelse-og-kultur/da.toml"),
    );
    let names = |instrument: &Instrument| -> Vec<String> {
        let groups = counted_groups(instrument);
        groups.iter().map(|group| counted_name(group, instrument, danish).to_owned()).collect()
    };
    assert_eq!(names(&culture), ["Ledere", "Medarbejdere", "Politikere", "Brugere"]);
    assert_eq!(names(&recovery()), ["Ledere", "Medarbejdere", "Brugere"]);
    let people = pasted("Bente\tbruger\nKarim\tBrugere\nTove\tleder", &culture, danish).unwrap();
    let room = attendance(&people);
    assert_eq!(half(&room, &culture), Half { users: 2, total: 3 });
    let user = counted_groups(&culture).pop().unwrap();
    assert_eq!(speaker(Some(&user), &culture, danish), "Brugere");
    // In an instrument that asks users, nobody else is one.
    assert_eq!(half(&room, &recovery()), Half { users: 0, total: 3 });
}
