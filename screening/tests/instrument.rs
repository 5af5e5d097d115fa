//! An instrument's files: what is read, and what each fault says.

use screening::instrument::load::{Fault, load};
use screening::instrument::{Disclosure, Form, Instrument};

const STRUCTURE: &str = r#"id = "small"
version = 2
languages = ["da"]

[scale]
min = 1
max = 5
agree_from = 4

[[groups]]
id = "leaders"
disclosure = "in-role"

[[groups]]
id = "users"
disclosure = "protected"
service_users = true
order = ["2", "1"]
minutes = 12

[[values]]
id = "person"
involvement = true

[[focus_points]]
id = "1"

[[focus_points.indicators]]
id = "1.1"
value = "person"
short = ["users"]

[[focus_points.indicators]]
id = "1.2"
groups = ["leaders"]
reverse = ["leaders"]
wording = 3

[[focus_points]]
id = "2"
involvement = true

[[focus_points.indicators]]
id = "2.1"

[names]
place = ["stedet", "bostøtten"]

[signals]
strength = 0.8
"#;

const DANISH: &str = r#"title = "Lille"

[scale]
labels = ["Slet ikke", "Lidt", "Noget", "Meget", "Helt"]
dont_know = "Ved ikke"
help = "Vælg ét svar."

[scale.users]
not_applicable = "Ikke relevant for mig"

[open_question]
users = "Hvad vil du ellers sige?"

[groups]
leaders = "Ledere"
users = "Brugere"

[values]
person = "Personorientering"

[focus_points."1"]
title = "Mødet"
intro = { users = "Om at mødes." }

[focus_points."2"]
title = "Planen"

[indicators."1.1"]
title = "Interesse"
items = { leaders = "Hos os lytter vi.", users = "De ansatte lytter." }
documents = ["Husets regler"]
anchors = { 1 = "Nej", 5 = "Ja" }
dialogue = "Hvornår lykkes det?"

[indicators."1.2"]
items = { leaders = "Hos os er der travlt." }

[indicators."2.1"]
items = { leaders = "Hos os laver vi planen sammen.", users = "Jeg har selv lavet min plan." }

[explain]
recovery = "At komme sig."

[names.place."bostøtten"]
owner = "bostøttens"
"#;

fn faults(structure: &str, danish: &str) -> Vec<Fault> {
    load(("instrument.toml", structure), &[("da", "da.toml", danish)]).expect_err("a fault")
}

/// The faults as `file:line: field`, after replacing one text by another in whichever file has it.
fn places(before: &str, after: &str) -> Vec<String> {
    let (structure, danish) = (STRUCTURE.replacen(before, after, 1), DANISH.replacen(before, after, 1));
    assert!(structure != STRUCTURE || danish != DANISH, "nothing replaced: {before}");
    faults(&structure, &danish).iter().map(|f| format!("{}:{}: {}", f.file, f.line, f.field)).collect()
}

fn small() -> Instrument {
    load(("instrument.toml", STRUCTURE), &[("da", "da.toml", DANISH)]).expect("a sound instrument")
}

#[test]
fn everything_in_the_files_is_read() {
    let instrument = small();
    assert_eq!((instrument.id.as_str(), instrument.version), ("small", 2));
    assert_eq!(instrument.scale.steps(), 5);
    assert_eq!(instrument.scale.agree_from, 4);
    let users = &instrument.groups[1];
    assert_eq!(users.disclosure, Disclosure::Protected);
    assert!(users.service_users && !instrument.groups[0].service_users);
    assert_eq!(users.minutes, Some(12));
    let order = |group: usize| {
        instrument.groups[group].order.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((order(0), order(1)), (vec!["1".into(), "2".into()], vec!["2".into(), "1".into()]));
    assert!(instrument.values[0].involvement && instrument.focus_points[1].involvement);
    let (_, reversed) = instrument.indicator(&"1.2".into()).expect("1.2");
    assert_eq!((reversed.reverse.as_slice(), reversed.wording), (["leaders".into()].as_slice(), 3));
    let (_, open) = instrument.indicator(&"1.1".into()).expect("1.1");
    assert_eq!(open.groups, ["leaders".into(), "users".into()]);
    assert_eq!((open.wording, open.value.clone()), (1, Some("person".into())));
    assert_eq!(instrument.names["place"], ["stedet", "bostøtten"]);
    assert_eq!((instrument.signals.strength, instrument.signals.talk), (0.8, 0.5));
    let texts = instrument.texts("da");
    assert_eq!(texts.scale.by_group["users"].not_applicable.as_deref(), Some("Ikke relevant for mig"));
    assert_eq!(texts.item(&"2.1".into(), &"users".into()), Some("Jeg har selv lavet min plan."));
    assert_eq!(texts.indicators["1.1"].anchors[&5], "Ja");
    assert_eq!(texts.names["place"]["bostøtten"]["owner"], "bostøttens");
    let short = instrument.questionnaire(&"users".into(), Form::Short);
    assert_eq!(short.len(), 1);
    assert_eq!(short[0].1[0].id.as_str(), "1.1");
}

#[test]
fn a_frozen_copy_is_the_same_instrument() {
    let copy = serde_json::to_string(&small()).expect("JSON");
    assert_eq!(serde_json::from_str::<Instrument>(&copy).expect("an instrument"), small());
}

#[test]
fn a_fault_says_file_line_field_and_mend() {
    let broken = STRUCTURE.replace("agree_from = 4", "agree_from = 6");
    assert_eq!(
        faults(&broken, DANISH)[0].to_string(),
        "instrument.toml:8: scale.agree_from: must be on the scale, 1 to 5, not 6"
    );
}

#[test]
fn faults_in_the_structure_are_placed() {
    let cases = [
        ("id = \"small\"", "name = \"small\"", vec!["instrument.toml:1: name", "instrument.toml:1: id"]),
        ("min = 1", "min = -1", vec!["instrument.toml:6: scale.min"]),
        ("max = 5", "max = 12", vec!["instrument.toml:7: scale.max"]),
        ("max = 5", "max = 1", vec!["instrument.toml:7: scale.max"]),
        ("max = 5", "max = 4.5", vec!["instrument.toml:7: scale.max"]),
        ("\"in-role\"", "\"open\"", vec!["instrument.toml:12: groups.\"leaders\".disclosure"]),
        ("order = [\"2\", \"1\"]", "order = [\"2\"]", vec!["instrument.toml:18: groups.\"users\".order"]),
        (
            "order = [\"2\", \"1\"]",
            "order = [\"2\", \"1\", \"2\"]",
            vec!["instrument.toml:18: groups.\"users\".order"],
        ),
        (
            "order = [\"2\", \"1\"]",
            "order = [\"2\", \"1\", \"9\"]",
            vec!["instrument.toml:18: groups.\"users\".order"],
        ),
        ("minutes = 12", "minuts = 12", vec!["instrument.toml:19: groups.\"users\".minuts"]),
        (
            "value = \"person\"",
            "value = \"hope\"",
            vec!["instrument.toml:30: focus_points.\"1\".indicators.\"1.1\".value"],
        ),
        (
            "reverse = [\"leaders\"]",
            "reverse = [\"users\"]",
            vec!["instrument.toml:36: focus_points.\"1\".indicators.\"1.2\".reverse"],
        ),
        (
            "wording = 3",
            "wording = 0",
            vec!["instrument.toml:37: focus_points.\"1\".indicators.\"1.2\".wording"],
        ),
        ("strength = 0.8", "strength = 1.2", vec!["instrument.toml:50: signals.strength"]),
        ("strength = 0.8", "strenght = 0.8", vec!["instrument.toml:50: signals.strenght"]),
        ("strength = 0.8", "strength = nan", vec!["instrument.toml:50: signals.strength"]),
        ("[\"da\"]", "[]", vec!["instrument.toml:3: languages", "da.toml:1: languages"]),
        ("[\"da\"]", "[\"da\", \"nb\"]", vec!["instrument.toml:3: languages"]),
    ];
    for (before, after, expected) in cases {
        assert_eq!(places(before, after), expected, "{after}");
    }
}

#[test]
fn ids_are_distinct_over_indicators_focus_points_and_values() {
    for (before, after, line) in [
        ("id = \"2.1\"", "id = \"1.1\"", 44),
        ("id = \"2.1\"", "id = \"person\"", 44),
        ("id = \"users\"", "id = \"leaders\"", 15),
    ] {
        let found = faults(&STRUCTURE.replace(before, after), DANISH);
        assert_eq!((found[0].line, found[0].field.ends_with(".id")), (line, true), "{}", found[0]);
    }
}

#[test]
fn an_id_may_not_be_a_column_of_the_answers_file() {
    let found = faults(&STRUCTURE.replace("id = \"2.1\"", "id = \"unit\""), DANISH);
    assert!(found[0].field.ends_with("indicators.\"unit\".id"), "{}", found[0]);
}

#[test]
fn a_group_that_is_never_asked_is_a_fault() {
    let structure = STRUCTURE
        .replace("value = \"person\"\nshort = [\"users\"]", "groups = [\"leaders\"]")
        .replace("id = \"2.1\"", "id = \"2.1\"\ngroups = [\"leaders\"]");
    let found = faults(&structure, DANISH);
    assert_eq!((found[0].line, found[0].field.as_str()), (15, "groups.\"users\".id"));
}

#[test]
fn faults_in_a_language_file_are_placed() {
    let cases = [
        ("title = \"Lille\"", "", vec!["da.toml:1: title"]),
        ("title = \"Lille\"", "title = \" \"", vec!["da.toml:1: title"]),
        (", \"Helt\"]", "]", vec!["da.toml:4: scale.labels"]),
        ("[scale.users]", "[scale.staff]", vec!["da.toml:8: scale.staff"]),
        ("leaders = \"Ledere\"\n", "", vec!["da.toml:14: groups.leaders"]),
        ("title = \"Planen\"", "", vec!["da.toml:25: focus_points.2.title"]),
        ("users = \"De ansatte lytter.\"", "", vec!["da.toml:30: indicators.\"1.1\".items.users"]),
        (
            "items = { leaders = \"Hos os er der travlt.\"",
            "items = { leaders = \"Hos os er der travlt.\", users = \"Her er travlt.\"",
            vec!["da.toml:36: indicators.\"1.2\".items.users"],
        ),
        ("5 = \"Ja\"", "6 = \"Ja\"", vec!["da.toml:32: indicators.\"1.1\".anchors.6"]),
        ("person = \"Personorientering\"", "hope = \"Håb\"", vec!["da.toml:19: values.hope"]),
        ("dialogue =", "dialog =", vec!["da.toml:33: indicators.\"1.1\".dialog"]),
        (
            "dialogue = \"Hvornår lykkes det?\"",
            "dialogue = 3",
            vec!["da.toml:33: indicators.\"1.1\".dialogue"],
        ),
    ];
    for (before, after, expected) in cases {
        assert_eq!(places(before, after), expected, "{after}");
    }
}

#[test]
fn all_faults_come_at_once_in_the_order_of_the_files() {
    let structure = STRUCTURE.replace("wording = 3", "wording = 0").replace("min = 1", "min = \"one\"");
    let danish = DANISH.replace("title = \"Planen\"", "").replace("title = \"Lille\"", "");
    let found = faults(&structure, &danish);
    let places: Vec<_> = found.iter().map(|f| (f.file.as_str(), f.line)).collect();
    assert_eq!(places[..2], [("instrument.toml", 6), ("instrument.toml", 37)]);
    assert_eq!(places[2..], [("da.toml", 1), ("da.toml", 25)]);
}

#[test]
fn what_is_no_toml_is_a_fault_of_one_line() {
    let found = faults(&STRUCTURE.replace("version = 2", "version = = 2"), DANISH);
    assert_eq!((found[0].line, found[0].file.as_str()), (2, "instrument.toml"));
    assert!(found.iter().all(|fault| !fault.to_string().contains('\n')));
    let found = faults(STRUCTURE, "title = \"Lille\ntitle");
    assert!(found.iter().all(|fault| fault.file == "da.toml"), "{found:?}");
}

#[test]
fn what_a_text_names_must_be_known_in_every_form() {
    let text = |text: &str| DANISH.replace("Hos os lytter vi.", text);
    let said = |danish: &str| {
        faults(STRUCTURE, danish).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        said(&text("Hos os lytter {plase}.")),
        "da.toml:30: indicators.\"1.1\".items.leaders: names {plase}, which is not known: write one of {place}, or offer \
         its words under [names]"
    );
    assert_eq!(
        said(&text("{Place.owner} folk lytter.")),
        "da.toml:30: indicators.\"1.1\".items.leaders: names {Place.owner}, a form that \"stedet\" lacks: write owner = \
         \"…\" under [names.place.\"stedet\"]"
    );
    let lists =
        DANISH.replace("documents = [\"Husets regler\"]", "documents = [\n\"Husets regler\",\n\"{x}\"]");
    assert!(
        said(&lists).starts_with("da.toml:33: indicators.\"1.1\".documents: names {x}"),
        "{}",
        said(&lists)
    );
    let form = DANISH.replace("\"bostøttens\"", "\"{place}s\"");
    assert!(
        said(&form).starts_with("da.toml:45: names.place.\"bostøtten\".owner: names another word"),
        "{}",
        said(&form)
    );
    let none = STRUCTURE.replace("[names]\nplace = [\"stedet\", \"bostøtten\"]\n", "");
    let danish = text("{place} lytter.").replace("[names.place.\"bostøtten\"]\nowner = \"bostøttens\"\n", "");
    let found = faults(&none, &danish);
    assert!(found[0].message.contains("offer its words under [names] in instrument.toml"), "{}", found[0]);
}

#[test]
fn texts_say_the_words_that_are_chosen() {
    let danish = DANISH
        .replace("Hos os lytter vi.", "{Place} lytter, {place} lytter {ikke dét}.")
        .replace("[explain]", "[names.place.stedet]\nowner = \"stedets\"\n[explain]")
        .replace("\"Helt\"]", "\"{place.owner}\"]");
    let instrument =
        load(("instrument.toml", STRUCTURE), &[("da", "da.toml", &danish)]).expect("an instrument");
    let read = |instrument: &Instrument| {
        let texts = instrument.texts("da");
        (texts.item(&"1.1".into(), &"leaders".into()).unwrap().to_owned(), texts.scale.labels[4].clone())
    };
    assert_eq!(read(&instrument), ("Stedet lytter, stedet lytter {ikke dét}.".into(), "stedets".into()));
    let chosen = [("place".to_owned(), "bostøtten".to_owned())].into();
    let instrument = instrument.in_words(&chosen);
    assert_eq!(
        read(&instrument),
        ("Bostøtten lytter, bostøtten lytter {ikke dét}.".into(), "bostøttens".into())
    );
}

#[test]
fn an_empty_file_names_all_that_is_missing() {
    let found = faults("", "");
    let fields: Vec<_> = found.iter().map(|fault| fault.field.as_str()).collect();
    for field in ["id", "version", "languages", "scale", "groups", "focus_points", "title"] {
        assert!(fields.contains(&field), "{field} in {fields:?}");
    }
}
