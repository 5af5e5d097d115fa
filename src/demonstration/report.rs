//! The report of the demonstration: written, read through by a second facilitator, talked over, released, answered.

use super::course::Done;
use super::texts::{AccountRole, Organisation};
use super::{DemonstrationError, Scene};
use screening::report::SectionKind;
use workflow::Actor;
use workflow::reports::{HandOver, HandOverItem, Place, ReportRecord, TalkKind};

/// Takes a place's report as far as its first version, and the meeting where it is handed over. What is written in it is
/// there when it is talked over.
pub(super) async fn release(scene: &Scene, place: &Organisation, actor: &Actor, id: &str) -> Done {
    if let Some(first) = scene.texts.talks.values().map(|talk| talk.date).min() {
        scene.clock.set(&first.to_string())?;
    }
    edit(scene, actor, id).await?;
    read_through(scene, place, actor, id).await?;
    for kind in TalkKind::ALL {
        if let Some(talk) = scene.texts.talks.get(kind.id()) {
            let seen = ReportRecord::default().talk_seen(kind);
            scene.clock.set(&talk.date.to_string())?;
            scene.workflow.record_talk(actor, id, kind, &seen, talk.clone()).await?;
        }
    }
    if let Some(day) = &place.released {
        scene.clock.set(day)?;
    }
    scene.workflow.release_report(actor, id).await?;
    let meeting = scene.texts.hand_over.meeting.clone();
    let done = HandOver { meeting, done: HandOverItem::ALL.into() };
    scene.workflow.save_hand_over(actor, id, &HandOver::default(), done).await?;
    Ok(())
}

/// The leader answers what is released.
pub(super) async fn answer(scene: &Scene, place: &Organisation, id: &str) -> Done {
    let Some(leader) = scene.somebody(AccountRole::Leader, place).await? else { return Ok(()) };
    let answer = &scene.texts.answer;
    scene.clock.set(&answer.date)?;
    let seen = scene.workflow.released_report(&leader, id).await?.version;
    scene.workflow.answer_report(&leader, id, seen, answer.text.trim()).await?;
    Ok(())
}

/// Puts the facilitator's own words where the draft has its places to begin and its questions to management.
async fn edit(scene: &Scene, actor: &Actor, id: &str) -> Done {
    let texts = &scene.texts;
    let draft = scene.workflow.draft_report(actor, id).await?;
    let keys: Vec<&str> = draft.sentences().map(|sentence| sentence.key.as_str()).collect();
    let mut edits: Vec<(String, String)> = texts
        .priorities
        .iter()
        .map(|priority| {
            (
                format!("beginnings.{}", priority.focus_point),
                format!("{}. Første skridt: {}", priority.title, priority.first_step),
            )
        })
        .collect();
    let questions = keys.iter().filter(|key| key.starts_with("questions."));
    edits.extend(
        questions.zip(&texts.management_questions).map(|(key, text)| ((*key).to_owned(), text.clone())),
    );
    for (key, text) in edits.iter().filter(|(key, _)| keys.contains(&key.as_str())) {
        scene.workflow.edit_sentence(actor, id, key, Some(text)).await?;
    }
    Ok(())
}

/// The other facilitator reads it and writes notes; the first settles them.
async fn read_through(scene: &Scene, place: &Organisation, actor: &Actor, id: &str) -> Done {
    let Some(reader) = scene.somebody(AccountRole::Facilitator, place).await? else { return Ok(()) };
    for note in &scene.texts.notes {
        let at = match SectionKind::named(&note.at) {
            Some(section) => Place::Section(section),
            None => Place::Sentence(note.at.clone()),
        };
        scene.workflow.add_review_note(&reader, id, at, &note.text).await?;
    }
    scene.workflow.read_through(&reader, id).await?;
    for note in scene.workflow.store.review_notes(id).await? {
        scene.workflow.settle_review_note(actor, id, &note.id, note.revision, true).await?;
    }
    Ok(())
}

impl Scene {
    /// Whoever has this role at this place and at no other.
    async fn somebody(
        &self,
        role: AccountRole,
        place: &Organisation,
    ) -> Result<Option<Actor>, DemonstrationError> {
        let here = |organisation: &Option<String>| organisation.as_deref() == Some(place.name.as_str());
        let known = self.texts.accounts.iter().find(|one| one.role == role && here(&one.organisation));
        let Some(known) = known else { return Ok(None) };
        let accounts = self.workflow.accounts(&Actor::CommandLine).await?;
        let account = accounts.into_iter().find(|(account, _)| account.email == known.email);
        Ok(account.map(|(account, _)| Actor::Account(account)))
    }
}
