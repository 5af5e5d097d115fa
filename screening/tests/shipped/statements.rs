//! What those who answer read: how long and how hard it is, and whether every chair is asked the same.

use crate::in_all_words;
use crate::rules::{self, Rules};
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

/// Every statement with whose it is.
fn statements<'a>(instrument: &'a Instrument, texts: &'a Texts) -> Vec<(&'a Group, &'a str)> {
    let mut said = Vec::new();
    for group in &instrument.groups {
        let own = instrument.indicators().filter_map(|one| texts.item(&one.id, &group.id));
        said.extend(own.map(|statement| (group, statement)));
    }
    said
}

/// How often any of these words stands in the text.
fn count(words_of_text: &[&str], any: &[&str]) -> usize {
    let spoken = format!(" {} ", words_of_text.join(" "));
    any.iter().map(|word| spoken.matches(&format!(" {word} ")).count()).sum()
}

#[test]
fn what_is_answered_is_easy_to_read() {
    for instrument in in_all_words() {
        let everyone =
            instrument.texts.iter().flat_map(|one| instrument.groups.iter().map(move |group| (one, group)));
        for ((language, texts), group) in everyone {
            let most = if group.service_users { 20.0 } else { 30.0 };
            for (kind, lines) in kinds(texts, group) {
                let found = lix(&lines.join("\n"));
                assert!(
                    !lines.is_empty() && found <= most,
                    "{} in {language}: {kind} of {}: LIX {found:.1}",
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
        let said = instrument.texts.iter().flat_map(|(language, texts)| {
            statements(&instrument, texts).into_iter().map(move |said| (rules::of(language), said))
        });
        for (rules, (group, statement)) in said {
            let lower = statement.to_lowercase();
            let all = words(&lower);
            let most = if group.service_users { 14 } else { 20 };
            assert!(all.len() <= most, "{statement}");
            let long = all.iter().filter(|word| is_long(word)).count();
            assert!(!group.service_users || long <= 2, "{statement}");
            assert!(statement.ends_with('.') && statement.matches('.').count() == 1, "{statement}");
            assert!(!statement.contains('/') && !all.contains(&rules.or), "two ideas? {statement}");
            assert!(count(&all, rules.denying) <= 1, "two negations: {statement}");
        }
        let reversed = instrument.indicators().flat_map(|one| &one.reverse).collect::<Vec<_>>();
        assert!(reversed.len() <= 2, "{}: {reversed:?}", instrument.id);
        assert!(!reversed.iter().any(|id| instrument.group(id).is_some_and(|group| group.service_users)));
    }
}

/// Stems of the words that carry the meaning: three letters of each that has as many, without who is speaking and of
/// whom. They tell a statement about something else; a shade of meaning only reading aloud does.
fn stems(statement: &str, rules: &Rules) -> BTreeSet<String> {
    let lower = statement.to_lowercase();
    let carrying =
        words(&lower).into_iter().filter(|word| word.chars().count() >= 3 && !rules.small.contains(word));
    let meant = carrying.filter(|word| !rules.who.iter().any(|start| word.starts_with(start)));
    meant.map(|word| word.chars().take(3).collect()).collect()
}

#[test]
fn the_chairs_of_an_indicator_are_asked_the_same() {
    for instrument in in_all_words() {
        let everywhere = instrument
            .texts
            .iter()
            .flat_map(|one| instrument.indicators().map(move |indicator| (one, indicator)));
        for ((language, texts), indicator) in everywhere {
            let rules = rules::of(language);
            let said: Vec<(&Group, &str)> = indicator
                .groups
                .iter()
                .map(|id| (instrument.group(id).unwrap(), texts.item(&indicator.id, id).unwrap()))
                .collect();
            for (group, statement) in &said {
                let begins = match (group.service_users, group.disclosure, group.id.as_str()) {
                    (true, ..) => continue,
                    (_, Disclosure::InRole, _) | (.., "politicians") => rules.of_ours,
                    _ => rules.we,
                };
                assert!(statement.starts_with(begins), "{}: {statement}", group.id);
            }
            for (place, (_, one)) in said.iter().enumerate() {
                for (_, other) in &said[place + 1..] {
                    let (one_means, other_means) = (stems(one, rules), stems(other, rules));
                    let shared = one_means.intersection(&other_means).count();
                    let fewest = one_means.len().min(other_means.len());
                    assert!(shared * 2 >= fewest && shared > 0, "drift: {one} / {other}");
                }
            }
        }
    }
}

#[test]
fn nobody_is_called_what_they_would_not_be_called() {
    for instrument in in_all_words() {
        let everyone =
            instrument.texts.iter().flat_map(|one| instrument.groups.iter().map(move |group| (one, group)));
        for ((language, texts), group) in everyone {
            let rules = rules::of(language);
            let here = format!("{} in {language}", instrument.id);
            for (kind, lines) in kinds(texts, group) {
                let text = lines.join("\n").to_lowercase();
                let found = words(&text).into_iter().find(|word| rules.never.contains(word));
                assert!(found.is_none(), "{here}: {kind} of {}: {found:?}", group.id);
                let found = rules.trade.iter().find(|word| text.contains(*word));
                assert!(!group.service_users || found.is_none(), "{here}: {kind}: {found:?}");
            }
        }
    }
}
