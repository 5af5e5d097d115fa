//! A signal in words: the figures it rests on as they are published, never a figure of its own.

use super::{Signal, SignalKind};
use crate::figures::standing;
use crate::id::GroupId;
use crate::instrument::Instrument;
use crate::language::{Language, Mean, RuleFacts};
use crate::picture::{Kind, Published};

/// What a signal says, with its numbers: *Brugernes gennemsnit er 2,6 (n = 14).*
pub fn said(
    signal: &Signal,
    published: &Published,
    instrument: &Instrument,
    language: &dyn Language,
) -> String {
    let texts = instrument.texts(language.code());
    let (kind, code) = signal.subject.code();
    let mean = |group: &GroupId| {
        let (figure, n) = standing(published, instrument, kind, code, group).mean()?;
        Some(Mean { group: texts.groups.get(group)?, figure, n })
    };
    let leading = mean(&signal.group).map(|mean| language.said_mean(mean));
    let sentences = match signal.kind {
        SignalKind::Strength | SignalKind::Talk => {
            [leading, said_agreement(signal, published, instrument, language)]
        }
        SignalKind::SeenDifferently => {
            let sides = [Some(&signal.group), signal.other_group.as_ref()];
            let means: Vec<Mean<'_>> = sides.into_iter().flatten().filter_map(mean).collect();
            [(!means.is_empty()).then(|| language.said_gap(&means, signal.clear)), None]
        }
        SignalKind::Unknown => {
            let count = published.row(kind, code, &signal.group).and_then(|row| row.dont_know);
            let submitted = published.groups.iter().find(|count| count.group == signal.group);
            let said = count.zip(submitted).map(|(count, group)| {
                let answer = dont_know_label(instrument, language, &signal.group);
                language.said_unknown(texts.group(&signal.group), count, group.submitted, answer)
            });
            [said, None]
        }
        SignalKind::WordAndDeed => [signal.rating.map(|rating| language.said_rating(rating)), leading],
    };
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many of the group that leads agree, in the rules that look at it and where it is shown (indicators).
pub(crate) fn said_agreement(
    signal: &Signal,
    published: &Published,
    instrument: &Instrument,
    language: &dyn Language,
) -> Option<String> {
    let (kind, code) = signal.subject.code();
    let counts = matches!(signal.kind, SignalKind::Strength | SignalKind::Talk);
    let row = published.row(kind, code, &signal.group).filter(|_| counts && kind == Kind::Indicator)?;
    let group = instrument.texts(language.code()).group(&signal.group);
    Some(language.said_agreement(group, row.agreement?, &agreement_words(instrument, language)))
}

/// The rule of a kind, with the instrument's thresholds in scale points and per cent.
pub fn rule(kind: SignalKind, instrument: &Instrument, language: &dyn Language) -> String {
    let texts = instrument.texts(language.code());
    let users: Vec<String> = instrument
        .groups
        .iter()
        .filter(|group| group.service_users)
        .map(|group| language.inside(texts.group(&group.id)))
        .collect();
    let limits = instrument.signals;
    let point = |level: f64| f64::from(instrument.scale.min) + level * instrument.scale.range();
    language.signal_rule(
        kind,
        &RuleFacts {
            users: &language.list(&users),
            strength: point(limits.strength),
            others_floor: point(limits.others_floor),
            talk: point(limits.talk),
            gap: limits.gap * instrument.scale.range(),
            word_high: point(limits.word_high),
            strength_agreement: limits.strength_agreement * 100.0,
            talk_agreement: limits.talk_agreement * 100.0,
            dont_know: limits.dont_know * 100.0,
            agreement: &agreement_words(instrument, language),
        },
    )
}

/// The scale's words that count as agreement.
pub(crate) fn agreement_words(instrument: &Instrument, language: &dyn Language) -> String {
    let scale = instrument.scale;
    let labels = &instrument.texts(language.code()).scale.labels;
    let from = usize::from(scale.agree_from.saturating_sub(scale.min));
    let agreeing = if labels.len() == scale.steps() { labels.get(from..) } else { None };
    language.agreement_words(agreeing.unwrap_or_default(), scale.agree_from)
}

/// *Ved ikke*, as the group was asked.
fn dont_know_label<'a>(instrument: &'a Instrument, language: &dyn Language, group: &GroupId) -> &'a str {
    let scale = &instrument.texts(language.code()).scale;
    scale.by_group.get(group).and_then(|own| own.dont_know.as_deref()).unwrap_or(&scale.dont_know)
}
