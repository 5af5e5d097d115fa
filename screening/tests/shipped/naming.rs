//! What place and people are called: every choice reads as if it had been written so.

use crate::{named, shipped};
use screening::instrument::Instrument;
use screening::instrument::sheet;
use screening::language;
use screening::promise::Promise;
use screening::readability::lix;
use screening::settings::Settings;
use std::collections::BTreeMap;

/// A choice of words, by name.
type Words = BTreeMap<String, String>;

/// The instrument in every choice of its words.
pub(crate) fn every_choice(instrument: &Instrument) -> Vec<(Words, Instrument)> {
    let mut choices = vec![Words::new()];
    for (name, words) in &instrument.names {
        choices = choices
            .iter()
            .flat_map(|choice| {
                words.iter().map(move |word| {
                    let mut choice = choice.clone();
                    choice.insert(name.clone(), word.clone());
                    choice
                })
            })
            .collect();
    }
    choices.into_iter().map(|choice| (choice.clone(), instrument.clone().in_words(&choice))).collect()
}

fn recovery(place: &str, users: &str) -> Instrument {
    let choice = [("place", place), ("users", users)].map(|(name, word)| (name.to_owned(), word.to_owned()));
    named("recovery-orientering").in_words(&choice.into())
}

#[test]
fn no_choice_leaves_a_brace_behind() {
    for instrument in shipped() {
        for (choice, instrument) in every_choice(&instrument) {
            for texts in instrument.texts.values() {
                let read = serde_json::to_string(&screening::instrument::Texts {
                    // The only braces that may be there are JSON's own.
                    names: BTreeMap::new(),
                    ..texts.clone()
                })
                .unwrap();
                let value: serde_json::Value = serde_json::from_str(&read).unwrap();
                assert_no_brace(&value, &choice);
            }
        }
    }
}

fn assert_no_brace(value: &serde_json::Value, choice: &Words) {
    match value {
        serde_json::Value::String(text) => assert!(!text.contains(['{', '}']), "{choice:?}: {text}"),
        serde_json::Value::Array(all) => all.iter().for_each(|one| assert_no_brace(one, choice)),
        serde_json::Value::Object(all) => all.values().for_each(|one| assert_no_brace(one, choice)),
        _ => {}
    }
}

#[test]
fn where_nobody_chooses_it_says_the_place_and_its_users() {
    let instrument = named("recovery-orientering");
    let texts = instrument.texts("da");
    assert_eq!(texts.group(&"users".into()), "Brugere");
    assert_eq!(texts.item(&"1.1".into(), &"staff".into()), Some("Vi kender stedets mål for recovery."));
    assert_eq!(
        texts.item(&"7.1".into(), &"users".into()),
        Some("Vi, der bruger stedet, er med til at bestemme.")
    );
    assert_eq!(
        texts.indicators["2.4"].anchors[&1],
        "Ingen bruger har en fast medarbejder. Man taler med den, der er på arbejde."
    );
    assert_eq!(texts.focus_point(&"7".into()), "Indflydelse på stedet");
}

#[test]
fn a_choice_is_inflected() {
    let instrument = recovery("bostøtten", "medlemmerne");
    let texts = instrument.texts("da");
    assert_eq!(texts.group(&"users".into()), "Medlemmer");
    assert_eq!(texts.item(&"1.1".into(), &"staff".into()), Some("Vi kender bostøttens mål for recovery."));
    assert_eq!(
        texts.item(&"2.4".into(), &"leaders".into()),
        Some("Hos os har hvert medlem en medarbejder, som kender personen godt.")
    );
    assert_eq!(texts.indicators["6.4"].anchors[&1], "Medarbejderne tager sig af opgaverne i bostøtten.");
    assert_eq!(
        texts.indicators["5.4"].anchors[&1],
        "Medlemmet bliver ikke spurgt, hvad der hjælper. Bostøtten gør det samme for alle."
    );
    // Own experience is of using the psychiatric services, whatever those who come here are called.
    assert_eq!(
        texts.item(&"7.2".into(), &"staff".into()),
        Some("Vi har lønnede kolleger med egen erfaring som bruger.")
    );
    let home = recovery("bostedet", "beboerne");
    assert_eq!(
        home.texts("da").item(&"7.1".into(), &"users".into()),
        Some("Vi, der bor på bostedet, er med til at bestemme.")
    );
}

/// A language may have another word than `instrument.toml`, and forms of its own.
#[test]
fn a_choice_is_said_in_every_language() {
    let item = |instrument: &Instrument, language: &str, id: &str, group: &str| {
        instrument.texts(language).item(&id.into(), &group.into()).expect("a statement").to_owned()
    };
    let usual = named("recovery-orientering");
    assert_eq!(item(&usual, "nb", "7.1", "users"), "Vi som bruker stedet, er med og bestemmer.");
    assert_eq!(
        item(&usual, "en", "7.1", "users"),
        "Those of us who use the place take part in deciding things."
    );
    assert_eq!(item(&usual, "nb", "3.2", "leaders"), "Hos oss er målene i planen brukerens egne.");
    assert_eq!(item(&usual, "en", "3.2", "leaders"), "Here, the goals in the plan are the user’s own.");
    let home = recovery("bostedet", "beboerne");
    assert_eq!(item(&home, "nb", "7.1", "users"), "Vi som bor i botilbudet, er med og bestemmer.");
    assert_eq!(
        item(&home, "en", "7.1", "users"),
        "Those of us who live at the home take part in deciding things."
    );
    let support = recovery("bostøtten", "medlemmerne");
    assert_eq!(item(&support, "nb", "1.1", "staff"), "Vi kjenner målene botjenesten har for recovery.");
    assert_eq!(
        item(&support, "en", "1.1", "staff"),
        "We know the goals that the support team has for recovery."
    );
    assert_eq!(
        item(&support, "nb", "2.2", "leaders"),
        "Hos oss blir medlemmene tatt på alvor når de sier noe."
    );
    assert_eq!(
        item(&support, "en", "2.2", "leaders"),
        "Here, members are taken seriously when they say something."
    );
    let anchor = |language: &str| support.texts(language).indicators["5.4"].anchors[&1].clone();
    assert_eq!(
        anchor("nb"),
        "Medlemmet blir ikke spurt hva som hjelper. Botjenesten gjør det samme for alle."
    );
    assert_eq!(anchor("en"), "The member is not asked what helps. The support team does the same for all.");
}

#[test]
fn a_choice_can_be_made_again_and_none_changes_what_is_asked() {
    for instrument in shipped() {
        for (choice, chosen) in every_choice(&instrument) {
            assert_eq!(chosen.clone().in_words(&Words::new()), instrument, "{choice:?}");
            assert_eq!(chosen.focus_points, instrument.focus_points);
            assert_eq!(chosen.groups, instrument.groups);
            let mut sheet = Vec::new();
            sheet::write(&chosen, &mut sheet).unwrap();
            assert_eq!(
                sheet::read(&sheet).unwrap().instrument,
                instrument,
                "a sheet has the words to choose from"
            );
        }
    }
}

#[test]
fn what_is_frozen_keeps_its_words() {
    let frozen = recovery("værestedet", "borgerne").frozen();
    let again = frozen.clone().in_words(&Words::new());
    assert_eq!(again.texts, frozen.texts);
    assert!(frozen.patterns.is_empty());
}

/// Promise, slip and poster to those who use the place name it: they stay easy whatever it is called.
#[test]
fn what_the_program_says_of_the_place_stays_easy() {
    let settings = Settings::default();
    for (choice, instrument) in every_choice(&named("recovery-orientering")) {
        let languages = instrument.languages.iter().map(|code| language::of(code));
        let spoken =
            languages.flat_map(|language| instrument.groups.iter().map(move |group| (language, group)));
        for (language, group) in spoken {
            let promise = Promise::new(&settings, &instrument, &group.id, language);
            let poster = promise.poster("Egelunden", "https://pejling.example.dk");
            let kinds = [promise.before_you_start(), promise.slip().to_vec(), poster.lines];
            // Each kind to users is easy; the two lines of a slip to others are too few to measure alone.
            let said = if group.service_users { kinds.to_vec() } else { vec![kinds.concat()] };
            let most = if group.service_users { 20.0 } else { 30.0 };
            for lines in said {
                let found = lix(&lines.join("\n"));
                assert!(found <= most, "{} of {choice:?}: LIX {found:.1}: {lines:?}", language.code());
            }
        }
    }
    let home = recovery("bostedet", "beboerne");
    let users = "users".into();
    let promise = Promise::new(&settings, &home, &users, language::of("da"));
    assert_eq!(promise.slip()[0], "Hvordan er det at bo på bostedet? Vi vil gerne høre, hvad du synes.");
    assert_eq!(promise.before_you_start()[0], "Det handler om bostedet. Det handler ikke om dig.");
    assert_eq!(promise.pile("", [], "https://pejling.example.dk").heading, "Beboere");
}
