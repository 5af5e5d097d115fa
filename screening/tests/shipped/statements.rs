//! What those who answer read: how long and how hard it is, and whether every chair is asked the same.

use crate::in_all_words;
use screening::instrument::{Disclosure, Group, Instrument, Texts};
use screening::readability::{is_long, lix, words};
use std::collections::BTreeSet;

/// Statements, introductions and the rest that one group reads, each kind together.
fn kinds<'a>(texts: &'a Texts, group: &Group) -> [(&'static str, Vec<&'a str>); 4] {
    let own = texts.scale.by_group.get(&group.id);
    let help = own.and_then(|own| own.help.as_deref()).unwrap_or(&texts.scale.help);
    let of = |texts: Vec<Option<&'a String>>| texts.into_iter().flatten().map(String::as_str).collect();
    [
        ("statements", of(texts.indicators.values().map(|one| one.items.get(&group.id)).collect())),
        ("introductions", of(texts.focus_points.values().map(|one| one.intro.get(&group.id)).collect())),
        ("help", vec![help]),
        ("open question", of(vec![texts.open_question.get(&group.id)])),
    ]
}

/// Every statement with whose it is, in the default language.
fn statements(instrument: &Instrument) -> Vec<(&Group, &str)> {
    let texts = instrument.texts(&instrument.languages[0]);
    let mut said = Vec::new();
    for group in &instrument.groups {
        let own = instrument.indicators().filter_map(|one| texts.item(&one.id, &group.id));
        said.extend(own.map(|statement| (group, statement)));
    }
    said
}

#[test]
fn what_is_answered_is_easy_to_read() {
    for instrument in in_all_words() {
        let texts = instrument.texts("da");
        for group in &instrument.groups {
            let most = if group.service_users { 20.0 } else { 30.0 };
            for (kind, lines) in kinds(texts, group) {
                let found = lix(&lines.join("\n"));
                assert!(
                    !lines.is_empty() && found <= most,
                    "{}: {kind} of {}: LIX {found:.1}",
                    instrument.id,
                    group.id
                );
            }
        }
    }
}

#[test]
fn a_statement_is_short_and_says_one_thing() {
    for instrument in in_all_words() {
        for (group, statement) in statements(&instrument) {
            let lower = statement.to_lowercase();
            let all = words(&lower);
            let most = if group.service_users { 14 } else { 20 };
            assert!(all.len() <= most, "{statement}");
            let long = all.iter().filter(|word| is_long(word)).count();
            assert!(!group.service_users || long <= 2, "{statement}");
            assert!(statement.ends_with('.') && statement.matches('.').count() == 1, "{statement}");
            assert!(!statement.contains('/') && !all.contains(&"eller"), "two ideas? {statement}");
            let negations = ["ikke", "aldrig", "ingen", "intet", "hverken", "uden at", "undgår"];
            let denied = negations.iter().map(|word| lower.matches(word).count()).sum::<usize>();
            assert!(denied <= 1, "two negations: {statement}");
        }
        let reversed = instrument.indicators().flat_map(|one| &one.reverse).collect::<Vec<_>>();
        assert!(reversed.len() <= 2, "{}: {reversed:?}", instrument.id);
        assert!(!reversed.iter().any(|id| instrument.group(id).is_some_and(|group| group.service_users)));
    }
}

/// Stems of the words that carry the meaning: three letters of each that has as many, without who is speaking and of
/// whom. They tell a statement about something else; a shade of meaning only reading aloud does.
fn stems(statement: &str) -> BTreeSet<String> {
    const SMALL: [&str; 28] = [
        "hos", "her", "jeg", "mig", "min", "mit", "mine", "man", "sig", "sin", "sit", "vores", "dem", "den",
        "det", "der", "som", "til", "for", "med", "har", "kan", "får", "bliver", "blive", "når", "hvad",
        "ser",
    ];
    const WHO: [&str; 7] = ["bruger", "deltager", "borger", "medarbejder", "ansat", "ledelse", "stedet"];
    let lower = statement.to_lowercase();
    let carrying =
        words(&lower).into_iter().filter(|word| word.chars().count() >= 3 && !SMALL.contains(word));
    let meant = carrying.filter(|word| !WHO.iter().any(|start| word.starts_with(start)));
    meant.map(|word| word.chars().take(3).collect()).collect()
}

#[test]
fn the_chairs_of_an_indicator_are_asked_the_same() {
    for instrument in in_all_words() {
        let texts = instrument.texts("da");
        for indicator in instrument.indicators() {
            let said: Vec<(&Group, &str)> = indicator
                .groups
                .iter()
                .map(|id| (instrument.group(id).unwrap(), texts.item(&indicator.id, id).unwrap()))
                .collect();
            for (group, statement) in &said {
                let begins = match (group.service_users, group.disclosure, group.id.as_str()) {
                    (true, ..) => continue,
                    (_, Disclosure::InRole, _) | (.., "politicians") => "Hos os ",
                    _ => "Vi",
                };
                assert!(statement.starts_with(begins), "{}: {statement}", group.id);
            }
            for (place, (_, one)) in said.iter().enumerate() {
                for (_, other) in &said[place + 1..] {
                    let shared = stems(one).intersection(&stems(other)).count();
                    let fewest = stems(one).len().min(stems(other).len());
                    assert!(shared * 2 >= fewest && shared > 0, "drift: {one} / {other}");
                }
            }
        }
    }
}

#[test]
fn nobody_is_called_what_they_would_not_be_called() {
    let never = ["klient", "sag", "sager", "sagen", "case", "patient", "patienter", "evidens", "facilitator"];
    // Words of the trade that the users' pages do without.
    let trade = ["medarbejder", "personale", "screening", "indikator", "nedslagspunkt", "indsats"];
    for instrument in in_all_words() {
        for group in &instrument.groups {
            for (kind, lines) in kinds(instrument.texts("da"), group) {
                let text = lines.join("\n").to_lowercase();
                let all = words(&text);
                assert!(
                    !all.iter().any(|word| never.contains(word)),
                    "{}: {kind} of {}",
                    instrument.id,
                    group.id
                );
                let found = trade.iter().find(|word| text.contains(*word));
                assert!(!group.service_users || found.is_none(), "{}: {kind}: {found:?}", instrument.id);
            }
        }
    }
}
