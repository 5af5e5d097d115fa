//! The screening that a place had before.

use super::Scene;
use super::answers::responses;
use super::course::{Done, Step, prepare};
use super::dice::Dice;
use super::texts::{Course, Hearing, Minute, Organisation};
use jiff::civil::Date;
use screening::id::{FocusPointId, GroupId};
use screening::plan::Goal;
use screening::schedule::Milestone;
use serde::Deserialize;
use std::collections::BTreeMap;
use workflow::Actor;

/// A screening that a place had before, with its hearings, its report's day, and the plan that came of it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct EarlierRound {
    pub(super) season: String,
    pub(super) level: f64,
    pub(super) moved: BTreeMap<FocusPointId, f64>,
    pub(super) created: String,
    pub(super) opened: String,
    pub(super) closed: String,
    pub(super) released: String,
    pub(super) schedule: BTreeMap<Milestone, Date>,
    pub(super) hearings: String,
    pub(super) hear_back: String,
    pub(super) answer_by: String,
    pub(super) held: Vec<Hearing>,
    pub(super) minutes: Vec<Minute>,
    pub(super) minutes2: Vec<Minute>,
    pub(super) goals: Vec<Goal>,
    pub(super) submitted: BTreeMap<GroupId, Vec<u64>>,
}

impl Organisation {
    /// The place as it was the time before.
    pub(super) fn before(&self, earlier: &EarlierRound) -> Self {
        let earlier = earlier.clone();
        Self {
            season: earlier.season,
            level: earlier.level,
            moved: earlier.moved,
            schedule: earlier.schedule,
            hearings: earlier.hearings,
            hear_back: earlier.hear_back,
            answer_by: earlier.answer_by,
            created: earlier.created,
            opened: earlier.opened,
            closed: Some(earlier.closed),
            submitted: earlier.submitted,
            course: Course::Closed,
            released: None,
            earlier: None,
            ..self.clone()
        }
    }
}

/// The time before: answered and closed, its report released, its plan followed up. What people wrote then is not kept.
pub(super) async fn run(scene: &Scene, place: &Organisation, actor: &Actor) -> Done<Option<String>> {
    let Some(earlier) = &place.earlier else { return Ok(None) };
    let place = place.before(earlier);
    let id = prepare(scene, &place, actor, None).await?;
    scene.clock.set(&earlier.opened)?;
    scene.workflow.open_screening(actor, &id).await?;
    let dice = Dice::new(super::SEED.rotate_left(16));
    let mut responses = responses(&scene.texts, &scene.instrument, &place, &dice);
    for response in &mut responses {
        response.comments.clear();
    }
    scene.workflow.store.import(&id, &responses).await?;
    scene.clock.set(&earlier.closed)?;
    scene.workflow.begin_closing(actor, &id).await?;
    scene.workflow.end_closing(actor, &id).await?;
    scene.workflow.picture(actor, &id).await?;
    let step = Step { scene, place: &place, actor, id: &id };
    step.hold_both(&earlier.held, [&earlier.minutes, &earlier.minutes2]).await?;
    scene.clock.set(&earlier.released)?;
    scene.workflow.release_report(actor, &id).await?;
    super::plan::write(scene, actor, &id, &earlier.goals).await?;
    Ok(Some(id))
}
