//! One place's screening, as far as it has come: every step is a use case, on its own day.

use super::answers::{responses, units_of};
use super::dice::Dice;
use super::texts::{Comment, Course, Hearing, Minute, Organisation};
use super::{DemonstrationError, Scene};
use screening::comment::{Criterion, Decision};
use screening::evidence::{Evidence, EvidenceKind, Rating};
use screening::hearing::{Attendance, HearingNumber, MinuteLine, Theme};
use screening::id::IndicatorId;
use screening::instrument::{Form, Instrument};
use screening::settings::{Invited, LegalFacts, Settings};
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::code::AccessCode;
use workflow::hearings::HearingPlan;
use workflow::ports::Randomness;
use workflow::screenings::IssuedCode;
use workflow::{Actor, Workflow};

/// Codes of a group that are handed out to whoever tries the demonstration.
const CODES_OF_A_GROUP: usize = 2;

/// What the codes are drawn with, and nothing else, so that they can be told again.
const CODES_SEED: u64 = super::SEED.rotate_left(32);

/// Minutes that closing lasts.
const CLOSING_MINUTES: u32 = 30;

/// What came of a step.
pub(super) type Done<T = ()> = Result<T, DemonstrationError>;

/// Takes a place's screening as far as it has come; gives a few codes where it is open.
pub(super) async fn run(scene: &Scene, place: &Organisation) -> Done<Vec<IssuedCode>> {
    let actor = scene.facilitator().await?;
    let earlier = super::earlier::run(scene, place, &actor).await?;
    let id = prepare(scene, place, &actor, earlier.as_deref()).await?;
    let step = Step { scene, place, actor: &actor, id: &id };
    let codes = if place.course == Course::Collecting {
        let random = Arc::new(Dice::new(CODES_SEED));
        let workflow = Workflow { random, ..scene.workflow.clone() };
        workflow.make_codes(&actor, step.id).await?
    } else {
        Vec::new()
    };
    scene.clock.set(&place.opened)?;
    scene.workflow.open_screening(&actor, step.id).await?;
    let dice = Dice::new(
        super::SEED ^ scene.texts.organisations.iter().position(|p| p.name == place.name).unwrap_or(0) as u64,
    );
    let responses = responses(&scene.texts, &scene.instrument, place, &dice);
    scene.workflow.store.import(step.id, &responses).await?;
    step.log_evidence().await?;
    if let Some(day) = &place.closed {
        scene.clock.set(day)?;
        scene.workflow.begin_closing(&actor, step.id).await?;
        scene.workflow.end_closing(&actor, step.id).await?;
    }
    if place.course == Course::Finished {
        step.decide_comments().await?;
        let texts = &scene.texts;
        step.hold_both(&texts.hearings, [&texts.minutes, &texts.minutes2]).await?;
        super::report::release(scene, place, &actor, step.id).await?;
        super::plan::write(scene, &actor, step.id, &texts.goals).await?;
        super::plan::tell(scene, &actor, step.id).await?;
        super::report::answer(scene, place, step.id).await?;
    }
    Ok(a_few(&scene.instrument, codes))
}

/// The codes of an earlier filling, drawn again: they are stored nowhere.
pub(super) fn codes_again(instrument: &Instrument, place: &Organisation) -> Vec<IssuedCode> {
    let dice = Dice::new(CODES_SEED);
    // The id of the log's line and the salt are drawn before the codes.
    dice.fill(&mut [0; 16]);
    dice.fill(&mut [0; 32]);
    let mut codes = Vec::new();
    for group in instrument.groups.iter().filter(|_| place.course == Course::Collecting) {
        let numbers = place.invited.get(&group.id).map(Vec::as_slice).unwrap_or_default();
        for (number, unit) in numbers.iter().zip(units_of(place, numbers)) {
            codes.extend((0..*number).map(|_| IssuedCode {
                group: group.id.clone(),
                unit: unit.clone().unwrap_or_default(),
                code: AccessCode::random(&dice).shown(),
            }));
        }
    }
    a_few(instrument, codes)
}

/// Creates the screening, from the one before it where there was one, with everything that must be settled before it
/// opens.
pub(super) async fn prepare(
    scene: &Scene,
    place: &Organisation,
    actor: &Actor,
    earlier: Option<&str>,
) -> Done<String> {
    scene.clock.set(&place.created)?;
    let said = &scene.texts.settings;
    let invited = place.invited.iter().map(|(group, numbers)| {
        let units = units_of(place, numbers).into_iter().map(Option::unwrap_or_default);
        (group.clone(), units.zip(numbers.iter().copied()).collect())
    });
    let settings = Settings {
        language: scene.instrument.languages.first().cloned().unwrap_or_default(),
        units: place.units.clone(),
        invited: Invited(invited.collect()),
        forms: place.short.iter().map(|group| (group.clone(), Form::Short)).collect(),
        closing_minutes: CLOSING_MINUTES,
        comment_reader: said.comment_reader.clone(),
        hear_back: place.hear_back.clone(),
        hearings: place.hearings.clone(),
        crisis_line: said.crisis_line.clone(),
        answer_by: place.answer_by.clone(),
        leader_promise: said.leader_promise.replace("{date}", &place.answer_by),
        contact: said.contact.clone(),
        legal: legal(said),
        ..Settings::default()
    };
    let organisations = scene.workflow.facilitated_organisations(actor).await?;
    let organisation = organisations
        .iter()
        .find(|organisation| organisation.name == place.name)
        .ok_or_else(|| DemonstrationError::Texts(format!("nobody is a facilitator of {}", place.name)))?;
    let instrument = scene.instrument.clone();
    let mut name = place.season.clone();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let workflow = &scene.workflow;
    let start = super::day(&place.created)?;
    let id = match earlier {
        None => workflow.create_screening(actor, &organisation.id, &name, instrument, settings).await?,
        Some(earlier) => {
            let id = workflow.start_again(actor, earlier, &name, start, instrument).await?;
            workflow.save_settings(actor, &id, &name, settings).await?;
            id
        }
    };
    workflow.save_schedule(actor, &id, start, &place.schedule).await?;
    Ok(id)
}

/// The facts that the law asks for.
pub(super) fn legal(said: &super::texts::Settings) -> LegalFacts {
    LegalFacts {
        controller: said.controller.clone(),
        data_protection_officer: said.data_protection_officer.clone(),
        legal_basis: said.legal_basis.clone(),
        retention: said.retention.clone(),
        agreement: said.agreement.clone(),
        impact_assessment: said.impact_assessment.clone(),
    }
}

/// The first codes of each group, those who use the place first.
fn a_few(instrument: &Instrument, codes: Vec<IssuedCode>) -> Vec<IssuedCode> {
    let mut groups: Vec<_> = instrument.groups.iter().collect();
    groups.sort_by_key(|group| !group.service_users);
    groups
        .into_iter()
        .flat_map(|group| codes.iter().filter(|code| code.group == group.id).take(CODES_OF_A_GROUP).cloned())
        .collect()
}

/// What each step of one screening needs.
pub(super) struct Step<'a> {
    pub(super) scene: &'a Scene,
    pub(super) place: &'a Organisation,
    pub(super) actor: &'a Actor,
    pub(super) id: &'a str,
}

impl Step<'_> {
    /// Writes documents and observations, then rates each indicator over all that speaks of it.
    async fn log_evidence(&self) -> Done {
        let texts = &self.scene.texts;
        let here = |organisation: &Option<String>| texts.belongs(organisation.as_deref(), self.place);
        let documents = texts.documents.iter().filter(|document| here(&document.organisation)).map(|d| {
            let evidence = Evidence {
                kind: EvidenceKind::Document,
                title: d.title.clone(),
                document_kind: d.kind.clone(),
                date: d.date.clone(),
                text: d.excerpt.clone(),
                indicators: d.indicators.clone(),
            };
            (evidence, d.rating)
        });
        let observations = texts.observations.iter().filter(|seen| here(&seen.organisation)).map(|seen| {
            let evidence = Evidence {
                kind: EvidenceKind::Observation,
                title: seen.place.clone(),
                document_kind: String::new(),
                date: format!("{} {}", seen.date, seen.time),
                text: seen.text.clone(),
                indicators: seen.indicators.clone(),
            };
            (evidence, seen.rating)
        });
        let mut ratings: BTreeMap<IndicatorId, Vec<u8>> = BTreeMap::new();
        for (evidence, rating) in documents.chain(observations) {
            for indicator in &evidence.indicators {
                ratings.entry(indicator.clone()).or_default().push(rating);
            }
            self.scene.workflow.add_evidence(self.actor, self.id, evidence).await?;
        }
        for (indicator, given) in ratings {
            let sum: usize = given.iter().map(|rating| usize::from(*rating)).sum();
            // Where documents and observations pull apart, the middle, rounded down.
            let rating = u8::try_from(sum / given.len().max(1)).unwrap_or(1);
            self.scene.workflow.rate(self.actor, self.id, &indicator, Rating::Step(rating)).await?;
        }
        Ok(())
    }

    /// Approves what may stand word for word, writes anew what may not, and leaves the rest out.
    async fn decide_comments(&self) -> Done {
        let groups = self.scene.workflow.comments(self.actor, self.id).await?;
        for (key, comment) in groups.into_iter().filter_map(|group| group.comments).flatten() {
            let written = self.scene.texts.comments.iter().find(|known| known.text == comment.text);
            let decision = written.map_or(Decision::LeftOut(Criterion::SaysNothing), decision);
            self.scene.workflow.decide_comment(self.actor, self.id, &key, decision).await?;
        }
        Ok(())
    }

    /// Holds both hearings, as far as they were held.
    pub(super) async fn hold_both(&self, held: &[Hearing], minutes: [&[Minute]; 2]) -> Done {
        for ((number, held), minutes) in
            [HearingNumber::First, HearingNumber::Second].into_iter().zip(held).zip(minutes)
        {
            self.hold(number, held, minutes).await?;
        }
        Ok(())
    }

    /// Holds a hearing: plan, who came, minutes, approved.
    async fn hold(&self, number: HearingNumber, held: &Hearing, minutes: &[Minute]) -> Done {
        let workflow = &self.scene.workflow;
        let view = workflow.hearing(self.actor, self.id, number).await?;
        let themes = held.themes.iter().map(|focus_point| {
            let proposed = view.proposed.iter().find(|theme| theme.focus_point == *focus_point);
            proposed.cloned().unwrap_or_else(|| Theme {
                focus_point: focus_point.clone(),
                indicator: None,
                signal: None,
            })
        });
        let mut plan = HearingPlan {
            date: held.date.clone(),
            place: held.place.clone(),
            invited: Attendance { groups: held.invited.clone(), others: held.others },
            present: Attendance { groups: held.present.clone(), others: held.others },
            themes: themes.collect(),
            ..HearingPlan::default()
        };
        workflow.save_hearing(self.actor, self.id, number, plan.clone()).await?;
        for said in minutes {
            let line = MinuteLine {
                focus_point: said.focus_point.clone(),
                kind: said.kind,
                role: Some(said.role.clone()),
                text: said.text.clone(),
                indicator: None,
                about: None,
            };
            workflow.add_minute_line(self.actor, self.id, number, None, line).await?;
        }
        plan.approved = true;
        workflow.save_hearing(self.actor, self.id, number, plan).await?;
        Ok(())
    }
}

fn decision(comment: &Comment) -> Decision {
    use super::texts::Choice;
    match (&comment.rewritten, comment.choice) {
        (Some(text), _) => Decision::Rewritten(text.clone()),
        (None, Choice::Verbatim) => Decision::Approved,
        (None, Choice::Paraphrase | Choice::None) => Decision::LeftOut(Criterion::Recognisable),
    }
}
