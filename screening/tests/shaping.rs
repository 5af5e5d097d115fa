//! What stands around the statements of an instrument that somebody edits: groups, scale, languages, values, words to
//! choose, thresholds. Whatever is done, it becomes an instrument or says what it lacks.

mod support;

use proptest::prelude::*;
use screening::instrument::edit::{
    Difference, Draft, EditProblem, Lack, MOST_LANGUAGES, Part, PartChange, Reshape, TextPlace, differences,
};
use screening::instrument::{Disclosure, Form, Instrument};
use std::collections::BTreeSet;

fn recovery() -> Instrument {
    support::recovery()
}

fn draft() -> Draft {
    Draft::copy_of(&recovery(), "vores-1234".to_owned())
}

fn reshape(draft: &mut Draft, change: Reshape) -> Result<Part, EditProblem> {
    draft.reshape(&change, &BTreeSet::new())
}

/// A setting of a part, as it is typed.
fn set(draft: &mut Draft, part: &Part, key: &str, typed: &str) -> Result<(), Vec<(String, EditProblem)>> {
    let change = PartChange { set: [(key.to_owned(), typed.to_owned())].into(), ..PartChange::default() };
    let written = draft.write(part, &change, None);
    written.map_err(|faults| faults.into_iter().map(|fault| (fault.field, fault.problem)).collect())
}

/// The one problem of a setting.
fn refused(draft: &mut Draft, part: &Part, key: &str, typed: &str) -> EditProblem {
    let before = draft.clone();
    let mut faults = set(draft, part, key, typed).expect_err("it does not hold");
    assert_eq!(*draft, before, "nothing is half written");
    assert_eq!((faults.len(), faults[0].0.as_str()), (1, &*format!("set[{key}]")));
    faults.remove(0).1
}

fn say(draft: &mut Draft, place: TextPlace, language: &str, text: &str) {
    let texts = [((place.clone(), language.to_owned()), text.to_owned())].into();
    draft.write(&place.part(), &PartChange { texts, ..PartChange::default() }, None).expect("it holds");
}

/// A group is added, named in every language, and asked; its place among the others is everywhere the same.
#[test]
fn a_group_is_added_and_asked() {
    let mut draft = draft();
    let part = reshape(&mut draft, Reshape::AddGroup(" Pårørende ".to_owned(), "da".to_owned())).unwrap();
    assert_eq!(part, Part::Group("paaroerende".into()));
    let name = TextPlace::GroupName("paaroerende".into());
    assert_eq!(draft.text(&name, "da"), "Pårørende");
    assert_eq!(
        draft.lacks(),
        [
            Lack::NeverAsked("paaroerende".into()),
            Lack::Missing(name.clone(), "nb".to_owned()),
            Lack::Missing(name.clone(), "en".to_owned()),
        ]
    );
    say(&mut draft, name.clone(), "nb", "Pårørende");
    say(&mut draft, name, "en", "Relatives");
    for language in ["da", "nb", "en"] {
        let place = TextPlace::Item("2.1".into(), "paaroerende".into());
        say(&mut draft, place, language, "De ansatte taler med mig.");
    }
    let now = draft.checked().unwrap();
    let group = now.group(&"paaroerende".into()).unwrap();
    assert_eq!((group.disclosure, group.service_users), (Disclosure::Protected, false));
    assert_eq!(now.questionnaire(&group.id, Form::Long).len(), 1);
    for _ in 0..3 {
        reshape(&mut draft, Reshape::Up(part.clone())).unwrap();
    }
    let now = draft.checked().unwrap();
    assert_eq!(now.groups[0].id.as_str(), "paaroerende");
    let (_, indicator) = now.indicator(&"2.1".into()).unwrap();
    assert_eq!(indicator.groups[0].as_str(), "paaroerende", "listed in the instrument's order");
    let told = differences(&recovery(), &now);
    assert!(told.contains(&Difference::Added(part)), "{told:?}");

    // A second one of the same name has an id of its own, and one without letters of ours has one too.
    let again = reshape(&mut draft, Reshape::AddGroup("Pårørende".to_owned(), "da".to_owned())).unwrap();
    assert_eq!(again, Part::Group("paaroerende-2".into()));
    let arabic = reshape(&mut draft, Reshape::AddGroup("الأقارب".to_owned(), "da".to_owned())).unwrap();
    assert_eq!(arabic, Part::Group("group-2".into()), "an id that the files have no other use for");
    let nothing = reshape(&mut draft, Reshape::AddGroup(" \u{7} ".to_owned(), "da".to_owned()));
    assert_eq!(nothing, Err(EditProblem::Unnamed));
}

#[test]
fn a_group_goes_with_all_that_was_said_to_it() {
    let mut draft = draft();
    reshape(&mut draft, Reshape::Drop(Part::Group("users".into()))).unwrap();
    let now = draft.checked().unwrap();
    assert_eq!(now.groups.iter().map(|group| group.id.as_str()).collect::<Vec<_>>(), ["leaders", "staff"]);
    let left = serde_json::to_string(now.texts("da")).unwrap();
    assert!(!left.contains("\"users\":\"") && !left.contains("bliver jeg taget alvorligt"));
    reshape(&mut draft, Reshape::Drop(Part::Group("staff".into()))).unwrap();
    let last = Part::Group("leaders".into());
    assert_eq!(reshape(&mut draft, Reshape::Drop(last)), Err(EditProblem::LastOne));
}

/// Where the group was the only one that is asked, a statement is missing for those who are left.
#[test]
fn an_indicator_of_a_group_that_is_gone_lacks_its_statements() {
    let mut draft = Draft::copy_of(&recovery(), "vores".to_owned());
    for language in ["da", "nb", "en"] {
        for group in ["leaders", "staff"] {
            say(&mut draft, TextPlace::Item("2.1".into(), group.into()), language, "");
        }
    }
    draft.checked().unwrap();
    reshape(&mut draft, Reshape::Drop(Part::Group("users".into()))).unwrap();
    assert_eq!(draft.lacks().len(), 6, "two groups in three languages");
}

#[test]
fn how_a_group_is_shown_and_asked() {
    let (mut draft, leaders) = (draft(), Part::Group("leaders".into()));
    set(&mut draft, &leaders, "disclosure", "protected").unwrap();
    set(&mut draft, &leaders, "service_users", "yes").unwrap();
    set(&mut draft, &leaders, "minutes", "25").unwrap();
    let now = draft.checked().unwrap();
    let group = now.group(&"leaders".into()).unwrap();
    assert_eq!(
        (group.disclosure, group.service_users, group.minutes),
        (Disclosure::Protected, true, Some(25))
    );
    let told = differences(&recovery(), &now);
    let said =
        |key, was: &str, is: &str| Difference::Set(leaders.clone(), key, was.to_owned(), is.to_owned());
    assert_eq!(
        told,
        [
            said("disclosure", "in-role", "protected"),
            said("service_users", "no", "yes"),
            said("minutes", "", "25"),
        ]
    );
    set(&mut draft, &leaders, "minutes", " ").unwrap();
    assert_eq!(draft.written().groups[0].minutes, None);
    for (key, typed, problem) in [
        ("minutes", "0", EditProblem::NotANumber(1, 600)),
        ("minutes", "mange", EditProblem::NotANumber(1, 600)),
        ("disclosure", "secret", EditProblem::NotAChoice),
        ("service_users", "måske", EditProblem::NotAChoice),
        ("order", "1 2 3", EditProblem::OrderLacks(["4", "5", "6", "7", "8"].map(str::to_owned).to_vec())),
    ] {
        assert_eq!(refused(&mut draft, &leaders, key, typed), problem);
    }
    // What was not touched is not judged: an order that stands stays, whatever else is typed.
    let order = draft.setting(&leaders, "order");
    set(&mut draft, &leaders, "order", &order).unwrap();
}

/// Eleven steps at most, none below 0; a step that is new has its words to be written.
#[test]
fn a_scale_of_eleven_steps() {
    let mut draft = draft();
    let change = |min: &str, max: &str, agree: &str| PartChange {
        set: [("min", min), ("max", max), ("agree_from", agree)]
            .map(|(key, typed)| (key.to_owned(), typed.to_owned()))
            .into(),
        ..PartChange::default()
    };
    draft.write(&Part::Scale, &change("0", "10", "7"), None).unwrap();
    let lacks = draft.lacks();
    assert_eq!(lacks.len(), 6 * 3, "six steps in three languages: {lacks:?}");
    assert!(lacks.contains(&Lack::Missing(TextPlace::Label(10), "nb".to_owned())));
    for step in 0..11 {
        for language in ["da", "nb", "en"] {
            say(&mut draft, TextPlace::Label(step), language, &format!("Trin {step}"));
        }
    }
    let now = draft.checked().unwrap();
    assert_eq!((now.scale.steps(), now.scale.agree_from), (11, 7));
    assert_eq!(now.texts("en").scale.labels.len(), 11);
    // Fewer again: the words of the steps that are left stay.
    draft.write(&Part::Scale, &change("1", "4", "3"), None).unwrap();
    assert_eq!(draft.checked().unwrap().texts("da").scale.labels, ["Trin 0", "Trin 1", "Trin 2", "Trin 3"]);

    let faults = draft.write(&Part::Scale, &change("0", "11", "7"), None).unwrap_err();
    assert_eq!((faults[0].field.as_str(), &faults[0].problem), ("set[max]", &EditProblem::Steps(12)));
    for (key, typed, problem) in [
        ("max", "1", EditProblem::Steps(1)),
        ("max", "0", EditProblem::Steps(0)),
        ("min", "-1", EditProblem::NotANumber(0, 255)),
        ("max", "256", EditProblem::NotANumber(0, 255)),
        ("agree_from", "", EditProblem::NotANumber(0, 255)),
    ] {
        assert_eq!(refused(&mut draft, &Part::Scale, key, typed), problem, "{key} {typed}");
    }
    let off = refused(&mut draft, &Part::Scale, "agree_from", "9");
    assert_eq!(off, EditProblem::OffScale(1, 4));
}

/// A language is there at once and has everything to be written; what is needed comes first.
#[test]
fn a_language_beside_the_others() {
    let mut draft = draft();
    reshape(&mut draft, Reshape::AddLanguage(" AR ".to_owned())).unwrap();
    assert_eq!(draft.written().languages, ["da", "nb", "en", "ar"]);
    let unsaid = draft.unsaid("ar");
    let needed = unsaid.iter().filter(|one| one.needed).count();
    // A title, five steps, three groups, eight focus points; 32 statements to leaders and staff, 27 to users. What else is
    // missing is a word of the place that a text needs, and there is no text yet.
    assert_eq!(needed, 1 + 5 + 3 + 8 + 32 * 2 + 27);
    assert_eq!(draft.lacks().len(), needed);
    assert!(unsaid.len() > needed && unsaid[..needed].iter().all(|one| one.needed));
    assert_eq!(draft.unsaid("da"), []);
    while let Some(one) = draft.unsaid("ar").into_iter().find(|one| one.needed) {
        let arabic = format!("\u{200f}أستطيع أن أختار {}", one.place.key());
        let mut typed = PartChange::default();
        typed.texts.insert((one.place.clone(), "ar".to_owned()), arabic);
        if let Part::Indicator(id) = one.place.part() {
            let (_, now) = draft.written().indicator(&id).unwrap();
            typed.value.clone_from(&now.value);
            typed.short = now.short.iter().cloned().collect();
        }
        draft.write(&one.place.part(), &typed, None).unwrap();
    }
    let now = draft.checked().unwrap();
    assert_eq!(now.texts("ar").title, "\u{200f}أستطيع أن أختار title");
    assert_eq!(
        differences(&recovery(), &now),
        [Difference::Languages(
            ["da", "nb", "en"].map(str::to_owned).to_vec(),
            ["da", "nb", "en", "ar"].map(str::to_owned).to_vec()
        )],
        "of a language that is new no text is told"
    );
    reshape(&mut draft, Reshape::FirstLanguage("ar".to_owned())).unwrap();
    assert_eq!(draft.checked().unwrap().languages, ["ar", "da", "nb", "en"]);
    for language in ["ar", "nb", "en"] {
        reshape(&mut draft, Reshape::DropLanguage(language.to_owned())).unwrap();
    }
    assert_eq!(draft.checked().unwrap().texts.len(), 1);
    let last = reshape(&mut draft, Reshape::DropLanguage("da".to_owned()));
    assert_eq!(last, Err(EditProblem::LastOne));
    for (code, problem) in [
        ("da", EditProblem::There("da".to_owned())),
        ("", EditProblem::Unnamed),
        ("dansk", EditProblem::NotALanguage),
        ("d a", EditProblem::NotALanguage),
        ("../etc", EditProblem::NotALanguage),
        ("structure", EditProblem::NotALanguage),
    ] {
        assert_eq!(reshape(&mut draft, Reshape::AddLanguage(code.to_owned())), Err(problem), "{code}");
    }
    for code in ["nb", "en", "se", "kl", "fo", "uk", "so", "ar", "fa", "pl", "zh-hans"] {
        reshape(&mut draft, Reshape::AddLanguage(code.to_owned())).unwrap();
    }
    let full = reshape(&mut draft, Reshape::AddLanguage("tr".to_owned()));
    assert_eq!(full, Err(EditProblem::TooMany(MOST_LANGUAGES)));
}

#[test]
fn a_value_is_carried_and_goes_alone() {
    let mut draft = draft();
    let part = reshape(&mut draft, Reshape::AddValue("Håb".to_owned(), "da".to_owned())).unwrap();
    assert_eq!(part, Part::Value("haab".into()));
    set(&mut draft, &part, "involvement", "yes").unwrap();
    let carry = PartChange { value: Some("haab".into()), ..PartChange::default() };
    draft.write(&Part::Indicator("5.1".into()), &carry, None).unwrap();
    let now = draft.checked().unwrap();
    assert_eq!(now.indicator(&"5.1".into()).unwrap().1.value, Some("haab".into()));
    assert!(now.values.last().is_some_and(|value| value.involvement));
    reshape(&mut draft, Reshape::Drop(part)).unwrap();
    let now = draft.checked().unwrap();
    assert_eq!(now.indicator(&"5.1".into()).unwrap().1.value, None);
    // Ids of focus points, indicators and values are distinct.
    let one = reshape(&mut draft, Reshape::AddValue("1".to_owned(), "da".to_owned())).unwrap();
    assert_eq!(one, Part::Value("1-2".into()));
    draft.checked().unwrap();
}

/// Words that a screening chooses: a word that is written otherwise keeps its forms, and a text that needs a form which a
/// new word lacks says so.
#[test]
fn words_to_choose_and_their_forms() {
    let (mut draft, place) = (draft(), Part::Name("place".to_owned()));
    let words = draft.setting(&place, "words");
    assert!(words.starts_with("stedet\n"), "{words}");
    assert!(draft.forms_in_use("place").contains("place.at"), "{:?}", draft.forms_in_use("place"));
    set(&mut draft, &place, "words", &words.replace("stedet\n", "huset\n")).unwrap();
    let forms = draft.text(&TextPlace::Forms("place".to_owned(), "huset".to_owned()), "da");
    assert!(forms.contains("at: på stedet"), "{forms}");
    draft.checked().unwrap();
    let more = format!("{}\nhaven", draft.setting(&place, "words"));
    set(&mut draft, &place, "words", &more).unwrap();
    let lacks = draft.lacks();
    assert!(!lacks.is_empty() && lacks.iter().all(|lack| matches!(lack, Lack::UnknownName(..))), "{lacks:?}");
    for (typed, problem) in [
        (" \n ", EditProblem::NoWords),
        ("stedet\nstedet", EditProblem::WordTwice("stedet".to_owned())),
        (&*"å".repeat(81), EditProblem::TooLong(80)),
    ] {
        assert_eq!(refused(&mut draft, &place, "words", typed), problem);
    }
    let forms = TextPlace::Forms("place".to_owned(), "haven".to_owned());
    for line in ["på haven", "at: i {place}", ": i haven", "a.b: i haven"] {
        let change = PartChange {
            texts: [((forms.clone(), "da".to_owned()), line.to_owned())].into(),
            ..PartChange::default()
        };
        let faults = draft.write(&place, &change, None).unwrap_err();
        assert_eq!(faults[0].problem, EditProblem::NotAForm(line.to_owned()));
    }
    // A name of one's own, which texts can say at once.
    let team = reshape(&mut draft, Reshape::AddName("Team".to_owned())).unwrap();
    assert_eq!(team, Part::Name("team".to_owned()));
    set(&mut draft, &team, "words", "teamet\nholdet").unwrap();
    for (name, problem) in [
        ("team", EditProblem::There("team".to_owned())),
        ("æble", EditProblem::NotAName),
        ("a.b", EditProblem::NotAName),
        ("1a", EditProblem::NotAName),
        ("", EditProblem::Unnamed),
    ] {
        assert_eq!(reshape(&mut draft, Reshape::AddName(name.to_owned())), Err(problem), "{name}");
    }
    reshape(&mut draft, Reshape::Drop(place)).unwrap();
    assert!(
        draft
            .lacks()
            .iter()
            .any(|lack| matches!(lack, Lack::UnknownName(_, _, name) if name.starts_with("place")))
    );
}

#[test]
fn thresholds_are_typed_in_per_cent() {
    let mut draft = draft();
    assert_eq!(draft.setting(&Part::Signals, "gap"), "18,75");
    set(&mut draft, &Part::Signals, "gap", "25 %").unwrap();
    set(&mut draft, &Part::Signals, "strength", "62.5").unwrap();
    let now = draft.checked().unwrap();
    assert_eq!((now.signals.gap, now.signals.strength), (0.25, 0.625));
    for typed in ["101", "-1", "NaN", "", "en fjerdedel"] {
        assert_eq!(refused(&mut draft, &Part::Signals, "talk", typed), EditProblem::NotAShare, "{typed}");
    }
}

fn any_change() -> impl Strategy<Value = (u8, usize, String)> {
    let typed = prop_oneof![
        "",
        "[a-zæøå ]{1,12}",
        "[0-9]{1,2}",
        "[a-z]{2}",
        "yes|no|protected|in-role",
        "=1\\+1",
        "'[a-z]{2}",
        "a: b\nc: d",
        "[a-z]{2,4}\n[a-z]{2,4}",
        "\\{[a-z]{3,6}\\}",
        "\"\\\\[a-z]",
        "\u{7f}x;y",
        "1 2",
        "[0-9]\\.[0-9]"
    ];
    (0_u8..9, 0_usize..60, typed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is done around the statements: something is missing and it is said what, or it is an instrument that a
    /// folder's check takes.
    #[test]
    fn a_draft_lacks_something_or_is_an_instrument(steps in prop::collection::vec(any_change(), 1..20)) {
        let mut draft = Draft::copy_of(&support::odd(), "egen".to_owned());
        for (what, at, typed) in steps {
            let it = draft.written();
            let mut parts = vec![Part::Whole, Part::Scale, Part::Signals];
            parts.extend(it.groups.iter().map(|group| Part::Group(group.id.clone())));
            parts.extend(it.values.iter().map(|value| Part::Value(value.id.clone())));
            parts.extend(it.names.keys().cloned().map(Part::Name));
            parts.extend(it.focus_points.iter().map(|point| Part::FocusPoint(point.id.clone())));
            let part = parts[at % parts.len()].clone();
            let language = it.languages[at % it.languages.len()].clone();
            let _ = match what {
                0 => reshape(&mut draft, Reshape::AddGroup(typed, language)).map(drop),
                1 => reshape(&mut draft, Reshape::AddValue(typed, language)).map(drop),
                2 => reshape(&mut draft, Reshape::AddName(typed)).map(drop),
                3 => reshape(&mut draft, Reshape::AddLanguage(typed)).map(drop),
                4 => reshape(&mut draft, Reshape::DropLanguage(language)).map(drop),
                5 => reshape(&mut draft, Reshape::Drop(part)).map(drop),
                6 => reshape(&mut draft, Reshape::Up(part)).map(drop),
                7 => {
                    if let Some(key) = draft.settings(&part).get(at % 4) {
                        let _ = set(&mut draft, &part, key, &typed);
                    }
                    Ok(())
                }
                _ => {
                    let places = draft.places(&part);
                    if !places.is_empty() {
                        let texts = [((places[at % places.len()].clone(), language), typed)].into();
                        let _ = draft.write(&part, &PartChange { texts, ..PartChange::default() }, None);
                    }
                    Ok(())
                }
            };
        }
        match draft.checked() {
            Ok(instrument) => prop_assert_eq!(differences(&draft.shown(), &instrument), []),
            Err(lacks) => {
                prop_assert!(!lacks.is_empty());
                prop_assert!(!lacks.iter().any(|lack| matches!(lack, Lack::Field(_))), "{:?}", lacks);
            }
        }
    }
}
