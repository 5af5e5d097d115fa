//! What a practice is filled with: an invented place in `practice/da/sted.toml`, answered by the demonstration's
//! generator.

use super::answers::responses;
use super::course::legal;
use super::dice::Dice;
use super::texts::{Comment, Document, Observation, Organisation, Texts};
use super::{DemonstrationError, SEED};
use crate::instruments;
use screening::evidence::{Evidence, EvidenceKind, Rating};
use screening::instrument::Form;
use screening::settings::{Invited, Settings};
use serde::Deserialize;
use std::collections::BTreeMap;
use workflow::ports::{PortResult, StoreError};
use workflow::practising::{Invented, Inventor};

/// Minutes that closing would last.
const CLOSING_MINUTES: u32 = 30;

/// `practice/da/sted.toml`.
#[derive(Debug, Deserialize)]
struct Scene {
    organisation: Organisation,
    /// What place and people are called.
    names: BTreeMap<String, String>,
    comments: Vec<Comment>,
    documents: Vec<Document>,
    observations: Vec<Observation>,
}

/// Invents the place to practise on.
#[derive(Clone, Copy, Debug, Default)]
pub struct PracticeInventor;

impl Inventor for PracticeInventor {
    fn practice(&self) -> PortResult<Invented> {
        invented().map_err(|error| StoreError(Box::new(error)))
    }
}

fn invented() -> Result<Invented, DemonstrationError> {
    let Scene { organisation: place, names, comments, documents, observations } =
        toml::from_str(include_str!("../../practice/da/sted.toml"))
            .map_err(|error| DemonstrationError::Texts(format!("practice/da/sted.toml: {error}")))?;
    let mut texts = Texts::read()?;
    let instrument = instruments::find(&texts.instrument)?;
    let here = |comment: Comment| Comment { organisation: Some(place.name.clone()), ..comment };
    texts.comments = comments.into_iter().map(here).collect();
    let answered = responses(&texts, &instrument, &place, &Dice::new(SEED.rotate_left(16)));
    let invited = place.invited.iter().map(|(group, numbers)| {
        let number = numbers.iter().sum();
        (group.clone(), BTreeMap::from([(String::new(), number)]))
    });
    let settings = Settings {
        language: instrument.languages.first().cloned().unwrap_or_default(),
        invited: Invited(invited.collect()),
        forms: place.short.iter().map(|group| (group.clone(), Form::Short)).collect(),
        closing_minutes: CLOSING_MINUTES,
        comment_reader: texts.settings.comment_reader.clone(),
        hear_back: place.hear_back.clone(),
        hearings: place.hearings.clone(),
        crisis_line: texts.settings.crisis_line.clone(),
        answer_by: place.answer_by.clone(),
        leader_promise: texts.settings.leader_promise.replace("{date}", &place.answer_by),
        contact: texts.settings.contact.clone(),
        names,
        legal: legal(&texts.settings),
        ..Settings::default()
    };
    let documents = documents.into_iter().map(|one| {
        let evidence = Evidence {
            kind: EvidenceKind::Document,
            title: one.title,
            document_kind: one.kind,
            date: one.date,
            text: one.excerpt,
            indicators: one.indicators,
        };
        (evidence, Rating::Step(one.rating))
    });
    let observations = observations.into_iter().map(|one| {
        let evidence = Evidence {
            kind: EvidenceKind::Observation,
            title: one.place,
            document_kind: String::new(),
            date: format!("{} {}", one.date, one.time),
            text: one.text,
            indicators: one.indicators,
        };
        (evidence, Rating::Step(one.rating))
    });
    Ok(Invented {
        name: place.season.clone(),
        responses: answered,
        evidence: documents.chain(observations).collect(),
        place: place.name,
        instrument,
        settings,
    })
}

#[cfg(test)]
mod tests {
    use super::invented;

    #[test]
    fn the_place_is_marked_and_the_same_every_time() {
        let (one, other) = (invented().unwrap(), invented().unwrap());
        assert!(one.place.ends_with("(øvelse)"), "{}", one.place);
        let answers = |invented: &super::Invented| {
            invented.responses.iter().map(|one| (one.group.clone(), one.answers.clone())).collect::<Vec<_>>()
        };
        assert_eq!(answers(&one), answers(&other));
        let users = answers(&one).iter().filter(|(group, _)| group.as_str() == "users").count();
        assert!(users >= 10, "{users}: the picture shows everything of the users");
        assert!(!one.evidence.is_empty());
    }
}
