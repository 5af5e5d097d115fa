//! The development plan of the demonstration: each goal written and followed up on its own days, as anybody would.

use super::course::Done;
use super::{DemonstrationError, Scene};
use screening::plan::{Aim, Goal, GoalChange, People, Position, Telling};
use workflow::Actor;

/// Writes the plan of a screening whose report is released.
pub(super) async fn write(scene: &Scene, actor: &Actor, id: &str, goals: &[Goal]) -> Done {
    for goal in goals {
        let planned = Planned { scene, actor, id, goal };
        planned.write().await?;
    }
    Ok(())
}

/// What is told those who took part after three months.
pub(super) async fn tell(scene: &Scene, actor: &Actor, id: &str) -> Done {
    let told = scene.texts.told.clone();
    scene.workflow.save_told(actor, id, Telling::ThreeMonths, 0, told).await?;
    Ok(())
}

struct Planned<'a> {
    scene: &'a Scene,
    actor: &'a Actor,
    id: &'a str,
    goal: &'a Goal,
}

impl Planned<'_> {
    async fn write(&self) -> Done {
        let Goal { statement, begins, .. } = self.goal;
        let begins =
            begins.ok_or_else(|| DemonstrationError::Texts(format!("{statement} has no first day")))?;
        self.scene.clock.set(&begins.to_string())?;
        let (mut id, mut seen) = (None, 0);
        for change in self.parts() {
            id = Some(self.change(id.as_deref(), seen, change).await?);
            seen += 1;
        }
        let mut days: Vec<_> = self.goal.follow_ups.iter().map(|one| one.date).collect();
        days.extend(self.goal.milestones.iter().filter_map(|one| one.done));
        days.sort_unstable();
        days.dedup();
        for day in days {
            self.scene.clock.set(&day.to_string())?;
            let done = self.goal.milestones.iter().filter(|one| one.done == Some(day));
            let ticks = done.map(|one| GoalChange::TickMilestone(one.number, true));
            let made = self.goal.follow_ups.iter().filter(|one| one.date == day).cloned();
            for change in ticks.chain(made.map(GoalChange::FollowUp)) {
                self.change(id.as_deref(), seen, change).await?;
                seen += 1;
            }
        }
        Ok(())
    }

    async fn change(&self, goal: Option<&str>, seen: i64, change: GoalChange) -> Done<String> {
        let known = goal.map(|goal| (goal, seen));
        Ok(self.scene.workflow.write_goal(self.actor, self.id, known, change, true).await?)
    }

    /// The goal's four parts and its milestones, in order.
    fn parts(&self) -> Vec<GoalChange> {
        let goal = self.goal.clone();
        let mut parts = vec![
            GoalChange::Aim(Aim {
                statement: goal.statement,
                why: goal.why,
                activity: goal.activity,
                indicators: goal.indicators,
                life_area: goal.life_area,
            }),
            GoalChange::People(People {
                begins: goal.begins,
                ends: goal.ends,
                place: goal.place,
                who: goal.who,
                user_along: goal.user_along,
            }),
            GoalChange::Questions(goal.questions),
            GoalChange::Position(Position {
                wanted: goal.wanted,
                now: goal.now,
                holds: goal.holds,
                next_step: goal.next_step,
                success: goal.success,
                no_success: goal.no_success,
                cost: goal.cost,
                gain: goal.gain,
            }),
        ];
        parts.extend(
            goal.milestones
                .into_iter()
                .map(|one| GoalChange::AddMilestone { text: one.text, due: Some(one.due) }),
        );
        parts
    }
}
