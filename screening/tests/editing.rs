//! An instrument that somebody edits: what is missing is named, nothing that is typed goes elsewhere, and what is
//! published holds what a folder must.

mod support;

use proptest::prelude::*;
use screening::id::GroupId;
use screening::instrument::edit::hint::Hint;
use screening::instrument::edit::{
    Difference, Draft, EditProblem, Lack, Part, PartChange, Reshape, Reworded, TextPlace, differences, taken,
};
use screening::instrument::{Form, Instrument};
use std::collections::BTreeSet;

fn recovery() -> Instrument {
    support::recovery()
}

fn draft() -> Draft {
    Draft::copy_of(&recovery(), "vores-1234".to_owned())
}

fn indicator(id: &str) -> Part {
    Part::Indicator(id.into())
}

fn item(id: &str, group: &str) -> TextPlace {
    TextPlace::Item(id.into(), group.into())
}

/// A change of one text.
fn text(place: TextPlace, language: &str, text: &str) -> PartChange {
    PartChange { texts: [((place, language.to_owned()), text.to_owned())].into(), ..PartChange::default() }
}

/// What the page of an indicator posts when nothing was touched, and this text.
fn posted(draft: &Draft, id: &str, place: TextPlace, language: &str, typed: &str) -> PartChange {
    let (_, now) = draft.written().indicator(&id.into()).expect("an indicator");
    PartChange {
        value: now.value.clone(),
        short: now.short.iter().cloned().collect(),
        reverse: now.reverse.iter().cloned().collect(),
        ..text(place, language, typed)
    }
}

#[test]
fn a_copy_is_the_same_instrument_under_another_name() {
    let (original, copy) = (recovery(), draft().checked().unwrap());
    assert_eq!((copy.id.as_str(), copy.version), ("vores-1234", 1));
    assert_eq!(differences(&original, &copy), []);
    assert_eq!(Instrument { id: original.id.clone(), version: original.version, ..copy }, original);
    assert_eq!(Draft::after(&original).written().version, original.version + 1);
}

#[test]
fn a_changed_sentence_is_told_with_what_it_was() {
    let mut draft = draft();
    let typed = "  Når jeg siger noget,\r\n lytter de ansatte. ";
    let change = posted(&draft, "2.2", item("2.2", "users"), "da", typed);
    draft.write(&indicator("2.2"), &change, None).unwrap();
    let now = draft.checked().unwrap();
    assert_eq!(
        differences(&recovery(), &now),
        [Difference::Text(
            item("2.2", "users"),
            "da".to_owned(),
            "Når jeg siger noget, bliver jeg taget alvorligt.".to_owned(),
            "Når jeg siger noget, lytter de ansatte.".to_owned(),
        )]
    );
}

/// Written with a name in braces, read with the word.
#[test]
fn a_name_in_braces_is_read_as_the_word() {
    let mut draft = draft();
    let change =
        posted(&draft, "2.2", item("2.2", "staff"), "da", "Vi lytter til {users} på {place.owner} vegne.");
    draft.write(&indicator("2.2"), &change, None).unwrap();
    let read = draft.shown();
    assert_eq!(
        read.texts("da").item(&"2.2".into(), &"staff".into()),
        Some("Vi lytter til brugerne på stedets vegne.")
    );
    let change =
        posted(&draft, "2.2", item("2.2", "staff"), "da", "Vi lytter til {patienter} på {place.gone}.");
    draft.write(&indicator("2.2"), &change, None).unwrap();
    assert_eq!(
        draft.checked(),
        Err(vec![Lack::UnknownName(item("2.2", "staff"), "da".to_owned(), "patienter".to_owned())])
    );
}

#[test]
fn a_missing_text_is_named_by_place_and_language() {
    let mut draft = draft();
    let change = posted(&draft, "2.2", item("2.2", "users"), "nb", " ");
    draft.write(&indicator("2.2"), &change, None).unwrap();
    assert_eq!(draft.lacks(), [Lack::Missing(item("2.2", "users"), "nb".to_owned())]);
    for language in ["da", "en"] {
        let change = posted(&draft, "2.2", item("2.2", "users"), language, "");
        draft.write(&indicator("2.2"), &change, None).unwrap();
    }
    // Without a statement in any language the group is not asked, which is no lack.
    let now = draft.checked().unwrap();
    assert_eq!(now.indicator(&"2.2".into()).unwrap().1.groups, ["leaders".into(), "staff".into()]);
    assert_eq!(now.indicator(&"2.2".into()).unwrap().1.short, [] as [GroupId; 0]);
    let title = TextPlace::PointTitle("3".into());
    draft.write(&title.part(), &text(title.clone(), "en", ""), None).unwrap();
    assert_eq!(draft.lacks(), [Lack::Missing(title, "en".to_owned())]);
}

#[test]
fn a_group_that_is_never_asked_and_a_focus_point_of_nothing_are_named() {
    let mut draft = Draft::copy_of(&support::odd(), "lille".to_owned());
    let ids: Vec<_> = draft.written().indicators().map(|one| one.id.clone()).collect();
    let group = draft.written().groups[0].id.clone();
    for id in ids {
        for language in draft.written().languages.clone() {
            let place = TextPlace::Item(id.clone(), group.clone());
            let change = posted(&draft, id.as_str(), place, &language, "");
            draft.write(&Part::Indicator(id.clone()), &change, None).unwrap();
        }
    }
    let lacks = draft.lacks();
    let alone = draft.written().indicators().any(|one| one.groups.contains(&group));
    assert!(alone || lacks.contains(&Lack::NeverAsked(group)), "{lacks:?}");

    let mut draft = self::draft();
    let Ok(Part::FocusPoint(new)) = draft.reshape(&Reshape::AddFocusPoint, &BTreeSet::new()) else {
        panic!()
    };
    assert!(draft.lacks().contains(&Lack::NoIndicators(new)));
    for point in draft.written().focus_points.clone() {
        draft.reshape(&Reshape::Drop(Part::FocusPoint(point.id)), &BTreeSet::new()).unwrap();
    }
    assert!(draft.lacks().contains(&Lack::NoFocusPoints));
}

#[test]
fn an_order_that_leaves_a_focus_point_out_is_refused_and_nothing_is_written() {
    let mut draft = draft();
    let before = draft.clone();
    let users = Part::Group("users".into());
    let order = |order: &str| PartChange {
        set: [("order".to_owned(), order.to_owned())].into(),
        ..text(TextPlace::GroupName("users".into()), "da", "De andre")
    };
    let mut problem = |typed: &str| {
        let faults = draft.write(&users, &order(typed), None).unwrap_err();
        assert_eq!(draft, before);
        (faults[0].field.clone(), faults[0].problem.clone())
    };
    let field = "set[order]".to_owned();
    let points = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(problem("1 2 3 4 5 6 8"), (field.clone(), EditProblem::OrderLacks(points(&["7"]))));
    assert_eq!(problem("1 2 3 4 5 6 7 9 8"), (field.clone(), EditProblem::OrderUnknown(points(&["9"]))));
    assert_eq!(problem("1 1 2 3 4 5 6 7 8"), (field, EditProblem::OrderUnknown(points(&["1"]))));
    draft.write(&users, &order("8, 7, 6, 5, 4, 3, 2, 1"), None).unwrap();
    let now = draft.checked().unwrap();
    let first = now.questionnaire(&"users".into(), Form::Long)[0].0;
    assert_eq!((first.id.as_str(), now.texts("da").group(&"users".into())), ("8", "De andre"));
    draft.write(&users, &order(" "), None).unwrap();
    assert_eq!(draft.written().groups[2].order[0].as_str(), "1", "nothing said: as listed");
}

#[test]
fn a_hard_word_is_a_word_a_colon_and_a_sentence() {
    let mut draft = draft();
    let faults = draft.write(&Part::Whole, &text(TextPlace::Explain, "da", "Handleplan"), None).unwrap_err();
    assert_eq!(faults[0].problem, EditProblem::NotExplained("Handleplan".to_owned()));
    assert_eq!(faults[0].field, "text[explain:da]");
    let typed = "handleplan: En plan, man laver sammen: skridt for skridt.\n\nrecovery: At komme sig.";
    draft.write(&Part::Whole, &text(TextPlace::Explain, "da", typed), None).unwrap();
    let explain = &draft.checked().unwrap().texts["da"].explain;
    assert_eq!(explain["handleplan"], "En plan, man laver sammen: skridt for skridt.");
    assert_eq!(explain.len(), 2);
}

#[test]
fn the_same_line_twice_and_too_long_a_text_are_named() {
    let mut draft = draft();
    let place = TextPlace::Documents("2.2".into());
    let change = posted(&draft, "2.2", place.clone(), "da", "Se husordenen.\nSe husordenen.");
    draft.write(&indicator("2.2"), &change, None).unwrap();
    let twice = Lack::Twice(place, "da".to_owned(), "Se husordenen.".to_owned());
    assert_eq!(draft.checked(), Err(vec![twice]));
    let change = posted(&draft, "2.2", item("2.2", "users"), "da", &"å".repeat(2001));
    let faults = draft.write(&indicator("2.2"), &change, None).unwrap_err();
    assert_eq!(
        (faults[0].field.as_str(), &faults[0].problem),
        ("text[item:users:da]", &EditProblem::TooLong(2000))
    );
}

#[test]
fn a_sentence_that_means_something_else_gets_the_next_wording() {
    let before = recovery();
    let mut draft = Draft::after(&before);
    let (_, then) = before.indicator(&"2.2".into()).unwrap();
    let wording = |draft: &Draft| draft.written().indicator(&"2.2".into()).unwrap().1.wording;
    let place = item("2.2", "users");
    let mut change = posted(&draft, "2.2", place.clone(), "da", "De ansatte tror på det, jeg siger.");
    let faults = draft.write(&indicator("2.2"), &change, Some(&before)).unwrap_err();
    let asked = ("means_other[group-users]", &EditProblem::MeaningUnsaid);
    assert_eq!((faults[0].field.as_str(), &faults[0].problem), asked);
    assert_eq!(faults.len(), 1, "of nobody whose sentence is as it was");
    let said = |other: bool| [("users".into(), other)].into();
    change.means_other = said(true);
    // However often it is saved, it is one more than in the version before.
    for _ in 0..2 {
        draft.write(&indicator("2.2"), &change, Some(&before)).unwrap();
        assert_eq!(wording(&draft), then.wording + 1);
    }
    change.means_other = said(false);
    draft.write(&indicator("2.2"), &change, Some(&before)).unwrap();
    assert_eq!(wording(&draft), then.wording);
    change.means_other = said(true);
    draft.write(&indicator("2.2"), &change, Some(&before)).unwrap();
    let told = differences(&before, &draft.checked().unwrap());
    let number = Difference::Wording(indicator("2.2"), then.wording, then.wording + 1);
    assert!(told.contains(&number), "{told:?}");
    // Back to the old sentence is back to the old number.
    let back = PartChange {
        means_other: said(true),
        ..posted(&draft, "2.2", place, "da", "Når jeg siger noget, bliver jeg taget alvorligt.")
    };
    draft.write(&indicator("2.2"), &back, Some(&before)).unwrap();
    assert_eq!(wording(&draft), then.wording);
    assert_eq!(differences(&before, &draft.checked().unwrap()), []);
}

#[test]
fn each_group_is_asked_of_its_own_sentence() {
    let before = recovery();
    let mut draft = Draft::after(&before);
    let mut change = posted(&draft, "2.2", item("2.2", "users"), "da", "De ansatte lytter til mig.");
    change.texts.insert((item("2.2", "staff"), "nb".to_owned()), "Vi lytter.".to_owned());
    let faults = draft.write(&indicator("2.2"), &change, Some(&before)).unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["means_other[group-staff]", "means_other[group-users]"]);
    change.means_other = [("staff".into(), false), ("users".into(), true)].into();
    draft.write(&indicator("2.2"), &change, Some(&before)).unwrap();
    let (_, now) = draft.written().indicator(&"2.2".into()).unwrap();
    let (_, then) = before.indicator(&"2.2".into()).unwrap();
    assert_eq!(now.wording, then.wording + 1, "one that means something else is enough");
    let changed = draft.statements_changed(&"2.2".into(), &before);
    let of_group = |(group, all): &(GroupId, Vec<Reworded>)| {
        all.iter().map(|one| format!("{group} {}: {}", one.language, one.is)).collect::<Vec<_>>()
    };
    let told: Vec<String> = changed.iter().flat_map(of_group).collect();
    assert_eq!(told, ["staff nb: Vi lytter.", "users da: De ansatte lytter til mig."]);
}

#[test]
fn a_translation_is_behind_until_it_is_written_anew() {
    let original = recovery();
    let mut draft = Draft::copy_of(&original, "vores".to_owned());
    assert_eq!(draft.behind(&original), []);
    let place = item("2.2", "users");
    let danish = posted(&draft, "2.2", place.clone(), "da", "De ansatte lytter til mig.");
    draft.write(&indicator("2.2"), &danish, None).unwrap();
    let behind = draft.behind(&original);
    let told: Vec<_> = behind.iter().map(|one| (&one.place, &*one.language, &*one.is)).collect();
    let is = "De ansatte lytter til mig.";
    assert_eq!(told, [(&place, "nb", is), (&place, "en", is)]);
    assert_eq!(behind[1].text, "When I say something, I am taken seriously.");
    let english = posted(&draft, "2.2", place.clone(), "en", "The staff listen to me.");
    draft.write(&indicator("2.2"), &english, None).unwrap();
    let norwegian = posted(&draft, "2.2", place, "nb", "");
    draft.write(&indicator("2.2"), &norwegian, None).unwrap();
    assert_eq!(draft.behind(&original), [], "one is written anew, one is missing and said to be");
}

#[test]
fn what_to_look_at_again_is_gathered_from_every_statement() {
    let mut draft = draft();
    let users = "users".into();
    assert_eq!(draft.hinted(&users), [], "ours need no second look");
    let change = posted(&draft, "5.3", item("5.3", "users"), "nb", "Jeg prøver noe nytt og får hjelp.");
    draft.write(&indicator("5.3"), &change, None).unwrap();
    let hinted = draft.hinted(&users);
    assert_eq!(hinted.len(), 1);
    assert_eq!((&hinted[0].place, hinted[0].language.as_str()), (&item("5.3", "users"), "nb"));
    assert_eq!(hinted[0].hints, [Hint::TwoIdeas("og".to_owned())]);
    assert_eq!(draft.hinted(&"staff".into()), draft.hinted(&"leaders".into()), "of nobody else");
}

#[test]
fn moving_goes_across_focus_points_and_keeps_the_ids() {
    let mut draft = draft();
    let none = BTreeSet::new();
    let ids = |draft: &Draft, point: usize| {
        let point = &draft.written().focus_points[point];
        point.indicators.iter().map(|one| one.id.to_string()).collect::<Vec<_>>()
    };
    draft.reshape(&Reshape::Up(indicator("2.1")), &none).unwrap();
    assert_eq!(
        (ids(&draft, 0), ids(&draft, 1)),
        (
            ["1.1", "1.2", "1.3", "1.4", "2.1"].map(str::to_owned).to_vec(),
            ["2.2", "2.3", "2.4"].map(str::to_owned).to_vec(),
        )
    );
    draft.reshape(&Reshape::Down(indicator("2.1")), &none).unwrap();
    assert_eq!(draft, self::draft());
    draft.reshape(&Reshape::Up(indicator("1.1")), &none).unwrap();
    assert_eq!(draft, self::draft(), "the first stays the first");
    draft.reshape(&Reshape::Down(Part::FocusPoint("1".into())), &none).unwrap();
    let order = |group: usize| {
        draft.written().groups[group].order.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    // Leaders follow; users keep the order of their own.
    assert_eq!((order(0).as_str(), order(2).as_str()), ("2 1 3 4 5 6 7 8", "2 3 4 5 6 7 8 1"));
    assert_eq!(differences(&recovery(), &draft.checked().unwrap()), [Difference::Order]);
}

#[test]
fn what_is_dropped_gives_its_number_to_nothing_else() {
    let before = recovery();
    let mut draft = Draft::after(&before);
    draft.reshape(&Reshape::Drop(indicator("3.4")), &taken([&before])).unwrap();
    assert!(draft.text(&item("3.4", "users"), "da").is_empty());
    let next = draft.reshape(&Reshape::AddIndicator("3".into()), &taken([&before])).unwrap();
    assert_eq!(next, indicator("3.5"));
    draft.reshape(&Reshape::Drop(next), &taken([&before])).unwrap();
    let now = draft.checked().unwrap();
    assert_eq!(differences(&before, &now), [Difference::Dropped(indicator("3.4"))]);
    let Ok(Part::FocusPoint(new)) = draft.reshape(&Reshape::AddFocusPoint, &taken([&before])) else {
        panic!()
    };
    assert_eq!(new.as_str(), "9");
    assert!(draft.written().groups.iter().all(|group| group.order.last() == Some(&new)));
}

/// A new indicator is whole once every group that is to be asked has its statement in every language.
#[test]
fn a_new_indicator_is_written_and_asked() {
    let mut draft = draft();
    let new = draft.reshape(&Reshape::AddIndicator("4".into()), &BTreeSet::new()).unwrap();
    assert_eq!(draft.lacks().len(), 9, "three groups in three languages");
    let mut change = PartChange { short: ["users".into()].into(), ..PartChange::default() };
    for language in ["da", "nb", "en"] {
        let typed = format!("Jeg bestemmer selv ({language}).");
        change.texts.insert((item("4.5", "users"), language.to_owned()), typed);
    }
    draft.write(&new, &change, None).unwrap();
    let now = draft.checked().unwrap();
    let asked = now.questionnaire(&"users".into(), Form::Short);
    let (_, indicators) = asked.iter().find(|(point, _)| point.id.as_str() == "4").unwrap();
    assert_eq!(indicators.last().unwrap().id.as_str(), "4.5");
    assert_eq!(now.indicator(&"4.5".into()).unwrap().1.groups, ["users".into()]);
}

/// Two hundred indicators in five languages, one written from right to left, go there and back; five hundred and one do
/// not come to be.
#[test]
fn large_and_foreign_is_no_hindrance() {
    let mut source = support::odd();
    let first = source.languages[0].clone();
    for code in ["ar", "fa", "so", "uk"] {
        source.languages.push(code.to_owned());
        let texts = source.texts[&first].clone();
        source.texts.insert(code.to_owned(), texts);
    }
    source.patterns.clear();
    let mut draft = Draft::copy_of(&source, "stor".to_owned());
    let languages = draft.written().languages.clone();
    let groups: Vec<GroupId> = draft.written().groups.iter().map(|group| group.id.clone()).collect();
    let point = draft.written().focus_points[0].id.clone();
    let none = BTreeSet::new();
    while draft.written().indicators().count() < 200 {
        let part = draft.reshape(&Reshape::AddIndicator(point.clone()), &none).unwrap();
        let Part::Indicator(id) = part.clone() else { panic!() };
        let mut change = PartChange::default();
        for language in &languages {
            for group in &groups {
                let place = TextPlace::Item(id.clone(), group.clone());
                let typed = if language == "ar" {
                    format!("أقرر بنفسي {id} \u{200f}\"نعم\"")
                } else {
                    format!("Tekst {id}")
                };
                change.texts.insert((place, language.clone()), typed);
            }
        }
        draft.write(&part, &change, None).unwrap();
    }
    let now = draft.checked().unwrap_or_else(|lacks| panic!("{:?}", &lacks[..lacks.len().min(3)]));
    assert_eq!((now.indicators().count(), now.languages.len()), (200, source.languages.len()));
    let id = &now.focus_points[0].indicators.last().unwrap().id;
    assert_eq!(now.texts("ar").item(id, &groups[0]), Some(&*format!("أقرر بنفسي {id} \u{200f}\"نعم\"")));
    while draft.reshape(&Reshape::AddIndicator(point.clone()), &none).is_ok() {}
    assert_eq!(draft.written().indicators().count(), 500);
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "",
        "[a-zæøå ]{1,12}",
        "=1\\+1",
        "'[a-z]{2}",
        "\\{[a-z]{3,6}\\}",
        "a\nb\na",
        "\"\\\\[a-z]",
        "[0-9]\\.[0-9]",
        "\u{7f}x;y"
    ]
}

fn any_step() -> impl Strategy<Value = (u8, usize, usize, String)> {
    (0_u8..7, 0_usize..40, 0_usize..40, any_text())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is done and typed: either something is missing, and it is said what, or the draft is an instrument that a
    /// folder's check takes, with the very texts that were written.
    #[test]
    fn a_draft_lacks_something_or_is_an_instrument(steps in prop::collection::vec(any_step(), 1..25)) {
        let mut draft = Draft::copy_of(&support::odd(), "egen".to_owned());
        for (what, one, other, typed) in steps {
            let points: Vec<_> = draft.written().focus_points.iter().map(|point| point.id.clone()).collect();
            let indicators: Vec<_> = draft.written().indicators().map(|one| one.id.clone()).collect();
            let mut parts = vec![Part::Whole];
            parts.extend(points.iter().cloned().map(Part::FocusPoint));
            parts.extend(indicators.into_iter().map(Part::Indicator));
            let part = parts[one % parts.len()].clone();
            let none = BTreeSet::new();
            let _ = match what {
                0 => draft.reshape(&Reshape::AddFocusPoint, &none).map(drop),
                1 if !points.is_empty() => {
                    draft.reshape(&Reshape::AddIndicator(points[one % points.len()].clone()), &none).map(drop)
                }
                2 => draft.reshape(&Reshape::Up(part), &none).map(drop),
                3 => draft.reshape(&Reshape::Down(part), &none).map(drop),
                4 => draft.reshape(&Reshape::Drop(part), &none).map(drop),
                _ => {
                    let places = draft.places(&part);
                    let language = draft.written().languages[0].clone();
                    let change = text(places[other % places.len()].clone(), &language, &typed);
                    let _ = draft.write(&part, &change, None);
                    Ok(())
                }
            };
        }
        match draft.checked() {
            Ok(instrument) => {
                prop_assert_eq!(differences(&draft.shown(), &instrument), []);
            }
            Err(lacks) => {
                prop_assert!(!lacks.is_empty());
                prop_assert!(!lacks.iter().any(|lack| matches!(lack, Lack::Field(_))), "{:?}", lacks);
            }
        }
    }
}
