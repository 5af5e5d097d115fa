//! Who is in the room, who may be named by role, and how the time is spent.

use crate::sample::instrument;
use proptest::prelude::*;
use screening::hearing::{
    AgendaChange, Attendance, Ballots, Below, Fate, HearingNumber, LineKind, MinuteLine, Moment, Priorities,
    Slot, SlotKind, Theme, Votes, attendance, changed_agenda, counted, decided, fate, half, minuted_role,
    pasted, priorities, settled, timetable, typed,
};
use screening::language;
use screening::settings::GroupSize;

fn room(leaders: u32, staff: u32, users: u32, others: u32) -> Attendance {
    let groups = [("leaders", leaders), ("staff", staff), ("users", users)];
    Attendance { groups: groups.into_iter().map(|(id, persons)| (id.into(), persons)).collect(), others }
}

#[test]
fn users_are_at_least_half_of_everyone_who_counts() {
    let is_half = |attendance: &Attendance| half(attendance, &instrument()).holds();
    assert!(is_half(&room(1, 4, 6, 0)));
    assert!(is_half(&room(1, 4, 6, 1)));
    assert!(!is_half(&room(1, 4, 6, 2)));
    assert!(!is_half(&room(0, 0, 0, 0)));
    assert_eq!(
        language::of("da").half(half(&room(1, 4, 6, 0), &instrument())),
        "6 af 11 i rummet bruger stedet · mindst halvdelen: ja"
    );
}

#[test]
fn a_role_with_fewer_than_three_in_the_room_is_minuted_as_a_participant() {
    let present = room(2, 3, 6, 0);
    assert_eq!(minuted_role(Some("leaders".into()), &present), None);
    assert_eq!(minuted_role(Some("staff".into()), &present), Some("staff".into()));
    assert_eq!(minuted_role(Some("absent".into()), &present), None);
    assert_eq!(minuted_role(None, &present), None);
}

#[test]
fn four_themes_fill_two_and_a_half_hours_with_two_breaks() {
    let kinds: Vec<(SlotKind, u32)> = timetable(4).iter().map(|slot| (slot.kind, slot.minutes)).collect();
    assert_eq!(
        kinds,
        [
            (SlotKind::Welcome, 10),
            (SlotKind::Theme(0), 25),
            (SlotKind::Break, 10),
            (SlotKind::Theme(1), 25),
            (SlotKind::Theme(2), 25),
            (SlotKind::Break, 10),
            (SlotKind::Theme(3), 25),
            (SlotKind::Closing, 20),
        ]
    );
    assert_eq!(timetable(0), []);
}

proptest! {
    #[test]
    fn a_hearing_of_any_length_of_agenda_is_150_minutes(themes in 1usize..=12) {
        let slots = timetable(themes);
        prop_assert_eq!(slots.iter().filter(|slot| slot.kind == SlotKind::Break).count(), 2);
        prop_assert_eq!(slots.iter().map(|slot| slot.minutes).sum::<u32>(), 150);
        let mut end = 0;
        for Slot { start, minutes, .. } in slots {
            prop_assert_eq!(start, end);
            end += minutes;
        }
    }
}

fn rooms() -> impl Strategy<Value = Attendance> {
    (0u32..40, 0u32..40, 0u32..40, 0u32..10)
        .prop_map(|(leaders, staff, users, others)| room(leaders, staff, users, others))
}

fn one_more(mut attendance: Attendance, group: &str) -> Attendance {
    *attendance.groups.entry(group.into()).or_default() += 1;
    attendance
}

proptest! {
    #[test]
    fn half_is_half_of_everyone_who_counts_and_nobody_is_no_half(attendance in rooms()) {
        let count = |group: &str| attendance.groups[group];
        let (users, rest) = (count("users"), count("staff") + count("leaders") + attendance.others);
        let counted = half(&attendance, &instrument());
        prop_assert_eq!(counted.holds(), users >= rest && users > 0);
        prop_assert_eq!(counted.calls_for_conversation(), users < rest);
        prop_assert!(!(counted.holds() && counted.calls_for_conversation()));
    }

    #[test]
    fn a_user_more_never_hurts_and_one_of_the_others_never_helps(attendance in rooms()) {
        let holds = |attendance: &Attendance| half(attendance, &instrument()).holds();
        let (user, other) = (one_more(attendance.clone(), "users"), one_more(attendance.clone(), "staff"));
        prop_assert!(!holds(&attendance) || holds(&user));
        prop_assert!(!holds(&other) || holds(&attendance));
    }

    #[test]
    fn what_is_missing_is_what_it_takes_and_no_more(attendance in rooms()) {
        let missing = half(&attendance, &instrument()).missing();
        let with = |more: u32| {
            let mut room = attendance.clone();
            *room.groups.entry("users".into()).or_default() += more;
            half(&room, &instrument())
        };
        prop_assert!(!with(missing).calls_for_conversation());
        if missing > 0 {
            prop_assert!(with(missing).holds());
            prop_assert!(!with(missing - 1).holds());
        }
    }

    #[test]
    fn each_moment_has_one_count_in_its_order(moments in prop::collection::vec(0usize..3, 0..12)) {
        let mut counts = Vec::new();
        for (place, moment) in moments.iter().enumerate() {
            let present = room(0, 1, u32::try_from(place).unwrap(), 0);
            counts = counted(&counts, Moment::ALL[*moment], present, &instrument());
        }
        for (place, moment) in Moment::ALL.iter().enumerate() {
            let last = moments.iter().rposition(|one| *one == place);
            let kept = counts.iter().find(|count| count.moment == *moment);
            let users = kept.map(|count| count.present.groups["users"] as usize);
            prop_assert_eq!(users, last);
        }
        prop_assert!(counts.is_sorted_by_key(|count| count.moment));
    }
}

#[test]
fn what_was_done_below_half_is_remembered_but_for_a_conversation_that_became_a_hearing() {
    let below = room(1, 4, 3, 0);
    let enough = room(1, 4, 6, 0);
    for (done, remembered) in [(Below::Waited, true), (Below::Seats, true), (Below::Conversation, false)] {
        let counts = counted(&[], Moment::Start, below.clone(), &instrument());
        let counts = decided(&counts, Moment::Start, done);
        assert_eq!(counts[0].below, Some(done));
        let again = counted(&counts, Moment::Start, enough.clone(), &instrument());
        assert_eq!(again[0].below, remembered.then_some(done));
        let still = counted(&counts, Moment::Start, below.clone(), &instrument());
        assert_eq!(still[0].below, Some(done));
    }
}

#[test]
fn what_is_missing_is_said_with_both_ways_where_both_are_open() {
    let said = |attendance: &Attendance| language::of("da").missing(half(attendance, &instrument()));
    assert_eq!(
        said(&room(1, 4, 3, 0)),
        "Kommer der to brugere mere, eller giver to af de andre deres plads, er det mindst halvdelen."
    );
    assert_eq!(
        said(&room(1, 3, 3, 0)),
        "Kommer der én bruger mere, eller giver én af de andre sin plads, er det mindst halvdelen."
    );
    // Nobody who uses the place is there: others who leave make no half of nobody.
    assert_eq!(said(&room(0, 2, 0, 0)), "Kommer der to brugere mere, er det mindst halvdelen.");
}

#[test]
fn a_list_from_a_spreadsheet_is_read_with_its_headings_and_its_roles_in_one_or_many() {
    let read = |text: &str| pasted(text, &instrument(), language::of("da"));
    let people = read(
        "Navn\tRolle\tTelefon\r\n\"Bente\"\tBruger\t\r\nKarim\tbrugere\t12345678\r\n\r\nMia\tMedarbejder\r\nOle\tleder\r\n\
         Ida\tpårørende\r\nTove\tTolk\r\n",
    )
    .unwrap();
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Bente", "Karim", "Mia", "Ole", "Ida", "Tove"]);
    assert_eq!(attendance(&people), room(1, 1, 2, 1), "the interpreter counts in neither number");
    // Role first, semicolons or commas.
    assert_eq!(attendance(&read("bruger; Bente\nmedarbejder, Mia").unwrap()).groups.len(), 2);
    assert_eq!(read("").unwrap(), []);
    assert_eq!(read(" \n\t\n").unwrap(), []);
    let unread = read("Bente; bruger\nKarim; nabo\nmedarbejder\nOle; leder").unwrap_err();
    assert_eq!(unread.iter().map(|line| line.line).collect::<Vec<_>>(), [2, 3]);
}

proptest! {
    #[test]
    fn whatever_is_pasted_is_read_or_told_by_its_line(text in "[a-zæøå;,\t\n ]{0,120}") {
        match pasted(&text, &instrument(), language::of("da")) {
            Ok(people) => prop_assert!(people.iter().all(|person| !person.name.trim().is_empty())),
            Err(unread) => {
                let lines = text.lines().count();
                prop_assert!(!unread.is_empty() && unread.iter().all(|line| (1..=lines).contains(&line.line)));
            }
        }
    }
}

#[test]
fn a_sign_and_a_letter_before_a_line_say_kind_and_role() {
    let groups =
        [("leaders".into(), "Ledere"), ("staff".into(), "Medarbejdere"), ("users".into(), "Brugere")];
    let read = |line, number| {
        let read = typed(line, number, &groups);
        (read.kind, read.role.map(|role: screening::id::GroupId| role.to_string()), read.text.to_owned())
    };
    let (first, second) = (HearingNumber::First, HearingNumber::Second);
    let said = |kind: LineKind, role: Option<&str>, text: &str| {
        (Some(kind), role.map(str::to_owned), text.to_owned())
    };
    assert_eq!(read(">b En fast tur", first), said(LineKind::Proposal, Some("users"), "En fast tur"));
    assert_eq!(read("> En fast tur", first), said(LineKind::Proposal, None, "En fast tur"));
    assert_eq!(read("+M Det kan vi kende", first), said(LineKind::Agreed, Some("staff"), "Det kan vi kende"));
    assert_eq!(read("-Nej", first), said(LineKind::Disagreed, None, "Nej"));
    assert_eq!(read("*x y", first), said(LineKind::New, None, "x y"), "no group has that letter");
    assert_eq!(read("-l Ikke helt", second), said(LineKind::Corrected, Some("leaders"), "Ikke helt"));
    // No proposals in the second hearing; a sign alone, and a letter alone, say nothing.
    for plain in ["> En fast tur", "+", "b En fast tur", "Vi er 3 - 4 om det"] {
        assert_eq!(read(plain, second), (None, None, plain.to_owned()));
    }
    assert_eq!(read("+b", first), said(LineKind::Agreed, None, "b"), "what follows no letter is the text");
    let two = [("staff".into(), "Medarbejdere"), ("relatives".into(), "Mødre")];
    assert_eq!(typed("+m Ja", first, &two).role, None, "two groups have the letter");
}

#[test]
fn a_statement_of_the_first_hearing_can_be_followed_to_what_became_of_it() {
    let line = |kind, text: &str, about: Option<&str>| MinuteLine {
        focus_point: "3".into(),
        kind,
        role: None,
        text: text.to_owned(),
        indicator: None,
        about: about.map(str::to_owned),
    };
    let first: Vec<(String, MinuteLine)> = ["a", "b", "c"]
        .map(|id| (id.to_owned(), line(LineKind::Proposal, &format!("forslag {id}"), None)))
        .to_vec();
    let second = [
        ("d".to_owned(), line(LineKind::Confirmed, "forslag a", Some("a"))),
        ("e".to_owned(), line(LineKind::Confirmed, "forslag b", Some("b"))),
        ("f".to_owned(), line(LineKind::Corrected, "hellere om tirsdagen", Some("b"))),
        ("g".to_owned(), line(LineKind::Corrected, "hellere om onsdagen", Some("b"))),
        ("h".to_owned(), line(LineKind::Added, "noget helt nyt", None)),
    ];
    let fates: Vec<Fate> = first.iter().map(|(id, _)| fate(id, &second)).collect();
    assert_eq!(fates, [Fate::Confirmed, Fate::Corrected("g".to_owned()), Fate::NotTaken]);
    let texts: Vec<String> = settled(&first, &second).into_iter().map(|(_, line)| line.text).collect();
    assert_eq!(texts, ["forslag a", "hellere om onsdagen", "forslag c"]);
}

#[test]
fn an_agenda_is_changed_one_step_at_a_time_and_never_loses_a_theme() {
    let theme = |id: &str| Theme { focus_point: id.into(), indicator: None, signal: None };
    let ids = |themes: &[Theme]| themes.iter().map(|theme| theme.focus_point.to_string()).collect::<String>();
    let now = ["1", "2", "3"].map(theme);
    let proposed = ["4", "5"].map(theme);
    let change =
        |change, point: &str| changed_agenda(&now, change, &point.into(), &proposed).map(|t| ids(&t));
    assert_eq!(change(AgendaChange::Up, "2").as_deref(), Some("213"));
    assert_eq!(change(AgendaChange::Down, "2").as_deref(), Some("132"));
    assert_eq!(change(AgendaChange::Drop, "2").as_deref(), Some("13"));
    assert_eq!(change(AgendaChange::Add, "5").as_deref(), Some("1235"));
    assert_eq!(change(AgendaChange::Add, "2").as_deref(), Some("123"));
    assert_eq!(change(AgendaChange::Proposed, "").as_deref(), Some("45"));
    for (gone, point) in [(AgendaChange::Up, "1"), (AgendaChange::Down, "3"), (AgendaChange::Drop, "8")] {
        assert_eq!(change(gone, point), None, "somebody else was there first");
    }
    let full = ["1", "2", "3", "4"].map(theme);
    let added = changed_agenda(&full, AgendaChange::Add, &"5".into(), &[]);
    assert_eq!(ids(&added.unwrap()), "1234");
}

fn votes() -> impl Strategy<Value = Votes> {
    (0u32..12).prop_flat_map(|voters| {
        prop::collection::vec(0..=voters, 3).prop_map(move |options| Votes { voters, options })
    })
}

proptest! {
    #[test]
    fn no_votes_of_fewer_than_k_persons_are_told_or_can_be_subtracted(users in votes(), others in votes()) {
        let ballots = Ballots { users: users.clone(), others: others.clone() };
        let told = priorities(&ballots, GroupSize::try_from(5).unwrap());
        let (few, total) = (|voters: u32| voters < 5, users.voters + others.voters);
        let everyone: Vec<u32> = users.options.iter().zip(&others.options).map(|(a, b)| a + b).collect();
        match told {
            Priorities::Few => prop_assert!(few(total)),
            Priorities::Together(all) => {
                prop_assert!(!few(total));
                prop_assert!(few(users.voters) || (few(others.voters) && others.voters > 0));
                prop_assert_eq!((all.voters, all.options), (total, everyone));
            }
            Priorities::Apart { users: own, everyone: all } => {
                prop_assert!(!few(users.voters) && (others.voters == 0 || !few(others.voters)));
                prop_assert_eq!(own, users);
                prop_assert_eq!((all.voters, all.options), (total, everyone));
            }
        }
    }
}
