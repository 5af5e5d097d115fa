//! What an assessor reads: prompts and written anchors.

use crate::{in_all_words, rules, shipped};
use screening::instrument::IndicatorTexts;
use screening::readability::{lix, words};

fn has_prompts(texts: &IndicatorTexts) -> bool {
    !texts.documents.is_empty() || !texts.observations.is_empty() || !texts.anchors.is_empty()
}

#[test]
fn an_instrument_is_used_with_evidence_or_without() {
    for instrument in shipped() {
        // To look for a person's progress would be to watch a person.
        let without = instrument.id == "progression";
        for (language, texts) in &instrument.texts {
            for (id, texts) in &texts.indicators {
                assert_eq!(has_prompts(texts), !without, "{} in {language}: {id}", instrument.id);
            }
        }
    }
}

#[test]
fn every_indicator_has_prompts_and_written_anchors() {
    for instrument in in_all_words() {
        let everywhere =
            instrument.texts.iter().flat_map(|one| one.1.indicators.iter().map(move |id| (one.0, id)));
        for (language, (id, texts)) in everywhere.filter(|one| has_prompts(one.1.1)) {
            let id = format!("{} in {language}: {id}", instrument.id);
            assert!((1..=2).contains(&texts.documents.len()), "{id}: documents");
            assert!((1..=2).contains(&texts.observations.len()), "{id}: observations");
            assert_eq!(texts.anchors.keys().copied().collect::<Vec<_>>(), [1, 3, 5], "{id}: anchors");
            for prompt in texts.documents.iter().chain(&texts.observations) {
                assert!(prompt.ends_with('?') && words(prompt).len() <= 30, "{id}: {prompt}");
            }
            for anchor in texts.anchors.values() {
                assert!(anchor.ends_with('.') && anchor.matches('.').count() <= 2, "{id}: {anchor}");
                assert!(words(anchor).len() <= 30, "{id}: {anchor}");
            }
        }
    }
}

#[test]
fn what_an_assessor_reads_is_plain_and_judges_nobody() {
    for instrument in in_all_words().into_iter().filter(|instrument| instrument.id != "progression") {
        for (language, texts) in &instrument.texts {
            let here = format!("{} in {language}", instrument.id);
            let rules = rules::of(language);
            let indicators = &texts.indicators;
            let anchors =
                |step: u8| indicators.values().map(|one| one.anchors[&step].as_str()).collect::<Vec<_>>();
            let prompts = |of: fn(&IndicatorTexts) -> &Vec<String>| {
                indicators.values().flat_map(of).map(String::as_str).collect::<Vec<_>>()
            };
            let kinds = [
                ("documents", prompts(|one| &one.documents)),
                ("observations", prompts(|one| &one.observations)),
                ("anchors of 1", anchors(1)),
                ("anchors of 3", anchors(3)),
                ("anchors of 5", anchors(5)),
            ];
            for (kind, lines) in kinds {
                let text = lines.join("\n");
                let lix = lix(&text);
                assert!(lix <= 30.0, "{here}: {kind}: LIX {lix:.1}");
                let text = text.to_lowercase();
                let all = words(&text);
                let found =
                    all.iter().find(|word| rules.never.contains(word) || rules.judging.contains(word));
                assert!(found.is_none() && !text.contains('/'), "{here}: {kind}: {found:?}");
            }
        }
    }
}
