//! Who is in the room, who may be named by role, and how the time is spent.

use crate::sample::instrument;
use proptest::prelude::*;
use screening::hearing::{Attendance, Slot, SlotKind, half, minuted_role, timetable};
use screening::language;

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
