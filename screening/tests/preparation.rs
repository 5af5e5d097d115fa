//! What waits before preparing is left, who is few, and who answers together.

use screening::id::GroupId;
use screening::instrument::load::load;
use screening::instrument::{Disclosure, Form, Instrument};
use screening::language;
use screening::letter::{LetterKind, letter};
use screening::preparation::{
    Circumstance, Expense, Ground, Lack, Preparation, SmallWay, Stage, Tie, circumstances, joint_by_default,
    lacking, small_groups,
};
use screening::promise::Promise;
use screening::readability::lix;
use screening::schedule::Schedule;
use screening::settings::Settings;
use std::collections::BTreeMap;

fn instrument() -> Instrument {
    let structure = include_str!("../../instruments/recovery-orientering/instrument.toml");
    let texts = [
        ("da", "da.toml", include_str!("../../instruments/recovery-orientering/da.toml")),
        ("nb", "nb.toml", include_str!("../../instruments/recovery-orientering/nb.toml")),
        ("en", "en.toml", include_str!("../../instruments/recovery-orientering/en.toml")),
    ];
    load(("instrument.toml", structure), &texts).expect("it loads")
}

fn invited(numbers: [(&str, u64); 3]) -> Settings {
    let mut settings = Settings { forms: instrument().default_forms(), ..Settings::default() };
    for (group, number) in numbers {
        settings.invited.0.insert(group.into(), BTreeMap::from([(String::new(), number)]));
    }
    settings
}

fn whole() -> Settings {
    let words = || "To linjer.".to_owned();
    Settings {
        comment_reader: words(),
        hear_back: "20. november 2026".to_owned(),
        hearings: words(),
        answer_by: "1. december 2026".to_owned(),
        leader_promise: "Ingen får mindre hjælp, fordi de har svaret".to_owned(),
        contact: "Anne Holm, 12 34 56 78".to_owned(),
        preparation: Preparation {
            stage: Some(Stage::Planning),
            grounds: Ground::ALL.into_iter().map(|ground| (ground, words())).collect(),
            planning_group: words(),
            planning_users: Some(2),
            staff_representatives: words(),
            budget: Expense::ALL.into_iter().map(|expense| (expense, words())).collect(),
            tie: Some(Tie::Outside),
            ways: BTreeMap::new(),
        },
        ..invited([("leaders", 2), ("staff", 20), ("users", 31)])
    }
}

#[test]
fn nothing_waits_where_everything_is_written() {
    assert_eq!(lacking(&whole(), &instrument()), []);
}

#[test]
fn everything_waits_at_first_in_the_order_of_the_pages() {
    let waits = lacking(&invited([("leaders", 2), ("staff", 20), ("users", 31)]), &instrument());
    // A stage, five grounds, the group and its users, the representatives, three expenses, the tie, and six promises.
    assert_eq!(waits.len(), 1 + 5 + 2 + 1 + 3 + 1 + 6);
    assert_eq!((&waits[0], &waits[waits.len() - 1]), (&Lack::Stage, &Lack::Contact));
}

#[test]
fn one_user_alone_is_too_few_to_plan() {
    for (users, waits) in [(None, true), (Some(0), true), (Some(1), true), (Some(2), false), (Some(7), false)]
    {
        let mut settings = whole();
        settings.preparation.planning_users = users;
        assert_eq!(lacking(&settings, &instrument()).contains(&Lack::PlanningUsers), waits, "{users:?}");
    }
}

#[test]
fn blanks_are_nothing_written() {
    let mut settings = whole();
    settings.hearings = " \n".to_owned();
    settings.preparation.budget.insert(Expense::Food, "\t".to_owned());
    assert_eq!(lacking(&settings, &instrument()), [Lack::Expense(Expense::Food), Lack::Hearings]);
}

#[test]
fn a_group_is_small_below_twice_the_smallest_shown() {
    // Nine are few, ten are not; nobody invited is no group to advise about; leaders are never few.
    for (users, few) in [(0, false), (1, true), (9, true), (10, false)] {
        let settings = invited([("leaders", 1), ("staff", 20), ("users", users)]);
        let small = small_groups(&settings, &instrument());
        assert_eq!(small, if few { vec![(GroupId::from("users"), users)] } else { vec![] }, "{users}");
    }
    let mut larger = invited([("leaders", 1), ("staff", 20), ("users", 15)]);
    assert!(small_groups(&larger, &instrument()).is_empty());
    larger.min_group_size = 8.try_into().expect("eight is enough");
    assert_eq!(small_groups(&larger, &instrument()).len(), 1, "fifteen are under twice eight");
}

#[test]
fn the_way_of_a_small_group_is_asked_for_once() {
    let mut settings =
        Settings { invited: invited([("leaders", 1), ("staff", 20), ("users", 6)]).invited, ..whole() };
    assert_eq!(lacking(&settings, &instrument()), [Lack::Way("users".into())]);
    settings.preparation.ways.insert("users".into(), SmallWay::AsItIs);
    assert_eq!(lacking(&settings, &instrument()), []);
    assert_eq!(circumstances(&settings, &instrument()), [], "going on as it is needs no word in the report");
}

#[test]
fn who_talks_over_cards_gets_no_questionnaire_until_they_are_many() {
    let mut settings = invited([("leaders", 1), ("staff", 20), ("users", 6)]);
    for (way, questionnaires) in [
        (SmallWay::Cards, None),
        (SmallWay::LargeOnly, None),
        (SmallWay::JoinAnother, Some(6)),
        (SmallWay::AsItIs, Some(6)),
    ] {
        settings.preparation.ways.insert("users".into(), way);
        assert_eq!(settings.to_invite().group(&"users".into()), questionnaires, "{way:?}");
        assert_eq!(settings.known_invited().group(&"users".into()), questionnaires, "{way:?}");
    }
    settings.preparation.ways.insert("users".into(), SmallWay::Cards);
    settings.invited.0.insert("users".into(), BTreeMap::from([(String::new(), 12)]));
    assert_eq!(settings.to_invite().group(&"users".into()), Some(12), "twelve are not few any more");
}

#[test]
fn two_to_four_leaders_answer_together_unless_they_choose_otherwise() {
    for (leaders, together) in [(0, false), (1, false), (2, true), (4, true), (5, false)] {
        let settings = invited([("leaders", leaders), ("staff", 3), ("users", 31)]);
        let joint = joint_by_default(&settings, &instrument());
        assert_eq!(joint.contains(&GroupId::from("leaders")), together, "{leaders}");
        assert!(!joint.contains(&GroupId::from("staff")), "three protected people never answer as one");
    }
}

#[test]
fn a_joint_answer_is_one_and_the_managements() {
    let mut settings = invited([("leaders", 3), ("staff", 20), ("users", 31)]);
    settings.joint = joint_by_default(&settings, &instrument());
    assert_eq!(settings.to_invite().group(&"leaders".into()), Some(1));
    let chosen = instrument().as_chosen(&settings);
    assert_eq!(chosen.texts("da").group(&"leaders".into()), "Ledelsen");
    let group = GroupId::from("leaders");
    let lines = Promise::new(&settings, &chosen, &group, language::of("da")).before_you_start();
    assert_eq!(lines[0], "I svarer sammen. Det er ét fælles svar fra jer tre.");
    assert_eq!(lines.len(), 10);
    let said = circumstances(&settings, &chosen);
    assert_eq!(said, [Circumstance::JointAnswer("leaders".into(), 3)]);
    assert_eq!(instrument().as_chosen(&Settings::default()), instrument());
}

#[test]
fn the_report_says_who_belongs_to_the_place() {
    for (tie, said) in [(Tie::Outside, false), (Tie::Works, true), (Tie::Leads, true)] {
        let mut settings = whole();
        settings.preparation.tie = Some(tie);
        let told = circumstances(&settings, &instrument()).contains(&Circumstance::Tie(tie));
        assert_eq!(told, said, "{tie:?}");
    }
}

#[test]
fn letters_carry_the_screenings_own_names_and_dates() {
    let schedule = Schedule::of_week(jiff::civil::date(2026, 8, 17));
    let write = |kind| {
        let language = language::of("da");
        let letter = letter(kind, "Bostedet Åkanden", &instrument(), &whole(), &schedule, &[], language);
        format!("{}\n{}", letter.subject, letter.plain(language))
    };
    let users = write(LetterKind::InviteUsers);
    for said in [
        "Bostedet Åkanden",
        "fra tirsdag den 8. september 2026 til torsdag den 24. september 2026",
        "onsdag den 7. oktober 2026 og onsdag den 21. oktober 2026",
        "Der er 16 udsagn.",
        "Det lover lederen: Ingen får mindre hjælp, fordi de har svaret.",
        "12 34 56 78",
    ] {
        assert!(users.contains(said), "{said} in {users}");
    }
    assert!(write(LetterKind::InviteStaff).contains("32 udsagn"));
    assert!(write(LetterKind::Remind).contains("torsdag den 24. september 2026"));
    assert!(write(LetterKind::InviteHearingTwo).contains("onsdag den 21. oktober 2026"));
    assert!(
        write(LetterKind::AgendaHearingOne).contains("Dagsorden for høring 1, onsdag den 7. oktober 2026")
    );
    assert!(
        write(LetterKind::AgendaHearingTwo).contains("Dagsorden for høring 2, onsdag den 21. oktober 2026")
    );
    assert!(write(LetterKind::AgendaHandOver).contains("tirsdag den 3. november 2026"));
    for kind in LetterKind::ALL {
        let said = write(kind).to_lowercase();
        for word in ["anonym", "klient", "patient", "facilitator", "evidens", "{", "}"] {
            assert!(!said.contains(word), "{kind:?}: {word} in {said}");
        }
    }
}

#[test]
fn a_hearings_agenda_fills_its_two_and_a_half_hours() {
    let schedule = Schedule::of_week(jiff::civil::date(2026, 8, 17));
    let chosen = ["Min egen plan".to_owned(), "Håb og udvikling".to_owned()];
    for kind in [LetterKind::AgendaHearingOne, LetterKind::AgendaHearingTwo] {
        for themes in [&[][..], &chosen] {
            let agenda =
                letter(kind, "Åkanden", &instrument(), &whole(), &schedule, themes, language::of("da"));
            assert_eq!(agenda.points.iter().map(|point| point.0).sum::<u32>(), 150, "{kind:?}");
            let named = |words: &str| agenda.points.iter().filter(|point| point.1.starts_with(words)).count();
            assert_eq!(named("Pause"), 2, "{kind:?}");
            let expected = if themes.is_empty() { (4, 0) } else { (0, 1) };
            assert_eq!((named("Tema "), named("Min egen plan. ")), expected, "{kind:?}");
        }
    }
}

#[test]
fn letters_to_those_who_use_the_place_are_easy() {
    let schedule = Schedule::of_week(jiff::civil::date(2026, 8, 17));
    let mut settings = whole();
    for way in [None, Some(SmallWay::Cards)] {
        if let Some(way) = way {
            settings.invited.0.insert("users".into(), BTreeMap::from([(String::new(), 6)]));
            settings.preparation.ways.insert("users".into(), way);
        }
        for kind in [
            LetterKind::InviteUsers,
            LetterKind::Remind,
            LetterKind::InviteHearingOne,
            LetterKind::InviteHearingTwo,
            LetterKind::AgendaHearingOne,
            LetterKind::AgendaHearingTwo,
        ] {
            let language = language::of("da");
            let letter = letter(kind, "Åkanden", &instrument(), &settings, &schedule, &[], language);
            let measured = lix(&letter.plain(language));
            assert!(measured <= 20.0, "{kind:?}: LIX {measured:.1}");
        }
    }
}

#[test]
fn cards_are_what_would_be_asked_and_easy_to_use() {
    let (settings, instrument) = (whole(), instrument());
    let group = GroupId::from("users");
    let cards =
        Promise::new(&settings, &instrument, &group, language::of("da")).conversation_cards("Åkanden");
    let asked = instrument.questionnaire(&group, Form::Short);
    assert_eq!(cards.cards.len(), asked.iter().map(|(_, indicators)| indicators.len()).sum::<usize>());
    assert_eq!(cards.cards[0].topic, "Mødet mellem mennesker", "in the users' own order");
    assert!(cards.title.contains("Åkanden"));
    assert!(lix(&cards.how.join("\n")) <= 20.0);
}

#[test]
fn only_groups_in_role_are_called_the_management() {
    let mut settings = whole();
    settings.joint.insert("leaders".into());
    let mut two = instrument();
    for group in &mut two.groups {
        if group.id == "staff".into() {
            group.disclosure = Disclosure::InRole;
        }
    }
    let chosen = two.clone().as_chosen(&settings);
    assert_eq!(chosen, two, "two groups in role can't share a name");
}
